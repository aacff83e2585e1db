//! The flags of the field table as clap arguments. A command offers a list of groups of them.

use std::marker::PhantomData;

use clap::builder::{ArgExt, PossibleValuesParser, ValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use super::write::assignment;
use crate::api::Operator;
use crate::manifest::Given;
use crate::manifest::flag::{BACKUP, COMPACT, FLAGS, Flag, Group, LOG, RESTORE, SCHEDULE, Takes};
use crate::manifest::path::FieldPath;

/// Which groups of the table a command offers.
pub trait Surface {
    /// The groups.
    const GROUPS: &'static [Group];

    /// The path of the spec that the fields lie below.
    const SPEC: &'static str = "spec";

    /// The heading in help.
    fn heading(group: Group) -> &'static str {
        group.heading()
    }

    /// One line of help.
    fn help(flag: &'static Flag) -> &'static str {
        flag.help
    }
}

/// `backup create`
#[derive(Debug, Clone, Copy)]
pub struct BackupSurface;
impl Surface for BackupSurface {
    const GROUPS: &'static [Group] = BACKUP;
}

/// `log start`
#[derive(Debug, Clone, Copy)]
pub struct LogSurface;
impl Surface for LogSurface {
    const GROUPS: &'static [Group] = LOG;
}

/// `restore create`
#[derive(Debug, Clone, Copy)]
pub struct RestoreSurface;
impl Surface for RestoreSurface {
    const GROUPS: &'static [Group] = RESTORE;

    fn heading(group: Group) -> &'static str {
        match group {
            Group::Target | Group::Selection => "What to restore",
            Group::Scratch => Group::To.heading(),
            group => group.heading(),
        }
    }

    fn help(flag: &'static Flag) -> &'static str {
        match flag.name {
            "cluster" => "TiDB cluster to restore into",
            "type" => "Which part of the backup is restored",
            "storage" => {
                "Where the data is: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; with --to, where the log backup is"
            }
            _ => flag.help,
        }
    }
}

/// `schedule create` and `schedule set`
#[derive(Debug, Clone, Copy)]
pub struct ScheduleSurface;
impl Surface for ScheduleSurface {
    const GROUPS: &'static [Group] = SCHEDULE;
    const SPEC: &'static str = "spec.backupTemplate";
}

/// `compact create`
#[derive(Debug, Clone, Copy)]
pub struct CompactSurface;
impl Surface for CompactSurface {
    const GROUPS: &'static [Group] = COMPACT;
}

/// The flags of `backup create`.
pub type BackupFlags = Offered<BackupSurface>;
/// The flags of `log start`.
pub type LogFlags = Offered<LogSurface>;
/// The flags of `restore create`.
pub type RestoreFlags = Offered<RestoreSurface>;
/// The flags of `schedule create` and `schedule set`.
pub type ScheduleFlags = Offered<ScheduleSurface>;
/// The flags of `compact create`.
pub type CompactFlags = Offered<CompactSurface>;

/// The field of the manifest that a flag writes, as help names it.
#[derive(Debug, Clone)]
pub struct Writes {
    flag: &'static Flag,
    spec: &'static str,
}

impl ArgExt for Writes {}

impl Writes {
    /// `spec.br.cluster`; a field that depends on the provider of the storage names the provider in capitals.
    pub fn field(&self) -> String {
        let field = match (self.flag.name, self.flag.field) {
            ("storage", _) => "s3, gcs, azblob or local",
            ("storage-secret", _) => "PROVIDER.secretName",
            ("local-pvc" | "local-nfs", _) => "local.volume",
            ("local-mount-path", _) => "local.volumeMount.mountPath",
            ("local-volume-name", _) => "local.volume.name",
            ("log-storage", _) => "spec.logBackupTemplate",
            ("log-storage-secret", _) => "spec.logBackupTemplate.PROVIDER.secretName",
            ("compact-interval", _) => "spec.compactInterval, spec.compactBackupTemplate",
            ("full-storage", _) => "pitrFullBackupStorageProvider",
            ("full-storage-secret", _) => "pitrFullBackupStorageProvider.PROVIDER.secretName",
            ("archive", _) => "s3.path or gcs.path",
            (_, field) => field,
        };
        let root = field.starts_with("metadata.") || field.starts_with("spec.");
        let only = match self.flag.only {
            Some(Operator::V1) => ", v1",
            Some(Operator::V2) => ", v2",
            None => "",
        };
        match root {
            true => format!("{field}{only}"),
            false => format!("{}.{field}{only}", self.spec),
        }
    }
}

/// The flags of the table that one command offers, and the values that were given.
#[derive(Debug, Clone)]
pub struct Offered<S> {
    /// The values that were given.
    pub given: Given,
    surface: PhantomData<S>,
}

fn offered(groups: &'static [Group]) -> impl Iterator<Item = &'static Flag> {
    FLAGS.iter().filter(|flag| groups.contains(&flag.group))
}

fn argument<S: Surface>(flag: &'static Flag) -> Arg {
    let arg = Arg::new(flag.name)
        .long(flag.name)
        .help(S::help(flag))
        .help_heading(S::heading(flag.group))
        .add(Writes {
            flag,
            spec: S::SPEC,
        });
    match flag.takes {
        Takes::Text(name) => arg.value_name(name).allow_hyphen_values(true),
        Takes::Object(name) => arg.value_name(name),
        Takes::Word(words) => arg
            .value_parser(PossibleValuesParser::new(words))
            .value_name("WORD"),
        Takes::Number(_) | Takes::Port => arg.value_name("N").allow_hyphen_values(true),
        Takes::Bool => arg
            .value_name("BOOL")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true"),
        Takes::Duration => arg.value_name("DURATION").allow_hyphen_values(true),
        Takes::Time => arg.value_name("TIME").allow_hyphen_values(true),
        Takes::Quantity => arg.value_name("QUANTITY").allow_hyphen_values(true),
        Takes::Texts(name) => arg
            .value_name(name)
            .allow_hyphen_values(true)
            .action(ArgAction::Append),
        Takes::TimeOption(_) => arg.value_name("TIME").allow_hyphen_values(true),
        Takes::Pairs | Takes::Labels | Takes::Options | Takes::Env => {
            arg.value_name("KEY=VALUE").action(ArgAction::Append)
        }
        Takes::EnvFromSecret => arg.value_name("KEY=SECRET:KEY").action(ArgAction::Append),
        Takes::Names => arg.value_name("NAME").action(ArgAction::Append),
        Takes::Resources => arg.value_name("cpu=N,memory=N").action(ArgAction::Append),
        Takes::Tolerations => arg
            .value_name("KEY[=VALUE]:EFFECT")
            .action(ArgAction::Append),
    }
}

impl<S: Surface> Args for Offered<S> {
    fn augment_args(command: Command) -> Command {
        offered(S::GROUPS).fold(command, |command, flag| command.arg(argument::<S>(flag)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<S: Surface> FromArgMatches for Offered<S> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given = Given::default();
        for flag in offered(S::GROUPS) {
            let values = matches
                .try_get_many::<String>(flag.name)
                .map_err(|error| clap::Error::raw(ErrorKind::InvalidValue, error))?;
            if let Some(values) = values {
                given.add(flag, values.cloned().collect());
            }
        }
        Ok(Self {
            given,
            surface: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The manifest that flags change, and the assignments that override all flags.
#[derive(Debug, Clone, Args)]
pub struct Base {
    /// Manifest that the flags change; - is stdin
    #[arg(
        short,
        long = "filename",
        value_name = "FILE",
        help_heading = "Manifest"
    )]
    pub file: Option<String>,

    /// Set any field: its path from the root and a YAML value; null removes the field (repeatable)
    #[arg(long, value_name = "PATH=YAML", value_parser = ValueParser::new(assignment), help_heading = "Manifest")]
    pub set: Vec<(FieldPath, String)>,
}
