//! `compact create`

use serde_json::{Value, json};

use super::log_range;
use super::wait::progress;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::check::preflight;
use crate::cli::{CreateCompact, DryRun, Preflight};
use crate::context::Context;
use crate::lookup::{moment, unserved};
use crate::manifest::{Expected, Method};
use crate::time::Tso;
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
    let said = unserved::said(context, &wanted, printed)?;
    let expected = match from_log {
        Some(_) => Expected::Outline,
        None => Expected::Whole,
    };
    let rehearsed = wanted.rehearse_for(context, said, expected)?;
    if let (Some(rehearsed), None) = (rehearsed, from_log) {
        check(&rehearsed, said, false)?;
    }
    let offline = printed && from_log.is_none();
    let operator = unserved::choose(context, &wanted, said, offline).await?;
    let wanted = match from_log {
        Some(log) => NewObject {
            document: Some(log_range::pattern(context, log).await?),
            ..wanted
        },
        None => wanted,
    };
    let namespace = wanted.namespace(context, offline).await?;
    let times = moment::times(context, wanted.given).await?;
    let manifest = wanted.manifest(context, operator, namespace.as_deref(), &times)?;
    let mut warnings = check(&manifest, operator, from_log.is_some())?;
    if let (Some(log), Some(pattern)) = (from_log, &wanted.document) {
        warnings.extend(beyond(log, end_of(pattern), end_of(&manifest)));
    }
    match args.preflight {
        Preflight::Off => {}
        mode if offline => preflight::offline(context, &manifest, mode)?,
        mode => preflight::run(context, &manifest, mode).await?,
    }
    let plan = Plan {
        warnings,
        writes: vec![Write::create(manifest)],
        ..Plan::default()
    };
    let decide = async |_| Ok(Decision::from_nothing(plan.clone()));
    let ending = Ending::complete(&args.wait, progress);
    ending::create(context, &args.write, ending, decide).await
}

fn end_of(manifest: &Value) -> Option<Tso> {
    Tso::parse(at(manifest, "/spec/endTs").as_str()?)
}

/// `endTs` above the checkpoint that the log backup has reached.
fn beyond(log: &str, checkpoint: Option<Tso>, end: Option<Tso>) -> Option<String> {
    let (checkpoint, end) = (checkpoint?, end?);
    (end > checkpoint).then(|| {
        format!("--end-ts {end} lies above the checkpoint {checkpoint} of {log}: what lies between them is not in the log yet")
    })
}

/// What the Job would fail on, late (docs/operators.md, "A compaction needs both ends and its cluster's namespace").
fn check(manifest: &Value, operator: Operator, from_log: bool) -> Result<Vec<String>> {
    let moment = |key: &str| at(manifest, "/spec")[key].as_str().and_then(Tso::parse);
    let shown = |tso: Tso| {
        let time = tso.time().map(|time| crate::time::Zone::Utc.show(time));
        format!("{} ({tso})", time.unwrap_or_default())
    };
    for key in ["startTs", "endTs"] {
        if moment(key).is_none() {
            return Err(Error::usage(format!(
                "spec.{key} {}: neither a TSO nor a time",
                at(manifest, "/spec")[key]
            )));
        }
    }
    if let (Some(start), Some(end)) = (moment("startTs"), moment("endTs"))
        && start > end
    {
        return Err(Error::usage(format!(
            "the range ends at {} before it begins at {}",
            shown(end),
            shown(start)
        )));
    }
    if let (true, Some(start), Some(end)) = (from_log, moment("startTs"), moment("endTs"))
        && start == end
    {
        return Err(Error::refused(format!(
            "nothing to compact: everything up to the checkpoint {} is compacted",
            shown(end)
        )));
    }
    if *at(manifest, "/spec/concurrency") == json!(0) {
        return Err(Error::usage(
            "--concurrency 0: a compaction needs one task at least",
        ));
    }
    let lacks = operator == Operator::V1 && at(manifest, "/spec/br/clusterNamespace").is_null();
    let warning = "it never starts without br.clusterNamespace: say -n or --cluster-namespace";
    Ok(lacks.then(|| warning.to_owned()).into_iter().collect())
}
