//! Certificates that are made at the start: an authority for each control plane, a serving certificate, and a client certificate
//! for each identity.

use std::fs;
use std::path::{Path, PathBuf};

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};

use super::identity::Identity;
use crate::failure::{Context, Result};

/// A folder with every certificate and key of a control plane, in PEM.
pub(super) struct Certificates {
    folder: PathBuf,
}

impl Certificates {
    /// Makes all certificates in `folder`, which must exist.
    pub(super) fn make(folder: &Path) -> Result<Self> {
        let certificates = Self {
            folder: folder.to_owned(),
        };
        certificates
            .write_all()
            .context("cannot make certificates")?;
        Ok(certificates)
    }

    /// The authority that signed all other certificates.
    pub(super) fn authority(&self) -> PathBuf {
        self.folder.join("ca.crt")
    }

    /// Certificate of the API servers, for `127.0.0.1` and `localhost`.
    pub(super) fn serving(&self) -> (PathBuf, PathBuf) {
        self.pair("serving")
    }

    /// Private and public key of service-account tokens.
    pub(super) fn service_account(&self) -> (PathBuf, PathBuf) {
        (
            self.folder.join("service-account.key"),
            self.folder.join("service-account.pub"),
        )
    }

    /// Certificate and key of a client.
    pub(super) fn client(&self, identity: Identity) -> (PathBuf, PathBuf) {
        self.pair(identity.user())
    }

    fn pair(&self, name: &str) -> (PathBuf, PathBuf) {
        (
            self.folder.join(format!("{name}.crt")),
            self.folder.join(format!("{name}.key")),
        )
    }

    fn write_all(&self) -> Result<(), Box<dyn std::error::Error>> {
        let key = KeyPair::generate()?;
        let params = authority();
        fs::write(self.authority(), params.self_signed(&key)?.pem())?;
        let issuer = Issuer::new(params, key);

        self.sign("serving", serving()?, &issuer)?;
        for identity in Identity::ALL {
            self.sign(identity.user(), client(identity), &issuer)?;
        }

        let key = KeyPair::generate()?;
        let (private, public) = self.service_account();
        fs::write(private, key.serialize_pem())?;
        fs::write(public, key.public_key_pem())?;
        Ok(())
    }

    fn sign(
        &self,
        name: &str,
        params: CertificateParams,
        issuer: &Issuer<'_, KeyPair>,
    ) -> Result<(), Box<dyn std::error::Error>> {
        let key = KeyPair::generate()?;
        let (certificate, private) = self.pair(name);
        fs::write(certificate, params.signed_by(&key, issuer)?.pem())?;
        fs::write(private, key.serialize_pem())?;
        Ok(())
    }
}

fn authority() -> CertificateParams {
    let mut params = CertificateParams::default();
    params
        .distinguished_name
        .push(DnType::CommonName, "sandbox");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn serving() -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(["127.0.0.1".to_owned(), "localhost".to_owned()])?;
    params
        .distinguished_name
        .push(DnType::CommonName, "kube-apiserver");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(params)
}

/// The API server reads the user from the common name and the groups from the organisations.
fn client(identity: Identity) -> CertificateParams {
    let mut params = CertificateParams::default();
    params
        .distinguished_name
        .push(DnType::CommonName, identity.user());
    if let Some(group) = identity.group() {
        params
            .distinguished_name
            .push(DnType::OrganizationName, group);
    }
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    if identity == Identity::Expired {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    }
    params
}
