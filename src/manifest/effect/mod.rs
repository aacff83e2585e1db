//! Values that the API server accepts and that then fail late, or do nothing. A value that cannot work is refused; a value that has no
//! effect is a warning.

mod field;
mod refusal;
mod storage;
mod warning;

pub use field::incremental_base;
pub use refusal::{check_flags, check_manifest, check_restored_moment};
pub use warning::warnings;
