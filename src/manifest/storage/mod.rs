//! Where data lies: the fields of a storage provider, and the URLs that stand for them.

mod flag;
mod location;
mod place;
mod provider;
mod url;

use serde_json::{Value, json};

pub use flag::UrlFlag;
pub use location::{Location, StorageRelation};
pub use place::Place;
pub use provider::Provider;
pub use url::StorageUrl;

/// The storage of a spec with all its fields, to be copied from one manifest to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Storage {
    /// The kind of storage.
    pub provider: Provider,
    /// All fields of the provider.
    pub fields: Value,
}

impl Storage {
    /// The storage of a spec: the first provider in the operators' order.
    pub fn of_spec(spec: &Value) -> Option<Self> {
        let provider = Provider::of_spec(spec)?;
        let fields = spec.get(provider.key())?.clone();
        Some(Self { provider, fields })
    }

    /// The Secret with its credentials; `None` where Pods authorize by other means.
    pub fn secret_name(&self) -> Option<&str> {
        let name = self.fields.get("secretName").and_then(Value::as_str)?;
        (!name.is_empty()).then_some(name)
    }

    /// The URL without parameters, as it is shown.
    pub fn url(&self) -> Option<String> {
        StorageUrl::of_spec(&self.spec()).map(|url| url.to_string())
    }

    /// The directory, to be compared with others.
    pub fn place(&self) -> Option<Place> {
        Place::of_spec(&self.spec())
    }

    fn spec(&self) -> Value {
        json!({ self.provider.key(): self.fields })
    }
}
