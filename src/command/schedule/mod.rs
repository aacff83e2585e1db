//! `schedule …`

mod create;
mod delete;
mod deletion;
mod describe;
mod edit;
mod list;
mod live;
mod next_runs;
mod pause;
mod set;
mod show;
mod trigger;

pub use create::create;
pub use delete::delete;
pub use list::list;
pub use pause::{pause, resume};
pub use set::set;
pub use show::show;
pub use trigger::trigger;
