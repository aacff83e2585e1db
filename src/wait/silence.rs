//! Asks while an object stands still why it does, so that each cause is named once.

use serde_json::Value;

use crate::check::{self, Cause};
use crate::cluster::Cluster;
use crate::lookup::standstill::Standstill;

/// What was found so far while waiting for one object.
#[derive(Debug, Default)]
pub struct Silence {
    /// The cause that was named last, as long as it is there.
    current: Option<Cause>,
    was_ignored: bool,
}

impl Silence {
    /// Looks around the object. Returns a cause that was not named yet.
    pub async fn new_cause(&mut self, cluster: &Cluster, object: &Value) -> Option<Cause> {
        let around = Standstill::around(cluster, object).await;
        let found = check::causes(object, &around, self.was_ignored);
        self.was_ignored |= check::is_ignored(&around);
        let nearest = found.into_iter().next();
        let fresh = nearest
            .clone()
            .filter(|cause| self.current.as_ref() != Some(cause));
        self.current = nearest;
        fresh
    }

    /// The cause for which the object stands still, as it was seen last.
    pub fn current(&self) -> Option<&Cause> {
        self.current.as_ref()
    }
}
