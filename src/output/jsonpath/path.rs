//! One path of a template. Most of its steps are queries of RFC 9535, which a library evaluates; two steps of kubectl have no counterpart
//! there.

use jsonpath_rust::parser::model::JpQuery;
use jsonpath_rust::parser::parse_json_path;
use jsonpath_rust::query::js_path_process;
use serde_json::Value;

use crate::{Error, Result};

/// A path such as `.items[*].metadata.name`, parsed once and evaluated often.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JsonPath {
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Keys, wildcards, slices, filters and descents.
    Query(JpQuery),
    /// One element. An index out of bounds is an error in kubectl, and finds nothing in the RFC.
    Index(i64),
    /// Alternatives. kubectl follows the first one from all nodes before the second, and an alternative can be a path.
    Union(Vec<JsonPath>),
}

impl JsonPath {
    /// The values that the path finds in a document.
    ///
    /// # Errors
    /// An array index is out of bounds.
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

/// Builds a [`JsonPath`]. Neighbouring segments of RFC 9535 become one query.
#[derive(Default)]
pub(super) struct PathBuilder {
    steps: Vec<Step>,
    segments: String,
}

impl PathBuilder {
    /// Adds segments in the syntax of RFC 9535.
    pub(super) fn segments(&mut self, segments: &str) {
        self.segments.push_str(segments);
    }

    pub(super) fn index(&mut self, index: i64) -> Result<(), String> {
        self.close_query()?;
        self.steps.push(Step::Index(index));
        Ok(())
    }

    pub(super) fn union(&mut self, paths: Vec<JsonPath>) -> Result<(), String> {
        self.close_query()?;
        self.steps.push(Step::Union(paths));
        Ok(())
    }

    pub(super) fn build(mut self) -> Result<JsonPath, String> {
        self.close_query()?;
        Ok(JsonPath { steps: self.steps })
    }

    fn close_query(&mut self) -> Result<(), String> {
        if self.segments.is_empty() {
            return Ok(());
        }
        let segments = std::mem::take(&mut self.segments);
        // The message of the library is a drawing of several lines, so it is left out.
        let query = parse_json_path(&format!("${segments}"))
            .map_err(|_| format!("{segments} cannot be evaluated"))?;
        self.steps.push(Step::Query(query));
        Ok(())
    }
}
