//! `log …`

mod edit;
mod order;
mod start;
mod status;
mod transit;

pub use start::start;
pub use status::status;
pub use transit::{transit, truncate};
