//! The resources that the program reads and writes, and their paths in the API. They are known by name, so nothing is discovered.

use std::fmt;

use serde_json::Value;

use crate::api::{Kind, ObjectRef, Operator};
use crate::error::{Error, Result};

/// One resource of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resource {
    /// The API group; empty for the core group.
    pub group: &'static str,
    /// The version.
    pub version: &'static str,
    /// The lower-case plural, as in a URL.
    pub plural: &'static str,
    /// `kind` in a manifest.
    pub kind: &'static str,
    /// Whether objects belong to a namespace.
    pub namespaced: bool,
}

const fn namespaced(
    group: &'static str,
    version: &'static str,
    plural: &'static str,
    kind: &'static str,
) -> Resource {
    Resource {
        group,
        version,
        plural,
        kind,
        namespaced: true,
    }
}

const fn cluster_wide(
    group: &'static str,
    version: &'static str,
    plural: &'static str,
    kind: &'static str,
) -> Resource {
    Resource {
        group,
        version,
        plural,
        kind,
        namespaced: false,
    }
}

const RBAC: &str = "rbac.authorization.k8s.io";
const CORE_V2: &str = "core.pingcap.com";

impl Resource {
    /// Namespaces.
    pub const NAMESPACES: Self = cluster_wide("", "v1", "namespaces", "Namespace");
    /// Pods.
    pub const PODS: Self = namespaced("", "v1", "pods", "Pod");
    /// Events of the core group, which is the one the operators write.
    pub const EVENTS: Self = namespaced("", "v1", "events", "Event");
    /// Secrets.
    pub const SECRETS: Self = namespaced("", "v1", "secrets", "Secret");
    /// ConfigMaps.
    pub const CONFIG_MAPS: Self = namespaced("", "v1", "configmaps", "ConfigMap");
    /// ServiceAccounts.
    pub const SERVICE_ACCOUNTS: Self = namespaced("", "v1", "serviceaccounts", "ServiceAccount");
    /// PersistentVolumeClaims, such as the scratch volume of a dump.
    pub const CLAIMS: Self =
        namespaced("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim");
    /// Jobs.
    pub const JOBS: Self = namespaced("batch", "v1", "jobs", "Job");
    /// Deployments, such as the operator itself.
    pub const DEPLOYMENTS: Self = namespaced("apps", "v1", "deployments", "Deployment");
    /// StatefulSets.
    pub const STATEFUL_SETS: Self = namespaced("apps", "v1", "statefulsets", "StatefulSet");
    /// Roles.
    pub const ROLES: Self = namespaced(RBAC, "v1", "roles", "Role");
    /// RoleBindings.
    pub const ROLE_BINDINGS: Self = namespaced(RBAC, "v1", "rolebindings", "RoleBinding");
    /// StorageClasses.
    pub const STORAGE_CLASSES: Self =
        cluster_wide("storage.k8s.io", "v1", "storageclasses", "StorageClass");
    /// TiDB clusters of operator 2.x.
    pub const CLUSTERS: Self = namespaced(CORE_V2, "v1alpha1", "clusters", "Cluster");
    /// PD groups of operator 2.x.
    pub const PD_GROUPS: Self = namespaced(CORE_V2, "v1alpha1", "pdgroups", "PDGroup");
    /// TiKV groups of operator 2.x.
    pub const TIKV_GROUPS: Self = namespaced(CORE_V2, "v1alpha1", "tikvgroups", "TiKVGroup");
    /// TiDB groups of operator 2.x.
    pub const TIDB_GROUPS: Self = namespaced(CORE_V2, "v1alpha1", "tidbgroups", "TiDBGroup");
    /// TiFlash groups of operator 2.x.
    pub const TIFLASH_GROUPS: Self =
        namespaced(CORE_V2, "v1alpha1", "tiflashgroups", "TiFlashGroup");
    /// TiDB clusters of operator 1.x.
    pub const TIDB_CLUSTERS: Self =
        namespaced("pingcap.com", "v1alpha1", "tidbclusters", "TidbCluster");

    pub(super) const POD_LOGS: Self = namespaced("", "v1", "pods/log", "Pod");
    pub(super) const ACCESS_REVIEWS: Self = cluster_wide(
        "authorization.k8s.io",
        "v1",
        "selfsubjectaccessreviews",
        "SelfSubjectAccessReview",
    );

    /// Questions about the rights of another account, in one namespace.
    pub const ACCOUNT_REVIEWS: Self = namespaced(
        "authorization.k8s.io",
        "v1",
        "localsubjectaccessreviews",
        "LocalSubjectAccessReview",
    );

    const OTHERS: [Self; 19] = [
        Self::NAMESPACES,
        Self::PODS,
        Self::EVENTS,
        Self::SECRETS,
        Self::CONFIG_MAPS,
        Self::SERVICE_ACCOUNTS,
        Self::CLAIMS,
        Self::JOBS,
        Self::DEPLOYMENTS,
        Self::STATEFUL_SETS,
        Self::ROLES,
        Self::ROLE_BINDINGS,
        Self::STORAGE_CLASSES,
        Self::CLUSTERS,
        Self::PD_GROUPS,
        Self::TIKV_GROUPS,
        Self::TIDB_GROUPS,
        Self::TIFLASH_GROUPS,
        Self::TIDB_CLUSTERS,
    ];

