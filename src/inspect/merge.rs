//! Puts objects into the order of lists, namespace then name, while they are read.
//!
//! The API server sends a collection in the order of its keys `namespace/name`. That is the order of lists but for one case: it sends the
//! namespace `a-b` before the namespace `a`, because `-` comes before `/`. So an object of a namespace with a dash waits for the namespaces
//! that may still come before it. Objects of two generations wait for each other.

use std::collections::BTreeMap;

/// The namespace and the name of an object.
pub type ListPlace = (String, String);

/// Up to which place a source was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// Nothing was read.
    Start,
    /// Everything up to this place was read.
    At(ListPlace),
    /// Everything was read.
    End,
}

/// Merges ordered sources.
#[derive(Debug)]
pub struct Merge<T> {
    one_namespace: bool,
    marks: Vec<Mark>,
    waiting: BTreeMap<(ListPlace, usize), T>,
}

impl<T> Merge<T> {
    /// Merges so many sources. Within one namespace the API server's order is the order of lists.
    pub fn new(sources: usize, one_namespace: bool) -> Self {
        Self {
            one_namespace,
            marks: vec![Mark::Start; sources],
            waiting: BTreeMap::new(),
        }
    }

    /// Takes the next object of a source.
    pub fn push(&mut self, source: usize, place: ListPlace, item: T) {
        let dash = place.0.find('-').filter(|_| !self.one_namespace);
        let mark = match dash.and_then(|dash| place.0.get(..dash)) {
            Some(earlier) => (earlier.to_owned(), String::new()),
            None => place.clone(),
        };
        if let Some(known) = self.marks.get_mut(source) {
            *known = Mark::At(mark);
        }
        self.waiting.insert((place, source), item);
    }

    /// Notes that a source has ended.
    pub fn end(&mut self, source: usize) {
        if let Some(mark) = self.marks.get_mut(source) {
            *mark = Mark::End;
        }
    }

    /// The source to read next: the one that the others wait for. `None` when all have ended.
    pub fn next_source(&self) -> Option<usize> {
        let open = self.marks.iter().enumerate();
        open.filter(|(_, mark)| **mark != Mark::End)
            .min_by_key(|(_, mark)| *mark)
            .map(|(source, _)| source)
    }

    /// The next object in order, once no earlier object can come any more.
    pub fn pop(&mut self) -> Option<T> {
        let first = self.waiting.first_entry()?;
        let ((namespace, name), _) = first.key();
        let ready = self.marks.iter().all(|mark| match mark {
            Mark::Start => false,
            Mark::At((up_to, last)) => (namespace, name) <= (up_to, last),
            Mark::End => true,
        });
        ready.then(|| first.remove())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    /// Reads sources in the order of the API server, and returns what comes out and how many objects waited at most.
    fn merged(
        mut sources: Vec<Vec<ListPlace>>,
        one_namespace: bool,
    ) -> (Vec<(ListPlace, usize)>, usize) {
        for source in &mut sources {
            source.sort_by_key(|(namespace, name)| format!("{namespace}/{name}"));
            source.reverse();
        }
        let mut merge = Merge::new(sources.len(), one_namespace);
        let (mut out, mut most) = (Vec::new(), 0);
        while let Some(source) = merge.next_source() {
            match sources[source].pop() {
                Some(place) => merge.push(source, place.clone(), (place, source)),
                None => merge.end(source),
            }
            most = most.max(merge.waiting.len());
            while let Some(item) = merge.pop() {
                out.push(item);
            }
        }
        (out, most)
    }

    fn place(namespace: &str, name: &str) -> ListPlace {
        (namespace.to_owned(), name.to_owned())
    }

    #[test]
    fn one_namespace_waits_for_nothing() {
        let names = (0..100).map(|number| place("tidb-prod", &format!("b-{number:03}")));
        let (out, most) = merged(vec![names.collect()], true);
        assert_eq!((out.len(), most), (100, 1));
        let plain = (0..100).map(|number| place(&format!("n{number:03}"), "b"));
        assert_eq!(merged(vec![plain.collect()], false).1, 1);
    }

    proptest! {
        /// Whatever namespaces there are and however they are spread over generations, nothing is lost and the order is that of lists.
        #[test]
        fn everything_comes_out_in_order(
            one in proptest::collection::btree_set(("[ab]{1,2}(-[ab]){0,2}", "[ab-]{1,3}"), 0..20),
            two in proptest::collection::btree_set(("[ab]{1,2}(-[ab]){0,2}", "[ab-]{1,3}"), 0..20),
        ) {
            let mut expected: Vec<(ListPlace, usize)> = one.iter().map(|place| (place.clone(), 0)).collect();
            expected.extend(two.iter().map(|place| (place.clone(), 1)));
            expected.sort();
            let sources = vec![one.into_iter().collect(), two.into_iter().collect()];
            prop_assert_eq!(merged(sources, false).0, expected);
        }
    }
}
