//! `setup tikv`

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::apply;
use super::target::{Target, targets};
use crate::api::document::put;
use crate::cli::{DryRun, SetupTikv};
use crate::cluster::{Cluster, Found, Patch, Resource, WriteOptions};
use crate::context::Context;
use crate::manifest::Given;
use crate::manifest::flag::FLAGS;
use crate::manifest::{file, name, volume};
use crate::output::objects::{self, Shape};
use crate::setup::rbac::check_role_arn;
use crate::setup::tikv::{Grant, Place, merge_patch, secret_keys};
use crate::write::execute;
use crate::write::execute::{dry, for_people};
use crate::write::plan::Plan;
use crate::{Error, ErrorKind, Exit, Result};

/// `setup tikv`
pub async fn run(context: &Context, args: &SetupTikv) -> Result<Exit> {
    let format = args.write.output.format()?;
    name::check_subdomain("cluster", &args.cluster)?;
    let volume = volume_of_flags(args)?;
    let cluster = context.cluster().await?;
    let namespace = cluster.namespace().to_owned();
    let targets = targets(context, cluster, &namespace, &args.cluster).await?;
    let grant = match volume {
        Some(grant) => grant,
        None => grant(cluster, &namespace, args).await?,
    };
    let people = for_people(&format);
    let mut planned = Vec::new();
    for target in &targets {
        planned.push(target.with(&grant)?);
    }
    let changes = || {
        targets
            .iter()
            .zip(&planned)
            .filter(|(target, after)| target.live != **after)
    };
    for (target, after) in changes() {
        let text = difference(target, after, args)?;
        match args.write.diff {
            true => context.ui.print(&text),
            false => context.ui.note(text.trim_end()),
        }
    }
    if args.write.diff {
        return Ok(Exit::Done);
    }
    let [asked, consequence] = question(args, &targets, &grant);
    if changes().next().is_some() && (args.write.yes || !context.ui.can_ask()) {
        context.ui.note(&format!("{asked}: {consequence}"));
    }
    let plan = Plan {
        question: changes().next().map(|_| format!("{asked}? {consequence}")),
        ..Plan::default()
    };
    execute::confirm(context, &plan, &args.write)?;
    let mut stored = Vec::new();
    for (target, after) in targets.iter().zip(&planned) {
        let changed = target.live != *after;
        let object = match (changed, args.write.mode()) {
            (true, DryRun::None | DryRun::Server) => {
                write(cluster, &namespace, target, &grant, args).await?
            }
            _ => after.clone(),
        };
        if people {
            let word = if changed { "configured" } else { "unchanged" };
            context.ui.line(&format!(
                "{} {word}{}",
                target.reference(),
                dry(args.write.mode())
            ));
        }
        stored.push(object);
    }
    let headers = !args.write.output.no_headers;
    let disclosure = args.write.output.disclosure();
    if let Some(text) = objects::render(&stored, Shape::One, &format, disclosure, headers)? {
        context.ui.print(&text);
    }
    Ok(Exit::Done)
}

fn difference(target: &Target, after: &Value, args: &SetupTikv) -> Result<String> {
    let before = file::without_server_fields(target.live.clone());
    let after = file::without_server_fields(after.clone());
    apply::difference(
        &target.reference(),
        &before,
        &after,
        args.write.output.disclosure(),
    )
}

/// What is asked, and what comes of it.
fn question(args: &SetupTikv, targets: &[Target], grant: &Grant) -> [String; 2] {
    let places: Vec<&Place> = targets.iter().flat_map(|target| &target.places).collect();
    let tiflash = places
        .iter()
        .any(|place| matches!(place, Place::V1("tiflash") | Place::V2("tiflash")));
    let pods = if tiflash { "TiKV and TiFlash" } else { "TiKV" };
    let cluster = &args.cluster;
    let consequence = match places.iter().all(|place| place.in_place(grant)) {
        true => "They are not restarted.",
        false => "They restart one after another.",
    };
    let asked = format!("Change the {pods} Pods of cluster {cluster}");
    [asked, consequence.to_owned()]
}

/// Sends the change of one object. When that changed meanwhile, it is read again: if the change is still the same, once more.
async fn write(
    cluster: &Cluster,
    namespace: &str,
    target: &Target,
    grant: &Grant,
    args: &SetupTikv,
) -> Result<Value> {
    let change = merge_patch(&target.live, &target.with(grant)?).unwrap_or_else(|| json!({}));
    let first = send(cluster, namespace, target, &change, args).await;
    let Err(error) = first else {
        return first;
    };
    if error.kind != ErrorKind::Conflict {
        return Err(error);
    }
    let Found::Object(live) = cluster
        .get(target.resource, namespace, &target.name)
        .await?
    else {
        return Err(error);
    };
    let again = Target {
        resource: target.resource,
        name: target.name.clone(),
        live,
        places: target.places.clone(),
    };
    if merge_patch(&again.live, &again.with(grant)?).as_ref() != Some(&change) {
        return Err(error);
    }
    send(cluster, namespace, &again, &change, args).await
}

