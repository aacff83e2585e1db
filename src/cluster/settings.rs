//! The settings of one connection, made from flags, kubeconfig and environment. The rules are those of kubectl: a flag overrides the
//! kubeconfig, and a few flags also clear related settings of the kubeconfig.

use std::time::Duration;

use base64::Engine;
use kube::config::{AuthInfo, Cluster, Context, ExecConfig};
use percent_encoding::percent_decode_str;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::credential::Source;
use super::error::{quoted, show_kubeconfig};
use super::kubeconfig::{self, Env, Loaded};
use super::proxy;
use super::target::ServerTarget;
use crate::cli::kube::KubeFlags;
use crate::error::{Error, ErrorKind, Hint, NextCommand, Result};
use crate::redact;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Everything that a connection needs.
pub(super) struct Settings {
    pub config: kube::Config,
    /// Where the bearer token comes from. Tokens are kept out of `config`.
    pub source: Source,
    pub target: ServerTarget,
}

/// Reads the kubeconfig and applies the flags.
///
/// # Errors
/// No kubeconfig and no `--server`; a broken kubeconfig; a context, cluster or user that it does not have; a file it names that
/// cannot be read; flags that contradict each other.
pub(super) fn resolve(flags: &KubeFlags, env: Env<'_>) -> Result<Settings> {
    let loaded = kubeconfig::load(flags.kubeconfig.as_deref(), env)?;
    let (context_name, context) = context(flags, &loaded)?;
    let mut cluster = cluster(flags, &loaded, context_name.as_deref(), &context)?;
    let (user_name, mut user) = user(flags, &loaded, &context)?;
    let source = take_source(&mut user, user_name, &cluster)?;

    let namespace = flags.namespace.clone().or(context.namespace);
    let namespace = namespace
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| "default".to_owned());
    take_server_credentials(&mut cluster, &mut user, &source);
    let server = server_url(&cluster, &user, flags.server.is_some())?;
    let proxy = proxy::choose(cluster.proxy_url.as_deref(), &server, env)?;
    let mut config = kube::Config::new(proxy::reachable(&server, proxy.is_some()));
    config.default_namespace.clone_from(&namespace);
    config.root_cert = certificate_authority(&cluster)?;
    config.accept_invalid_certs = cluster.insecure_skip_tls_verify.unwrap_or(false);
    config.tls_server_name.clone_from(&cluster.tls_server_name);
    config.proxy_url = proxy;
    config.auth_info = user;
    config.connect_timeout = Some(CONNECT_TIMEOUT);
    // We retry on our own: with a bound, and visibly.
    config.default_retry = false;
    let target = ServerTarget {
        context: context_name,
        server: redact::url(&server.to_string())
            .trim_end_matches('/')
            .to_owned(),
        proxy: config
            .proxy_url
            .as_ref()
            .map(|proxy| redact::url(&proxy.to_string())),
        namespace,
        files: loaded.files,
    };
    Ok(Settings {
        config,
        source,
        target,
    })
}

fn context(flags: &KubeFlags, loaded: &Loaded) -> Result<(Option<String>, Context)> {
    let kubeconfig = &loaded.kubeconfig;
    let wanted = flags.context.clone().filter(|name| !name.is_empty());
    let Some(name) = wanted.or_else(|| kubeconfig.current_context.clone()) else {
        if flags.server.is_some() || flags.kube_cluster.is_some() {
            return Ok((None, Context::default()));
        }
        return Err(no_context(loaded));
    };
    let found = kubeconfig.contexts.iter().find(|known| known.name == name);
    match found.and_then(|known| known.context.clone()) {
        Some(context) => Ok((Some(name), context)),
        None => Err(Error::failed(format!(
            "context {} is not in {}{}",
            quoted(&name),
            loaded.place(),
            known(
                kubeconfig
                    .contexts
                    .iter()
                    .map(|context| context.name.as_str())
            )
        ))
        .hint(NextCommand::kubectl("config get-contexts"))),
    }
}

fn no_context(loaded: &Loaded) -> Error {
    if !loaded.files.is_empty() {
        return Error::failed(format!("{} has no current context", loaded.place())).hint(
            Hint::from(NextCommand::kubectl("config use-context").arg("NAME"))
                .and(", or give --context NAME"),
        );
    }
    let looked_at: Vec<_> = loaded
        .looked_at
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let message = match looked_at.as_slice() {
        [] => "no kubeconfig: neither KUBECONFIG nor HOME is set".to_owned(),
        [one] => format!("no kubeconfig: {one} does not exist"),
        many => format!("no kubeconfig: none of {} exists", many.join(", ")),
    };
    Error::failed(message).hint("give --kubeconfig FILE, or: export KUBECONFIG=FILE")
}

/// The first few known names, for a message about an unknown name.
fn known<'a>(names: impl Iterator<Item = &'a str>) -> String {
    const SHOWN: usize = 5;
    let names: Vec<_> = names.collect();
    let shown = names
        .iter()
        .take(SHOWN)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match names.len() {
        0 => " (it has none)".to_owned(),
        count if count > SHOWN => format!(" (it has {shown} and {} more)", count - SHOWN),
        _ => format!(" (it has {shown})"),
    }
}

