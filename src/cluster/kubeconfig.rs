//! Finds and reads the kubeconfig: `--kubeconfig`, the list in `KUBECONFIG`, `~/.kube/config`, or the service account of the pod we run in.

use std::path::{Path, PathBuf};

use kube::config::{
    AuthInfo, Cluster, Context, Kubeconfig, KubeconfigError, NamedAuthInfo, NamedCluster,
    NamedContext,
};

use crate::cli::kube::KubeFlags;
use crate::error::{Error, Hint, NextCommand, Result};

/// The environment: the value of a variable.
pub type Env<'a> = &'a (dyn Fn(&str) -> Option<String> + Sync);

const SERVICE_ACCOUNT: &str = "/var/run/secrets/kubernetes.io/serviceaccount";

/// The name of the only context in a pod.
const IN_CLUSTER: &str = "in-cluster";

/// A kubeconfig and the files it came from.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    pub kubeconfig: Kubeconfig,
    /// Empty when there is no kubeconfig, and in a pod.
    pub files: Vec<PathBuf>,
    /// The files that were looked for, for the message that there is no kubeconfig.
    pub looked_at: Vec<PathBuf>,
}

impl Loaded {
    /// The files as one word in a message.
    pub fn place(&self) -> String {
        let files: Vec<_> = self
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        if files.is_empty() {
            "the kubeconfig".to_owned()
        } else {
            files.join(", ")
        }
    }
}

/// The names that the kubeconfig has, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    /// For `--context`.
    pub contexts: Vec<String>,
    /// For `--kube-cluster`.
    pub clusters: Vec<String>,
    /// For `--user`.
    pub users: Vec<String>,
}

/// Reads the names that the kubeconfig has.
///
/// # Errors
/// A kubeconfig that cannot be read or parsed.
pub fn entries(flags: &KubeFlags, env: Env<'_>) -> Result<Entries> {
    let kubeconfig = load(flags.kubeconfig.as_deref(), env)?.kubeconfig;
    let contexts = kubeconfig.contexts.into_iter();
    let clusters = kubeconfig.clusters.into_iter();
    let users = kubeconfig.auth_infos.into_iter();
    Ok(Entries {
        contexts: contexts.map(|context| context.name).collect(),
        clusters: clusters.map(|cluster| cluster.name).collect(),
        users: users.map(|user| user.name).collect(),
    })
}

/// Reads the kubeconfig that kubectl would read. A missing kubeconfig is no error, because `--server` alone may be enough.
///
/// # Errors
/// The file of `--kubeconfig` does not exist; a file cannot be read or parsed.
pub(super) fn load(explicit: Option<&Path>, env: Env<'_>) -> Result<Loaded> {
    if let Some(file) = explicit {
        let kubeconfig = read_file(file)?.ok_or_else(|| {
            Error::failed(format!("kubeconfig {} does not exist", file.display())).hint(
                Hint::from(NextCommand::kubectl("config get-contexts").local())
                    .and(" shows the contexts of the default kubeconfig"),
            )
        })?;
        return Ok(Loaded {
            kubeconfig,
            files: vec![file.to_owned()],
            looked_at: Vec::new(),
        });
    }
    let candidates = candidates(env);
    let mut loaded = Loaded {
        looked_at: candidates.clone(),
        ..Loaded::default()
    };
    for file in candidates {
        // As kubectl: files of the list that do not exist are skipped.
        let Some(next) = read_file(&file)? else {
            continue;
        };
        loaded.kubeconfig = loaded
            .kubeconfig
            .merge(next)
            .map_err(|error| broken(&file, &error))?;
        loaded.files.push(file);
    }
    if loaded.files.is_empty()
        && let Some(kubeconfig) = in_cluster(Path::new(SERVICE_ACCOUNT), env)
    {
        loaded.kubeconfig = kubeconfig;
    }
    Ok(loaded)
}

fn candidates(env: Env<'_>) -> Vec<PathBuf> {
    let listed: Vec<PathBuf> = env("KUBECONFIG")
        .map(|list| {
            std::env::split_paths(&list)
                .filter(|p| !p.as_os_str().is_empty())
                .collect()
        })
        .unwrap_or_default();
    if !listed.is_empty() {
        return listed;
    }
    let home = env("HOME")
        .or_else(|| env("USERPROFILE"))
        .filter(|home| !home.is_empty());
    home.map(|home| Path::new(&home).join(".kube").join("config"))
        .into_iter()
        .collect()
}

/// `None` when the file does not exist.
fn read_file(file: &Path) -> Result<Option<Kubeconfig>> {
    match Kubeconfig::read_from(file) {
        Ok(mut kubeconfig) => {
            drop_empty(&mut kubeconfig);
            Ok(Some(kubeconfig))
        }
        Err(KubeconfigError::ReadConfig(error, _))
            if error.kind() == std::io::ErrorKind::NotFound =>
        {
            Ok(None)
        }
        Err(error) => Err(broken(file, &error)),
    }
}

