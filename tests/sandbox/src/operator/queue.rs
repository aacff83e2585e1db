//! The work queue of the operator: each object at most once, at the earliest moment that was asked for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

/// Objects to reconcile, and when.
#[derive(Debug, Clone)]
pub struct Queue<T> {
    by_item: BTreeMap<T, DateTime<Utc>>,
    by_due: BTreeSet<(DateTime<Utc>, T)>,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self {
            by_item: BTreeMap::new(),
            by_due: BTreeSet::new(),
        }
    }
}

impl<T: Ord + Clone> Queue<T> {
    /// Asks for a reconcile at `due`. An earlier moment that was asked for before stays.
    pub fn wake(&mut self, item: &T, due: DateTime<Utc>) {
        match self.by_item.get(item) {
            Some(earlier) if *earlier <= due => {}
            _ => {
                self.remove(item);
                self.by_item.insert(item.clone(), due);
                self.by_due.insert((due, item.clone()));
            }
        }
    }

    /// Takes out the object that has been due the longest.
    pub fn pop(&mut self, now: DateTime<Utc>) -> Option<T> {
        let (due, item) = self.by_due.first()?.clone();
        if due > now {
            return None;
        }
        self.remove(&item);
        Some(item)
    }

    /// Forgets an object.
    pub fn remove(&mut self, item: &T) {
        if let Some(due) = self.by_item.remove(item) {
            self.by_due.remove(&(due, item.clone()));
        }
    }

    /// When the next object is due.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        self.by_due.first().map(|(due, _)| *due)
    }
}
