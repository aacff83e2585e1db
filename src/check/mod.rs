//! What makes a backup fail, and why an object does not move: rules and causes.

pub mod preflight;
