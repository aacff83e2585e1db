//! Schedules and compactions from flags alone: the printed manifests, every flag of their own, and what is refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use kubectl_tidb_br::manifest::flag::{COMPACT, FLAGS as FLAGS_OF_ALL, Group, SCHEDULE};

use crate::document::{differences, yaml};
use crate::flags::{BACKUP_ONLY, BOTH, Row, Suite, V1_BACKUP_ONLY, V1_BOTH};
use crate::program::{Printed, print, run};
use crate::refusals::check_with;

const V1: &str = "schedule create demo1-backup-schedule-s3 -n test1 --schedule '*/2 * * * *' --max-reserved-time 3h";
const V2: &str = "--operator v2 schedule create demo1-backup-schedule-s3 -n test1 --cluster demo1 --schedule '*/2 * * * *' --max-reserved-time 3h --storage 's3://my-bucket/my-folder?region=us-west-1'";
const CEPH: &str = "schedule create demo1-backup-schedule-ceph -n test1 --schedule '*/2 * * * *' --max-reserved-time 3h";
const INTEGRATED: &str = "--operator v2 schedule create integrated-backup-schedule-s3 -n test1 --cluster demo1 --schedule '* */2 * * *' --max-reserved-time 3h --storage 's3://my-bucket/my-folder-snapshot?region=us-west-1' --storage-secret s3-secret --send-cred-to-tikv --clean-policy Delete --log-storage s3://my-bucket/my-folder-log";
const FROM: &str = "--from-host basic-tidb --from-port 4000 --from-user root --from-secret backup-demo1-tidb-secret";
const SNAPSHOT: &str = "--cluster demo1 --cluster-namespace test1 --storage 's3://my-bucket/my-folder?region=us-west-1'";
const DUMP: &str = "--method dumpling --storage-size 10Gi";
const AWS: &str = "--storage 's3://my-bucket?region=us-west-2'";
const AWS_OPTIONS: &str =
    "--storage 's3://my-bucket/my-folder?region=us-west-2&storage-class=STANDARD_IA&acl=private'";
const RGW: &str =
    "--storage 's3://my-bucket?provider=ceph&endpoint=http://rgw.ceph.svc.cluster.local:9000'";
const RGW_OPTIONS: &str = "--storage 's3://my-bucket/my-folder?provider=ceph&endpoint=http://rgw.ceph.svc.cluster.local:9000'";
const DUMP_OPTIONS: &str = "--dumpling-option=--threads=16 --dumpling-option=--rows=10000 --filter 'test.*' --storage-class-name local-storage";
const OPTIONS: &str = "--log-level info --status-addr 0.0.0.0:8080 --concurrency 4 --rate-limit 0 --time-ago 1.5h --checksum";
const MORE: &str = "--max-backups 5 --paused";
const SECRET: &str = "--storage-secret s3-secret";
const CRED: &str = "--send-cred-to-tikv";
const NO_CRED: &str = "--send-cred-to-tikv=false";
const ROLE: &str = "--iam-role arn:aws:iam::123456789012:role/user";
const ACCOUNT: &str = "--service-account tidb-backup-manager";
const CLEAN: &str = "--clean-policy Delete";

