//! The Ed25519 keys behind access tokens. A key is shown in the JWKS as next
//! before it signs as current, and goes on verifying as retired until the last
//! token it signed has ended, so a change of keys signs nobody out. At rest a key
//! is wrapped by the configuration's key and bound to its own id.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use jsonwebtoken::{DecodingKey, EncodingKey};
use serde_json::{Value, json};

use crate::access::sealing;
use crate::access::wrapping::WrappingKey;
use crate::base::fault::{Fault, Result};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;

text_enum! {
    /// Where a key stands in its life.
    KeyState {
        /// Published, so that everyone who checks tokens knows it in time; signs nothing yet.
        Next = "next",
        /// Signs.
        Current = "current",
        /// Signs nothing any more; tokens it signed are still valid.
        Retired = "retired",
    }
}

/// A key as the database keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredKey {
    pub kid: String,
    pub state: KeyState,
    /// Base64url, as a JWKS shows it.
    pub public_key: String,
    /// Nonce and ciphertext, base64.
    pub wrapped_key: String,
    /// When it entered this state.
    pub changed_at: Moment,
}

impl StoredKey {
    /// A new key that nobody has seen yet.
    pub fn random(state: KeyState, now: Moment, wrapping: &WrappingKey) -> Result<Self> {
        let secret: [u8; 32] = rand::random();
        let public = SigningKey::from_bytes(&secret).verifying_key();
        let kid = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 12]>());
        Ok(Self {
            wrapped_key: sealing::seal(wrapping.bytes(), &kid, &secret)?,
            public_key: URL_SAFE_NO_PAD.encode(public.as_bytes()),
            changed_at: now,
            state,
            kid,
        })
    }

    /// The key pair itself. Faults: it was wrapped by another key.
    pub fn pair(&self, wrapping: &WrappingKey) -> Result<SigningKey> {
        let kid = &self.kid;
        let secret = sealing::open(wrapping.bytes(), kid, &self.wrapped_key);
        let secret = secret.and_then(|secret| secret.try_into().ok()).ok_or_else(|| {
            Fault::internal(format!(
                "signing key {kid} was wrapped by another key than FIRSTPLACE_KEY, or was altered"
            ))
        })?;
        Ok(SigningKey::from_bytes(&secret))
    }

    fn signing(&self, wrapping: &WrappingKey) -> Result<EncodingKey> {
        let der = self.pair(wrapping)?.to_pkcs8_der().map_err(Fault::internal)?;
        Ok(EncodingKey::from_ed_der(der.as_bytes()))
    }
}

/// The keys a process works with; only the current one is unwrapped.
pub struct Ring {
    pub(crate) current: String,
    pub(crate) signing: EncodingKey,
    pub(crate) verifying: BTreeMap<String, DecodingKey>,
    jwks: Value,
    pub read_at: Moment,
}

impl Ring {
    /// Faults: no key is current, or it cannot be unwrapped.
    pub fn new(keys: &[StoredKey], wrapping: &WrappingKey, now: Moment) -> Result<Self> {
        let current = keys
            .iter()
            .find(|key| key.state == KeyState::Current)
            .ok_or_else(|| Fault::internal("no signing key is current"))?;
        let verifying = keys
            .iter()
            .map(|key| {
                let decoding = DecodingKey::from_ed_components(&key.public_key)?;
                Ok((key.kid.clone(), decoding))
            })
            .collect::<Result<_, jsonwebtoken::errors::Error>>()
            .map_err(Fault::internal)?;
        Ok(Self {
            current: current.kid.clone(),
            signing: current.signing(wrapping)?,
            jwks: jwks(keys),
            read_at: now,
            verifying,
        })
    }

    pub fn knows(&self, kid: &str) -> bool {
        self.verifying.contains_key(kid)
    }

    /// RFC 7517 and 8037, with every key whose signature counts or soon will.
    pub fn jwks(&self) -> &Value {
        &self.jwks
    }
}

/// Public keys as RFC 7517 and 8037 write them.
pub(crate) fn jwks(keys: &[StoredKey]) -> Value {
    let keys: Vec<Value> = keys
        .iter()
        .map(|key| {
            json!({
                "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
                "kid": key.kid, "x": key.public_key,
            })
        })
        .collect();
    json!({ "keys": keys })
}

/// How long a key stays in each state.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schedule {
    /// A next key is shown at least this long before it signs.
    pub shown: TimeDelta,
    /// A current key signs this long.
    pub signs: TimeDelta,
    /// A retired key verifies this long; longer than any access token lives.
    pub verifies: TimeDelta,
}

