//! `setup rbac`

use serde_json::Value;

use super::apply;
use crate::api::{Kind, Operator};
use crate::cli::{DryRun, SetupRbac};
use crate::cluster::Resource;
use crate::context::Context;
use crate::lookup::generation;
use crate::manifest::name;
use crate::setup::rbac::{self, Account};
use crate::{Error, Exit, Result};

/// `setup rbac`
pub async fn run(context: &Context, args: &SetupRbac) -> Result<Exit> {
    let flags = &args.apply;
    flags.write.output.format()?;
    name::check_subdomain("--service-account", &args.service_account)?;
    if let Some(arn) = &args.role_arn {
        rbac::check_role_arn("--role-arn", arn)?;
    }
    let client = flags.write.mode() == DryRun::Client && !flags.write.diff;
    let generations = generations(context, client).await?;
    let namespace = apply::namespace(context, flags).await?;
    let mut manifests = Vec::new();
    let mut fresh = false;
    if args.create_namespace {
        let name = namespace
            .as_deref()
            .ok_or_else(|| Error::usage("--create-namespace: say which namespace: -n NAMESPACE"))?;
        let (namespace, is_new) = new_namespace(context, name, client).await?;
        manifests.extend(namespace);
        fresh = is_new;
    }
    let subjects = match (&namespace, client || fresh) {
        (Some(namespace), false) => subjects(context, namespace).await?,
        _ => Vec::new(),
    };
    let account = Account {
        generations: &generations,
        namespace: namespace.as_deref(),
        name: &args.service_account,
        role_arn: args.role_arn.as_deref(),
        subjects,
    };
    let only_looks = flags.write.diff || flags.write.mode() == DryRun::Server;
    if fresh && only_looks {
        context.ui.warning("the namespace does not exist yet, so that the API server can check nothing that goes into it");
    } else {
        manifests.extend(account.manifests());
    }
    apply::apply(context, &manifests, flags).await?;
    if args.role_arn.is_some() && flags.write.mode() == DryRun::None && !flags.write.diff {
        let flag = namespace
            .map(|name| format!(" -n {name}"))
            .unwrap_or_default();
        context.ui.hint(format!(
            "TiKV needs the same identity: kubectl tidb-br setup tikv CLUSTER{flag} --service-account {}",
            args.service_account
        ));
    }
    Ok(Exit::Done)
}

/// The generations that the Role is for: the one named, else those that are served. A dry run on the client does without an
/// API server, and is then for v2.
async fn generations(context: &Context, client: bool) -> Result<Vec<Operator>> {
    if let Some(operator) = context.operator() {
        return Ok(vec![operator]);
    }
    match generation::served(context, Kind::Backup).await {
        Err(error) if client && error.kind.is_failed_request() => {
            context.ui.warning(&format!(
                "cannot ask which operator is served, so that this is for v2 (--operator v1 says otherwise): {}",
                error.message
            ));
            Ok(vec![Operator::V2])
        }
        outcome => outcome,
    }
}

/// The namespace where it has to be created, and whether it has. One that is there is left alone.
async fn new_namespace(
    context: &Context,
    name: &str,
    client: bool,
) -> Result<(Option<Value>, bool)> {
    let manifest = rbac::namespace(name);
    if client {
        return Ok((Some(manifest), false));
    }
    let cluster = context.cluster().await?;
    match apply::read(cluster, &manifest).await? {
        None => Ok((Some(manifest), true)),
        Some(live) if live.pointer("/metadata/deletionTimestamp").is_some() => Err(Error::failed(
            format!("namespace/{name} is being deleted"),
        )
        .hint(format!(
            "kubectl wait --for=delete namespace/{name}, then run the command again"
        ))),
        Some(_) => Ok((None, false)),
    }
}

/// Who has the role already: an apply replaces the list as a whole.
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
