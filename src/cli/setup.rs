//! `setup …`

use clap::{Args, Subcommand};

use super::WriteFlags;
use super::lazy::Lazy;

/// The verbs of `setup`.
#[derive(Debug, Subcommand)]
pub enum SetupCommand {
    /// Create the account of backup jobs, and its rights
    ///
    /// ServiceAccount, Role and RoleBinding tidb-backup-manager, with what the operator generations that are served need. Without
    /// them no job starts.
    #[command(
        after_help = "Examples:\n  # In the namespace of the backups\n  kubectl tidb-br setup rbac -n tidb\n\n  # With an IAM role for EKS\n  kubectl tidb-br setup rbac -n tidb --role-arn arn:aws:iam::123456789012:role/backup\n\n  # Only look at the manifests\n  kubectl tidb-br setup rbac -n tidb --operator v2 --dry-run=client -o yaml\n\nRBAC: get, create and patch serviceaccounts, roles and rolebindings, and every right that the Role gives; get, create and patch namespaces with --create-namespace."
    )]
    Rbac(Lazy<SetupRbac>),

    /// Create a Secret under the keys that the operators read
    ///
    /// Values come from files, from the environment, or from a hidden prompt; never from flags, where shells and process lists
    /// would show them.
    #[command(subcommand)]
    Secret(SecretCommand),

    /// Give TiKV and TiFlash what they need to reach the storage
    ///
    /// TiKV writes backups and reads restores by itself, so that it needs the same credentials, account or volume as the job.
    /// Shows the difference, and asks, since Pods restart.
    #[command(
        after_help = "Examples:\n  # The keys of a Secret as environment\n  kubectl tidb-br setup tikv basic -n tidb --secret s3-secret\n\n  # The account that has an IAM role\n  kubectl tidb-br setup tikv basic -n tidb --service-account tidb-backup-manager\n\n  # An NFS export for local:///nfs/…\n  kubectl tidb-br setup tikv basic -n tidb --local-nfs nfs.example.com:/backup --local-mount-path /nfs\n\nRBAC: get and patch tidbclusters (v1), or get clusters and list and patch tikvgroups and tiflashgroups (v2); get secrets with --secret, get serviceaccounts with --service-account."
    )]
    Tikv(Lazy<SetupTikv>),

    /// Print the database privileges that a tool needs
    #[command(
        after_help = "Examples:\n  # For dumps by the account dump\n  kubectl tidb-br setup sql dumpling --db-user dump\n\n  # Straight into TiDB\n  kubectl tidb-br setup sql lightning --db-user restore | mysql -h 127.0.0.1 -P 4000 -u root\n\nRBAC: none, it never connects."
    )]
    Sql(Lazy<SetupSql>),
}

/// What a Secret is for.
#[derive(Debug, Subcommand)]
pub enum SecretCommand {
    /// S3 and compatible storage: access_key, secret_key
    #[command(
        after_help = "Examples:\n  # From AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n  kubectl tidb-br setup secret s3 s3-secret -n tidb --from-env\n\n  # One key from a file, the other asked for\n  kubectl tidb-br setup secret s3 s3-secret -n tidb --from-file access_key=key-id.txt\n\nRBAC: get, create and patch secrets."
    )]
    S3(Lazy<SecretArgs>),

    /// Google Cloud Storage: credentials
    #[command(
        after_help = "Examples:\n  # The key file of a service account\n  kubectl tidb-br setup secret gcs gcs-secret -n tidb --from-file credentials=key.json\n\n  # The file that GOOGLE_APPLICATION_CREDENTIALS names\n  kubectl tidb-br setup secret gcs gcs-secret -n tidb --from-env\n\nRBAC: get, create and patch secrets."
    )]
    Gcs(Lazy<SecretArgs>),

    /// Azure Blob Storage: account key or Azure AD application
    #[command(
        after_help = "Examples:\n  # The key of the account, asked for\n  kubectl tidb-br setup secret azblob azblob-secret -n tidb --account mybackups\n\n  # Azure AD, the secret from a file\n  kubectl tidb-br setup secret azblob azblob-secret-ad -n tidb --account mybackups --client-id ID --tenant-id ID \\\n    --from-file AZURE_CLIENT_SECRET=secret.txt\n\nRBAC: get, create and patch secrets."
    )]
    Azblob(Lazy<AzblobSecret>),

    /// A database account for Dumpling and Lightning
    #[command(
        after_help = "Examples:\n  # The password is asked for\n  kubectl tidb-br setup secret tidb backup-demo1-tidb-secret -n tidb\n\n  # From another program\n  pass show tidb | kubectl tidb-br setup secret tidb backup-demo1-tidb-secret -n tidb --from-file password=-\n\nRBAC: get, create and patch secrets."
    )]
    Tidb(Lazy<TidbSecret>),

    /// A client certificate for TiDB: tls.crt, tls.key, ca.crt
    #[command(
        after_help = "Examples:\n  # From three files\n  kubectl tidb-br setup secret tls backup-demo1-tls-secret -n tidb --cert tls.crt --key tls.key --ca ca.crt\n\n  # Only look at the difference, values hidden\n  kubectl tidb-br setup secret tls backup-demo1-tls-secret -n tidb --cert tls.crt --key tls.key --ca ca.crt --diff\n\nRBAC: get, create and patch secrets."
    )]
    Tls(Lazy<TlsSecret>),
}