impl Schedule {
    /// A process may sign with the old key for a while after another one has
    /// retired it; the hour covers that many times over.
    pub(crate) fn for_tokens(access: TimeDelta) -> Self {
        Self {
            shown: TimeDelta::days(1),
            signs: TimeDelta::days(90),
            verifies: access + TimeDelta::hours(1),
        }
    }
}

/// One change to the stored keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyStep {
    Make(KeyState),
    /// The next key becomes current, the current one retired.
    Promote {
        next: String,
        current: String,
    },
    Forget(String),
}

/// What is due now, in the order in which to do it.
pub(crate) fn due(keys: &[StoredKey], now: Moment, schedule: Schedule) -> Vec<KeyStep> {
    let of = |state| keys.iter().find(move |key| key.state == state);
    let mut steps = Vec::new();
    match (of(KeyState::Current), of(KeyState::Next)) {
        (None, _) => steps.push(KeyStep::Make(KeyState::Current)),
        (Some(current), Some(next))
            if now - current.changed_at >= schedule.signs
                && now - next.changed_at >= schedule.shown =>
        {
            steps.push(KeyStep::Promote { next: next.kid.clone(), current: current.kid.clone() });
            steps.push(KeyStep::Make(KeyState::Next));
        }
        (Some(_), _) => {}
    }
    if of(KeyState::Next).is_none() {
        steps.push(KeyStep::Make(KeyState::Next));
    }
    steps.extend(
        keys.iter()
            .filter(|key| key.state == KeyState::Retired)
            .filter(|key| now - key.changed_at >= schedule.verifies)
            .map(|key| KeyStep::Forget(key.kid.clone())),
    );
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn noon() -> Moment {
        at("2026-11-22T12:00:00Z")
    }

    fn key(kid: &str, state: KeyState, changed_at: &str) -> StoredKey {
        StoredKey {
            kid: kid.to_owned(),
            state,
            public_key: String::new(),
            wrapped_key: String::new(),
            changed_at: at(changed_at),
        }
    }

    #[test]
    fn a_first_start_makes_one_key_to_sign_and_one_to_show() {
        let schedule = Schedule::for_tokens(TimeDelta::minutes(20));
        assert_eq!(
            due(&[], noon(), schedule),
            [KeyStep::Make(KeyState::Current), KeyStep::Make(KeyState::Next)]
        );
    }

    #[test]
    fn keys_change_when_the_schedule_says_and_not_before() {
        use KeyState::{Current, Next, Retired};
        let schedule = Schedule {
            shown: TimeDelta::days(1),
            signs: TimeDelta::days(90),
            verifies: TimeDelta::minutes(80),
        };
        let promote = KeyStep::Promote { next: "n".to_owned(), current: "c".to_owned() };
        let cases = [
            ("2026-08-24T12:00:01Z", "2026-11-01T12:00:00Z", vec![]),
            ("2026-08-24T12:00:00Z", "2026-11-21T12:00:00Z", vec![promote, KeyStep::Make(Next)]),
            // Due, but the next one has not been shown for long enough.
            ("2026-08-24T12:00:00Z", "2026-11-21T12:00:01Z", vec![]),
        ];
        for (current, next, steps) in cases {
            let keys = [key("c", Current, current), key("n", Next, next)];
            assert_eq!(due(&keys, noon(), schedule), steps, "{current} {next}");
        }

        let fresh = [
            key("c", Current, "2026-11-22T10:00:00Z"),
            key("n", Next, "2026-11-22T10:00:00Z"),
            key("old", Retired, "2026-11-22T10:40:00Z"),
            key("older", Retired, "2026-11-22T10:40:01Z"),
        ];
        assert_eq!(due(&fresh, noon(), schedule), [KeyStep::Forget("old".to_owned())]);
    }

    #[test]
    fn the_next_key_is_shown_before_it_signs() {
        let wrapping = WrappingKey::random();
        let current = StoredKey::random(KeyState::Current, noon(), &wrapping).unwrap();
        let next = StoredKey::random(KeyState::Next, noon(), &wrapping).unwrap();
        let ring = Ring::new(&[current.clone(), next.clone()], &wrapping, noon()).unwrap();
        assert_eq!(ring.current, current.kid);
        let shown: Vec<_> = ring.jwks()["keys"].as_array().unwrap().iter().collect();
        assert_eq!(shown[0]["kid"], current.kid);
        assert_eq!(shown[1]["x"], next.public_key);
        assert!(!ring.jwks().to_string().contains(&current.wrapped_key));

        assert!(Ring::new(&[next], &wrapping, noon()).is_err());
        assert!(Ring::new(&[current], &WrappingKey::random(), noon()).is_err());
    }
}
