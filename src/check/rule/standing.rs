//! A TiDB cluster and what works for it: the operator, the schedules, the log backups and what truncates them.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::NextCommand;
use crate::api::document::at;
use crate::api::{Dialect, ObjectRef};
use crate::check::Judgement;
use crate::cluster::Resource;
use crate::error::Rule;
use crate::log_backup::{Health, LogBackup, LogStatus, Thresholds};
use crate::lookup::standing::Standing;
use crate::schedule::{Policy, Schedule, check_rules};

/// `operator`: the Deployment that does the work.
pub fn operator(standing: &Standing, _: DateTime<Utc>) -> Vec<Judgement> {
    let operator = standing.cluster.operator;
    let deployments = match &standing.deployments {
        Ok(deployments) => deployments,
        Err(error) => return vec![Judgement::unknown(format!("operator {operator}"), error)],
    };
    if deployments.is_empty() {
        let list = NextCommand::kubectl("get deployments -A");
        return vec![
            Judgement::warning(
                format!("operator {operator}"),
                format!(
                    "TiDB Operator {operator} serves backups, but no Deployment of the operator was found"
                ),
            )
            .hint(list),
        ];
    }
    deployments
        .iter()
        .map(|deployment| judge_deployment(standing, deployment))
        .collect()
}

fn judge_deployment(standing: &Standing, deployment: &Value) -> Judgement {
    let operator = standing.cluster.operator;
    let text = |pointer| at(deployment, pointer).as_str().unwrap_or_default();
    let (name, namespace) = (text("/metadata/name"), text("/metadata/namespace"));
    let reference = Resource::DEPLOYMENTS.reference(name);
    let wanted = at(deployment, "/spec/replicas").as_i64().unwrap_or(1);
    let ready = at(deployment, "/status/readyReplicas")
        .as_i64()
        .unwrap_or(0);
    let scale = NextCommand::kubectl("scale deployment")
        .arg(name)
        .namespace(namespace)
        .arg("--replicas=1");
    let describe = NextCommand::kubectl("describe deployment")
        .arg(name)
        .namespace(namespace);
    match (wanted, ready) {
        (0, _) => Judgement::critical(
            reference,
            format!("Deployment {name} in namespace {namespace} has 0 replicas: nothing works on backups"),
        )
        .hint(scale),
        (_, 0) => Judgement::critical(
            reference,
            format!("Deployment {name} in namespace {namespace} has no Pod that is ready"),
        )
        .hint(describe),
        _ => Judgement::ok(
            reference,
            format!("TiDB Operator {operator} serves backups; its Deployment {name} is ready"),
        ),
    }
}

/// `schedule`: the rules that a schedule must keep.
pub fn schedules(standing: &Standing, now: DateTime<Utc>) -> Vec<Judgement> {
    let schedules = match &standing.schedules {
        Ok(schedules) => schedules,
        Err(error) => return vec![Judgement::unknown(&standing.cluster.name, error)],
    };
    let known = schedules
        .iter()
        .filter_map(|schedule| Some((ObjectRef::of(schedule)?, schedule)));
    known
        .flat_map(|(object, schedule)| judge_schedule(&object, schedule, now))
        .collect()
}

/// Judges one schedule by the rules of `schedule create`.
pub fn judge_schedule(object: &ObjectRef, schedule: &Value, now: DateTime<Utc>) -> Vec<Judgement> {
    match check_rules(schedule, &[Rule::LogMaxBackups], now) {
        Err(error) => {
            let judgement = Judgement::critical(object, error.message);
            vec![match error.hints.into_iter().next() {
                Some(hint) => judgement.hint(hint),
                None => judgement,
            }]
        }
        Ok(warnings) if warnings.is_empty() => {
            vec![Judgement::ok(
                object,
                format!("schedule {} keeps its rules", object.name),
            )]
        }
        Ok(warnings) => warnings
            .into_iter()
            .map(|warning| Judgement::warning(object, warning))
            .collect(),
    }
}

/// `retention`: whether anything truncates the log.
pub fn retention(standing: &Standing, _: DateTime<Utc>) -> Vec<Judgement> {
    let schedules = standing.schedules.iter().flatten();
    let keeps: Vec<(String, bool)> = schedules
        .filter_map(Schedule::read)
        .map(|schedule| {
            (
                schedule.log_name(),
                matches!(schedule.policy, Policy::Time(..)),
            )
        })
        .collect();
    let logs = logs(standing);
    logs.map(|log| {
        let object = &log.object;
        let truncated = keeps
            .iter()
            .any(|(name, by_time)| *name == object.name && *by_time);
        match truncated {
            true => Judgement::ok(
                object,
                format!("the schedule of {} truncates the log", object.name),
            ),
            false => Judgement::warning(
                object,
                format!(
                    "no schedule truncates {}: its data grows for ever",
                    object.name
                ),
            )
            .hint(
                NextCommand::plugin("log truncate")
                    .arg(&object.name)
                    .namespace(&object.namespace)
                    .flag("--keep", "7d"),
            ),
        }
    })
    .collect()
}

/// `log-backup`: how the log backups of the cluster are.
pub fn log_backups(standing: &Standing, now: DateTime<Utc>) -> Vec<Judgement> {
    if let Err(error) = &standing.backups {
        return vec![Judgement::unknown(&standing.cluster.name, error)];
    }
    let judge = |log: LogBackup| {
        let status = LogStatus::judge(&log, &Thresholds::default(), now);
        let reasons: Vec<String> = status.reasons.iter().map(ToString::to_string).collect();
        let object = &log.object;
        let message = match reasons.is_empty() {
            true => format!("log backup {} is {}", object.name, status.state),
            false => format!(
                "log backup {} is {}: {}",
                object.name,
                status.state,
                reasons.join(", ")
            ),
        };
        let judgement = match status.health {
            Health::Ok => return Judgement::ok(object, message),
            Health::Unknown => Judgement::unknown(object, &crate::Error::failed(message)),
            Health::Warning => Judgement::warning(object, message),
            Health::Critical => Judgement::critical(object, message),
        };
        judgement.hint(
            NextCommand::plugin("log status")
                .arg(&object.name)
                .namespace(&object.namespace),
        )
    };
    logs(standing).map(judge).collect()
}

fn logs(standing: &Standing) -> impl Iterator<Item = LogBackup> + '_ {
    let backups = standing.backups.iter().flatten();
    backups
        .filter(|backup| LogBackup::is_log(backup))
        .filter_map(|backup| {
            let object = ObjectRef::of(backup)?;
            LogBackup::parse(backup, Dialect::newest(object.operator))
        })
}
