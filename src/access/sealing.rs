//! Text at rest that cannot be read, or changed unnoticed, without its key: ChaCha20-Poly1305 under
//! a random nonce that stands before it, in base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

use crate::base::fault::Fault;

pub fn seal(key: &[u8; 32], text: &[u8]) -> Result<String, Fault> {
    let nonce: [u8; 12] = rand::random();
    let sealed = ChaCha20Poly1305::new(key.into())
        .encrypt(Nonce::from_slice(&nonce), text)
        .map_err(Fault::internal)?;
    Ok(STANDARD.encode([&nonce[..], &sealed].concat()))
}

/// `None` where it was sealed under another key, or altered.
pub fn open(key: &[u8; 32], sealed: &str) -> Option<Vec<u8>> {
    let bytes = STANDARD.decode(sealed).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(12)?;
    ChaCha20Poly1305::new(key.into()).decrypt(Nonce::from_slice(nonce), sealed).ok()
}

#[cfg(test)]
mod tests {
    use super::{open, seal};

    #[test]
    fn what_is_sealed_is_opened_by_its_own_key_and_as_it_was() {
        let sealed = seal(&[7; 32], b"tokens").expect("it is sealed");
        assert_eq!(open(&[7; 32], &sealed).as_deref(), Some(&b"tokens"[..]));
        assert_ne!(seal(&[7; 32], b"tokens").expect("again"), sealed);
        assert_eq!(open(&[8; 32], &sealed), None);
        assert_eq!(open(&[7; 32], &sealed.to_lowercase()), None);
        assert_eq!(open(&[7; 32], "short"), None);
    }
}
