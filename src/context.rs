//! What every command works with: streams, clock, environment, flags, and a connection made when first needed.

use std::io::Read;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use tokio::sync::OnceCell;

use crate::api::Operator;
use crate::cli::{GlobalFlags, KubeFlags, OperatorChoice, OutputFlags};
use crate::cluster::{self, Cluster, Notice};
use crate::output::objects::Disclosure;
use crate::output::{Format, HeldObjects, Screen, Ui};
use crate::time::Zone;
use crate::{Error, Result};

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
    clock: fn() -> DateTime<Utc>,
    now: OnceLock<DateTime<Utc>>,
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
            now: OnceLock::new(),
            environment,
            review: false,
            held_objects: HeldObjects::default(),
            cluster: OnceCell::new(),
        }
    }

    /// The moment of this run, read from the clock at the first call: all times of a run are counted from one moment, so that
    /// what is announced is what is written.
    pub fn now(&self) -> DateTime<Utc> {
        *self.now.get_or_init(self.clock)
    }

    /// What the clock shows at this instant: for what is drawn again and again, such as the ages in a watched list.
    pub fn clock_time(&self) -> DateTime<Utc> {
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
            now: self.clock_time(),
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
