//! `setup secret …`

use std::collections::BTreeMap;

use serde_json::Value;

use super::apply;
use crate::cli::{AzblobSecret, DryRun, SecretArgs, SecretCommand, TidbSecret, TlsSecret};
use crate::context::Context;
use crate::manifest::name;
use crate::setup::secret::{self, Key, Otherwise, SecretPurpose, Values};
use crate::{Error, Exit, Result};

/// `setup secret …`
pub async fn run(context: &Context, command: &SecretCommand) -> Result<Exit> {
    match command {
        SecretCommand::S3(args) => create(context, SecretPurpose::S3, args, &[]).await,
        SecretCommand::Gcs(args) => create(context, SecretPurpose::Gcs, args, &[]).await,
        SecretCommand::Tidb(args) => {
            create(context, SecretPurpose::Tidb, &args.secret, &user(args)).await
        }
        SecretCommand::Tls(args) => {
            create(context, SecretPurpose::Tls, &with_files(args), &[]).await
        }
        SecretCommand::Azblob(args) => {
            let purpose = azure(context, args)?;
            create(context, purpose, &args.secret, &names(args)).await
        }
    }
}

/// A value that is no secret: its key, the value, and the flag that gives it.
type Plain<'a> = (&'static str, Option<&'a str>, &'static str);

fn user(args: &TidbSecret) -> [Plain<'_>; 1] {
    [("user", args.db_user.as_deref(), "--db-user")]
}

fn names(args: &AzblobSecret) -> [Plain<'_>; 3] {
    [
        (
            "AZURE_STORAGE_ACCOUNT",
            args.account.as_deref(),
            "--account",
        ),
        ("AZURE_CLIENT_ID", args.client_id.as_deref(), "--client-id"),
        ("AZURE_TENANT_ID", args.tenant_id.as_deref(), "--tenant-id"),
    ]
}

/// `--cert`, `--key` and `--ca` are short for `--from-file`.
fn with_files(args: &TlsSecret) -> SecretArgs {
    let mut secret = args.secret.clone();
    let files = [
        ("tls.crt", &args.cert),
        ("tls.key", &args.key),
        ("ca.crt", &args.ca),
    ];
    for (key, path) in files {
        secret
            .from_file
            .extend(path.iter().map(|path| format!("{key}={path}")));
    }
    secret
}

/// Decides between the account key and Azure AD, since operators use Azure AD in a Secret that has both.
fn azure(context: &Context, args: &AzblobSecret) -> Result<SecretPurpose> {
    let in_environment = |name: &str| {
        args.secret.from_env && (context.environment)(name).is_some_and(|value| !value.is_empty())
    };
    // An empty value removes a key, and chooses nothing.
    let in_file = |name: &str| {
        let gives = |text: &String| {
            let parts = text.split_once('=');
            parts.is_some_and(|(key, path)| key == name && !path.is_empty())
        };
        args.secret.from_file.iter().any(gives)
    };
    let is_given = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.is_empty());
    let ad = is_given(&args.client_id)
        || is_given(&args.tenant_id)
        || ["AZURE_CLIENT_SECRET", "AZURE_CLIENT_ID", "AZURE_TENANT_ID"]
            .into_iter()
            .any(in_file);
    let key = in_file("AZURE_STORAGE_KEY");
    if ad && key {
        return Err(Error::usage(
            "an account key and Azure AD exclude each other: operators would take Azure AD",
        ));
    }
    if ad || key {
        return Ok(if ad {
            SecretPurpose::AzureAd
        } else {
            SecretPurpose::AzureKey
        });
    }
    match (in_environment("AZURE_STORAGE_KEY"), in_environment("AZURE_CLIENT_SECRET")) {
        (true, true) => Err(Error::usage(
            "--from-env: AZURE_STORAGE_KEY and AZURE_CLIENT_SECRET are both set, and operators would take Azure AD",
        )
        .hint("unset the one that is not meant")),
        (false, true) => Ok(SecretPurpose::AzureAd),
        _ => Ok(SecretPurpose::AzureKey),
    }
}

