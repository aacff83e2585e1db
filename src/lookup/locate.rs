//! Finds the object that a name means, and the operator that it belongs to. Nothing is discovered: the object itself is read, in the
//! group of each operator that is possible.

use futures::future::join;
use serde_json::Value;

use crate::api::name::TypedName;
use crate::api::{Kind, ObjectRef, Operator};
use crate::cluster::{Cluster, Found, Resource};
use crate::context::Context;
use crate::error::{Hint, NextCommand};
use crate::{Error, ErrorKind, Result};

/// An object that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    /// The reference of the object.
    pub reference: ObjectRef,
    /// The object as the API server stores it.
    pub object: Value,
}

/// Finds an object in the current namespace.
///
/// # Errors
/// As [`find_in`].
pub async fn find(context: &Context, kind: Kind, text: &str) -> Result<Located> {
    find_in(context, kind, None, text).await
}

/// Finds an object in a namespace; `None` is the current one. Sends one request, or two where the operator is not known.
///
/// # Errors
/// NotFound; Usage when both operators have an object of that name; Unsupported when neither operator is served.
pub async fn find_in(
    context: &Context,
    kind: Kind,
    namespace: Option<&str>,
    text: &str,
) -> Result<Located> {
    lookup(context, kind, namespace, text).await?.found()
}

/// The answers of the groups that were asked for an object.
pub struct Lookup {
    kind: Kind,
    name: String,
    namespace: String,
    answers: Vec<(Operator, Found)>,
}

impl Lookup {
    /// The object.
    ///
    /// # Errors
    /// NotFound; Usage when both operators have an object of that name.
    pub fn found(self) -> Result<Located> {
        let (name, namespace, kind) = (self.name.clone(), self.namespace.clone(), self.kind);
        let resource = self.resource();
        self.optional()?.ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!("{resource}/{name} not found in namespace {namespace:?}"),
            )
            .hint(
                NextCommand::plugin(noun(kind))
                    .arg("list")
                    .namespace(namespace),
            )
        })
    }

    /// The object, if it exists.
    ///
    /// # Errors
    /// Usage when both operators have an object of that name.
    pub fn optional(self) -> Result<Option<Located>> {
        let mut located: Vec<Located> = Vec::new();
        for (operator, found) in self.answers {
            if let Found::Object(object) = found {
                let reference = ObjectRef {
                    operator,
                    kind: self.kind,
                    namespace: self.namespace.clone(),
                    name: self.name.clone(),
                };
                located.push(Located { reference, object });
            }
        }
        match located.as_slice() {
            [first, second, ..] => Err(Error::usage(format!(
                "{} and {} both exist in namespace {:?}",
                first.reference, second.reference, self.namespace
            ))
            .hint("name the operator: --operator v1 or --operator v2")),
            _ => Ok(located.pop()),
        }
    }

    /// The generations that serve the kind, the newer first.
    pub fn served(&self) -> Vec<Operator> {
        self.answers
            .iter()
            .filter(|(_, found)| *found != Found::NotServed)
            .map(|(operator, _)| *operator)
            .collect()
    }

    /// The name of the object in messages, whether it was found or not.
    pub fn called(&self) -> String {
        format!("{}/{}", self.resource(), self.name)
    }

    /// The name of the kind in messages, with its group where only one is served.
    fn resource(&self) -> String {
        match self.served().as_slice() {
            [operator] => format!("{}.{}", self.kind.singular(), operator.group()),
            _ => self.kind.singular().to_owned(),
        }
    }
}

/// Reads an object in the group of each operator that is possible.
///
/// # Errors
/// Unsupported when none of the groups is served; Usage for a text that cannot be a name.
pub async fn lookup(
    context: &Context,
    kind: Kind,
    namespace: Option<&str>,
    text: &str,
) -> Result<Lookup> {
    let typed = TypedName::parse(kind, text)?;
    if let (Some(asked), Some(named)) = (context.operator(), typed.operator)
        && asked != named
    {
        return Err(Error::usage(format!(
            "{text} belongs to {named}, but --operator says {asked}"
        )));
    }
    let cluster = context.cluster().await?;
    let namespace = namespace.unwrap_or(cluster.namespace());
    let ask = |operator| cluster.get(Resource::of(operator, kind), namespace, typed.name);
    let answers = match typed.operator.or(context.operator()) {
        Some(operator) => vec![(operator, ask(operator).await?)],
        None => {
            let (v2, v1) = join(ask(Operator::V2), ask(Operator::V1)).await;
            decide_forbidden(cluster, [(Operator::V2, v2), (Operator::V1, v1)]).await?
        }
    };
    let lookup = Lookup {
        kind,
        name: typed.name.to_owned(),
        namespace: namespace.to_owned(),
        answers,
    };
    if lookup.served().is_empty() {
        let asked: Vec<Operator> = lookup.answers.iter().map(|(asked, _)| *asked).collect();
        return Err(nothing_served(context, kind, &asked).await);
    }
    Ok(lookup)
}

/// Decides what a 403 means. RBAC answers before the API server looks whether a group is served, so a user with rights on the group of
/// one operator gets a 403 from the other group, served or not. When the object was found, the 403 does not matter. Otherwise discovery,
/// which everybody may ask, shows whether the group is served.
async fn decide_forbidden(
    cluster: &Cluster,
    answers: [(Operator, Result<Found>); 2],
) -> Result<Vec<(Operator, Found)>> {
    let found = answers
        .iter()
        .any(|(_, answer)| matches!(answer, Ok(Found::Object(_))));
    let mut decided = Vec::new();
    for (operator, answer) in answers {
        let answer = match answer {
            Err(error) if error.kind == ErrorKind::Forbidden => {
                if !found && cluster.served(operator).await?.is_some() {
                    return Err(error);
                }
                Found::NotServed
            }
            answer => answer?,
        };
        decided.push((operator, answer));
    }
    Ok(decided)
}

/// The error for an API server that serves the kind for none of the operators that were `asked`. Finds out whether it serves another
/// operator.
pub async fn nothing_served(context: &Context, kind: Kind, asked: &[Operator]) -> Error {
    let groups: Vec<String> = asked
        .iter()
        .map(|operator| format!("{}.{}", kind.plural(), operator.group()))
        .collect();
    if let Some(there) = other(context, kind, asked).await {
        return Error::unsupported(format!(
            "this cluster does not serve {}; it has operator {there} ({})",
            groups.join(" or "),
            there.group()
        ))
        .hint(format!(
            "use the operator that is served: --operator {there}"
        ));
    }
    Error::unsupported(format!(
        "this cluster does not serve {}: TiDB Operator is not installed here",
        groups.join(" or ")
    ))
    .hint(
        Hint::from(NextCommand::plugin("version"))
            .and(" shows what is served; --context chooses another cluster"),
    )
}

/// An operator that was not asked and for which the kind is served.
async fn other(context: &Context, kind: Kind, asked: &[Operator]) -> Option<Operator> {
    let cluster = context.cluster().await.ok()?;
    let mut others = Operator::ALL
        .into_iter()
        .filter(|operator| !asked.contains(operator));
    let other = others.next()?;
    let kinds = cluster.served(other).await.ok()??;
    kinds
        .iter()
        .any(|known| known == kind.name())
        .then_some(other)
}

/// The command group of a kind: `backup`, `schedule`, `compact` or `restore`.
pub fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Backup => "backup",
        Kind::BackupSchedule => "schedule",
        Kind::CompactBackup => "compact",
        Kind::Restore => "restore",
    }
}
