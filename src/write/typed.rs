//! What was typed of a new object: NAME, FILE, the flags of the table and `--set`. All `create` commands begin with it.

use serde_json::Value;

use crate::api::{Kind, Operator};
use crate::cli::Base;
use crate::context::Context;
use crate::manifest::path::FieldPath;
use crate::manifest::{Given, Intent, Method, Times, moments};
use crate::time::Tso;
use crate::write::base;
use crate::{ErrorKind, Result};

/// What was typed.
#[derive(Clone)]
pub struct Typed<'a> {
    /// What is made.
    pub kind: Kind,
    /// How.
    pub method: Method,
    /// NAME
    pub name: Option<&'a str>,
    /// The operator of FILE's group.
    pub operator: Option<Operator>,
    /// Where the manifest starts from: FILE, or what a flag put in its place.
    pub document: Option<Value>,
    /// The flags of the table.
    pub given: &'a Given,
    /// `--set`
    pub set: Vec<(FieldPath, Value)>,
}

impl<'a> Typed<'a> {
    /// Reads FILE and `--set`.
    ///
    /// # Errors
    /// Usage, when they cannot be read or are of another kind.
    pub fn read(
        context: &Context,
        kind: Kind,
        method: Method,
        name: Option<&'a str>,
        base: &Base,
        given: &'a Given,
    ) -> Result<Self> {
        let set = base::assignments(base)?;
        let (operator, document) = base::from_file(context, base, kind)?.unzip();
        Ok(Self {
            kind,
            method,
            name,
            operator,
            document,
            given,
            set,
        })
    }

    /// Whether nothing was typed but NAME.
    pub fn only_name(&self) -> bool {
        self.given.is_empty() && self.document.is_none() && self.set.is_empty()
    }

    /// Builds the manifest for every operator that it may be for, so that what is wrong with it is told before anything is
    /// connected to. `whole`: nothing else will be added, so that what is missing is missing. Nothing comes out where only the
    /// cluster knows a time in it.
    ///
    /// # Errors
    /// What is wrong, when none of them could take it.
    pub fn rehearse(&self, context: &Context, whole: bool) -> Result<Option<Value>> {
        let attempt = |operator| self.rehearse_for(context, operator, whole);
        match context.agreed(self.operator)? {
            Some(operator) => attempt(operator),
            None => attempt(Operator::V2).or_else(|of_v2| {
                attempt(Operator::V1).map_err(|of_v1| match of_v2.kind {
                    ErrorKind::Unsupported => of_v1,
                    _ => of_v2,
                })
            }),
        }
    }

    /// The same for one operator.
    ///
    /// # Errors
    /// What is wrong for it.
    pub fn rehearse_for(
        &self,
        context: &Context,
        operator: Operator,
        whole: bool,
    ) -> Result<Option<Value>> {
        let namespace = base::said_namespace(context, self.document.as_ref())?;
        // The context of the kubeconfig may choose the very namespace of the cluster.
        let namespace = namespace.as_deref().or(self.given.one("cluster-namespace"));
        let times = moments::without_cluster(self.given, context.now())?;
        let intent = self.intent(context, operator, namespace, &times);
        let built = match whole {
            true => intent.manifest()?,
            false => intent.outline()?,
        };
        let known = times.values().all(|time| *time != Tso::NO_END);
        Ok(known.then_some(built))
    }

    /// The namespace to write: `-n`, FILE's, or the context's; offline only what was said.
    ///
    /// # Errors
    /// As [`base::said_namespace`], and what keeps from connecting.
    pub async fn namespace(&self, context: &Context, offline: bool) -> Result<Option<String>> {
        match base::said_namespace(context, self.document.as_ref())? {
            None if !offline => Ok(Some(context.cluster().await?.namespace().to_owned())),
            said => Ok(said),
        }
    }

    /// Builds the manifest, with the moments that the typed times mean.
    ///
    /// # Errors
    /// As [`Intent::manifest`].
    pub fn manifest(
        &self,
        context: &Context,
        operator: Operator,
        namespace: Option<&str>,
        times: &Times,
    ) -> Result<Value> {
        self.intent(context, operator, namespace, times).manifest()
    }

    fn intent<'b>(
        &'b self,
        context: &Context,
        operator: Operator,
        namespace: Option<&'b str>,
        times: &'b Times,
    ) -> Intent<'b> {
        Intent {
            kind: self.kind,
            operator,
            method: self.method,
            name: self.name,
            namespace,
            base: self.document.clone(),
            given: self.given,
            times,
            set: &self.set,
            now: context.now(),
        }
    }
}