async fn create(
    context: &Context,
    purpose: SecretPurpose,
    args: &SecretArgs,
    plain: &[Plain<'_>],
) -> Result<Exit> {
    args.apply.write.output.format()?;
    name::check_subdomain("name", &args.name)?;
    let values = gather(context, purpose, args, plain)?;
    let namespace = apply::namespace(context, &args.apply).await?;
    let manifest = values.manifest(&args.name, namespace.as_deref());
    let carried_out =
        apply::apply(context, &args.apply, async || Ok(vec![manifest.clone()])).await?;
    if let [stored] = carried_out.results.as_slice() {
        if args.apply.write.mode() == DryRun::None {
            warn_of_azure_ad(context, purpose, &stored.object);
        }
        warn_of_missing_account(context, purpose, &stored.object);
    }
    Ok(Exit::Done)
}

/// Warns where the Secret also has the keys of Azure AD that somebody else put there: operators prefer those to the account key.
fn warn_of_azure_ad(context: &Context, purpose: SecretPurpose, stored: &Value) {
    let ad = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET"];
    let has = |key: &&str| stored.pointer(&format!("/data/{key}")).is_some();
    if purpose == SecretPurpose::AzureKey && ad.iter().all(has) {
        context.ui.warning(
            "the Secret also holds AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET: operators take those, not the account key",
        );
    }
}

fn warn_of_missing_account(context: &Context, purpose: SecretPurpose, secret: &Value) {
    let azure = matches!(purpose, SecretPurpose::AzureKey | SecretPurpose::AzureAd);
    if azure && secret.pointer("/data/AZURE_STORAGE_ACCOUNT").is_none() {
        context.ui.warning(
            "no --account: every Backup then needs azblob.storageAccount, which operators before 1.6.1 do not know",
        );
    }
}

/// Reads the values: from files and flags, then from the environment, then from hidden prompts.
fn gather(
    context: &Context,
    purpose: SecretPurpose,
    args: &SecretArgs,
    plain: &[Plain<'_>],
) -> Result<Values> {
    let mut given = Gathered {
        context,
        values: Values::default(),
    };
    let files = files(purpose, args, &mut given.values)?;
    for (name, ..) in plain.iter().filter(|(_, value, _)| *value == Some("")) {
        given.values.remove(purpose, name)?;
    }
    for key in purpose.keys() {
        let flag = plain.iter().find(|(name, value, _)| {
            *name == key.name && value.is_some_and(|value| !value.is_empty())
        });
        match (files.get(key.name), flag) {
            (Some(_), Some((_, _, flag))) => {
                return Err(Error::usage(format!(
                    "{} is given twice: {flag} and --from-file",
                    key.name
                )));
            }
            (Some(path), None) => given.file(key, path)?,
            (None, Some((_, value, _))) => given.add(key, value.unwrap_or_default().into())?,
            (None, None) => {}
        }
    }
    if args.from_env {
        given.environment(purpose)?;
    }
    given.rest(purpose)?;
    Ok(given.values)
}

/// The paths of `--from-file`, by key. An empty path removes the key. stdin can be read once only.
fn files<'a>(
    purpose: SecretPurpose,
    args: &'a SecretArgs,
    values: &mut Values,
) -> Result<BTreeMap<&'static str, &'a str>> {
    let mut files = BTreeMap::new();
    for text in &args.from_file {
        let (key, path) = secret::key_and_path(text)?;
        if path.is_empty() {
            values.remove(purpose, key)?;
            continue;
        }
        let key = purpose.key(key)?.name;
        if files.insert(key, path).is_some() {
            return Err(Error::usage(format!("--from-file: {key} is given twice")));
        }
    }
    match files.values().filter(|path| **path == "-").count() {
        0 | 1 => Ok(files),
        _ => Err(Error::usage(
            "--from-file: stdin (-) holds one value, not several",
        )),
    }
}

struct Gathered<'a> {
    context: &'a Context,
    values: Values,
}