fn cluster(
    flags: &KubeFlags,
    loaded: &Loaded,
    context_name: Option<&str>,
    context: &Context,
) -> Result<Cluster> {
    let clusters = &loaded.kubeconfig.clusters;
    let name = flags.kube_cluster.as_deref().unwrap_or(&context.cluster);
    let found = clusters.iter().find(|known| known.name == name);
    let mut cluster = match found.and_then(|known| known.cluster.clone()) {
        Some(cluster) => cluster,
        None if flags.kube_cluster.is_none() && flags.server.is_some() => Cluster::default(),
        None => {
            let of = match (flags.kube_cluster.is_some(), context_name) {
                (false, Some(context)) => format!(", named by context {},", quoted(context)),
                _ => String::new(),
            };
            let known = known(clusters.iter().map(|cluster| cluster.name.as_str()));
            return Err(Error::failed(format!(
                "cluster {}{of} is not in {}{known}",
                quoted(name),
                loaded.place()
            ))
            .hint(NextCommand::kubectl("config get-clusters")));
        }
    };
    apply_cluster_flags(&mut cluster, flags);
    if cluster.server.is_none() {
        return Err(Error::failed(format!(
            "cluster {} in {} has no server",
            quoted(name),
            loaded.place()
        ))
        .hint(
            NextCommand::kubectl("config set-cluster")
                .arg(name)
                .arg("--server=https://HOST:PORT"),
        ));
    }
    Ok(cluster)
}

fn apply_cluster_flags(cluster: &mut Cluster, flags: &KubeFlags) {
    if let Some(server) = &flags.server {
        cluster.server = Some(server.clone());
    }
    if flags.tls_server_name.is_some() || flags.server.is_some() {
        // The name in the kubeconfig belongs to the server in the kubeconfig, not to that of the flag.
        cluster.tls_server_name.clone_from(&flags.tls_server_name);
    }
    if flags.insecure_skip_tls_verify == Some(true) || flags.certificate_authority.is_some() {
        cluster.insecure_skip_tls_verify = flags.insecure_skip_tls_verify;
        cluster
            .certificate_authority
            .clone_from(&flags.certificate_authority);
        cluster.certificate_authority_data = None;
    } else if flags.insecure_skip_tls_verify == Some(false) {
        cluster.insecure_skip_tls_verify = Some(false);
    }
}

fn user(
    flags: &KubeFlags,
    loaded: &Loaded,
    context: &Context,
) -> Result<(Option<String>, AuthInfo)> {
    let users = &loaded.kubeconfig.auth_infos;
    let name = flags.user.clone().or_else(|| context.user.clone());
    let found = users
        .iter()
        .find(|known| Some(&known.name) == name.as_ref());
    let mut user = match found.and_then(|known| known.auth_info.clone()) {
        Some(user) => user,
        None if flags.user.is_none() => AuthInfo::default(),
        None => {
            let name = name.unwrap_or_default();
            let known = known(users.iter().map(|user| user.name.as_str()));
            return Err(Error::failed(format!(
                "user {} is not in {}{known}",
                quoted(&name),
                loaded.place()
            ))
            .hint(NextCommand::kubectl("config get-users")));
        }
    };
    apply_user_flags(&mut user, flags);
    let acts_with_more = user.impersonate_uid.is_some()
        || user
            .impersonate_groups
            .as_ref()
            .is_some_and(|groups| !groups.is_empty())
        || user
            .impersonate_user_extra
            .as_ref()
            .is_some_and(|extra| !extra.is_empty());
    if user.impersonate.is_none() && acts_with_more {
        return Err(Error::usage(
            "--as-uid, --as-group and --as-user-extra need --as USER",
        ));
    }
    Ok((name, user))
}

fn apply_user_flags(user: &mut AuthInfo, flags: &KubeFlags) {
    if let Some(token) = &flags.token {
        // As kubectl: credentials on the command line override a token file and login commands.
        user.token = Some(token.clone());
        user.token_file = None;
        user.exec = None;
        user.auth_provider = None;
    }
    if flags.username.is_some() || flags.password.is_some() {
        user.username = flags.username.clone().or_else(|| user.username.take());
        user.password = flags.password.clone().or_else(|| user.password.take());
        user.exec = None;
        user.auth_provider = None;
    }
    if let Some(file) = &flags.client_certificate {
        user.client_certificate = Some(file.clone());
        user.client_certificate_data = None;
    }
    if let Some(file) = &flags.client_key {
        user.client_key = Some(file.clone());
        user.client_key_data = None;
    }
    if let Some(name) = &flags.as_user {
        user.impersonate = Some(name.clone());
    }
    if let Some(uid) = &flags.as_uid {
        user.impersonate_uid = Some(uid.clone());
    }
    if !flags.as_group.is_empty() {
        user.impersonate_groups = Some(flags.as_group.clone());
    }
    for (key, value) in &flags.as_user_extra {
        let extra = user.impersonate_user_extra.get_or_insert_default();
        extra.entry(key.clone()).or_default().push(value.clone());
    }
}

