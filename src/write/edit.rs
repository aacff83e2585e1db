//! A manifest that a verb edits instead of the object in the cluster, for GitOps: `-f FILE --dry-run=client`. Nothing is connected to.

use serde_json::Value;

use crate::api::document::put;
use crate::api::{Kind, Operator};
use crate::cli::{DryRun, WriteFlags};
use crate::context::Context;
use crate::lookup::locate;
use crate::manifest::file;
use crate::write::plan::Plan;
use crate::write::{base, execute};
use crate::{Error, Exit, Result};

/// What a verb is to do with which file.
pub struct Order<'a> {
    /// The kind that the verb is for.
    pub kind: Kind,
    /// What the object is called in messages: `log backup`.
    pub called: &'static str,
    /// The command as it is typed: `log pause`.
    pub command: String,
    /// FILE
    pub path: &'a str,
    /// `NAME…`, which need not be given.
    pub names: &'a [String],
    /// How it is printed.
    pub write: &'a WriteFlags,
}

/// The manifest of FILE.
pub struct Edited {
    /// What errors call the file.
    pub file: String,
    /// The generation that it is for.
    pub operator: Operator,
    /// As it stands there.
    pub document: Value,
}

impl Order<'_> {
    /// Reads the manifest.
    ///
    /// # Errors
    /// Usage: no manifest of this kind, or of another group, namespace or name than was asked for.
    pub fn open(&self, context: &Context) -> Result<Edited> {
        let (file, bytes) = context.file(self.path)?;
        let (operator, mut document) = file::manifest(&file, &bytes, self.kind)?;
        context.agreed(Some(operator))?;
        let said = base::said_namespace(context, Some(&document))?;
        if let (Some(namespace), Some(metadata)) = (said, document.get_mut("metadata")) {
            put(metadata, "namespace", namespace);
        }
        let in_file = document.pointer("/metadata/name").and_then(Value::as_str);
        for text in self.names {
            let (group, name) = locate::parts(self.kind, text)?;
            if in_file.is_some_and(|in_file| in_file != name) {
                return Err(Error::usage(format!(
                    "{file} is about one {}, {:?}, not {text:?}",
                    self.called,
                    in_file.unwrap_or_default()
                )));
            }
            if let Some(group) = group.filter(|group| *group != operator) {
                return Err(Error::usage(format!(
                    "{text} belongs to {group}, but {file} is for {operator} ({})",
                    operator.api_version()
                )));
            }
        }
        Ok(Edited {
            file,
            operator,
            document,
        })
    }

    /// Whether it was said that nothing is written.
    ///
    /// # Errors
    /// Usage, with the command that prints.
    pub fn only_printed(&self) -> Result<()> {
        match self.write.mode() {
            DryRun::Client => Ok(()),
            DryRun::None | DryRun::Server => Err(Error::usage(
                "-f edits a manifest and writes nothing: add --dry-run=client",
            )
            .hint(format!(
                "kubectl tidb-br {} -f {} --dry-run=client -o yaml",
                self.command, self.path
            ))),
        }
    }

    /// Prints the manifest after the plan, or the difference that it makes.
    pub fn print(
        &self,
        context: &Context,
        plan: &Plan,
        edited: &Edited,
        word: &str,
    ) -> Result<Exit> {
        let after = execute::preview(plan, &edited.document);
        match self.write.diff {
            true => execute::print_change(
                context,
                [&edited.file, &format!("planned/{}", edited.file)],
                [&edited.document, &after],
                self.write,
            )?,
            false => execute::print_result(context, &after, word, self.write)?,
        }
        Ok(Exit::Done)
    }
}

impl Edited {
    /// What cannot be read as an object of its kind.
    pub fn nameless(&self) -> Error {
        Error::usage(format!("{}: metadata.name is missing", self.file))
    }
}

/// A manifest need not say its namespace; then hints do not either.
pub fn anywhere(error: Error, namespace: &str) -> Error {
    if !namespace.is_empty() {
        return error;
    }
    let without = |text: &str| {
        format!("{text} ")
            .replace(" -n  ", " ")
            .trim_end()
            .to_owned()
    };
    Error {
        hints: error
            .hints
            .iter()
            .map(|hint| hint.map_text(&without))
            .collect(),
        ..error
    }
}
