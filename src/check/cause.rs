//! Why an object does not move although its own status says nothing of the reason.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::pod;
use super::rule::cluster::{ignored_because, is_v1_ready, unpause};
use crate::api::document::at;
use crate::api::{Kind, ObjectRef, Operator};
use crate::cluster::{Found, Resource};
use crate::lookup::standstill::{Standstill, TikvConfig, waits_for_tikv};
use crate::manifest::work::work_of;
use crate::{Hint, NextCommand};

/// A reason for which an object stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// A stable name.
    pub name: &'static str,
    /// What is wrong, and what follows from it.
    pub message: String,
    /// The way out, a step each.
    pub hints: Vec<Hint>,
    /// Whether the operator goes on by itself as soon as the cause is gone. Else the object has to be changed or made again.
    pub heals: bool,
}

impl Cause {
    /// A cause after which the operator goes on by itself.
    pub(super) fn passing(name: &'static str, message: impl Into<String>) -> Self {
        Self {
            name,
            message: message.into(),
            hints: Vec::new(),
            heals: true,
        }
    }

    /// A cause that somebody must remove.
    pub(super) fn lasting(name: &'static str, message: impl Into<String>) -> Self {
        Self {
            heals: false,
            ..Self::passing(name, message)
        }
    }

    /// Adds a step of the way out.
    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<Hint>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// Why an object does not move, the nearest cause first. `was_ignored` says whether its Cluster was paused or suspended when the
/// object was looked at before.
pub fn causes(object: &Value, around: &Standstill, was_ignored: bool) -> Vec<Cause> {
    let Some(reference) = ObjectRef::of(object) else {
        return Vec::new();
    };
    let mut causes = Vec::new();
    causes.extend(of_cluster(&reference, object, around, was_ignored));
    causes.extend(of_tikv_config(&reference, object, around));
    causes.extend(of_job(&reference, around));
    causes.extend(pod::causes(&reference, around));
    causes
}

/// Whether the operator ignores the Cluster of the object (v2).
pub fn is_ignored(around: &Standstill) -> bool {
    let cluster = around.cluster.as_ref().map(|documents| &documents.cluster);
    matches!(cluster, Some(Ok(Found::Object(cluster))) if ignored_because(cluster).is_some())
}

fn of_cluster(
    reference: &ObjectRef,
    object: &Value,
    around: &Standstill,
    was_ignored: bool,
) -> Option<Cause> {
    let documents = around.cluster.as_ref()?;
    let work = work_of(object);
    let (_, name) = work.first()?.cluster()?;
    let found = documents.cluster.as_ref().ok()?;
    match (reference.operator, found) {
        (Operator::V1, Found::Object(cluster)) => not_ready(reference, object, cluster, name),
        // v1 says in the status that the TidbCluster is missing.
        (Operator::V1, _) | (Operator::V2, Found::NotServed) => None,
        (Operator::V2, Found::NotFound) => Some(no_cluster(reference, name)),
        (Operator::V2, Found::Object(cluster)) => match ignored_because(cluster) {
            Some(why) => Some(ignored(reference, object, name, why)),
            None if is_untouched(object) => no_group(reference, around, name),
            None => None,
        }
        .or_else(|| asleep(reference, object, cluster, name, was_ignored)),
    }
}

fn no_cluster(reference: &ObjectRef, name: &str) -> Cause {
    Cause::passing(
        "cluster-missing",
        format!(
            "Cluster {name} does not exist in namespace {}, so the operator does nothing and writes no status",
            reference.namespace
        ),
    )
    .hint(NextCommand::kubectl(&format!("get {} -A", Resource::CLUSTERS)))
}

/// The operator waits until the cluster of a Backup is ready (docs/operators.md, "A v1 Backup waits for a Ready TidbCluster").
fn not_ready(reference: &ObjectRef, object: &Value, cluster: &Value, name: &str) -> Option<Cause> {
    let waits = reference.kind == Kind::Backup && is_untouched(object) && !is_v1_ready(cluster);
    waits.then(|| {
        let namespace = at(cluster, "/metadata/namespace").as_str();
        Cause::passing(
            "cluster-not-ready",
            format!(
                "TidbCluster {name} is not ready, so the operator waits for it and writes no status"
            ),
        )
        .hint(super::rule::cluster::describe(
            Resource::TIDB_CLUSTERS,
            name,
            namespace.unwrap_or(&reference.namespace),
        ))
    })
}

fn ignored(reference: &ObjectRef, object: &Value, name: &str, why: &str) -> Cause {
    Cause::lasting(
        "cluster-paused",
        format!(
            "Cluster {name} is {why}, so the operator ignores the {}",
            reference.kind.singular()
        ),
    )
    .hint(unpause(why, name, &reference.namespace))
    .hint(touch(reference, object).after("when the cluster runs again, wake the operator"))
}

fn no_group(reference: &ObjectRef, around: &Standstill, name: &str) -> Option<Cause> {
    let documents = around.cluster.as_ref()?;
    let groups = [
        (Resource::PD_GROUPS, &documents.pd_groups),
        (Resource::TIKV_GROUPS, &documents.tikv_groups),
    ];
    let (resource, _) = groups
        .into_iter()
        .find(|(_, found)| found.as_ref().is_ok_and(Vec::is_empty))?;
    Some(
        Cause::passing(
            "cluster-not-ready",
            format!(
                "Cluster {name} has no {}, so the operator does nothing and writes no status",
                resource.kind
            ),
        )
        .hint(NextCommand::kubectl(&format!("get {resource}")).namespace(&reference.namespace)),
    )
}

/// The operator is not told when a Cluster resumes (docs/operators.md, "A paused Cluster is not woken"). The Cluster may have
/// been paused for a moment that nobody saw; then only the times of the last changes speak for that.
fn asleep(
    reference: &ObjectRef,
    object: &Value,
    cluster: &Value,
    name: &str,
    was_ignored: bool,
) -> Option<Cause> {
    let kind = reference.kind.singular();
    let message = match was_ignored {
        true => {
            format!("Cluster {name} runs again, but the operator was not told about this {kind}")
        }
        false if is_unanswered(object) && changed_after(cluster, object) => format!(
            "Cluster {name} was changed after this {kind}; if the cluster was paused until then, the operator was not told about the {kind}"
        ),
        false => return None,
    };
    Some(Cause::lasting("cluster-woke", message).hint(touch(reference, object).after("wake it")))
}

/// Whether the operator has not begun with the object.
fn is_untouched(object: &Value) -> bool {
    let phase = at(object, "/status/phase").as_str().unwrap_or_default();
    phase.is_empty()
}

/// Whether the operator has written nothing since the spec of the object was changed.
fn is_unanswered(object: &Value) -> bool {
    match (written(object, "f:status"), written(object, "f:spec")) {
        (Some(status), Some(spec)) => status < spec,
        (status, _) => status.is_none(),
    }
}

/// Whether the spec of a Cluster was changed since it was created, and after that of the object.
fn changed_after(cluster: &Value, object: &Value) -> bool {
    let created = at(cluster, "/metadata/creationTimestamp").as_str();
    let created = created.and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let changed = written(cluster, "f:spec");
    changed > created.map(|time| time.to_utc()) && changed >= written(object, "f:spec")
}

/// When a part of an object was written last, by its managed fields.
fn written(object: &Value, part: &str) -> Option<DateTime<Utc>> {
    let entries = at(object, "/metadata/managedFields").as_array()?;
    entries
        .iter()
        .filter(|entry| at(entry, "/fieldsV1").get(part).is_some())
        .filter_map(|entry| DateTime::parse_from_rfc3339(at(entry, "/time").as_str()?).ok())
        .map(|time| time.to_utc())
        .max()
}

/// A change that means nothing, so that the operator looks at the object. The value must differ each time.
fn touch(reference: &ObjectRef, object: &Value) -> NextCommand {
    let version = at(object, "/metadata/resourceVersion").as_str();
    let resource = Resource::from(reference);
    NextCommand::kubectl(&format!("annotate {resource}"))
        .arg(&reference.name)
        .namespace(&reference.namespace)
        .arg("--overwrite")
        .arg(format!("tidb-br/touched={}", version.unwrap_or("once")))
}

/// v1 waits without a status until TiKV keeps all versions (docs/operators.md, "PITR waits for TiKV's configuration on v1").
fn of_tikv_config(reference: &ObjectRef, object: &Value, around: &Standstill) -> Option<Cause> {
    if !waits_for_tikv(reference, object) {
        return None;
    }
    let namespace = at(object, "/spec/br/clusterNamespace").as_str();
    let namespace = namespace.filter(|namespace| !namespace.is_empty());
    let Some(namespace) = namespace else {
        let message = "br.clusterNamespace is empty, and v1 prepares TiKV for a point-in-time restore only where br.clusterNamespace names the namespace of the cluster; this Restore waits for ever";
        return Some(
            Cause::lasting("pitr-gate", message).hint(
                NextCommand::kubectl(&format!("patch {}", Resource::from(reference)))
                    .arg(&reference.name)
                    .namespace(&reference.namespace)
                    .flag("--type", "merge")
                    .flag(
                        "-p",
                        format!(
                            r#"{{"spec":{{"br":{{"clusterNamespace":"{}"}}}}}}"#,
                            reference.namespace
                        ),
                    ),
            ),
        );
    };
    let waits = "the operator waits for TiKV's configuration before a point-in-time restore";
    Some(match around.tikv_config.as_ref()? {
        TikvConfig::NoStatefulSet(set) => Cause::passing(
            "pitr-gate",
            format!("{waits}, and StatefulSet {set} does not exist in namespace {namespace}"),
        )
        .hint(NextCommand::kubectl("get statefulsets").namespace(namespace)),
        TikvConfig::NoConfigMap(map) => Cause::passing(
            "pitr-gate",
            format!("{waits}, and ConfigMap {map} does not exist in namespace {namespace}"),
        )
        .hint(NextCommand::kubectl("get configmaps").namespace(namespace)),
        TikvConfig::Text(map, text) => {
            let value = ratio_threshold(text);
            if value.is_some_and(|value| value.parse::<f64>().is_ok_and(|value| value < 0.0)) {
                return None;
            }
            Cause::passing(
                "pitr-gate",
                format!(
                    "{waits}: ConfigMap {map} says gc.ratio-threshold = {}, and it must be -1",
                    value.unwrap_or("nothing")
                ),
            )
            .hint(
                NextCommand::kubectl("get configmap")
                    .arg(map)
                    .namespace(namespace)
                    .flag("-o", "yaml"),
            )
        }
    })
}

/// `ratio-threshold` of the section `[gc]`, or `gc.ratio-threshold`, in a TOML text as the operator writes it.
fn ratio_threshold(text: &str) -> Option<&str> {
    let mut section = "";
    for line in text.lines().map(str::trim) {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            section = name.trim();
        } else if let Some((key, value)) = line.split_once('=') {
            match (section, key.trim()) {
                ("gc", "ratio-threshold") | ("", "gc.ratio-threshold") => {
                    return Some(value.trim());
                }
                _ => {}
            }
        }
    }
    None
}

/// The Job that the object waits for is gone. v1 does not make the Job of a Restore again
/// (docs/operators.md, "A v1 Restore never gets its Job again").
fn of_job(reference: &ObjectRef, around: &Standstill) -> Option<Cause> {
    let (job, found) = around.job.as_ref()?;
    let gone = *found == Found::NotFound;
    let final_loss = reference.operator == Operator::V1 && reference.kind == Kind::Restore;
    (gone && final_loss).then(|| {
        Cause::lasting(
            "job-gone",
            format!(
                "Job {job} is gone, and v1 does not create it again: this Restore waits for ever"
            ),
        )
        .hint(
            NextCommand::kubectl(&format!("delete {}", Resource::from(reference)))
                .arg(&reference.name)
                .namespace(&reference.namespace)
                .after("create it again, after"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_that_the_operator_waits_for() {
        let rows = [
            ("[gc]\n  ratio-threshold = -1.0\n", Some("-1.0")),
            (
                "[storage]\nratio-threshold = 2\n[gc]\nratio-threshold = 1.1",
                Some("1.1"),
            ),
            ("gc.ratio-threshold = -1", Some("-1")),
            ("[server]\nratio-threshold = -1", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(ratio_threshold(text), expected, "{text}");
        }
    }
}
