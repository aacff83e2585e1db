//! What lists have in common: the scope, the cells that every table has, lists of whole objects, and `-w`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::api::document::stamp;
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::cluster::{Event, ListQuery, Listing, Page, Resource};
use crate::context::Context;
use crate::lookup::{generation, locate};
use crate::output::objects::{self, Shape};
use crate::output::{Cell, Format, Screen, Tone};
use crate::time;
use crate::{Error, ErrorKind, Exit, Result};

/// Labels of an object as the LABELS column shows them, `a=b,c=d`; empty for none. Ten thousand rows keep one text each, where a
/// map would take ten times as much.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(Box<str>);

impl Labels {
    /// The LABELS cell.
    pub fn cell(&self) -> Cell {
        match self.0.is_empty() {
            true => Cell::none(),
            false => Cell::new(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let labels = Option::<BTreeMap<String, String>>::deserialize(deserializer)?;
        let pairs: Vec<String> = labels
            .into_iter()
            .flatten()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        Ok(Self(pairs.join(",").into()))
    }
}

/// The metadata that rows show.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Metadata {
    /// `metadata.name`
    pub name: Box<str>,
    /// `metadata.namespace`
    pub namespace: Box<str>,
    /// `metadata.creationTimestamp`
    pub creation_timestamp: Option<DateTime<Utc>>,
    /// `metadata.deletionTimestamp`
    pub deletion_timestamp: Option<Box<str>>,
    /// `metadata.labels`
    pub labels: Labels,
    /// `metadata.resourceVersion`
    pub resource_version: Box<str>,
}

/// The resource versions that were printed already. No two states of any objects share one.
pub type Printed = HashSet<Box<str>>;

/// The resource version of an object.
pub fn version(object: &Value) -> Box<str> {
    let version = object.pointer("/metadata/resourceVersion");
    version.and_then(Value::as_str).unwrap_or_default().into()
}

/// The namespace to list, or `None` for all of them.
pub async fn scope(context: &Context, flags: &ListFlags) -> Result<Option<String>> {
    if flags.all_namespaces {
        return Ok(None);
    }
    Ok(Some(context.cluster().await?.namespace().to_owned()))
}

/// The AGE cell.
pub fn age(metadata: &Metadata, screen: &Screen) -> Cell {
    since(metadata.creation_timestamp, screen)
}

/// How long ago a time was, as kubectl says it.
pub fn since(time: Option<DateTime<Utc>>, screen: &Screen) -> Cell {
    time.map_or_else(Cell::unknown, |time| {
        Cell::new(time::age(screen.now - time))
    })
}

/// The STATUS cell, coloured by what the phase means. A phase that we do not know is shown as it is.
pub fn phase(phase: Option<&str>) -> Cell {
    let Some(phase) = phase.filter(|phase| !phase.is_empty()) else {
        return Cell::none();
    };
    let cell = Cell::new(phase);
    match phase {
        "Complete" | "Running" => cell.tone(Tone::Good),
        "Failed" | "Invalid" | "CleanFailed" => cell.tone(Tone::Bad),
        "RetryFailed" | "Paused" | "Terminating" => cell.tone(Tone::Warn),
        "Stopped" => cell.tone(Tone::Dim),
        _ => cell,
    }
}

/// A list of whole objects: machine formats, `-o name`, and tables sorted by a field.
pub async fn objects(
    context: &Context,
    kind: Kind,
    flags: &ListFlags,
    query: &ListQuery,
    keep: impl Fn(&Value) -> bool,
    draw: impl Fn(&[(Operator, Value)], bool, &ListFlags, &Screen) -> String,
) -> Result<Exit> {
    let format = flags.output.format()?;
    let namespace = scope(context, flags).await?;
    let (served, mut found) = fetch(context, kind, namespace.as_deref(), query, &keep).await?;
    tell_order(context, flags);
    found.sort_by_cached_key(|(_, object)| place(object));
    if let Some(order) = &flags.sort_by {
        found = order.sort(found, |(_, object)| Ok(Cow::Borrowed(object)))?;
    }
    if found.is_empty() {
        context
            .ui
            .note(&objects::nothing_found(namespace.as_deref()));
    }
    let printed = found.iter().map(|(_, object)| version(object)).collect();
    if format.is_data() || matches!(format, Format::Name) {
        let values: Vec<Value> = found.into_iter().map(|(_, object)| object).collect();
        let (disclosure, mut headers) = (flags.output.disclosure(), !flags.output.no_headers);
        // As kubectl: what is there comes as what will come, one by one.
        let (size, shape) = match flags.watch {
            true => (1, Shape::One),
            false => (values.len().max(1), Shape::List),
        };
        let mut parts: Vec<&[Value]> = values.chunks(size).collect();
        if parts.is_empty() && !flags.watch {
            parts.push(&[]);
        }
        for part in parts {
            let text = objects::render(part, shape, &format, disclosure, headers)?;
            context.ui.print(&text.unwrap_or_default());
            headers = false;
        }
    } else if !found.is_empty() {
        let screen = context.screen(&format, &flags.output);
        context.ui.print(&draw(&found, served > 1, flags, &screen));
    }
    if flags.watch {
        let one = |operator, object: &Value, screen: &Screen| {
            let values = std::slice::from_ref(object);
            let disclosure = flags.output.disclosure();
            let row = || draw(&[(operator, object.clone())], served > 1, flags, screen);
            let text = objects::render(values, Shape::One, &format, disclosure, false).ok()?;
            keep(object).then(|| text.unwrap_or_else(row))
        };
        return watch(context, kind, flags, query, &printed, one).await;
    }
    Ok(Exit::Done)
}

/// Reads the objects of one generation that are to be kept, page by page; `None` where it is not served. A 403 may only mean
/// that: RBAC answers first.
pub async fn read<T: DeserializeOwned + Send + 'static>(
    context: &Context,
    operator: Operator,
    kind: Kind,
    namespace: Option<&str>,
    query: &ListQuery,
    keep: impl Fn(&T) -> bool,
) -> Result<Option<Vec<T>>> {
    let cluster = context.cluster().await?;
    let resource = Resource::of(operator, kind);
    let mut kept = Vec::new();
    let listing = cluster.list(resource, namespace, query, |page: Page<T>| {
        if page.first {
            kept.clear();
        }
        kept.extend(page.items.into_iter().filter(|item| keep(item)));
        Ok(())
    });
    match listing.await {
        Err(error) if error.kind == ErrorKind::Forbidden && context.operator().is_none() => {
            match cluster.served(operator).await? {
                Some(_) => Err(error),
                None => Ok(None),
            }
        }
        outcome => Ok((outcome? != Listing::NotServed).then_some(kept)),
    }
}

