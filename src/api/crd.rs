//! The CRDs of both generations, made from the field table: what the sandbox loads, and what our own manifests are checked against.

use serde_json::{Map, Value, json};

use super::document::put;
use super::field_type::{Field, FieldType};
use super::kind::Kind;
use super::operator::{Dialect, Operator};
use super::schema;

/// Every CustomResourceDefinition that an operator of this dialect serves. 1.5.4 has no CompactBackup.
pub fn crds(dialect: Dialect) -> Vec<Value> {
    Kind::ALL
        .into_iter()
        .filter(|kind| dialect != Dialect::V1LogStop || *kind != Kind::CompactBackup)
        .map(|kind| crd(kind, dialect))
        .collect()
}

fn crd(kind: Kind, dialect: Dialect) -> Value {
    let operator = dialect.operator();
    let subresources = match operator {
        Operator::V1 => json!({}),
        Operator::V2 => json!({"status": {}}),
    };
    json!({
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": format!("{}.{}", kind.plural(), operator.group())},
        "spec": {
            "group": operator.group(),
            "scope": "Namespaced",
            "names": {
                "kind": kind.name(),
                "listKind": format!("{}List", kind.name()),
                "plural": kind.plural(),
                "singular": kind.singular(),
                "shortNames": [kind.short_name()],
            },
            "versions": [{
                "name": "v1alpha1",
                "served": true,
                "storage": true,
                "subresources": subresources,
                "additionalPrinterColumns": printer_columns(kind),
                "schema": {"openAPIV3Schema": {
                    "type": "object",
                    "required": ["metadata", "spec"],
                    "properties": {
                        "apiVersion": {"type": "string"},
                        "kind": {"type": "string"},
                        "metadata": {"type": "object"},
                        "spec": spec_schema(kind, dialect),
                        "status": object_schema(schema::status(kind), dialect),
                    },
                }},
            }],
        },
    })
}

fn spec_schema(kind: Kind, dialect: Dialect) -> Value {
    let mut spec = object_schema(schema::spec(kind), dialect);
    if dialect == Dialect::V1LogStop {
        return spec;
    }
    let templates: &[&str] = match kind {
        Kind::Backup => &[""],
        Kind::BackupSchedule => &[
            "/properties/backupTemplate",
            "/properties/logBackupTemplate",
        ],
        Kind::CompactBackup | Kind::Restore => &[],
    };
    for template in templates {
        if let Some(Value::Object(template)) = spec.pointer_mut(template) {
            template.insert("x-kubernetes-validations".to_owned(), one_log_switch());
        }
    }
    spec
}

/// `logStop` and `logSubcommand` must not both be present; `logStop: false` counts as present.
fn one_log_switch() -> Value {
    json!([{
        "rule": "!(has(self.logSubcommand) && has(self.logStop))",
        "message": "Field `logStop` is the old version field, please use `logSubcommand` instead",
    }])
}

fn object_schema(fields: &[Field], dialect: Dialect) -> Value {
    let known = || fields.iter().filter(|field| field.known_to(dialect));
    let properties: Map<String, Value> = known()
        .map(|field| (field.name.to_owned(), field_schema(field, dialect)))
        .collect();
    let required: Vec<&str> = known()
        .filter(|field| field.required_by(dialect))
        .map(|field| field.name)
        .collect();
    let mut object = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        put(&mut object, "required", json!(required));
    }
    object
}

fn field_schema(field: &Field, dialect: Dialect) -> Value {
    let mut schema = shape_schema(&field.field_type, dialect);
    if let Some(default) = field.default_value() {
        put(&mut schema, "default", default);
    }
    if !field.enumeration().is_empty() {
        put(&mut schema, "enum", json!(field.enumeration()));
    }
    if let Some(pattern) = field.regex() {
        put(&mut schema, "pattern", json!(pattern));
    }
    if field.may_be_null() {
        put(&mut schema, "nullable", json!(true));
    }
    schema
}

fn shape_schema(shape: &FieldType, dialect: Dialect) -> Value {
    match shape {
        FieldType::Text => json!({"type": "string"}),
        FieldType::Time => json!({"type": "string", "format": "date-time"}),
        FieldType::Int => json!({"type": "integer"}),
        FieldType::Number => json!({"type": "number"}),
        FieldType::Bool => json!({"type": "boolean"}),
        FieldType::List(item) => json!({"type": "array", "items": shape_schema(item, dialect)}),
        FieldType::Map(item) => {
            json!({"type": "object", "additionalProperties": shape_schema(item, dialect)})
        }
        FieldType::Object(fields) => object_schema(fields, dialect),
        FieldType::Core(_) => json!({"x-kubernetes-preserve-unknown-fields": true}),
    }
}

