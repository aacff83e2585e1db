//! The operator lines that the stand-in plays, and the log sub-command that each line derives from spec and status.

use std::fmt;
use std::time::Duration;

pub use kubectl_tidb_br::api::Dialect;
use serde_json::Value;

use super::document::{is_true, text};

/// What a stand-in for an operator line does, beyond the schema that [`Dialect`] says. `V1` stands for 1.7, and for 1.6.5 and
/// later in everything that is modelled here; `V1LogStop` stands for 1.5.4, which has no pause and no resume, does not stop a
/// task on deletion and does not compare a Backup with PD.
pub trait OperatorLine {
    /// Whether the line belongs to the first generation.
    fn first_generation(self) -> bool;

    /// Whether every log Backup gets the finalizer and deleting it stops the task (1.5.5, 1.6.1 and later).
    fn guards_log_backups(self) -> bool;

    /// Whether the operator compares the Backup with PD (docs/operators.md, "v1 undoes what happens outside").
    fn syncs_with_kernel(self) -> bool;

    /// Whether the operator has controllers for schedules and compactions (docs/operators.md, "Schedules and compactions of v2
    /// have no controller").
    fn keeps_schedules(self) -> bool;

    /// Whether a TidbCluster must be Ready before a Backup gets a status (docs/operators.md, "A v1 Backup waits for a Ready
    /// TidbCluster").
    fn waits_for_ready(self) -> bool;

    /// The first and the longest wait between two tries of a failing object (docs/operators.md, "Storage problems are retried").
    fn back_off(self) -> (Duration, Duration);

    /// The field manager of the controller's own writes, which is also the name of its Deployment.
    fn field_manager(self) -> &'static str;
}

impl OperatorLine for Dialect {
    fn first_generation(self) -> bool {
        self != Dialect::V2
    }

    fn guards_log_backups(self) -> bool {
        self != Dialect::V1LogStop
    }

    fn syncs_with_kernel(self) -> bool {
        self == Dialect::V1
    }

    fn keeps_schedules(self) -> bool {
        self == Dialect::V1
    }

    fn waits_for_ready(self) -> bool {
        self == Dialect::V1
    }

    fn back_off(self) -> (Duration, Duration) {
        match self {
            Dialect::V2 => (Duration::from_secs(1), Duration::from_secs(60)),
            Dialect::V1 | Dialect::V1LogStop => (Duration::from_secs(1), Duration::from_secs(100)),
        }
    }

    fn field_manager(self) -> &'static str {
        match self {
            Dialect::V2 => "tidb-operator",
            Dialect::V1 | Dialect::V1LogStop => "tidb-controller-manager",
        }
    }
}

/// A log sub-command as the operator derives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogSubcommand {
    /// `br log start`.
    Start,
    /// `br log pause`.
    Pause,
    /// `br log resume`, never named in a spec.
    Resume,
    /// `br log stop`.
    Stop,
    /// `br log truncate`, driven by `logTruncateUntil`.
    Truncate,
    /// A value of `logSubcommand` that the operator does not know.
    Unknown,
}

impl LogSubcommand {
    /// The key in `status.logSubCommandStatuses`, and the suffix of the Job.
    pub fn name(self) -> &'static str {
        match self {
            LogSubcommand::Start => "log-start",
            LogSubcommand::Pause => "log-pause",
            LogSubcommand::Resume => "log-resume",
            LogSubcommand::Stop => "log-stop",
            LogSubcommand::Truncate => "log-truncate",
            LogSubcommand::Unknown => "log-unknown",
        }
    }

    /// The sub-command with this name; `None` for names that no Job has as its suffix.
    pub fn from_name(name: &str) -> Option<Self> {
        [
            LogSubcommand::Start,
            LogSubcommand::Pause,
            LogSubcommand::Resume,
            LogSubcommand::Stop,
            LogSubcommand::Truncate,
        ]
        .into_iter()
        .find(|command| command.name() == name)
    }
}

impl fmt::Display for LogSubcommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The sub-command that spec and status ask for (docs/operators.md, "The operator derives the sub-command").
pub fn effective(dialect: Dialect, backup: &Value) -> LogSubcommand {
    if dialect == Dialect::V1LogStop {
        return effective_log_stop(backup);
    }
    let base = base(dialect, backup);
    let until = text(backup, "/spec/logTruncateUntil");
    let truncated = text(backup, "/status/logSuccessTruncateUntil");
    // The operator compares texts: the same moment in another notation is a new target.
    if in_sync(backup, base) && !until.is_empty() && until != truncated {
        return LogSubcommand::Truncate;
    }
    base
}

fn base(dialect: Dialect, backup: &Value) -> LogSubcommand {
    let phase = text(backup, "/status/phase");
    match text(backup, "/spec/logSubcommand") {
        "" if is_true(backup, "/spec/logStop") || phase == "Stopped" => LogSubcommand::Stop,
        // docs/operators.md, "Clearing the sub-command of a Paused log backup"
        "" if dialect == Dialect::V1 && phase == "Paused" => LogSubcommand::Resume,
        "" => LogSubcommand::Start,
        "log-start" if phase == "Paused" => LogSubcommand::Resume,
        "log-start" => LogSubcommand::Start,
        "log-pause" => LogSubcommand::Pause,
        "log-stop" => LogSubcommand::Stop,
        _ => LogSubcommand::Unknown,
    }
}

/// 1.4.0 to 1.5.4 and 1.6.0 (docs/operators.md, "1.5.4 knows only logStop").
fn effective_log_stop(backup: &Value) -> LogSubcommand {
    if is_true(backup, "/spec/logStop") {
        LogSubcommand::Stop
    } else if !text(backup, "/spec/logTruncateUntil").is_empty() {
        LogSubcommand::Truncate
    } else {
        LogSubcommand::Start
    }
}

/// Whether a sub-command is already carried out. No phase says so of a truncate.
pub fn in_sync(backup: &Value, command: LogSubcommand) -> bool {
    let phase = text(backup, "/status/phase");
    match command {
        LogSubcommand::Start => !text(backup, "/status/commitTs").is_empty(),
        LogSubcommand::Pause => phase == "Paused",
        LogSubcommand::Resume => phase == "Running",
        LogSubcommand::Stop => phase == "Stopped",
        LogSubcommand::Truncate | LogSubcommand::Unknown => false,
    }
}
