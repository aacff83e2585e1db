//! A write whose answer was lost: only the object says whether the write was carried out.

use serde_json::Value;

use super::address::Address;
use super::foresight::contains;
use super::plan::Write;
use crate::api::document::at;
use crate::api::merge_patch;
use crate::cluster::{Cluster, IN_DOUBT};
use crate::{Error, Result};

/// What the object says about a write.
enum Evidence {
    /// The write was carried out; the object as it is now.
    CarriedOut(Value),
    /// The object is as it was before the write.
    Untouched,
    /// The object has changed, but not visibly by this write.
    Unclear,
}

/// Looks at the object after a write whose outcome is unknown. Returns the object where the write was carried out.
///
/// # Errors
/// The `error` of the write, with what is known.
pub(super) async fn settle(
    cluster: &Cluster,
    write: &Write,
    address: &Address,
    before: Option<&Value>,
    error: Error,
) -> Result<Value> {
    let Address {
        resource,
        namespace,
        name,
    } = address;
    let show = address
        .show_command(before)
        .after("look at the object before you try again");
    let Ok(found) = cluster.get(*resource, namespace, name).await else {
        return Err(error.hint(show));
    };
    match evidence(write, before, found.object()) {
        Evidence::CarriedOut(object) => Ok(object),
        Evidence::Untouched => {
            let state = match before {
                Some(_) => format!("{address} was unchanged when looked at afterwards"),
                None => format!("{address} did not exist when looked at afterwards"),
            };
            Err(Error {
                message: format!("{}; {state}", cause(&error)),
                ..error
            }
            .hint(show))
        }
        Evidence::Unclear => Err(error.hint(show)),
    }
}

/// The message of the error without the doubt, for where the outcome is known by now.
pub(super) fn cause(error: &Error) -> &str {
    let message = &error.message;
    message.strip_suffix(IN_DOUBT).unwrap_or(message)
}

fn evidence(write: &Write, before: Option<&Value>, now: Option<Value>) -> Evidence {
    let version = |object: &Value| at(object, "/metadata/resourceVersion").clone();
    let uid = |object: &Value| at(object, "/metadata/uid").clone();
    let is_untouched = before.map(version) == now.as_ref().map(version);
    let Some(now) = now else {
        return match (write, before) {
            (Write::Delete { .. }, Some(before)) => Evidence::CarriedOut(before.clone()),
            _ if is_untouched => Evidence::Untouched,
            _ => Evidence::Unclear,
        };
    };
    let carried_out = match write {
        Write::Create { manifest, .. } | Write::Apply { manifest, .. } => {
            !is_untouched && contains(&now, manifest)
        }
        Write::Patch { body, .. } => {
            let mut again = now.clone();
            merge_patch::apply(&mut again, body);
            !is_untouched && again == now
        }
        Write::Delete { .. } => {
            !at(&now, "/metadata/deletionTimestamp").is_null() || before.map(uid) != Some(uid(&now))
        }
    };
    match (carried_out, is_untouched) {
        (true, _) => Evidence::CarriedOut(now),
        (false, true) => Evidence::Untouched,
        (false, false) => Evidence::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::api::{Kind, ObjectRef, Operator};

    fn object(version: &str, spec: Value) -> Value {
        json!({
            "apiVersion": "br.pingcap.com/v1alpha1",
            "kind": "Backup",
            "metadata": {"name": "x", "uid": "u", "resourceVersion": version},
            "spec": spec,
        })
    }

    /// Each kind of write, the object before, the object afterwards, and what that says.
    #[test]
    fn what_the_object_says() {
        let reference = ObjectRef {
            operator: Operator::V2,
            kind: Kind::Backup,
            namespace: "ns".to_owned(),
            name: "x".to_owned(),
        };
        let manifest = json!({"metadata": {"name": "x"}, "spec": {"a": 1}});
        let create = Write::create(manifest.clone());
        let apply = Write::Apply {
            manifest,
            force: false,
        };
        let patch = Write::patch(&reference, json!({"spec": {"a": 1, "b": null}}));
        let delete = Write::Delete {
            object: (&reference).into(),
            propagation: None,
        };
        let old = || Some(object("1", json!({"a": 0, "b": 2})));
        let new = || Some(object("2", json!({"a": 1})));
        let other = || Some(object("2", json!({"a": 0, "b": 3})));
        let mut going = object("2", json!({"a": 0, "b": 2}));
        merge_patch::apply(
            &mut going,
            &json!({"metadata": {"deletionTimestamp": "now"}}),
        );
        let rows = [
            (&create, None, new(), "carried out"),
            (&create, None, None, "untouched"),
            // Somebody else's object under that name.
            (&create, None, other(), "unclear"),
            (&apply, None, new(), "carried out"),
            (&apply, old(), new(), "carried out"),
            (&apply, old(), old(), "untouched"),
            (&patch, old(), new(), "carried out"),
            (&patch, old(), old(), "untouched"),
            (&patch, old(), other(), "unclear"),
            (&patch, old(), None, "unclear"),
            (&delete, old(), None, "carried out"),
            (&delete, old(), Some(going), "carried out"),
            (&delete, old(), old(), "untouched"),
            (&delete, old(), other(), "unclear"),
        ];
        for (write, before, now, expected) in rows {
            let found = match evidence(write, before.as_ref(), now.clone()) {
                Evidence::CarriedOut(_) => "carried out",
                Evidence::Untouched => "untouched",
                Evidence::Unclear => "unclear",
            };
            assert_eq!(found, expected, "{write:?} {before:?} {now:?}");
        }
    }
}
