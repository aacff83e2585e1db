//! Storage URLs in BR's own style, and the fields of the provider that they stand for.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value};

use super::flag::UrlFlag;
use super::provider::{FORCE_PATH_STYLE, Provider};
use crate::{Error, Hint, Result};

/// Parts of parameter names that carry credentials, in BR's URLs and in signed ones, without their dashes.
const CREDENTIALS: &[&str] = &[
    "accesskey",
    "accountkey",
    "customerkey",
    "encryptionkey",
    "secret",
    "token",
    "credential",
    "password",
    "signature",
];

fn is_credential(key: &str) -> bool {
    let letters = key.chars().filter(char::is_ascii_alphanumeric);
    let bare: String = letters.collect::<String>().to_lowercase();
    bare == "sig" || CREDENTIALS.iter().any(|word| bare.contains(word))
}

/// Characters that would end the path of a URL, or be read as an escape.
const PATH_ESCAPES: &AsciiSet = &CONTROLS.add(b'?').add(b'#').add(b'%').add(b' ');

/// A storage URL: `SCHEME://BUCKET/PREFIX?PARAMETERS`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageUrl {
    /// The kind of storage.
    pub provider: Provider,
    /// Bucket or container; empty for `local`.
    pub bucket: String,
    /// The path without slashes at its ends; for `local` it begins with the mount.
    pub path: String,
    /// Parameters by the name of the field that they write, in the order given.
    pub parameters: Vec<(&'static str, String)>,
}

impl StorageUrl {
    /// Parses a URL that was given to `flag`.
    ///
    /// # Errors
    /// Usage, naming the flag: no scheme or an unknown one, no bucket, a parameter that is unknown or empty, credentials. The
    /// message never holds a credential.
    pub fn parse(flag: UrlFlag, text: &str) -> Result<Self> {
        let (scheme, rest) = text.split_once("://").ok_or_else(|| {
            Error::usage(format!(
                "{flag}: not a URL; it needs a scheme, such as s3://BUCKET/PREFIX"
            ))
        })?;
        let provider = Provider::from_scheme(scheme).ok_or_else(|| {
            Error::usage(format!(
                "{flag}: unknown scheme {scheme:?}; known are s3, gcs (gs), azblob (azure) and local"
            ))
        })?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        if place.contains('#') || query.contains('#') {
            return Err(Error::usage(format!(
                "{flag}: '#' must be written as %23 in a URL"
            )));
        }
        let (bucket, path) = place.split_once('/').unwrap_or((place, ""));
        let bucket = decode(flag, bucket)?;
        if bucket.contains(['@', ':']) {
            return Err(credentials_refused(flag, provider, "user information"));
        }
        if bucket.contains(char::is_whitespace) {
            return Err(Error::usage(format!(
                "{flag}: {} {bucket:?} holds a blank",
                provider.bucket_field()
            )));
        }
        let path = decode(flag, path.trim_matches('/'))?;
        if provider == Provider::Local {
            if !bucket.is_empty() || path.is_empty() {
                return Err(Error::usage(format!(
                    "{flag}: local needs three slashes and a mount path, as in local:///MOUNT/PREFIX"
                )));
            }
        } else if bucket.is_empty() {
            return Err(Error::usage(format!(
                "{flag}: no {} in the URL, as in {scheme}://BUCKET/PREFIX",
                provider.bucket_field()
            )));
        }
        Ok(Self {
            provider,
            bucket,
            path,
            parameters: parameters(flag, provider, query)?,
        })
    }

    /// The storage of a spec without its parameters, as it is shown; `None` where there is no provider.
    pub fn of_spec(spec: &Value) -> Option<Self> {
        let provider = Provider::of_spec(spec)?;
        let fields = spec.get(provider.key())?;
        let text = |pointer: &str| {
            fields
                .pointer(pointer)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .trim_matches('/')
                .to_owned()
        };
        let (bucket, path) = match provider {
            Provider::Local => {
                let mount = text("/volumeMount/mountPath");
                let path = format!("{mount}/{}", text("/prefix"));
                (String::new(), path.trim_matches('/').to_owned())
            }
            _ => (
                text(&format!("/{}", provider.bucket_field())),
                text("/prefix"),
            ),
        };
        Some(Self {
            provider,
            bucket,
            path,
            parameters: Vec::new(),
        })
    }

    /// The storage of a spec with every field that a URL can express.
    pub fn in_full(spec: &Value) -> Option<Self> {
        let bare = Self::of_spec(spec)?;
        let fields = spec.get(bare.provider.key())?;
        let value = |field: &str| match fields.get(field)? {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Bool(switch) => Some(switch.to_string()),
            _ => None,
        };
        let parameters = bare.provider.parameters().iter();
        Some(Self {
            parameters: parameters
                .filter_map(|(_, field)| Some((*field, value(field)?)))
                .collect(),
            ..bare
        })
    }

