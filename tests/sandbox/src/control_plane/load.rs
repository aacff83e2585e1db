//! Fills a new API server: definitions of custom resources, and roles for the identities.

use std::collections::BTreeMap;
use std::time::Instant;

use futures::future::try_join_all;
use kube::Client;
use kube::api::{Api, DynamicObject, Patch, PatchParams};
use kube::core::{ApiResource, GroupVersionKind};
use serde_json::Value;

use super::api_server::ApiServer;
use super::base::{POLL, STARTS_WITHIN};
use super::identity::Identity;
use crate::failure::{Context, Failure, Result};
use crate::runtime::block_on;

/// Loads `crds` and the roles, and returns when all of them are served.
pub(super) fn load(server: &ApiServer, crds: &[Value]) -> Result<()> {
    let roles: Vec<Value> = Identity::ALL.into_iter().flat_map(Identity::rbac).collect();
    block_on(async {
        let client = server.client(Identity::Harness)?;
        try_join_all(
            crds.iter()
                .chain(&roles)
                .map(|object| apply(&client, object)),
        )
        .await?;
        try_join_all(crds.iter().map(|crd| wait_until_served(&client, crd))).await?;
        wait_for_schemas(&client, crds).await
    })
}

/// Server-side apply, because some definitions are too large for the annotation of a client-side apply.
async fn apply(client: &Client, object: &Value) -> Result<()> {
    let (kind, name) = (text(object, "/kind"), text(object, "/metadata/name"));
    let (group, version) = text(object, "/apiVersion")
        .split_once('/')
        .unwrap_or_default();
    let resource = ApiResource::from_gvk(&GroupVersionKind::gvk(group, version, kind));
    let api: Api<DynamicObject> = Api::all_with(client.clone(), &resource);
    let parameters = PatchParams::apply("sandbox").force();
    api.patch(name, &parameters, &Patch::Apply(object))
        .await
        .context(format_args!("cannot load {kind} {name}"))?;
    Ok(())
}

/// A definition is established when its resources can be listed; discovery follows a little later.
async fn wait_until_served(client: &Client, crd: &Value) -> Result<()> {
    let path = group_version(crd);
    let plural = text(crd, "/spec/names/plural");
    wait_for(client, &format!("{path}/{plural}?limit=1"), &["items"]).await?;
    wait_for(client, &path, &[plural]).await
}

/// Schemas are published last, a whole group at a time. They are large, so that this asks for a group only after all its kinds are
/// served.
async fn wait_for_schemas(client: &Client, crds: &[Value]) -> Result<()> {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for crd in crds {
        let kinds = groups.entry(group_version(crd)).or_default();
        kinds.push(text(crd, "/spec/names/kind"));
    }
    for (path, kinds) in groups {
        wait_for(client, &format!("/openapi/v3{path}"), &kinds).await?;
    }
    Ok(())
}

async fn wait_for(client: &Client, path: &str, expected: &[&str]) -> Result<()> {
    let begun = Instant::now();
    loop {
        let answer = answer(client, path).await?;
        let is_there = |word: &&str| answer.contains(&format!("\"{word}\""));
        if expected.iter().all(is_there) {
            return Ok(());
        }
        if begun.elapsed() > STARTS_WITHIN {
            return Err(Failure::new(format!("{path} does not serve {expected:?}")));
        }
        tokio::time::sleep(POLL).await;
    }
}

fn group_version(crd: &Value) -> String {
    let (group, version) = (text(crd, "/spec/group"), text(crd, "/spec/versions/0/name"));
    format!("/apis/{group}/{version}")
}

fn text<'a>(object: &'a Value, pointer: &str) -> &'a str {
    object
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// The body of the answer; empty when the server refuses.
async fn answer(client: &Client, path: &str) -> Result<String> {
    let request = http::Request::get(path)
        .body(Vec::new())
        .context("cannot ask the API server")?;
    Ok(client.request_text(request).await.unwrap_or_default())
}
