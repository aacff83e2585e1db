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
    "backup wait w1 --timeout 8s",
    "log pause l1 --timeout 8s",
    "log status",
    "backup create c1 --cluster basic --storage s3://b/c1",
    "schedule list",
    "log status -w",
];

/// The time limit of each request. A command that meets a silent server must end after one of them.
const LIMIT: &str = "--request-timeout 4s";

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
    let waiting = [(0, 2), (4, 28), (4, 28), (0, 2), (0, 14), (0, 8), (130, 16)];
    vec![
        row(All, Fault::Status(500), "failed (500", 6, once),
        row(All, Fault::Status(503), "failed (503", 8, retried),
        row(All, Fault::RetryAfter(429, 1), "overloaded", 8, retried),
        row(All, Fault::Html(502), "answered 502", 6, once),
        row(All, Fault::Cut, "broke", 8, retried),
        row(All, Fault::NeverAnswer, "did not answer within 4", 7, once),
        row(All, LOGIN, "cannot be read", 6, once),
        row(All, Fault::Json("{}"), "cannot be read", 6, once),
        row(All, Fault::CutAfter(Part::Bytes(10)), "broke", 8, retried),
        row(
            All,
            Fault::FrozenAfter(Part::Bytes(10)),
            "did not answer within 4",
            7,
            once,
        ),
        row(All, Fault::Status(401), "unauthorized", 6, once),
        row(All, Fault::Status(403), "forbidden", 6, once),
        row(Watches, Fault::Html(502), "", 8, watching),
        row(Watches, Fault::Status(500), "", 8, watching),
        row(Watches, Fault::RetryAfter(429, 1), "", 8, watching),
        row(Watches, Fault::Cut, "", 8, watching),
        row(Watches, Fault::WatchEnded, "", 8, watching),
        row(Watches, Fault::HeldBack, "", 8, watching),
        row(Watches, Fault::NeverAnswer, "", 8, watching),
        row(Watches, Fault::FrozenAfter(Part::Bytes(0)), "", 8, watching),
        row(Watches, Fault::WatchExpired, "", 8, watching),
        row(Watches, Fault::Status(410), "", 8, watching),
        row(Watches, Fault::Status(403), "", 8, watching),
        row(Watches, LOGIN, "", 8, watching),
        row(AfterWatch, Fault::Status(500), "timed out", 10, waiting),
        row(AfterWatch, Fault::Cut, "timed out", 10, waiting),
        row(AfterWatch, Fault::NeverAnswer, "timed out", 10, waiting),
        row(AfterWatch, LOGIN, "timed out", 10, waiting),
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
    let running = json!({"phase": "Running", "conditions": [condition("Running", "Running", "")]});
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
        "conditions": [condition("Running", "Running", ""), condition("Complete", "Complete", "")]});
    place.api().patch_status("w1", &complete);
    let paused = [sub("log-start", "Complete"), sub("log-pause", "Complete")];
    place
        .api()
        .patch_status("l1", &status("Paused", Moments::now(), &paused));
}

/// What a command did: its output, its requests and its time.
type Ran = (Output, usize, Duration);

/// Runs a command of the matrix.
fn run(row: &Row, place: &Place, command: &str) -> Ran {
    let (plugin, proxy) = place.plugin_behind(decide(row));
    let line = format!("{command} {LIMIT}");
    let begun = Instant::now();
    let running = plugin.start(&line.split(' ').collect::<Vec<_>>());
    if command.ends_with("-w") && row.meets != Meets::All {
        std::thread::sleep(WATCHED);
        running.interrupt();
    }
    let output = running.finish();
    (output, proxy.requests().len(), begun.elapsed())
}

/// Runs all commands of a row side by side. What they wait for happens after two seconds. Returns what is wrong.
fn check(row: &Row) -> Vec<String> {
    let place = furnished();
    let ran: Vec<Ran> = std::thread::scope(|scope| {
        let place = &place;
        let started = COMMANDS.map(|command| scope.spawn(move || run(row, place, command)));
        if row.meets != Meets::All {
            std::thread::sleep(Duration::from_secs(2));
            finish(place);
        }
        started.into_iter().map(|ran| ran.join().unwrap()).collect()
    });
    let cells = COMMANDS.iter().zip(row.cells).zip(&ran);
    let wrong = cells.filter_map(|((command, cell), ran)| judge(row, command, cell, ran));
    wrong.chain(complete(row, &place)).collect()
}

