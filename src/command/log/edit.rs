//! The verbs of `log` on a manifest instead of a cluster, for GitOps.

use serde_json::{Value, json};

use super::request::TransitionRequest;
use crate::api::document::{at, put};
use crate::api::{Dialect, Kind};
use crate::context::Context;
use crate::log_backup::{LogBackup, SubCommand, Verb, plan};
use crate::time::Tso;
use crate::write::file_edit::FileEdit;
use crate::write::{Plan, Write, preview};
use crate::{Error, Exit, Result};

/// `-f FILE --dry-run=client`: edits the manifest and prints it, without a connection. Where the manifest has no status, the state is
/// taken to be what the spec asks for.
pub(super) fn edit_file(
    context: &Context,
    path: &str,
    names: &[String],
    request: &TransitionRequest<'_>,
) -> Result<Exit> {
    let edit = FileEdit {
        kind: Kind::Backup,
        called: "log backup",
        command: format!("log {}", request.request.verb),
        path,
        names,
        flags: request.write,
    };
    edit.check_only_printed()?;
    if request.request.retry_failed {
        return Err(Error::usage(
            "--retry-failed clears a failure in the cluster, which -f does not reach",
        ));
    }
    let opened = edit.open(context)?;
    let document = &opened.document;
    if !LogBackup::is_log(document) {
        return Err(Error::usage(format!(
            "{} is not a log backup: spec.backupMode is not log",
            opened.file
        )));
    }
    let log = LogBackup::parse(
        &with_assumed_status(document),
        Dialect::newest(opened.operator),
    )
    .ok_or_else(|| opened.nameless())?;
    let mut change = plan(&log, &request.request, context.now())?;
    let stated = stated_subcommand(&log, request.request.verb, document, &change.plan);
    change.plan.writes.extend(stated);
    edit.print(context, &change.plan, &opened)
}

/// The sub-command that the manifest means without stating it. The cluster that the manifest is applied to may be in another state:
/// there, a missing `logSubcommand` is a start, and on v2 a paused task stays paused (docs/operators.md, "Clearing the sub-command of a
/// Paused log backup").
fn stated_subcommand(log: &LogBackup, verb: Verb, document: &Value, plan: &Plan) -> Option<Write> {
    let stop = (log.log_stop == Some(true)).then_some(SubCommand::Stop);
    let meant = verb.subcommand().or(stop)?;
    let after = preview(&plan.writes, document);
    at(&after, "/spec/logSubcommand").is_null().then(|| {
        let body = json!({"spec": {"logSubcommand": meant.key()}});
        Write::patch(&log.object, body)
    })
}

/// The status that a manifest without one stands for: started, and with nothing known about its checkpoint.
fn with_assumed_status(document: &Value) -> Value {
    let mut document = document.clone();
    if document.get("status").is_some() {
        return document;
    }
    let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str);
    let stopped = document.pointer("/spec/logStop").and_then(Value::as_bool) == Some(true);
    let phase = match text("/spec/logSubcommand") {
        Some("log-pause") => "Paused",
        Some("log-stop") => "Stopped",
        None if stopped => "Stopped",
        _ => "Running",
    };
    let status = json!({
        "phase": phase,
        "commitTs": "1",
        "logCheckpointTs": Tso::NO_END.to_string(),
        "logSuccessTruncateUntil": text("/spec/logTruncateUntil"),
    });
    put(&mut document, "status", status);
    document
}
