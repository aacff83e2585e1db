//! Makes a fresh API server the world it shall be: definitions of custom resources, and roles for the identities.

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
        Ok(())
    })
}

/// Server-side apply: some definitions are too large for the annotation of the client-side one.
async fn apply(client: &Client, object: &Value) -> Result<()> {
    let text = |pointer| {
        object
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (kind, name) = (text("/kind"), text("/metadata/name"));
    let (group, version) = text("/apiVersion").split_once('/').unwrap_or_default();
    let resource = ApiResource::from_gvk(&GroupVersionKind::gvk(group, version, kind));
    let api: Api<DynamicObject> = Api::all_with(client.clone(), &resource);
    let parameters = PatchParams::apply("sandbox").force();
    api.patch(name, &parameters, &Patch::Apply(object))
        .await
        .context(format_args!("cannot load {kind} {name}"))?;
    Ok(())
}

/// A definition is established when its resources can be listed; clients also look at discovery and at the schema,
/// which follow a little later.
async fn wait_until_served(client: &Client, crd: &Value) -> Result<()> {
    let text = |pointer| {
        crd.pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let group = text("/spec/group");
    let version = text("/spec/versions/0/name");
    let plural = text("/spec/names/plural");
    let kind = text("/spec/names/kind");
    let conditions = [
        (format!("/apis/{group}/{version}/{plural}?limit=1"), "items"),
        (format!("/apis/{group}/{version}"), plural),
        (format!("/openapi/v3/apis/{group}/{version}"), kind),
    ];
    let begun = Instant::now();
    for (path, expected) in conditions {
        while !answer(client, &path)
            .await?
            .contains(&format!("\"{expected}\""))
        {
            if begun.elapsed() > STARTS_WITHIN {
                return Err(Failure::new(format!("{path} does not serve {expected}")));
            }
            tokio::time::sleep(POLL).await;
        }
    }
    Ok(())
}

/// The body of the answer; empty when the server refuses.
async fn answer(client: &Client, path: &str) -> Result<String> {
    let request = http::Request::get(path)
        .body(Vec::new())
        .context("cannot ask the API server")?;
    Ok(client.request_text(request).await.unwrap_or_default())
}
