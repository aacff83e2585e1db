//! `create -i`: puts the open questions, offering what the cluster knows. What may not be read is not offered.

use std::pin::pin;

use serde_json::Value;

use crate::api::document::put;
use crate::api::{Kind, Operator};
use crate::check;
use crate::cli::{
    BackupCommand, Base, Command, DryRun, RestoreCommand, ScheduleCommand, WriteFlags,
};
use crate::cluster::{ListQuery, Resource};
use crate::context::Context;
use crate::lookup::{generation, locate, moment, v1_only};
use crate::manifest::{file, name};
use crate::time::TimeArg;
use crate::wizard::{self, Choice, Known, Line, Need, Offer, Question, Subject};
use crate::write::input;
use crate::{Error, ErrorKind, Result};

/// What a noun brings to its questions.
struct Order<'a> {
    subject: &'static Subject,
    base: &'a Base,
    like: Option<&'a str>,
    write: &'a WriteFlags,
}

fn order(command: &Command) -> Option<Order<'_>> {
    match command {
        Command::Backup(BackupCommand::Create(args)) => Some(Order {
            subject: &wizard::BACKUP,
            base: &args.base,
            like: args.like.as_deref(),
            write: &args.write,
        }),
        Command::Restore(RestoreCommand::Create(args)) => Some(Order {
            subject: &wizard::RESTORE,
            base: &args.base,
            like: None,
            write: &args.write,
        }),
        Command::Schedule(ScheduleCommand::Create(args)) => Some(Order {
            subject: &wizard::SCHEDULE,
            base: &args.base,
            like: None,
            write: &args.write,
        }),
        _ => None,
    }
}

/// Completes the command line by questions.
///
/// # Errors
/// Usage without a terminal, Refused and Interrupted when a question is left.
pub async fn complete(context: &Context, command: &Command, line: Line) -> Result<Line> {
    let Some(order) = order(command) else {
        return Ok(line);
    };
    if !context.ui.can_ask() {
        return Err(Error::usage(
            "--interactive: there is no terminal on stdin and stderr to ask on",
        )
        .hint("give the values as flags; --help shows them"));
    }
    if order.base.file.as_deref() == Some("-") {
        return Err(Error::usage(
            "-f - and --interactive exclude each other: both read stdin",
        ));
    }
    let mut asking = Asking::start(context, &order, line).await?;
    let printed = order.write.mode() == DryRun::Client;
    if asking.served.is_empty() && !printed {
        return Err(v1_only::refusal(order.subject.kind));
    }
    for question in order.subject.questions {
        if !asking.known.settled(question) {
            asking.put(question).await?;
        }
    }
    asking.ask_name(order.subject)?;
    asking.settle_target(&order).await?;
    asking.fix_times().await?;
    Ok(asking.known.line)
}

/// Runs `work` unless Ctrl-C comes first, and says then what `told` says.
pub async fn unless_interrupted<T>(told: &str, work: impl Future<Output = Result<T>>) -> Result<T> {
    let mut interrupt = pin!(tokio::signal::ctrl_c());
    // From the first look on Ctrl-C is a message, also while a question waits for its key: the process does not die with
    // the cursor hidden.
    let _ = futures::poll!(&mut interrupt);
    tokio::select! {
        biased;
        outcome = work => outcome,
        _ = interrupt => Err(Error::new(ErrorKind::Interrupted, told)),
    }
}

/// The generations whose operator acts on the kind: schedules of v2 have a schema and no controller
/// (docs/operators.md, "Schedules and compactions of v2 have no controller").
fn acting(kind: Kind, served: Vec<Operator>) -> Vec<Operator> {
    match kind {
        Kind::BackupSchedule | Kind::CompactBackup => served
            .into_iter()
            .filter(|operator| *operator == Operator::V1)
            .collect(),
        Kind::Backup | Kind::Restore => served,
    }
}

struct Asking<'a> {
    context: &'a Context,
    known: Known,
    /// The generations that the API server serves, empty when that is not known.
    served: Vec<Operator>,
}

impl<'a> Asking<'a> {
    async fn start(context: &'a Context, order: &Order<'_>, line: Line) -> Result<Self> {
        let subject = order.subject;
        let served = match generation::served(context, subject.kind).await {
            Ok(served) => served,
            // What is only printed needs no cluster, as without questions.
            Err(_) if order.write.mode() == DryRun::Client => Vec::new(),
            Err(error) => return Err(error),
        };
        let served = acting(subject.kind, served);
        let document = document(context, order).await?;
        Ok(Self {
            context,
            known: Known::new(line, document, subject),
            served,
        })
    }

