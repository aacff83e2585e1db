//! Storage URLs and the flags of providers.

use super::{Row, check};

#[rustfmt::skip]
const URLS: &[Row] = &[
    ("backup create --cluster c --storage bucket/prefix", "--storage: not a URL", 2),
    ("backup create --cluster c --storage ''", "--storage: not a URL", 2),
    ("backup create --cluster c --storage /mnt/backup", "--storage: not a URL", 2),
    ("backup create --cluster c --storage s3:/b/p", "--storage: not a URL", 2),
    ("backup create --cluster c --storage S3://b/p", "unknown scheme \"S3\"", 2),
    ("backup create --cluster c --storage https://b.s3.amazonaws.com/p", "unknown scheme \"https\"", 2),
    ("backup create --cluster c --storage hdfs://h/p", "unknown scheme \"hdfs\"", 2),
    ("backup create --cluster c --storage file:///p", "unknown scheme \"file\"", 2),
    ("backup create --cluster c --storage s3://", "no bucket", 2),
    ("backup create --cluster c --storage s3:///p", "no bucket", 2),
    ("backup create --cluster c --storage 'gcs://?project-id=x'", "no bucket", 2),
    ("backup create --cluster c --storage azblob://", "no container", 2),
    ("backup create --cluster c --storage local://m/p --local-pvc c", "three slashes", 2),
    ("backup create --cluster c --storage local:/// --local-pvc c", "three slashes", 2),
    ("backup create --cluster c --storage 's3://b/p?regoin=x'", "unknown parameter \"regoin\" in a s3 URL; known: region", 2),
    ("backup create --cluster c --storage 's3://b/p?project-id=x'", "unknown parameter \"project-id\"", 2),
    ("backup create --cluster c --storage 'gcs://b/p?region=x'", "unknown parameter \"region\"", 2),
    ("backup create --cluster c --storage 'azblob://b/p?endpoint=x'", "unknown parameter \"endpoint\"", 2),
    ("backup create --cluster c --storage 'local:///m/p?region=x' --local-pvc c", "known: none", 2),
    ("backup create --cluster c --storage 's3://b/p?region'", "region= has no value", 2),
    ("backup create --cluster c --storage 's3://b/p?region=a&region=b'", "region is given twice", 2),
    ("backup create --cluster c --storage 's3://b/p?force-path-style=yes'", "neither true nor false", 2),
    ("backup create --cluster c --storage 's3://b/p#x'", "'#' must be written as %23", 2),
    ("backup create --cluster c --storage s3://b/%FF", "not UTF-8", 2),
    ("backup create --cluster c --storage s3://b/a%0Ab", "control character", 2),
    ("backup create --cluster c --storage 's3://b c/p'", "bucket \"b c\"", 2),
    ("backup create --cluster c --storage 's3://b/{clutser}'", "unknown placeholder {clutser}; known are {name} and {cluster}", 2),
    ("backup create --cluster c --storage 's3://b/{name'", "is not closed", 2),
    ("log start l --cluster c --storage ftp://b/p", "unknown scheme \"ftp\"", 2),
];

/// The secret is `hunter2` in every one; the check looks for it in all that is printed.
#[rustfmt::skip]
const CREDENTIALS: &[Row] = &[
    ("backup create --cluster c --storage 's3://b/p?access-key=hunter2'", "credentials do not belong into a URL (access-key)", 2),
    ("backup create --cluster c --storage 's3://b/p?secret-access-key=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?secret_access_key=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?s3.secret-access-key=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?ACCESS-KEY=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?session-token=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?sse-customer-key=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?password=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?X-Amz-Signature=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?region=r&secret%2Daccess%2Dkey=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?accesskey=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 's3://b/p?foo=hunter2'", "unknown parameter \"foo\"", 2),
    ("backup create --cluster c --storage 's3://b/p?force-path-style=hunter2'", "neither true nor false", 2),
    ("backup create --cluster c --storage s3://AKIA:hunter2@b/p", "credentials do not belong into a URL (user information)", 2),
    ("backup create --cluster c --storage s3://hunter2@b/p", "user information", 2),
    ("backup create --cluster c --storage s3://AKIA:hunter%402@b/p", "user information", 2),
    ("backup create --cluster c --storage s3://AKIA:hunter2/x@b/p", "user information", 2),
    ("backup create --cluster c --storage s3://AKIA%3Ahunter2%40b/p", "user information", 2),
    ("backup create --cluster c --storage s4://AKIA:hunter2@b/p", "unknown scheme \"s4\"", 2),
    ("backup create --cluster c --storage AKIA:hunter2@b/p", "not a URL", 2),
    ("backup create --cluster c --storage 'gcs://b/p?credentials-file=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 'gcs://b/p?credentials=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 'azblob://b/p?sas-token=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 'azblob://b/p?account-key=hunter2'", "credentials do not belong into a URL", 2),
    ("backup create --cluster c --storage 'azblob://b/p?sv=2020&sig=hunter2'", "", 2),
    ("backup create --cluster c --storage 'azblob://b/p?encryption-key=hunter2'", "credentials do not belong into a URL", 2),
    ("log start l --cluster c --storage 's3://b/p?access-key=hunter2'", "credentials do not belong into a URL", 2),
];

