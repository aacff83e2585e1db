//! Parses the warnings of the API server, which come as headers.

/// The texts in a `Warning` header with code 299, as in `299 - "this version is deprecated"`.
pub(super) fn texts(header: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = header;
    while let Some(start) = rest.find('"') {
        let code = rest
            .get(..start)
            .unwrap_or_default()
            .trim_start_matches([',', ' ']);
        let mut text = String::new();
        let mut characters = rest.get(start + 1..).unwrap_or_default().char_indices();
        let mut end = None;
        while let Some((at, character)) = characters.next() {
            match character {
                '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
                '"' => {
                    end = Some(start + 1 + at + 1);
                    break;
                }
                // The text is printed on a terminal.
                other if other.is_control() => {}
                other => text.push(other),
            }
        }
        if code.starts_with("299 ") {
            texts.push(text);
        }
        rest = end.and_then(|end| rest.get(end..)).unwrap_or_default();
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warning_headers() {
        for (header, expected) in [
            (r#"299 - "a is deprecated""#, vec!["a is deprecated"]),
            (r#"299 - "say \"b\" \\ c""#, vec![r#"say "b" \ c"#]),
            (r#"299 - "one", 299 agent "two""#, vec!["one", "two"]),
            (r#"199 - "not ours""#, vec![]),
            ("299 - unquoted", vec![]),
            (r#"299 - "cut"#, vec!["cut"]),
            ("299 - \"bell \u{7} \u{1b}[31mü\"", vec!["bell  [31mü"]),
        ] {
            assert_eq!(texts(header), expected, "{header}");
        }
    }
}
