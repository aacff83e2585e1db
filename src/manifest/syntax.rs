//! Keys and values as the API server and the kubelet accept them. A wrong key or value would fail late there.

use super::name::check_subdomain;

const LONGEST: usize = 63;

/// Checks the key of a label or annotation: `[PREFIX/]NAME`.
pub(crate) fn check_key(key: &str) -> Result<(), &'static str> {
    let (prefix, name) = key
        .rsplit_once('/')
        .map_or((None, key), |(prefix, name)| (Some(prefix), name));
    if prefix.is_some_and(|prefix| check_subdomain("", prefix).is_err()) {
        return Err("what stands before the '/' of the key is no DNS name");
    }
    match is_name(name) {
        true => Ok(()),
        false => Err("the key is not made of at most 63 letters, digits, '-', '_' and '.'"),
    }
}

/// Checks the value of a label, which may be empty.
pub(crate) fn check_label(value: &str) -> Result<(), &'static str> {
    match value.is_empty() || is_name(value) {
        true => Ok(()),
        false => Err("the value is not made of at most 63 letters, digits, '-', '_' and '.'"),
    }
}

/// Checks the name of an environment variable.
pub(super) fn check_variable(name: &str) -> Result<(), &'static str> {
    let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    match name.chars().all(inner) && !name.starts_with(|c: char| c.is_ascii_digit()) {
        true => Ok(()),
        false => {
            Err("not the name of a variable: letters, digits, '_', '-' and '.', and no digit first")
        }
    }
}

/// Checks the name of a resource of a container. A name with a slash is an extended resource, which only the cluster knows.
pub(super) fn check_resource(name: &str) -> Result<(), &'static str> {
    let known =
        matches!(name, "cpu" | "memory" | "ephemeral-storage") || name.starts_with("hugepages-");
    match known || (name.contains('/') && check_key(name).is_ok()) {
        true => Ok(()),
        false => Err("not a resource of a container; known: cpu, memory, ephemeral-storage"),
    }
}

fn is_name(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = |c: char| c.is_ascii_alphanumeric();
    text.len() <= LONGEST && text.chars().all(inner) && text.starts_with(end) && text.ends_with(end)
}
