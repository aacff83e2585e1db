//! Durations as users type them and as the operator's fields carry them.

use std::fmt;
use std::str::FromStr;

use chrono::TimeDelta;

use crate::{Error, Result};

const SECOND: i128 = 1_000_000_000;
const HOUR: i128 = 3600 * SECOND;

/// The units of Go's `time.ParseDuration`, with their nanoseconds. Both spellings of micro are Go's.
const GO_UNITS: &[(&str, i128)] = &[
    ("ns", 1),
    ("us", 1_000),
    ("\u{b5}s", 1_000),
    ("\u{3bc}s", 1_000),
    ("ms", 1_000_000),
    ("s", SECOND),
    ("m", 60 * SECOND),
    ("h", HOUR),
];

/// What we accept beyond Go.
const CALENDAR_UNITS: &[(&str, i128)] = &[("d", 24 * HOUR), ("w", 7 * 24 * HOUR)];

/// Digits after the point that still count; Go drops the rest as well.
const FRACTION_DIGITS: usize = 18;

/// A duration that is not negative: Go's syntax plus `d` (24 hours) and `w` (7 days), such as `7d`, `1d12h`, `1.5h`, `300s` or `0`.
///
/// It remembers how it was typed, because fields of the resource get it as typed where Go can read that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    typed: String,
    length: TimeDelta,
    go: bool,
}

impl Span {
    /// How long it is. Never negative; at most 292 years, as in Go.
    pub fn length(&self) -> TimeDelta {
        self.length
    }

    /// What a field of the resource gets: as typed where that is a Go duration, else in hours (`7d` is `168h`, `1d30m` is `24h30m`).
    pub fn go_text(&self) -> String {
        if self.go {
            return self.typed.clone();
        }
        let minutes = self.length.num_minutes();
        let mut text = format!("{}h", minutes / 60);
        if minutes % 60 != 0 {
            text.push_str(&format!("{}m", minutes % 60));
        }
        let nanos = self.length.num_nanoseconds().unwrap_or_default() % 60_000_000_000;
        if nanos != 0 {
            let seconds = format!("{}.{:09}", nanos / 1_000_000_000, nanos % 1_000_000_000);
            text.push_str(seconds.trim_end_matches('0').trim_end_matches('.'));
            text.push('s');
        }
        text
    }

    /// Reads a Go duration that stands in a resource (`1m30s`, `2h0m5s`); `None` for what Go refuses and for a negative one.
    pub fn from_go(text: &str) -> Option<TimeDelta> {
        let unsigned = text.strip_prefix('+').unwrap_or(text);
        nanoseconds(unsigned, GO_UNITS)
            .ok()
            .map(TimeDelta::nanoseconds)
    }
}

impl FromStr for Span {
    type Err = Error;

    /// Usage errors say what is missing: the unit, the number, or what is wrong with the sign.
    fn from_str(text: &str) -> Result<Self> {
        let units = [GO_UNITS, CALENDAR_UNITS].concat();
        let length = nanoseconds(text, &units).map_err(|problem| problem.explain(text))?;
        Ok(Self {
            typed: text.to_owned(),
            length: TimeDelta::nanoseconds(length),
            go: nanoseconds(text, GO_UNITS).is_ok(),
        })
    }
}

/// As it was typed.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

/// Why a text is no duration.
enum Problem<'a> {
    Empty,
    Signed(&'a str),
    NoNumber,
    NoUnit(&'a str),
    UnknownUnit(&'a str),
    TooLong,
}

impl Problem<'_> {
    fn explain(&self, text: &str) -> Error {
        Error::usage(match self {
            Problem::Empty => {
                "a duration is empty: write a number and a unit, such as 90m or 7d".to_owned()
            }
            Problem::Signed(rest) => {
                format!("{text:?} is not a duration: no sign is allowed, write {rest}")
            }
            Problem::NoNumber => format!(
                "{text:?} is not a duration: write numbers with units, such as 90m, 1.5h or 7d"
            ),
            Problem::NoUnit(number) => format!(
                "{text:?} is not a duration: {number} has no unit, write {number}s for seconds, {number}m for minutes, {number}h for hours or {number}d for days"
            ),
            Problem::UnknownUnit(unit) => format!(
                "{text:?} is not a duration: unknown unit {unit:?}, use w, d, h, m, s or ms"
            ),
            Problem::TooLong => {
                format!("{text:?} is too long: a duration ends at 292 years (2562047h)")
            }
        })
    }
}

/// Sums `number unit` pairs. Arithmetic is on whole nanoseconds, so that `1.1s` is exact.
fn nanoseconds<'a>(text: &'a str, units: &[(&str, i128)]) -> Result<i64, Problem<'a>> {
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(rest) = text.strip_prefix(['-', '+']) {
        return Err(Problem::Signed(rest));
    }
    if text == "0" {
        return Ok(0);
    }
    let mut total: i64 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let number_end = rest
            .find(|c: char| c != '.' && !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(number_end);
        let unit_end = after
            .find(|c: char| c == '.' || c.is_ascii_digit())
            .unwrap_or(after.len());
        let (unit, next) = after.split_at(unit_end);
        let length = i64::try_from(scaled(number, unit, units)?).map_err(|_| Problem::TooLong)?;
        total = total.checked_add(length).ok_or(Problem::TooLong)?;
        rest = next;
    }
    Ok(total)
}

