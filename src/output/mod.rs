//! What the program prints: formats, tables, API objects, computed views, and the streams they go to.

#[cfg(test)]
pub(crate) mod capture;
mod columns;
pub mod diff;
mod format;
mod held;
mod jsonpath;
pub mod objects;
mod order;
mod progress;
mod prompt;
mod table;
mod terminal;
mod tone;
mod ui;
mod view;
pub mod yaml;

pub use columns::CustomColumns;
pub use format::{Data, Format};
pub use held::HeldObjects;
pub use jsonpath::{Path, Template};
pub use order::SortBy;
pub use progress::Progress;
pub use table::{Cell, Column, Table};
pub use terminal::{ColorChoice, Terminal};
pub use tone::Tone;
pub use ui::{Confirmation, Streams, Ui};
pub use view::{Screen, View, check_format, render};
