//! The Secrets that a manifest names, and the keys that each must have.

use serde_json::Value;

use crate::api::document::at;
use crate::check::{CheckSubject, Judgement};
use crate::cluster::{Found, Resource};
use crate::lookup::surroundings::Surroundings;
use crate::manifest::storage::Provider;
use crate::manifest::work::{SecretUse, Work};
use crate::{Error, NextCommand};

/// `storage-secret`
pub fn storage(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    each(subject, surroundings, |work, purpose, secret| {
        let SecretUse::Storage(provider) = purpose else {
            return None;
        };
        let account = at(work.spec, "/azblob/storageAccount").is_string();
        let has = |key: &str| has_key(secret, key);
        Some(missing_keys(provider, account, has).map(str::to_owned))
    })
}

/// `database-secret`: the operators read `password` (v1).
pub fn password(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    each(subject, surroundings, |_, purpose, secret| {
        (purpose == SecretUse::Password).then(|| missing_of(secret, &["password"]))
    })
}

/// `tls-secret`
pub fn certificate(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    each(subject, surroundings, |_, purpose, secret| {
        let keys = ["ca.crt", "tls.crt", "tls.key"];
        (purpose == SecretUse::Certificate).then(|| missing_of(secret, &keys))
    })
}

/// `image-pull-secret`: any key will do, since the kubelet reads two formats.
pub fn image_pull(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    each(subject, surroundings, |_, purpose, _| {
        (purpose == SecretUse::ImagePull).then_some(None)
    })
}

/// `env-secret`
pub fn variable(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    each(subject, surroundings, |_, purpose, secret| match purpose {
        SecretUse::Variable(key) => Some(missing_of(secret, &[key])),
        _ => None,
    })
}

/// Judges the Secrets of one purpose. `missing` returns nothing for other purposes, and then the keys that the Secret lacks, if it
/// lacks any.
fn each(
    subject: &CheckSubject<'_>,
    surroundings: &Surroundings,
    missing: impl Fn(&Work<'_>, SecretUse<'_>, &Value) -> Option<Option<String>>,
) -> Vec<Judgement> {
    let namespace = &subject.object.namespace;
    let mut judgements = Vec::new();
    for work in &subject.work {
        for secret in work.secrets() {
            let Some(found) = surroundings.secrets.get(secret.name) else {
                continue;
            };
            let document = match found {
                Ok(Found::Object(document)) => document,
                _ => &Value::Null,
            };
            let Some(missing) = missing(work, secret.purpose, document) else {
                continue;
            };
            let name = secret.name;
            let reference = Resource::SECRETS.reference(name);
            let fix = || setup(secret.purpose, name, namespace);
            judgements.push(match (found, missing) {
                (Err(error), _) => Judgement::unknown(reference, error),
                (Ok(Found::Object(_)), None) => {
                    Judgement::ok(reference, format!("Secret {name} has its keys"))
                }
                (Ok(Found::Object(_)), Some(keys)) => {
                    Judgement::critical(reference, format!("Secret {name} lacks {keys}"))
                        .hint(fix())
                }
                (Ok(Found::NotFound), _) => Judgement::critical(
                    reference,
                    format!("Secret {name} does not exist in namespace {namespace}"),
                )
                .hint(fix()),
                (Ok(Found::NotServed), _) => Judgement::unknown(
                    reference,
                    &Error::failed("the API server does not serve secrets"),
                ),
            });
        }
    }
    judgements
}

/// The command that makes the Secret.
fn setup(purpose: SecretUse<'_>, name: &str, namespace: &str) -> NextCommand {
    let plugin = |noun: &str| {
        NextCommand::plugin(&format!("setup secret {noun}"))
            .arg(name)
            .namespace(namespace)
    };
    match purpose {
        SecretUse::Storage(provider) => plugin(provider.key()),
        SecretUse::Password => plugin("tidb"),
        SecretUse::Certificate => plugin("tls")
            .flag("--cert", "tls.crt")
            .flag("--key", "tls.key")
            .flag("--ca", "ca.crt"),
        SecretUse::ImagePull => NextCommand::kubectl("create secret docker-registry")
            .arg(name)
            .namespace(namespace)
            .arg("--from-file=.dockerconfigjson=config.json"),
        SecretUse::Variable(key) => NextCommand::kubectl("create secret generic")
            .arg(name)
            .namespace(namespace)
            .arg(format!("--from-file={key}=FILE")),
    }
}

/// Whether a Secret has a key with a value. The value is not looked at.
fn has_key(secret: &Value, key: &str) -> bool {
    let value = at(secret, "/data").get(key).and_then(Value::as_str);
    value.is_some_and(|value| !value.is_empty())
}

fn missing_of(secret: &Value, keys: &[&str]) -> Option<String> {
    let missing: Vec<&str> = keys
        .iter()
        .copied()
        .filter(|key| !has_key(secret, key))
        .collect();
    (!missing.is_empty()).then(|| missing.join(" and "))
}

/// The keys that the Secret of a storage lacks, as a text. S3 needs both of its keys, GCS one, and Azure a shared key or the three
/// of Azure AD, and the name of the account unless the manifest has the name (`account`).
pub fn missing_keys(
    provider: Provider,
    account: bool,
    has: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let has_all = |keys: &[&str]| keys.iter().all(|key| has(key));
    match provider {
        Provider::S3 => match (has("access_key"), has("secret_key")) {
            (true, true) => None,
            (false, true) => Some("access_key"),
            (true, false) => Some("secret_key"),
            (false, false) => Some("access_key and secret_key"),
        },
        Provider::Gcs if !has("credentials") => Some("credentials"),
        Provider::Azblob
            if !has("AZURE_STORAGE_KEY")
                && !has_all(&["AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"]) =>
        {
            Some("AZURE_STORAGE_KEY, or AZURE_CLIENT_ID, AZURE_CLIENT_SECRET and AZURE_TENANT_ID")
        }
        Provider::Azblob if !account && !has("AZURE_STORAGE_ACCOUNT") => {
            Some("AZURE_STORAGE_ACCOUNT, and azblob.storageAccount is not set either")
        }
        Provider::Gcs | Provider::Azblob | Provider::Local => None,
    }
}
