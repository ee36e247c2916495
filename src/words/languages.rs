//! The languages of one service: those that the program brings and those that an administrator has
//! added. Kept in memory and replaced when the database has something newer.

use super::Words;
use super::language::{Correction, Language, Offered};
use super::shipped::{ENGLISH_TAG, SHIPPED};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// What one service offers, in the order in which it offers it.
pub(crate) struct Languages(RwLock<Loaded>);

struct Loaded {
    all: Vec<&'static Language>,
    /// The newest change that is in it.
    version: i64,
}

impl Default for Languages {
    fn default() -> Languages {
        // A language lives as long as the program, so that words are passed on by copying them.
        let all = SHIPPED.iter().map(|one| keep(Language::shipped(one))).collect();
        Languages(RwLock::new(Loaded { all, version: 0 }))
    }
}

fn keep(language: Language) -> &'static Language {
    Box::leak(Box::new(language))
}

impl Languages {
    /// All that are offered, English first.
    pub(crate) fn all(&self) -> Vec<Words> {
        self.loaded(|loaded| loaded.all.iter().map(|one| Words::of(one)).collect())
    }

    /// The language of a tag, or of its first part; `None` where it is not offered.
    pub(crate) fn named(&self, tag: &str) -> Option<Words> {
        self.loaded(|loaded| {
            let same = |wanted: &str| {
                let of = |one: &&&Language| one.tag.eq_ignore_ascii_case(wanted);
                loaded.all.iter().find(of).map(|one| Words::of(one))
            };
            same(tag).or_else(|| {
                let (primary, _) = tag.split_once('-').unwrap_or((tag, ""));
                if primary.eq_ignore_ascii_case("en") { same(ENGLISH_TAG) } else { same(primary) }
            })
        })
    }

    /// The first of these that is offered, else English.
    pub(crate) fn preferred<'a>(&self, tags: impl IntoIterator<Item = &'a str>) -> Words {
        tags.into_iter().find_map(|tag| self.named(tag)).unwrap_or_else(Words::english)
    }

    pub(crate) fn version(&self) -> i64 {
        self.loaded(|loaded| loaded.version)
    }

    /// Takes over what the database has: languages that were added, and all corrections.
    pub(crate) fn load(
        &self,
        version: i64,
        added: &[Offered],
        mut corrections: HashMap<String, Vec<Correction>>,
    ) {
        let mut loaded = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if version < loaded.version {
            return;
        }
        loaded.version = version;
        loaded.all.retain(|one| one.shipped.is_some() || added.iter().any(|new| one.is(new)));
        for new in added {
            if !loaded.all.iter().any(|one| one.tag == new.tag) {
                loaded.all.push(keep(Language::named(&new.tag, &new.own_name)));
            }
        }
        let offered = loaded
            .all
            .iter()
            .map(|one| Offered { tag: one.tag.clone(), own_name: one.own_name.clone() });
        let offered = Arc::new(offered.collect::<Vec<_>>());
        for one in &loaded.all {
            one.lay_over(corrections.remove(&one.tag).unwrap_or_default(), offered.clone());
        }
    }

    fn loaded<T>(&self, look: impl FnOnce(&Loaded) -> T) -> T {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}
