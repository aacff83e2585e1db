//! What the user gave for a new object: NAME, FILE, the flags of the table and `--set`. Every `create` command begins with these.

use serde_json::Value;

use super::carry_out::Attempt;
use super::input;
use super::plan::Write;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cli::Base;
use crate::context::Context;
use crate::manifest::path::FieldPath;
use crate::manifest::{Expected, Given, Intent, Method, Times, moments};
use crate::time::Tso;
use crate::{ErrorKind, Result};

/// A new object as the user asks for it.
#[derive(Clone)]
pub struct NewObject<'a> {
    /// The kind of the object.
    pub kind: Kind,
    /// The method of a backup or restore.
    pub method: Method,
    /// NAME
    pub name: Option<&'a str>,
    /// The operator of FILE's group.
    pub operator: Option<Operator>,
    /// The manifest to start from: FILE, or the document that a flag such as `--like` stands for.
    pub document: Option<Value>,
    /// The flags of the table.
    pub given: &'a Given,
    /// `--set`
    pub set: Vec<(FieldPath, Value)>,
}

impl<'a> NewObject<'a> {
    /// Reads FILE and `--set`.
    ///
    /// # Errors
    /// Usage, when they cannot be read or FILE holds another kind.
    pub fn parse(
        context: &Context,
        kind: Kind,
        method: Method,
        name: Option<&'a str>,
        base: &Base,
        given: &'a Given,
    ) -> Result<Self> {
        let set = input::assignments(&base.set)?;
        let (operator, document) = input::from_file(context, base, kind)?.unzip();
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

    /// Whether the user gave NAME and nothing else.
    pub fn only_name(&self) -> bool {
        self.given.is_empty() && self.document.is_none() && self.set.is_empty()
    }

    /// Builds the manifest for every operator that may be meant, so that mistakes are found before anything is connected to.
    /// Missing flags are an error as far as they are `expected`. Returns `None` where a time in the manifest is known only to the
    /// cluster.
    ///
    /// # Errors
    /// The mistake, when no operator could take the manifest.
    pub fn rehearse(&self, context: &Context, expected: Expected) -> Result<Option<Value>> {
        let attempt = |operator| self.rehearse_for(context, operator, expected);
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

    /// Builds the manifest for one operator without connecting, as [`NewObject::rehearse`] does.
    ///
    /// # Errors
    /// The mistake, when this operator could not take the manifest.
    pub fn rehearse_for(
        &self,
        context: &Context,
        operator: Operator,
        expected: Expected,
    ) -> Result<Option<Value>> {
        let namespace = input::stated_namespace(context, self.document.as_ref())?;
        // The context of the kubeconfig may choose the very namespace of the cluster.
        let namespace = namespace.as_deref().or(self.given.one("cluster-namespace"));
        let times = moments::without_cluster(self.given, context.now())?;
        let intent = self.intent(context, operator, namespace, &times);
        let built = intent.rehearsal(expected)?;
        let known = times.values().all(|time| *time != Tso::NO_END);
        Ok(known.then_some(built))
    }

    /// The namespace of the object: that of `-n`, of FILE, or of the context. Offline, only a namespace that the user states.
    ///
    /// # Errors
    /// As [`input::stated_namespace`], and what keeps from connecting.
    pub async fn namespace(&self, context: &Context, offline: bool) -> Result<Option<String>> {
        match input::stated_namespace(context, self.document.as_ref())? {
            None if !offline => Ok(Some(context.cluster().await?.namespace().to_owned())),
            stated => Ok(stated),
        }
    }

    /// Builds the manifest, with the moments that the times of the flags mean.
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

    /// Builds the manifest and the write that creates the object. Where the user gave no name, each attempt takes the next one: `x`,
    /// `x-2`, `x-3`.
    ///
    /// # Errors
    /// As [`NewObject::manifest`].
    pub fn write(
        &self,
        context: &Context,
        operator: Operator,
        namespace: Option<&str>,
        times: &Times,
        attempt: Attempt,
    ) -> Result<(Value, Write)> {
        let mut manifest = self.manifest(context, operator, namespace, times)?;
        let in_document = self.document.as_ref();
        let in_document =
            in_document.is_some_and(|document| at(document, "/metadata/name").is_string());
        let any_name = self.name.is_none() && !in_document;
        if any_name && attempt.names_taken > 0 {
            let first = at(&manifest, "/metadata/name").as_str().unwrap_or_default();
            let name = format!("{first}-{}", attempt.names_taken + 1);
            let renamed = NewObject {
                name: Some(&name),
                ..self.clone()
            };
            manifest = renamed.manifest(context, operator, namespace, times)?;
        }
        let write = Write::Create {
            manifest: manifest.clone(),
            any_name,
        };
        Ok((manifest, write))
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
