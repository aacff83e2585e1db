//! The checks before an object is created: read, judge, report.

use serde_json::Value;

use super::{Finding, Severity, Subject, judge, judge_always, judge_manifest};
use crate::api::ObjectRef;
use crate::cli::Preflight;
use crate::context::Context;
use crate::error::Rule;
use crate::lookup::surroundings::{self, Source};
use crate::manifest::work::WorkKind;
use crate::{Error, Hint, NextCommand, Result};

/// What is checked, and how strictly.
#[derive(Debug, Clone, Copy)]
pub struct Checks<'a> {
    /// `--preflight`
    pub mode: Preflight,
    /// `--allow`
    pub allowed: &'a [Rule],
    /// Whether no cluster is connected to, so that only the manifest is judged.
    pub offline: bool,
}

/// Reads what surrounds a manifest, judges it, and says what was found. With `--preflight=off` only the other log backups of the
/// cluster are looked at.
///
/// # Errors
/// Refused by a safety rule; with `--preflight=enforce` also on a critical finding, and where something could not be checked.
pub async fn run(context: &Context, manifest: &Value, checks: Checks<'_>) -> Result<()> {
    run_for(context, manifest, None, checks).await
}

/// The same for a Restore of `source`.
///
/// # Errors
/// As [`run`].
pub async fn run_for(
    context: &Context,
    manifest: &Value,
    source: Option<Source>,
    checks: Checks<'_>,
) -> Result<()> {
    let Some(object) = ObjectRef::of(manifest) else {
        return Ok(());
    };
    let subject = Subject::new(&object, manifest);
    let findings = match checks.mode {
        Preflight::Warn | Preflight::Enforce if checks.offline => judge_manifest(&subject),
        Preflight::Off if checks.offline => Vec::new(),
        Preflight::Off if subject.work.iter().all(|work| work.kind != WorkKind::Log) => Vec::new(),
        Preflight::Off => {
            let others = surroundings::only_others(context, &object, manifest).await?;
            judge_always(&subject, &others)
        }
        Preflight::Warn | Preflight::Enforce => {
            let surroundings = surroundings::around(context, &object, manifest, source).await?;
            judge(&subject, &surroundings)
        }
    };
    report(context, &object, &findings, checks)
}

/// Refuses what a safety rule forbids. Returns the texts of the other findings of such rules, as warnings.
///
/// # Errors
/// Refused by the first rule that `allowed` does not lift.
pub fn enforce(findings: &[Finding], allowed: &[Rule]) -> Result<Vec<String>> {
    let mut warnings = Vec::new();
    for finding in findings {
        let judgement = &finding.judgement;
        let Some(rule) = judgement.refused_by else {
            continue;
        };
        let way_out = judgement.hint.clone().unwrap_or_default();
        warnings.push(rule.enforce(allowed, judgement.message.clone(), way_out)?);
    }
    Ok(warnings)
}

fn report(
    context: &Context,
    object: &ObjectRef,
    findings: &[Finding],
    checks: Checks<'_>,
) -> Result<()> {
    let (refusable, findings): (Vec<Finding>, Vec<Finding>) = findings
        .iter()
        .cloned()
        .partition(|finding| finding.judgement.refused_by.is_some());
    say(context, &findings);
    for warning in enforce(&refusable, checks.allowed)? {
        context.ui.warning(&warning);
    }
    match checks.mode {
        Preflight::Off | Preflight::Warn => Ok(()),
        Preflight::Enforce => refuse_critical(object, &findings),
    }
}

fn say(context: &Context, findings: &[Finding]) {
    for finding in findings {
        let judgement = &finding.judgement;
        match judgement.severity {
            Severity::Critical | Severity::Warning => {
                context.ui.warning(&judgement.message);
                if let Some(hint) = &judgement.hint {
                    context.ui.hint(hint);
                }
            }
            Severity::Unknown => context.ui.note(&format!(
                "not checked: {} ({})",
                finding.rule, judgement.message
            )),
            Severity::Ok => {}
        }
    }
}

fn refuse_critical(object: &ObjectRef, findings: &[Finding]) -> Result<()> {
    let of = |severity: Severity| {
        let found = findings.iter();
        found.filter(move |finding| finding.judgement.severity == severity)
    };
    let critical = of(Severity::Critical).count();
    let mut unchecked: Vec<&str> = of(Severity::Unknown).map(|finding| finding.rule).collect();
    unchecked.dedup();
    let reason = match (critical, unchecked.is_empty()) {
        (0, true) => return Ok(()),
        (0, false) => format!("{} could not be checked", unchecked.join(", ")),
        (1, _) => "1 critical finding above".to_owned(),
        (critical, _) => format!("{critical} critical findings above"),
    };
    let advice: Hint = match critical {
        0 => NextCommand::kubectl("auth can-i --list")
            .namespace(&object.namespace)
            .after("--preflight=warn goes on all the same; what you may do"),
        _ => "mend what is found, or add --preflight=warn".into(),
    };
    Err(Error::refused(format!("{object}: {reason}; nothing was written")).hint(advice))
}
