//! The account under which the operators' jobs run, and its rights. The operators' own charts do not create the account in the namespace
//! of the backups; without the account no Pod starts, and the object stays in `Scheduled`.

use serde_json::{Value, json};

use crate::api::Operator;
use crate::{Error, Result};

/// The name that the operators look for when `spec.serviceAccount` says nothing, and the name of the Role and the RoleBinding.
pub const NAME: &str = "tidb-backup-manager";

/// The label that the operators' documentation gives to all three.
const COMPONENT: &str = "app.kubernetes.io/component";
/// The annotation in which EKS looks for the IAM role of an account.
const ROLE_ARN: &str = "eks.amazonaws.com/role-arn";
const RBAC: &str = "rbac.authorization.k8s.io";
/// What backup-manager does with the objects that it works for. It never creates or deletes an object.
const VERBS: [&str; 4] = ["get", "list", "watch", "update"];

/// The account of the jobs, with its Role and RoleBinding.
#[derive(Debug, Clone, PartialEq)]
pub struct JobAccount<'a> {
    /// The operator generations that are served.
    pub generations: &'a [Operator],
    /// The namespace to write, if any.
    pub namespace: Option<&'a str>,
    /// The ServiceAccount.
    pub name: &'a str,
    /// The IAM role of the ServiceAccount; an empty one removes the role that an earlier run wrote.
    pub role_arn: Option<&'a str>,
    /// The subjects that the RoleBinding has already; they stay.
    pub subjects: Vec<Value>,
}

impl JobAccount<'_> {
    /// ServiceAccount, Role and RoleBinding, in the order in which they are needed.
    pub fn manifests(&self) -> Vec<Value> {
        vec![self.account(), self.role(), self.binding()]
    }

    fn metadata(&self, name: &str) -> Value {
        let mut metadata = json!({"name": name, "labels": {COMPONENT: NAME}});
        if let (Some(namespace), Some(keys)) = (self.namespace, metadata.as_object_mut()) {
            keys.insert("namespace".to_owned(), json!(namespace));
        }
        metadata
    }

    fn account(&self) -> Value {
        let mut metadata = self.metadata(self.name);
        if let (Some(arn), Some(keys)) = (self.role_arn, metadata.as_object_mut()) {
            let arn = Some(arn).filter(|arn| !arn.is_empty());
            keys.insert("annotations".to_owned(), json!({ROLE_ARN: arn}));
        }
        json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata})
    }

    fn role(&self) -> Value {
        let mut rules = vec![json!({"apiGroups": [""], "resources": ["events"], "verbs": ["*"]})];
        rules.extend(self.generations.iter().map(|operator| rule(*operator)));
        json!({
            "apiVersion": format!("{RBAC}/v1"),
            "kind": "Role",
            "metadata": self.metadata(NAME),
            "rules": rules,
        })
    }

    /// The subject has no namespace: in a RoleBinding, that means the namespace of the RoleBinding.
    fn binding(&self) -> Value {
        let mut subjects = self.subjects.clone();
        let own = |subject: &Value| {
            let word = |key| subject.get(key).and_then(Value::as_str);
            let here = word("namespace").is_none_or(|namespace| Some(namespace) == self.namespace);
            word("kind") == Some("ServiceAccount") && word("name") == Some(self.name) && here
        };
        if !subjects.iter().any(own) {
            subjects.push(json!({"kind": "ServiceAccount", "name": self.name}));
        }
        json!({
            "apiVersion": format!("{RBAC}/v1"),
            "kind": "RoleBinding",
            "metadata": self.metadata(NAME),
            "subjects": subjects,
            "roleRef": {"apiGroup": RBAC, "kind": "Role", "name": NAME},
        })
    }
}

/// The rule for the objects of one operator. v1 objects have no status subresource; in v2 the status is written to its own path. No right
/// to read Secrets is needed, since the Pod gets their values as environment.
fn rule(operator: Operator) -> Value {
    let kinds = ["backups", "restores", "compactbackups"];
    let resources: Vec<String> = kinds
        .into_iter()
        .flat_map(|kind| {
            let status = operator
                .status_subresource()
                .then(|| format!("{kind}/status"));
            std::iter::once(kind.to_owned()).chain(status)
        })
        .collect();
    json!({"apiGroups": [operator.group()], "resources": resources, "verbs": VERBS})
}

