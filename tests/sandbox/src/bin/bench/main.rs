//! `cargo run -p sandbox --bin bench`: the plugin against the pinned kubectl, on the same API server, in the same run.
//!
//! Prints ratios, not times: a busy or slow machine slows both. The plugin is built with the release profile first.

mod measure;
mod world;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use sandbox::{Failure, Result};
use serde_json::Value;

use measure::{Cost, Run, measured};
use world::{Bench, TASK};

/// How often each command is run. The median counts.
const RUNS: usize = 7;
const LIST_RUNS: usize = 5;
/// The number of Backups in the list, unless `--backups` says otherwise.
const BACKUPS: usize = 10_000;

const USAGE: &str = "usage: bench [--plugin FILE] [--backups NUMBER]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some((measure::SUBCOMMAND, command)) = arguments
        .split_first()
        .map(|(first, rest)| (first.as_str(), rest))
    {
        return measure::child(command);
    }
    match Settings::parse(&arguments).and_then(|settings| bench(&settings)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// The command line.
struct Settings {
    /// A plugin to measure instead of the one that is built here.
    plugin: Option<PathBuf>,
    /// The number of Backups in the list.
    backups: usize,
}

impl Settings {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut settings = Self {
            plugin: None,
            backups: BACKUPS,
        };
        for pair in arguments.chunks(2) {
            match pair {
                [flag, file] if flag == "--plugin" => settings.plugin = Some(file.into()),
                [flag, number] if flag == "--backups" => {
                    settings.backups = number.parse().map_err(|_| Failure::new(USAGE))?;
                }
                _ => return Err(Failure::new(USAGE)),
            }
        }
        Ok(settings)
    }
}

fn bench(settings: &Settings) -> Result<()> {
    let plugin = match &settings.plugin {
        Some(plugin) => plugin.clone(),
        None => release_build()?,
    };
    say(&format!("creating {} Backups", settings.backups));
    let bench = Bench::prepare(plugin, settings.backups)?;
    let mut lines = vec![Line::size(bench.plugin())?];
    say("start-up");
    lines.extend(start_up(&bench)?);
    say("list");
    lines.extend(list(&bench, settings.backups)?);
    say("requests of a pause");
    lines.push(pause(&bench)?);
    let mut table = format!(
        "{:<44}{:>12}{:>12}{:>10}{:>10}\n",
        "", "plugin", "kubectl", "ratio", "goal"
    );
    for line in lines {
        table.push_str(&line.text());
    }
    io::stdout()
        .write_all(table.as_bytes())
        .map_err(|error| Failure::new(format!("cannot print: {error}")))
}

/// One line of the table: what is compared, and the ratio that is the goal.
struct Line {
    what: String,
    plugin: String,
    kubectl: String,
    ratio: Option<f64>,
    goal: String,
    met: bool,
}

impl Line {
    fn times(what: &str, plugin: &[Cost], kubectl: &[Cost], goal: f64) -> Self {
        let (plugin, kubectl) = (measure::seconds(plugin), measure::seconds(kubectl));
        Self::ratio(
            what,
            (plugin, format!("{plugin:.3} s")),
            (kubectl, format!("{kubectl:.3} s")),
            goal,
        )
    }

    fn memory(what: &str, plugin: &[Cost], kubectl: &[Cost], goal: f64) -> Self {
        let (plugin, kubectl) = (measure::megabytes(plugin), measure::megabytes(kubectl));
        Self::ratio(
            what,
            (plugin, format!("{plugin:.1} MB")),
            (kubectl, format!("{kubectl:.1} MB")),
            goal,
        )
    }

    fn ratio(what: &str, plugin: (f64, String), kubectl: (f64, String), goal: f64) -> Self {
        let ratio = plugin.0 / kubectl.0;
        Self {
            what: what.to_owned(),
            plugin: plugin.1,
            kubectl: kubectl.1,
            ratio: Some(ratio),
            goal: format!("{goal:.3}"),
            met: ratio <= goal,
        }
    }

