//! Flags about the server, its certificate and the proxy before it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::Resource;
use super::super::settings::resolve;
use super::flags::KUBECONFIG;
use super::server::{Reply, Server};
use super::{Heard, connect, flags};

#[tokio::test]
async fn flags_about_the_server_clear_what_the_kubeconfig_says_about_it() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let certificate = rcgen::generate_simple_self_signed(["h".to_owned()])
        .unwrap()
        .cert
        .pem();
    let one = write("one.crt", &certificate);
    let two = write("two.crt", &format!("{certificate}{certificate}"));
    let secure = "server: 'https://h', tls-server-name: inner, certificate-authority: one.crt";
    let data = format!(
        "server: 'https://h', certificate-authority-data: {}",
        STANDARD.encode(&certificate)
    );
    let insecure = "server: 'https://h', insecure-skip-tls-verify: true";
    // The cluster of the kubeconfig, flags, and then: name to expect, unchecked, number of authorities.
    for (cluster, line, name, unchecked, authorities) in [
        (secure, "", Some("inner"), false, Some(1)),
        (secure, "--server https://other", None, false, Some(1)),
        (
            secure,
            "--server https://other --tls-server-name mine",
            Some("mine"),
            false,
            Some(1),
        ),
        (
            secure,
            "--tls-server-name mine",
            Some("mine"),
            false,
            Some(1),
        ),
        (
            secure,
            "--insecure-skip-tls-verify",
            Some("inner"),
            true,
            None,
        ),
        (
            secure,
            "--insecure-skip-tls-verify=false",
            Some("inner"),
            false,
            Some(1),
        ),
        (
            secure,
            "--certificate-authority TWO",
            Some("inner"),
            false,
            Some(2),
        ),
        (data.as_str(), "", None, false, Some(1)),
        (&data, "--certificate-authority TWO", None, false, Some(2)),
        (&data, "--insecure-skip-tls-verify", None, true, None),
        (insecure, "", None, true, None),
        (
            insecure,
            "--insecure-skip-tls-verify=false",
            None,
            false,
            None,
        ),
        (
            insecure,
            "--certificate-authority ONE",
            None,
            false,
            Some(1),
        ),
    ] {
        let kubeconfig = write(
            "config",
            &format!(
                "current-context: c\ncontexts:\n- {{name: c, context: {{cluster: c}}}}\nclusters:\n- {{name: c, cluster: {{{cluster}}}}}\n"
            ),
        );
        let line = format!("--kubeconfig {kubeconfig} {line}")
            .replace("ONE", &one)
            .replace("TWO", &two);
        let config = resolve(&flags(&line), &|_| None).unwrap().config;
        assert_eq!(config.tls_server_name.as_deref(), name, "{line}");
        assert_eq!(config.accept_invalid_certs, unchecked, "{line}");
        assert_eq!(
            config.root_cert.map(|certificates| certificates.len()),
            authorities,
            "{line}"
        );
    }
}

#[tokio::test]
async fn requests_go_through_the_proxy() {
    let proxy = Server::start(|_, _| Reply::Cut).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config");
    let text = KUBECONFIG.replace(
        "server: SERVER,",
        &format!("server: 'http://api.test', proxy-url: '{}',", proxy.url),
    );
    std::fs::write(&file, text).unwrap();
    let line = format!("--kubeconfig {}", file.display());
    let cluster = connect(&flags(&line), &|_| None, Heard::default().notices())
        .await
        .unwrap();
    let error = cluster.get(Resource::PODS, "n", "p").await.unwrap_err();
    assert_eq!(proxy.lines()[0], "CONNECT api.test:80");
    assert!(
        error.message.contains("http://api.test") && error.message.contains(&proxy.url),
        "{error}"
    );

    let env = |name: &str| match name {
        "http_proxy" => Some(proxy.url.clone()),
        "no_proxy" => Some("exempt.test".to_owned()),
        _ => None,
    };
    for (host, through) in [("proxied.test", true), ("exempt.test", false)] {
        let settings = resolve(&flags(&format!("--server http://{host}")), &env).unwrap();
        assert_eq!(settings.config.proxy_url.is_some(), through, "{host}");
    }
}