fn printer_columns(kind: Kind) -> Value {
    let column = |(name, kind, path): &(&str, &str, &str)| json!({"name": name, "type": kind, "jsonPath": path});
    let columns: &[(&str, &str, &str)] = match kind {
        Kind::Backup => &[
            ("Type", "string", ".spec.backupType"),
            ("Mode", "string", ".spec.backupMode"),
            ("Status", "string", ".status.phase"),
            ("BackupPath", "string", ".status.backupPath"),
            ("BackupSize", "string", ".status.backupSizeReadable"),
            ("CommitTS", "string", ".status.commitTs"),
            (
                "LogTruncateUntil",
                "string",
                ".status.logSuccessTruncateUntil",
            ),
            ("TimeTaken", "string", ".status.timeTaken"),
            ("Age", "date", ".metadata.creationTimestamp"),
        ],
        Kind::BackupSchedule => &[
            ("Schedule", "string", ".spec.schedule"),
            ("MaxBackups", "integer", ".spec.maxBackups"),
            ("MaxReservedTime", "string", ".spec.maxReservedTime"),
            ("Age", "date", ".metadata.creationTimestamp"),
        ],
        Kind::CompactBackup => &[
            ("Status", "string", ".status.state"),
            ("Progress", "string", ".status.progress"),
            ("Message", "string", ".status.message"),
        ],
        Kind::Restore => &[
            ("Status", "string", ".status.phase"),
            ("TimeTaken", "string", ".status.timeTaken"),
            ("CommitTS", "string", ".status.commitTs"),
            ("Age", "date", ".metadata.creationTimestamp"),
        ],
    };
    columns.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr)]
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;

    /// What a schema says of each field, by its path: type, enum, default and what is required in it. Core types are not
    /// entered.
    fn facts(schema: &Value, path: &str, core: &[&str], found: &mut BTreeMap<String, Value>) {
        for inner in ["items", "additionalProperties"] {
            if let Some(schema) = schema.get(inner) {
                facts(schema, &format!("{path}[]"), core, found);
            }
        }
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return;
        };
        for (key, schema) in properties {
            let path = format!("{path}.{key}");
            if core.contains(&key.as_str()) {
                found.insert(path, json!("core"));
                continue;
            }
            let mut required: Vec<&str> = schema["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            required.sort_unstable();
            let mut words = schema["enum"].clone();
            if let Value::Array(words) = &mut words {
                words.sort_by_key(Value::to_string);
            }
            let kind = match schema["type"].as_str().unwrap_or_default() {
                "integer" if path.ends_with("progress") => "number",
                kind => kind,
            };
            let fact = json!({"type": kind, "enum": words, "default": schema["default"], "required": required});
            found.insert(path.clone(), fact);
            facts(schema, &path, core, found);
        }
    }

    /// A field that the operators have and we do not would be refused in FILE; one that only we have would be written and lost.
    #[test]
    fn the_table_says_what_the_operators_definitions_say() {
        const CORE: &[&str] = &[
            "additionalVolumeMounts",
            "additionalVolumes",
            "affinity",
            "env",
            "imagePullSecrets",
            "podSecurityContext",
            "resources",
            "tolerations",
            "volume",
            "volumeMount",
        ];
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/crds");
        if !folder.is_dir() {
            eprintln!("skipped: the operators' definitions are not here");
            return;
        }
        let folders = [
            (Dialect::V2, "operator-v2"),
            (Dialect::V1, "operator-v1"),
            (Dialect::V1LogStop, "operator-v1.5.4"),
        ];
        for (dialect, name) in folders {
            for own in crds(dialect) {
                let file = format!(
                    "{}_{}.yaml",
                    dialect.operator().group(),
                    own["spec"]["names"]["plural"].as_str().unwrap()
                );
                let Ok(text) = std::fs::read_to_string(folder.join(name).join(&file)) else {
                    continue;
                };
                let theirs: Value = serde_yaml::from_str(&text).unwrap();
                let root = "/spec/versions/0/schema/openAPIV3Schema";
                let (mut ours, mut wanted) = (BTreeMap::new(), BTreeMap::new());
                for part in ["spec", "status"] {
                    let part = format!("{root}/properties/{part}");
                    facts(own.pointer(&part).unwrap(), "", CORE, &mut ours);
                    facts(theirs.pointer(&part).unwrap(), "", CORE, &mut wanted);
                }
                for (path, fact) in &wanted {
                    assert_eq!(ours.get(path), Some(fact), "{name} {file} {path}");
                }
                assert_eq!(ours.len(), wanted.len(), "{name} {file}");
            }
        }
    }
}
