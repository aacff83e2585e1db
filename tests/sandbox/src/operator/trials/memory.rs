//! A small object store with the rules of the API server that the plays depend on: status subresource, generation, defaults, enum and
//! CEL of the CRDs, the pattern of a condition's reason, finalizers.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::cache::Objects;
use super::super::dialect::Dialect;
use super::super::document::{ObjectKey, as_map, deleting, has, list, map, stamp, text};
use super::super::live::{Trouble, with_finalizer};
use super::super::observe::{Change, ObjectKind};
use super::super::{restore_status, status};

/// The store, and a record of what was written.
pub struct Memory {
    dialect: Dialect,
    pub backups: Objects,
    pub jobs: Objects,
    /// Schedules, compactions and Restores.
    pub kept: BTreeMap<(ObjectKind, ObjectKey), Value>,
    pub pods: Objects,
    /// Events on the operator's own objects.
    pub events: Vec<String>,
    /// What the containers wrote.
    pub logs: Vec<String>,
    /// Events on Jobs and Pods.
    pub pod_events: Vec<String>,
    /// Phases of each Backup in the order in which they were written, without repetitions in a row.
    pub phases: Vec<(String, String)>,
    /// Refusals by the API server.
    pub refusals: Vec<String>,
    /// The names of all Jobs that were created, one entry for each creation.
    pub created_jobs: Vec<String>,
    revision: u64,
}

