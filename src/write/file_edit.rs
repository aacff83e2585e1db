//! A verb that edits a manifest instead of the object in the cluster, for GitOps: `-f FILE --dry-run=client`. It never connects.

use serde_json::Value;

use super::foresight::preview;
use super::input;
use super::plan::Plan;
use super::result::print_result;
use crate::api::document::put;
use crate::api::name::TypedName;
use crate::api::{Kind, Operator};
use crate::cli::{DryRun, WriteFlags};
use crate::context::Context;
use crate::manifest::file;
use crate::output::diff;
use crate::{Error, Exit, NextCommand, Result};

/// Which file a verb edits, and how the result is printed.
pub struct FileEdit<'a> {
    /// The kind that the verb is for.
    pub kind: Kind,
    /// What messages call the object: `log backup`.
    pub called: &'static str,
    /// The command as it is typed: `log pause`.
    pub command: String,
    /// FILE
    pub path: &'a str,
    /// `NAME…`, which may be left out.
    pub names: &'a [String],
    /// How the manifest is printed.
    pub flags: &'a WriteFlags,
}

/// The manifest of FILE.
pub struct OpenedFile {
    /// What errors call the file.
    pub file: String,
    /// The operator that the manifest is for.
    pub operator: Operator,
    /// The manifest, with the namespace of `-n`.
    pub document: Value,
}

impl FileEdit<'_> {
    /// Reads the manifest.
    ///
    /// # Errors
    /// Usage, when FILE has no manifest of this kind, or the manifest has another group, namespace or name than the command line.
    pub fn open(&self, context: &Context) -> Result<OpenedFile> {
        let (file, bytes) = context.file(self.path)?;
        let (operator, mut document) = file::manifest(&file, &bytes, self.kind)?;
        context.agreed(Some(operator))?;
        let namespace = input::stated_namespace(context, Some(&document))?;
        if let (Some(namespace), Some(metadata)) = (namespace, document.get_mut("metadata")) {
            put(metadata, "namespace", namespace);
        }
        let in_file = document.pointer("/metadata/name").and_then(Value::as_str);
        for text in self.names {
            let typed = TypedName::parse(self.kind, text)?;
            if in_file.is_some_and(|in_file| in_file != typed.name) {
                return Err(Error::usage(format!(
                    "{file} is about one {}, {:?}, not {text:?}",
                    self.called,
                    in_file.unwrap_or_default()
                )));
            }
            if let Some(other) = typed.operator.filter(|other| *other != operator) {
                return Err(Error::usage(format!(
                    "{text} belongs to {other}, but {file} is for {operator} ({})",
                    operator.api_version()
                )));
            }
        }
        Ok(OpenedFile {
            file,
            operator,
            document,
        })
    }

    /// Checks that the user asked for the manifest to be printed, since nothing is written.
    ///
    /// # Errors
    /// Usage, with the command that prints.
    pub fn check_only_printed(&self) -> Result<()> {
        match self.flags.mode() {
            DryRun::Client => Ok(()),
            DryRun::None | DryRun::Server => Err(Error::usage(
                "-f edits a manifest and writes nothing: add --dry-run=client",
            )
            .hint(
                NextCommand::plugin(&self.command)
                    .flag("-f", self.path)
                    .arg("--dry-run=client")
                    .flag("-o", "yaml"),
            )),
        }
    }

    /// Prints the manifest after the plan, or the difference that the plan makes.
    ///
    /// # Errors
    /// What the format's template runs into.
    pub fn print(&self, context: &Context, plan: &Plan, opened: &OpenedFile) -> Result<Exit> {
        plan.announce(&context.ui);
        let after = preview(&plan.writes, &opened.document);
        if self.flags.diff {
            let planned = format!("planned/{}", opened.file);
            let disclosure = self.flags.output.disclosure();
            let documents = [&opened.document, &after];
            let text = diff::unified([&opened.file, &planned], documents, disclosure)?;
            context.ui.print(&text);
            return Ok(Exit::Done);
        }
        let written = (!plan.writes.is_empty()).then_some("patched");
        print_result(context, &after, &plan.result_word(written), self.flags)?;
        Ok(Exit::Done)
    }
}

impl OpenedFile {
    /// The error for a manifest without a name.
    pub fn nameless(&self) -> Error {
        Error::usage(format!("{}: metadata.name is missing", self.file))
    }
}
