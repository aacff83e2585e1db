//! `schedule list -w`: a row when a schedule changes, and when its last backup does.

use std::collections::BTreeMap;

use futures::future::select_all;
use serde_json::Value;

use super::list::{in_cluster, table};
use super::live::parse;
use crate::api::document::stamp;
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::cluster::{Event, ListQuery, Resource};
use crate::context::Context;
use crate::inspect::listing::{place, scope, version};
use crate::lookup::generation;
use crate::schedule::{Child, SCHEDULE_LABEL};
use crate::{Error, ErrorKind, Exit, Result};

/// What is on the screen.
pub struct Shown {
    /// The schedules, as they were printed last.
    pub schedules: BTreeMap<(String, String), (Operator, Value)>,
    /// The backups that their rows tell of.
    pub backups: Vec<Child>,
}

/// Prints what changes, until Ctrl-C or until nobody reads any more.
pub async fn watch(
    context: &Context,
    flags: &ListFlags,
    query: &ListQuery,
    shown: Shown,
) -> Result<Exit> {
    tokio::select! {
        ended = follow(context, flags, query, shown) => ended,
        _ = tokio::signal::ctrl_c() => Err(Error::new(ErrorKind::Interrupted, "interrupted")),
    }
}

async fn follow(
    context: &Context,
    flags: &ListFlags,
    query: &ListQuery,
    mut shown: Shown,
) -> Result<Exit> {
    let format = flags.output.format()?;
    let namespace = scope(context, flags).await?;
    let operators = generation::served(context, Kind::BackupSchedule).await?;
    let cluster = context.cluster().await?;
    let children = ListQuery {
        labels: Some(SCHEDULE_LABEL.to_owned()),
        ..ListQuery::default()
    };
    let start = |operator, kind, query: &ListQuery| {
        cluster.follow(Resource::of(operator, kind), namespace.as_deref(), query)
    };
    let mut followers = vec![start(Operator::V1, Kind::Backup, &children)?];
    for operator in &operators {
        followers.push(start(*operator, Kind::BackupSchedule, query)?);
    }
    while !context.ui.closed() {
        let next = followers
            .iter_mut()
            .map(|follower| Box::pin(follower.next()));
        let (event, source, _) = select_all(next).await;
        // The first follower is that of the backups.
        let operator = source
            .checked_sub(1)
            .and_then(|position| operators.get(position));
        let row = match operator {
            None => shown.backup(event?),
            Some(operator) => shown.schedule(*operator, event?, flags),
        };
        if let Some(row) = row {
            let mut screen = context.screen(&format, &flags.output);
            screen.headers = false;
            let both = operators.len() > 1;
            context
                .ui
                .print(&table(&[row], both, flags, &screen, &shown.backups));
        }
    }
    Ok(Exit::Done)
}

impl Shown {
    /// A schedule as it is now, unless it was printed so already. kubectl prints the last state of what is deleted.
    fn schedule(
        &mut self,
        operator: Operator,
        event: Event,
        flags: &ListFlags,
    ) -> Option<(Operator, Value)> {
        let (mut object, deleted) = match event {
            Event::Current(object) => (object, false),
            Event::Deleted(object) if object.get("spec").is_some() => (object, true),
            Event::Deleted(_) | Event::Synced => return None,
        };
        if !in_cluster(&object, flags) {
            return None;
        }
        stamp(&mut object, operator, Kind::BackupSchedule);
        let key = place(&object);
        if deleted {
            self.schedules.remove(&key);
            return Some((operator, object));
        }
        let before = self
            .schedules
            .insert(key, (operator, object.clone()))
            .map(|(_, before)| version(&before));
        (before != Some(version(&object))).then_some((operator, object))
    }

    /// The schedule of which this backup is the last, when the backup is in another state than before.
    fn backup(&mut self, event: Event) -> Option<(Operator, Value)> {
        let (object, there) = match event {
            Event::Current(object) => (object, true),
            Event::Deleted(object) => (object, false),
            Event::Synced => return None,
        };
        let (namespace, name) = place(&object);
        let same = |child: &Child| child.namespace == namespace && child.name == name;
        let position = self.backups.iter().position(same);
        let before = position.map(|position| self.backups.swap_remove(position));
        let now = Child::read(&object).filter(|_| there);
        self.backups.extend(now.clone());
        let phase = |child: &Option<Child>| child.as_ref().map(|child| child.phase.clone());
        if phase(&before) == phase(&now) {
            return None;
        }
        let schedule = before.or(now)?.schedule;
        let shown = self.schedules.get(&(namespace, schedule))?;
        let last = parse(&shown.1).ok()?.last_backup;
        (last.as_ref() == Some(&name)).then(|| shown.clone())
    }
}