/// Writing by server-side apply.
#[derive(Debug, Clone, Default, Args)]
pub struct ApplyFlags {
    /// Take over fields that another field manager owns
    #[arg(long, help_heading = "Writing")]
    pub force_conflicts: bool,

    #[command(flatten)]
    pub write: WriteFlags,
}

/// A Secret and where its values come from.
#[derive(Debug, Clone, Args)]
pub struct SecretArgs {
    /// Name of the Secret
    pub name: String,

    /// File with the value of a key; - is stdin (repeatable)
    #[arg(long, value_name = "KEY=PATH", help_heading = "Values")]
    pub from_file: Vec<String>,

    /// Take values from the provider's own environment variables
    #[arg(long, help_heading = "Values")]
    pub from_env: bool,

    #[command(flatten)]
    pub apply: ApplyFlags,
}

/// `setup secret azblob`
#[derive(Debug, Clone, Args)]
pub struct AzblobSecret {
    /// Storage account
    #[arg(long, value_name = "ACCOUNT", help_heading = "Values")]
    pub account: Option<String>,

    /// Application (client) ID; chooses Azure AD
    #[arg(long, value_name = "ID", help_heading = "Values")]
    pub client_id: Option<String>,

    /// Directory (tenant) ID; chooses Azure AD
    #[arg(long, value_name = "ID", help_heading = "Values")]
    pub tenant_id: Option<String>,

    #[command(flatten)]
    pub secret: SecretArgs,
}

/// `setup secret tidb`
#[derive(Debug, Clone, Args)]
pub struct TidbSecret {
    /// Database user, kept beside the password; operators take the user from the backup itself
    #[arg(long, value_name = "USER", help_heading = "Values")]
    pub db_user: Option<String>,

    #[command(flatten)]
    pub secret: SecretArgs,
}

/// `setup secret tls`
#[derive(Debug, Clone, Args)]
pub struct TlsSecret {
    /// File with the client certificate
    #[arg(long, value_name = "PATH", help_heading = "Values")]
    pub cert: Option<String>,

    /// File with its private key
    #[arg(long, value_name = "PATH", help_heading = "Values")]
    pub key: Option<String>,

    /// File with the certificate of the authority
    #[arg(long, value_name = "PATH", help_heading = "Values")]
    pub ca: Option<String>,

    #[command(flatten)]
    pub secret: SecretArgs,
}

/// `setup rbac`
#[derive(Debug, Clone, Args)]
pub struct SetupRbac {
    /// ServiceAccount that gets the rights
    #[arg(
        long,
        value_name = "NAME",
        default_value = crate::setup::rbac::NAME,
        help_heading = "Account"
    )]
    pub service_account: String,

    /// IAM role of the ServiceAccount (EKS)
    #[arg(long, value_name = "ARN", help_heading = "Account")]
    pub role_arn: Option<String>,

    /// Create the namespace first
    #[arg(long, help_heading = "Account")]
    pub create_namespace: bool,

    #[command(flatten)]
    pub apply: ApplyFlags,
}

/// `setup tikv`
#[derive(Debug, Clone, Args)]
pub struct SetupTikv {
    /// TiDB cluster
    pub cluster: String,

    #[command(flatten)]
    pub grant: GrantFlags,

    /// Where the volume is mounted, as in local:///MOUNT/PREFIX
    #[arg(long, value_name = "PATH", help_heading = "What TiKV gets")]
    pub local_mount_path: Option<String>,

    /// Name of the volume in the Pod (default: backup)
    #[arg(long, value_name = "NAME", help_heading = "What TiKV gets")]
    pub local_volume_name: Option<String>,

    /// Mount the volume read-only
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", help_heading = "What TiKV gets")]
    pub local_read_only: Option<bool>,

    #[command(flatten)]
    pub write: WriteFlags,
}

/// What TiKV gets.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct GrantFlags {
    /// The keys of this Secret, as environment
    #[arg(long, value_name = "SECRET", help_heading = "What TiKV gets")]
    pub secret: Option<String>,

    /// This ServiceAccount to run under
    #[arg(long, value_name = "NAME", help_heading = "What TiKV gets")]
    pub service_account: Option<String>,

    /// This IAM role, as the annotation that kube2iam reads
    #[arg(long, value_name = "ARN", help_heading = "What TiKV gets")]
    pub iam_role: Option<String>,

    /// The volume of this PersistentVolumeClaim
    #[arg(long, value_name = "CLAIM", help_heading = "What TiKV gets")]
    pub local_pvc: Option<String>,

    /// This NFS export
    #[arg(long, value_name = "SERVER:/PATH", help_heading = "What TiKV gets")]
    pub local_nfs: Option<String>,
}

/// `setup sql`
#[derive(Debug, Clone, Args)]
pub struct SetupSql {
    /// dumpling, br or lightning
    #[arg(value_enum)]
    pub tool: SqlTool,

    /// Account that gets the privileges
    #[arg(long, value_name = "USER", default_value = "backup")]
    pub db_user: String,

    /// Hosts that the account connects from
    #[arg(long, value_name = "HOST", default_value = "%")]
    pub db_host: String,
}

/// The tools that talk to TiDB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SqlTool {
    /// Logical dumps
    Dumpling,
    /// Snapshots of TiDB older than v4.0.8
    Br,
    /// Imports of dumps
    Lightning,
}
