//! A control plane of Kubernetes on this machine: one `etcd`, and one `kube-apiserver` for each kind of cluster that a test
//! needs. There is no kubelet and no controller: no Pod runs, and no garbage is collected.
//!
//! The control plane ends with the process, however the process ends.

mod api_server;
mod audit;
mod base;
mod binaries;
mod certificates;
mod guard;
mod identity;
pub(crate) mod kubeconfig;
mod kubelet;
mod load;
mod port;
mod world;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub use api_server::ApiServer;
pub(crate) use api_server::unique;
pub use audit::{AuditEvent, Mark};
pub use identity::Identity;
pub use kubelet::{Container, Kubelet};
pub use world::{CrdSource, World};

use base::Base;

use crate::failure::Result;

/// The pinned `kubectl`, without a control plane.
///
/// # Errors
/// The program does not exist and cannot be built.
pub fn kubectl() -> Result<PathBuf> {
    Ok(binaries::Binaries::find()?.program("kubectl"))
}

/// The worlds that tests asked for. The first caller starts the server of a world while the others wait.
type Worlds = HashMap<(World, CrdSource), Arc<OnceLock<Result<Arc<ApiServer>>>>>;

/// An `etcd` and the API servers that store their objects in it.
pub struct ControlPlane {
    base: Arc<Base>,
    worlds: Mutex<Worlds>,
}

impl ControlPlane {
    /// The control plane of this process, which the first caller starts. Tests share the control plane; each test has a namespace
    /// of its own.
    pub fn shared() -> Result<&'static Self> {
        static SHARED: OnceLock<Result<ControlPlane>> = OnceLock::new();
        SHARED
            .get_or_init(Self::start)
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Starts another control plane. The first start on a machine builds the programs, which takes minutes.
    pub fn start() -> Result<Self> {
        Ok(Self {
            base: Arc::new(Base::start()?),
            worlds: Mutex::default(),
        })
    }

    /// The API server of `world`, with the project's own definitions. The first call starts the server.
    pub fn world(&self, world: World) -> Result<Arc<ApiServer>> {
        self.world_from(world, CrdSource::Own)
    }

    /// The API server of `world`, with definitions from `source`, which must be available.
    pub fn world_from(&self, world: World, source: CrdSource) -> Result<Arc<ApiServer>> {
        let slot = {
            let mut worlds = self.worlds.lock().unwrap_or_else(PoisonError::into_inner);
            worlds.entry((world, source)).or_default().clone()
        };
        slot.get_or_init(|| self.start_world(world, source)).clone()
    }

    /// The pinned `kubectl`.
    pub fn kubectl(&self) -> PathBuf {
        self.base.binaries.program("kubectl")
    }

    fn start_world(&self, world: World, source: CrdSource) -> Result<Arc<ApiServer>> {
        let crds = world::crds(world, source)?;
        let server = ApiServer::start_over(self.base.clone(), format!("{world:?}-{source:?}"))?;
        load::load(&server, &crds)?;
        Ok(Arc::new(server))
    }
}

/// The folder of the workspace that this crate belongs to.
fn workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package).to_owned()
}