#[rustfmt::skip]
const FLAGS: &[Row] = &[
    ("backup create --cluster c --storage gcs://b/p --gcs-project-id x --s3-region r", "--s3-region does not fit gcs storage", 2),
    ("backup create --cluster c --storage azblob://b/p --storage-secret s --s3-acl private", "--s3-acl does not fit azblob storage", 2),
    ("backup create --cluster c --storage s3://b/p --gcs-location l", "--gcs-location does not fit s3 storage", 2),
    ("backup create --cluster c --storage s3://b/p --azblob-access-tier Hot", "--azblob-access-tier does not fit s3 storage", 2),
    ("backup create --cluster c --storage s3://b/p --local-pvc c", "--local-pvc does not fit s3 storage", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --s3-region r", "--s3-region does not fit local storage", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --storage-secret s", "--storage-secret does not fit local storage", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --local-nfs h:/p", "--local-pvc and --local-nfs exclude each other", 2),
    ("backup create --cluster c --storage local:///m/p", "missing: --local-pvc or --local-nfs", 2),
    ("backup create --cluster c --storage local:///m/p --local-nfs h", "--local-nfs \"h\": not SERVER:/PATH", 2),
    ("backup create --cluster c --storage local:///m/p --local-nfs h:p", "not SERVER:/PATH", 2),
    ("backup create --cluster c --storage local:///m/p --local-nfs :/p", "not SERVER:/PATH", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --local-mount-path m", "not an absolute path", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --local-mount-path /", "not an absolute path", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --local-mount-path /x", "does not lie below it", 2),
    ("backup create --cluster c --storage local:///mnt/p --local-pvc c --local-mount-path /m", "does not lie below it", 2),
    ("backup create --cluster c --storage local:///m/p --local-pvc c --local-volume-name A_b", "--local-volume-name \"A_b\"", 2),
    ("backup create --cluster c --storage gcs://b/p", "missing: --gcs-project-id", 2),
    ("backup create --cluster c --storage azblob://b/p", "azblob storage without --storage-secret", 5),
    ("log start l --cluster c --storage azblob://b/p --dry-run=client", "azblob storage without --storage-secret", 5),
    ("backup create --cluster c --storage azblob://b/p --storage-secret s --set spec.azblob.secretName=null", "azblob storage without --storage-secret", 5),
    ("backup create --cluster c --storage azblob://b/p --storage-secret ''", "--storage-secret \"\": it is empty", 2),
    ("backup create --cluster c --storage s3://b/p --storage-secret 'A B'", "--storage-secret \"A B\"", 2),
    ("backup create --cluster c --storage s3://b/p --s3-force-path-style=maybe", "neither true nor false", 2),
    ("backup create --operator v2 --cluster c --storage s3://b/p --s3-force-path-style", "--s3-force-path-style needs TiDB Operator v1", 8),
    ("backup create --operator v2 --cluster c --storage 's3://b/p?force-path-style=true'", "force-path-style needs TiDB Operator v1", 8),
];

#[test]
fn urls() {
    check(URLS);
}

#[test]
fn credentials_in_a_url() {
    check(CREDENTIALS);
}

#[test]
fn flags_of_providers() {
    check(FLAGS);
}
