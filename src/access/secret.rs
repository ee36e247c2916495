//! A secret handed out once: refresh tokens, links in mails. The holder has 32 random bytes; the
//! database has only their SHA-256, so reading the database yields nothing that can be presented.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// What the holder has; 43 characters that a URL takes as they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// What the database has; 43 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Digest(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()))
    }

    /// Anything that is presented; a wrong one has a digest nobody stored.
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub fn digest(&self) -> Digest {
        Digest(URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.as_bytes())))
    }

    /// Half of its digest, written as an id: what the secret belongs to may be called so.
    pub fn id(&self) -> String {
        let digest = Sha256::digest(self.0.as_bytes());
        digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Digest {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_is_found_by_its_digest_and_no_other() {
        let secret = Secret::random();
        assert_eq!(secret.reveal().len(), 43);
        assert_eq!(Secret::presented(secret.reveal()).digest(), secret.digest());
        assert_ne!(Secret::random().digest(), secret.digest());
        assert!(!secret.digest().as_str().contains(secret.reveal()));
        assert!(crate::base::id::may_be_one(&secret.id()), "{}", secret.id());
        assert_eq!(format!("{secret:?}"), "Secret");
    }
}
