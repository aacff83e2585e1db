//! The one error type of the harness: a sentence for the person who runs the tests.

use std::fmt;

/// What went wrong, in one sentence, with the cause at its end.
///
/// `Debug` prints the sentence as it is, so that `unwrap` in a test shows something readable.
#[derive(Clone, PartialEq, Eq)]
pub struct Failure(String);

/// Result of everything that can fail in this crate.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    /// A failure with this sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Adds what was being done when an error of another type occurred.
pub(crate) trait Context<T> {
    /// Turns the error into a [`Failure`] that reads `doing: cause`.
    fn context(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|cause| Failure(format!("{doing}: {cause}")))
    }
}
