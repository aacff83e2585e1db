//! Verbs on a manifest instead of a cluster, for GitOps: what they change in the file, what they say, and what they refuse. The program has
//! no kubeconfig here: a verb that connected would end with 1.

use serde_json::Value;

use crate::document::{changes, expected, yaml};
use crate::program;
use crate::refusals::check_with;

const LOG: &str = "apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: l, labels: {a: b}}\nspec: {backupMode: log, logSubcommand: log-start, br: {cluster: c}, s3: {provider: aws, bucket: b}}\n";
const V1: &str = "apiVersion: pingcap.com/v1alpha1\nkind: BackupSchedule\nmetadata: {name: n, namespace: ns, resourceVersion: '7'}\nspec:\n  schedule: 0 2 * * *\n  maxReservedTime: 168h\n  backupTemplate: {backupType: full, cleanPolicy: Delete, br: {cluster: c}, s3: {provider: aws, bucket: b, prefix: p}}\nstatus: {lastBackup: n-1, lastBackupTime: '2026-01-01T02:00:00Z'}\n";
const BARE: &str = "apiVersion: pingcap.com/v1alpha1\nkind: BackupSchedule\nmetadata: {name: n}\nspec:\n  schedule: 0 2 * * *\n  maxReservedTime: 168h\n  backupTemplate: {br: {cluster: c}, s3: {bucket: b, prefix: p}}\n";
const DUMP: &str = "apiVersion: pingcap.com/v1alpha1\nkind: BackupSchedule\nmetadata: {name: n}\nspec:\n  schedule: 0 2 * * *\n  maxReservedTime: 168h\n  backupTemplate: {storageSize: 1Gi, from: {host: h, secretName: t}, s3: {provider: aws, bucket: b}}\n";

fn v2(file: &str) -> String {
    file.replace("pingcap.com", "br.pingcap.com")
}

fn paused(file: &str) -> String {
    file.replace("spec:\n", "spec:\n  pause: true\n")
}

/// The line, FILE, every field that differs afterwards, and the result line without `-o`.
type Edit = (
    &'static str,
    String,
    &'static [(&'static str, &'static str)],
    &'static str,
);

