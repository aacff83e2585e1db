//! The checks before an object is created: read, judge, report.

use serde_json::Value;

use super::{CheckSubject, Finding, Judgement, Severity, judge, judge_always, judge_manifest};
use crate::api::ObjectRef;
use crate::cli::Preflight;
use crate::context::Context;
use crate::error::Rule;
use crate::lookup::surroundings::{self, Neighbourhood, SourceBackup};
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
    source: Option<SourceBackup>,
    checks: Checks<'_>,
) -> Result<()> {
    let Some(object) = ObjectRef::of(manifest) else {
        return Ok(());
    };
    let subject = CheckSubject::new(&object, manifest);
    let place = Neighbourhood {
        operator: object.operator,
        namespace: &object.namespace,
    };
    let findings = match checks.mode {
        Preflight::Warn | Preflight::Enforce if checks.offline => judge_manifest(&subject),
        Preflight::Off if checks.offline => Vec::new(),
        Preflight::Off if subject.work.iter().all(|work| work.kind != WorkKind::Log) => Vec::new(),
        Preflight::Off => {
            let others = surroundings::only_others(context, place, &subject.work).await;
            judge_always(&subject, &others)
        }
        Preflight::Warn | Preflight::Enforce => {
            let mut surroundings = surroundings::around(context, place, &subject.work).await?;
            surroundings.source = source;
            judge(&subject, &surroundings)
        }
    };
    report(context, &object, &findings, checks)
}

/// Refuses what the rules that always hold forbid. Returns the other findings about safety rules as warnings.
///
/// # Errors
/// Refused by the first rule that `allowed` does not lift.
pub fn enforce_safety(findings: &[Finding], allowed: &[Rule]) -> Result<Vec<String>> {
    let mut warnings = Vec::new();
    for finding in findings {
        let judgement = &finding.judgement;
        match judgement.breaks {
            Some(rule) if finding.always => warnings.push(enforce(rule, finding, allowed)?),
            Some(_) => warnings.push(warning(judgement)),
            None => {}
        }
    }
    Ok(warnings)
}

fn enforce(rule: Rule, finding: &Finding, allowed: &[Rule]) -> Result<String> {
    let judgement = &finding.judgement;
    let way_out = judgement.hint.clone().unwrap_or_default();
    rule.enforce(allowed, judgement.message.clone(), way_out)
}

/// A finding as the text of a warning.
fn warning(judgement: &Judgement) -> String {
    match judgement.breaks {
        Some(rule) => format!("{} (rule {})", judgement.message, rule.word()),
        None => judgement.message.clone(),
    }
}

fn report(
    context: &Context,
    object: &ObjectRef,
    findings: &[Finding],
    checks: Checks<'_>,
) -> Result<()> {
    let lifted = |finding: &&Finding| {
        let broken = finding.judgement.breaks;
        broken.is_some_and(|rule| checks.allowed.contains(&rule))
    };
    let refuses = |finding: &&Finding| {
        let judgement = &finding.judgement;
        let holds = finding.always || checks.mode == Preflight::Enforce;
        holds
            && judgement.breaks.is_some()
            && judgement.severity == Severity::Critical
            && !lifted(finding)
    };
    let (refusing, others): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(refuses);
    for finding in &others {
        say(context, finding);
    }
    for finding in refusing {
        if let Some(rule) = finding.judgement.breaks {
            enforce(rule, finding, checks.allowed)?;
        }
    }
    match checks.mode {
        Preflight::Off | Preflight::Warn => Ok(()),
        Preflight::Enforce => {
            let left = findings.iter().filter(|finding| !lifted(finding));
            refuse_critical(object, &left.collect::<Vec<_>>())
        }
    }
}

fn say(context: &Context, finding: &Finding) {
    let judgement = &finding.judgement;
    match judgement.severity {
        Severity::Critical | Severity::Warning => {
            context.ui.warning(&warning(judgement));
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

fn refuse_critical(object: &ObjectRef, findings: &[&Finding]) -> Result<()> {
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