/// The shell asks for names while the user types: without a word on stderr, and never for long. Returns what is wrong.
fn complete(row: &Row, place: &Place) -> Option<String> {
    let (plugin, proxy) = place.plugin_behind(decide(row));
    let mut tries = 0;
    let (output, requests, took, names) = loop {
        let (begun, asked) = (Instant::now(), proxy.requests().len());
        let output = plugin.run(&["__complete", "backup", "show", ""]);
        let (requests, took) = (proxy.requests().len() - asked, begun.elapsed());
        let names = match row.meets {
            Meets::All => true,
            Meets::Watches | Meets::AfterWatch => output.stdout.contains("w1"),
        };
        tries += 1;
        // A busy machine may need longer than a completion waits for names.
        if names || tries == 10 {
            break (output, requests, took, names);
        }
    };
    let fine = output.code == Some(0) && output.stderr.is_empty() && names;
    let fine = fine && requests <= 8 && took <= Duration::from_secs(4);
    (!fine).then(|| {
        format!(
            "{:?}, completion: {requests} requests, {took:?}: {output}",
            row.fault
        )
    })
}

#[test]
fn every_fault_for_every_command() {
    let rows = rows();
    let mut wrong = Vec::new();
    // A few rows at a time: each starts seven programs.
    for rows in rows.chunks(3) {
        std::thread::scope(|scope| {
            let started: Vec<_> = rows.iter().map(|row| scope.spawn(|| check(row))).collect();
            wrong.extend(
                started
                    .into_iter()
                    .flat_map(|checked| checked.join().unwrap()),
            );
        });
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

/// A write whose answer leaves its outcome open is sent once, and nothing false is said of it.
#[test]
fn a_write_whose_outcome_is_open() {
    let done = |fault: Fault| Fault::DoneThen(Box::new(fault));
    // The fault, and whether the server carried the write out.
    let rows = [
        (done(Fault::RetryAfter(503, 0)), true),
        (done(Fault::RetryAfter(500, 0)), true),
        (done(Fault::Status(504)), true),
        (done(Fault::Html(502)), true),
        (done(Fault::Json("{}")), true),
        (done(Fault::Json("{\"error\": \"log in\"}")), true),
        (Fault::AnswerLost, true),
        (Fault::CutAfter(Part::Bytes(20)), true),
        (Fault::RetryAfter(503, 0), false),
        (Fault::Status(500), false),
        (Fault::Cut, false),
    ];
    let commands = [
        "log pause l1 --wait=false",
        "backup create c1 --cluster basic --storage s3://b/c1 --preflight=off",
    ];
    let place = Place::new(Dialect::V1);
    for (at, (fault, is_done)) in rows.into_iter().enumerate() {
        for command in commands {
            let (log, backup) = (format!("l{at}"), format!("c{at}"));
            let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
            if command.starts_with("log") {
                place
                    .api()
                    .create_log(&log, &json!({"logSubcommand": "log-start"}), &running);
            }
            let met = fault.clone();
            let (plugin, proxy) = place.plugin_behind(move |request| {
                let is_write = matches!(request.method.as_str(), "POST" | "PATCH");
                (is_write && request.uri.contains("/backups")).then(|| met.clone())
            });
            let output = plugin.line(&command.replace("l1", &log).replace("c1", &backup));
            let writes = proxy.requests();
            let writes = writes
                .iter()
                .filter(|request| request.method != "GET")
                .count();
            assert_eq!(writes, 1, "{fault:?}: {output}");
            let is_told = output.stderr.contains("may have been carried out");
            let is_false = ["nothing was written", "already exists", "changed meanwhile"]
                .iter()
                .any(|text| output.stderr.contains(text));
            assert!(!(is_done && is_false), "{fault:?}: {output}");
            match output.code {
                Some(0) => assert!(is_done, "{fault:?}: {output}"),
                code => assert!(
                    code == Some(1) && (is_told || !is_done),
                    "{fault:?}: {output}"
                ),
            }
        }
    }
}
