//! Every flag that writes a field of a manifest: one row each, with the field, the values it takes and the operators that have it.

use crate::api::Operator;

/// What a flag takes, and so how its text becomes a value of the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Any text, named so in help.
    Text(&'static str),
    /// The name of an object of Kubernetes; help calls it so.
    Object(&'static str),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number from 0 to the limit.
    Number(u32),
    /// A port, from 1 to 65535.
    Port,
    /// `true` when given bare, or `=true` and `=false`.
    Bool,
    /// A duration; the manifest gets Go's notation.
    Duration,
    /// A time; the manifest gets a decimal TSO.
    Time,
    /// A quantity of the core API, such as `10Gi`.
    Quantity,
    /// Repeatable; the values replace the list of FILE.
    Texts(&'static str),
    /// Repeatable; a time that becomes an option of BR, `PREFIX<tso>`.
    TimeOption(&'static str),
    /// Repeatable `KEY=VALUE` with the keys of annotations; merged by key with those of FILE.
    Pairs,
    /// The same with the values of labels.
    Labels,
    /// Repeatable `KEY=VALUE` whose keys and types are those of the field in the schema.
    Options,
    /// Repeatable `KEY=VALUE` for the environment of the Pod.
    Env,
    /// Repeatable `KEY=SECRET:KEY` for the environment of the Pod.
    EnvFromSecret,
    /// Repeatable names, each written as `{name: …}`.
    Names,
    /// `cpu=1,memory=2Gi`.
    Resources,
    /// Repeatable `KEY[=VALUE]:EFFECT`.
    Tolerations,
}

/// Flags that belong together: a heading in help, and what a command offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Which cluster.
    Target,
    /// Where the data lies.
    Storage,
    /// What is backed up or restored.
    Selection,
    /// How BR works.
    Br,
    /// The moment a log backup starts at, or a snapshot is of.
    Moment,
    /// Only for snapshots.
    Snapshot,
    /// Only for dumps.
    Dump,
    /// The scratch volume and the garbage collection of dumps and their restores.
    Scratch,
    /// The database that a dump reads from.
    From,
    /// The database that a dump is restored into.
    To,
    /// A moment between a snapshot and the checkpoint of a log backup.
    Pitr,
    /// How a restore works, and where a dump lies.
    Restoring,
    /// What happens to the data when the object is deleted.
    Clean,
    /// How often a snapshot is tried again.
    Retry,
    /// When a schedule runs, what it keeps, and its log backup.
    Schedule,
    /// What a compaction covers.
    Compaction,
    /// The Pod that does the work.
    Pod,
    /// Labels and annotations.
    Metadata,
}

impl Group {
    /// The heading in help.
    pub fn heading(self) -> &'static str {
        match self {
            Group::Target | Group::Selection | Group::Moment | Group::Snapshot => "What to back up",
            Group::Storage => "Storage",
            Group::Br => "BR",
            Group::Dump | Group::Scratch | Group::From => "Dumpling and database access (v1)",
            Group::To => "Lightning and database access (v1)",
            Group::Pitr => "Point in time",
            Group::Restoring => "How to restore",
            Group::Clean | Group::Retry => "Data and retries",
            Group::Schedule => "Schedule",
            Group::Compaction => "Compaction",
            Group::Pod | Group::Metadata => "Pod and metadata",
        }
    }
}

/// One flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// Without the dashes.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// The field it writes: a dotted path below the spec (or template), or from the root when it begins with `metadata.` or `spec.`.
    /// Empty where the manifest's shape depends on more than this flag.
    pub field: &'static str,
    /// Which commands offer it, and under which heading.
    pub group: Group,
    /// The only generation that has it, if not both.
    pub only: Option<Operator>,
    /// One line of help.
    pub help: &'static str,
}

const fn flag(
    group: Group,
    name: &'static str,
    takes: Takes,
    field: &'static str,
    help: &'static str,
) -> Flag {
    Flag {
        name,
        takes,
        field,
        group,
        only: None,
        help,
    }
}

impl Flag {
    const fn v1(mut self) -> Self {
        self.only = Some(Operator::V1);
        self
    }
}

/// Fields that are `int32` in the operators' types.
const INT32: u32 = i32::MAX as u32;
/// Fields that are `uint32` in the operators' types.
const UINT32: u32 = u32::MAX;

