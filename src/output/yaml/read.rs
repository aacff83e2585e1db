//! Reads manifests as kubectl does.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use crate::{Error, Result};

/// Parses all documents of a stream of YAML or JSON; empty documents are left out. As in kubectl, merge keys (`<<`) are applied, and keys
/// that are not strings become strings.
///
/// # Errors
/// Usage, naming the line: bad syntax, a key that occurs twice, a tag, a number that JSON cannot hold, a file that is not text.
pub fn parse_documents(text: &str) -> Result<Vec<Value>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let refused = |what: &str| Err(Error::usage(format!("line {}: {what}", index + 1)));
        if line.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\u{85}')) {
            return refused("a control character: this is not a text file");
        }
        // The library would take the base64 text for the value.
        if line.contains(": !!binary") || line.contains("- !!binary") {
            return refused("!!binary is not supported: write the text itself");
        }
    }
    if depth(text) > DEEPEST {
        return Err(Error::usage(
            "brackets are nested too deeply for a manifest",
        ));
    }
    let mut documents = Vec::new();
    for document in serde_yaml::Deserializer::from_str(text) {
        let Node(value) = Node::deserialize(document)
            .map_err(|error| Error::usage(format!("not valid YAML: {error}")))?;
        if !value.is_null() {
            documents.push(value);
        }
    }
    Ok(documents)
}

/// The deepest nesting of brackets that is parsed: the library takes time with the square of the depth. No manifest comes near it.
const DEEPEST: usize = 1000;

/// How deep brackets are nested at most. Brackets in strings count as well, so the real depth may be smaller.
fn depth(text: &str) -> usize {
    let mut open: usize = 0;
    let depths = text.bytes().map(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open
    });
    depths.max().unwrap_or_default()
}

/// A YAML node as JSON. Its errors get their line from the deserializer.
struct Node(Value);

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor).map(Node)
    }
}

struct NodeVisitor;

/// Up to this number every whole number is a float.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    /// An empty document.
    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    /// As in kubectl, `1e3` is the integer 1000.
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        if value.fract() == 0.0 && value.abs() < EXACT {
            return Ok((value as i64).into());
        }
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("JSON has no such number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Node(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key_seed(KeyOf(&map))? {
            let Node(value) = entries.next_value()?;
            map.insert(key, value);
        }
        merge(map).map_err(A::Error::custom)
    }
}

/// The next key of a map that has these keys already. The keys are compared while they are parsed, so that the error names the line.
struct KeyOf<'a>(&'a Map<String, Value>);

impl KeyOf<'_> {
    fn checked<E: serde::de::Error>(&self, key: String) -> Result<String, E> {
        if self.0.contains_key(&key) {
            return Err(E::custom(format!("the key {key:?} occurs twice")));
        }
        Ok(key)
    }
}

impl<'de> DeserializeSeed<'de> for KeyOf<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for KeyOf<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is a string")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<String, E> {
        self.checked(key.to_owned())
    }

    fn visit_bool<E: serde::de::Error>(self, key: bool) -> Result<String, E> {
        self.checked(key.to_string())
    }

    fn visit_i64<E: serde::de::Error>(self, key: i64) -> Result<String, E> {
        self.checked(key.to_string())
    }

    fn visit_u64<E: serde::de::Error>(self, key: u64) -> Result<String, E> {
        self.checked(key.to_string())
    }

    fn visit_f64<E: serde::de::Error>(self, key: f64) -> Result<String, E> {
        self.checked(key.to_string())
    }
}

/// Applies `<<`: the keys of the map itself win, then the keys of the first merged map.
fn merge(mut map: Map<String, Value>) -> Result<Value, &'static str> {
    let merged = match map.remove("<<") {
        None => return Ok(Value::Object(map)),
        Some(Value::Array(items)) => items,
        Some(other) => vec![other],
    };
    for item in merged {
        let Value::Object(keys) = item else {
            return Err("<< merges maps only");
        };
        for (key, value) in keys {
            map.entry(key).or_insert(value);
        }
    }
    Ok(Value::Object(map))
}
