//! Sends the writes of a plan, each with the resourceVersion that the decision rested on.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::address::Address;
use super::foresight::{ResultLine, word_of};
use super::lost_answer;
use super::plan::{Decision, Write};
use crate::api::document::at;
use crate::api::merge_patch;
use crate::cluster::{Cluster, DeleteOptions, Patch, Preconditions, WriteOptions};
use crate::{ErrorKind, Result};

/// The writes of a plan on their way: how many of them are carried out, and what came of them.
pub(super) struct Sender<'a> {
    cluster: &'a Cluster,
    dry_run: bool,
    /// How many writes are carried out.
    pub done: usize,
    stored: BTreeMap<Address, Stored>,
    /// The writes whose answer was lost and that were carried out all the same, as the objects say.
    pub found_out: Vec<String>,
}

/// What the writes so far made of one object.
struct Stored {
    object: Value,
    word: &'static str,
    /// Whether it is newer than the object that the decision rests on.
    is_newest: bool,
}

impl<'a> Sender<'a> {
    /// Nothing is sent yet. In a dry run, the API server checks each write and stores nothing.
    pub fn new(cluster: &'a Cluster, dry_run: bool) -> Self {
        Self {
            cluster,
            dry_run,
            done: 0,
            stored: BTreeMap::new(),
            found_out: Vec::new(),
        }
    }

    /// The decision was made again from fresh objects, whose resourceVersions count from now on.
    pub fn was_decided_again(&mut self) {
        for stored in self.stored.values_mut() {
            stored.is_newest = false;
        }
    }

    /// Sends `writes`, the part of the plan that is not carried out yet.
    ///
    /// # Errors
    /// Whatever the API server refuses; then [`Sender::done`] says how many writes came before.
    pub async fn send<G>(&mut self, decision: &Decision<G>, writes: &[Write]) -> Result<()> {
        for write in writes {
            let address = self.address(write)?;
            let live = decision.live_object(&address);
            let before = match self.stored.get(&address) {
                // A dry run stores nothing, so the next write meets the version that was read.
                Some(stored) if stored.is_newest && !self.dry_run => Some(&stored.object),
                _ => live,
            };
            let object = match self.send_one(write, &address, before).await {
                Err(error) if error.kind == ErrorKind::Unknown && !self.dry_run => {
                    let why = lost_answer::cause(&error).to_owned();
                    let object =
                        lost_answer::settle(self.cluster, write, &address, before, error).await?;
                    let word = word_of(decision, write, before, &object);
                    self.found_out
                        .push(format!("{why}; {address} was {word} all the same"));
                    object
                }
                answer => answer?,
            };
            let word = word_of(decision, write, live, &object);
            // The answer to a deletion may be a Status; the result line names the object.
            let object = match (write, live) {
                (Write::Delete { .. }, Some(live)) => live.clone(),
                _ => object,
            };
            let stored = Stored {
                object,
                word,
                is_newest: true,
            };
            self.stored.insert(address, stored);
            self.done += 1;
        }
        Ok(())
    }

    async fn send_one(
        &self,
        write: &Write,
        address: &Address,
        before: Option<&Value>,
    ) -> Result<Value> {
        let options = WriteOptions {
            dry_run: self.dry_run,
            ..WriteOptions::default()
        };
        let Address {
            resource,
            namespace,
            name,
        } = address;
        let patch = async |patch: Patch<'_>, subresource| {
            self.cluster
                .patch(*resource, namespace, name, patch, subresource, options)
                .await
        };
        match write {
            Write::Create { manifest, .. } => self.cluster.create(manifest, options).await,
            Write::Patch { body, status, .. } => {
                let body = with_version(body, before);
                patch(Patch::Merge(&body), status.then_some("status")).await
            }
            Write::Apply { manifest, force } => {
                let manifest = &with_version(manifest, before);
                let force = *force;
                patch(Patch::Apply { manifest, force }, None).await
            }
            Write::Delete { propagation, .. } => {
                let uid = before.and_then(|live| at(live, "/metadata/uid").as_str());
                let options = DeleteOptions {
                    propagation: *propagation,
                    preconditions: uid.map(|uid| Preconditions {
                        uid: Some(uid.to_owned()),
                        resource_version: None,
                    }),
                    dry_run: self.dry_run,
                };
                self.cluster
                    .delete(*resource, namespace, name, &options)
                    .await
            }
        }
    }

    fn address(&self, write: &Write) -> Result<Address> {
        Ok(write.address()?.in_namespace(self.cluster.namespace()))
    }

    /// The objects of the plan as they are now.
    ///
    /// # Errors
    /// As [`Write::address`].
    pub fn results<G>(&self, decision: &Decision<G>) -> Result<Vec<ResultLine>> {
        let subjects = decision.subjects()?.into_iter();
        let results = subjects.map(|address| {
            let stored = self.stored_at(&address);
            let live = decision.live_object(&address);
            ResultLine {
                object: stored
                    .map(|stored| &stored.object)
                    .or(live)
                    .cloned()
                    .unwrap_or_default(),
                word: decision.plan.result_word(stored.map(|stored| stored.word)),
            }
        });
        Ok(results.collect())
    }

    /// The objects for which nothing is left to be sent after the failure of `remaining`.
    pub fn complete(&self, remaining: &[Write]) -> Vec<ResultLine> {
        let is_left = |address: &Address| {
            let mut left = remaining.iter().filter_map(|write| write.address().ok());
            left.any(|left| left.is_same(address))
        };
        let stored = self.stored.iter().filter(|(address, _)| !is_left(address));
        stored
            .map(|(_, stored)| ResultLine {
                object: stored.object.clone(),
                word: stored.word.to_owned(),
            })
            .collect()
    }

    /// What was done to the object at `address` before a later write failed, as in `its status was patched`.
    pub fn done_to(&self, address: &Address) -> Option<&'static str> {
        self.stored_at(address).map(|stored| stored.word)
    }

    fn stored_at(&self, address: &Address) -> Option<&Stored> {
        let mut stored = self.stored.iter();
        stored
            .find(|(other, _)| other.is_same(address))
            .map(|(_, stored)| stored)
    }
}

/// The fields with the resourceVersion of the object that they change, so that the API server refuses them once it has changed.
fn with_version(fields: &Value, live: Option<&Value>) -> Value {
    let mut fields = fields.clone();
    let version = live.map(|live| at(live, "/metadata/resourceVersion"));
    if let Some(version) = version.filter(|version| !version.is_null()) {
        let version = json!({"metadata": {"resourceVersion": version}});
        merge_patch::apply(&mut fields, &version);
    }
    fields
}
