//! `local` storage: a volume and its mount are one thing. TiKV and the job mount the same volume at the same place, and a Pod
//! starts only where the mount carries the name of the volume.

use serde_json::{Map, Value, json};

use super::given::Given;
use super::storage::UrlFlag;
use crate::{Error, Result};

/// The name that the volume has in the Pod where neither FILE nor a flag names it.
const VOLUME_NAME: &str = "backup";

/// Writes the volume flags, and the path of a `local` URL, into the fields of `local`, which may hold those of FILE. What FILE
/// says of the mount (`readOnly`, `subPath`) stays. `url` is the flag of the URL and its path, which begins with the mount and
/// has no slash at its ends.
///
/// # Errors
/// Usage: both kinds of volume, a mount path that is not the beginning of the URL's path, or a path outside of the mount.
pub fn write(
    local: &mut Map<String, Value>,
    url: Option<(UrlFlag, &str)>,
    given: &Given,
) -> Result<()> {
    let text = |pointer: &str, key: &str| {
        let found = local.get(key)?.pointer(pointer)?.as_str()?;
        (!found.is_empty()).then(|| found.to_owned())
    };
    let name = given
        .one("local-volume-name")
        .map(str::to_owned)
        .or_else(|| text("/name", "volume"))
        .or_else(|| text("/name", "volumeMount"))
        .unwrap_or_else(|| VOLUME_NAME.to_owned());
    let present = text("/mountPath", "volumeMount");
    let asked = given
        .one("local-mount-path")
        .map(checked_path)
        .transpose()?;
    let mount_path = match url {
        Some((flag, path)) => {
            let (mount_path, prefix) = split(flag, path, asked.as_deref(), present.as_deref())?;
            match prefix {
                "" => local.remove("prefix"),
                prefix => local.insert("prefix".to_owned(), json!(prefix)),
            };
            Some(mount_path)
        }
        None => asked.or(present),
    };
    if let Some(volume) = volume_of_flags(given)? {
        local.insert("volume".to_owned(), volume);
    }
    rename(local.get_mut("volume"), &name);
    if let Some(mount_path) = mount_path {
        let mount = local
            .entry("volumeMount")
            .or_insert_with(|| json!({"name": name}));
        if let Some(mount) = mount.as_object_mut() {
            mount.insert("mountPath".to_owned(), json!(mount_path));
        }
    }
    rename(local.get_mut("volumeMount"), &name);
    Ok(())
}

/// Whether a flag says something of the volume or of its mount.
pub fn is_given(given: &Given) -> bool {
    [
        "local-pvc",
        "local-nfs",
        "local-mount-path",
        "local-volume-name",
    ]
    .into_iter()
    .any(|flag| given.one(flag).is_some())
}

/// The fields of `local` for a volume that only the flags describe. `path` is where it is mounted.
///
/// # Errors
/// As [`write`].
pub fn fields(path: &str, given: &Given) -> Result<Map<String, Value>> {
    let mut local = Map::new();
    write(&mut local, Some((UrlFlag::Storage, path)), given)?;
    Ok(local)
}

/// Checks that the mount carries the name of the volume: otherwise the API server refuses every Pod of the job, and the operator
/// says nothing. `place` is the path of the `local` field.
///
/// # Errors
/// Usage, naming both.
pub fn check_names(place: &str, local: &Value) -> Result<()> {
    let name = |key: &str| local.get(key)?.get("name")?.as_str();
    match (name("volume"), name("volumeMount")) {
        (Some(volume), Some(mount)) if volume != mount => Err(Error::usage(format!(
            "{place}: the mount is called {mount:?} and the volume {volume:?}; no Pod can start from that"
        ))
        .hint(format!("--local-volume-name {volume} gives both that name"))),
        _ => Ok(()),
    }
}

fn rename(part: Option<&mut Value>, name: &str) {
    if let Some(Value::Object(part)) = part {
        part.insert("name".to_owned(), json!(name));
    }
}

/// The volume that the flags name, without its name; `None` where they name none.
fn volume_of_flags(given: &Given) -> Result<Option<Value>> {
    match (given.one("local-pvc"), given.one("local-nfs")) {
        (Some(_), Some(_)) => Err(Error::usage(
            "--local-pvc and --local-nfs exclude each other: the data lies on one volume",
        )),
        (Some(claim), None) => Ok(Some(json!({"persistentVolumeClaim": {"claimName": claim}}))),
        (None, Some(export)) => {
            let (server, path) = export
                .split_once(':')
                .filter(|(server, path)| !server.is_empty() && path.starts_with('/'))
                .ok_or_else(|| Error::usage(format!("--local-nfs {export:?}: not SERVER:/PATH")))?;
            Ok(Some(json!({"nfs": {"server": server, "path": path}})))
        }
        (None, None) => Ok(None),
    }
}

