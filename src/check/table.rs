//! All rules, a row each.

use chrono::{DateTime, Utc};

use super::rule::{
    account, cluster, form, manifest, secret, source, standing, storage, target, task, volume,
};
use super::{CheckSubject, Finding, Judgement};
use crate::lookup::standing::Standing;
use crate::lookup::surroundings::Surroundings;

/// One thing to check.
struct CheckRule {
    /// The stable name, which machines rely on.
    name: &'static str,
    /// How it is judged.
    judge: Judge,
    /// Whether the rule holds with `--preflight=off` too.
    always: bool,
}

/// What a rule looks at.
enum Judge {
    /// The manifest alone.
    Manifest(fn(&CheckSubject<'_>) -> Vec<Judgement>),
    /// The manifest and what surrounds it.
    Surroundings(fn(&CheckSubject<'_>, &Surroundings) -> Vec<Judgement>),
    /// The form of a manifest in a file, at this moment. A `create` command has refused a wrong form before the checks.
    Form(fn(&CheckSubject<'_>, DateTime<Utc>) -> Vec<Judgement>),
    /// A TiDB cluster and what works for it, at this moment.
    Standing(fn(&Standing, DateTime<Utc>) -> Vec<Judgement>),
}

use Judge::{Form, Manifest, Standing as OfCluster, Surroundings as Around};

/// | rule | is critical when |
/// | --- | --- |
/// | operator | no Pod of the operator is ready; a warning where its Deployment was not found |
/// | log-backup | a log backup of the cluster is in danger |
/// | retention | never: a warning about a log that nothing truncates |
/// | schema | the API does not know or accept a field |
/// | manifest | a `create` command would refuse the manifest |
/// | controller | no operator looks at objects of this kind |
/// | schedule | the schedule breaks a rule of `schedule create` |
/// | cluster-missing | the TiDB cluster does not exist |
/// | cluster-paused | the operator ignores the cluster |
/// | cluster-not-ready | the cluster has no PD or TiKV; a warning while it is not ready |
/// | service-account | the account of the Pods does not exist |
/// | service-account-rights | the account may not read its object and write the status |
/// | storage-secret | the Secret of the storage or one of its keys does not exist |
/// | storage-credentials | nothing gives the Pods credentials, or two things do |
/// | database-secret | the Secret of a database user has no password |
/// | tls-secret | the Secret of a client certificate is not complete |
/// | image-pull-secret | the Secret of an image registry does not exist |
/// | env-secret | the Secret of a variable or its key does not exist |
/// | tikv-volume | TiKV does not mount the volume of a `local` storage at the same path |
/// | directory-in-use | BR refuses the directory, because it holds a backup |
/// | second-task | the cluster has a log task already |
/// | similar-name | never: a warning about log backups whose names begin alike |
/// | nested-storage | deleting the data of one backup deletes another; else a warning |
/// | target-log | a log backup is active on the cluster that is restored into |
/// | target-restore | another Restore writes into the same cluster |
/// | restore-source | the backup that is restored is not complete |
/// | source-credentials | never: a warning about credentials that the Restore does not take over |
/// | backup-type | the operator marks the type Invalid |
/// | s3-endpoint | the operator marks the endpoint Invalid |
/// | filter-with-db | never: a warning that `--db` and `--table` have no effect |
const RULES: &[CheckRule] = &[
    rule("operator", OfCluster(standing::operator)),
    rule("schema", Form(form::schema)),
    rule("manifest", Form(form::creatable)),
    rule("controller", Form(form::has_a_controller)),
    rule("schedule", Form(form::schedule)),
    rule("cluster-missing", Around(cluster::exists)),
    rule("cluster-paused", Around(cluster::is_not_paused)),
    rule("cluster-not-ready", Around(cluster::is_ready)),
    rule("service-account", Around(account::exists)),
    rule("service-account-rights", Around(account::has_rights)),
    rule("storage-secret", Around(secret::storage)),
    rule("storage-credentials", Around(account::has_credentials)),
    rule("database-secret", Around(secret::password)),
    rule("tls-secret", Around(secret::certificate)),
    rule("image-pull-secret", Around(secret::image_pull)),
    rule("env-secret", Around(secret::variable)),
    rule("tikv-volume", Around(volume::is_mounted_by_tikv)),
    rule("directory-in-use", Around(storage::is_unused)),
    always("second-task", Around(task::is_the_only_one)),
    always("similar-name", Around(task::has_a_name_of_its_own)),
    rule("nested-storage", Around(storage::is_apart)),
    rule("nested-storage", Manifest(storage::log_is_apart)),
    rule("target-log", Around(target::has_no_log)),
    rule("target-restore", Around(target::has_no_restore)),
    rule("restore-source", Around(source::is_complete)),
    rule(
        "source-credentials",
        Around(source::credentials_are_taken_over),
    ),
    rule("backup-type", Manifest(manifest::backup_type)),
    rule("s3-endpoint", Manifest(manifest::s3_endpoint)),
    rule("filter-with-db", Manifest(manifest::filter_with_db)),
    rule("schedule", OfCluster(standing::schedules)),
    rule("log-backup", OfCluster(standing::log_backups)),
    rule("retention", OfCluster(standing::retention)),
];

const fn rule(name: &'static str, judge: Judge) -> CheckRule {
    CheckRule {
        name,
        judge,
        always: false,
    }
}

const fn always(name: &'static str, judge: Judge) -> CheckRule {
    CheckRule {
        always: true,
        ..rule(name, judge)
    }
}

/// Applies the rules for a manifest and what surrounds it.
pub fn judge(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Finding> {
    apply(|rule| match rule.judge {
        Manifest(judge) => judge(subject),
        Around(judge) => judge(subject, surroundings),
        Form(_) | OfCluster(_) => Vec::new(),
    })
}

/// Applies the rules that hold even where no check is wanted: a second log task fails at once.
pub fn judge_always(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Finding> {
    apply(|rule| match rule.judge {
        Around(judge) if rule.always => judge(subject, surroundings),
        Around(_) | Manifest(_) | Form(_) | OfCluster(_) => Vec::new(),
    })
}

/// Applies the rules that need the manifest alone.
pub fn judge_manifest(subject: &CheckSubject<'_>) -> Vec<Finding> {
    apply(|rule| match rule.judge {
        Manifest(judge) => judge(subject),
        Around(_) | Form(_) | OfCluster(_) => Vec::new(),
    })
}

/// Applies the rules for the form of a manifest in a file.
pub fn judge_form(subject: &CheckSubject<'_>, now: DateTime<Utc>) -> Vec<Finding> {
    apply(|rule| match rule.judge {
        Form(judge) => judge(subject, now),
        Around(_) | Manifest(_) | OfCluster(_) => Vec::new(),
    })
}

/// Applies the rules for a TiDB cluster and what works for it.
pub fn judge_standing(standing: &Standing, now: DateTime<Utc>) -> Vec<Finding> {
    apply(|rule| match rule.judge {
        OfCluster(judge) => judge(standing, now),
        Around(_) | Manifest(_) | Form(_) => Vec::new(),
    })
}

/// The templates of a schedule mostly say the same, so each finding is kept once.
fn apply(judge: impl Fn(&CheckRule) -> Vec<Judgement>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for rule in RULES {
        for judgement in judge(rule) {
            let finding = Finding {
                rule: rule.name,
                always: rule.always,
                judgement,
            };
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}
