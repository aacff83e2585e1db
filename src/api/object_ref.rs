//! The address of one custom resource.

use std::fmt;

use serde_json::Value;

use super::kind::Kind;
use super::operator::Operator;

/// One custom resource of ours: enough to address it and to print it as `-o name` does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectRef {
    /// The generation whose group holds the object.
    pub operator: Operator,
    /// Its kind.
    pub kind: Kind,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
}

impl ObjectRef {
    /// Addresses the object in `manifest`; `None` when it is not one of ours.
    pub fn of(manifest: &Value) -> Option<Self> {
        let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
        Some(Self {
            operator: Operator::from_api_version(text("/apiVersion")?)?,
            kind: Kind::from_name(text("/kind")?)?,
            namespace: text("/metadata/namespace").unwrap_or_default().to_owned(),
            name: text("/metadata/name")?.to_owned(),
        })
    }
}

/// `backup.br.pingcap.com/x`, as `-o name` prints it.
impl fmt::Display for ObjectRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}.{}/{}",
            self.kind.singular(),
            self.operator.group(),
            self.name
        )
    }
}
