//! What every command works with: streams, clock, environment, flags, and a connection made when first needed.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::OnceCell;

use crate::api::{Kind, Operator};
use crate::cli::{GlobalFlags, KubeFlags, OperatorChoice, OutputFlags};
use crate::cluster::{self, Cluster, Notice};
use crate::log_backup::LogBackup;
use crate::manifest::Given;
use crate::manifest::flag::Takes;
use crate::manifest::value::Times;
use crate::output::objects::Disclosure;
use crate::output::{Format, HeldObjects, Screen, Ui};
use crate::time::{Reference, ReferenceKind, Resolved, TimeArg, Tso, Zone};
use crate::{Error, Result};

use crate::lookup::locate;

/// Reads a variable of the environment.
pub type Environment = dyn Fn(&str) -> Option<String> + Sync + Send;

/// The world of one command.
pub struct Context {
    /// The only writer.
    pub ui: Ui,
    /// Flags that every command has.
    pub global: GlobalFlags,
    /// How to reach the API server.
    pub kube: KubeFlags,
    /// The clock.
    pub clock: fn() -> DateTime<Utc>,
    /// The environment.
    pub environment: Box<Environment>,
    /// Whether what is about to be written is shown and asked about first, because the command line was made by questions.
    pub review: bool,
    /// Objects that are printed together at the end.
    pub held_objects: HeldObjects,
    cluster: OnceCell<Cluster>,
}

impl Context {
    /// A context that has not connected yet.
    pub fn new(
        ui: Ui,
        global: GlobalFlags,
        kube: KubeFlags,
        clock: fn() -> DateTime<Utc>,
        environment: Box<Environment>,
    ) -> Self {
        Self {
            ui,
            global,
            kube,
            clock,
            environment,
            review: false,
            held_objects: HeldObjects::default(),
            cluster: OnceCell::new(),
        }
    }

    /// The present.
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// The zone that times are shown in.
    pub fn zone(&self) -> Zone {
        match self.global.utc {
            true => Zone::Utc,
            false => Zone::Local,
        }
    }

    /// The generation that was asked for, if one was.
    pub fn operator(&self) -> Option<Operator> {
        match self.global.operator {
            OperatorChoice::Auto => None,
            OperatorChoice::V1 => Some(Operator::V1),
            OperatorChoice::V2 => Some(Operator::V2),
        }
    }

    /// The generation that was asked for, or that of FILE.
    ///
    /// # Errors
    /// Usage, when the two differ.
    pub fn agreed(&self, of_file: Option<Operator>) -> Result<Option<Operator>> {
        match (self.operator(), of_file) {
            (Some(asked), Some(of_file)) if asked != of_file => Err(Error::usage(format!(
                "--operator {asked} does not match the manifest, which is for {of_file} ({})",
                of_file.api_version()
            ))),
            (asked, of_file) => Ok(asked.or(of_file)),
        }
    }

