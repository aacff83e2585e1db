//! Field by field: what the schema of v2 knows is carried as it is, what it knows under another name is renamed, the rest is dropped
//! and named. Which fields those are follows from the schemas; only the reasons stand here.

use serde_json::{Map, Value};

use crate::api::schema;
use crate::api::{Dialect, Kind};
use crate::api::{Field, FieldType};

/// Fields with another name in v2.
const RENAMED: &[(&str, &str)] = &[("compactInterval", "compactSpan")];

/// Why v2 has no such field, by the key of the field.
const REASONS: &[(&str, &str)] = &[
    (
        "automountServiceAccountToken",
        "v2 Pods always mount the token of their account",
    ),
    ("calcSizeLevel", "v2 has no volume snapshots"),
    ("dumpling", "v2 has no Dumpling"),
    ("federalVolumeBackupPhase", "v2 has no volume snapshots"),
    ("federalVolumeRestorePhase", "v2 has no volume snapshots"),
    (
        "forcePathStyle",
        "v2 uses path style, but for the providers alibaba and netease",
    ),
    (
        "from",
        "v2 does not connect to TiDB; BR adjusts GC by itself since TiDB v4.0.8",
    ),
    ("minCompactStartTs", "v2 has no lower bound for compactions"),
    ("mode", "v2 has no sharded compaction"),
    ("name", "v2 names a compaction after its object"),
    ("physicalFileCacheCapacity", "v2 has no sharded compaction"),
    (
        "prune",
        "v2 does not clean up after a failed restore; start it again on an empty cluster",
    ),
    ("replicationConfig", "v2 has no restore in two phases"),
    ("resumeGcSchedule", "v2 has no volume snapshots"),
    ("shardCount", "v2 has no sharded compaction"),
    ("snapshotsDeleteRatio", "v2 has no volume snapshots"),
    (
        "tikvGCLifeTime",
        "v2 does not connect to TiDB; BR adjusts GC by itself since TiDB v4.0.8",
    ),
    ("tikvImage", "v2 has no image of its own for compactions"),
    (
        "to",
        "v2 does not connect to TiDB; BR adjusts GC by itself since TiDB v4.0.8",
    ),
    ("volumeAZ", "v2 has no volume snapshots"),
    ("volumeAttributesClassName", "v2 makes no scratch volumes"),
    ("warmup", "v2 has no volume snapshots"),
    ("warmupImage", "v2 has no volume snapshots"),
    ("warmupStrategy", "v2 has no volume snapshots"),
];

/// The spec of a kind, as far as v2 has it.
pub(super) fn spec(kind: Kind, spec: &Value, warnings: &mut Vec<String>) -> Value {
    fields("spec", schema::spec(kind), spec, warnings)
}

fn fields(path: &str, known: &'static [Field], value: &Value, warnings: &mut Vec<String>) -> Value {
    let Value::Object(keys) = value else {
        return value.clone();
    };
    let mut carried = Map::new();
    for (key, value) in keys.iter().filter(|(_, value)| !value.is_null()) {
        let path = format!("{path}.{key}");
        let renamed = RENAMED.iter().find(|(old, _)| old == key);
        if let Some(field) = schema::find(known, key, Dialect::V2) {
            let inner = match field.field_type {
                FieldType::Object(inner) => fields(&path, inner, value, warnings),
                _ => value.clone(),
            };
            carried.insert(key.clone(), inner);
        } else if let Some((_, new)) = renamed {
            warnings.push(format!("{path} renamed to {new}: v2 calls it so"));
            carried.insert((*new).to_owned(), value.clone());
        } else {
            warnings.push(format!("{path} dropped: {}", reason(key)));
        }
    }
    Value::Object(carried)
}

fn reason(key: &str) -> &'static str {
    REASONS
        .iter()
        .find_map(|(known, reason)| (*known == key).then_some(*reason))
        .unwrap_or("v2 has no such field")
}

/// What a user writes into metadata; everything else there belongs to the API server or the operator.
const OURS: [&str; 5] = ["name", "generateName", "namespace", "labels", "annotations"];
const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";

/// The metadata that a new object may have.
pub(super) fn metadata(metadata: &Value, warnings: &mut Vec<String>) -> Value {
    let Value::Object(keys) = metadata else {
        return Value::Object(Map::new());
    };
    let mut carried = Map::new();
    let mut dropped = Vec::new();
    for (key, value) in keys.iter().filter(|(_, value)| !value.is_null()) {
        match OURS.contains(&key.as_str()) {
            true => {
                carried.insert(key.clone(), value.clone());
            }
            false => dropped.push(format!("metadata.{key}")),
        }
    }
    if let Some(Value::Object(annotations)) = carried.get_mut("annotations")
        && annotations.remove(LAST_APPLIED).is_some()
    {
        dropped.push(format!("metadata.annotations[\"{LAST_APPLIED}\"]"));
        if annotations.is_empty() {
            carried.remove("annotations");
        }
    }
    if !dropped.is_empty() {
        warnings.push(format!(
            "{} dropped: the API server and the operator set their own",
            dropped.join(", ")
        ));
    }
    Value::Object(carried)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every field of v1 that v2 lacks has a reason of its own or a new name, so that no warning is empty talk.
    #[test]
    fn every_loss_is_explained() {
        fn walk(known: &'static [Field], lost: &mut Vec<&'static str>) {
            for field in known.iter().filter(|field| field.known_to(Dialect::V1)) {
                match (
                    schema::find(known, field.name, Dialect::V2),
                    field.field_type,
                ) {
                    (None, _) => lost.push(field.name),
                    (Some(_), FieldType::Object(inner)) => walk(inner, lost),
                    _ => {}
                }
            }
        }
        let mut lost = Vec::new();
        for kind in Kind::ALL {
            walk(schema::spec(kind), &mut lost);
        }
        assert!(lost.contains(&"forcePathStyle") && lost.contains(&"compactInterval"));
        for name in &lost {
            let renamed = RENAMED.iter().any(|(old, _)| old == name);
            let explained = REASONS.iter().any(|(key, _)| key == name);
            assert!(renamed != explained, "{name}");
        }
        for (key, _) in REASONS {
            assert!(lost.contains(key), "{key} is not lost");
        }
    }
}
