//! Log backups: what each verb does where.

mod lessons;
mod life;
mod retry;
mod rules;
pub mod situations;
mod transitions;
