//! kubectl's JSONPath templates.
//!
//! kubectl's dialect is older than RFC 9535 and differs from it: text around `{...}`, `range` and `end`, keys with `\.`, several results joined
//! by blanks, an index out of bounds as an error. Templates are parsed here; their paths are translated to RFC 9535, and a library evaluates
//! them.

mod cursor;
mod parse;
mod part;
mod path;

use std::str::FromStr;

use serde_json::Value;

pub use parse::relaxed_path;
pub use path::JsonPath;

use crate::{Error, Result};
use part::{Part, evaluate};

/// A template such as `{range .items[*]}{.metadata.name}{"\n"}{end}`.
///
/// A key that is missing gives nothing. An index that is out of bounds is an error, as in kubectl.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    source: String,
    parts: Vec<Part>,
}

impl Template {
    /// The text for one document. No line end is added.
    pub fn text(&self, document: &Value) -> Result<String> {
        let results = self.results(document)?;
        Ok(results
            .iter()
            .map(|found| found.iter().map(text).collect::<Vec<_>>().join(" "))
            .collect())
    }

    /// The values that each part finds, in the order of printing. Literal text counts as one string.
    pub fn results(&self, document: &Value) -> Result<Vec<Vec<Value>>> {
        let mut results = Vec::new();
        evaluate(&self.parts, document, &mut results).map_err(|reason| {
            Error::failed(format!(
                "error executing jsonpath {:?}: {reason}",
                self.source
            ))
        })?;
        Ok(results)
    }
}

impl FromStr for Template {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self> {
        let parts = parse::template(source).map_err(|reason| {
            Error::usage(format!("cannot read the jsonpath {source:?}: {reason}"))
        })?;
        Ok(Self {
            source: source.to_owned(),
            parts,
        })
    }
}

