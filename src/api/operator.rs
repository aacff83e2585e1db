//! The two generations of TiDB Operator.

use std::fmt;

use super::Kind;

/// An operator generation, which is also an API group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// TiDB Operator 1.x, `pingcap.com/v1alpha1`.
    V1,
    /// TiDB Operator 2.x, `br.pingcap.com/v1alpha1`.
    V2,
}

impl Operator {
    /// Both generations, the newer one first.
    pub const ALL: [Operator; 2] = [Operator::V2, Operator::V1];

    /// The API group.
    pub fn group(self) -> &'static str {
        match self {
            Operator::V1 => "pingcap.com",
            Operator::V2 => "br.pingcap.com",
        }
    }

    /// `group/version` as it stands in a manifest.
    pub fn api_version(self) -> &'static str {
        match self {
            Operator::V1 => "pingcap.com/v1alpha1",
            Operator::V2 => "br.pingcap.com/v1alpha1",
        }
    }

    /// The generation that serves an `apiVersion`, if it is one of ours.
    pub fn from_api_version(api_version: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|operator| operator.api_version() == api_version)
    }

    /// The finalizer that the operator puts on its Backups.
    pub fn finalizer(self) -> &'static str {
        match self {
            Operator::V1 => "tidb.pingcap.com/backup-protection",
            Operator::V2 => "pingcap.com/finalizer",
        }
    }

    /// Whether status is a subresource of its own. v1 CRDs have none: status is written through the object.
    pub fn status_subresource(self) -> bool {
        self == Operator::V2
    }
}

impl Operator {
    /// Whether the operator acts on objects of a kind. v2 has a schema for schedules and compactions, and no controller
    /// (docs/operators.md, "Schedules and compactions of v2 have no controller").
    pub fn runs(self, kind: Kind) -> bool {
        self == Operator::V1 || !matches!(kind, Kind::BackupSchedule | Kind::CompactBackup)
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Operator::V1 => "v1",
            Operator::V2 => "v2",
        })
    }
}

/// Which state machine and schema an operator has. 1.5.4, 1.6.0 and older know `logStop` but not `logSubcommand`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// `pingcap.com` without `spec.logSubcommand`.
    V1LogStop,
    /// `pingcap.com` with `spec.logSubcommand` (1.5.5, 1.6.1 and later).
    V1,
    /// `br.pingcap.com`.
    V2,
}

impl Dialect {
    /// The generation that speaks it.
    pub fn operator(self) -> Operator {
        match self {
            Dialect::V1LogStop | Dialect::V1 => Operator::V1,
            Dialect::V2 => Operator::V2,
        }
    }

    /// The newest dialect of a generation.
    pub fn newest(operator: Operator) -> Self {
        match operator {
            Operator::V1 => Dialect::V1,
            Operator::V2 => Dialect::V2,
        }
    }

    pub(super) const fn bit(self) -> u8 {
        1 << self as u8
    }
}
