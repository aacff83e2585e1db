//! The fields of both operators' custom resources: one row a field, with the versions that have it.
//!
//! Types, defaults, enums and required fields follow the CRDs of TiDB Operator 1.5.4, 1.7 and 2.x.

use k8s_openapi::api::core::v1 as core;

use super::field_type::{Field, FieldType, field, flag, int, object, strictly, text, texts, time};
use super::operator::Dialect;

const V1S: u8 = Dialect::V1LogStop.bit() | Dialect::V1.bit();
const V1: u8 = Dialect::V1.bit();
const V2: u8 = Dialect::V2.bit();
const SUBCOMMANDS: u8 = V1 | V2;

const S3: &[Field] = &[
    text("acl"),
    text("bucket"),
    text("endpoint"),
    flag("forcePathStyle").only(V1),
    texts("options"),
    text("path"),
    text("prefix"),
    text("provider").required(),
    text("region"),
    text("secretName"),
    text("sse"),
    text("storageClass"),
];
const GCS: &[Field] = &[
    text("bucket"),
    text("bucketAcl"),
    text("location"),
    text("objectAcl"),
    text("path"),
    text("prefix"),
    text("projectId").required(),
    text("secretName"),
    text("storageClass"),
];
const AZBLOB: &[Field] = &[
    text("accessTier"),
    text("container"),
    text("path"),
    text("prefix"),
    text("sasToken").only(SUBCOMMANDS),
    text("secretName"),
    text("storageAccount").only(SUBCOMMANDS),
];
const LOCAL: &[Field] = &[
    text("prefix"),
    field("volume", FieldType::Core(strictly::<core::Volume>)).required(),
    field(
        "volumeMount",
        FieldType::Core(strictly::<core::VolumeMount>),
    )
    .required(),
];
const BR: &[Field] = &[
    flag("checkRequirements"),
    flag("checksum"),
    text("cluster").required(),
    text("clusterNamespace"),
    int("concurrency"),
    text("db"),
    text("logLevel"),
    flag("onLine"),
    texts("options"),
    int("rateLimit"),
    flag("sendCredToTikv"),
    text("statusAddr"),
    text("table"),
    text("timeAgo"),
];
const TIDB_ACCESS: &[Field] = &[
    text("host").required(),
    int("port"),
    text("secretName").required(),
    text("tlsClientSecretName"),
    text("user"),
];
const DUMPLING: &[Field] = &[texts("options"), texts("tableFilter")];
const CLEAN_OPTION: &[Field] = &[
    flag("backoffEnabled"),
    int("batchConcurrency"),
    flag("disableBatchConcurrency"),
    int("pageSize"),
    int("retryCount").default("5"),
    int("routineConcurrency"),
    field("snapshotsDeleteRatio", FieldType::Number)
        .only(V1S)
        .default("1"),
];
const RETRY_POLICY: &[Field] = &[
    int("maxRetryTimes").default("2"),
    text("minRetryDuration").default("\"300s\""),
    text("retryTimeout").default("\"30m\""),
];

/// Storage and pod settings, the same in every kind.
macro_rules! job_fields {
    ($($more:expr),* $(,)?) => {
        &[
            field("additionalVolumeMounts", FieldType::Core(strictly::<Vec<core::VolumeMount>>)),
            field("additionalVolumes", FieldType::Core(strictly::<Vec<core::Volume>>)),
            field("affinity", FieldType::Core(strictly::<core::Affinity>)),
            flag("automountServiceAccountToken").only(V1),
            object("azblob", AZBLOB),
            object("br", BR),
            field("env", FieldType::Core(strictly::<Vec<core::EnvVar>>)),
            object("gcs", GCS),
            field("imagePullSecrets", FieldType::Core(strictly::<Vec<core::LocalObjectReference>>)),
            object("local", LOCAL),
            field("podSecurityContext", FieldType::Core(strictly::<core::PodSecurityContext>)),
            text("priorityClassName"),
            field("resources", FieldType::Core(strictly::<core::ResourceRequirements>)),
            object("s3", S3),
            text("serviceAccount"),
            field("tolerations", FieldType::Core(strictly::<Vec<core::Toleration>>)),
            text("toolImage"),
            flag("useKMS"),
            $($more),*
        ]
    };
}

