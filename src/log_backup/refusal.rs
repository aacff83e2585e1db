//! Why a verb is refused, and the next command for each refusal.

use super::{LogBackup, LogStorage, Outcome, Situation, SubCommand, SubStatus, Verb};
use crate::api::Dialect;
use crate::error::{Hint, NextCommand};
use crate::manifest::storage::StorageUrl;
use crate::{Error, Result};

/// The mark in a command that says that the user has to type more.
const MORE: &str = "…";

/// The longest name of a log backup whose Jobs all fit (docs/operators.md, "Names must fit the Job").
const LONGEST_NAME: usize = 43;

impl LogStorage {
    /// A name and a storage for another log backup: no name that is the beginning of the other one, because the operator finds
    /// a task by the beginning of its name, and no prefix inside the other one.
    fn successor(&self, name: &str) -> (String, String) {
        let next_name = format!("next-{name}");
        let next_url = match (&self.in_full, self.url.path.as_str()) {
            (Some(url), path) if !path.is_empty() => StorageUrl {
                path: format!("{path}-next"),
                parameters: without_defaults(&url.parameters),
                ..url.clone()
            }
            .to_string(),
            _ => MORE.to_owned(),
        };
        match next_name.len() <= LONGEST_NAME {
            true => (next_name, next_url),
            false => (MORE.to_owned(), next_url),
        }
    }
}

/// The parameters of a URL that a flag has to say; `provider=aws` is what every s3 storage gets.
fn without_defaults(parameters: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let is_default = |(key, value): &&(&str, String)| *key == "provider" && value == "aws";
    let all = parameters.iter();
    all.filter(|parameter| !is_default(parameter))
        .cloned()
        .collect()
}

/// What asks for a running task: 1.5.4 knows no resume.
pub fn resume(log: &LogBackup) -> NextCommand {
    match log.dialect {
        Dialect::V1LogStop => next(log, "start"),
        Dialect::V1 | Dialect::V2 => next(log, "resume"),
    }
}

/// A verb of `log` for this log backup, in its own namespace.
pub(super) fn next(log: &LogBackup, verb: &str) -> NextCommand {
    NextCommand::plugin(&format!("log {verb}"))
        .arg(&log.object.name)
        .namespace(&log.object.namespace)
}

/// The refusal of `verb` for an outcome that is one; `Ok` for the three that carry the verb out.
pub(super) fn check_legal(log: &LogBackup, verb: Verb, outcome: Outcome) -> Result<()> {
    let (why, hints) = match outcome {
        Outcome::Send | Outcome::Wait | Outcome::Already => return Ok(()),
        Outcome::NotStarted => (not_started(log, verb), vec![start_first(log)]),
        Outcome::StartFailed => (start_failure(log), vec![after_a_failed_start(log)]),
        Outcome::Stopped => (
            format!("it is stopped for good, and nothing can {verb} it"),
            vec![new_log_backup(log)],
        ),
        Outcome::Stopping => (
            "it is being stopped, and a stop is final".to_owned(),
            vec![
                next(log, "wait")
                    .flag("--for", "stopped")
                    .after("wait for the end of the stop")
                    .and("; then ")
                    .join(new_log_backup(log)),
            ],
        ),
        Outcome::Lost => (
            format!("its phase is {}: {}", log.phase, log.condition),
            vec![if_the_task_is_alive(log), new_log_backup(log)],
        ),
        Outcome::ErrorPaused => (
            format!("the task paused itself with an error: {}", log.condition),
            vec![out_of_an_error_pause(log)],
        ),
        Outcome::Deleting => (
            "it is being deleted".to_owned(),
            vec![next(log, "show").into()],
        ),
    };
    let refusal = Error::refused(format!("{}: {why}", log.object));
    Err(hints.into_iter().fold(refusal, Error::hint))
}

fn not_started(log: &LogBackup, verb: Verb) -> String {
    match log.situation() {
        Situation::StartNotAsked => {
            format!(
                "its spec does not ask for a start, and without a start the operator waits for ever with {verb}"
            )
        }
        _ => format!(
            "it has not started yet (status.commitTs is not set), and the operator would wait for ever with {verb}"
        ),
    }
}

fn start_first(log: &LogBackup) -> Hint {
    match log.situation() {
        Situation::StartNotAsked => next(log, "start").into(),
        _ => next(log, "wait")
            .flag("--for", "running")
            .after("wait for the start, then try again"),
    }
}

fn start_failure(log: &LogBackup) -> String {
    let why = log
        .command(SubCommand::Start)
        .map_or_else(|| log.condition.to_string(), SubStatus::failure);
    format!("its start failed ({why}), so there is no task")
}

