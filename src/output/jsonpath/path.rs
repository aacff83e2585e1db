//! One path of a template, as steps that a library for RFC 9535 takes and two that it has no words for.

use jsonpath_rust::parser::model::JpQuery;
use jsonpath_rust::parser::parse_json_path;
use jsonpath_rust::query::js_path_process;
use serde_json::Value;

use super::parse;
use crate::{Error, Result};

/// A path such as `.items[*].metadata.name`, read once and evaluated often.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Keys, wildcards, slices, filters and descents.
    Query(JpQuery),
    /// Out of bounds is an error to kubectl, and nothing to the RFC.
    Index(i64),
    /// kubectl walks the first alternative for all nodes before the second, and an alternative can be a path.
    Union(Vec<Path>),
}

impl Path {
    /// Reads the path of `--sort-by` or of a custom column, which may leave out the braces and the first point.
    pub fn relaxed(source: &str) -> Result<Self> {
        let inner = match source
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        {
            Some(inner) => inner,
            None => source,
        };
        let inner = inner.strip_prefix('.').unwrap_or(inner);
        if inner.is_empty() || inner.contains(['{', '}']) {
            return Err(Error::usage(format!(
                "{source:?} is not a path: write name1.name2, .name1.name2 or {{.name1.name2}}"
            )));
        }
        let dot = if inner.starts_with(['[', '.']) {
            ""
        } else {
            "."
        };
        parse::path(&format!("{dot}{inner}"))
            .map_err(|reason| Error::usage(format!("cannot read the path {source:?}: {reason}")))
    }

    /// What the path finds in a document.
    ///
    /// # Errors
    /// An array index out of bounds.
    pub fn find<'a>(&self, document: &'a Value) -> Result<Vec<&'a Value>> {
        self.walk(document)
            .map_err(|reason| Error::failed(format!("cannot follow a path: {reason}")))
    }

    pub(super) fn walk<'a>(&self, start: &'a Value) -> Result<Vec<&'a Value>, String> {
        let mut nodes = vec![start];
        for step in &self.steps {
            nodes = step.walk(&nodes)?;
        }
        Ok(nodes)
    }
}

impl Step {
    fn walk<'a>(&self, nodes: &[&'a Value]) -> Result<Vec<&'a Value>, String> {
        let mut found = Vec::new();
        match self {
            Step::Query(query) => {
                for node in nodes {
                    let results =
                        js_path_process(query, *node).map_err(|error| error.to_string())?;
                    found.extend(results.into_iter().map(|result| result.val()));
                }
            }
            Step::Index(index) => {
                for node in nodes.iter().filter(|node| !node.is_null()) {
                    found.push(element(node, *index)?);
                }
            }
            Step::Union(paths) => {
                for path in paths {
                    for node in nodes {
                        found.extend(path.walk(node)?);
                    }
                }
            }
        }
        Ok(found)
    }
}

fn element(node: &Value, index: i64) -> Result<&Value, String> {
    let Value::Array(array) = node else {
        let kind = match node {
            Value::Object(_) => "map",
            Value::String(_) => "string",
            Value::Bool(_) => "bool",
            _ => "number",
        };
        return Err(format!("an index needs an array, not a {kind}"));
    };
    let position = if index < 0 {
        usize::try_from(index.unsigned_abs())
            .ok()
            .and_then(|back| array.len().checked_sub(back))
    } else {
        usize::try_from(index).ok()
    };
    position
        .and_then(|position| array.get(position))
        .ok_or_else(|| {
            format!(
                "array index out of bounds: index {index}, length {}",
                array.len()
            )
        })
}

/// Builds a [`Path`]: neighbouring RFC 9535 segments become one query.
#[derive(Default)]
pub(super) struct Builder {
    steps: Vec<Step>,
    segments: String,
}

impl Builder {
    /// Adds segments in the syntax of RFC 9535.
    pub(super) fn segments(&mut self, segments: &str) {
        self.segments.push_str(segments);
    }

    pub(super) fn index(&mut self, index: i64) -> Result<(), String> {
        self.close_query()?;
        self.steps.push(Step::Index(index));
        Ok(())
    }

    pub(super) fn union(&mut self, paths: Vec<Path>) -> Result<(), String> {
        self.close_query()?;
        self.steps.push(Step::Union(paths));
        Ok(())
    }

    pub(super) fn build(mut self) -> Result<Path, String> {
        self.close_query()?;
        Ok(Path { steps: self.steps })
    }

    fn close_query(&mut self) -> Result<(), String> {
        if self.segments.is_empty() {
            return Ok(());
        }
        let segments = std::mem::take(&mut self.segments);
        // the library's own message is a drawing of several lines
        let query = parse_json_path(&format!("${segments}"))
            .map_err(|_| format!("{segments} cannot be evaluated"))?;
        self.steps.push(Step::Query(query));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    #[test]
    fn braces_and_the_first_point_may_be_left_out() {
        let document = json!({"metadata": {"name": "demo1"}});
        for source in [
            "metadata.name",
            ".metadata.name",
            "{metadata.name}",
            "{.metadata.name}",
            "['metadata'].name",
        ] {
            let path = Path::relaxed(source).unwrap();
            assert_eq!(path.find(&document), Ok(vec![&json!("demo1")]), "{source}");
        }
        for source in ["", "{}", ".", "{.a}{.b}", "{.a", "a b"] {
            assert!(Path::relaxed(source).is_err(), "{source:?}");
        }
    }

    #[test]
    fn an_index_out_of_bounds_is_named() {
        let path = Path::relaxed(".items[1]").unwrap();
        let error = path.find(&json!({"items": [1]})).unwrap_err();
        assert!(error.message.contains("index 1, length 1"), "{error}");
    }
}
