//! What does the work: BR, Dumpling, Lightning or volume snapshots; and which flags fit it.

use serde_json::Value;

use super::flag::Group;
use super::given::Given;
use crate::{Error, Result};

/// The tool that makes a backup or restores one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A snapshot by BR.
    Br,
    /// A logical dump.
    Dumpling,
    /// Volume snapshots.
    VolumeSnapshot,
    /// A log backup by BR.
    Log,
    /// The import of a dump.
    Lightning,
}

impl Method {
    /// The method of a new backup: the one that `--method` names, else the one that FILE describes, else BR. `spec` is the spec
    /// of FILE, or the template of a schedule in it.
    ///
    /// # Errors
    /// Usage, when `--method br` meets a flag of the database: what the user said outright is never overruled.
    pub fn of_backup(asked: Option<Method>, given: &Given, spec: Option<&Value>) -> Result<Self> {
        let file = spec.and_then(Method::of_file);
        let Some(asked) = asked else {
            // `--cluster` turns the dump of FILE into a backup by BR.
            let dump = file == Some(Method::Dumpling) && given.one("cluster").is_some();
            return Ok(file.filter(|_| !dump).unwrap_or(Method::Br));
        };
        let from = given.flags().find(|(flag, _)| flag.group == Group::From);
        if let (Method::Br, Some((flag, _))) = (asked, from) {
            return Err(Error::usage(format!(
                "--method br contradicts --{}: BR reads TiKV and not a TiDB server",
                flag.name
            ))
            .hint("--method dumpling dumps through that server; BR for TiDB older than v4.0.8 takes the flag without --method"));
        }
        Ok(asked)
    }

    /// Checks that FILE describes a backup with this method. `spec` is the spec of FILE, or the template of a schedule in it.
    ///
    /// # Errors
    /// Usage, naming both methods.
    pub(super) fn check_file(self, given: &Given, spec: &Value) -> Result<()> {
        let turned = self == Method::Br && given.one("cluster").is_some();
        match Method::of_file(spec) {
            Some(found) if found != self && !(turned && found == Method::Dumpling) => {
                Err(Error::usage(format!(
                    "--method {} contradicts FILE, which describes a backup with --method {}",
                    self.word(),
                    found.word()
                )))
            }
            _ => Ok(()),
        }
    }

    /// The method that a spec settles on; `None` where its flags still decide.
    fn of_file(spec: &Value) -> Option<Self> {
        let has = |key: &str| spec.get(key).is_some_and(|value| !value.is_null());
        if spec.get("backupMode").and_then(Value::as_str) == Some("volume-snapshot") {
            return Some(Method::VolumeSnapshot);
        }
        match has("br") {
            true => Some(Method::Br),
            false => (has("from") || has("dumpling")).then_some(Method::Dumpling),
        }
    }

    /// The word after `--method`.
    fn word(self) -> &'static str {
        match self {
            Method::Br | Method::Log => "br",
            Method::Dumpling => "dumpling",
            Method::VolumeSnapshot => "volume-snapshot",
            Method::Lightning => "lightning",
        }
    }

    /// Checks that every flag belongs to this method.
    ///
    /// # Errors
    /// Usage, naming the flag and the method that it conflicts with.
    pub(super) fn check_flags(self, given: &Given) -> Result<()> {
        let word = self.word();
        let through_sql = matches!(self, Method::Dumpling | Method::Lightning);
        for (flag, values) in given.flags() {
            let name = flag.name;
            let of_br = matches!(flag.group, Group::Target | Group::Br | Group::Snapshot)
                || matches!(name, "db" | "table" | "online");
            if through_sql && of_br {
                return Err(Error::usage(format!(
                    "--{name} belongs to BR and conflicts with --method {word}"
                )));
            }
            if name == "type" && values != ["full"] && !matches!(self, Method::Br | Method::Log) {
                return Err(Error::usage(match through_sql {
                    true => {
                        "--type: a dump knows only full; choose databases with --filter".to_owned()
                    }
                    false => format!("--type: --method {word} knows only full"),
                }));
            }
            if name == "dumpling-option" && self != Method::Dumpling {
                return Err(Error::usage("--dumpling-option needs --method dumpling"));
            }
        }
        Ok(())
    }
}
