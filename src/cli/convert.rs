//! `convert`

use clap::Args;

use super::OutputFlags;

/// `convert`
#[derive(Debug, Clone, Args)]
pub struct ConvertArgs {
    /// Manifests for v1 (pingcap.com/v1alpha1); one file can hold several; - is stdin
    #[arg(short, long = "filename", value_name = "FILE")]
    pub file: String,

    #[command(flatten)]
    pub output: OutputFlags,
}
