//! The backups that a cluster or a schedule has, listed page by page: only what can be restored is kept.

use serde_json::Value;

use super::everywhere;
use crate::Result;
use crate::api::document::stamp;
use crate::api::{Kind, ObjectRef, Operator};
use crate::cluster::{ListQuery, Page, Resource};
use crate::context::Context;
use crate::recovery::{History, HistoryBuilder, TidbCluster};
use crate::schedule::SCHEDULE_LABEL;

/// The history of a cluster: from all namespaces where that may be listed, else from the cluster's own.
///
/// # Errors
/// What keeps the Backups from being listed.
pub async fn of_cluster(context: &Context, cluster: &TidbCluster) -> Result<History> {
    everywhere::or_only(&cluster.namespace, async |namespace| {
        let query = ListQuery::default();
        let ours = |backup: &Value| TidbCluster::of_object(backup).as_ref() == Some(cluster);
        collect(context, cluster.operator, namespace, &query, ours).await
    })
    .await
}

/// The backups that a schedule made, and those that `schedule trigger` made for it.
///
/// # Errors
/// What keeps the Backups from being listed.
pub async fn of_schedule(context: &Context, schedule: &ObjectRef) -> Result<History> {
    let query = ListQuery {
        labels: Some(format!("{SCHEDULE_LABEL}={}", schedule.name)),
        ..ListQuery::default()
    };
    let namespace = Some(schedule.namespace.as_str());
    collect(context, schedule.operator, namespace, &query, |_| true).await
}

async fn collect(
    context: &Context,
    operator: Operator,
    namespace: Option<&str>,
    query: &ListQuery,
    ours: impl Fn(&Value) -> bool,
) -> Result<History> {
    let mut history = HistoryBuilder::default();
    let keep = |page: Page<Value>| {
        if page.first {
            history = HistoryBuilder::default();
        }
        for mut object in page.items {
            stamp(&mut object, operator, Kind::Backup);
            if ours(&object) {
                history.add(&object);
            }
        }
        Ok(())
    };
    let resource = Resource::of(operator, Kind::Backup);
    let cluster = context.cluster().await?;
    cluster.list(resource, namespace, query, keep).await?;
    Ok(history.build())
}
