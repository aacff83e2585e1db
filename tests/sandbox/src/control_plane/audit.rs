//! The audit log of an API server: which requests were made, by whom, and how they were answered.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::identity::Identity;
use crate::failure::{Context, Result};

/// The path that the harness requests to find out whether the log is complete.
pub(super) const BARRIER: &str = "/version";

/// A place in the audit log; the default is its beginning.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mark(u64);

/// One request as the API server saw it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditEvent {
    #[serde(rename = "auditID")]
    id: String,
    stage: String,
    /// The verb of Kubernetes (`get`, `list`, `watch`, `create`, `update`, `patch`, `delete`), or the HTTP method in lower
    /// case for a path that is not a resource.
    pub verb: String,
    /// Path and query.
    #[serde(rename = "requestURI")]
    pub uri: String,
    #[serde(default)]
    user: User,
    #[serde(default)]
    impersonated_user: User,
    /// The `User-Agent` of the client.
    #[serde(default)]
    pub user_agent: String,
    #[serde(default)]
    object_ref: Object,
    #[serde(default)]
    response_status: Status,
    /// The body of the request, an object or a patch; `Null` without a body.
    #[serde(default, rename = "requestObject")]
    pub body: Value,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct User {
    #[serde(default)]
    username: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Object {
    #[serde(default)]
    resource: String,
    #[serde(default)]
    namespace: String,
    #[serde(default)]
    name: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Status {
    #[serde(default)]
    code: u16,
}

impl AuditEvent {
    /// The user that the client certificate names; empty when the server did not accept it.
    pub fn user(&self) -> &str {
        &self.user.username
    }

    /// The user that the request asked to act as (`--as`); empty without `--as`.
    pub fn impersonated(&self) -> &str {
        &self.impersonated_user.username
    }

    /// Plural name of the resource; empty when the path is not a resource.
    pub fn resource(&self) -> &str {
        &self.object_ref.resource
    }

    /// Namespace of the resource; empty for a resource without a namespace.
    pub fn namespace(&self) -> &str {
        &self.object_ref.namespace
    }

    /// Name of the object; empty for a list and for most creations.
    pub fn name(&self) -> &str {
        &self.object_ref.name
    }

    /// HTTP status of the answer.
    pub fn code(&self) -> u16 {
        self.response_status.code
    }

    /// Whether the request came from `identity`.
    pub fn is_by(&self, identity: Identity) -> bool {
        self.user() == identity.user()
    }

    /// Whether the request would change something if it succeeded. A dry run does not.
    pub fn is_write(&self) -> bool {
        !matches!(self.verb.as_str(), "get" | "list" | "watch" | "head")
            && !self.uri.contains("dryRun=All")
            // Access reviews use POST and change nothing.
            && !matches!(
                self.resource(),
                "selfsubjectaccessreviews"
                    | "selfsubjectrulesreviews"
                    | "selfsubjectreviews"
                    | "localsubjectaccessreviews"
            )
    }
}

/// The audit policy: every request with its body, except the requests of the server itself and of the harness.
pub(super) fn policy() -> Value {
    let harness = [Identity::Harness.user()];
    json!({
        "apiVersion": "audit.k8s.io/v1",
        "kind": "Policy",
        "omitStages": ["RequestReceived"],
        "omitManagedFields": true,
        "rules": [
            {"level": "Metadata", "users": harness, "nonResourceURLs": [BARRIER]},
            {"level": "None", "users": harness},
            {"level": "None", "users": ["system:apiserver"]},
            {"level": "Request"},
        ],
    })
}

/// The end of the log.
pub(super) fn end(log: &Path) -> Result<Mark> {
    Ok(Mark(text(log, Mark::default())?.len() as u64))
}

/// Whether the log mentions `uri` after `mark`.
pub(super) fn holds(log: &Path, mark: Mark, uri: &str) -> Result<bool> {
    Ok(text(log, mark)?.contains(uri))
}

/// The requests after `mark`. A long request is logged twice; the later line counts.
pub(super) fn events_since(log: &Path, mark: Mark) -> Result<Vec<AuditEvent>> {
    let mut events: Vec<AuditEvent> = Vec::new();
    for line in text(log, mark)?.lines() {
        let event: AuditEvent = serde_json::from_str(line).context(format_args!(
            "cannot read this line of the audit log: {line}"
        ))?;
        if event.is_by(Identity::Harness) {
            continue;
        }
        if event.stage != "ResponseStarted" {
            events.retain(|earlier| earlier.id != event.id);
        }
        events.push(event);
    }
    Ok(events)
}

/// The complete lines after `mark`. The server may still be writing the last line.
fn text(log: &Path, mark: Mark) -> Result<String> {
    let doing = format!("cannot read {}", log.display());
    let mut file = match File::open(log) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(String::new()),
        outcome => outcome.context(&doing)?,
    };
    file.seek(SeekFrom::Start(mark.0)).context(&doing)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).context(&doing)?;
    let whole = bytes
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    bytes.truncate(whole);
    String::from_utf8(bytes).context(&doing)
}
