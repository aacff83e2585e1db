//! Hides what must never be shown: tokens, keys, passwords and the data of Secrets, in URLs, texts and documents.

use serde_json::Value;

/// The text that replaces a secret.
pub const REDACTED: &str = "<redacted>";

/// A URL whose user name and password are replaced by [`REDACTED`].
pub fn url(url: &str) -> String {
    match split_userinfo(url) {
        (before, Some(_), host) => format!("{before}{REDACTED}@{host}"),
        (_, None, _) => url.to_owned(),
    }
}

/// A URL without its user name and password, for commands that people paste.
pub fn without_userinfo(url: &str) -> String {
    let (before, _, host) = split_userinfo(url);
    format!("{before}{host}")
}

/// The scheme with `://`, the user name and password without the `@`, and the rest from the host on.
pub fn split_userinfo(url: &str) -> (&str, Option<&str>, &str) {
    let start = url.find("://").map_or(0, |at| at + 3);
    let (scheme, rest) = url.split_at(start);
    let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(authority_end);
    // A password may contain a `/` although a URL does not allow that. What follows the colon is then no port.
    let is_cut_password = authority
        .rsplit_once(':')
        .is_some_and(|(_, port)| !port.ends_with(']') && port.parse::<u16>().is_err());
    let searched = match is_cut_password && path.contains('@') {
        true => rest,
        false => authority,
    };
    match searched.rfind('@') {
        Some(at) => {
            let (userinfo, host) = rest.split_at(at);
            (scheme, Some(userinfo), host.trim_start_matches('@'))
        }
        None => (scheme, None, rest),
    }
}

/// A body for the log. A body that is not JSON is not shown; only its length is.
pub fn body(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return "(empty)".to_owned();
    }
    match serde_json::from_slice::<Value>(bytes) {
        Ok(mut document) => {
            self::document(&mut document);
            document.to_string()
        }
        Err(_) => format!("({} bytes that are not JSON)", bytes.len()),
    }
}

/// Replaces every secret in an API object or a list of them.
pub fn document(document: &mut Value) {
    let kind = document
        .get("kind")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let holds_secrets = matches!(kind, "Secret" | "SecretList");
    walk(document, holds_secrets);
}

fn walk(value: &mut Value, in_secret: bool) {
    match value {
        Value::Object(fields) => {
            let name = fields
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let names_a_secret = is_secret_name(name);
            for (key, field) in fields.iter_mut() {
                let whole = (in_secret && matches!(key.as_str(), "data" | "stringData"))
                    || (names_a_secret && key == "value")
                    || key == "kubectl.kubernetes.io/last-applied-configuration"
                    || (is_secret_name(key) && field.is_string());
                if whole {
                    hide(field)
                } else {
                    walk(field, in_secret)
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, in_secret)),
        Value::String(text) => *text = self::text(text),
        _ => {}
    }
}

/// Hides the values of a map and keeps its keys.
fn hide(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(hide),
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Null => {}
        other => *other = Value::String(REDACTED.to_owned()),
    }
}

/// Whether a field, variable or option of this name has a secret as its value. The name of a Secret (`secretName`) is no secret.
fn is_secret_name(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_lowercase();
    const ENDINGS: [&str; 13] = [
        "token",
        "password",
        "passwd",
        "accesskey",
        "accesskeyid",
        "secretkey",
        "secretaccesskey",
        "clientsecret",
        "storagekey",
        "accountkey",
        "privatekey",
        "credentials",
        "ssecustomerkey",
    ];
    ENDINGS.iter().any(|ending| name.ends_with(ending)) || matches!(name.as_str(), "sig" | "sas")
}

/// A text without the secrets in it: `secret-access-key=…` as in options and URLs, `Bearer …`, and the user name and password of URLs.
pub fn text(text: &str) -> String {
    hide_userinfo(&hide_named_values(text))
}

/// Hides the user name and password of every URL in a text.
fn hide_userinfo(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (scheme, after) = rest.split_at(at + 3);
        shown.push_str(scheme);
        let ends_authority =
            |c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | '&' | ',');
        let end = after.find(ends_authority).unwrap_or(after.len());
        let (authority, tail) = after.split_at(end);
        match authority.rsplit_once('@') {
            Some((_, host)) => {
                shown.push_str(REDACTED);
                shown.push('@');
                shown.push_str(host);
            }
            None => shown.push_str(authority),
        }
        rest = tail;
    }
    shown.push_str(rest);
    shown
}

