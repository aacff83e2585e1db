//! The module against a server that records and misbehaves. What Kubernetes itself decides is tested against a real one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[cfg(unix)]
mod credentials;
mod errors;
mod flags;
mod follow;
mod hostile;
mod list;
mod logs;
mod refusals;
mod server;
mod server_flags;
mod transport;

use std::sync::{Arc, Mutex};

use clap::Parser;
use serde_json::{Value, json};

use super::{Cluster, Notice, Notices, connect};
use crate::cli::kube::KubeFlags;
use crate::error::Result;

#[derive(Parser)]
#[command(no_binary_name = true)]
struct Line {
    #[command(flatten)]
    kube: KubeFlags,
}

/// The flags in a command line, split at spaces.
fn flags(line: &str) -> KubeFlags {
    Line::try_parse_from(line.split_whitespace()).unwrap().kube
}

/// An object that is there.
fn a_pod() -> Value {
    json!({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "namespace": "n"}})
}

/// Notices as text, in order: `Warning: …`, `waiting…`, and the log as it is.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn notices(&self) -> Notices {
        let heard = self.0.clone();
        Arc::new(move |notice| {
            heard.lock().unwrap().push(match notice {
                Notice::Warning(text) => format!("Warning: {text}"),
                Notice::Trace(text) | Notice::Waiting(text) => text.to_owned(),
            });
        })
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// Connects with flags only: an environment without kubeconfig.
async fn with_flags(line: &str, heard: &Heard) -> Result<Cluster> {
    connect(&flags(line), &|_| None, heard.notices()).await
}

/// Connects to a server of ours.
async fn to(server: &server::Server, more: &str) -> Cluster {
    with_flags(
        &format!("--server {} {more}", server.url),
        &Heard::default(),
    )
    .await
    .unwrap()
}
