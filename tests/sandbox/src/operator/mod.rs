//! A stand-in for TiDB Operator, its backup-manager Pods, BR, PD and the kubelet.
//!
//! The stand-in changes Backups, Restores, schedules, compactions, Jobs and Pods as the real controllers were seen to do. Each
//! transition names its rule, which is a heading of `docs/operators.md`.
//!
//! The core is pure: [`reconcile::reconcile`] takes documents and a clock and answers with requests, and [`engine::Engine`] adds
//! the work queue, timers and Pods. [`StandIn`] runs the engine against a real API server, in the background or by hand:
//!
//! ```text
//! cluster::create(&client, Dialect::V2, "ns", "basic").await?;      // Cluster, PDGroup, TiKVGroup; or a TidbCluster
//! let operator = StandIn::automatic(client, Dialect::V2, Options::quick_in("ns"));
//! operator.next_job_of("*-log-pause", Mode::BrFail("the disk is full".into()));
//! operator.pd().set_checkpoint("l1", 470605910679069441)?;
//!
//! let operator = StandIn::manual(client, Dialect::V1, "ns");        // moves only in the calls below
//! operator.hold("*-log-start");
//! operator.settle().await?;                                         // Scheduled
//! operator.finish("backup-l1-log-start").await?;                    // Running, commitTs
//! operator.advance(Duration::from_secs(60)).await?;                 // the checkpoint moved
//! ```
//!
//! Only v1 reconciles schedules and compactions, in the background only with [`Options::schedules`].
//!
//! Not modelled: volume snapshots and replication Restores; what BR finds in storage (a prefix that is in use,
//! `truncating.lock`). `docs/sandbox.md` is the guide.

pub mod action;
pub mod cache;
pub mod cluster;
pub mod dialect;
pub mod document;
pub mod engine;
pub mod job;
pub mod mode;
pub mod observe;
pub mod pd;
pub mod pods;
pub mod reconcile;
pub mod restore;
pub mod schedule;
pub mod status;
pub mod step;
pub mod timings;
pub mod tso;

mod collector;
mod delete;
mod hands;
mod kernel;
mod live;
mod live_objects;
mod log;
mod manual;
mod pitr_gate;
mod queue;
mod restore_job;
pub mod restore_status;
mod retry;
mod snapshot;
mod stand_in;
mod storage;
mod validate;
mod watch;

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
mod rules;
#[cfg(test)]
mod trials;

pub use dialect::{Dialect, OperatorLine};
pub use document::ObjectKey;
pub use hands::PdHands;
pub use live::Trouble;
pub use manual::Manual;
pub use mode::{Mode, Obstacle};
pub use stand_in::{Options, StandIn};
pub use timings::Timings;
