//! From what the cluster holds to what is offered: documents in, choices out.

use serde_json::Value;

use crate::api::{Conditions, Operator};
use crate::manifest::storage::{Provider, StorageUrl};
use crate::time::{Tso, Zone};

/// The account that Pods run under when none is named: offered first, as the default.
const DEFAULT_ACCOUNT: &str = "tidb-backup-manager";

/// One answer that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How it is shown.
    pub label: String,
    /// The flags that it becomes, without those that were given already.
    pub flags: Vec<(&'static str, String)>,
}

impl Choice {
    /// An answer that stands for one flag and is shown as it is.
    pub fn plain(flag: &'static str, value: &str) -> Self {
        Self {
            label: value.to_owned(),
            flags: vec![(flag, value.to_owned())],
        }
    }
}

fn text<'a>(document: &'a Value, pointer: &str) -> &'a str {
    document
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// TiDB clusters: those of the namespace at hand first. One elsewhere brings its namespace, one of v1 or of one operator among
/// two its generation: a plain command line cannot know it.
pub fn clusters(found: &[(Operator, Value)], namespace: &str, both: bool) -> Vec<Choice> {
    let mut found: Vec<&(Operator, Value)> = found.iter().collect();
    found.sort_by_key(|(_, cluster)| {
        let there = text(cluster, "/metadata/namespace");
        (there != namespace, there, text(cluster, "/metadata/name"))
    });
    let choice = |(operator, cluster): &(Operator, Value)| {
        let (there, name) = (
            text(cluster, "/metadata/namespace"),
            text(cluster, "/metadata/name"),
        );
        let mut flags = vec![("cluster", name.to_owned())];
        let mut label = format!("{name} ({operator}");
        if there != namespace {
            label.push_str(&format!(", namespace {there}"));
            flags.push(("namespace", there.to_owned()));
        }
        if both || *operator == Operator::V1 {
            flags.push(("operator", operator.to_string()));
        }
        label.push(')');
        Choice { label, flags }
    };
    found.into_iter().map(choice).collect()
}

/// Objects that are offered by name.
fn names(flag: &'static str, found: &[Value]) -> Vec<Choice> {
    let mut names: Vec<&str> = found
        .iter()
        .map(|object| text(object, "/metadata/name"))
        .collect();
    names.sort_unstable();
    names
        .into_iter()
        .map(|name| Choice::plain(flag, name))
        .collect()
}

/// Secrets whose keys are the right ones.
pub fn secrets(
    flag: &'static str,
    found: &[Value],
    fits: impl Fn(&dyn Fn(&str) -> bool) -> bool,
) -> Vec<Choice> {
    let fitting: Vec<Value> = found
        .iter()
        .filter(|secret| {
            fits(&|key| {
                secret
                    .pointer("/data")
                    .is_some_and(|data| data.get(key).is_some())
            })
        })
        .cloned()
        .collect();
    names(flag, &fitting)
}

/// ServiceAccounts but for the operator's default, which is what no answer means.
pub fn accounts(found: &[Value]) -> Vec<Choice> {
    let mut choices = names("service-account", found);
    choices.retain(|choice| choice.label != DEFAULT_ACCOUNT);
    choices
}

/// PersistentVolumeClaims.
pub fn claims(found: &[Value]) -> Vec<Choice> {
    names("local-pvc", found)
}

