//! The operator lines that the stand-in speaks, and the log sub-command that each derives from spec and status.

use std::fmt;
use std::time::Duration;

use kubectl_tidb_br::api::Operator;
use serde_json::Value;

use super::document::{is_true, text};

/// An operator line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// TiDB Operator 2.x.
    V2,
    /// TiDB Operator 1.7 (and 1.6.5 or later in everything modelled here).
    V1,
    /// TiDB Operator 1.5.4: `logStop` only, no pause or resume, no stop on delete, no kernel sync.
    V1LogStop,
}

impl Dialect {
    /// The API group that this line serves.
    pub fn operator(self) -> Operator {
        match self {
            Dialect::V2 => Operator::V2,
            Dialect::V1 | Dialect::V1LogStop => Operator::V1,
        }
    }

    /// Whether the line belongs to the first generation.
    pub fn is_v1(self) -> bool {
        self != Dialect::V2
    }

    /// Whether every log Backup gets the finalizer and deleting it stops the task (1.5.5, 1.6.1 and later).
    pub fn guards_log_backups(self) -> bool {
        self != Dialect::V1LogStop
    }

    /// Whether the operator compares the CR with PD (1.6.4 and later, not 2.x).
    pub fn syncs_with_kernel(self) -> bool {
        self == Dialect::V1
    }

    /// Whether schedules and compactions are looked after: by 1.6.2 and later, not by 2.x (v2 row 7).
    pub fn keeps_schedules(self) -> bool {
        self == Dialect::V1
    }

    /// Whether a TidbCluster has to be Ready before a Backup gets any status (1.6.4 and later).
    pub fn waits_for_ready(self) -> bool {
        self == Dialect::V1
    }

    /// First and longest wait between two tries of a failing object (v2 section 9.2; v1 section 2.3).
    pub fn back_off(self) -> (Duration, Duration) {
        match self {
            Dialect::V2 => (Duration::from_secs(1), Duration::from_secs(60)),
            Dialect::V1 | Dialect::V1LogStop => (Duration::from_secs(1), Duration::from_secs(100)),
        }
    }

    /// The label that names the controller on Jobs.
    pub fn managed_by(self) -> (&'static str, &'static str) {
        match self {
            Dialect::V2 => ("pingcap.com/managed-by", "tidb-operator"),
            Dialect::V1 | Dialect::V1LogStop => ("app.kubernetes.io/managed-by", "backup-operator"),
        }
    }

    /// The field manager of the controller's own writes.
    pub fn field_manager(self) -> &'static str {
        match self {
            Dialect::V2 => "tidb-operator",
            Dialect::V1 | Dialect::V1LogStop => "tidb-controller-manager",
        }
    }
}

/// A log sub-command as the operator derives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogCommand {
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
    /// A spec value that the parser does not know.
    Unknown,
}

impl LogCommand {
    /// The key in `status.logSubCommandStatuses`, and the suffix of the Job.
    pub fn name(self) -> &'static str {
        match self {
            LogCommand::Start => "log-start",
            LogCommand::Pause => "log-pause",
            LogCommand::Resume => "log-resume",
            LogCommand::Stop => "log-stop",
            LogCommand::Truncate => "log-truncate",
            LogCommand::Unknown => "log-unknown",
        }
    }

    /// The command with this name, if a Job can have it as its suffix.
    pub fn from_name(name: &str) -> Option<Self> {
        [
            LogCommand::Start,
            LogCommand::Pause,
            LogCommand::Resume,
            LogCommand::Stop,
            LogCommand::Truncate,
        ]
        .into_iter()
        .find(|command| command.name() == name)
    }
}

impl fmt::Display for LogCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The command that spec and status ask for (v2 section 5.1, v1 section 5.1).
pub fn effective(dialect: Dialect, backup: &Value) -> LogCommand {
    if dialect == Dialect::V1LogStop {
        return effective_log_stop(backup);
    }
    let base = base(dialect, backup);
    let until = text(backup, "/spec/logTruncateUntil");
    let truncated = text(backup, "/status/logSuccessTruncateUntil");
    // The two are compared as texts, so the same moment written differently counts as a new target.
    if in_sync(backup, base) && !until.is_empty() && until != truncated {
        return LogCommand::Truncate;
    }
    base
}

fn base(dialect: Dialect, backup: &Value) -> LogCommand {
    let phase = text(backup, "/status/phase");
    match text(backup, "/spec/logSubcommand") {
        "" if is_true(backup, "/spec/logStop") || phase == "Stopped" => LogCommand::Stop,
        // v1 row 2: cleared while Paused resumes; v2 row 2e: nothing.
        "" if dialect == Dialect::V1 && phase == "Paused" => LogCommand::Resume,
        "" => LogCommand::Start,
        "log-start" if phase == "Paused" => LogCommand::Resume,
        "log-start" => LogCommand::Start,
        "log-pause" => LogCommand::Pause,
        "log-stop" => LogCommand::Stop,
        _ => LogCommand::Unknown,
    }
}

/// 1.4.0 to 1.5.4 and 1.6.0 (v1 section 5.1, last paragraph).
fn effective_log_stop(backup: &Value) -> LogCommand {
    if is_true(backup, "/spec/logStop") {
        LogCommand::Stop
    } else if !text(backup, "/spec/logTruncateUntil").is_empty() {
        LogCommand::Truncate
    } else {
        LogCommand::Start
    }
}

/// Whether the state that a command leads to is already there. Truncate is never in sync by phase.
pub fn in_sync(backup: &Value, command: LogCommand) -> bool {
    let phase = text(backup, "/status/phase");
    match command {
        LogCommand::Start => !text(backup, "/status/commitTs").is_empty(),
        LogCommand::Pause => phase == "Paused",
        LogCommand::Resume => phase == "Running",
        LogCommand::Stop => phase == "Stopped",
        LogCommand::Truncate | LogCommand::Unknown => false,
    }
}
