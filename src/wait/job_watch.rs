//! The looks at the Job that decides about a goal, and how often the Job was created again.

use super::progress::JobLooks;
use crate::api::Dialect;
use crate::cluster::Cluster;
use crate::log_backup::JobSeen;
use crate::lookup::log_jobs;

/// From how many Jobs of one name on a wait says that the Job is created again and again.
const MANY: usize = 3;

/// What was seen of the decisive Job while waiting.
#[derive(Debug, Default)]
pub struct JobWatch {
    looks: Option<JobLooks>,
    uids: Vec<String>,
    is_noted: bool,
}

impl JobWatch {
    /// Looks at the Job. Returns whether it looks dead or was created again, so that another look is worth its request soon.
    pub async fn look(&mut self, cluster: &Cluster, namespace: &str, job: &str) -> bool {
        let seen = log_jobs::look_at(cluster, namespace, job).await;
        let first = self
            .looks
            .take()
            .filter(|before| before.job == job)
            .map(|before| before.second);
        if first.is_none() {
            self.uids.clear();
        }
        let mut is_another = false;
        if let JobSeen::AtWork { uid } | JobSeen::Failed { uid } = &seen
            && !self.uids.contains(uid)
        {
            self.uids.push(uid.clone());
            is_another = self.uids.len() > 1;
        }
        let worth_another = is_another || seen.is_suspicious(Dialect::V1);
        self.looks = Some(JobLooks {
            job: job.to_owned(),
            first,
            second: seen,
        });
        worth_another
    }

    /// The last two looks.
    pub fn looks(&self) -> Option<&JobLooks> {
        self.looks.as_ref()
    }

    /// No Job decides any more.
    pub fn forget(&mut self) {
        self.looks = None;
    }

    /// Says once that the Job is created again and again, as v2 does with a Job whose Pod dies
    /// (docs/operators.md, "A dead log Job is made again on v2").
    pub fn made_again_and_again(&mut self) -> Option<String> {
        let looks = self.looks.as_ref()?;
        if self.is_noted || self.uids.len() < MANY {
            return None;
        }
        self.is_noted = true;
        Some(format!(
            "Job {} dies and is created again and again; its Pods say why",
            looks.job
        ))
    }
}
