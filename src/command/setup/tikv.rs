//! `setup tikv`

use std::collections::BTreeSet;

use serde_json::Value;

use super::pod_owner::{PodOwner, pod_owners};
use crate::api::document::put;
use crate::api::merge_patch;
use crate::cli::SetupTikv;
use crate::cluster::{Cluster, Found, Resource};
use crate::context::Context;
use crate::manifest::flag::FLAGS;
use crate::manifest::{Given, name, volume};
use crate::setup::rbac::check_role_arn;
use crate::setup::tikv::{Grant, PodTemplate, secret_keys};
use crate::write::{Address, Decision, Plan, ResultWords, Write, carry_out};
use crate::{Error, Exit, NextCommand, Result};

/// `setup tikv`
pub async fn run(context: &Context, args: &SetupTikv) -> Result<Exit> {
    args.write.output.format()?;
    name::check_subdomain("cluster", &args.cluster)?;
    let volume = volume_of_flags(args)?;
    carry_out(context, &args.write, false, async |_| {
        let cluster = context.cluster().await?;
        let namespace = cluster.namespace();
        let owners = pod_owners(context, cluster, namespace, &args.cluster).await?;
        let grant = match &volume {
            Some(grant) => grant.clone(),
            None => grant(cluster, namespace, args).await?,
        };
        let plan = plan(&owners, namespace, &grant, &args.cluster)?;
        Ok(Decision {
            plan,
            live: owners.into_iter().map(|owner| owner.live).collect(),
            ground: (),
        })
    })
    .await?;
    Ok(Exit::Done)
}

/// One patch for each object that does not have the grant yet.
fn plan(owners: &[PodOwner], namespace: &str, grant: &Grant, cluster: &str) -> Result<Plan> {
    let mut plan = Plan {
        words: ResultWords::Apply,
        shows_difference: true,
        ..Plan::default()
    };
    for owner in owners {
        if let Some(body) = merge_patch::between(&owner.live, &owner.with(grant)?) {
            let object = Address {
                resource: owner.resource,
                namespace: namespace.to_owned(),
                name: owner.name.clone(),
            };
            plan.writes.push(Write::patch(object, body));
        }
    }
    if !plan.writes.is_empty() {
        let mut places = owners.iter().flat_map(|owner| &owner.places);
        let restarts = match places.clone().all(|place| place.in_place(grant)) {
            true => "They are not restarted.",
            false => "They restart one after another.",
        };
        let tiflash = places.any(|place| {
            matches!(
                place,
                PodTemplate::V1("tiflash") | PodTemplate::V2("tiflash")
            )
        });
        let pods = if tiflash { "TiKV and TiFlash" } else { "TiKV" };
        let note = format!("The {pods} Pods of cluster {cluster} are changed. {restarts}");
        plan.notes.push(note.into());
        plan.question = Some(format!("Change the {pods} Pods of cluster {cluster}?"));
    }
    Ok(plan)
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
            "the path is the MOUNT of local:///MOUNT/PREFIX, and is the same for the job and for TiKV",
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

/// The grant of `--secret`, `--service-account` or `--iam-role`. The Secret or account must exist, since Pods would not start without it.
async fn grant(cluster: &Cluster, namespace: &str, args: &SetupTikv) -> Result<Grant> {
    let flags = &args.grant;
    if let Some(arn) = &flags.iam_role {
        if arn.is_empty() {
            return Ok(Grant::IamRole(None));
        }
        check_role_arn("--iam-role", arn)?;
        return Ok(Grant::IamRole(Some(arn.clone())));
    }
    if let Some(name) = &flags.service_account {
        if name.is_empty() {
            return Ok(Grant::ServiceAccount(None));
        }
        let found = cluster
            .get(Resource::SERVICE_ACCOUNTS, namespace, name)
            .await?;
        return match found {
            Found::Object(_) => Ok(Grant::ServiceAccount(Some(name.clone()))),
            _ => Err(missing("serviceaccount", name, namespace).hint(
                NextCommand::plugin("setup rbac")
                    .namespace(namespace)
                    .flag("--service-account", name)
                    .flag("--role-arn", "ARN"),
            )),
        };
    }
    let name = flags.secret.as_deref().unwrap_or_default();
    let Found::Object(secret) = cluster.get(Resource::SECRETS, namespace, name).await? else {
        return Err(missing("secret", name, namespace).hint(
            NextCommand::plugin("setup secret s3")
                .arg(name)
                .namespace(namespace),
        ));
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
