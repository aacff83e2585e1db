//! `schedule …`

mod change;
mod create;
mod delete;
mod deletion;
mod describe;
mod edit;
mod list;
mod set;
mod show;
mod trigger;

pub use change::{pause, resume};
pub use create::create;
pub use delete::delete;
pub use list::list;
pub use set::set;
pub use show::show;
pub use trigger::trigger;

use serde_json::Value;

use crate::api::{Kind, Operator};
use crate::cluster::{ListQuery, Resource};
use crate::context::Context;
use crate::lookup::locate::Located;
use crate::lookup::unserved;
use crate::schedule::{Child, SCHEDULE_LABEL, Schedule, children_of};
use crate::{Error, Result};

/// A schedule as it was read, with its backups.
pub struct Seen {
    /// The object.
    pub located: Located,
    /// The object, read.
    pub schedule: Schedule,
    /// Its backups, in no order.
    pub children: Vec<Child>,
}

impl Seen {
    /// Its backups, oldest first.
    pub fn children(&self) -> Vec<&Child> {
        children_of(&self.children, &self.schedule.object)
    }
}

/// Reads a schedule and its backups.
pub async fn read(context: &Context, name: &str) -> Result<Seen> {
    let located = unserved::find(context, Kind::BackupSchedule, name).await?;
    let schedule = of(&located.object)?;
    let object = &schedule.object;
    let labels = format!("{SCHEDULE_LABEL}={}", object.name);
    let children = children(context, object.operator, Some(&object.namespace), labels).await?;
    Ok(Seen {
        located,
        schedule,
        children,
    })
}

/// The schedule in an object.
pub fn of(object: &Value) -> Result<Schedule> {
    Schedule::read(object)
        .ok_or_else(|| Error::failed("the server returned an object without a name"))
}

/// The Backups that schedules made.
pub async fn children(
    context: &Context,
    operator: Operator,
    namespace: Option<&str>,
    labels: String,
) -> Result<Vec<Child>> {
    let cluster = context.cluster().await?;
    let query = ListQuery {
        labels: Some(labels),
        ..ListQuery::default()
    };
    let resource = Resource::of(operator, Kind::Backup);
    let found = cluster
        .list_all::<Value>(resource, namespace, &query)
        .await?;
    Ok(found.iter().flatten().filter_map(Child::read).collect())
}