    fn size(plugin: &Path) -> Result<Self> {
        let size = std::fs::metadata(plugin)
            .map_err(|error| Failure::new(format!("cannot read {}: {error}", plugin.display())))?;
        let megabytes = size.len() as f64 / 1e6;
        Ok(Self {
            what: "stripped executable".to_owned(),
            plugin: format!("{megabytes:.1} MB"),
            kubectl: String::new(),
            ratio: None,
            goal: "10 MB".to_owned(),
            met: megabytes <= 10.0,
        })
    }

    fn text(&self) -> String {
        let ratio = self
            .ratio
            .map_or_else(String::new, |ratio| format!("{ratio:.3}"));
        let missed = if self.met { "" } else { "  missed" };
        format!(
            "{:<44}{:>12}{:>12}{ratio:>10}{:>10}{missed}\n",
            self.what, self.plugin, self.kubectl, self.goal
        )
    }
}

fn start_up(bench: &Bench) -> Result<Vec<Line>> {
    let plugin = bench.plugin_run(&["--help"]);
    let kubectl = bench.kubectl_run(&["version", "--client"]);
    let costs = in_turn(RUNS, &plugin, &kubectl)?;
    Ok(vec![Line::times(
        "start-up: --help / version --client",
        &costs.0,
        &costs.1,
        1.0 / 20.0,
    )])
}

/// The plugin's list, and what it is called in the table; the list of kubectl that is compared.
const LISTS: [(&[&str], &str, &[&str]); 4] = [
    (&["backup", "list", "--operator", "v2"], "list", &[]),
    (&["backup", "list"], "list, --operator auto", &[]),
    (
        &["backup", "list", "-o", "json"],
        "list -o json",
        &["-o", "json"],
    ),
    (
        &["backup", "list", "-o", "yaml"],
        "list -o yaml",
        &["-o", "yaml"],
    ),
];

fn list(bench: &Bench, backups: usize) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (arguments, what, format) in LISTS {
        let plugin = bench.plugin_run(arguments);
        let kubectl = bench.kubectl_run(&[&["get", "backups.br.pingcap.com"], format].concat());
        let costs = in_turn(LIST_RUNS, &plugin, &kubectl)?;
        let what = |unit: &str| format!("{what} of {backups}: {unit}");
        lines.push(Line::times(&what("time"), &costs.0, &costs.1, 1.0 / 3.0));
        lines.push(Line::memory(
            &what("peak memory"),
            &costs.0,
            &costs.1,
            1.0 / 8.0,
        ));
    }
    Ok(lines)
}

/// Runs both programs in turn, so that a machine that gets slower slows both. The first run of each warms the caches and does not count.
fn in_turn(runs: usize, plugin: &Run, kubectl: &Run) -> Result<(Vec<Cost>, Vec<Cost>)> {
    let mut costs = (Vec::new(), Vec::new());
    measured(plugin)?;
    measured(kubectl)?;
    for _ in 0..runs {
        costs.0.push(measured(plugin)?);
        costs.1.push(measured(kubectl)?);
    }
    Ok(costs)
}

fn pause(bench: &Bench) -> Result<Line> {
    let pause = bench.plugin_run(&["log", "pause", TASK, "--wait=false"]);
    let plugin = bench.requests(&pause)?;
    bench.running_again()?;
    let edit = bench
        .kubectl_run(&["edit", "backups.br.pingcap.com", TASK])
        .env("EDITOR", bench.editor());
    let kubectl = bench.requests(&edit)?;
    Ok(Line::ratio(
        "requests: log pause --wait=false / edit",
        (plugin as f64, plugin.to_string()),
        (kubectl as f64, kubectl.to_string()),
        0.5,
    ))
}

fn text<'a>(message: &'a Value, pointer: &str) -> Option<&'a str> {
    message.pointer(pointer).and_then(Value::as_str)
}

/// Builds the plugin as it is released and returns the executable.
fn release_build() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(cargo)
        .current_dir(workspace)
        .args([
            "build",
            "--release",
            "--bin",
            "kubectl-tidb_br",
            "--message-format=json-render-diagnostics",
        ])
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cannot start cargo: {error}")))?;
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| text(message, "/target/name") == Some("kubectl-tidb_br"))
        .find_map(|message| text(&message, "/executable").map(PathBuf::from))
        .ok_or_else(|| Failure::new("cargo built no kubectl-tidb_br"))
}

fn say(what: &str) {
    let _ = writeln!(io::stderr(), "bench: {what}");
}