    async fn put(&mut self, question: &'static Question) -> Result<()> {
        let ui = &self.context.ui;
        let choices = self.choices(question).await;
        let need = (question.need)(&self.known);
        self.known.put(question);
        let none = match need {
            Need::IfOffered(_) | Need::Default(_) if choices.is_empty() => return Ok(()),
            Need::Required => None,
            Need::Optional(none) | Need::IfOffered(none) | Need::Default(none) => Some(none),
        };
        if choices.is_empty() {
            return self.fill_in(question, none);
        }
        let mut items: Vec<String> = choices.iter().map(|choice| choice.label.clone()).collect();
        let first = usize::from(matches!(need, Need::Default(_)));
        let at_none = none.map(|none| {
            let at = if first == 1 { 0 } else { items.len() };
            items.insert(at, none.to_owned());
            at
        });
        items.push("something else".to_owned());
        let chosen = ui.choose(question.text, &items)?;
        if Some(chosen) == at_none {
            return Ok(());
        }
        match choices.get(chosen.saturating_sub(first)) {
            Some(choice) => {
                self.take(choice);
                Ok(())
            }
            None => self.fill_in(question, None),
        }
    }

    fn take(&mut self, choice: &Choice) {
        let given = self.known.line.clone();
        for (flag, value) in &choice.flags {
            if given.value(flag).is_none() {
                self.known.line.add(flag, value);
            }
        }
    }

    fn fill_in(&mut self, question: &Question, none: Option<&str>) -> Result<()> {
        let text = match none {
            Some(none) => format!("{} (empty for {none})", question.text),
            None => question.text.to_owned(),
        };
        let check = |answer: &str| match answer.is_empty() && none.is_some() {
            true => Ok(()),
            false => question.check(answer),
        };
        let answer = self.context.ui.fill_in(&text, None, check)?;
        if !answer.is_empty() {
            self.known.line.add(question.flag, &answer);
        }
        Ok(())
    }

    fn ask_name(&mut self, subject: &Subject) -> Result<()> {
        if self.known.flag("").is_some() {
            return Ok(());
        }
        let in_file = self.known.field("/metadata/name").and_then(Value::as_str);
        if in_file.is_some() {
            return Ok(());
        }
        let suggested = (subject.name)(&self.known, self.context.now());
        let check = |answer: &str| name::check(answer, subject.purpose);
        let name = self.context.ui.fill_in("Name", Some(&suggested), check)?;
        self.known.line.add("", &name);
        Ok(())
    }

    /// What a plain command line could not know without a cluster: namespace and generation.
    async fn settle_target(&mut self, order: &Order<'_>) -> Result<()> {
        let in_file = order.base.file.is_some() || order.like.is_some();
        if let ([Operator::V1], None, false) =
            (self.served.as_slice(), self.known.flag("operator"), in_file)
        {
            self.known.line.add("operator", "v1");
        }
        let named = self.known.flag("namespace").is_some()
            || self.known.field("/metadata/namespace").is_some();
        if !named && !self.served.is_empty() {
            let namespace = self.context.cluster().await?.namespace().to_owned();
            self.known.line.add("namespace", &namespace);
        }
        Ok(())
    }

    /// A time that is relative to now would be another one the next time: the line says the TSO.
    async fn fix_times(&mut self) -> Result<()> {
        for flag in ["commit-ts", "last-backup-ts", "to", "log-start-ts"] {
            let Some(text) = self.known.flag(flag).map(str::to_owned) else {
                continue;
            };
            let Ok(time) = text.parse::<TimeArg>() else {
                continue;
            };
            let moment = moment::find(self.context, &time).await?.to_string();
            let same = |old: &str| (old == text).then(|| moment.clone());
            self.known.line.replace(flag, same);
        }
        Ok(())
    }

    async fn choices(&self, question: &Question) -> Vec<Choice> {
        if let Offer::Values(values) = question.offer {
            let choice = |(value, label): &(&str, &str)| Choice {
                label: (*label).to_owned(),
                flags: vec![(question.flag, (*value).to_owned())],
            };
            return values.iter().map(choice).collect();
        }
        if self.served.is_empty() {
            return Vec::new();
        }
        // An answer may have moved on to another namespace.
        let namespace = match (self.known.flag("namespace"), self.context.cluster().await) {
            (Some(namespace), _) => namespace.to_owned(),
            (None, Ok(cluster)) => cluster.namespace().to_owned(),
            (None, Err(_)) => return Vec::new(),
        };
        let core = async |resource| self.list::<Value>(resource, Some(&namespace)).await;
        match question.offer {
            Offer::Nothing | Offer::Values(_) => Vec::new(),
            Offer::Clusters => self.clusters(&namespace).await,
            Offer::Accounts => wizard::accounts(&core(Resource::SERVICE_ACCOUNTS).await),
            Offer::Claims => wizard::claims(&core(Resource::CLAIMS).await),
            Offer::Secrets | Offer::Passwords => self.secrets(question, &namespace).await,
            Offer::Storage => wizard::storages(&self.backups(&namespace).await),
            Offer::Backups => wizard::backups(&self.backups(&namespace).await, self.context.zone()),
        }
    }

