//! Flags that are on or off. As with kubectl, each of them also takes a value after `=`: `--watch=false`, `-A=true`.

use clap::{Arg, ArgAction};

/// The name of a value that is true or false.
pub const BOOL: &str = "BOOL";

/// Lets a flag without a value take one; changes no other flag.
pub fn with_value(arg: Arg) -> Arg {
    if !matches!(arg.get_action(), ArgAction::SetTrue) {
        return arg;
    }
    arg.action(ArgAction::Set)
        .num_args(0..=1)
        .require_equals(true)
        .default_value("false")
        .default_missing_value("true")
        .value_name(BOOL)
        .value_parser(boolean)
}

/// The words that Go's `strconv.ParseBool` knows, which kubectl uses.
pub fn boolean(text: &str) -> Result<bool, String> {
    match text {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Ok(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Ok(false),
        _ => Err("expected true or false".to_owned()),
    }
}
