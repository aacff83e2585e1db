//! A verb of `log` with everything that shapes it.

use crate::cli::{WaitFlags, WriteFlags};
use crate::context::Context;
use crate::error::Rule;
use crate::log_backup::{TruncateTo, Truncation, Verb, VerbRequest};

/// What the user asks of a log backup, and how that is written and waited for.
pub(super) struct TransitionRequest<'a> {
    pub request: VerbRequest,
    pub write: &'a WriteFlags,
    pub wait: &'a WaitFlags,
}

impl<'a> TransitionRequest<'a> {
    /// The request that the flags of a verb make.
    pub fn new(
        context: &Context,
        verb: Verb,
        retry_failed: bool,
        write: &'a WriteFlags,
        wait: &'a WaitFlags,
    ) -> Self {
        Self {
            request: VerbRequest {
                verb,
                retry_failed,
                allowed: Vec::new(),
                truncation: None,
                zone: context.zone(),
            },
            write,
            wait,
        }
    }

    /// The request with the safety rules that `--allow` lifts.
    pub fn allowing(mut self, rules: &[Rule]) -> Self {
        self.request.allowed = rules.to_vec();
        self
    }

    /// The request with the target of a truncation.
    pub fn until(mut self, to: TruncateTo) -> Self {
        self.request.truncation = Some(Truncation {
            to,
            snapshots: Vec::new(),
            zone: self.request.zone,
        });
        self
    }
}
