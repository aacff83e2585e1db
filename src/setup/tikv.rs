//! What TiKV and TiFlash need to reach the storage, since they write and read the data themselves: the same environment, account,
//! annotation or volume as the job. v1 has fields for these in the TidbCluster; v2 has an overlay for the Pods of a group.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::api::document::put;
use crate::manifest::path::FieldPath;
use crate::{Error, NextCommand, Result};

/// The annotation in which kube2iam looks for the IAM role of a Pod.
const IAM_ROLE: &str = "iam.amazonaws.com/role";
/// The path at which the job has the key file of a Google account; TiKV gets the same path.
const GCS_MOUNT: &str = "/gcs";
const GCS_VOLUME: &str = "gcs-credentials";

/// What TiKV is given.
#[derive(Debug, Clone, PartialEq)]
pub enum Grant {
    /// The keys of a Secret.
    Secret {
        /// The Secret.
        name: String,
        /// How its keys reach the process.
        keys: SecretKeys,
    },
    /// A ServiceAccount to run under; `None` removes the one that is set.
    ServiceAccount(Option<String>),
    /// An IAM role, as an annotation of the Pods; `None` removes the one that is set.
    IamRole(Option<String>),
    /// A volume, mounted at the path at which the job mounts it.
    Volume {
        /// A core `Volume`.
        volume: Value,
        /// Its core `VolumeMount`.
        mount: Value,
    },
}

/// How the keys of a Secret reach a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretKeys {
    /// As variables of the environment: the variable, and its key in the Secret.
    Variables(Vec<(&'static str, &'static str)>),
    /// As the file of a Google account.
    GoogleFile,
}

/// Finds out which storage the keys of a Secret are for. A Secret with both kinds of Azure keys counts as Azure AD, as for the operators.
/// The values are not read.
///
/// # Errors
/// Failed when the Secret matches no provider, with the keys that it has.
pub fn secret_keys(name: &str, keys: &BTreeSet<String>) -> Result<SecretKeys> {
    let has = |wanted: &[&str]| wanted.iter().all(|key| keys.contains(*key));
    let s3 = [
        ("AWS_ACCESS_KEY_ID", "access_key"),
        ("AWS_SECRET_ACCESS_KEY", "secret_key"),
    ];
    let azure_ad = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET"];
    let azure = |names: &[&'static str]| {
        let account = ["AZURE_STORAGE_ACCOUNT"];
        let account = account.into_iter().filter(|name| keys.contains(*name));
        let all = account.chain(names.iter().copied());
        Ok(SecretKeys::Variables(
            all.map(|name| (name, name)).collect(),
        ))
    };
    if has(&["access_key", "secret_key"]) {
        return Ok(SecretKeys::Variables(s3.to_vec()));
    }
    if has(&["credentials"]) {
        return Ok(SecretKeys::GoogleFile);
    }
    if has(&azure_ad) {
        return azure(&azure_ad);
    }
    if has(&["AZURE_STORAGE_KEY"]) {
        return azure(&["AZURE_STORAGE_KEY"]);
    }
    let found = match keys.is_empty() {
        true => "nothing".to_owned(),
        false => keys.iter().cloned().collect::<Vec<_>>().join(", "),
    };
    Err(Error::failed(format!(
        "secret/{name} matches no storage provider: expected access_key and secret_key, credentials, AZURE_STORAGE_KEY, or AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET; it holds {found}"
    ))
    .hint(NextCommand::plugin("setup secret --help").local()))
}

