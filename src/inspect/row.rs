//! What a row is made of: the metadata that every table shows, and what a list keeps of each object.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::Result;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::output::{Cell, Screen, Tone};
use crate::time;

/// The labels of an object as the LABELS column shows them, `a=b,c=d`; empty without labels. One text takes a tenth of the memory of a map,
/// which counts in a list of ten thousand rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(Box<str>);

impl Labels {
    /// The LABELS cell.
    pub fn cell(&self) -> Cell {
        match self.0.is_empty() {
            true => Cell::none(),
            false => Cell::whole(&self.0),
        }
    }

    fn new(labels: impl IntoIterator<Item = (String, String)>) -> Self {
        let pairs: Vec<String> = labels
            .into_iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        Self(pairs.join(",").into())
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let labels = Option::<BTreeMap<String, String>>::deserialize(deserializer)?;
        Ok(Self::new(labels.into_iter().flatten()))
    }
}

/// The metadata that rows show.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Metadata {
    /// `metadata.name`
    pub name: Box<str>,
    /// `metadata.namespace`
    pub namespace: Box<str>,
    /// `metadata.creationTimestamp`
    pub creation_timestamp: Option<DateTime<Utc>>,
    /// `metadata.deletionTimestamp`
    pub deletion_timestamp: Option<Box<str>>,
    /// `metadata.labels`
    pub labels: Labels,
    /// `metadata.resourceVersion`
    pub resource_version: Box<str>,
}

impl Metadata {
    /// The metadata of an object. A field that is not of the expected form counts as absent.
    pub fn from_object(object: &Value) -> Self {
        let metadata = at(object, "/metadata");
        if let Ok(metadata) = Self::deserialize(metadata) {
            return metadata;
        }
        let text = |key: &str| metadata.get(key).and_then(Value::as_str);
        let created = text("creationTimestamp")
            .and_then(|created| DateTime::parse_from_rfc3339(created).ok());
        let labels = metadata.get("labels").and_then(Value::as_object);
        let labels = labels
            .into_iter()
            .flatten()
            .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())));
        Self {
            name: text("name").unwrap_or_default().into(),
            namespace: text("namespace").unwrap_or_default().into(),
            creation_timestamp: created.map(|created| created.to_utc()),
            deletion_timestamp: text("deletionTimestamp").map(Into::into),
            labels: Labels::new(labels),
            resource_version: text("resourceVersion").unwrap_or_default().into(),
        }
    }

    /// Whether the object is being deleted.
    pub fn deleting(&self) -> bool {
        self.deletion_timestamp.is_some()
    }

    /// Namespace and name, which is the order of lists.
    pub fn place(&self) -> (&str, &str) {
        (&self.namespace, &self.name)
    }
}

/// What a typed list keeps of an object: its metadata, and the fields of spec and status that the columns need.
#[derive(Debug, Clone, Deserialize)]
pub struct ListedObject<Spec: Default, Status: Default> {
    /// The metadata.
    pub metadata: Metadata,
    /// Fields of the spec.
    #[serde(
        default,
        deserialize_with = "or_default",
        bound(deserialize = "Spec: Deserialize<'de>")
    )]
    pub spec: Spec,
    /// Fields of the status.
    #[serde(
        default,
        deserialize_with = "or_default",
        bound(deserialize = "Status: Deserialize<'de>")
    )]
    pub status: Status,
}

/// Takes `null` for an absent field, as the operators do.
fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// A row of a list.
pub trait ListRow {
    /// The metadata of its object.
    fn metadata(&self) -> &Metadata;
}

impl<Spec: Default, Status: Default> ListRow for ListedObject<Spec, Status> {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

/// An object of a list.
#[derive(Debug, Clone)]
pub enum ListEntry<R> {
    /// An object of the expected form.
    Row(Operator, R),
    /// An object that is not of the expected form: only its metadata is shown.
    Malformed(Operator, Metadata),
}

impl<R: ListRow> ListEntry<R> {
    /// The generation of the object.
    pub fn operator(&self) -> Operator {
        match self {
            ListEntry::Row(operator, _) | ListEntry::Malformed(operator, _) => *operator,
        }
    }

    /// The metadata of the object.
    pub fn metadata(&self) -> &Metadata {
        match self {
            ListEntry::Row(_, row) => row.metadata(),
            ListEntry::Malformed(_, metadata) => metadata,
        }
    }
}

/// The resource version of an object.
pub fn version(object: &Value) -> Box<str> {
    let version = at(object, "/metadata/resourceVersion");
    version.as_str().unwrap_or_default().into()
}

/// The warning about an object that is not of the expected form.
pub fn malformed(operator: Operator, kind: Kind, metadata: &Metadata) -> String {
    format!(
        "{}.{}/{} is not of the expected form; its row shows <unknown>",
        kind.singular(),
        operator.group(),
        metadata.name
    )
}

/// How long ago a time was, as the AGE column shows it.
pub fn age(time: Option<DateTime<Utc>>, screen: &Screen) -> Cell {
    time.map_or_else(Cell::unknown, |time| {
        Cell::new(time::age(screen.now - time))
    })
}

/// The STATUS cell of an object: its phase, or `Terminating` while it is being deleted.
pub fn status(metadata: &Metadata, phase_text: Option<&str>) -> Cell {
    phase(match metadata.deleting() {
        true => Some("Terminating"),
        false => phase_text,
    })
}

/// A phase, coloured by its meaning. A phase that we do not know is shown as it is.
pub fn phase(phase: Option<&str>) -> Cell {
    let cell = Cell::optional(phase);
    match phase {
        Some("Complete" | "Running") => cell.tone(Tone::Good),
        Some("Failed" | "Invalid" | "CleanFailed") => cell.tone(Tone::Bad),
        Some("RetryFailed" | "Paused" | "Terminating") => cell.tone(Tone::Warn),
        Some("Stopped") => cell.tone(Tone::Dim),
        _ => cell,
    }
}
