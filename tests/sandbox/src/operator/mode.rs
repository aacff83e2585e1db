//! How coming Jobs end: the modes of the trials, chosen by name of the Job.

use super::document::Key;

/// What the pod of a Job does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// Runs and succeeds, if BR agrees.
    Ok,
    /// BR exits with 1 and this text; the pod writes the verdict Failed.
    BrFail(String),
    /// The pod is killed after it wrote Running: no verdict, the Job fails.
    Die,
    /// The Job fails before any pod ran.
    Early,
    /// BR never ends.
    Hang,
    /// No pod is scheduled.
    Hold,
}

/// Rules for coming Jobs. The first rule that fits wins; one-off rules come before lasting ones.
#[derive(Debug, Clone, Default)]
pub struct Modes {
    next: Vec<(String, Mode)>,
    lasting: Vec<(String, Mode)>,
    default: Option<Mode>,
}

impl Modes {
    /// The mode of every Job that no rule names (at first `Ok`).
    pub fn set_default(&mut self, mode: Mode) {
        self.default = Some(mode);
    }

    /// The mode of the next Job that fits, once.
    pub fn next(&mut self, pattern: &str, mode: Mode) {
        self.next.push((pattern.to_owned(), mode));
    }

    /// The mode of all Jobs that fit, until another rule with the same pattern replaces it.
    pub fn set(&mut self, pattern: &str, mode: Mode) {
        self.lasting.retain(|(old, _)| old != pattern);
        self.lasting.insert(0, (pattern.to_owned(), mode));
    }

    /// The mode of a Job that was just created.
    pub fn take(&mut self, job: &Key) -> Mode {
        if let Some(at) = self.next.iter().position(|(pattern, _)| fits(pattern, job)) {
            return self.next.remove(at).1;
        }
        self.lasting
            .iter()
            .find(|(pattern, _)| fits(pattern, job))
            .map(|(_, mode)| mode.clone())
            .or_else(|| self.default.clone())
            .unwrap_or(Mode::Ok)
    }
}

/// Patterns are Job names with `*` for any text; `namespace/name` narrows to a namespace.
pub fn fits(pattern: &str, job: &Key) -> bool {
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
