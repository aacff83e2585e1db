//! The fields of a piece of work, and how messages show their values.

use serde_json::Value;

use crate::api::document::at;
use crate::manifest::work::{Work, WorkKind};
use crate::time::{Tso, Zone};

/// The option of BR that makes a backup incremental.
const INCREMENTAL: &str = "--lastbackupts=";

pub(super) fn text<'a>(work: &Work<'a>, pointer: &str) -> &'a str {
    at(work.spec, pointer).as_str().unwrap_or_default()
}

pub(super) fn texts<'a>(work: &Work<'a>, pointer: &str) -> Vec<&'a str> {
    let list = at(work.spec, pointer).as_array();
    let list = list.into_iter().flatten();
    list.filter_map(Value::as_str).collect()
}

pub(super) fn is_by_br(work: &Work<'_>) -> bool {
    !matches!(work.kind, WorkKind::Dump | WorkKind::Import)
}

pub(super) fn is_set(work: &Work<'_>, pointer: &str) -> bool {
    match at(work.spec, pointer) {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    }
}

/// The base of an incremental backup.
pub fn incremental_base(spec: &Value) -> Option<Tso> {
    let options = at(spec, "/br/options").as_array()?;
    options
        .iter()
        .filter_map(Value::as_str)
        .find_map(|option| Tso::parse(option.strip_prefix(INCREMENTAL)?))
}

pub(super) fn shown(tso: Tso) -> String {
    let time = tso.time().map(|time| Zone::Utc.show(time));
    format!("{} ({tso})", time.unwrap_or_default())
}
