//! The cluster that is measured: an API server of operator 2.x with many Backups, and one log backup to pause.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures::{StreamExt, TryStreamExt, stream};
use kube::Client;
use kube::api::{Api, ApiResource, DynamicObject, Patch, PatchParams, PostParams};
use sandbox::control_plane::{self, ApiServer, ControlPlane, Identity, World};
use sandbox::{Failure, Result, block_on};
use serde_json::{Value, json};

use super::measure::{Run, measured};

/// The log backup.
pub const TASK: &str = "log-task";
/// Requests in flight while the Backups are created.
const AT_ONCE: usize = 32;

/// The server and both programs.
pub struct Bench {
    // Dropping the control plane stops the server.
    _plane: ControlPlane,
    server: Arc<ApiServer>,
    plugin: PathBuf,
    kubectl: PathBuf,
    kubeconfig: PathBuf,
    namespace: String,
    home: tempfile::TempDir,
}

impl Bench {
    /// Starts the server and fills it.
    ///
    /// # Errors
    /// The server does not start, or takes no objects.
    pub fn prepare(plugin: PathBuf, backups: usize) -> Result<Self> {
        let plane = ControlPlane::start()?;
        let server = plane.world(World::V2)?;
        let namespace = server.namespace("bench")?;
        let many = server.namespace("many")?;
        let bench = Self {
            plugin,
            kubectl: control_plane::kubectl()?,
            kubeconfig: server.kubeconfig(Identity::Admin, &many)?,
            home: tempfile::tempdir().map_err(|error| failed("cannot make a folder", error))?,
            _plane: plane,
            server,
            namespace,
        };
        block_on(bench.fill(&many, backups))?;
        bench.editor_script()?;
        bench.running_again()?;
        Ok(bench)
    }

    /// The plugin.
    pub fn plugin(&self) -> &Path {
        &self.plugin
    }

    /// A run of the plugin.
    pub fn plugin_run(&self, arguments: &[&str]) -> Run {
        self.run(&self.plugin, arguments)
    }

    /// A run of kubectl, whose discovery cache lies in a home of its own.
    pub fn kubectl_run(&self, arguments: &[&str]) -> Run {
        self.run(&self.kubectl, arguments)
    }

    fn run(&self, program: &Path, arguments: &[&str]) -> Run {
        let mut arguments = arguments.to_vec();
        if arguments.contains(&TASK) {
            arguments.extend(["-n", &self.namespace]);
        }
        Run::new(program, &arguments)
            .env("KUBECONFIG", &self.kubeconfig)
            .env("HOME", self.home.path())
    }

    /// How many requests the server got while a command ran.
    ///
    /// # Errors
    /// The command fails.
    pub fn requests(&self, run: &Run) -> Result<usize> {
        let mark = self.server.mark()?;
        measured(run)?;
        let events = self
            .server
            .audit(mark, |event| event.is_by(Identity::Admin))?;
        Ok(events.len())
    }

    /// A program for `EDITOR` that pauses.
    pub fn editor(&self) -> PathBuf {
        self.home.path().join("editor")
    }

    fn editor_script(&self) -> Result<()> {
        use std::os::unix::fs::PermissionsExt;

        let script = "#!/bin/sh\nsed -i.orig 's/logSubcommand: log-start/logSubcommand: log-pause/' \"$1\"\n";
        std::fs::write(self.editor(), script)
            .and_then(|()| {
                std::fs::set_permissions(self.editor(), std::fs::Permissions::from_mode(0o755))
            })
            .map_err(|error| failed("cannot write an editor", error))
    }

    async fn fill(&self, many: &str, backups: usize) -> Result<()> {
        let client = self.server.client(Identity::Operator)?;
        stream::iter(0..backups)
            .map(|number| create(&client, many, snapshot(number)))
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
        create(&client, &self.namespace, log_backup()).await
    }