/// All flags that write fields of a Backup, in the order of help.
#[rustfmt::skip]
pub const FLAGS: &[Flag] = {
    use Group::{Br, Clean, Compaction, Dump, From, Metadata, Moment, Pitr, Pod, Restoring, Retry, Schedule, Scratch, Selection, Snapshot, Storage, Target, To};
    use Takes::{Bool, Duration, Env, EnvFromSecret, Labels, Names, Number, Object, Options, Pairs, Port, Quantity, Resources, Text, Texts, Time, TimeOption, Tolerations, Word};
    &[
    flag(Target, "cluster", Object("CLUSTER"), "br.cluster", "TiDB cluster to back up"),
    flag(Target, "cluster-namespace", Object("NAMESPACE"), "br.clusterNamespace", "Namespace of the TiDB cluster (v1; default: that of the object)"),

    flag(Schedule, "schedule", Text("CRON"), "spec.schedule", "When to run: five cron fields, or @daily, @hourly, @every 6h; in the operator's time zone, which is UTC unless it was changed"),
    flag(Schedule, "max-backups", Number(INT32), "spec.maxBackups", "Keep the newest N backups; 0 keeps all; not with a log backup"),
    flag(Schedule, "max-reserved-time", Duration, "spec.maxReservedTime", "Keep backups this long, such as 7d; wins over --max-backups"),
    flag(Schedule, "paused", Bool, "spec.pause", "Start paused"),
    flag(Schedule, "log-storage", Text("URL"), "", "Back up the log as well, to this URL; settings and Secret of --storage unless the URL says otherwise"),
    flag(Schedule, "log-storage-secret", Object("SECRET"), "", "Secret of the log's storage"),
    flag(Schedule, "compact-interval", Duration, "", "Compact the log this often; needs --log-storage"),
    flag(Compaction, "start-ts", Time, "startTs", "Compact the log from this time"),
    flag(Compaction, "end-ts", Time, "endTs", "Compact the log up to this time"),
    flag(Compaction, "max-retry-times", Number(INT32), "maxRetryTimes", "Retries of a failed compaction"),

    flag(Storage, "storage", Text("URL"), "", "Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced"),
    flag(Storage, "storage-secret", Object("SECRET"), "", "Secret with the credentials of the storage"),
    flag(Storage, "s3-provider", Text("PROVIDER"), "s3.provider", "S3 provider, such as aws, ceph, minio (default: aws)"),
    flag(Storage, "s3-region", Text("REGION"), "s3.region", "S3 region"),
    flag(Storage, "s3-endpoint", Text("URL"), "s3.endpoint", "S3 endpoint, with its scheme"),
    flag(Storage, "s3-storage-class", Text("CLASS"), "s3.storageClass", "S3 storage class"),
    flag(Storage, "s3-acl", Text("ACL"), "s3.acl", "S3 access control list"),
    flag(Storage, "s3-sse", Text("ALGORITHM"), "s3.sse", "S3 server-side encryption"),
    flag(Storage, "s3-option", Texts("OPTION"), "s3.options", "Option for rclone (repeatable)"),
    flag(Storage, "s3-force-path-style", Bool, "s3.forcePathStyle", "Whether S3 paths hold the bucket").v1(),
    flag(Storage, "gcs-project-id", Text("PROJECT"), "gcs.projectId", "Google Cloud project"),
    flag(Storage, "gcs-location", Text("LOCATION"), "gcs.location", "Location of the GCS bucket"),
    flag(Storage, "gcs-storage-class", Text("CLASS"), "gcs.storageClass", "GCS storage class"),
    flag(Storage, "gcs-object-acl", Text("ACL"), "gcs.objectAcl", "GCS access control of objects"),
    flag(Storage, "gcs-bucket-acl", Text("ACL"), "gcs.bucketAcl", "GCS access control of the bucket"),
    flag(Storage, "azblob-access-tier", Text("TIER"), "azblob.accessTier", "Azure access tier"),
    flag(Storage, "azblob-storage-account", Text("ACCOUNT"), "azblob.storageAccount", "Azure storage account"),
    flag(Storage, "local-pvc", Object("CLAIM"), "", "PersistentVolumeClaim that TiKV and the job mount"),
    flag(Storage, "local-nfs", Text("SERVER:/PATH"), "", "NFS export that TiKV and the job mount"),
    flag(Storage, "local-read-only", Bool, "local.volumeMount.readOnly", "Mount the volume read-only"),
    flag(Storage, "local-mount-path", Text("PATH"), "", "Where the volume is mounted (default: the first folder of the URL)"),
    flag(Storage, "local-volume-name", Object("NAME"), "", "Name of the volume in the Pod (default: backup)"),

    flag(Selection, "type", Word(&["full", "db", "table"]), "backupType", "What a snapshot holds (default: full)"),
    flag(Selection, "db", Text("DATABASE"), "br.db", "Database, for --type db and table"),
    flag(Selection, "table", Text("TABLE"), "br.table", "Table, for --type table"),
    flag(Selection, "filter", Texts("RULE"), "tableFilter", "Table filter rule, such as 'db.*' or '!db.t' (repeatable)"),

    flag(Moment, "commit-ts", Time, "commitTs", "Back up the data as of this time; for a log backup, its start"),
    flag(Snapshot, "last-backup-ts", TimeOption("--lastbackupts="), "br.options", "Only what changed since this time (incremental)"),

    flag(Br, "log-level", Text("LEVEL"), "br.logLevel", "Log level of BR"),
    flag(Br, "status-addr", Text("ADDRESS"), "br.statusAddr", "Where BR serves its statistics"),
    flag(Br, "concurrency", Number(UINT32), "br.concurrency", "Threads per TiKV"),
    flag(Br, "rate-limit", Number(UINT32), "br.rateLimit", "MB/s per TiKV; 0 is no limit"),
    flag(Br, "time-ago", Duration, "br.timeAgo", "Back up the data as of this long ago"),
    flag(Br, "checksum", Bool, "br.checksum", "Verify the files afterwards"),
    flag(Br, "check-requirements", Bool, "br.checkRequirements", "Check versions first"),
    flag(Br, "send-cred-to-tikv", Bool, "br.sendCredToTikv", "Hand the storage credentials to TiKV"),
    flag(Br, "br-option", Texts("OPTION"), "br.options", "Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)"),

    flag(Dump, "dumpling-option", Texts("OPTION"), "dumpling.options", "Option of Dumpling, instead of its defaults (repeatable)").v1(),
    flag(Scratch, "storage-size", Quantity, "storageSize", "Size of the scratch volume").v1(),
    flag(Scratch, "storage-class-name", Object("CLASS"), "storageClassName", "StorageClass of the scratch volume").v1(),
    flag(From, "from-host", Text("HOST"), "from.host", "TiDB server").v1(),
    flag(From, "from-port", Port, "from.port", "Port of the TiDB server").v1(),
    flag(From, "from-user", Text("USER"), "from.user", "Database user").v1(),
    flag(From, "from-secret", Object("SECRET"), "from.secretName", "Secret with the key `password`").v1(),
    flag(From, "from-tls-secret", Object("SECRET"), "from.tlsClientSecretName", "Secret with the client certificate").v1(),
    flag(Scratch, "gc-life-time", Duration, "tikvGCLifeTime", "tikv_gc_life_time while the work goes on").v1(),

    flag(Pitr, "to", Time, "pitrRestoredTs", "Restore the data as of this time: a snapshot, and the log backup up to there"),
    flag(Pitr, "log-start-ts", Time, "logRestoreStartTs", "Replay the log backup from this time, without a snapshot"),
    flag(Pitr, "full-storage", Text("URL"), "", "Where the snapshot lies, when --storage is the log backup; settings and Secret of --storage unless the URL says otherwise"),
    flag(Pitr, "full-storage-secret", Object("SECRET"), "", "Secret of the snapshot's storage"),
    flag(Restoring, "archive", Text("URL"), "", "Dump to import with Lightning: s3://….tgz or gcs://….tgz").v1(),
    flag(Restoring, "online", Bool, "br.onLine", "Restore while the cluster serves"),
    flag(Restoring, "backoff-limit", Number(INT32), "backoffLimit", "How often the Job tries again"),
    flag(Restoring, "prune", Word(&["afterFailed"]), "prune", "Clean up the metadata of a restore that failed").v1(),
    flag(To, "to-host", Text("HOST"), "to.host", "TiDB server").v1(),
    flag(To, "to-port", Port, "to.port", "Port of the TiDB server").v1(),
    flag(To, "to-user", Text("USER"), "to.user", "Database user").v1(),
    flag(To, "to-secret", Object("SECRET"), "to.secretName", "Secret with the key `password`").v1(),
    flag(To, "to-tls-secret", Object("SECRET"), "to.tlsClientSecretName", "Secret with the client certificate").v1(),

    flag(Clean, "clean-policy", Word(&["Retain", "OnFailure", "Delete"]), "cleanPolicy", "What happens to the data when the object is deleted"),
    flag(Clean, "clean-option", Options, "cleanOption", "How data is deleted, such as pageSize=1000 (repeatable)"),
    flag(Retry, "retry-max", Number(INT32), "backoffRetryPolicy.maxRetryTimes", "Retries after the Job died without a verdict"),
    flag(Retry, "retry-min-interval", Duration, "backoffRetryPolicy.minRetryDuration", "Wait before the first retry; doubles each time"),
    flag(Retry, "retry-timeout", Duration, "backoffRetryPolicy.retryTimeout", "Give up this long after the first failure"),

    flag(Pod, "service-account", Object("NAME"), "serviceAccount", "ServiceAccount of the Pod (operator's default: tidb-backup-manager)"),
    flag(Pod, "tool-image", Text("IMAGE"), "toolImage", "Image of BR or Dumpling"),
    flag(Pod, "image-pull-secret", Names, "imagePullSecrets", "Secret to pull images with (repeatable)"),
    flag(Pod, "priority-class", Object("NAME"), "priorityClassName", "PriorityClass of the Pod"),
    flag(Pod, "env", Env, "env", "Environment variable KEY=VALUE (repeatable)"),
    flag(Pod, "env-from-secret", EnvFromSecret, "env", "Environment variable KEY=SECRET:KEY (repeatable)"),
    flag(Pod, "use-kms", Bool, "useKMS", "The credentials are KMS ciphertext"),
    flag(Pod, "run-as-user", Number(INT32), "podSecurityContext.runAsUser", "User id of the Pod"),
    flag(Pod, "run-as-group", Number(INT32), "podSecurityContext.runAsGroup", "Group id of the Pod"),
    flag(Pod, "fs-group", Number(INT32), "podSecurityContext.fsGroup", "Group that owns the Pod's volumes"),
    flag(Pod, "request", Resources, "resources.requests", "Requested resources, such as cpu=1,memory=2Gi"),
    flag(Pod, "limit", Resources, "resources.limits", "Resource limits, such as cpu=1,memory=2Gi"),
    flag(Pod, "toleration", Tolerations, "tolerations", "Toleration KEY[=VALUE]:EFFECT (repeatable)"),

    flag(Metadata, "iam-role", Text("ARN"), "metadata.annotations[\"iam.amazonaws.com/role\"]", "IAM role of the Pod (kube2iam)"),
    flag(Metadata, "label", Labels, "metadata.labels", "Label KEY=VALUE (repeatable)"),
    flag(Metadata, "annotation", Pairs, "metadata.annotations", "Annotation KEY=VALUE (repeatable)"),
    ]
};

