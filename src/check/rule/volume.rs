//! The volume of a `local` storage: TiKV writes and reads the data itself, so TiKV must mount the volume where the Pods of the
//! operator mount it.

use serde_json::Value;

use crate::api::Operator;
use crate::api::document::at;
use crate::check::{CheckSubject, Judgement};
use crate::cluster::{Found, Resource};
use crate::lookup::surroundings::{ClusterDocuments, Surroundings};
use crate::manifest::storage::Provider;
use crate::manifest::work::{Work, WorkKind};
use crate::{Hint, NextCommand};

/// `tikv-volume`
pub fn is_mounted_by_tikv(
    subject: &CheckSubject<'_>,
    surroundings: &Surroundings,
) -> Vec<Judgement> {
    let works_with_tikv =
        |kind| matches!(kind, WorkKind::Snapshot | WorkKind::Log | WorkKind::Restore);
    let local = subject.work.iter().filter(|work| {
        works_with_tikv(work.kind) && Provider::of_spec(work.spec) == Some(Provider::Local)
    });
    local
        .flat_map(|work| {
            let documents = subject
                .cluster_of(work)
                .and_then(|key| surroundings.clusters.get(&key));
            documents.map_or_else(Vec::new, |documents| judge(subject, work, documents))
        })
        .collect()
}

/// Where the volumes and mounts of TiKV stand.
struct TikvPods<'a> {
    reference: String,
    volumes: &'a Value,
    mounts: &'a Value,
}

fn judge(
    subject: &CheckSubject<'_>,
    work: &Work<'_>,
    documents: &ClusterDocuments,
) -> Vec<Judgement> {
    let Ok(Found::Object(cluster)) = &documents.cluster else {
        return Vec::new();
    };
    let pods = match (subject.object.operator, &documents.tikv_groups) {
        (Operator::V1, _) => vec![TikvPods {
            reference: Resource::TIDB_CLUSTERS.reference(name(cluster)),
            volumes: at(cluster, "/spec/tikv/additionalVolumes"),
            mounts: at(cluster, "/spec/tikv/additionalVolumeMounts"),
        }],
        (Operator::V2, Ok(groups)) => groups.iter().map(pods_of_group).collect(),
        (Operator::V2, Err(error)) => {
            return vec![Judgement::unknown(
                Resource::CLUSTERS.reference(name(cluster)),
                error,
            )];
        }
    };
    pods.iter()
        .map(|pods| judge_pods(subject, work, pods))
        .collect()
}

fn name(document: &Value) -> &str {
    at(document, "/metadata/name").as_str().unwrap_or_default()
}

fn pods_of_group(group: &Value) -> TikvPods<'_> {
    let overlay = at(group, "/spec/template/spec/overlay/pod/spec");
    let containers = at(overlay, "/containers").as_array();
    let tikv = containers
        .into_iter()
        .flatten()
        .find(|container| at(container, "/name") == "tikv");
    TikvPods {
        reference: Resource::TIKV_GROUPS.reference(name(group)),
        volumes: at(overlay, "/volumes"),
        mounts: tikv.map_or(&Value::Null, |tikv| at(tikv, "/volumeMounts")),
    }
}

fn judge_pods(subject: &CheckSubject<'_>, work: &Work<'_>, pods: &TikvPods<'_>) -> Judgement {
    let wanted = source(at(work.spec, "/local/volume"));
    let path = at(work.spec, "/local/volumeMount/mountPath");
    let path = path.as_str().unwrap_or_default().trim_end_matches('/');
    let volumes = pods.volumes.as_array().into_iter().flatten();
    let volume = volumes.into_iter().find(|volume| source(volume) == wanted);
    let mounts: Vec<&str> = volume.map_or_else(Vec::new, |volume| {
        let mounts = pods.mounts.as_array().into_iter().flatten();
        let ours = mounts.filter(|mount| at(mount, "/name") == at(volume, "/name"));
        ours.filter_map(|mount| at(mount, "/mountPath").as_str())
            .map(|path| path.trim_end_matches('/'))
            .collect()
    });
    if mounts.contains(&path) {
        let message = format!("TiKV mounts the volume of the storage at {path} too");
        return Judgement::ok(&pods.reference, message);
    }
    let message = match mounts.first() {
        None => format!(
            "TiKV does not mount the volume of the storage: each TiKV would write to its own disk at {path}, or fail"
        ),
        Some(elsewhere) => format!(
            "TiKV mounts the volume of the storage at {elsewhere}, and the {} at {path}: they would not find each other's files",
            subject.object.kind.singular()
        ),
    };
    Judgement::critical(&pods.reference, message).hint(way_out(subject, work, path))
}

/// What a volume is made of. Two volumes of one claim or one export are the same, whatever they are called.
fn source(volume: &Value) -> Value {
    let mut source = volume.clone();
    if let Some(fields) = source.as_object_mut() {
        fields.remove("name");
        for fields in fields.values_mut().filter_map(Value::as_object_mut) {
            fields.remove("readOnly");
        }
    }
    source
}

fn way_out(subject: &CheckSubject<'_>, work: &Work<'_>, path: &str) -> Hint {
    let text = |pointer: &str| at(work.spec, pointer).as_str();
    let export = text("/local/volume/nfs/server")
        .zip(text("/local/volume/nfs/path"))
        .map(|(server, path)| format!("{server}:{path}"));
    let claim = text("/local/volume/persistentVolumeClaim/claimName");
    let Some((namespace, cluster)) = subject.cluster_of(work) else {
        return Hint::default();
    };
    if export.is_none() && claim.is_none() {
        return Hint::text("give TiKV the same volume at the same path");
    }
    NextCommand::plugin("setup tikv")
        .arg(cluster)
        .namespace(namespace)
        .flag_if("--local-pvc", claim)
        .flag_if("--local-nfs", export)
        .flag("--local-mount-path", path)
        .into()
}
