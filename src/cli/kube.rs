//! The kubeconfig flags of kubectl, under kubectl's own names.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{ArgAction, Args, ValueHint};
use secrecy::{ExposeSecret, SecretString};

use super::switch::boolean;
use crate::redact;
use crate::time::Span;

const HEADING: &str = "Cluster options";

/// How to reach the API server, and as which user. Every flag means what it means to kubectl. One has another name: `--kube-cluster`,
/// because `--cluster` is the TiDB cluster.
#[derive(Debug, Clone, Default, Args)]
pub struct KubeFlags {
    /// Namespace (default: the namespace of the context, or `default`)
    #[arg(short, long, global = true, value_name = "NAMESPACE", help_heading = HEADING)]
    pub namespace: Option<String>,

    /// Kubeconfig file (default: the files in KUBECONFIG, or ~/.kube/config)
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = HEADING, value_parser = any_path())]
    pub kubeconfig: Option<PathBuf>,

    /// Context of the kubeconfig (default: its current context)
    #[arg(long, global = true, value_name = "CONTEXT", help_heading = HEADING)]
    pub context: Option<String>,

    /// Cluster entry of the kubeconfig (kubectl's --cluster)
    #[arg(long, global = true, value_name = "NAME", help_heading = HEADING)]
    pub kube_cluster: Option<String>,

    /// User entry of the kubeconfig
    #[arg(long, global = true, value_name = "NAME", help_heading = HEADING)]
    pub user: Option<String>,

    /// Address and port of the API server
    #[arg(short, long, global = true, value_name = "URL", value_hint = ValueHint::Url, help_heading = HEADING)]
    pub server: Option<String>,

    /// Name that the server's certificate must have (default: the host of the address)
    #[arg(long, global = true, value_name = "NAME", help_heading = HEADING)]
    pub tls_server_name: Option<String>,

    /// Do not check the server's certificate; the connection is then insecure
    #[arg(long, global = true, value_name = "BOOL", num_args = 0..=1, require_equals = true,
          default_missing_value = "true", value_parser = boolean, help_heading = HEADING)]
    pub insecure_skip_tls_verify: Option<bool>,

    /// File with the certificate authority of the server's certificate
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = HEADING)]
    pub certificate_authority: Option<String>,

    /// File with the client certificate
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = HEADING)]
    pub client_certificate: Option<String>,

    /// File with the key of the client certificate
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = HEADING)]
    pub client_key: Option<String>,

    /// Bearer token
    #[arg(long, global = true, value_name = "TOKEN", help_heading = HEADING)]
    pub token: Option<SecretString>,

    /// User name for basic authentication
    #[arg(long, global = true, value_name = "NAME", help_heading = HEADING)]
    pub username: Option<String>,

    /// Password for basic authentication
    #[arg(long, global = true, value_name = "PASSWORD", help_heading = HEADING)]
    pub password: Option<SecretString>,

    /// User to impersonate
    #[arg(long = "as", global = true, value_name = "USER", help_heading = HEADING)]
    pub as_user: Option<String>,

    /// Group to impersonate (repeatable)
    #[arg(long, global = true, value_name = "GROUP", action = ArgAction::Append, help_heading = HEADING)]
    pub as_group: Vec<String>,

    /// UID to impersonate
    #[arg(long, global = true, value_name = "UID", help_heading = HEADING)]
    pub as_uid: Option<String>,

    /// Extra attribute of the impersonated user (repeatable)
    #[arg(long, global = true, value_name = "KEY=VALUE", action = ArgAction::Append, value_parser = key_value,
          help_heading = HEADING)]
    pub as_user_extra: Vec<(String, String)>,

    /// Time limit of one request, such as 30s; a number without a unit is seconds, 0 is no limit
    #[arg(long, global = true, value_name = "DURATION", value_parser = request_timeout, help_heading = HEADING)]
    request_timeout: Option<RequestTimeout>,

    /// Has no effect, because responses are never compressed; kubectl has this flag
    #[arg(long, global = true, value_name = "BOOL", num_args = 0..=1, require_equals = true,
          default_missing_value = "true", value_parser = boolean, help_heading = HEADING)]
    pub disable_compression: Option<bool>,

    /// Has no effect, because nothing is cached on disk; kubectl has this flag
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = HEADING, value_parser = any_path())]
    pub cache_dir: Option<PathBuf>,

    /// Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown
    #[arg(short, long = "v", global = true, value_name = "LEVEL", default_value_t, help_heading = HEADING)]
    pub verbosity: u8,
}