/// Takes the source of the token out of `user`, because the client library runs a login command three times per start, sends the line
/// break at the end of a token file, and panics on a token with a line break.
fn take_source(user: &mut AuthInfo, name: Option<String>, cluster: &Cluster) -> Result<Source> {
    let basic = user.username.is_some() && user.password.is_some();
    if basic || user.auth_provider.is_some() {
        return Ok(Source::None);
    }
    if let Some(file) = user.token_file.take() {
        user.exec = None;
        user.token = None;
        return Ok(Source::File(file.into()));
    }
    let exec = user.exec.take();
    if let Some(token) = user.token.take() {
        return Ok(Source::Given(token));
    }
    let Some(mut exec) = exec else {
        return Ok(Source::None);
    };
    if exec.provide_cluster_info {
        let described = cluster.try_into().map_err(|error| {
            Error::failed(format!(
                "the login command cannot be told about the cluster: {error}"
            ))
            .hint(show_kubeconfig())
        })?;
        exec.cluster = Some(described);
    }
    Ok(exec_source(exec, name))
}

fn exec_source(exec: ExecConfig, user: Option<String>) -> Source {
    Source::Exec(Box::new(exec), user.unwrap_or_default())
}

/// Takes the user name and password out of the server's URL, so that they are never printed. As in kubectl they are used where there
/// are no other credentials.
fn take_server_credentials(cluster: &mut Cluster, user: &mut AuthInfo, source: &Source) {
    let server = cluster.server.clone().unwrap_or_default();
    let (_, Some(userinfo), _) = redact::split_userinfo(&server) else {
        return;
    };
    cluster.server = Some(redact::without_userinfo(&server));
    let has_others = user.username.is_some() || user.auth_provider.is_some();
    if has_others || !matches!(source, Source::None) {
        return;
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (name, password) = userinfo.split_once(':').unwrap_or((userinfo, ""));
    user.username = Some(decoded(name));
    user.password = Some(decoded(password).into());
}

/// The server as a URL. Without a scheme it is https where anything about TLS is configured, else http, as for kubectl.
fn server_url(cluster: &Cluster, user: &AuthInfo, typed: bool) -> Result<http::Uri> {
    let server = cluster.server.clone().unwrap_or_default();
    let tls = cluster.certificate_authority.is_some()
        || cluster.certificate_authority_data.is_some()
        || cluster.insecure_skip_tls_verify == Some(true)
        || user.client_certificate.is_some()
        || user.client_certificate_data.is_some();
    let full = match server.contains("://") {
        true => server.clone(),
        false if tls => format!("https://{server}"),
        false => format!("http://{server}"),
    };
    let shown = quoted(&redact::url(&server)).to_string();
    let kind = if typed {
        ErrorKind::Usage
    } else {
        ErrorKind::Failed
    };
    let invalid = |why: &str| {
        Error::new(kind, format!("server {shown} is not a URL: {why}"))
            .hint("give --server https://HOST:PORT")
    };
    let url: http::Uri = full
        .parse()
        .map_err(|error: http::uri::InvalidUri| invalid(&error.to_string()))?;
    match (url.scheme_str(), url.host()) {
        (Some("http" | "https"), Some(host)) if !host.is_empty() => {
            let authority = url.authority().map_or("", |authority| authority.as_str());
            match authority.rsplit_once(':') {
                // The library accepts any text as a port, and drops the port when it is not a number.
                Some((_, port)) if !port.ends_with(']') && url.port_u16().is_none() => {
                    Err(invalid(&format!("{} is not a port", quoted(port))))
                }
                _ => Ok(url),
            }
        }
        (Some("http" | "https"), _) => Err(invalid("it has no host")),
        _ => Err(invalid("it is neither http nor https")),
    }
}

fn certificate_authority(cluster: &Cluster) -> Result<Option<Vec<Vec<u8>>>> {
    let (pem, origin) = match (
        &cluster.certificate_authority_data,
        &cluster.certificate_authority,
    ) {
        (Some(data), _) => {
            let pem = base64::engine::general_purpose::STANDARD.decode(data);
            (
                pem.map_err(|error| error.to_string()),
                "certificate-authority-data".to_owned(),
            )
        }
        (None, Some(file)) => (
            std::fs::read(file).map_err(|error| error.to_string()),
            format!("certificate-authority {file}"),
        ),
        (None, None) => return Ok(None),
    };
    let unusable = |why: String| {
        Error::failed(format!("{origin} cannot be used: {why}"))
            .hint(Hint::from(show_kubeconfig()).and(" shows which certificate authority is used"))
    };
    let pem = pem.map_err(unusable)?;
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match certificates {
        Ok(certificates) if certificates.is_empty() => {
            Err(unusable("it contains no PEM certificate".to_owned()))
        }
        Ok(certificates) => Ok(Some(certificates.iter().map(|der| der.to_vec()).collect())),
        Err(_) => Err(unusable("it is not a list of PEM certificates".to_owned())),
    }
}
