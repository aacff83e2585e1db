//! `local` storage: one volume that TiKV and the job mount at the same place.

use serde_json::{Map, Value, json};

use super::given::Given;
use crate::{Error, Result};

/// The name that the volume has in the Pod when none is given.
const VOLUME_NAME: &str = "backup";

/// The fields of `local` for a URL path and the volume flags. `path` begins with the mount and has no slash at its ends.
///
/// # Errors
/// Usage: neither or both kinds of volume, or a mount path that is not the beginning of the URL's path.
pub fn fields(path: &str, given: &Given) -> Result<Map<String, Value>> {
    let mut fields = Map::new();
    let name = given.one("local-volume-name").unwrap_or(VOLUME_NAME);
    let (mount, prefix) = mount_and_prefix(path, given.one("local-mount-path"))?;
    fields.insert(
        "volumeMount".to_owned(),
        json!({"name": name, "mountPath": mount}),
    );
    if !prefix.is_empty() {
        fields.insert("prefix".to_owned(), json!(prefix));
    }
    if let Some(volume) = volume(name, given)? {
        fields.insert("volume".to_owned(), volume);
    }
    Ok(fields)
}

/// The volume that the flags name, if they name one.
pub fn volume(name: &str, given: &Given) -> Result<Option<Value>> {
    match (given.one("local-pvc"), given.one("local-nfs")) {
        (Some(_), Some(_)) => Err(Error::usage(
            "--local-pvc and --local-nfs exclude each other: the data lies on one volume",
        )),
        (Some(claim), None) => Ok(Some(
            json!({"name": name, "persistentVolumeClaim": {"claimName": claim}}),
        )),
        (None, Some(export)) => {
            let (server, path) = export
                .split_once(':')
                .filter(|(server, path)| !server.is_empty() && path.starts_with('/'))
                .ok_or_else(|| Error::usage(format!("--local-nfs {export:?}: not SERVER:/PATH")))?;
            Ok(Some(
                json!({"name": name, "nfs": {"server": server, "path": path}}),
            ))
        }
        (None, None) => Ok(None),
    }
}

fn mount_and_prefix<'a>(path: &'a str, mount: Option<&str>) -> Result<(String, &'a str)> {
    let Some(mount) = mount else {
        let (mount, prefix) = path.split_once('/').unwrap_or((path, ""));
        return Ok((format!("/{mount}"), prefix));
    };
    let bare = mount.trim_matches('/');
    if !mount.starts_with('/') || bare.is_empty() || mount.contains(':') {
        return Err(Error::usage(format!(
            "--local-mount-path {mount:?}: not an absolute path without ':'"
        )));
    }
    match path.strip_prefix(bare) {
        Some("") => Ok((format!("/{bare}"), "")),
        Some(rest) if rest.starts_with('/') => Ok((format!("/{bare}"), rest.trim_matches('/'))),
        _ => Err(Error::usage(format!(
            "--local-mount-path {mount}: the path of --storage, /{path}, does not lie below it"
        ))),
    }
}
