//! From a verb and the CR to what is written: refusals with the next command, the sticky failure and its way out, one patch.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::truncate::{Cut, TruncateTo, Truncation};
use super::{Command, LogBackup, Outcome, Situation, SubStatus, Verb, decide};
use crate::api::Dialect;
use crate::api::document::put;
use crate::error::Rule;
use crate::time::{Tso, Zone};
use crate::write::{Plan, Write};
use crate::{Error, Result};

/// How long TiDB keeps the history of a paused task: BR's pause sets a service safepoint of 24 hours, and nothing renews it.
pub const PAUSE_TTL: TimeDelta = TimeDelta::hours(24);

/// What the user asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The verb.
    pub verb: Verb,
    /// `--retry-failed`: clear a sticky failure of the sub-command first.
    pub retry_failed: bool,
    /// `--allow`
    pub allowed: Vec<Rule>,
    /// The target, for `truncate`.
    pub truncation: Option<Truncation>,
    /// How times are shown.
    pub zone: Zone,
}

/// A plan for one log backup, with what has to be waited for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// What to write and to say.
    pub plan: Plan,
    /// The target of a truncation, as text.
    pub truncate_until: Option<String>,
}

impl Request {
    /// The same with the target of `change`: `--keep` counts from the moment of the decision.
    #[must_use]
    pub fn settled(mut self, change: &Change) -> Self {
        let target = change.truncate_until.as_deref().and_then(Tso::parse);
        if let (Some(truncation), Some(target)) = (&mut self.truncation, target) {
            truncation.to = TruncateTo::Until(target);
        }
        self
    }
}

impl Change {
    /// Whether both do the same. What they say may differ: the checkpoint moves on.
    pub fn does_as(&self, other: &Self) -> bool {
        self.plan.does_the_same_as(&other.plan) && self.truncate_until == other.truncate_until
    }
}

/// Plans the transition.
///
/// # Errors
/// Refused with the next command; Unsupported where the operator knows only `logStop`.
pub fn plan(log: &LogBackup, request: &Request, now: DateTime<Utc>) -> Result<Change> {
    let verb = request.verb;
    if log.dialect == Dialect::V1LogStop && matches!(verb, Verb::Pause | Verb::Resume) {
        return Err(Error::unsupported(format!(
            "{}: this operator knows only spec.logStop; {verb} needs TiDB Operator 1.5.5, 1.6.1 or later",
            log.object
        )));
    }
    let situation = log.situation();
    match decide(situation, verb) {
        Outcome::Wait => Ok(waiting(log, verb)),
        Outcome::Already => already(log, request),
        Outcome::Send => send(log, request, now),
        Outcome::StartFailed
            if verb == Verb::Start && request.retry_failed && log.sticky(Command::Start) =>
        {
            send(log, request, now)
        }
        refused => Err(refusal(log, verb, refused)),
    }
}

fn waiting(log: &LogBackup, verb: Verb) -> Change {
    let mut change = Change::default();
    change
        .plan
        .notes
        .push(format!("{}: {verb} is already under way", log.object).into());
    change
}

/// The state is reached, but a failed sub-command that the spec still asks for is taken back: it would block truncation
/// (docs/operators.md, "A failed pause blocks truncation on v2").
fn already(log: &LogBackup, request: &Request) -> Result<Change> {
    let verb = request.verb;
    let blocked_by = log.outstanding().filter(|command| log.sticky(*command));
    let mut spec = json!({});
    if let Some(subcommand) = blocked_by.and(verb.subcommand()) {
        put(&mut spec, "logSubcommand", json!(subcommand.key()));
    }
    without_log_stop(log, &mut spec);
    let mut change = Change::default();
    change.plan.already = Some(verb.done().to_owned());
    change.plan.writes.extend(spec_patch(log, spec));
    Ok(change)
}

fn send(log: &LogBackup, request: &Request, now: DateTime<Utc>) -> Result<Change> {
    match request.verb {
        Verb::Truncate => truncate(log, request, now),
        verb => switch(log, verb, request, now),
    }
}

/// Pause, resume, stop, and a start that resumes or is tried again.
fn switch(log: &LogBackup, verb: Verb, request: &Request, now: DateTime<Utc>) -> Result<Change> {
    let mut change = Change::default();
    let runs = effective(log, verb);
    if runs == Command::Resume {
        let warning = check_deadline(log, request, now)?;
        change.plan.warnings.extend(warning);
    }
    change.plan.writes.extend(retry(log, runs, request)?);
    let mut spec = json!({});
    if log.dialect == Dialect::V1LogStop {
        // A start that is tried again needs no field there.
        if verb == Verb::Stop {
            put(&mut spec, "logStop", json!(true));
        }
    } else if let Some(subcommand) = verb.subcommand() {
        if log.wanted != Some(Ok(subcommand)) {
            put(&mut spec, "logSubcommand", json!(subcommand.key()));
        }
        without_log_stop(log, &mut spec);
    }
    change.plan.writes.extend(spec_patch(log, spec));
    merge_for_v1(log, &mut change.plan.writes);
    if verb == Verb::Stop {
        change.plan.question = Some(format!(
            "Stop log backup {} of cluster {}? Point-in-time recovery ends at its checkpoint, and it cannot be started again",
            log.object, log.cluster
        ));
    }
    Ok(change)
}

