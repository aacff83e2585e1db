//! `-f FILE`: what it may hold, and what the verbs do with it.

use super::check_with;

const V2: &str = "apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\n";
const LOG: &str = "apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: l}\nspec: {backupMode: log, logSubcommand: log-start, br: {cluster: c}, s3: {provider: aws, bucket: b}}\n";
const SNAPSHOT: &str = "apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: s, namespace: a}\nspec: {br: {cluster: c}, s3: {provider: aws, bucket: b}}\n";

/// FILE, what is told, the exit code; read by `backup create` and by `log pause`.
#[rustfmt::skip]
const BOTH: &[(&str, &str, i32)] = &[
    ("", "stdin: it holds no manifest", 2),
    ("\n\n# only a comment\n", "it holds no manifest", 2),
    ("---\n---\n", "it holds no manifest", 2),
    ("null", "it holds no manifest", 2),
    ("\0\u{1}\u{2}ELF\0", "not a text file", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\n\tkind: Backup\n", "stdin:", 2),
    ("{{ .Values.x }}", "stdin:", 2),
    ("a: [1, 2", "stdin:", 2),
    ("just text", "expected a Backup", 2),
    ("[1, 2]", "expected a Backup", 2),
    ("42", "expected a Backup", 2),
    ("kind: Backup\nspec: {}\n", "apiVersion \"\" is neither", 2),
    ("apiVersion: v1\nkind: Backup\nspec: {}\n", "apiVersion \"v1\" is neither br.pingcap.com/v1alpha1 nor pingcap.com/v1alpha1", 2),
    ("apiVersion: br.pingcap.com/v1\nkind: Backup\nspec: {}\n", "apiVersion \"br.pingcap.com/v1\"", 2),
    ("apiVersion: velero.io/v1\nkind: Backup\nspec: {}\n", "apiVersion \"velero.io/v1\"", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nspec: {}\n", "expected a Backup, found kind \"\"", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Restore\nspec: {}\n", "expected a Backup, found kind \"Restore\"", 2),
    ("apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData: {password: hunter2}\n", "found kind \"Secret\"", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: BackupList\nitems: []\n", "found kind \"BackupList\"", 2),
    ("apiVersion: v1\nkind: List\nitems: []\n", "found kind \"List\"", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: backup\nspec: {}\n", "found kind \"backup\"", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\n", "it has no spec", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nspec: []\n", "it has no spec", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nspec: null\n", "it has no spec", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: x\nspec: {br: {cluster: c}}\n", "metadata", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: 5}\nspec: {br: {cluster: c}}\n", "metadata.name", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: x, labels: {a: 1}}\nspec: {br: {cluster: c}}\n", "metadata.labels.a", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {nmae: x}\nspec: {br: {cluster: c}}\n", "unknown field metadata.nmae; did you mean name?", 2),
    ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: x}\nspce: {}\nspec: {br: {cluster: c}}\n", "unknown field spce; did you mean spec?", 2),
];

/// Specs of which something is wrong, behind a header of v2.
#[rustfmt::skip]
const SPECS: &[(&str, &str)] = &[
    ("spec: {br: {cluster: c}, br: {cluster: d}}", "occurs twice"),
    ("spec: {br: {cluster: c, cluster: d}}", "occurs twice"),
    ("spec: {br: {cluster: c}, s3: {bukcet: b}}", "unknown field spec.s3.bukcet; did you mean bucket?"),
    ("spec: {br: {clutser: c}}", "unknown field spec.br.clutser; did you mean cluster?"),
    ("spec: {S3: {bucket: b}}", "unknown field spec.S3; did you mean s3?"),
    ("spec: {zzz: 1}", "unknown field spec.zzz"),
    ("spec: {br: c}", "field spec.br: expected a mapping"),
    ("spec: {br: [c]}", "field spec.br: expected a mapping"),
    ("spec: {br: {cluster: 5}}", "field spec.br.cluster: expected a string"),
    ("spec: {br: {cluster: c, concurrency: '4'}}", "field spec.br.concurrency: expected a whole number"),
    ("spec: {br: {cluster: c, concurrency: 1.5}}", "field spec.br.concurrency: expected a whole number"),
    ("spec: {br: {cluster: c, checksum: 'yes'}}", "field spec.br.checksum: expected true or false"),
    ("spec: {br: {cluster: c, options: '--a'}}", "field spec.br.options: expected a list"),
    ("spec: {br: {cluster: c, options: [1]}}", "field spec.br.options[0]: expected a string"),
    ("spec: {cleanPolicy: Keep}", "field spec.cleanPolicy: expected one of"),
    ("spec: {commitTs: 436569119308644661}", "field spec.commitTs: expected a string"),
    ("spec: {tolerations: [{kye: a}]}", "unknown field spec.tolerations[0].kye"),
    ("spec: {env: [{name: A, valeu: b}]}", "unknown field spec.env[0].valeu"),
    ("spec: {resources: {requests: 1}}", "field spec.resources: expected a map"),
    ("spec: {dumpling: {options: []}}", "field spec.dumpling does not exist in br.pingcap.com/v1alpha1 (v2)"),
    ("spec: {from: {host: h}}", "field spec.from does not exist in br.pingcap.com/v1alpha1 (v2)"),
    ("spec: {tikvGCLifeTime: 72h}", "field spec.tikvGCLifeTime does not exist"),
    ("spec: {s3: {bucket: b, forcePathStyle: true}}", "field spec.s3.forcePathStyle does not exist"),
];

