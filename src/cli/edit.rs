//! Which objects a verb is for, or which manifest it edits instead.

use clap::Args;

use super::Selector;
use super::look::some_labels;

/// The manifest that a verb edits, for GitOps.
#[derive(Debug, Clone, Default, Args)]
pub struct EditFile {
    /// Edit this manifest instead of the cluster's; with --dry-run=client; - is stdin
    #[arg(
        short,
        long = "filename",
        value_name = "FILE",
        help_heading = "Manifest"
    )]
    pub file: Option<String>,
}

/// The objects that a verb is for, or the manifest.
#[derive(Debug, Clone, Args)]
pub struct Target {
    #[command(flatten)]
    pub selector: OptionalSelector,

    #[command(flatten)]
    pub edit: EditFile,
}

/// `NAME…` or `-l`, which `-f` makes optional; no `-l` with `-f`.
#[derive(Debug, Clone, Args)]
pub struct OptionalSelector {
    /// Names; also `backup.br.pingcap.com/NAME`
    #[arg(value_name = "NAME", required_unless_present_any = ["selector", "file"])]
    pub names: Vec<String>,

    /// Objects with these labels
    #[arg(short = 'l', long, value_name = "SELECTOR", conflicts_with_all = ["names", "file"], value_parser = some_labels)]
    pub selector: Option<String>,
}

impl OptionalSelector {
    /// The same as a selector that is never empty.
    pub fn selector(&self) -> Selector {
        Selector {
            names: self.names.clone(),
            selector: self.selector.clone(),
        }
    }
}
