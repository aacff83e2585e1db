//! `restore …`

mod create;
mod list;
mod pick;
mod source;
mod target;
mod wait;

pub use create::create;
pub use list::list;
pub use wait::wait;

use super::Context;
use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::{Exit, Result};

/// `restore show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    super::showing::show(context, args, Kind::Restore, super::describe::restore).await
}
