//! Log backups: what each verb does where.

mod lessons;
mod life;
mod retry;
pub mod situations;
mod transitions;
