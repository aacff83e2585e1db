//! Reads the objects of a list, from every generation that is asked for.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::list::{List, Listed, entry, shows};
use super::request::ListRequest;
use super::row::{ListEntry, Metadata, version};
use crate::api::{Kind, Operator};
use crate::cluster::{ListQuery, Listing, NextPage, Page, Pages, Resource};
use crate::context::Context;
use crate::lookup::collection::{Collected, collect, next_page};
use crate::lookup::{generation, locate};
use crate::{Error, Result};

/// Reads the rows of a list. Of each object only its row is kept.
///
/// # Errors
/// What the server refuses; Unsupported when no generation is served.
pub async fn read_rows<L: List>(request: &ListRequest<'_>, list: &mut L) -> Result<Listed<L::Row>> {
    let sources: Vec<ListSource<L::Item>> = sources(request, L::KIND, None).await?;
    list.prepare(request).await?;
    let mut listed = Listed {
        served: Vec::new(),
        entries: Vec::new(),
        printed: HashSet::new(),
    };
    for mut source in sources {
        let operator = source.operator;
        let mut entries: Vec<ListEntry<L::Row>> = Vec::new();
        while let Some(page) = source.next(request.context).await? {
            if page.first {
                entries.clear();
            }
            for read in page.items {
                if request.of_cluster(L::cluster(&read)) {
                    let row = list.row(operator, read);
                    entries.extend(row.map(|row| ListEntry::Row(operator, row)));
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

/// The error for a cluster that serves no generation that is asked for.
pub async fn not_served<L: List>(request: &ListRequest<'_>) -> Error {
    let asked = generation::asked(request.context);
    locate::nothing_served(request.context, L::KIND, &asked).await
}

/// Reads the rows in the order of `--sort-by`, for which whole objects are needed.
///
/// # Errors
/// As [`read_rows`]; no object has the field.
pub async fn read_sorted<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
) -> Result<Listed<L::Row>> {
    list.prepare(request).await?;
    let found = read_whole(request, list).await?;
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

/// Reads the whole objects of a list, in the order that was asked for.
///
/// # Errors
/// As [`read_sorted`].
pub async fn read_whole<L: List>(request: &ListRequest<'_>, list: &L) -> Result<Collected> {
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

/// The resource versions of objects.
pub fn versions(objects: &[(Operator, Value)]) -> HashSet<Box<str>> {
    let versions = objects.iter().map(|(_, object)| version(object));
    versions.collect()
}

/// The collection of one generation while it is read.
pub struct ListSource<T> {
    /// The generation.
    pub operator: Operator,
    pages: Pages<T>,
    /// Whether the generation is served; known after the first page.
    pub served: bool,
    /// The key of the last object in the order of the API server.
    last: String,
}

/// Starts to read the collection of every generation that is asked for.
pub async fn sources<T: DeserializeOwned + Send + 'static>(
    request: &ListRequest<'_>,
    kind: Kind,
    limit: Option<u32>,
) -> Result<Vec<ListSource<T>>> {
    let cluster = request.context.cluster().await?;
    let query = ListQuery {
        limit: limit.or(request.query.limit),
        ..request.query.clone()
    };
    let source = |operator| {
        let resource = Resource::of(operator, kind);
        let pages = cluster.pages(resource, request.scope(), &query)?;
        Ok(ListSource {
            operator,
            pages: pages.tolerant(),
            served: false,
            last: String::new(),
        })
    };
    let asked = generation::asked(request.context);
    asked.into_iter().map(source).collect()
}

impl<T: DeserializeOwned + Send + 'static> ListSource<T> {
    /// The next page; `None` at the end, and where the generation is not served.
    pub async fn next(&mut self, context: &Context) -> Result<Option<Page<T>>> {
        match next_page(context, self.operator, &mut self.pages).await? {
            NextPage::Page(page) => {
                self.served = true;
                Ok(Some(page))
            }
            NextPage::End(Listing::Complete { .. } | Listing::NotServed) => Ok(None),
        }
    }
}

impl ListSource<Value> {
    /// The objects of a page that were not written yet. A list that the server forgot starts again; what was written stays as it was.
    pub fn unseen(&mut self, page: Page<Value>) -> Vec<Value> {
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
