//! The key of the installation: 32 bytes that are never in the database. It wraps the signing keys
//! at rest, and other keys are derived from it, one for each use, so that none can stand in for
//! another.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::sealing;
use crate::base::fault::{Fault, Result};

/// Never printed, not even by `{:?}`.
#[derive(Clone, PartialEq, Eq)]
pub struct WrappingKey([u8; 32]);

impl fmt::Debug for WrappingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WrappingKey")
    }
}

impl WrappingKey {
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// 32 bytes in base64, as `openssl rand -base64 32` prints them.
    pub fn from_base64(text: &str) -> Option<Self> {
        let bytes = STANDARD.decode(text.trim()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one use, the same each time; HMAC-SHA256 over the use's name.
    pub fn derived(&self, name: &str) -> Result<[u8; 32]> {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.0).map_err(Fault::internal)?;
        mac.update(name.as_bytes());
        Ok(mac.finalize().into_bytes().into())
    }

    /// Seals bytes for one use and one place: moved elsewhere they cannot be opened.
    pub fn seal(&self, name: &str, place: &str, bytes: &[u8]) -> Result<String> {
        sealing::seal(&self.derived(name)?, place, bytes)
    }

    /// Opens what was sealed for the same use and place.
    pub fn open(&self, name: &str, place: &str, sealed: &str) -> Result<Vec<u8>> {
        sealing::open(&self.derived(name)?, place, sealed).ok_or_else(|| {
            Fault::internal(format!("a {name} was sealed by another key, or altered"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::WrappingKey;

    #[test]
    fn each_use_has_a_key_of_its_own() {
        let key = WrappingKey::random();
        let links = key.derived("links").unwrap();
        assert_eq!(links, key.derived("links").unwrap());
        assert_ne!(links, key.derived("attempts").unwrap());
        assert_ne!(links, WrappingKey::random().derived("links").unwrap());
        assert_ne!(&links, key.bytes());
    }

    #[test]
    fn what_is_sealed_opens_for_its_use_and_place_alone() {
        let key = WrappingKey::random();
        let sealed = key.seal("kept answer", "here", b"{}").unwrap();
        assert_eq!(key.open("kept answer", "here", &sealed).unwrap(), b"{}");
        assert!(key.open("kept answer", "there", &sealed).is_err());
        assert!(key.open("refresh", "here", &sealed).is_err());
        assert!(WrappingKey::random().open("kept answer", "here", &sealed).is_err());
        assert_ne!(sealed, key.seal("kept answer", "here", b"{}").unwrap());
    }

    #[test]
    fn only_32_bytes_are_a_key() {
        let key = WrappingKey::random();
        assert!(WrappingKey::from_base64(&format!(" {}\n", key.to_base64())) == Some(key));
        for text in ["", "AAEC", "not base64", &"A".repeat(64)] {
            assert!(WrappingKey::from_base64(text).is_none(), "{text}");
        }
    }
}