impl Memory {
    pub fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            backups: Objects::new(),
            jobs: Objects::new(),
            kept: BTreeMap::new(),
            pods: Objects::new(),
            events: Vec::new(),
            logs: Vec::new(),
            pod_events: Vec::new(),
            phases: Vec::new(),
            refusals: Vec::new(),
            created_jobs: Vec::new(),
            revision: 0,
        }
    }

    pub fn next_revision(&mut self) -> String {
        self.revision += 1;
        self.revision.to_string()
    }

    /// A create by the user.
    pub fn create(&mut self, backup: &Value, now: DateTime<Utc>) -> Result<Change, Trouble> {
        let mut backup = backup.clone();
        self.check(&backup)?;
        defaults(self.dialect, &mut backup);
        if self.dialect == Dialect::V2 {
            as_map(&mut backup).remove("status");
        }
        let revision = self.next_revision();
        let metadata = map(as_map(&mut backup), "metadata");
        metadata.insert("uid".into(), json!(format!("uid-{revision}")));
        metadata.insert("resourceVersion".into(), json!(revision));
        metadata.insert("generation".into(), json!(1));
        metadata.insert("creationTimestamp".into(), stamp(now));
        self.backups
            .insert(ObjectKey::from_object(&backup), backup.clone());
        Ok(Change::Seen(ObjectKind::Backup, backup))
    }

    /// A merge patch by the user, of the object or of its status subresource.
    pub fn patch(
        &mut self,
        key: &ObjectKey,
        patch: &Value,
        subresource: bool,
    ) -> Result<Change, Trouble> {
        let mut patched = self.backups.get(key).cloned().ok_or(Trouble::Missing)?;
        merge(&mut patched, patch);
        self.put(patched, subresource)
    }

    /// A delete by the user.
    pub fn delete(&mut self, key: &ObjectKey, now: DateTime<Utc>) -> Option<Change> {
        let held = self.backups.get(key)?.clone();
        if list(&held, "/metadata/finalizers").is_empty() {
            self.backups.remove(key);
            return Some(Change::Gone(ObjectKind::Backup, key.clone()));
        }
        let mut held = held;
        let revision = self.next_revision();
        let metadata = map(as_map(&mut held), "metadata");
        metadata.entry("deletionTimestamp").or_insert(stamp(now));
        metadata.insert("resourceVersion".into(), json!(revision));
        self.backups.insert(key.clone(), held.clone());
        Some(Change::Seen(ObjectKind::Backup, held))
    }

    /// A request of the stand-in.
    pub fn perform(&mut self, action: &Action, now: DateTime<Utc>) -> Result<Vec<Change>, Trouble> {
        match action {
            Action::Status { backup, update, .. } => {
                let held = self.backups.get(backup).ok_or(Trouble::Missing)?;
                let Some(changed) = status::apply(self.dialect, held, update, now) else {
                    return Ok(Vec::new());
                };
                match self.dialect {
                    Dialect::V2 => self.put(changed, true),
                    _ => self.put(status::go_form(&changed), false),
                }
                .map(|change| vec![change])
            }
            Action::Report {
                restore, report, ..
            } => {
                let held = self.kept.get(&(ObjectKind::Restore, restore.clone()));
                let held = held.ok_or(Trouble::Missing)?;
                let Some(mut changed) = restore_status::apply(self.dialect, held, report, now)
                else {
                    return Ok(Vec::new());
                };
                if self.dialect != Dialect::V2 {
                    changed = restore_status::go_form(&changed);
                }
                Ok(vec![self.put_kept(ObjectKind::Restore, changed)])
            }
            Action::Finalizer {
                kind: ObjectKind::Backup,
                object,
                name,
                present,
            } => {
                let held = self.backups.get(object).ok_or(Trouble::Missing)?;
                let changed = with_finalizer(ObjectKind::Backup, held, name, *present);
                self.put(changed, false).map(|change| vec![change])
            }
            Action::Finalizer {
                kind,
                object,
                name,
                present,
            } => {
                let held = self.kept.get(&(*kind, object.clone()));
                let held = held.ok_or(Trouble::Missing)?;
                let changed = with_finalizer(*kind, held, name, *present);
                Ok(vec![self.put_kept(*kind, changed)])
            }
            Action::CreatePod(pod) => {
                self.pods.insert(ObjectKey::from_object(pod), pod.clone());
                Ok(Vec::new())
            }
            Action::PodStatus { pod, status } => {
                if let Some(held) = self.pods.get_mut(pod) {
                    as_map(held).insert("status".into(), status.clone());
                }
                Ok(Vec::new())
            }
            Action::Log { lines, .. } => {
                self.logs.extend(lines.iter().cloned());
                Ok(Vec::new())
            }
            Action::DeletePods(job) => {
                self.delete_pods(job);
                Ok(Vec::new())
            }
            Action::CreateJob(job) => {
                let mut job = job.clone();
                let revision = self.next_revision();
                let metadata = map(as_map(&mut job), "metadata");
                metadata.insert("uid".into(), json!(format!("uid-{revision}")));
                metadata.insert("resourceVersion".into(), json!(revision));
                self.created_jobs.push(ObjectKey::from_object(&job).name);
                self.jobs.insert(ObjectKey::from_object(&job), job.clone());
                Ok(vec![Change::Seen(ObjectKind::Job, job)])
            }
            Action::DeleteJob(job) | Action::ReleaseJob(job) => {
                self.jobs.remove(job);
                self.delete_pods(job);
                Ok(vec![Change::Gone(ObjectKind::Job, job.clone())])
            }
            Action::JobStatus { job, status } => {
                let mut held = self.jobs.get(job).cloned().ok_or(Trouble::Missing)?;
                let revision = self.next_revision();
                as_map(&mut held).insert("status".into(), status.clone());
                map(as_map(&mut held), "metadata")
                    .insert("resourceVersion".into(), json!(revision));
                self.jobs.insert(job.clone(), held.clone());
                Ok(vec![Change::Seen(ObjectKind::Job, held)])
            }
            Action::Create(ObjectKind::Backup, object) => {
                if self.backups.contains_key(&ObjectKey::from_object(object)) {
                    return Err(Trouble::Conflict);
                }
                self.create(object, now).map(|change| vec![change])
            }
            Action::Create(kind, object) => self
                .create_kept(*kind, object, now)
                .map(|change| vec![change]),
            Action::Delete(ObjectKind::Backup, key) => {
                Ok(self.delete(key, now).into_iter().collect())
            }
            Action::Delete(kind, key) => {
                Ok(self.delete_kept(*kind, key, now).into_iter().collect())
            }
            Action::Merge(ObjectKind::Backup, key, patch) => {
                self.patch(key, patch, false).map(|change| vec![change])
            }
            Action::Merge(kind, key, patch) => self
                .patch_kept(*kind, key, patch)
                .map(|change| vec![change]),
            Action::Event {
                kind,
                normal,
                reason,
                message,
                ..
            } => {
                let events = match kind {
                    ObjectKind::Job | ObjectKind::Pod => &mut self.pod_events,
                    _ => &mut self.events,
                };
                let kind = if *normal { "Normal" } else { "Warning" };
                events.push(format!("{kind} {reason} {message}"));
                Ok(Vec::new())
            }
        }
    }

    /// A PUT of the object (status ignored where it is a subresource), or of the subresource.
    fn put(&mut self, mut new: Value, subresource: bool) -> Result<Change, Trouble> {
        let key = ObjectKey::from_object(&new);
        let held = self.backups.get(&key).ok_or(Trouble::Missing)?.clone();
        if self.dialect == Dialect::V2 {
            let kept = if subresource { "spec" } else { "status" };
            keep(&mut new, &held, kept);
        }
        defaults(self.dialect, &mut new);
        self.check(&new)?;
        let counted = |object: &Value| match self.dialect {
            Dialect::V2 => json!([object.get("spec")]),
            // Without a subresource the generation counts status writes too.
            _ => json!([object.get("spec"), object.get("status")]),
        };
        let moved = counted(&new) != counted(&held);
        let revision = self.next_revision();
        let generation = held["metadata"]["generation"].as_u64().unwrap_or_default();
        let metadata = map(as_map(&mut new), "metadata");
        metadata.insert("resourceVersion".into(), json!(revision));
        metadata.insert("generation".into(), json!(generation + u64::from(moved)));
        self.note_phase(&key, &new);
        if deleting(&new) && list(&new, "/metadata/finalizers").is_empty() {
            self.backups.remove(&key);
            return Ok(Change::Gone(ObjectKind::Backup, key));
        }
        self.backups.insert(key, new.clone());
        Ok(Change::Seen(ObjectKind::Backup, new))
    }

    pub fn note_phase(&mut self, key: &ObjectKey, object: &Value) {
        let phase = text(object, "/status/phase");
        let last = self.phases.iter().rev().find(|(name, _)| *name == key.name);
        if !phase.is_empty() && last.is_none_or(|(_, last)| last != phase) {
            self.phases.push((key.name.clone(), phase.to_owned()));
        }
    }

    /// The checks of the CRDs.
    fn check(&mut self, object: &Value) -> Result<(), Trouble> {
        let command = text(object, "/spec/logSubcommand");
        if self.dialect == Dialect::V1 && ["log-resume", "log-truncate"].contains(&command) {
            let supported = r#"supported values: "log-start", "log-stop", "log-pause""#;
            return self.refuse(format!("Unsupported value: {command:?}: {supported}"));
        }
        if !command.is_empty() && has(object, "/spec/logStop") {
            let rule =
                "Field `logStop` is the old version field, please use `logSubcommand` instead";
            return self.refuse(rule.to_owned());
        }
        if self.dialect == Dialect::V2 {
            for (path, condition) in conditions(object) {
                let reason = text(condition, "/reason");
                let legal = |c: char| c.is_ascii_alphanumeric() || "_,:".contains(c);
                if reason.is_empty() || !reason.chars().all(legal) {
                    return self.refuse(format!("{path}.reason: Invalid value: {reason:?}"));
                }
            }
        }
        Ok(())
    }

    fn delete_pods(&mut self, job: &ObjectKey) {
        self.pods.retain(|key, pod| {
            key.namespace != job.namespace || text(pod, "/metadata/labels/job-name") != job.name
        });
    }

    fn refuse(&mut self, why: String) -> Result<(), Trouble> {
        self.refusals.push(why.clone());
        Err(Trouble::Refused(why))
    }
}

