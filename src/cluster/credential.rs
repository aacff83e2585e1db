//! The bearer token of requests: given, from a file, or from a login command (exec plugin). The last two change while we run.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use base64::Engine;
use chrono::{DateTime, Utc};
use http::HeaderValue;
use kube::config::{AuthInfo, ExecConfig};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;

use super::error::show_kubeconfig;
use super::exec;
use crate::error::{Error, Result};

/// Age at which a token file is read again, as client-go does.
const TOKEN_FILE_AGE: Duration = Duration::from_secs(60);

/// How long before its expiry a token is renewed.
const MARGIN: chrono::Duration = chrono::Duration::seconds(20);

/// Where the bearer token comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// No token: the client library proves the identity in another way, or the user is anonymous.
    None,
    /// A token from a flag or the kubeconfig.
    Given(SecretString),
    /// A file that another program keeps fresh.
    File(PathBuf),
    /// A login command and the kubeconfig user it belongs to.
    Exec(Box<ExecConfig>, String),
}

/// The last token of a source.
#[derive(Debug, Default)]
struct Token {
    header: Option<HeaderValue>,
    read_at: Option<Instant>,
    expires: Option<DateTime<Utc>>,
}

impl Token {
    fn is_fresh(&self, source: &Source) -> bool {
        match source {
            Source::None => true,
            Source::Given(_) => self.header.is_some(),
            Source::File(_) => self.read_at.is_some_and(|at| at.elapsed() < TOKEN_FILE_AGE),
            Source::Exec(..) => {
                self.read_at.is_some() && self.expires.is_none_or(|at| Utc::now() + MARGIN < at)
            }
        }
    }
}

/// The token of a connection. It is renewed when it is due.
#[derive(Debug)]
pub(super) struct Credential {
    source: Source,
    token: Mutex<Token>,
}

impl Credential {
    /// Opens the source. A login command runs at once, because it may print a client certificate, which is put into `user`.
    ///
    /// # Errors
    /// The file cannot be read, the command fails, or the token cannot be part of a header.
    pub async fn open(source: Source, user: &mut AuthInfo) -> Result<Self> {
        let mut token = Token::default();
        if let Source::Exec(config, name) = &source {
            let given = exec::login(config, name).await?;
            if let Some((certificate, key)) = &given.identity {
                let encode = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
                user.client_certificate_data = Some(encode(certificate));
                user.client_key_data = Some(encode(key.expose_secret()).into());
            }
            token.renew(given.token.as_ref(), given.expires)?;
        }
        let credential = Self {
            source,
            token: Mutex::new(token),
        };
        credential.header().await?;
        Ok(credential)
    }

    /// The `Authorization` header for the next request, if there is a token.
    ///
    /// # Errors
    /// The file cannot be read, or the command fails.
    pub async fn header(&self) -> Result<Option<HeaderValue>> {
        let mut token = self.token.lock().await;
        if !token.is_fresh(&self.source) {
            self.renew(&mut token).await?;
        }
        Ok(token.header.clone())
    }

    /// Notes that the server did not accept the token, and returns whether there may be another one.
    pub async fn reject(&self) -> bool {
        match self.source {
            Source::None | Source::Given(_) => false,
            Source::File(_) | Source::Exec(..) => {
                self.token.lock().await.read_at = None;
                true
            }
        }
    }

    async fn renew(&self, token: &mut Token) -> Result<()> {
        match &self.source {
            Source::None => Ok(()),
            Source::Given(text) => token.renew(Some(text), None),
            Source::File(file) => match std::fs::read_to_string(file) {
                Ok(text) => token.renew(Some(&text.trim().into()), None),
                // The file may be missing for a moment while it is replaced. The last token may still be valid.
                Err(_) if token.header.is_some() => Ok(()),
                Err(error) => Err(Error::failed(format!(
                    "cannot read token file {}: {error}",
                    file.display()
                ))
                .hint(show_kubeconfig())),
            },
            Source::Exec(config, name) => {
                let given = exec::login(config, name).await?;
                token.renew(given.token.as_ref(), given.expires)
            }
        }
    }
}

impl Token {
    fn renew(
        &mut self,
        token: Option<&SecretString>,
        expires: Option<DateTime<Utc>>,
    ) -> Result<()> {
        self.header = token.map(bearer).transpose()?;
        self.read_at = Some(Instant::now());
        self.expires = expires;
        Ok(())
    }
}

fn bearer(token: &SecretString) -> Result<HeaderValue> {
    let mut value =
        HeaderValue::try_from(format!("Bearer {}", token.expose_secret())).map_err(|_| {
            Error::failed(
                "the bearer token contains a line break or another character that an HTTP header cannot contain",
            )
            .hint("write the token on one line: `token: TOKEN` in the kubeconfig, or --token TOKEN")
        })?;
    value.set_sensitive(true);
    Ok(value)
}