#[rustfmt::skip]
fn edits() -> Vec<Edit> {
    let pause: &[(&str, &str)] = &[("/spec/pause", "true")];
    let resume: &[(&str, &str)] = &[("/spec/pause", "false")];
    vec![
        ("schedule pause -f -", V1.to_owned(), pause, "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule pause n -f -", V1.to_owned(), pause, "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule pause bks/n -f - -n ns", V1.to_owned(), pause, "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule pause backupschedule.pingcap.com/n -f - --operator v1", V1.to_owned(), pause, "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule pause -f -", paused(V1), &[], "backupschedule.pingcap.com/n already paused (dry run)"),
        ("schedule pause -f -", BARE.to_owned(), pause, "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule pause -f - -n ns", BARE.to_owned(), &[("/spec/pause", "true"), ("/metadata/namespace", "ns")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule pause -f -", v2(V1), pause, "backupschedule.br.pingcap.com/n patched (dry run)"),
        ("schedule resume -f -", paused(V1), resume, "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule resume -f -", V1.to_owned(), &[], "backupschedule.pingcap.com/n already running (dry run)"),
        ("schedule resume -f - --operator v2", v2(&paused(V1)), resume, "backupschedule.br.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --max-reserved-time 2d", V1.to_owned(), &[("/spec/maxReservedTime", "48h")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set n -f - --max-reserved-time 168h", V1.to_owned(), &[], "backupschedule.pingcap.com/n already so (dry run)"),
        ("schedule set -f - --schedule @daily --paused --concurrency 4", V1.to_owned(), &[("/spec/schedule", "'@daily'"), ("/spec/pause", "true"), ("/spec/backupTemplate/br/concurrency", "4")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --set spec.maxReservedTime=null --max-backups 3", V1.to_owned(), &[("/spec/maxReservedTime", "-"), ("/spec/maxBackups", "3")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --storage-secret s", V1.to_owned(), &[("/spec/backupTemplate/s3/secretName", "s")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --label a=b", V1.to_owned(), &[("/metadata/labels/a", "b")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --commit-ts 2022-10-10T00:00:00Z", V1.to_owned(), &[("/spec/backupTemplate/commitTs", "'436564131840000000'")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --log-storage s3://b/l --compact-interval 8h", V1.to_owned(), &[
            ("/spec/logBackupTemplate/backupMode", "log"), ("/spec/logBackupTemplate/br/cluster", "c"), ("/spec/logBackupTemplate/s3/bucket", "b"),
            ("/spec/logBackupTemplate/s3/prefix", "l"), ("/spec/logBackupTemplate/s3/provider", "aws"), ("/spec/compactInterval", "8h"),
            ("/spec/compactBackupTemplate/br/cluster", "c"), ("/spec/compactBackupTemplate/br/clusterNamespace", "ns"),
            ("/spec/compactBackupTemplate/s3/bucket", "b"), ("/spec/compactBackupTemplate/s3/prefix", "l"), ("/spec/compactBackupTemplate/s3/provider", "aws")], "backupschedule.pingcap.com/n patched (dry run)"),
        // Defaults that the file leaves to the operator are not written into it.
        ("schedule set -f - --max-reserved-time 2d", BARE.to_owned(), &[("/spec/maxReservedTime", "48h")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("schedule set -f - --from-port 4001", DUMP.to_owned(), &[("/spec/backupTemplate/from/port", "4001")], "backupschedule.pingcap.com/n patched (dry run)"),
        // What was missing may be put right.
        ("schedule set -f - --storage s3://b", BARE.replace(", s3: {bucket: b, prefix: p}", ""), &[("/spec/backupTemplate/s3/provider", "aws"), ("/spec/backupTemplate/s3/bucket", "b")], "backupschedule.pingcap.com/n patched (dry run)"),
        ("log pause -f -", LOG.to_owned(), &[("/spec/logSubcommand", "log-pause")], "backup.br.pingcap.com/l patched (dry run)"),
        ("log pause l -f -", LOG.replace("log-start", "log-pause"), &[], "backup.br.pingcap.com/l already paused (dry run)"),
        ("log stop backup/l -f - -n x", LOG.to_owned(), &[("/spec/logSubcommand", "log-stop"), ("/metadata/namespace", "x")], "backup.br.pingcap.com/l patched (dry run)"),
        ("log resume -f -", LOG.replace("log-start", "log-pause"), &[("/spec/logSubcommand", "log-start")], "backup.br.pingcap.com/l patched (dry run)"),
        ("log truncate -f - --until 436569119308644661", LOG.to_owned(), &[("/spec/logTruncateUntil", "'436569119308644661'")], "backup.br.pingcap.com/l patched (dry run)"),
    ]
}

#[test]
fn a_manifest_is_edited_and_printed() {
    let mut wrong = Vec::new();
    for (line, file, fields, result) in edits() {
        let run = |flags: &str| {
            let outcome =
                program::run_with(&format!("{line} --dry-run=client {flags}"), file.as_bytes());
            if outcome.code != 0 {
                return Err(format!(
                    "{line} {flags}\n  {} {}",
                    outcome.code, outcome.stderr
                ));
            }
            Ok(outcome.stdout)
        };
        let outcome = run("").and_then(|text| {
            let yaml_text = run("-o yaml")?;
            let json_text = run("-o json")?;
            Ok((
                text,
                yaml(&yaml_text),
                serde_json::from_str::<Value>(&json_text).unwrap(),
            ))
        });
        match outcome {
            Err(problem) => wrong.push(problem),
            Ok((text, printed, json)) => {
                let found = changes(&yaml(&file), &printed);
                if found != expected(fields) || json != printed {
                    wrong.push(format!("{line}\n{file}  changed {found:?}"));
                }
                if text != format!("{result}\n") {
                    wrong.push(format!("{line}\n  printed {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The line, FILE, and what stderr holds; nothing for a silent one.
#[test]
fn what_is_said_of_an_edited_manifest() {
    let rows = [
        ("schedule pause -f -", V1.to_owned(), ""),
        // A status in a file is old: no run is said to fire, no backup to go.
        ("schedule resume -f -", paused(V1), ""),
        (
            "schedule set -f - --max-reserved-time 1h",
            V1.to_owned(),
            "",
        ),
        ("schedule pause -f -", v2(V1), "no controller"),
        ("schedule set -f - --paused", v2(V1), "no controller"),
        (
            "schedule set -f - --schedule '* * * * *'",
            V1.to_owned(),
            "Warning: \"* * * * *\" fires every minute or two",
        ),
        (
            "schedule set -f - --schedule @daily",
            V1.to_owned(),
            "next runs: ",
        ),
        (
            "schedule set -f - --clean-policy Retain",
            V1.to_owned(),
            "their data stays",
        ),
        (
            "schedule set -f - --log-storage s3://b/l --compact-interval 8h",
            BARE.to_owned(),
            "Warning: the compactions never start without br.clusterNamespace",
        ),
    ];
    for (line, file, words) in rows {
        let outcome = program::run_with(&format!("{line} --dry-run=client"), file.as_bytes());
        assert_eq!(outcome.code, 0, "{line}: {}", outcome.stderr);
        assert!(outcome.stderr.contains(words), "{line}: {}", outcome.stderr);
        assert_eq!(
            outcome.stderr.is_empty(),
            words.is_empty(),
            "{line}: {}",
            outcome.stderr
        );
    }
}

#[test]
fn the_difference_that_an_edit_makes() {
    let line = "schedule pause -f - --dry-run=client --diff";
    let diff = program::run_with(line, V1.as_bytes()).printed(line);
    let lines: Vec<&str> = diff
        .lines()
        .filter(|line| line.starts_with(['+', '-']))
        .collect();
    assert_eq!(lines, ["--- stdin", "+++ planned/stdin", "+  pause: true"]);
}

#[rustfmt::skip]
#[test]
fn what_is_no_manifest_to_edit() {
    let backup = LOG.to_owned();
    let nameless = BARE.replace("name: n", "labels: {a: b}");
    let rows = [
        ("schedule pause -f -", V1.to_owned(), "add --dry-run=client", 2),
        ("schedule resume -f - --dry-run=server", V1.to_owned(), "add --dry-run=client", 2),
        ("schedule set -f - --paused --yes", V1.to_owned(), "add --dry-run=client", 2),
        ("schedule set -f - --paused --diff", V1.to_owned(), "add --dry-run=client", 2),
        ("schedule pause -f -", v2(V1), "no controller", 8),
        ("schedule resume -f - --dry-run=server", v2(&paused(V1)), "no controller", 8),
        ("schedule set -f - --paused", v2(V1), "no controller", 8),
        ("schedule pause -f - --dry-run=client", backup.clone(), "expected a BackupSchedule, found kind \"Backup\"", 2),
        ("log pause -f - --dry-run=client", V1.to_owned(), "expected a Backup, found kind \"BackupSchedule\"", 2),
        ("schedule set -f - --paused --dry-run=client", backup, "expected a BackupSchedule", 2),
        ("schedule pause -f - --dry-run=client", String::new(), "it holds no manifest", 2),
        ("schedule pause -f - --dry-run=client", format!("{V1}---\n{V1}"), "it holds 2 documents", 2),
        ("schedule pause other -f - --dry-run=client", V1.to_owned(), "is about one schedule, \"n\", not \"other\"", 2),
        ("schedule pause n other -f - --dry-run=client", V1.to_owned(), "not \"other\"", 2),
        ("schedule set other -f - --paused --dry-run=client", V1.to_owned(), "is about one schedule, \"n\", not \"other\"", 2),
        ("schedule pause backup/n -f - --dry-run=client", V1.to_owned(), "does not name a BackupSchedule", 2),
        ("schedule pause backupschedule.br.pingcap.com/n -f - --dry-run=client", V1.to_owned(), "belongs to v2, but stdin is for v1", 2),
        ("schedule pause N_ -f - --dry-run=client", V1.to_owned(), "N_", 2),
        ("schedule pause -f - --operator v2 --dry-run=client", V1.to_owned(), "--operator v2 does not match", 2),
        ("schedule set -f - --paused --operator v1 --dry-run=client", v2(V1), "--operator v1 does not match", 2),
        ("schedule pause -f - -n other --dry-run=client", V1.to_owned(), "-n other does not match the namespace \"ns\"", 2),
        ("schedule pause -l a=b -f - --dry-run=client", V1.to_owned(), "cannot be used with", 2),
        ("schedule pause -f - --dry-run=client", nameless.clone(), "metadata.name is missing", 2),
        ("schedule set n -f - --paused --dry-run=client", nameless, "metadata.name is missing", 2),
        ("schedule pause -f - --dry-run=client", V1.replace("maxReservedTime", "maxReservedtime"), "unknown field spec.maxReservedtime; did you mean maxReservedTime?", 2),
        ("schedule pause -f - --dry-run=client", V1.replace("  schedule:", "  compactSpan: 1h\n  schedule:"), "spec.compactSpan does not exist in pingcap.com", 2),
        ("schedule set -f - --paused --dry-run=client", V1.replace("bucket", "bukcet"), "unknown field spec.backupTemplate.s3.bukcet; did you mean bucket?", 2),
        ("schedule pause -f /does/not/exist --dry-run=client", String::new(), "cannot read /does/not/exist", 2),
        ("schedule set -f - --dry-run=client", V1.to_owned(), "nothing to change", 2),
        ("schedule set -f - --commit-ts backup/x --dry-run=client", V1.to_owned(), "--commit-ts \"backup/x\": with -f, say a time", 2),
        ("schedule set -f - --last-backup-ts log/x --dry-run=client", V1.to_owned(), "with -f, say a time", 2),
        ("schedule set -f - --max-reserved-time 0 --dry-run=client", V1.to_owned(), "deletes every backup", 2),
        ("schedule set -f - --schedule '* * *' --dry-run=client", V1.to_owned(), "has 3 fields", 2),
        ("schedule set -f - --set spec.maxReservedTime=7d --dry-run=client", V1.to_owned(), "not a Go duration", 2),
        ("schedule set -f - --compact-interval 1h --dry-run=client", V1.to_owned(), "needs --log-storage", 2),
        ("schedule set -f - --log-storage s3://b/l --max-backups 2 --dry-run=client", V1.to_owned(), "log-max-backups", 5),
        ("schedule set -f - --log-storage s3://b/l --set spec.maxReservedTime=null --dry-run=client", V1.to_owned(), "needs --max-reserved-time", 5),
        ("schedule set -f - --from-host h --dry-run=client", v2(V1), "--from-host needs TiDB Operator v1", 8),
        ("schedule set -f - --paused --dry-run=client", BARE.replace(", s3: {bucket: b, prefix: p}", ""), "missing: --storage", 2),
        ("schedule trigger -f -", V1.to_owned(), "unexpected argument '-f'", 2),
        ("schedule delete -f -", V1.to_owned(), "unexpected argument '-f'", 2),
    ];
    check_with(rows.iter().map(|(line, file, part, code)| (*line, file.as_bytes(), *part, *code)));
}
