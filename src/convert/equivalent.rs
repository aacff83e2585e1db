//! What is more than a field: modes that v2 does not have, the namespace of the cluster, and settings without which v2 behaves otherwise.

use serde_json::{Value, json};

use super::{at, at_mut, jobs, name, set};
use crate::api::Kind;
use crate::{Error, NextCommand, Result};

/// Older documentation writes `serviceAccount` into the spec of a schedule, where no operator looks for it.
pub(super) fn move_account(document: &mut Value, kind: Kind, warnings: &mut Vec<String>) {
    const TEMPLATE: &str = "spec.backupTemplate";
    let stray = at(document, "spec.serviceAccount").cloned();
    let (Kind::BackupSchedule, Some(account)) = (kind, stray) else {
        return;
    };
    if at(document, TEMPLATE).is_none() {
        return;
    }
    if let Some(spec) = document.get_mut("spec").and_then(Value::as_object_mut) {
        spec.remove("serviceAccount");
    }
    if at(document, "spec.backupTemplate.serviceAccount").is_some() {
        warnings.push(
            "spec.serviceAccount dropped: the template has one, and no operator reads this"
                .to_owned(),
        );
        return;
    }
    set(document, TEMPLATE, "serviceAccount", account);
    warnings.push(
        "spec.serviceAccount moved to spec.backupTemplate.serviceAccount, where operators look for it"
            .to_owned(),
    );
}

/// Refuses what has no equivalent: without its mode the object would do something else, or crash the operator.
pub(super) fn check(document: &Value, kind: Kind) -> Result<()> {
    for (path, job) in jobs(kind) {
        let Some(spec) = at(document, path) else {
            continue;
        };
        let word = |key: &str| spec.get(key).and_then(Value::as_str).unwrap_or_default();
        let volume = ["backupMode", "restoreMode"]
            .iter()
            .find(|key| word(key) == "volume-snapshot");
        if let Some(key) = volume {
            return Err(unsupported(
                document,
                &format!("{path}.{key} is volume-snapshot, which v2 does not have"),
            )
            .hint(
                NextCommand::plugin("backup create --help")
                    .local()
                    .after("in v2, back up to S3, GCS or Azure"),
            ));
        }
        if at(spec, "br").is_none() {
            let tool = match job {
                Kind::Restore => "TiDB Lightning",
                Kind::CompactBackup => {
                    return Err(Error::usage(format!(
                        "{}: {path}.br is missing",
                        name(document)
                    )));
                }
                _ => "Dumpling",
            };
            return Err(unsupported(
                document,
                &format!(
                    "{path}.br is absent, so that {tool} does the work, which v2 does not have"
                ),
            )
            .hint(format!(
                "run {tool} as a Job of your own, or keep operator v1 for it"
            )));
        }
    }
    Ok(())
}

fn unsupported(document: &Value, why: &str) -> Error {
    Error::unsupported(format!("{}: {why}", name(document)))
}

/// Makes the manifest mean in v2 what it meant in v1.
pub(super) fn settle(manifest: &mut Value, kind: Kind, warnings: &mut Vec<String>) {
    if matches!(kind, Kind::BackupSchedule | Kind::CompactBackup) {
        let plural = kind.plural();
        warnings.push(format!(
            "{} carried out by nobody: v2 has the schema of {plural}, but no controller for them",
            kind.name()
        ));
    }
    for (path, job) in jobs(kind) {
        settle_namespace(manifest, path, warnings);
        if *job == Kind::Backup {
            settle_log_switch(manifest, path, warnings);
            settle_retries(manifest, path);
        }
    }
}

/// v2 looks for the cluster in the namespace of the object, whatever `br.clusterNamespace` says
/// (docs/operators.md, "v2 finds clusters only in the namespace of the object").
fn settle_namespace(manifest: &mut Value, path: &str, warnings: &mut Vec<String>) {
    let field = format!("{path}.br.clusterNamespace");
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let Some(wanted) = text(at(manifest, &field)).filter(|wanted| !wanted.is_empty()) else {
        return;
    };
    match text(at(manifest, "metadata.namespace")) {
        Some(present) if present == wanted => {}
        Some(present) => {
            set(manifest, "metadata", "namespace", json!(wanted));
            warnings.push(format!(
                "metadata.namespace changed from {present} to {wanted}, that of {field}: v2 backs up only clusters in the namespace of the object; its Secrets and ServiceAccount must be there"
            ));
        }
        None => warnings.push(format!(
            "{field} carried: create the object in namespace {wanted}; v2 backs up only clusters in the namespace of the object"
        )),
    }
}

/// The older switch of log backups: v2 calls it deprecated, and takes only one of the two.
fn settle_log_switch(manifest: &mut Value, path: &str, warnings: &mut Vec<String>) {
    let Some(stop) = at(manifest, &format!("{path}.logStop")).and_then(Value::as_bool) else {
        return;
    };
    if let Some(keys) = at_mut(manifest, path).and_then(Value::as_object_mut) {
        keys.remove("logStop");
    }
    let driven = at(manifest, &format!("{path}.logSubcommand")).is_some();
    let warning = match (stop, driven) {
        (true, false) => {
            set(manifest, path, "logSubcommand", json!("log-stop"));
            format!(
                "{path}.logStop renamed to logSubcommand: log-stop; logStop is deprecated in v2"
            )
        }
        (false, false) => {
            format!("{path}.logStop dropped: false is the default, and logStop is deprecated in v2")
        }
        (_, true) => format!("{path}.logStop dropped: v2 accepts it only without logSubcommand"),
    };
    warnings.push(warning);
}

/// v1 fills the policy in by itself; a v2 snapshot without one hangs when its Pod dies.
fn settle_retries(manifest: &mut Value, path: &str) {
    let Some(spec) = at_mut(manifest, path) else {
        return;
    };
    let mode = spec.get("backupMode").and_then(Value::as_str);
    if mode.unwrap_or("snapshot") == "snapshot" && spec.get("backoffRetryPolicy").is_none() {
        crate::api::document::put(spec, "backoffRetryPolicy", json!({}));
    }
}
