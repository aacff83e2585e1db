//! Names as Kubernetes takes them.

/// Names of objects are DNS subdomains of at most this many characters.
pub const LONGEST_NAME: usize = 253;

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
}
