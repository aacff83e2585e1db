//! What the main container of a Pod writes into its log, in the form of BR.

use serde_json::Value;

use super::super::document::ObjectKey;

/// The first line.
pub fn started(owner: &Value) -> String {
    let object = ObjectKey::from_object(owner);
    format!("[INFO] [manager.go:120] [\"start to process {object}\"]")
}

/// A line of progress, as backup-manager parses it.
pub fn progress(step: &str, percent: u8) -> String {
    format!("[INFO] [progress.go:160] [progress] [step=\"{step}\"] [progress={percent}.00%]")
}

/// The last line of a success.
pub fn succeeded(owner: &Value) -> String {
    let object = ObjectKey::from_object(owner);
    format!("[INFO] [collector.go:77] [\"process of {object} succeeded\"] [total-take=2.1s]")
}

/// The last line of a failure.
pub fn failed(why: &str) -> String {
    format!("[ERROR] [manager.go:310] [\"BR failed\"] [error=\"{why}\"]")
}
