//! What signs people in: the signing keys, how passwords are hashed, and how long tokens last.

use crate::access::attempts::Limit;
use crate::access::keys::{Ring, Schedule};
use crate::access::passwords::{Cost, Passwords};
use crate::access::secret::Secret;
use crate::access::tokens::{Claims, Tokens};
use crate::access::wrapping::WrappingKey;
use crate::base::fault::{Fault, Result};
use crate::base::moment::Moment;
use crate::db::Store;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::available_parallelism;
use tokio::sync::{Semaphore, SemaphorePermit};

/// So many wait for a core to have a password checked; that is some seconds' work.
const MOST_WAITING: usize = 200;

/// What the configuration says about signing in.
#[derive(Debug, Clone)]
pub struct GateSettings {
    /// The public URL; tokens of other installations are not accepted.
    pub issuer: String,
    pub wrapping: WrappingKey,
    pub cost: Cost,
    /// How long an access token lives.
    pub access: TimeDelta,
    /// How long a session lives without being refreshed.
    pub refresh: TimeDelta,
    /// Failures of one account from one address.
    pub failures: Limit,
    /// Failures from one address, whatever the accounts.
    pub failures_per_address: Limit,
}

pub struct Gate {
    pub passwords: Passwords,
    pub tokens: Tokens,
    pub ring: RwLock<Arc<Ring>>,
    pub fingerprints: [u8; 32],
    pub settings: GateSettings,
    waiting: Semaphore,
    working: Semaphore,
}

/// A turn to work with passwords, until it is dropped.
pub struct Turn<'a> {
    _working: SemaphorePermit<'a>,
    _waiting: SemaphorePermit<'a>,
}

impl Gate {
    /// Makes the first signing keys where there are none.
    pub fn open(store: &Store, settings: GateSettings) -> Result<Arc<Self>> {
        let schedule = Schedule::for_tokens(settings.access);
        let ring = super::keys::ring(store, schedule, &settings.wrapping)?;
        Ok(Arc::new(Self {
            passwords: Passwords::new(settings.cost).map_err(Fault::internal)?,
            tokens: Tokens::new(&settings.issuer),
            ring: RwLock::new(Arc::new(ring)),
            fingerprints: settings.wrapping.derived("sign-in attempts")?,
            settings,
            waiting: Semaphore::new(MOST_WAITING),
            // While one hashes, another may ask the database.
            working: Semaphore::new(2 * available_parallelism().map_or(1, usize::from)),
        }))
    }

    /// Waits for a turn to work with passwords, first come first served and without a thread; `busy`
    /// where too many wait.
    pub async fn turn(&self) -> Result<Turn<'_>> {
        let waiting = self.waiting.try_acquire().map_err(|_| Fault::busy())?;
        let working = self.working.acquire().await.map_err(Fault::internal)?;
        Ok(Turn { _working: working, _waiting: waiting })
    }

    /// How long an access token lives.
    pub fn access_lasts(&self) -> TimeDelta {
        self.settings.access
    }

    /// The key that wraps the service's other key pairs.
    pub fn wrapping(&self) -> &WrappingKey {
        &self.settings.wrapping
    }

    /// The keys as they were last read.
    pub fn ring(&self) -> Arc<Ring> {
        self.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What a token says, if its signature and its time are valid.
    pub fn claims(&self, token: &str, now: Moment) -> Option<Claims> {
        self.tokens.check(&self.ring(), token, now).ok()
    }

    pub fn replace_ring(&self, ring: Ring) {
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
    }

    /// A key for one use that nobody can make without this secret, nor with it alone.
    pub fn key_with(&self, kind: &str, secret: &Secret) -> Result<[u8; 32]> {
        self.keyed(&[kind.as_bytes(), secret.reveal().as_bytes()])
    }

    /// A key to count or compare by: nobody reads an address, an account or a body out of it.
    pub fn fingerprint(&self, kind: &str, parts: &[&[u8]]) -> Result<String> {
        Ok(format!("{kind}:{}", URL_SAFE_NO_PAD.encode(self.keyed(parts)?)))
    }

    fn keyed(&self, parts: &[&[u8]]) -> Result<[u8; 32]> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.fingerprints).map_err(Fault::internal)?;
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        Ok(mac.finalize().into_bytes().into())
    }
}
