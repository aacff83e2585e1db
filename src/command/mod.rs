//! One file a noun: read, plan, confirm, execute, follow, render.

mod backup;
mod base;
pub mod completion;
mod context;
mod describe;
mod execute;
mod generation;
mod listing;
mod locate;
mod log;
mod neighbours;
mod preflight;
mod rehearsal;
mod silence;
mod submit;
mod tso;
mod version;
mod wait;

pub use context::{Context, Environment};

use crate::cli::{BackupCommand, Command, LogCommand};
use crate::log_backup::Verb;
use crate::{Exit, Result};

/// Runs one command.
///
/// # Errors
/// Everything that ends a command with another code than the one it returns.
pub async fn run(context: &Context, command: &Command) -> Result<Exit> {
    match command {
        Command::Backup(BackupCommand::Create(args)) => backup::create(context, args).await,
        Command::Backup(BackupCommand::List(args)) => backup::list(context, args).await,
        Command::Backup(BackupCommand::Show(args)) => backup::show(context, args).await,
        Command::Log(LogCommand::Start(args)) => log::start(context, args).await,
        Command::Log(LogCommand::Pause(args)) => log::transit(context, Verb::Pause, args).await,
        Command::Log(LogCommand::Resume(args)) => log::transit(context, Verb::Resume, args).await,
        Command::Log(LogCommand::Stop(args)) => log::transit(context, Verb::Stop, args).await,
        Command::Log(LogCommand::Truncate(args)) => log::truncate(context, args).await,
        Command::Log(LogCommand::Status(args)) => log::status(context, args).await,
        Command::Log(LogCommand::Show(args)) => backup::show_logs(context, args).await,
        Command::Tso(args) => tso::run(context, args).await,
        Command::Completion(args) => completion::run(context, args),
        Command::Version(args) => version::run(context, args).await,
    }
}