/// What `backup create` offers.
pub const BACKUP: &[Group] = &[
    Group::Target,
    Group::Storage,
    Group::Selection,
    Group::Moment,
    Group::Snapshot,
    Group::Br,
    Group::Dump,
    Group::Scratch,
    Group::From,
    Group::Clean,
    Group::Retry,
    Group::Pod,
    Group::Metadata,
];
/// What `log start` offers.
pub const LOG: &[Group] = &[
    Group::Target,
    Group::Storage,
    Group::Moment,
    Group::Br,
    Group::Clean,
    Group::Pod,
    Group::Metadata,
];

/// What `restore create` offers.
pub const RESTORE: &[Group] = &[
    Group::Target,
    Group::Storage,
    Group::Pitr,
    Group::Selection,
    Group::Restoring,
    Group::Br,
    Group::To,
    Group::Scratch,
    Group::Pod,
    Group::Metadata,
];

/// What `schedule create` and `schedule set` offer.
pub const SCHEDULE: &[Group] = &[
    Group::Schedule,
    Group::Target,
    Group::Storage,
    Group::Selection,
    Group::Moment,
    Group::Snapshot,
    Group::Br,
    Group::Dump,
    Group::Scratch,
    Group::From,
    Group::Clean,
    Group::Retry,
    Group::Pod,
    Group::Metadata,
];
/// What `compact create` offers.
pub const COMPACT: &[Group] = &[
    Group::Target,
    Group::Compaction,
    Group::Storage,
    Group::Br,
    Group::Pod,
    Group::Metadata,
];

/// The row of a flag.
pub fn find(name: &str) -> Option<&'static Flag> {
    FLAGS.iter().find(|flag| flag.name == name)
}
