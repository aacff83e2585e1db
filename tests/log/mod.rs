//! Log backups: what each verb does where.

mod dead_jobs;
mod hints;
mod lessons;
mod life;
mod replaced;
mod retry;
mod reversal;
mod rules;
pub mod situations;
mod transitions;
