//! What becomes of each object of a plan: the object afterwards, and the word of its result line.

use serde_json::Value;

use super::address::Address;
use super::plan::{Decision, ResultWords, Write};
use crate::Result;
use crate::api::document::put;
use crate::api::merge_patch;

/// One object and the word of its result line, as in `backup.br.pingcap.com/x created`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultLine {
    /// The object that was written, or would be.
    pub object: Value,
    /// The word of the result line.
    pub word: String,
}

/// What a plan comes to when nothing is sent: computed here, from the objects as they were read.
///
/// # Errors
/// As [`Write::address`].
pub fn foresee<G>(decision: &Decision<G>) -> Result<Vec<ResultLine>> {
    let mut results = Vec::new();
    for address in decision.subjects()? {
        let live = decision.live_object(&address);
        let mut object = live.cloned().unwrap_or_default();
        let mut word = None;
        for write in writes_for(decision, &address) {
            word = Some(match write {
                Write::Apply { manifest, .. } => match live {
                    None => "created",
                    Some(live) if contains(live, manifest) => "unchanged",
                    Some(_) => "configured",
                },
                write => word_of(decision, write, live, &object),
            });
            apply(&mut object, write);
        }
        results.push(ResultLine {
            object,
            word: decision.plan.result_word(word),
        });
    }
    Ok(results)
}

/// The object after the patches of a plan that concern one object.
pub fn preview(writes: &[Write], live: &Value) -> Value {
    let mut object = live.clone();
    writes.iter().for_each(|write| apply(&mut object, write));
    object
}

fn apply(object: &mut Value, write: &Write) {
    match write {
        Write::Create { manifest, .. } | Write::Apply { manifest, .. } => {
            object.clone_from(manifest);
        }
        Write::Patch { body, .. } => merge_patch::apply(object, body),
        Write::Delete { .. } => {}
    }
}

/// The writes of a plan that concern one object.
pub(super) fn writes_for<'a, G>(
    decision: &'a Decision<G>,
    address: &'a Address,
) -> impl Iterator<Item = &'a Write> {
    let concerns = |write: &&Write| {
        write
            .address()
            .is_ok_and(|written| written.is_same(address))
    };
    decision.plan.writes.iter().filter(concerns)
}

/// The word for one write, given the object before and after it.
pub(super) fn word_of<G>(
    decision: &Decision<G>,
    write: &Write,
    before: Option<&Value>,
    after: &Value,
) -> &'static str {
    match (write, before) {
        (Write::Create { .. }, _) | (Write::Apply { .. }, None) => "created",
        (Write::Apply { .. }, Some(before)) if is_unchanged(before, after) => "unchanged",
        (Write::Apply { .. }, Some(_)) => "configured",
        (Write::Patch { .. }, _) => match decision.plan.words {
            ResultWords::Patch => "patched",
            ResultWords::Apply => "configured",
        },
        (Write::Delete { .. }, _) => "deleted",
    }
}

/// Whether everything in `wanted` is in `live`.
pub(super) fn contains(live: &Value, wanted: &Value) -> bool {
    match (live, wanted) {
        (Value::Object(live), Value::Object(wanted)) => wanted
            .iter()
            .all(|(key, value)| live.get(key).is_some_and(|live| contains(live, value))),
        // The API server fills in the group of a subject.
        (Value::Array(live), Value::Array(wanted)) => {
            live.len() == wanted.len()
                && live
                    .iter()
                    .zip(wanted)
                    .all(|(live, wanted)| contains(live, wanted))
        }
        (live, wanted) => live == wanted,
    }
}

/// Whether two versions of an object differ only in what every write changes.
fn is_unchanged(before: &Value, after: &Value) -> bool {
    let settled = |object: &Value| {
        let mut object = object.clone();
        let metadata = object.get_mut("metadata").and_then(Value::as_object_mut);
        if let Some(metadata) = metadata {
            metadata.remove("resourceVersion");
            metadata.remove("generation");
            let managers = metadata
                .get_mut("managedFields")
                .and_then(Value::as_array_mut);
            for manager in managers.into_iter().flatten() {
                put(manager, "time", Value::Null);
            }
        }
        object
    };
    settled(before) == settled(after)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A second apply of the same manifest changes times and versions, and is still `unchanged`.
    #[test]
    fn only_what_every_write_changes() {
        let object = |version: &str, time: &str, key: &str| json!({"metadata": {"name": "s", "resourceVersion": version, "managedFields": [{"manager": "m", "time": time}]}, "data": {"key": key}});
        let after = object("2", "now", "a");
        assert!(is_unchanged(&object("1", "then", "a"), &after));
        assert!(!is_unchanged(&object("1", "then", "b"), &after));
    }
}