pub const BACKUP: &[Field] = job_fields![
    object("backoffRetryPolicy", RETRY_POLICY),
    text("backupMode").default("\"snapshot\""),
    text("backupType"),
    text("calcSizeLevel").only(V1S).default("\"all\""),
    object("cleanOption", CLEAN_OPTION),
    text("cleanPolicy")
        .only(Dialect::V1LogStop.bit())
        .nullable(),
    text("cleanPolicy")
        .only(SUBCOMMANDS)
        .one_of(&["Retain", "OnFailure", "Delete"])
        .default("\"Retain\""),
    text("commitTs"),
    object("dumpling", DUMPLING).only(V1S),
    text("federalVolumeBackupPhase").only(V1S),
    object("from", TIDB_ACCESS).only(V1S),
    flag("logStop"),
    text("logSubcommand")
        .only(V1)
        .one_of(&["log-start", "log-stop", "log-pause"]),
    text("logSubcommand").only(V2).one_of(&[
        "log-start",
        "log-stop",
        "log-pause",
        "log-resume",
        "log-truncate"
    ]),
    text("logTruncateUntil"),
    flag("resumeGcSchedule").only(V1S),
    text("storageClassName"),
    text("storageSize"),
    texts("tableFilter"),
    text("tikvGCLifeTime").only(V1S),
    text("volumeAttributesClassName").only(V1),
    int("volumeBackupInitJobMaxActiveSeconds").default("600"),
];

const FULL_BACKUP_STORAGE: &[Field] = &[
    object("azblob", AZBLOB),
    object("gcs", GCS),
    object("local", LOCAL),
    object("s3", S3),
];
const REPLICATION: &[Field] = &[text("compactBackupName").required(), text("waitTimeout")];
pub const RESTORE: &[Field] = job_fields![
    int("backoffLimit").default("0"),
    text("backupType"),
    text("federalVolumeRestorePhase").only(V1S),
    text("logRestoreStartTs"),
    object("pitrFullBackupStorageProvider", FULL_BACKUP_STORAGE),
    text("pitrRestoredTs"),
    text("prune").only(V1).one_of(&["afterFailed"]),
    object("replicationConfig", REPLICATION).only(V1),
    text("restoreMode").default("\"snapshot\""),
    text("storageClassName"),
    text("storageSize"),
    texts("tableFilter"),
    text("tikvGCLifeTime").only(V1S),
    object("to", TIDB_ACCESS).only(V1S),
    flag("tolerateSingleTiKVOutage").default("false"),
    text("volumeAZ").only(V1S),
    text("volumeAttributesClassName").only(V1),
    text("warmup").only(V1S),
    text("warmupImage").only(V1S),
    text("warmupStrategy").only(V1S).default("\"hybrid\""),
];

pub const COMPACT: &[Field] = job_fields![
    int("concurrency").default("4"),
    text("endTs"),
    int("maxRetryTimes").default("6"),
    text("mode").only(V1).one_of(&["", "sharded"]),
    text("name").only(V1),
    text("physicalFileCacheCapacity").only(V1),
    int("shardCount").only(V1),
    text("startTs"),
    text("tikvImage").only(V1),
];

pub const SCHEDULE: &[Field] = &[
    object("azblob", AZBLOB),
    object("backupTemplate", BACKUP).required(),
    object("br", BR),
    object("compactBackupTemplate", COMPACT),
    text("compactInterval").only(V1S),
    text("compactSpan").only(V2),
    object("gcs", GCS),
    field(
        "imagePullSecrets",
        FieldType::Core(strictly::<Vec<core::LocalObjectReference>>),
    ),
    object("local", LOCAL),
    object("logBackupTemplate", BACKUP),
    int("maxBackups"),
    text("maxReservedTime"),
    text("minCompactStartTs").only(V1S),
    flag("pause"),
    object("s3", S3),
    text("schedule").required(),
    text("storageClassName"),
    text("storageSize"),
    text("volumeAttributesClassName").only(V1),
];

