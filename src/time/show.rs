//! How moments and ages are printed.

use chrono::{DateTime, FixedOffset, Local, SecondsFormat, TimeDelta, Utc};

/// The zone that tables show times in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The zone of this machine, with the offset that held at the moment shown.
    Local,
    /// `--utc`.
    Utc,
    /// One offset for every moment.
    Fixed(FixedOffset),
}

impl Zone {
    /// RFC 3339 to the second, with the offset: `2022-10-10T13:17:05+08:00`, or `Z` where the offset is zero.
    pub fn show(self, time: DateTime<Utc>) -> String {
        self.fixed(time).to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// A time of the API as [`Zone::show`] shows it; what is no time stays as it is.
    pub fn show_text(self, text: &str) -> String {
        match DateTime::parse_from_rfc3339(text) {
            Ok(time) => self.show(time.to_utc()),
            Err(_) => text.to_owned(),
        }
    }

    fn fixed(self, time: DateTime<Utc>) -> DateTime<FixedOffset> {
        match self {
            Zone::Local => time.with_timezone(&Local).fixed_offset(),
            Zone::Utc => time.fixed_offset(),
            Zone::Fixed(offset) => time.with_timezone(&offset),
        }
    }
}

/// A time as JSON and YAML carry it: UTC with milliseconds.
pub fn machine_time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// kubectl's age column (`HumanDuration` of apimachinery): one or two units, coarser with age.
///
/// A clock that is up to two seconds ahead counts as now; beyond that the age is `<invalid>`, as kubectl prints it.
pub fn age(elapsed: TimeDelta) -> String {
    let seconds = elapsed.num_seconds();
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    let (days, years) = (hours / 24, hours / 24 / 365);
    match seconds {
        ..-1 => "<invalid>".to_owned(),
        -1 => "0s".to_owned(),
        _ if seconds < 2 * 60 => format!("{seconds}s"),
        _ if minutes < 10 => two(minutes, "m", seconds % 60, "s"),
        _ if minutes < 3 * 60 => format!("{minutes}m"),
        _ if hours < 8 => two(hours, "h", minutes % 60, "m"),
        _ if hours < 48 => format!("{hours}h"),
        _ if days < 8 => two(days, "d", hours % 24, "h"),
        _ if years < 2 => format!("{days}d"),
        _ if years < 8 => two(years, "y", days % 365, "d"),
        _ => format!("{years}y"),
    }
}

/// Two units, the second left out when it is zero.
fn two(coarse: i64, coarse_unit: &str, fine: i64, fine_unit: &str) -> String {
    if fine == 0 {
        format!("{coarse}{coarse_unit}")
    } else {
        format!("{coarse}{coarse_unit}{fine}{fine_unit}")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn ages_change_unit_where_kubectl_does() {
        const M: i64 = 60;
        const H: i64 = 60 * M;
        const D: i64 = 24 * H;
        const Y: i64 = 365 * D;
        let rows = [
            (-2, "<invalid>"),
            (-1, "0s"),
            (0, "0s"),
            (119, "119s"),
            (2 * M, "2m"),
            (2 * M + 3, "2m3s"),
            (10 * M - 1, "9m59s"),
            (10 * M, "10m"),
            (10 * M + 1, "10m"),
            (3 * H - 1, "179m"),
            (3 * H, "3h"),
            (3 * H + 5 * M, "3h5m"),
            (8 * H - 1, "7h59m"),
            (8 * H, "8h"),
            (28 * H, "28h"),
            (2 * D - 1, "47h"),
            (2 * D, "2d"),
            (2 * D + H, "2d1h"),
            (8 * D - 1, "7d23h"),
            (8 * D, "8d"),
            (2 * Y - 1, "729d"),
            (2 * Y, "2y"),
            (2 * Y + D, "2y1d"),
            (8 * Y - 1, "7y364d"),
            (8 * Y, "8y"),
            (25 * Y + D, "25y"),
        ];
        for (seconds, text) in rows {
            assert_eq!(age(TimeDelta::seconds(seconds)), text, "{seconds}");
        }
        assert_eq!(age(TimeDelta::milliseconds(-1_999)), "0s");
    }

    #[test]
    fn times_name_their_offset() {
        let time = DateTime::from_timestamp_millis(1_665_379_025_683).unwrap();
        let east = |seconds| Zone::Fixed(FixedOffset::east_opt(seconds).unwrap());
        let rows = [
            (Zone::Utc, "2022-10-10T05:17:05Z"),
            (east(8 * 3600), "2022-10-10T13:17:05+08:00"),
            (east(-(3 * 3600 + 1800)), "2022-10-10T01:47:05-03:30"),
            (east(0), "2022-10-10T05:17:05Z"),
        ];
        for (zone, text) in rows {
            assert_eq!(zone.show(time), text);
        }
        assert_eq!(machine_time(time), "2022-10-10T05:17:05.683Z");
        // whatever the zone of this machine is, it is the same moment
        let local = DateTime::parse_from_rfc3339(&Zone::Local.show(time)).unwrap();
        assert_eq!(local.timestamp(), time.timestamp());
    }
}
