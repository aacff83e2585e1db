//! Words of a command line that a shell reads back as they are.

use std::borrow::Cow;

/// The text as one word for a POSIX shell, in single quotes where it needs them.
pub fn word(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(format!("'{}'", text.replace('\'', r"'\''"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every quoted word is read back by a shell's own rules as the text that it stands for.
    #[test]
    fn a_shell_reads_the_text_back() {
        for text in [
            "a/b.yaml",
            "it's prod",
            "",
            "$HOME `id`",
            "two\nlines",
            "-n",
            "{cluster}",
        ] {
            let read = shlex::split(&word(text));
            assert_eq!(read, Some(vec![text.to_owned()]), "{text:?}");
        }
        assert_eq!(word("s3://b/p?x=1"), "'s3://b/p?x=1'");
        assert_eq!(word("--until=1"), "--until=1");
    }
}
