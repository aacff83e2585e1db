//! A question: the flag that its answer becomes, when it arises, and what is offered.

use chrono::{DateTime, Utc};

use super::Known;
use crate::api::Kind;
use crate::manifest::flag::{self, Takes};
use crate::manifest::name::{self, JobNaming};
use crate::manifest::storage::{StorageUrl, UrlFlag};
use crate::manifest::{Times, value};
use crate::schedule::Cron;
use crate::time::TimeArg;
use crate::{Error, Result};

/// What is created, and what there is to ask about it.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The kind.
    pub kind: Kind,
    /// Where the flags of the table lie in its manifest.
    pub place: &'static str,
    /// How long its name may be.
    pub purpose: JobNaming,
    /// The questions, in order; the name is asked for last.
    pub questions: &'static [Question],
    /// The name that is suggested.
    pub name: fn(&Known, DateTime<Utc>) -> String,
}

/// What the cluster may know about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Nothing.
    Nothing,
    /// TiDB clusters of the served generations.
    Clusters,
    /// Secrets with a password of a database user.
    Passwords,
    /// Secrets with the keys that the provider needs.
    Secrets,
    /// ServiceAccounts.
    Accounts,
    /// Storage that other Backups use.
    Storage,
    /// Complete backups.
    Backups,
    /// PersistentVolumeClaims.
    Claims,
    /// These values, each with what it means.
    Values(&'static [(&'static str, &'static str)]),
}

/// Whether there has to be an answer.
#[derive(Debug, Clone, Copy)]
pub enum Need {
    /// Yes.
    Required,
    /// No; how the choice of none is called.
    Optional(&'static str),
    /// No, and without anything to offer it is not even asked.
    IfOffered(&'static str),
    /// The same, and none is the usual answer.
    Default(&'static str),
}

/// One question.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The flag that the answer becomes.
    pub flag: &'static str,
    /// The question.
    pub text: &'static str,
    /// Other flags that settle it.
    pub also: &'static [&'static str],
    /// Fields of FILE that settle it.
    pub fields: &'static [&'static str],
    /// When it arises.
    pub when: fn(&Known) -> bool,
    /// What is offered.
    pub offer: Offer,
    /// Whether there has to be an answer.
    pub need: fn(&Known) -> Need,
}

/// A question that always arises and has to be answered.
pub(super) const PLAIN: Question = Question {
    flag: "",
    text: "",
    also: &[],
    fields: &[],
    when: |_| true,
    offer: Offer::Nothing,
    need: |_| Need::Required,
};

impl Question {
    /// Checks an answer with the parser of its flag.
    ///
    /// # Errors
    /// What the flag would say.
    pub fn check(&self, answer: &str) -> Result<()> {
        match (self.flag, flag::find(self.flag)) {
            ("storage", _) => StorageUrl::parse(UrlFlag::Storage, answer).map(|_| ()),
            ("log-storage", _) => StorageUrl::parse(UrlFlag::LogStorage, answer).map(|_| ()),
            ("full-storage", _) => StorageUrl::parse(UrlFlag::FullStorage, answer).map(|_| ()),
            (
                "cluster" | "storage-secret" | "service-account" | "local-pvc" | "from-secret"
                | "to-secret",
                _,
            ) => name::check_subdomain("name", answer),
            ("schedule", _) => answer.parse::<Cron>().map(|_| ()),
            (_, Some(flag)) if matches!(flag.takes, Takes::Time | Takes::TimeOption(_)) => {
                answer.parse::<TimeArg>().map(|_| ())
            }
            (_, Some(flag)) => value::parse(flag, &[answer.to_owned()], &Times::new()).map(|_| ()),
            (flag, None) if answer.trim().is_empty() => {
                Err(Error::usage(format!("--{flag}: it is empty")))
            }
            (_, None) => Ok(()),
        }
    }
}