/// One pair in nanoseconds.
fn scaled<'a>(number: &'a str, unit: &'a str, units: &[(&str, i128)]) -> Result<i128, Problem<'a>> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if (whole.is_empty() && fraction.is_empty()) || fraction.contains('.') {
        return Err(Problem::NoNumber);
    }
    if unit.is_empty() {
        return Err(Problem::NoUnit(number));
    }
    let nanos = units
        .iter()
        .find_map(|(name, nanos)| (*name == unit).then_some(*nanos))
        .ok_or(Problem::UnknownUnit(unit))?;
    let fraction = fraction.get(..FRACTION_DIGITS).unwrap_or(fraction);
    let scale = 10_i128.pow(u32::try_from(fraction.len()).unwrap_or_default());
    let whole = integer(whole).ok_or(Problem::TooLong)?;
    let fraction = integer(fraction).ok_or(Problem::TooLong)?;
    Ok(whole * nanos + fraction * nanos / scale)
}

/// Digits as a number that still fits when it is multiplied by any unit.
fn integer(digits: &str) -> Option<i128> {
    if digits.is_empty() {
        return Some(0);
    }
    digits.parse::<u64>().ok().map(i128::from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn typed_length_and_field_text() {
        const H: i64 = 3600;
        let rows: &[(&str, i64, &str)] = &[
            ("0", 0, "0"),
            ("0s", 0, "0s"),
            ("0d", 0, "0h"),
            ("300s", 300, "300s"),
            ("90m", 5400, "90m"),
            ("1m30s", 90, "1m30s"),
            ("1.5h", 5400, "1.5h"),
            (".5h", 1800, ".5h"),
            ("1.h", H, "1.h"),
            ("30m1h", 5400, "30m1h"),
            ("1000ms", 1, "1000ms"),
            ("1000000\u{b5}s", 1, "1000000\u{b5}s"),
            ("7d", 168 * H, "168h"),
            ("1w2d", 216 * H, "216h"),
            ("1d12h", 36 * H, "36h"),
            ("0.5d", 12 * H, "12h"),
            ("1d30m", 24 * H + 1800, "24h30m"),
            ("1d90s", 24 * H + 90, "24h1m30s"),
            ("1d5s", 24 * H + 5, "24h5s"),
        ];
        for (text, seconds, field) in rows {
            let span: Span = text.parse().unwrap();
            assert_eq!(span.length(), TimeDelta::seconds(*seconds), "{text}");
            assert_eq!(span.go_text(), *field, "{text}");
            assert_eq!(span.to_string(), *text);
        }
    }

    #[test]
    fn below_a_second_in_hours() {
        let rows = [
            ("1d1.5s", "24h1.5s"),
            ("1d1ns", "24h0.000000001s"),
            ("1d1m1ms", "24h1m0.001s"),
        ];
        for (text, field) in rows {
            assert_eq!(text.parse::<Span>().unwrap().go_text(), field);
        }
    }

    #[test]
    fn refused_with_what_to_write_instead() {
        let rows = [
            ("", "empty"),
            ("-5m", "write 5m"),
            ("+5m", "write 5m"),
            ("30", "write 30s for seconds, 30m for minutes"),
            ("1h30", "30 has no unit"),
            ("5min", "unknown unit \"min\""),
            ("1y", "unknown unit \"y\""),
            ("7D", "unknown unit \"D\""),
            ("5 m", "unknown unit \" m\""),
            ("h", "write numbers with units"),
            ("1..5h", "write numbers with units"),
            (".h", "write numbers with units"),
            ("2562048h", "too long"),
            ("99999999999999999999h", "too long"),
            ("18446744073709551615w", "too long"),
        ];
        for (text, reason) in rows {
            let error = text.parse::<Span>().unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage);
            assert!(error.message.contains(reason), "{text:?}: {error}");
        }
    }

    #[test]
    fn durations_that_the_operator_wrote() {
        let rows = [
            ("1m30s", Some(90)),
            ("2m45s", Some(165)),
            ("2h0m5s", Some(7205)),
            ("+5s", Some(5)),
            ("0", Some(0)),
            ("-5s", None),
            ("7d", None),
            ("", None),
            ("5", None),
        ];
        for (text, seconds) in rows {
            let length = Span::from_go(text).map(|length| length.num_seconds());
            assert_eq!(length, seconds, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn pairs_add_up(w in 0i64..50, d in 0i64..400, h in 0i64..9999, m in 0i64..9999, s in 0i64..9999, n in 0i64..999_999_999) {
            let text = format!("{w}w{d}d{h}h{m}m{s}s{n}ns");
            let span: Span = text.parse().unwrap();
            let seconds = (w * 7 + d) * 86_400 + h * 3600 + m * 60 + s;
            prop_assert_eq!(span.length(), TimeDelta::seconds(seconds) + TimeDelta::nanoseconds(n));
            prop_assert_eq!(Span::from_go(&span.go_text()), Some(span.length()));
        }

        #[test]
        fn no_text_breaks_it(text in "[0-9.a-z\u{b5} +-]{0,12}") {
            if let Ok(span) = text.parse::<Span>() {
                prop_assert_eq!(Span::from_go(&span.go_text()), Some(span.length()));
            }
        }
    }
}
