//! The only room that writes to a terminal: formats, tables, API objects, computed views, questions, and the streams.

#[cfg(test)]
pub(crate) mod capture;
mod cell;
pub(crate) mod clean;
mod columns;
pub mod diff;
mod format;
mod held;
mod jsonpath;
mod list_writer;
pub mod objects;
mod order;
mod progress;
mod prompt;
mod screen;
mod table;
mod terminal;
mod tone;
mod ui;
mod view;
pub mod yaml;

pub use cell::Cell;
pub use clean::{brief, one_line};
pub use columns::CustomColumns;
pub use format::{Data, Format};
pub use held::HeldObjects;
pub use jsonpath::Template;
pub use list_writer::ListWriter;
pub use order::SortBy;
pub use progress::Progress;
pub use prompt::Confirmation;
pub use screen::Screen;
pub use table::{Column, Table};
pub use terminal::{ColorChoice, Terminal};
pub use tone::Tone;
pub use ui::{Streams, Ui};
pub use view::{View, check_format, render};