/// All conditions of a status, with their paths.
fn conditions(object: &Value) -> Vec<(String, &Value)> {
    let entries = object
        .pointer("/status/logSubCommandStatuses")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, entry)| (format!("status.logSubCommandStatuses.{name}"), entry));
    let whole = object
        .get("status")
        .map(|status| ("status".to_owned(), status));
    entries
        .chain(whole)
        .flat_map(|(path, holder)| {
            let named = move |(at, condition)| (format!("{path}.conditions[{at}]"), condition);
            list(holder, "/conditions").iter().enumerate().map(named)
        })
        .collect()
}

fn keep(new: &mut Value, held: &Value, field: &str) {
    match held.get(field) {
        Some(value) => as_map(new).insert(field.to_owned(), value.clone()),
        None => as_map(new).remove(field),
    };
}

/// The defaults of the CRDs.
fn defaults(dialect: Dialect, backup: &mut Value) {
    let spec = map(as_map(backup), "spec");
    let fill = |holder: &mut serde_json::Map<String, Value>, key: &str, value: Value| {
        holder.entry(key).or_insert(value);
    };
    fill(spec, "backupMode", json!("snapshot"));
    if dialect != Dialect::V1LogStop {
        fill(spec, "cleanPolicy", json!("Retain"));
    }
    if let Some(policy) = spec.get_mut("backoffRetryPolicy") {
        let policy = as_map(policy);
        fill(policy, "minRetryDuration", json!("300s"));
        fill(policy, "maxRetryTimes", json!(2));
        fill(policy, "retryTimeout", json!("30m"));
    }
}

/// RFC 7386.
pub fn merge(target: &mut Value, patch: &Value) {
    let Some(patch) = patch.as_object() else {
        *target = patch.clone();
        return;
    };
    let target = as_map(target);
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}
