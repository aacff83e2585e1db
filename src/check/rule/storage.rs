//! Where the data goes, next to the data of others.

use crate::check::{Judgement, Subject};
use crate::log_backup::Situation;
use crate::lookup::neighbours::Role;
use crate::lookup::surroundings::Surroundings;
use crate::manifest::storage::StorageUrl;

/// `directory-in-use`: BR refuses a directory that holds a backup.
pub fn is_unused(subject: &Subject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let writing = subject
        .work
        .iter()
        .filter(|work| work.kind.writes_new_data());
    writing
        .filter_map(|work| {
            let place = StorageUrl::of_spec(work.spec)?.to_string();
            let neighbours = match &surroundings.neighbours {
                Ok(neighbours) => neighbours,
                Err(error) => return Some(Judgement::unknown(subject.object, error)),
            };
            let other = neighbours.iter().find(|other| {
                other.object != *subject.object && other.storage.as_deref() == Some(place.as_str())
            });
            let Some(other) = other else {
                return Some(Judgement::ok(
                    subject.object,
                    format!("no other backup lies at {place}"),
                ));
            };
            let message = format!(
                "{place} holds {} of namespace {} already: BR refuses a directory in use, and deleting the data of one deletes both",
                other.object, other.object.namespace
            );
            let judgement = match other.role {
                Role::Log(Situation::Stopped) => Judgement::warning(subject.object, message),
                _ => Judgement::critical(subject.object, message),
            };
            Some(judgement.hint(
                "give each backup a prefix of its own, such as s3://BUCKET/{cluster}/{name}",
            ))
        })
        .collect()
}
