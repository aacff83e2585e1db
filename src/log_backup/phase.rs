//! The phases that the operators write. Each is parsed once; a phase that this program does not know is kept as it is.

use std::fmt;

/// Declares an enum of phases with `Unset` for an absent phase and `Unknown` for every other text.
macro_rules! phases {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $phase:ident,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub enum $name {
            /// The field is absent or empty.
            #[default]
            Unset,
            $($(#[$doc])* $phase,)+
            /// A phase that this program does not know.
            Unknown(String),
        }

        impl $name {
            /// The phase with this text.
            pub fn parse(text: &str) -> Self {
                match text {
                    "" => Self::Unset,
                    $(stringify!($phase) => Self::$phase,)+
                    other => Self::Unknown(other.to_owned()),
                }
            }

            /// The text in the object; empty for `Unset`.
            pub fn text(&self) -> &str {
                match self {
                    Self::Unset => "",
                    $(Self::$phase => stringify!($phase),)+
                    Self::Unknown(other) => other,
                }
            }
        }

        /// For people: `no phase yet` where the field is absent.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self.text() {
                    "" => "no phase yet",
                    text => text,
                })
            }
        }
    };
}

phases! {
    /// `status.phase` of a log backup: the type of the condition that was written last.
    Phase {
        /// The Job of the start exists; also of the stop Job of a log backup that is being deleted.
        Scheduled,
        /// Its Pod has begun.
        Prepare,
        /// BR is about to start the task, or the task runs.
        Running,
        /// The stop Job of a log backup that is being deleted has ended.
        Complete,
        /// The task is paused.
        Paused,
        /// The task is gone, as the spec asked.
        Stopped,
        /// The start failed, or on v1 the task was not found in PD.
        Failed,
        /// The operator tries again; on v1 also a task that paused itself with an error.
        RetryFailed,
        /// The operator rejects the spec.
        Invalid,
        /// The data is being erased.
        Clean,
        /// Erasing the data failed.
        CleanFailed,
    }
}

phases! {
    /// `phase` of an entry of `status.logSubCommandStatuses`.
    SubPhase {
        /// The Job exists.
        Scheduled,
        /// Its Pod has begun.
        Prepare,
        /// BR is at work.
        Running,
        /// BR succeeded.
        Complete,
        /// BR succeeded, and the contrary sub-command ran since.
        Repeatable,
        /// The operator could not create the Job and tries again.
        RetryFailed,
        /// BR failed, and the operator does not try again.
        Failed,
        /// The operator rejects the spec.
        Invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A phase that is not known must neither be lost nor taken for another one.
    #[test]
    fn every_phase_is_shown_as_it_was_written() {
        for text in [
            "Running",
            "CleanFailed",
            "Repeatable",
            "VolumeBackupRunning",
        ] {
            assert_eq!(Phase::parse(text).to_string(), text);
            assert_eq!(SubPhase::parse(text).to_string(), text);
        }
        assert_eq!(
            Phase::parse("Repeatable"),
            Phase::Unknown("Repeatable".to_owned())
        );
        assert_eq!(Phase::parse("").to_string(), "no phase yet");
    }
}
