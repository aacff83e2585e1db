//! What a namespace needs before its first backup, as documents: Secrets, the account of the jobs and its rights, the settings of
//! TiKV, and the grants in the database. Nothing here talks to a cluster.

pub mod applied;
pub mod grant;
pub mod rbac;
pub mod secret;
pub mod tikv;
