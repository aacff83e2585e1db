//! What there is to ask about a schedule.

use super::backup::{
    ACCOUNT, CLAIM, DATABASE, HOST, PASSWORD, PROJECT, SCRATCH, SECRET, SNAPSHOT_CLUSTER, STORAGE,
    TABLE,
};
use super::question::{Need, Offer, PLAIN, Question, Subject};
use crate::api::Kind;
use crate::manifest::name::JobNaming;

/// `schedule create -i`
pub const SCHEDULE: Subject = Subject {
    kind: Kind::BackupSchedule,
    place: "/spec/backupTemplate",
    purpose: JobNaming::Schedule,
    questions: QUESTIONS,
    name: |known, _| known.cluster().unwrap_or("schedule").to_owned(),
};

const QUESTIONS: &[Question] = &[
    SNAPSHOT_CLUSTER,
    DATABASE,
    TABLE,
    HOST,
    PASSWORD,
    SCRATCH,
    Question {
        flag: "schedule",
        text: "When, in cron's words (the operator's time zone, UTC unless it was changed)",
        fields: &["/spec/schedule"],
        offer: Offer::Values(&[
            ("0 2 * * *", "every day at 02:00 (0 2 * * *)"),
            ("0 */6 * * *", "every six hours (0 */6 * * *)"),
            ("0 2 * * 0", "every Sunday at 02:00 (0 2 * * 0)"),
        ]),
        ..PLAIN
    },
    Question {
        flag: "max-reserved-time",
        text: "How long backups are kept",
        fields: &["/spec/maxReservedTime"],
        when: |known| {
            let by_number =
                known.flag("max-backups").is_some() || known.field("/spec/maxBackups").is_some();
            // A log backup needs it: nothing else truncates it.
            let log = known.flag("log-storage").is_some()
                || known.field("/spec/logBackupTemplate").is_some();
            log || !by_number
        },
        offer: Offer::Values(&[
            ("7d", "a week (7d)"),
            ("14d", "two weeks (14d)"),
            ("30d", "thirty days (30d)"),
        ]),
        need: |known| match known.flag("log-storage").is_some() {
            true => Need::Required,
            false => Need::Optional("for ever"),
        },
        ..PLAIN
    },
    Question {
        text: "Storage URL; each backup gets a directory below it, such as s3://BUCKET/{cluster}?region=REGION",
        ..STORAGE
    },
    PROJECT,
    CLAIM,
    SECRET,
    ACCOUNT,
];
