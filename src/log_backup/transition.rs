//! From a verb and the object to what is written: the refusals, the retry of what failed, and one patch.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::refusal::{check_legal, check_unblocked, next, sticky};
use super::truncate::{Cut, Truncation};
use super::{LogBackup, Outcome, Phase, Situation, SpecCommand, SubCommand, Verb, decide};
use crate::api::Dialect;
use crate::api::document::put;
use crate::error::Rule;
use crate::time::{Tso, Zone};
use crate::write::{Plan, Write};
use crate::{Error, Result};

/// How long TiDB keeps the history of a paused task, counted from the pause
/// (docs/operators.md, "A pause keeps history for 24 hours").
pub const PAUSE_TTL: TimeDelta = TimeDelta::hours(24);

/// What the user asks of a log backup.
#[derive(Debug, Clone, PartialEq)]
pub struct VerbRequest {
    /// The verb.
    pub verb: Verb,
    /// `--retry-failed`: clear a failure of the sub-command first.
    pub retry_failed: bool,
    /// `--allow`
    pub allowed: Vec<Rule>,
    /// The target, for `truncate`.
    pub truncation: Option<Truncation>,
    /// The zone that times are shown in.
    pub zone: Zone,
}

/// A plan for one log backup, with what has to be waited for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Transition {
    /// What to write and to say.
    pub plan: Plan,
    /// The target of a truncation, as text.
    pub truncate_until: Option<String>,
}

/// Plans the transition.
///
/// # Errors
/// Refused with the next command; Unsupported where the operator knows only `logStop`.
pub fn plan(log: &LogBackup, request: &VerbRequest, now: DateTime<Utc>) -> Result<Transition> {
    let verb = request.verb;
    if log.dialect == Dialect::V1LogStop && matches!(verb, Verb::Pause | Verb::Resume) {
        return Err(Error::unsupported(format!(
            "{}: this operator knows only spec.logStop; {verb} needs TiDB Operator 1.5.5, 1.6.1 or later",
            log.object
        )));
    }
    let outcome = decide(log.situation(), verb);
    let retries_the_start =
        verb == Verb::Start && request.retry_failed && log.is_sticky(SubCommand::Start);
    match outcome {
        Outcome::Wait => Ok(under_way(log, verb)),
        Outcome::Already => already(log, request),
        Outcome::StartFailed if retries_the_start => send(log, request, now),
        outcome => {
            check_legal(log, verb, outcome)?;
            send(log, request, now)
        }
    }
}

fn under_way(log: &LogBackup, verb: Verb) -> Transition {
    let mut transition = Transition::default();
    let note = format!("{}: {verb} is already under way", log.object);
    transition.plan.notes.push(note.into());
    transition
}

/// The state is reached. A failed sub-command that the spec still asks for is taken back, because it would block a truncation
/// (docs/operators.md, "A failed pause blocks truncation on v2"). On v1 a failed start can be left on a task that runs again, and
/// keeps the operator from comparing with PD; `--retry-failed` clears that status too.
fn already(log: &LogBackup, request: &VerbRequest) -> Result<Transition> {
    let verb = request.verb;
    let failed = log.outstanding().filter(|command| log.is_sticky(*command));
    let mut transition = Transition::default();
    let plan = &mut transition.plan;
    if verb == Verb::Start && request.retry_failed {
        plan.writes.extend(retry(log, SubCommand::Start, request)?);
    }
    let spec = match failed {
        Some(_) => switches(log, verb),
        None => {
            let mut spec = json!({});
            without_log_stop(log, &mut spec);
            spec
        }
    };
    let changes = failed.is_some() || !plan.writes.is_empty();
    plan.already = (!changes).then(|| verb.done().to_owned());
    plan.writes.extend(spec_patch(log, spec));
    merge_for_v1(log, &mut plan.writes);
    Ok(transition)
}

fn send(log: &LogBackup, request: &VerbRequest, now: DateTime<Utc>) -> Result<Transition> {
    match request.verb {
        Verb::Truncate => truncate(log, request, now),
        verb @ (Verb::Start | Verb::Pause | Verb::Resume | Verb::Stop) => {
            switch(log, verb, request, now)
        }
    }
}

/// A pause, a resume, a stop, or a start that resumes or is tried again.
fn switch(
    log: &LogBackup,
    verb: Verb,
    request: &VerbRequest,
    now: DateTime<Utc>,
) -> Result<Transition> {
    let mut transition = Transition::default();
    let plan = &mut transition.plan;
    let runs = derived(log, verb);
    if runs == SubCommand::Resume {
        plan.warnings.extend(check_deadline(log, request, now)?);
    }
    plan.writes.extend(retry(log, runs, request)?);
    if verb == Verb::Pause && log.situation() == Situation::ErrorPaused {
        plan.warnings.push(format!(
            "{}: the task paused itself, and BR does not pause a paused task: this fails unless `br log resume --task-name={}` resumed the task first",
            log.object, log.object.name
        ));
    }
    plan.writes.extend(spec_patch(log, switches(log, verb)));
    merge_for_v1(log, &mut plan.writes);
    if verb == Verb::Stop {
        plan.question = Some(format!(
            "Stop log backup {} of cluster {}? Point-in-time recovery ends at its checkpoint, and it cannot be started again",
            log.object, log.cluster
        ));
    }
    Ok(transition)
}

