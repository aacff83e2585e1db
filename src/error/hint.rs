//! Hints: what the user can do next. A command in a hint is a value, so that one place adds the flags that chose the cluster.

use std::fmt;

use crate::shell;

/// The command line of this program.
const PLUGIN: &str = "kubectl tidb-br";

/// Which program a suggested command starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Program {
    /// `kubectl tidb-br`
    Plugin,
    /// `kubectl`
    Kubectl,
}

/// Which namespace a suggested command names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Scope {
    /// The namespace of this run, where the user gave one with `-n`.
    Current,
    /// This namespace, even when the user gave another one.
    Named(String),
    /// No namespace: the command does not need one.
    None,
}

/// A command for the user to type next: the words after `kubectl tidb-br` or `kubectl`.
///
/// The command is printed with the flags of this run that chose the cluster ([`ClusterFlags`]), so that it works when it is pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextCommand {
    program: Program,
    words: Vec<String>,
    scope: Scope,
    connects: bool,
}

impl NextCommand {
    /// `kubectl tidb-br …` in the namespace of this run. `verb` is split at blanks: `"log status"`.
    pub fn plugin(verb: &str) -> Self {
        Self::new(Program::Plugin, verb, Scope::Current)
    }

    /// `kubectl …` without a namespace. `verb` is split at blanks: `"get tidbclusters -A"`.
    pub fn kubectl(verb: &str) -> Self {
        Self::new(Program::Kubectl, verb, Scope::None)
    }

    fn new(program: Program, verb: &str, scope: Scope) -> Self {
        Self {
            program,
            words: verb.split_whitespace().map(str::to_owned).collect(),
            scope,
            connects: true,
        }
    }

    /// Adds one word. The word is quoted for the shell when the command is printed.
    #[must_use]
    pub fn arg(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    /// Adds a flag and its value.
    #[must_use]
    pub fn flag(self, flag: &str, value: impl Into<String>) -> Self {
        self.arg(flag).arg(value)
    }

    /// Adds a flag and its value, if there is a value.
    #[must_use]
    pub fn flag_if(self, flag: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.flag(flag, value),
            None => self,
        }
    }

    /// Names this namespace with `-n`. An empty namespace, as that of a manifest without one, is left out.
    #[must_use]
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        let namespace = namespace.into();
        self.scope = match namespace.is_empty() {
            true => Scope::None,
            false => Scope::Named(namespace),
        };
        self
    }

    /// Marks a command that talks to no cluster, such as `--help`. No flag is added to it.
    #[must_use]
    pub fn local(mut self) -> Self {
        self.scope = Scope::None;
        self.connects = false;
        self
    }

    /// `lead: command`, as in `when the cause is fixed: kubectl tidb-br …`.
    pub fn after(self, lead: &str) -> Hint {
        Hint::text(format!("{lead}: ")).command(self)
    }

    /// The command line, with the flags that choose the same cluster.
    pub fn render(&self, flags: &ClusterFlags) -> String {
        let program = match self.program {
            Program::Plugin => PLUGIN,
            Program::Kubectl => "kubectl",
        };
        let mut line = program.to_owned();
        let mut add = |text: &str| {
            line.push(' ');
            line.push_str(text);
        };
        if self.connects {
            for (flag, value) in &flags.connection {
                // The plugin's `--cluster` is the TiDB cluster.
                let flag = match self.program {
                    Program::Kubectl if *flag == "--kube-cluster" => "--cluster",
                    Program::Kubectl | Program::Plugin => flag,
                };
                add(flag);
                add(&shell::word(value));
            }
        }
        let mut namespace = match &self.scope {
            Scope::Named(namespace) => Some(namespace),
            Scope::Current => flags.namespace.as_ref(),
            Scope::None => None,
        };
        // As people type it: the names, `-n`, the other flags.
        for word in &self.words {
            if word.starts_with('-')
                && let Some(namespace) = namespace.take()
            {
                add("-n");
                add(&shell::word(namespace));
            }
            match is_placeholder(word) {
                true => add(word),
                false => add(&shell::word(word)),
            }
        }
        if let Some(namespace) = namespace {
            add("-n");
            add(&shell::word(namespace));
        }
        if let (true, Program::Plugin, Some(operator)) =
            (self.connects, self.program, &flags.operator)
        {
            add("--operator");
            add(operator);
        }
        line
    }
}

