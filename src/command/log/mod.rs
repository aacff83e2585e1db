//! `log …`

mod edit;
mod request;
mod start;
mod status;
mod transit;
mod transition;

pub use start::start;
pub use status::status;
pub use transit::{transit, truncate};
