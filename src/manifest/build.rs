//! From the intent to the manifest, in one order for every command: start from FILE or from nothing, write the storage, write the flags,
//! fill in the defaults, apply `--set`, then check what is missing. Precedence: `--set`, flag, storage URL, FILE, default.

use serde_json::{Map, Value, json};

use super::complete;
use super::draft::Draft;
use super::effect;
use super::flag::Group;
use super::intent::{Expected, Intent};
use super::method::Method;
use super::moments;
use super::name;
use super::restore;
use super::schedule;
use super::storage::{Provider, StorageUrl, UrlFlag};
use super::support;
use super::value;
use super::volume;
use crate::api::{Dialect, Kind, Operator};
use crate::{Error, Result};

impl Intent<'_> {
    /// Builds the manifest.
    ///
    /// # Errors
    /// Usage for what is missing, conflicting or unknown; Refused for what would end or block the operators; Unsupported for what this
    /// operator does not have.
    pub fn manifest(&self) -> Result<Value> {
        self.rehearsal(Expected::Whole)
    }

    /// Builds a manifest to which something may be added later.
    ///
    /// # Errors
    /// As [`Intent::manifest`]; what is not `expected` yet may be missing.
    pub fn rehearsal(&self, expected: Expected) -> Result<Value> {
        let document = self.outline()?;
        if expected != Expected::Outline {
            complete::check(&document, self, expected)?;
        }
        Ok(document)
    }

    /// Builds a manifest that may lack what every backup needs: what was typed must be right, but it need not be complete.
    ///
    /// # Errors
    /// As [`Intent::manifest`], except for what is missing.
    pub fn outline(&self) -> Result<Value> {
        support::check(self)?;
        self.method.check_flags(self.given)?;
        self.check_method_of_file()?;
        value::check(self.given)?;
        effect::check_flags(self.method, self.given)?;
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
        effect::check_manifest(&document, self.now)?;
        let name = document.pointer("/metadata/name").and_then(Value::as_str);
        name::check(name.unwrap_or_default(), self.job_naming())?;
        Ok(document)
    }

    /// A Restore takes its method from its source, and a log backup is checked with its mode.
    fn check_method_of_file(&self) -> Result<()> {
        let made = matches!(self.kind, Kind::Backup | Kind::BackupSchedule);
        let pointer = format!("/{}", self.place().replace('.', "/"));
        let base = self.base.as_ref();
        match base.and_then(|base| base.pointer(&pointer)) {
            Some(spec) if made && self.method != Method::Log => {
                self.method.check_file(self.given, spec)
            }
            _ => Ok(()),
        }
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
        let flag = UrlFlag::Storage;
        let url = match self.given.one("storage") {
            Some(text) => {
                let cluster = self.given.one("cluster").or(draft.text("br.cluster"));
                let cluster = cluster.or(self.given.one("from-host")).unwrap_or_default();
                Some(StorageUrl::parse(flag, text)?.fill(flag, name, cluster)?)
            }
            None => None,
        };
        if let Some(url) = &url {
            write_url(draft, url)?;
        }
        let provider = Provider::of_spec(draft.spec()).or(url.as_ref().map(|url| url.provider));
        self.check_provider_flags(provider)?;
        if provider == Some(Provider::Local) && (url.is_some() || volume::is_given(self.given)) {
            let path = url.as_ref().map(|url| (flag, url.path.as_str()));
            let mut local = match draft.spec().get(Provider::Local.key()) {
                Some(Value::Object(local)) => local.clone(),
                _ => Map::new(),
            };
            volume::write(&mut local, path, self.given)?;
            draft.replace(Provider::Local.key(), Value::Object(local))?;
        }
        match (provider, self.given.one("storage-secret")) {
            (Some(Provider::Local), Some(_)) => Err(Error::usage(
                "--storage-secret does not fit local storage, which needs no credentials",
            )),
            (Some(provider), Some(secret)) => {
                draft.replace(&format!("{}.secretName", provider.key()), json!(secret))
            }
            _ => Ok(()),
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
            draft.write(field, value::parse(flag, given, self.times)?)?;
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

    /// Writes the templates of a schedule, and the namespace without which a v1 compaction never starts.
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

/// The URL is a whole place: FILE's other providers go, and so does FILE's prefix, which lies in another bucket.
fn write_url(draft: &mut Draft, url: &StorageUrl) -> Result<()> {
    for other in Provider::ALL {
        if other != url.provider {
            draft.replace(other.key(), Value::Null)?;
        }
    }
    let key = url.provider.key();
    draft.replace(&format!("{key}.prefix"), Value::Null)?;
    for (field, value) in url.fields() {
        draft.replace(&format!("{key}.{field}"), value)?;
    }
    Ok(())
}
