//! `backup …`

mod create;
mod list;
mod show;

pub use create::{create, snapshot_progress};
pub use list::list;
pub use show::{show, show_logs};
