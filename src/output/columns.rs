//! `-o custom-columns`: a table with the columns that the user names.

use serde_json::Value;

use super::jsonpath::{JsonPath, relaxed_path, text};
use super::{Cell, Column, Screen, Table};
use crate::{Error, Result};

/// The headers, each with the path of its values.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomColumns {
    columns: Vec<(String, JsonPath)>,
}

impl CustomColumns {
    /// Parses `HEADER:PATH,HEADER:PATH`.
    pub(super) fn from_spec(spec: &str) -> Result<Self> {
        let columns = spec.split(',').map(|column| {
            let (header, path) = column.split_once(':').ok_or_else(|| {
                Error::usage(format!(
                    "unexpected custom-columns spec {column:?}: write HEADER:.path"
                ))
            })?;
            Ok((header.to_owned(), relaxed_path(path)?))
        });
        Ok(Self {
            columns: columns.collect::<Result<_>>()?,
        })
    }

    /// Parses a file with a line of headers and a line of paths, both separated by blanks.
    pub(super) fn from_file(template: &str) -> Result<Self> {
        let mut lines = template.lines();
        let mut words = |what: &str| {
            let line = lines.next().ok_or_else(|| {
                Error::usage(format!(
                    "invalid custom-columns file: the line of {what} is missing"
                ))
            })?;
            Ok::<_, Error>(line.split_whitespace().collect::<Vec<_>>())
        };
        let headers = words("headers")?;
        let paths = words("paths")?;
        if headers.is_empty() || headers.len() != paths.len() {
            return Err(Error::usage(format!(
                "invalid custom-columns file: {} headers and {} paths",
                headers.len(),
                paths.len()
            )));
        }
        let columns = headers
            .iter()
            .zip(paths)
            .map(|(header, path)| Ok(((*header).to_owned(), relaxed_path(path)?)));
        Ok(Self {
            columns: columns.collect::<Result<_>>()?,
        })
    }

    /// The table. A list has a row for each of its `items`, any other document has one row.
    pub(super) fn text(&self, document: &Value, headers: bool) -> Result<String> {
        let mut table = Table::new(self.columns.iter().map(|(header, _)| Column::new(header)));
        match document.get("items").and_then(Value::as_array) {
            Some(items) if is_list(document) => {
                for item in items {
                    table.push(self.row(item)?);
                }
            }
            _ => table.push(self.row(document)?),
        }
        let screen = Screen {
            headers,
            ..Screen::plain(chrono::DateTime::UNIX_EPOCH)
        };
        Ok(table.page(&screen))
    }

    fn row(&self, object: &Value) -> Result<Vec<Cell>> {
        self.columns
            .iter()
            .map(|(_, path)| {
                let found: Vec<String> = path
                    .find(object)?
                    .into_iter()
                    .filter(|value| !value.is_null())
                    .map(text)
                    .collect();
                Ok(if found.is_empty() {
                    Cell::none()
                } else {
                    Cell::whole(found.join(","))
                })
            })
            .collect()
    }
}

fn is_list(document: &Value) -> bool {
    document
        .get("kind")
        .and_then(Value::as_str)
        .is_none_or(|kind| kind.ends_with("List"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    #[test]
    fn rows_of_a_list_and_of_one_object() {
        let backup = |name: &str| {
            json!({
                "kind": "Backup",
                "metadata": {"name": name},
                "spec": {"br": {"options": ["--a", "--b"]}},
                "items": "of the object itself",
                "status": null
            })
        };
        let list = json!({"kind": "List", "items": [backup("demo1"), backup("b")]});
        let columns = CustomColumns::from_spec(
            "Name:metadata.name,OPTIONS:.spec.br.options[*],RAW:{.spec.br.options},NO:.status,GONE:.x.y",
        )
        .unwrap();
        assert_eq!(
            columns.text(&list, true).as_deref(),
            Ok("\
Name    OPTIONS   RAW             NO       GONE
demo1   --a,--b   [\"--a\",\"--b\"]   <none>   <none>
b       --a,--b   [\"--a\",\"--b\"]   <none>   <none>
")
        );
        assert_eq!(
            columns.text(&backup("demo1"), false).as_deref(),
            Ok("demo1   --a,--b   [\"--a\",\"--b\"]   <none>   <none>\n")
        );
        let empty = json!({"kind": "List", "items": []});
        assert_eq!(
            columns.text(&empty, true).as_deref(),
            Ok("Name   OPTIONS   RAW   NO   GONE\n")
        );
    }

    #[test]
    fn specs_that_cannot_be_read() {
        for spec in ["NAME", "NAME:", "NAME:.a,", "NAME:{.a}{.b}", "NAME:.a[}"] {
            let error = CustomColumns::from_spec(spec).unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage, "{spec}");
        }
        for file in ["", "NAME\n", "NAME AGE\n.metadata.name\n", "\n\n"] {
            assert!(CustomColumns::from_file(file).is_err(), "{file:?}");
        }
    }
}
