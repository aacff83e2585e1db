//! Timestamps and durations as the operators parse and print them.

use chrono::{DateTime, NaiveDateTime, Utc};

/// The TSO of a moment: Unix milliseconds in the upper bits, logical counter 0.
pub fn tso(time: DateTime<Utc>) -> u64 {
    u64::try_from(time.timestamp_millis()).unwrap_or_default() << 18
}

/// The parser of the operators: empty is 0, then decimal, then a date and time in the zone of the operator (UTC), then RFC 3339
/// (docs/operators.md, "The operator and BR parse times differently").
pub fn parse(text: &str) -> Result<u64, String> {
    if text.is_empty() {
        return Ok(0);
    }
    if let Ok(value) = text.parse::<u64>() {
        return Ok(value);
    }
    if let Ok(time) = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S") {
        return Ok(tso(time.and_utc()));
    }
    DateTime::parse_from_rfc3339(text)
        .map(|time| tso(time.with_timezone(&Utc)))
        .map_err(|error| format!("cannot parse ts string {text}, err: {error}"))
}

/// A Go duration in whole seconds, as `timeTaken` prints it: `2m45s`, `1h0m3s`, `0s`.
pub fn go_seconds(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => format!("{rest}s"),
        (0, _) => format!("{minutes}m{rest}s"),
        _ => format!("{hours}h{minutes}m{rest}s"),
    }
}

/// Parses a Go duration (`300s`, `1h30m`, `1.5h`); the error is Go's own text.
pub fn parse_go(text: &str) -> Result<chrono::TimeDelta, String> {
    let invalid = || format!("time: invalid duration {text:?}");
    if text == "0" {
        return Ok(chrono::TimeDelta::zero());
    }
    let mut rest = text;
    let mut millis = 0.0;
    if rest.is_empty() {
        return Err(invalid());
    }
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .ok_or_else(invalid)?;
        let (number, tail) = rest.split_at(digits);
        let letters = tail
            .find(|c: char| c.is_ascii_digit() || c == '.')
            .unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(letters);
        let scale = match unit {
            "h" => 3_600_000.0,
            "m" => 60_000.0,
            "s" => 1_000.0,
            "ms" => 1.0,
            _ => return Err(invalid()),
        };
        millis += number.parse::<f64>().map_err(|_| invalid())? * scale;
        rest = tail;
    }
    chrono::TimeDelta::try_milliseconds(millis as i64).ok_or_else(invalid)
}
