//! `restore …`

mod create;
mod list;
mod source;
mod wait;

pub use create::create;
pub use list::list;
pub use wait::wait;

use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::{describe, showing};
use crate::{Exit, Result};

/// `restore show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    showing::show(context, args, Kind::Restore, describe::restore).await
}
