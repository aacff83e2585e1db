//! `convert`

use clap::Args;

use super::OutputFlags;

/// `convert`
#[derive(Debug, Clone, Args)]
pub struct ConvertArgs {
    /// Manifests for v1 (pingcap.com/v1alpha1), several in one file too; - is stdin
    #[arg(short, long = "filename", value_name = "FILE")]
    pub file: String,

    #[command(flatten)]
    pub output: OutputFlags,
}