/// Number of the seed, and the parts of the command line that makes it.
#[rustfmt::skip]
const SEEDS: &[(u32, &[&str])] = &[
    (9, &[V1, SNAPSHOT, FROM, SECRET]),
    (10, &[V1, SNAPSHOT, FROM, SECRET, OPTIONS, MORE, CRED]),
    (11, &[V1, SNAPSHOT, FROM, ROLE, NO_CRED]),
    (12, &[V1, SNAPSHOT, FROM, ROLE, NO_CRED, OPTIONS, MORE]),
    (13, &[V1, SNAPSHOT, FROM, ACCOUNT, NO_CRED]),
    (14, &[V1, SNAPSHOT, FROM, ACCOUNT, NO_CRED, OPTIONS, MORE]),
    (23, &[V1, DUMP, FROM, AWS, SECRET]),
    (24, &[V1, DUMP, FROM, AWS_OPTIONS, SECRET, DUMP_OPTIONS, MORE]),
    (25, &[CEPH, DUMP, FROM, RGW, SECRET]),
    (26, &[CEPH, DUMP, FROM, RGW_OPTIONS, SECRET, DUMP_OPTIONS, MORE]),
    (27, &[V1, DUMP, FROM, AWS, ROLE]),
    (28, &[V1, DUMP, FROM, AWS_OPTIONS, ROLE, DUMP_OPTIONS, MORE]),
    (29, &[V1, DUMP, FROM, AWS, ACCOUNT]),
    (30, &[V1, DUMP, FROM, AWS_OPTIONS, ACCOUNT, DUMP_OPTIONS, MORE]),
    (45, &["--operator v2 compact create demo1-compact-backup -n test1 --cluster demo1 --storage 's3://my-bucket/my-log-backup-folder?region=us-west-1' --start-ts 436568622965194754 --end-ts 436569119308644661 --concurrency 8 --max-retry-times 2", SECRET, CRED]),
    (50, &[V2, SECRET]),
    (51, &[V2, SECRET, CRED, CLEAN, OPTIONS, MORE]),
    (52, &[V2, ROLE, NO_CRED]),
    (53, &[V2, ROLE, NO_CRED, OPTIONS, MORE, CLEAN]),
    (54, &[V2, ACCOUNT, NO_CRED]),
    (55, &[V2, ACCOUNT, NO_CRED, OPTIONS, MORE, CLEAN]),
    (56, &[INTEGRATED]),
    (57, &[INTEGRATED, "--compact-interval 1h"]),
];

fn made(line: &str) -> Value {
    print(line).document()
}

/// The manifest of each row of both tables.
pub fn manifests() -> Vec<Printed> {
    let seeds = SEEDS.iter().map(|(_, parts)| parts.join(" "));
    let flags = FLAGS
        .iter()
        .map(|(base, typed, _)| format!("{} {typed}", without(base, typed)));
    let own = seeds.chain(flags).map(|line| print(&line));
    let suites = of_the_template().into_iter().chain(of_compactions());
    own.chain(suites.flat_map(|suite| suite.manifests()))
        .collect()
}

/// The documentation's own mistakes: v1 reads `serviceAccount` only in the template, v2 calls the interval `compactSpan`; and BR snapshots
/// say which type they are.
fn put_right(mut seed: Value) -> Value {
    let dump = seed.pointer("/spec/backupTemplate/br").is_none();
    let Some(spec) = seed["spec"].as_object_mut() else {
        return seed;
    };
    if let Some(interval) = spec.remove("compactInterval") {
        spec.insert("compactSpan".to_owned(), interval);
    }
    let account = spec.get("serviceAccount").cloned();
    if let Some(template) = spec.get_mut("backupTemplate") {
        if let Some(account) = account {
            template["serviceAccount"] = account;
            spec.remove("serviceAccount");
        } else if !dump && template.get("backupType").is_none() {
            template["backupType"] = json!("full");
        }
    }
    seed
}

