//! Access tokens: short-lived JWTs signed with EdDSA. One algorithm, our own keys, our own clock;
//! the library's look at the wall clock is switched off. A token says only who and which session;
//! what they may do is read with each request, so that access ends at once when it is taken away.

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, Header, Validation};
use serde::{Deserialize, Serialize};

use super::keys::Ring;
use crate::base::fault::{Fault, Result};
use crate::base::id::{AccountId, AuthSessionId};
use crate::base::moment::Moment;

/// Longer than any token we make; longer ones are not read.
const MOST_BYTES: usize = 2048;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    pub sub: AccountId,
    pub sid: AuthSessionId,
    pub iat: i64,
    pub exp: i64,
    pub iss: String,
}

/// Who signed in, and until when the token says so.
#[derive(Debug)]
pub struct Grant<'a> {
    pub account: &'a AccountId,
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
}

impl Tokens {
    /// `issuer` is the public URL: a token of another installation is not ours.
    pub fn new(issuer: &str) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.validate_exp = false;
        validation.set_issuer(&[issuer]);
        validation.set_required_spec_claims(&["exp", "iss", "sub"]);
        Self { issuer: issuer.to_owned(), validation }
    }

    pub fn issue(&self, ring: &Ring, grant: &Grant<'_>) -> Result<String> {
        let claims = Claims {
            sub: grant.account.clone(),
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
        if token.len() > MOST_BYTES {
            return Err(Invalid::Forged);
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| Invalid::Forged)?;
        let kid = header.kid.ok_or(Invalid::Forged)?;
        let key = ring.verifying.get(&kid).ok_or(Invalid::UnknownKey)?;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &self.validation)
            .map_err(|_| Invalid::Forged)?
            .claims;
        if now.seconds() >= claims.exp {
            return Err(Invalid::Expired);
        }
        Ok(claims)
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
                account: &AccountId::from("a1"),
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
        assert_eq!(claims.sub.as_str(), "a1");
        assert_eq!(claims.sid.as_str(), "s1");
        assert_eq!(claims.exp - claims.iat, 20 * 60);

        let at = |text| scene.tokens.check(&scene.ring, &token, Moment::parse(text).unwrap());
        assert!(at("2026-11-22T12:19:59.999999Z").is_ok());
        assert_eq!(at("2026-11-22T12:20:00Z"), Err(Invalid::Expired));
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
