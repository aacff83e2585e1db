//! Reads collections page by page. While the caller works on one page, the next one is already on its way.

use std::marker::PhantomData;
use std::time::Duration;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use tokio::task::JoinSet;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::{Fault, Missing};
use super::object::not_a;
use super::resource::Resource;
use crate::error::Result;

/// Objects per page. Four times as many as kubectl asks for: with 10,000 Backups this saves time at the API server and costs little memory.
const PAGE: u32 = 2000;

/// How often a list is started again at most, after the API server forgot it half way (410).
const RESTARTS: u32 = 3;

/// The pause before a list is started again; it doubles each time.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// Selects objects of a collection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// The label selector.
    pub labels: Option<String>,
    /// The field selector.
    pub fields: Option<String>,
    /// Objects per page; default 2,000.
    pub limit: Option<u32>,
}

impl ListQuery {
    /// Selects the objects with these labels, or all objects.
    pub fn labels(labels: Option<String>) -> Self {
        Self {
            labels,
            ..Self::default()
        }
    }

    /// Selects the objects of one name: at most one in each namespace.
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
    /// The objects, in the server's order.
    pub items: Vec<T>,
    /// The objects that are not of the expected form. Always empty unless the list is [`Pages::tolerant`].
    pub malformed: Vec<Value>,
    /// Whether the list starts here. The list starts a second time when the server forgot it half way; the pages before are then void.
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

/// What comes next in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextPage<T> {
    /// A page.
    Page(Page<T>),
    /// The list has ended.
    End(Listing),
}

/// One page as the server sends it, without its objects.
#[derive(Deserialize)]
struct Head {
    // `PodList` and the like. Other JSON, such as that of a login page, must not count as an empty list.
    #[serde(default)]
    kind: String,
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

/// The pages of one collection, read when they are asked for and one ahead.
pub struct Pages<T> {
    cluster: Cluster,
    first: Call,
    limit: u32,
    on_its_way: JoinSet<Result<Vec<u8>, Fault>>,
    at_start: bool,
    restarts: u32,
    tolerant: bool,
    /// The version of the collection, once its last page was handed over.
    ended: Option<String>,
    items: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + Send + 'static> Pages<T> {
    fn new(cluster: Cluster, first: Call, limit: Option<u32>) -> Self {
        Self {
            cluster,
            first,
            limit: limit.unwrap_or(PAGE),
            on_its_way: JoinSet::new(),
            at_start: true,
            restarts: 0,
            tolerant: false,
            ended: None,
            items: PhantomData,
        }
    }

    /// Hands over objects that are not of the expected form as [`Page::malformed`], instead of failing.
    #[must_use]
    pub fn tolerant(mut self) -> Self {
        self.tolerant = true;
        self
    }

    /// Waits for the next page.
    ///
    /// # Errors
    /// What the server refuses, but for a resource that it does not serve.
    pub async fn next(&mut self) -> Result<NextPage<T>> {
        let next = self.step().await;
        next.map_err(|fault| self.cluster.explain(fault, &self.first.subject))
    }

    async fn step(&mut self) -> Result<NextPage<T>, Fault> {
        if let Some(resource_version) = self.ended.take() {
            return Ok(NextPage::End(Listing::Complete { resource_version }));
        }
        let bytes = loop {
            match self.answer().await {
                Ok(bytes) => break bytes,
                Err(fault) if !self.at_start && fault.code() == Some(410) => {
                    self.restart().await?;
                }
                Err(fault) if fault.missing() == Some(Missing::Resource) => {
                    return Ok(NextPage::End(Listing::NotServed));
                }
                Err(fault) => return Err(fault),
            }
        };
        let head: Head =
            serde_json::from_slice(&bytes).map_err(|error| Fault::malformed(&error))?;
        if !head.kind.ends_with("List") {
            return Err(not_a("list"));
        }
        let token = head.metadata.next;
        let tolerant = self.tolerant;
        // The next request is under way while the objects are parsed beside the async threads.
        let (items, malformed) = if token.is_empty() {
            self.ended = Some(head.metadata.resource_version);
            parse(&bytes, tolerant)?
        } else {
            self.send(self.limited().query("continue", &token));
            tokio::task::spawn_blocking(move || parse(&bytes, tolerant))
                .await
                .map_err(|error| Fault::Malformed(error.to_string()))??
        };
        Ok(NextPage::Page(Page {
            items,
            malformed,
            first: std::mem::replace(&mut self.at_start, false),
        }))
    }

