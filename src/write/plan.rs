//! Everything that a command is going to do, as data. Pure functions make a plan from documents and the clock; the dry run, the
//! difference, the question and the writes all come from the same plan.

use serde_json::Value;

use super::address::Address;
use crate::Hint;
use crate::cluster::Propagation;
use crate::output::Ui;

/// One request that changes the cluster.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Creates an object.
    Create {
        /// The object.
        manifest: Value,
        /// Whether the user gave no name, so that another name will do where this one is taken.
        any_name: bool,
    },
    /// A JSON merge patch. The resourceVersion that the decision rested on is added when the patch is sent.
    Patch {
        /// The object.
        object: Address,
        /// The patch.
        body: Value,
        /// Whether it goes to the status subresource.
        status: bool,
    },
    /// Server-side apply: the API server keeps the fields of others. The resourceVersion is added as for a patch.
    Apply {
        /// The fields that are ours.
        manifest: Value,
        /// Whether fields of other managers are taken over.
        force: bool,
    },
    /// Deletes an object, unless another one has its name by now.
    Delete {
        /// The object.
        object: Address,
        /// What becomes of the objects that it owns; `None` leaves that to the API server.
        propagation: Option<Propagation>,
    },
}

impl Write {
    /// Creates the object of `manifest`, and fails where its name is taken.
    pub fn create(manifest: Value) -> Self {
        Self::Create {
            manifest,
            any_name: false,
        }
    }

    /// Changes the object itself.
    pub fn patch(object: impl Into<Address>, body: Value) -> Self {
        Self::Patch {
            object: object.into(),
            body,
            status: false,
        }
    }

    /// The object that is written.
    ///
    /// # Errors
    /// Usage, when a manifest has no name or is of a kind that this program does not write.
    pub fn address(&self) -> crate::Result<Address> {
        match self {
            Self::Create { manifest, .. } | Self::Apply { manifest, .. } => Address::of(manifest),
            Self::Patch { object, .. } | Self::Delete { object, .. } => Ok(object.clone()),
        }
    }
}

/// Whose words the result lines of patches use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ResultWords {
    /// `patched`, as `kubectl patch` says.
    #[default]
    Patch,
    /// `configured` and `unchanged`, as `kubectl apply` says.
    Apply,
}

/// The writes in their order, and everything that the user is told and asked about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is sent, in order.
    pub writes: Vec<Write>,
    /// `Warning:` lines.
    pub warnings: Vec<String>,
    /// Lines on stderr that the user should see before the result.
    pub notes: Vec<Hint>,
    /// The object that stands before each warning and note, where the command is for several.
    pub spoken_for: Option<Address>,
    /// Whether the difference to the live objects is shown before the question.
    pub shows_difference: bool,
    /// What has to be confirmed, without the `(y/N)`.
    pub question: Option<String>,
    /// The state that is reached already, as in `already paused`.
    pub already: Option<String>,
    /// What cannot be restored any more once the plan is carried out.
    pub lost: Vec<String>,
    /// The words of the result lines.
    pub words: ResultWords,
}

impl Plan {
    /// Whether both plans do the same. What they say may differ: a checkpoint moves on.
    pub fn does_the_same_as(&self, other: &Self) -> bool {
        self.writes == other.writes && self.already == other.already
    }

    /// The word of a result line: the state that is reached already, else the word of the last write, if there was a write.
    pub fn result_word(&self, written: Option<&str>) -> String {
        match (&self.already, written, self.words) {
            (Some(already), ..) => format!("already {already}"),
            (None, Some(word), _) => word.to_owned(),
            // kubectl's words for a patch that had nothing to do: what was asked for is under way.
            (None, None, ResultWords::Patch) => "patched (no change)".to_owned(),
            (None, None, ResultWords::Apply) => "unchanged".to_owned(),
        }
    }

    /// Prints what the user should know before anything is written.
    pub fn announce(&self, ui: &Ui) {
        let subject = match &self.spoken_for {
            Some(object) => format!("{object}: "),
            None => String::new(),
        };
        for warning in &self.warnings {
            ui.warning(&format!("{subject}{warning}"));
        }
        for note in &self.notes {
            ui.note(&format!("{subject}{}", ui.render(note)));
        }
        for lost in &self.lost {
            ui.note(&format!("{subject}cannot be restored any more: {lost}"));
        }
    }

    /// Whether an object is deleted.
    pub fn deletes(&self) -> bool {
        let deletes = |write: &Write| matches!(write, Write::Delete { .. });
        self.writes.iter().any(deletes)
    }
}

/// A plan, the objects that it is about, and what was decisive for it.
#[derive(Debug, Clone)]
pub struct Decision<G = ()> {
    /// The plan.
    pub plan: Plan,
    /// The objects that the plan changes or leaves as they are, as they were read. Objects that do not exist yet are not listed.
    pub live: Vec<Value>,
    /// What has to be unchanged when the plan is sent. The decision is made again after a conflict, and compared by this value.
    pub ground: G,
}

impl Decision {
    /// A plan that rests on no live object: everything in it is created.
    pub fn from_nothing(plan: Plan) -> Self {
        Self {
            plan,
            live: Vec::new(),
            ground: (),
        }
    }
}

impl<G> Decision<G> {
    /// The object at `address` as it was read.
    pub fn live_object(&self, address: &Address) -> Option<&Value> {
        let is_meant =
            |object: &&Value| Address::of(object).is_ok_and(|other| other.is_same(address));
        self.live.iter().find(is_meant)
    }

    /// The objects that get a result line, in order: those that are written, then those that stay as they are.
    ///
    /// # Errors
    /// As [`Write::address`].
    pub fn subjects(&self) -> crate::Result<Vec<Address>> {
        let written = self.plan.writes.iter().map(Write::address);
        let live = self.live.iter().map(Address::of);
        let mut subjects: Vec<Address> = Vec::new();
        for address in written.chain(live) {
            let address = address?;
            if !subjects.iter().any(|subject| subject.is_same(&address)) {
                subjects.push(address);
            }
        }
        Ok(subjects)
    }
}
