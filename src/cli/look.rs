//! Flags of commands that only look.

use clap::Args;

use crate::manifest::check_selector;
use crate::output::SortBy;

/// How the result is printed.
#[derive(Debug, Clone, Default, Args)]
pub struct OutputFlags {
    /// table, wide, json, yaml, name, jsonpath=…, custom-columns=…
    #[arg(short, long, value_name = "FORMAT")]
    pub output: Option<String>,

    /// No header row
    #[arg(long)]
    pub no_headers: bool,

    /// Print secrets as they are: azblob SAS tokens, the data of Secrets
    #[arg(long)]
    pub show_secrets: bool,

    /// Keep managedFields in json and yaml
    #[arg(long)]
    pub show_managed_fields: bool,
}

/// Which objects a list holds.
#[derive(Debug, Clone, Default, Args)]
pub struct ListFlags {
    /// In all namespaces
    #[arg(short = 'A', long)]
    pub all_namespaces: bool,

    /// Only objects with these labels
    #[arg(short = 'l', long, value_name = "SELECTOR", value_parser = labels)]
    pub selector: Option<String>,

    /// Only objects of this TiDB cluster
    #[arg(long, value_name = "CLUSTER")]
    pub cluster: Option<String>,

    /// Sort by a field, such as {.status.commitTs}
    #[arg(long, value_name = "JSONPATH", value_parser = sort_by)]
    pub sort_by: Option<SortBy>,

    /// Labels as the last column
    #[arg(long)]
    pub show_labels: bool,

    /// Go on and print changes
    #[arg(short, long)]
    pub watch: bool,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `NAME…` or `-l`.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct Selector {
    /// Names; also `backup.br.pingcap.com/NAME`
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,

    /// Objects with these labels
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

fn sort_by(text: &str) -> Result<SortBy, String> {
    SortBy::parse(text).map_err(|error| error.message)
}

/// An empty selector means every object: what an unset variable of a script leaves must not reach them all.
pub(super) fn some_labels(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("an empty selector would mean every object".to_owned()),
        _ => labels(text),
    }
}

fn labels(text: &str) -> Result<String, String> {
    check_selector(text).map(|()| text.to_owned())
}
