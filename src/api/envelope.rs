//! What surrounds a spec: the fields that every object of Kubernetes has.

use k8s_openapi::apimachinery::pkg::apis::meta::v1::{ManagedFieldsEntry, OwnerReference};

use super::fields::{field, strictly, text, texts};
use super::schema::{Field, Shape};

/// The fields of an object; what lies in its spec and its status is looked at elsewhere.
pub(super) const OBJECT: &[Field] = &[
    text("apiVersion"),
    text("kind"),
    field("metadata", Shape::Object(METADATA)),
    field("spec", Shape::Map(&Shape::Core(anything))),
    field("status", Shape::Map(&Shape::Core(anything))),
];

const METADATA: &[Field] = &[
    field("annotations", Shape::Map(&Shape::Text)),
    field("creationTimestamp", Shape::Time),
    field("deletionGracePeriodSeconds", Shape::Int),
    field("deletionTimestamp", Shape::Time),
    texts("finalizers"),
    text("generateName"),
    field("generation", Shape::Int),
    field("labels", Shape::Map(&Shape::Text)),
    field(
        "managedFields",
        Shape::Core(strictly::<Vec<ManagedFieldsEntry>>),
    ),
    text("name"),
    text("namespace"),
    field(
        "ownerReferences",
        Shape::Core(strictly::<Vec<OwnerReference>>),
    ),
    text("resourceVersion"),
    text("selfLink"),
    text("uid"),
];

fn anything(_: &serde_json::Value) -> Vec<super::Problem> {
    Vec::new()
}
