//! `restore …`

mod create;
mod list;
mod show;
mod source;
mod wait;

pub use create::create;
pub use list::list;
pub use show::show;
pub use wait::wait;