/// A component and where its Pods are described.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PodTemplate {
    /// `spec.<component>` of a TidbCluster.
    V1(&'static str),
    /// The overlay of a group; the name is that of the main container.
    V2(&'static str),
}

impl PodTemplate {
    fn field(self, v1: &str, v2: &str) -> Result<FieldPath> {
        match self {
            PodTemplate::V1(component) => format!("spec.{component}.{v1}").parse(),
            PodTemplate::V2(_) => format!("spec.template.spec.overlay.pod.{v2}").parse(),
        }
    }

    /// Whether the Pods take over the grant without a restart: a v2 group changes annotations in place.
    pub fn in_place(self, grant: &Grant) -> bool {
        matches!((self, grant), (PodTemplate::V2(_), Grant::IamRole(_)))
    }

    /// Returns the document of the cluster or group with the grant in it. Everything else in the document stays.
    ///
    /// # Errors
    /// Usage, when a field of the document has another type than the schema says.
    pub fn with(self, document: &Value, grant: &Grant) -> Result<Value> {
        let mut document = document.clone();
        match grant {
            Grant::ServiceAccount(name) => {
                let field = self.field("serviceAccount", "spec.serviceAccountName")?;
                field.set(&mut document, json!(name))?;
            }
            Grant::IamRole(arn) => {
                let field = self.field("annotations", "metadata.annotations")?;
                let mut annotations = match field.get(&document) {
                    Some(Value::Object(keys)) => keys.clone(),
                    _ => Map::new(),
                };
                match arn {
                    Some(arn) => annotations.insert(IAM_ROLE.to_owned(), json!(arn)),
                    None => annotations.remove(IAM_ROLE),
                };
                if !annotations.is_empty() || field.get(&document).is_some() {
                    field.set(&mut document, Value::Object(annotations))?;
                }
            }
            Grant::Volume { volume, mount } => {
                self.add_volume(&mut document, volume, mount)?;
            }
            Grant::Secret { name, keys } => self.add_secret(&mut document, name, keys)?,
        }
        Ok(document)
    }

    fn add_secret(self, document: &mut Value, secret: &str, keys: &SecretKeys) -> Result<()> {
        match keys {
            SecretKeys::Variables(variables) => {
                let variable = |(name, key): &(&str, &str)| json!({"name": name, "valueFrom": {"secretKeyRef": {"name": secret, "key": key}}});
                self.add_in_container(document, "env", variables.iter().map(variable).collect())
            }
            SecretKeys::GoogleFile => {
                let path = format!("{GCS_MOUNT}/credentials");
                let variable = json!({"name": "GOOGLE_APPLICATION_CREDENTIALS", "value": path});
                let volume = json!({"name": GCS_VOLUME, "secret": {"secretName": secret}});
                let mount = json!({"name": GCS_VOLUME, "mountPath": GCS_MOUNT, "readOnly": true});
                self.add_in_container(document, "env", vec![variable])?;
                self.add_volume(document, &volume, &mount)
            }
        }
    }

    fn add_volume(self, document: &mut Value, volume: &Value, mount: &Value) -> Result<()> {
        let field = self.field("additionalVolumes", "spec.volumes")?;
        let mut volumes = list(field.get(document));
        put_named(&mut volumes, volume.clone());
        field.set(document, Value::Array(volumes))?;
        let mounts = match self {
            PodTemplate::V1(_) => "additionalVolumeMounts",
            PodTemplate::V2(_) => "volumeMounts",
        };
        self.add_in_container(document, mounts, vec![mount.clone()])
    }

    /// Adds named items to a list of the main container. v1 keeps such lists in the component itself.
    fn add_in_container(self, document: &mut Value, key: &str, items: Vec<Value>) -> Result<()> {
        match self {
            PodTemplate::V1(_) => {
                let field = self.field(key, "")?;
                let merged = merged(field.get(document), items);
                field.set(document, merged)
            }
            PodTemplate::V2(name) => {
                let field = self.field("", "spec.containers")?;
                let mut containers = list(field.get(document));
                let named = |container: &&Value| container.get("name") == Some(&json!(name));
                let mut container = match containers.iter().find(named) {
                    Some(container) => container.clone(),
                    None => json!({"name": name}),
                };
                let merged = merged(container.get(key), items);
                put(&mut container, key, merged);
                put_named(&mut containers, container);
                field.set(document, Value::Array(containers))
            }
        }
    }
}

fn list(value: Option<&Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items.clone(),
        _ => Vec::new(),
    }
}

fn merged(before: Option<&Value>, items: Vec<Value>) -> Value {
    let mut all = list(before);
    for item in items {
        put_named(&mut all, item);
    }
    Value::Array(all)
}

