//! Secrets under the keys that the operators read, and nothing else in them.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::{Error, Result};

/// The API server takes Secrets of up to one mebibyte.
pub const LARGEST: usize = 1 << 20;

/// What a value has to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One line without blanks at its ends; the line break that editors put there is left out.
    Word,
    /// One line, blanks included.
    Line,
    /// A JSON object.
    Json,
    /// PEM blocks with this label.
    Pem(&'static str),
}

/// One key of a Secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value looks like.
    pub form: Form,
    /// The variable that `--from-env` reads.
    pub variable: Option<&'static str>,
    /// Whether `variable` names a file that holds the value.
    pub variable_is_file: bool,
    /// Where the value comes from when neither a file nor the environment has it.
    pub otherwise: Otherwise,
}

/// What happens when there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Otherwise {
    /// A hidden prompt asks for it.
    Ask,
    /// The key is left out.
    Omit,
    /// This flag is missing.
    Missing(&'static str),
}

const fn key(name: &'static str, form: Form, otherwise: Otherwise) -> Key {
    Key {
        name,
        form,
        variable: None,
        variable_is_file: false,
        otherwise,
    }
}

impl Key {
    const fn variable(mut self, variable: &'static str) -> Self {
        self.variable = Some(variable);
        self
    }

    const fn file_in(mut self, variable: &'static str) -> Self {
        self.variable_is_file = true;
        self.variable(variable)
    }
}

const ACCOUNT: Key =
    key("AZURE_STORAGE_ACCOUNT", Form::Word, Otherwise::Omit).variable("AZURE_STORAGE_ACCOUNT");

/// What a Secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretPurpose {
    /// S3 and compatible storage: `s3.secretName`.
    S3,
    /// Google Cloud Storage: `gcs.secretName`.
    Gcs,
    /// Azure Blob Storage with the key of the account: `azblob.secretName`.
    AzureKey,
    /// Azure Blob Storage with an application of Azure AD, which operators prefer in a Secret that has both kinds of keys.
    AzureAd,
    /// An account of TiDB: `from.secretName`, `to.secretName`.
    Tidb,
    /// A client certificate: `from.tlsClientSecretName`, `to.tlsClientSecretName`.
    Tls,
}

impl SecretPurpose {
    /// The keys, in the order in which they are asked for.
    pub fn keys(self) -> &'static [Key] {
        use Form::{Json, Line, Pem, Word};
        use Otherwise::{Ask, Missing, Omit};
        match self {
            SecretPurpose::S3 => {
                &const {
                    [
                        key("access_key", Word, Ask).variable("AWS_ACCESS_KEY_ID"),
                        key("secret_key", Word, Ask).variable("AWS_SECRET_ACCESS_KEY"),
                    ]
                }
            }
            SecretPurpose::Gcs => {
                &const { [key("credentials", Json, Ask).file_in("GOOGLE_APPLICATION_CREDENTIALS")] }
            }
            SecretPurpose::AzureKey => {
                &const {
                    [
                        ACCOUNT,
                        key("AZURE_STORAGE_KEY", Word, Ask).variable("AZURE_STORAGE_KEY"),
                    ]
                }
            }
            SecretPurpose::AzureAd => {
                &const {
                    [
                        ACCOUNT,
                        key("AZURE_CLIENT_ID", Word, Missing("--client-id"))
                            .variable("AZURE_CLIENT_ID"),
                        key("AZURE_TENANT_ID", Word, Missing("--tenant-id"))
                            .variable("AZURE_TENANT_ID"),
                        key("AZURE_CLIENT_SECRET", Word, Ask).variable("AZURE_CLIENT_SECRET"),
                    ]
                }
            }
            SecretPurpose::Tidb => {
                &const {
                    [
                        key("user", Word, Omit),
                        key("password", Line, Ask).variable("MYSQL_PWD"),
                    ]
                }
            }
            SecretPurpose::Tls => {
                &const {
                    [
                        key("tls.crt", Pem("CERTIFICATE"), Missing("--cert")),
                        key("tls.key", Pem("PRIVATE KEY"), Missing("--key")),
                        key("ca.crt", Pem("CERTIFICATE"), Missing("--ca")),
                    ]
                }
            }
        }
    }

    /// Finds the key of this name.
    ///
    /// # Errors
    /// Usage, with the names of all keys. Where the name is that of a key's variable, a hint names the key.
    pub fn key(self, name: &str) -> Result<&'static Key> {
        let keys = self.keys();
        if let Some(key) = keys.iter().find(|key| key.name == name) {
            return Ok(key);
        }
        let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
        let error = Error::usage(format!(
            "--from-file: the operators read no key of that name; they read {}",
            names.join(", ")
        ));
        let meant = keys.iter().find(|key| key.variable == Some(name));
        Err(match meant {
            Some(key) => error.hint(format!("--from-file {}=PATH", key.name)),
            None => error,
        })
    }
}

