//! Commands, flags and formats that do not exist.

use super::{Row, check};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("", "a command is missing", 2),
    ("backup", "a command is missing", 2),
    ("log", "a command is missing", 2),
    ("bakup", "unrecognized subcommand 'bakup'", 2),
    ("backup crate", "unrecognized subcommand 'crate'", 2),
    ("backup cr", "unrecognized subcommand 'cr'", 2),
    ("back list", "unrecognized subcommand 'back'", 2),
    ("log begin", "unrecognized subcommand 'begin'", 2),
    ("log pause-all", "unrecognized subcommand 'pause-all'", 2),
    ("create backup", "unrecognized subcommand 'create'", 2),
    ("help bakup", "unrecognized subcommand 'bakup'", 2),
    ("help log begin", "unrecognized subcommand 'begin'", 2),
    ("log help paus", "unrecognized subcommand 'paus'", 2),
    ("backup create --clustr c", "unexpected argument '--clustr'", 2),
    ("backup create --clust c", "unexpected argument '--clust'", 2),
    ("backup create --stor s3://b", "unexpected argument '--stor'", 2),
    ("backup create -x", "unexpected argument '-x'", 2),
    ("backup create n m --cluster c", "unexpected argument 'm'", 2),
    ("backup create n -storage s3://b", "", 2),
    ("backup create n --cluster", "a value is required for '--cluster", 2),
    ("log truncate a b --keep 7d", "unexpected argument 'b'", 2),
    ("log pause l --until now", "unexpected argument '--until'", 2),
    ("version foo", "unexpected argument 'foo'", 2),
    ("version --clien", "unexpected argument '--clien'", 2),
    ("--version", "unexpected argument '--version'", 2),
    ("completion ksh", "invalid value 'ksh' for '<SHELL>'", 2),
    ("completion bash zsh", "'zsh'", 2),
    ("backup create --dry-run", "say --dry-run=client", 2),
    ("backup create --dry-run client", "say --dry-run=client", 2),
    ("backup create --dry-run=", "say --dry-run=client", 2),
    ("backup create --dry-run=true", "say --dry-run=client", 2),
    ("backup create --dry-run=Client", "say --dry-run=client", 2),
    ("log pause l --dry-run", "say --dry-run=client", 2),
    ("log start l --dry-run", "say --dry-run=client", 2),
    ("log pause l --wait=maybe", "--wait", 2),
    ("--operator v3 tso", "invalid value 'v3' for '--operator", 2),
    ("--operator V1 tso", "invalid value 'V1' for '--operator", 2),
    ("--color sometimes tso", "invalid value 'sometimes' for '--color", 2),
    ("backup create --operator", "a value is required for '--operator", 2),
    ("backup create -o xml", "unknown output format \"xml\"", 2),
    ("backup list -o jsn", "did you mean json?", 2),
    ("backup list -o yml", "did you mean yaml?", 2),
    ("backup list -o YAML", "unknown output format \"YAML\"", 2),
    ("backup list -o json=x", "-o json takes no value", 2),
    ("backup list -o go-template={{.}}", "unknown output format \"go-template\"", 2),
    ("backup list -o jsonpath", "-o jsonpath needs a value", 2),
    ("backup list -o jsonpath=", "-o jsonpath needs a value", 2),
    ("backup list -o 'jsonpath={.items['", "cannot read the jsonpath", 2),
    ("backup list -o 'jsonpath={.items[*]'", "cannot read the jsonpath", 2),
    ("backup list -o jsonpath-file=/does/not/exist", "cannot read the template", 2),
    ("backup list -o custom-columns", "-o custom-columns needs a value", 2),
    ("backup list -o custom-columns=", "-o custom-columns needs a value", 2),
    ("backup list -o custom-columns=NAME", "custom-columns", 2),
    ("backup list -o custom-columns=NAME:.metadata.name,", "custom-columns", 2),
    ("backup list -o 'custom-columns=NAME:{.a['", "", 2),
    ("backup list -o custom-columns-file=/does/not/exist", "cannot read the template", 2),
    ("backup list --sort-by '{.a['", "--sort-by", 2),
    ("backup list --sort-by ''", "--sort-by", 2),
    ("log status --sort-by '{.a['", "--sort-by", 2),
    ("backup show n -o xml", "unknown output format", 2),
    ("log status -o xml", "unknown output format", 2),
    ("log show l -o xml", "unknown output format", 2),
    ("log pause l -o xml", "unknown output format", 2),
    ("log truncate l --keep 7d -o xml", "unknown output format", 2),
    ("log start l -o xml", "unknown output format", 2),
    ("tso -o xml", "unknown output format", 2),
    ("version --client -o xml", "unknown output format", 2),
    ("tso now -o 'jsonpath={.a['", "cannot read the jsonpath", 2),
    ("log pause -l ''", "an empty selector would mean every object", 2),
    ("log pause -l 'a=b=c'", "invalid value 'a=b=c' for '--selector <SELECTOR>': expected ',' and not \"=\"", 2),
    ("log stop -l 'app in web'", "expected '(' after in or notin", 2),
    ("log wait -l ,", "expected the key of a label", 2),
    ("log status -l 'a b'", "'--selector", 2),
    ("backup list -l '{app: x}'", "'--selector", 2),
    ("backup list -l app=my/app", "the value is not made of", 2),
    ("backup show -l 'app in ()'", "a set needs a value", 2),
    ("restore list -l 'app>x'", "compares integers", 2),
    ("schedule list -l app=x,", "ends where the key", 2),
    ("schedule pause -l app_", "the key is not made of", 2),
    ("compact list -l !", "ends where the key", 2),
    ("backup list --from-schedule 'a b'", "--from-schedule", 2),
    ("backup list -A -n x --watch=maybe", "--watch", 2),
];

