//! A list of objects, from its flags to the last row. A list command declares only what is its own: the kind, the rows, the columns.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::columns::{ListColumn, ListTable};
use super::known;
use super::merge::Merge;
use super::request::ListRequest;
use super::row::{Entry, ListRow, Metadata, malformed, version};
use super::watch::{fresh, watch};
use crate::api::document::{at, stamp};
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::cluster::{Event, ListQuery, Listing, Next, Page, Pages, Resource};
use crate::context::Context;
use crate::lookup::collection::{Collected, collect, next_page};
use crate::lookup::{generation, locate, unserved};
use crate::output::ListWriter;
use crate::output::objects::{self, Shape};
use crate::{Error, Exit, Result};

/// How many objects a list for programs asks for at once: as many as kubectl, because whole objects take memory.
const DOCUMENTS: u32 = 500;

/// What is special about one list.
pub trait List {
    /// What is kept of each object while the list is read.
    type Read: DeserializeOwned + Send + 'static;
    /// A row of the table.
    type Row: ListRow + 'static;
    /// The kind of the objects.
    const KIND: Kind;
    /// The columns that only this list has.
    const COLUMNS: &'static [ListColumn<Self::Row>];
    /// Where an object names its TiDB cluster.
    const CLUSTER: &'static str = "/spec/br/cluster";

    /// Whether the list shows an object, apart from its TiDB cluster.
    fn takes(&self, _object: &Value) -> bool {
        true
    }

    /// The TiDB cluster of an object.
    fn cluster(read: &Self::Read) -> Option<&str>;

    /// The row of an object that the list shows; `None` for an object that it does not show.
    fn row(&mut self, operator: Operator, read: Self::Read) -> Option<Self::Row>;

    /// Reads what the rows say about other objects, before the first row is made.
    fn prepare(&mut self, _request: &ListRequest<'_>) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }

    /// Another collection whose changes change rows.
    fn companion(&self) -> Option<(Resource, ListQuery)> {
        None
    }

    /// The row that changes with an object of the other collection, as the object that it shows.
    fn companion_changed(&mut self, _event: Event) -> Option<(Operator, Value)> {
        None
    }

    /// An object of the list is gone.
    fn deleted(&mut self, _object: &Value) {}

    /// Fails when the list is empty because an object that it was asked about does not exist.
    fn check_empty(&self, _request: &ListRequest<'_>) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }
}

/// What was read for a list.
pub struct Listed<R> {
    /// The generations that are served, the newer first.
    pub served: Vec<Operator>,
    /// The rows, by namespace and name.
    pub entries: Vec<Entry<R>>,
    /// The resource versions that are printed. No two states of any objects share one.
    pub printed: HashSet<Box<str>>,
}

impl<R: ListRow> Listed<R> {
    /// Whether rows have to say which generation they are of.
    pub fn both(&self) -> bool {
        self.served.len() > 1
    }

    /// Whether an object is not of the expected form.
    pub fn malformed(&self) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| matches!(entry, Entry::Malformed(..)))
    }

    /// Puts the rows into order, and keeps their versions.
    pub fn settle(&mut self) {
        self.entries
            .sort_by(|a, b| a.metadata().place().cmp(&b.metadata().place()));
        let versions = self.entries.iter();
        let versions = versions.map(|entry| entry.metadata().resource_version.clone());
        self.printed = versions.collect();
    }
}

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
        return Err(unserved::refusal(L::KIND));
    }
    warn_of_order(&request);
    let writer = ListWriter::new(&request.format, flags.watch, flags.output.disclosure());
    match (writer, request.format.is_data(), &flags.sort_by) {
        (Some(writer), _, None) => stream(&request, list, writer).await,
        (Some(_), ..) | (None, true, _) => documents(&request, list).await,
        (None, false, _) => table(&request, list).await,
    }
}

