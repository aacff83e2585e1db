//! Where data lies, compared as the storage itself does: two spellings of one directory are one place.

use serde_json::Value;

use super::provider::Provider;

/// A directory of a bucket or of a volume.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    provider: &'static str,
    /// The bucket; of a volume what is mounted, without its name in the Pod.
    root: String,
    /// Host and port of an S3 service that is not Amazon's; `None` for Amazon's own, and where none is named.
    endpoint: Option<String>,
    /// The folders, without empty ones.
    folders: Vec<String>,
}

impl Place {
    /// The place of a spec; `None` where it names no storage.
    pub fn of_spec(spec: &Value) -> Option<Self> {
        let provider = Provider::of_spec(spec)?;
        let fields = spec.get(provider.key())?;
        let text = |pointer: &str| {
            let text = fields.pointer(pointer).and_then(Value::as_str);
            text.unwrap_or_default()
        };
        // The operators join bucket and prefix, so that a slash in the bucket begins the prefix.
        let (root, first) = match provider {
            Provider::Local => (volume(fields), text("/volumeMount/mountPath")),
            Provider::S3 | Provider::Gcs | Provider::Azblob => {
                let whole = text(&format!("/{}", provider.bucket_field())).trim_matches('/');
                let (bucket, rest) = whole.split_once('/').unwrap_or((whole, ""));
                (bucket.to_owned(), rest)
            }
        };
        let folders = [first, text("/prefix")];
        Some(Self {
            provider: provider.key(),
            root,
            endpoint: endpoint(text("/endpoint")),
            folders: folders
                .into_iter()
                .flat_map(|path| path.split('/'))
                .filter(|folder| !folder.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }

    /// A key that all spellings of one directory share; directories of two services may share it as well.
    pub fn directory(&self) -> (&'static str, String, Vec<String>) {
        (self.provider, self.root.clone(), self.folders.clone())
    }

    /// Whether both are one directory.
    pub fn is_same(&self, other: &Self) -> bool {
        self.lies_in(other) && self.folders.len() == other.folders.len()
    }

    /// Whether this directory is `other`, or lies somewhere below it.
    pub fn lies_in(&self, other: &Self) -> bool {
        // Where one of the two names no endpoint, it may be the same service.
        let same_service = match (&self.endpoint, &other.endpoint) {
            (Some(own), Some(theirs)) => own == theirs,
            (None, _) | (_, None) => true,
        };
        self.provider == other.provider
            && self.root == other.root
            && same_service
            && self.folders.starts_with(&other.folders)
    }
}

/// What is mounted: the volume without its name.
fn volume(fields: &Value) -> String {
    let mut volume = fields.get("volume").cloned().unwrap_or_default();
    if let Some(keys) = volume.as_object_mut() {
        keys.remove("name");
    }
    volume.to_string()
}

fn endpoint(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (scheme, rest) = lower.split_once("://").unwrap_or(("", lower.as_str()));
    let host = rest.split('/').next().unwrap_or_default();
    let default_port = match scheme {
        "http" => ":80",
        _ => ":443",
    };
    let host = host.strip_suffix(default_port).unwrap_or(host);
    let named = !host.is_empty() && !host.ends_with(".amazonaws.com");
    named.then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn s3(bucket: &str, prefix: &str, endpoint: &str) -> Value {
        json!({"s3": {"bucket": bucket, "prefix": prefix, "endpoint": endpoint}})
    }

    fn nfs(server: &str, mount: &str, prefix: &str) -> Value {
        json!({"local": {"prefix": prefix, "volume": {"name": server, "nfs": {"server": server, "path": "/x"}},
            "volumeMount": {"name": server, "mountPath": mount}}})
    }

    /// Whether the first place is the second, and whether it lies in it.
    #[test]
    fn spellings_of_one_place() {
        let minio = "http://minio:9000";
        let rows = [
            (s3("b", "p", ""), s3("b", "p", ""), true, true),
            (s3("b", "p/", ""), s3("b", "//p", ""), true, true),
            (s3("b", "a//b", ""), s3("b/a", "b", ""), true, true),
            (s3("b", "p/q", ""), s3("b", "p", ""), false, true),
            (s3("b", "p/q", ""), s3("b", "", ""), false, true),
            (s3("b", "pq", ""), s3("b", "p", ""), false, false),
            (s3("b", "p", ""), s3("b", "p/q", ""), false, false),
            (s3("b", "p", ""), s3("c", "p", ""), false, false),
            (
                s3("b", "p", minio),
                s3("b", "p", "HTTP://MINIO:9000/"),
                true,
                true,
            ),
            (
                s3("b", "p", minio),
                s3("b", "p", "http://other:9000"),
                false,
                false,
            ),
            (s3("b", "p", minio), s3("b", "p", ""), true, true),
            (
                s3("b", "p", "https://s3.us-west-2.amazonaws.com"),
                s3("b", "p", ""),
                true,
                true,
            ),
            (
                s3("b", "p", "https://x:443"),
                s3("b", "p", "https://x"),
                true,
                true,
            ),
            (nfs("h", "/m", "p"), nfs("h", "/m/p", ""), true, true),
            (nfs("h", "/m", "p"), nfs("i", "/m", "p"), false, false),
            (
                s3("b", "p", ""),
                json!({"gcs": {"bucket": "b", "prefix": "p"}}),
                false,
                false,
            ),
        ];
        for (one, other, same, inside) in rows {
            let (a, b) = (
                Place::of_spec(&one).unwrap(),
                Place::of_spec(&other).unwrap(),
            );
            assert_eq!(a.is_same(&b), same, "{one} {other}");
            assert_eq!(a.lies_in(&b), inside, "{one} {other}");
        }
        assert_eq!(Place::of_spec(&json!({"br": {}})), None);
    }
}