    /// Puts the names into `{name}` and `{cluster}` of the path. `flag` is the flag that the URL was given to.
    ///
    /// # Errors
    /// Usage, for a placeholder that is not known or not closed: it would become a folder of that name.
    pub fn fill(mut self, flag: UrlFlag, name: &str, cluster: &str) -> Result<Self> {
        let mut filled = String::new();
        let mut rest = self.path.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (placeholder, after) = after.split_once('}').ok_or_else(|| {
                Error::usage(format!("{flag}: a '{{' in the path is not closed by '}}'"))
            })?;
            filled.push_str(before);
            filled.push_str(match placeholder {
                "name" => name,
                "cluster" => cluster,
                other => {
                    return Err(Error::usage(format!(
                        "{flag}: unknown placeholder {{{other}}}; known are {{name}} and {{cluster}}"
                    )));
                }
            });
            rest = after;
        }
        filled.push_str(rest);
        self.path = filled;
        Ok(self)
    }

    /// The provider's fields that the URL stands for. A `local` URL has none of its own: volume and mount are needed as well,
    /// see [`crate::manifest::volume`].
    pub fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        let mut put = |key: &str, value: Value| fields.insert(key.to_owned(), value);
        if self.provider != Provider::Local {
            put(
                self.provider.bucket_field(),
                Value::from(self.bucket.as_str()),
            );
            if !self.path.is_empty() {
                put("prefix", Value::from(self.path.as_str()));
            }
        }
        for (field, value) in self.settings() {
            put(field, value);
        }
        fields
    }

    /// The fields that the parameters of the URL write.
    pub fn settings(&self) -> impl Iterator<Item = (&'static str, Value)> {
        self.parameters.iter().map(|(field, value)| {
            let value = match *field {
                "forcePathStyle" => Value::Bool(value == "true"),
                _ => Value::from(value.as_str()),
            };
            (*field, value)
        })
    }
}

/// The URL in full; [`StorageUrl::parse`] turns the text back into the same value.
impl fmt::Display for StorageUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encode = |text| utf8_percent_encode(text, PATH_ESCAPES);
        write!(f, "{}://{}", self.provider.key(), encode(&self.bucket))?;
        if !self.path.is_empty() {
            write!(f, "/{}", encode(&self.path))?;
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (field, value) in &self.parameters {
            let known = self.provider.parameters();
            if let Some((key, _)) = known.iter().find(|(_, known)| known == field) {
                query.append_pair(key, value);
            }
        }
        match query.finish() {
            query if query.is_empty() => Ok(()),
            query => write!(f, "?{query}"),
        }
    }
}

fn decode(flag: UrlFlag, text: &str) -> Result<String> {
    let decoded = percent_decode_str(text)
        .decode_utf8()
        .map_err(|_| Error::usage(format!("{flag}: the escapes in the URL are not UTF-8")))?;
    if decoded.chars().any(char::is_control) {
        return Err(Error::usage(format!(
            "{flag}: the URL holds a control character"
        )));
    }
    Ok(decoded.into_owned())
}

fn parameters(
    flag: UrlFlag,
    provider: Provider,
    query: &str,
) -> Result<Vec<(&'static str, String)>> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        if is_credential(&key) {
            return Err(credentials_refused(flag, provider, &key));
        }
        let known = provider.parameters();
        let Some((name, field)) = known.iter().find(|(name, _)| *name == key) else {
            return Err(unknown_parameter(flag, provider, &key));
        };
        if value.is_empty() {
            return Err(Error::usage(format!("{flag}: {name}= has no value")));
        }
        if value.chars().any(char::is_control) {
            return Err(Error::usage(format!(
                "{flag}: the value of {name} holds a control character"
            )));
        }
        if *name == FORCE_PATH_STYLE && !matches!(value.as_ref(), "true" | "false") {
            return Err(Error::usage(format!(
                "{flag}: the value of {name} is neither true nor false"
            )));
        }
        if found.iter().any(|(known, _)| known == field) {
            return Err(Error::usage(format!("{flag}: {name} is given twice")));
        }
        found.push((field, value.into_owned()));
    }
    Ok(found)
}

fn unknown_parameter(flag: UrlFlag, provider: Provider, key: &str) -> Error {
    let known: Vec<&str> = provider
        .parameters()
        .iter()
        .map(|(name, _)| *name)
        .collect();
    let known = match known.as_slice() {
        [] => "none".to_owned(),
        names => names.join(", "),
    };
    Error::usage(format!(
        "{flag}: unknown parameter {key:?} in a {} URL; known: {known}",
        provider.key()
    ))
}