/// The keys of the other way to authorize at the same provider. A Secret may hold them besides, and they can be removed.
fn other_keys(purpose: SecretPurpose) -> &'static [Key] {
    match purpose {
        SecretPurpose::AzureKey => SecretPurpose::AzureAd.keys(),
        SecretPurpose::AzureAd => SecretPurpose::AzureKey.keys(),
        SecretPurpose::S3 | SecretPurpose::Gcs | SecretPurpose::Tidb | SecretPurpose::Tls => &[],
    }
}

/// The values of a Secret. They are never shown.
#[derive(Default)]
pub struct Values {
    values: BTreeMap<&'static str, Vec<u8>>,
    removed: Vec<&'static str>,
}

impl Values {
    /// Adds the value of a key, and returns a warning about an odd value.
    ///
    /// # Errors
    /// Usage for a value that cannot be right. The value is never part of the message.
    pub fn add(&mut self, key: &'static Key, mut value: Vec<u8>) -> Result<Option<String>> {
        let bad = |why: &str| Err(Error::usage(format!("{}: {why}", key.name)));
        if matches!(key.form, Form::Word | Form::Line) && value.ends_with(b"\n") {
            value.pop();
            value.pop_if(|byte| *byte == b'\r');
        }
        if value.iter().all(u8::is_ascii_whitespace) {
            return bad("the value is empty");
        }
        if value.len() > LARGEST {
            return bad("the value is larger than 1 MiB, which no Secret holds");
        }
        let text = std::str::from_utf8(&value).ok();
        let Some(text) = text else {
            return bad("the value is not text");
        };
        let odd = match key.form {
            Form::Word | Form::Line if text.chars().any(char::is_control) => {
                return bad("the value has several lines or control characters; expected one line");
            }
            Form::Word if text.contains(char::is_whitespace) => {
                return bad("the value has blanks in it");
            }
            Form::Json if !is_object(text) => {
                return bad("the value is not the JSON file of a service account key");
            }
            Form::Pem(label) if !text.contains(&format!("{label}-----")) => {
                Some(format!("{} holds no PEM block {label}", key.name))
            }
            _ => None,
        };
        self.values.insert(key.name, value);
        Ok(odd)
    }

    /// Removes a key that an earlier run wrote.
    ///
    /// # Errors
    /// Usage for a key that no Secret of this purpose has.
    pub fn remove(&mut self, purpose: SecretPurpose, name: &str) -> Result<()> {
        let mut others = other_keys(purpose).iter();
        let key = match others.find(|key| key.name == name) {
            Some(key) => key,
            None => purpose.key(name)?,
        };
        self.removed.push(key.name);
        Ok(())
    }

    /// Whether this run removes a key.
    pub fn removes(&self, name: &str) -> bool {
        self.removed.contains(&name)
    }

    /// Whether a key has its value.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The Secret. `data` holds the values as the API has them, in base64, and `null` for a key that is removed.
    pub fn manifest(&self, name: &str, namespace: Option<&str>) -> Value {
        let removed = self
            .removed
            .iter()
            .map(|key| ((*key).to_owned(), Value::Null));
        let values = self.values.iter();
        let values = values.map(|(key, value)| ((*key).to_owned(), json!(STANDARD.encode(value))));
        let data: Map<String, Value> = removed.chain(values).collect();
        let mut metadata = json!({"name": name});
        if let (Some(namespace), Some(keys)) = (namespace, metadata.as_object_mut()) {
            keys.insert("namespace".to_owned(), json!(namespace));
        }
        json!({"apiVersion": "v1", "kind": "Secret", "metadata": metadata, "type": "Opaque", "data": data})
    }
}

fn is_object(text: &str) -> bool {
    serde_json::from_str::<Map<String, Value>>(text).is_ok_and(|keys| !keys.is_empty())
}

