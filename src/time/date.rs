//! Dates with a zone, and what to say when the zone is missing.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, SecondsFormat, TimeZone};

use super::{Tso, Zone};
use crate::{Error, Result};

/// A date and a time with an offset: `T` or a blank between them, the offset as `Z`, `+08:00`, `+0800` or `+08`, seconds with or without a
/// fraction. BR takes these forms too.
const ZONED: &[&str] = &["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z"];

/// The same without an offset, also cut after the minutes or the day: never accepted, only understood.
const NAIVE: &[&str] = &[
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
];

/// Whether `text` starts as a date does, so that the user meant one.
pub(super) fn looks_like_date(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.by_ref().take(4).filter(u8::is_ascii_digit).count() == 4 && bytes.next() == Some(b'-')
}

/// Reads a date. One without an offset is an error that shows what it would be in UTC and in `local`.
pub(super) fn parse(text: &str, local: Zone) -> Result<Tso> {
    if let Some(time) = zoned(text) {
        return Tso::at(time.to_utc())
            .filter(|tso| tso.value() != 0)
            .ok_or_else(|| {
                Error::usage(format!(
                    "{text:?} is outside of what a TSO can hold (1970-01-01 to 4199-11-24)"
                ))
            });
    }
    if let Some(time) = naive(text) {
        return Err(no_zone(text, time, local));
    }
    Err(Error::usage(format!(
        "{text:?} is not a time: write RFC 3339, such as 2022-10-10T13:17:05+08:00"
    )))
}

fn zoned(text: &str) -> Option<DateTime<FixedOffset>> {
    ZONED
        .iter()
        .find_map(|format| DateTime::parse_from_str(text, format).ok())
}

fn naive(text: &str) -> Option<NaiveDateTime> {
    NAIVE
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .or_else(|| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()?
                .and_hms_opt(0, 0, 0)
        })
}

/// Both readings, each as the text to type. An hour that the clock change repeats has two local ones, an hour that it skips has none.
fn no_zone(text: &str, time: NaiveDateTime, local: Zone) -> Error {
    let readings = match local {
        Zone::Local => offsets(time.and_local_timezone(Local)),
        Zone::Utc => Vec::new(),
        Zone::Fixed(offset) => offsets(offset.from_local_datetime(&time)),
    };
    let rfc3339 = |time: DateTime<FixedOffset>| time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let utc = rfc3339(time.and_utc().fixed_offset());
    let local: Vec<String> = readings
        .into_iter()
        .map(rfc3339)
        .filter(|reading| *reading != utc)
        .map(|reading| format!(" or {reading} for local time"))
        .collect();
    Error::usage(format!(
        "{text:?} has no time zone: write {utc} for UTC{}",
        local.concat()
    ))
}

