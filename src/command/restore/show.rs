//! `restore show`

use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::{describe, show as shown};
use crate::{Exit, Result};

/// `restore show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    shown::show(context, args, Kind::Restore, describe::restore).await
}
