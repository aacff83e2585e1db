//! `setup …`

use clap::{Args, Subcommand};

use super::WriteFlags;
use super::lazy::Lazy;
use super::look::name;
use super::switch::boolean;

/// The verbs of `setup`.
#[derive(Debug, Subcommand)]
pub enum SetupCommand {
    /// Create the account of backup jobs, and its rights
    ///
    /// Applies a ServiceAccount, a Role and a RoleBinding called tidb-backup-manager, with the rights that jobs of the served operators need.
    /// Without them no job starts.
    #[command(
        before_help = r"# For the backups of namespace tidb
kubectl tidb-br setup rbac -n tidb

# With an IAM role for EKS
kubectl tidb-br setup rbac -n tidb --role-arn arn:aws:iam::123456789012:role/backup

# Only look at the manifests
kubectl tidb-br setup rbac -n tidb --operator v2 --dry-run=client -o yaml",
        after_help = "Exit codes: 0 1 2 5 8 9\nRBAC: get, create and patch serviceaccounts, roles and rolebindings, and every right that the Role gives; get, create and patch namespaces with --create-namespace."
    )]
    Rbac(Lazy<SetupRbac>),

    /// Create a Secret under the keys that the operators read
    ///
    /// Values come from files, from the environment, or from a hidden prompt; never from flags, which shells and process lists show.
    #[command(subcommand)]
    Secret(SecretCommand),

    /// Give TiKV and TiFlash what they need to reach the storage
    ///
    /// TiKV itself writes backups and reads restores, so it needs the same credentials, account or volume as the job. Shows the difference
    /// and asks, because Pods restart.
    #[command(
        before_help = r"# The keys of a Secret, as environment variables
kubectl tidb-br setup tikv basic -n tidb --secret s3-secret

# An account that has an IAM role
kubectl tidb-br setup tikv basic -n tidb --service-account tidb-backup-manager

# An NFS export for local:///nfs/…
kubectl tidb-br setup tikv basic -n tidb --local-nfs nfs.example.com:/backup --local-mount-path /nfs",
        after_help = "Exit codes: 0 1 2 5 8 9\nRBAC: get and patch tidbclusters (v1), or get clusters and list and patch tikvgroups and tiflashgroups (v2); get secrets with --secret, get serviceaccounts with --service-account."
    )]
    Tikv(Lazy<SetupTikv>),

    /// Print the database privileges that a tool needs
    #[command(
        before_help = r"# For dumps by the database user dump
kubectl tidb-br setup sql dumpling --db-user dump

# Straight into TiDB
kubectl tidb-br setup sql lightning --db-user restore | mysql -h 127.0.0.1 -P 4000 -u root",
        after_help = "Exit codes: 0 2\nRBAC: none, it never connects."
    )]
    Sql(Lazy<SetupSql>),
}

/// What a Secret is for.
#[derive(Debug, Subcommand)]
pub enum SecretCommand {
    /// S3 and compatible storage: access_key, secret_key
    #[command(
        before_help = r"# From AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
kubectl tidb-br setup secret s3 s3-secret -n tidb --from-env

# One key from a file; asks for the other one
kubectl tidb-br setup secret s3 s3-secret -n tidb --from-file access_key=key-id.txt",
        after_help = "Exit codes: 0 1 2 5 9\nRBAC: get, create and patch secrets."
    )]
    S3(Lazy<SecretArgs>),

    /// Google Cloud Storage: credentials
    #[command(
        before_help = r"# The key file of a service account
kubectl tidb-br setup secret gcs gcs-secret -n tidb --from-file credentials=key.json

# The file that GOOGLE_APPLICATION_CREDENTIALS names
kubectl tidb-br setup secret gcs gcs-secret -n tidb --from-env",
        after_help = "Exit codes: 0 1 2 5 9\nRBAC: get, create and patch secrets."
    )]
    Gcs(Lazy<SecretArgs>),

    /// Azure Blob Storage: account key or Azure AD application
    #[command(
        before_help = r"# Ask for the key of the account
kubectl tidb-br setup secret azblob azblob-secret -n tidb --account mybackups

# Azure AD, with the secret from a file
kubectl tidb-br setup secret azblob azblob-secret-ad -n tidb --account mybackups --client-id ID --tenant-id ID \
  --from-file AZURE_CLIENT_SECRET=secret.txt",
        after_help = "Exit codes: 0 1 2 5 9\nRBAC: get, create and patch secrets."
    )]
    Azblob(Lazy<AzblobSecret>),

    /// A database account for Dumpling and Lightning
    #[command(
        before_help = r"# Ask for the password
kubectl tidb-br setup secret tidb backup-demo1-tidb-secret -n tidb

# From another program
pass show tidb | kubectl tidb-br setup secret tidb backup-demo1-tidb-secret -n tidb --from-file password=-",
        after_help = "Exit codes: 0 1 2 5 9\nRBAC: get, create and patch secrets."
    )]
    Tidb(Lazy<TidbSecret>),

    /// A client certificate for TiDB: tls.crt, tls.key, ca.crt
    #[command(
        before_help = r"# From three files
kubectl tidb-br setup secret tls backup-demo1-tls-secret -n tidb --cert tls.crt --key tls.key --ca ca.crt

# Only look at the difference, values hidden
kubectl tidb-br setup secret tls backup-demo1-tls-secret -n tidb --cert tls.crt --key tls.key --ca ca.crt --diff",
        after_help = "Exit codes: 0 1 2 5 9\nRBAC: get, create and patch secrets."
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

    /// Take values from the provider's own environment variables, such as AWS_ACCESS_KEY_ID
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
    /// Database user, stored beside the password; the operators read the user from the Backup
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

    /// IAM role of the ServiceAccount (annotation eks.amazonaws.com/role-arn)
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
    #[arg(value_parser = name)]
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
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = boolean, help_heading = "What TiKV gets")]
    pub local_read_only: Option<bool>,

    #[command(flatten)]
    pub write: WriteFlags,
}

/// What TiKV gets: exactly one of these.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct GrantFlags {
    /// The keys of this Secret, as environment variables
    #[arg(long, value_name = "SECRET", help_heading = "What TiKV gets")]
    pub secret: Option<String>,

    /// This ServiceAccount
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
    /// Tool that needs the privileges
    #[arg(value_enum)]
    pub tool: SqlTool,

    /// Database user that gets the privileges
    #[arg(long, value_name = "USER", default_value = "backup")]
    pub db_user: String,

    /// Hosts that the user connects from
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
