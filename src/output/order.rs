//! `--sort-by`: sorts objects by one of their fields, as kubectl does.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::Value;

use super::jsonpath::{JsonPath, relaxed_path};
use crate::api::quantity;
use crate::{Error, Result};

/// The field to sort by: as it is named in errors, and as a path.
#[derive(Debug, Clone, PartialEq)]
pub struct SortBy {
    source: String,
    path: JsonPath,
}

impl SortBy {
    /// Parses a path such as `{.status.commitTs}`. The braces and the first point may be left out.
    ///
    /// # Errors
    /// Usage, for a text that is not a path.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let inner = text.trim_start_matches('{').trim_end_matches('}');
        Ok(Self {
            source: format!("{{.{}}}", inner.trim_start_matches('.')),
            path: relaxed_path(text)?,
        })
    }

    /// Sorts `items` by the field in the document of each item. Items without the field come first; equal items keep their order.
    ///
    /// As in kubectl, texts that are all quantities (`512Mi`, `1Gi`, a TSO) are compared as quantities. Other texts are compared letter by
    /// letter, which is also the order of RFC 3339 times.
    ///
    /// # Errors
    /// No item has the field, or its values have no order.
    pub fn sort<T>(
        &self,
        items: Vec<T>,
        document: impl Fn(&T) -> Result<Cow<'_, Value>>,
    ) -> Result<Vec<T>> {
        let mut fields = Vec::new();
        for item in &items {
            let document = document(item)?;
            fields.push(self.path.find(&document)?.first().copied().cloned());
        }
        if !items.is_empty() && fields.iter().all(Option::is_none) {
            return Err(Error::failed(format!(
                "couldn't find any field with path {:?} in the list of objects",
                self.source
            )));
        }
        let keys = self.keys(&fields)?;
        let mut keyed: Vec<(SortKey, T)> = keys.into_iter().zip(items).collect();
        keyed.sort_by(|(a, _), (b, _)| a.compare(b));
        Ok(keyed.into_iter().map(|(_, item)| item).collect())
    }

    fn keys(&self, fields: &[Option<Value>]) -> Result<Vec<SortKey>> {
        let keys: Vec<SortKey> = fields.iter().flatten().filter_map(SortKey::of).collect();
        let given = fields.iter().flatten().filter(|value| !value.is_null());
        let alike = keys.windows(2).all(|pair| match pair {
            [a, b] => std::mem::discriminant(a) == std::mem::discriminant(b),
            _ => true,
        });
        if !alike || keys.len() != given.count() {
            return Err(Error::failed(format!(
                "cannot sort by {:?}: it finds maps, lists, or values of several types",
                self.source
            ))
            .hint("name a field that is a text, a number or a time, such as {.metadata.name}"));
        }
        let quantities = fields
            .iter()
            .flatten()
            .filter_map(Value::as_str)
            .all(|text| quantity::billionths(text).is_some());
        let key = |field: &Option<Value>| match field.as_ref().and_then(SortKey::of) {
            None => SortKey::Missing,
            Some(SortKey::Text(text)) if quantities => {
                quantity::billionths(&text).map_or(SortKey::Missing, SortKey::Quantity)
            }
            Some(key) => key,
        };
        Ok(fields.iter().map(key).collect())
    }
}

/// A value that can be compared.
enum SortKey {
    Missing,
    Flag(bool),
    Number(f64),
    Quantity(i128),
    Text(String),
}

impl SortKey {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(SortKey::Flag(*flag)),
            Value::Number(number) => number.as_f64().map(SortKey::Number),
            Value::String(text) => Some(SortKey::Text(text.clone())),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (SortKey::Flag(a), SortKey::Flag(b)) => a.cmp(b),
            (SortKey::Number(a), SortKey::Number(b)) => a.total_cmp(b),
            (SortKey::Quantity(a), SortKey::Quantity(b)) => a.cmp(b),
            (SortKey::Text(a), SortKey::Text(b)) => a.cmp(b),
            (a, b) => matches!(b, SortKey::Missing).cmp(&matches!(a, SortKey::Missing)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    fn sorted(values: &Value) -> Result<Vec<Value>> {
        let items = values.as_array().unwrap().clone();
        let by = SortBy::parse("{.f}").unwrap();
        by.sort(items, |item| {
            Ok(Cow::Owned(match item {
                Value::String(text) if text == "absent" => json!({}),
                item => json!({"f": item}),
            }))
        })
    }

    #[test]
    fn each_type_has_its_order() {
        let rows = [
            (json!([3, 10, 2.5]), json!([2.5, 3, 10])),
            (json!(["b2", "b10", "a"]), json!(["a", "b10", "b2"])),
            (json!(["x", "1", "absent"]), json!(["absent", "1", "x"])),
            (json!(["1Gi", "512Mi", "1G"]), json!(["512Mi", "1G", "1Gi"])),
            (
                json!(["1", "500m", "1e3", "2k", "0.25"]),
                json!(["0.25", "500m", "1", "1e3", "2k"]),
            ),
            (json!(["-1", "0", "-2"]), json!(["-2", "-1", "0"])),
            (
                json!(["436569119308644662", "436569119308644661"]),
                json!(["436569119308644661", "436569119308644662"]),
            ),
            // One text is not a quantity, so all are compared as texts.
            (
                json!(["1Gi", "512Mi", "many"]),
                json!(["1Gi", "512Mi", "many"]),
            ),
            (json!(["9 MB", "82 MB"]), json!(["82 MB", "9 MB"])),
            (
                json!(["2026-01-10T00:00:00Z", "2025-12-31T23:59:59Z"]),
                json!(["2025-12-31T23:59:59Z", "2026-01-10T00:00:00Z"]),
            ),
            (json!([2, null, 1]), json!([null, 1, 2])),
            (json!([true, false]), json!([false, true])),
            (json!([]), json!([])),
        ];
        for (values, expected) in rows {
            assert_eq!(Value::from(sorted(&values).unwrap()), expected, "{values}");
        }
    }

    #[test]
    fn what_has_no_order() {
        for values in [json!([{}, {}]), json!([1, "1"]), json!([[1]])] {
            let error = sorted(&values).unwrap_err();
            assert!(error.message.contains("cannot sort by \"{.f}\""), "{error}");
        }
        let error = sorted(&json!(["absent", "absent"])).unwrap_err();
        assert_eq!(
            error.message,
            "couldn't find any field with path \"{.f}\" in the list of objects"
        );
        for path in ["", "{.a}{.b}", "{.a["] {
            assert!(SortBy::parse(path).is_err(), "{path:?}");
        }
    }
}
