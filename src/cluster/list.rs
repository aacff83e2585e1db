//! Lists, page by page: while one page is worked on, the next one is already on its way.

use std::time::Duration;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use tokio::task::JoinSet;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::{Fault, Missing};
use super::resource::Resource;
use crate::error::Result;

/// Four times kubectl's: measured on 10,000 Backups, it costs a third of the memory that is to spare and saves time at the
/// API server.
const PAGE: u32 = 2000;

/// How many times a list is started again at most, when the server forgot it half way.
const RESTARTS: u32 = 3;

/// The pause before a list is started again; it doubles each time.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// Which objects of a collection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Label selector.
    pub labels: Option<String>,
    /// Field selector.
    pub fields: Option<String>,
    /// Objects per page; default 2,000.
    pub limit: Option<u32>,
}

impl ListQuery {
    /// The objects of one name: at most one in a namespace.
    pub fn name(name: &str) -> Self {
        Self {
            fields: Some(format!("metadata.name={name}")),
            ..Self::default()
        }
    }

    pub(super) fn call(
        &self,
        verb: &'static str,
        resource: Resource,
        namespace: Option<&str>,
    ) -> Result<Call> {
        let subject = Subject::new(verb, resource, namespace, None);
        Ok(Call::get(resource.collection(namespace)?, subject)
            .query_opt("labelSelector", self.labels.as_deref())
            .query_opt("fieldSelector", self.fields.as_deref()))
    }
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The objects, in the server's order: by namespace, then name.
    pub items: Vec<T>,
    /// Whether the list starts here. The list can start a second time, when the server forgot it half way: what came before is
    /// then void.
    pub first: bool,
}

/// How a list ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// All pages were handed over.
    Complete {
        /// The version of the collection, from which a watch can go on.
        resource_version: String,
    },
    /// The API server does not serve the resource.
    NotServed,
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    metadata: ListMeta,
    // Custom resources come with `metadata` after `items`, so the whole page has to be skipped through.
    #[serde(default, rename = "items")]
    _items: IgnoredAny,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ListMeta {
    #[serde(default, rename = "continue")]
    next: String,
    #[serde(default)]
    resource_version: String,
}

#[derive(Deserialize)]
struct Items<T> {
    // Go writes a list without objects as `null` in places.
    items: Option<Vec<T>>,
}

impl Cluster {
    /// Reads a collection, in one namespace or in all, and hands it over page by page. `T` keeps what the caller needs of each
    /// object.
    ///
    /// # Errors
    /// What the server refuses, but for a resource that it does not serve; what `on_page` returns.
    pub async fn list<T>(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
        on_page: impl FnMut(Page<T>) -> Result<()>,
    ) -> Result<Listing>
    where
        T: DeserializeOwned + Send + 'static,
    {
        let call = query.call("list", resource, namespace)?;
        match self.pages(call.clone(), query.limit, on_page).await {
            Ok(listing) => Ok(listing),
            Err(fault) => Err(self.explain(fault, &call.subject)),
        }
    }

    /// Sends `call` for every page of its collection.
    pub(super) async fn pages<T>(
        &self,
        call: Call,
        limit: Option<u32>,
        mut on_page: impl FnMut(Page<T>) -> Result<()>,
    ) -> Result<Listing, Fault>
    where
        T: DeserializeOwned + Send + 'static,
    {
        let first = call.query("limit", limit.unwrap_or(PAGE).to_string());
        let mut at_start = true;
        let mut restarts = 0;
        let mut on_its_way = JoinSet::new();
        self.start(&mut on_its_way, first.clone());
        loop {
            let answer = match on_its_way.join_next().await {
                Some(Ok(answer)) => answer,
                _ => Err(Fault::Malformed("the request broke off".to_owned())),
            };
            let bytes = match answer {
                Ok(bytes) => bytes,
                Err(fault) if !at_start && fault.code() == Some(410) => {
                    if restarts == RESTARTS {
                        return Err(Fault::Expired(restarts + 1));
                    }
                    tokio::time::sleep(FIRST_PAUSE * 2_u32.pow(restarts)).await;
                    restarts += 1;
                    at_start = true;
                    self.start(&mut on_its_way, first.clone());
                    continue;
                }
                Err(fault) if fault.missing() == Some(Missing::Resource) => {
                    return Ok(Listing::NotServed);
                }
                Err(fault) => return Err(fault),
            };
            let next = |token: &str| {
                self.start(&mut on_its_way, first.clone().query("continue", token));
            };
            let (meta, items) = parse(bytes, next).await?;
            on_page(Page {
                items,
                first: at_start,
            })
            .map_err(Fault::Unsent)?;
            at_start = false;
            if meta.next.is_empty() {
                return Ok(Listing::Complete {
                    resource_version: meta.resource_version,
                });
            }
        }
    }

    fn start(&self, on_its_way: &mut JoinSet<Result<Vec<u8>, Fault>>, call: Call) {
        let transport = self.transport.clone();
        on_its_way.spawn(async move { transport.fetch(&call).await });
    }

    /// Reads a whole collection into memory. `None` when the API server does not serve the resource.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn list_all<T>(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
    ) -> Result<Option<Vec<T>>>
    where
        T: DeserializeOwned + Send + 'static,
    {
        let mut all = Vec::new();
        let listing = self.list(resource, namespace, query, |page: Page<T>| {
            if page.first {
                all.clear();
            }
            all.extend(page.items);
            Ok(())
        });
        Ok(match listing.await? {
            Listing::Complete { .. } => Some(all),
            Listing::NotServed => None,
        })
    }
}

/// Parses a page. Where another one follows, `next` is called first, and the objects are parsed beside the async threads, so that
/// the next request is under way meanwhile.
async fn parse<T>(bytes: Vec<u8>, next: impl FnOnce(&str)) -> Result<(ListMeta, Vec<T>), Fault>
where
    T: DeserializeOwned + Send + 'static,
{
    let head: Head = serde_json::from_slice(&bytes).map_err(|error| Fault::malformed(&error))?;
    let items = if head.metadata.next.is_empty() {
        serde_json::from_slice::<Items<T>>(&bytes)
    } else {
        next(&head.metadata.next);
        tokio::task::spawn_blocking(move || serde_json::from_slice::<Items<T>>(&bytes))
            .await
            .map_err(|error| Fault::Malformed(error.to_string()))?
    };
    Ok((
        head.metadata,
        items
            .map_err(|error| Fault::malformed(&error))?
            .items
            .unwrap_or_default(),
    ))
}
