//! The timestamp of TiDB.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Zone, machine_time};

/// The lower bits count events within one millisecond (`oracle.go` of TiKV's Go client).
const LOGICAL_BITS: u32 = 18;

/// A TSO: Unix milliseconds in the upper 46 bits, a logical counter in the lower 18.
///
/// Ordered by value; two TSOs of the same printed time can still differ, so compare these and not times. Serialises as
/// `{"tso": "436569119308644661", "time": "2022-10-10T05:17:05.683Z"}`: the number is text because JSON readers lose precision above 2^53.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tso(u64);

impl Tso {
    /// What BR writes as the end of a task that has none.
    pub const NO_END: Tso = Tso(999_999_999_999_999_999);

    /// 2015-01-01T00:00:00Z, before any release of TiDB. A smaller number that somebody types is something else.
    pub const OLDEST: Tso = Tso(372_262_934_937_600_000);

    /// The TSO with this value. Every `u64` is one.
    pub const fn new(value: u64) -> Self {
        Self(value)
    }

    /// The first TSO of a millisecond since 1970; `None` past the last one that fits (4199-11-24).
    pub fn from_millis(millis: u64) -> Option<Self> {
        (millis <= u64::MAX >> LOGICAL_BITS).then_some(Self(millis << LOGICAL_BITS))
    }

    /// The first TSO of the millisecond that holds `time`; `None` before 1970 and past 4199-11-24.
    pub fn at(time: DateTime<Utc>) -> Option<Self> {
        Self::from_millis(u64::try_from(time.timestamp_millis()).ok()?)
    }

    /// Reads what stands in a resource: a decimal TSO, RFC 3339, or the operator's `YYYY-MM-DD HH:MM:SS`.
    ///
    /// The operator reads the last form in the zone of its own process, which is UTC in its image. `None` for empty, for 0, which BR and the
    /// operator both use for "not set", and for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let tso = if text.bytes().all(|byte| byte.is_ascii_digit()) {
            Self(text.parse().ok()?)
        } else if let Ok(time) = DateTime::parse_from_rfc3339(text) {
            Self::at(time.to_utc())?
        } else {
            let naive = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok()?;
            Self::at(naive.and_utc())?
        };
        (tso.0 != 0).then_some(tso)
    }

    /// The number itself.
    pub const fn value(self) -> u64 {
        self.0
    }

    /// Unix milliseconds.
    pub const fn millis(self) -> u64 {
        self.0 >> LOGICAL_BITS
    }

    /// The counter within the millisecond.
    pub const fn logical(self) -> u64 {
        self.0 & ((1 << LOGICAL_BITS) - 1)
    }

    /// The time with the value after it, as in `2022-10-10T05:17:05Z (436569119308644661)`. The value alone where it is no time.
    pub fn show(self, zone: Zone) -> String {
        match self.time() {
            Some(time) => format!("{} ({self})", zone.show(time)),
            None => self.to_string(),
        }
    }

    /// The time to the millisecond; `None` for 0, which means "not set" and not 1970.
    pub fn time(self) -> Option<DateTime<Utc>> {
        if self.0 == 0 {
            return None;
        }
        DateTime::from_timestamp_millis(i64::try_from(self.millis()).ok()?)
    }

    /// How far `now` is past this moment, never below zero: clocks of two machines differ.
    pub fn lag(self, now: DateTime<Utc>) -> TimeDelta {
        let elapsed = now
            .timestamp_millis()
            .saturating_sub_unsigned(self.millis())
            .max(0);
        TimeDelta::try_milliseconds(elapsed).unwrap_or(TimeDelta::MAX)
    }
}

