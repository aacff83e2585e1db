//! Where data lies, compared place by place: the same bucket can be spelled in many ways, and one directory can lie in another.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::Provider;
use crate::api::document::at;

/// How one place lies to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageRelation {
    /// Both are one directory.
    Same,
    /// The first lies inside the second.
    Inside,
    /// The second lies inside the first.
    Around,
    /// Neither holds anything of the other.
    Apart,
}

/// A directory of a storage, without what is only a way to spell or to reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    store: Store,
    folders: Vec<String>,
}

/// What holds the directories.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Store {
    /// The endpoint is empty for AWS, where a bucket has one owner in the world.
    S3 {
        endpoint: String,
        bucket: String,
    },
    Gcs {
        bucket: String,
    },
    /// The account is not known where only the Secret names it.
    Azblob {
        account: Option<String>,
        container: String,
    },
    /// A claim lies in a namespace; other volumes are the same everywhere.
    Volume(Value),
}

impl Location {
    /// Where the data of a spec lies. `namespace` is that of its object: short host names and claims are looked up there.
    pub fn of_spec(spec: &Value, namespace: &str) -> Option<Self> {
        let provider = Provider::of_spec(spec)?;
        let fields = at(spec, &format!("/{}", provider.key()));
        let text = |key: &str| {
            let text = fields.get(key).and_then(Value::as_str);
            text.unwrap_or_default()
        };
        // A bucket may hold a path too: the operators join both.
        let (bucket, in_bucket) = text(provider.bucket_field())
            .trim_matches('/')
            .split_once('/')
            .unwrap_or((text(provider.bucket_field()).trim_matches('/'), ""));
        let bucket = bucket.to_owned();
        let store = match provider {
            Provider::S3 => Store::S3 {
                endpoint: endpoint(text("endpoint"), namespace),
                bucket,
            },
            Provider::Gcs => Store::Gcs { bucket },
            Provider::Azblob => Store::Azblob {
                account: Some(text("storageAccount").to_owned())
                    .filter(|account| !account.is_empty()),
                container: bucket,
            },
            Provider::Local => Store::Volume(volume(at(fields, "/volume"), namespace)?),
        };
        let inside_volume = at(fields, "/volumeMount/subPath").as_str();
        let folders = [in_bucket, inside_volume.unwrap_or_default(), text("prefix")]
            .iter()
            .flat_map(|path| path.split('/'))
            .filter(|folder| !folder.is_empty() && *folder != ".")
            .map(str::to_owned)
            .collect();
        Some(Self { store, folders })
    }

    /// How this place lies to another.
    pub fn relation_to(&self, other: &Self) -> StorageRelation {
        if !self.store.is(&other.store) {
            return StorageRelation::Apart;
        }
        match (
            self.folders.starts_with(&other.folders),
            other.folders.starts_with(&self.folders),
        ) {
            (true, true) => StorageRelation::Same,
            (true, false) => StorageRelation::Inside,
            (false, true) => StorageRelation::Around,
            (false, false) => StorageRelation::Apart,
        }
    }
}

impl Store {
    /// Whether both are one store, as far as can be known: an account that is not written may be any.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Store::Azblob {
                    account: ours,
                    container,
                },
                Store::Azblob {
                    account: theirs,
                    container: other,
                },
            ) => {
                let same_account = ours.is_none() || theirs.is_none() || ours == theirs;
                same_account && container == other
            }
            _ => self == other,
        }
    }
}

/// The host and port of an endpoint; empty for AWS, in whatever region.
fn endpoint(text: &str, namespace: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8_lossy().to_lowercase();
    let (scheme, rest) = decoded.split_once("://").unwrap_or(("", &decoded));
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let (host, port) = host.rsplit_once(':').unwrap_or((host, ""));
    let host = host.trim_end_matches('.');
    let aws = [".amazonaws.com", ".amazonaws.com.cn"];
    if host.is_empty() || aws.iter().any(|domain| host.ends_with(domain)) {
        return String::new();
    }
    let usual = matches!((scheme, port), ("http", "80") | ("https", "443") | (_, ""));
    let port = if usual { "" } else { port };
    let host = host
        .trim_end_matches(".cluster.local")
        .trim_end_matches(".svc");
    // A Service of the same namespace needs no more than its name.
    match host.contains('.') || host == "localhost" || namespace.is_empty() {
        true => format!("{host}:{port}"),
        false => format!("{host}.{namespace}:{port}"),
    }
}

