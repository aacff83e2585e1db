//! API objects as kubectl prints them.

use serde_json::{Value, json};

use super::Format;
use crate::{Result, redact};

/// Whether a single object is printed bare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One object was asked for by name: it is printed bare. Any other number of objects is printed as a `List`.
    One,
    /// A `v1` `List`, whatever the number of objects.
    List,
}

/// Parts of an object that are printed only when they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disclosure {
    /// `--show-secrets`: `azblob.sasToken` and the data of Secrets as they are.
    pub secrets: bool,
    /// `--show-managed-fields`.
    pub managed_fields: bool,
}

/// The objects in a format for programs. `None` for the formats for people, for which each command has its own table or page.
///
/// # Errors
/// The errors of the format's template.
pub fn render(
    objects: &[Value],
    shape: Shape,
    format: &Format,
    disclosure: Disclosure,
    headers: bool,
) -> Result<Option<String>> {
    let data = match format {
        Format::Table | Format::Wide => return Ok(None),
        Format::Name => {
            let lines = objects.iter().map(|object| name(object) + "\n");
            return Ok(Some(lines.collect()));
        }
        Format::Data(data) => data,
    };
    let mut objects: Vec<Value> = objects
        .iter()
        .map(|object| disclose(object, disclosure))
        .collect();
    let document = match (shape, objects.pop()) {
        (Shape::One, Some(only)) if objects.is_empty() => only,
        (_, last) => {
            objects.extend(last);
            json!({
                "apiVersion": "v1",
                "kind": "List",
                "metadata": {"resourceVersion": ""},
                "items": objects,
            })
        }
    };
    data.render(&document, headers).map(Some)
}

/// `backup.br.pingcap.com/demo1`, or `secret/demo1` in the core group.
pub fn name(object: &Value) -> String {
    let text = |pointer| {
        object
            .pointer(pointer)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
            .unwrap_or("<unknown>")
    };
    let kind = text("/kind").to_lowercase();
    let name = text("/metadata/name");
    match text("/apiVersion").split_once('/') {
        Some((group, _)) => format!("{kind}.{group}/{name}"),
        None => format!("{kind}/{name}"),
    }
}

/// The object without managed fields and secrets, unless they are asked for.
pub fn disclose(object: &Value, disclosure: Disclosure) -> Value {
    disclosed(object.clone(), disclosure)
}

/// As [`disclose`], without a copy.
pub fn disclosed(mut object: Value, disclosure: Disclosure) -> Value {
    if !disclosure.managed_fields
        && let Some(metadata) = object.get_mut("metadata").and_then(Value::as_object_mut)
    {
        metadata.remove("managedFields");
    }
    if !disclosure.secrets {
        redact::printed_object(&mut object);
    }
    object
}

/// Whether a part of the object is hidden. Such a manifest cannot be applied as it is printed.
pub fn hides(object: &Value, disclosure: Disclosure) -> bool {
    let mut hidden = object.clone();
    redact::printed_object(&mut hidden);
    !disclosure.secrets && hidden != *object
}

