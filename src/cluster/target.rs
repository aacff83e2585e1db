//! What we are connected to, and how to say so on a command line.

use std::path::PathBuf;

use crate::cli::kube::KubeFlags;

/// What we are connected to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// The context of the kubeconfig, if one is used.
    pub context: Option<String>,
    /// The URL of the API server, without credentials and trailing slash.
    pub server: String,
    /// The proxy in between, without credentials.
    pub proxy: Option<String>,
    /// The namespace to use where none is named: the flag, the context's, or `default`.
    pub namespace: String,
    /// The kubeconfig files that were read.
    pub files: Vec<PathBuf>,
    /// The flags that chose the cluster, as they were given; no credentials.
    pub given: Vec<(&'static str, String)>,
}

impl Target {
    /// The flags that choose the same cluster again, each with a space before it; empty when none were given. For hints.
    pub fn flags(&self) -> String {
        self.given
            .iter()
            .map(|(flag, value)| format!(" {flag} {}", word(value)))
            .collect()
    }

    /// `kubectl` with the flags that choose the same cluster. For hints.
    pub fn kubectl(&self) -> String {
        format!(
            "kubectl{}",
            self.flags().replace(" --kube-cluster ", " --cluster ")
        )
    }
}

/// The flags among `flags` that say which cluster is meant and who asks.
pub(super) fn given(flags: &KubeFlags) -> Vec<(&'static str, String)> {
    let kubeconfig = flags
        .kubeconfig
        .as_ref()
        .map(|file| file.display().to_string());
    let server = flags.server.as_deref().map(super::redact::url);
    [
        ("--kubeconfig", kubeconfig),
        ("--context", flags.context.clone()),
        ("--kube-cluster", flags.kube_cluster.clone()),
        ("--user", flags.user.clone()),
        ("--server", server),
        ("--as", flags.as_user.clone()),
    ]
    .into_iter()
    .filter_map(|(flag, value)| Some((flag, value?)))
    .collect()
}

/// One word for a shell.
fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_choose_the_same_cluster_again() {
        let target = |flags: &KubeFlags| Target {
            context: None,
            server: String::new(),
            proxy: None,
            namespace: String::new(),
            files: Vec::new(),
            given: given(flags),
        };
        assert_eq!(target(&KubeFlags::default()).kubectl(), "kubectl");
        let flags = KubeFlags {
            context: Some("it's prod".to_owned()),
            kube_cluster: Some("c".to_owned()),
            kubeconfig: Some("a/b.yaml".into()),
            server: Some("https://me:pw@h".to_owned()),
            token: Some("secret-token".into()),
            ..KubeFlags::default()
        };
        let target = target(&flags);
        let rest = r" 'it'\''s prod'";
        assert_eq!(
            target.flags(),
            format!(
                " --kubeconfig a/b.yaml --context{rest} --kube-cluster c --server 'https://<redacted>@h'"
            )
        );
        assert!(target.kubectl().contains(" --cluster c"));
    }
}
