//! Which object a write is for.

use std::fmt;

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, ObjectRef};
use crate::cluster::Resource;
use crate::{Error, NextCommand, Result};

/// The address of one object of any resource that this program writes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// What the object is.
    pub resource: Resource,
    /// Its namespace; empty where a manifest names none, and for objects outside namespaces.
    pub namespace: String,
    /// Its name.
    pub name: String,
}

impl Address {
    /// The address that a manifest or an object states.
    ///
    /// # Errors
    /// Usage for a kind that this program does not write, and for a manifest without a name.
    pub fn of(object: &Value) -> Result<Self> {
        let name = at(object, "/metadata/name").as_str();
        let namespace = at(object, "/metadata/namespace").as_str();
        Ok(Self {
            resource: Resource::of_manifest(object)?,
            namespace: namespace.unwrap_or_default().to_owned(),
            name: name
                .ok_or_else(|| Error::usage("metadata.name is missing"))?
                .to_owned(),
        })
    }

    /// The address with `namespace` where it has none.
    #[must_use]
    pub fn in_namespace(mut self, namespace: &str) -> Self {
        if self.namespace.is_empty() && self.resource.namespaced {
            namespace.clone_into(&mut self.namespace);
        }
        self
    }

    /// Whether both address the same object. A namespace that one of the two does not state is taken to be the same.
    pub fn is_same(&self, other: &Self) -> bool {
        let unstated = self.namespace.is_empty() || other.namespace.is_empty();
        self.resource == other.resource
            && self.name == other.name
            && (unstated || self.namespace == other.namespace)
    }

    /// The command that shows the object, which was read as `live`.
    pub fn show_command(&self, live: Option<&Value>) -> NextCommand {
        let is_log = live.is_some_and(|live| at(live, "/spec/backupMode") == "log");
        let verb = match Kind::from_name(self.resource.kind) {
            Some(Kind::Backup) if is_log => "log status",
            Some(Kind::Backup) => "backup show",
            Some(Kind::BackupSchedule) => "schedule show",
            Some(Kind::CompactBackup) => "compact show",
            Some(Kind::Restore) => "restore show",
            None => {
                return NextCommand::kubectl("get")
                    .arg(self.to_string())
                    .namespace(&self.namespace)
                    .flag("-o", "yaml");
            }
        };
        NextCommand::plugin(verb)
            .arg(&self.name)
            .namespace(&self.namespace)
    }
}

/// `backup.br.pingcap.com/x`, as `-o name` prints it.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.resource.reference(&self.name))
    }
}

impl From<&ObjectRef> for Address {
    fn from(object: &ObjectRef) -> Self {
        Self {
            resource: Resource::from(object),
            namespace: object.namespace.clone(),
            name: object.name.clone(),
        }
    }
}
