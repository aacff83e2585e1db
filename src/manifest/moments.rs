//! The times in a manifest. Whatever form the user chose, the manifest gets a TSO: BR and the operators read other forms differently.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::draft::Draft;
use super::flag::{FLAGS, Flag, Takes};
use super::given::{Given, Times};
use crate::time::{Resolved, TimeArg, Tso};
use crate::{Error, Result};

/// One flag that takes a time, with a text that was given to it.
#[derive(Debug, Clone, Copy)]
pub struct TypedTime<'a> {
    /// The flag, without the dashes.
    pub flag: &'static str,
    /// What was typed.
    pub text: &'a str,
}

impl TypedTime<'_> {
    /// Parses the text.
    ///
    /// # Errors
    /// Usage, naming the flag.
    pub fn parse(&self) -> Result<TimeArg> {
        self.text.parse().map_err(|error| self.explain(error))
    }

    /// The same failure with the flag and the text before its message.
    pub fn explain(&self, error: Error) -> Error {
        error.in_context(format!("--{} {:?}", self.flag, self.text))
    }
}

/// Every time that was given to a flag, in the order of the table.
pub fn typed_times(given: &Given) -> impl Iterator<Item = TypedTime<'_>> {
    given
        .flags()
        .filter(|(flag, _)| matches!(flag.takes, Takes::Time | Takes::TimeOption(_)))
        .flat_map(|(flag, texts)| {
            texts.iter().map(|text| TypedTime {
                flag: flag.name,
                text,
            })
        })
}

/// The typed times as far as they are known without a cluster. The time of an object stands as [`Tso::NO_END`].
///
/// # Errors
/// Usage, naming the flag whose text is no time.
pub fn without_cluster(given: &Given, now: DateTime<Utc>) -> Result<Times> {
    let mut times = Times::new();
    for typed in typed_times(given) {
        let arg = typed.parse()?;
        let moment = match arg.resolve(now).map_err(|error| typed.explain(error))? {
            Resolved::At(tso) => tso,
            Resolved::Of(_) => Tso::NO_END,
        };
        times.insert(typed.text.to_owned(), moment);
    }
    Ok(times)
}

/// Turns the times of FILE and `--set` into TSOs: in every field that a flag with a time could write.
///
/// # Errors
/// Usage, naming the field: its text is no time, lacks a zone, or is a time that only the cluster knows.
pub(super) fn write(draft: &mut Draft, now: DateTime<Utc>) -> Result<()> {
    for flag in FLAGS.iter().filter(|flag| flag.takes == Takes::Time) {
        let text = draft.text(flag.field).unwrap_or_default().to_owned();
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let tso = tso_of_field(flag, &text, now)
            .map_err(|error| error.in_context(format!("field {}", flag.field)))?;
        draft.replace(flag.field, json!(tso))?;
    }
    Ok(())
}

fn tso_of_field(flag: &Flag, text: &str, now: DateTime<Utc>) -> Result<String> {
    let time: TimeArg = text.parse()?;
    match time.resolve(now)? {
        Resolved::At(tso) => Ok(tso.to_string()),
        Resolved::Of(_) => Err(
            Error::usage("the time of an object is looked up for flags only")
                .hint(format!("--{} {text} instead of the field", flag.name)),
        ),
    }
}