#[test]
fn commands_flags_and_formats() {
    check(ROWS);
}

/// An unknown command, and the nearest.
#[test]
fn the_nearest_command_is_named() {
    let rows = [
        ("bakup", "backup"),
        ("help bakup", "backup"),
        ("log paus", "pause"),
        ("help log paus", "pause"),
        ("log help trunctate", "truncate"),
        ("help help log", ""),
    ];
    for (line, nearest) in rows {
        let outcome = crate::program::run(line);
        assert_eq!(outcome.code, 2, "{line}");
        let tip = |line: &&str| line.contains("similar subcommand");
        let told = outcome.stderr.lines().find(tip).unwrap_or_default();
        let named = told.contains(&format!("'{nearest}'"));
        assert_eq!(named, !nearest.is_empty(), "{line}: {}", outcome.stderr);
    }
}

/// `help` prints what `--help` prints, on stdout, and needs nothing.
#[test]
fn help_is_a_command_too() {
    for (line, same) in [
        ("help", "--help"),
        ("help log", "log --help"),
        ("log help", "log --help"),
        ("help log pause", "log pause --help"),
        ("log help pause", "log pause --help"),
        ("help tso", "tso --help"),
        ("help completion install", "completion install --help"),
    ] {
        let (ours, theirs) = (crate::program::run(line), crate::program::run(same));
        assert_eq!(ours.printed(line), theirs.printed(same), "{line}");
    }
}

/// Every refusal of the command line names the help of the command that was meant.
#[test]
fn the_help_of_the_command_is_named() {
    let rows = [
        (
            "backup create --clustr c",
            "hint: kubectl tidb-br backup create --help",
        ),
        (
            "log status --max-lag 5m",
            "hint: kubectl tidb-br log status --help",
        ),
        (
            "-n x log pause l --dry-run",
            "hint: kubectl tidb-br log pause --help",
        ),
        (
            "backup create --method brr",
            "hint: kubectl tidb-br backup create --help",
        ),
        ("bakup", "hint: kubectl tidb-br --help"),
        ("log", "hint: kubectl tidb-br log --help"),
        ("--version", "hint: kubectl tidb-br version"),
        (
            "backup create",
            "hint: kubectl tidb-br backup create --help",
        ),
        (
            "log start l --dry-run=client",
            "hint: kubectl tidb-br log start --help",
        ),
    ];
    for (line, hint) in rows {
        let outcome = crate::program::run(line);
        let found = outcome.stderr.lines().any(|line| line.starts_with(hint));
        assert!(found, "{line}: no {hint:?} in\n{}", outcome.stderr);
    }
}
