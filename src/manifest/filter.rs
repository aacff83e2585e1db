//! Table filter rules as BR, Dumpling and Lightning read them: `[!]SCHEMA.TABLE`, each side a pattern, a `/regular expression/` or a
//! quoted name. The last rule that matches a table decides; a table that no rule matches is left out.

/// Checks the rules of one filter.
///
/// # Errors
/// The rule that is wrong, and why.
pub fn check<'a>(rules: impl IntoIterator<Item = &'a str>) -> Result<(), (&'a str, String)> {
    let mut last = None;
    let mut includes = false;
    for rule in rules {
        check_rule(rule).map_err(|why| (rule, why))?;
        includes |= !rule.trim_start().starts_with('!');
        last = Some(rule);
    }
    match last {
        Some(rule) if !includes => Err((
            rule,
            format!(
                "it only leaves tables out, and no rule takes any in: begin with '*.*', as in --filter '*.*' --filter '{rule}'"
            ),
        )),
        _ => Ok(()),
    }
}

fn check_rule(rule: &str) -> Result<(), String> {
    let text = rule.trim();
    let pattern = text.strip_prefix('!').unwrap_or(text);
    // A file of rules, which only the Pod can read.
    if pattern.starts_with('@') {
        return Ok(());
    }
    if pattern.starts_with('#') {
        return Err("it is a comment".to_owned());
    }
    let (schema, rest) = side(pattern)?;
    let Some(table) = rest.strip_prefix('.') else {
        return Err(match rest.is_empty() {
            true => format!(
                "it names no table: all tables of a database are '{}{schema}.*'",
                if pattern == text { "" } else { "!" }
            ),
            false => format!("expected '.' before {rest:?}"),
        });
    };
    let (table, rest) = side(table)?;
    match (schema.is_empty(), table.is_empty(), rest.is_empty()) {
        (true, ..) => Err("the database before the '.' is empty".to_owned()),
        (_, true, _) => Err("the table after the '.' is empty".to_owned()),
        (.., false) => Err(format!("unexpected {rest:?} after the table")),
        _ => Ok(()),
    }
}

/// One side of a rule, and the text behind it.
fn side(text: &str) -> Result<(&str, &str), String> {
    let Some(quote @ ('/' | '"' | '`')) = text.chars().next() else {
        return Ok(text.split_at(text.find('.').unwrap_or(text.len())));
    };
    let mut escaped = true;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quote == '/' => escaped = true,
            end if end == quote => return Ok(text.split_at(at + 1)),
            _ => {}
        }
    }
    Err(format!("a {quote} is not closed"))
}

/// The rules that have no effect, because a later rule takes in everything again.
pub fn without_effect<'a>(rules: &[&'a str]) -> Vec<&'a str> {
    let all = rules.iter().rposition(|rule| rule.trim() == "*.*");
    rules
        .iter()
        .take(all.unwrap_or_default())
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_name_tables() {
        let rows: &[&[&str]] = &[
            &[],
            &["db.*"],
            &["*.*", "!db.t"],
            &["db?.t[0-9]*"],
            &["*.*", r"!/^(mysql|test|INFORMATION_SCHEMA)$/.*"],
            &[r"/a\/b\.c/.t"],
            &["\"a.b\".`c.d`"],
            &["@rules.txt"],
        ];
        for rules in rows {
            assert_eq!(check(rules.iter().copied()), Ok(()), "{rules:?}");
        }
    }

    #[test]
    fn rules_that_match_nothing() {
        let rows: &[(&[&str], &str)] = &[
            (&["db1"], "all tables of a database are 'db1.*'"),
            (&["*.*", "!db1"], "all tables of a database are '!db1.*'"),
            (&["!db.t"], "begin with '*.*'"),
            (&["!a.*", "!b.*"], "begin with '*.*'"),
            (&["db."], "the table after the '.' is empty"),
            (&[".t"], "the database before the '.' is empty"),
            (&["/abc.t"], "a / is not closed"),
            (&["\"a\"x.t"], "expected '.' before"),
            (&["a.\"b\"c"], "unexpected \"c\""),
            (&["# all"], "a comment"),
        ];
        for (rules, why) in rows {
            let error = check(rules.iter().copied()).err();
            let told = error.map(|(_, why)| why).unwrap_or_default();
            assert!(told.contains(why), "{rules:?}: {told}");
        }
        assert_eq!(without_effect(&["!a.b", "*.*", "c.d"]), ["!a.b"]);
        assert!(without_effect(&["*.*", "!a.b"]).is_empty());
    }
}
