//! The audit log of an API server: what was really asked, by whom, and what came of it.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::identity::Identity;
use crate::failure::{Context, Result};

/// The path that the harness asks for when it wants to know that the log has caught up.
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
    /// case for a path that is no resource.
    pub verb: String,
    /// Path and query.
    #[serde(rename = "requestURI")]
    pub uri: String,
    #[serde(default)]
    user: User,
    #[serde(default)]
    impersonated_user: User,
    /// What the client calls itself.
    #[serde(default)]
    pub user_agent: String,
    #[serde(default)]
    object_ref: Object,
    #[serde(default)]
    response_status: Status,
    /// What was sent: an object or a patch; `Null` when there was none.
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

    /// The user that the request asked to act as (`--as`); empty when it did not.
    pub fn impersonated(&self) -> &str {
        &self.impersonated_user.username
    }

    /// Plural name of the resource; empty when the path is none.
    pub fn resource(&self) -> &str {
        &self.object_ref.resource
    }

    /// Namespace of the resource; empty when it has none.
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

    /// Whether `identity` asked.
    pub fn is_by(&self, identity: Identity) -> bool {
        self.user() == identity.user()
    }

    /// Whether the request would change something if it succeeded. A dry run does not.
    pub fn is_write(&self) -> bool {
        !matches!(self.verb.as_str(), "get" | "list" | "watch" | "head")
            && !self.uri.contains("dryRun=All")
            // Reviews are questions that happen to be asked with POST.
            && !matches!(
                self.resource(),
                "selfsubjectaccessreviews"
                    | "selfsubjectrulesreviews"
                    | "selfsubjectreviews"
                    | "localsubjectaccessreviews"
            )
    }
}

/// Everything with its body, except what the server and the harness do for themselves.
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

/// The present end of the log.
pub(super) fn end(log: &Path) -> Result<Mark> {
    Ok(Mark(text(log, Mark::default())?.len() as u64))
}

/// Whether the log mentions `uri` after `mark`.
pub(super) fn holds(log: &Path, mark: Mark, uri: &str) -> Result<bool> {
    Ok(text(log, mark)?.contains(uri))
}

/// The requests after `mark`. One that goes on for long is logged twice; the later line counts.
pub(super) fn read(log: &Path, mark: Mark) -> Result<Vec<AuditEvent>> {
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

/// The whole lines after `mark`: the last one may still be being written.
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
