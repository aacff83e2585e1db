//! The verbs of `schedule` on a manifest instead of a cluster, for GitOps.

use super::live::{self, LiveSchedule};
use crate::api::{Kind, ObjectRef, Operator};
use crate::cli::{DryRun, WriteFlags};
use crate::context::Context;
use crate::lookup::locate::Located;
use crate::lookup::v1_only;
use crate::schedule::ScheduleChange;
use crate::write::file_edit::FileEdit;
use crate::{Exit, Result};

/// `-f FILE --dry-run=client`: edits the manifest and prints it, without a connection. Nothing is known about its backups.
///
/// # Errors
/// Usage for another manifest than the command line names; Unsupported for a schedule of v2 that is not only printed.
pub fn edit_file(
    context: &Context,
    verb: &str,
    path: &str,
    names: &[String],
    flags: &WriteFlags,
    change: impl Fn(&LiveSchedule) -> Result<ScheduleChange>,
) -> Result<Exit> {
    let edit = FileEdit {
        kind: Kind::BackupSchedule,
        called: "schedule",
        command: format!("schedule {verb}"),
        path,
        names,
        flags,
    };
    let opened = edit.open(context)?;
    match (opened.operator, flags.mode()) {
        (Operator::V1, _) => {}
        (Operator::V2, DryRun::Client) => v1_only::warn(context, Kind::BackupSchedule),
        (Operator::V2, _) => return Err(v1_only::refusal(Kind::BackupSchedule)),
    }
    edit.check_only_printed()?;
    let live = LiveSchedule {
        located: Located {
            reference: ObjectRef::of(&opened.document).ok_or_else(|| opened.nameless())?,
            object: opened.document.clone(),
        },
        schedule: live::parse(&opened.document)?,
        children: Vec::new(),
    };
    let change = change(&live)?;
    edit.print(context, &change.plan, &opened)
}
