//! Looking at objects: lists, pages of one object, and what changes while somebody looks.

pub mod describe;
pub mod listing;
pub mod showing;
