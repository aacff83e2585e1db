//! `restore wait`

use serde_json::Value;

use crate::api::Kind;
use crate::cli::{Until, WaitRestore};
use crate::context::Context;
use crate::wait::Progress;
use crate::wait::job;
use crate::wait::waiting;
use crate::wait::waiting::{Aim, Wish};
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
        let (word, look): (_, fn(&Value) -> Progress) = match until {
            Until::Complete => ("complete", job::complete),
            Until::Running => ("running", job::running),
            Until::Deleted => ("deleted", job::gone),
        };
        Ok(Aim {
            word,
            look: Box::new(look),
        })
    })
    .await
}