/// v2 conditions are `metav1.Condition`: a reason with blanks makes the API server reject the whole status.
macro_rules! condition {
    ($($more:expr),*) => {
        FieldType::List(&FieldType::Object(&[
            time("lastTransitionTime").only(V1S).nullable(),
            time("lastTransitionTime").only(V2).required(),
            text("message").required_in(V2),
            int("observedGeneration").only(V2),
            text("reason").only(V1S),
            text("reason")
                .only(V2)
                .required()
                .pattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"),
            text("status").only(V1S).required(),
            text("status").only(V2).required().one_of(&["True", "False", "Unknown"]),
            text("type").required(),
            $($more),*
        ]))
    };
}
const SUB_STATUS: &[Field] = &[
    text("command"),
    field("conditions", condition![text("command")]).nullable(),
    text("logTruncatingUntil"),
    text("phase"),
    time("timeCompleted").nullable(),
    time("timeStarted").nullable(),
];
const PROGRESS: &[Field] = &[
    time("lastTransitionTime").nullable(),
    field("progress", FieldType::Number),
    text("step"),
];
const RETRY_RECORD: &[Field] = &[
    time("detectFailedAt"),
    time("expectedRetryAt"),
    text("originalReason"),
    time("realRetryAt"),
    int("retryNum"),
    text("retryReason"),
];
const BR_OPERATION: &[Field] = &[
    text("command"),
    time("observedAt"),
    text("operationID"),
    time("startedAt"),
];
pub const BACKUP_STATUS: &[Field] = &[
    field(
        "backoffRetryStatus",
        FieldType::List(&FieldType::Object(RETRY_RECORD)),
    ),
    text("backupPath"),
    int("backupSize"),
    text("backupSizeReadable"),
    field(
        "brOperations",
        FieldType::List(&FieldType::Object(BR_OPERATION)),
    )
    .only(V1)
    .nullable(),
    text("commitTs"),
    field("conditions", condition![text("command").only(V1S)]).nullable(),
    int("incrementalBackupSize").only(V1S),
    text("incrementalBackupSizeReadable").only(V1S),
    text("logCheckpointTs"),
    field(
        "logSubCommandStatuses",
        FieldType::Map(&FieldType::Object(SUB_STATUS)),
    ),
    text("logSuccessTruncateUntil"),
    text("phase"),
    field("progresses", FieldType::List(&FieldType::Object(PROGRESS))).nullable(),
    time("timeCompleted").nullable(),
    time("timeStarted").nullable(),
    time("timeSynced").only(V1).nullable(),
    text("timeTaken"),
];
pub const RESTORE_STATUS: &[Field] = &[
    field(
        "brOperations",
        FieldType::List(&FieldType::Object(BR_OPERATION)),
    )
    .only(V1)
    .nullable(),
    text("commitTs"),
    field("conditions", condition![]).nullable(),
    text("phase"),
    field("progresses", FieldType::List(&FieldType::Object(PROGRESS))).nullable(),
    text("replicationStep").only(V1),
    time("timeCompleted").nullable(),
    time("timeStarted").nullable(),
    text("timeTaken"),
];
pub const COMPACT_STATUS: &[Field] = &[
    field(
        "backoffRetryStatus",
        FieldType::List(&FieldType::Object(&[
            time("detectFailedAt"),
            int("retryNum"),
            text("retryReason"),
        ])),
    ),
    text("completedIndexes").only(V1),
    text("endTs").only(V1S),
    text("failedIndexes").only(V1),
    text("message"),
    text("progress"),
    text("state"),
];
pub const SCHEDULE_STATUS: &[Field] = &[
    time("allBackupCleanTime"),
    text("lastBackup"),
    time("lastBackupTime"),
    text("lastCompact"),
    time("lastCompactExecutionTs").only(V1S),
    time("lastCompactProgress").only(V1S),
    time("lastCompactTs").only(V2),
    text("logBackup"),
    time("logBackupStartTs"),
    time("nextCompactEndTs").only(V2),
];
