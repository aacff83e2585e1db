//! The manifests that the documentation of TiDB Operator prints, from flags alone. Where they do not lie beside the checkout,
//! there is nothing to compare with.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::document::{differences, yaml};
use crate::program::{self, Printed};

const S3: &str = "backup create demo1-backup-s3 -n test1 --cluster demo1 --storage 's3://my-bucket/my-folder?region=us-west-1'";
const S3_FULL: &str = "backup create demo1-full-backup-s3 -n test1 --cluster demo1 --storage 's3://my-bucket/my-full-backup-folder?region=us-west-1'";
const AZBLOB: &str = "backup create demo1-backup-azblob -n test1 --cluster demo1 --storage azblob://my-container/my-folder --storage-secret azblob-secret-ad --service-account tidb-backup-manager --send-cred-to-tikv=false";
const AZBLOB_FULL: &str = "backup create demo1-full-backup-azblob -n test1 --cluster demo1 --storage azblob://my-container/my-full-backup-folder --storage-secret azblob-secret";
const LOG_S3: &str = "log start demo1-log-backup-s3 -n test1 --cluster demo1 --storage 's3://my-bucket/my-log-backup-folder?region=us-west-1' --storage-secret s3-secret --send-cred-to-tikv";
const LOG_AZBLOB: &str = "log start demo1-log-backup-azblob -n test1 --cluster demo1 --storage azblob://my-container/my-log-backup-folder --storage-secret azblob-secret --send-cred-to-tikv";
const DUMP: &str = "backup create demo1-backup-s3 -n test1 --method dumpling --storage-size 10Gi";
const FROM: &str = "--from-host basic-tidb --from-port 4000 --from-user root --from-secret backup-demo1-tidb-secret";
/// An old TiDB, whose GC the operator has to hold back through SQL; `from` makes it a Backup of v1.
const OLD_TIDB: &str = "--cluster-namespace test1";
const OPTIONS: &str = "--log-level info --status-addr 0.0.0.0:8080 --concurrency 4 --rate-limit 0 --time-ago 1.5h --checksum --last-backup-ts 420134118382108673";
const ROLE: &str = "--iam-role arn:aws:iam::123456789012:role/user";
const ACCOUNT: &str = "--service-account tidb-backup-manager";
const SECRET: &str = "--storage-secret s3-secret";
const NO_CRED: &str = "--send-cred-to-tikv=false";
const AWS: &str = "--storage 's3://my-bucket?region=us-west-2'";
const AWS_OPTIONS: &str =
    "--storage 's3://my-bucket/my-folder?region=us-west-2&storage-class=STANDARD_IA&acl=private'";
const CEPH: &str =
    "--storage 's3://my-bucket?provider=ceph&endpoint=http://rgw.ceph.svc.cluster.local:9000'";
const CEPH_OPTIONS: &str = "--storage 's3://my-bucket/my-folder?provider=ceph&endpoint=http://rgw.ceph.svc.cluster.local:9000'";
const DUMP_OPTIONS: &str = "--dumpling-option=--threads=16 --dumpling-option=--rows=10000 --filter 'test.*' --storage-class-name local-storage";
const FULL: &str = "--type full";
const UNTIL: &str = "log truncate --until 2022-10-10T15:21:00+08:00";