#[test]
fn every_printed_schedule_and_compaction_comes_out_of_flags_alone() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/seeds");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: the printed manifests are not there");
        return;
    };
    let mut wrong = Vec::new();
    let mut found = 0;
    for path in files.map(|file| file.expect("the folder can be listed").path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        let ours = name.contains("-backupschedule-") || name.contains("-compactbackup-");
        if !ours || !name.ends_with(".yaml") {
            continue;
        }
        found += 1;
        let number: u32 = name[..3].parse().unwrap();
        let seed = put_right(yaml(&fs::read_to_string(&path).unwrap()));
        let (_, parts) = SEEDS.iter().find(|(row, _)| *row == number).expect(name);
        assert!(parts.iter().all(|part| !part.contains("--set")));
        let differing = differences(&seed, &made(&parts.join(" ")));
        wrong.extend(differing.iter().map(|line| format!("{number:03}{line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(found, SEEDS.len());
}

const S: &str = "schedule create n -n ns --cluster c --schedule @daily --max-reserved-time 7d --storage 's3://b/p?region=r' --storage-secret s";
const V: &str = "schedule create n -n ns --cluster c --schedule @daily --max-reserved-time 7d --storage local:///mnt/p --local-pvc claim";
const L: &str = "schedule create n -n ns --cluster c --schedule @daily --max-reserved-time 7d --storage 's3://b/p?region=r' --storage-secret s --log-storage s3://b/l";
const C: &str = "compact create n -n ns --cluster c --storage s3://b/p --start-ts 436568622965194754 --end-ts 436569119308644661";
const C2: &str = "--operator v2 compact create n -n ns --cluster c --storage s3://b/p --start-ts 436568622965194754 --end-ts 436569119308644661";

/// What is typed, what it is added to, and every field that differs from that: a JSON pointer and its value as YAML; `-` for one that goes.
type FlagRow = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

#[rustfmt::skip]
const FLAGS: &[FlagRow] = &[
    (S, "--schedule '0 2 * * 1-5'", &[("/spec/schedule", "0 2 * * 1-5")]),
    (S, "--max-backups 3", &[("/spec/maxBackups", "3")]),
    (S, "--max-reserved-time 1d12h", &[("/spec/maxReservedTime", "36h")]),
    (S, "--max-reserved-time 90m", &[("/spec/maxReservedTime", "90m")]),
    (S, "--paused", &[("/spec/pause", "true")]),
    (S, "--paused=false", &[("/spec/pause", "false")]),
    (S, "--service-account a", &[("/spec/backupTemplate/serviceAccount", "a")]),
    (S, "--iam-role arn", &[("/metadata/annotations/iam.amazonaws.com~1role", "arn")]),
    (S, "--label a=b --annotation c=d", &[("/metadata/labels/a", "b"), ("/metadata/annotations/c", "d")]),
    (S, "--cluster-namespace o", &[("/spec/backupTemplate/br/clusterNamespace", "o")]),
    (S, "--concurrency 4 --filter 'a.*'", &[("/spec/backupTemplate/br/concurrency", "4"), ("/spec/backupTemplate/tableFilter", "['a.*']")]),
    (S, "--clean-policy Delete", &[("/spec/backupTemplate/cleanPolicy", "Delete")]),
    (S, "--log-storage 's3://c/l'", &[
        ("/spec/logBackupTemplate/backupMode", "log"), ("/spec/logBackupTemplate/br/cluster", "c"),
        ("/spec/logBackupTemplate/s3/bucket", "c"), ("/spec/logBackupTemplate/s3/prefix", "l"), ("/spec/logBackupTemplate/s3/provider", "aws"),
        ("/spec/logBackupTemplate/s3/region", "r"), ("/spec/logBackupTemplate/s3/secretName", "s")]),
    (S, "--log-storage s3://c", &[
        ("/spec/logBackupTemplate/backupMode", "log"), ("/spec/logBackupTemplate/br/cluster", "c"), ("/spec/logBackupTemplate/s3/bucket", "c"),
        ("/spec/logBackupTemplate/s3/provider", "aws"), ("/spec/logBackupTemplate/s3/region", "r"), ("/spec/logBackupTemplate/s3/secretName", "s")]),
    (V, "--log-storage s3://c/l", &[
        ("/spec/logBackupTemplate/backupMode", "log"), ("/spec/logBackupTemplate/br/cluster", "c"), ("/spec/logBackupTemplate/s3/bucket", "c"),
        ("/spec/logBackupTemplate/s3/prefix", "l"), ("/spec/logBackupTemplate/s3/provider", "aws")]),
    (L, "--cluster-namespace o", &[("/spec/backupTemplate/br/clusterNamespace", "o"), ("/spec/logBackupTemplate/br/clusterNamespace", "o")]),
    (L, "--tool-image i", &[("/spec/backupTemplate/toolImage", "i"), ("/spec/logBackupTemplate/toolImage", "i")]),
    (L, "--log-storage 's3://b/{cluster}/{name}?region=q'", &[("/spec/logBackupTemplate/s3/region", "q"), ("/spec/logBackupTemplate/s3/prefix", "c/n")]),
    (L, "--log-storage-secret t", &[("/spec/logBackupTemplate/s3/secretName", "t")]),
    (L, "--log-storage azblob://k/l --log-storage-secret t", &[
        ("/spec/logBackupTemplate/s3/bucket", "-"), ("/spec/logBackupTemplate/s3/prefix", "-"), ("/spec/logBackupTemplate/s3/provider", "-"),
        ("/spec/logBackupTemplate/s3/region", "-"), ("/spec/logBackupTemplate/s3/secretName", "-"),
        ("/spec/logBackupTemplate/azblob/container", "k"), ("/spec/logBackupTemplate/azblob/prefix", "l"), ("/spec/logBackupTemplate/azblob/secretName", "t")]),
    (L, "--send-cred-to-tikv=false --log-level info --service-account a --env K=V", &[
        ("/spec/backupTemplate/br/sendCredToTikv", "false"), ("/spec/backupTemplate/br/logLevel", "info"),
        ("/spec/backupTemplate/serviceAccount", "a"), ("/spec/backupTemplate/env", "[{name: K, value: V}]"),
        ("/spec/logBackupTemplate/br/sendCredToTikv", "false"), ("/spec/logBackupTemplate/serviceAccount", "a"),
        ("/spec/logBackupTemplate/env", "[{name: K, value: V}]")]),
    (L, "--compact-interval 8h", &[
        ("/spec/compactInterval", "8h"), ("/spec/compactBackupTemplate/br/cluster", "c"), ("/spec/compactBackupTemplate/br/clusterNamespace", "ns"),
        ("/spec/compactBackupTemplate/s3/bucket", "b"), ("/spec/compactBackupTemplate/s3/prefix", "l"), ("/spec/compactBackupTemplate/s3/provider", "aws"),
        ("/spec/compactBackupTemplate/s3/region", "r"), ("/spec/compactBackupTemplate/s3/secretName", "s")]),
    (L, "--allow log-max-backups --max-backups 3", &[("/spec/maxBackups", "3")]),
    (C, "--start-ts 2022-10-10T00:00:00Z", &[("/spec/startTs", "'436564131840000000'")]),
    (C, "--end-ts 2022-10-12T12:00:00Z", &[("/spec/endTs", "'436620754944000000'")]),
    (C, "--concurrency 8", &[("/spec/concurrency", "8")]),
    (C, "--max-retry-times 2", &[("/spec/maxRetryTimes", "2")]),
    (C, "--cluster-namespace o", &[("/spec/br/clusterNamespace", "o")]),
    (C, "--storage-secret s --service-account a", &[("/spec/s3/secretName", "s"), ("/spec/serviceAccount", "a")]),
    (C2, "--max-retry-times 0", &[("/spec/maxRetryTimes", "0")]),
];

/// Each row fails when its flag writes another field, or one more.
#[test]
fn every_flag_of_schedules_and_compactions_writes_its_fields() {
    let mut wrong = Vec::new();
    for (base, typed, expected) in FLAGS {
        let mut document = made(base);
        for (pointer, value) in *expected {
            set(&mut document, pointer, value);
        }
        if let Some(Value::Object(template)) = document.pointer_mut("/spec/logBackupTemplate") {
            template.retain(|_, value| *value != json!({}));
        }
        let differing = differences(
            &document,
            &made(&format!("{} {typed}", without(base, typed))),
        );
        wrong.extend(differing.iter().map(|line| format!("{typed}: {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The flags of `backup create`, in the template.
fn of_the_template() -> [Suite; 2] {
    let v1 = "--operator v1 --schedule @daily --max-reserved-time 7d";
    let v2 = "--operator v2 --schedule @daily --max-reserved-time 7d";
    let mut snapshots = BACKUP_ONLY.to_vec();
    snapshots.retain(|row| !row.1.contains("dumpling"));
    let rows: &[&[Row]] = &[BOTH, BACKUP_ONLY, V1_BOTH, V1_BACKUP_ONLY];
    [
        Suite::new("schedule create", v1, rows),
        Suite::new("schedule create", v2, &[BOTH, &snapshots]),
    ]
    .map(|suite| suite.below("/spec/backupTemplate"))
}

/// The flags that compactions have too.
fn of_compactions() -> [Suite; 2] {
    let offered: BTreeSet<&str> = offered(COMPACT);
    let mut both = BOTH.to_vec();
    // It writes another field there, which has a row above.
    both.retain(|row| offered.contains(row.0) && row.0 != "concurrency");
    let range = "--start-ts 436568622965194754 --end-ts 436569119308644661";
    let of = |operator: &str| format!("--operator {operator} {range}");
    [
        Suite::new("compact create", &of("v1"), &[&both, V1_BOTH]),
        Suite::new("compact create", &of("v2"), &[&both]),
    ]
}

fn offered(groups: &[Group]) -> BTreeSet<&'static str> {
    let flags = FLAGS_OF_ALL
        .iter()
        .filter(|flag| groups.contains(&flag.group));
    flags.map(|flag| flag.name).collect()
}

#[test]
fn every_flag_of_backups_means_the_same_in_a_template() {
    of_the_template().iter().for_each(Suite::check);
}

#[test]
fn every_flag_of_backups_means_the_same_in_a_compaction() {
    of_compactions().iter().for_each(Suite::check);
}

#[test]
fn no_flag_is_without_a_row() {
    let typed: Vec<&str> = FLAGS.iter().map(|(_, typed, _)| *typed).collect();
    let own = |flag: &&str| {
        let dashed = format!("--{flag}");
        typed
            .iter()
            .any(|typed| typed.split([' ', '=']).any(|word| word == dashed))
    };
    let of = |suites: [Suite; 2]| -> BTreeSet<&str> {
        suites
            .iter()
            .flat_map(|suite| &suite.rows)
            .map(|row| row.0)
            .collect()
    };
    for (groups, covered) in [
        (SCHEDULE, of(of_the_template())),
        (COMPACT, of(of_compactions())),
    ] {
        let left: Vec<&str> = offered(groups)
            .into_iter()
            .filter(|flag| !covered.contains(flag) && !own(flag))
            .collect();
        assert_eq!(left, [""; 0]);
    }
}

/// The base without the flags that are typed again.
fn without(base: &str, typed: &str) -> String {
    let mut words = shlex::split(base).unwrap();
    for word in shlex::split(typed).unwrap() {
        if let Some(at) = words
            .iter()
            .position(|old| *old == word && word.starts_with("--"))
        {
            words.drain(at..at + 2);
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    shlex::try_join(words).unwrap()
}

fn set(document: &mut Value, pointer: &str, value: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/");
    let mut node = document;
    for step in parent.split('/').skip(1) {
        if !node[step].is_object() {
            node[step] = json!({});
        }
        node = &mut node[step];
    }
    let map = node.as_object_mut().unwrap();
    if value == "-" {
        map.remove(&key);
    } else {
        map.insert(key, yaml(value));
    }
}

/// What is typed behind the base, the exit code, and words of the one line that says why.
type BadRow = (&'static str, &'static str, i32, &'static str);

#[rustfmt::skip]
const BAD: &[BadRow] = &[
    ("", "schedule create", 2, "NAME"),
    ("", "schedule create n", 2, "missing: --schedule, --storage, --cluster"),
    ("", "schedule create n --method dumpling", 2, "missing: --schedule, --storage, --from-host, --from-secret, --storage-size"),
    (S, "--schedule '* * * *'", 2, "has 4 fields"),
    (S, "--schedule '0 0 2 * * *'", 2, "has 6 fields"),
    (S, "--schedule ''", 2, "it is empty"),
    (S, "--schedule '60 * * * *'", 2, "minute \"60\" is not from 0 to 59"),
    (S, "--schedule '* 24 * * *'", 2, "hour \"24\""),
    (S, "--schedule '* * 0 * *'", 2, "day of month \"0\""),
    (S, "--schedule '* * * 13 *'", 2, "month \"13\""),
    (S, "--schedule '0 2 * * 7'", 2, "day of week \"7\" is not from 0 to 6"),
    (S, "--schedule '0 2 L * *'", 2, "day of month \"L\""),
    (S, "--schedule '*/0 * * * *'", 2, "step"),
    (S, "--schedule '9-3 * * * *'", 2, "ends before it begins"),
    (S, "--schedule '0 0 31 2 *'", 2, "never fires"),
    (S, "--schedule @nightly", 2, "unknown word @nightly"),
    (S, "--schedule '@every 1d'", 2, "without days"),
    (S, "--schedule 'TZ=UTC 0 2 * * *'", 2, "has 6 fields"),
    (S, "--max-backups -1", 2, "whole number"),
    (S, "--max-backups 2147483648", 2, "whole number"),
    (S, "--max-backups x", 2, "whole number"),
    (S, "--max-reserved-time 7", 2, "7 has no unit"),
    (S, "--max-reserved-time 7y", 2, "unknown unit"),
    (S, "--max-reserved-time -7d", 2, "no sign"),
    (S, "--max-reserved-time 0", 2, "deletes every backup"),
    (S, "--paused=maybe", 2, "neither true nor false"),
    (S, "--paused no", 2, "unexpected argument"),
    (S, "--compact-interval 1h", 2, "needs --log-storage"),
    (S, "--log-storage-secret t", 2, "needs --log-storage"),
    (L, "--compact-interval 0s", 2, "longer than 0"),
    (L, "--compact-interval 1x", 2, "unknown unit"),
    (L, "--max-backups 3", 5, "log-max-backups"),
    (L, "--max-backups 3 --allow second-task", 5, "log-max-backups"),
    (S, "--log-storage b/p", 2, "--log-storage: not a URL"),
    (S, "--log-storage ftp://b/p", 2, "unknown scheme"),
    (S, "--log-storage 's3://k:v@b/p'", 2, "credentials"),
    (S, "--log-storage 's3://b/p?acces=1'", 2, "unknown parameter"),
    (S, "--log-storage azblob://b/p", 2, "missing: --log-storage-secret"),
    (V, "--log-storage azblob://b/p", 2, "missing: --log-storage-secret"),
    (V, "--log-storage local:///mntx/l", 2, "does not lie on the snapshots' volume, which is mounted at /mnt"),
    (S, "--log-storage gcs://b/p --log-storage-secret t", 2, "project-id"),
    (S, "--log-storage local:///m/p", 2, "--local-pvc or --local-nfs"),
    (S, "--wait", 2, "no end to wait for"),
    (S, "--dry-run", 2, "--dry-run=client"),
    (S, "--operator v2 --from-host h --dry-run=client", 8, "--from-host"),
    (S, "--operator v2 --cluster-namespace o --dry-run=client", 8, "--cluster-namespace"),
    (S, "--set spec.maxReservedTime=7d", 2, "not a Go duration"),
    (S, "--set spec.compactSpan=1h", 2, "does not exist in pingcap.com"),
    (S, "--set spec.serviceAccount=a", 2, "unknown field spec.serviceAccount"),
    (S, "--set spec.backupTemplate.backupMode=log", 2, "is a log backup"),
    ("", "schedule create n --cluster c --schedule @daily --storage s3://b/p --log-storage s3://b/l", 5, "needs --max-reserved-time"),
    ("", "schedule create n --cluster c --schedule @daily --storage s3://b/p --log-storage s3://b/l --max-backups 3 --allow log-max-backups", 5, "needs --max-reserved-time"),
    ("", "schedule create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --schedule @daily --max-reserved-time 1d --storage s3://b/p --log-storage s3://b/l", 2, "only BR"),
    ("", "schedule create aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --cluster c --schedule @daily --storage s3://b/p", 5, "37 characters"),
    ("", "schedule create N --cluster c --schedule @daily --storage s3://b/p", 2, "lower-case"),
    ("", "schedule create n --cluster c --schedule @daily --storage azblob://b/p", 5, "azblob"),
    ("", "schedule set", 2, "NAME"),
    ("", "schedule set n", 2, "nothing to change"),
    ("", "schedule pause", 2, "NAME"),
    ("", "schedule pause n -l a=b", 2, "cannot be used with"),
    ("", "schedule pause a B_", 2, "B_"),
    ("", "schedule resume -l ''", 2, "an empty selector would mean every object"),
    ("", "schedule delete -l ' '", 2, "an empty selector would mean every object"),
    ("", "schedule delete", 2, "NAME"),
    ("", "schedule delete a --cascade", 2, "a value is required"),
    ("", "schedule delete a backup/b", 2, "does not name a BackupSchedule"),
    ("", "schedule delete n --cascade foreground", 2, "foreground"),
    ("", "schedule trigger", 2, "NAME"),
    ("", "schedule run n", 2, "run"),
    ("", "compact create", 2, "NAME"),
    ("", "compact create n", 2, "missing: --start-ts, --end-ts, --storage, --cluster"),
    (C, "--start-ts 2022-10-10T12:00:00", 2, "zone"),
    (C, "--start-ts 436570000000000000", 2, "before it begins"),
    (C, "--end-ts 1665403000", 2, "--end-ts"),
    (C, "--end-ts 0", 2, "--end-ts"),
    (C, "--concurrency 0", 2, "one task at least"),
    (C, "--concurrency -1", 2, "whole number"),
    (C, "--max-retry-times x", 2, "whole number"),
    (C, "--from-log l -f f", 2, "cannot be used with"),
    (C, "--clean-policy Delete", 2, "unexpected argument"),
    (C, "--commit-ts now", 2, "unexpected argument"),
    (C, "--storage azblob://b/p", 5, "azblob"),
    ("", "compact wait n --for running", 2, "running"),
    ("", "compact wait n --timeout 5", 2, "no unit"),
];

/// Not even a command that would write connects before it says so.
#[test]
fn bad_input_is_refused_in_one_line() {
    let lines: Vec<String> = BAD
        .iter()
        .map(|(base, typed, ..)| format!("{} {typed}", without(base, typed)))
        .collect();
    let rows = lines.iter().zip(BAD);
    check_with(rows.map(|(line, (_, _, code, words))| (line.as_str(), &b""[..], *words, *code)));
}

/// v2 has the schema and no controller: the manifest is only ever printed.
#[test]
fn on_v2_only_the_manifest_is_made() {
    for base in [S, C] {
        let printed = run(&format!("--operator v2 {base} --dry-run=client -o yaml"));
        assert_eq!(printed.code, 0, "{}", printed.stderr);
        assert!(printed.stderr.contains("Warning: ") && printed.stderr.contains("no controller"));
        assert!(
            printed
                .stdout
                .contains("apiVersion: br.pingcap.com/v1alpha1")
        );
        for mode in ["", "--dry-run=server"] {
            let refused = run(&format!("--operator v2 {base} {mode}"));
            assert_eq!(refused.code, 8, "{}", refused.stderr);
            assert!(refused.stderr.contains("hint: ") && refused.stdout.is_empty());
        }
    }
}

#[test]
fn create_says_when_it_runs_and_warns_of_what_is_surprising() {
    let rows = [
        (
            "--schedule '* */2 * * *'",
            "Warning: \"* */2 * * *\" fires every minute or two",
        ),
        ("--schedule '0 2 * * *'", "next runs: "),
        ("--max-backups 3", "Warning: maxBackups 3 is ignored"),
        ("--clean-policy Retain", "their data stays"),
        ("--paused", "next runs (once it is resumed): "),
    ];
    for (typed, words) in rows {
        let outcome = run(&format!("{} {typed} --dry-run=client", without(S, typed)));
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        assert!(
            outcome.stderr.contains(words),
            "{typed}: {}",
            outcome.stderr
        );
        assert_eq!(
            outcome.stdout,
            "backupschedule.pingcap.com/n created (dry run)\n"
        );
    }
}
