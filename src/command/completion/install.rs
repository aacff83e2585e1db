//! `completion install`: puts the completer where kubectl finds it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{COMPLETER, EXECUTABLE, SHIM};
use crate::cli::InstallCompletion;
use crate::context::Context;
use crate::output::Confirmation;
use crate::{Error, Exit, Hint, NextCommand, Result};

/// `completion install`
pub fn run(context: &Context, args: &InstallCompletion) -> Result<Exit> {
    let folder = match &args.dir {
        Some(folder) => folder.clone(),
        None => folder(&path_folders(context))?,
    };
    let file = folder.join(file_name());
    let content = content()?;
    let word = match fs::read(&file) {
        Ok(present) if present == content => {
            context.ui.line(&format!("{} unchanged", file.display()));
            return Ok(Exit::Done);
        }
        Ok(_) => "configured",
        Err(_) => "created",
    };
    confirm(context, args, &file, word)?;
    write(&file, &content).map_err(|error| {
        Error::failed(format!("cannot write {}: {error}", file.display())).hint(
            Hint::from(NextCommand::plugin("completion install --dir DIR").local())
                .and(", with a folder of PATH that you may write to"),
        )
    })?;
    context.ui.line(&format!("{} {word}", file.display()));
    let on_path = path_folders(context).contains(&folder);
    if !on_path {
        context.ui.warning(&format!(
            "{} is not on PATH: kubectl will not find the completer there",
            folder.display()
        ));
    }
    context.ui.hint(
        Hint::from(NextCommand::kubectl("completion --help").local())
            .and(" says how to load kubectl's own completion, which asks the completer"),
    );
    Ok(Exit::Done)
}

fn confirm(context: &Context, args: &InstallCompletion, file: &Path, word: &str) -> Result<()> {
    let doing = match word {
        "created" => "Create",
        _ => "Replace",
    };
    let refused = |why: &str| {
        Err(
            Error::refused(format!("{} was not written: {why}", file.display()))
                .hint(NextCommand::plugin("completion install --yes").local()),
        )
    };
    if args.yes {
        return Ok(());
    }
    match context.ui.confirm(&format!("{doing} {}?", file.display())) {
        Confirmation::Yes => Ok(()),
        Confirmation::No => refused("not confirmed"),
        Confirmation::NoTerminal => refused("there is no terminal to confirm it on"),
    }
}

fn path_folders(context: &Context) -> Vec<PathBuf> {
    let path = (context.environment)("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .filter(|folder| folder.is_absolute())
        .collect()
}

/// The folder of PATH that holds the program, else the first one that can be written to. Where krew put a link to the program,
/// that is the folder of the link: what the link points at changes with every version.
fn folder(path: &[PathBuf]) -> Result<PathBuf> {
    let program = format!("{EXECUTABLE}{}", std::env::consts::EXE_SUFFIX);
    let beside = path.iter().filter(|folder| folder.join(&program).is_file());
    beside
        .chain(path)
        .find(|folder| takes_files(folder))
        .cloned()
        .ok_or_else(|| {
            Error::failed("no folder of PATH can be written to")
                .hint("mkdir -p ~/.local/bin && export PATH=\"$HOME/.local/bin:$PATH\"")
        })
}

/// Tried, because permissions, read-only mounts and access lists all have a say.
fn takes_files(folder: &Path) -> bool {
    let probe = folder.join(format!(".{COMPLETER}-{}", std::process::id()));
    let created = fs::File::create_new(&probe).is_ok();
    let _ = fs::remove_file(&probe);
    created
}

#[cfg(unix)]
fn file_name() -> String {
    COMPLETER.to_owned()
}

#[cfg(unix)]
fn content() -> Result<Vec<u8>> {
    Ok(SHIM.as_bytes().to_vec())
}

/// Written beside its place and moved there: a shell that runs it at that moment must not read half of it.
#[cfg(unix)]
fn write(file: &Path, content: &[u8]) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let unfinished = file.with_extension("unfinished");
    let written = fs::write(&unfinished, content)
        .and_then(|()| fs::set_permissions(&unfinished, fs::Permissions::from_mode(0o755)))
        .and_then(|()| fs::rename(&unfinished, file));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// Windows runs no scripts without an ending: there the completer is the program itself under another name.
#[cfg(not(unix))]
fn file_name() -> String {
    format!("{COMPLETER}{}", std::env::consts::EXE_SUFFIX)
}

#[cfg(not(unix))]
fn content() -> Result<Vec<u8>> {
    std::env::current_exe()
        .and_then(fs::read)
        .map_err(|error| Error::failed(format!("cannot read this program: {error}")))
}

#[cfg(not(unix))]
fn write(file: &Path, content: &[u8]) -> io::Result<()> {
    fs::write(file, content)
}
