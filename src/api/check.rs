//! Holds a manifest against the schema: unknown fields with the nearest known one, fields of another operator version, wrong types.

use serde_json::Value;

use super::envelope::OBJECT;
use super::field_type::{Fault, Field, FieldType, Problem};
use super::kind::Kind;
use super::operator::Dialect;
use super::schema;

/// Everything in `spec` that the schema of `dialect` does not know or would not accept. `null` stands for "not set".
pub fn problems(kind: Kind, spec: &Value, dialect: Dialect) -> Vec<Problem> {
    let mut found = Vec::new();
    check(
        "spec",
        &FieldType::Object(schema::spec(kind)),
        &[],
        spec,
        dialect,
        &mut found,
    );
    found
}

/// The same for a whole object, its metadata included.
pub fn document_problems(kind: Kind, document: &Value, dialect: Dialect) -> Vec<Problem> {
    let mut found = Vec::new();
    check(
        "",
        &FieldType::Object(OBJECT),
        &[],
        document,
        dialect,
        &mut found,
    );
    for problem in &mut found {
        problem.path = problem.path.trim_start_matches('.').to_owned();
    }
    let spec = document.get("spec").filter(|spec| spec.is_object());
    found.extend(
        spec.into_iter()
            .flat_map(|spec| problems(kind, spec, dialect)),
    );
    found
}

/// The fields that `dialect` requires and `spec` lacks, as dotted paths. What is required in an object that is not there is
/// not missing; what the API server fills in is not either.
pub fn missing(kind: Kind, spec: &Value, dialect: Dialect) -> Vec<String> {
    let mut found = Vec::new();
    look_for_missing("spec", schema::spec(kind), spec, dialect, &mut found);
    found
}

fn look_for_missing(
    path: &str,
    fields: &'static [Field],
    value: &Value,
    dialect: Dialect,
    found: &mut Vec<String>,
) {
    let Value::Object(values) = value else { return };
    for field in fields.iter().filter(|field| field.known_to(dialect)) {
        let path = format!("{path}.{}", field.name);
        let value = values.get(field.name).filter(|value| !value.is_null());
        match (value, field.field_type) {
            (Some(value), FieldType::Object(inner)) => {
                look_for_missing(&path, inner, value, dialect, found);
            }
            (None, _) if field.required_by(dialect) && field.default_value().is_none() => {
                found.push(path);
            }
            _ => {}
        }
    }
}

fn check(
    path: &str,
    shape: &FieldType,
    one_of: &[&str],
    value: &Value,
    dialect: Dialect,
    found: &mut Vec<Problem>,
) {
    if value.is_null() {
        return;
    }
    let expected = match (shape, value) {
        (FieldType::Text | FieldType::Time, Value::String(text)) => {
            if one_of.is_empty() || one_of.contains(&text.as_str()) {
                return;
            }
            format!("one of {}", one_of.join(", "))
        }
        (FieldType::Int, Value::Number(number)) if number.is_i64() || number.is_u64() => return,
        (FieldType::Number, Value::Number(_)) | (FieldType::Bool, Value::Bool(_)) => return,
        (FieldType::List(item), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                check(
                    &format!("{path}[{index}]"),
                    item,
                    &[],
                    value,
                    dialect,
                    found,
                );
            }
            return;
        }
        (FieldType::Map(item), Value::Object(values)) => {
            for (key, value) in values {
                check(&format!("{path}.{key}"), item, &[], value, dialect, found);
            }
            return;
        }
        (FieldType::Object(fields), Value::Object(values)) => {
            for (key, value) in values {
                check_field(&format!("{path}.{key}"), key, fields, value, dialect, found);
            }
            return;
        }
        (FieldType::Core(check), value) => {
            found.extend(check(value).into_iter().map(|problem| Problem {
                path: join(path, &problem.path),
                ..problem
            }));
            return;
        }
        (FieldType::Text, _) => "a string".to_owned(),
        (FieldType::Time, _) => "an RFC 3339 time".to_owned(),
        (FieldType::Int, _) => "a whole number".to_owned(),
        (FieldType::Number, _) => "a number".to_owned(),
        (FieldType::Bool, _) => "true or false".to_owned(),
        (FieldType::List(_), _) => "a list".to_owned(),
        (FieldType::Map(_) | FieldType::Object(_), _) => "a mapping".to_owned(),
    };
    found.push(Problem {
        path: path.to_owned(),
        fault: Fault::Type(expected),
    });
}

