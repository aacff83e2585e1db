//! A list as the user asked for it.

use crate::Result;
use crate::cli::ListFlags;
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::output::{Format, Screen};

/// The flags of a list, settled.
pub struct ListRequest<'a> {
    /// The world of the command.
    pub context: &'a Context,
    /// The flags that every list has.
    pub flags: &'a ListFlags,
    /// Labels and names.
    pub query: ListQuery,
    /// The format.
    pub format: Format,
    /// The namespace; `None` means all namespaces.
    pub namespace: Option<String>,
}

impl<'a> ListRequest<'a> {
    /// Settles the flags of a list.
    ///
    /// # Errors
    /// Usage for an unknown format; the errors of the kubeconfig.
    pub async fn new(context: &'a Context, flags: &'a ListFlags) -> Result<Self> {
        let format = flags.output.format()?;
        let namespace = match flags.all_namespaces {
            true => None,
            false => Some(context.cluster().await?.namespace().to_owned()),
        };
        Ok(Self {
            context,
            flags,
            query: ListQuery::labels(flags.selector.clone()),
            format,
            namespace,
        })
    }

    /// How text is drawn.
    pub fn screen(&self) -> Screen {
        self.context.screen(&self.format, &self.flags.output)
    }

    /// The namespace; `None` means all namespaces.
    pub fn scope(&self) -> Option<&str> {
        self.namespace.as_deref()
    }

    /// Whether `--cluster` names this TiDB cluster, or is not given.
    pub fn of_cluster(&self, cluster: Option<&str>) -> bool {
        self.flags.cluster.is_none() || cluster == self.flags.cluster.as_deref()
    }
}
