//! What is checked: a manifest, or a live object.

use serde_json::Value;

use crate::api::ObjectRef;
use crate::manifest::work::{Work, work_of};

/// A manifest to check, with the work that it asks for.
pub struct CheckSubject<'a> {
    /// Which object it is, or becomes.
    pub object: &'a ObjectRef,
    /// The whole manifest.
    pub manifest: &'a Value,
    /// What Pods do for it. A schedule asks for several things.
    pub work: Vec<Work<'a>>,
}

impl<'a> CheckSubject<'a> {
    /// A manifest and the address of its object.
    pub fn new(object: &'a ObjectRef, manifest: &'a Value) -> Self {
        Self {
            object,
            manifest,
            work: work_of(manifest),
        }
    }

    /// The namespace of a TiDB cluster that the work names.
    pub fn cluster_of(&self, work: &Work<'_>) -> Option<(String, String)> {
        let (namespace, name) = work.cluster()?;
        let namespace = namespace.unwrap_or(&self.object.namespace);
        Some((namespace.to_owned(), name.to_owned()))
    }
}
