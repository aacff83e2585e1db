//! From what the user wants to the custom resource that says it.

mod build;
mod complete;
mod draft;
pub mod effect;
pub mod file;
mod filter;
pub mod flag;
mod given;
mod intent;
mod method;
mod missing;
pub mod moments;
pub mod name;
pub mod path;
pub mod restore;
pub mod schedule;
mod selector;
pub mod storage;
mod support;
mod syntax;
pub mod value;
pub mod volume;
pub mod work;

pub use complete::{check_schema, schema_errors};
pub use given::{Given, Times};
pub use intent::{Expected, Intent};
pub use method::Method;
pub use selector::check_selector;
