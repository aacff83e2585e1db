//! Nothing of a control plane is left when its process is gone.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn a_killed_process_leaves_no_server_and_no_file() {
    gone_after(|sandbox| sandbox.kill().unwrap());
}

#[test]
fn ctrl_c_leaves_no_server_and_no_file() {
    gone_after(|sandbox| {
        let pid = sandbox.id().to_string();
        let sent = Command::new("kill").args(["-INT", &pid]).status().unwrap();
        assert!(sent.success());
    });
}

fn gone_after(end: impl FnOnce(&mut Child)) {
    let mut sandbox = Command::new(env!("CARGO_BIN_EXE_sandbox"))
        .arg("--no-tour")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(sandbox.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let kubeconfig = line.trim().strip_prefix("export KUBECONFIG=").unwrap();
    let address = address(&std::fs::read_to_string(kubeconfig).unwrap());
    assert!(
        TcpStream::connect(address).is_ok(),
        "the server is there at first"
    );

    end(&mut sandbox);
    sandbox.wait().unwrap();
    let folder = Path::new(kubeconfig).parent().unwrap().parent().unwrap();
    let begun = Instant::now();
    while TcpStream::connect(address).is_ok() || folder.exists() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "still there: {address}, {folder:?}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn address(kubeconfig: &str) -> SocketAddr {
    let server = kubeconfig
        .lines()
        .find_map(|line| line.trim().strip_prefix("server: https://"))
        .unwrap();
    server.parse().unwrap()
}
