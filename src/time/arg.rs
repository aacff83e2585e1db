//! What a user types where a time is expected.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::{Span, Tso, Zone, date, number};
use crate::api::name::is_subdomain;
use crate::{Error, Result};

/// The value of every flag that takes a time: a decimal TSO, a date with a zone, a duration ago, `now`, or the time of a backup.
///
/// Printing it gives a text that is read as the same value; a date is printed as its TSO.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeArg {
    /// A moment that was typed, to the millisecond where it was a date. The future is allowed here.
    Tso(Tso),
    /// That long ago.
    Ago(Span),
    /// The present.
    Now,
    /// The time of an object that has to be read first.
    Reference(Reference),
}

/// `backup/NAME` or `log/NAME`, with a namespace in between when it is not the current one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Which time of which object.
    pub kind: ReferenceKind,
    /// Its namespace, when typed.
    pub namespace: Option<String>,
    /// Its name.
    pub name: String,
}

/// The times that a [`Reference`] can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    /// The commit time of a snapshot backup.
    Backup,
    /// The checkpoint of a log backup.
    Log,
}

/// A [`TimeArg`] once the present is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved<'a> {
    /// A moment.
    At(Tso),
    /// The caller has to read this object.
    Of(&'a Reference),
}

impl TimeArg {
    /// The moment that is meant when the present is `now`.
    ///
    /// # Errors
    /// A usage error when a duration reaches back before 1970.
    pub fn resolve(&self, now: DateTime<Utc>) -> Result<Resolved<'_>> {
        let time = match self {
            TimeArg::Tso(tso) => return Ok(Resolved::At(*tso)),
            TimeArg::Reference(reference) => return Ok(Resolved::Of(reference)),
            TimeArg::Now => Some(now),
            TimeArg::Ago(span) => now.checked_sub_signed(span.length()),
        };
        time.and_then(Tso::at)
            .filter(|tso| tso.value() != 0)
            .map(Resolved::At)
            .ok_or_else(|| Error::usage(format!("{self} reaches back before 1970")))
    }
}

impl FromStr for TimeArg {
    type Err = Error;

    /// Every error is a usage error of one line that says what to type instead.
    fn from_str(text: &str) -> Result<Self> {
        parse(text, Zone::Local)
    }
}

fn parse(text: &str, local: Zone) -> Result<TimeArg> {
    let text = text.trim();
    if text == "now" {
        Ok(TimeArg::Now)
    } else if let Some((kind, object)) = text.split_once('/') {
        reference(text, kind, object).map(TimeArg::Reference)
    } else if date::looks_like_date(text) {
        date::parse(text, local).map(TimeArg::Tso)
    } else if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        number::parse(text).map(TimeArg::Tso)
    } else if let Some(rest) = text.strip_prefix(['-', '+'])
        && rest.parse::<Span>().is_ok()
    {
        Err(Error::usage(format!(
            "{text:?} is not a time: a duration counts back from now and has no sign, write {rest}"
        )))
    } else if text.starts_with(|c: char| c.is_ascii_digit() || c == '.') && !text.contains(':') {
        text.parse().map(TimeArg::Ago)
    } else {
        Err(Error::usage(format!(
            "{text:?} is not a time: write a TSO, a date with a zone (2022-10-10T13:17:05+08:00), a duration ago (7d), now, backup/NAME or log/NAME"
        )))
    }
}

fn reference(text: &str, kind: &str, object: &str) -> Result<Reference> {
    let kind = match kind {
        "backup" => ReferenceKind::Backup,
        "log" => ReferenceKind::Log,
        _ => {
            return Err(Error::usage(format!(
                "{text:?} is not a time: only backup/NAME (its commit time) and log/NAME (its checkpoint) name one by an object"
            )));
        }
    };
    let (namespace, name) = match object.split_once('/') {
        Some((namespace, name)) => (Some(namespace), name),
        None => (None, object),
    };
    if !is_subdomain(name) || !namespace.is_none_or(is_subdomain) {
        return Err(Error::usage(format!(
            "{text:?} names no object: write {kind}/NAME or {kind}/NAMESPACE/NAME"
        )));
    }
    Ok(Reference {
        kind,
        namespace: namespace.map(str::to_owned),
        name: name.to_owned(),
    })
}

impl fmt::Display for TimeArg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeArg::Tso(tso) => tso.fmt(f),
            TimeArg::Ago(span) => span.fmt(f),
            TimeArg::Now => f.write_str("now"),
            TimeArg::Reference(reference) => reference.fmt(f),
        }
    }
}

/// As it is typed.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/", self.kind)?;
        if let Some(namespace) = &self.namespace {
            write!(f, "{namespace}/")?;
        }
        f.write_str(&self.name)
    }
}

