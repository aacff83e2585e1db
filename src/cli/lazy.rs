//! Flags of a command that are built only when the command is chosen: building the flags of all commands takes longer than most commands.

use std::ops::Deref;

use clap::builder::Resettable;
use clap::error::Result;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, Id};

use super::switch::with_value;

/// The flags `T` of one command.
#[derive(Debug, Clone)]
pub struct Lazy<T>(Box<T>);

impl<T> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: FromArgMatches> FromArgMatches for Lazy<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self> {
        T::from_arg_matches(matches).map(|flags| Self(Box::new(flags)))
    }

    fn from_arg_matches_mut(matches: &mut ArgMatches) -> Result<Self> {
        T::from_arg_matches_mut(matches).map(|flags| Self(Box::new(flags)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<()> {
        self.0.update_from_arg_matches(matches)
    }

    fn update_from_arg_matches_mut(&mut self, matches: &mut ArgMatches) -> Result<()> {
        self.0.update_from_arg_matches_mut(matches)
    }
}

impl<T: Args> Args for Lazy<T> {
    fn group_id() -> Option<Id> {
        T::group_id()
    }

    fn augment_args(command: Command) -> Command {
        command.defer(build::<T>)
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.defer(build::<T>)
    }
}

/// Adds the flags of `T`. The command's own description wins over the description of `T`. clap has added the flags that every command has
/// already; they are moved behind the flags of `T`.
fn build<T: Args>(command: Command) -> Command {
    let about = command.get_about().cloned();
    let long_about = command.get_long_about().cloned();
    let inherited = command.get_arguments().count();
    let command = T::augment_args(command)
        .about(Resettable::from(about))
        .long_about(Resettable::from(long_about));
    let mut flags: Vec<Arg> = command.get_arguments().cloned().collect();
    flags.rotate_left(inherited);
    let mut flags = flags.into_iter().map(with_value);
    command.mut_args(|flag| flags.next().unwrap_or(flag))
}
