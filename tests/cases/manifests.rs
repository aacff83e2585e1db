//! Whole manifests: every provider, method and operator.

use crate::document::{differences, yaml};
use crate::program::{self, Printed};

/// What it shows, the command line, and the manifest.
type Case = (&'static str, &'static str, &'static str);

#[test]
fn providers_methods_and_operators() {
    let mut wrong = Vec::new();
    for (shows, line, manifest) in CASES {
        let line = format!("{line} --dry-run=client -o yaml");
        let outcome = program::run(&line);
        if outcome.code != 0 {
            wrong.push(format!("{shows}: {}", outcome.stderr.trim()));
            continue;
        }
        let found = differences(&yaml(manifest), &yaml(&outcome.stdout));
        wrong.extend(found.iter().map(|line| format!("{shows}: {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The manifest of each row.
pub fn manifests() -> Vec<Printed> {
    let lines = CASES.iter().map(|(_, line, _)| line);
    lines.map(|line| program::print(line)).collect()
}

#[rustfmt::skip]
const CASES: &[Case] = &[
    (
        "S3 with a Secret, v2: defaults filled in",
        "backup create n --cluster c --storage 's3://b/p?region=r' --storage-secret s",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                s3: {provider: aws, bucket: b, prefix: p, region: r, secretName: s}}}",
    ),
    (
        "S3 with an IAM role on the Pod, v1: no retry policy is written",
        "backup create n -n ns --operator v1 --cluster c --storage s3://b --iam-role arn:aws:iam::1:role/r",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup,
              metadata: {name: n, namespace: ns, annotations: {iam.amazonaws.com/role: 'arn:aws:iam::1:role/r'}},
              spec: {backupType: full, br: {cluster: c}, s3: {provider: aws, bucket: b}}}",
    ),
    (
        "S3 with an IAM role on the ServiceAccount",
        "backup create n --cluster c --storage s3://b/p --service-account a --send-cred-to-tikv=false",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, serviceAccount: a, br: {cluster: c, sendCredToTikv: false},
                s3: {provider: aws, bucket: b, prefix: p}}}",
    ),
    (
        "Ceph: the provider of the URL is no default",
        "backup create n --cluster c --storage 's3://b/p?provider=ceph&endpoint=http://rgw:9000' --storage-secret s",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                s3: {provider: ceph, endpoint: 'http://rgw:9000', bucket: b, prefix: p, secretName: s}}}",
    ),
    (
        "GCS",
        "backup create n --cluster c --storage 'gcs://b/p?project-id=x' --storage-secret s",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                gcs: {projectId: x, bucket: b, prefix: p, secretName: s}}}",
    ),
    (
        "Azure with a key",
        "backup create n --cluster c --storage 'azblob://b/p?access-tier=Hot' --storage-secret key",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                azblob: {container: b, prefix: p, accessTier: Hot, secretName: key}}}",
    ),
    (
        "Azure with AAD, v1",
        "backup create n --operator v1 --cluster c --storage azure://b/p --storage-secret aad --azblob-storage-account a --send-cred-to-tikv=false",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, br: {cluster: c, sendCredToTikv: false},
                azblob: {container: b, prefix: p, storageAccount: a, secretName: aad}}}",
    ),
    (
        "a claim mounted at the first folder of the path",
        "backup create n --cluster c --storage local:///mnt/a/b --local-pvc claim",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                local: {prefix: a/b, volumeMount: {name: backup, mountPath: /mnt},
                        volume: {name: backup, persistentVolumeClaim: {claimName: claim}}}}}",
    ),
    (
        "NFS below a mount path of several folders, v1",
        "backup create n --operator v1 --cluster c --storage local:///mnt/nfs/a --local-nfs host:/srv --local-mount-path /mnt/nfs --local-volume-name data --local-read-only",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, br: {cluster: c},
                local: {prefix: a, volumeMount: {name: data, mountPath: /mnt/nfs, readOnly: true},
                        volume: {name: data, nfs: {server: host, path: /srv}}}}}",
    ),
    (
        "a dump is of v1, has no br and no backupType",
        "backup create n --method dumpling --from-host h --from-secret s --storage-size 10Gi --storage gcs://b --gcs-project-id x",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                from: {host: h, secretName: s}, storageSize: 10Gi, gcs: {projectId: x, bucket: b}}}",
    ),
    (
        "volume snapshots are of v1 and have no backupType",
        "backup create n --method volume-snapshot --cluster c --storage s3://b/p",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupMode: volume-snapshot, br: {cluster: c}, s3: {provider: aws, bucket: b, prefix: p}}}",
    ),
    (
        "volume snapshots say their type as the documentation does",
        "backup create n --method volume-snapshot --type full --cluster c --storage s3://b/p",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupMode: volume-snapshot, backupType: full, br: {cluster: c}, s3: {provider: aws, bucket: b, prefix: p}}}",
    ),
    (
        "a dump says its type as the documentation does",
        "backup create n --method dumpling --type full --from-host h --from-secret s --storage-size 10Gi --storage s3://b/p",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, from: {host: h, secretName: s}, storageSize: 10Gi, s3: {provider: aws, bucket: b, prefix: p}}}",
    ),
    (
        "an old TiDB whose GC is held back through SQL is of v1",
        "backup create n --cluster c --from-host h --from-secret s --gc-life-time 72h --storage s3://b",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, br: {cluster: c}, from: {host: h, secretName: s}, tikvGCLifeTime: 72h,
                s3: {provider: aws, bucket: b}}}",
    ),
    (
        "a clean option of v1 alone makes the Backup v1's",
        "backup create n --cluster c --storage s3://b --clean-option snapshotsDeleteRatio=0.5",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, br: {cluster: c}, cleanOption: {snapshotsDeleteRatio: 0.5}, s3: {provider: aws, bucket: b}}}",
    ),
    (
        "incremental, beside other options of BR",
        "backup create n --cluster c --storage s3://b --br-option=--x=1 --last-backup-ts 2022-10-10T05:17:05.683Z",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c, options: [--lastbackupts=436569119308644352, --x=1]},
                s3: {provider: aws, bucket: b}}}",
    ),
    (
        "a log backup has no type and no retry policy",
        "log start n --cluster c --storage s3://b/log --storage-secret s --commit-ts 436569119308644661",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupMode: log, logSubcommand: log-start, commitTs: '436569119308644661', br: {cluster: c},
                s3: {provider: aws, bucket: b, prefix: log, secretName: s}}}",
    ),
    (
        "a log backup of v1",
        "log start n --operator v1 --cluster c --cluster-namespace d --storage 'gcs://b/log?project-id=x'",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupMode: log, logSubcommand: log-start, br: {cluster: c, clusterNamespace: d},
                gcs: {projectId: x, bucket: b, prefix: log}}}",
    ),
    (
        "{name} and {cluster} in the path",
        "backup create n --cluster c --storage 's3://b/{cluster}/x-{name}-{name}'",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                s3: {provider: aws, bucket: b, prefix: c/x-n-n}}}",
    ),
    (
        "a dump's {cluster} is its host",
        "backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage 's3://b/{cluster}'",
        "{apiVersion: pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                from: {host: h, secretName: s}, storageSize: 1Gi, s3: {provider: aws, bucket: b, prefix: h}}}",
    ),
    (
        "escapes in the URL are what they stand for",
        "backup create n --cluster c --storage 's3://b/a%20b/%7Bname%7D/%3Fx?endpoint=http%3A%2F%2Fm%3A9000%2F%3Fa%3Db'",
        "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {
                backupType: full, backoffRetryPolicy: {}, br: {cluster: c},
                s3: {provider: aws, bucket: b, prefix: 'a b/n/?x', endpoint: 'http://m:9000/?a=b'}}}",
    ),
];
