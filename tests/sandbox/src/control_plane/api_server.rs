//! One `kube-apiserver`: its start, its end, and the ways to talk to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use k8s_openapi::api::core::v1::Namespace;
use kube::api::{Api, ObjectMeta, PostParams};
use kube::config::{KubeConfigOptions, Kubeconfig};
use kube::{Client, Config};
use serde_json::{Value, json};

use super::audit::{self, AuditEvent, Mark};
use super::base::{ATTEMPTS, Base, POLL, STARTS_WITHIN, did_not_start};
use super::guard::Guard;
use super::identity::Identity;
use super::{kubeconfig, port};
use crate::failure::{Context, Failure, Result};
use crate::runtime::{self, block_on};

const AUDIT_POLICY: &str = "audit-policy.json";
/// The wait between two reads of the audit log. It is seldom needed: the server writes the log before the next request of the
/// same client can arrive.
const AUDIT_POLL: Duration = Duration::from_millis(5);

/// An API server on a port of the loopback interface, over a part of `etcd` that belongs to one world.
pub struct ApiServer {
    base: Arc<Base>,
    /// The world's part of `etcd`.
    prefix: String,
    /// Audit log, program log and kubeconfigs.
    folder: PathBuf,
    port: u16,
    process: Mutex<Option<Guard>>,
}

impl ApiServer {
    pub(super) fn start_over(base: Arc<Base>, prefix: String) -> Result<Self> {
        let folder = base.folder.join(format!("{prefix}-{}", unique()));
        fs::create_dir(&folder)
            .and_then(|()| fs::write(folder.join(AUDIT_POLICY), audit::policy().to_string()))
            .context("cannot prepare an API server")?;
        let mut server = Self {
            base,
            prefix,
            folder,
            port: 0,
            process: Mutex::new(None),
        };
        for _ in 1..ATTEMPTS {
            server.port = port::free()?;
            if server.start().is_ok() {
                return Ok(server);
            }
        }
        server.port = port::free()?;
        server.start().map(|()| server)
    }

    /// A second API server for the same objects, with a port and an audit log of its own. A test may stop it while other tests go
    /// on with the first server.
    pub fn replica(&self) -> Result<Self> {
        Self::start_over(self.base.clone(), self.prefix.clone())
    }

    /// Where the server answers, as `https://127.0.0.1:port`.
    pub fn url(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }

    /// Stops the server as a crash would: open connections are cut, and the port refuses new connections.
    pub fn stop(&self) {
        drop(
            self.process
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
    }

    /// Starts the server again, on the same port and with the same objects. Returns when it is ready.
    pub fn start(&self) -> Result<()> {
        let program = self.base.binaries.program("kube-apiserver");
        let mut process = Guard::run(&program, self.arguments(), &self.log())?;
        block_on(self.wait_until_ready(&mut process))?;
        *self.process.lock().unwrap_or_else(PoisonError::into_inner) = Some(process);
        Ok(())
    }

    /// A client that acts as `identity` and does not retry. It runs on the caller's runtime, or on the runtime of [`block_on`] when
    /// the caller has none.
    pub fn client(&self, identity: Identity) -> Result<Client> {
        let doing = "cannot make a client";
        let kubeconfig: Kubeconfig =
            serde_json::from_value(self.kubeconfig_of(identity, "default")).context(doing)?;
        let options = KubeConfigOptions::default();
        let mut config =
            block_on(Config::from_custom_kubeconfig(kubeconfig, &options)).context(doing)?;
        config.default_retry = false;
        let _entered = runtime::current().enter();
        Client::try_from(config).context(doing)
    }

    /// A kubeconfig file whose only context is `identity` in `namespace`.
    pub fn kubeconfig(&self, identity: Identity, namespace: &str) -> Result<PathBuf> {
        let name = format!("{}-{namespace}.kubeconfig", identity.user());
        kubeconfig::write(
            &self.folder.join(name),
            &self.kubeconfig_of(identity, namespace),
        )
    }

    /// Creates a namespace that nobody else uses and returns its name, which begins with `prefix`.
    pub fn namespace(&self, prefix: &str) -> Result<String> {
        let name = format!("{prefix}-{}", unique());
        let namespace = Namespace {
            metadata: ObjectMeta {
                name: Some(name.clone()),
                ..ObjectMeta::default()
            },
            ..Namespace::default()
        };
        block_on(async {
            Api::all(self.client(Identity::Harness)?)
                .create(&PostParams::default(), &namespace)
                .await
                .context(format_args!("cannot create namespace {name}"))
        })?;
        Ok(name)
    }

    /// The present place in the audit log: every request that was answered before this call is before that place.
    pub fn mark(&self) -> Result<Mark> {
        self.audit_barrier()?;
        audit::end(&self.audit_log())
    }

    /// The requests since `mark` (`Mark::default()` for all requests) that `keep` accepts, in the order in which the answers were
    /// finished. A watch that is still open is among them; requests of [`Identity::Harness`] are not.
    pub fn audit(&self, mark: Mark, keep: impl Fn(&AuditEvent) -> bool) -> Result<Vec<AuditEvent>> {
        self.audit_barrier()?;
        let mut events = audit::events_since(&self.audit_log(), mark)?;
        events.retain(keep);
        Ok(events)
    }

    /// The server writes an event after it has sent the answer, so that a client can be a little ahead of the log. This function
    /// sends a request of its own and waits until the log has it.
    fn audit_barrier(&self) -> Result<()> {
        let begin = audit::end(&self.audit_log())?;
        let uri = format!("{}?{}", audit::BARRIER, unique());
        block_on(async {
            let request = http::Request::get(&uri)
                .body(Vec::new())
                .context("cannot ask the API server")?;
            self.client(Identity::Harness)?
                .request_text(request)
                .await
                .context("cannot ask the API server")
        })?;
        let begun = Instant::now();
        while begun.elapsed() < STARTS_WITHIN {
            if audit::holds(&self.audit_log(), begin, &uri)? {
                return Ok(());
            }
            std::thread::sleep(AUDIT_POLL);
        }
        Err(Failure::new("the API server does not write its audit log"))
    }

    async fn wait_until_ready(&self, process: &mut Guard) -> Result<()> {
        let client = self.client(Identity::Harness)?;
        let begun = Instant::now();
        while process.ended().is_none() && begun.elapsed() < STARTS_WITHIN {
            let request = http::Request::get("/readyz")
                .body(Vec::new())
                .context("cannot ask whether the API server is ready")?;
            if client.request_text(request).await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(POLL).await;
        }
        Err(did_not_start("kube-apiserver", &self.log()))
    }

    fn arguments(&self) -> Vec<String> {
        let certificates = &self.base.certificates;
        let (certificate, key) = certificates.serving();
        let (token_key, token_public) = certificates.service_account();
        let with = |flag: &str, path: &Path| format!("--{flag}={}", path.display());
        vec![
            format!("--etcd-servers={}", self.base.etcd_url),
            format!("--etcd-prefix=/{}", self.prefix),
            "--bind-address=127.0.0.1".to_owned(),
            format!("--secure-port={}", self.port),
            with("tls-cert-file", &certificate),
            with("tls-private-key-file", &key),
            with("client-ca-file", &certificates.authority()),
            "--service-account-issuer=https://kubernetes.default.svc".to_owned(),
            with("service-account-signing-key-file", &token_key),
            with("service-account-key-file", &token_public),
            "--authorization-mode=RBAC".to_owned(),
            // No controller creates the ServiceAccounts that this admission plugin asks for.
            "--disable-admission-plugins=ServiceAccount".to_owned(),
            // The server refuses to advertise a loopback address.
            "--endpoint-reconciler-type=none".to_owned(),
            "--service-cluster-ip-range=10.0.0.0/24".to_owned(),
            with("audit-policy-file", &self.folder.join(AUDIT_POLICY)),
            with("audit-log-path", &self.audit_log()),
            "--audit-log-mode=blocking".to_owned(),
            // In MB: a rotated log would lose the marked places.
            "--audit-log-maxsize=100000".to_owned(),
            "--profiling=false".to_owned(),
        ]
    }

    fn kubeconfig_of(&self, identity: Identity, namespace: &str) -> Value {
        let certificates = &self.base.certificates;
        let (certificate, key) = certificates.client(identity);
        let cluster = json!({
            "server": self.url(),
            "certificate-authority": certificates.authority(),
        });
        let user = json!({"client-certificate": certificate, "client-key": key});
        kubeconfig::document(cluster, user, identity.user(), namespace)
    }

    /// Certificate and key for a server on the loopback interface.
    pub(super) fn serving_certificate(&self) -> (PathBuf, PathBuf) {
        self.base.certificates.serving()
    }

    /// A folder that is removed with the control plane.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn log(&self) -> PathBuf {
        self.folder.join("kube-apiserver.log")
    }

    fn audit_log(&self) -> PathBuf {
        self.folder.join("audit.log")
    }
}

/// A number that no other call in this process returns.
pub(crate) fn unique() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
