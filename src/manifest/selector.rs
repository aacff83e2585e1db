//! The syntax of label selectors. A selector that the API server would answer with 400 is refused before the program connects.

use super::syntax::{check_key, check_label};

/// Characters that end a word, beside blanks.
const SPECIAL: &[char] = &['=', '!', '(', ')', ',', '<', '>'];

/// Checks a selector such as `app=x,tier in (a,b),!old`. The empty selector selects everything.
///
/// # Errors
/// What is wrong with the selector, in a few words.
pub fn check_selector(text: &str) -> Result<(), String> {
    let mut rest = Tokens(text);
    if rest.peek().is_none() {
        return Ok(());
    }
    loop {
        requirement(&mut rest)?;
        match rest.next() {
            None => return Ok(()),
            Some(",") => {}
            Some(other) => return Err(format!("expected ',' and not {other:?}")),
        }
    }
}

/// `key`, `!key`, `key=value`, `key in (a,b)`, `key>1`.
fn requirement(rest: &mut Tokens<'_>) -> Result<(), String> {
    let absent = rest.peek() == Some("!");
    if absent {
        rest.next();
    }
    let key = match rest.next() {
        Some(word) if !word.starts_with(SPECIAL) => word,
        Some(other) => return Err(format!("expected the key of a label and not {other:?}")),
        None => return Err("it ends where the key of a label is expected".to_owned()),
    };
    check_key(key).map_err(|why| format!("{key:?}: {why}"))?;
    if absent {
        return Ok(());
    }
    match rest.peek() {
        None | Some(",") => Ok(()),
        Some("=" | "==" | "!=") => {
            rest.next();
            value(rest)
        }
        Some(operator @ (">" | "<")) => {
            rest.next();
            let number = rest.next().unwrap_or_default();
            match number.parse::<i64>() {
                Ok(_) => Ok(()),
                Err(_) => Err(format!("{operator:?} compares integers, not {number:?}")),
            }
        }
        Some("in" | "notin") => {
            rest.next();
            set(rest)
        }
        Some(other) => Err(format!(
            "expected =, ==, !=, in, notin, < or > after {key:?} and not {other:?}"
        )),
    }
}

/// A value, which may be empty.
fn value(rest: &mut Tokens<'_>) -> Result<(), String> {
    match rest.peek() {
        None | Some("," | ")") => Ok(()),
        Some(word) if word.starts_with(SPECIAL) => {
            Err(format!("expected a value and not {word:?}"))
        }
        Some(word) => {
            rest.next();
            check_label(word).map_err(|why| format!("{word:?}: {why}"))
        }
    }
}

fn set(rest: &mut Tokens<'_>) -> Result<(), String> {
    match rest.next() {
        Some("(") => {}
        _ => return Err("expected '(' after in or notin".to_owned()),
    }
    if rest.peek() == Some(")") {
        return Err("a set needs a value".to_owned());
    }
    loop {
        value(rest)?;
        match rest.next() {
            Some(",") => {}
            Some(")") => return Ok(()),
            _ => return Err("the ')' is missing".to_owned()),
        }
    }
}

/// Words and operators, without the blanks between them.
struct Tokens<'a>(&'a str);

impl<'a> Tokens<'a> {
    fn peek(&self) -> Option<&'a str> {
        let text = self.0.trim_start();
        let operators = ["==", "!=", "=", "!", "(", ")", ",", "<", ">"];
        let operator = operators.iter().find(|start| text.starts_with(**start));
        let end = match operator {
            Some(operator) => operator.len(),
            None => text
                .find(|c: char| c.is_whitespace() || SPECIAL.contains(&c))
                .unwrap_or(text.len()),
        };
        text.get(..end).filter(|token| !token.is_empty())
    }

    fn next(&mut self) -> Option<&'a str> {
        let token = self.peek()?;
        self.0 = self.0.trim_start().get(token.len()..).unwrap_or_default();
        Some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_of_kubernetes() {
        for text in [
            "",
            " ",
            "a",
            "!a",
            "! a",
            "a=b",
            "a==b",
            "a!=b",
            "a = b , c != d",
            "a=",
            "a=,b",
            "example.com/team=x_1.y",
            "a in (b)",
            "a in (b,c),d notin (e)",
            "a in(b, )",
            "in in (in, notin)",
            "a>1",
            "a<10",
        ] {
            assert_eq!(check_selector(text), Ok(()), "{text:?}");
        }
    }

    #[test]
    fn wrong_selectors_are_explained() {
        let rows = [
            ("=", "expected the key of a label and not \"=\""),
            ("a=b,", "it ends where the key"),
            (",a", "expected the key"),
            ("a=b=c", "expected ',' and not \"=\""),
            ("a b", "after \"a\" and not \"b\""),
            ("a=b c", "expected ',' and not \"c\""),
            ("a=-x", "\"-x\": the value is not made of"),
            ("a=b/c", "the value is not made of"),
            ("-a", "\"-a\": the key is not made of"),
            ("a/b/c=d", "no DNS name"),
            ("!a=b", "expected ',' and not \"=\""),
            ("a in", "expected '(' after in or notin"),
            ("a in b", "expected '(' after in or notin"),
            ("a in ()", "a set needs a value"),
            ("a in (b", "the ')' is missing"),
            ("a in (b c)", "the ')' is missing"),
            ("a>b", "compares integers"),
            ("a==!b", "expected a value and not \"!\""),
            ("spec.x={y}", "the value is not made of"),
            ("über=x", "the key is not made of"),
        ];
        for (text, why) in rows {
            let error = check_selector(text).err().unwrap_or_default();
            assert!(error.contains(why), "{text:?}: {error}");
        }
    }
}
