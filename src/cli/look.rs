//! Flags of commands that only look.

use clap::Args;

use crate::manifest::check_selector;
use crate::output::SortBy;

/// How the result is printed.
#[derive(Debug, Clone, Default, Args)]
pub struct OutputFlags {
    /// table, wide, json, yaml, name, jsonpath=…, custom-columns=…
    #[arg(short, long, value_name = "FORMAT", help_heading = "Output")]
    pub output: Option<String>,

    /// Print tables without the header row
    #[arg(long, help_heading = "Output")]
    pub no_headers: bool,

    /// Print secrets as they are: azblob SAS tokens, the data of Secrets
    #[arg(long, help_heading = "Output")]
    pub show_secrets: bool,

    /// Keep managedFields in json and yaml
    #[arg(long, help_heading = "Output")]
    pub show_managed_fields: bool,
}

/// Which objects a list holds, and in which order.
#[derive(Debug, Clone, Default, Args)]
pub struct ListFlags {
    /// List the objects of all namespaces
    #[arg(short = 'A', long)]
    pub all_namespaces: bool,

    /// List only objects with these labels
    #[arg(short = 'l', long, value_name = "SELECTOR", value_parser = labels)]
    pub selector: Option<String>,

    /// List only objects of this TiDB cluster
    #[arg(long, value_name = "CLUSTER", value_parser = name)]
    pub cluster: Option<String>,

    /// Sort by a field, such as {.status.commitTs}
    #[arg(long, value_name = "JSONPATH", value_parser = sort_by)]
    pub sort_by: Option<SortBy>,

    /// Print the labels as the last column
    #[arg(long)]
    pub show_labels: bool,

    /// After the list, print changes as they happen
    #[arg(short, long)]
    pub watch: bool,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `NAME…` or `-l`.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct Selector {
    /// Names of objects; also `backup.br.pingcap.com/NAME`
    #[arg(value_name = "NAME", value_parser = name)]
    pub names: Vec<String>,

    /// All objects with these labels
    #[arg(short = 'l', long, value_name = "SELECTOR", value_parser = some_labels)]
    pub selector: Option<String>,
}

/// `show`
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    #[command(flatten)]
    pub which: Selector,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// The name of an object. An unset variable of a script leaves an empty name, which must not stand for anything.
pub fn name(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("the name is empty".to_owned()),
        _ => Ok(text.to_owned()),
    }
}

fn sort_by(text: &str) -> Result<SortBy, String> {
    SortBy::parse(text).map_err(|error| error.message)
}

/// A selector that is not empty: an empty one means every object, and an unset variable of a script must not reach them all.
pub(super) fn some_labels(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("an empty selector would mean every object".to_owned()),
        _ => labels(text),
    }
}

fn labels(text: &str) -> Result<String, String> {
    check_selector(text).map(|()| text.to_owned())
}
