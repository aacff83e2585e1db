//! All findings as `check` shows them.

use serde::Serialize;

use super::{Finding, Severity};
use crate::output::{Screen, Tone, View};
use crate::{Exit, Hint};

/// `CheckReport`
#[derive(Debug, Serialize)]
pub struct CheckReport {
    summary: Summary,
    findings: Vec<Row>,
}

/// How many findings there are of each severity.
#[derive(Debug, Default, Serialize)]
struct Summary {
    ok: usize,
    warning: usize,
    critical: usize,
    unknown: usize,
}

/// One finding.
#[derive(Debug, Serialize)]
struct Row {
    rule: &'static str,
    severity: Severity,
    object: String,
    message: String,
    hint: Option<String>,
}

impl CheckReport {
    /// The report, in the order of the findings. `render` makes a line of a hint.
    pub fn new(findings: &[Finding], render: impl Fn(&Hint) -> String) -> Self {
        let mut summary = Summary::default();
        let rows = findings.iter().map(|finding| {
            let judgement = &finding.judgement;
            match judgement.severity {
                Severity::Ok => summary.ok += 1,
                Severity::Unknown => summary.unknown += 1,
                Severity::Warning => summary.warning += 1,
                Severity::Critical => summary.critical += 1,
            }
            let bad = judgement.severity != Severity::Ok;
            let hint = judgement.hint.as_ref().filter(|_| bad);
            Row {
                rule: finding.rule,
                severity: judgement.severity,
                object: judgement.object.clone(),
                message: judgement.message.clone(),
                hint: hint.map(&render),
            }
        });
        let findings = rows.collect();
        Self { summary, findings }
    }

    /// The code of the worst finding. What could not be checked may be wrong.
    pub fn exit(&self) -> Exit {
        let worst = self.findings.iter().map(|row| row.severity).max();
        match worst {
            None | Some(Severity::Ok) => Exit::Done,
            Some(Severity::Unknown | Severity::Warning) => Exit::Warning,
            Some(Severity::Critical) => Exit::Critical,
        }
    }
}

impl Severity {
    fn word(self) -> &'static str {
        match self {
            Severity::Ok => "ok",
            Severity::Unknown => "unknown",
            Severity::Warning => "warning",
            Severity::Critical => "critical",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Severity::Ok => Tone::Good,
            Severity::Unknown => Tone::Dim,
            Severity::Warning => Tone::Warn,
            Severity::Critical => Tone::Bad,
        }
    }
}

/// As wide as the longest severity, and a gap.
const SEVERITY_WIDTH: usize = 10;

impl View for CheckReport {
    const KIND: &'static str = "CheckReport";

    fn text(&self, screen: &Screen) -> String {
        let longest = self.findings.iter().map(|row| row.rule.len()).max();
        let rule_width = longest.unwrap_or_default() + 2;
        let mut text = String::new();
        for row in &self.findings {
            let word = row.severity.word();
            let gap = " ".repeat(SEVERITY_WIDTH - word.len());
            let painted = row.severity.tone().paint(word, screen.color);
            let object = match screen.wide {
                true => format!("{}: ", row.object),
                false => String::new(),
            };
            let (rule, message) = (row.rule, &row.message);
            text.push_str(&format!(
                "{painted}{gap}{rule:rule_width$}{object}{message}\n"
            ));
            if let Some(hint) = &row.hint {
                let indent = " ".repeat(SEVERITY_WIDTH + rule_width);
                text.push_str(&format!("{indent}{hint}\n"));
            }
        }
        text.push_str(&self.summary.line(self.findings.len()));
        text
    }
}

impl Summary {
    fn line(&self, all: usize) -> String {
        let counts = [
            (self.ok, Severity::Ok),
            (self.warning, Severity::Warning),
            (self.critical, Severity::Critical),
            (self.unknown, Severity::Unknown),
        ];
        let named = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, severity)| format!("{count} {}", severity.word()));
        format!("{all} checked: {}\n", named.collect::<Vec<_>>().join(", "))
    }
}
