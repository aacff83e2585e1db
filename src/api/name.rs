//! Names of objects: which of them Kubernetes accepts, and the forms in which a user may type a name.

use super::{Kind, Operator};
use crate::{Error, Result};

/// Names of objects are DNS subdomains of at most this many characters.
const LONGEST_NAME: usize = 253;

/// Whether a text is a DNS subdomain (RFC 1123), as the names of objects are.
pub fn is_subdomain(text: &str) -> bool {
    let label = |label: &str| {
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty()
            && label.bytes().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= LONGEST_NAME && text.split('.').all(label)
}

/// The name of one object as a user typed it: `x`, `backup/x`, `backup.br.pingcap.com/x` or `backups.pingcap.com/x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedName<'a> {
    /// The operator whose group was typed before the name.
    pub operator: Option<Operator>,
    /// `metadata.name`
    pub name: &'a str,
}

impl<'a> TypedName<'a> {
    /// Parses the name of an object of this `kind`.
    ///
    /// # Errors
    /// Usage, when no object of this kind can have the name.
    pub fn parse(kind: Kind, text: &'a str) -> Result<Self> {
        let Some((resource, name)) = text.split_once('/') else {
            check_subdomain("name", text)?;
            return Ok(Self {
                operator: None,
                name: text,
            });
        };
        let (noun, group) = resource.split_once('.').unwrap_or((resource, ""));
        let operator = Operator::ALL
            .into_iter()
            .find(|operator| operator.group() == group);
        let nouns = [kind.singular(), kind.plural(), kind.short_name()];
        let known = nouns.contains(&noun.to_lowercase().as_str());
        if !known || (operator.is_none() && !group.is_empty()) || name.contains('/') {
            return Err(Error::usage(format!(
                "{text:?} does not name a {}; say NAME or {}.{}/NAME",
                kind.name(),
                kind.singular(),
                Operator::V2.group()
            )));
        }
        check_subdomain("name", name)?;
        Ok(Self { operator, name })
    }
}

/// Checks a DNS label, as the names of namespaces are. `what` says in the error what the name is for.
///
/// # Errors
/// Usage, with the characters that are allowed.
pub fn check_label(what: &str, name: &str) -> Result<()> {
    check_subdomain(what, name)?;
    if name.len() > 63 || name.contains('.') {
        return Err(Error::usage(format!(
            "{what} {name:?}: at most 63 characters, and no dots"
        )));
    }
    Ok(())
}

/// Checks a DNS subdomain, as the names of objects are. `what` says in the error what the name is for.
///
/// # Errors
/// Usage, with the characters that are allowed.
pub fn check_subdomain(what: &str, name: &str) -> Result<()> {
    if name.len() > LONGEST_NAME {
        return Err(Error::usage(format!(
            "{what} of {} characters: at most {LONGEST_NAME} are allowed",
            name.len()
        )));
    }
    if is_subdomain(name) {
        return Ok(());
    }
    Err(Error::usage(format!(
        "{what} {name:?}: only lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subdomains() {
        for text in ["a", "0", "a-b", "a.b-1.c", &"a".repeat(LONGEST_NAME)] {
            assert!(is_subdomain(text), "{text:?}");
        }
        for text in [
            "", "A", "a_b", "-a", "a-", "a..b", ".a", "a.", "ä", "a b", "a/b", "a\n", "a.-b",
        ] {
            assert!(!is_subdomain(text), "{text:?}");
        }
        assert!(!is_subdomain(&"a".repeat(LONGEST_NAME + 1)));
    }

    /// Each form in which a name may be typed, and forms that belong to another kind or to no object.
    #[test]
    fn forms_of_a_name() {
        let rows = [
            ("x", Some((None, "x"))),
            ("backup/x", Some((None, "x"))),
            ("bk/x", Some((None, "x"))),
            ("backup.br.pingcap.com/x", Some((Some(Operator::V2), "x"))),
            ("Backups.pingcap.com/x", Some((Some(Operator::V1), "x"))),
            ("restore/x", None),
            ("backup.example.com/x", None),
            ("backup/x/y", None),
            ("backup/X", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let parsed = TypedName::parse(Kind::Backup, text).ok();
            let parts = parsed.map(|parsed| (parsed.operator, parsed.name));
            assert_eq!(parts, expected, "{text:?}");
        }
    }
}
