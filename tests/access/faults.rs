//! The fault matrix: what each command does when the API server, or a gateway before it, misbehaves. Nothing hangs past its time limit,
//! and nothing asks without a pause.

use std::time::{Duration, Instant};

use sandbox::fault_proxy::{Fault, Part, Request};
use sandbox::operator::Dialect;
use serde_json::json;

use crate::log::situations::{Moments, condition, status, sub};
use crate::support::{Output, Place};

/// The columns of the matrix.
const COMMANDS: [&str; 7] = [
    "backup list",
    "backup wait w1 --timeout 6s",
    "log pause l1 --timeout 6s",
    "log status",
    "backup create c1 --cluster basic --storage s3://b/c1",
    "schedule list",
    "log status -w",
];

/// How long the commands that end with Ctrl-C run.
const WATCHED: Duration = Duration::from_secs(4);

/// Which requests meet the fault.
#[derive(Clone, Copy, PartialEq)]
enum Meets {
    /// All requests.
    All,
    /// Requests for a watch.
    Watches,
    /// All requests from the first watch on.
    AfterWatch,
}

/// One row: a fault, a part of the error, and for each command the exit code and the most requests.
struct Row {
    fault: Fault,
    meets: Meets,
    error: &'static str,
    cells: [(i32, usize); 7],
    /// The most seconds that any of the commands may take.
    seconds: u64,
}

fn row(
    meets: Meets,
    fault: Fault,
    error: &'static str,
    seconds: u64,
    cells: [(i32, usize); 7],
) -> Row {
    Row {
        fault,
        meets,
        error,
        cells,
        seconds,
    }
}

fn rows() -> Vec<Row> {
    use Meets::{AfterWatch, All, Watches};
    const LOGIN: Fault = Fault::Json("{\"error\": \"log in\"}");
    let once = [(1, 3); 7];
    let retried = [(1, 8); 7];
    // Who watches goes on without the watch.
    let watching = [(0, 2), (0, 20), (0, 20), (0, 2), (0, 14), (0, 8), (130, 16)];
    // Who waits ends when the time is up.
    let waiting = [(0, 2), (4, 20), (4, 20), (0, 2), (0, 14), (0, 8), (130, 16)];
    vec![
        row(All, Fault::Status(500), "failed (500", 3, once),
        row(All, Fault::Status(503), "failed (503", 4, retried),
        row(All, Fault::RetryAfter(429, 1), "overloaded", 5, retried),
        row(All, Fault::Html(502), "answered 502", 3, once),
        row(All, Fault::Cut, "broke", 4, retried),
        row(All, Fault::NeverAnswer, "did not answer within 2", 4, once),
        row(All, LOGIN, "cannot be read", 3, once),
        row(All, Fault::Json("{}"), "cannot be read", 3, once),
        row(All, Fault::CutAfter(Part::Bytes(10)), "broke", 4, retried),
        row(
            All,
            Fault::FrozenAfter(Part::Bytes(10)),
            "did not answer within 2",
            4,
            once,
        ),
        row(All, Fault::Status(401), "unauthorized", 3, once),
        row(All, Fault::Status(403), "forbidden", 3, once),
        row(Watches, Fault::Html(502), "", 7, watching),
        row(Watches, Fault::Status(500), "", 7, watching),
        row(Watches, Fault::RetryAfter(429, 1), "", 7, watching),
        row(Watches, Fault::Cut, "", 7, watching),
        row(Watches, Fault::WatchEnded, "", 7, watching),
        row(Watches, Fault::HeldBack, "", 7, watching),
        row(Watches, Fault::NeverAnswer, "", 7, watching),
        row(Watches, Fault::FrozenAfter(Part::Bytes(0)), "", 7, watching),
        row(Watches, Fault::WatchExpired, "", 7, watching),
        row(Watches, Fault::Status(410), "", 7, watching),
        row(Watches, Fault::Status(403), "", 7, watching),
        row(Watches, LOGIN, "", 7, watching),
        row(AfterWatch, Fault::Status(500), "timed out", 11, waiting),
        row(AfterWatch, Fault::Cut, "timed out", 11, waiting),
        row(AfterWatch, Fault::NeverAnswer, "timed out", 11, waiting),
        row(AfterWatch, LOGIN, "timed out", 11, waiting),
    ]
}

