//! From the text of a flag to the value of a field.

use serde_json::{Map, Value, json};

use super::flag::{Flag, Takes};
use super::given::Given;
use super::given::Times;
use super::name::check_subdomain;
use super::syntax::{check_key, check_label, check_resource, check_variable};
use crate::api::schema::find;
use crate::api::{Dialect, Field, FieldType};
use crate::api::{Kind, quantity, schema};
use crate::time::{Span, Tso};
use crate::{Error, Result};

/// How a value is combined with the value that the field has already.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// It replaces the present value.
    Replace(Value),
    /// List elements, added to those that other flags of this command wrote.
    Append(Vec<Value>),
    /// Keys of a mapping, merged with the present keys.
    MergeKeys(Map<String, Value>),
    /// List elements with a `name`, merged by it.
    MergeNames(Vec<Value>),
}

/// Checks the texts of all flags, also of those that write no field of their own: empty texts, control characters, and names of objects.
///
/// # Errors
/// Usage, naming the flag.
pub fn check(given: &Given) -> Result<()> {
    for (flag, texts) in given.flags() {
        let empty = texts.iter().find(|text| text.trim().is_empty());
        let bad = |text: &str| Error::usage(format!("--{} {text:?}: it is empty", flag.name));
        if let Some(text) = texts.iter().find(|text| holds_control(flag.takes, text)) {
            return Err(Error::usage(format!(
                "--{} {text:?}: it holds a control character",
                flag.name
            )));
        }
        match (flag.takes, empty) {
            (Takes::Object(_) | Takes::Names | Takes::Text(_) | Takes::Texts(_), Some(empty))
                if flag.name != "storage" =>
            {
                return Err(bad(empty));
            }
            (Takes::Object(_) | Takes::Names, None) => {
                let name = format!("--{}", flag.name);
                texts
                    .iter()
                    .try_for_each(|text| check_subdomain(&name, text))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether a text holds a line end or another control character. Values of variables and annotations may.
fn holds_control(takes: Takes, text: &str) -> bool {
    let one_line = !matches!(takes, Takes::Env | Takes::Pairs);
    one_line && text.chars().any(char::is_control)
}

/// Turns what was given to `flag`, in the order in which it was given, into the value of its field.
///
/// # Errors
/// Usage, naming the flag, what was given, and what it takes.
pub fn parse(flag: &Flag, given: &[String], times: &Times) -> Result<Written> {
    let last = given.last().map(String::as_str).unwrap_or_default();
    let bad = |why: &str| Error::usage(format!("--{} {last:?}: {why}", flag.name));
    let one = |value: Value| Ok(Written::Replace(value));
    match flag.takes {
        Takes::Text(_) | Takes::Object(_) | Takes::Word(_) if last.trim().is_empty() => {
            Err(bad("it is empty"))
        }
        Takes::Text(_) | Takes::Object(_) => one(last.into()),
        Takes::Word(words) if words.contains(&last) => one(last.into()),
        Takes::Word(words) => Err(bad(&format!("not one of {}", words.join(", ")))),
        Takes::Number(limit) => one(number(last, 0, limit).map_err(|why| bad(&why))?.into()),
        Takes::Port => one(number(last, 1, 65_535).map_err(|why| bad(&why))?.into()),
        Takes::Bool => match last {
            "true" => one(true.into()),
            "false" => one(false.into()),
            _ => Err(bad("neither true nor false")),
        },
        Takes::Duration => {
            let span: Span = last.parse().map_err(|error: Error| bad(&error.message))?;
            one(span.go_text().into())
        }
        Takes::Time => one(moment(last, times)?.to_string().into()),
        Takes::Quantity => match quantity::billionths(last) {
            Some(1..) => one(last.into()),
            Some(0) => Err(bad("it must be more than 0")),
            Some(_) | None => Err(bad(NOT_A_QUANTITY)),
        },
        Takes::Texts(_) if given.iter().any(|text| text.trim().is_empty()) => {
            Err(bad("it is empty"))
        }
        Takes::Texts(_) => Ok(Written::Append(
            given.iter().map(|text| json!(text)).collect(),
        )),
        Takes::TimeOption(prefix) => given
            .iter()
            .map(|text| Ok(json!(format!("{prefix}{}", moment(text, times)?))))
            .collect::<Result<_>>()
            .map(Written::Append),
        Takes::Pairs | Takes::Labels => keys(pairs(flag, given, |key, text| {
            let label = flag.takes == Takes::Labels;
            let value = if label { check_label(text) } else { Ok(()) };
            check_key(key)
                .and(value)
                .map_err(|why| wrong(flag, key, text, why))?;
            Ok(json!(text))
        })),
        Takes::Options => keys(pairs(flag, given, |key, text| {
            clean_option(flag, key, text)
        })),
        Takes::Env => names(pairs(flag, given, |name, text| {
            check_variable(name).map_err(|why| wrong(flag, name, "…", why))?;
            Ok(json!({"name": name, "value": text}))
        })),
        Takes::EnvFromSecret => names(pairs(flag, given, |name, text| {
            check_variable(name).map_err(|why| wrong(flag, name, text, why))?;
            let (secret, key) = split(text, ':').ok_or_else(|| {
                Error::usage(format!("--{} {name}={text:?}: not SECRET:KEY", flag.name))
            })?;
            Ok(json!({"name": name, "valueFrom": {"secretKeyRef": {"name": secret, "key": key}}}))
        })),
        Takes::Names => one(given.iter().map(|name| json!({"name": name})).collect()),
        Takes::Resources => keys(resources(flag, given)),
        Takes::Tolerations => given
            .iter()
            .map(|text| toleration(flag, text))
            .collect::<Result<_>>()
            .map(|list: Vec<Value>| Written::Replace(list.into())),
    }
}

const NOT_A_QUANTITY: &str = "not a quantity, such as 10Gi or 500m";

fn number(text: &str, least: u32, most: u32) -> Result<u32, String> {
    let number = text.parse().ok().filter(|_| !text.starts_with('+'));
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| format!("not a whole number from {least} to {most}"))
}

fn wrong(flag: &Flag, key: &str, text: &str, why: &str) -> Error {
    Error::usage(format!("--{} {key}={text}: {why}", flag.name))
}

fn moment(text: &str, times: &Times) -> Result<Tso> {
    times
        .get(text)
        .copied()
        .ok_or_else(|| Error::usage(format!("the time {text:?} was not resolved")))
}

/// Both sides of the first separator; `None` when one of them is empty.
fn split(text: &str, separator: char) -> Option<(&str, &str)> {
    text.split_once(separator)
        .filter(|(left, right)| !left.is_empty() && !right.is_empty())
}

fn pairs(
    flag: &Flag,
    given: &[String],
    value: impl Fn(&str, &str) -> Result<Value>,
) -> Result<Vec<(String, Value)>> {
    given
        .iter()
        .map(|text| {
            let (key, text) = text
                .split_once('=')
                .filter(|(key, _)| !key.is_empty())
                .ok_or_else(|| Error::usage(format!("--{} {text:?}: not KEY=VALUE", flag.name)))?;
            Ok((key.to_owned(), value(key, text)?))
        })
        .collect()
}

fn keys(pairs: Result<Vec<(String, Value)>>) -> Result<Written> {
    Ok(Written::MergeKeys(pairs?.into_iter().collect()))
}

fn names(pairs: Result<Vec<(String, Value)>>) -> Result<Written> {
    let values = pairs?.into_iter().map(|(_, value)| value).collect();
    Ok(Written::MergeNames(values))
}

/// Whether `--clean-option` names an option that only v1 has.
pub fn clean_option_of_v1(given: &Given) -> bool {
    let options = given
        .flags()
        .filter(|(flag, _)| flag.name == "clean-option");
    let keys = options.flat_map(|(_, texts)| texts.iter().filter_map(|text| text.split_once('=')));
    let mut paths = keys.map(|(key, _)| format!("cleanOption.{key}"));
    paths.any(|path| {
        let has = |dialect| schema::has(Kind::Backup, &path, dialect);
        has(Dialect::V1) && !has(Dialect::V2)
    })
}

/// The keys and types of `--clean-option` are those of `spec.cleanOption`.
fn clean_option(flag: &Flag, key: &str, text: &str) -> Result<Value> {
    let dialect = Dialect::V1;
    let options = match find(schema::spec(Kind::Backup), flag.field, dialect).map(|f| f.field_type)
    {
        Some(FieldType::Object(fields)) => fields,
        _ => &[],
    };
    let Some(option) = find(options, key, dialect) else {
        let known: Vec<&str> = options.iter().map(|field: &Field| field.name).collect();
        return Err(Error::usage(format!(
            "--{} {key}: unknown option; known: {}",
            flag.name,
            known.join(", ")
        )));
    };
    let value = match option.field_type {
        FieldType::Bool => text.parse().ok().map(Value::Bool),
        FieldType::Int => text.parse::<u32>().ok().map(Value::from),
        _ => text
            .parse::<f64>()
            .ok()
            .filter(|number| *number >= 0.0)
            .map(Value::from),
    };
    value.ok_or_else(|| {
        let wanted = match option.field_type {
            FieldType::Bool => "neither true nor false",
            _ => "not a number",
        };
        Error::usage(format!("--{} {key}={text}: {wanted}", flag.name))
    })
}

fn resources(flag: &Flag, given: &[String]) -> Result<Vec<(String, Value)>> {
    let parts: Vec<String> = given
        .iter()
        .flat_map(|text| text.split(','))
        .map(|part| part.trim().to_owned())
        .collect();
    pairs(flag, &parts, |key, text| {
        check_resource(key).map_err(|why| wrong(flag, key, text, why))?;
        match quantity::billionths(text) {
            Some(0..) => Ok(text.into()),
            _ => Err(Error::usage(format!(
                "--{} {key}={text:?}: {NOT_A_QUANTITY}",
                flag.name
            ))),
        }
    })
}

fn toleration(flag: &Flag, text: &str) -> Result<Value> {
    const EFFECTS: &[&str] = &["NoSchedule", "PreferNoSchedule", "NoExecute"];
    let bad = |why: String| Error::usage(format!("--{} {text:?}: {why}", flag.name));
    let (taint, effect) = text
        .rsplit_once(':')
        .ok_or_else(|| bad("not KEY[=VALUE]:EFFECT".to_owned()))?;
    if !EFFECTS.contains(&effect) {
        return Err(bad(format!(
            "the effect is not one of {}",
            EFFECTS.join(", ")
        )));
    }
    match taint.split_once('=') {
        _ if taint.is_empty() || taint.starts_with('=') => Err(bad("the key is empty".to_owned())),
        Some((key, value)) if check_key(key).and(check_label(value)).is_err() => {
            Err(bad(format!("{key:?} with {value:?} is no taint of a node")))
        }
        None if check_key(taint).is_err() => Err(bad(format!("{taint:?} is no taint of a node"))),
        Some((key, value)) => {
            Ok(json!({"key": key, "operator": "Equal", "value": value, "effect": effect}))
        }
        None => Ok(json!({"key": taint, "operator": "Exists", "effect": effect})),
    }
}
