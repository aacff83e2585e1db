//! The operator lines that the stand-in plays, and the log sub-command that each line derives from spec and status.

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
    /// TiDB Operator 1.7. Everything that is modelled here holds for 1.6.5 and later too.
    V1,
    /// TiDB Operator 1.5.4: `logStop` only, no pause or resume, no stop on delete, no comparison with PD.
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

    /// Whether the operator compares the Backup with PD (docs/operators.md, "v1 undoes what happens outside").
    pub fn syncs_with_kernel(self) -> bool {
        self == Dialect::V1
    }

    /// Whether the operator has controllers for schedules and compactions (docs/operators.md, "Schedules and compactions of v2
    /// have no controller").
    pub fn keeps_schedules(self) -> bool {
        self == Dialect::V1
    }

    /// Whether a TidbCluster must be Ready before a Backup gets a status (docs/operators.md, "A v1 Backup waits for a Ready
    /// TidbCluster").
    pub fn waits_for_ready(self) -> bool {
        self == Dialect::V1
    }

    /// The first and the longest wait between two tries of a failing object (docs/operators.md, "Storage problems are retried").
    pub fn back_off(self) -> (Duration, Duration) {
        match self {
            Dialect::V2 => (Duration::from_secs(1), Duration::from_secs(60)),
            Dialect::V1 | Dialect::V1LogStop => (Duration::from_secs(1), Duration::from_secs(100)),
        }
    }

    /// The field manager of the controller's own writes, which is also the name of its Deployment.
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
    /// A value of `logSubcommand` that the operator does not know.
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

    /// The sub-command with this name; `None` for names that no Job has as its suffix.
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

/// The sub-command that spec and status ask for (docs/operators.md, "The operator derives the sub-command").
pub fn effective(dialect: Dialect, backup: &Value) -> LogCommand {
    if dialect == Dialect::V1LogStop {
        return effective_log_stop(backup);
    }
    let base = base(dialect, backup);
    let until = text(backup, "/spec/logTruncateUntil");
    let truncated = text(backup, "/status/logSuccessTruncateUntil");
    // The operator compares texts: the same moment in another notation is a new target.
    if in_sync(backup, base) && !until.is_empty() && until != truncated {
        return LogCommand::Truncate;
    }
    base
}

fn base(dialect: Dialect, backup: &Value) -> LogCommand {
    let phase = text(backup, "/status/phase");
    match text(backup, "/spec/logSubcommand") {
        "" if is_true(backup, "/spec/logStop") || phase == "Stopped" => LogCommand::Stop,
        // docs/operators.md, "Clearing the sub-command of a Paused log backup"
        "" if dialect == Dialect::V1 && phase == "Paused" => LogCommand::Resume,
        "" => LogCommand::Start,
        "log-start" if phase == "Paused" => LogCommand::Resume,
        "log-start" => LogCommand::Start,
        "log-pause" => LogCommand::Pause,
        "log-stop" => LogCommand::Stop,
        _ => LogCommand::Unknown,
    }
}

/// 1.4.0 to 1.5.4 and 1.6.0 (docs/operators.md, "1.5.4 knows only logStop").
fn effective_log_stop(backup: &Value) -> LogCommand {
    if is_true(backup, "/spec/logStop") {
        LogCommand::Stop
    } else if !text(backup, "/spec/logTruncateUntil").is_empty() {
        LogCommand::Truncate
    } else {
        LogCommand::Start
    }
}

/// Whether a sub-command is already carried out. No phase says so of a truncate.
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
