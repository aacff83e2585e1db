//! The verbs of `log` on a manifest instead of a cluster, for GitOps.

use serde_json::{Value, json};

use super::transit::{Order, word};
use crate::api::document::put;
use crate::api::{Dialect, Kind};
use crate::command::{Context, edit};
use crate::log_backup::{LogBackup, plan};
use crate::time::Tso;
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
    let change = plan(&log, &order.request, context.now())
        .map_err(|error| edit::anywhere(error, &log.object.namespace))?;
    edit.print(context, &change.plan, &edited, &word(&change))
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
