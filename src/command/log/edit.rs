//! The verbs of `log` on a manifest instead of a cluster, for GitOps.

use serde_json::{Value, json};

use super::transit::{Order, word};
use crate::api::document::put;
use crate::api::{Dialect, Kind};
use crate::cli::DryRun;
use crate::command::{Context, base, execute};
use crate::log_backup::{LogBackup, plan};
use crate::manifest::file;
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
    let verb = order.request.verb;
    if order.write.mode() != DryRun::Client {
        return Err(
            Error::usage("-f edits a manifest and writes nothing: add --dry-run=client").hint(
                format!("kubectl tidb-br log {verb} -f {path} --dry-run=client -o yaml"),
            ),
        );
    }
    if order.request.retry_failed {
        return Err(Error::usage(
            "--retry-failed clears a failure in the cluster, which -f does not reach",
        ));
    }
    let (file_name, bytes) = context.file(path)?;
    let (operator, document) = file::manifest(&file_name, &bytes, Kind::Backup)?;
    if context.operator().is_some_and(|asked| asked != operator) {
        return Err(Error::usage(format!(
            "{file_name} is for {operator}, but --operator says otherwise"
        )));
    }
    base::said_namespace(context, Some(&document))?;
    let in_file = document.pointer("/metadata/name").and_then(Value::as_str);
    if let Some(name) = names
        .iter()
        .find(|name| in_file.is_some_and(|in_file| in_file != *name))
    {
        return Err(Error::usage(format!(
            "{file_name} is about one log backup, {:?}, not {name:?}",
            in_file.unwrap_or_default()
        )));
    }
    if !LogBackup::is_log(&document) {
        return Err(Error::usage(format!(
            "{file_name} is not a log backup: spec.backupMode is not log"
        )));
    }
    let log = LogBackup::read(&with_assumed_status(&document), Dialect::newest(operator))
        .ok_or_else(|| Error::usage(format!("{file_name}: metadata.name is missing")))?;
    let change =
        plan(&log, &order.request, context.now()).map_err(|error| anywhere(error, &log))?;
    let after = execute::preview(&change.plan, &document);
    execute::print_result(context, &after, &word(&change), order.write)?;
    Ok(Exit::Done)
}

/// A manifest need not say its namespace; then hints do not either.
fn anywhere(error: Error, log: &LogBackup) -> Error {
    if !log.object.namespace.is_empty() {
        return error;
    }
    let hints = error.hints.iter();
    let hints = hints.map(|hint| {
        format!("{hint} ")
            .replace(" -n  ", " ")
            .trim_end()
            .to_owned()
    });
    Error {
        hints: hints.collect(),
        ..error.clone()
    }
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
