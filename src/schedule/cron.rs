//! Cron expressions as the operator reads them: robfig/cron v1.2, `ParseStandard`. Exactly five fields, day of week 0 to 6, names of
//! months and days, `?` like `*`, `N/STEP` up to the end of the range, and the words from `@yearly` to `@hourly` and `@every DURATION`.
//!
//! The fields are checked against that dialect and rewritten as plain lists; when they fire is then a library's business.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use croner::parser::{CronParser, Seconds, Year};

use crate::time::Span;
use crate::{Error, Result};

/// The operator skips everything when more runs than this were missed (docs/operators.md, "A slot is noticed at the resync").
pub const MOST_MISSED: usize = 1000;

/// A gap between runs of a full backup that is surely a mistake: `*/2 * * * *` of the documentation, or `* */2 * * *`.
const HECTIC: TimeDelta = TimeDelta::minutes(2);

/// A cron expression of the operator.
#[derive(Debug, Clone)]
pub struct Cron {
    text: String,
    rule: Rule,
}

#[derive(Debug, Clone)]
enum Rule {
    /// `@every`: so long after the last run.
    Every(TimeDelta),
    /// Five fields.
    Fields(Box<croner::Cron>),
}

/// The runs that were due in a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    /// How many; more than [`MOST_MISSED`] are not counted further.
    pub count: usize,
    /// The latest that was counted.
    pub last: DateTime<Utc>,
}

impl Cron {
    /// The first run after `time`; `None` when there is none in the next years.
    pub fn after(&self, time: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match &self.rule {
            Rule::Every(delay) => {
                let whole = time.with_nanosecond(0)?;
                whole.checked_add_signed(*delay)
            }
            Rule::Fields(cron) => cron.find_next_occurrence(&time, false).ok(),
        }
    }

    /// The first `count` runs after `time`.
    pub fn runs(&self, time: DateTime<Utc>, count: usize) -> Vec<DateTime<Utc>> {
        std::iter::successors(self.after(time), |run| self.after(*run))
            .take(count)
            .collect()
    }

    /// The runs after `from` up to `until`, if any.
    pub fn missed(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Option<Missed> {
        let mut missed = None;
        let mut run = self.after(from)?;
        while run <= until {
            let count = missed.map_or(0, |missed: Missed| missed.count) + 1;
            missed = Some(Missed { count, last: run });
            if count > MOST_MISSED {
                break;
            }
            run = self.after(run)?;
        }
        missed
    }

    /// Whether it fires every minute or two, as examples of the documentation do.
    pub fn is_hectic(&self, now: DateTime<Utc>) -> bool {
        let runs = self.runs(now, 6);
        let gaps: Vec<bool> = runs
            .iter()
            .zip(runs.iter().skip(1))
            .map(|(run, next)| *next - *run <= HECTIC)
            .collect();
        gaps.iter()
            .zip(gaps.iter().skip(1))
            .any(|(first, second)| *first && *second)
    }
}

/// As it was typed.
impl fmt::Display for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Cron {
    type Err = Error;

    /// Usage errors name the field and what it takes.
    fn from_str(text: &str) -> Result<Self> {
        let bad = |why: String| Error::usage(format!("{text:?} is not a cron expression: {why}"));
        let rule = match text.strip_prefix('@') {
            Some(word) => described(word).map_err(bad)?,
            None => fields(text).map_err(bad)?,
        };
        let cron = Self {
            text: text.to_owned(),
            rule,
        };
        match cron.after(DateTime::UNIX_EPOCH) {
            Some(_) => Ok(cron),
            None => Err(bad("it never fires: there is no such date".to_owned())),
        }
    }
}

type Reason = String;

fn described(word: &str) -> Result<Rule, Reason> {
    if let Some(length) = word.strip_prefix("every ") {
        let delay = Span::from_go(length).ok_or_else(|| {
            format!("@every takes a Go duration without days, such as 90m or 24h, not {length:?}")
        })?;
        if delay < TimeDelta::seconds(1) {
            return Err("@every takes a second at least".to_owned());
        }
        return Ok(Rule::Every(TimeDelta::seconds(delay.num_seconds())));
    }
    let text = match word {
        "yearly" | "annually" => "0 0 1 1 *",
        "monthly" => "0 0 1 * *",
        "weekly" => "0 0 * * 0",
        "daily" | "midnight" => "0 0 * * *",
        "hourly" => "0 * * * *",
        _ => {
            return Err(format!(
                "unknown word @{word}; known are @yearly, @monthly, @weekly, @daily, @hourly and @every DURATION"
            ));
        }
    };
    fields(text)
}

/// One of the five fields.
struct Kind {
    name: &'static str,
    lowest: u32,
    highest: u32,
    names: &'static [&'static str],
}

