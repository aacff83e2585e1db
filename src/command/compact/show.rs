//! `compact show`

use std::fmt::Write;

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, ObjectRef};
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::showing;
use crate::lookup::unserved;
use crate::manifest::storage::StorageUrl;
use crate::output::Screen;
use crate::time::Tso;
use crate::{Exit, Result};

/// The width of the label column.
const LABEL: usize = 18;

/// `compact show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    args.output.format()?;
    let (found, failure) = showing::named(context, args, Kind::CompactBackup).await?;
    showing::print(context, &found, args, describe)?;
    if unserved::only_v2(&found) {
        unserved::warn(context, Kind::CompactBackup);
        return Ok(Exit::Unsupported);
    }
    Ok(failure.unwrap_or(Exit::Done))
}

fn describe(object: &Value, screen: &Screen) -> String {
    let mut page = String::new();
    let mut line = |label: &str, value: &str| {
        let label = format!("{label}:");
        let _ = writeln!(page, "{label:LABEL$} {value}");
    };
    let text = |pointer: &str| {
        let text = object.pointer(pointer).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    };
    let shown = |pointer: &str| {
        let raw = text(pointer)?;
        let time = Tso::parse(raw).and_then(Tso::time)?;
        Some(format!("{} ({raw})", screen.zone.show(time)))
    };
    let number = |pointer: &str| object.pointer(pointer).map(Value::to_string);
    let operator = ObjectRef::of(object)
        .map(|object| format!("{} ({})", object.operator, object.operator.api_version()));
    let rows = [
        ("Name", text("/metadata/name").map(str::to_owned)),
        ("Namespace", text("/metadata/namespace").map(str::to_owned)),
        ("Operator", operator),
        ("Cluster", text("/spec/br/cluster").map(str::to_owned)),
        (
            "Storage",
            StorageUrl::of_spec(at(object, "/spec")).map(|url| url.to_string()),
        ),
        ("From", shown("/spec/startTs")),
        ("To", shown("/spec/endTs")),
        ("Concurrency", number("/spec/concurrency")),
        ("Retries At Most", number("/spec/maxRetryTimes")),
        (
            "Created",
            text("/metadata/creationTimestamp").map(|time| screen.zone.show_text(time)),
        ),
        ("Status", text("/status/state").map(str::to_owned)),
        ("Progress", text("/status/progress").map(str::to_owned)),
        ("Read Until", shown("/status/endTs")),
        ("Message", text("/status/message").map(str::to_owned)),
    ];
    for (label, value) in rows {
        if let Some(value) = value {
            line(label, &value);
        }
    }
    let retries = object
        .pointer("/status/backoffRetryStatus")
        .and_then(Value::as_array);
    for retry in retries.into_iter().flatten() {
        let reason = at(retry, "/retryReason").as_str().unwrap_or_default();
        line("Retry", &format!("{} {reason}", at(retry, "/retryNum")));
    }
    page
}
