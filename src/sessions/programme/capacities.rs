//! How many places each activity of a programme has, which printed programmes do not say: a number
//! for all, and a number by title where it differs.

use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Capacities {
    for_all: Option<i32>,
    by_title: BTreeMap<String, i32>,
}

/// The largest number accepted as a capacity; a larger one is a typing mistake.
const LARGEST: i32 = 1000;

impl Capacities {
    /// Reads what was given on the command line: `12`, or `Messy Mondays=12`.
    pub(crate) fn read(said: &[String]) -> Result<Self, String> {
        let mut capacities = Self::default();
        for word in said {
            capacities.take(word)?;
        }
        Ok(capacities)
    }

    fn take(&mut self, word: &str) -> Result<(), String> {
        let (title, number) = match word.rsplit_once('=') {
            Some((title, number)) => (Some(title.trim()), number.trim()),
            None => (None, word.trim()),
        };
        let capacity = number.parse().ok().filter(|number| (1..=LARGEST).contains(number)).ok_or(
            format!("capacity \"{word}\": write a number from 1 to {LARGEST}, or \"Title=12\""),
        )?;
        let doubled = match title {
            Some(title) => self.by_title.insert(title.to_lowercase(), capacity).is_some(),
            None => self.for_all.replace(capacity).is_some(),
        };
        if doubled {
            return Err(format!("capacity \"{word}\": a capacity for this was already given"));
        }
        Ok(())
    }

    /// The places of the activity with this title, if they are known.
    pub(crate) fn of(&self, title: &str) -> Option<i32> {
        self.by_title.get(&title.to_lowercase()).copied().or(self.for_all)
    }

    /// Titles a capacity was given for.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &str> {
        self.by_title.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(said: &[&str]) -> Result<Capacities, String> {
        Capacities::read(&said.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_title_has_its_own_capacity_and_the_rest_share_one() {
        let capacities = read(&["16", "Messy Mondays=12"]).unwrap();
        assert_eq!(capacities.of("messy mondays"), Some(12));
        assert_eq!(capacities.of("Twin Time"), Some(16));
        assert_eq!(read(&["Messy Mondays=12"]).unwrap().of("Twin Time"), None);
    }

    #[test]
    fn what_is_no_capacity_is_refused() {
        for said in [["many"].as_slice(), &["0"], &["Jobs="], &["1001"], &["5", "6"]] {
            assert!(read(said).is_err(), "{said:?}");
        }
    }
}
