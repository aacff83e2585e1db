//! `backup show` and `log show`

use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::error::NextCommand;
use crate::inspect::{describe, show as shown};
use crate::log_backup::LogBackup;
use crate::output::objects;
use crate::{Error, Exit, Result};

/// `backup show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    shown::show(context, args, Kind::Backup, describe::backup).await
}

/// `log show`
pub async fn show_logs(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let mut named = shown::find_named(context, args, Kind::Backup).await?;
    let other = named
        .objects
        .iter()
        .find(|object| !LogBackup::is_log(object));
    if let (Some(other), None) = (other, &args.which.selector) {
        let name = objects::name(other);
        let command = NextCommand::plugin("backup show").arg(&name);
        return Err(Error::usage(format!("{name} is not a log backup")).hint(command));
    }
    named.objects.retain(LogBackup::is_log);
    shown::print(context, &named.objects, args, describe::backup)?;
    Ok(named.exit())
}
