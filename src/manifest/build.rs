//! Intent to manifest. One path for every command: start from FILE or nothing, write the storage, write the flags, fill the
//! defaults, apply `--set`, then look for what is missing. Precedence: `--set`, flag, storage URL, FILE, default.

use serde_json::{Value, json};

use super::complete;
use super::draft::Draft;
use super::flag::Group;
use super::intent::{Intent, Method};
use super::moments;
use super::name;
use super::restore;
use super::schedule;
use super::storage::{Provider, StorageUrl};
use super::value;
use super::volume;
use crate::api::{Dialect, Kind, Operator};
use crate::{Error, Result};

impl Intent<'_> {
    /// Builds the manifest.
    ///
    /// # Errors
    /// Usage for what is missing, conflicting or unknown; Refused for what the operators would choke on;
    /// Unsupported for what this generation does not have.
    pub fn manifest(&self) -> Result<Value> {
        let document = self.outline()?;
        complete::check(&document, self)?;
        Ok(document)
    }

    /// The same for a manifest that may lack what every backup needs: what is typed has to be right, but not all of it.
    ///
    /// # Errors
    /// As for a whole manifest, but for what is missing.
    pub fn outline(&self) -> Result<Value> {
        self.check_generation()?;
        self.check_method()?;
        value::check(self.given)?;
        let mut draft = Draft::new(self.operator, self.kind, self.base.clone(), self.place());
        let name = self.write_name(&mut draft)?;
        self.write_storage(&mut draft, &name)?;
        self.write_flags(&mut draft)?;
        match self.kind {
            Kind::Restore => restore::write(self, &mut draft, &name)?,
            Kind::Backup | Kind::BackupSchedule | Kind::CompactBackup => {
                self.write_method(&mut draft)?;
            }
        }
        self.write_defaults(&mut draft)?;
        self.write_schedule(&mut draft, &name)?;
        for (path, value) in self.set {
            draft.set_from_root(path, value.clone())?;
        }
        moments::write(&mut draft, self.now)?;
        let document = draft.into_document();
        complete::check_schema(&document, self.kind, Dialect::newest(self.operator))?;
        complete::check_mode(&document, self)?;
        let name = document.pointer("/metadata/name").and_then(Value::as_str);
        name::check(name.unwrap_or_default(), self.purpose())?;
        Ok(document)
    }

    fn check_generation(&self) -> Result<()> {
        if self.operator == Operator::V1 {
            return Ok(());
        }
        let unsupported = |what: &str| {
            Error::unsupported(format!(
                "{what} needs TiDB Operator v1; br.pingcap.com (v2) does not have it"
            ))
        };
        match self.method {
            Method::Dumpling => return Err(unsupported("--method dumpling")),
            Method::VolumeSnapshot => return Err(unsupported("--method volume-snapshot")),
            Method::Lightning => return Err(unsupported("--method lightning (and --archive)")),
            Method::Br | Method::Log => {}
        }
        if let Some((flag, _)) = self.given.flags().find(|(flag, _)| flag.only.is_some()) {
            return Err(unsupported(&format!("--{}", flag.name)));
        }
        let full = self.given.one("full-storage").map(restore::full_url);
        let url = self.given.one("storage").map(StorageUrl::parse);
        for url in [url.transpose()?, full.transpose()?].into_iter().flatten() {
            if url
                .parameters
                .iter()
                .any(|(field, _)| *field == "forcePathStyle")
            {
                return Err(unsupported("force-path-style"));
            }
        }
        match self.given.one("cluster-namespace") {
            Some(namespace) if self.namespace != Some(namespace) => Err(Error::unsupported(format!(
                "--cluster-namespace {namespace}: v2 knows only clusters in the namespace of the {}",
                self.kind.name()
            ))
            .hint(format!("leave out --cluster-namespace and add -n {namespace}"))),
            _ => Ok(()),
        }
    }

    fn check_method(&self) -> Result<()> {
        for (flag, values) in self.given.flags() {
            let name = flag.name;
            let tool = match self.method {
                Method::Dumpling => Some("dumpling"),
                Method::Lightning => Some("lightning"),
                Method::Br | Method::VolumeSnapshot | Method::Log => None,
            };
            let belongs_to_br = matches!(flag.group, Group::Target | Group::Br | Group::Snapshot)
                || matches!(name, "db" | "table");
            if let Some(tool) = tool.filter(|_| belongs_to_br || name == "online") {
                return Err(Error::usage(format!(
                    "--{name} belongs to BR and conflicts with --method {tool}"
                )));
            }
            if tool.is_some() && name == "type" && values != ["full"] {
                return Err(Error::usage(
                    "--type: a dump knows only full; choose databases with --filter",
                ));
            }
            if self.method == Method::VolumeSnapshot && name == "type" {
                return Err(Error::usage(
                    "--type belongs to BR and conflicts with --method volume-snapshot",
                ));
            }
            if self.method != Method::Dumpling && name == "dumpling-option" {
                return Err(Error::usage("--dumpling-option needs --method dumpling"));
            }
        }
        Ok(())
    }

    fn write_name(&self, draft: &mut Draft) -> Result<String> {
        let from_file = draft.text("metadata.name").map(str::to_owned);
        let source = || {
            let flag = self.given.one("cluster").or(self.given.one("from-host"));
            flag.or(draft.text("/spec/br/cluster"))
                .or(draft.text("/spec/from/host"))
        };
        let name = match (self.name, from_file) {
            (Some(name), _) => name.to_owned(),
            (None, Some(name)) => name,
            (None, None) => name::dated(source().unwrap_or("backup"), self.now),
        };
        draft.replace("metadata.name", json!(name))?;
        if let Some(namespace) = self.namespace {
            draft.replace("metadata.namespace", json!(namespace))?;
        }
        Ok(name)
    }

    fn write_storage(&self, draft: &mut Draft, name: &str) -> Result<()> {
        if let Some(url) = self.given.one("storage") {
            let cluster = self.given.one("cluster").or(draft.text("br.cluster"));
            let cluster = cluster.or(self.given.one("from-host")).unwrap_or_default();
            let url = StorageUrl::parse(url)?.fill(name, cluster)?;
            for other in Provider::ALL
                .into_iter()
                .filter(|other| *other != url.provider)
            {
                draft.replace(other.key(), Value::Null)?;
            }
            // The URL is a whole place: FILE's prefix does not lie in another bucket.
            draft.replace(&format!("{}.prefix", url.provider.key()), Value::Null)?;
            let mut fields = url.fields();
            if url.provider == Provider::Local {
                fields.extend(volume::fields(&url.path, self.given)?);
            }
            for (field, value) in fields {
                draft.replace(&format!("{}.{field}", url.provider.key()), value)?;
            }
        }
        let provider = Provider::of_spec(draft.spec());
        self.check_provider_flags(provider)?;
        match (provider, self.given.one("storage-secret")) {
            (Some(Provider::Local), Some(_)) => Err(Error::usage(
                "--storage-secret does not fit local storage, which needs no credentials",
            )),
            (Some(provider), Some(secret)) => {
                draft.replace(&format!("{}.secretName", provider.key()), json!(secret))
            }
            _ => Ok(()),
        }?;
        match (provider, self.given.one("storage")) {
            (Some(Provider::Local), None) => self.write_volume_of_file(draft),
            _ => Ok(()),
        }
    }

    fn write_volume_of_file(&self, draft: &mut Draft) -> Result<()> {
        let name = draft
            .text("/spec/local/volumeMount/name")
            .unwrap_or("backup");
        match volume::volume(name, self.given)? {
            Some(volume) => draft.replace("local.volume", volume),
            None => Ok(()),
        }
    }

    fn check_provider_flags(&self, provider: Option<Provider>) -> Result<()> {
        for (flag, _) in self
            .given
            .flags()
            .filter(|(flag, _)| flag.group == Group::Storage)
        {
            let fits =
                |candidate: &Provider| flag.name.starts_with(&format!("{}-", candidate.key()));
            let wanted = Provider::ALL.into_iter().find(fits);
            if let (Some(wanted), Some(provider)) = (wanted, provider)
                && wanted != provider
            {
                return Err(Error::usage(format!(
                    "--{} does not fit {} storage",
                    flag.name,
                    provider.key()
                )));
            }
        }
        Ok(())
    }

    fn write_flags(&self, draft: &mut Draft) -> Result<()> {
        for (flag, given) in self
            .given
            .flags()
            .filter(|(flag, _)| !flag.field.is_empty())
        {
            let field = match (flag.name, self.method) {
                ("filter", Method::Dumpling) => "dumpling.tableFilter",
                ("concurrency", _) if self.kind == Kind::CompactBackup => "concurrency",
                _ => flag.field,
            };
            draft.write(field, value::read(flag, given, self.times)?)?;
        }
        Ok(())
    }

    fn write_method(&self, draft: &mut Draft) -> Result<()> {
        match self.method {
            Method::VolumeSnapshot => draft.replace("backupMode", json!("volume-snapshot")),
            Method::Log => {
                draft.replace("backupMode", json!("log"))?;
                draft.replace("logStop", Value::Null)?;
                draft.replace("logSubcommand", json!("log-start"))
            }
            Method::Br | Method::Dumpling | Method::Lightning => Ok(()),
        }
    }

    /// `backoffRetryPolicy: {}` makes the API server fill in its defaults: without them a v2 snapshot whose Pod dies
    /// hangs for ever (docs/operators.md, "A missing retry policy hangs a v2 snapshot").
    fn write_defaults(&self, draft: &mut Draft) -> Result<()> {
        if Provider::of_spec(draft.spec()) == Some(Provider::S3) {
            draft.default("s3.provider", json!("aws"))?;
        }
        if matches!(self.kind, Kind::Restore | Kind::CompactBackup) {
            return Ok(());
        }
        let snapshot_of_file = draft.text("backupMode").unwrap_or("snapshot") == "snapshot";
        if self.method == Method::Br && snapshot_of_file && !draft.is_dump() {
            draft.default("backupType", json!("full"))?;
            if self.operator == Operator::V2 && self.kind == Kind::Backup {
                draft.default("backoffRetryPolicy", json!({}))?;
            }
        }
        Ok(())
    }

    /// The templates of a schedule, and the namespace without which a v1 compaction never starts.
    fn write_schedule(&self, draft: &mut Draft, name: &str) -> Result<()> {
        let at = match self.kind {
            Kind::BackupSchedule => {
                schedule::write_templates(draft, self.given, self.operator, name)?;
                "spec.compactBackupTemplate"
            }
            Kind::CompactBackup => "spec",
            Kind::Backup | Kind::Restore => return Ok(()),
        };
        match self.operator {
            Operator::V1 => schedule::default_cluster_namespace(draft, at, self.namespace),
            Operator::V2 => Ok(()),
        }
    }
}
