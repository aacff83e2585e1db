//! `cargo run -p sandbox`: an API server with the custom resources of both operators, until Ctrl-C.

use std::io::{self, Write};
use std::process::ExitCode;

use sandbox::control_plane::{ControlPlane, Identity, World};
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
    let plane = ControlPlane::start()?;
    let server = plane.world(World::Both)?;
    let namespace = server.namespace("demo")?;
    let kubeconfig = server.kubeconfig(Identity::Admin, &namespace)?;
    writeln!(io::stdout(), "export KUBECONFIG={}", kubeconfig.display())
        .map_err(|error| Failure::new(format!("cannot print: {error}")))?;
    let _ = writeln!(io::stderr(), "the cluster goes with Ctrl-C");
    block_on(tokio::signal::ctrl_c())
        .map_err(|error| Failure::new(format!("cannot wait for Ctrl-C: {error}")))
}
