//! `restore wait`

use super::progress;
use crate::api::Kind;
use crate::cli::{Until, WaitRestore};
use crate::command::Context;
use crate::command::waiting::{self, Aim, Wish};
use crate::{Exit, Result};

/// `restore wait`
pub async fn wait(context: &Context, args: &WaitRestore) -> Result<Exit> {
    let until = args.until;
    let wish = Wish {
        kind: Kind::Restore,
        which: &args.which,
        gone: until == Until::Deleted,
        timeout: args.timeout.as_ref(),
        output: &args.output,
    };
    waiting::wait(context, &wish, async |_| {
        Ok(Aim {
            word: match until {
                Until::Complete => "complete",
                Until::Running => "running",
                Until::Deleted => "deleted",
            },
            look: Box::new(move |object| progress::look(object, until)),
        })
    })
    .await
}
