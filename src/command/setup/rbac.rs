//! `setup rbac`

use serde_json::Value;

use super::apply::{self, is_only_printed};
use crate::api::{Kind, Operator};
use crate::cli::{DryRun, SetupRbac};
use crate::cluster::Resource;
use crate::context::Context;
use crate::lookup::generation;
use crate::manifest::name;
use crate::setup::rbac::{self, JobAccount};
use crate::{Error, Exit, NextCommand, Result};

/// `setup rbac`
pub async fn run(context: &Context, args: &SetupRbac) -> Result<Exit> {
    let flags = &args.apply;
    flags.write.output.format()?;
    name::check_subdomain("--service-account", &args.service_account)?;
    let role_arn = args.role_arn.as_deref().filter(|arn| !arn.is_empty());
    if let Some(arn) = role_arn {
        rbac::check_role_arn("--role-arn", arn)?;
    }
    let generations = generations(context, args).await?;
    let namespace = apply::namespace(context, flags).await?;
    apply::apply(context, flags, async || {
        manifests(context, args, &generations, namespace.as_deref()).await
    })
    .await?;
    if role_arn.is_some() && flags.write.mode() == DryRun::None && !flags.write.diff {
        let tikv = NextCommand::plugin("setup tikv CLUSTER")
            .namespace(namespace.unwrap_or_default())
            .flag("--service-account", &args.service_account);
        context.ui.hint(tikv.after("TiKV needs the same identity"));
    }
    Ok(Exit::Done)
}

/// The objects that the account of the jobs consists of, and its namespace where that has to be created.
async fn manifests(
    context: &Context,
    args: &SetupRbac,
    generations: &[Operator],
    namespace: Option<&str>,
) -> Result<Vec<Value>> {
    let flags = &args.apply;
    let mut manifests = Vec::new();
    let mut is_new = false;
    if args.create_namespace {
        let name = namespace
            .ok_or_else(|| Error::usage("--create-namespace: say which namespace: -n NAMESPACE"))?;
        let (namespace, new) = new_namespace(context, name, is_only_printed(flags)).await?;
        manifests.extend(namespace);
        is_new = new;
    }
    let subjects = match namespace {
        Some(namespace) if !is_new && !is_only_printed(flags) => {
            subjects(context, namespace).await?
        }
        _ => Vec::new(),
    };
    if is_new && (flags.write.diff || flags.write.mode() == DryRun::Server) {
        context.ui.warning("the namespace does not exist yet, so that the API server cannot check the objects that go into it");
        return Ok(manifests);
    }
    let account = JobAccount {
        generations,
        namespace,
        name: &args.service_account,
        role_arn: args.role_arn.as_deref(),
        subjects,
    };
    manifests.extend(account.manifests());
    Ok(manifests)
}

/// The operators that the Role is for: the one of `--operator`, else those that are served. A dry run on the client works without an
/// API server, and is then for v2.
async fn generations(context: &Context, args: &SetupRbac) -> Result<Vec<Operator>> {
    if let Some(operator) = context.operator() {
        return Ok(vec![operator]);
    }
    match generation::served(context, Kind::Backup).await {
        Err(error) if is_only_printed(&args.apply) && error.kind.is_failed_request() => {
            context.ui.warning(&format!(
                "the API server cannot be asked which operator it serves, so that the Role is for v2 (--operator v1 changes that): {}",
                error.message
            ));
            Ok(vec![Operator::V2])
        }
        outcome => outcome,
    }
}

/// The manifest of the namespace where it has to be created, and whether the namespace is new. A namespace that exists is not changed.
async fn new_namespace(
    context: &Context,
    name: &str,
    only_printed: bool,
) -> Result<(Option<Value>, bool)> {
    let manifest = rbac::namespace(name);
    if only_printed {
        return Ok((Some(manifest), false));
    }
    match apply::find(context.cluster().await?, &manifest).await? {
        None => Ok((Some(manifest), true)),
        Some(live) if live.pointer("/metadata/deletionTimestamp").is_some() => {
            let wait = NextCommand::kubectl("wait --for=delete").arg(format!("namespace/{name}"));
            Err(Error::failed(format!("namespace/{name} is being deleted"))
                .hint(wait.after("wait, then run the command again")))
        }
        Some(_) => Ok((None, false)),
    }
}

/// The subjects that have the role already: an apply replaces the list as a whole.
async fn subjects(context: &Context, namespace: &str) -> Result<Vec<Value>> {
    let cluster = context.cluster().await?;
    let found = cluster
        .get(Resource::ROLE_BINDINGS, namespace, rbac::NAME)
        .await?;
    let subjects = found
        .object()
        .and_then(|binding| binding.get("subjects").cloned());
    Ok(match subjects {
        Some(Value::Array(subjects)) => subjects,
        _ => Vec::new(),
    })
}
