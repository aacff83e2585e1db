//! Where data lies: the fields of a storage provider, and the URLs that stand for them.

mod flag;
mod provider;
mod url;

use serde_json::Value;

pub use flag::UrlFlag;
pub use provider::Provider;
pub use url::StorageUrl;

/// Where data lies, as the manifest says it: to be copied and not retyped.
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

    /// Its Secret; `None` where Pods authorize by other means.
    pub fn secret_name(&self) -> Option<&str> {
        let name = self.fields.get("secretName").and_then(Value::as_str)?;
        (!name.is_empty()).then_some(name)
    }

    /// As it is shown: a URL without parameters.
    pub fn url(&self) -> Option<String> {
        let mut spec = serde_json::Map::new();
        spec.insert(self.provider.key().to_owned(), self.fields.clone());
        StorageUrl::of_spec(&Value::Object(spec)).map(|url| url.to_string())
    }
}
