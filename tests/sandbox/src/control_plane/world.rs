//! Which custom resources an API server serves, and where their definitions come from.

use std::fs;
use std::path::PathBuf;

use kubectl_tidb_br::api::Dialect;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::failure::{Context, Failure, Result};

/// A cluster as a user may find it: the custom resources of one operator, of both, or of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum World {
    /// TiDB Operator 2.x.
    V2,
    /// TiDB Operator 1.6.
    V1,
    /// TiDB Operator 1.5.4: Backups only, whose log backups know `logStop` but no `logSubcommand`.
    V1LogStop,
    /// 2.x and 1.6 side by side.
    Both,
    /// No operator at all.
    Bare,
}

/// Who wrote the custom resource definitions of the backup kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CrdSource {
    /// Generated from the types of this project.
    Own,
    /// The operators' own files, where they lie beside the workspace.
    Operators,
}

impl CrdSource {
    /// Whether a world can be made from this source here.
    pub fn is_available(self) -> bool {
        match self {
            CrdSource::Own => true,
            CrdSource::Operators => operators_folder().is_dir(),
        }
    }
}

/// The definitions of a world: the backup kinds from `source`, then small definitions of the clusters that they refer to.
pub(super) fn crds(world: World, source: CrdSource) -> Result<Vec<Value>> {
    let mut crds = match source {
        CrdSource::Own => own_crds(world),
        CrdSource::Operators => operators_crds(world)?,
    };
    for crd in cluster_crds(world) {
        if !crds.iter().any(|other| name(other) == name(&crd)) {
            crds.push(crd);
        }
    }
    Ok(crds)
}

fn own_crds(world: World) -> Vec<Value> {
    let dialects: &[Dialect] = match world {
        World::V2 => &[Dialect::V2],
        World::V1 => &[Dialect::V1],
        World::V1LogStop => &[Dialect::V1LogStop],
        World::Both => &[Dialect::V2, Dialect::V1],
        World::Bare => &[],
    };
    dialects
        .iter()
        .flat_map(|dialect| kubectl_tidb_br::api::crds(*dialect))
        .collect()
}

fn operators_folder() -> PathBuf {
    super::workspace().join("../shared/crds")
}

fn operators_crds(world: World) -> Result<Vec<Value>> {
    let folders: &[&str] = match world {
        World::V2 => &["operator-v2"],
        World::V1 => &["operator-v1"],
        World::V1LogStop => &["operator-v1.5.4"],
        World::Both => &["operator-v2", "operator-v1"],
        World::Bare => &[],
    };
    let mut crds = Vec::new();
    for folder in folders {
        let folder = operators_folder().join(folder);
        let doing = format!("cannot read the definitions in {}", folder.display());
        for entry in fs::read_dir(&folder).context(&doing)? {
            let path = entry.context(&doing)?.path();
            // The plugin does not use the TiBR kinds, and they cost seconds at the start.
            let wanted = path
                .extension()
                .is_some_and(|extension| extension == "yaml")
                && !path.to_string_lossy().contains("tibr");
            if wanted {
                let text = fs::read_to_string(&path).context(&doing)?;
                crds.push(first_document(&text).context(&doing)?);
            }
        }
    }
    Ok(crds)
}

fn first_document(text: &str) -> Result<Value> {
    let document = serde_yaml::Deserializer::from_str(text)
        .next()
        .ok_or_else(|| Failure::new("an empty file"))?;
    Value::deserialize(document).context("not YAML")
}

fn name(crd: &Value) -> Option<&str> {
    crd.pointer("/metadata/name").and_then(Value::as_str)
}