impl fmt::Display for ReferenceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ReferenceKind::Backup => "backup",
            ReferenceKind::Log => "log",
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_665_379_025_683).unwrap()
    }

    fn moment(text: &str) -> Tso {
        let arg: TimeArg = text.parse().unwrap();
        match arg.resolve(now()).unwrap() {
            Resolved::At(tso) => tso,
            Resolved::Of(reference) => Tso::new(reference.name.len() as u64),
        }
    }

    #[test]
    fn moments() {
        let rows = [
            ("436569119308644661", 1_665_379_025_683),
            ("2022-10-10T13:17:05.683+08:00", 1_665_379_025_683),
            ("2022-10-10 13:17:05+0800", 1_665_379_025_000),
            (" 2022-10-10T05:17:05Z ", 1_665_379_025_000),
            ("now", 1_665_379_025_683),
            ("0s", 1_665_379_025_683),
            ("90m", 1_665_379_025_683 - 90 * 60_000),
            ("7d", 1_665_379_025_683 - 7 * 86_400_000),
            ("1d12h", 1_665_379_025_683 - 36 * 3_600_000),
            ("1.5h", 1_665_379_025_683 - 90 * 60_000),
            ("2090-11-18T14:07:45.624Z", 3_814_697_265_624),
        ];
        for (text, millis) in rows {
            assert_eq!(moment(text).millis(), millis, "{text}");
        }
        assert_eq!(
            moment("436569119308644661").value(),
            436_569_119_308_644_661
        );
    }

    #[test]
    fn references() {
        use ReferenceKind::{Backup, Log};
        let rows = [
            ("backup/demo1", Backup, None, "demo1"),
            ("log/demo-log.1", Log, None, "demo-log.1"),
            ("backup/prod/demo1", Backup, Some("prod"), "demo1"),
        ];
        for (text, kind, namespace, name) in rows {
            let reference = Reference {
                kind,
                namespace: namespace.map(str::to_owned),
                name: name.to_owned(),
            };
            let arg: TimeArg = text.parse().unwrap();
            assert_eq!(arg.resolve(now()), Ok(Resolved::Of(&reference)), "{text}");
            assert_eq!(arg.to_string(), text);
        }
    }

    #[test]
    fn refused_in_one_line_with_what_to_type() {
        let rows = [
            ("", "write a TSO, a date with a zone"),
            ("yesterday", "write a TSO, a date with a zone"),
            ("10:30", "write a TSO, a date with a zone"),
            (
                "Mon, 10 Oct 2022 05:17:05 GMT",
                "write a TSO, a date with a zone",
            ),
            ("-7d", "write 7d"),
            ("+90m", "write 90m"),
            ("-5", "write a TSO"),
            ("+436569119308644661", "write a TSO"),
            ("5min", "unknown unit \"min\""),
            ("1h30", "30 has no unit"),
            ("0", "not set"),
            ("1665379025", "Unix seconds"),
            ("2022-10-10 13:17:05", "2022-10-10T13:17:05Z for UTC"),
            ("snapshot/demo1", "only backup/NAME"),
            ("2022/10/10", "only backup/NAME"),
            ("backup/", "write backup/NAME or backup/NAMESPACE/NAME"),
            ("log/a/b/c", "write log/NAME"),
            ("backup//x", "write backup/NAME"),
            ("backup/Demo", "write backup/NAME"),
            ("log/-x", "write log/NAME"),
        ];
        for (text, reason) in rows {
            let error = text.parse::<TimeArg>().unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage, "{text}");
            assert!(error.message.contains(reason), "{text:?}: {error}");
            assert!(!error.message.contains('\n'));
        }
        let ancient: TimeArg = "100000d".parse().unwrap();
        assert!(ancient.resolve(now()).is_err());
    }

    proptest! {
        #[test]
        fn printed_and_read_back(value in Tso::OLDEST.value().., days in 1u32..1000, name in "[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?") {
            for arg in [
                TimeArg::Tso(Tso::new(value)),
                TimeArg::Ago(format!("{days}d").parse().unwrap()),
                TimeArg::Reference(Reference { kind: ReferenceKind::Log, namespace: Some(name.clone()), name }),
            ] {
                prop_assert_eq!(arg.to_string().parse::<TimeArg>(), Ok(arg));
            }
        }

        #[test]
        fn no_text_breaks_it(text in "\\PC{0,24}") {
            if let Ok(arg) = text.parse::<TimeArg>() {
                prop_assert!(arg.resolve(now()).is_ok() || matches!(arg, TimeArg::Ago(_)));
            }
        }
    }
}
