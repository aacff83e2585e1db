//! The account of the Pods: whether it exists, what it may do, and how it reaches the storage.

use serde_json::Value;

use crate::api::document::at;
use crate::check::{CheckSubject, Judgement};
use crate::cluster::{Found, Resource};
use crate::lookup::surroundings::{Account, Right, Surroundings};
use crate::manifest::storage::Provider;
use crate::manifest::work::{DEFAULT_ACCOUNT, IAM_ROLE, Work};
use crate::{Hint, NextCommand};

/// Where EKS looks for the IAM role of an account.
const EKS_ROLE: &str = "eks.amazonaws.com/role-arn";

fn each(
    subject: &CheckSubject<'_>,
    surroundings: &Surroundings,
    judge: impl Fn(&str, &Account) -> Option<Judgement>,
) -> Vec<Judgement> {
    let names = subject.work.iter().map(Work::account);
    names
        .filter_map(|name| judge(name, surroundings.accounts.get(name)?))
        .collect()
}

/// The command that makes the account and gives it its rights.
fn setup(name: &str, namespace: &str) -> NextCommand {
    NextCommand::plugin("setup rbac")
        .namespace(namespace)
        .flag_if(
            "--service-account",
            (name != DEFAULT_ACCOUNT).then_some(name),
        )
}

/// `service-account`
pub fn exists(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let namespace = &subject.object.namespace;
    let kind = subject.object.kind.singular();
    each(subject, surroundings, |name, account| {
        let reference = Resource::SERVICE_ACCOUNTS.reference(name);
        Some(match &account.account {
            Ok(Found::Object(_)) => Judgement::ok(
                reference,
                format!("ServiceAccount {name} exists in namespace {namespace}"),
            ),
            Ok(Found::NotFound | Found::NotServed) => Judgement::critical(
                reference,
                format!(
                    "ServiceAccount {name} does not exist in namespace {namespace}: no Pod can start, and the {kind} stays Scheduled"
                ),
            )
            .hint(setup(name, namespace)),
            Err(error) => Judgement::unknown(reference, error),
        })
    })
}

/// `service-account-rights`
pub fn has_rights(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let namespace = &subject.object.namespace;
    each(subject, surroundings, |name, account| {
        if matches!(account.account, Ok(Found::NotFound)) {
            return None;
        }
        let reference = Resource::SERVICE_ACCOUNTS.reference(name);
        let rights = match &account.rights {
            Ok(rights) => rights,
            Err(error) => return Some(Judgement::unknown(reference, error)),
        };
        let lacking = lacking(rights);
        Some(match lacking.is_empty() {
            true => Judgement::ok(
                reference,
                format!("ServiceAccount {name} may read its objects and write their status"),
            ),
            false => Judgement::critical(
                reference,
                format!(
                    "ServiceAccount {name} may not {} in namespace {namespace}: its Pods fail before they do anything",
                    lacking.join(", nor ")
                ),
            )
            .hint(setup(name, namespace)),
        })
    })
}

/// The rights that are missing, as in `get, update backups.br.pingcap.com`.
fn lacking(rights: &[Right]) -> Vec<String> {
    let mut missing: Vec<(&str, Vec<&str>)> = Vec::new();
    for right in rights.iter().filter(|right| !right.allowed) {
        match missing
            .iter_mut()
            .find(|(resource, _)| *resource == right.resource)
        {
            Some((_, verbs)) => verbs.push(right.verb),
            None => missing.push((&right.resource, vec![right.verb])),
        }
    }
    missing
        .into_iter()
        .map(|(resource, verbs)| format!("{} {resource}", verbs.join(", ")))
        .collect()
}

/// `storage-credentials`: S3 needs a Secret or a role. A role beside a Secret has no effect, since the keys win.
pub fn has_credentials(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let s3 = subject
        .work
        .iter()
        .filter(|work| Provider::of_spec(work.spec) == Some(Provider::S3));
    s3.filter_map(|work| judge_credentials(subject, work, surroundings))
        .collect()
}

fn judge_credentials(
    subject: &CheckSubject<'_>,
    work: &Work<'_>,
    surroundings: &Surroundings,
) -> Option<Judgement> {
    let object = subject.object;
    let role = annotation(subject.manifest, IAM_ROLE);
    match (work.storage_secret(), role) {
        (Some(secret), Some(role)) => {
            return Some(
                Judgement::critical(
                    object,
                    format!(
                        "Secret {secret} and the IAM role {role} are both given: the keys of the Secret are used, and the role is not"
                    ),
                )
                .hint("leave out --storage-secret or --iam-role"),
            );
        }
        (Some(_), None) => return None,
        (None, Some(role)) => {
            return Some(Judgement::ok(
                object,
                format!("the Pods reach S3 by the IAM role {role}"),
            ));
        }
        (None, None) => {}
    }
    if has_variables(work.spec) {
        return None;
    }
    let name = work.account();
    let account = &surroundings.accounts.get(name)?.account;
    let neither = |kind: &str| {
        Judgement::critical(
            object,
            format!(
                "the {kind} has neither a Secret nor an IAM role, and neither has ServiceAccount {name}: nothing gives its Pods the credentials of S3"
            ),
        )
        .hint(ways_out(&object.namespace))
    };
    Some(match account {
        Err(error) => Judgement::unknown(object, error),
        Ok(Found::Object(account)) => match annotation(account, EKS_ROLE) {
            Some(role) => Judgement::ok(
                object,
                format!("the Pods reach S3 by the IAM role {role} of ServiceAccount {name}"),
            ),
            None => neither(object.kind.singular()),
        },
        Ok(Found::NotFound | Found::NotServed) => neither(object.kind.singular()),
    })
}

fn ways_out(namespace: &str) -> Hint {
    NextCommand::plugin("setup secret s3 NAME")
        .namespace(namespace)
        .arg("--from-env")
        .after("give --storage-secret NAME, after")
}

fn annotation<'a>(document: &'a Value, key: &str) -> Option<&'a str> {
    let value = at(document, "/metadata/annotations").get(key)?.as_str();
    value.filter(|value| !value.is_empty())
}

/// Whether the variables of the Pod carry credentials.
fn has_variables(spec: &Value) -> bool {
    let variables = at(spec, "/env").as_array().into_iter().flatten();
    let mut names = variables.filter_map(|variable| variable.get("name")?.as_str());
    names.any(|name| {
        matches!(
            name,
            "AWS_ACCESS_KEY_ID" | "AWS_ROLE_ARN" | "AWS_WEB_IDENTITY_TOKEN_FILE"
        )
    })
}
