//! Values that the API server accepts and that could only fail late, or would do nothing: refused before anything is written.

use super::{Row, check};

#[rustfmt::skip]
const NEVER_WORKS: &[Row] = &[
    ("backup create --cluster c --storage s3://b/p --filter db1", "--filter \"db1\" matches nothing: it names no table: all tables of a database are 'db1.*'", 2),
    ("backup create --cluster c --storage s3://b/p --filter '!db.t'", "matches nothing: it only leaves tables out, and no rule takes any in", 2),
    ("backup create --cluster c --storage s3://b/p --filter '*.*' --filter '!db1'", "--filter \"!db1\" matches nothing", 2),
    ("backup create --cluster c --storage s3://b/p --filter '/abc.t'", "a / is not closed", 2),
    ("schedule create n --cluster c --schedule @daily --max-reserved-time 7d --storage s3://b/p --filter db1", "--filter \"db1\" matches nothing", 2),
    ("restore create r --cluster c --storage s3://b/p --filter db1", "--filter \"db1\" matches nothing", 2),
    ("restore create r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi --filter db1", "--filter \"db1\" matches nothing", 2),
    ("backup create --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --filter db1", "--filter \"db1\" matches nothing", 2),
    ("backup create --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage azblob://b --storage-secret s", "Dumpling writes to S3 and GCS only, and not azblob storage", 2),
    ("backup create --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage local:///m/p --local-pvc c", "Dumpling writes to S3 and GCS only, and not local storage", 2),
    ("schedule create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --schedule @daily --max-backups 3 --storage azblob://b --storage-secret s", "and not azblob storage", 2),
    ("backup create --cluster c --storage s3://b/p --commit-ts 2090-01-01T00:00:00Z", "--commit-ts 2090-01-01T00:00:00Z (992716259328000000) lies in the future", 2),
    ("log start l --cluster c --storage s3://b/p --commit-ts 2090-01-01T00:00:00Z", "lies in the future", 2),
    ("backup create --cluster c --storage s3://b/p --last-backup-ts 2090-01-01T00:00:00Z", "--last-backup-ts 2090-01-01T00:00:00Z (992716259328000000) lies in the future", 2),
    ("backup create --cluster c --storage s3://b/p --commit-ts 1h --time-ago 1h", "--commit-ts and --time-ago exclude each other", 2),
    ("restore create r --cluster c --storage s3://b/p --full-storage s3://b/f --to 2090-01-01T00:00:00Z", "--to 2090-01-01T00:00:00Z (992716259328000000) lies in the future", 10),
    ("restore create r --cluster c --storage s3://b/p --log-start-ts 1h --to 2h", "lies after --to", 2),
    ("backup create --cluster c --storage s3://b/p --log-level loud", "--log-level \"loud\": not one of debug, info", 2),
    ("backup create --cluster c --storage s3://b/p --status-addr 8080", "--status-addr \"8080\": not HOST:PORT", 2),
    ("backup create --cluster c --storage s3://b/p --br-option concurrency=4", "--br-option \"concurrency=4\": an option begins with '-'", 2),
    ("backup create --cluster c --storage s3://b/p --br-option=--s3.secret-access-key=hunter2", "credentials do not belong into an option", 2),
    ("backup create --cluster c --storage s3://b/p --request cpu=2,memory=1Gi --limit cpu=1500m,memory=1Gi", "--request cpu=2 is above --limit cpu=1500m", 2),
    ("backup create --cluster c --storage s3://b/p --s3-endpoint http://me:hunter2@minio:9000", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?endpoint=http://me:hunter2@minio:9000'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage s3://b/p --set spec.s3.endpoint=http://me:hunter2@minio:9000", "credentials do not belong into a URL", 2),
    ("restore create r --cluster c --storage s3://b/p --full-storage 's3://b/f?endpoint=http://me:hunter2@minio:9000' --to now", "credentials do not belong into a URL", 2),
];

/// Rules with a name of their own, and names of Jobs.
#[rustfmt::skip]
const REFUSED: &[Row] = &[
    ("restore create r --cluster c --storage s3://b/p --prune afterFailed --backoff-limit 1", "(rule prune-with-retries)", 5),
    ("restore create rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr --cluster c --storage s3://b/p --prune afterFailed", "the Job restore-NAME-prune of --prune allows 49", 5),
];

#[test]
fn values_that_cannot_work() {
    check(NEVER_WORKS);
}

#[test]
fn rules_of_a_restore_that_prunes() {
    check(REFUSED);
}
