//! Where somebody signs in from, and how often that may fail. A centre's wifi is one address for
//! all its staff, so wrong guesses by strangers on it lock out neither an account that signed in
//! there before nor a browser that did; and names that belong to no account are counted separately.
//! Until the password is known to be right, the answer is the same for every name: it reveals
//! neither which accounts exist nor which are known there.

use super::{Gate, one_address};
use crate::access::attempts::{CountedAttempts, Limit, count};
use crate::access::secret::Secret;
use crate::access::store;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::AccountId;
use crate::base::moment::Moment;
use crate::db::Tx;
use chrono::TimeDelta;
use std::net::IpAddr;

pub(crate) struct SignIn {
    /// In lower case.
    pub email: String,
    pub password: String,
    pub address: IpAddr,
    /// What a browser keeps once somebody has signed in with it.
    pub device: Option<Secret>,
}

/// Guesses at one account from everywhere it is not known: it waits at most a minute.
const PER_ACCOUNT: Limit = Limit { failures: 20, window: TimeDelta::minutes(1) };

/// How long an account stays known where it signed in.
pub(crate) const KNOWN_FOR: TimeDelta = TimeDelta::days(90);

/// The keyed hashes an attempt is counted under.
#[derive(Clone)]
pub(crate) struct RequestOrigin {
    address: String,
    device: Option<String>,
    /// All failures from the address, and of those the failures of accounts that exist.
    everybody: (String, Limit),
    accounts: String,
    /// The account, from this address or in this browser, and from anywhere.
    by_address: (String, Limit),
    by_device: Option<(String, Limit)>,
    account: (String, Limit),
}

/// An attempt that was counted before its password is looked at.
pub(crate) struct Attempt {
    /// The account and its password's hash, where there is one.
    pub account: Option<(AccountId, String)>,
    /// What to take back if the password is right.
    pub counted: Vec<String>,
    /// The answer to a wrong password where too many were wrong before.
    pub refusal: Option<Fault>,
    /// Even the right password does not work just now.
    pub is_barred: bool,
}

impl RequestOrigin {
    pub(crate) fn of(gate: &Gate, sign_in: &SignIn) -> Result<RequestOrigin> {
        let address = one_address(sign_in.address);
        let (address, email) = (address.as_bytes(), sign_in.email.as_bytes());
        let settings = &gate.settings;
        let device = sign_in.device.as_ref().map(|secret| secret.reveal().as_bytes());
        let pair = |place: &[u8]| {
            Ok::<_, Fault>((gate.fingerprint("pair", &[place, email])?, settings.failures))
        };
        Ok(RequestOrigin {
            address: gate.fingerprint("known-address", &[address])?,
            device: device.map(|secret| gate.fingerprint("known-device", &[secret])).transpose()?,
            everybody: (gate.fingerprint("address", &[address])?, settings.failures_per_address),
            accounts: gate.fingerprint("address-accounts", &[address])?,
            by_address: pair(address)?,
            by_device: device.map(pair).transpose()?,
            account: (gate.fingerprint("account", &[email])?, PER_ACCOUNT),
        })
    }

    /// Counts it everywhere. Refuses at once only a caller who tried one account too often from one
    /// place.
    pub(crate) fn attempt(&self, tx: &mut Tx, email: &str) -> Result<Attempt> {
        let account = store::sign_in::password_of(tx, email)?;
        let (known_address, known_device) = self.known(tx, account.as_ref())?;
        let mut counts = OriginCounts::default();

        let (key, limit) = &self.everybody;
        let everybody = counts.add(tx, key, *limit)?;
        let accounts_over = match &account {
            Some(_) => counts.add_since(tx, &self.accounts, (*limit, everybody.since))?,
            None => false,
        };
        let (key, limit) = match (&self.by_device, known_device) {
            (Some(by_device), true) => by_device,
            _ => &self.by_address,
        };
        count_under(tx, key, *limit)?;
        let pair = key.clone();
        let (key, limit) = &self.account;
        let of_account = counts.add(tx, key, *limit)?;

        let now = tx.now();
        let until = everybody.until.into_iter().chain(of_account.until).max();
        let is_known = known_address || known_device;
        counts.keys.push(pair);
        Ok(Attempt {
            account,
            counted: counts.keys,
            refusal: until.map(|until| wait(until, now)),
            is_barred: !is_known && (accounts_over || of_account.until.is_some()),
        })
    }

    fn known(&self, tx: &mut Tx, account: Option<&(AccountId, String)>) -> Result<(bool, bool)> {
        let Some((account, _)) = account else { return Ok((false, false)) };
        let address = store::known::is_known(tx, account, &self.address)?;
        let device = match &self.device {
            Some(device) => store::known::is_known(tx, account, device)?,
            None => false,
        };
        Ok((address, device))
    }

    /// The account signed in from here; earlier failures with it are forgotten.
    pub(crate) fn remember(&self, tx: &mut Tx, account: &AccountId) -> Result<()> {
        for (pair, _) in [Some(&self.by_address), self.by_device.as_ref()].into_iter().flatten() {
            store::attempts::clear(tx, pair)?;
        }
        for place in [Some(&self.address), self.device.as_ref()].into_iter().flatten() {
            store::known::remember(tx, account, place)?;
        }
        Ok(())
    }
}

/// Since when a key is counted, and until when there are too many.
struct Tally {
    since: Moment,
    until: Option<Moment>,
}

/// What an attempt was added to.
#[derive(Default)]
struct OriginCounts {
    keys: Vec<String>,
}

impl OriginCounts {
    fn add(&mut self, tx: &mut Tx, key: &str, limit: Limit) -> Result<Tally> {
        let before = store::attempts::locked(tx, key)?;
        let now = tx.now();
        match count(before, limit, now) {
            Ok(counted) => {
                store::attempts::put(tx, key, counted)?;
                self.keys.push(key.to_owned());
                Ok(Tally { since: counted.since, until: None })
            }
            Err(until) => Ok(Tally { since: until - limit.window, until: Some(until) }),
        }
    }

    /// Counts within the window of another key; true where there are too many.
    fn add_since(
        &mut self,
        tx: &mut Tx,
        key: &str,
        (limit, since): (Limit, Moment),
    ) -> Result<bool> {
        let before = store::attempts::locked(tx, key)?.filter(|counted| counted.since == since);
        let failures = before.map_or(0, |counted| counted.failures);
        if failures >= limit.failures {
            return Ok(true);
        }
        store::attempts::put(tx, key, CountedAttempts { failures: failures + 1, since })?;
        self.keys.push(key.to_owned());
        Ok(false)
    }
}

/// Counts one more under a key, or refuses until its window ends.
pub(crate) fn count_under(tx: &mut Tx, key: &str, limit: Limit) -> Result<()> {
    match OriginCounts::default().add(tx, key, limit)?.until {
        None => Ok(()),
        Some(until) => Err(wait(until, tx.now())),
    }
}

pub(crate) fn wait(until: Moment, now: Moment) -> Fault {
    let seconds = (until - now).num_seconds().max(1);
    let minutes = (seconds + 59) / 60;
    let unit = if minutes == 1 { "minute" } else { "minutes" };
    Fault::new(Code::TooManyAttempts, format!("Please try again in {minutes} {unit}."))
        .with("retry_after", seconds)
}
