//! Access tokens: short-lived JWTs signed with EdDSA. One algorithm, our own keys, our own clock;
//! the library's look at the wall clock is switched off. A signature is verified once and remembered;
//! the token's time and its key are asked about each time. A token says only who and which session;
//! what they may do is read with each request, so that access ends at once when it is taken away.

use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, Header, Validation};
use lru::LruCache;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::keys::Ring;
use crate::base::fault::{Fault, Result};
use crate::base::id::AuthSessionId;
use crate::base::moment::Moment;

/// Longer than any token we make; longer ones are not read.
const MOST_BYTES: usize = 2048;

/// So many tokens are remembered; then the one that was not used for longest makes room. About a
/// megabyte and a half.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(4096).expect("more than none");

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// An account, or a carer who signed in with a code.
    pub sub: String,
    pub sid: AuthSessionId,
    pub iat: i64,
    pub exp: i64,
    pub iss: String,
}

/// Who signed in, and until when the token says so.
#[derive(Debug)]
pub struct Grant<'a> {
    pub subject: &'a str,
    pub session: &'a AuthSessionId,
    pub now: Moment,
    pub lasts: TimeDelta,
}

/// Why a token opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invalid {
    /// Not one of our tokens, or altered.
    Forged,
    /// Signed by a key this process does not know; perhaps another one does.
    UnknownKey,
    Expired,
}

/// Signs and checks for one installation.
pub struct Tokens {
    issuer: String,
    validation: Validation,
    /// By a hash of the token, which is itself nowhere kept.
    verified: Mutex<LruCache<[u8; 32], Signed>>,
}

/// What a token says that one of our keys signed.
#[derive(Clone)]
struct Signed {
    kid: String,
    claims: Claims,
}

