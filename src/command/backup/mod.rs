//! `backup …`

mod create;
mod list;
mod show;
mod wait;

pub use create::create;
pub use list::list;
pub use show::{show, show_logs};
pub use wait::{wait, wait_logs};