fn offsets<Z: TimeZone>(readings: chrono::LocalResult<DateTime<Z>>) -> Vec<DateTime<FixedOffset>> {
    let both = [readings.clone().earliest(), readings.latest()];
    let mut readings: Vec<_> = both
        .into_iter()
        .flatten()
        .map(|time| time.fixed_offset())
        .collect();
    readings.dedup();
    readings
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn east(hours: i32) -> Zone {
        Zone::Fixed(FixedOffset::east_opt(hours * 3600).unwrap())
    }

    #[test]
    fn every_spelling_of_one_moment() {
        let rows = [
            "2022-07-26T21:20:00+08:00",
            "2022-07-26T13:20:00Z",
            "2022-07-26T13:20:00.000Z",
            "2022-07-26 21:20:00+08:00",
            "2022-07-26 21:20:00+0800",
            "2022-07-26 21:20:00+08",
            "2022-07-26 21:20:00 +08:00",
            "2022-07-26 13:20:00Z",
            "2022-07-26 13:20:00.0+00:00",
            "2022-07-26 09:50:00-03:30",
        ];
        for text in rows {
            assert!(looks_like_date(text));
            let tso = parse(text, Zone::Utc);
            assert_eq!(tso, Ok(Tso::new(434_855_372_390_400_000)), "{text}");
        }
    }

    #[test]
    fn without_a_zone_both_readings_are_shown() {
        let rows = [
            (
                "2022-10-10 13:17:05",
                east(8),
                "\"2022-10-10 13:17:05\" has no time zone: write 2022-10-10T13:17:05Z for UTC or 2022-10-10T13:17:05+08:00 for local time",
            ),
            (
                "2022-10-10T13:17:05.25",
                east(-3),
                "\"2022-10-10T13:17:05.25\" has no time zone: write 2022-10-10T13:17:05.250Z for UTC or 2022-10-10T13:17:05.250-03:00 for local time",
            ),
            (
                "2022-10-10 13:17",
                Zone::Utc,
                "\"2022-10-10 13:17\" has no time zone: write 2022-10-10T13:17:00Z for UTC",
            ),
            (
                "2022-10-10",
                east(0),
                "\"2022-10-10\" has no time zone: write 2022-10-10T00:00:00Z for UTC",
            ),
        ];
        for (text, local, message) in rows {
            assert_eq!(parse(text, local).unwrap_err().message, message);
        }
    }

    #[test]
    fn clock_changes_have_two_readings_or_none() {
        let time = NaiveDate::from_ymd_opt(2024, 10, 27)
            .and_then(|day| day.and_hms_opt(2, 30, 0))
            .unwrap();
        let at = |hours: i32| {
            FixedOffset::east_opt(hours * 3600)
                .unwrap()
                .from_local_datetime(&time)
                .unwrap()
        };
        let repeated = offsets(chrono::LocalResult::Ambiguous(at(2), at(1)));
        assert_eq!(repeated.len(), 2);
        assert_eq!(offsets::<FixedOffset>(chrono::LocalResult::None).len(), 0);
        assert_eq!(offsets(chrono::LocalResult::Single(at(1))).len(), 1);
    }

    #[test]
    fn not_a_date() {
        let rows = [
            ("2022-13-10T00:00:00Z", "is not a time"),
            ("2022-02-30 00:00:00Z", "is not a time"),
            ("2022-10-10T25:00:00Z", "is not a time"),
            ("2022-10-10 13:17:05 CST", "is not a time"),
            ("1969-12-31T23:59:59Z", "is outside"),
            ("1970-01-01T00:00:00Z", "is outside"),
            ("9999-12-31T00:00:00Z", "is outside"),
        ];
        for (text, reason) in rows {
            let error = parse(text, Zone::Utc).unwrap_err();
            assert!(error.message.contains(reason), "{text}: {error}");
        }
        for text in ["436569119308644661", "7d", "202-10-10", "", "backup/2022"] {
            assert!(!looks_like_date(text), "{text}");
        }
    }

    proptest! {
        /// The readings that an error offers are texts that are accepted, and their distance is the offset.
        #[test]
        fn readings_can_be_typed(seconds in 1_000_000_000i64..4_000_000_000, quarters in -48i32..56) {
            prop_assume!(quarters != 0);
            let offset = FixedOffset::east_opt(quarters * 900).unwrap();
            let typed = DateTime::from_timestamp(seconds, 0).unwrap().format("%Y-%m-%d %H:%M:%S").to_string();
            let message = parse(&typed, Zone::Fixed(offset)).unwrap_err().message;
            let readings: Vec<Tso> = message
                .split_whitespace()
                .filter_map(|word| parse(word, Zone::Utc).ok())
                .collect();
            let local = Tso::from_millis(u64::try_from(seconds - i64::from(quarters) * 900).unwrap() * 1000);
            prop_assert_eq!(readings, vec![Tso::from_millis(u64::try_from(seconds).unwrap() * 1000).unwrap(), local.unwrap()]);
        }
    }
}