fn broken(file: &Path, error: &KubeconfigError) -> Error {
    let file = file.display();
    let cause = match error {
        KubeconfigError::ReadConfig(error, _) => {
            return Error::failed(format!("cannot read kubeconfig {file}: {error}"))
                .hint(format!("ls -l {file}"));
        }
        // The parser quotes the text around the mistake, which may be a token or a key. Only the place is shown.
        KubeconfigError::Parse(error) => match error.location() {
            Some(at) => format!("not valid at line {}, column {}", at.line(), at.column()),
            None => "not valid YAML of a kubeconfig".to_owned(),
        },
        other => other.to_string(),
    };
    Error::failed(format!("kubeconfig {file} is broken: {cause}")).hint(
        NextCommand::kubectl("config view")
            .local()
            .arg(format!("--kubeconfig={file}")),
    )
}

/// Removes empty strings. Go reads an empty string as "not set", and kubectl writes `current-context: ""`.
fn drop_empty(kubeconfig: &mut Kubeconfig) {
    let clear = |text: &mut Option<String>| {
        if text.as_deref() == Some("") {
            *text = None;
        }
    };
    clear(&mut kubeconfig.current_context);
    for context in kubeconfig
        .contexts
        .iter_mut()
        .filter_map(|named| named.context.as_mut())
    {
        clear(&mut context.namespace);
        clear(&mut context.user);
    }
    for cluster in kubeconfig
        .clusters
        .iter_mut()
        .filter_map(|named| named.cluster.as_mut())
    {
        clear(&mut cluster.server);
        clear(&mut cluster.certificate_authority);
        clear(&mut cluster.certificate_authority_data);
        clear(&mut cluster.tls_server_name);
        clear(&mut cluster.proxy_url);
    }
    for user in kubeconfig
        .auth_infos
        .iter_mut()
        .filter_map(|named| named.auth_info.as_mut())
    {
        for text in [
            &mut user.username,
            &mut user.token_file,
            &mut user.client_certificate,
            &mut user.client_certificate_data,
            &mut user.client_key,
            &mut user.impersonate,
            &mut user.impersonate_uid,
        ] {
            clear(text);
        }
        for secret in [
            &mut user.token,
            &mut user.password,
            &mut user.client_key_data,
        ] {
            if secret
                .as_ref()
                .is_some_and(|text| secrecy::ExposeSecret::expose_secret(text).is_empty())
            {
                *secret = None;
            }
        }
    }
}

/// The service account of the pod we run in, as a kubeconfig with one context.
fn in_cluster(account: &Path, env: Env<'_>) -> Option<Kubeconfig> {
    let host = env("KUBERNETES_SERVICE_HOST").filter(|host| !host.is_empty())?;
    let port = env("KUBERNETES_SERVICE_PORT").filter(|port| !port.is_empty())?;
    let token = account.join("token");
    if !token.exists() {
        return None;
    }
    let host = if host.contains(':') {
        format!("[{host}]")
    } else {
        host
    };
    let path = |name: &str| account.join(name).to_str().map(str::to_owned);
    let named = IN_CLUSTER.to_owned();
    Some(Kubeconfig {
        clusters: vec![NamedCluster {
            name: named.clone(),
            cluster: Some(Cluster {
                server: Some(format!("https://{host}:{port}")),
                certificate_authority: path("ca.crt"),
                ..Cluster::default()
            }),
            ..NamedCluster::default()
        }],
        auth_infos: vec![NamedAuthInfo {
            name: named.clone(),
            auth_info: Some(AuthInfo {
                token_file: path("token"),
                ..AuthInfo::default()
            }),
            ..NamedAuthInfo::default()
        }],
        contexts: vec![NamedContext {
            name: named.clone(),
            context: Some(Context {
                cluster: named.clone(),
                user: Some(named.clone()),
                namespace: std::fs::read_to_string(account.join("namespace"))
                    .ok()
                    .map(|text| text.trim().to_owned())
                    .filter(|text| !text.is_empty()),
                ..Context::default()
            }),
            ..NamedContext::default()
        }],
        current_context: Some(named),
        ..Kubeconfig::default()
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_pod_has_its_service_account_as_context() {
        let account = tempfile::tempdir().unwrap();
        let env = |name: &str| match name {
            "KUBERNETES_SERVICE_HOST" => Some("fd00::1".to_owned()),
            "KUBERNETES_SERVICE_PORT" => Some("443".to_owned()),
            _ => None,
        };
        assert!(
            in_cluster(account.path(), &env).is_none(),
            "no token mounted"
        );

        std::fs::write(account.path().join("token"), "t").unwrap();
        std::fs::write(account.path().join("namespace"), "tidb\n").unwrap();
        let kubeconfig = in_cluster(account.path(), &env).unwrap();
        let context = kubeconfig
            .contexts
            .first()
            .unwrap()
            .context
            .clone()
            .unwrap();
        assert_eq!(context.namespace.as_deref(), Some("tidb"));
        let cluster = kubeconfig
            .clusters
            .first()
            .unwrap()
            .cluster
            .clone()
            .unwrap();
        assert_eq!(cluster.server.as_deref(), Some("https://[fd00::1]:443"));
        assert!(
            in_cluster(account.path(), &|_| None).is_none(),
            "not in a pod"
        );
    }
}
