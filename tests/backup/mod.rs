//! Taking backups.

mod accepted;
mod create;
mod generation;
mod incremental;
mod nested;
mod wait;
