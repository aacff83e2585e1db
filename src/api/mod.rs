//! The custom resources of both operator generations: groups, kinds, names, and what each schema knows.

mod check;
mod condition;
mod crd;
pub mod document;
mod envelope;
mod field_type;
mod fields;
mod job;
mod kind;
pub mod merge_patch;
pub mod name;
mod object_ref;
mod operator;
pub mod quantity;
pub mod schema;

pub use check::{document_problems, missing, problems};
pub use condition::{Condition, Conditions};
pub use crd::crds;
pub use field_type::{Fault, Field, FieldType, Problem};
pub use job::JobPurpose;
pub use kind::Kind;
pub use object_ref::ObjectRef;
pub use operator::{Dialect, Operator};