/// The sub-command that the operator derives once the verb is written.
fn effective(log: &LogBackup, verb: Verb) -> Command {
    match verb {
        Verb::Start if log.situation() == Situation::StartFailed => Command::Start,
        Verb::Start | Verb::Resume => Command::Resume,
        Verb::Pause => Command::Pause,
        Verb::Stop => Command::Stop,
        Verb::Truncate => Command::Truncate,
    }
}

/// A sub-command that failed stays failed through every toggle of the spec; only removing its status runs it again
/// (docs/operators.md, "A failed sub-command stays failed", "Clearing the sub-status runs it again").
fn retry(log: &LogBackup, command: Command, request: &Request) -> Result<Option<Write>> {
    let Some(status) = log.command(command).filter(|status| status.sticky()) else {
        return Ok(None);
    };
    if !request.retry_failed {
        return Err(sticky(log, command, status, request.verb));
    }
    Ok(Some(Write::Patch {
        object: (&log.object).into(),
        body: json!({"status": {"logSubCommandStatuses": {command.key(): null}}}),
        status: log.object.operator.status_subresource(),
    }))
}

fn sticky(log: &LogBackup, command: Command, status: &SubStatus, verb: Verb) -> Error {
    let target = status
        .truncating_until
        .as_deref()
        .map(|target| format!(" --until {target}"));
    Error::refused(format!(
        "{}: {command} failed earlier ({}{}) and stays failed: writing the same again does nothing",
        log.object,
        status.reason,
        said(&status.message),
    ))
    .hint(format!(
        "when the cause is mended: kubectl tidb-br log {verb} {} -n {}{} --retry-failed",
        log.object.name,
        log.object.namespace,
        target.unwrap_or_default()
    ))
}

fn said(message: &str) -> String {
    match message.trim() {
        "" => String::new(),
        message => format!(": {message}"),
    }
}

fn check_deadline(
    log: &LogBackup,
    request: &Request,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let paused = log
        .command(Command::Pause)
        .and_then(|status| status.completed);
    let Some(deadline) = paused
        .map(|paused| paused + PAUSE_TTL)
        .filter(|deadline| now > *deadline)
    else {
        return Ok(None);
    };
    let name = &log.object.name;
    let reason = format!(
        "{}: the time to resume ended at {}; TiDB has probably collected the history, and the gap cannot be filled",
        log.object,
        request.zone.show(deadline)
    );
    let way_out = format!(
        "kubectl tidb-br log stop {name} -n {}, then log start under a new name and prefix, then a new full backup",
        log.object.namespace
    );
    Rule::ExpiredResume
        .enforce(&request.allowed, reason, way_out)
        .map(Some)
}

fn truncate(log: &LogBackup, request: &Request, now: DateTime<Utc>) -> Result<Change> {
    let mut change = Change::default();
    let Some(truncation) = &request.truncation else {
        return Ok(change);
    };
    if log.dialect == Dialect::V1LogStop && log.log_stop == Some(true) {
        return Err(Error::unsupported(format!(
            "{}: this operator truncates nothing once spec.logStop is true",
            log.object
        )));
    }
    let (target, warning) = match truncation.decide(log, &request.allowed, now)? {
        Cut::Done(word) => {
            change.plan.already = Some(word);
            let mut spec = json!({});
            without_log_stop(log, &mut spec);
            change.plan.writes.extend(spec_patch(log, spec));
            return Ok(change);
        }
        Cut::UnderWay(target) => {
            change.truncate_until = Some(target.to_string());
            let note = format!(
                "{}: truncation until {target} is already under way",
                log.object
            );
            change.plan.notes.push(note.into());
            return Ok(change);
        }
        Cut::At(target, warning) => (target.to_string(), warning),
    };
    check_unblocked(log)?;
    change.plan.warnings.extend(warning);
    let failed_before = log
        .command(Command::Truncate)
        .is_some_and(|status| status.truncating_until.as_deref() == Some(target.as_str()));
    if failed_before {
        change
            .plan
            .writes
            .extend(retry(log, Command::Truncate, request)?);
    }
    let mut spec = json!({});
    if log.truncate_until.as_deref() != Some(target.as_str()) {
        put(&mut spec, "logTruncateUntil", json!(target));
    }
    without_log_stop(log, &mut spec);
    change.plan.writes.extend(spec_patch(log, spec));
    merge_for_v1(log, &mut change.plan.writes);
    change.plan.question = Some(question(log, &target, request.zone));
    change.truncate_until = Some(target);
    Ok(change)
}

