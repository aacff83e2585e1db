//! The TiDB cluster.

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Conditions, Kind, Operator};
use crate::check::{CheckSubject, Judgement};
use crate::cluster::{Found, Resource};
use crate::lookup::surroundings::{ClusterDocuments, Surroundings};
use crate::{Error, Hint, NextCommand};

/// The resource that a TiDB cluster of this operator is.
fn resource(operator: Operator) -> Resource {
    match operator {
        Operator::V1 => Resource::TIDB_CLUSTERS,
        Operator::V2 => Resource::CLUSTERS,
    }
}

/// Judges every TiDB cluster of the subject.
fn each(
    subject: &CheckSubject<'_>,
    surroundings: &Surroundings,
    judge: impl Fn(&str, &str, &ClusterDocuments) -> Vec<Judgement>,
) -> Vec<Judgement> {
    let named = subject
        .work
        .iter()
        .filter_map(|work| subject.cluster_of(work));
    named
        .filter_map(|key| {
            let documents = surroundings.clusters.get(&key)?;
            let (namespace, name) = &key;
            Some(judge(namespace, name, documents))
        })
        .flatten()
        .collect()
}

/// `cluster-missing`
pub fn exists(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let resource = resource(subject.object.operator);
    each(subject, surroundings, |namespace, name, documents| {
        let reference = resource.reference(name);
        vec![match &documents.cluster {
            Ok(Found::Object(_)) => Judgement::ok(
                reference,
                format!("TiDB cluster {name} exists in namespace {namespace}"),
            ),
            Ok(Found::NotFound) => Judgement::critical(
                reference,
                format!("TiDB cluster {name} does not exist in namespace {namespace}"),
            )
            .hint(NextCommand::kubectl(&format!("get {resource} -A"))),
            Ok(Found::NotServed) => Judgement::unknown(
                reference,
                &Error::failed(format!("the API server does not serve {resource}")),
            ),
            Err(error) => Judgement::unknown(reference, error),
        }]
    })
}

/// Why the operator ignores a Cluster (v2): a word, or nothing where the operator works on it.
pub fn ignored_because(cluster: &Value) -> Option<&'static str> {
    let is_set = |pointer: &str| at(cluster, pointer).as_bool() == Some(true);
    match () {
        () if is_set("/spec/paused") => Some("paused"),
        () if is_set("/spec/suspendAction/suspendCompute") => Some("suspended"),
        () => None,
    }
}

/// `cluster-paused`. Only v2 stops working on backups (docs/operators.md, "A paused Cluster is not woken").
pub fn is_not_paused(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    if subject.object.operator == Operator::V1 {
        return Vec::new();
    }
    let kind = subject.object.kind.singular();
    each(subject, surroundings, |namespace, name, documents| {
        let Ok(Found::Object(cluster)) = &documents.cluster else {
            return Vec::new();
        };
        let reference = Resource::CLUSTERS.reference(name);
        vec![match ignored_because(cluster) {
            None => Judgement::ok(reference, format!("Cluster {name} is not paused")),
            Some(why) => Judgement::critical(
                reference,
                format!(
                    "Cluster {name} is {why}: the operator ignores the {kind} meanwhile, and still ignores it after the cluster resumes until the {kind} changes"
                ),
            )
            .hint(unpause(why, name, namespace)),
        }]
    })
}

/// How a Cluster that is ignored is looked at, or resumed.
pub fn unpause(why: &str, name: &str, namespace: &str) -> Hint {
    match why {
        "paused" => NextCommand::kubectl(&format!("patch {}", Resource::CLUSTERS))
            .arg(name)
            .namespace(namespace)
            .flag("--type", "merge")
            .flag("-p", r#"{"spec":{"paused":false}}"#)
            .into(),
        _ => NextCommand::kubectl(&format!("get {}", Resource::CLUSTERS))
            .arg(name)
            .namespace(namespace)
            .flag("-o", "yaml")
            .into(),
    }
}

/// `cluster-not-ready`. v1 waits for the condition `Ready` before a backup, and v2 needs a PD group and a TiKV group; both
/// wait without a status.
pub fn is_ready(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let kind = subject.object.kind;
    match subject.object.operator {
        // A Restore does not wait for the condition.
        Operator::V1 if kind == Kind::Restore => Vec::new(),
        Operator::V1 => each(subject, surroundings, |namespace, name, documents| {
            let Ok(Found::Object(cluster)) = &documents.cluster else {
                return Vec::new();
            };
            let reference = Resource::TIDB_CLUSTERS.reference(name);
            vec![match is_v1_ready(cluster) {
                true => Judgement::ok(reference, format!("TidbCluster {name} is ready")),
                false => Judgement::warning(
                    reference,
                    format!(
                        "TidbCluster {name} is not ready: the operator waits for it, and the {} has no status until then",
                        kind.singular()
                    ),
                )
                .hint(describe(Resource::TIDB_CLUSTERS, name, namespace)),
            }]
        }),
        Operator::V2 => each(subject, surroundings, |namespace, name, documents| {
            if !matches!(documents.cluster, Ok(Found::Object(_))) {
                return Vec::new();
            }
            let reference = Resource::CLUSTERS.reference(name);
            let groups = [
                (Resource::PD_GROUPS, &documents.pd_groups),
                (Resource::TIKV_GROUPS, &documents.tikv_groups),
            ];
            let mut judgements = Vec::new();
            for (resource, found) in groups {
                match found {
                    Err(error) => judgements.push(Judgement::unknown(&reference, error)),
                    Ok(groups) if groups.is_empty() => judgements.push(
                        Judgement::critical(
                            &reference,
                            format!(
                                "Cluster {name} has no {}: the operator does nothing and writes no status",
                                resource.kind
                            ),
                        )
                        .hint(NextCommand::kubectl(&format!("get {resource}")).namespace(namespace)),
                    ),
                    Ok(_) => {}
                }
            }
            if judgements.is_empty() {
                judgements.push(Judgement::ok(
                    reference,
                    format!("Cluster {name} has PD and TiKV"),
                ));
            }
            judgements
        }),
    }
}

/// Whether a `TidbCluster` reports that it is ready.
pub fn is_v1_ready(cluster: &Value) -> bool {
    Conditions::of_object(cluster).is_true("Ready")
}

/// The command that shows why an object is as it is.
pub fn describe(resource: Resource, name: &str, namespace: &str) -> NextCommand {
    NextCommand::kubectl(&format!("describe {resource}"))
        .arg(name)
        .namespace(namespace)
}
