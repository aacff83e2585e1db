//! `schedule show`

use super::describe::describe;
use super::live::{children, parse};
use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::showing;
use crate::lookup::unserved;
use crate::output::objects;
use crate::schedule::{SCHEDULE_LABEL, children_of};
use crate::{Exit, Result};

/// `schedule show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let format = args.output.format()?;
    let (found, failure) = showing::named(context, args, Kind::BackupSchedule).await?;
    if !format.is_for_people() {
        let disclosure = args.output.disclosure();
        let headers = !args.output.no_headers;
        let text = objects::render(
            &found,
            showing::shape(&args.which),
            &format,
            disclosure,
            headers,
        )?;
        context.ui.print(&text.unwrap_or_default());
    } else {
        let screen = context.screen(&format, &args.output);
        for (position, object) in found.iter().enumerate() {
            let schedule = parse(object)?;
            let reference = &schedule.object;
            let labels = format!("{SCHEDULE_LABEL}={}", reference.name);
            let namespace = Some(reference.namespace.as_str());
            let backups = children(context, reference.operator, namespace, labels).await?;
            if position > 0 {
                context.ui.line("");
            }
            let own = children_of(&backups, reference);
            context
                .ui
                .print(&describe(object, &schedule, &own, &screen));
        }
    }
    if unserved::only_v2(&found) {
        unserved::warn(context, Kind::BackupSchedule);
        return Ok(Exit::Unsupported);
    }
    Ok(failure.unwrap_or(Exit::Done))
}
