//! The commands: one folder for each noun, one file for each verb.

mod backup;
mod check;
mod compact;
pub mod completion;
mod convert;
mod log;
mod restore;
mod schedule;
mod setup;
mod tso;
mod version;
pub mod wizard;

use crate::cli::{
    BackupCommand, Command, CompactCommand, LogCommand, RestoreCommand, ScheduleCommand, help,
};
use crate::context::Context;
use crate::log_backup::Verb;
use crate::{Exit, Result};

/// Runs one command.
///
/// # Errors
/// Every failure of the command; the exit code follows from its kind.
pub async fn run(context: &Context, command: &Command) -> Result<Exit> {
    match command {
        Command::Backup(BackupCommand::Create(args)) => backup::create(context, args).await,
        Command::Backup(BackupCommand::List(args)) => backup::list(context, args).await,
        Command::Backup(BackupCommand::Show(args)) => backup::show(context, args).await,
        Command::Backup(BackupCommand::Wait(args)) => backup::wait(context, args).await,
        Command::Log(LogCommand::Start(args)) => log::start(context, args).await,
        Command::Log(LogCommand::Pause(args)) => {
            log::transit(context, Verb::Pause, args, &[]).await
        }
        Command::Log(LogCommand::Resume(args)) => {
            log::transit(context, Verb::Resume, &args.transit, &args.allow.rules).await
        }
        Command::Log(LogCommand::Stop(args)) => log::transit(context, Verb::Stop, args, &[]).await,
        Command::Log(LogCommand::Truncate(args)) => log::truncate(context, args).await,
        Command::Log(LogCommand::Status(args)) => log::status(context, args).await,
        Command::Log(LogCommand::Show(args)) => backup::show_logs(context, args).await,
        Command::Log(LogCommand::Wait(args)) => backup::wait_logs(context, args).await,
        Command::Restore(RestoreCommand::Create(args)) => restore::create(context, args).await,
        Command::Restore(RestoreCommand::List(args)) => restore::list(context, args).await,
        Command::Restore(RestoreCommand::Show(args)) => restore::show(context, args).await,
        Command::Restore(RestoreCommand::Wait(args)) => restore::wait(context, args).await,
        Command::Schedule(command) => run_schedule(context, command).await,
        Command::Compact(command) => run_compact(context, command).await,
        Command::Setup(command) => setup::run(context, command).await,
        Command::Check(args) => check::run(context, args).await,
        Command::Convert(args) => convert::run(context, args),
        Command::Tso(args) => tso::run(context, args).await,
        Command::Completion(args) => completion::run(context, args),
        Command::Version(args) => version::run(context, args).await,
        Command::Options => {
            context
                .ui
                .print(&help::options(context.ui.terminal().width()));
            Ok(Exit::Done)
        }
    }
}

async fn run_schedule(context: &Context, command: &ScheduleCommand) -> Result<Exit> {
    match command {
        ScheduleCommand::Create(args) => schedule::create(context, args).await,
        ScheduleCommand::List(args) => schedule::list(context, args).await,
        ScheduleCommand::Show(args) => schedule::show(context, args).await,
        ScheduleCommand::Set(args) => schedule::set(context, args).await,
        ScheduleCommand::Pause(args) => schedule::pause(context, args).await,
        ScheduleCommand::Resume(args) => schedule::resume(context, args).await,
        ScheduleCommand::Trigger(args) => schedule::trigger(context, args).await,
        ScheduleCommand::Delete(args) => schedule::delete(context, args).await,
    }
}

async fn run_compact(context: &Context, command: &CompactCommand) -> Result<Exit> {
    match command {
        CompactCommand::Create(args) => compact::create(context, args).await,
        CompactCommand::List(args) => compact::list(context, args).await,
        CompactCommand::Show(args) => compact::show(context, args).await,
        CompactCommand::Wait(args) => compact::wait(context, args).await,
    }
}
