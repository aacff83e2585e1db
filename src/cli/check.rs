//! `check`

use clap::Args;

use super::OutputFlags;

/// `check`
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// TiDB cluster to check (default: every cluster of the namespace)
    #[arg(value_name = "CLUSTER", value_parser = super::look::name, conflicts_with = "file")]
    pub cluster: Option<String>,

    /// Check the manifests of a file; - is stdin
    #[arg(short, long = "filename", value_name = "FILE")]
    pub file: Option<String>,

    /// Check only what the file says, without a connection
    #[arg(long, requires = "file")]
    pub offline: bool,

    #[command(flatten)]
    pub output: OutputFlags,
}
