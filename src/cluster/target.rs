//! The API server that the program talks to.

use std::path::PathBuf;

/// The API server that the program talks to, and how it was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServerTarget {
    /// The context of the kubeconfig, if one is used.
    pub context: Option<String>,
    /// The URL of the API server, without credentials and trailing slash.
    pub server: String,
    /// The proxy between us and the API server, without credentials.
    pub proxy: Option<String>,
    /// The namespace to use where none is named: the flag, the context's, or `default`.
    pub namespace: String,
    /// The kubeconfig files that were read.
    pub files: Vec<PathBuf>,
}
