//! The plugin in process with the stand-in's clock, and the stand-in for the operator's schedules.

use std::io::{self, Cursor, Write};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use clap::Parser;
use kubectl_tidb_br::cli::Cli;
use kubectl_tidb_br::command;
use kubectl_tidb_br::context::Context;
use kubectl_tidb_br::output::{ColorChoice, Streams, Terminal, Ui};
use sandbox::block_on;
use sandbox::control_plane::Identity;
use sandbox::operator::{Dialect, StandIn};
use serde_json::Value;

use crate::support::Place;

/// What a run of the plugin left.
#[derive(Debug)]
pub struct Ran {
    pub code: u8,
    pub stdout: String,
    pub stderr: String,
}

/// The clock is one for the process, since the plugin takes a plain function: one test at a time.
static NOW: AtomicI64 = AtomicI64::new(0);
static TURN: Mutex<()> = Mutex::new(());

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(NOW.load(Ordering::SeqCst)).unwrap()
}

#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A namespace of the v1 operator, moved by hand.
pub struct Stage {
    pub place: Place,
    pub operator: sandbox::operator::Manual,
    _turn: MutexGuard<'static, ()>,
}

impl Stage {
    pub fn new() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let place = Place::new(Dialect::V1);
        let client = place.server.client(Identity::Operator).unwrap();
        let operator = StandIn::manual(client, Dialect::V1, &place.namespace);
        Self {
            place,
            operator,
            _turn: turn,
        }
    }

    /// Runs the plugin at the stand-in's time, without a terminal.
    pub fn plugin(&self, line: &str) -> Ran {
        NOW.store(self.operator.now().timestamp_millis(), Ordering::SeqCst);
        let kubeconfig = self
            .place
            .server
            .kubeconfig(Identity::Admin, &self.place.namespace)
            .unwrap();
        let mut arguments = vec!["kubectl-tidb_br".to_owned()];
        arguments.extend(shlex::split(line).unwrap());
        arguments.extend([
            "--utc".to_owned(),
            format!("--kubeconfig={}", kubeconfig.display()),
        ]);
        let cli = Cli::try_parse_from(arguments).unwrap_or_else(|error| panic!("{line}: {error}"));
        let (stdout, stderr) = (Buffer::default(), Buffer::default());
        let streams = Streams {
            stdin: Box::new(Cursor::new(Vec::new())),
            stdout: Box::new(stdout.clone()),
            stderr: Box::new(stderr.clone()),
        };
        let ui = Ui::new(streams, Terminal::detect(|_| None), ColorChoice::Never);
        let context = Context::new(ui.clone(), cli.global, cli.kube, now, Box::new(|_| None));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let code = match runtime.block_on(command::run(&context, &cli.command)) {
            Ok(exit) => exit.code(),
            Err(error) => {
                ui.error(&error);
                error.exit().code()
            }
        };
        Ran {
            code,
            stdout: stdout.text(),
            stderr: stderr.text(),
        }
    }

    /// The same for what has to succeed; gives stdout.
    pub fn done(&self, line: &str) -> String {
        let ran = self.plugin(line);
        assert_eq!(ran.code, 0, "{line}\n{}{}", ran.stdout, ran.stderr);
        ran.stdout
    }

    /// Lets everything happen that is due now, and what the next resyncs make of it: five at most, since an idle
    /// truncation is written again at each (docs/operators.md, "v1 rewrites an idle truncate in bursts").
    pub fn settle(&self) {
        block_on(self.operator.settle()).unwrap();
        for _ in 0..5 {
            if block_on(self.operator.resync()).unwrap() == 0 {
                return;
            }
        }
    }

    /// Moves the clock to `moment`, in one leap, and lets everything happen.
    pub fn until(&self, moment: DateTime<Utc>) {
        let by = (moment - self.operator.now())
            .to_std()
            .unwrap_or(Duration::ZERO);
        block_on(self.operator.leap(by)).unwrap();
        self.settle();
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.operator.now()
    }

    /// The next 02:00:21 UTC: a slot at two is noticed at the resync, 21 seconds later (docs/operators.md, "A slot is noticed at
    /// the resync").
    pub fn next_run(&self) -> DateTime<Utc> {
        let today = self
            .now()
            .date_naive()
            .and_hms_opt(2, 0, 21)
            .unwrap()
            .and_utc();
        match today > self.now() {
            true => today,
            false => today + TimeDelta::days(1),
        }
    }

    /// The objects of a kind, by its plural.
    pub fn objects(&self, plural: &str) -> Vec<Value> {
        let client = self.place.server.client(Identity::Harness).unwrap();
        let path = format!(
            "/apis/pingcap.com/v1alpha1/namespaces/{}/{plural}",
            self.place.namespace
        );
        let request = http::Request::get(path).body(Vec::new()).unwrap();
        let list: Value = block_on(client.request(request)).unwrap();
        list["items"].as_array().unwrap().clone()
    }

    /// The names of a kind.
    pub fn names(&self, plural: &str) -> Vec<String> {
        self.objects(plural)
            .iter()
            .map(|object| object["metadata"]["name"].as_str().unwrap().to_owned())
            .collect()
    }

    pub fn object(&self, plural: &str, name: &str) -> Value {
        let found = self.objects(plural);
        let found = found
            .into_iter()
            .find(|object| object["metadata"]["name"] == name);
        found.unwrap_or_else(|| panic!("no {name} among {plural}"))
    }

    /// Creates an object as somebody else would.
    pub fn create(&self, plural: &str, object: &Value) {
        let client = self.place.server.client(Identity::Harness).unwrap();
        let path = format!(
            "/apis/pingcap.com/v1alpha1/namespaces/{}/{plural}",
            self.place.namespace
        );
        let request = http::Request::post(path)
            .header("content-type", "application/json")
            .body(object.to_string().into_bytes())
            .unwrap();
        let _: Value = block_on(client.request(request)).unwrap();
    }

    /// One row of `schedule list` by column.
    pub fn row(&self, name: &str) -> std::collections::BTreeMap<String, String> {
        let table = self.done("schedule list -o wide");
        let mut lines = table.lines();
        let header = lines.next().unwrap();
        let row = lines
            .find(|line| line.split_whitespace().next() == Some(name))
            .unwrap_or_else(|| panic!("{name} is not in\n{table}"));
        let cells = |line: &str| -> Vec<String> {
            line.split("   ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .map(str::to_owned)
                .collect()
        };
        cells(header).into_iter().zip(cells(row)).collect()
    }
}
