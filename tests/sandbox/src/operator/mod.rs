//! A stand-in for TiDB Operator, its backup-manager pods, BR, PD and the kubelet.
//!
//! It moves the status of Backups, schedules and compactions as the real controllers were seen to do, that of Restores as
//! the reference says. Each transition names the row of the
//! trials (`v2 4g`) or the section of the operator reference (`v2 7.2`) that it follows.
//!
//! The core is pure: [`reconcile::reconcile`] takes documents and a clock and answers with requests, [`engine::Engine`]
//! adds work queue, timers and pods. [`StandIn`] drives it over a real API server, in the background or by hand:
//!
//! ```text
//! cluster::create(&client, Dialect::V2, "ns", "basic").await?;      // Cluster, PDGroup, TiKVGroup; or a TidbCluster
//! let operator = StandIn::automatic(client, Dialect::V2, Options::quick_in("ns"));
//! operator.next_job_of("*-log-pause", Mode::BrFail("the disk is full".into()));
//! operator.pd().set_checkpoint("l1", 470605910679069441)?;
//!
//! let operator = StandIn::manual(client, Dialect::V1, "ns");        // moves only when told to
//! operator.hold("*-log-start");
//! operator.settle().await?;                                         // Scheduled
//! operator.finish("backup-l1-log-start").await?;                    // Running, commitTs
//! operator.advance(Duration::from_secs(60)).await?;                 // the checkpoint moved
//! ```
//!
//! Restores, schedules and compactions move with it. Schedules and compactions are looked after by v1 alone (v2 row 7),
//! and in the background only with [`Options::schedules`].
//!
//! Not modelled: volume snapshots and replication restores; pods as objects (a missing ServiceAccount, image or volume looks
//! like `Mode::Hold`); what BR finds in storage (a prefix that is in use, `truncating.lock`).

pub mod action;
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
pub mod world;

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

pub use dialect::Dialect;
pub use document::Key;
pub use hands::PdHands;
pub use live::Trouble;
pub use manual::Manual;
pub use mode::Mode;
pub use stand_in::{Options, StandIn};
pub use timings::Timings;