/// Whether a word stands for text that the user has to add.
fn is_placeholder(word: &str) -> bool {
    word == "…"
}

/// The command without flags, for tests and logs.
impl fmt::Display for NextCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&ClusterFlags::default()))
    }
}

/// The flags of this run that chose the cluster and the namespace, as they were typed. They never contain credentials.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClusterFlags {
    /// `--kubeconfig`, `--context`, `--kube-cluster`, `--user`, `--server`, `--as`, each with its value.
    pub connection: Vec<(&'static str, String)>,
    /// `-n`
    pub namespace: Option<String>,
    /// `--operator`, unless it was `auto`.
    pub operator: Option<String>,
}

/// One line of advice: text and commands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hint(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Command(NextCommand),
}

impl Hint {
    /// A hint of text only.
    pub fn text(text: impl Into<String>) -> Self {
        Self(vec![Part::Text(text.into())])
    }

    /// Adds a command.
    #[must_use]
    pub fn command(mut self, command: NextCommand) -> Self {
        self.0.push(Part::Command(command));
        self
    }

    /// Adds text.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Part::Text(text.into()));
        self
    }

    /// Adds the words and commands of another hint.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The hint with its words changed; its commands stay.
    #[must_use]
    pub fn map_text(&self, change: &impl Fn(&str) -> String) -> Self {
        let parts = self.0.iter().map(|part| match part {
            Part::Text(text) => Part::Text(change(text)),
            command => command.clone(),
        });
        Self(parts.collect())
    }

    /// The line, with the flags that choose the same cluster in each command.
    pub fn render(&self, flags: &ClusterFlags) -> String {
        self.0
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.clone(),
                Part::Command(command) => command.render(flags),
            })
            .collect()
    }
}

impl From<NextCommand> for Hint {
    fn from(command: NextCommand) -> Self {
        Self(vec![Part::Command(command)])
    }
}

impl From<&Hint> for Hint {
    fn from(hint: &Hint) -> Self {
        hint.clone()
    }
}

impl From<String> for Hint {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<&str> for Hint {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&ClusterFlags::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pasted hint reaches the same cluster and namespace as the run that printed it.
    #[test]
    fn commands_repeat_the_flags_that_chose_the_cluster() {
        let flags = ClusterFlags {
            connection: vec![
                ("--context", "it's prod".to_owned()),
                ("--kube-cluster", "c".to_owned()),
            ],
            namespace: Some("tidb".to_owned()),
            operator: Some("v1".to_owned()),
        };
        let rows = [
            (
                NextCommand::plugin("log resume").arg("x").into(),
                r"kubectl tidb-br --context 'it'\''s prod' --kube-cluster c log resume x -n tidb --operator v1",
            ),
            (
                NextCommand::plugin("log truncate")
                    .arg("x")
                    .namespace("other")
                    .flag("--until", "1 2")
                    .after("once it is fixed")
                    .and(", or wait"),
                r"once it is fixed: kubectl tidb-br --context 'it'\''s prod' --kube-cluster c log truncate x -n other --until '1 2' --operator v1, or wait",
            ),
            (
                NextCommand::kubectl("get pods").namespace("n").into(),
                r"kubectl --context 'it'\''s prod' --cluster c get pods -n n",
            ),
            (
                NextCommand::plugin("log --help").local().into(),
                "kubectl tidb-br log --help",
            ),
        ];
        for (hint, expected) in rows {
            assert_eq!(hint.render(&flags), expected);
        }
        let plain: Hint = NextCommand::plugin("backup list").into();
        assert_eq!(plain.to_string(), "kubectl tidb-br backup list");
    }
}
