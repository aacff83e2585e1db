//! `cargo run -p sandbox`: a real API server with the resources of both operators and a stand-in operator. A tour runs the main
//! commands with the real program; afterwards the cluster stays until Ctrl-C. `--no-tour` leaves out the tour.

mod demo;
mod program;
mod tour;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use sandbox::control_plane::{ControlPlane, Identity, Kubelet, World};
use sandbox::operator::{Dialect, Options, StandIn, Timings};
use sandbox::{Failure, Result, block_on};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let with_tour = match std::env::args().nth(1).as_deref() {
        None => true,
        Some("--no-tour") => false,
        Some(other) => {
            return Err(Failure::new(format!(
                "unknown argument {other:?}; there is only --no-tour"
            )));
        }
    };
    let program = program::build()?;
    say("starting etcd and kube-apiserver …");
    let plane = ControlPlane::start()?;
    let server = plane.world(World::Both)?;
    block_on(demo::load(&server))?;
    let kubeconfig = server.kubeconfig(Identity::Admin, demo::NAMESPACE)?;
    let path = program.on_path(&plane.kubectl())?;
    let client = server.client(Identity::Operator)?;
    // Slow enough to watch, and quicker than the real operators, which read the checkpoint once a minute.
    let timings = Timings {
        step: Duration::from_millis(300),
        lag: Duration::from_millis(100),
        ..Timings::quick()
    };
    let options = Options {
        timings,
        kubelet: Some(Arc::new(Kubelet::start(&server)?)),
        ..Options::demo()
    };
    let stand_in = |dialect| StandIn::automatic(client.clone(), dialect, options.clone());
    let _operators = (stand_in(Dialect::V2), stand_in(Dialect::V1));
    if with_tour {
        tour::run(&path, &kubeconfig)?;
    }
    print(&format!("export KUBECONFIG={}", kubeconfig.display()))?;
    print(&format!("export PATH={}:$PATH", path.display()))?;
    say("# paste these two lines into another shell, then try:");
    for line in demo::IDEAS {
        say(&format!("#   {line}"));
    }
    say("# the cluster goes with Ctrl-C");
    block_on(tokio::signal::ctrl_c())
        .map_err(|error| Failure::new(format!("cannot wait for Ctrl-C: {error}")))
}

/// A line for the shell.
fn print(line: &str) -> Result<()> {
    writeln!(io::stdout(), "{line}").map_err(|error| Failure::new(format!("cannot print: {error}")))
}

/// A line for the reader. The program goes on when stderr is closed.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