impl fmt::Display for Tso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Tso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut timestamp = serializer.serialize_struct("Tso", 2)?;
        timestamp.serialize_field("tso", &self.to_string())?;
        timestamp.serialize_field("time", &self.time().map(machine_time))?;
        timestamp.end()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// TSO, its time, its logical part: computed with exact integer arithmetic, not with this code.
    const VECTORS: &[(u64, &str, u64)] = &[
        (434_582_449_885_806_593, "2022-07-14T12:08:03.268Z", 1),
        (434_834_300_106_964_993, "2022-07-25T15:00:15.618Z", 1),
        (433_177_834_291_200_000, "2022-05-13T11:45:00.000Z", 0),
        (400_036_290_571_534_337, "2018-05-11T05:42:23.794Z", 1),
        (434_855_372_390_400_000, "2022-07-26T13:20:00.000Z", 0),
        (448_069_946_572_537_856, "2024-02-29T23:59:59.999Z", 0),
        (463_267_587_686_400_000, "2026-01-01T00:00:00.000Z", 0),
        (468_890_733_805_043_712, "2026-09-06T06:30:00.123Z", 0),
        (468_899_227_238_400_000, "2026-09-06T15:30:00.000Z", 0),
        (562_949_953_421_312_000, "2038-01-19T03:14:08.000Z", 0),
        (999_999_999_999_999_999, "2090-11-18T14:07:45.624Z", 262_143),
        (
            9_223_372_036_854_775_807,
            "3084-12-12T12:41:28.831Z",
            262_143,
        ),
        (u64::MAX, "4199-11-24T01:22:57.663Z", 262_143),
        (262_144, "1970-01-01T00:00:00.001Z", 0),
        (372_262_934_937_600_000, "2015-01-01T00:00:00.000Z", 0),
    ];

    #[test]
    fn value_time_and_counter() {
        for &(value, time, logical) in VECTORS {
            let tso = Tso::new(value);
            assert_eq!(tso.time().map(machine_time).as_deref(), Some(time));
            assert_eq!(tso.logical(), logical, "{value}");
            assert_eq!(
                Tso::parse(time).map(Tso::value),
                Some(value - logical),
                "{time}"
            );
            assert_eq!(Tso::parse(&value.to_string()), Some(tso));
            assert_eq!(
                serde_json::to_value(tso).unwrap(),
                json!({"tso": value.to_string(), "time": time})
            );
        }
    }

    #[test]
    fn what_stands_in_a_resource() {
        let rows: &[(&str, Option<u64>)] = &[
            ("", None),
            ("0", None),
            ("000", None),
            ("436569119308644661", Some(436_569_119_308_644_661)),
            // 21:20 in the operator's zone, which is UTC
            ("2022-07-26 13:20:00", Some(434_855_372_390_400_000)),
            ("2022-07-26T21:20:00+08:00", Some(434_855_372_390_400_000)),
            (
                "2026-09-06T12:00:00.123+05:30",
                Some(468_890_733_805_043_712),
            ),
            ("2026-09-06T12:00:00-03:30", Some(468_899_227_238_400_000)),
            // forms that the operator refuses
            ("2022-07-26 21:20:00+0800", None),
            ("-1", None),
            ("+1", None),
            ("0x10", None),
            ("1e3", None),
            (" 436569119308644661", None),
            ("18446744073709551616", None),
            ("1969-12-31T23:59:59Z", None),
            ("9999-01-01T00:00:00Z", None),
        ];
        for (text, value) in rows {
            assert_eq!(Tso::parse(text).map(Tso::value), *value, "{text:?}");
        }
    }

    #[test]
    fn zero_has_no_time() {
        assert_eq!(Tso::new(0).time(), None);
        assert_eq!(
            serde_json::to_value(Tso::new(0)).unwrap(),
            json!({"tso": "0", "time": null})
        );
        assert_eq!(serde_json::to_value(None::<Tso>).unwrap(), json!(null));
    }

    #[test]
    fn lag_is_never_negative() {
        let checkpoint = Tso::new(434_855_372_390_400_000);
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        let rows = [
            ("2022-07-26T13:20:00Z", 0),
            ("2022-07-26T13:24:30.500Z", 270_500),
            ("2022-07-26T13:19:59Z", 0),
        ];
        for (now, millis) in rows {
            assert_eq!(checkpoint.lag(at(now)).num_milliseconds(), millis, "{now}");
        }
        assert_eq!(
            Tso::new(u64::MAX).lag(DateTime::<Utc>::MIN_UTC),
            TimeDelta::zero()
        );
        assert!(Tso::new(0).lag(DateTime::<Utc>::MAX_UTC) > TimeDelta::zero());
    }

    proptest! {
        #[test]
        fn printed_and_read_back(value in 1u64..) {
            prop_assert_eq!(Tso::parse(&Tso::new(value).to_string()), Some(Tso::new(value)));
        }

        #[test]
        fn a_time_keeps_its_millisecond(millis in 1..=u64::MAX >> LOGICAL_BITS) {
            let tso = Tso::from_millis(millis).expect("in range");
            prop_assert_eq!(tso.millis(), millis);
            prop_assert_eq!(tso.time().and_then(Tso::at), Some(tso));
        }

        #[test]
        fn order_of_values_is_order_of_times(a in 1u64.., b in 1u64..) {
            let (a, b) = (Tso::new(a.min(b)), Tso::new(a.max(b)));
            prop_assert!(a.time() <= b.time());
        }
    }
}
