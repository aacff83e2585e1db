//! Runs a list command, from its flags to the last row: as a table, as one document, or as a document that is written while it is read.

use std::collections::HashSet;

use serde_json::Value;

use super::columns::ListTable;
use super::empty::say_empty;
use super::list::{List, entry, shows};
use super::merge::Merge;
use super::request::ListRequest;
use super::row::{Metadata, version};
use super::source::{
    ListSource, not_served, read_rows, read_sorted, read_whole, sources, versions,
};
use super::watch::follow_served;
use crate::api::Operator;
use crate::api::document::stamp;
use crate::cli::ListFlags;
use crate::context::Context;
use crate::lookup::{generation, v1_only};
use crate::output::ListWriter;
use crate::output::objects::{self, Shape};
use crate::{Exit, Result};

/// How many objects a list for programs asks for at once: as many as kubectl, because whole objects take memory.
const DOCUMENTS: u32 = 500;

/// Runs a list command.
///
/// # Errors
/// What the server refuses; NotFound when the list is empty because the TiDB cluster or schedule that it names does not exist.
pub async fn run<L: List>(
    context: &Context,
    flags: &ListFlags,
    labels: Option<String>,
    list: &mut L,
) -> Result<Exit> {
    let mut request = ListRequest::new(context, flags).await?;
    request.query.labels = labels;
    let asked_for = generation::asked(context);
    if !asked_for.iter().any(|operator| operator.runs(L::KIND)) {
        return Err(v1_only::refusal(L::KIND));
    }
    warn_of_order(&request);
    let writer = ListWriter::new(&request.format, flags.watch, flags.output.disclosure());
    match (writer, request.format.is_data(), &flags.sort_by) {
        (Some(writer), _, None) => stream(&request, list, writer).await,
        (Some(_), ..) | (None, true, _) => documents(&request, list).await,
        (None, false, _) => table(&request, list).await,
    }
}

/// Says, as kubectl does, that `--sort-by` does not concern what `-w` adds.
fn warn_of_order(request: &ListRequest<'_>) {
    if request.flags.watch && request.flags.sort_by.is_some() {
        request
            .context
            .ui
            .warning("--watch requested, --sort-by will be ignored for watch events received");
    }
}

/// The list as a table.
async fn table<L: List>(request: &ListRequest<'_>, list: &mut L) -> Result<Exit> {
    let listed = match &request.flags.sort_by {
        Some(_) => read_sorted(request, list).await?,
        None => read_rows(request, list).await?,
    };
    let screen = request.screen();
    let mut table = ListTable::new(L::COLUMNS, request.flags, listed.both(), &screen);
    let ui = &request.context.ui;
    match listed.entries.is_empty() {
        true => say_empty(request, list).await?,
        false => table.draw(&listed.entries, &screen, |part| ui.print(part)),
    }
    let (served, printed) = (listed.served, listed.printed);
    drop(listed.entries);
    follow_served(
        request,
        list,
        &served,
        &printed,
        |list, operator, object| {
            if let Some(entry) = entry(request, list, operator, object) {
                ui.print(&table.add(&entry, &request.screen()));
            }
            Ok(())
        },
    )
    .await
}

/// The list in a format that needs all of it, or in the order of `--sort-by`.
async fn documents<L: List>(request: &ListRequest<'_>, list: &mut L) -> Result<Exit> {
    let found = read_whole(request, list).await?;
    let printed = versions(&found.objects);
    if found.objects.is_empty() {
        say_empty(request, list).await?;
    }
    let values: Vec<Value> = found
        .objects
        .into_iter()
        .map(|(_, object)| object)
        .collect();
    let mut documents = Documents::new(request);
    match request.flags.watch {
        true => values.iter().try_for_each(|object| documents.one(object))?,
        false => documents.print(&values, Shape::List)?,
    }
    follow_served(
        request,
        list,
        &found.served,
        &printed,
        |list, _, object| match shows(request, list, object) {
            true => documents.one(object),
            false => Ok(()),
        },
    )
    .await
}

/// Prints documents; only the first has the header of custom columns.
struct Documents<'a> {
    request: &'a ListRequest<'a>,
    headers: bool,
}

impl<'a> Documents<'a> {
    fn new(request: &'a ListRequest<'a>) -> Self {
        Self {
            request,
            headers: !request.flags.output.no_headers,
        }
    }

    /// One object is a document of its own.
    fn one(&mut self, object: &Value) -> Result<()> {
        self.print(std::slice::from_ref(object), Shape::One)
    }

    fn print(&mut self, objects: &[Value], shape: Shape) -> Result<()> {
        let request = self.request;
        let disclosure = request.flags.output.disclosure();
        let headers = std::mem::replace(&mut self.headers, false);
        let text = objects::render(objects, shape, &request.format, disclosure, headers)?;
        request.context.ui.document(&text.unwrap_or_default());
        Ok(())
    }
}

/// The list in a format that is written while the list is read.
async fn stream<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    mut writer: ListWriter,
) -> Result<Exit> {
    let context = request.context;
    let mut sources: Vec<ListSource<Value>> = sources(request, L::KIND, Some(DOCUMENTS)).await?;
    let mut merge: Merge<String> = Merge::new(sources.len(), request.namespace.is_some());
    let mut printed = HashSet::new();
    let mut any = false;
    while let Some(number) = merge.next_source() {
        let Some(source) = sources.get_mut(number) else {
            break;
        };
        match source.next(context).await? {
            None => merge.end(number),
            Some(page) => {
                for mut object in source.unseen(page) {
                    if !shows(request, list, &object) {
                        continue;
                    }
                    stamp(&mut object, source.operator, L::KIND);
                    if request.flags.watch {
                        printed.insert(version(&object));
                    }
                    let metadata = Metadata::from_object(&object);
                    let (namespace, name) = metadata.place();
                    let place = (namespace.to_owned(), name.to_owned());
                    merge.push(number, place, writer.text(object)?);
                }
            }
        }
        let mut text = String::new();
        while let Some(next) = merge.pop() {
            text.push_str(&writer.next(&next));
        }
        any |= !text.is_empty();
        context.ui.document(&text);
        if context.ui.closed() {
            return Ok(Exit::Done);
        }
    }
    let served: Vec<Operator> = sources
        .iter()
        .filter(|source| source.served)
        .map(|source| source.operator)
        .collect();
    if served.is_empty() {
        return Err(not_served::<L>(request).await);
    }
    if !any {
        say_empty(request, list).await?;
    }
    context.ui.document(writer.end());
    follow_served(request, list, &served, &printed, |list, _, object| {
        if shows(request, list, object) {
            let text = writer.text(object.clone())?;
            context.ui.document(&writer.next(&text));
        }
        Ok(())
    })
    .await
}
