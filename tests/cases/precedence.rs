//! How `--set`, flags, the storage URL, FILE and defaults meet, as changes to FILE.

use crate::document::{changes, expected, yaml};
use crate::program;

/// A manifest with something for each rule.
const FILE: &str = "
apiVersion: br.pingcap.com/v1alpha1
kind: Backup
metadata:
  name: of-file
  labels: {a: file, b: file}
  annotations: {x: file}
spec:
  backupType: db
  cleanPolicy: Delete
  backoffRetryPolicy: {maxRetryTimes: 5}
  br: {cluster: c, concurrency: 1, options: [--file]}
  s3: {provider: ceph, endpoint: 'http://file', bucket: file, prefix: file, secretName: file, options: [--file]}
  tableFilter: ['file.*']
  env: [{name: A, value: file}, {name: B, value: file}]
  imagePullSecrets: [{name: file}]
  resources: {requests: {cpu: '1', memory: 1Gi}}
  tolerations: [{key: file, operator: Exists}]
";

/// What a server adds, and a v1 dump.
const LIVE: &str = "
apiVersion: pingcap.com/v1alpha1
kind: Backup
metadata:
  name: of-file
  namespace: ns
  uid: u
  resourceVersion: '7'
  generation: 3
  creationTimestamp: '2026-01-01T00:00:00Z'
  finalizers: [tidb.pingcap.com/backup-protection]
  ownerReferences: [{apiVersion: v1, kind: X, name: x, uid: u}]
  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}', keep: me}
spec:
  from: {host: h, secretName: s}
  storageSize: 1Gi
  dumpling: {options: [--file], tableFilter: ['file.*']}
  local: {prefix: p, volume: {name: v, nfs: {server: h, path: /p}}, volumeMount: {name: v, mountPath: /m}}
status: {phase: Complete}
";

/// A volume with a name of its own, mounted below a folder.
const NFS: &str = "
apiVersion: br.pingcap.com/v1alpha1
kind: Backup
metadata:
  name: of-file
spec:
  backupType: full
  backoffRetryPolicy: {}
  br: {cluster: c}
  local: {prefix: p, volume: {name: nfs, nfs: {server: h, path: /p}}, volumeMount: {name: nfs, mountPath: /nfs, readOnly: true}}
";

