//! Who a host is: a key and a certificate made on its first start, and how a seat recognises it.
//!
//! There is no authority to sign anything in a room without internet. The ticket names the certificate
//! by its hash, and a seat talks to nobody else.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, ServerConfig, SignatureScheme,
    version::TLS13,
};

use super::ticket::Pin;

/// The name in the certificate. Nothing is decided by it.
pub const NAME: &str = "liaison.local";

/// A host's certificate and its key, as PEM.
#[derive(Clone)]
pub struct Identity {
    pem: String,
    certificate: CertificateDer<'static>,
}

/// Why a host has no identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    #[error("no certificate could be made: {0}")]
    Made(String),
    #[error(
        "{0}: this is no certificate with its key; move it away, and a new one is made (tickets of before are then void)"
    )]
    Unreadable(String),
    #[error("{0}")]
    Io(String),
}

impl Identity {
    /// A new one.
    ///
    /// # Errors
    /// If there is no chance to make a key of.
    pub fn make() -> Result<Self, IdentityError> {
        let made = |e: rcgen::Error| IdentityError::Made(e.to_string());
        let signed = rcgen::generate_simple_self_signed([NAME.to_owned()]).map_err(made)?;
        let pem = signed.cert.pem() + &signed.signing_key.serialize_pem();
        let certificate = signed.cert.der().clone();
        Ok(Self { pem, certificate })
    }

    /// The one in this file, or a new one that is kept there: a host that is started again must be the
    /// same for its seats.
    ///
    /// # Errors
    /// If the file cannot be read or written, or holds something else.
    pub fn kept_in(path: &Path) -> Result<Self, IdentityError> {
        let io = |e: std::io::Error| IdentityError::Io(format!("{}: {e}", path.display()));
        if path.exists() {
            let pem = std::fs::read_to_string(path).map_err(io)?;
            let unreadable = || IdentityError::Unreadable(path.display().to_string());
            let certificate =
                CertificateDer::from_pem_slice(pem.as_bytes()).map_err(|_| unreadable())?;
            PrivateKeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| unreadable())?;
            return Ok(Self { pem, certificate });
        }
        let new = Self::make()?;
        super::host::keep_private(path, new.pem.as_bytes()).map_err(io)?;
        Ok(new)
    }

    /// What a ticket says of it.
    #[must_use]
    pub fn pin(&self) -> Pin {
        pin_of(&self.certificate)
    }

    /// How a host speaks.
    ///
    /// # Errors
    /// If key and certificate do not belong together.
    pub fn server(&self) -> Result<Arc<ServerConfig>, IdentityError> {
        let made = |e: String| IdentityError::Made(e);
        let key =
            PrivateKeyDer::from_pem_slice(self.pem.as_bytes()).map_err(|e| made(e.to_string()))?;
        ServerConfig::builder_with_provider(provider())
            .with_protocol_versions(&[&TLS13])
            .and_then(|b| {
                b.with_no_client_auth()
                    .with_single_cert(vec![self.certificate.clone()], key)
            })
            .map(Arc::new)
            .map_err(|e| made(e.to_string()))
    }
}

fn pin_of(certificate: &CertificateDer) -> Pin {
    let hash = Sha256::digest(certificate);
    hash[..8].try_into().unwrap_or_default()
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// How a seat speaks to the host with this pin and no other.
///
/// # Errors
/// If the build lacks TLS 1.3.
pub fn client(pin: Pin) -> Result<Arc<ClientConfig>, Error> {
    let config = ClientConfig::builder_with_provider(provider())
        .with_protocol_versions(&[&TLS13])?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Pinned(pin)))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Accepts one certificate. Whoever shows it must still sign with its key.
#[derive(Debug)]
struct Pinned(Pin);

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if pin_of(end_entity) == self.0 {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(CertificateError::ApplicationVerificationFailure.into())
        }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General("TLS 1.2 is not spoken".to_owned()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = provider().signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, &algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        provider()
            .signature_verification_algorithms
            .supported_schemes()
    }
}