    /// The connection, made at the first call.
    pub async fn cluster(&self) -> Result<&Cluster> {
        let connect = || async {
            let ui = self.ui.clone();
            let notices = Arc::new(move |notice: Notice<'_>| match notice {
                Notice::Warning(text) => ui.warning(text),
                Notice::Trace(text) | Notice::Waiting(text) => ui.note(text),
            });
            cluster::connect(&self.kube, &*self.environment, notices).await
        };
        self.cluster.get_or_try_init(connect).await
    }

    /// The connection, if a command made one.
    pub fn connected(&self) -> Option<&Cluster> {
        self.cluster.get()
    }

    /// How tables are drawn.
    pub fn screen(&self, format: &Format, output: &OutputFlags) -> Screen {
        Screen {
            wide: matches!(format, Format::Wide),
            headers: !output.no_headers,
            color: self.ui.color(),
            zone: self.zone(),
            now: self.now(),
        }
    }

    /// The bytes of `-f FILE`, or of stdin for `-`; and how errors call it.
    pub fn file(&self, path: &str) -> Result<(String, Vec<u8>)> {
        if path == "-" {
            let mut bytes = Vec::new();
            std::io::stdin()
                .read_to_end(&mut bytes)
                .map_err(|error| Error::failed(format!("cannot read stdin: {error}")))?;
            return Ok(("stdin".to_owned(), bytes));
        }
        let bytes = std::fs::read(path)
            .map_err(|error| Error::usage(format!("cannot read {path}: {error}")))?;
        Ok((path.to_owned(), bytes))
    }

    /// The moments that the time flags mean. Only references to objects need a cluster.
    pub async fn times(&self, given: &Given) -> Result<Times> {
        let mut times = BTreeMap::new();
        for (flag, text) in typed_times(given) {
            let arg: TimeArg = text.parse().map_err(named(flag, text))?;
            let moment = self.moment(&arg).await.map_err(named(flag, text))?;
            times.insert(text.clone(), moment);
        }
        Ok(times)
    }

    /// The same without a cluster: the time of an object is taken to be far away.
    pub fn typed_times(&self, given: &Given) -> Result<Times> {
        let mut times = BTreeMap::new();
        for (flag, text) in typed_times(given) {
            let arg: TimeArg = text.parse().map_err(named(flag, text))?;
            let moment = match arg.resolve(self.now()).map_err(named(flag, text))? {
                Resolved::At(tso) => tso,
                Resolved::Of(_) => Tso::NO_END,
            };
            times.insert(text.clone(), moment);
        }
        Ok(times)
    }

    /// The moment that a time means.
    pub async fn moment(&self, arg: &TimeArg) -> Result<Tso> {
        match arg.resolve(self.now())? {
            Resolved::At(tso) => Ok(tso),
            Resolved::Of(reference) => self.moment_of(reference).await,
        }
    }

    async fn moment_of(&self, reference: &Reference) -> Result<Tso> {
        let found = locate::find_in(
            self,
            Kind::Backup,
            reference.namespace.as_deref(),
            &reference.name,
        )
        .await?;
        let (pointer, what) = match reference.kind {
            ReferenceKind::Backup => ("/status/commitTs", "commit time"),
            ReferenceKind::Log if !LogBackup::is_log(&found.object) => {
                return Err(
                    Error::usage(format!("{} is not a log backup", found.reference))
                        .hint(format!("say backup/{} for its commit time", reference.name)),
                );
            }
            ReferenceKind::Log => ("/status/logCheckpointTs", "checkpoint"),
        };
        let text = found
            .object
            .pointer(pointer)
            .and_then(serde_json::Value::as_str);
        text.and_then(Tso::parse).ok_or_else(|| {
            Error::failed(format!("{} has no {what} yet", found.reference)).hint(format!(
                "kubectl tidb-br backup list -n {}",
                found.reference.namespace
            ))
        })
    }
}

/// The flags that take a time, each with what was given.
fn typed_times(given: &Given) -> impl Iterator<Item = (&'static str, &String)> {
    given
        .flags()
        .filter(|(flag, _)| matches!(flag.takes, Takes::Time | Takes::TimeOption(_)))
        .flat_map(|(flag, texts)| texts.iter().map(|text| (flag.name, text)))
}

fn named(flag: &str, text: &str) -> impl Fn(Error) -> Error {
    let what = format!("--{flag} {text:?}");
    move |error| Error {
        message: format!("{what}: {}", error.message),
        ..error
    }
}

impl OutputFlags {
    /// The parsed `-o`.
    pub fn format(&self) -> Result<Format> {
        self.output.as_deref().map_or(Ok(Format::Table), str::parse)
    }

    /// What is left out of objects.
    pub fn disclosure(&self) -> Disclosure {
        Disclosure {
            secrets: self.show_secrets,
            managed_fields: self.show_managed_fields,
        }
    }
}
