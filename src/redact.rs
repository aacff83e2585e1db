//! What must never be shown: tokens, keys and the data of Secrets, in URLs, texts and documents.

use serde_json::Value;

/// What stands where a secret stood.
pub const REDACTED: &str = "<redacted>";

/// A URL without its user name and password.
pub fn url(url: &str) -> String {
    let (scheme, rest) = url
        .split_once("://")
        .map_or(("", url), |(scheme, rest)| (scheme, rest));
    let authority_end = rest.find('/').unwrap_or(rest.len());
    let (authority, path) = rest.split_at(authority_end);
    let host = match authority.rsplit_once('@') {
        Some((_, host)) => format!("{REDACTED}@{host}"),
        None => authority.to_owned(),
    };
    let scheme = if scheme.is_empty() {
        String::new()
    } else {
        format!("{scheme}://")
    };
    format!("{scheme}{host}{path}")
}

/// A body as it may be logged. What is not JSON is only counted.
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

/// Keeps the keys of a map, hides the values.
fn hide(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(hide),
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Null => {}
        other => *other = Value::String(REDACTED.to_owned()),
    }
}

/// Field, variable and option names whose value is a secret. Names of Secrets (`secretName`) are not.
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

/// A text without the secrets in it: `secret-access-key=…` as in options and URLs, and `Bearer …`.
pub fn text(text: &str) -> String {
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
        ] {
            assert_eq!(url(given), expected);
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
