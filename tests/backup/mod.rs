//! Taking backups.

mod accepted;
mod create;
mod generation;
mod nested;
mod wait;
