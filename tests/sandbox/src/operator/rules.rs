//! The rules of `docs/operators.md`, as tests read them: the stand-in names the rule that each transition follows.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../../../docs/operators.md");

/// How a rule is known for one generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleEvidence {
    /// Seen in a trial run of the real controllers.
    Seen,
    /// Read in the source, or stated by the documentation.
    Read,
}

/// A rule: how it is known for each generation, `None` where it does not hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct OperatorRule {
    /// For v1.
    pub v1: Option<RuleEvidence>,
    /// For v2.
    pub v2: Option<RuleEvidence>,
}

/// All rules by heading. The line below a heading is `_v1 from 1.6.4, v2 · seen in a trial run_`, or two such parts
/// with `; ` between them.
pub fn rules() -> &'static BTreeMap<&'static str, OperatorRule> {
    static RULES: LazyLock<BTreeMap<&'static str, OperatorRule>> = LazyLock::new(parse);
    &RULES
}

fn parse() -> BTreeMap<&'static str, OperatorRule> {
    let mut rules = BTreeMap::new();
    let mut lines = TEXT.lines();
    while let Some(line) = lines.next() {
        let Some(heading) = line.strip_prefix("### ") else {
            continue;
        };
        let mut rule = OperatorRule::default();
        let source = lines.nth(1).unwrap_or_default();
        for part in source.trim_matches('_').split("; ") {
            let (generations, evidence) = part.split_once(" · ").unwrap_or_default();
            let evidence = match evidence {
                "seen in a trial run" => RuleEvidence::Seen,
                "read in the source" | "stated by the documentation" => RuleEvidence::Read,
                other => panic!("{heading}: {other:?} does not say how we know"),
            };
            rule.v1 = rule.v1.or(generations.contains("v1").then_some(evidence));
            rule.v2 = rule.v2.or(generations.contains("v2").then_some(evidence));
        }
        rules.insert(heading, rule);
    }
    rules
}

/// Headings that `text` quotes after `docs/operators.md`, one after the other: `docs/operators.md, "One", "Two"`.
/// Comment marks at the start of a line are skipped, so that a heading may be broken over two lines.
fn quoted(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| {
        line.trim_start()
            .trim_start_matches(['/', '!'])
            .trim_start()
    });
    let joined = lines.collect::<Vec<_>>().join(" ");
    let mut headings = Vec::new();
    for (at, start) in joined.match_indices("docs/operators.md, \"") {
        let mut rest = joined.get(at + start.len()..).unwrap_or_default();
        while let Some((heading, after)) = rest.split_once('"') {
            headings.push(heading.to_owned());
            match after.strip_prefix(", \"") {
                Some(next) => rest = next,
                None => break,
            }
        }
    }
    headings
}

mod tests {
    use std::path::{Path, PathBuf};

    use super::{quoted, rules};

    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                sources(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }

    #[test]
    fn every_heading_says_for_whom_and_how_we_know() {
        for (heading, rule) in rules() {
            assert!(rule.v1.is_some() || rule.v2.is_some(), "{heading}");
        }
        let lines: Vec<&str> = super::TEXT.lines().collect();
        let headings = lines.iter().filter(|line| line.starts_with("### "));
        assert_eq!(headings.count(), rules().len(), "two headings are the same");
    }

    /// A comment that points to a heading is only worth something while that heading exists.
    #[test]
    fn every_pointer_in_the_tree_meets_its_heading() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut files = Vec::new();
        sources(&root.join("src"), &mut files);
        sources(&root.join("tests"), &mut files);
        let rules = rules();
        let mut pointers = 0;
        for file in files.iter().filter(|file| !file.ends_with("rules.rs")) {
            let text = std::fs::read_to_string(file).unwrap();
            for heading in quoted(&text) {
                pointers += 1;
                assert!(
                    rules.contains_key(heading.as_str()),
                    "{}: no heading {heading:?} in docs/operators.md",
                    file.display()
                );
            }
        }
        assert!(pointers > 30, "only {pointers} pointers were found");
    }
}
