//! What a command is going to do. A plan is made by pure functions from documents and the clock; dry run, difference,
//! question and the real write all come from the same plan.

use serde_json::Value;

use crate::api::ObjectRef;

/// One request that changes the cluster.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Creates an object.
    Create(Value),
    /// A JSON merge patch. The resourceVersion that the decision rested on is added when it is sent.
    Patch {
        /// The object.
        object: ObjectRef,
        /// The patch.
        body: Value,
        /// Whether it goes to the status subresource.
        status: bool,
    },
}

/// Writes in order, and everything there is to say about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is sent, in order.
    pub writes: Vec<Write>,
    /// `Warning:` lines.
    pub warnings: Vec<String>,
    /// Plain lines on stderr that the user should see before the result.
    pub notes: Vec<String>,
    /// What has to be confirmed, without the `(y/N)`.
    pub question: Option<String>,
    /// The state that is reached already, as in `already paused`.
    pub already: Option<String>,
}
