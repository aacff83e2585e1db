//! A verb with everything that shapes it.

use crate::cli::{WaitFlags, WriteFlags};
use crate::context::Context;
use crate::error::Rule;
use crate::log_backup::{Change, Request, TruncateTo, Truncation, Verb};

/// What is asked of a log backup, and how it is written and waited for.
pub(super) struct Order<'a> {
    pub request: Request,
    pub write: &'a WriteFlags,
    pub wait: &'a WaitFlags,
}

impl<'a> Order<'a> {
    /// What the flags of a verb say.
    pub fn of(
        context: &Context,
        verb: Verb,
        retry_failed: bool,
        allowed: &[Rule],
        write: &'a WriteFlags,
        wait: &'a WaitFlags,
    ) -> Self {
        Self {
            request: Request {
                verb,
                retry_failed,
                allowed: allowed.to_vec(),
                truncation: None,
                zone: context.zone(),
            },
            write,
            wait,
        }
    }

    /// The same with the target of a truncation.
    pub fn to(mut self, to: TruncateTo) -> Self {
        self.request.truncation = Some(Truncation {
            to,
            snapshots: Vec::new(),
            zone: self.request.zone,
        });
        self
    }
}

/// The word of the result line before anything is waited for.
pub(super) fn word(change: &Change) -> String {
    match &change.plan.already {
        Some(already) => format!("already {already}"),
        // kubectl's words for a patch that had nothing to do: what was asked for is under way already.
        None if change.plan.writes.is_empty() => "patched (no change)".to_owned(),
        None => "patched".to_owned(),
    }
}