/// The storage of Backups, newest first, each once, with the settings and the Secret that they use.
pub fn storages(backups: &[Value]) -> Vec<Choice> {
    let mut backups: Vec<&Value> = backups.iter().collect();
    backups.sort_by_key(|backup| text(backup, "/metadata/creationTimestamp"));
    let mut choices: Vec<Choice> = Vec::new();
    for backup in backups.into_iter().rev() {
        let spec = &backup["spec"];
        // A log backup's directory must not hold snapshots.
        if text(spec, "/backupMode") == "log" {
            continue;
        }
        let Some(url) = StorageUrl::in_full(spec) else {
            continue;
        };
        let choice = storage(url, spec, text(backup, "/metadata/name"));
        if !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    choices
}

fn storage(url: StorageUrl, spec: &Value, backup: &str) -> Choice {
    let provider = url.provider;
    let fields = &spec[provider.key()];
    let mut url = StorageUrl {
        path: beside(&url.path, backup),
        ..url
    };
    // The default need not be said.
    url.parameters
        .retain(|(field, value)| (*field, value.as_str()) != ("provider", "aws"));
    let mut flags = vec![("storage", url.to_string())];
    let mut also = |flag, pointer: &str| {
        let value = text(fields, pointer);
        if !value.is_empty() {
            flags.push((flag, value.to_owned()));
        }
    };
    also("storage-secret", "/secretName");
    if provider == Provider::Local {
        also("local-pvc", "/volume/persistentVolumeClaim/claimName");
        also("local-mount-path", "/volumeMount/mountPath");
        also("local-volume-name", "/volumeMount/name");
        let export = fields
            .pointer("/volume/nfs")
            .map(|nfs| format!("{}:{}", text(nfs, "/server"), text(nfs, "/path")));
        flags.extend(export.map(|export| ("local-nfs", export)));
    }
    let options = fields.get("options").and_then(Value::as_array);
    for option in options.into_iter().flatten().filter_map(Value::as_str) {
        flags.push(("s3-option", option.to_owned()));
    }
    let secret = match text(fields, "/secretName") {
        "" => String::new(),
        name => format!(" (Secret {name})"),
    };
    Choice {
        label: format!("{url}{secret}"),
        flags,
    }
}

/// Complete backups, the newest data first.
pub fn backups(found: &[Value], zone: Zone) -> Vec<Choice> {
    let commit = |backup: &Value| Tso::parse(text(backup, "/status/commitTs"));
    let mut complete: Vec<&Value> = found
        .iter()
        .filter(|backup| {
            Conditions::of_object(backup).is_true("Complete")
                && text(backup, "/spec/backupMode") != "log"
                && backup.pointer("/metadata/deletionTimestamp").is_none()
        })
        .collect();
    complete.sort_by_key(|backup| std::cmp::Reverse(commit(backup)));
    let choice = |backup: &&Value| {
        let name = text(backup, "/metadata/name");
        let spec = &backup["spec"];
        let dump = spec.get("br").is_none();
        let time = commit(backup)
            .and_then(Tso::time)
            .map(|time| zone.show(time));
        let of = match (dump, text(spec, "/br/cluster"), text(spec, "/from/host")) {
            (true, _, host) => format!("dump of {host}"),
            (false, cluster, _) => cluster.to_owned(),
        };
        let mut flags = vec![("from-backup", name.to_owned())];
        if dump {
            flags.push(("method", "lightning".to_owned()));
        }
        Choice {
            label: format!(
                "{name}: {of}, {}",
                time.as_deref().unwrap_or("no commit time")
            ),
            flags,
        }
    };
    complete.iter().map(choice).collect()
}

/// A directory beside that of `backup`: two backups must not share one.
fn beside(path: &str, backup: &str) -> String {
    let (parent, last) = path.rsplit_once('/').unwrap_or(("", path));
    let dated = last.chars().filter(char::is_ascii_digit).count() >= 8;
    let own = last == backup || last.contains(backup) || dated;
    match (own, parent, path) {
        (true, "", _) | (false, _, "") => "{name}".to_owned(),
        (true, parent, _) => format!("{parent}/{{name}}"),
        (false, _, path) => format!("{path}/{{name}}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use serde_json::json;

    #[test]
    fn a_backup_gets_a_directory_beside_the_others() {
        let rows = [
            ("", "{name}"),
            ("nightly", "{name}"),
            ("backups", "backups/{name}"),
            ("backups/basic", "backups/basic/{name}"),
            ("backups/nightly", "backups/{name}"),
            ("backups/x-nightly-2", "backups/{name}"),
            ("b/basic-pd.tidb-2379-2026-01-02t03-04-05", "b/{name}"),
        ];
        for (path, expected) in rows {
            assert_eq!(beside(path, "nightly"), expected, "{path}");
        }
    }

    #[test]
    fn storage_used_before_comes_with_all_its_settings() {
        let backup = |name: &str, at: &str, spec: Value| json!({"metadata": {"name": name, "creationTimestamp": at}, "spec": spec});
        let s3 = json!({"provider": "ceph", "endpoint": "http://m:9000", "bucket": "b", "prefix": "p",
            "secretName": "keys", "options": ["--x=1"]});
        let volume = json!({"name": "data", "persistentVolumeClaim": {"claimName": "claim"}});
        let local = json!({"volume": volume, "prefix": "p", "volumeMount": {"name": "data", "mountPath": "/mnt/a"}});
        let found = [
            backup("one", "2026-01-01T00:00:00Z", json!({"s3": s3})),
            backup("two", "2026-01-02T00:00:00Z", json!({"s3": s3})),
            backup(
                "log",
                "2026-01-03T00:00:00Z",
                json!({"backupMode": "log", "s3": s3}),
            ),
            backup("old", "2025-01-01T00:00:00Z", json!({"local": local})),
            backup("none", "2025-01-01T00:00:00Z", json!({})),
        ];
        let given: Vec<String> = storages(&found)
            .iter()
            .map(|choice| {
                let flags = choice.flags.iter();
                let flags: Vec<String> = flags
                    .map(|(flag, value)| format!("{flag} {value}"))
                    .collect();
                flags.join("; ")
            })
            .collect();
        assert_eq!(
            given,
            [
                "storage s3://b/p/{name}?endpoint=http%3A%2F%2Fm%3A9000&provider=ceph; storage-secret keys; s3-option --x=1",
                "storage local:///mnt/a/p/{name}; local-pvc claim; local-mount-path /mnt/a; local-volume-name data",
            ]
        );
    }

    #[test]
    fn only_what_is_complete_can_be_restored() {
        let backup = |name: &str, kind: &str, spec: Value, tso: &str| {
            json!({"metadata": {"name": name}, "spec": spec,
                "status": {"commitTs": tso, "conditions": [{"type": kind, "status": "True"}]}})
        };
        let br = json!({"br": {"cluster": "basic"}});
        let mut going = backup("going", "Complete", br.clone(), "436569119308644661");
        going["metadata"]["deletionTimestamp"] = json!("2026-01-01T00:00:00Z");
        let found = [
            backup("old", "Complete", br.clone(), "436569119308644661"),
            backup("new", "Complete", br.clone(), "446569119308644661"),
            backup("bad", "Failed", br.clone(), "446569119308644661"),
            backup(
                "log",
                "Complete",
                json!({"backupMode": "log", "br": {}}),
                "446569119308644661",
            ),
            backup("dump", "Complete", json!({"from": {"host": "h"}}), ""),
            going,
        ];
        let choices = backups(&found, Zone::Utc);
        let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "new: basic, 2023-12-25T17:39:58Z",
                "old: basic, 2022-10-10T05:17:05Z",
                "dump: dump of h, no commit time",
            ]
        );
        assert_eq!(choices[2].flags[1], ("method", "lightning".to_owned()));
    }

    #[test]
    fn clusters_bring_what_a_plain_command_line_cannot_know() {
        let cluster = |operator, namespace: &str, name: &str| {
            (
                operator,
                json!({"metadata": {"namespace": namespace, "name": name}}),
            )
        };
        let found = [
            cluster(Operator::V2, "elsewhere", "a"),
            cluster(Operator::V2, "here", "b"),
            cluster(Operator::V1, "here", "c"),
        ];
        let flags = |both| -> Vec<String> {
            clusters(&found, "here", both)
                .iter()
                .map(|choice| {
                    let flags: Vec<String> = choice
                        .flags
                        .iter()
                        .map(|(flag, value)| format!("--{flag} {value}"))
                        .collect();
                    format!("{} {}", choice.label, flags.join(" "))
                })
                .collect()
        };
        assert_eq!(
            flags(false),
            [
                "b (v2) --cluster b",
                "c (v1) --cluster c --operator v1",
                "a (v2, namespace elsewhere) --cluster a --namespace elsewhere",
            ]
        );
        assert!(
            flags(true)
                .iter()
                .all(|choice| choice.contains("--operator v"))
        );
    }

    #[test]
    fn secrets_are_known_by_their_keys() {
        let secret = |name: &str, data: Value| json!({"metadata": {"name": name}, "data": data});
        let found = [
            secret("right", json!({"access_key": null, "secret_key": null})),
            secret("half", json!({"access_key": null})),
            json!({"metadata": {"name": "empty"}}),
        ];
        let fits = |has: &dyn Fn(&str) -> bool| has("access_key") && has("secret_key");
        assert_eq!(
            secrets("storage-secret", &found, fits),
            [Choice::plain("storage-secret", "right")]
        );
    }
}