/// A start that failed in BR can be tried again. A spec that the operator calls invalid stays so
/// (docs/operators.md, "Invalid is final").
pub(super) fn after_a_failed_start(log: &LogBackup) -> Hint {
    match log.is_sticky(SubCommand::Start) {
        true => next(log, "start")
            .arg("--retry-failed")
            .after("once the cause is fixed"),
        false => NextCommand::kubectl("delete")
            .arg(format!(
                "{}.{}",
                log.object.kind.plural(),
                log.object.operator.group()
            ))
            .arg(&log.object.name)
            .namespace(&log.object.namespace)
            .after("the operator does not look at it again; delete it and start a new one"),
    }
}

/// The way on after a log backup that is over: another one of the same cluster, beside the data of this one.
pub(super) fn new_log_backup(log: &LogBackup) -> Hint {
    let (name, url) = match &log.storage {
        Some(storage) => storage.successor(&log.object.name),
        None => (MORE.to_owned(), MORE.to_owned()),
    };
    let secret = log
        .storage
        .as_ref()
        .and_then(|storage| storage.secret.as_ref());
    let account = log
        .storage
        .as_ref()
        .and_then(|storage| storage.account.as_ref());
    let elsewhere =
        (log.cluster_namespace != log.object.namespace).then_some(&log.cluster_namespace);
    NextCommand::plugin("log start")
        .arg(name)
        .namespace(&log.object.namespace)
        .flag("--cluster", &log.cluster)
        .flag_if("--cluster-namespace", elsewhere)
        .flag("--storage", url)
        .flag_if("--storage-secret", secret)
        .flag_if("--service-account", account)
        .after("start a new log backup in a prefix of its own")
}

/// v1 can take a task for lost that is well (docs/operators.md, "A failed read of PD counts as a lost task").
pub(super) fn if_the_task_is_alive(log: &LogBackup) -> Hint {
    Hint::text(format!(
        "if `br log status --task-name={}` still finds the task: ",
        log.object.name
    ))
    .command(next(log, "pause"))
    .and(", then ")
    .command(next(log, "resume"))
}

/// BR does not pause a paused task, so the task has to run before the operator can take over again
/// (docs/operators.md, "The way out of an error pause").
pub(super) fn out_of_an_error_pause(log: &LogBackup) -> Hint {
    let retry = log.is_sticky(SubCommand::Pause);
    let pause = match retry {
        true => next(log, "pause").arg("--retry-failed"),
        false => next(log, "pause"),
    };
    Hint::text(format!(
        "once the cause is fixed, resume the task outside the operator with `br log resume --task-name={}`; then ",
        log.object.name
    ))
    .command(pause)
    .and(", then ")
    .command(next(log, "resume"))
}

/// The refusal of a sub-command that failed earlier.
pub(super) fn sticky(
    log: &LogBackup,
    command: SubCommand,
    status: &SubStatus,
    verb: Verb,
) -> Error {
    Error::refused(format!(
        "{}: {command} failed earlier ({}) and stays failed: writing the same again does nothing",
        log.object,
        status.failure(),
    ))
    .hint(retry(log, command, verb))
}

/// How a sub-command that failed is run again.
pub fn how_to_retry(log: &LogBackup, command: SubCommand) -> Hint {
    let verb = match command {
        SubCommand::Start => Verb::Start,
        SubCommand::Pause => Verb::Pause,
        SubCommand::Resume => Verb::Resume,
        SubCommand::Stop => Verb::Stop,
        SubCommand::Truncate => Verb::Truncate,
    };
    retry(log, command, verb)
}

/// How a sub-command that failed is run again with `verb`.
fn retry(log: &LogBackup, command: SubCommand, verb: Verb) -> Hint {
    if command == SubCommand::Pause && log.situation() == Situation::ErrorPaused {
        return out_of_an_error_pause(log);
    }
    let target = log
        .command(SubCommand::Truncate)
        .filter(|_| verb == Verb::Truncate)
        .and_then(|status| status.truncating_until.as_deref());
    next(log, verb.word())
        .flag_if("--until", target)
        .arg("--retry-failed")
        .after("once the cause is fixed")
}

/// The refusal of a truncation: the operator truncates only once the spec's own sub-command is carried out, and a failed one
/// never is (docs/operators.md, "A failed pause blocks truncation on v2").
pub(super) fn check_unblocked(log: &LogBackup) -> Result<()> {
    let Some(command) = log.outstanding().filter(|command| log.is_sticky(*command)) else {
        return Ok(());
    };
    let way_out = match (command, log.situation()) {
        (_, Situation::ErrorPaused) => out_of_an_error_pause(log),
        (SubCommand::Resume, _) => next(log, "pause").after("take the failed one back first"),
        (SubCommand::Start | SubCommand::Pause | SubCommand::Stop | SubCommand::Truncate, _) => {
            next(log, "resume").after("take the failed one back first")
        }
    };
    Err(Error::refused(format!(
        "{}: the failed {command} that the spec asks for blocks the truncation",
        log.object
    ))
    .hint(way_out))
}
