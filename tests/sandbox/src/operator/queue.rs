//! The work queue of the operator: each object at most once, at the earliest moment it was asked for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::document::Key;

/// Objects to look at, and when.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    by_key: BTreeMap<Key, DateTime<Utc>>,
    by_due: BTreeSet<(DateTime<Utc>, Key)>,
}

impl Queue {
    /// Asks for a look at `due`; an earlier one that is asked for already stays.
    pub fn wake(&mut self, key: &Key, due: DateTime<Utc>) {
        match self.by_key.get(key) {
            Some(earlier) if *earlier <= due => {}
            _ => {
                self.remove(key);
                self.by_key.insert(key.clone(), due);
                self.by_due.insert((due, key.clone()));
            }
        }
    }

    /// Takes out the object that has been due the longest.
    pub fn pop(&mut self, now: DateTime<Utc>) -> Option<Key> {
        let (due, key) = self.by_due.first()?.clone();
        if due > now {
            return None;
        }
        self.remove(&key);
        Some(key)
    }

    /// Forgets an object.
    pub fn remove(&mut self, key: &Key) {
        if let Some(due) = self.by_key.remove(key) {
            self.by_due.remove(&(due, key.clone()));
        }
    }

    /// When the next object is due.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        self.by_due.first().map(|(due, _)| *due)
    }
}
