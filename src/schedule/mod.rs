//! Schedules: when they run, what they keep, and what a verb would change. Pure: documents and the clock in, plans out.

mod cron;
mod observed;
mod plan;
mod retention;
mod rules;
mod run;
#[cfg(test)]
mod tests;
mod trigger;

pub use cron::{Cron, MOST_MISSED, Missed};
pub use observed::{Child, SCHEDULE_LABEL, Schedule, children_of};
pub use plan::{ScheduleChange, ScheduleGround, counted, names, pause, resume, set};
pub use retention::{Doomed, Policy, Retention};
pub use rules::{check_rules, compaction_lacks_namespace};
pub use run::{Due, due};
pub use trigger::trigger;