/// Number of the seed; the parts of the command line that makes it; the commands that its output then goes through.
#[rustfmt::skip]
const ROWS: &[(u32, &[&str], &[&str])] = &[
    (2, &[S3, OLD_TIDB, FROM, SECRET], &[]),
    (3, &[S3, OLD_TIDB, FROM, SECRET, OPTIONS, "--send-cred-to-tikv"], &[]),
    (4, &[S3, OLD_TIDB, FROM, ROLE, NO_CRED], &[]),
    (5, &[S3, OLD_TIDB, FROM, ROLE, NO_CRED, OPTIONS], &[]),
    (6, &[S3, OLD_TIDB, FROM, ACCOUNT, NO_CRED], &[]),
    (7, &[S3, OLD_TIDB, FROM, ACCOUNT, NO_CRED, OPTIONS], &[]),
    (15, &[DUMP, FROM, AWS, SECRET], &[]),
    (16, &[DUMP, FROM, AWS_OPTIONS, SECRET, DUMP_OPTIONS], &[]),
    (17, &[DUMP, FROM, CEPH, SECRET], &[]),
    (18, &[DUMP, FROM, CEPH_OPTIONS, SECRET, DUMP_OPTIONS], &[]),
    (19, &[DUMP, FROM, AWS, ROLE, FULL], &[]),
    (20, &[DUMP, FROM, AWS_OPTIONS, ROLE, FULL, DUMP_OPTIONS], &[]),
    (21, &[DUMP, FROM, AWS, ACCOUNT, FULL], &[]),
    (22, &[DUMP, FROM, AWS_OPTIONS, ACCOUNT, FULL, DUMP_OPTIONS], &[]),
    (32, &[S3_FULL, SECRET], &[]),
    (33, &[S3_FULL, SECRET, OPTIONS, "--send-cred-to-tikv"], &[]),
    (34, &[S3_FULL, ROLE, NO_CRED], &[]),
    (35, &[S3_FULL, ROLE, NO_CRED, OPTIONS], &[]),
    (36, &[S3_FULL, ACCOUNT, NO_CRED], &[]),
    (37, &[S3_FULL, ACCOUNT, NO_CRED, OPTIONS], &[]),
    (38, &[LOG_S3], &[]),
    (39, &[LOG_S3], &["log pause"]),
    (40, &[LOG_S3], &["log pause", "log resume"]),
    (41, &[LOG_S3], &["log stop"]),
    (42, &[LOG_S3], &[UNTIL]),
    (43, &[LOG_S3], &["log pause", UNTIL]),
    (44, &[LOG_S3], &[UNTIL, "log stop"]),
    (46, &[S3, ACCOUNT, NO_CRED], &[]),
    (47, &[S3, ACCOUNT, NO_CRED, "--filter 'db1.*'"], &[]),
    (48, &[S3, ACCOUNT, NO_CRED, "--filter db1.table1"], &[]),
    (49, &[S3, ACCOUNT, NO_CRED, "--filter db1.table1 --filter db1.table2"], &[]),
    (59, &[AZBLOB_FULL], &[]),
    (60, &[AZBLOB_FULL, OPTIONS, "--send-cred-to-tikv --azblob-access-tier Hot"], &[]),
    (61, &[LOG_AZBLOB], &[]),
    (62, &[LOG_AZBLOB, "--azblob-access-tier Hot"], &[]),
    (63, &[LOG_AZBLOB], &["log pause"]),
    (64, &[LOG_AZBLOB], &["log stop"]),
    (65, &[LOG_AZBLOB, "--azblob-access-tier Hot"], &["log stop"]),
    (66, &[LOG_AZBLOB], &[UNTIL]),
    (67, &[LOG_AZBLOB, "--azblob-access-tier Hot"], &[UNTIL]),
    (68, &[LOG_AZBLOB], &["log pause", UNTIL]),
    (69, &[LOG_AZBLOB], &["log stop", UNTIL]),
    (70, &[AZBLOB], &[]),
    (71, &[AZBLOB, "--filter 'db1.*'"], &[]),
    (72, &[AZBLOB, "--filter db1.table1"], &[]),
    (73, &[AZBLOB, "--filter db1.table1 --filter db1.table2"], &[]),
];

/// The seeds of kind Backup by number.
fn seeds() -> Option<Vec<(u32, PathBuf)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/seeds");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: the printed manifests are not there");
        return None;
    };
    let mut found: Vec<(u32, PathBuf)> = files
        .map(|file| file.expect("the folder can be listed").path())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            let backup = name.contains("-backup-v") && name.ends_with(".yaml");
            Some((name.get(..3)?.parse().ok()?, path.clone())).filter(|_| backup)
        })
        .collect();
    found.sort();
    Some(found)
}

/// The two differences that are meant: times are TSOs, and the defaults stand in the manifest.
fn normalised(mut seed: Value) -> Value {
    let v2 = seed["apiVersion"] == "br.pingcap.com/v1alpha1";
    let spec = &mut seed["spec"];
    if spec["logTruncateUntil"] == "2022-10-10T15:21:00+08:00" {
        spec["logTruncateUntil"] = json!("436571068170240000");
    }
    if spec["backupMode"] == "log" {
        if spec.get("logSubcommand").is_none() {
            spec["logSubcommand"] = json!("log-start");
        }
    } else if v2 {
        spec["backoffRetryPolicy"] = json!({});
    }
    seed
}

fn made(arguments: &[&str], then: &[&str]) -> Printed {
    let first = program::print(&arguments.join(" "));
    then.iter().fold(first, |made, command| made.then(command))
}

/// The manifest of each row.
pub fn manifests() -> Vec<Printed> {
    ROWS.iter()
        .map(|(_, arguments, then)| made(arguments, then))
        .collect()
}

#[test]
fn every_printed_backup_comes_out_of_flags_alone() {
    let Some(seeds) = seeds() else { return };
    let known: BTreeSet<u32> = ROWS.iter().map(|(number, ..)| *number).collect();
    let there: BTreeSet<u32> = seeds.iter().map(|(number, _)| *number).collect();
    assert_eq!(known, there, "a seed without a row, or the reverse");
    assert_eq!(ROWS.len(), 46);
    let mut wrong = Vec::new();
    for (number, path) in seeds {
        let seed = normalised(yaml(&fs::read_to_string(path).expect("a seed can be read")));
        for (_, arguments, then) in ROWS.iter().filter(|(row, ..)| *row == number) {
            assert!(arguments.iter().all(|part| !part.contains("--set")));
            let differing = differences(&seed, &made(arguments, then).document());
            wrong.extend(differing.iter().map(|line| format!("{number:03}{line}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
