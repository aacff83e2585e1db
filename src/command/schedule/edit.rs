//! The verbs of `schedule` on a manifest instead of a cluster, for GitOps.

use super::{Seen, of};
use crate::api::{Kind, ObjectRef, Operator};
use crate::cli::{DryRun, WriteFlags};
use crate::context::Context;
use crate::lookup::locate::Located;
use crate::lookup::unserved;
use crate::schedule::Change;
use crate::write::{edit, execute};
use crate::{Exit, Result};

/// `-f FILE --dry-run=client`: edits the manifest and prints it, without a connection. Nothing is known of its backups.
///
/// # Errors
/// Usage for a file that is not meant; Unsupported for a schedule of v2 that is not only printed.
pub fn edit_file(
    context: &Context,
    verb: &str,
    path: &str,
    names: &[String],
    flags: &WriteFlags,
    change: impl Fn(&Seen) -> Result<Change>,
) -> Result<Exit> {
    let order = edit::Order {
        kind: Kind::BackupSchedule,
        called: "schedule",
        command: format!("schedule {verb}"),
        path,
        names,
        write: flags,
    };
    let edited = order.open(context)?;
    match (edited.operator, flags.mode()) {
        (Operator::V1, _) => {}
        (Operator::V2, DryRun::Client) => unserved::warn(context, Kind::BackupSchedule),
        (Operator::V2, _) => return Err(unserved::refusal(Kind::BackupSchedule)),
    }
    order.only_printed()?;
    let seen = Seen {
        located: Located {
            reference: ObjectRef::of(&edited.document).ok_or_else(|| edited.nameless())?,
            object: edited.document.clone(),
        },
        schedule: of(&edited.document)?,
        children: Vec::new(),
    };
    let change =
        change(&seen).map_err(|error| edit::anywhere(error, &seen.located.reference.namespace))?;
    execute::announce(context, &change.plan);
    let word = match &change.plan.already {
        Some(already) => format!("already {already}"),
        None => "patched".to_owned(),
    };
    order.print(context, &change.plan, &edited, &word)
}
