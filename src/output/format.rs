//! `-o`: the formats, and how a document is written in each of them.

use std::fs;
use std::str::FromStr;

use serde::Serialize;
use serde_json::Value;

use super::{CustomColumns, Template, yaml};
use crate::{Error, Result};

/// The values of `-o`, as the error and the help list them.
const FORMATS: &[&str] = &[
    "table",
    "wide",
    "json",
    "yaml",
    "name",
    "jsonpath=TEMPLATE",
    "jsonpath-file=FILE",
    "jsonpath-as-json=TEMPLATE",
    "custom-columns=SPEC",
    "custom-columns-file=FILE",
];

/// The value of `-o`.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// For people with a wide terminal.
    Wide,
    /// `backup.br.pingcap.com/x`, one a line.
    Name,
    /// For programs.
    Data(Data),
}

/// A format for programs: no colour, no wrapping, nothing else on stdout.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// Indented by four blanks, as kubectl does.
    Json,
    /// One YAML document.
    Yaml,
    /// `jsonpath=` and `jsonpath-file=`.
    JsonPath(Template),
    /// `jsonpath-as-json=`: the values that each path finds, as a JSON array.
    JsonPathAsJson(Template),
    /// `custom-columns=` and `custom-columns-file=`.
    CustomColumns(CustomColumns),
}

impl Format {
    /// Whether people read the format, so that a command that writes prints result lines.
    pub fn is_for_people(&self) -> bool {
        matches!(self, Format::Table | Format::Wide)
    }

    /// Whether the format writes a document for programs.
    pub fn is_data(&self) -> bool {
        matches!(self, Format::Data(_))
    }
}

impl FromStr for Format {
    type Err = Error;

    /// Parses the value of `-o`, and reads the file that it may name.
    ///
    /// # Errors
    /// Usage: an unknown format, with the nearest known one; a template that cannot be parsed.
    fn from_str(text: &str) -> Result<Self> {
        let (name, value) = match text.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (text, None),
        };
        let simple = match name {
            "table" | "" => Some(Format::Table),
            "wide" => Some(Format::Wide),
            "name" => Some(Format::Name),
            "json" => Some(Format::Data(Data::Json)),
            "yaml" => Some(Format::Data(Data::Yaml)),
            _ => None,
        };
        if let Some(format) = simple {
            return match value {
                None => Ok(format),
                Some(_) => Err(Error::usage(format!("-o {name} takes no value"))),
            };
        }
        let value = || {
            value
                .filter(|value| !value.is_empty())
                .ok_or_else(|| Error::usage(format!("-o {name} needs a value: {name}=...")))
        };
        let data = match name {
            "jsonpath" => Data::JsonPath(value()?.parse()?),
            "jsonpath-as-json" => Data::JsonPathAsJson(value()?.parse()?),
            "jsonpath-file" => Data::JsonPath(file(value()?)?.parse()?),
            "custom-columns" => Data::CustomColumns(CustomColumns::from_spec(value()?)?),
            "custom-columns-file" => {
                Data::CustomColumns(CustomColumns::from_file(&file(value()?)?)?)
            }
            _ => return Err(unknown(name)),
        };
        Ok(Format::Data(data))
    }
}

fn file(path: &str) -> Result<String> {
    fs::read_to_string(path)
        .map_err(|error| Error::usage(format!("cannot read the template {path}: {error}")))
}

fn unknown(name: &str) -> Error {
    let word = |format: &'static str| format.split('=').next().unwrap_or(format);
    let nearest = FORMATS
        .iter()
        .map(|format| word(format))
        .min_by_key(|format| strsim::damerau_levenshtein(format, &name.to_lowercase()))
        .filter(|format| strsim::damerau_levenshtein(format, &name.to_lowercase()) <= 2);
    let meant = nearest.map_or_else(String::new, |format| format!("; did you mean {format}?"));
    Error::usage(format!(
        "unknown output format {name:?}{meant} Allowed: {}",
        FORMATS.join(", ")
    ))
}

