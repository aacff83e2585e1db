//! Writes a list of API objects while its objects are read, so that a long list is never held in memory.

use serde_json::Value;

use super::format::json;
use super::objects::{self, Disclosure};
use super::{Data, Format, yaml};
use crate::Result;

/// The formats that can be written object by object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writes {
    Json,
    Yaml,
    Names,
}

/// Writes a `v1` `List`, or with `-w` one document an object, as kubectl does.
///
/// A JSON list that is not ended is not valid JSON: what a failure cuts off cannot be taken for the whole.
#[derive(Debug)]
pub struct ListWriter {
    writes: Writes,
    alone: bool,
    disclosure: Disclosure,
    started: bool,
}

impl ListWriter {
    /// A writer of this format; `None` for a format that needs the whole list. `alone` makes each object a document.
    pub fn new(format: &Format, alone: bool, disclosure: Disclosure) -> Option<Self> {
        let writes = match format {
            Format::Data(Data::Json) => Writes::Json,
            Format::Data(Data::Yaml) => Writes::Yaml,
            Format::Name => Writes::Names,
            Format::Table | Format::Wide | Format::Data(_) => return None,
        };
        Some(Self {
            writes,
            alone,
            disclosure,
            started: false,
        })
    }

    /// The text of an object, without what stands between objects.
    ///
    /// # Errors
    /// The object cannot be written in the format.
    pub fn text(&self, object: Value) -> Result<String> {
        if self.writes == Writes::Names {
            return Ok(objects::name(&object) + "\n");
        }
        let object = objects::disclosed(object, self.disclosure);
        match (self.writes, self.alone) {
            (Writes::Yaml, true) => yaml::to_yaml(&object),
            (Writes::Yaml, false) => yaml::to_yaml(&Value::Array(vec![object])),
            (_, true) => json(&object),
            (_, false) => Ok(json(&object)?.trim_end().replace('\n', "\n        ")),
        }
    }

    /// What is printed for the next object.
    pub fn next(&mut self, text: &str) -> String {
        let first = !std::mem::replace(&mut self.started, true);
        let before = match (self.writes, self.alone, first) {
            (Writes::Names, ..) | (_, true, true) | (Writes::Json, true, false) => "",
            (Writes::Yaml, true, false) => "---\n",
            (Writes::Yaml, false, true) => "apiVersion: v1\nitems:\n",
            (Writes::Yaml, false, false) => "",
            (Writes::Json, false, true) => {
                "{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n        "
            }
            (Writes::Json, false, false) => ",\n        ",
        };
        format!("{before}{text}")
    }

    /// What is printed at the end of the list.
    pub fn end(&self) -> &'static str {
        match (self.writes, self.alone, self.started) {
            (Writes::Names, ..) | (_, true, _) => "",
            (Writes::Json, false, true) => {
                "\n    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n"
            }
            (Writes::Json, false, false) => {
                "{\n    \"apiVersion\": \"v1\",\n    \"items\": [],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n"
            }
            (Writes::Yaml, false, true) => "kind: List\nmetadata:\n  resourceVersion: ''\n",
            (Writes::Yaml, false, false) => {
                "apiVersion: v1\nitems: []\nkind: List\nmetadata:\n  resourceVersion: ''\n"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use serde_json::json;

    use super::super::objects::Shape;
    use super::*;

    fn written(objects: &[Value], format: &Format, alone: bool) -> String {
        let mut writer = ListWriter::new(format, alone, Disclosure::default()).unwrap();
        let mut all = String::new();
        for object in objects {
            let text = writer.text(object.clone()).unwrap();
            all.push_str(&writer.next(&text));
        }
        all + writer.end()
    }

    /// The same text as of the list that is held in memory, whatever the objects hold.
    #[test]
    fn written_one_by_one_as_in_one_piece() {
        let object = |name: &str| {
            json!({
                "apiVersion": "br.pingcap.com/v1alpha1", "kind": "Backup",
                "metadata": {"name": name, "managedFields": [{}]},
                "spec": {"azblob": {"sasToken": "s3cret"}, "none": [], "empty": {}, "on": "yes"},
                "status": {"conditions": [{"message": "one\n  two\n\nthree\n", "odd": "\u{1b}[2J\u{9b}"}]},
            })
        };
        let all = [object("a"), object("b"), json!({}), object("c")];
        for format in ["json", "yaml", "name"] {
            let format: Format = format.parse().unwrap();
            for count in 0..=all.len() {
                let objects = &all[..count];
                let whole =
                    objects::render(objects, Shape::List, &format, Disclosure::default(), true);
                assert_eq!(
                    Some(written(objects, &format, false)),
                    whole.unwrap(),
                    "{count}"
                );
            }
        }
        for format in ["table", "custom-columns=A:.b", "jsonpath={.items}"] {
            let format = format.parse().unwrap();
            assert!(ListWriter::new(&format, false, Disclosure::default()).is_none());
        }
    }

    #[test]
    fn a_watched_list_is_a_stream_of_documents() {
        let objects = [json!({"a": 1}), json!({"b": 2})];
        let format = |format: &str| format.parse().unwrap();
        assert_eq!(
            written(&objects, &format("yaml"), true),
            "a: 1\n---\nb: 2\n"
        );
        let json = written(&objects, &format("json"), true);
        let documents: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&json)
            .into_iter()
            .collect();
        assert_eq!(documents.unwrap(), objects);
        assert_eq!(written(&[], &format("json"), true), "");
    }
}
