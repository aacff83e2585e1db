//! `NAME…` or `-l`: one after the other, on after a failure, and the first failure's code at the end.

use std::cell::RefCell;

use serde_json::Value;

use super::{Context, listing, locate};
use crate::api::{Kind, ObjectRef};
use crate::cli::{OutputFlags, Selector};
use crate::cluster::ListQuery;
use crate::output::objects::{self, Shape};
use crate::{Exit, Result};

/// The names that a verb is for.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// With `-l` they carry their group.
    pub list: Vec<String>,
    /// Whether they are what a selector found, which is a list even of one.
    pub selected: bool,
}

impl Names {
    /// Names that were typed.
    ///
    /// # Errors
    /// Usage for what no object is called, before the first is acted on.
    pub fn typed(kind: Kind, list: &[String]) -> Result<Self> {
        for name in list {
            locate::check_name(kind, name)?;
        }
        Ok(Self {
            list: list.to_vec(),
            selected: false,
        })
    }

    /// Whether what is said has to name its object.
    pub fn many(&self) -> bool {
        self.list.len() > 1
    }
}

/// The names that a selector stands for.
///
/// # Errors
/// Usage for what no object is called.
pub async fn names(context: &Context, kind: Kind, selector: &Selector) -> Result<Names> {
    let Some(labels) = &selector.selector else {
        return Names::typed(kind, &selector.names);
    };
    let found = labelled(context, kind, labels, |_| true).await?;
    if found.list.is_empty() {
        let namespace = context.cluster().await?.namespace();
        context.ui.note(&format!(
            "No {} with {labels} found in {namespace} namespace.",
            kind.plural()
        ));
    }
    Ok(found)
}

/// The names of the objects with these labels that are to be kept.
pub async fn labelled(
    context: &Context,
    kind: Kind,
    labels: &str,
    keep: impl Fn(&Value) -> bool,
) -> Result<Names> {
    let query = ListQuery {
        labels: Some(labels.to_owned()),
        ..ListQuery::default()
    };
    let namespace = context.cluster().await?.namespace().to_owned();
    let (_, found) = listing::fetch(context, kind, Some(&namespace), &query, keep).await?;
    let references = found.iter().filter_map(|(_, object)| ObjectRef::of(object));
    Ok(Names {
        list: references.map(|object| object.to_string()).collect(),
        selected: true,
    })
}

/// Runs `one` for each name. What several print in a machine format is printed as one `List` at the end.
///
/// # Errors
/// The failure of the only name, and Interrupted at once; the others are said, and the first gives the code.
pub async fn each(
    context: &Context,
    names: &Names,
    one: impl AsyncFn(&str) -> Result<Exit>,
) -> Result<Exit> {
    if names.many() || names.selected {
        context.results.gather();
    }
    let ended = run(context, &names.list, one).await;
    context.results.print(context)?;
    ended
}

async fn run(
    context: &Context,
    names: &[String],
    one: impl AsyncFn(&str) -> Result<Exit>,
) -> Result<Exit> {
    let mut first = Exit::Done;
    for name in names {
        let exit = match one(name).await {
            Ok(exit) => exit,
            Err(error) if names.len() == 1 || error.exit == Exit::Interrupted => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                error.exit
            }
        };
        if first == Exit::Done {
            first = exit;
        }
    }
    Ok(first)
}

/// Objects that are printed together at the end, because documents of JSON or YAML one behind the other are no document.
#[derive(Debug, Default)]
pub struct Results(RefCell<Option<Vec<(Value, OutputFlags)>>>);

impl Results {
    fn gather(&self) {
        self.0.replace(Some(Vec::new()));
    }

    /// Keeps an object that is to be printed in a machine format; `false` where it is to be printed at once.
    pub fn keep(&self, object: &Value, flags: &OutputFlags) -> Result<bool> {
        if !flags.format()?.is_data() {
            return Ok(false);
        }
        let mut gathered = self.0.borrow_mut();
        let Some(objects) = gathered.as_mut() else {
            return Ok(false);
        };
        objects.push((object.clone(), flags.clone()));
        Ok(true)
    }

    fn print(&self, context: &Context) -> Result<()> {
        let (found, flags): (Vec<Value>, Vec<OutputFlags>) =
            self.0.take().into_iter().flatten().unzip();
        let Some(flags) = flags.first() else {
            return Ok(());
        };
        let (disclosure, headers) = (flags.disclosure(), !flags.no_headers);
        let text = objects::render(&found, Shape::List, &flags.format()?, disclosure, headers)?;
        context.ui.print(&text.unwrap_or_default());
        Ok(())
    }
}
