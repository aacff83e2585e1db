//! A namespace of its own in a cluster of a kind, and the hands of somebody else in it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use kube::Client;
use sandbox::control_plane::{
    ApiServer, AuditEvent, ControlPlane, CrdSource, Identity, Mark, World,
};
use sandbox::fault_proxy::{Fault, FaultProxy, Request};
use sandbox::operator::{Dialect, Options, StandIn, cluster};
use sandbox::{block_on, request};
use serde_json::{Value, json};

use super::{Output, Plugin};

const PATIENCE: Duration = Duration::from_secs(60);

/// A namespace. The plugin acts in it as the administrator unless a test says otherwise; the test itself acts as somebody
/// else, so that the audit log tells the two apart.
pub struct Place {
    pub server: Arc<ApiServer>,
    pub dialect: Dialect,
    pub namespace: String,
    api: Api,
    mark: Mark,
}

impl Place {
    /// A namespace with a healthy TiDB cluster called `basic`.
    pub fn new(dialect: Dialect) -> Self {
        let world = match dialect {
            Dialect::V2 => World::V2,
            Dialect::V1 => World::V1,
            Dialect::V1LogStop => World::V1LogStop,
        };
        Self::within(world, CrdSource::Own, dialect)
    }

    /// A namespace in a world of several operators, or with the operators' own definitions.
    pub fn within(world: World, source: CrdSource, dialect: Dialect) -> Self {
        let plane = ControlPlane::shared().unwrap();
        Self::on(plane.world_from(world, source).unwrap(), dialect)
    }

    /// The same on a server of the test's own.
    pub fn on(server: Arc<ApiServer>, dialect: Dialect) -> Self {
        let place = Self::empty(server, dialect);
        place.add_cluster(dialect, "basic");
        place
    }

    /// A namespace without a TiDB cluster.
    pub fn empty(server: Arc<ApiServer>, dialect: Dialect) -> Self {
        let namespace = server.namespace("ns").unwrap();
        let api = Api::of(&server, dialect, &namespace);
        Self {
            mark: server.mark().unwrap(),
            server,
            dialect,
            namespace,
            api,
        }
    }

    /// A healthy TiDB cluster of an operator.
    pub fn add_cluster(&self, dialect: Dialect, name: &str) {
        block_on(cluster::create(
            &self.api.client,
            dialect,
            &self.namespace,
            name,
        ))
        .unwrap();
    }

    /// What a backup into S3 needs, made by somebody else: the account of the Pods with its rights, and the Secret `s3-secret`.
    pub fn equip(&self) {
        let operator = match self.dialect {
            Dialect::V2 => "v2",
            Dialect::V1 | Dialect::V1LogStop => "v1",
        };
        let line = format!("setup rbac --operator {operator}");
        self.plugin_as(Identity::Operator).line(&line).exits(0);
        self.add_secret("s3-secret", &["access_key", "secret_key"]);
    }

