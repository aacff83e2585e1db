//! Log backups: what each verb does where.

mod situations;
mod transitions;