/// Whether a list shows an object.
fn shows<L: List>(request: &ListRequest<'_>, list: &L, object: &Value) -> bool {
    request.of_cluster(at(object, L::CLUSTER).as_str()) && list.takes(object)
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
        Some(_) => sorted(request, list).await?,
        None => read(request, list).await?,
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

/// The row of a whole object; `None` for an object that the list does not show.
pub fn entry<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    operator: Operator,
    object: &Value,
) -> Option<Entry<L::Row>> {
    if !shows(request, list, object) {
        return None;
    }
    match L::Read::deserialize(object) {
        Ok(read) => list
            .row(operator, read)
            .map(|row| Entry::Row(operator, row)),
        Err(_) => {
            let metadata = Metadata::from_object(object);
            let ui = &request.context.ui;
            ui.warning(&malformed(operator, L::KIND, &metadata));
            Some(Entry::Malformed(operator, metadata))
        }
    }
}

/// The rows in the order of `--sort-by`, for which whole objects are needed.
async fn sorted<L: List>(request: &ListRequest<'_>, list: &mut L) -> Result<Listed<L::Row>> {
    list.prepare(request).await?;
    let found = whole(request, list).await?;
    let printed = versions(&found.objects);
    let rows = found.objects.iter();
    let entries = rows
        .filter_map(|(operator, object)| entry(request, list, *operator, object))
        .collect();
    Ok(Listed {
        served: found.served,
        entries,
        printed,
    })
}

/// The whole objects of a list, in the order that was asked for.
async fn whole<L: List>(request: &ListRequest<'_>, list: &L) -> Result<Collected> {
    let keep = |object: &Value| shows(request, list, object);
    let (context, query) = (request.context, &request.query);
    let mut found = collect(context, L::KIND, request.scope(), query, keep).await?;
    found.objects.sort_by_cached_key(|(_, object)| {
        let metadata = Metadata::from_object(object);
        let (namespace, name) = metadata.place();
        (namespace.to_owned(), name.to_owned())
    });
    if let Some(order) = &request.flags.sort_by {
        found.objects = order.sort(found.objects, |(_, object)| Ok(Cow::Borrowed(object)))?;
    }
    Ok(found)
}

fn versions(objects: &[(Operator, Value)]) -> HashSet<Box<str>> {
    let versions = objects.iter().map(|(_, object)| version(object));
    versions.collect()
}

/// Reads the rows of a list. Of each object only its row is kept.
///
/// # Errors
/// What the server refuses; Unsupported when no generation is served.
pub async fn read<L: List>(request: &ListRequest<'_>, list: &mut L) -> Result<Listed<L::Row>> {
    let sources: Vec<Source<L::Read>> = sources(request, L::KIND, None).await?;
    list.prepare(request).await?;
    let mut listed = Listed {
        served: Vec::new(),
        entries: Vec::new(),
        printed: HashSet::new(),
    };
    for mut source in sources {
        let operator = source.operator;
        let mut entries: Vec<Entry<L::Row>> = Vec::new();
        while let Some(page) = source.next(request.context).await? {
            if page.first {
                entries.clear();
            }
            for read in page.items {
                if request.of_cluster(L::cluster(&read)) {
                    let row = list.row(operator, read);
                    entries.extend(row.map(|row| Entry::Row(operator, row)));
                }
            }
            for object in page.malformed {
                entries.extend(entry(request, list, operator, &object));
            }
        }
        if source.served {
            listed.served.push(operator);
            listed.entries.append(&mut entries);
        }
    }
    if listed.served.is_empty() {
        return Err(not_served::<L>(request).await);
    }
    listed.settle();
    Ok(listed)
}

async fn not_served<L: List>(request: &ListRequest<'_>) -> Error {
    let asked = generation::asked(request.context);
    locate::nothing_served(request.context, L::KIND, &asked).await
}

