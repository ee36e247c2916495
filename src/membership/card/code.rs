//! What a card's QR code says: `FP1.48210934.2.` and a signature. It names the membership and the
//! issue of the card, and no person; somebody who reads it off a stranger's card learns only the
//! number on it. Ed25519 over everything before the last full stop, in base64url; the public keys
//! are at `/.well-known/card-keys.json`, so a register can check a code offline.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use crate::access::keys::StoredKey;
use crate::base::fault::{Code as FaultCode, Fault, Result};
use crate::membership::number::Number;

/// The first version of what a code says.
const KIND: &str = "FP1";

/// A code whose signature is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Code {
    pub number: Number,
    pub issue: i32,
}

impl Code {
    pub(crate) fn signed(&self, pair: &SigningKey) -> String {
        let said = self.said();
        let signature = pair.sign(said.as_bytes());
        format!("{said}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }

    /// Reads what was scanned. Faults: we did not sign it.
    pub(crate) fn read(text: &str, keys: &[StoredKey]) -> Result<Code> {
        let foreign = || {
            let detail = "Scan the card again, or type the number that is printed on it.";
            Fault::new(FaultCode::InvalidCardCode, detail)
        };
        let (said, signature) = text.trim().rsplit_once('.').ok_or_else(foreign)?;
        let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| foreign())?;
        let signature = Signature::from_slice(&signature).map_err(|_| foreign())?;
        if !keys.iter().any(|key| holds(key, said, &signature)) {
            return Err(foreign());
        }
        let code = Code::parse(said).ok_or_else(foreign)?;
        // Another encoding of the same bytes is not what was signed.
        if code.said() == said { Ok(code) } else { Err(foreign()) }
    }

    fn parse(said: &str) -> Option<Code> {
        let (number, issue) = said.strip_prefix(KIND)?.strip_prefix('.')?.split_once('.')?;
        Some(Code { number: Number::parse(number).ok()?, issue: issue.parse().ok()? })
    }

    fn said(&self) -> String {
        format!("{KIND}.{}.{}", self.number.as_str(), self.issue)
    }
}

fn holds(key: &StoredKey, said: &str, signature: &Signature) -> bool {
    let public = URL_SAFE_NO_PAD.decode(&key.public_key).ok();
    let public = public.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    public
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok())
        .is_some_and(|public| public.verify_strict(said.as_bytes(), signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::keys::KeyState;
    use crate::access::wrapping::WrappingKey;
    use crate::base::moment::Moment;

    fn key() -> (StoredKey, SigningKey) {
        let now = Moment::parse("2026-11-22T12:00:00Z").expect("an instant");
        let wrapping = WrappingKey::random();
        let stored = StoredKey::random(KeyState::Current, now, &wrapping).expect("a key");
        let pair = stored.pair(&wrapping).expect("the same key");
        (stored, pair)
    }

    #[test]
    fn a_code_is_read_as_it_was_written_and_no_other_way() {
        let (stored, pair) = key();
        let code = Code { number: Number::of_serial(4_821_093), issue: 2 };
        let text = code.signed(&pair);
        assert!(text.starts_with("FP1.48210934.2."), "{text}");
        let keys = [key().0, stored];
        assert_eq!(Code::read(&format!(" {text}\n"), &keys).ok(), Some(code));

        let (said, signature) = text.rsplit_once('.').expect("a signature");
        let other = Number::of_serial(4_821_094);
        for tampered in [
            String::new(),
            "FP1".to_owned(),
            said.to_owned(),
            format!("FP1.48210934.1.{signature}"),
            format!("FP1.48210934.02.{signature}"),
            format!("FP1.{}.2.{signature}", other.as_str()),
            format!("FP2.48210934.2.{signature}"),
            format!("{said}.{}", signature.to_lowercase()),
            format!("{said}.{}", &signature[1..]),
            "48210934".to_owned(),
        ] {
            let refused = Code::read(&tampered, &keys).expect_err(&tampered);
            assert_eq!(refused.code(), FaultCode::InvalidCardCode);
        }
        assert!(Code::read(&text, &keys[..1]).is_err(), "another installation's");
    }
}