impl Data {
    /// Writes one document. `headers` matters to custom columns only.
    ///
    /// # Errors
    /// The template fails, as kubectl's does: an array index is out of bounds.
    pub fn render(&self, document: &Value, headers: bool) -> Result<String> {
        match self {
            Data::Json => json(document),
            Data::Yaml => yaml::to_yaml(document),
            Data::JsonPath(template) => template.text(document),
            Data::JsonPathAsJson(template) => template
                .results(document)?
                .into_iter()
                .map(|found| json(&Value::Array(found)))
                .collect(),
            Data::CustomColumns(columns) => columns.text(document, headers),
        }
    }
}

/// A value as JSON indented by four blanks, with a line end.
pub(super) fn json(document: &Value) -> Result<String> {
    let mut text = Vec::new();
    let indent = serde_json::ser::PrettyFormatter::with_indent(b"    ");
    document
        .serialize(&mut serde_json::Serializer::with_formatter(
            &mut text, indent,
        ))
        .map_err(|error| Error::failed(format!("cannot write JSON: {error}")))?;
    text.push(b'\n');
    String::from_utf8(text).map_err(|error| Error::failed(format!("cannot write JSON: {error}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::Write;

    use serde_json::json;

    use super::*;

    #[test]
    fn words() {
        let rows = [
            ("", Format::Table),
            ("table", Format::Table),
            ("wide", Format::Wide),
            ("name", Format::Name),
            ("json", Format::Data(Data::Json)),
            ("yaml", Format::Data(Data::Yaml)),
        ];
        for (text, format) in rows {
            assert_eq!(text.parse(), Ok(format));
        }
        assert_eq!(Format::default(), Format::Table);
    }

    #[test]
    fn refused_with_the_nearest() {
        let rows = [
            (
                "jsn",
                "unknown output format \"jsn\"; did you mean json? Allowed: table, wide, json, yaml, name, jsonpath=TEMPLATE",
            ),
            ("YAML", "did you mean yaml?"),
            ("jsonpth={.a}", "did you mean jsonpath?"),
            (
                "go-template={{.}}",
                "unknown output format \"go-template\" Allowed",
            ),
            ("json=x", "-o json takes no value"),
            ("jsonpath", "-o jsonpath needs a value"),
            ("jsonpath=", "-o jsonpath needs a value"),
            ("custom-columns=", "-o custom-columns needs a value"),
            (
                "jsonpath-file=/does/not/exist",
                "cannot read the template /does/not/exist",
            ),
            ("jsonpath={.a[}", "unterminated"),
        ];
        for (text, reason) in rows {
            let error = text.parse::<Format>().unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage);
            assert!(error.message.contains(reason), "{text}: {error}");
        }
    }

    #[test]
    fn templates_from_files() {
        let written = |text: &str| {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            file.write_all(text.as_bytes()).unwrap();
            file
        };
        let document = json!({"items": [{"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}]});
        let rows = [
            (
                "jsonpath-file",
                "{range .items[*]}{.metadata.name}{\"\\n\"}{end}",
                "a\nb\n",
            ),
            (
                "custom-columns-file",
                "NAME   MISSING\n.metadata.name   .x\n",
                "NAME   MISSING\na      <none>\nb      <none>\n",
            ),
        ];
        for (format, template, expected) in rows {
            let file = written(template);
            let format: Format = format!("{format}={}", file.path().display())
                .parse()
                .unwrap();
            let Format::Data(data) = format else {
                unreachable!("both are data")
            };
            assert_eq!(data.render(&document, true).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn paths_as_json() {
        let Ok(Format::Data(data)) = "jsonpath-as-json={.items[*].size}".parse() else {
            unreachable!("it is data")
        };
        let document = json!({"items": [{"size": 1}, {"size": {"b": "x"}}]});
        let text = data.render(&document, true);
        assert_eq!(
            text.as_deref(),
            Ok("[\n    1,\n    {\n        \"b\": \"x\"\n    }\n]\n")
        );
    }
}