    /// The resource of a backup kind for one operator.
    pub const fn of(operator: Operator, kind: Kind) -> Self {
        let group = match operator {
            Operator::V1 => "pingcap.com",
            Operator::V2 => "br.pingcap.com",
        };
        let (plural, kind) = match kind {
            Kind::Backup => ("backups", "Backup"),
            Kind::BackupSchedule => ("backupschedules", "BackupSchedule"),
            Kind::CompactBackup => ("compactbackups", "CompactBackup"),
            Kind::Restore => ("restores", "Restore"),
        };
        namespaced(group, "v1alpha1", plural, kind)
    }

    /// The resource that a manifest belongs to, by its `apiVersion` and `kind`.
    pub fn of_manifest(manifest: &Value) -> Result<Self> {
        let text = |key| {
            manifest
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let (api_version, kind) = (text("apiVersion"), text("kind"));
        if let (Some(operator), Some(kind)) = (
            Operator::from_api_version(api_version),
            Kind::from_name(kind),
        ) {
            return Ok(Self::of(operator, kind));
        }
        Self::OTHERS
            .into_iter()
            .find(|known| known.kind == kind && known.api_version() == api_version)
            .ok_or_else(|| {
                Error::usage(format!(
                    "cannot write a {kind:?} of apiVersion {api_version:?}"
                ))
            })
    }

    /// `group/version`, or the bare version in the core group.
    pub fn api_version(self) -> String {
        if self.group.is_empty() {
            self.version.to_owned()
        } else {
            format!("{}/{}", self.group, self.version)
        }
    }

    /// The name of an object in messages: `backup.br.pingcap.com/x`, `pod/x`.
    pub fn reference(self, name: &str) -> String {
        let kind = self.kind.to_lowercase();
        if self.group.is_empty() {
            format!("{kind}/{name}")
        } else {
            format!("{kind}.{}/{name}", self.group)
        }
    }

    /// The URL path of the collection, in one namespace or in all.
    ///
    /// # Errors
    /// A namespace that cannot be part of a URL.
    pub fn collection(self, namespace: Option<&str>) -> Result<String> {
        let root = if self.group.is_empty() {
            "/api"
        } else {
            "/apis"
        };
        let api = self.api_version();
        match namespace.filter(|_| self.namespaced) {
            Some(namespace) => {
                segment("namespace", namespace)?;
                Ok(format!(
                    "{root}/{api}/namespaces/{namespace}/{}",
                    self.plural
                ))
            }
            None => Ok(format!("{root}/{api}/{}", self.plural)),
        }
    }

    /// The URL path of one object.
    ///
    /// # Errors
    /// A namespace or name that cannot be part of a URL.
    pub fn object(self, namespace: &str, name: &str) -> Result<String> {
        segment("name", name)?;
        Ok(format!("{}/{name}", self.collection(Some(namespace))?))
    }
}

/// Checks a name from the command line before it becomes part of a URL: a name with a slash would address another object.
fn segment(what: &str, text: &str) -> Result<()> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | ':');
    if text.is_empty() || text == "." || text == ".." || !text.chars().all(allowed) {
        return Err(Error::usage(format!("{text:?} is not a valid {what}")));
    }
    Ok(())
}

/// `backups.br.pingcap.com`, `pods`: the name in RBAC messages and in `kubectl auth can-i`.
impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.plural)?;
        if !self.group.is_empty() {
            write!(f, ".{}", self.group)?;
        }
        Ok(())
    }
}

impl From<&ObjectRef> for Resource {
    fn from(object: &ObjectRef) -> Self {
        Self::of(object.operator, object.kind)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    #[test]
    fn paths() {
        let backups = Resource::of(Operator::V2, Kind::Backup);
        for (path, expected) in [
            (
                backups.object("ns", "x"),
                "/apis/br.pingcap.com/v1alpha1/namespaces/ns/backups/x",
            ),
            (
                backups.collection(None),
                "/apis/br.pingcap.com/v1alpha1/backups",
            ),
            (
                Resource::PODS.object("ns", "p"),
                "/api/v1/namespaces/ns/pods/p",
            ),
            (
                Resource::NAMESPACES.object("ignored", "n"),
                "/api/v1/namespaces/n",
            ),
            (
                Resource::ROLES.collection(Some("ns")),
                "/apis/rbac.authorization.k8s.io/v1/namespaces/ns/roles",
            ),
        ] {
            assert_eq!(path.unwrap(), expected);
        }
    }

    #[test]
    fn names_cannot_address_something_else() {
        for name in ["", "..", "a/b", "a?b", "a%2fb", "a b", "ü"] {
            assert!(Resource::PODS.object("ns", name).is_err(), "{name:?}");
            assert!(Resource::PODS.collection(Some(name)).is_err(), "{name:?}");
        }
    }

    #[test]
    fn manifests_find_their_resource() {
        for operator in Operator::ALL {
            for kind in Kind::ALL {
                let manifest = json!({"apiVersion": operator.api_version(), "kind": kind.name()});
                let resource = Resource::of_manifest(&manifest).unwrap();
                assert_eq!(resource.plural, kind.plural());
                assert_eq!(resource.group, operator.group());
            }
        }
        let secret = json!({"apiVersion": "v1", "kind": "Secret"});
        assert_eq!(Resource::of_manifest(&secret).unwrap(), Resource::SECRETS);
        let unknown = json!({"apiVersion": "v2", "kind": "Secret"});
        assert!(Resource::of_manifest(&unknown).is_err());
    }
}
