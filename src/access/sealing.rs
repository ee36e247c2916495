//! Bytes at rest that cannot be read, or changed or moved unnoticed, without their key:
//! ChaCha20-Poly1305 under a random nonce that stands before them, in base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

use crate::base::fault::{Fault, Result};

/// Seals bytes for one place: moved elsewhere they cannot be opened.
pub(crate) fn seal(key: &[u8; 32], place: &str, bytes: &[u8]) -> Result<String> {
    let nonce: [u8; 12] = rand::random();
    let payload = Payload { msg: bytes, aad: place.as_bytes() };
    let sealed = ChaCha20Poly1305::new(key.into())
        .encrypt(Nonce::from_slice(&nonce), payload)
        .map_err(Fault::internal)?;
    Ok(STANDARD.encode([&nonce[..], &sealed].concat()))
}

/// `None` where it was sealed under another key or for another place, or altered.
pub(crate) fn open(key: &[u8; 32], place: &str, sealed: &str) -> Option<Vec<u8>> {
    let bytes = STANDARD.decode(sealed).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(12)?;
    let payload = Payload { msg: sealed, aad: place.as_bytes() };
    ChaCha20Poly1305::new(key.into()).decrypt(Nonce::from_slice(nonce), payload).ok()
}

#[cfg(test)]
mod tests {
    use super::{STANDARD, open, seal};
    use base64::Engine;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_sealed_opens_only_with_its_key_at_its_place_and_as_it_was(
            bytes: [u8; 32], place in "[A-Za-z0-9_-]{0,20}", at in 0usize..80, bit in 0u8..8,
        ) {
            let sealed = seal(&[7; 32], &place, &bytes).expect("it is sealed");
            prop_assert_eq!(open(&[7; 32], &place, &sealed), Some(bytes.to_vec()));
            prop_assert_ne!(&seal(&[7; 32], &place, &bytes).expect("again"), &sealed);

            prop_assert_eq!(open(&[8; 32], &place, &sealed), None);
            prop_assert_eq!(open(&[7; 32], &(place.clone() + "x"), &sealed), None);
            prop_assert_eq!(open(&[7; 32], &place, "short"), None);
            let mut altered = STANDARD.decode(&sealed).expect("base64");
            let at = at % altered.len();
            altered[at] ^= 1 << bit;
            prop_assert_eq!(open(&[7; 32], &place, &STANDARD.encode(&altered)), None);
            let cut = STANDARD.encode(&altered[..at]);
            prop_assert_eq!(open(&[7; 32], &place, &cut), None);
        }
    }
}
