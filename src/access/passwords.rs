//! Passwords: what one must be, and argon2id around it. Length is the only rule
//! beside not being the mail address; rules of composition make passwords worse.
//! An unknown account costs as much time as a known one.

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

pub const LEAST_CHARACTERS: usize = 12;
pub const MOST_CHARACTERS: usize = 256;

/// What one guess costs whoever guesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Default for Cost {
    /// OWASP's first choice for argon2id.
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

impl Cost {
    /// As cheap as argon2 allows: for tests, and refused by the configuration.
    pub const CHEAPEST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };
}

/// Why a password is not accepted; the text is for the person who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    TooShort,
    TooLong,
    IsTheAddress,
}

impl Weak {
    pub fn sentence(self) -> &'static str {
        match self {
            Self::TooShort => "Choose a password of at least 12 characters.",
            Self::TooLong => "Choose a password of at most 256 characters.",
            Self::IsTheAddress => "Choose a password that is not the e-mail address.",
        }
    }
}

/// Judges a new password for the account of `email`.
pub fn judge(password: &str, email: &str) -> Result<(), Weak> {
    let characters = password.chars().count();
    if characters < LEAST_CHARACTERS {
        return Err(Weak::TooShort);
    }
    if characters > MOST_CHARACTERS {
        return Err(Weak::TooLong);
    }
    if password.trim().to_lowercase() == email.trim().to_lowercase() {
        return Err(Weak::IsTheAddress);
    }
    Ok(())
}

/// Hashes new passwords at one cost, and verifies those of any. No more at a time
/// than the machine has cores: a crowd at the door waits instead of filling memory.
pub struct Passwords {
    argon2: Argon2<'static>,
    /// Of a password nobody knows, for accounts that do not exist.
    dummy: String,
    free: Mutex<usize>,
    freed: Condvar,
}

impl Passwords {
    pub fn new(cost: Cost) -> Result<Self, Error> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobodys: [u8; 32] = rand::random();
        let dummy = argon2.hash_password(&nobodys)?.to_string();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self { argon2, dummy, free: Mutex::new(cores), freed: Condvar::new() })
    }

    /// A PHC string, with its own salt and cost.
    pub fn hash(&self, password: &str) -> Result<String, Error> {
        self.in_turn(|| Ok(self.argon2.hash_password(password.as_bytes())?.to_string()))
    }

    /// Whether this is the password behind `stored`; `None` is an account that does
    /// not exist or has no password, and takes as long. Faults: a stored string
    /// that is no PHC string.
    pub fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool, Error> {
        let hash = PasswordHash::new(stored.unwrap_or(&self.dummy))?;
        match self.in_turn(|| self.argon2.verify_password(password.as_bytes(), &hash)) {
            Ok(()) => Ok(stored.is_some()),
            Err(Error::PasswordInvalid) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn in_turn<T>(&self, work: impl FnOnce() -> T) -> T {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.freed.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        drop(free);
        let done = work();
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.freed.notify_one();
        done
    }

    /// Whether `stored` was hashed at another cost and should be hashed anew at the
    /// next sign-in.
    pub fn is_outdated(&self, stored: &str) -> bool {
        PasswordHash::new(stored).ok().and_then(|hash| Params::try_from(&hash).ok()).is_none_or(
            |params| {
                let ours = self.argon2.params();
                (params.m_cost(), params.t_cost(), params.p_cost())
                    != (ours.m_cost(), ours.t_cost(), ours.p_cost())
            },
        )
    }
}

/// A password to print once: six groups of four letters and digits without those
/// that are mistaken for each other, 118 bits.
pub fn generated() -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut password = String::new();
    while password.len() < 29 {
        if password.len() % 5 == 4 {
            password.push('-');
            continue;
        }
        // 248 is the largest multiple of 31 in a byte: every letter as likely.
        let byte: u8 = rand::random();
        if byte < 248 {
            password.push(char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
        }
    }
    password
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheap() -> Passwords {
        Passwords::new(Cost::CHEAPEST).unwrap()
    }

    #[test]
    fn length_is_the_rule_and_the_address_is_no_password() {
        let email = "amina.khan@example.org";
        let cases = [
            ("elevenchars", Err(Weak::TooShort)),
            ("twelve chars", Ok(())),
            ("aaaaaaaaaaaa", Ok(())),
            ("ééééééééééé", Err(Weak::TooShort)),
            ("Amina.Khan@Example.org ", Err(Weak::IsTheAddress)),
            ("amina.khan@example.org!", Ok(())),
        ];
        for (password, judged) in cases {
            assert_eq!(judge(password, email), judged, "{password}");
        }
        assert_eq!(judge(&"x".repeat(257), email), Err(Weak::TooLong));
    }

    #[test]
    fn a_password_opens_its_own_hash_only() {
        let passwords = cheap();
        let stored = passwords.hash("correct horse battery").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
        assert_ne!(stored, passwords.hash("correct horse battery").unwrap());
        assert!(passwords.verify("correct horse battery", Some(&stored)).unwrap());
        assert!(!passwords.verify("correct horse batterz", Some(&stored)).unwrap());
        assert!(!passwords.verify("", Some(&stored)).unwrap());
        assert!(passwords.verify("x", Some("not a hash")).is_err());
    }

    #[test]
    fn nobody_signs_in_to_an_account_that_does_not_exist() {
        assert!(!cheap().verify("correct horse battery", None).unwrap());
    }

    #[test]
    fn an_unknown_account_is_hashed_at_the_same_cost_as_a_new_one() {
        let passwords = cheap();
        let known = passwords.hash("correct horse battery").unwrap();
        let parameters =
            |hash: &str| hash.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(parameters(&passwords.dummy), parameters(&known));
    }

    #[test]
    fn a_dearer_cost_verifies_what_was_hashed_before_and_asks_for_it_anew() {
        let stored = cheap().hash("correct horse battery").unwrap();
        let dearer = Passwords::new(Cost { memory_kib: 16, ..Cost::CHEAPEST }).unwrap();
        assert!(dearer.verify("correct horse battery", Some(&stored)).unwrap());
        assert!(dearer.is_outdated(&stored));
        assert!(!cheap().is_outdated(&stored));
    }

    #[test]
    fn a_generated_password_is_accepted_and_never_the_same() {
        let password = generated();
        assert_eq!(password.len(), 29);
        assert_eq!(password.matches('-').count(), 5);
        assert_eq!(judge(&password, "a@b.example"), Ok(()));
        assert_ne!(password, generated());
    }
}
