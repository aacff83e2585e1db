//! The privileges that each tool needs in the database, as SQL to be run by an administrator.

use crate::{Error, Result};

/// A tool that talks to TiDB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Logical dumps (v1).
    Dumpling,
    /// Snapshots of TiDB older than v4.0.8, for which the operator adjusts the GC life time.
    Br,
    /// Imports of dumps (v1).
    Lightning,
}

impl Tool {
    fn remark(self) -> &'static str {
        match self {
            Tool::Dumpling => {
                "-- Dumpling: reads everything, and the operator adjusts tikv_gc_life_time meanwhile."
            }
            Tool::Br => {
                "-- BR: only for TiDB older than v4.0.8, where the operator adjusts tikv_gc_life_time. Newer ones need no account."
            }
            Tool::Lightning => "-- TiDB Lightning: writes what it imports.",
        }
    }

    /// Privileges and what they are on.
    fn privileges(self) -> &'static [(&'static str, &'static str)] {
        const GC: (&str, &str) = ("SELECT, UPDATE", "mysql.tidb");
        match self {
            Tool::Dumpling => &[
                GC,
                ("SELECT, RELOAD, LOCK TABLES, REPLICATION CLIENT", "*.*"),
            ],
            Tool::Br => &[GC],
            Tool::Lightning => &[("SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER", "*.*")],
        }
    }
}

/// The statements for the account `user`@`host`, one a line, after a line that says what they are for.
///
/// # Errors
/// Usage for names that no account can have.
pub fn statements(tool: Tool, user: &str, host: &str) -> Result<String> {
    let account = format!(
        "{}@{}",
        quoted("--db-user", user)?,
        quoted("--db-host", host)?
    );
    let mut text = format!("{}\n", tool.remark());
    for (privileges, on) in tool.privileges() {
        text.push_str(&format!("GRANT {privileges} ON {on} TO {account};\n"));
    }
    Ok(text)
}

/// A string of MySQL.
fn quoted(flag: &str, text: &str) -> Result<String> {
    if text.is_empty() || text.chars().any(char::is_control) {
        return Err(Error::usage(format!(
            "{flag} {text:?}: expected a name without control characters"
        )));
    }
    Ok(format!(
        "'{}'",
        text.replace('\\', "\\\\").replace('\'', "''")
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_each_tool_needs() {
        let rows: [(Tool, &[&str]); 3] = [
            (
                Tool::Dumpling,
                &[
                    "GRANT SELECT, UPDATE ON mysql.tidb TO 'root'@'%';",
                    "GRANT SELECT, RELOAD, LOCK TABLES, REPLICATION CLIENT ON *.* TO 'root'@'%';",
                ],
            ),
            (
                Tool::Br,
                &["GRANT SELECT, UPDATE ON mysql.tidb TO 'root'@'%';"],
            ),
            (
                Tool::Lightning,
                &[
                    "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER ON *.* TO 'root'@'%';",
                ],
            ),
        ];
        for (tool, expected) in rows {
            let text = statements(tool, "root", "%").unwrap();
            let lines: Vec<&str> = text.lines().collect();
            let (remark, grants) = lines.split_first().unwrap();
            assert!(remark.starts_with("-- "), "{tool:?}: {remark}");
            assert_eq!(grants, expected, "{tool:?}");
        }
    }

    /// A quote in a name must not end the string: what follows would be SQL.
    #[test]
    fn names_stay_names() {
        let rows = [
            ("o'neil", "'o''neil'@'%'"),
            ("a\\'; DROP TABLE t; --", "'a\\\\''; DROP TABLE t; --'@'%'"),
        ];
        for (user, account) in rows {
            let text = statements(Tool::Br, user, "%").unwrap();
            assert!(text.ends_with(&format!("TO {account};\n")), "{text}");
        }
        assert!(statements(Tool::Br, "", "%").is_err());
        assert!(statements(Tool::Br, "root", "a\nb").is_err());
    }
}
