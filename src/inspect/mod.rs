//! Lists and detail pages of objects, and what changes while somebody watches them.

mod columns;
pub mod describe;
mod empty;
#[cfg(test)]
pub mod hostile;
mod list;
mod merge;
mod page;
mod request;
mod row;
mod run;
pub mod show;
mod source;
mod watch;

pub use columns::{ListColumn, ListTable, always, wide};
pub use empty::say_empty;
pub use list::{List, Listed, entry};
pub use page::DetailPage;
pub use request::ListRequest;
pub use row::{ListEntry, ListRow, ListedObject, Metadata, phase, status};
pub use run::run;
pub use source::read_rows;
pub use watch::follow;
