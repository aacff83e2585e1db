//! Values of flags: numbers, switches, quantities, tolerations, environment, labels, words, `--set`.

use super::{Row, check};

/// What every line begins with; the rows hold what is added.
const BASE: &str = "backup create n --cluster c --storage s3://b/p ";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("--concurrency -1", "--concurrency \"-1\": not a whole number from 0 to 4294967295", 2),
    ("--concurrency 4294967296", "not a whole number", 2),
    ("--concurrency 1.5", "not a whole number", 2),
    ("--concurrency 1e3", "not a whole number", 2),
    ("--concurrency four", "--concurrency \"four\"", 2),
    ("--concurrency ''", "--concurrency \"\"", 2),
    ("--concurrency +4", "--concurrency \"+4\"", 2),
    ("--rate-limit 10MB", "--rate-limit \"10MB\"", 2),
    ("--retry-max 2147483648", "not a whole number from 0 to 2147483647", 2),
    ("--from-port 65536 --operator v1", "not a whole number from 1 to 65535", 2),
    ("--from-port 0 --operator v1", "not a whole number from 1 to 65535", 2),
    ("--run-as-user -1", "--run-as-user \"-1\"", 2),
    ("--run-as-user root", "--run-as-user \"root\"", 2),
    ("--fs-group 99999999999", "--fs-group", 2),
    ("--checksum=yes", "--checksum \"yes\": neither true nor false", 2),
    ("--checksum=", "--checksum \"\"", 2),
    ("--send-cred-to-tikv=0", "--send-cred-to-tikv \"0\": neither true nor false", 2),
    ("--use-kms=TRUE", "--use-kms \"TRUE\"", 2),
    ("--checksum true", "unexpected argument 'true'", 2),
    ("--type everything", "invalid value 'everything' for '--type", 2),
    ("--type FULL", "invalid value 'FULL' for '--type", 2),
    ("--clean-policy retain", "invalid value 'retain' for '--clean-policy", 2),
    ("--clean-policy Recycle", "possible values: Retain, OnFailure, Delete", 2),
    ("--method brr", "invalid value 'brr' for '--method", 2),
    ("--preflight maybe", "invalid value 'maybe' for '--preflight", 2),
    ("--allow everything", "invalid value 'everything' for '--allow", 2),
    ("--clean-option pageSize", "not KEY=VALUE", 2),
    ("--clean-option pagesize=1", "--clean-option pagesize: unknown option; known: ", 2),
    ("--clean-option pageSize=many", "--clean-option pageSize=many", 2),
    ("--clean-option disableBatchConcurrency=yes", "neither true nor false", 2),
    ("--clean-option retryCount=-1", "--clean-option retryCount=-1", 2),
    ("--storage-size ten --operator v1", "not a quantity", 2),
    ("--storage-size 10GiB --operator v1", "--storage-size \"10GiB\": not a quantity", 2),
    ("--storage-size 10gb --operator v1", "not a quantity", 2),
    ("--storage-size=-10Gi --operator v1", "not a quantity", 2),
    ("--storage-size 0 --operator v1", "--storage-size \"0\"", 2),
    ("--storage-size '' --operator v1", "not a quantity", 2),
    ("--request cpu", "--request \"cpu\": not KEY=VALUE", 2),
    ("--request cpu=1,", "--request \"\": not KEY=VALUE", 2),
    ("--request cpu=", "--request cpu=\"\": not a quantity", 2),
    ("--request cpu=one", "--request cpu=\"one\": not a quantity", 2),
    ("--request memory=2GB", "not a quantity", 2),
    ("--request cpus=1", "--request cpus", 2),
    ("--limit =1", "not KEY=VALUE", 2),
    ("--limit memory=-1", "not a quantity", 2),
    ("--toleration a", "--toleration \"a\": not KEY[=VALUE]:EFFECT", 2),
    ("--toleration a:Sometimes", "the effect is not one of NoSchedule", 2),
    ("--toleration a=b:noschedule", "the effect is not one of", 2),
    ("--toleration :NoSchedule", "the key is empty", 2),
    ("--toleration =b:NoSchedule", "the key is empty", 2),
    ("--toleration 'a b:NoSchedule'", "--toleration", 2),
    ("--env A", "--env \"A\": not KEY=VALUE", 2),
    ("--env =1", "not KEY=VALUE", 2),
    ("--env 1A=1", "--env 1A", 2),
    ("--env 'A B=1'", "--env A B", 2),
    ("--env-from-secret A=s", "--env-from-secret A=\"s\": not SECRET:KEY", 2),
    ("--env-from-secret A=:k", "not SECRET:KEY", 2),
    ("--env-from-secret A=s:", "not SECRET:KEY", 2),
    ("--env-from-secret s:k", "not KEY=VALUE", 2),
    ("--label a", "--label \"a\": not KEY=VALUE", 2),
    ("--label 'a b=1'", "--label a b", 2),
    ("--label -a=1", "unexpected argument '-a'", 2),
    ("--label 'a=b c'", "--label a=b c", 2),
    ("--label a/b/c=1", "--label a/b/c", 2),
    ("--label /a=1", "--label /a", 2),
    ("--label A_B.example/x=1", "--label A_B.example/x", 2),
    ("--label a=1234567890123456789012345678901234567890123456789012345678901234", "--label a", 2),
    ("--annotation x", "--annotation \"x\": not KEY=VALUE", 2),
    ("--annotation 'x y=1'", "--annotation x y", 2),
    ("--image-pull-secret ''", "--image-pull-secret \"\": it is empty", 2),
    ("--image-pull-secret A_B", "--image-pull-secret \"A_B\"", 2),
    ("--service-account A_B", "--service-account \"A_B\"", 2),
    ("--priority-class A_B", "--priority-class \"A_B\"", 2),
    ("--filter ''", "--filter \"\": it is empty", 2),
    ("--br-option ''", "--br-option \"\": it is empty", 2),
    ("--log-level ''", "--log-level \"\": it is empty", 2),
    ("--iam-role ''", "--iam-role \"\": it is empty", 2),
    ("--set spec.br.concurrency", "expected PATH=YAML", 2),
    ("--set =1", "path \"\": it is empty", 2),
    ("--set spec..br=1", "a key is empty", 2),
    ("--set spec.=1", "it ends in a dot", 2),
    ("--set .spec=1", "a key is empty", 2),
    ("--set 'spec.tolerations[x]=1'", "the position in `[…]` is not a number", 2),
    ("--set 'spec.tolerations[0=1'", "is not closed", 2),
    ("--set 'spec.tolerations[-1].key=a'", "is not a number", 2),
    ("--set 'spec.tolerations[5].key=a'", "the list has only 0 elements", 2),
    ("--set 'metadata.labels[\"a=1'", "is not closed", 2),
    ("--set spec.br.cluster.name=a", "does not lie in a mapping", 2),
    ("--set 'spec.br[0]=a'", "does not lie in a list", 2),
    ("--set 'spec.br={a: b'", "--set spec.br", 2),
    ("--set spec.br.concurency=4", "unknown field spec.br.concurency; did you mean concurrency?", 2),
    ("--set spec.storage=s3", "unknown field spec.storage", 2),
    ("--set spec.commitTs=436569119308644661", "field spec.commitTs: expected a string", 2),
    ("--set spec.br.concurrency=four", "field spec.br.concurrency: expected a whole number", 2),
    ("--set spec.backupMode=hourly", "field spec.backupMode: expected one of", 2),
    ("--set spec.dumpling.options=[a] --operator v2", "field spec.dumpling does not exist in br.pingcap.com/v1alpha1", 2),
    ("--set spec.tolerations[0].kye=a", "unknown field spec.tolerations[0].kye", 2),
    ("--set spec=1", "spec", 2),
    ("--set spec=null", "missing: --storage, --cluster", 2),
    ("--set kind=Pod", "kind", 2),
    ("--set apiVersion=v1", "apiVersion", 2),
    ("--set metadata=null", "name", 2),
    ("--set metadata.name=7", "metadata.name", 2),
    ("--set metadata.labels.a=1", "metadata.labels.a", 2),
    ("--set metadata.lables.a=x", "unknown field metadata.lables; did you mean labels?", 2),
    ("--set spc.br.cluster=x", "unknown field spc; did you mean spec?", 2),
    ("--set status.phase=Complete", "status", 2),
    ("--set spec.br.cluster=null", "missing: --cluster", 2),
];

