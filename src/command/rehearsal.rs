//! What is wrong with what was typed is told before anything is connected to.

use serde_json::Value;

use super::{Context, base, generation};
use crate::api::{Kind, Operator};
use crate::manifest::path::Path;
use crate::manifest::{Given, Intent, Method};
use crate::{Error, Exit, Result};

/// What was typed.
pub struct Typed<'a> {
    /// What makes the backup.
    pub method: Method,
    /// NAME
    pub name: Option<&'a str>,
    /// FILE
    pub base: Option<&'a (Operator, Value)>,
    /// The flags of the table.
    pub given: &'a Given,
    /// `--set`
    pub set: &'a [(Path, Value)],
    /// Whether nothing else is added, so that what is missing is missing.
    pub whole: bool,
}

/// Builds the manifest for every operator that it may be for.
///
/// # Errors
/// What is wrong, when none of them could take it.
pub fn rehearse(context: &Context, typed: &Typed<'_>) -> Result<()> {
    let agreed = generation::agreed(context, typed.base.map(|base| base.0))?;
    let operators = agreed.map_or_else(|| Operator::ALL.to_vec(), |operator| vec![operator]);
    let document = typed.base.map(|base| &base.1);
    let namespace = base::said_namespace(context, document)?;
    let times = context.typed_times(typed.given)?;
    let mut errors: Vec<Error> = Vec::new();
    for operator in operators {
        let intent = Intent {
            kind: Kind::Backup,
            operator,
            method: typed.method,
            name: typed.name,
            // The context of the kubeconfig may choose the very namespace of the cluster.
            namespace: namespace
                .as_deref()
                .or(typed.given.one("cluster-namespace")),
            base: document.cloned(),
            given: typed.given,
            times: &times,
            set: typed.set,
            now: context.now(),
        };
        let built = match typed.whole {
            true => intent.manifest(),
            false => intent.outline(),
        };
        match built {
            Ok(_) => return Ok(()),
            Err(error) => errors.push(error),
        }
    }
    let worst = errors
        .iter()
        .position(|error| error.exit != Exit::Unsupported);
    let first = errors.into_iter().nth(worst.unwrap_or_default());
    first.map_or(Ok(()), Err)
}
