//! Who talks to the API server, and what each of them may do.

use serde_json::{Value, json};

const OURS: [&str; 2] = ["pingcap.com", "br.pingcap.com"];
const READ: [&str; 3] = ["get", "list", "watch"];

/// A user that the API server knows by a client certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identity {
    /// May do everything.
    Admin,
    /// May do everything too. The stand-in operator and the preparations of a test use this identity, so that the audit log can
    /// tell them from the program under test.
    Operator,
    /// Reads everything the plugin shows and writes nothing.
    Reader,
    /// Has exactly the rights that a user of the plugin is documented to need.
    User,
    /// Is known to the server and has no rights.
    Nobody,
    /// Shows a client certificate that expired in 2021.
    Expired,
    /// Loads custom resource definitions and namespaces; left out of the audit log.
    Harness,
}

impl Identity {
    /// All of them.
    pub const ALL: [Identity; 7] = [
        Identity::Admin,
        Identity::Operator,
        Identity::Reader,
        Identity::User,
        Identity::Nobody,
        Identity::Expired,
        Identity::Harness,
    ];

    /// The user name, as in the audit log and in `forbidden` messages.
    pub fn user(self) -> &'static str {
        match self {
            Identity::Admin => "admin",
            Identity::Operator => "operator",
            Identity::Reader => "reader",
            Identity::User => "user",
            Identity::Nobody => "nobody",
            Identity::Expired => "expired",
            Identity::Harness => "harness",
        }
    }

    pub(super) fn group(self) -> Option<&'static str> {
        match self {
            Identity::Admin | Identity::Operator | Identity::Harness | Identity::Expired => {
                Some("system:masters")
            }
            Identity::Reader | Identity::User | Identity::Nobody => None,
        }
    }

    fn rules(self) -> Option<Vec<Value>> {
        match self {
            Identity::Reader => Some(reader()),
            Identity::User => Some(user()),
            _ => None,
        }
    }

    /// The ClusterRole of this identity and its ClusterRoleBinding; empty for identities whose group decides.
    pub(super) fn rbac(self) -> Vec<Value> {
        let Some(rules) = self.rules() else {
            return Vec::new();
        };
        let metadata = json!({"name": format!("sandbox-{}", self.user())});
        vec![
            json!({
                "apiVersion": "rbac.authorization.k8s.io/v1",
                "kind": "ClusterRole",
                "metadata": metadata,
                "rules": rules,
            }),
            json!({
                "apiVersion": "rbac.authorization.k8s.io/v1",
                "kind": "ClusterRoleBinding",
                "metadata": metadata,
                "roleRef": {
                    "apiGroup": "rbac.authorization.k8s.io",
                    "kind": "ClusterRole",
                    "name": format!("sandbox-{}", self.user()),
                },
                "subjects": [{
                    "apiGroup": "rbac.authorization.k8s.io",
                    "kind": "User",
                    "name": self.user(),
                }],
            }),
        ]
    }
}

fn reader() -> Vec<Value> {
    vec![
        rule(
            &["pingcap.com", "br.pingcap.com", "core.pingcap.com"],
            &["*"],
            &READ,
        ),
        rule(&["batch"], &["jobs"], &READ),
        rule(&[""], &["pods", "pods/log", "events"], &READ),
        rule(
            &["apiextensions.k8s.io"],
            &["customresourcedefinitions"],
            &READ,
        ),
    ]
}

/// The rights that a user of both generations needs. `backups/status`, which is optional, is left out.
fn user() -> Vec<Value> {
    vec![
        rule(
            &OURS,
            &["backups", "backupschedules", "compactbackups", "restores"],
            &["get", "list", "watch", "create", "patch", "delete"],
        ),
        rule(
            &["core.pingcap.com"],
            &["clusters", "tikvgroups", "pdgroups"],
            &["get", "list"],
        ),
        rule(&["pingcap.com"], &["tidbclusters"], &READ),
        rule(&["batch"], &["jobs"], &READ),
        rule(&[""], &["pods", "events"], &READ),
        rule(&[""], &["pods/log", "secrets", "serviceaccounts"], &["get"]),
        rule(
            &["rbac.authorization.k8s.io"],
            &["roles", "rolebindings"],
            &["get"],
        ),
        rule(
            &["apiextensions.k8s.io"],
            &["customresourcedefinitions"],
            &["get"],
        ),
    ]
}

fn rule(groups: &[&str], resources: &[&str], verbs: &[&str]) -> Value {
    json!({"apiGroups": groups, "resources": resources, "verbs": verbs})
}
