//! Which object a name means, and which operator serves it. No discovery: the object itself is asked for in the groups that
//! come into question.

use futures::future::join;
use serde_json::Value;

use crate::api::name::TypedName;
use crate::api::{Kind, ObjectRef, Operator};
use crate::cluster::{Cluster, Found, Resource};
use crate::context::Context;
use crate::error::NextCommand;
use crate::{Error, ErrorKind, Result};

/// An object and how to address it.
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    /// Its address.
    pub reference: ObjectRef,
    /// The object as the API server has it.
    pub object: Value,
}

/// Finds an object of the current namespace.
pub async fn find(context: &Context, kind: Kind, text: &str) -> Result<Located> {
    find_in(context, kind, None, text).await
}

/// Finds an object of a namespace, of the current one for `None`. One request, or two where the operator is not known.
///
/// # Errors
/// Failed when there is none, Usage when both operators have one of that name, Unsupported when neither operator is served.
pub async fn find_in(
    context: &Context,
    kind: Kind,
    namespace: Option<&str>,
    text: &str,
) -> Result<Located> {
    lookup(context, kind, namespace, text).await?.found()
}

/// What the groups in question answered.
pub struct Lookup {
    kind: Kind,
    name: String,
    namespace: String,
    answers: Vec<(Operator, Found)>,
}

impl Lookup {
    /// The one object that was found.
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

    /// The object, if there is one.
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
            .hint("say which: --operator v1 or --operator v2")),
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

    /// How the object is called, found or not.
    pub fn called(&self) -> String {
        format!("{}/{}", self.resource(), self.name)
    }

    /// How the kind is called, with its group where only one is served.
    fn resource(&self) -> String {
        match self.served().as_slice() {
            [operator] => format!("{}.{}", self.kind.singular(), operator.group()),
            _ => self.kind.singular().to_owned(),
        }
    }
}

/// Asks for an object in every group that comes into question.
///
/// # Errors
/// Unsupported when none of them is served; Usage for what is no name.
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
            settle(cluster, [(Operator::V2, v2), (Operator::V1, v1)]).await?
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

/// RBAC answers before the API server looks whether a group is served, so a user with rights on one operator's group gets a
/// 403 from the other, served or not. It does not matter when the object was found; else discovery tells, which everybody
/// may ask.
async fn settle(
    cluster: &Cluster,
    answers: [(Operator, Result<Found>); 2],
) -> Result<Vec<(Operator, Found)>> {
    let found = answers
        .iter()
        .any(|(_, answer)| matches!(answer, Ok(Found::Object(_))));
    let mut settled = Vec::new();
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
        settled.push((operator, answer));
    }
    Ok(settled)
}

/// The error for a cluster on which none of the operators that were `asked` serves the kind. Looks whether another one does.
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
        .hint(format!("the operator that is here: --operator {there}"));
    }
    Error::unsupported(format!(
        "this cluster does not serve {}: TiDB Operator is not installed here",
        groups.join(" or ")
    ))
    .hint("kubectl tidb-br version shows what is served; --context chooses another cluster")
}

/// An operator that was not asked and serves the kind.
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

/// The noun of the kind on the command line.
pub fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Backup => "backup",
        Kind::BackupSchedule => "schedule",
        Kind::CompactBackup => "compact",
        Kind::Restore => "restore",
    }
}
