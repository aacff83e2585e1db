//! A cursor over the text of a template.

/// What was parsed, or why the text cannot be parsed.
pub(super) type Parsed<T> = Result<T, String>;

/// Follows quotes and brackets through a text, to tell what is outside of them.
#[derive(Default)]
pub(super) struct Outside {
    quote: Option<char>,
    escaped: bool,
    depth: usize,
}

impl Outside {
    /// Takes the next character. Returns whether it is outside of quotes and brackets; a bracket that closes the last open one counts as
    /// outside.
    pub(super) fn step(&mut self, c: char) -> bool {
        if std::mem::take(&mut self.escaped) {
            return false;
        }
        if c == '\\' {
            self.escaped = true;
            return false;
        }
        if let Some(quote) = self.quote {
            if c == quote {
                self.quote = None;
            }
            return false;
        }
        match c {
            '"' | '\'' => self.quote = Some(c),
            '[' => self.depth += 1,
            ']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.quote.is_none() && self.depth == 0
    }
}

/// Whether a character ends a key or a word.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\r' | '\n' | '.' | ',' | '[' | ']' | '$' | '@' | '{' | '}'
    )
}

/// The rest of a text that is being parsed.
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { rest: source }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    pub(super) fn eat(&mut self, prefix: &str) -> bool {
        let after = self.rest.strip_prefix(prefix);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    pub(super) fn until(&mut self, stop: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(stop).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text
    }

    /// Takes a key, up to the first terminator that is not escaped with a backslash.
    pub(super) fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(c) = self.peek().filter(|c| !is_terminator(*c)) {
            self.next();
            match c {
                '\\' => name.extend(self.next()),
                _ => name.push(c),
            }
        }
        name
    }

    /// Takes a pair of brackets and returns the text between them.
    pub(super) fn brackets(&mut self) -> Parsed<&'a str> {
        let mut outside = Outside::default();
        let end = self
            .rest
            .char_indices()
            .find(|&(_, c)| outside.step(c) && c == ']');
        let (end, _) = end.ok_or(if self.rest.starts_with("[?(") {
            "unterminated filter"
        } else {
            "unterminated array"
        })?;
        let text = self.rest.get(1..end).unwrap_or_default();
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        Ok(text)
    }

    pub(super) fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    pub(super) fn describe(&self) -> String {
        self.peek()
            .map_or_else(|| "end".to_owned(), |c| format!("'{c}'"))
    }

    pub(super) fn expect_end(&mut self) -> Parsed<()> {
        self.skip_blanks();
        match self.peek() {
            None => Ok(()),
            Some(c) => Err(format!("unexpected '{c}'")),
        }
    }

    /// Takes a string in single or double quotes, with the escapes of Go.
    pub(super) fn quoted(&mut self) -> Parsed<String> {
        let quote = self.next();
        let mut text = String::new();
        while let Some(c) = self.next() {
            match c {
                _ if Some(c) == quote => return Ok(text),
                '\\' => text.push(self.escape()?),
                _ => text.push(c),
            }
        }
        Err("unterminated quoted string".to_owned())
    }

    fn escape(&mut self) -> Parsed<char> {
        let c = self.next().ok_or("unterminated quoted string")?;
        Ok(match c {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\u{7}',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '\\' | '"' | '\'' => c,
            'x' => self.code_point(2)?,
            'u' => self.code_point(4)?,
            'U' => self.code_point(8)?,
            _ => return Err(format!("unknown escape \\{c}")),
        })
    }

    fn code_point(&mut self, digits: usize) -> Parsed<char> {
        let text = self.rest.get(..digits).unwrap_or(self.rest);
        self.rest = self.rest.get(text.len()..).unwrap_or_default();
        u32::from_str_radix(text, 16)
            .ok()
            .and_then(char::from_u32)
            .ok_or_else(|| format!("invalid escape {text}"))
    }
}