/// What a volume is made of, without its name in the Pod; `None` where there is no volume.
fn volume(volume: &Value, namespace: &str) -> Option<Value> {
    let mut source = volume.as_object()?.clone();
    source.remove("name");
    for fields in source.values_mut().filter_map(Value::as_object_mut) {
        fields.remove("readOnly");
        if let Some(path) = fields.get("path").and_then(Value::as_str) {
            let path = format!("/{}", path.trim_matches('/'));
            fields.insert("path".to_owned(), Value::from(path));
        }
        if fields.contains_key("claimName") {
            fields.insert("namespace".to_owned(), Value::from(namespace));
        }
    }
    Some(Value::Object(source))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::StorageRelation::{Apart, Around, Inside, Same};
    use super::*;
    use serde_json::json;

    fn s3(bucket: &str, prefix: &str, endpoint: &str) -> Value {
        json!({"s3": {"bucket": bucket, "prefix": prefix, "endpoint": endpoint}})
    }

    /// Every spelling, and how the first place lies to the second; the other way round it is the reverse.
    #[test]
    fn places_side_by_side() {
        let plain = |path: &str| s3("b", path, "");
        let azure = |account: &str, prefix: &str| json!({"azblob": {"container": "c", "storageAccount": account, "prefix": prefix}});
        let local = |volume: Value, mount: &str, prefix: &str| json!({"local": {"volume": volume, "volumeMount": {"mountPath": mount}, "prefix": prefix}});
        let nfs =
            |name: &str, path: &str| json!({"name": name, "nfs": {"server": "s", "path": path}});
        let claim = |name: &str| json!({"name": "v", "persistentVolumeClaim": {"claimName": name}});
        let rows = [
            (plain("p"), plain("p"), Same),
            (plain("p"), plain("/p//"), Same),
            (plain("a//b"), plain("a/b/"), Same),
            (plain("a/./b"), plain("a/b"), Same),
            (plain(""), plain("/"), Same),
            (plain("a/b"), plain("a"), Inside),
            (plain("a/b"), plain(""), Inside),
            (plain("a"), plain("a/b"), Around),
            // Folders count, not letters.
            (plain("a/b"), plain("a/bc"), Apart),
            (plain("a"), plain("ab"), Apart),
            (s3("b", "p", ""), s3("c", "p", ""), Apart),
            (s3("b/p", "q", ""), s3("b", "p/q", ""), Same),
            (s3("b/", "p", ""), s3("b", "p", ""), Same),
            // All regions of AWS are one.
            (
                s3("b", "p", "https://s3.us-west-2.amazonaws.com"),
                s3("b", "p", ""),
                Same,
            ),
            (
                s3("b", "p", "https://b.s3.amazonaws.com/"),
                s3("b", "p", "http://s3.amazonaws.com:80"),
                Same,
            ),
            (s3("b", "p", "http://minio:9000"), s3("b", "p", ""), Apart),
            (
                s3("b", "p", "http://minio:9000"),
                s3("b", "p", "http://MINIO:9000/"),
                Same,
            ),
            (
                s3("b", "p", "http://minio:9000"),
                s3("b", "p", "http://minio:9001"),
                Apart,
            ),
            (
                s3("b", "p", "https://m.example.com:443"),
                s3("b", "p", "https://m.example.com"),
                Same,
            ),
            (
                s3("b", "p", "http://minio:9000"),
                s3("b", "p", "http://minio.ns.svc:9000"),
                Same,
            ),
            (
                s3("b", "p", "http://minio.ns:9000"),
                s3("b", "p", "http://minio.ns.svc.cluster.local:9000"),
                Same,
            ),
            (
                s3("b", "p", "http://minio.other:9000"),
                s3("b", "p", "http://minio:9000"),
                Apart,
            ),
            (
                s3("b", "p", "http%3A%2F%2Fminio%3A9000"),
                s3("b", "p", "http://minio:9000"),
                Same,
            ),
            (
                json!({"gcs": {"bucket": "b", "prefix": "p"}}),
                plain("p"),
                Apart,
            ),
            (
                json!({"gcs": {"bucket": "b", "prefix": "p", "projectId": "x"}}),
                json!({"gcs": {"bucket": "b", "prefix": "p/"}}),
                Same,
            ),
            (azure("a", "p/q"), azure("a", "p"), Inside),
            (azure("a", "p"), azure("b", "p"), Apart),
            (azure("a", "p"), azure("", "p"), Same),
            // The volume counts, not where it is mounted or what it is called.
            (
                local(nfs("x", "/e"), "/m", "p"),
                local(nfs("y", "/e/"), "/n", "p"),
                Same,
            ),
            (
                local(nfs("x", "/e"), "/m", "p"),
                local(nfs("x", "/f"), "/m", "p"),
                Apart,
            ),
            (
                local(claim("c"), "/m", "p/q"),
                local(claim("c"), "/m", "p"),
                Inside,
            ),
            (
                local(claim("c"), "/m", "p"),
                local(claim("d"), "/m", "p"),
                Apart,
            ),
        ];
        for (first, second, expected) in rows {
            let place = |spec| Location::of_spec(spec, "ns").unwrap();
            let (first, second) = (place(&first), place(&second));
            assert_eq!(first.relation_to(&second), expected, "{first:?} {second:?}");
            let reverse = match expected {
                Inside => Around,
                Around => Inside,
                other => other,
            };
            assert_eq!(second.relation_to(&first), reverse, "{second:?} {first:?}");
        }
    }

    /// A claim of one name in two namespaces is two volumes, and a short host name two Services.
    #[test]
    fn the_namespace_counts() {
        let claim = json!({"local": {"volume": {"persistentVolumeClaim": {"claimName": "c"}}, "prefix": "p"}});
        for spec in [claim, s3("b", "p", "http://minio:9000")] {
            let place = |namespace| Location::of_spec(&spec, namespace).unwrap();
            assert_eq!(place("a").relation_to(&place("b")), Apart, "{spec}");
            assert_eq!(place("a").relation_to(&place("a")), Same, "{spec}");
        }
        assert_eq!(Location::of_spec(&json!({}), "ns"), None);
    }
}