const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const DAYS: &[&str] = &["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fn kind(
    name: &'static str,
    lowest: u32,
    highest: u32,
    names: &'static [&'static str],
) -> Kind {
    Kind {
        name,
        lowest,
        highest,
        names,
    }
}

const KINDS: [Kind; 5] = [
    kind("minute", 0, 59, &[]),
    kind("hour", 0, 23, &[]),
    kind("day of month", 1, 31, &[]),
    kind("month", 1, 12, MONTHS),
    kind("day of week", 0, 6, DAYS),
];

/// A field read: whether it says "any", and the values as a list.
struct Values {
    any: bool,
    list: String,
}

/// Where one of the two day fields says `*` (also with a step), both must match; where neither does, one is enough.
fn fields(text: &str) -> Result<Rule, Reason> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    if parts.len() != KINDS.len() {
        return Err(format!(
            "it has {} fields, and needs 5: minute, hour, day of month, month, day of week",
            parts.len()
        ));
    }
    let read: Vec<Values> = KINDS
        .iter()
        .zip(parts)
        .map(|(kind, part)| kind.read(part))
        .collect::<Result<_, _>>()?;
    let any_day = read.get(2).is_some_and(|day| day.any) || read.get(4).is_some_and(|day| day.any);
    let lists: Vec<&str> = read.iter().map(|values| values.list.as_str()).collect();
    let parser = CronParser::builder()
        .seconds(Seconds::Disallowed)
        .year(Year::Disallowed)
        .dom_and_dow(any_day)
        .build();
    let cron = parser
        .parse(&lists.join(" "))
        .map_err(|error| error.to_string())?;
    Ok(Rule::Fields(Box::new(cron)))
}

impl Kind {
    fn read(&self, field: &str) -> Result<Values, Reason> {
        let mut values: Vec<u32> = Vec::new();
        let mut any = false;
        for part in field.split(',').filter(|part| !part.is_empty()) {
            let (range, step) = match part.split_once('/') {
                Some((range, step)) => (range, Some(self.step(step)?)),
                None => (part, None),
            };
            let star = matches!(range, "*" | "?");
            let (first, last) = match range.split_once('-') {
                _ if star => (self.lowest, self.highest),
                Some((first, last)) => (self.number(first)?, self.number(last)?),
                None if step.is_some() => (self.number(range)?, self.highest),
                None => (self.number(range)?, self.number(range)?),
            };
            if first > last {
                return Err(format!(
                    "{} {part:?}: the range ends before it begins",
                    self.name
                ));
            }
            any |= star;
            values.extend((first..=last).step_by(step.unwrap_or(1)));
        }
        if values.is_empty() {
            return Err(format!("the {} is empty", self.name));
        }
        values.sort_unstable();
        values.dedup();
        let whole = values.len() as u32 == self.highest - self.lowest + 1;
        let list: Vec<String> = values.iter().map(u32::to_string).collect();
        Ok(Values {
            any,
            list: if any && whole {
                "*".to_owned()
            } else {
                list.join(",")
            },
        })
    }

    fn step(&self, text: &str) -> Result<usize, Reason> {
        match text.parse() {
            Ok(step) if step > 0 => Ok(step),
            _ => Err(format!(
                "{}: the step {text:?} is not a number from 1",
                self.name
            )),
        }
    }