#[test]
fn files_that_no_command_takes() {
    for line in [
        "backup create n -f - --dry-run=client",
        "backup create n -f -",
        "log pause -f - --dry-run=client",
    ] {
        check_with(
            BOTH.iter()
                .map(|(file, part, code)| (line, file.as_bytes(), *part, *code)),
        );
    }
}

#[test]
fn specs_that_no_operator_takes() {
    let files: Vec<String> = SPECS
        .iter()
        .map(|(spec, _)| format!("{V2}metadata: {{name: x}}\n{spec}\n"))
        .collect();
    for line in [
        "backup create n -f - --dry-run=client",
        "log stop -f - --dry-run=client",
    ] {
        let rows = files.iter().zip(SPECS);
        check_with(rows.map(|(file, (_, part))| (line, file.as_bytes(), *part, 2)));
    }
}

#[test]
fn sizes_documents_and_bytes() {
    let long = format!("{SNAPSHOT}# {}", "x".repeat(10 << 20));
    let deep = format!("a: {}", "[".repeat(100_000));
    let two = format!("{SNAPSHOT}---\n{SNAPSHOT}");
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g]\ni: [*h,*h,*h,*h,*h,*h,*h,*h,*h]\n";
    let files: [(&[u8], &str); 6] = [
        (long.as_bytes(), "10 MB is too large for a manifest"),
        (two.as_bytes(), "it holds 2 documents; give one"),
        (&[0x7f, b'E', b'L', b'F', 0, 0xff], "not a text file"),
        (&[0xff, 0xfe, b'a', 0], "not a text file"),
        (deep.as_bytes(), "stdin:"),
        (bomb.as_bytes(), "stdin:"),
    ];
    for line in [
        "backup create n -f - --dry-run=client",
        "backup create n -f -",
        "log pause -f - --dry-run=client",
    ] {
        check_with(files.iter().map(|(file, part)| (line, *file, *part, 2)));
    }
}

