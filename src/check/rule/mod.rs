//! How each rule judges. The table of rules gives the names.

pub mod account;
pub mod cluster;
pub mod form;
pub mod manifest;
pub mod secret;
pub mod source;
pub mod standing;
pub mod storage;
pub mod target;
pub mod task;
pub mod volume;

pub use secret::missing_keys;
