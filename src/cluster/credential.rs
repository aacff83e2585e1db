//! Credentials that change while we run: token files and login commands (exec plugins).

use std::path::PathBuf;
use std::time::{Duration, Instant};

use base64::Engine;
use chrono::{DateTime, Utc};
use http::HeaderValue;
use kube::config::{AuthInfo, ExecConfig};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;

use super::error::quoted;
use super::exec;
use crate::error::{Error, Result};

/// As client-go: a token file is read again after a minute.
const TOKEN_FILE_AGE: Duration = Duration::from_secs(60);

/// A token is renewed this long before it expires.
const MARGIN: chrono::Duration = chrono::Duration::seconds(20);

/// Where the bearer token comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// The client library has the credentials, or there are none.
    Fixed,
    /// A file that somebody else keeps fresh.
    File(PathBuf),
    /// A login command and the kubeconfig user it belongs to.
    Exec(Box<ExecConfig>, String),
}

/// What a source gave last.
#[derive(Debug, Default)]
struct Token {
    header: Option<HeaderValue>,
    read_at: Option<Instant>,
    expires: Option<DateTime<Utc>>,
}

impl Token {
    fn is_fresh(&self, source: &Source) -> bool {
        match source {
            Source::Fixed => true,
            Source::File(_) => self.read_at.is_some_and(|at| at.elapsed() < TOKEN_FILE_AGE),
            Source::Exec(..) => {
                self.read_at.is_some() && self.expires.is_none_or(|at| Utc::now() + MARGIN < at)
            }
        }
    }
}

/// The token of a connection, renewed when it is due.
#[derive(Debug)]
pub(super) struct Credential {
    source: Source,
    token: Mutex<Token>,
}

impl Credential {
    /// Opens the source. A login command runs now, since it may give a client certificate, which goes into `user`.
    ///
    /// # Errors
    /// The file cannot be read, or the command fails.
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

    /// The `Authorization` header for the next request, if it is ours to set.
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

    /// The server did not accept the token. Whether there is another one to try.
    pub async fn reject(&self) -> bool {
        match self.source {
            Source::Fixed => false,
            Source::File(_) | Source::Exec(..) => {
                self.token.lock().await.read_at = None;
                true
            }
        }
    }

    async fn renew(&self, token: &mut Token) -> Result<()> {
        match &self.source {
            Source::Fixed => Ok(()),
            Source::File(file) => match std::fs::read_to_string(file) {
                Ok(text) => token.renew(Some(&text.trim().into()), None),
                // The file may be gone for a moment while it is replaced: the last token is as good as none.
                Err(_) if token.header.is_some() => Ok(()),
                Err(error) => Err(Error::failed(format!(
                    "cannot read token file {}: {error}",
                    file.display()
                ))
                .hint("kubectl config view --minify")),
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
            Error::failed(format!(
                "the token holds characters that a {} header cannot",
                quoted("Bearer")
            ))
        })?;
    value.set_sensitive(true);
    Ok(value)
}