/// The operator truncates only once the spec's own sub-command is carried out; a failed one never is
/// (docs/operators.md, "A failed pause blocks truncation on v2").
fn check_unblocked(log: &LogBackup) -> Result<()> {
    let Some(command) = log.outstanding().filter(|command| log.sticky(*command)) else {
        return Ok(());
    };
    let take_back = match command {
        Command::Resume => "pause",
        _ => "resume",
    };
    Err(Error::refused(format!(
        "{}: the failed {command} that the spec asks for blocks truncation",
        log.object
    ))
    .hint(format!(
        "take it back first: kubectl tidb-br log {take_back} {} -n {}",
        log.object.name, log.object.namespace
    )))
}

fn question(log: &LogBackup, target: &str, zone: Zone) -> String {
    let show = |tso: Option<Tso>| {
        tso.and_then(Tso::time)
            .map_or_else(|| "<unknown>".to_owned(), |time| zone.show(time))
    };
    let begin = log
        .start
        .max(log.truncated_until.as_deref().and_then(Tso::parse));
    format!(
        "Truncate log backup {} until {}? The log now covers {} to {}; what lies before {} is deleted for good",
        log.object,
        show(Tso::parse(target)),
        show(begin),
        show(log.checkpoint),
        target,
    )
}

/// `logStop` beside `logSubcommand` is rejected by the API server, even when false (docs/operators.md, "logStop beside
/// logSubcommand is rejected"). Where a stop by `logStop`
/// is not carried out yet, `log-stop` takes its place.
fn without_log_stop(log: &LogBackup, spec: &mut Value) {
    let Some(stop) = log.log_stop.filter(|_| log.dialect != Dialect::V1LogStop) else {
        return;
    };
    put(spec, "logStop", Value::Null);
    if stop && log.phase != "Stopped" && spec.get("logSubcommand").is_none() {
        put(spec, "logSubcommand", json!(Command::Stop.key()));
    }
}

fn spec_patch(log: &LogBackup, spec: Value) -> Option<Write> {
    let empty = spec.as_object().is_none_or(serde_json::Map::is_empty);
    (!empty).then(|| Write::Patch {
        object: (&log.object).into(),
        body: json!({ "spec": spec }),
        status: false,
    })
}

/// Without a status subresource both changes fit into one patch.
fn merge_for_v1(log: &LogBackup, writes: &mut Vec<Write>) {
    if log.object.operator.status_subresource() || writes.len() < 2 {
        return;
    }
    let mut merged = json!({});
    for write in writes.drain(..) {
        if let Write::Patch {
            body: Value::Object(body),
            ..
        } = write
        {
            for (key, value) in body {
                put(&mut merged, &key, value);
            }
        }
    }
    writes.push(Write::Patch {
        object: (&log.object).into(),
        body: merged,
        status: false,
    });
}

fn refusal(log: &LogBackup, verb: Verb, outcome: Outcome) -> Error {
    let object = &log.object;
    let (name, namespace) = (&object.name, &object.namespace);
    let again = format!(
        "a stopped log backup is final; start a new one: kubectl tidb-br log start NEW-NAME -n {namespace} --cluster {} --storage URL",
        log.cluster
    );
    let (why, hint) = match outcome {
        Outcome::NotStarted => (
            format!(
                "it has not started yet (status.commitTs is not set), and the operator would wait for ever with {verb}"
            ),
            format!("kubectl tidb-br log status {name} -n {namespace}, then again once it runs"),
        ),
        Outcome::StartFailed => (
            start_failure(log),
            match log.sticky(Command::Start) {
                true => format!(
                    "when the cause is mended: kubectl tidb-br log start {name} -n {namespace} --retry-failed; or delete it and start anew"
                ),
                false => "this cannot be undone: delete it and start anew".to_owned(),
            },
        ),
        Outcome::Stopped => (format!("it is Stopped, and nothing can {verb} it"), again),
        Outcome::Stopping => ("it is being stopped, which is final".to_owned(), again),
        Outcome::Lost => (
            format!("its phase is {}: {}", log.phase, log.verdict.1),
            format!(
                "if the task is alive in the cluster: kubectl tidb-br log pause {name} -n {namespace}, then log resume; otherwise start a new log backup"
            ),
        ),
        Outcome::ErrorPaused => (
            format!("the task paused itself: {}", log.verdict.1),
            format!(
                "when the cause is mended: kubectl tidb-br log pause {name} -n {namespace}, then log resume {name} -n {namespace}"
            ),
        ),
        Outcome::Deleting => (
            "it is being deleted".to_owned(),
            format!("kubectl tidb-br log show {name} -n {namespace}"),
        ),
        Outcome::Send | Outcome::Wait | Outcome::Already => (String::new(), String::new()),
    };
    Error::refused(format!("{object}: {why}")).hint(hint)
}

fn start_failure(log: &LogBackup) -> String {
    let (reason, message) = match log.command(Command::Start) {
        Some(status) => (status.reason.as_str(), status.message.as_str()),
        None => (log.verdict.0.as_str(), log.verdict.1.as_str()),
    };
    format!(
        "its start failed ({reason}{}), so there is no task",
        said(message)
    )
}