/// Makes the decision of the proxy.
fn decide(row: &Row) -> impl FnMut(&Request) -> Option<Fault> + Send + 'static {
    let (meets, fault) = (row.meets, row.fault.clone());
    let mut seen_watch = false;
    move |request| {
        let is_watch = request.uri.contains("watch=true");
        seen_watch |= is_watch;
        let met = match meets {
            Meets::All => true,
            Meets::Watches => is_watch,
            Meets::AfterWatch => seen_watch,
        };
        met.then(|| fault.clone())
    }
}

/// A snapshot that runs and a log backup that runs.
fn furnished() -> Place {
    let place = Place::new(Dialect::V1);
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": "w1"}});
    let running = json!({"phase": "Running", "conditions": [condition("Running", "", "")]});
    place.api().create("w1", &spec, &running);
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &running);
    place
}

/// Ends what the commands wait for.
fn finish(place: &Place) {
    let complete = json!({"phase": "Complete", "commitTs": "1",
        "conditions": [condition("Running", "", ""), condition("Complete", "", "")]});
    place.api().patch_status("w1", &complete);
    let paused = [sub("log-start", "Complete"), sub("log-pause", "Complete")];
    place
        .api()
        .patch_status("l1", &status("Paused", Moments::now(), &paused));
}

/// Runs a command of the matrix. What it waits for happens after two seconds.
fn run(row: &Row, command: &str) -> (Output, usize, Duration) {
    let place = furnished();
    let (plugin, proxy) = place.plugin_behind(decide(row));
    let line = format!("{command} --request-timeout 2s");
    let begun = Instant::now();
    let running = plugin.start(&line.split(' ').collect::<Vec<_>>());
    if row.meets != Meets::All {
        std::thread::sleep(Duration::from_secs(2));
        finish(&place);
    }
    if command.ends_with("-w") && row.meets != Meets::All {
        std::thread::sleep(WATCHED.saturating_sub(begun.elapsed()));
        running.interrupt();
    }
    let output = running.finish();
    (output, proxy.requests().len(), begun.elapsed())
}

#[test]
fn every_fault_for_every_command() {
    let rows = rows();
    let mut wrong = Vec::new();
    // A few rows at a time: each starts seven programs.
    for rows in rows.chunks(4) {
        let cells: Vec<_> = std::thread::scope(|scope| {
            let cells = rows.iter().flat_map(|row| {
                let commands = COMMANDS.iter().zip(row.cells);
                commands.map(move |(command, cell)| {
                    let ran = scope.spawn(move || run(row, command));
                    (row, command, cell, ran)
                })
            });
            let cells: Vec<_> = cells.collect();
            let join = |(row, command, cell, ran): (_, _, _, std::thread::ScopedJoinHandle<_>)| {
                (row, command, cell, ran.join().unwrap())
            };
            cells.into_iter().map(join).collect()
        });
        for (row, command, cell, ran) in cells {
            wrong.extend(judge(row, command, cell, &ran));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with one cell.
fn judge(
    row: &Row,
    command: &str,
    (code, most): (i32, usize),
    (output, requests, took): &(Output, usize, Duration),
) -> Option<String> {
    let said = match code {
        0 => output.error().is_empty(),
        130 => true,
        _ => output.error().contains(row.error) && !output.stderr.contains("No resources"),
    };
    let fine = output.code == Some(code)
        && said
        && *requests <= most
        && *took <= Duration::from_secs(row.seconds);
    (!fine).then(|| {
        format!(
            "{:?}, {command}: {requests} requests (most {most}), {took:?} (most {} s), expected {code} and {:?}: {output}",
            row.fault, row.seconds, row.error
        )
    })
}