type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("FILE wins over defaults", FILE, "backup create", &[]),
    ("NAME and -n are written", FILE, "backup create n -n ns", &[("/metadata/name", "n"), ("/metadata/namespace", "ns")]),
    ("a flag wins over FILE", FILE, "backup create --type full --concurrency 2 --clean-policy Retain --s3-endpoint http://flag --cluster d", &[
        ("/spec/backupType", "full"), ("/spec/br/concurrency", "2"), ("/spec/cleanPolicy", "Retain"),
        ("/spec/s3/endpoint", "http://flag"), ("/spec/br/cluster", "d")]),
    ("false is not the absence of a flag", FILE, "backup create --checksum=false", &[("/spec/br/checksum", "false")]),
    ("a URL wins over FILE, field by field", FILE, "backup create --storage 's3://url?region=url'", &[
        ("/spec/s3/bucket", "url"), ("/spec/s3/region", "url"), ("/spec/s3/prefix", "-")]),
    ("a flag wins over the URL", FILE, "backup create --storage 's3://url/p?endpoint=http://url&provider=url' --s3-endpoint http://flag --s3-provider flag", &[
        ("/spec/s3/bucket", "url"), ("/spec/s3/prefix", "p"), ("/spec/s3/endpoint", "http://flag"), ("/spec/s3/provider", "flag")]),
    ("a URL of another provider removes FILE's", FILE, "backup create --storage 'gcs://url/p?project-id=x'", &[
        ("/spec/s3/bucket", "-"), ("/spec/s3/prefix", "-"), ("/spec/s3/endpoint", "-"), ("/spec/s3/provider", "-"),
        ("/spec/s3/secretName", "-"), ("/spec/s3/options", "-"),
        ("/spec/gcs/bucket", "url"), ("/spec/gcs/prefix", "p"), ("/spec/gcs/projectId", "x")]),
    ("the secret follows the provider", FILE, "backup create --storage azblob://url --storage-secret flag", &[
        ("/spec/s3/bucket", "-"), ("/spec/s3/prefix", "-"), ("/spec/s3/endpoint", "-"), ("/spec/s3/provider", "-"),
        ("/spec/s3/secretName", "-"), ("/spec/s3/options", "-"),
        ("/spec/azblob/container", "url"), ("/spec/azblob/secretName", "flag")]),
    ("lists replace", FILE, "backup create --filter flag.a --filter flag.b --br-option=--flag --s3-option=--flag --image-pull-secret flag --toleration flag:NoExecute", &[
        ("/spec/tableFilter", "[flag.a, flag.b]"), ("/spec/br/options", "[--flag]"), ("/spec/s3/options", "[--flag]"),
        ("/spec/imagePullSecrets", "[{name: flag}]"), ("/spec/tolerations", "[{key: flag, operator: Exists, effect: NoExecute}]")]),
    ("two flags of one list do not replace each other", FILE, "backup create --br-option=--flag --last-backup-ts 436569119308644661", &[
        ("/spec/br/options", "[--lastbackupts=436569119308644661, --flag]")]),
    ("env merges by name, and keeps its order", FILE, "backup create --env B=flag --env C=flag --env-from-secret A=s:k", &[
        ("/spec/env", "[{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}, {name: B, value: flag}, {name: C, value: flag}]")]),
    ("labels and annotations merge by key", FILE, "backup create --label b=flag --label c=flag --annotation y=flag --iam-role r", &[
        ("/metadata/labels/b", "flag"), ("/metadata/labels/c", "flag"), ("/metadata/annotations/y", "flag"),
        ("/metadata/annotations/iam.amazonaws.com~1role", "r")]),
    ("requests merge by resource", FILE, "backup create --request cpu=2", &[("/spec/resources/requests/cpu", "'2'")]),
    ("--set wins over a flag, the URL and NAME", FILE, "backup create n --concurrency 2 --storage s3://url/p --set spec.br.concurrency=3 --set spec.s3.bucket=set --set metadata.name=set", &[
        ("/spec/br/concurrency", "3"), ("/spec/s3/bucket", "set"), ("/spec/s3/prefix", "p"), ("/metadata/name", "set")]),
    ("--set in order, the later wins", FILE, "backup create --set spec.priorityClassName=a --set spec.priorityClassName=b", &[("/spec/priorityClassName", "b")]),
    ("--set of null deletes, also what was a default", FILE, "backup create --set spec.tableFilter=null --set spec.cleanPolicy=null --set spec.backoffRetryPolicy=null", &[
        ("/spec/tableFilter", "-"), ("/spec/cleanPolicy", "-"), ("/spec/backoffRetryPolicy/maxRetryTimes", "-")]),
    ("--set into a list", FILE, "backup create --set spec.tolerations[0].key=set --set spec.env[2].name=C --set spec.env[2].value=set", &[
        ("/spec/tolerations", "[{key: set, operator: Exists}]"),
        ("/spec/env", "[{name: A, value: file}, {name: B, value: file}, {name: C, value: set}]")]),
    ("--set of null into a list removes the element", FILE, "backup create --set spec.env[0]=null", &[("/spec/env", "[{name: B, value: file}]")]),
    ("--set of quoted keys, in both notations", FILE, r#"backup create --set 'metadata.labels["a.b/c"]=x' --set 'metadata.labels."d.e/f"=x'"#, &[
        ("/metadata/labels/a.b~1c", "x"), ("/metadata/labels/d.e~1f", "x")]),
    ("the value of --set is YAML", FILE, r#"backup create --set 'spec.affinity={nodeAffinity: {}}' --set 'spec.commitTs="436569119308644661"' --set spec.useKMS=true --set 'spec.tableFilter=[a=b, "c"]'"#, &[
        ("/spec/affinity/nodeAffinity", "{}"), ("/spec/commitTs", "'436569119308644661'"), ("/spec/useKMS", "true"), ("/spec/tableFilter", "[a=b, c]")]),
    ("a time is written as a TSO, wherever it was said", FILE, "backup create --set spec.commitTs=2022-10-10T13:17:05.683+08:00", &[
        ("/spec/commitTs", "'436569119308644352'")]),
    ("{name} is NAME, {cluster} that of FILE", FILE, "backup create n --storage 's3://file/{cluster}/{name}'", &[
        ("/metadata/name", "n"), ("/spec/s3/prefix", "c/n")]),
    ("volume and mount are one thing: a URL", NFS, "backup create --storage local:///nfs/new", &[("/spec/local/prefix", "new")]),
    ("volume and mount are one thing: a URL elsewhere", NFS, "backup create --storage local:///m/new", &[
        ("/spec/local/prefix", "new"), ("/spec/local/volumeMount/mountPath", "/m")]),
    ("volume and mount are one thing: the name", NFS, "backup create --local-volume-name v", &[
        ("/spec/local/volume/name", "v"), ("/spec/local/volumeMount/name", "v")]),
    ("volume and mount are one thing: the path", NFS, "backup create --local-mount-path /m", &[
        ("/spec/local/volumeMount/mountPath", "/m")]),
    ("volume and mount are one thing: another volume", NFS, "backup create --local-pvc claim", &[
        ("/spec/local/volume/persistentVolumeClaim/claimName", "claim"), ("/spec/local/volume/nfs/server", "-"), ("/spec/local/volume/nfs/path", "-")]),
    ("what the server put there is left out", LIVE, "backup create", &[
        ("/metadata/uid", "-"), ("/metadata/resourceVersion", "-"), ("/metadata/generation", "-"), ("/metadata/creationTimestamp", "-"),
        ("/metadata/finalizers", "-"), ("/metadata/ownerReferences", "-"),
        ("/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration", "-"), ("/status/phase", "-")]),
];

#[test]
fn what_wins_over_what() {
    let mut wrong = Vec::new();
    for (shows, file, line, table) in ROWS {
        let line = format!("{line} -f - --dry-run=client -o yaml");
        let outcome = program::run_with(&line, file.as_bytes());
        if outcome.code != 0 {
            wrong.push(format!("{shows}: {}", outcome.stderr.trim()));
            continue;
        }
        let found = changes(&yaml(file), &yaml(&outcome.stdout));
        if found != expected(table) {
            wrong.push(format!(
                "{shows}\n  expected {:?}\n  found    {found:?}",
                expected(table)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
