//! The flags of the table that were given on the command line.

use std::collections::BTreeMap;

use super::flag::{FLAGS, Flag};
use crate::time::Tso;

/// The moments that the user typed, each under its text. References to objects are resolved before a manifest is built.
pub type Times = BTreeMap<String, Tso>;

/// The flags of the table that were given, with their texts in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given(BTreeMap<&'static str, Vec<String>>);

impl Given {
    /// Adds a flag with the texts that were given to it.
    pub fn add(&mut self, flag: &'static Flag, values: Vec<String>) {
        self.0.insert(flag.name, values);
    }

    /// The last value that was given to a flag.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.last().map(String::as_str)
    }

    /// The flags that were given, in the order of the table.
    pub fn flags(&self) -> impl Iterator<Item = (&'static Flag, &[String])> {
        FLAGS
            .iter()
            .filter_map(|flag| Some((flag, self.0.get(flag.name)?.as_slice())))
    }

    /// The flags without one of them.
    pub fn without(mut self, name: &str) -> Self {
        self.0.remove(name);
        self
    }

    /// Whether no flag of the table was given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