/// What the command line and FILE say against each other, and what the verbs do not do with a file.
#[test]
fn files_and_flags() {
    let stopped = LOG.replace("log-start", "log-stop");
    let v1 = LOG.replace("br.pingcap", "pingcap");
    let azblob = SNAPSHOT.replace("s3: {provider: aws, bucket: b}", "azblob: {container: b}");
    let nameless = LOG.replace("{name: l}", "{}");
    let rows: &[(&str, &str, &str, i32)] = &[
        (
            "backup create -f - -n b --dry-run=client",
            SNAPSHOT,
            "-n b does not match the namespace \"a\" of the manifest",
            2,
        ),
        (
            "backup create -f - -n b",
            SNAPSHOT,
            "-n b does not match the namespace \"a\" of the manifest",
            2,
        ),
        (
            "backup create -f - --operator v1",
            SNAPSHOT,
            "--operator v1 does not match the manifest, which is for v2",
            2,
        ),
        (
            "backup create -f - --operator v1 --dry-run=client",
            SNAPSHOT,
            "--operator v1 does not match",
            2,
        ),
        (
            "backup create -f - --method dumpling --dry-run=client",
            SNAPSHOT,
            "dumpling",
            8,
        ),
        (
            "backup create -f - --method dumpling --from-host h --dry-run=client",
            &SNAPSHOT.replace("br.pingcap.com", "pingcap.com"),
            "--method dumpling contradicts FILE",
            2,
        ),
        (
            "backup create -f - --dry-run=client",
            "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: n}, spec: {br: {cluster: c}, local: {volume: {name: a, nfs: {server: h, path: /p}}, volumeMount: {name: b, mountPath: /m}}}}",
            "spec.local: the mount is called \"b\" and the volume \"a\"; no Pod can start from that",
            2,
        ),
        (
            "backup create -f - --from-host h --dry-run=client",
            SNAPSHOT,
            "--from-host needs TiDB Operator v1",
            8,
        ),
        (
            "backup create -f - --gcs-project-id x --dry-run=client",
            SNAPSHOT,
            "--gcs-project-id does not fit s3 storage",
            2,
        ),
        (
            "backup create -f - --dry-run=client",
            &azblob,
            "azblob storage without --storage-secret",
            5,
        ),
        (
            "backup create -f - --dry-run=client",
            LOG,
            "makes a log backup",
            2,
        ),
        ("backup create -f -", LOG, "makes a log backup", 2),
        (
            "log start -f - --dry-run=client",
            &SNAPSHOT.replace("spec: {", "spec: {backupMode: snapshot, "),
            "spec.backupMode \"snapshot\" makes no log backup",
            2,
        ),
        (
            "backup create -f /does/not/exist",
            "",
            "cannot read /does/not/exist",
            2,
        ),
        ("backup create -f /", "", "cannot read /", 2),
        ("backup create -f ''", "", "cannot read", 2),
        (
            "log pause -f /does/not/exist --dry-run=client",
            "",
            "cannot read /does/not/exist",
            2,
        ),
        ("log pause -f -", LOG, "add --dry-run=client", 2),
        ("log resume -f -", LOG, "add --dry-run=client", 2),
        ("log stop -f - --yes", LOG, "add --dry-run=client", 2),
        (
            "log stop -f - --dry-run=server",
            LOG,
            "add --dry-run=client",
            2,
        ),
        (
            "log truncate -f - --keep 7d",
            LOG,
            "add --dry-run=client",
            2,
        ),
        (
            "log truncate -f - --to-oldest-snapshot --dry-run=client",
            LOG,
            "say --until with a time or --keep",
            2,
        ),
        (
            "log truncate -f - --until backup/x --dry-run=client",
            LOG,
            "say --until with a time or --keep",
            2,
        ),
        (
            "log truncate -f - --dry-run=client",
            LOG,
            "--until TIME or --keep DURATION or --to-oldest-snapshot",
            2,
        ),
        (
            "log truncate -f - --until 2090-11-18T14:07:45Z --dry-run=client",
            LOG,
            "future",
            5,
        ),
        (
            "log pause -f - --dry-run=client",
            SNAPSHOT,
            "is not a log backup",
            2,
        ),
        (
            "log pause other -f - --dry-run=client",
            LOG,
            "is about one log backup, \"l\", not \"other\"",
            2,
        ),
        (
            "log pause -f - -n b --dry-run=client",
            &LOG.replace("name: l", "name: l, namespace: a"),
            "-n b does not match",
            2,
        ),
        ("log pause l m -f - --dry-run=client", LOG, "one", 2),
        (
            "log pause -l a=b -f - --dry-run=client",
            LOG,
            "cannot be used with",
            2,
        ),
        (
            "log pause -f - --operator v1 --dry-run=client",
            LOG,
            "--operator",
            2,
        ),
        (
            "log pause -f - --operator v2 --dry-run=client",
            &v1,
            "--operator",
            2,
        ),
        (
            "log pause -f - --dry-run=client",
            &nameless,
            "metadata.name is missing",
            2,
        ),
        (
            "log pause -f - --dry-run=client",
            &stopped,
            "it is Stopped",
            5,
        ),
        (
            "log resume -f - --dry-run=client",
            &stopped,
            "it is Stopped",
            5,
        ),
        (
            "log pause -f - --dry-run=client --retry-failed",
            LOG,
            "--retry-failed",
            2,
        ),
    ];
    check_with(
        rows.iter()
            .map(|(line, file, part, code)| (*line, file.as_bytes(), *part, *code)),
    );
}
