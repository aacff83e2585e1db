//! Objects that are printed together at the end of a command.

use std::cell::RefCell;

use serde_json::Value;

/// Keeps the objects that a command for several names prints, so that they become one `List` at the end.
#[derive(Debug, Default)]
pub struct HeldObjects(RefCell<Option<Vec<Value>>>);

impl HeldObjects {
    /// From now on, [`HeldObjects::keep`] keeps what it is given.
    pub fn hold(&self) {
        self.0.replace(Some(Vec::new()));
    }

    /// Keeps copies of the objects. Returns false where each object is printed at once.
    pub fn keep(&self, objects: &[Value]) -> bool {
        let mut held = self.0.borrow_mut();
        held.as_mut()
            .map(|held| held.extend_from_slice(objects))
            .is_some()
    }

    /// The objects that were kept, which may be none; `None` where each object was printed at once.
    pub fn release(&self) -> Option<Vec<Value>> {
        self.0.take()
    }
}
