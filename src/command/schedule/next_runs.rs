//! The next runs of a schedule, as `create` and `set` show them.

use crate::context::Context;
use crate::schedule::Cron;

/// How many of the next runs are shown.
const SHOWN: usize = 3;

/// The next runs, in the zone of the user.
pub fn next_runs(context: &Context, cron: &Cron) -> String {
    let runs = cron.runs(context.now(), SHOWN).into_iter();
    let shown: Vec<String> = runs.map(|run| context.zone().show(run)).collect();
    shown.join(", ")
}
