//! Collections: the objects of a kind, in every generation that the API server serves.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{generation, locate};
use crate::api::document::stamp;
use crate::api::{Kind, Operator};
use crate::cluster::{ListQuery, Listing, NextPage, Pages, Resource};
use crate::context::Context;
use crate::{ErrorKind, Result};

/// The objects of a kind, each with its generation.
pub struct Collected {
    /// The generations that are served, the newer first.
    pub served: Vec<Operator>,
    /// The objects, with the `apiVersion` and `kind` that list items may lack.
    pub objects: Vec<(Operator, Value)>,
}

/// Reads the next page of a collection of one generation. RBAC answers before the API server looks whether a group is served, so a
/// 403 where nobody asked for this generation may only mean that it is not served; discovery, which everybody may ask, decides.
///
/// # Errors
/// What the server refuses.
pub async fn next_page<T>(
    context: &Context,
    operator: Operator,
    pages: &mut Pages<T>,
) -> Result<NextPage<T>>
where
    T: DeserializeOwned + Send + 'static,
{
    match pages.next().await {
        Err(error) if error.kind == ErrorKind::Forbidden && context.operator().is_none() => {
            match context.cluster().await?.served(operator).await? {
                Some(_) => Err(error),
                None => Ok(NextPage::End(Listing::NotServed)),
            }
        }
        next => next,
    }
}

/// Reads the objects of one generation that `keep` takes; `None` where the generation is not served.
///
/// # Errors
/// What the server refuses.
async fn of_generation(
    context: &Context,
    operator: Operator,
    kind: Kind,
    namespace: Option<&str>,
    query: &ListQuery,
    keep: impl Fn(&Value) -> bool,
) -> Result<Option<Vec<Value>>> {
    let resource = Resource::of(operator, kind);
    let mut pages = context.cluster().await?.pages(resource, namespace, query)?;
    let mut kept = Vec::new();
    loop {
        match next_page(context, operator, &mut pages).await? {
            NextPage::Page(page) => {
                if page.first {
                    kept.clear();
                }
                kept.extend(page.items.into_iter().filter(|item| keep(item)));
            }
            NextPage::End(Listing::Complete { .. }) => return Ok(Some(kept)),
            NextPage::End(Listing::NotServed) => return Ok(None),
        }
    }
}

/// Reads the objects of every generation that `keep` takes.
///
/// # Errors
/// What the server refuses; Unsupported when no generation is served.
pub async fn collect(
    context: &Context,
    kind: Kind,
    namespace: Option<&str>,
    query: &ListQuery,
    keep: impl Fn(&Value) -> bool,
) -> Result<Collected> {
    let asked = generation::asked(context);
    let mut collected = Collected {
        served: Vec::new(),
        objects: Vec::new(),
    };
    for operator in &asked {
        let found = of_generation(context, *operator, kind, namespace, query, &keep).await?;
        let Some(items) = found else {
            continue;
        };
        collected.served.push(*operator);
        collected.objects.extend(items.into_iter().map(|mut item| {
            stamp(&mut item, *operator, kind);
            (*operator, item)
        }));
    }
    match collected.served.is_empty() {
        true => Err(locate::nothing_served(context, kind, &asked).await),
        false => Ok(collected),
    }
}

/// Reads the objects of the current namespace with these labels.
///
/// # Errors
/// As [`collect`].
pub async fn with_labels(context: &Context, kind: Kind, selector: &str) -> Result<Vec<Value>> {
    let query = ListQuery::labels(Some(selector.to_owned()));
    let namespace = context.cluster().await?.namespace().to_owned();
    let found = collect(context, kind, Some(&namespace), &query, |_| true).await?;
    Ok(found
        .objects
        .into_iter()
        .map(|(_, object)| object)
        .collect())
}
