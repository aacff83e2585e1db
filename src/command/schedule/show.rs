//! `schedule show`

use std::collections::HashMap;

use super::describe::describe;
use super::live::{children, parse};
use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::show as shown;
use crate::lookup::v1_only;
use crate::output::Format;
use crate::schedule::{SCHEDULE_LABEL, children_of};
use crate::{Exit, Result};

/// `schedule show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let format = args.output.format()?;
    let named = shown::find_named(context, args, Kind::BackupSchedule).await?;
    // Only the page tells about the backups.
    let mut backups = HashMap::new();
    if matches!(format, Format::Table | Format::Wide) {
        for object in &named.objects {
            let schedule = parse(object)?.object;
            let labels = format!("{SCHEDULE_LABEL}={}", schedule.name);
            let namespace = Some(schedule.namespace.as_str());
            let made = children(context, schedule.operator, namespace, labels).await?;
            backups.insert(schedule, made);
        }
    }
    shown::print(context, &named.objects, args, |object, screen| {
        let Ok(schedule) = parse(object) else {
            return String::new();
        };
        let made = backups.get(&schedule.object).map_or(&[][..], Vec::as_slice);
        let own = children_of(made, &schedule.object);
        describe(object, &schedule, &own, screen)
    })?;
    if v1_only::all_of_v2(&named.objects) {
        v1_only::warn(context, Kind::BackupSchedule);
        return Ok(Exit::Unsupported);
    }
    Ok(named.exit())
}