/// The list in a format that needs all of it, or in the order of `--sort-by`.
async fn documents<L: List>(request: &ListRequest<'_>, list: &mut L) -> Result<Exit> {
    let found = whole(request, list).await?;
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
    let mut sources: Vec<Source<Value>> = sources(request, L::KIND, Some(DOCUMENTS)).await?;
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

/// The collection of one generation while it is read.
struct Source<T> {
    operator: Operator,
    pages: Pages<T>,
    served: bool,
    /// The key of the last object in the order of the API server.
    last: String,
}

/// Starts to read the collection of every generation that is asked for.
async fn sources<T: DeserializeOwned + Send + 'static>(
    request: &ListRequest<'_>,
    kind: Kind,
    limit: Option<u32>,
) -> Result<Vec<Source<T>>> {
    let cluster = request.context.cluster().await?;
    let query = ListQuery {
        limit: limit.or(request.query.limit),
        ..request.query.clone()
    };
    let source = |operator| {
        let resource = Resource::of(operator, kind);
        let pages = cluster.pages(resource, request.scope(), &query)?;
        Ok(Source {
            operator,
            pages: pages.tolerant(),
            served: false,
            last: String::new(),
        })
    };
    let asked = generation::asked(request.context);
    asked.into_iter().map(source).collect()
}

impl<T: DeserializeOwned + Send + 'static> Source<T> {
    /// The next page; `None` at the end, and where the generation is not served.
    async fn next(&mut self, context: &Context) -> Result<Option<Page<T>>> {
        match next_page(context, self.operator, &mut self.pages).await? {
            Next::Page(page) => {
                self.served = true;
                Ok(Some(page))
            }
            Next::End(Listing::Complete { .. } | Listing::NotServed) => Ok(None),
        }
    }
}

impl Source<Value> {
    /// The objects of a page that were not written yet. A list that the server forgot starts again; what was written stays as it was.
    fn unseen(&mut self, page: Page<Value>) -> Vec<Value> {
        let mut unseen = Vec::new();
        for object in page.items {
            let metadata = Metadata::from_object(&object);
            let key = format!("{}/{}", metadata.namespace, metadata.name);
            if key > self.last {
                self.last = key;
                unseen.push(object);
            }
        }
        unseen
    }
}

/// Says that a list is empty.
///
/// # Errors
/// NotFound when the list is empty because the TiDB cluster or schedule that it was asked about does not exist.
pub async fn say_empty<L: List>(request: &ListRequest<'_>, list: &L) -> Result<()> {
    list.check_empty(request).await?;
    if let Some(cluster) = &request.flags.cluster {
        known::check_cluster(request, cluster).await?;
    }
    let sentence = objects::nothing_found(request.scope());
    request.context.ui.note(&sentence);
    Ok(())
}

/// Goes on with the changes after a list was printed; `print` gets each object that changed.
///
/// # Errors
/// Interrupted on Ctrl-C; what waiting does not cure; what `print` returns.
pub async fn follow<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    listed: &Listed<L::Row>,
    print: impl FnMut(&mut L, Operator, &Value) -> Result<()>,
) -> Result<Exit> {
    follow_served(request, list, &listed.served, &listed.printed, print).await
}

/// Ends a list that was printed: with `-w` it goes on with the changes. Objects that no operator acts on are said to do nothing.
async fn follow_served<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    served: &[Operator],
    printed: &HashSet<Box<str>>,
    mut print: impl FnMut(&mut L, Operator, &Value) -> Result<()>,
) -> Result<Exit> {
    if !served.iter().any(|operator| operator.runs(L::KIND)) {
        unserved::warn(request.context, L::KIND);
        return Ok(Exit::Unsupported);
    }
    if !request.flags.watch {
        return Ok(Exit::Done);
    }
    let mut followed: Vec<(Resource, ListQuery)> = served
        .iter()
        .map(|operator| (Resource::of(*operator, L::KIND), request.query.clone()))
        .collect();
    followed.extend(list.companion());
    watch(request, &followed, |source, event| {
        let Some(operator) = served.get(source).copied() else {
            return match list.companion_changed(event) {
                Some((operator, object)) => print(list, operator, &object),
                None => Ok(()),
            };
        };
        let gone = matches!(event, Event::Deleted(_));
        let Some(object) = fresh(event, printed, operator, L::KIND) else {
            return Ok(());
        };
        print(list, operator, &object)?;
        if gone {
            list.deleted(&object);
        }
        Ok(())
    })
    .await
}