    async fn answer(&mut self) -> Result<Vec<u8>, Fault> {
        if self.on_its_way.is_empty() {
            self.send(self.limited());
        }
        match self.on_its_way.join_next().await {
            Some(Ok(answer)) => answer,
            _ => Err(Fault::Malformed("the request broke off".to_owned())),
        }
    }

    /// Starts the list again. The last time it is asked for in one piece, as client-go does: such a list cannot expire.
    async fn restart(&mut self) -> Result<(), Fault> {
        if self.restarts == RESTARTS {
            return Err(Fault::Expired(self.restarts + 1));
        }
        tokio::time::sleep(FIRST_PAUSE * 2_u32.pow(self.restarts)).await;
        self.restarts += 1;
        if self.restarts == RESTARTS {
            self.limit = 0;
        }
        self.at_start = true;
        Ok(())
    }

    fn limited(&self) -> Call {
        match self.limit {
            0 => self.first.clone(),
            limit => self.first.clone().query("limit", limit.to_string()),
        }
    }

    fn send(&mut self, call: Call) {
        let transport = self.cluster.transport.clone();
        self.on_its_way
            .spawn(async move { transport.fetch(&call).await });
    }
}

impl Cluster {
    /// The pages of a collection, in one namespace or in all. `T` keeps what the caller needs of each object.
    ///
    /// # Errors
    /// A namespace that could not be part of a URL.
    pub fn pages<T: DeserializeOwned + Send + 'static>(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
    ) -> Result<Pages<T>> {
        let call = query.call("list", resource, namespace)?;
        Ok(Pages::new(self.clone(), call, query.limit))
    }

    /// Reads a collection, in one namespace or in all, and hands it over page by page.
    ///
    /// # Errors
    /// What the server refuses, but for a resource that it does not serve; what `on_page` returns.
    pub async fn list<T>(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
        mut on_page: impl FnMut(Page<T>) -> Result<()>,
    ) -> Result<Listing>
    where
        T: DeserializeOwned + Send + 'static,
    {
        let mut pages = self.pages(resource, namespace, query)?;
        loop {
            match pages.next().await? {
                NextPage::Page(page) => on_page(page)?,
                NextPage::End(listing) => return Ok(listing),
            }
        }
    }

    /// Sends `call` for every page of its collection.
    pub(super) async fn list_raw<T>(
        &self,
        call: Call,
        mut on_page: impl FnMut(Page<T>),
    ) -> Result<Listing, Fault>
    where
        T: DeserializeOwned + Send + 'static,
    {
        let mut pages = Pages::new(self.clone(), call, None);
        loop {
            match pages.step().await? {
                NextPage::Page(page) => on_page(page),
                NextPage::End(listing) => return Ok(listing),
            }
        }
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

/// The objects of a page, and those that are not of the expected form, for which only a tolerant list has a place.
fn parse<T: DeserializeOwned>(bytes: &[u8], tolerant: bool) -> Result<(Vec<T>, Vec<Value>), Fault> {
    match serde_json::from_slice::<Items<T>>(bytes) {
        Ok(page) => Ok((page.items.unwrap_or_default(), Vec::new())),
        Err(_) if tolerant => one_by_one(bytes),
        Err(error) => Err(Fault::malformed(&error)),
    }
}

fn one_by_one<T: DeserializeOwned>(bytes: &[u8]) -> Result<(Vec<T>, Vec<Value>), Fault> {
    let page: Items<Value> =
        serde_json::from_slice(bytes).map_err(|error| Fault::malformed(&error))?;
    let (mut items, mut malformed) = (Vec::new(), Vec::new());
    for object in page.items.unwrap_or_default() {
        match T::deserialize(&object) {
            Ok(item) => items.push(item),
            Err(_) => malformed.push(object),
        }
    }
    Ok((items, malformed))
}
