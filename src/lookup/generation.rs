//! Which generation a manifest is for.

use futures::future::try_join;

use crate::api::{Dialect, Kind, Operator};
use crate::cluster::Resource;
use crate::context::Context;
use crate::lookup::locate;
use crate::manifest::{Given, Method, value};
use crate::write::new_object::NewObject;
use crate::{Error, NextCommand, Result};

/// The generations that a list asks: the one that was named, or both.
pub fn asked(context: &Context) -> Vec<Operator> {
    match context.operator() {
        Some(operator) => vec![operator],
        None => Operator::ALL.to_vec(),
    }
}

/// The generations among those asked whose API the server has.
///
/// # Errors
/// Unsupported when there is none.
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

/// The generation of a new Backup: the one named, that of FILE, v1 where a flag exists only there, the one that is served,
/// and where both are, the one that has the TiDB cluster.
pub async fn choose(context: &Context, typed: &NewObject<'_>, offline: bool) -> Result<Operator> {
    let given = typed.given;
    if let Some(said) = context.agreed(typed.operator)? {
        if !offline {
            served_of(context, typed.kind, &[said]).await?;
        }
        return Ok(said);
    }
    let only_v1 = needs_v1(typed);
    if offline {
        return Ok(if only_v1 { Operator::V1 } else { Operator::V2 });
    }
    let served = served(context, typed.kind).await?;
    match served.as_slice() {
        [only] => Ok(*only),
        _ if only_v1 => Ok(Operator::V1),
        _ => holder(context, given).await?.operator(),
    }
}

/// The generation of a Restore: as [`choose`], but where the target cluster does not decide, that of the backup which is restored.
///
/// # Errors
/// As [`choose`].
pub async fn choose_with_source(
    context: &Context,
    new: &NewObject<'_>,
    source: Operator,
) -> Result<Operator> {
    let decided = context.operator().is_some() || new.operator.is_some();
    let served = served(context, new.kind).await?;
    if decided || served.len() < 2 || needs_v1(new) {
        return choose(context, new, false).await;
    }
    let held = holder(context, new.given).await?;
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
pub enum Holder {
    /// This one.
    One(Operator),
    /// The flags name no cluster.
    Unnamed,
    /// Both have a cluster of this name.
    Both(String),
}

impl Holder {
    fn operator(self) -> Result<Operator> {
        match self {
            Holder::One(operator) => Ok(operator),
            Holder::Unnamed => Err(both_served("no --cluster says which")),
            Holder::Both(name) => Err(both_served(&format!("cluster {name} exists for both"))),
        }
    }
}

/// Where both generations are served: the one that has the cluster.
///
/// # Errors
/// Usage when neither has a cluster of that name: to ask for the operator would lead to an object that nobody carries out.
pub async fn holder(context: &Context, given: &Given) -> Result<Holder> {
    let cluster = context.cluster().await?;
    let Some(name) = given.one("cluster") else {
        return Ok(Holder::Unnamed);
    };
    let namespace = given
        .one("cluster-namespace")
        .unwrap_or(cluster.namespace());
    let (v2, v1) = try_join(
        cluster.get(Resource::CLUSTERS, namespace, name),
        cluster.get(Resource::TIDB_CLUSTERS, namespace, name),
    )
    .await?;
    match (v2.object().is_some(), v1.object().is_some()) {
        (true, false) => Ok(Holder::One(Operator::V2)),
        (false, true) => Ok(Holder::One(Operator::V1)),
        (true, true) => Ok(Holder::Both(name.to_owned())),
        (false, false) => Err(Error::usage(format!(
            "no TiDB cluster {name} exists in namespace {namespace:?}"
        ))
        .hint(NextCommand::kubectl(
            "get clusters.core.pingcap.com,tidbclusters.pingcap.com -A",
        ))),
    }
}

fn both_served(why: &str) -> Error {
    Error::usage(format!("this cluster serves both operators, and {why}"))
        .hint("say which: --operator v1 or --operator v2")
}

/// The dialect of an object's operator. Only a v1 object without `logSubcommand` needs a request: the schema tells whether
/// its operator knows the field.
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