async fn send(
    cluster: &Cluster,
    namespace: &str,
    target: &Target,
    change: &Value,
    args: &SetupTikv,
) -> Result<Value> {
    let mut body = change.clone();
    let version = target.live.pointer("/metadata/resourceVersion").cloned();
    put(&mut body, "metadata", json!({"resourceVersion": version}));
    let options = WriteOptions {
        dry_run: args.write.mode() == DryRun::Server,
        ..WriteOptions::default()
    };
    cluster
        .patch(
            target.resource,
            namespace,
            &target.name,
            Patch::Merge(&body),
            None,
            options,
        )
        .await
}

/// `--local-…`
fn volume_of_flags(args: &SetupTikv) -> Result<Option<Grant>> {
    let mut given = Given::default();
    let mut note = |name: &str, value: &Option<String>| {
        let flag = FLAGS.iter().find(|flag| flag.name == name);
        if let (Some(flag), Some(value)) = (flag, value) {
            given.add(flag, vec![value.clone()]);
        }
    };
    note("local-pvc", &args.grant.local_pvc);
    note("local-nfs", &args.grant.local_nfs);
    note("local-mount-path", &args.local_mount_path);
    note("local-volume-name", &args.local_volume_name);
    let local = args.grant.local_pvc.is_some() || args.grant.local_nfs.is_some();
    if !local {
        let stray = [
            ("--local-mount-path", args.local_mount_path.is_some()),
            ("--local-volume-name", args.local_volume_name.is_some()),
            ("--local-read-only", args.local_read_only.is_some()),
        ];
        return match stray.into_iter().find(|(_, given)| *given) {
            Some((flag, _)) => Err(Error::usage(format!(
                "{flag} needs --local-pvc or --local-nfs"
            ))),
            None => Ok(None),
        };
    }
    let Some(path) = &args.local_mount_path else {
        return Err(Error::usage("missing: --local-mount-path").hint(
            "it is the MOUNT of local:///MOUNT/PREFIX, and the same for the job and for TiKV",
        ));
    };
    let mut fields = volume::fields(path.trim_matches('/'), &given)?;
    let (volume, mount) = (fields.remove("volume"), fields.remove("volumeMount"));
    let (volume, mut mount) = (volume.unwrap_or_default(), mount.unwrap_or_default());
    if args.local_read_only == Some(true) {
        put(&mut mount, "readOnly", true);
    }
    Ok(Some(Grant::Volume { volume, mount }))
}

/// `--secret`, `--service-account` and `--iam-role`. What they name must be there: Pods would not start without it.
async fn grant(cluster: &Cluster, namespace: &str, args: &SetupTikv) -> Result<Grant> {
    let flags = &args.grant;
    if let Some(arn) = &flags.iam_role {
        check_role_arn("--iam-role", arn)?;
        return Ok(Grant::IamRole(arn.clone()));
    }
    if let Some(name) = &flags.service_account {
        let found = cluster
            .get(Resource::SERVICE_ACCOUNTS, namespace, name)
            .await?;
        return match found {
            Found::Object(_) => Ok(Grant::ServiceAccount(name.clone())),
            _ => Err(missing("serviceaccount", name, namespace).hint(format!(
                "kubectl tidb-br setup rbac -n {namespace} --service-account {name} --role-arn ARN"
            ))),
        };
    }
    let name = flags.secret.as_deref().unwrap_or_default();
    let Found::Object(secret) = cluster.get(Resource::SECRETS, namespace, name).await? else {
        return Err(missing("secret", name, namespace).hint(format!(
            "kubectl tidb-br setup secret s3 {name} -n {namespace}"
        )));
    };
    let data = secret.get("data").and_then(Value::as_object);
    let keys: BTreeSet<String> = data
        .into_iter()
        .flat_map(|data| data.keys().cloned())
        .collect();
    Ok(Grant::Secret {
        name: name.to_owned(),
        keys: secret_keys(name, &keys)?,
    })
}

fn missing(kind: &str, name: &str, namespace: &str) -> Error {
    Error::failed(format!(
        "{kind}/{name} not found in namespace {namespace:?}: Pods of TiKV would not start"
    ))
}
