//! Where a page of a list ended, as the caller carries it: opaque, and with a check, so that
//! nothing but the `next` of a page is accepted as one.

use crate::base::fault::{Result, unknown_cursor};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Bytes of the check in front.
const CHECK: usize = 6;

pub(super) fn written(place: &str) -> String {
    let check = check(place.as_bytes());
    URL_SAFE_NO_PAD.encode([&check[..], place.as_bytes()].concat())
}

pub(super) fn read(sent: &str) -> Result<String> {
    let bytes = URL_SAFE_NO_PAD.decode(sent).map_err(|_| unknown_cursor())?;
    let (sent, place) = bytes.split_at_checked(CHECK).ok_or_else(unknown_cursor)?;
    if sent != check(place) {
        return Err(unknown_cursor());
    }
    String::from_utf8(place.to_vec()).map_err(|_| unknown_cursor())
}

fn check(place: &[u8]) -> [u8; CHECK] {
    let hash = Sha256::new().chain_update("cursor").chain_update(place).finalize();
    let mut check = [0; CHECK];
    check.copy_from_slice(&hash[..CHECK]);
    check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_written_is_read() {
        for place in ["0198", "2026-11-23T10:00:00Z|0198", "Stay & Play|é", ""] {
            assert_eq!(read(&written(place)).unwrap(), place);
        }
        let mut spoilt = written("0198");
        spoilt.insert(9, 'A');
        for sent in ["", "0198", "zzzz", spoilt.as_str(), "AAAA/+=="] {
            assert_eq!(read(sent).unwrap_err().pointer(), Some("/after"), "{sent}");
        }
    }
}
