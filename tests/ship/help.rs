//! How help looks: in kubectl's order, on one page, and with what holds for this very command.

use super::program::{EXECUTABLE, command, streams};
use super::tree::{commands, examples, runs};

/// Columns where nobody sits at a terminal.
const WIDTH: usize = 120;

/// Lines that the longest help of a `create` may have.
const MOST_LINES: usize = 150;

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let nowhere = tempfile::tempdir().unwrap();
    let output = command(EXECUTABLE, nowhere.path())
        .args(arguments)
        .output()
        .unwrap();
    let (stdout, stderr) = streams(&output);
    (output.status.code(), stdout, stderr)
}

/// The help of the command with these words.
fn page(words: &str) -> String {
    let mut arguments: Vec<&str> = words.split_whitespace().collect();
    arguments.push("--help");
    let (code, stdout, stderr) = run(&arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{words}");
    stdout
}

#[test]
fn the_parts_of_every_help_come_in_kubectls_order() {
    for (words, command) in commands() {
        let page = page(words.trim_start_matches("kubectl tidb-br"));
        let about = command.get_about().unwrap().to_string();
        assert!(page.starts_with(&about), "{words}: {page}");
        let mut parts = vec!["\nUsage:\n", "Use \"kubectl tidb-br options\""];
        if runs(&command) {
            parts.insert(0, "\nExamples:\n");
            parts.extend(["\nExit codes: 0 done", "\nRBAC: "]);
        }
        if page.contains("\nOutput:\n") {
            parts.insert(1, "\nOutput:\n");
        }
        let places: Vec<Option<usize>> = parts.iter().map(|part| page.find(part)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{words}: {parts:?} at {places:?}\n{page}"
        );
        for global in [
            "--kubeconfig",
            "--namespace ",
            "--context",
            "--color",
            "--request-timeout",
        ] {
            assert!(
                !page.contains(&format!("{global} ")),
                "{words} shows {global}"
            );
        }
    }
}

/// Only examples and usage may be wider: people copy them.
#[test]
fn text_is_wrapped_and_examples_are_not() {
    for (words, command) in commands() {
        let page = page(words.trim_start_matches("kubectl tidb-br"));
        for line in examples(&command).lines().filter(|line| !line.is_empty()) {
            assert!(page.contains(&format!("\n  {line}\n")), "{words}: {line}");
        }
        for line in page
            .lines()
            .filter(|line| !line.contains("kubectl tidb-br"))
        {
            assert!(line.chars().count() <= WIDTH, "{words}: {line}");
        }
    }
}

#[test]
fn the_help_of_create_is_a_page() {
    let lines = page("backup create").lines().count();
    assert!(lines < MOST_LINES, "{lines}");
}

/// The flags that every command has are listed once.
#[test]
fn options_lists_the_flags_that_every_command_has() {
    let (code, stdout, _) = run(&["options"]);
    assert_eq!(code, Some(0));
    for flag in [
        "-n, --namespace",
        "--kube-cluster",
        "--as-group",
        "--operator auto|v1|v2",
        "--utc",
        "-h, --help",
    ] {
        assert!(stdout.contains(flag), "{flag}");
    }
    assert!(!stdout.contains("--output"), "{stdout}");
}

/// As kubectl: a group of commands, and the program alone, print their help.
#[test]
fn a_group_prints_its_help() {
    for words in [
        "",
        "backup",
        "log",
        "setup",
        "setup secret",
        "-n x log",
        "log -n x",
    ] {
        let arguments: Vec<&str> = words.split_whitespace().collect();
        let mut help = arguments.clone();
        help.push("-h");
        let (code, stdout, stderr) = run(&arguments);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{words}");
        assert_eq!(stdout, run(&help).1, "{words}");
        assert!(
            stdout.contains(" commands:\n") || stdout.contains("\nCommands:\n"),
            "{words}"
        );
    }
}

#[test]
fn usage_tells_required_arguments_from_optional_ones() {
    for (words, usage) in [
        (
            "backup create",
            "kubectl tidb-br backup create [NAME] [flags]",
        ),
        (
            "backup show",
            "kubectl tidb-br backup show (NAME... | -l SELECTOR) [flags]",
        ),
        ("log status", "kubectl tidb-br log status [NAME...] [flags]"),
        (
            "log pause",
            "kubectl tidb-br log pause (NAME... | -l SELECTOR | -f FILE) [flags]",
        ),
        (
            "log truncate",
            "kubectl tidb-br log truncate (NAME | -f FILE) (--until TIME | --keep DURATION | --to-oldest-snapshot) [flags]",
        ),
        (
            "schedule create",
            "kubectl tidb-br schedule create (NAME | -f FILE | -i) [flags]",
        ),
        (
            "setup secret s3",
            "kubectl tidb-br setup secret s3 NAME [flags]",
        ),
        (
            "setup sql",
            "kubectl tidb-br setup sql dumpling|br|lightning [flags]",
        ),
        ("convert", "kubectl tidb-br convert -f FILE [flags]"),
        ("log", "kubectl tidb-br log COMMAND [flags]"),
    ] {
        let page = page(words);
        assert!(
            page.contains(&format!("\nUsage:\n  {usage}\n")),
            "{words}: {page}"
        );
    }
}

/// What a command does without the flag is said in its own help, not in the help of another command.
#[test]
fn the_defaults_of_waiting_are_those_of_the_command() {
    for (words, wait, timeout) in [
        ("backup create", Some("false"), "no limit"),
        ("restore create", Some("false"), "no limit"),
        ("compact create", Some("false"), "no limit"),
        ("schedule trigger", Some("false"), "no limit"),
        ("schedule delete", Some("true"), "no limit"),
        ("log start", Some("true"), "10m"),
        ("log pause", Some("true"), "10m"),
        ("log resume", Some("true"), "10m"),
        ("log stop", Some("true"), "10m"),
        ("log truncate", Some("true"), "no limit"),
        ("log wait", None, "no limit"),
        ("backup wait", None, "no limit"),
        ("restore wait", None, "no limit"),
        ("compact wait", None, "no limit"),
    ] {
        let page = page(words);
        let says = |flag: &str, default: &str| {
            let mut lines = page.lines().filter(|line| line.contains(flag));
            lines.any(|line| line.ends_with(&format!("(default: {default})")))
        };
        assert!(says("--timeout DURATION", timeout), "{words}: {page}");
        if let Some(wait) = wait {
            assert!(says("--wait[=BOOL]", wait), "{words}: {page}");
        }
    }
}

/// `--allow` offers the rules that can refuse this very command, and nothing where none can.
#[test]
fn allow_lists_the_rules_of_the_command() {
    for (words, rules) in [
        (
            "log start",
            "--allow second-task|expired-resume|nested-storage ",
        ),
        ("backup create", "--allow nested-storage "),
        ("log resume", "--allow expired-resume "),
        ("log truncate", "--allow unrestorable "),
        (
            "schedule create",
            "--allow second-task|log-max-backups|nested-storage ",
        ),
        (
            "schedule set",
            "--allow second-task|log-max-backups|nested-storage ",
        ),
        ("log pause", ""),
        ("log stop", ""),
        ("schedule pause", ""),
        ("schedule delete", ""),
        ("setup rbac", ""),
        ("setup tikv", ""),
    ] {
        let page = page(words);
        match rules {
            "" => assert!(!page.contains("--allow "), "{words}"),
            rules => assert!(page.contains(rules), "{words}: {page}"),
        }
    }
    let (code, _, stderr) = run(&[
        "log",
        "truncate",
        "x",
        "--keep",
        "7d",
        "--allow",
        "second-task",
    ]);
    assert_eq!(code, Some(2), "{stderr}");
}

#[test]
fn the_forms_of_a_time_stand_at_every_time_flag() {
    for (words, flag) in [
        ("log truncate", "--until TIME"),
        ("log start", "--commit-ts TIME"),
        ("restore create", "--to TIME"),
        ("compact create", "--start-ts TIME"),
    ] {
        let page = page(words);
        let (_, after) = page.split_once(flag).unwrap();
        let entry: String = after.lines().take(3).collect::<Vec<_>>().join(" ");
        let entry = entry.split_whitespace().collect::<Vec<_>>().join(" ");
        for form in [
            "a TSO",
            "RFC 3339",
            "90m or 7d for that long ago",
            "backup/NAME",
        ] {
            assert!(entry.contains(form), "{words} {flag}: {entry}");
        }
    }
}