    /// A Secret with these keys.
    pub fn add_secret(&self, name: &str, keys: &[&str]) {
        let data: serde_json::Map<String, Value> = keys
            .iter()
            .map(|key| ((*key).to_owned(), json!("value")))
            .collect();
        let path = format!("/api/v1/namespaces/{}/secrets", self.namespace);
        let secret = json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name}, "stringData": data});
        self.api.ask("POST", &path, &secret);
    }

    /// The stand-in operator, at work in this namespace.
    pub fn operator(&self) -> StandIn {
        self.operator_of(self.dialect)
    }

    /// The stand-in for one of several operators.
    pub fn operator_of(&self, dialect: Dialect) -> StandIn {
        let client = self.server.client(Identity::Operator).unwrap();
        StandIn::automatic(client, dialect, Options::quick_in(&self.namespace))
    }

    /// The plugin, with all rights.
    pub fn plugin(&self) -> Plugin {
        self.plugin_as(Identity::Admin)
    }

    /// The plugin, with the rights of `identity`.
    pub fn plugin_as(&self, identity: Identity) -> Plugin {
        Plugin::with(&self.server.kubeconfig(identity, &self.namespace).unwrap())
    }

    /// A namespace without a TiDB cluster, in a cluster with one operator.
    pub fn deserted(dialect: Dialect) -> Self {
        let world = match dialect {
            Dialect::V2 => World::V2,
            Dialect::V1 => World::V1,
            Dialect::V1LogStop => World::V1LogStop,
        };
        let plane = ControlPlane::shared().unwrap();
        Self::empty(plane.world_from(world, CrdSource::Own).unwrap(), dialect)
    }

    /// The plugin as `identity`, which gets all rights in this namespace.
    pub fn plugin_with_rights_here(&self, identity: Identity) -> Plugin {
        let everything = json!({"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]});
        self.grant(identity, &[everything]);
        self.plugin_as(identity)
    }

    /// Gives an identity these rights in the namespace.
    pub fn grant(&self, identity: Identity, rules: &[Value]) {
        let rbac = "rbac.authorization.k8s.io";
        let path = format!("/apis/{rbac}/v1/namespaces/{}", self.namespace);
        let role = json!({"apiVersion": format!("{rbac}/v1"), "kind": "Role", "metadata": {"name": "granted"}, "rules": rules});
        let binding = json!({
            "apiVersion": format!("{rbac}/v1"), "kind": "RoleBinding", "metadata": {"name": "granted"},
            "roleRef": {"apiGroup": rbac, "kind": "Role", "name": "granted"},
            "subjects": [{"apiGroup": rbac, "kind": "User", "name": identity.user()}],
        });
        self.api.ask("POST", &format!("{path}/roles"), &role);
        self.api
            .ask("POST", &format!("{path}/rolebindings"), &binding);
    }

    /// kubectl in the hands of somebody else.
    pub fn kubectl(&self, line: &str) -> Output {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        self.plugin_as(Identity::Operator).kubectl(&arguments)
    }

    /// The plugin behind a proxy that asks `decide` what shall go wrong.
    pub fn plugin_behind(
        &self,
        decide: impl FnMut(&Request) -> Option<Fault> + Send + 'static,
    ) -> (Plugin, FaultProxy) {
        let proxy = FaultProxy::start_with(&self.server, Identity::Admin, decide).unwrap();
        let plugin = Plugin::with(&proxy.kubeconfig(&self.namespace).unwrap());
        (plugin, proxy)
    }

    /// The hands of somebody else.
    pub fn api(&self) -> Api {
        self.api.clone()
    }

    /// The reference of a Backup as the plugin prints it.
    pub fn named(&self, name: &str) -> String {
        format!("backup.{}/{name}", self.dialect.operator().group())
    }

    /// What the plugin asked in this namespace, by any of its identities.
    pub fn asked(&self) -> Vec<AuditEvent> {
        self.server
            .audit(self.mark, |event| {
                let plugin = [Identity::Admin, Identity::User, Identity::Reader];
                event.namespace() == self.namespace
                    && plugin.iter().any(|identity| event.is_by(*identity))
            })
            .unwrap()
    }

    /// What the plugin wrote in this namespace, dry runs left out.
    pub fn written(&self) -> Vec<Write> {
        let written = self.asked().into_iter().filter(AuditEvent::is_write);
        written.map(Write::of).collect()
    }

    /// What the plugin wrote to one object.
    pub fn written_to(&self, name: &str) -> Vec<Write> {
        let mut written = self.written();
        written.retain(|write| write.name == name);
        written
    }
}

/// A write of the plugin as the API server saw it.
#[derive(Debug, Clone, PartialEq)]
pub struct Write {
    pub verb: String,
    pub name: String,
    /// Whether it went to the status subresource.
    pub status: bool,
    /// The resourceVersion that a patch tests.
    pub tests: Option<String>,
    /// What was sent, without the metadata of a patch.
    pub body: Value,
    pub code: u16,
}

impl Write {
    fn of(event: AuditEvent) -> Self {
        let mut body = event.body.clone();
        let tests = body
            .pointer("/metadata/resourceVersion")
            .and_then(Value::as_str)
            .map(str::to_owned);
        if event.verb == "patch"
            && let Some(body) = body.as_object_mut()
        {
            body.remove("metadata");
        }
        Self {
            name: event.name().to_owned(),
            status: event
                .uri
                .split('?')
                .next()
                .is_some_and(|path| path.ends_with("/status")),
            code: event.code(),
            verb: event.verb,
            tests,
            body,
        }
    }
}

/// Backups of one operator in one namespace, changed by somebody who is not the plugin.
#[derive(Clone)]
pub struct Api {
    client: Client,
    dialect: Dialect,
    namespace: String,
    /// Whom it acts for, if not for itself.
    user: Option<String>,
}

impl Api {
    fn of(server: &ApiServer, dialect: Dialect, namespace: &str) -> Self {
        Self {
            client: block_on(async { server.client(Identity::Operator) }).unwrap(),
            dialect,
            namespace: namespace.to_owned(),
            user: None,
        }
    }

    /// The same in the name of a user.
    pub fn as_user(&self, user: String) -> Self {
        Self {
            user: Some(user),
            ..self.clone()
        }
    }

    /// The same for another operator.
    pub fn of_dialect(&self, dialect: Dialect) -> Self {
        Self {
            dialect,
            ..self.clone()
        }
    }

    fn path(&self, name: &str) -> String {
        let version = self.dialect.operator().api_version();
        let slash = if name.is_empty() { "" } else { "/" };
        format!(
            "/apis/{version}/namespaces/{}/backups{slash}{name}",
            self.namespace
        )
    }

    /// Creates a Backup with this spec, and gives it this status.
    pub fn create(&self, name: &str, spec: &Value, status: &Value) -> Value {
        self.create_with(json!({"name": name}), spec, status)
    }

    /// The same with more metadata.
    pub fn create_with(&self, metadata: Value, spec: &Value, status: &Value) -> Value {
        let own = self.dialect.operator().status_subresource();
        let name = metadata["name"].as_str().unwrap().to_owned();
        let mut object = json!({
            "apiVersion": self.dialect.operator().api_version(),
            "kind": "Backup",
            "metadata": metadata,
            "spec": spec,
        });
        if !own && !status.is_null() {
            object["status"] = status.clone();
        }
        let created = self.ask("POST", &self.path(""), &object);
        if !own || status.is_null() {
            return created;
        }
        self.ask(
            "PATCH",
            &format!("{}/status", self.path(&name)),
            &json!({"status": status}),
        )
    }

    /// A log backup of cluster `basic`, with the given switches in its spec.
    pub fn create_log(&self, name: &str, switches: &Value, status: &Value) -> Value {
        self.create(name, &log_spec(switches), status)
    }

    /// Changes a Backup.
    pub fn patch(&self, name: &str, patch: &Value) -> Value {
        self.ask("PATCH", &self.path(name), patch)
    }

    /// Changes its status.
    pub fn patch_status(&self, name: &str, status: &Value) -> Value {
        let end = match self.dialect.operator().status_subresource() {
            true => "/status",
            false => "",
        };
        let path = format!("{}{end}", self.path(name));
        self.ask("PATCH", &path, &json!({"status": status}))
    }

    /// Deletes a Backup.
    pub fn delete(&self, name: &str) {
        self.ask("DELETE", &self.path(name), &Value::Null);
    }

    /// Reads a Backup; `Null` when there is none.
    pub fn get(&self, name: &str) -> Value {
        let (code, object) = self.send("GET", &self.path(name), &Value::Null);
        match code {
            404 => Value::Null,
            _ => object,
        }
    }

    /// Waits until a Backup is as it should be.
    #[track_caller]
    pub fn until(&self, name: &str, reached: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let object = self.get(name);
            if reached(&object) {
                return object;
            }
            assert!(begun.elapsed() < PATIENCE, "never so: {object}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a phase.
    #[track_caller]
    pub fn until_phase(&self, name: &str, phase: &str) -> Value {
        self.until(name, |object| object["status"]["phase"] == phase)
    }

    /// One request that must be granted.
    #[track_caller]
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let (code, answer) = self.send(method, path, body);
        assert!(code < 300, "{method} {path}: {answer}");
        answer
    }

    /// One request and its answer.
    pub fn send(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let user = self.user.as_deref();
        block_on(request::send_as(&self.client, user, method, path, body)).unwrap()
    }
}

/// The spec of a log backup of cluster `basic`, with the given switches.
pub fn log_spec(switches: &Value) -> Value {
    let mut spec = json!({
        "backupMode": "log",
        "br": {"cluster": "basic"},
        "s3": {"provider": "aws", "bucket": "b", "prefix": "p"},
    });
    for (key, value) in switches.as_object().into_iter().flatten() {
        spec[key] = value.clone();
    }
    spec
}