/// The time limit of one request; `None` for an empty value, which kubectl takes as a flag that is not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RequestTimeout(Option<Duration>);

fn key_value(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("expected KEY=VALUE".to_owned()),
    }
}

fn request_timeout(text: &str) -> Result<RequestTimeout, String> {
    match text {
        "" => Ok(RequestTimeout(None)),
        text => limit(text).map(|limit| RequestTimeout(Some(limit))),
    }
}

/// A Go duration, or a number of seconds without a unit. Zero means no limit.
fn limit(text: &str) -> Result<Duration, String> {
    const EXPECTED: &str = "expected seconds or a duration with a unit, as in 30s, 1m30s, 500ms";
    if let Ok(seconds) = text.parse::<u32>() {
        return Ok(Duration::from_secs(seconds.into()));
    }
    Span::from_go(text)
        .and_then(|length| length.to_std().ok())
        .ok_or_else(|| EXPECTED.to_owned())
}

impl KubeFlags {
    /// The time limit of one request, where the user gave one; zero is no limit.
    pub fn request_timeout(&self) -> Option<Duration> {
        self.request_timeout?.0
    }

    /// The same flags without the empty ones: kubectl takes an empty value, such as an unset variable of a script leaves, as a flag that is
    /// not given.
    pub fn without_empty(self) -> Self {
        let text = |value: Option<String>| value.filter(|value| !value.is_empty());
        let path = |value: Option<PathBuf>| value.filter(|value| !value.as_os_str().is_empty());
        let secret =
            |value: Option<SecretString>| value.filter(|value| !value.expose_secret().is_empty());
        let mut groups = self.as_group;
        groups.retain(|group| !group.is_empty());
        Self {
            namespace: text(self.namespace),
            kubeconfig: path(self.kubeconfig),
            context: text(self.context),
            kube_cluster: text(self.kube_cluster),
            user: text(self.user),
            server: text(self.server),
            tls_server_name: text(self.tls_server_name),
            certificate_authority: text(self.certificate_authority),
            client_certificate: text(self.client_certificate),
            client_key: text(self.client_key),
            token: secret(self.token),
            username: text(self.username),
            password: secret(self.password),
            as_user: text(self.as_user),
            as_group: groups,
            as_uid: text(self.as_uid),
            cache_dir: path(self.cache_dir),
            ..self
        }
    }

    /// The flags that say which cluster is meant and which user asks, as they were typed; no credentials.
    pub fn connection(&self) -> Vec<(&'static str, String)> {
        let kubeconfig = self.kubeconfig.as_ref();
        let kubeconfig = kubeconfig.map(|file| file.display().to_string());
        [
            ("--kubeconfig", kubeconfig),
            ("--context", self.context.clone()),
            ("--kube-cluster", self.kube_cluster.clone()),
            ("--user", self.user.clone()),
            (
                "--server",
                self.server.as_deref().map(redact::without_userinfo),
            ),
            ("--as", self.as_user.clone()),
        ]
        .into_iter()
        .filter_map(|(flag, value)| Some((flag, value?)))
        .collect()
    }
}

