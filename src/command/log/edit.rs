//! The verbs of `log` on a manifest instead of a cluster, for GitOps.

use serde_json::{Value, json};

use super::order::{Order, word};
use crate::api::document::{at, put};
use crate::api::{Dialect, Kind};
use crate::context::Context;
use crate::log_backup::{Command, LogBackup, Verb, plan};
use crate::time::Tso;
use crate::write::plan::{Plan, Write};
use crate::write::{edit, execute};
use crate::{Error, Exit, Result};

/// `-f FILE --dry-run=client`: edits the manifest and prints it, without a connection. A manifest without a status is taken
/// at its word: what its spec asks for is what is.
pub(super) fn edit_file(
    context: &Context,
    path: &str,
    names: &[String],
    order: &Order<'_>,
) -> Result<Exit> {
    let edit = edit::Order {
        kind: Kind::Backup,
        called: "log backup",
        command: format!("log {}", order.request.verb),
        path,
        names,
        write: order.write,
    };
    edit.only_printed()?;
    if order.request.retry_failed {
        return Err(Error::usage(
            "--retry-failed clears a failure in the cluster, which -f does not reach",
        ));
    }
    let edited = edit.open(context)?;
    let document = &edited.document;
    if !LogBackup::is_log(document) {
        return Err(Error::usage(format!(
            "{} is not a log backup: spec.backupMode is not log",
            edited.file
        )));
    }
    let log = LogBackup::read(
        &with_assumed_status(document),
        Dialect::newest(edited.operator),
    )
    .ok_or_else(|| edited.nameless())?;
    let mut change = plan(&log, &order.request, context.now())
        .map_err(|error| edit::anywhere(error, &log.object.namespace))?;
    let spoken = spelled_out(&log, order.request.verb, document, &change.plan);
    change.plan.writes.extend(spoken);
    edit.print(context, &change.plan, &edited, &word(&change))
}

/// The sub-command that the manifest means without saying it. The cluster that it is applied to may stand elsewhere: there, no
/// `logSubcommand` is a start, and on v2 leaves a paused task paused (docs/operators.md, "Clearing the sub-command of a
/// Paused log backup").
fn spelled_out(log: &LogBackup, verb: Verb, document: &Value, plan: &Plan) -> Option<Write> {
    let stop = (log.log_stop == Some(true)).then_some(Command::Stop);
    let meant = verb.subcommand().or(stop)?;
    let after = execute::preview(plan, document);
    at(&after, "/spec/logSubcommand")
        .is_null()
        .then(|| Write::Patch {
            object: log.object.clone(),
            body: json!({"spec": {"logSubcommand": meant.key()}}),
            status: false,
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
