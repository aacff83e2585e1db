//! `compact create`

use serde_json::{Value, json};

use super::log_range;
use super::wait::progress;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cli::{CreateCompact, DryRun, Preflight};
use crate::command::{Context, base, preflight, submit, unserved, wait};
use crate::manifest::{Intent, Method};
use crate::plan::{Plan, Write};
use crate::time::{Span, Tso};
use crate::{Error, Exit, Result};

/// `compact create`
pub async fn create(context: &Context, args: &CreateCompact) -> Result<Exit> {
    args.write.output.format()?;
    let set = base::assignments(&args.base)?;
    let file = base::from_file(context, &args.base, Kind::CompactBackup)?;
    let printed = args.write.mode() == DryRun::Client && !args.write.diff;
    let offline = printed && args.from_log.is_none();
    let of_file = file.as_ref().map(|(operator, _)| *operator);
    let operator =
        unserved::choose(context, Kind::CompactBackup, of_file, printed, offline).await?;
    let document = match &args.from_log {
        Some(log) => Some(log_range::pattern(context, log).await?),
        None => file.map(|(_, document)| document),
    };
    let namespace = base::namespace(context, document.as_ref(), offline).await?;
    let given = &args.flags.given;
    let times = context.times(given).await?;
    let manifest = Intent {
        kind: Kind::CompactBackup,
        operator,
        method: Method::Br,
        name: args.name.as_deref(),
        namespace: namespace.as_deref(),
        base: document,
        given,
        times: &times,
        set: &set,
        now: context.now(),
    }
    .manifest()?;
    let plan = Plan {
        warnings: check(&manifest, operator, args.from_log.is_some())?,
        writes: vec![Write::Create(manifest.clone())],
        ..Plan::default()
    };
    match args.preflight {
        Preflight::Off => {}
        mode if offline => preflight::offline(context, &manifest, mode)?,
        mode => preflight::run(context, &manifest, mode).await?,
    }
    let waits = args.wait.wait == Some(true);
    let Some(stored) =
        submit::submit(context, &plan, &manifest, "created", &args.write, waits).await?
    else {
        return Ok(Exit::Done);
    };
    let object = submit::reference(&stored)?;
    context.ui.note(&format!("{object} created"));
    let timeout = args.wait.timeout.as_ref().map(Span::length);
    let waited = wait::follow(context, &object, timeout, progress).await?;
    submit::finish(context, waited, "complete", &args.write)
}

/// What the Job would fail on, late (operator v1 9).
fn check(manifest: &Value, operator: Operator, from_log: bool) -> Result<Vec<String>> {
    let moment = |key: &str| at(manifest, "/spec")[key].as_str().and_then(Tso::parse);
    let shown = |tso: Tso| {
        let time = tso.time().map(|time| crate::time::Zone::Utc.show(time));
        time.unwrap_or_else(|| tso.to_string())
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
