//! A bare number where a time is expected: a TSO, or something that was mistaken for one.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::{Tso, Zone};
use crate::{Error, Result};

/// Reads a number as a TSO. One that is older than TiDB is an error which says what it looks like and which TSO that would be.
pub(super) fn parse(digits: &str) -> Result<Tso> {
    let value: u64 = digits.parse().map_err(|_| {
        Error::usage(format!(
            "{digits} is not a TSO: the largest is {}",
            u64::MAX
        ))
    })?;
    if value == 0 {
        return Err(Error::usage(
            "0 is not a time: as a TSO it means \"not set\"; write now for the present",
        ));
    }
    let tso = Tso::new(value);
    if tso >= Tso::OLDEST {
        return Ok(tso);
    }
    Err(Error::usage(match likely(digits, value) {
        Some((what, time, tso)) => format!(
            "{digits} is too small for a TSO: it looks like {what} ({}), which is the TSO {tso}",
            Zone::Utc.show(time)
        ),
        None => format!(
            "{digits} is too small for a TSO: a TSO of today has 18 digits, and {} is 2015-01-01; a duration needs a unit, such as {digits}m",
            Tso::OLDEST
        ),
    }))
}

/// What a number of this many digits usually is, its time, and the TSO of that time.
fn likely(digits: &str, value: u64) -> Option<(&'static str, DateTime<Utc>, Tso)> {
    let signed = i64::try_from(value).ok()?;
    let date = |format: &str, padding: &str| {
        NaiveDateTime::parse_from_str(&format!("{digits}{padding}"), format)
            .ok()
            .map(|time| time.and_utc())
    };
    let (what, time) = match digits.len() {
        8 => {
            let day = NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?;
            ("a date in UTC", day.and_hms_opt(0, 0, 0)?.and_utc())
        }
        10 => ("Unix seconds", DateTime::from_timestamp(signed, 0)?),
        12 => ("a date and time in UTC", date("%Y%m%d%H%M%S", "00")?),
        13 => (
            "Unix milliseconds",
            DateTime::from_timestamp_millis(signed)?,
        ),
        14 => ("a date and time in UTC", date("%Y%m%d%H%M%S", "")?),
        16 => (
            "Unix microseconds",
            DateTime::from_timestamp_micros(signed)?,
        ),
        _ => return None,
    };
    let tso = Tso::at(time).filter(|tso| *tso >= Tso::OLDEST)?;
    Some((what, time, tso))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn numbers_that_are_tsos() {
        for digits in [
            "372262934937600000",
            "436569119308644661",
            "999999999999999999",
            "18446744073709551615",
        ] {
            assert_eq!(parse(digits).unwrap().to_string(), digits);
        }
    }

    #[test]
    fn numbers_that_are_something_else() {
        let rows = [
            ("0", "means \"not set\""),
            ("18446744073709551616", "the largest is"),
            (
                "20240131",
                "a date in UTC (2024-01-31T00:00:00Z), which is the TSO 447390469324800000",
            ),
            (
                "1665379025",
                "Unix seconds (2022-10-10T05:17:05Z), which is the TSO 436569119129600000",
            ),
            (
                "1665379025683",
                "Unix milliseconds (2022-10-10T05:17:05Z), which is the TSO 436569119308644352",
            ),
            (
                "1665379025683000",
                "Unix microseconds (2022-10-10T05:17:05Z), which is the TSO 436569119308644352",
            ),
            (
                "20221010051705",
                "a date and time in UTC (2022-10-10T05:17:05Z), which is the TSO 436569119129600000",
            ),
            (
                "202210100517",
                "a date and time in UTC (2022-10-10T05:17:00Z)",
            ),
            ("90", "a duration needs a unit, such as 90m"),
            ("20241331", "a TSO of today has 18 digits"),
            ("372262934937599999", "372262934937600000 is 2015-01-01"),
            ("43656911930864466", "a TSO of today has 18 digits"),
        ];
        for (digits, reason) in rows {
            let error = parse(digits).unwrap_err();
            assert!(error.message.contains(reason), "{digits}: {error}");
        }
    }
}