fn hide_named_values(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['=', ' ']) {
        let (before, after) = rest.split_at(at);
        let (separator, after) = after.split_at(1);
        shown.push_str(before);
        shown.push_str(separator);
        let word_start = before.rfind(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
        let word = before
            .get(word_start.map_or(0, |at| at + 1)..)
            .unwrap_or_default();
        rest = after;
        let secret_follows = if separator == "=" {
            is_secret_name(word)
        } else {
            word == "Bearer"
        };
        if secret_follows {
            let end = after
                .find(|c: char| c.is_whitespace() || matches!(c, '&' | '"' | '\'' | ',' | ';'))
                .unwrap_or(after.len());
            shown.push_str(REDACTED);
            rest = after.get(end..).unwrap_or_default();
        }
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn urls_lose_their_userinfo() {
        for (given, expected) in [
            ("https://me:pw@host:1/x", "https://<redacted>@host:1/x"),
            ("http://host/a@b", "http://host/a@b"),
            ("user@host:1", "<redacted>@host:1"),
            ("https://host", "https://host"),
            ("https://me:p/w@host:1", "https://<redacted>@host:1"),
            ("https://[::1]:6443/a@b", "https://[::1]:6443/a@b"),
        ] {
            assert_eq!(url(given), expected);
            assert_eq!(without_userinfo(given), expected.replace("<redacted>@", ""));
        }
    }

    #[test]
    fn texts_lose_what_follows_a_secret_name() {
        for (given, expected) in [
            (
                "--s3.secret-access-key=AKIA/x+y --x=1",
                "--s3.secret-access-key=<redacted> --x=1",
            ),
            (
                "s3://b/p?access-key=A&region=r",
                "s3://b/p?access-key=<redacted>&region=r",
            ),
            ("az://c?sv=1&sig=abc", "az://c?sv=1&sig=<redacted>"),
            (
                "Authorization: Bearer abc.def ok",
                "Authorization: Bearer <redacted> ok",
            ),
            ("no secrets = here", "no secrets = here"),
            ("password=", "password=<redacted>"),
            (
                "s3://b/p?endpoint=http://u:pw@h:9000/x&region=r",
                "s3://b/p?endpoint=http://<redacted>@h:9000/x&region=r",
            ),
            ("mail a@b of s3://b/p@q", "mail a@b of s3://b/p@q"),
        ] {
            assert_eq!(text(given), expected);
        }
    }

    #[test]
    fn documents_keep_their_shape_and_lose_their_secrets() {
        let mut list = json!({"kind": "SecretList", "items": [{
            "metadata": {"name": "s", "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"}},
            "data": {"access_key": "QQ=="}, "stringData": {"x": "y"}, "type": "Opaque"}]});
        document(&mut list);
        assert_eq!(
            list,
            json!({"kind": "SecretList", "items": [{
                "metadata": {"name": "s",
                    "annotations": {"kubectl.kubernetes.io/last-applied-configuration": REDACTED}},
                "data": {"access_key": REDACTED}, "stringData": {"x": REDACTED}, "type": "Opaque"}]})
        );
        let mut backup = json!({"kind": "Backup", "spec": {
            "azblob": {"sasToken": "sv=1", "secretName": "azure"},
            "s3": {"secretName": "s3", "options": ["--s3.access-key=A"]},
            "env": [{"name": "AWS_SECRET_ACCESS_KEY", "value": "V"}, {"name": "HOME", "value": "/root"},
                    {"name": "AZURE_STORAGE_KEY", "valueFrom": {"secretKeyRef": {"name": "n", "key": "k"}}}]}});
        document(&mut backup);
        assert_eq!(
            backup,
            json!({"kind": "Backup", "spec": {
                "azblob": {"sasToken": REDACTED, "secretName": "azure"},
                "s3": {"secretName": "s3", "options": ["--s3.access-key=<redacted>"]},
                "env": [{"name": "AWS_SECRET_ACCESS_KEY", "value": REDACTED}, {"name": "HOME", "value": "/root"},
                        {"name": "AZURE_STORAGE_KEY", "valueFrom": {"secretKeyRef": {"name": "n", "key": "k"}}}]}})
        );
    }
}