/// kubectl's sentence about an empty list, for stderr. `None` means all namespaces.
pub fn nothing_found(namespace: Option<&str>) -> String {
    match namespace {
        Some(namespace) => format!("No resources found in {namespace} namespace."),
        None => "No resources found".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::redact::REDACTED;

    const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";

    fn backup(name: &str) -> Value {
        json!({
            "apiVersion": "br.pingcap.com/v1alpha1",
            "kind": "Backup",
            "metadata": {"name": name, "namespace": "ns", "managedFields": [{"manager": "kubectl"}]},
            "spec": {"commitTs": "436569119308644661"},
        })
    }

    fn shown(objects: &[Value], shape: Shape, format: &str) -> Option<String> {
        let format = format.parse().unwrap();
        render(objects, shape, &format, Disclosure::default(), true).unwrap()
    }

    #[test]
    fn one_is_bare_and_several_are_a_list() {
        let bare = "\
apiVersion: br.pingcap.com/v1alpha1
kind: Backup
metadata:
  name: a
  namespace: ns
spec:
  commitTs: '436569119308644661'
";
        let item = |name| {
            format!(
                "\
- apiVersion: br.pingcap.com/v1alpha1
  kind: Backup
  metadata:
    name: {name}
    namespace: ns
  spec:
    commitTs: '436569119308644661'
"
            )
        };
        let list = |items: &str| {
            format!("apiVersion: v1\nitems:{items}kind: List\nmetadata:\n  resourceVersion: ''\n")
        };
        let (a, b) = (backup("a"), backup("b"));
        let both = [a.clone(), b];
        let rows: &[(&[Value], Shape, String)] = &[
            (&both[..1], Shape::One, bare.to_owned()),
            (&both[..1], Shape::List, list(&format!("\n{}", item("a")))),
            (
                &both,
                Shape::One,
                list(&format!("\n{}{}", item("a"), item("b"))),
            ),
            (
                &both,
                Shape::List,
                list(&format!("\n{}{}", item("a"), item("b"))),
            ),
            (&[], Shape::List, list(" []\n")),
            (&[], Shape::One, list(" []\n")),
        ];
        for (objects, shape, expected) in rows {
            assert_eq!(shown(objects, *shape, "yaml").as_ref(), Some(expected));
        }
        assert_eq!(shown(&both, Shape::List, "table"), None);
        assert_eq!(shown(&both, Shape::List, "wide"), None);
        assert_eq!(
            shown(&both, Shape::List, "jsonpath={.items[*].metadata.name}").as_deref(),
            Some("a b")
        );
    }

    #[test]
    fn names() {
        let rows = [
            (
                "br.pingcap.com/v1alpha1",
                "Backup",
                "backup.br.pingcap.com/x",
            ),
            (
                "pingcap.com/v1alpha1",
                "BackupSchedule",
                "backupschedule.pingcap.com/x",
            ),
            ("v1", "Secret", "secret/x"),
            (
                "rbac.authorization.k8s.io/v1",
                "RoleBinding",
                "rolebinding.rbac.authorization.k8s.io/x",
            ),
        ];
        for (api_version, kind, expected) in rows {
            let object =
                json!({"apiVersion": api_version, "kind": kind, "metadata": {"name": "x"}});
            assert_eq!(
                shown(&[object], Shape::One, "name"),
                Some(format!("{expected}\n"))
            );
        }
        assert_eq!(name(&json!({})), "<unknown>/<unknown>");
        assert_eq!(shown(&[], Shape::List, "name").as_deref(), Some(""));
    }

    #[test]
    fn secrets_and_managed_fields_are_shown_on_request_only() {
        let azblob = json!({"container": "c", "sasToken": "sv=2024&sig=s3cret"});
        let mut object = backup("a");
        object["spec"] = json!({
            "azblob": azblob,
            "pitrFullBackupStorageProvider": {"azblob": azblob},
            "backupTemplate": {"azblob": azblob},
            "logBackupTemplate": [{"azblob": azblob}],
            "other": {"sasToken": "kept"},
        });
        let applied = object.to_string();
        object["metadata"]["annotations"] = json!({LAST_APPLIED: applied});

        let hidden = disclose(&object, Disclosure::default());
        let text = hidden.to_string();
        assert!(!text.contains("s3cret"), "{text}");
        assert_eq!(text.matches(REDACTED).count(), 8);
        assert_eq!(hidden["spec"]["other"]["sasToken"], "kept");
        assert_eq!(hidden["metadata"]["managedFields"], Value::Null);

        let everything = Disclosure {
            secrets: true,
            managed_fields: true,
        };
        assert_eq!(disclose(&object, everything), object);
        assert!(hides(&object, Disclosure::default()) && !hides(&object, everything));
        // A manifest without secrets stays as it was written, including its blanks.
        let applied = "{\"b\":1, \"a\":{}}\n";
        let unset = json!({
            "metadata": {"annotations": {LAST_APPLIED: applied}},
            "spec": {"azblob": {"sasToken": ""}},
        });
        assert_eq!(disclose(&unset, Disclosure::default()), unset);
        assert!(!hides(&unset, Disclosure::default()));
    }

    #[test]
    fn the_sentence_for_nothing() {
        assert_eq!(
            nothing_found(Some("prod")),
            "No resources found in prod namespace."
        );
        assert_eq!(nothing_found(None), "No resources found");
    }
}