/// Reads whole objects of every served generation that are to be kept, with the `apiVersion` and `kind` that list items lack; and how many
/// generations are served.
pub async fn fetch(
    context: &Context,
    kind: Kind,
    namespace: Option<&str>,
    query: &ListQuery,
    keep: impl Fn(&Value) -> bool,
) -> Result<(usize, Vec<(Operator, Value)>)> {
    let asked = generation::asked(context);
    let mut served = 0;
    let mut found = Vec::new();
    for operator in &asked {
        let Some(items) = read(context, *operator, kind, namespace, query, &keep).await? else {
            continue;
        };
        served += 1;
        found.extend(items.into_iter().map(|mut item| {
            stamp(&mut item, *operator, kind);
            (*operator, item)
        }));
    }
    if served == 0 {
        return Err(locate::nothing_served(context, kind, &asked).await);
    }
    Ok((served, found))
}

/// Whether an object is of the TiDB cluster that `--cluster` names, if it names one.
pub fn of_cluster(object: &Value, flags: &ListFlags) -> bool {
    let cluster = object.pointer("/spec/br/cluster").and_then(Value::as_str);
    flags.cluster.is_none() || cluster == flags.cluster.as_deref()
}

/// Namespace and name, the order of lists.
pub fn place(object: &Value) -> (String, String) {
    let text = |pointer: &str| {
        object
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    (text("/metadata/namespace"), text("/metadata/name"))
}

/// kubectl's word: what comes later is printed when it comes.
pub fn tell_order(context: &Context, flags: &ListFlags) {
    if flags.watch && flags.sort_by.is_some() {
        context
            .ui
            .warning("--watch requested, --sort-by will be ignored for watch events received");
    }
}

/// Goes on and prints what changes, until Ctrl-C or until nobody reads any more. What changed between the list and the watch
/// is a change too: only what was `printed` is left out.
pub async fn watch(
    context: &Context,
    kind: Kind,
    flags: &ListFlags,
    query: &ListQuery,
    printed: &Printed,
    draw: impl Fn(Operator, &Value, &Screen) -> Option<String>,
) -> Result<Exit> {
    let operators = generation::served(context, kind).await?;
    let follow = async {
        let mut followers = Vec::new();
        for operator in operators {
            followers.push(Box::pin(watch_one(
                context, kind, operator, flags, query, printed, &draw,
            )));
        }
        futures::future::try_join_all(followers).await
    };
    tokio::select! {
        ended = follow => ended.map(|_| Exit::Done),
        _ = tokio::signal::ctrl_c() => Err(Error::new(ErrorKind::Interrupted, "interrupted")),
    }
}

async fn watch_one(
    context: &Context,
    kind: Kind,
    operator: Operator,
    flags: &ListFlags,
    query: &ListQuery,
    printed: &Printed,
    draw: &impl Fn(Operator, &Value, &Screen) -> Option<String>,
) -> Result<()> {
    let format = flags.output.format()?;
    let namespace = scope(context, flags).await?;
    let cluster = context.cluster().await?;
    let resource = Resource::of(operator, kind);
    let mut follower = cluster.follow(resource, namespace.as_deref(), query)?;
    while !context.ui.closed() {
        match follower.next().await? {
            // kubectl prints the last state of what is deleted; after a lost connection there may be none.
            Event::Deleted(object) if object.get("spec").is_none() => {}
            Event::Current(mut object) | Event::Deleted(mut object)
                if !printed.contains(&version(&object)) =>
            {
                stamp(&mut object, operator, kind);
                let mut screen = context.screen(&format, &flags.output);
                screen.headers = false;
                if let Some(text) = draw(operator, &object, &screen) {
                    context.ui.print(&text);
                }
            }
            Event::Current(_) | Event::Deleted(_) | Event::Synced => {}
        }
    }
    Ok(())
}