    /// Takes the pause back.
    ///
    /// # Errors
    /// The server refuses.
    pub fn running_again(&self) -> Result<()> {
        block_on(async {
            let client = self.server.client(Identity::Operator)?;
            let spec = json!({"spec": {"logSubcommand": "log-start"}});
            api(&client, &self.namespace)
                .patch(TASK, &PatchParams::default(), &Patch::Merge(&spec))
                .await
                .map_err(|error| failed("cannot patch the log backup", error))?;
            Ok(())
        })
    }
}

fn failed(doing: &str, error: impl std::fmt::Display) -> Failure {
    Failure::new(format!("{doing}: {error}"))
}

fn api(client: &Client, namespace: &str) -> Api<DynamicObject> {
    let resource = ApiResource {
        group: "br.pingcap.com".to_owned(),
        version: "v1alpha1".to_owned(),
        api_version: "br.pingcap.com/v1alpha1".to_owned(),
        kind: "Backup".to_owned(),
        plural: "backups".to_owned(),
    };
    Api::namespaced_with(client.clone(), namespace, &resource)
}

async fn create(client: &Client, namespace: &str, object: Value) -> Result<()> {
    let doing = "cannot create a Backup";
    let api = api(client, namespace);
    let status = json!({"status": object.get("status")});
    let object: DynamicObject =
        serde_json::from_value(object).map_err(|error| failed(doing, error))?;
    let name = object.metadata.name.clone().unwrap_or_default();
    api.create(&PostParams::default(), &object)
        .await
        .map_err(|error| failed(doing, error))?;
    api.patch_status(&name, &PatchParams::default(), &Patch::Merge(&status))
        .await
        .map_err(|error| failed("cannot set a status", error))?;
    Ok(())
}

/// A snapshot as an operator leaves it, about as large as in a real cluster.
fn snapshot(number: usize) -> Value {
    let name = format!("basic-backup-{number:05}");
    let time = "2026-01-02T03:04:05Z";
    let condition = |kind: &str| json!({"type": kind, "status": "True", "reason": kind, "message": "", "lastTransitionTime": time});
    json!({
        "apiVersion": "br.pingcap.com/v1alpha1",
        "kind": "Backup",
        "metadata": {"name": name, "labels": {"tidb.pingcap.com/backup-schedule": "nightly"}},
        "spec": {
            "backupType": "full",
            "backupMode": "snapshot",
            "cleanPolicy": "Delete",
            "br": {"cluster": "basic", "concurrency": 4, "sendCredToTikv": true, "options": ["--switch-mode-interval=5m"]},
            "s3": {"provider": "aws", "region": "us-west-2", "bucket": "my-bucket", "prefix": format!("basic/{name}"), "secretName": "s3-secret"},
            "serviceAccount": "tidb-backup-manager",
            "resources": {"requests": {"cpu": "1", "memory": "2Gi"}, "limits": {"cpu": "2", "memory": "4Gi"}},
        },
        "status": {
            "phase": "Complete",
            "timeStarted": time,
            "timeCompleted": time,
            "timeTaken": "1m0s",
            "commitTs": "436569119308644661",
            "backupPath": format!("s3://my-bucket/basic/{name}"),
            "backupSize": 123_456_789,
            "backupSizeReadable": "123 MB",
            "conditions": [condition("Scheduled"), condition("Running"), condition("Complete")],
        },
    })
}

fn log_backup() -> Value {
    json!({
        "apiVersion": "br.pingcap.com/v1alpha1",
        "kind": "Backup",
        "metadata": {"name": TASK},
        "spec": {
            "backupMode": "log",
            "logSubcommand": "log-start",
            "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "my-bucket", "prefix": "basic/log"},
        },
        "status": {
            "phase": "Running",
            "commitTs": "436569119308644661",
            "logCheckpointTs": "436569119308644661",
            "logSubCommandStatuses": {"log-start": {"command": "log-start", "phase": "Complete"}},
        },
    })
}