    async fn backups(&self, namespace: &str) -> Vec<Value> {
        let mut found = Vec::new();
        for operator in &self.served {
            let resource = Resource::of(*operator, Kind::Backup);
            found.extend(self.list::<Value>(resource, Some(namespace)).await);
        }
        found
    }

    /// Those of the namespace; where there are none and no namespace was named, those of all.
    async fn clusters(&self, namespace: &str) -> Vec<Choice> {
        let chosen = self.known.flag("namespace").is_some()
            || self.known.field("/metadata/namespace").is_some();
        let here = self.clusters_in(Some(namespace)).await;
        let found = match here.is_empty() && !chosen {
            true => self.clusters_in(None).await,
            false => here,
        };
        wizard::clusters(&found, namespace, self.served.len() > 1)
    }

    async fn clusters_in(&self, scope: Option<&str>) -> Vec<(Operator, Value)> {
        let mut found = Vec::new();
        for operator in &self.served {
            let resource = match operator {
                Operator::V1 => Resource::TIDB_CLUSTERS,
                Operator::V2 => Resource::CLUSTERS,
            };
            let clusters: Vec<Value> = self.list(resource, scope).await;
            found.extend(clusters.into_iter().map(|cluster| (*operator, cluster)));
        }
        found
    }

    async fn secrets(&self, question: &Question, namespace: &str) -> Vec<Choice> {
        let found: Vec<ListedSecret> = self.list(Resource::SECRETS, Some(namespace)).await;
        let found: Vec<Value> = found.into_iter().map(ListedSecret::document).collect();
        let provider = self.known.provider();
        let fits = |has: &dyn Fn(&str) -> bool| match (question.offer, provider) {
            (Offer::Passwords, _) => has("password"),
            (_, Some(provider)) => check::missing_keys(provider, true, has).is_none(),
            (_, None) => false,
        };
        wizard::secrets(question.flag, &found, fits)
    }

    /// A list; empty where it may not be read.
    async fn list<T>(&self, resource: Resource, namespace: Option<&str>) -> Vec<T>
    where
        T: serde::de::DeserializeOwned + Send + 'static,
    {
        let Ok(cluster) = self.context.cluster().await else {
            return Vec::new();
        };
        let query = ListQuery::default();
        let listed = cluster.list_all::<T>(resource, namespace, &query).await;
        listed.ok().flatten().unwrap_or_default()
    }
}

/// The keys of a Secret. Its values are dropped as they are read.
#[derive(serde::Deserialize)]
pub struct ListedSecret {
    metadata: Named,
    #[serde(default)]
    data: std::collections::BTreeMap<String, serde::de::IgnoredAny>,
}

#[derive(serde::Deserialize)]
struct Named {
    name: String,
}

impl ListedSecret {
    /// A document with the name, and with the keys in the place of the data.
    pub fn document(self) -> Value {
        let data: serde_json::Map<String, Value> = self
            .data
            .into_keys()
            .map(|key| (key, Value::Bool(true)))
            .collect();
        serde_json::json!({"metadata": {"name": self.metadata.name}, "data": data})
    }
}

/// FILE or the object to be like, with `--set` applied: what need not be asked.
async fn document(context: &Context, order: &Order<'_>) -> Result<Value> {
    let mut document = match order.like {
        Some(like) => {
            let found = locate::find(context, order.subject.kind, like).await?;
            let mut document = file::without_server_fields(found.object);
            // The name is the only thing that a pattern leaves open.
            if let Some(metadata) = document.get_mut("metadata") {
                put(metadata, "name", Value::Null);
            }
            document
        }
        None => input::from_file(context, order.base, order.subject.kind)?
            .map(|(_, document)| document)
            .unwrap_or_default(),
    };
    if !order.base.set.is_empty() && document.is_null() {
        document = serde_json::json!({});
    }
    for (path, value) in input::assignments(&order.base.set)? {
        path.set(&mut document, value)?;
    }
    Ok(document)
}
