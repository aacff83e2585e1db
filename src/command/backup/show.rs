//! `backup show` and `log show`

use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::{describe, showing};
use crate::log_backup::LogBackup;
use crate::output::objects;
use crate::{Error, Exit, Result};

/// `backup show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    showing::show(context, args, Kind::Backup, describe::backup).await
}

/// `log show`
pub async fn show_logs(context: &Context, args: &ShowArgs) -> Result<Exit> {
    args.output.format()?;
    let (mut found, first_failure) = showing::named(context, args, Kind::Backup).await?;
    let other = found.iter().find(|object| !LogBackup::is_log(object));
    if let (Some(other), None) = (other, &args.which.selector) {
        return Err(
            Error::usage(format!("{} is not a log backup", objects::name(other)))
                .hint("kubectl tidb-br backup show shows every kind of backup"),
        );
    }
    found.retain(LogBackup::is_log);
    showing::print(context, &found, args, describe::backup)?;
    Ok(first_failure.unwrap_or(Exit::Done))
}