/// The fields of the spec that ask for the verb, where they differ from what is there.
fn switches(log: &LogBackup, verb: Verb) -> Value {
    let mut spec = json!({});
    if log.dialect == Dialect::V1LogStop {
        // A start that is tried again needs no field there.
        match (verb, log.log_stop) {
            (Verb::Stop, None | Some(false)) => put(&mut spec, "logStop", json!(true)),
            (Verb::Start, Some(_)) => put(&mut spec, "logStop", Value::Null),
            (Verb::Start | Verb::Stop | Verb::Pause | Verb::Resume | Verb::Truncate, _) => {}
        }
        return spec;
    }
    if let Some(subcommand) = verb.subcommand() {
        if log.wanted != SpecCommand::Known(subcommand) {
            put(&mut spec, "logSubcommand", json!(subcommand.key()));
        }
        without_log_stop(log, &mut spec);
    }
    spec
}

/// The sub-command that the operator derives once the verb is written.
fn derived(log: &LogBackup, verb: Verb) -> SubCommand {
    match verb {
        Verb::Start if log.start.is_none() => SubCommand::Start,
        Verb::Start | Verb::Resume => SubCommand::Resume,
        Verb::Pause => SubCommand::Pause,
        Verb::Stop => SubCommand::Stop,
        Verb::Truncate => SubCommand::Truncate,
    }
}

/// The write that clears the status of a failed sub-command, which is the only way to run it again
/// (docs/operators.md, "Clearing the sub-status runs it again").
fn retry(log: &LogBackup, command: SubCommand, request: &VerbRequest) -> Result<Option<Write>> {
    let Some(status) = log.command(command).filter(|status| status.is_sticky()) else {
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

fn check_deadline(
    log: &LogBackup,
    request: &VerbRequest,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let paused = log
        .command(SubCommand::Pause)
        .and_then(|status| status.completed);
    let Some(deadline) = paused
        .map(|paused| paused + PAUSE_TTL)
        .filter(|deadline| now > *deadline)
    else {
        return Ok(None);
    };
    let reason = format!(
        "{}: the time to resume ended at {}; TiDB has probably collected the changes since the pause, and the gap cannot be filled",
        log.object,
        request.zone.show(deadline)
    );
    let way_out = next(log, "stop").after("end it").and(
        ", then start a new log backup under a new name and prefix, then take a new full backup",
    );
    Rule::ExpiredResume
        .enforce(&request.allowed, reason, way_out)
        .map(Some)
}

fn truncate(log: &LogBackup, request: &VerbRequest, now: DateTime<Utc>) -> Result<Transition> {
    let mut transition = Transition::default();
    let Some(truncation) = &request.truncation else {
        return Ok(transition);
    };
    if log.dialect == Dialect::V1LogStop && log.log_stop == Some(true) {
        return Err(Error::unsupported(format!(
            "{}: this operator truncates nothing once spec.logStop is true",
            log.object
        )));
    }
    let plan = &mut transition.plan;
    let (target, warning) = match truncation.decide(log, &request.allowed, now)? {
        Cut::Done(word) => {
            plan.already = Some(word);
            let mut spec = json!({});
            without_log_stop(log, &mut spec);
            plan.writes.extend(spec_patch(log, spec));
            return Ok(transition);
        }
        Cut::UnderWay(target) => {
            let note = format!(
                "{}: truncation until {} is already under way",
                log.object,
                target.show(request.zone)
            );
            plan.notes.push(note.into());
            transition.truncate_until = Some(target.to_string());
            return Ok(transition);
        }
        Cut::At(target, warning) => (target.to_string(), warning),
    };
    check_unblocked(log)?;
    plan.warnings.extend(warning);
    let failed_before = log
        .command(SubCommand::Truncate)
        .is_some_and(|status| status.truncating_until.as_deref() == Some(target.as_str()));
    if failed_before {
        plan.writes
            .extend(retry(log, SubCommand::Truncate, request)?);
    }
    let mut spec = json!({});
    if log.truncate_until.as_deref() != Some(target.as_str()) {
        put(&mut spec, "logTruncateUntil", json!(target));
    }
    without_log_stop(log, &mut spec);
    plan.writes.extend(spec_patch(log, spec));
    merge_for_v1(log, &mut plan.writes);
    plan.question = Some(question(log, &target, request.zone));
    transition.truncate_until = Some(target);
    Ok(transition)
}

fn question(log: &LogBackup, target: &str, zone: Zone) -> String {
    let show = |tso: Option<Tso>| {
        tso.and_then(Tso::time)
            .map_or_else(|| "<unknown>".to_owned(), |time| zone.show(time))
    };
    let target = show(Tso::parse(target));
    format!(
        "Truncate log backup {} until {target}? The log now covers {} to {}; everything before {target} is deleted for good",
        log.object,
        show(log.begin()),
        show(log.checkpoint),
    )
}

/// Takes `logStop` away: the API server rejects it beside `logSubcommand`, even when it is false
/// (docs/operators.md, "logStop beside logSubcommand is rejected"). Where `logStop` asked for a stop that is not carried out
/// yet, `log-stop` takes its place.
fn without_log_stop(log: &LogBackup, spec: &mut Value) {
    let Some(stop) = log.log_stop.filter(|_| log.dialect != Dialect::V1LogStop) else {
        return;
    };
    put(spec, "logStop", Value::Null);
    if stop && log.phase != Phase::Stopped && spec.get("logSubcommand").is_none() {
        put(spec, "logSubcommand", json!(SubCommand::Stop.key()));
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

/// Joins spec and status in one patch where the status is no subresource.
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