fn credentials_refused(flag: UrlFlag, provider: Provider, what: &str) -> Error {
    let error = Error::usage(format!(
        "{flag}: credentials do not belong into a URL ({what}); they would be readable in the object"
    ));
    let secret_flag = flag.secret_flag();
    match provider.make_secret("NAME") {
        Some(hint) => error.hint(hint.and(format!(", then {secret_flag} NAME"))),
        None => error.hint(Hint::text("local storage needs no credentials")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn urls_stand_for_fields() {
        let rows = [
            ("s3://b", json!({"bucket": "b"})),
            ("s3://b/p/q/", json!({"bucket": "b", "prefix": "p/q"})),
            (
                "s3://b/p?region=r&endpoint=http%3A%2F%2Fm%3A9000&provider=ceph&storage-class=GLACIER&acl=private&sse=aws%3Akms&force-path-style=false",
                json!({"bucket": "b", "prefix": "p", "region": "r", "endpoint": "http://m:9000", "provider": "ceph",
                    "storageClass": "GLACIER", "acl": "private", "sse": "aws:kms", "forcePathStyle": false}),
            ),
            (
                "gs://b/p?project-id=x&location=l&storage-class=NEARLINE&object-acl=private&bucket-acl=publicRead",
                json!({"bucket": "b", "prefix": "p", "projectId": "x", "location": "l", "storageClass": "NEARLINE",
                    "objectAcl": "private", "bucketAcl": "publicRead"}),
            ),
            (
                "azure://c/p?access-tier=Hot&account-name=a",
                json!({"container": "c", "prefix": "p", "accessTier": "Hot", "storageAccount": "a"}),
            ),
        ];
        for (url, fields) in rows {
            assert_eq!(
                Value::Object(StorageUrl::parse(UrlFlag::Storage, url).unwrap().fields()),
                fields,
                "{url}"
            );
        }
    }

    #[test]
    fn bad_urls_are_refused_without_their_secrets() {
        let rows = [
            ("bucket/prefix", "scheme"),
            ("ftp://b/p", "unknown scheme"),
            ("s3:///p", "no bucket"),
            ("azblob://", "no container"),
            ("local://mount/p", "three slashes"),
            ("local:///", "three slashes"),
            ("s3://b/p?regoin=x", "unknown parameter"),
            ("local:///m/p?region=x", "known: none"),
            ("s3://b/p?region=", "no value"),
            ("s3://b/p?region=a&region=b", "twice"),
            ("s3://b/p?force-path-style=1", "neither true nor false"),
            ("s3://b/p#x", "%23"),
            ("s3://b/%FF", "UTF-8"),
            ("s3://b/%0a", "control character"),
            ("s3://b/p?region=a%0ab", "control character"),
            ("s3://AKIA:hunter2@b/p", "credentials"),
            ("s3://b/p?access-key=hunter2", "credentials"),
            ("s3://b/p?s3.secret_access_key=hunter2", "credentials"),
            ("azblob://c/p?sas-token=hunter2", "credentials"),
            ("gcs://b/p?credentials-file=hunter2", "credentials"),
        ];
        for (url, why) in rows {
            let error = StorageUrl::parse(UrlFlag::Storage, url).unwrap_err();
            assert!(error.message.contains(why), "{url}: {error}");
            let told = format!("{error} {}", error.hint_lines());
            assert!(
                !told.contains("hunter2") && !told.contains("AKIA"),
                "{told}"
            );
        }
    }

    #[test]
    fn placeholders_are_filled_in_the_path() {
        let url = StorageUrl::parse(UrlFlag::Storage, "s3://b/{cluster}/x-{name}").unwrap();
        assert_eq!(
            url.fill(UrlFlag::Storage, "n", "c").unwrap().to_string(),
            "s3://b/c/x-n"
        );
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(
            provider in prop::sample::select(&Provider::ALL[..]),
            bucket in "[a-z0-9][a-z0-9.-]{1,20}",
            path in "[a-zA-Z0-9 ?%#=&+é{}_-]{1,12}(/[a-zA-Z0-9 ?%._-]{1,8}){0,3}",
            values in prop::collection::vec("[ -~é]{1,12}", 7),
        ) {
            let local = provider == Provider::Local;
            let parameters = provider.parameters().iter().zip(values)
                .filter(|((key, _), _)| *key != FORCE_PATH_STYLE)
                .map(|((_, field), value)| (*field, value)).collect();
            let url = StorageUrl { provider, bucket: if local { String::new() } else { bucket }, path, parameters };
            prop_assert_eq!(StorageUrl::parse(UrlFlag::Storage, &url.to_string()).unwrap(), url);
        }
    }
}
