//! Which objects a verb changes, or which manifest it edits instead.

use clap::Args;

use super::Selector;
use super::look::{name, some_labels};

/// The manifest that a verb edits, for GitOps.
#[derive(Debug, Clone, Default, Args)]
pub struct EditFile {
    /// Edit this manifest instead of the object in the cluster; needs --dry-run=client; - is stdin
    #[arg(
        short,
        long = "filename",
        value_name = "FILE",
        help_heading = "Manifest"
    )]
    pub file: Option<String>,
}

/// The objects that a verb changes, or the manifest that it edits.
#[derive(Debug, Clone, Args)]
#[group(id = "objects", required = true, multiple = true, args = ["names", "selector", "file"])]
pub struct EditTarget {
    #[command(flatten)]
    pub selector: OptionalSelector,

    #[command(flatten)]
    pub edit: EditFile,
}

/// `NAME…` or `-l`, both optional because `-f` can take their place.
#[derive(Debug, Clone, Args)]
pub struct OptionalSelector {
    /// Names of objects; also `backup.br.pingcap.com/NAME`
    #[arg(value_name = "NAME", value_parser = name)]
    pub names: Vec<String>,

    /// All objects with these labels
    #[arg(short = 'l', long, value_name = "SELECTOR", conflicts_with_all = ["names", "file"], value_parser = some_labels)]
    pub selector: Option<String>,
}

impl OptionalSelector {
    /// The same names and labels as a selector, for a run without FILE.
    pub fn selector(&self) -> Selector {
        Selector {
            names: self.names.clone(),
            selector: self.selector.clone(),
        }
    }
}
