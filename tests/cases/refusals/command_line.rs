//! Commands, flags and formats that do not exist.

use super::{Row, check};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("bakup", "unknown command \"bakup\"", 2),
    ("backup crate", "unknown command \"crate\"", 2),
    ("backup cr", "unknown command \"cr\"", 2),
    ("back list", "unknown command \"back\"", 2),
    ("log begin", "unknown command \"begin\"", 2),
    ("log pause-all", "unknown command \"pause-all\"", 2),
    ("create backup", "unknown command \"create\"", 2),
    ("help bakup", "unknown command \"bakup\"", 2),
    ("help log begin", "unknown command \"begin\"", 2),
    ("log help paus", "unknown command \"paus\"", 2),
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
    ("--utc=maybe tso", "--utc", 2),
    ("backup list -A=maybe", "--all-namespaces", 2),
    ("--version", "unexpected argument '--version'", 2),
    ("completion ksh", "invalid value 'ksh' for 'SHELL'", 2),
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
    ("log pause -l 'a=b=c'", "invalid value 'a=b=c' for '--selector SELECTOR': expected ',' and not \"=\"", 2),
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

/// A command or a flag that is nearly right gets a hint that runs; a word that is like none gets no hint.
#[test]
fn the_nearest_name_is_the_hint() {
    let rows = [
        ("bakup", "kubectl tidb-br backup"),
        ("help bakup", "kubectl tidb-br backup"),
        ("log paus", "kubectl tidb-br log pause"),
        ("help log paus", "kubectl tidb-br log pause"),
        ("log help trunctate", "kubectl tidb-br log truncate"),
        ("log stat", "kubectl tidb-br log status"),
        ("backup create --stor s3://b", "--storage?"),
        ("backup create --clustr c", "--cluster?"),
        ("backup list --all-namspaces", "--all-namespaces?"),
        ("log xyz", ""),
        ("help help log", ""),
        ("backup create --zzz", ""),
    ];
    for (line, nearest) in rows {
        let outcome = crate::program::run(line);
        assert_eq!(outcome.code, 2, "{line}");
        let hints = outcome
            .stderr
            .lines()
            .filter_map(|line| line.strip_prefix("hint: did you mean"));
        let hints: Vec<&str> = hints
            .map(|hint| hint.trim_start_matches(':').trim())
            .collect();
        let expected: Vec<&str> = Some(nearest)
            .filter(|name| !name.is_empty())
            .into_iter()
            .collect();
        assert_eq!(hints, expected, "{line}: {}", outcome.stderr);
    }
}

/// As kubectl's: `=true` and `=false` behind every flag that is on or off, and the last of several values counts.
#[test]
fn switches_take_a_value_and_the_last_value_counts() {
    for line in [
        "tso 0436569119308644661 --utc=true",
        "tso 436569119308644661 --utc=false --utc",
        "--utc=T tso 436569119308644661",
        "tso 436569119308644661 --utc --color always --color never",
        "-n one tso 436569119308644661 -n two --utc=1",
    ] {
        let printed = crate::program::run(line).printed(line);
        assert!(
            printed.contains("   2022-10-10T05:17:05Z "),
            "{line}: {printed}"
        );
        assert_eq!(printed.lines().count(), 2, "{line}");
    }
    for line in [
        "--no-headers=true",
        "--no-headers=false --no-headers",
        "--no-headers=t",
    ] {
        let line = format!("tso 436569119308644661 {line}");
        assert_eq!(
            crate::program::run(&line).printed(&line).lines().count(),
            1,
            "{line}"
        );
    }
    let line =
        "tso 436569119308644661 -o json -o name --no-headers=true --no-headers=false -o table";
    assert_eq!(crate::program::run(line).printed(line).lines().count(), 2);
    let twice = "backup create n --cluster c --cluster d --storage s3://a --storage s3://b/p --dry-run=client -o yaml";
    let printed = crate::program::run(twice).printed(twice);
    assert!(
        printed.contains("cluster: d\n") && printed.contains("bucket: b\n"),
        "{printed}"
    );
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