/// One value as kubectl prints it: strings bare, maps and lists as compact JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({
            "kind": "List",
            "items": [
                {
                    "metadata": {"name": "demo1", "labels": {"app.kubernetes.io/name": "br", "tier": "gold"}},
                    "spec": {"br": {"options": ["--a", "--b"], "concurrency": 4, "checksum": true}},
                    "status": {"phase": "Complete", "conditions": [{"type": "Scheduled", "status": "True"}, {"type": "Complete", "status": "True"}]}
                },
                {
                    "metadata": {"name": "demo2", "labels": {"tier": "iron"}},
                    "spec": {"br": {"options": [], "concurrency": 16}, "note": "it's \"so\""},
                    "status": null
                }
            ],
            "empty": [],
            "a.b": "dotted"
        })
    }

    /// What client-go's `jsonpath` package prints for the same document and template.
    #[test]
    fn as_kubectl_prints_it() {
        let rows: &[(&str, &str)] = &[
            ("{.kind}", "List"),
            ("{ .kind }", "List"),
            ("{$.kind}{@.kind}", "ListList"),
            ("kind: {.kind}!", "kind: List!"),
            (".kind", ".kind"),
            ("{.items[*].metadata.name}", "demo1 demo2"),
            ("{.items[0].metadata.name}", "demo1"),
            ("{.items[-1].metadata.name}", "demo2"),
            ("{.items[0:1].metadata.name}", "demo1"),
            ("{.items[:].metadata.name}", "demo1 demo2"),
            ("{.items[::2].metadata.name}", "demo1"),
            ("{.items[-1:].metadata.name}", "demo2"),
            ("{.items[0,1].metadata.name}", "demo1 demo2"),
            (
                "{.items[*]['metadata.name', 'status.phase']}",
                "demo1 demo2 Complete",
            ),
            ("{.items[0]['metadata']['name']}", "demo1"),
            (
                "{.items[*].metadata.labels.app\\.kubernetes\\.io/name}",
                "br",
            ),
            (
                "{.items[0].metadata.labels['app\\.kubernetes\\.io/name']}",
                "br",
            ),
            ("{.a\\.b}", "dotted"),
            ("{.missing}", ""),
            ("{.missing.deeper[0].still}", ""),
            ("{.items[1].status}", "null"),
            ("{.items[1].status.phase}", ""),
            ("{.items[1].status.conditions[0].type}", ""),
            ("{.kind.deeper}", ""),
            ("{.empty[*]}", ""),
            ("{.empty}", "[]"),
            (
                "{.items[0].spec.br}",
                "{\"checksum\":true,\"concurrency\":4,\"options\":[\"--a\",\"--b\"]}",
            ),
            ("{.items[*].spec.br.concurrency}", "4 16"),
            ("{.items[0].metadata.labels.*}", "br gold"),
            ("{..name}", "demo1 demo2"),
            ("{.items[0]..type}", "Scheduled Complete"),
            (
                "{.items[?(@.status.phase==\"Complete\")].metadata.name}",
                "demo1",
            ),
            (
                "{.items[?(@.status.phase=='Complete')].metadata.name}",
                "demo1",
            ),
            (
                "{.items[?(@.status.phase!=\"Running\")].metadata.name}",
                "demo1",
            ),
            ("{.items[?(@.status.conditions)].metadata.name}", "demo1"),
            (
                "{.items[?(.metadata.name==\"demo2\")].metadata.name}",
                "demo2",
            ),
            (
                "{.items[?(@.spec.br.concurrency>4)].metadata.name}",
                "demo2",
            ),
            (
                "{.items[?(@.spec.br.concurrency>=4)].metadata.name}",
                "demo1 demo2",
            ),
            (
                "{.items[?(@.spec.br.concurrency<=4)].metadata.name}",
                "demo1",
            ),
            (
                "{.items[?(@.spec.br.checksum==true)].metadata.name}",
                "demo1",
            ),
            (
                "{.items[?( @.metadata.name == 'demo1' )].metadata.name}",
                "demo1",
            ),
            (
                "{.items[0].status.conditions[?(@.type=='Complete')].status}",
                "True",
            ),
            ("{.items[0].spec.br.options[?(@=='--a')]}", "--a"),
            (
                "{.items[?(@.metadata.labels.app\\.kubernetes\\.io/name=='br')].metadata.name}",
                "demo1",
            ),
            (
                "{.items[?(@['metadata']['name']=='demo1')].metadata.name}",
                "demo1",
            ),
            (
                "{.items[?(@.status.conditions[0].type=='Scheduled')].metadata.name}",
                "demo1",
            ),
            (
                "{range .items[*]}{.metadata.name}{\"\\n\"}{end}",
                "demo1\ndemo2\n",
            ),
            (
                "{range .items[*]}[{.metadata.name}, {.status.phase}] {end}",
                "[demo1, Complete] [demo2, ] ",
            ),
            (
                "{range .items[*]}{@.metadata.name}{'\\t'}{end}{.kind}",
                "demo1\tdemo2\tList",
            ),
            (
                "{range .items[*]}{.metadata.name}:{range .spec.br.options[*]}{@},{end};{end}",
                "demo1:--a,--b,;demo2:;",
            ),
            ("{range .empty[*]}x{end}done", "done"),
            ("{range .items[*]}{.metadata.name};", "demo1;demo2;"),
            ("{\"\\\"quoted\\\" \\u00e9 \\x41\"}", "\"quoted\" \u{e9} A"),
            ("{'it\\'s'}", "it's"),
            ("", ""),
        ];
        let document = document();
        for (template, expected) in rows {
            let text = template
                .parse::<Template>()
                .and_then(|template| template.text(&document));
            assert_eq!(text.as_deref(), Ok(*expected), "{template}");
        }
    }

    #[test]
    fn the_whole_document() {
        for template in ["{@}", "{$}", "{}", "{.}"] {
            let text = template.parse::<Template>().unwrap().text(&document());
            let read: Value = serde_json::from_str(&text.unwrap()).unwrap();
            assert_eq!(read, document(), "{template}");
        }
    }

    #[test]
    fn strings_with_quotes_are_compared() {
        let template: Template = "{.items[?(@.spec.note==\"it's \\\"so\\\"\")].metadata.name}"
            .parse()
            .unwrap();
        assert_eq!(template.text(&document()).as_deref(), Ok("demo2"));
    }

    #[test]
    fn what_cannot_be_read_is_a_usage_error() {
        let rows = [
            ("{.kind", "not closed"),
            ("{.items[0}", "unterminated"),
            ("{.items[?(@.a==\"x\")]", "not closed"),
            ("{.items[?(@.a==\"x\"]}", "unterminated filter"),
            ("{\"text}", "unterminated"),
            ("{.items[x]}", "index x"),
            ("{.items[0:1:2:3]}", "index 0:1:2:3"),
            ("{.items[::0]}", "step must be > 0"),
            ("{.items[?(@.a === 1)]}", "operator ==="),
            ("{.items[?(@.a == )]}", "nothing to compare"),
            ("{end}", "not in range"),
            ("{if .x}", "unrecognized identifier if"),
            ("{.a | length}", "unexpected '|'"),
            ("{...a}", "unexpected"),
            ("{.items[?(@.a==\"x\" && @.b==\"y\")]}", "unexpected '&'"),
        ];
        for (template, reason) in rows {
            let error = template.parse::<Template>().unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage);
            assert!(error.message.contains(reason), "{template}: {error}");
            assert!(!error.message.contains('\n'), "{template}: {error}");
        }
    }

    #[test]
    fn an_index_out_of_bounds_fails() {
        let rows = [
            (
                "{.items[2]}",
                "array index out of bounds: index 2, length 2",
            ),
            (
                "{.empty[0].x}",
                "array index out of bounds: index 0, length 0",
            ),
            (
                "{.items[-3]}",
                "array index out of bounds: index -3, length 2",
            ),
            (
                "{.items[0].metadata[0]}",
                "an index needs an array, not a map",
            ),
        ];
        for (template, reason) in rows {
            let template: Template = template.parse().unwrap();
            let error = template.text(&document()).unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Failed);
            assert!(error.message.contains(reason), "{error}");
        }
    }

    proptest! {
        #[test]
        fn no_template_breaks_it(template in "[a-z.{}\\[\\]()?@$'\"*:=<>!\\\\0-9, -]{0,30}") {
            if let Ok(template) = template.parse::<Template>() {
                let _ = template.text(&document());
            }
        }

        #[test]
        fn any_key_can_be_addressed(key in "[^\\\\\\[\\].,$@{} \t\r\n\\p{C}*]{1,12}", dots in 0usize..3) {
            let key = format!("{key}{}x", ".".repeat(dots));
            let template = format!("{{.{}}}", key.replace('.', "\\."));
            let document = json!({ &key: "found" });
            prop_assert_eq!(template.parse::<Template>().unwrap().text(&document), Ok("found".to_owned()));
        }
    }
}
