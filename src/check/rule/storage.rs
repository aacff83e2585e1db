//! Where the data goes, next to the data of others. Deleting a backup with its data deletes all that lies below its directory.

use crate::api::Kind;
use crate::api::document::at;
use crate::check::{CheckSubject, Judgement};
use crate::error::Rule;
use crate::log_backup::Situation;
use crate::lookup::neighbours::{Neighbour, Role};
use crate::lookup::surroundings::Surroundings;
use crate::manifest::storage::{Location, StorageRelation, StorageUrl};
use crate::manifest::work::{Work, WorkKind};

/// The directory that a piece of work writes.
struct Place {
    shown: String,
    location: Location,
    /// Whether the data goes with its object.
    deletes_data: bool,
    /// Whether each backup gets a directory of its own below this one, as those of a schedule do.
    holds_many: bool,
}

fn place_of(subject: &CheckSubject<'_>, work: &Work<'_>) -> Option<Place> {
    Some(Place {
        shown: StorageUrl::of_spec(work.spec)?.to_string(),
        location: Location::of_spec(work.spec, &subject.object.namespace)?,
        deletes_data: at(work.spec, "/cleanPolicy") == "Delete",
        holds_many: subject.object.kind == Kind::BackupSchedule,
    })
}

fn places<'a>(subject: &'a CheckSubject<'_>) -> impl Iterator<Item = Place> + 'a {
    let writing = subject
        .work
        .iter()
        .filter(|work| work.kind.writes_new_data());
    writing.filter_map(|work| place_of(subject, work))
}

const OWN_PREFIX: &str =
    "give each backup a directory of its own, such as s3://BUCKET/{cluster}/{name}";

/// Whether an object is the subject itself, or a backup that the subject made.
fn is_own(subject: &CheckSubject<'_>, other: &Neighbour) -> bool {
    let made = subject.object.kind == Kind::BackupSchedule
        && other.schedule.as_deref() == Some(subject.object.name.as_str())
        && other.object.namespace == subject.object.namespace;
    made || other.object == *subject.object
}

/// `directory-in-use`: BR refuses a directory that holds a backup.
pub fn is_unused(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let judge = |place: Place| {
        let neighbours = match &surroundings.neighbours {
            Ok(neighbours) => neighbours,
            Err(error) => return Judgement::unknown(subject.object, error),
        };
        let foreign = surroundings.foreign.iter().flatten();
        let mut others = neighbours.iter().chain(foreign);
        let same = others.find(|other| {
            let relation = other
                .location
                .as_ref()
                .map(|other| place.location.relation_to(other));
            relation == Some(StorageRelation::Same) && !is_own(subject, other)
        });
        let Some(other) = same.filter(|_| !place.holds_many) else {
            let message = format!("no other backup lies at {}", place.shown);
            return Judgement::ok(subject.object, message);
        };
        let message = format!(
            "{} holds {} of namespace {} already: BR refuses a directory in use",
            place.shown, other.object, other.object.namespace
        );
        match other.role {
            Role::Log(Situation::Stopped) => Judgement::warning(subject.object, message),
            _ => Judgement::critical(subject.object, message),
        }
        .hint(OWN_PREFIX)
    };
    places(subject).map(judge).collect()
}

/// `nested-storage`, against the data of others.
pub fn is_apart(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let mut judgements = Vec::new();
    for place in places(subject) {
        for list in [&surroundings.neighbours, &surroundings.foreign] {
            match list {
                Err(error) => judgements.push(Judgement::unknown(subject.object, error)),
                Ok(others) => judgements.extend(
                    others
                        .iter()
                        .filter(|other| !is_own(subject, other))
                        .filter_map(|other| judge_backup(subject, &place, other)),
                ),
            }
        }
        match &surroundings.schedules {
            Err(error) => judgements.push(Judgement::unknown(subject.object, error)),
            // Two schedules may share a directory: each of their backups gets its own below.
            Ok(_) if place.holds_many => {}
            Ok(schedules) => {
                for schedule in schedules {
                    let mut around = schedule.places.iter().filter(|(_, location)| {
                        matches!(
                            place.location.relation_to(location),
                            StorageRelation::Same | StorageRelation::Around
                        )
                    });
                    judgements.extend(around.next().map(|(theirs, _)| {
                        let message = format!(
                            "{} holds the directory of {} (namespace {}), {theirs}: deleting the data of this backup deletes the backups of the schedule",
                            place.shown, schedule.object, schedule.object.namespace
                        );
                        graded(place.deletes_data, subject, message)
                    }));
                }
            }
        }
    }
    judgements
}

fn judge_backup(subject: &CheckSubject<'_>, place: &Place, other: &Neighbour) -> Option<Judgement> {
    let relation = place.location.relation_to(other.location.as_ref()?);
    let theirs = other.storage.as_deref().unwrap_or_default();
    let (whom, where_) = (&other.object, &other.object.namespace);
    let deletes = place.deletes_data || other.deletes_data;
    let (dangerous, message) = match relation {
        StorageRelation::Apart => return None,
        // Backups of a schedule lie beside others in this directory, not around them.
        StorageRelation::Around if place.holds_many => return None,
        // Otherwise another rule says that BR refuses the directory.
        StorageRelation::Same if place.holds_many || !deletes => return None,
        StorageRelation::Same => (
            true,
            format!(
                "{} holds {whom} of namespace {where_} already: deleting the data of one deletes both",
                place.shown
            ),
        ),
        StorageRelation::Around => (
            place.deletes_data,
            format!(
                "{} holds {whom} of namespace {where_}, at {theirs}: deleting the data of this backup deletes that one too",
                place.shown
            ),
        ),
        StorageRelation::Inside => (
            deletes,
            format!(
                "{} lies in the directory of {whom} of namespace {where_}, {theirs}: deleting the data of that backup deletes this one too",
                place.shown
            ),
        ),
    };
    Some(graded(dangerous, subject, message))
}

fn graded(dangerous: bool, subject: &CheckSubject<'_>, message: String) -> Judgement {
    let judgement = match dangerous {
        true => Judgement::critical(subject.object, message),
        false => Judgement::warning(subject.object, message),
    };
    judgement.breaks(Rule::NestedStorage).hint(OWN_PREFIX)
}

/// `nested-storage`, within one schedule: its log backup and its snapshots.
pub fn log_is_apart(subject: &CheckSubject<'_>) -> Vec<Judgement> {
    let of_kind = |wanted: fn(WorkKind) -> bool| {
        let work = subject.work.iter().find(|work| wanted(work.kind))?;
        place_of(subject, work)
    };
    let log = of_kind(|kind| kind == WorkKind::Log);
    let snapshots = of_kind(|kind| kind.writes_new_data() && kind != WorkKind::Log);
    let (Some(log), Some(snapshots)) = (log, snapshots) else {
        return Vec::new();
    };
    let (of_log, of_snapshots) = (&log.shown, &snapshots.shown);
    let message = match log.location.relation_to(&snapshots.location) {
        StorageRelation::Apart => return Vec::new(),
        StorageRelation::Same => format!(
            "the log backup and the snapshots of the schedule go to one directory, {of_log}"
        ),
        StorageRelation::Inside => format!(
            "the log backup of the schedule goes to {of_log}, inside the directory of its snapshots, {of_snapshots}"
        ),
        StorageRelation::Around => format!(
            "the snapshots of the schedule go to {of_snapshots}, inside the directory of its log backup, {of_log}"
        ),
    };
    let dangerous = log.deletes_data || snapshots.deletes_data;
    let advice = "give --log-storage a directory beside that of --storage";
    vec![graded(dangerous, subject, message).hint(advice)]
}
