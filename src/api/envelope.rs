//! What surrounds a spec: the fields that every object of Kubernetes has.

use k8s_openapi::apimachinery::pkg::apis::meta::v1::{ManagedFieldsEntry, OwnerReference};

use super::field_type::{Field, FieldType, Problem, field, strictly, text, texts};

/// The fields of an object; what lies in its spec and its status is looked at elsewhere.
pub(super) const OBJECT: &[Field] = &[
    text("apiVersion"),
    text("kind"),
    field("metadata", FieldType::Object(METADATA)),
    field("spec", FieldType::Map(&FieldType::Core(anything))),
    field("status", FieldType::Map(&FieldType::Core(anything))),
];

const METADATA: &[Field] = &[
    field("annotations", FieldType::Map(&FieldType::Text)),
    field("creationTimestamp", FieldType::Time),
    field("deletionGracePeriodSeconds", FieldType::Int),
    field("deletionTimestamp", FieldType::Time),
    texts("finalizers"),
    text("generateName"),
    field("generation", FieldType::Int),
    field("labels", FieldType::Map(&FieldType::Text)),
    field(
        "managedFields",
        FieldType::Core(strictly::<Vec<ManagedFieldsEntry>>),
    ),
    text("name"),
    text("namespace"),
    field(
        "ownerReferences",
        FieldType::Core(strictly::<Vec<OwnerReference>>),
    ),
    text("resourceVersion"),
    text("selfLink"),
    text("uid"),
];

fn anything(_: &serde_json::Value) -> Vec<Problem> {
    Vec::new()
}
