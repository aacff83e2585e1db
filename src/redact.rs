//! Secrets that must never be shown: tokens, keys and the data of Secrets, in URLs, texts and documents.
//!
//! Two rules live side by side. What is logged or quoted ([`document`], [`text`], [`body`]) hides everything that looks like a
//! secret. An object that the user asked for ([`printed_object`]) hides only the data of Secrets and SAS tokens, because people apply
//! what they print.

use serde_json::{Map, Value};

/// What stands where a secret stood.
pub const REDACTED: &str = "<redacted>";

/// The annotation in which `kubectl apply` keeps the whole manifest.
const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";

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
    // A password may contain a `/` although a URL does not allow that. The text after the colon is then no port.
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

/// A body as it may be logged. A body that is not JSON is only counted.
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

/// Replaces everything that looks like a secret in an API object or a list of objects.
pub fn document(document: &mut Value) {
    let kind = document
        .get("kind")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let holds_secrets = matches!(kind, "Secret" | "SecretList");
    hide_secrets(document, holds_secrets);
}

fn hide_secrets(value: &mut Value, in_secret: bool) {
    match value {
        Value::Object(fields) => {
            let name = fields
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let holds_a_secret = names_a_secret(name);
            for (key, field) in fields.iter_mut() {
                let whole = (in_secret && matches!(key.as_str(), "data" | "stringData"))
                    || (holds_a_secret && key == "value")
                    || key == LAST_APPLIED
                    || (names_a_secret(key) && field.is_string());
                if whole {
                    hide_values(field)
                } else {
                    hide_secrets(field, in_secret)
                }
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| hide_secrets(item, in_secret)),
        Value::String(text) => *text = self::text(text),
        _ => {}
    }
}

/// Keeps the keys of a mapping and hides its values.
fn hide_values(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(hide_values),
        Value::Array(items) => items.iter_mut().for_each(hide_values),
        Value::Null => {}
        other => *other = Value::String(REDACTED.to_owned()),
    }
}

/// Hides the data of Secrets, and `azblob.sasToken` at every depth: storage stands in several places of a spec, and in the manifest
/// that `kubectl apply` keeps.
pub fn printed_object(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(printed_object),
        Value::Object(keys) => {
            if let Some(azblob) = keys.get_mut("azblob").and_then(Value::as_object_mut) {
                hide_key(azblob, "sasToken");
            }
            if keys.get("kind").and_then(Value::as_str) == Some("Secret") {
                hide_data(keys);
            }
            if let Some(Value::String(manifest)) = keys.get_mut(LAST_APPLIED)
                && let Ok(applied) = serde_json::from_str::<Value>(manifest)
            {
                let mut hidden = applied.clone();
                printed_object(&mut hidden);
                if hidden != applied {
                    *manifest = hidden.to_string();
                }
            }
            keys.values_mut().for_each(printed_object);
        }
        _ => {}
    }
}

/// The keys of a Secret stay.
fn hide_data(secret: &mut Map<String, Value>) {
    for field in ["data", "stringData"] {
        if let Some(Value::Object(data)) = secret.get_mut(field) {
            let keys: Vec<String> = data.keys().cloned().collect();
            keys.iter().for_each(|key| hide_key(data, key));
        }
    }
}

fn hide_key(keys: &mut Map<String, Value>, key: &str) {
    if let Some(value) = keys.get_mut(key)
        && value.as_str() != Some("")
        && !value.is_null()
    {
        *value = REDACTED.into();
    }
}

/// Whether the value of a field, variable or option of this name is a secret. A field that names a Secret (`secretName`) holds no secret.
pub fn names_a_secret(name: &str) -> bool {
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

/// A text without the secrets in it: user names and passwords of URLs, values such as `secret-access-key=…` of options and URLs, and
/// `Bearer …`.
pub fn text(text: &str) -> String {
    let text = without_user_information(text);
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.as_str();
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
            names_a_secret(word)
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

/// Hides what stands before the `@` of every URL in a text.
fn without_user_information(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        shown.push_str(before);
        shown.push_str("://");
        let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | ',');
        let authority = after.get(..after.find(ends).unwrap_or(after.len()));
        rest = match authority.and_then(|authority| authority.rfind('@')) {
            Some(at) => {
                shown.push_str(REDACTED);
                after.get(at..).unwrap_or_default()
            }
            None => after,
        };
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
            (
                "dial http://me:pw@minio:9000/b?x=1, then s3://b/a@b",
                "dial http://<redacted>@minio:9000/b?x=1, then s3://b/a@b",
            ),
            ("no secrets = here", "no secrets = here"),
            ("password=", "password=<redacted>"),
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
