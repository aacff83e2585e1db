//! What TiDB Operator v2 does not have.

use super::flag::Flag;
use super::intent::Intent;
use super::method::Method;
use super::storage::{StorageUrl, UrlFlag};
use crate::api::Operator;
use crate::{Error, Result};

/// Checks that the chosen operator has everything that the flags ask for.
///
/// # Errors
/// Unsupported, naming the flag. Usage for a storage URL that cannot be parsed.
pub(super) fn check(intent: &Intent) -> Result<()> {
    if intent.operator == Operator::V1 {
        return Ok(());
    }
    let unsupported = |what: &str| {
        Error::unsupported(format!(
            "{what} needs TiDB Operator v1; br.pingcap.com (v2) does not have it"
        ))
    };
    match intent.method {
        Method::Dumpling => return Err(unsupported("--method dumpling")),
        Method::VolumeSnapshot => return Err(unsupported("--method volume-snapshot")),
        Method::Lightning => return Err(unsupported("--method lightning (and --archive)")),
        Method::Br | Method::Log => {}
    }
    let only_v1 = |(flag, _): &(&Flag, &[String])| flag.only.is_some();
    if let Some((flag, _)) = intent.given.flags().find(only_v1) {
        return Err(unsupported(&format!("--{}", flag.name)));
    }
    for (flag, name) in [
        (UrlFlag::Storage, "storage"),
        (UrlFlag::FullStorage, "full-storage"),
    ] {
        let url = intent.given.one(name);
        let url = url.map(|url| StorageUrl::parse(flag, url)).transpose()?;
        let settings = url.iter().flat_map(StorageUrl::settings);
        if settings
            .into_iter()
            .any(|(field, _)| field == "forcePathStyle")
        {
            return Err(unsupported("force-path-style"));
        }
    }
    match intent.given.one("cluster-namespace") {
        Some(namespace) if intent.namespace != Some(namespace) => Err(Error::unsupported(format!(
            "--cluster-namespace {namespace}: v2 knows only clusters in the namespace of the {}",
            intent.kind.name()
        ))
        .hint(format!(
            "leave out --cluster-namespace and add -n {namespace}"
        ))),
        _ => Ok(()),
    }
}
