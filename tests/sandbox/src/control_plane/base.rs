//! What all API servers of a control plane share: the programs, the certificates, a folder, and `etcd`.

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::binaries::Binaries;
use super::certificates::Certificates;
use super::guard::Guard;
use super::port;
use crate::failure::{Context, Failure, Result};

/// The time limit of a start. It is long because test machines are busy; a program that ends by itself is noticed at once.
pub(super) const STARTS_WITHIN: Duration = Duration::from_secs(120);
/// The wait between two checks of a condition.
pub(super) const POLL: Duration = Duration::from_millis(50);
/// How many starts are tried, each with other ports: somebody may take a port between the search and the start.
pub(super) const ATTEMPTS: usize = 3;

pub(super) struct Base {
    pub(super) binaries: Binaries,
    pub(super) certificates: Certificates,
    /// Where `etcd` answers, as a URL.
    pub(super) etcd_url: String,
    /// Everything that the control plane writes.
    pub(super) folder: PathBuf,
    // The order of dropping matters: first the process, then the folder that it writes into.
    _etcd: Guard,
    _folder: Guard,
}

impl Base {
    pub(super) fn start() -> Result<Self> {
        let binaries = Binaries::find()?;
        let folder = tempfile::Builder::new()
            .prefix("sandbox-")
            .tempdir()
            .context("cannot create a temporary folder")?
            .keep();
        let guard = Guard::remove(&folder)?;
        let keys = folder.join("keys");
        fs::create_dir(&keys).context("cannot create a folder for keys")?;
        let certificates = Certificates::make(&keys)?;
        let (etcd, etcd_url) = start_etcd(&binaries.program("etcd"), &folder)?;
        Ok(Self {
            binaries,
            certificates,
            etcd_url,
            folder,
            _etcd: etcd,
            _folder: guard,
        })
    }
}

fn start_etcd(program: &Path, folder: &Path) -> Result<(Guard, String)> {
    let log = folder.join("etcd.log");
    for _ in 0..ATTEMPTS {
        let (port, peer) = (port::free()?, port::free()?);
        let url = format!("http://127.0.0.1:{port}");
        let mut etcd = Guard::run(program, etcd_arguments(folder, &url, peer), &log)?;
        let begun = Instant::now();
        while begun.elapsed() < STARTS_WITHIN && etcd.ended().is_none() {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok((etcd, url));
            }
            std::thread::sleep(POLL);
        }
    }
    Err(did_not_start("etcd", &log))
}

fn etcd_arguments(folder: &Path, url: &str, peer: u16) -> Vec<String> {
    let peer = format!("http://127.0.0.1:{peer}");
    vec![
        format!("--data-dir={}", folder.join("etcd").display()),
        format!("--listen-client-urls={url}"),
        format!("--advertise-client-urls={url}"),
        format!("--listen-peer-urls={peer}"),
        format!("--initial-advertise-peer-urls={peer}"),
        format!("--initial-cluster=default={peer}"),
        // The data need not survive a crash of the machine.
        "--unsafe-no-fsync=true".to_owned(),
        "--log-level=warn".to_owned(),
    ]
}

/// A failure with the last lines of the program's own log.
pub(super) fn did_not_start(program: &str, log: &Path) -> Failure {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let last = lines
        .get(lines.len().saturating_sub(5)..)
        .unwrap_or_default();
    Failure::new(format!("{program} did not start: {}", last.join(" | ")))
}
