//! Words and commands that several explanations share.

use crate::error::NextCommand;

/// The command that shows whether kubectl reaches the same server.
pub(super) fn probe() -> NextCommand {
    NextCommand::kubectl("get --raw /readyz")
}

/// The command that shows which server, certificates and credentials are used.
pub(in crate::cluster) fn show_kubeconfig() -> NextCommand {
    NextCommand::kubectl("config view --minify")
}

/// A name in double quotes.
pub(in crate::cluster) fn quoted(name: &str) -> impl std::fmt::Display {
    format!("{name:?}")
}
