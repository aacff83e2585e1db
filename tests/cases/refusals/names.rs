//! Names of objects: what Kubernetes does not take, and what is too long for the Jobs.

use super::{Row, check, check_with};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("backup create '' --cluster c --storage s3://b/p", "name \"\"", 2),
    ("backup create A --cluster c --storage s3://b/p", "name \"A\": only lower-case letters", 2),
    ("backup create a_b --cluster c --storage s3://b/p", "name \"a_b\"", 2),
    ("backup create 'a b' --cluster c --storage s3://b/p", "name \"a b\"", 2),
    ("backup create ä --cluster c --storage s3://b/p", "name \"ä\"", 2),
    ("backup create a- --cluster c --storage s3://b/p", "name \"a-\"", 2),
    ("backup create a..b --cluster c --storage s3://b/p", "name \"a..b\"", 2),
    ("backup create a/b --cluster c --storage s3://b/p", "name \"a/b\"", 2),
    ("backup create ../etc --cluster c --storage s3://b/p", "name \"../etc\"", 2),
    ("backup create 'a\u{1b}[31mb' --cluster c --storage s3://b/p", "only lower-case letters", 2),
    ("backup create --cluster C_1 --storage s3://b/p", "--cluster \"C_1\"", 2),
    ("backup create --cluster '' --storage s3://b/p", "--cluster \"\": it is empty", 2),
    ("backup create --cluster ' ' --storage s3://b/p", "--cluster \" \": it is empty", 2),
    ("backup create -n A --cluster c --storage s3://b/p", "namespace \"A\"", 2),
    ("backup create -n a.b --cluster c --storage s3://b/p", "namespace \"a.b\"", 2),
    ("log start L --cluster c --storage s3://b/p", "name \"L\"", 2),
    ("log start --cluster c --storage s3://b/p", "missing: NAME", 2),
    ("log pause A_B", "name \"A_B\"", 2),
    ("log resume a b_c", "name \"b_c\"", 2),
    ("log stop ''", "'NAME': the name is empty", 2),
    ("log truncate '' --keep 7d", "'NAME': the name is empty", 2),
    ("schedule set '' --max-backups 3", "'NAME': the name is empty", 2),
    ("setup tikv '' --secret s", "'CLUSTER': the name is empty", 2),
    ("backup list --cluster ''", "'--cluster CLUSTER': the name is empty", 2),
    ("backup create --like ''", "'--like BACKUP': the name is empty", 2),
    ("restore create r --cluster c --from-backup ''", "'--from-backup [NS/]BACKUP': the name is empty", 2),
    ("log truncate X --keep 7d", "name \"X\"", 2),
    ("log pause restore/x", "\"restore/x\" does not name a Backup", 2),
    ("log pause backup.example.com/x", "does not name a Backup", 2),
    ("log pause backup/x/y", "does not name a Backup", 2),
    ("log pause backup/", "name \"\"", 2),
    ("log pause backup.br.pingcap.com/x --operator v1", "belongs to v2, but --operator says v1", 2),
    ("backup show backup.pingcap.com/x --operator v2", "belongs to v1, but --operator says v2", 2),
    ("backup show A", "name \"A\"", 2),
    ("log show A", "name \"A\"", 2),
    ("log status A", "name \"A\"", 2),
    ("backup create --like A", "name \"A\"", 2),
    ("backup create --like schedule/x", "does not name a Backup", 2),
];

#[test]
fn names_that_kubernetes_does_not_take() {
    check(ROWS);
}

/// A log backup of 44 to 46 characters starts, and then cannot be truncated or resumed (docs/operators.md, "A long log name fails
/// late"); a snapshot of 57 never gets its Job ("Names must fit the Job").
#[test]
fn names_too_long_for_their_jobs() {
    let dry = "--cluster c --storage s3://b/p --dry-run=client";
    let name = |length: usize| "n".repeat(length);
    let host = "h".repeat(50);
    let lines = [
        (
            format!("log start {} {dry}", name(44)),
            "has 44 characters; the Job backup-NAME-log-truncate allows 43",
            5,
        ),
        (format!("log start {} {dry}", name(46)), "allows 43", 5),
        (
            format!("log start {} --cluster c --storage s3://b/p", name(47)),
            "allows 43",
            5,
        ),
        (
            format!("backup create {} {dry}", name(57)),
            "has 57 characters; the Job backup-NAME allows 56",
            5,
        ),
        (
            format!("backup create {} --cluster c --storage s3://b/p", name(57)),
            "allows 56",
            5,
        ),
        (
            format!(
                "backup create --cluster {} --storage s3://b/p --dry-run=client",
                name(60)
            ),
            "allows 56",
            5,
        ),
        (
            format!(
                "backup create --method dumpling --from-host {host} --from-secret s --storage-size 1Gi --storage s3://b --dry-run=client"
            ),
            "allows 56",
            5,
        ),
        (format!("backup create {} {dry}", name(253)), "allows 56", 5),
        (
            format!("backup create {} {dry}", name(254)),
            "name of 254 characters: at most 253",
            2,
        ),
        (
            format!("log start {} {dry}", name(254)),
            "name of 254 characters: at most 253",
            2,
        ),
        (
            format!("log pause {}", name(254)),
            "name of 254 characters: at most 253",
            2,
        ),
        (
            format!("backup create n -n {} {dry}", name(64)),
            "at most 63 characters",
            2,
        ),
        (
            format!("backup create n {dry} --set metadata.name={}", name(57)),
            "allows 56",
            5,
        ),
    ];
    check_with(
        lines
            .iter()
            .map(|(line, part, code)| (line.as_str(), &b""[..], *part, *code)),
    );
}