/// The definitions of the clusters that a Backup refers to. The plugin reads a few fields of a cluster; all other fields that a test
/// writes are kept.
fn cluster_crds(world: World) -> Vec<Value> {
    let mut crds = Vec::new();
    if matches!(world, World::V2 | World::Both) {
        crds.push(crd(
            "core.pingcap.com",
            "Cluster",
            "cluster",
            &[],
            v2_cluster_spec(),
        ));
        crds.push(crd(
            "core.pingcap.com",
            "TiKVGroup",
            "tikvgroup",
            &[],
            anything(),
        ));
        crds.push(crd(
            "core.pingcap.com",
            "PDGroup",
            "pdgroup",
            &[],
            anything(),
        ));
    }
    if matches!(world, World::V1 | World::V1LogStop | World::Both) {
        crds.push(crd(
            "pingcap.com",
            "TidbCluster",
            "tidbcluster",
            &["tc"],
            anything(),
        ));
    }
    crds
}

fn anything() -> Value {
    json!({"type": "object", "x-kubernetes-preserve-unknown-fields": true})
}

fn v2_cluster_spec() -> Value {
    json!({
        "type": "object",
        "x-kubernetes-preserve-unknown-fields": true,
        "properties": {
            "paused": {"type": "boolean"},
            "suspendAction": {"type": "object", "properties": {"suspendCompute": {"type": "boolean"}}},
            "tlsCluster": {"type": "object", "properties": {"enabled": {"type": "boolean"}}},
        },
    })
}

fn crd(group: &str, kind: &str, singular: &str, short: &[&str], spec: Value) -> Value {
    json!({
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": format!("{singular}s.{group}")},
        "spec": {
            "group": group,
            "scope": "Namespaced",
            "names": {
                "kind": kind,
                "listKind": format!("{kind}List"),
                "singular": singular,
                "plural": format!("{singular}s"),
                "shortNames": short,
            },
            "versions": [{
                "name": "v1alpha1",
                "served": true,
                "storage": true,
                // Operator 1.x writes status through the object itself.
                "subresources": if group == "pingcap.com" { json!({}) } else { json!({"status": {}}) },
                "schema": {"openAPIV3Schema": {
                    "type": "object",
                    "properties": {"spec": spec, "status": anything()},
                }},
            }],
        },
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::print_stderr)]

    use super::*;

    #[test]
    fn a_world_has_the_kinds_of_its_operators_once() {
        if !CrdSource::Operators.is_available() {
            eprintln!("skipped: the operators' definitions are not here");
            return;
        }
        let kinds = ["backups", "backupschedules", "compactbackups", "restores"];
        let all = |group: &str| kinds.map(|kind| format!("{kind}.{group}")).to_vec();
        let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let v1 = [all("pingcap.com"), named(&["tidbclusters.pingcap.com"])].concat();
        let core =
            ["clusters", "pdgroups", "tikvgroups"].map(|kind| format!("{kind}.core.pingcap.com"));
        let v2 = [all("br.pingcap.com"), core.to_vec()].concat();
        // Of 1.5.4 only the definition of Backup exists beside the workspace; the project's own definitions have all kinds.
        let log_stop = |source| match source {
            CrdSource::Own => named(&[
                "backups.pingcap.com",
                "backupschedules.pingcap.com",
                "restores.pingcap.com",
                "tidbclusters.pingcap.com",
            ]),
            CrdSource::Operators => named(&["backups.pingcap.com", "tidbclusters.pingcap.com"]),
        };
        for source in [CrdSource::Own, CrdSource::Operators] {
            let rows = [
                (World::V1LogStop, log_stop(source)),
                (World::Both, [v1.clone(), v2.clone()].concat()),
                (World::V1, v1.clone()),
                (World::V2, v2.clone()),
                (World::Bare, Vec::new()),
            ];
            for (world, expected) in &rows {
                let crds = crds(*world, source).unwrap();
                let mut names: Vec<&str> = crds.iter().filter_map(name).collect();
                let mut expected = expected.clone();
                names.sort_unstable();
                expected.sort_unstable();
                assert_eq!(names, expected, "{world:?} {source:?}");
            }
        }
    }
}