/// `--local-mount-path` without a slash at its end.
fn checked_path(path: &str) -> Result<String> {
    let bare = path.trim_matches('/');
    if !path.starts_with('/') || bare.is_empty() || path.contains(':') {
        return Err(Error::usage(format!(
            "--local-mount-path {path:?}: not an absolute path without ':'"
        )));
    }
    Ok(format!("/{bare}"))
}

/// The mount path and the prefix below it. The mount is the one asked for; without one, the mount that the volume has already,
/// where the path lies on it; else the first folder.
fn split<'a>(
    flag: UrlFlag,
    path: &'a str,
    asked: Option<&str>,
    present: Option<&str>,
) -> Result<(String, &'a str)> {
    let below = |mount: &str| {
        let rest = path.strip_prefix(mount.trim_matches('/'))?;
        (rest.is_empty() || rest.starts_with('/')).then(|| rest.trim_matches('/'))
    };
    match (asked, present) {
        (Some(asked), _) => match below(asked) {
            Some(prefix) => Ok((asked.to_owned(), prefix)),
            None => Err(Error::usage(format!(
                "--local-mount-path {asked}: the path of {flag}, /{path}, does not lie below it"
            ))),
        },
        (None, Some(present)) if below(present).is_some() => {
            Ok((present.to_owned(), below(present).unwrap_or_default()))
        }
        (None, _) => {
            let (mount, prefix) = path.split_once('/').unwrap_or((path, ""));
            Ok((format!("/{mount}"), prefix))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::manifest::flag::find;

    fn given(flags: &[(&str, &str)]) -> Given {
        let mut given = Given::default();
        for (name, value) in flags {
            given.add(find(name).unwrap(), vec![(*value).to_owned()]);
        }
        given
    }

    /// FILE's fields, the flags, the path of the URL; then the name, the mount path and the prefix.
    type Row<'a> = (
        &'a Value,
        &'a [(&'a str, &'a str)],
        Option<&'a str>,
        [&'a str; 3],
    );

    /// FILE's volume, the flags and the URL in every combination that once gave a Pod two names or ignored a flag.
    #[test]
    fn volume_and_mount_are_one_thing() {
        let nfs = json!({"volume": {"name": "nfs", "nfs": {"server": "h", "path": "/x"}},
            "volumeMount": {"name": "nfs", "mountPath": "/mnt/nfs", "readOnly": true}, "prefix": "old"});
        let claim = json!({"name": "nfs", "persistentVolumeClaim": {"claimName": "c"}});
        let rows: [Row<'_>; 8] = [
            (&nfs, &[], Some("mnt/nfs/new"), ["nfs", "/mnt/nfs", "new"]),
            (&nfs, &[], Some("mnt/nfs"), ["nfs", "/mnt/nfs", ""]),
            (&nfs, &[], Some("data/new"), ["nfs", "/data", "new"]),
            (
                &nfs,
                &[("local-volume-name", "v")],
                None,
                ["v", "/mnt/nfs", "old"],
            ),
            (
                &nfs,
                &[("local-mount-path", "/srv/")],
                None,
                ["nfs", "/srv", "old"],
            ),
            (
                &nfs,
                &[("local-mount-path", "/mnt")],
                Some("mnt/nfs/new"),
                ["nfs", "/mnt", "nfs/new"],
            ),
            (
                &nfs,
                &[("local-pvc", "c")],
                Some("mnt/nfs/new"),
                ["nfs", "/mnt/nfs", "new"],
            ),
            (
                &json!({}),
                &[("local-pvc", "c")],
                Some("m/p/q"),
                ["backup", "/m", "p/q"],
            ),
        ];
        for (file, flags, path, [name, mount_path, prefix]) in rows {
            let mut local = file.as_object().unwrap().clone();
            let url = path.map(|path| (UrlFlag::Storage, path));
            write(&mut local, url, &given(flags)).unwrap();
            let local = Value::Object(local);
            let what = format!("{flags:?} {path:?}: {local}");
            assert_eq!(local["volume"]["name"], name, "{what}");
            assert_eq!(local["volumeMount"]["name"], name, "{what}");
            assert_eq!(local["volumeMount"]["mountPath"], mount_path, "{what}");
            assert_eq!(
                local["prefix"].as_str().unwrap_or_default(),
                prefix,
                "{what}"
            );
            let kept = file["volumeMount"].get("readOnly");
            assert_eq!(local["volumeMount"].get("readOnly"), kept, "{what}");
            if flags.iter().any(|(flag, _)| *flag == "local-pvc") && name == "nfs" {
                assert_eq!(local["volume"], claim, "{what}");
            }
            assert_eq!(check_names("spec.local", &local), Ok(()), "{what}");
        }
    }
}
