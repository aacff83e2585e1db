//! Values that are legal and have no effect, or not the effect that they seem to have: each is printed with a warning.

use crate::program;

const S: &str = "backup create n --cluster c --storage s3://b/p";
const D: &str = "backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage gcs://b/p --gcs-project-id x";
const G: &str = "backup create n --cluster c --storage gcs://b/p --gcs-project-id x";
const L: &str = "log start n --cluster c --storage s3://b/p";
const R: &str = "restore create n --cluster c --storage s3://b/p";
const C: &str = "schedule create n -n ns --cluster c --schedule '0 */6 * * *' --max-reserved-time 7d --storage s3://b/p --clean-policy Delete";

/// The command, the flags, a part of the warning; an empty part means no warning at all.
type Row = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (S, "", ""),
    (S, "--rate-limit 100", ""),
    (S, "--rate-limit 52428800", "--rate-limit 52428800 limits nothing: the unit is MB/s per TiKV; 52428800 bytes are 50 MB"),
    (S, "--filter '*.*' --filter '!db.t'", ""),
    (S, "--filter '!db.t' --filter '*.*'", "--filter !db.t has no effect: the last rule that matches decides"),
    (S, "--filter @rules.txt", "the rules are read from a file in the Pod"),
    (S, "--s3-option=--ignore-checksum", "--s3-option has no effect: it is for dumps"),
    (S, "--s3-storage-class STANDARD_IA", ""),
    (S, "--s3-storage-class COLDLINE", "--s3-storage-class \"COLDLINE\" is not a value that the vendor documents"),
    (S, "--s3-storage-class DEEP_ARCHIVE", "the storage must bring such objects back"),
    (S, "--s3-acl public", "--s3-acl \"public\" is not a value"),
    (S, "--s3-sse aes", "--s3-sse \"aes\" is not a value"),
    (S, "--s3-provider ceph --s3-endpoint https://rgw:443", "the operators take only http:// endpoints for the provider ceph"),
    (S, "--s3-provider ceph --s3-endpoint http://rgw:80", ""),
    (G, "--gcs-location us-west2", "--gcs-location has no effect"),
    (G, "--gcs-bucket-acl private", "--gcs-bucket-acl has no effect"),
    (G, "--gcs-storage-class STANDARD_IA", "--gcs-storage-class \"STANDARD_IA\" is not a value"),
    (G, "--gcs-object-acl public", "--gcs-object-acl \"public\" is not a value"),
    (D, "--gcs-location us-west2 --gcs-bucket-acl private", ""),
    (D, "--retry-max 3", "only snapshots by BR are tried again"),
    (S, "--operator v1 --storage-size 1Gi", "--storage-size has no effect: only a dump has a scratch volume"),
    (S, "--operator v1 --storage-class-name fast", "--storage-class-name has no effect"),
    (S, "--operator v1 --gc-life-time 72h", "--gc-life-time has no effect: without --from-host"),
    (S, "--operator v1 --gc-life-time 72h --from-host h --from-secret s", ""),
    (S, "--db d", "--db and --table have no effect without --type db or --type table"),
    (S, "--type db --db d", ""),
    (S, "--retry-max 0", "--retry-max 0 does not prevent retries"),
    (S, "--retry-min-interval 1h --retry-timeout 30m", "--retry-min-interval is longer than --retry-timeout"),
    (S, "--env AWS_SECRET_ACCESS_KEY=hunter2", "--env AWS_SECRET_ACCESS_KEY=… is readable for everybody"),
    (S, "--env TZ=UTC", ""),
    (S, "--tool-image registry:5000/pingcap/br", "the operator takes the port of the registry for one"),
    (S, "--tool-image registry:5000/pingcap/br:v8.5.2", ""),
    (S, "--commit-ts 1m", ""),
    (S, "--commit-ts 3h", "is 3h ago: TiDB keeps history for 10m unless tidb_gc_life_time says more"),
    (S, "--time-ago 3h", "is 3h ago: TiDB keeps history for 10m"),
    (S, "--last-backup-ts 26h", "is 26h ago: TiDB keeps history for 10m"),
    (L, "", ""),
    (L, "--commit-ts 3h", "is 3h ago: TiDB keeps history for 10m"),
    (L, "--time-ago 1m", "--time-ago is for snapshots"),
    (L, "--br-option=--gc-ttl=3600", "--gc-ttl=3600 goes to every command of the log backup"),
    (R, "--full-storage s3://b/f --to 1h --type db --db d", "--type has no effect with --to"),
    ("restore create n --archive s3://b/x --to-host h --to-secret s --storage-size 1Gi", "", "does not end in .tgz"),
    ("restore create n --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi", "", ""),
    (R, "--prune afterFailed --backoff-limit 1 --allow prune-with-retries", "after the first failure the prune Job aborts the restore"),
    (C, "", ""),
    (C, "--commit-ts 3h", "every run backs up the same moment"),
    (C, "--last-backup-ts 3h", "every run starts from the same base"),
    (C, "--log-storage s3://b/l --compact-interval 2h", ""),
    (C, "--log-storage s3://b/l --compact-interval 8d", "--compact-interval 192h is longer than --max-reserved-time 168h"),
    (C, "--log-storage s3://b/l --compact-interval 12h", "--compact-interval 12h is longer than the time between two snapshots"),
    (C, "--log-storage s3://b/l --paused", "the log backup is not started while the schedule is paused"),
    ("compact create n -n ns --cluster c --storage s3://b/l --start-ts 2h --end-ts 1h --max-retry-times 0", "", "--max-retry-times 0 does not prevent retries"),
];

#[test]
fn values_without_effect_are_said() {
    let mut wrong = Vec::new();
    for (base, flags, part) in ROWS {
        let line = format!("{base} {flags} --dry-run=client");
        let outcome = program::run(&line);
        let warnings: Vec<&str> = outcome
            .stderr
            .lines()
            .filter(|line| line.starts_with("Warning: "))
            .collect();
        let fits = match part.is_empty() {
            true => warnings.is_empty(),
            false => warnings.len() == 1 && warnings.iter().all(|line| line.contains(part)),
        };
        if outcome.code != 0 || !fits || outcome.stderr.contains("hunter2") {
            wrong.push(format!(
                "{line}\n  expected {part:?}, exit 0\n  exit {}\n  {}",
                outcome.code,
                outcome.stderr.trim().replace('\n', "\n  ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
