//! Finds out which generation of the operator a command or a manifest is for.

use futures::future::try_join;

use crate::api::{Dialect, Kind, Operator};
use crate::cluster::Resource;
use crate::context::Context;
use crate::error::Hint;
use crate::lookup::locate;
use crate::manifest::{Given, Method, value};
use crate::write::new_object::NewObject;
use crate::{Error, ErrorKind, NextCommand, Result};

/// The generations that a list reads: the one of `--operator`, or both.
pub fn asked(context: &Context) -> Vec<Operator> {
    match context.operator() {
        Some(operator) => vec![operator],
        None => Operator::ALL.to_vec(),
    }
}

/// The generations that the API server serves, among the one of `--operator` or both.
///
/// # Errors
/// Unsupported when none of them is served.
pub async fn served(context: &Context, kind: Kind) -> Result<Vec<Operator>> {
    served_of(context, kind, &asked(context)).await
}

async fn served_of(context: &Context, kind: Kind, asked: &[Operator]) -> Result<Vec<Operator>> {
    let cluster = context.cluster().await?;
    let has = |kinds: Option<Vec<String>>| {
        kinds.is_some_and(|kinds| kinds.iter().any(|known| known == kind.name()))
    };
    let served: Vec<Operator> = match asked {
        [only] => has(cluster.served(*only).await?)
            .then_some(*only)
            .into_iter()
            .collect(),
        _ => {
            let (v2, v1) =
                try_join(cluster.served(Operator::V2), cluster.served(Operator::V1)).await?;
            [(Operator::V2, v2), (Operator::V1, v1)]
                .into_iter()
                .filter_map(|(operator, kinds)| has(kinds).then_some(operator))
                .collect()
        }
    };
    if served.is_empty() {
        return Err(locate::nothing_served(context, kind, asked).await);
    }
    Ok(served)
}

/// The generation of a new object, by the first rule that applies: `--operator` or FILE names it; a flag exists only in v1; only one is
/// served; the TiDB cluster belongs to it.
///
/// # Errors
/// Unsupported when the generation is not served; Usage when the cluster does not decide between two.
pub async fn of_new_object(
    context: &Context,
    object: &NewObject<'_>,
    offline: bool,
) -> Result<Operator> {
    let given = object.given;
    if let Some(named) = context.agreed(object.operator)? {
        if !offline {
            served_of(context, object.kind, &[named]).await?;
        }
        return Ok(named);
    }
    let only_v1 = needs_v1(object);
    if offline {
        return Ok(if only_v1 { Operator::V1 } else { Operator::V2 });
    }
    let served = served(context, object.kind).await?;
    match served.as_slice() {
        [only] => Ok(*only),
        _ if only_v1 => Ok(Operator::V1),
        _ => cluster_owner(context, given).await?.operator(),
    }
}

/// The generation of a Restore: as [`of_new_object`], but where the target cluster does not decide, that of the backup which is restored.
///
/// # Errors
/// As [`of_new_object`].
pub async fn of_new_restore(
    context: &Context,
    new: &NewObject<'_>,
    source: Operator,
) -> Result<Operator> {
    let decided = context.operator().is_some() || new.operator.is_some();
    let served = served(context, new.kind).await?;
    if decided || served.len() < 2 || needs_v1(new) {
        return of_new_object(context, new, false).await;
    }
    let held = cluster_owner(context, new.given).await?;
    Ok(held.operator().unwrap_or_else(|error| {
        context.ui.note(&format!(
            "{}; the source is of {source}, so is the restore",
            error.message
        ));
        source
    }))
}

/// Whether the object uses something that exists in v1 only.
fn needs_v1(new: &NewObject<'_>) -> bool {
    let (method, given) = (new.method, new.given);
    let by_method = matches!(
        method,
        Method::Dumpling | Method::VolumeSnapshot | Method::Lightning
    );
    let by_flag = given
        .flags()
        .any(|(flag, _)| flag.only == Some(Operator::V1));
    let mut urls = ["storage", "full-storage"]
        .into_iter()
        .filter_map(|flag| given.one(flag));
    by_method
        || by_flag
        || value::clean_option_of_v1(given)
        || urls.any(|url| url.contains("force-path-style="))
}

/// Which of two generations has the cluster that the flags name.
pub enum ClusterOwner {
    /// This one.
    One(Operator),
    /// The flags name no cluster.
    Unnamed,
    /// Both have a cluster of this name.
    Both(String),
}

impl ClusterOwner {
    fn operator(self) -> Result<Operator> {
        match self {
            ClusterOwner::One(operator) => Ok(operator),
            ClusterOwner::Unnamed => Err(both_served("no --cluster says which")),
            ClusterOwner::Both(name) => {
                Err(both_served(&format!("cluster {name} exists for both")))
            }
        }
    }
}

/// Where both generations are served: the one that has the cluster.
///
/// # Errors
/// Usage when neither has a cluster of that name: to ask for the operator would lead to an object that nobody carries out.
pub async fn cluster_owner(context: &Context, given: &Given) -> Result<ClusterOwner> {
    let cluster = context.cluster().await?;
    let Some(name) = given.one("cluster") else {
        return Ok(ClusterOwner::Unnamed);
    };
    let namespace = given
        .one("cluster-namespace")
        .unwrap_or(cluster.namespace());
    let (v2, v1) = try_join(
        cluster.get(Resource::CLUSTERS, namespace, name),
        cluster.get(Resource::TIDB_CLUSTERS, namespace, name),
    )
    .await
    .map_err(|error| match error.kind {
        ErrorKind::Forbidden => error.hint(NAME_THE_OPERATOR),
        _ => error,
    })?;
    match (v2.object().is_some(), v1.object().is_some()) {
        (true, false) => Ok(ClusterOwner::One(Operator::V2)),
        (false, true) => Ok(ClusterOwner::One(Operator::V1)),
        (true, true) => Ok(ClusterOwner::Both(name.to_owned())),
        (false, false) => Err(Error::usage(format!(
            "no TiDB cluster {name} exists in namespace {namespace:?}"
        ))
        .hint(list_clusters())),
    }
}

/// The way out where the cluster does not decide.
const NAME_THE_OPERATOR: &str =
    "name the operator that the cluster belongs to: --operator v1 or --operator v2";

fn list_clusters() -> Hint {
    NextCommand::kubectl("get clusters.core.pingcap.com,tidbclusters.pingcap.com -A")
        .after("the clusters of both operators")
}

fn both_served(why: &str) -> Error {
    Error::usage(format!("this API server serves both operators, and {why}"))
        .hint(NAME_THE_OPERATOR)
}

/// The dialect of an object's operator. Only a v1 object without `logSubcommand` needs a request: the schema shows whether its operator
/// knows the field.
///
/// # Errors
/// The schema cannot be read.
pub async fn dialect(
    context: &Context,
    operator: Operator,
    knows_subcommand: bool,
) -> Result<Dialect> {
    if operator == Operator::V2 || knows_subcommand {
        return Ok(Dialect::newest(operator));
    }
    let schemas = context.cluster().await?.schemas(operator).await?;
    let known = schemas.is_none_or(|schemas| schemas.has(Kind::Backup, "spec.logSubcommand"));
    Ok(match known {
        true => Dialect::V1,
        false => Dialect::V1LogStop,
    })
}
