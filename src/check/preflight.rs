//! The checks before an object is created: read, judge, report.

use serde_json::Value;

use super::{Finding, Severity, Subject, judge, judge_manifest};
use crate::api::ObjectRef;
use crate::cli::Preflight;
use crate::context::Context;
use crate::lookup::surroundings::{self, Source};
use crate::{Error, NextCommand, Result};

/// Reads what surrounds a manifest, judges it, and says what was found.
///
/// # Errors
/// Refused with `--preflight=enforce` on a critical finding, and where something could not be checked.
pub async fn run(context: &Context, manifest: &Value, mode: Preflight) -> Result<()> {
    run_for(context, manifest, None, mode).await
}

/// The same for a Restore of `source`.
///
/// # Errors
/// As [`run`].
pub async fn run_for(
    context: &Context,
    manifest: &Value,
    source: Option<Source>,
    mode: Preflight,
) -> Result<()> {
    let Some(object) = ObjectRef::of(manifest) else {
        return Ok(());
    };
    let surroundings = surroundings::around(context, &object, manifest, source).await?;
    let findings = judge(&Subject::new(&object, manifest), &surroundings);
    report(context, &object, &findings, mode)
}

/// Judges the manifest alone, where no cluster is connected to.
///
/// # Errors
/// Refused with `--preflight=enforce` on a critical finding.
pub fn offline(context: &Context, manifest: &Value, mode: Preflight) -> Result<()> {
    let Some(object) = ObjectRef::of(manifest) else {
        return Ok(());
    };
    let findings = judge_manifest(&Subject::new(&object, manifest));
    report(context, &object, &findings, mode)
}

fn report(
    context: &Context,
    object: &ObjectRef,
    findings: &[Finding],
    mode: Preflight,
) -> Result<()> {
    let of = |severity: Severity| {
        let found = findings.iter();
        found.filter(move |finding| finding.judgement.severity == severity)
    };
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
    if mode != Preflight::Enforce {
        return Ok(());
    }
    let critical = of(Severity::Critical).count();
    let unchecked: Vec<&str> = of(Severity::Unknown).map(|finding| finding.rule).collect();
    let reason = match (critical, unchecked.is_empty()) {
        (0, true) => return Ok(()),
        (0, false) => format!("{} could not be checked", unchecked.join(", ")),
        (1, _) => "1 critical finding above".to_owned(),
        (critical, _) => format!("{critical} critical findings above"),
    };
    Err(
        Error::refused(format!("{object}: {reason}; nothing was written"))
            .hint(advice(critical, object)),
    )
}

fn advice(critical: usize, object: &ObjectRef) -> crate::Hint {
    match critical {
        0 => NextCommand::kubectl("auth can-i --list")
            .namespace(&object.namespace)
            .after("--preflight=warn goes on all the same; what you may do"),
        _ => "mend what is found, or add --preflight=warn".into(),
    }
}
