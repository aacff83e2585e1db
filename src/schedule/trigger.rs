//! One backup of a schedule by hand: as the operator would make it, but out of the reach of retention.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::observed::SCHEDULE_LABEL;
use super::{Child, Schedule};
use crate::api::document::{at, put};
use crate::api::{Kind, Operator};
use crate::manifest::storage::Provider;
use crate::{Error, NextCommand, Result};

/// The Backup of a run at `now`. The operator names and places its runs so (docs/operators.md, "What a schedule names its
/// children"); no owner and none of its other labels, so that retention never takes it.
///
/// # Errors
/// Refused while a backup of this schedule runs; Usage when there is no template.
pub fn trigger(
    schedule: &Schedule,
    object: &Value,
    children: &[&Child],
    now: DateTime<Utc>,
) -> Result<Value> {
    let name = &schedule.object.name;
    let running = children
        .iter()
        .find(|child| !child.log && !child.finished());
    if let Some(running) = running {
        return Err(Error::refused(format!(
            "{}: its backup {} is not finished (phase {})",
            schedule.object,
            running.name,
            running.phase.as_deref().unwrap_or("<none>")
        ))
        .hint(
            NextCommand::plugin("backup show")
                .arg(&running.name)
                .namespace(&running.namespace),
        ));
    }
    let mut spec = object
        .pointer("/spec/backupTemplate")
        .filter(|template| template.is_object())
        .cloned()
        .ok_or_else(|| Error::usage(format!("{}: it has no backupTemplate", schedule.object)))?;
    let moment = now.format("%Y-%m-%dt%H-%M-%S");
    add_suffix(&mut spec, &schedule.object.namespace, &moment.to_string());
    fill(&mut spec, object);
    let mut metadata = json!({
        "name": format!("{name}-{moment}"),
        "namespace": schedule.object.namespace,
        "labels": {SCHEDULE_LABEL: name},
    });
    if let Some(annotations) = annotations(object) {
        put(&mut metadata, "annotations", annotations);
    }
    Ok(json!({
        "apiVersion": Operator::V1.api_version(),
        "kind": Kind::Backup.name(),
        "metadata": metadata,
        "spec": spec,
    }))
}

/// A snapshot gets a folder of its own; a dump goes where the template says.
fn add_suffix(spec: &mut Value, namespace: &str, moment: &str) {
    let text = |pointer: &str| spec.pointer(pointer).and_then(Value::as_str);
    let Some(cluster) = text("/br/cluster").map(str::to_owned) else {
        return;
    };
    let namespace = text("/br/clusterNamespace")
        .filter(|text| !text.is_empty())
        .unwrap_or(namespace);
    let folder = format!("{cluster}-pd.{namespace}-2379-{moment}");
    let Some(provider) = Provider::of_spec(spec) else {
        return;
    };
    let Some(storage) = spec.get_mut(provider.key()) else {
        return;
    };
    let prefix = at(storage, "/prefix").as_str().unwrap_or_default();
    let prefix = match prefix.trim_end_matches('/') {
        "" => folder,
        prefix => format!("{prefix}/{folder}"),
    };
    put(storage, "prefix", prefix);
}

/// The fields of the schedule itself that the operator hands down.
fn fill(spec: &mut Value, object: &Value) {
    let given = |key: &str| {
        at(object, "/spec")
            .get(key)
            .filter(|value| !value.is_null())
    };
    if let Some(secrets) = given("imagePullSecrets") {
        put(spec, "imagePullSecrets", secrets.clone());
    }
    if spec.get("br").is_some_and(|br| !br.is_null()) {
        return;
    }
    for key in ["storageClassName", "storageSize"] {
        if let Some(value) = given(key).filter(|_| spec.get(key).is_none()) {
            put(spec, key, value.clone());
        }
    }
}

/// Annotations carry the IAM role of the Pod, so they come along.
fn annotations(object: &Value) -> Option<Value> {
    let mut annotations = object
        .pointer("/metadata/annotations")?
        .as_object()?
        .clone();
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
    (!annotations.is_empty()).then_some(Value::Object(annotations))
}
