//! `compact …`

mod create;
mod list;
mod log_range;
mod show;
mod wait;

pub use create::create;
pub use list::list;
pub use show::show;
pub use wait::wait;