fn check_field(
    path: &str,
    key: &str,
    fields: &'static [Field],
    value: &Value,
    dialect: Dialect,
    found: &mut Vec<Problem>,
) {
    if let Some(field) = schema::find(fields, key, dialect) {
        check(
            path,
            &field.field_type,
            field.enumeration(),
            value,
            dialect,
            found,
        );
        return;
    }
    let elsewhere = fields.iter().any(|field| field.name == key);
    let fault = if elsewhere {
        Fault::Elsewhere
    } else {
        Fault::Unknown(nearest(key, fields, dialect))
    };
    found.push(Problem {
        path: path.to_owned(),
        fault,
    });
}

/// The known key most like `key`, when one is like it at all.
fn nearest(key: &str, fields: &'static [Field], dialect: Dialect) -> Option<&'static str> {
    fields
        .iter()
        .filter(|field| field.known_to(dialect))
        .map(|field| {
            (
                strsim::jaro_winkler(&key.to_lowercase(), &field.name.to_lowercase()),
                field.name,
            )
        })
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// `serde_ignored` writes list positions as keys: `0.foo` becomes `[0].foo`.
fn join(path: &str, inner: &str) -> String {
    let mut joined = path.to_owned();
    for key in inner
        .split('.')
        .filter(|key| !key.is_empty() && *key != "?")
    {
        if key.bytes().all(|byte| byte.is_ascii_digit()) {
            joined.push_str(&format!("[{key}]"));
        } else {
            joined.push('.');
            joined.push_str(key);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_fault_is_told_with_its_place() {
        let rows = [
            (
                json!({"storageSiez": "1"}),
                Dialect::V2,
                "spec.storageSiez",
                Fault::Unknown(Some("storageSize")),
            ),
            (
                json!({"br": {"cluster": "c", "concurency": 4}}),
                Dialect::V2,
                "spec.br.concurency",
                Fault::Unknown(Some("concurrency")),
            ),
            (
                json!({"dumpling": {}}),
                Dialect::V2,
                "spec.dumpling",
                Fault::Elsewhere,
            ),
            (
                json!({"logSubcommand": "log-start"}),
                Dialect::V1LogStop,
                "spec.logSubcommand",
                Fault::Elsewhere,
            ),
            (
                json!({"logSubcommand": "log-resume"}),
                Dialect::V1,
                "spec.logSubcommand",
                Fault::Type("one of log-start, log-stop, log-pause".to_owned()),
            ),
            (
                json!({"commitTs": 436569119308644661u64}),
                Dialect::V1,
                "spec.commitTs",
                Fault::Type("a string".to_owned()),
            ),
            (
                json!({"tableFilter": "db.*"}),
                Dialect::V1,
                "spec.tableFilter",
                Fault::Type("a list".to_owned()),
            ),
            (
                json!({"tolerations": [{"kye": "a"}]}),
                Dialect::V2,
                "spec.tolerations[0].kye",
                Fault::Unknown(None),
            ),
        ];
        for (spec, dialect, path, fault) in rows {
            let expected = vec![Problem {
                path: path.to_owned(),
                fault,
            }];
            assert_eq!(problems(Kind::Backup, &spec, dialect), expected, "{spec}");
        }
    }

    #[test]
    fn what_is_required_is_missed_where_its_object_is_there() {
        let rows = [
            (json!({}), Dialect::V1, vec![]),
            (
                json!({"from": {"port": 4000}, "s3": {}}),
                Dialect::V1,
                vec!["spec.s3.provider", "spec.from.host", "spec.from.secretName"],
            ),
            (json!({"from": {}}), Dialect::V2, vec![]),
            (
                json!({"gcs": {"projectId": null}}),
                Dialect::V2,
                vec!["spec.gcs.projectId"],
            ),
        ];
        for (spec, dialect, expected) in rows {
            assert_eq!(missing(Kind::Backup, &spec, dialect), expected, "{spec}");
        }
    }

    #[test]
    fn what_the_operators_accept_passes() {
        let spec = json!({"br": {"cluster": "c", "options": ["--a"]}, "s3": {"provider": "aws", "prefix": null},
            "env": [{"name": "A", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}],
            "resources": {"requests": {"cpu": "1"}}, "useKMS": true});
        assert_eq!(problems(Kind::Backup, &spec, Dialect::V2), vec![]);
        assert_eq!(problems(Kind::Backup, &spec, Dialect::V1LogStop), vec![]);
    }
}
