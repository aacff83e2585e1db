//! `compact create`

use serde_json::{Value, json};

use super::log_range;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::check::preflight::{self, Checks};
use crate::cli::{CreateCompact, DryRun};
use crate::context::Context;
use crate::lookup::{moment, v1_only};
use crate::manifest::Method;
use crate::time::{Tso, Zone};
use crate::wait::Goal;
use crate::wait::ending::{self, Ending};
use crate::write::new_object::NewObject;
use crate::write::{Decision, Plan, Write};
use crate::{Error, Exit, Result};

/// `compact create`
pub async fn create(context: &Context, args: &CreateCompact) -> Result<Exit> {
    args.write.output.format()?;
    let wanted = NewObject::parse(
        context,
        Kind::CompactBackup,
        Method::Br,
        args.name.as_deref(),
        &args.base,
        &args.flags.given,
    )?;
    let from_log = args.from_log.as_deref();
    let printed = args.write.mode() == DryRun::Client && !args.write.diff;
    let said = v1_only::requested_operator(context, &wanted, printed)?;
    let rehearsed = wanted.rehearse_for(context, said, from_log.is_none())?;
    if let (Some(rehearsed), None) = (rehearsed, from_log) {
        check(&rehearsed, said, None, context.zone())?;
    }
    let offline = printed && from_log.is_none();
    let operator = v1_only::check_served(context, &wanted, said, offline).await?;
    let range = match from_log {
        Some(log) => Some(log_range::pattern(context, log).await?),
        None => None,
    };
    let log_begin = range.as_ref().map(|range| range.begin);
    let wanted = match range {
        Some(range) => NewObject {
            document: Some(range.manifest),
            ..wanted
        },
        None => wanted,
    };
    let namespace = wanted.namespace(context, offline).await?;
    let times = moment::times(context, wanted.given).await?;
    let manifest = wanted.manifest(context, operator, namespace.as_deref(), &times)?;
    let mut warnings = check(&manifest, operator, log_begin, context.zone())?;
    if let (Some(log), Some(pattern)) = (from_log, &wanted.document) {
        let zone = context.zone();
        warnings.extend(end_above_checkpoint(
            log,
            end_of(pattern),
            end_of(&manifest),
            zone,
        ));
    }
    let checks = Checks {
        mode: args.preflight,
        allowed: &[],
        offline,
    };
    preflight::run(context, &manifest, checks).await?;
    let plan = Plan {
        warnings,
        writes: vec![Write::create(manifest)],
        ..Plan::default()
    };
    let decide = async |_| Ok(Decision::from_nothing(plan.clone()));
    let ending = Ending::if_asked(&args.wait, Goal::Compacted);
    ending::create(context, &args.write, ending, decide).await
}

fn end_of(manifest: &Value) -> Option<Tso> {
    Tso::parse(at(manifest, "/spec/endTs").as_str()?)
}

/// Warns of an `endTs` above the checkpoint that the log backup has reached.
fn end_above_checkpoint(
    log: &str,
    checkpoint: Option<Tso>,
    end: Option<Tso>,
    zone: Zone,
) -> Option<String> {
    let (checkpoint, end) = (checkpoint?, end?);
    (end > checkpoint).then(|| {
        format!(
            "--end-ts {} is above the checkpoint {} of {log}: the changes between the two are not in the log yet",
            end.show(zone),
            checkpoint.show(zone)
        )
    })
}

/// Checks what the Job would fail on late (docs/operators.md, "A compaction needs both ends and its cluster's namespace"), and returns
/// the warnings.
///
/// # Errors
/// Usage for a range without a start or an end, and for one that ends before it begins; Refused where a log backup, which begins at
/// `log_begin`, has nothing to compact.
fn check(
    manifest: &Value,
    operator: Operator,
    log_begin: Option<Tso>,
    zone: Zone,
) -> Result<Vec<String>> {
    let moment = |key: &str| at(manifest, "/spec")[key].as_str().and_then(Tso::parse);
    for key in ["startTs", "endTs"] {
        if moment(key).is_none() {
            return Err(Error::usage(format!(
                "spec.{key} {} is neither a TSO nor a time",
                at(manifest, "/spec")[key]
            )));
        }
    }
    if let (Some(begin), Some(start), Some(end)) = (log_begin, moment("startTs"), moment("endTs"))
        && start >= end
        && start == begin
    {
        return Err(Error::refused(format!(
            "nothing to compact yet: the checkpoint of the log backup has not moved past its start {}",
            begin.show(zone)
        )));
    }
    if let (Some(start), Some(end)) = (moment("startTs"), moment("endTs"))
        && start > end
    {
        return Err(Error::usage(format!(
            "the range ends at {} before it begins at {}",
            end.show(zone),
            start.show(zone)
        )));
    }
    if let (Some(_), Some(start), Some(end)) = (log_begin, moment("startTs"), moment("endTs"))
        && start == end
    {
        return Err(Error::refused(format!(
            "nothing to compact: everything up to the checkpoint {} is compacted",
            end.show(zone)
        )));
    }
    if *at(manifest, "/spec/concurrency") == json!(0) {
        return Err(Error::usage(
            "--concurrency 0: a compaction needs one task at least",
        ));
    }
    let lacks = operator == Operator::V1 && at(manifest, "/spec/br/clusterNamespace").is_null();
    let warning =
        "the compaction never starts without br.clusterNamespace: say -n or --cluster-namespace";
    Ok(lacks.then(|| warning.to_owned()).into_iter().collect())
}
