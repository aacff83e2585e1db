//! `backup list`

use serde::Deserialize;
use serde_json::Value;

use crate::api::{Kind, Operator};
use crate::cli::ListBackups;
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::{self, List, ListColumn, ListRequest, ListedObject, always, status, wide};
use crate::lookup::collection::collect;
use crate::lookup::locate;
use crate::output::Cell;
use crate::schedule::SCHEDULE_LABEL;
use crate::time::Tso;
use crate::{Error, ErrorKind, Exit, Result};

/// What the table shows of a Backup.
pub type BackupRow = ListedObject<BackupSpec, BackupStatus>;

/// The fields of a Backup's spec that the table shows.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BackupSpec {
    backup_mode: Option<Box<str>>,
    backup_type: Option<Box<str>>,
    br: Option<BrSpec>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct BrSpec {
    cluster: Option<Box<str>>,
}

/// The fields of a Backup's status that the table shows.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BackupStatus {
    phase: Option<Box<str>>,
    backup_size_readable: Option<Box<str>>,
    commit_ts: Option<Box<str>>,
    backup_path: Option<Box<str>>,
    time_taken: Option<Box<str>>,
}

const COLUMNS: &[ListColumn<BackupRow>] = &[
    always("CLUSTER", |row, _| Cell::optional(row.cluster())),
    always("TYPE", |row, _| Cell::new(row.type_name())),
    always("STATUS", |row, _| {
        status(&row.metadata, row.status.phase.as_deref())
    }),
    always("SIZE", |row, _| {
        Cell::optional(row.status.backup_size_readable.as_deref())
    }),
    always("COMMITTED", |row, screen| {
        let time = row.commit_ts().and_then(Tso::parse).and_then(Tso::time);
        Cell::optional(time.map(|time| screen.zone.show(time)))
    }),
    wide("COMMIT-TS", |row, _| Cell::optional(row.commit_ts())),
    wide("PATH", |row, _| {
        Cell::optional(row.status.backup_path.as_deref())
    }),
    wide("TAKEN", |row, _| {
        Cell::optional(row.status.time_taken.as_deref())
    }),
];

impl BackupRow {
    fn cluster(&self) -> Option<&str> {
        self.spec.br.as_ref()?.cluster.as_deref()
    }

    /// The commit time. The `commitTs` of a log backup is its start, so it has none.
    fn commit_ts(&self) -> Option<&str> {
        let log = self.spec.backup_mode.as_deref() == Some("log");
        self.status.commit_ts.as_deref().filter(|_| !log)
    }

    /// The mode where it says more than the type: `log`, `volume-snapshot`; `dumpling` for a dump; else the type.
    fn type_name(&self) -> &str {
        match self.spec.backup_mode.as_deref() {
            Some("snapshot" | "") | None if self.spec.br.is_none() => "dumpling",
            Some("snapshot" | "") | None => self.spec.backup_type.as_deref().unwrap_or("full"),
            Some(mode) => mode,
        }
    }
}

/// `backup list`
pub async fn list(context: &Context, args: &ListBackups) -> Result<Exit> {
    let schedule = args.from_schedule.as_deref();
    let of_schedule = schedule.map(|name| format!("{SCHEDULE_LABEL}={name}"));
    let labels: Vec<String> = args
        .list
        .selector
        .iter()
        .cloned()
        .chain(of_schedule)
        .collect();
    let labels = (!labels.is_empty()).then(|| labels.join(","));
    let mut list = BackupList { schedule };
    inspect::run(context, &args.list, labels, &mut list).await
}

/// The list of Backups.
pub struct BackupList<'a> {
    /// `--from-schedule`
    schedule: Option<&'a str>,
}

impl List for BackupList<'_> {
    type Item = BackupRow;
    type Row = BackupRow;
    const KIND: Kind = Kind::Backup;
    const COLUMNS: &'static [ListColumn<BackupRow>] = COLUMNS;

    fn cluster(read: &BackupRow) -> Option<&str> {
        read.cluster()
    }

    fn row(&mut self, _: Operator, read: BackupRow) -> Option<BackupRow> {
        Some(read)
    }

    /// A schedule that made no backup yet is a schedule; a mistyped name is an error.
    async fn check_empty(&self, request: &ListRequest<'_>) -> Result<()> {
        match self.schedule {
            Some(name) => find_schedule(request, name).await,
            None => Ok(()),
        }
    }
}

async fn find_schedule(request: &ListRequest<'_>, name: &str) -> Result<()> {
    let (context, kind) = (request.context, Kind::BackupSchedule);
    let found = match &request.namespace {
        Some(_) => locate::find(context, kind, name).await.map(drop),
        None => {
            let (query, any) = (ListQuery::name(name), |_: &Value| true);
            match collect(context, kind, None, &query, any).await {
                Ok(found) if found.objects.is_empty() => Err(Error::new(
                    ErrorKind::NotFound,
                    format!("{}/{name} not found in any namespace", kind.singular()),
                )),
                Ok(_) => Ok(()),
                Err(error) => Err(error),
            }
        }
    };
    match found {
        // Two schedules of that name are there, or nobody may look: both times the list is simply empty.
        Err(error) if matches!(error.kind, ErrorKind::Forbidden | ErrorKind::Usage) => Ok(()),
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::hostile;

    #[test]
    fn hostile_objects_are_harmless_rows() {
        hostile::check_list(BackupList { schedule: None });
    }

    /// An object that is not of the expected form is a row of its own, with what is known of it.
    #[test]
    fn one_malformed_object_is_one_row() {
        let object = serde_json::json!({
            "metadata": {"name": "odd", "creationTimestamp": 7, "labels": {"a": "b", "c": 1}},
            "spec": {"br": {"cluster": "basic"}}, "status": {"phase": 5},
        });
        let (rows, warnings) = hostile::rows(BackupList { schedule: None }, &[object]);
        let expected = "\
NAMESPACE   NAME   OPERATOR   CLUSTER     TYPE        STATUS      SIZE        COMMITTED   AGE         COMMIT-TS   PATH        TAKEN       LABELS
            odd    v1         <unknown>   <unknown>   <unknown>   <unknown>   <unknown>   <unknown>   <unknown>   <unknown>   <unknown>   a=b
";
        assert_eq!(rows, expected);
        assert_eq!(
            warnings,
            "Warning: backup.pingcap.com/odd is not of the expected form; its row shows <unknown>\n"
        );
    }
}
