//! A map of bounded size that forgets what was not asked for lately.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

/// Two halves: when the newer is full, the older is forgotten and takes its place. What is asked for
/// moves to the newer, and so stays.
pub(crate) struct Recent<K, V> {
    half: usize,
    newer: HashMap<K, V>,
    older: HashMap<K, V>,
}

impl<K: Eq + Hash, V: Clone> Recent<K, V> {
    /// Never more than twice `half`.
    pub(crate) fn new(half: usize) -> Recent<K, V> {
        Recent { half, newer: HashMap::new(), older: HashMap::new() }
    }

    pub(crate) fn find<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        if let Some(found) = self.newer.get(key) {
            return Some(found.clone());
        }
        let (key, found) = self.older.remove_entry(key)?;
        self.keep(key, found.clone());
        Some(found)
    }

    pub(crate) fn keep(&mut self, key: K, value: V) {
        if self.newer.len() >= self.half && !self.newer.contains_key(&key) {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_rest_is_forgotten() {
        let mut recent = Recent::new(8);
        recent.keep("asked".to_owned(), 0);
        recent.keep("left".to_owned(), 1);
        for number in 0..100 {
            recent.keep(number.to_string(), number);
            assert_eq!(recent.find("asked"), Some(0), "after {number}");
            assert!(recent.newer.len() + recent.older.len() <= 16);
        }
        assert_eq!(recent.find("left"), None);
        assert_eq!(recent.find("99"), Some(99));
    }

    #[test]
    fn what_is_kept_again_is_the_new_one() {
        let mut recent = Recent::new(1);
        recent.keep('a', 1);
        recent.keep('a', 2);
        recent.keep('b', 3);
        recent.keep('a', 4);
        assert_eq!((recent.find(&'a'), recent.find(&'b')), (Some(4), Some(3)));
    }
}
