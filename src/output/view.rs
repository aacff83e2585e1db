//! Computed views, as opposed to API objects: one struct a view, drawn as text or written as a document.

use serde::Serialize;
use serde_json::Value;

use super::{Format, Screen};
use crate::{Error, Result};

/// The `apiVersion` of computed views. It changes only when a key is removed or changes its meaning.
const API_VERSION: &str = "tidb-br/v1";

/// A computed view. Text and document come from the same fields, so that they cannot say different things.
///
/// It serialises as a map with keys in camelCase. Every key is always there, `null` when its value is not known.
pub trait View: Serialize {
    /// `kind` in formats for programs. A kind that ends in `List` has its rows in `items`.
    const KIND: &'static str;

    /// The view for people; each line has its end.
    fn text(&self, screen: &Screen) -> String;
}

/// Checks that a view can be written in a format. Commands call it before they read anything.
///
/// # Errors
/// Usage for `-o name`: a view is not an API object and has no name.
pub fn check_format<V: View>(format: &Format) -> Result<()> {
    match format {
        Format::Name => Err(Error::usage(format!(
            "-o name prints the names of API objects, and a {} is computed: use -o json and its keys",
            V::KIND
        ))),
        _ => Ok(()),
    }
}

/// The view in the format that was asked for, ready to be printed.
///
/// # Errors
/// Usage for `-o name`, and the errors of the format's template.
pub fn render<V: View>(view: &V, format: &Format, screen: &Screen) -> Result<String> {
    match format {
        Format::Table | Format::Wide => Ok(view.text(&Screen {
            wide: *format == Format::Wide,
            ..*screen
        })),
        Format::Name => check_format::<V>(format).map(|()| String::new()),
        Format::Data(data) => data.render(&document(view)?, screen.headers),
    }
}

/// The view as a document, with `apiVersion` and `kind`.
fn document<V: View>(view: &V) -> Result<Value> {
    let mut value = serde_json::to_value(view)
        .map_err(|error| Error::failed(format!("cannot write a {}: {error}", V::KIND)))?;
    let Some(keys) = value.as_object_mut() else {
        return Err(Error::failed(format!("a {} is not a map", V::KIND)));
    };
    keys.insert("apiVersion".to_owned(), API_VERSION.into());
    keys.insert("kind".to_owned(), V::KIND.into());
    Ok(value)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::DateTime;

    use super::super::{Cell, Column, Table};
    use super::*;
    use crate::time::{Tso, age};

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct LogStatusList {
        items: Vec<LogStatus>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct LogStatus {
        name: &'static str,
        checkpoint: Option<Tso>,
        lag_seconds: Option<i64>,
    }

    impl View for LogStatusList {
        const KIND: &'static str = "LogStatusList";

        fn text(&self, screen: &Screen) -> String {
            let mut table = Table::new([
                Column::new("NAME"),
                Column::new("LAG"),
                Column::wide("CHECKPOINT-TS"),
            ]);
            for item in &self.items {
                let tso = |tso: Tso| Cell::new(tso.to_string());
                table.push([
                    item.name.into(),
                    item.checkpoint.map_or_else(Cell::unknown, |checkpoint| {
                        age(checkpoint.lag(screen.now)).into()
                    }),
                    item.checkpoint.map_or_else(Cell::unknown, tso),
                ]);
            }
            table.page(screen)
        }
    }

    fn shown(format: &str) -> Result<String> {
        let view = LogStatusList {
            items: vec![
                LogStatus {
                    name: "demo",
                    checkpoint: Some(Tso::new(434_855_372_390_400_000)),
                    lag_seconds: Some(270),
                },
                LogStatus {
                    name: "young",
                    checkpoint: None,
                    lag_seconds: None,
                },
            ],
        };
        let now = DateTime::parse_from_rfc3339("2022-07-26T13:24:30Z").unwrap();
        render(&view, &format.parse()?, &Screen::plain(now.to_utc()))
    }

    #[test]
    fn one_struct_in_every_format() {
        let rows = [
            (
                "table",
                "\
NAME    LAG
demo    4m30s
young   <unknown>
",
            ),
            (
                "wide",
                "\
NAME    LAG         CHECKPOINT-TS
demo    4m30s       434855372390400000
young   <unknown>   <unknown>
",
            ),
            (
                "yaml",
                "\
apiVersion: tidb-br/v1
items:
- checkpoint:
    time: \"2022-07-26T13:20:00.000Z\"
    tso: '434855372390400000'
  lagSeconds: 270
  name: demo
- checkpoint: null
  lagSeconds: null
  name: young
kind: LogStatusList
",
            ),
            ("jsonpath={.items[*].lagSeconds}", "270 null"),
            ("jsonpath={.kind} {.apiVersion}", "LogStatusList tidb-br/v1"),
            (
                "custom-columns=NAME:.name,TSO:.checkpoint.tso",
                "\
NAME    TSO
demo    434855372390400000
young   <none>
",
            ),
        ];
        for (format, expected) in rows {
            assert_eq!(shown(format).as_deref(), Ok(expected), "{format}");
        }
    }

    #[test]
    fn json_is_indented_as_kubectl_does() {
        let json = shown("json").unwrap();
        assert!(json.starts_with("{\n    \"apiVersion\": \"tidb-br/v1\",\n    \"items\": [\n        {\n            \"checkpoint\": {\n"));
        assert!(json.ends_with("\"kind\": \"LogStatusList\"\n}\n"));
    }

    #[test]
    fn a_computed_view_has_no_name() {
        let error = shown("name").unwrap_err();
        assert_eq!(error.exit(), crate::Exit::Usage);
        assert!(error.message.contains("LogStatusList"));
    }
}
