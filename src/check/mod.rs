//! What makes a backup fail, and why an object does not move: rules and causes. They are judged from documents alone; what is read
//! for them is in `lookup::surroundings`.

mod cause;
mod finding;
mod pod;
pub mod preflight;
mod report;
mod rule;
mod subject;
mod table;
#[cfg(test)]
mod tests;

pub use cause::{Cause, causes, is_ignored};
pub use finding::{Finding, Judgement, Severity};
pub use report::CheckReport;
pub use rule::missing_keys;
pub use subject::CheckSubject;
pub use table::{judge, judge_always, judge_form, judge_manifest, judge_standing};