/// Replaces the item of the same name, or appends the item.
fn put_named(items: &mut Vec<Value>, item: Value) {
    match items
        .iter_mut()
        .find(|old| old.get("name") == item.get("name"))
    {
        Some(old) => *old = item,
        None => items.push(item),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::api::merge_patch;

    fn secret(name: &str, keys: &[&str]) -> Grant {
        let keys: BTreeSet<String> = keys.iter().map(ToString::to_string).collect();
        Grant::Secret {
            name: name.to_owned(),
            keys: secret_keys(name, &keys).unwrap(),
        }
    }

    fn from_secret(variable: &str, secret: &str, key: &str) -> Value {
        json!({"name": variable, "valueFrom": {"secretKeyRef": {"name": secret, "key": key}}})
    }

    /// The patch for each grant, for a component that has none yet.
    #[test]
    fn patches() {
        let aws = || {
            json!([
                from_secret("AWS_ACCESS_KEY_ID", "s3-secret", "access_key"),
                from_secret("AWS_SECRET_ACCESS_KEY", "s3-secret", "secret_key")
            ])
        };
        let volume = json!({"name": "backup", "nfs": {"server": "nfs", "path": "/b"}});
        let mount = json!({"name": "backup", "mountPath": "/nfs"});
        let v2 = |pod: Value| json!({"spec": {"template": {"spec": {"overlay": {"pod": pod}}}}});
        let rows = [
            (
                PodTemplate::V1("tikv"),
                secret("s3-secret", &["access_key", "secret_key"]),
                json!({"spec": {"tikv": {"env": aws()}}}),
            ),
            (
                PodTemplate::V2("tikv"),
                secret("s3-secret", &["access_key", "secret_key"]),
                v2(json!({"spec": {"containers": [{"name": "tikv", "env": aws()}]}})),
            ),
            (
                PodTemplate::V1("tiflash"),
                Grant::ServiceAccount(Some("a".to_owned())),
                json!({"spec": {"tiflash": {"serviceAccount": "a"}}}),
            ),
            (
                PodTemplate::V2("tiflash"),
                Grant::ServiceAccount(Some("a".to_owned())),
                v2(json!({"spec": {"serviceAccountName": "a"}})),
            ),
            (
                PodTemplate::V1("tikv"),
                Grant::IamRole(Some("arn".to_owned())),
                json!({"spec": {"tikv": {"annotations": {"iam.amazonaws.com/role": "arn"}}}}),
            ),
            (
                PodTemplate::V2("tikv"),
                Grant::IamRole(Some("arn".to_owned())),
                v2(json!({"metadata": {"annotations": {"iam.amazonaws.com/role": "arn"}}})),
            ),
            (
                PodTemplate::V1("tikv"),
                Grant::Volume {
                    volume: volume.clone(),
                    mount: mount.clone(),
                },
                json!({"spec": {"tikv": {"additionalVolumes": [volume], "additionalVolumeMounts": [mount]}}}),
            ),
            (
                PodTemplate::V2("tikv"),
                Grant::Volume {
                    volume: volume.clone(),
                    mount: mount.clone(),
                },
                v2(
                    json!({"spec": {"volumes": [volume], "containers": [{"name": "tikv", "volumeMounts": [mount]}]}}),
                ),
            ),
            (
                PodTemplate::V2("tikv"),
                secret("gcs", &["credentials"]),
                v2(json!({"spec": {
                    "volumes": [{"name": "gcs-credentials", "secret": {"secretName": "gcs"}}],
                    "containers": [{
                        "name": "tikv",
                        "env": [{"name": "GOOGLE_APPLICATION_CREDENTIALS", "value": "/gcs/credentials"}],
                        "volumeMounts": [{"name": "gcs-credentials", "mountPath": "/gcs", "readOnly": true}],
                    }],
                }})),
            ),
        ];
        let before = json!({"spec": {"cluster": {"name": "basic"}, "tikv": {}, "tiflash": {}}});
        for (place, grant, expected) in rows {
            let after = place.with(&before, &grant).unwrap();
            assert_eq!(
                merge_patch::between(&before, &after),
                Some(expected),
                "{place:?}"
            );
            // A second run has nothing to do.
            let again = place.with(&after, &grant).unwrap();
            assert_eq!(merge_patch::between(&after, &again), None, "{place:?}");
        }
    }

    /// Other items of a list stay, in their order.
    #[test]
    fn neighbours_stay() {
        let other = json!({"name": "TZ", "value": "UTC"});
        let old = json!({"name": "AWS_ACCESS_KEY_ID", "value": "old"});
        let before = json!({"spec": {"template": {"spec": {"overlay": {"pod": {"spec": {
            "containers": [{"name": "log", "image": "i"}, {"name": "tikv", "env": [old, other]}],
        }}}}}}});
        let grant = secret("s", &["access_key", "secret_key", "more"]);
        let after = PodTemplate::V2("tikv").with(&before, &grant).unwrap();
        let containers = after.pointer("/spec/template/spec/overlay/pod/spec/containers");
        let expected = json!([
            {"name": "log", "image": "i"},
            {"name": "tikv", "env": [
                from_secret("AWS_ACCESS_KEY_ID", "s", "access_key"),
                other,
                from_secret("AWS_SECRET_ACCESS_KEY", "s", "secret_key"),
            ]},
        ]);
        assert_eq!(containers, Some(&expected));
    }

    #[test]
    fn which_storage_a_secret_is_for() {
        let variables = |names: &[&'static str]| {
            let same = names.iter().map(|name| (*name, *name));
            Some(SecretKeys::Variables(same.collect()))
        };
        let rows: [(&[&str], Option<SecretKeys>); 6] = [
            (&["credentials"], Some(SecretKeys::GoogleFile)),
            (
                &["AZURE_STORAGE_ACCOUNT", "AZURE_STORAGE_KEY"],
                variables(&["AZURE_STORAGE_ACCOUNT", "AZURE_STORAGE_KEY"]),
            ),
            (
                &[
                    "AZURE_STORAGE_KEY",
                    "AZURE_CLIENT_ID",
                    "AZURE_TENANT_ID",
                    "AZURE_CLIENT_SECRET",
                ],
                variables(&["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET"]),
            ),
            (&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], None),
            (&["access_key"], None),
            (&[], None),
        ];
        for (keys, expected) in rows {
            let set = keys.iter().map(ToString::to_string).collect();
            assert_eq!(secret_keys("s", &set).ok(), expected, "{keys:?}");
        }
    }

    #[test]
    fn only_v2_annotations_change_in_place() {
        let role = Grant::IamRole(Some("arn".to_owned()));
        let account = Grant::ServiceAccount(Some("a".to_owned()));
        assert!(PodTemplate::V2("tikv").in_place(&role));
        assert!(!PodTemplate::V1("tikv").in_place(&role));
        assert!(!PodTemplate::V2("tikv").in_place(&account));
    }
}
