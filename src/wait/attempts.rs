//! A Restore with a `backoffLimit` says Failed after its first Pod, and its Job may start another one: only the Job knows whether
//! that was the last (docs/operators.md, "Failed is not the end with a backoffLimit").

use serde_json::Value;

use crate::api::{Conditions, Kind, ObjectRef};
use crate::cluster::{Cluster, Found, Resource};

/// Whether a failure that an object tells may not be its end. A Job that is gone or may not be read tries nothing that is known of.
pub async fn remain(cluster: &Cluster, object: &Value) -> bool {
    let limit = object.pointer("/spec/backoffLimit").and_then(Value::as_u64);
    let restore = ObjectRef::of(object).filter(|object| object.kind == Kind::Restore);
    let (Some(1..), Some(restore)) = (limit, restore) else {
        return false;
    };
    let job = format!("restore-{}", restore.name);
    match cluster.get(Resource::JOBS, &restore.namespace, &job).await {
        Ok(Found::Object(job)) => !has_ended(&job),
        Ok(Found::NotFound | Found::NotServed) | Err(_) => false,
    }
}

fn has_ended(job: &Value) -> bool {
    let conditions = Conditions::of_object(job);
    conditions.is_true("Failed") || conditions.is_true("Complete")
}