/// The namespace itself, for `--create-namespace`.
pub fn namespace(name: &str) -> Value {
    json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
}

/// Checks `--role-arn` and `--iam-role`: kube2iam and EKS ignore a text that they cannot parse, and the job then has no credentials.
///
/// # Errors
/// Usage for a text that is not the ARN of an IAM role.
pub fn check_role_arn(flag: &str, arn: &str) -> Result<()> {
    let mut parts = arn.splitn(6, ':');
    let mut part = || parts.next().unwrap_or_default();
    let (head, partition, service, region, account, role) =
        (part(), part(), part(), part(), part(), part());
    let digits = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let named = role
        .strip_prefix("role/")
        .is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace));
    let fits = head == "arn" && partition.starts_with("aws") && service == "iam";
    if fits && region.is_empty() && digits && named {
        return Ok(());
    }
    Err(Error::usage(format!(
        "{flag} {arn:?}: not the ARN of an IAM role, such as arn:aws:iam::123456789012:role/backup"
    )))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn account<'a>(generations: &'a [Operator]) -> JobAccount<'a> {
        JobAccount {
            generations,
            namespace: Some("tidb"),
            name: NAME,
            role_arn: None,
            subjects: Vec::new(),
        }
    }

    #[test]
    fn rules_of_each_generation() {
        let v1 = json!({"apiGroups": ["pingcap.com"], "resources": ["backups", "restores", "compactbackups"], "verbs": ["get", "list", "watch", "update"]});
        let v2 = json!({"apiGroups": ["br.pingcap.com"], "resources": ["backups", "backups/status", "restores", "restores/status", "compactbackups", "compactbackups/status"], "verbs": ["get", "list", "watch", "update"]});
        let events = json!({"apiGroups": [""], "resources": ["events"], "verbs": ["*"]});
        let rows: [(&[Operator], Value); 3] = [
            (&[Operator::V1], json!([events, v1])),
            (&[Operator::V2], json!([events, v2])),
            (&Operator::ALL, json!([events, v2, v1])),
        ];
        for (generations, rules) in rows {
            assert_eq!(account(generations).role()["rules"], rules);
        }
    }

    #[test]
    fn three_objects_of_one_name_and_label() {
        for object in account(&[Operator::V2]).manifests() {
            let expected = json!({"name": NAME, "namespace": "tidb", "labels": {COMPONENT: NAME}});
            assert_eq!(object["metadata"], expected, "{}", object["kind"]);
        }
    }

    #[test]
    fn another_account_gets_the_same_role() {
        let mut other = account(&[Operator::V2]);
        other.name = "app";
        other.role_arn = Some("arn:aws:iam::123456789012:role/user");
        other.subjects = vec![json!({"kind": "ServiceAccount", "name": NAME, "namespace": "tidb"})];
        let [account, role, binding] = other.manifests().try_into().unwrap();
        assert_eq!(account["metadata"]["name"], "app");
        assert_eq!(
            account["metadata"]["annotations"],
            json!({ROLE_ARN: "arn:aws:iam::123456789012:role/user"})
        );
        assert_eq!(role["metadata"]["name"], NAME);
        assert_eq!(binding["roleRef"]["name"], NAME);
        let kept = json!({"kind": "ServiceAccount", "name": NAME, "namespace": "tidb"});
        let added = json!({"kind": "ServiceAccount", "name": "app"});
        assert_eq!(binding["subjects"], json!([kept, added]));
        other.name = NAME;
        assert_eq!(other.binding()["subjects"], json!([kept]));
    }

    #[test]
    fn arns() {
        let rows = [
            ("arn:aws:iam::123456789012:role/user", true),
            ("arn:aws-cn:iam::123456789012:role/path/user", true),
            ("123456789012:role/user", false),
            ("arn:aws:iam::123456789012:user/user", false),
            ("arn:aws:iam::123:role/user", false),
            ("arn:aws:s3:::bucket", false),
            ("arn:aws:iam::123456789012:role/", false),
            ("", false),
        ];
        for (arn, fits) in rows {
            assert_eq!(check_role_arn("--role-arn", arn).is_ok(), fits, "{arn}");
        }
    }
}
