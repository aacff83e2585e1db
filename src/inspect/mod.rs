//! Lists and detail pages of objects, and what changes while somebody watches them.

mod columns;
pub mod describe;
#[cfg(test)]
pub mod hostile;
mod known;
mod list;
mod merge;
mod page;
mod request;
mod row;
pub mod show;
mod watch;

pub use columns::{ListColumn, ListTable, always, wide};
pub use list::{List, Listed, entry, follow, read, run, say_empty};
pub use page::Page;
pub use request::ListRequest;
pub use row::{Entry, ListRow, Metadata, Object, phase, status};