impl Tokens {
    /// `issuer` is the public URL: a token of another installation is not ours.
    pub fn new(issuer: &str) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.validate_exp = false;
        validation.set_issuer(&[issuer]);
        validation.set_required_spec_claims(&["exp", "iss", "sub"]);
        let verified = Mutex::new(LruCache::new(REMEMBERED));
        Self { issuer: issuer.to_owned(), validation, verified }
    }

    pub fn issue(&self, ring: &Ring, grant: &Grant<'_>) -> Result<String> {
        let claims = Claims {
            sub: grant.subject.to_owned(),
            sid: grant.session.clone(),
            iat: grant.now.seconds(),
            exp: (grant.now + grant.lasts).seconds(),
            iss: self.issuer.clone(),
        };
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(ring.current.clone());
        jsonwebtoken::encode(&header, &claims, &ring.signing).map_err(Fault::internal)
    }

    pub fn check(&self, ring: &Ring, token: &str, now: Moment) -> Result<Claims, Invalid> {
        let claims = self.signed(ring, token)?;
        if now.seconds() >= claims.exp { Err(Invalid::Expired) } else { Ok(claims) }
    }

    /// The claims of a token that we signed, expired or not.
    pub fn signed(&self, ring: &Ring, token: &str) -> Result<Claims, Invalid> {
        if token.len() > MOST_BYTES {
            return Err(Invalid::Forged);
        }
        let hash: [u8; 32] = Sha256::digest(token).into();
        let known = self.remembered().get(&hash).cloned();
        let signed = match known {
            Some(signed) => signed,
            None => {
                let signed = self.verify(ring, token)?;
                self.remembered().put(hash, signed.clone());
                signed
            }
        };
        if !ring.knows(&signed.kid) {
            return Err(Invalid::UnknownKey);
        }
        Ok(signed.claims)
    }

    fn verify(&self, ring: &Ring, token: &str) -> Result<Signed, Invalid> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| Invalid::Forged)?;
        let kid = header.kid.ok_or(Invalid::Forged)?;
        let key = ring.verifying.get(&kid).ok_or(Invalid::UnknownKey)?;
        let decoded = jsonwebtoken::decode::<Claims>(token, key, &self.validation);
        Ok(Signed { kid, claims: decoded.map_err(|_| Invalid::Forged)?.claims })
    }

    fn remembered(&self) -> MutexGuard<'_, LruCache<[u8; 32], Signed>> {
        self.verified.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use jsonwebtoken::EncodingKey;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::access::keys::{KeyState, StoredKey};
    use crate::access::wrapping::WrappingKey;

    const ISSUER: &str = "https://book.example.org";

    fn now() -> Moment {
        Moment::parse("2026-11-22T12:00:00.9Z").unwrap()
    }

    struct Scene {
        wrapping: WrappingKey,
        key: StoredKey,
        ring: Ring,
        tokens: Tokens,
    }

    fn scene() -> Scene {
        let wrapping = WrappingKey::random();
        let key = StoredKey::random(KeyState::Current, now(), &wrapping).unwrap();
        let ring = Ring::new(std::slice::from_ref(&key), &wrapping, now()).unwrap();
        let tokens = Tokens::new(ISSUER);
        Scene { wrapping, key, ring, tokens }
    }

    impl Scene {
        fn issue(&self) -> String {
            let grant = Grant {
                subject: "a1",
                session: &AuthSessionId::from("s1"),
                now: now(),
                lasts: TimeDelta::minutes(20),
            };
            self.tokens.issue(&self.ring, &grant).unwrap()
        }

        fn check(&self, token: &str) -> Result<Claims, Invalid> {
            self.tokens.check(&self.ring, token, now())
        }
    }

    fn part(value: &Value) -> String {
        URL_SAFE_NO_PAD.encode(value.to_string())
    }

    #[test]
    fn a_token_says_who_and_which_session_until_its_second() {
        let scene = scene();
        let token = scene.issue();
        let claims = scene.check(&token).unwrap();
        assert_eq!(claims.sub, "a1");
        assert_eq!(claims.sid.as_str(), "s1");
        assert_eq!(claims.exp - claims.iat, 20 * 60);

        let at = |text| scene.tokens.check(&scene.ring, &token, Moment::parse(text).unwrap());
        assert!(at("2026-11-22T12:19:59.999999Z").is_ok());
        assert_eq!(at("2026-11-22T12:20:00Z"), Err(Invalid::Expired));
        assert_eq!(
            scene.tokens.signed(&scene.ring, &token).map(|claims| claims.sid),
            Ok(claims.sid)
        );
        assert!(scene.tokens.signed(&scene.ring, &token[..token.len() - 2]).is_err());
    }

    #[test]
    fn a_change_of_keys_signs_nobody_out() {
        let scene = scene();
        let token = scene.issue();
        let retired = StoredKey { state: KeyState::Retired, ..scene.key.clone() };
        let current = StoredKey::random(KeyState::Current, now(), &scene.wrapping).unwrap();
        let keys = [retired, current];
        let ring = Ring::new(&keys, &scene.wrapping, now()).unwrap();
        assert!(scene.tokens.check(&ring, &token, now()).is_ok());

        let forgotten = Ring::new(&keys[1..], &scene.wrapping, now()).unwrap();
        let refused = scene.tokens.check(&forgotten, &token, now());
        assert_eq!(refused, Err(Invalid::UnknownKey));
    }

    #[test]
    fn a_signature_is_verified_once_and_a_forgotten_key_ends_what_is_remembered() {
        let scene = scene();
        let token = scene.issue();
        // With the wrong public key, every token we sign would be refused.
        let other = StoredKey::random(KeyState::Current, now(), &scene.wrapping).unwrap();
        let posing = StoredKey { public_key: other.public_key, ..scene.key.clone() };
        let strict = Ring::new(&[posing], &scene.wrapping, now()).unwrap();
        assert_eq!(scene.tokens.check(&strict, &token, now()), Err(Invalid::Forged));

        assert!(scene.check(&token).is_ok());
        assert!(scene.tokens.check(&strict, &token, now()).is_ok(), "it is not verified again");

        let new = StoredKey::random(KeyState::Current, now(), &scene.wrapping).unwrap();
        let without = Ring::new(&[new], &scene.wrapping, now()).unwrap();
        let refused = scene.tokens.check(&without, &token, now());
        assert_eq!(refused, Err(Invalid::UnknownKey));
        let late = now() + TimeDelta::minutes(20);
        assert_eq!(scene.tokens.check(&scene.ring, &token, late), Err(Invalid::Expired));
    }

    #[test]
    fn what_is_remembered_has_an_end() {
        let scene = scene();
        for session in 0..REMEMBERED.get() + 10 {
            let claims = Claims {
                sub: "a1".to_owned(),
                sid: AuthSessionId::from(session.to_string()),
                iat: 0,
                exp: 0,
                iss: ISSUER.to_owned(),
            };
            let mut hash = [0; 32];
            hash[..8].copy_from_slice(&session.to_be_bytes());
            scene.tokens.remembered().put(hash, Signed { kid: String::new(), claims });
        }
        assert_eq!(scene.tokens.remembered().len(), REMEMBERED.get());
    }

    #[test]
    fn another_key_or_installation_cannot_sign_for_ours() {
        let ours = scene();
        let mut theirs = scene();
        assert_eq!(ours.check(&theirs.issue()), Err(Invalid::UnknownKey));
        theirs.ring.current = ours.key.kid.clone();
        assert_eq!(ours.check(&theirs.issue()), Err(Invalid::Forged));

        let elsewhere = Tokens::new("https://elsewhere.example");
        assert_eq!(elsewhere.check(&ours.ring, &ours.issue(), now()), Err(Invalid::Forged));
    }

    #[test]
    fn no_other_algorithm_is_believed() {
        let scene = scene();
        let kid = &scene.key.kid;
        let claims = scene.check(&scene.issue()).unwrap();
        let body = part(&serde_json::to_value(&claims).unwrap());

        for algorithm in ["none", "None", "HS256", "RS256", "ES256"] {
            let header = part(&json!({ "alg": algorithm, "typ": "JWT", "kid": kid }));
            for signature in ["", "AAAA"] {
                let token = format!("{header}.{body}.{signature}");
                assert_eq!(scene.check(&token), Err(Invalid::Forged), "{algorithm}");
            }
        }

        // The public key is public: as an HMAC secret it must open nothing.
        let public = URL_SAFE_NO_PAD.decode(&scene.key.public_key).unwrap();
        let mut header = Header::new(Algorithm::HS256);
        header.kid = Some(kid.clone());
        for secret in [public.as_slice(), scene.key.public_key.as_bytes()] {
            let secret = EncodingKey::from_secret(secret);
            let token = jsonwebtoken::encode(&header, &claims, &secret).unwrap();
            assert_eq!(scene.check(&token), Err(Invalid::Forged));
        }
    }

    #[test]
    fn a_token_must_say_all_of_it() {
        let scene = scene();
        let claims = serde_json::to_value(scene.check(&scene.issue()).unwrap()).unwrap();
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(scene.key.kid.clone());
        for name in ["sub", "sid", "exp", "iss"] {
            let mut fewer = claims.clone();
            fewer.as_object_mut().unwrap().remove(name);
            let token = jsonwebtoken::encode(&header, &fewer, &scene.ring.signing).unwrap();
            assert_eq!(scene.check(&token), Err(Invalid::Forged), "{name}");
        }
        header.kid = None;
        let token = jsonwebtoken::encode(&header, &claims, &scene.ring.signing).unwrap();
        assert_eq!(scene.check(&token), Err(Invalid::Forged));
    }

    proptest! {
        #[test]
        fn one_changed_character_is_a_forgery(place: prop::sample::Index, other in "[A-Za-z0-9_.-]") {
            let scene = scene();
            let token = scene.issue();
            let place = place.index(token.len());
            let mut changed = token.clone();
            changed.replace_range(place..=place, &other);
            prop_assume!(changed != token);
            prop_assert!(scene.check(&changed).is_err());
        }

        #[test]
        fn whatever_is_presented_is_answered(text in ".{0,300}") {
            prop_assert!(scene().check(&text).is_err());
        }
    }
}
