//! Times of FILE and `--set`: written as TSOs as those of flags are, since what reads them later takes other forms each in its
//! own way.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::draft::Draft;
use super::flag::{FLAGS, Flag, Takes};
use crate::time::{Resolved, TimeArg};
use crate::{Error, Result};

/// Turns every field that a flag with a time could write into a TSO.
///
/// # Errors
/// Usage: no time, one without a zone, or one that only the cluster knows.
pub(super) fn write(draft: &mut Draft, now: DateTime<Utc>) -> Result<()> {
    for flag in FLAGS.iter().filter(|flag| flag.takes == Takes::Time) {
        let text = draft.text(flag.field).unwrap_or_default().to_owned();
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let tso = tso(flag, &text, now).map_err(|error| Error {
            message: format!("field {}: {}", flag.field, error.message),
            ..error
        })?;
        draft.replace(flag.field, json!(tso))?;
    }
    Ok(())
}

fn tso(flag: &Flag, text: &str, now: DateTime<Utc>) -> Result<String> {
    let time: TimeArg = text.parse()?;
    match time.resolve(now)? {
        Resolved::At(tso) => Ok(tso.to_string()),
        Resolved::Of(_) => Err(Error::usage("only a flag asks the cluster for a time")
            .hint(format!("say it with --{}", flag.name))),
    }
}
