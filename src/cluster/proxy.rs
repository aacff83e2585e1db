//! Chooses the proxy between us and the API server: `proxy-url` of the kubeconfig, else the environment, by the rules of Go.

use std::net::IpAddr;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;

use super::kubeconfig::Env;
use crate::error::{Error, Result};
use crate::redact;

/// The proxy for `server`, if any. `NO_PROXY` exempts servers from the proxy of the environment, but not from a `proxy-url`.
///
/// # Errors
/// A proxy URL that cannot be used.
pub(super) fn choose(configured: Option<&str>, server: &Uri, env: Env<'_>) -> Result<Option<Uri>> {
    if let Some(proxy) = configured {
        return usable("proxy-url", proxy).map(Some);
    }
    let (upper, lower) = match server.scheme_str() {
        Some("https") => ("HTTPS_PROXY", "https_proxy"),
        _ => ("HTTP_PROXY", "http_proxy"),
    };
    let first = |names: [&'static str; 2]| {
        names.into_iter().find_map(|name| {
            env(name)
                .filter(|value| !value.trim().is_empty())
                .map(|value| (name, value))
        })
    };
    let Some((variable, proxy)) = first([upper, lower]) else {
        return Ok(None);
    };
    let exceptions = first(["NO_PROXY", "no_proxy"])
        .map(|(_, list)| list)
        .unwrap_or_default();
    if is_local(server) || is_exempt(server, &exceptions) {
        return Ok(None);
    }
    usable(variable, proxy.trim()).map(Some)
}

/// The URL of the server for the connector: a tunnel assumes port 443 for every URL without a port, also for http.
pub(super) fn reachable(server: &Uri, through_proxy: bool) -> Uri {
    let host = server
        .host()
        .filter(|_| through_proxy && server.port().is_none());
    let with_port = match (server.scheme_str(), host) {
        (Some("http"), Some(host)) => format!("http://{host}:80{}", server.path()).parse().ok(),
        _ => None,
    };
    with_port.unwrap_or_else(|| server.clone())
}

/// Whether the server is this machine, for which Go never uses a proxy from the environment.
fn is_local(server: &Uri) -> bool {
    let host = server.host().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn is_exempt(server: &Uri, exceptions: &str) -> bool {
    let port = server
        .port_u16()
        .unwrap_or(if server.scheme_str() == Some("https") {
            443
        } else {
            80
        });
    let matching_port: Vec<_> = exceptions
        .split(',')
        .filter_map(|entry| {
            let entry = entry.trim();
            match entry.rsplit_once(':') {
                // One colon and digits: a host with a port. More colons: an IPv6 address.
                Some((host, wanted)) if !host.contains(':') && wanted.parse::<u16>().is_ok() => {
                    (wanted.parse() == Ok(port)).then_some(host)
                }
                _ => Some(entry),
            }
        })
        .map(|entry| {
            entry
                .strip_prefix('*')
                .filter(|rest| rest.starts_with('.'))
                .unwrap_or(entry)
        })
        .collect();
    let any_proxy = Matcher::builder()
        .all("http://proxy.invalid")
        .no(matching_port.join(","))
        .build();
    any_proxy.intercept(server).is_none()
}

fn usable(origin: &str, proxy: &str) -> Result<Uri> {
    let with_scheme = if proxy.contains("://") {
        proxy.to_owned()
    } else {
        format!("http://{proxy}")
    };
    let with_scheme = match with_scheme.strip_prefix("socks5h://") {
        Some(rest) => format!("socks5://{rest}"),
        None => with_scheme,
    };
    let unusable = |why: &str| {
        Error::failed(format!(
            "{origin} {} cannot be used: {why}",
            redact::url(proxy)
        ))
        .hint("a proxy is http://HOST:PORT, https://HOST:PORT or socks5://HOST:PORT")
    };
    let uri: Uri = with_scheme
        .parse()
        .map_err(|_| unusable("it is not a URL"))?;
    match uri.scheme_str() {
        Some("http" | "https" | "socks5") => Ok(uri),
        _ => Err(unusable("its scheme is not known")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn chosen(configured: Option<&str>, server: &str, vars: &[(&str, &str)]) -> Option<String> {
        let env = |name: &str| {
            vars.iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let proxy = choose(configured, &server.parse().unwrap(), &env).unwrap();
        proxy.map(|proxy| proxy.to_string())
    }

    #[test]
    fn proxy_of_the_environment() {
        let api = "https://api.example.com:6443";
        let p = ("HTTPS_PROXY", "http://p:3128");
        for (server, vars, expected) in [
            (api, vec![], None),
            (api, vec![p], Some("http://p:3128/")),
            (api, vec![("https_proxy", "p:3128")], Some("http://p:3128/")),
            (
                api,
                vec![("HTTPS_PROXY", "socks5h://p:1080")],
                Some("socks5://p:1080/"),
            ),
            (api, vec![("HTTP_PROXY", "http://p:3128")], None),
            (
                "http://api.example.com",
                vec![("HTTP_PROXY", "http://p")],
                Some("http://p/"),
            ),
            (api, vec![p, ("NO_PROXY", "*")], None),
            (api, vec![p, ("NO_PROXY", "example.com")], None),
            (api, vec![p, ("no_proxy", ".example.com")], None),
            (api, vec![p, ("NO_PROXY", "*.example.com")], None),
            (
                api,
                vec![p, ("NO_PROXY", "other.com, example.com:6443,")],
                None,
            ),
            (
                api,
                vec![p, ("NO_PROXY", "example.com:443")],
                Some("http://p:3128/"),
            ),
            (
                api,
                vec![p, ("NO_PROXY", "ample.com,,p")],
                Some("http://p:3128/"),
            ),
            (
                "https://10.1.2.3",
                vec![p, ("NO_PROXY", "10.0.0.0/8")],
                None,
            ),
            (
                "https://[fd00::1]:6443",
                vec![p, ("NO_PROXY", "fd00::/8")],
                None,
            ),
            ("https://127.0.0.1:6443", vec![p], None),
            ("https://localhost:6443", vec![p], None),
        ] {
            assert_eq!(
                chosen(None, server, &vars).as_deref(),
                expected,
                "{server} {vars:?}"
            );
        }
    }

    #[test]
    fn proxy_url_of_the_kubeconfig_wins_and_knows_no_exceptions() {
        let vars = [("HTTPS_PROXY", "http://other"), ("NO_PROXY", "*")];
        let proxy = chosen(Some("socks5://p:1080"), "https://127.0.0.1", &vars);
        assert_eq!(proxy.as_deref(), Some("socks5://p:1080/"));
    }

    #[test]
    fn unusable_proxies_are_named_without_their_password() {
        let error = choose(
            Some("ftp://me:hunter2@p"),
            &"https://h".parse().unwrap(),
            &|_| None,
        )
        .unwrap_err();
        assert!(
            error.message.contains("proxy-url") && error.message.contains("@p"),
            "{error}"
        );
        assert!(!error.message.contains("hunter2"), "{error}");
    }
}
