//! What every test needs: the binary, a place in a cluster, and the objects in it.

// Each test binary uses a part of it.
#[allow(dead_code)]
pub mod golden;
mod place;
mod plugin;

pub use place::{Api, Place, Write, log_spec};
pub use plugin::{Output, Plugin, Running};

/// Says that a test could not test.
pub fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// The TSO of a moment, `seconds` before now.
pub fn tso_ago(seconds: i64) -> u64 {
    let moment = chrono::Utc::now().timestamp_millis() - seconds * 1000;
    u64::try_from(moment).unwrap() << 18
}
