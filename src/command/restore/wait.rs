//! `restore wait`

use crate::api::Kind;
use crate::cli::{Until, WaitRestore};
use crate::context::Context;
use crate::wait::Goal;
use crate::wait::many::{self, ManyWaits};
use crate::{Exit, Result};

/// `restore wait`
pub async fn wait(context: &Context, args: &WaitRestore) -> Result<Exit> {
    let waits = ManyWaits {
        kind: Kind::Restore,
        which: &args.which,
        until_gone: args.until == Until::Deleted,
        timeout: args.timeout.as_ref(),
        output: &args.output,
    };
    many::wait(context, &waits, async |located| {
        Ok(match args.until {
            Until::Complete => Goal::Complete,
            Until::Running => Goal::Running,
            Until::Deleted => Goal::deleted(&located.object),
        })
    })
    .await
}