    fn number(&self, text: &str) -> Result<u32, Reason> {
        let named = self
            .names
            .iter()
            .zip(self.lowest..)
            .find(|(name, _)| text.eq_ignore_ascii_case(name));
        if let Some((_, number)) = named {
            return Ok(number);
        }
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if digits && (self.lowest..=self.highest).contains(&number) => Ok(number),
            _ => Err(format!(
                "{} {text:?} is not from {} to {}",
                self.name, self.lowest, self.highest
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn time(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    /// Expected times follow robfig/cron v1.2; the rows marked so are those where other crons differ.
    #[test]
    fn runs_are_those_of_the_operator() {
        let from = "2026-11-21T10:30:20.5Z"; // A Saturday.
        let rows = [
            ("0 2 * * *", "2026-11-22T02:00:00Z"),
            ("30 10 * * *", "2026-11-22T10:30:00Z"),
            ("*/15 * * * *", "2026-11-21T10:45:00Z"),
            ("* */2 * * *", "2026-11-21T10:31:00Z"),
            ("7/20 * * * *", "2026-11-21T10:47:00Z"), // N/step runs to the end of the range.
            ("0 0 1 jan ?", "2027-01-01T00:00:00Z"),
            ("0 0 * * MON-wed", "2026-11-23T00:00:00Z"),
            ("0 0 13 * 5", "2026-11-27T00:00:00Z"), // Either day is enough.
            ("0 0 */2 * 1", "2026-11-23T00:00:00Z"), // A star with a step: both days must match.
            ("0 0 */2 * 2", "2026-12-01T00:00:00Z"),
            ("0 0 1-31 * 1", "2026-11-22T00:00:00Z"), // A full range is no star.
            ("0 0 29 2 *", "2028-02-29T00:00:00Z"),
            ("1,,2 * * * *", "2026-11-21T11:01:00Z"),
            ("@hourly", "2026-11-21T11:00:00Z"),
            ("@daily", "2026-11-22T00:00:00Z"),
            ("@midnight", "2026-11-22T00:00:00Z"),
            ("@weekly", "2026-11-22T00:00:00Z"),
            ("@monthly", "2026-12-01T00:00:00Z"),
            ("@annually", "2027-01-01T00:00:00Z"),
            ("@every 1s", "2026-11-21T10:30:21Z"),
            ("@every 90m", "2026-11-21T12:00:20Z"), // From the last run, in whole seconds.
        ];
        for (text, expected) in rows {
            let cron: Cron = text.parse().unwrap();
            assert_eq!(cron.after(time(from)), Some(time(expected)), "{text}");
        }
    }

    #[test]
    fn what_the_operator_cannot_read_is_refused() {
        for text in [
            "",
            "* * * *",
            "* * * * * *",
            "0 0 2 * * *",
            "60 * * * *",
            "* 24 * * *",
            "* * 0 * *",
            "* * 32 * *",
            "* * * 13 *",
            "* * * * 7",
            "5-1 * * * *",
            "*/0 * * * *",
            "*/x * * * *",
            "-1 * * * *",
            "* * L * *",
            "* * * * 1#2",
            "* * 15W * *",
            ", * * * *",
            "0 0 30 2 *",
            "TZ=Asia/Tokyo 0 2 * * *",
            "@reboot",
            "@Daily",
            "@every",
            "@every 1d",
            "@every -1h",
            "@every 0s",
            "@every  1h",
            "monday * * * *",
        ] {
            let error = text.parse::<Cron>().unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage, "{text:?}");
        }
    }

    #[test]
    fn every_minute_or_two_is_noticed() {
        let now = time("2026-11-21T22:57:30Z");
        let rows = [
            ("* * * * *", true),
            ("*/2 * * * *", true),
            ("* */2 * * *", true),
            ("@every 90s", true),
            ("*/3 * * * *", false),
            ("0 */2 * * *", false),
            ("0,1 3 * * *", false),
        ];
        for (text, hectic) in rows {
            assert_eq!(
                text.parse::<Cron>().unwrap().is_hectic(now),
                hectic,
                "{text}"
            );
        }
    }

    #[test]
    fn missed_runs_are_counted_up_to_the_limit() {
        let cron: Cron = "0 * * * *".parse().unwrap();
        let from = time("2026-11-21T10:00:00Z");
        assert_eq!(cron.missed(from, time("2026-11-21T10:59:59Z")), None);
        let three = cron.missed(from, time("2026-11-21T13:00:00Z")).unwrap();
        assert_eq!((three.count, three.last), (3, time("2026-11-21T13:00:00Z")));
        let many = cron.missed(from, time("2027-11-21T13:00:00Z")).unwrap();
        assert_eq!(many.count, MOST_MISSED + 1);
    }
}