/// Paths, the empty one too: kubectl takes an empty path for a flag that is not given.
fn any_path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        kube: KubeFlags,
        #[command(subcommand)]
        verb: Option<Verb>,
    }

    #[derive(clap::Subcommand)]
    enum Verb {
        Get { name: Option<String> },
    }

    #[test]
    fn request_timeouts_are_seconds_or_go_durations() {
        for (text, millis) in [
            ("0", Some(0)),
            ("30", Some(30_000)),
            ("0s", Some(0)),
            ("1.5s", Some(1_500)),
            ("1m30s", Some(90_000)),
            ("500ms", Some(500)),
            ("1h", Some(3_600_000)),
            ("", None),
            ("-1s", None),
            ("5x", None),
            ("s", None),
            ("1m30", None),
            ("1.5", None),
        ] {
            let parsed = limit(text).ok().map(|limit| limit.as_millis());
            assert_eq!(parsed, millis, "{text:?}");
        }
    }

    #[test]
    fn flags_stand_before_and_after_the_verb() {
        for line in [
            "x -n ns --context c -v 6 get",
            "x get -n ns --context c -v 6",
            "x get n1 -nns --context=c --v=6",
            "x -v6 get n1 --namespace ns --context c",
        ] {
            let parsed = Command::try_parse_from(line.split(' ')).unwrap();
            assert!(matches!(parsed.verb, Some(Verb::Get { .. })), "{line}");
            assert_eq!(parsed.kube.namespace.as_deref(), Some("ns"), "{line}");
            assert_eq!(parsed.kube.context.as_deref(), Some("c"), "{line}");
            assert_eq!(parsed.kube.verbosity, 6, "{line}");
        }
    }

    #[test]
    fn boolean_flags_take_a_value_only_after_an_equals_sign() {
        for (line, expected) in [
            ("x get", None),
            ("x --insecure-skip-tls-verify get", Some(true)),
            ("x --insecure-skip-tls-verify=true get", Some(true)),
            ("x get --insecure-skip-tls-verify=false", Some(false)),
        ] {
            let parsed = Command::try_parse_from(line.split(' ')).unwrap();
            assert_eq!(parsed.kube.insecure_skip_tls_verify, expected, "{line}");
            assert!(parsed.verb.is_some(), "{line}");
        }
    }

    #[test]
    fn tokens_and_passwords_do_not_show_when_the_flags_are_printed() {
        let parsed =
            Command::try_parse_from(["x", "--token", "s3cret-token", "--password", "hunter2"])
                .unwrap();
        let shown = format!("{:?}", parsed.kube);
        assert!(
            !shown.contains("s3cret-token") && !shown.contains("hunter2"),
            "{shown}"
        );
    }

    /// `-n "$UNSET"` must not mean the namespace `default`.
    #[test]
    fn an_empty_value_is_a_flag_that_is_not_given() {
        let command = <Command as clap::CommandFactory>::command();
        let flags: Vec<String> = command
            .get_arguments()
            .filter(|arg| arg.get_action().takes_values() && !arg.is_require_equals_set())
            .filter_map(|arg| arg.get_long())
            .filter(|long| !["v", "as-user-extra"].contains(long))
            .map(|long| format!("--{long}="))
            .collect();
        assert!(flags.len() >= 17, "{flags:?}");
        let given = std::iter::once("x".to_owned()).chain(flags);
        let parsed = Command::try_parse_from(given).unwrap().kube.without_empty();
        let none = Command::try_parse_from(["x"]).unwrap().kube;
        assert_eq!(
            format!("{:?}", parsed),
            format!("{none:?}").replace(
                "request_timeout: None",
                "request_timeout: Some(RequestTimeout(None))"
            )
        );
        assert_eq!(parsed.request_timeout(), None);
    }

    #[test]
    fn the_flags_that_choose_a_cluster_hold_no_credentials() {
        let line = [
            "x",
            "--context",
            "c",
            "--kube-cluster",
            "k",
            "--kubeconfig",
            "a/b.yaml",
            "--server",
            "https://me:pw@h",
            "--token",
            "secret-token",
        ];
        let parsed = Command::try_parse_from(line).unwrap();
        let expected = [
            ("--kubeconfig", "a/b.yaml"),
            ("--context", "c"),
            ("--kube-cluster", "k"),
            ("--server", "https://h"),
        ];
        let expected = expected.map(|(flag, value)| (flag, value.to_owned()));
        assert_eq!(parsed.kube.connection(), expected);
    }

    #[test]
    fn every_kubeconfig_flag_of_kubectl_is_there() {
        let command = <Command as clap::CommandFactory>::command();
        let known: Vec<_> = command
            .get_arguments()
            .filter_map(|a| a.get_long())
            .collect();
        for flag in [
            "as",
            "as-group",
            "as-uid",
            "as-user-extra",
            "cache-dir",
            "certificate-authority",
            "client-certificate",
            "client-key",
            "context",
            "disable-compression",
            "insecure-skip-tls-verify",
            "kube-cluster",
            "kubeconfig",
            "namespace",
            "password",
            "request-timeout",
            "server",
            "tls-server-name",
            "token",
            "user",
            "username",
            "v",
        ] {
            assert!(known.contains(&flag), "--{flag}");
        }
        assert!(!known.contains(&"cluster"), "--cluster is the TiDB cluster");
    }
}