/// Splits `KEY=PATH`; an empty path removes the key.
///
/// # Errors
/// Usage. The text is not shown, since it may be a secret that was typed in the wrong place.
pub fn key_and_path(text: &str) -> Result<(&str, &str)> {
    text.split_once('=')
        .filter(|(key, _)| !key.is_empty())
        .ok_or_else(|| Error::usage("--from-file: expected KEY=PATH, or KEY=- for stdin"))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::type_complexity
    )]
    use super::*;

    #[test]
    fn keys_are_those_that_the_operators_read() {
        let rows: [(SecretPurpose, &[&str]); 6] = [
            (SecretPurpose::S3, &["access_key", "secret_key"]),
            (SecretPurpose::Gcs, &["credentials"]),
            (
                SecretPurpose::AzureKey,
                &["AZURE_STORAGE_ACCOUNT", "AZURE_STORAGE_KEY"],
            ),
            (
                SecretPurpose::AzureAd,
                &[
                    "AZURE_STORAGE_ACCOUNT",
                    "AZURE_CLIENT_ID",
                    "AZURE_TENANT_ID",
                    "AZURE_CLIENT_SECRET",
                ],
            ),
            (SecretPurpose::Tidb, &["user", "password"]),
            (SecretPurpose::Tls, &["tls.crt", "tls.key", "ca.crt"]),
        ];
        for (purpose, expected) in rows {
            let names: Vec<&str> = purpose.keys().iter().map(|key| key.name).collect();
            assert_eq!(names, expected, "{purpose:?}");
        }
    }

    #[test]
    fn values() {
        let json = br#"{"type": "service_account"}"#;
        let pem = b"-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
        // What is stored, or what is wrong.
        let rows: [(SecretPurpose, &str, &[u8], Result<&[u8], &str>); 16] = [
            (SecretPurpose::S3, "access_key", b"AKIA", Ok(b"AKIA")),
            (SecretPurpose::S3, "access_key", b"AKIA\n", Ok(b"AKIA")),
            (SecretPurpose::S3, "access_key", b"AKIA\r\n", Ok(b"AKIA")),
            (
                SecretPurpose::S3,
                "access_key",
                b"AKIA\n\n",
                Err("several lines"),
            ),
            (SecretPurpose::S3, "access_key", b" AKIA", Err("blanks")),
            (SecretPurpose::S3, "secret_key", b"", Err("empty")),
            (SecretPurpose::S3, "secret_key", b" \n", Err("empty")),
            (
                SecretPurpose::S3,
                "secret_key",
                b"\xff\xfe",
                Err("not text"),
            ),
            (
                SecretPurpose::S3,
                "secret_key",
                b"a\nb",
                Err("several lines"),
            ),
            (
                SecretPurpose::Tidb,
                "password",
                b" two words ",
                Ok(b" two words "),
            ),
            (
                SecretPurpose::Tidb,
                "password",
                b"a\0b",
                Err("control characters"),
            ),
            (SecretPurpose::Tidb, "user", b"ro ot", Err("blanks")),
            (SecretPurpose::Gcs, "credentials", json, Ok(json)),
            (
                SecretPurpose::Gcs,
                "credentials",
                b"[]",
                Err("not the JSON file"),
            ),
            (
                SecretPurpose::Gcs,
                "credentials",
                b"key.json\n",
                Err("not the JSON file"),
            ),
            (SecretPurpose::Tls, "tls.crt", pem, Ok(pem)),
        ];
        for (purpose, name, value, expected) in rows {
            let mut values = Values::default();
            let outcome = values.add(purpose.key(name).unwrap(), value.to_vec());
            match (outcome, expected) {
                (Ok(odd), Ok(stored)) => {
                    assert_eq!(odd, None, "{name}");
                    let data = &values.manifest("x", None)["data"][name];
                    assert_eq!(data, &json!(STANDARD.encode(stored)), "{name}");
                }
                (Err(error), Err(part)) => assert!(error.message.contains(part), "{error}"),
                (outcome, _) => panic!("{name} {value:?}: {outcome:?}"),
            }
        }
    }

    #[test]
    fn errors_never_quote_a_value() {
        const SECRET: &str = "hunter2 hunter2";
        let mut values = Values::default();
        let rows = [
            values
                .add(SecretPurpose::S3.key("secret_key").unwrap(), SECRET.into())
                .unwrap_err(),
            values
                .add(
                    SecretPurpose::Gcs.key("credentials").unwrap(),
                    SECRET.into(),
                )
                .unwrap_err(),
            SecretPurpose::S3.key(SECRET).unwrap_err(),
            key_and_path(SECRET).unwrap_err(),
        ];
        for error in rows {
            assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
        }
    }

    #[test]
    fn what_is_no_pem_is_odd() {
        let mut values = Values::default();
        for (name, value) in [
            ("tls.crt", "contents"),
            ("tls.key", "-----BEGIN CERTIFICATE-----"),
        ] {
            let key = SecretPurpose::Tls.key(name).unwrap();
            assert!(values.add(key, value.into()).unwrap().is_some(), "{name}");
        }
    }

    #[test]
    fn the_name_of_a_variable_is_no_key() {
        let error = SecretPurpose::S3.key("AWS_ACCESS_KEY_ID").unwrap_err();
        assert_eq!(error.hint_lines(), "--from-file access_key=PATH");
    }
}
