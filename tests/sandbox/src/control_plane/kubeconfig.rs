//! Kubeconfig files with one cluster, one user and one context.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::failure::{Context, Failure, Result};

/// A kubeconfig for `cluster` and `user`; the context has the name of the user.
pub(crate) fn document(cluster: Value, user: Value, name: &str, namespace: &str) -> Value {
    json!({
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": "sandbox", "cluster": cluster}],
        "users": [{"name": name, "user": user}],
        "contexts": [{
            "name": name,
            "context": {"cluster": "sandbox", "user": name, "namespace": namespace},
        }],
        "current-context": name,
    })
}

/// Writes the file in one step, because tests that run side by side may ask for the same file.
pub(crate) fn write(path: &Path, document: &Value) -> Result<PathBuf> {
    let doing = format!("cannot write {}", path.display());
    let folder = path.parent().ok_or_else(|| Failure::new(&doing))?;
    let text = serde_yaml::to_string(document).context(&doing)?;
    let mut file = NamedTempFile::new_in(folder).context(&doing)?;
    file.write_all(text.as_bytes()).context(&doing)?;
    file.persist(path).context(&doing)?;
    Ok(path.to_owned())
}