#[test]
fn values_of_flags() {
    let lines: Vec<String> = ROWS
        .iter()
        .map(|(added, ..)| format!("{BASE}{added}"))
        .collect();
    let rows = lines.iter().zip(ROWS);
    super::check_with(rows.map(|(line, (_, part, code))| (line.as_str(), &b""[..], *part, *code)));
}

#[rustfmt::skip]
const LOG: &[Row] = &[
    ("log start l --cluster c --storage s3://b/p --concurrency -1", "--concurrency \"-1\"", 2),
    ("log start l --cluster c --storage s3://b/p --env A", "not KEY=VALUE", 2),
    ("log start l --cluster c --storage s3://b/p --set spec.br.cluter=x", "unknown field spec.br.cluter; did you mean cluster?", 2),
    ("log start l --cluster c --storage s3://b/p --checksum=maybe", "neither true nor false", 2),
];

#[test]
fn values_of_log_start() {
    check(LOG);
}

/// A TSO is a number to YAML, and a dot divides keys: the hint has the quotes.
#[test]
fn quotes_that_are_missing() {
    let rows = [
        (
            "spec.commitTs=436569119308644661",
            "spec.commitTs=\"436569119308644661\"",
        ),
        (
            "metadata.annotations.iam.amazonaws.com/role=arn",
            "metadata.annotations.\"KEY\"",
        ),
    ];
    for (set, hint) in rows {
        let outcome = crate::program::run(&format!("{BASE}--set {set}"));
        let wanted = format!("{hint}\n");
        let hints: Vec<&str> = outcome
            .stderr
            .split_inclusive('\n')
            .filter(|line| line.starts_with("hint: ") && line.ends_with(&wanted))
            .collect();
        assert_eq!((outcome.code, hints.len()), (2, 1), "{}", outcome.stderr);
    }
}
