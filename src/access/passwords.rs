//! Passwords: what one must be, and argon2id around it. Long, and hard to guess for somebody who
//! has the lists of common ones and knows the person; rules of composition make passwords worse. An
//! unknown account costs as much time as a known one.

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use zxcvbn::{Score, zxcvbn};

pub const LEAST_CHARACTERS: usize = 12;
pub const MOST_CHARACTERS: usize = 256;

/// What one guess costs an attacker.
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

/// The person the password is for.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    pub email: &'a str,
    pub name: &'a str,
}

/// Why a password is not accepted; the text is for the person who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    TooShort,
    TooLong,
    OwnName,
    EasyToGuess,
}

impl Weak {
    pub const ALL: [Self; 4] = [Self::TooShort, Self::TooLong, Self::OwnName, Self::EasyToGuess];

    pub fn sentence(self) -> &'static str {
        match self {
            Self::TooShort => "Choose a password of at least 12 characters.",
            Self::TooLong => "Choose a password of at most 256 characters.",
            Self::OwnName => {
                "Choose a password that is not made of your name, your e-mail address or the name \
                 of this service: they are tried first."
            }
            Self::EasyToGuess => {
                "Choose a password that is harder to guess: this one, or one like it, is on the \
                 lists that are tried first. Three or four words that do not belong together are \
                 good."
            }
        }
    }
}

/// Judges a new password of somebody.
pub fn judge(password: &str, whose: Whose) -> Result<(), Weak> {
    let characters = password.chars().count();
    if characters < LEAST_CHARACTERS {
        return Err(Weak::TooShort);
    }
    if characters > MOST_CHARACTERS {
        return Err(Weak::TooLong);
    }
    let known = words_of(whose);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let by_who_knows = zxcvbn(password, &known);
    if by_who_knows.score() >= HARD_ENOUGH {
        return Ok(());
    }
    let by_anybody = zxcvbn(password, &[]);
    let tells = by_who_knows.guesses() < by_anybody.guesses();
    Err(if tells { Weak::OwnName } else { Weak::EasyToGuess })
}

/// A hundred million guesses and more, as zxcvbn's authors recommend.
const HARD_ENOUGH: Score = Score::Three;

/// The words a guesser would try first: name and address, whole and in pieces.
fn words_of(whose: Whose) -> Vec<String> {
    let mut words = vec![whose.email.trim().to_lowercase(), "firstplace".to_owned()];
    for text in [whose.name, whose.email] {
        let text = text.to_lowercase();
        let pieces: Vec<&str> = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|one| one.len() > 1)
            .collect();
        words.extend(pieces.iter().map(|piece| (*piece).to_owned()));
        words.extend(pieces.windows(2).flat_map(|two| [two.concat(), [two[1], two[0]].concat()]));
        words.push(pieces.concat());
    }
    words
}

/// A hash that no password has, at this cost: checking one against it takes as long as any.
fn nobodys(Cost { memory_kib, passes, lanes }: Cost) -> String {
    let salt = STANDARD_NO_PAD.encode(rand::random::<[u8; 16]>());
    let hash = STANDARD_NO_PAD.encode(rand::random::<[u8; 32]>());
    format!("$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${hash}")
}

/// Hashes new passwords at one cost, and verifies those hashed at any. No more at a time than the
/// machine has cores: a crowd waits instead of filling memory.
pub struct Passwords {
    argon2: Argon2<'static>,
    /// For accounts that do not exist.
    dummy: String,
    free: Mutex<usize>,
    freed: Condvar,
}

impl Passwords {
    pub fn new(cost: Cost) -> Result<Self, Error> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let dummy = nobodys(cost);
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

    /// Whether `stored` was hashed at another cost and should be hashed again at the next sign-in.
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

    const AMINA: Whose = Whose { email: "amina.khan@example.org", name: "Amina Khan" };

    #[test]
    fn a_password_is_long_and_not_among_the_first_that_are_tried() {
        let cases = [
            ("elevenchars", Err(Weak::TooShort)),
            ("ééééééééééé", Err(Weak::TooShort)),
            ("correct horse battery", Ok(())),
            ("purple kettle on the hill", Ok(())),
            ("mauve-Trellis!9 oxen", Ok(())),
            ("password1234", Err(Weak::EasyToGuess)),
            ("Password1234!", Err(Weak::EasyToGuess)),
            ("P@ssw0rd2026", Err(Weak::EasyToGuess)),
            ("aaaaaaaaaaaa", Err(Weak::EasyToGuess)),
            ("            ", Err(Weak::EasyToGuess)),
            ("abcabcabcabc", Err(Weak::EasyToGuess)),
            ("qwertyuiop12", Err(Weak::EasyToGuess)),
            ("123456789012", Err(Weak::EasyToGuess)),
            ("Firstplace2026", Err(Weak::OwnName)),
            ("Amina.Khan@Example.org ", Err(Weak::OwnName)),
            ("amina.khan@example.org!", Err(Weak::OwnName)),
            ("AminaKhan2026", Err(Weak::OwnName)),
            ("khanamina1234", Err(Weak::OwnName)),
        ];
        for (password, judged) in cases {
            assert_eq!(judge(password, AMINA), judged, "{password}");
        }
        assert_eq!(judge(&"correct horse ".repeat(20), AMINA), Err(Weak::TooLong));
        let stranger = Whose { email: "b@example.org", name: "Bo Lund" };
        assert_eq!(judge("aminakhan-trellis", stranger), Ok(()), "her name is not Bo's");
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
        assert_eq!(judge(&password, AMINA), Ok(()));
        assert_ne!(password, generated());
    }
}