impl Gathered<'_> {
    fn add(&mut self, key: &'static Key, value: Vec<u8>) -> Result<()> {
        if let Some(odd) = self.values.add(key, value)? {
            self.context.ui.warning(&odd);
        }
        Ok(())
    }

    /// Reads the value of a key from a file. The path is not shown, since a user may type the value in its place.
    fn file(&mut self, key: &'static Key, path: &str) -> Result<()> {
        let value = read(path).map_err(|error| {
            Error::usage(format!("{}: cannot read its file: {error}", key.name))
                .hint("PATH is the name of a file that holds the value, or - for stdin")
        })?;
        self.add(key, value)
    }

    fn environment(&mut self, purpose: SecretPurpose) -> Result<()> {
        let keys = purpose
            .keys()
            .iter()
            .filter(|key| !self.values.has(key.name) && !self.values.removes(key.name));
        let found: Vec<(&'static Key, Option<String>)> = keys
            .filter_map(|key| {
                let value = (self.context.environment)(key.variable?);
                Some((key, value.filter(|value| !value.is_empty())))
            })
            .collect();
        if purpose.keys().iter().all(|key| key.variable.is_none()) {
            return Err(
                Error::usage("--from-env: there are no variables for certificates")
                    .hint("give --cert, --key and --ca"),
            );
        }
        let unset: Vec<&str> = found
            .iter()
            .filter(|(key, value)| value.is_none() && key.otherwise != Otherwise::Omit)
            .filter_map(|(key, _)| key.variable)
            .collect();
        if !unset.is_empty() {
            return Err(Error::usage(format!(
                "--from-env: not set: {}",
                unset.join(", ")
            )));
        }
        for (key, value) in found {
            match value {
                Some(path) if key.variable_is_file => self.file(key, &path)?,
                Some(value) => self.add(key, value.into())?,
                None => {}
            }
        }
        self.warn_of_session(purpose);
        Ok(())
    }

    fn warn_of_session(&self, purpose: SecretPurpose) {
        if purpose == SecretPurpose::S3 && (self.context.environment)("AWS_SESSION_TOKEN").is_some()
        {
            self.context.ui.warning(
                "AWS_SESSION_TOKEN is set: these keys are temporary, and operators do not hand its token on; use keys that last, or an IAM role",
            );
        }
    }

    fn rest(&mut self, purpose: SecretPurpose) -> Result<()> {
        let absent: Vec<&'static Key> = purpose
            .keys()
            .iter()
            .filter(|key| !self.values.has(key.name) && !self.values.removes(key.name))
            .collect();
        let flag = |key: &&'static Key| match key.otherwise {
            Otherwise::Missing(flag) => Some(flag),
            Otherwise::Ask | Otherwise::Omit => None,
        };
        let missing: Vec<&str> = absent.iter().filter_map(flag).collect();
        if !missing.is_empty() {
            return Err(Error::usage(format!("missing: {}", missing.join(", "))));
        }
        for key in absent {
            match key.otherwise {
                Otherwise::Ask => {
                    let value = self.ask(key)?;
                    self.add(key, value.into())?;
                }
                Otherwise::Omit | Otherwise::Missing(_) => {}
            }
        }
        Ok(())
    }

    fn ask(&self, key: &'static Key) -> Result<String> {
        self.context.ui.secret(key.name).map_err(|error| {
            let error = error.hint(format!(
                "--from-file {}=PATH reads it from a file, {}=- from stdin",
                key.name, key.name
            ));
            match key.variable {
                Some(variable) => error.hint(format!("--from-env reads it from {variable}")),
                None => error,
            }
        })
    }
}

fn read(path: &str) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut value = Vec::new();
    // One byte more than a Secret may hold, so that the excess is noticed.
    let limit = secret::LARGEST as u64 + 1;
    match path {
        "-" => std::io::stdin().take(limit).read_to_end(&mut value)?,
        path => std::fs::File::open(path)?
            .take(limit)
            .read_to_end(&mut value)?,
    };
    Ok(value)
}
