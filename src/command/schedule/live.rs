//! A schedule of the cluster together with its backups.

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cluster::{ListQuery, Resource};
use crate::context::Context;
use crate::lookup::locate::Located;
use crate::lookup::v1_only;
use crate::schedule::{
    Child, SCHEDULE_LABEL, Schedule, ScheduleChange, ScheduleGround, children_of,
};
use crate::write::Decision;
use crate::{Error, NextCommand, Result};

/// A schedule as it was read, with its backups.
pub struct LiveSchedule {
    /// The object and its address.
    pub located: Located,
    /// The object, parsed.
    pub schedule: Schedule,
    /// Its backups, in no order.
    pub children: Vec<Child>,
}

impl LiveSchedule {
    /// Its backups, oldest first.
    pub fn children(&self) -> Vec<&Child> {
        children_of(&self.children, &self.schedule.object)
    }

    /// Checks that the schedule is not being deleted: a change or a backup would come too late.
    ///
    /// # Errors
    /// Refused, with the way to see what the deletion waits for.
    pub fn check_not_deleted(&self) -> Result<()> {
        let object = &self.schedule.object;
        let since = at(&self.located.object, "/metadata/deletionTimestamp");
        if since.is_null() {
            return Ok(());
        }
        let show = NextCommand::plugin("schedule show")
            .arg(&object.name)
            .namespace(&object.namespace)
            .flag("-o", "yaml");
        Err(
            Error::refused(format!("{object} is being deleted; nothing was written"))
                .hint(show.after("its finalizers say what the deletion waits for")),
        )
    }

    /// The decision to change it.
    pub fn decision(&self, change: ScheduleChange) -> Decision<ScheduleGround> {
        Decision {
            live: vec![self.located.object.clone()],
            plan: change.plan,
            ground: change.ground,
        }
    }
}

/// Finds a schedule and its backups.
pub async fn find(context: &Context, name: &str) -> Result<LiveSchedule> {
    let located = v1_only::find(context, Kind::BackupSchedule, name).await?;
    let schedule = parse(&located.object)?;
    let object = &schedule.object;
    let labels = format!("{SCHEDULE_LABEL}={}", object.name);
    let children = children(context, object.operator, Some(&object.namespace), labels).await?;
    Ok(LiveSchedule {
        located,
        schedule,
        children,
    })
}

/// The schedule in an object.
pub fn parse(object: &Value) -> Result<Schedule> {
    Schedule::read(object)
        .ok_or_else(|| Error::failed("the server returned an object without a name"))
}

/// The Backups that schedules made, by their labels.
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
