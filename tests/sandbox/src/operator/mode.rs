//! How the Pods of coming Jobs behave, chosen by the name of the Job.

use super::document::ObjectKey;

/// What the Pod of a Job does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// The Pod runs and succeeds, if BR agrees.
    Ok,
    /// BR exits with 1 and this text; the Pod writes the verdict Failed.
    BrFail(String),
    /// The Pod is killed after it wrote Running: no verdict, exit code 137.
    Die,
    /// As `Die`, and the reason is OOMKilled.
    OutOfMemory,
    /// As `Die`, and the kubelet evicted the Pod from its node.
    Evicted,
    /// The Pod fails before backup-manager ran: no verdict.
    Early,
    /// BR never ends.
    Hang,
    /// The Pod is created and never gets beyond `ContainerCreating`.
    Hold,
    /// The Pod cannot start, and Kubernetes says why.
    Blocked(Obstacle),
}

/// Why a Pod cannot start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The image of the first container cannot be pulled: `ImagePullBackOff`.
    Image,
    /// No node has room: condition `PodScheduled` is False.
    Unschedulable,
    /// The Secret of the storage is gone: `CreateContainerConfigError`.
    Secret,
    /// A volume cannot be mounted: `ContainerCreating` and an Event `FailedMount`.
    Volume,
    /// The ServiceAccount does not exist: no Pod, and an Event `FailedCreate` on the Job.
    ServiceAccount,
    /// A quota is used up: no Pod, and an Event `FailedCreate` on the Job.
    Quota,
}

impl Mode {
    /// Whether the Pod is gone before it could write a verdict.
    pub fn is_killed(&self) -> bool {
        matches!(
            self,
            Mode::Die | Mode::OutOfMemory | Mode::Evicted | Mode::Early
        )
    }

    /// Whether the Pod never starts.
    pub fn is_held(&self) -> bool {
        matches!(self, Mode::Hold | Mode::Blocked(_))
    }
}

/// Rules for coming Jobs. The first rule that fits wins; one-off rules come before lasting ones.
#[derive(Debug, Clone, Default)]
pub struct Modes {
    next: Vec<(String, Mode)>,
    lasting: Vec<(String, Mode)>,
}

impl Modes {
    /// The mode of the next Job that fits, once.
    pub fn next(&mut self, pattern: &str, mode: Mode) {
        self.next.push((pattern.to_owned(), mode));
    }

    /// The mode of all Jobs that fit, until another rule with the same pattern replaces it.
    pub fn set(&mut self, pattern: &str, mode: Mode) {
        self.lasting.retain(|(old, _)| old != pattern);
        self.lasting.insert(0, (pattern.to_owned(), mode));
    }

    /// The mode of a Job that was just created. A Job that no rule names succeeds.
    pub fn take(&mut self, job: &ObjectKey) -> Mode {
        if let Some(at) = self.next.iter().position(|(pattern, _)| fits(pattern, job)) {
            return self.next.remove(at).1;
        }
        self.lasting
            .iter()
            .find(|(pattern, _)| fits(pattern, job))
            .map(|(_, mode)| mode.clone())
            .unwrap_or(Mode::Ok)
    }
}

/// Patterns are Job names with `*` for any text; `namespace/name` narrows a pattern to a namespace.
pub fn fits(pattern: &str, job: &ObjectKey) -> bool {
    match pattern.split_once('/') {
        Some((namespace, name)) => glob(namespace, &job.namespace) && glob(name, &job.name),
        None => glob(pattern, &job.name),
    }
}

fn glob(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((head, tail)) => text.strip_prefix(head).is_some_and(|rest| {
            (0..=rest.len())
                .filter_map(|at| rest.get(at..))
                .any(|rest| glob(tail, rest))
        }),
    }
}
