//! The languages of one service: those that the program brings and those that an administrator has
//! added, with what was corrected and confirmed laid over them. Kept in memory and replaced when the
//! database has something newer.

use super::Words;
use super::days::Days;
use super::shipped::{Bundle, ENGLISH_TAG, NOTICE, SHIPPED, Shipped, empty};
use fluent_bundle::{FluentArgs, FluentResource};
use icu_locale::{Direction, Locale, LocaleDirectionality};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

/// One language of one service.
pub(crate) struct Language {
    pub(super) tag: String,
    pub(super) own_name: String,
    pub(super) is_from_the_right: bool,
    shipped: Option<&'static Shipped>,
    over: RwLock<Arc<Over>>,
    days: OnceLock<Option<Days>>,
}

/// What an administrator laid over the files.
struct Over {
    texts: HashMap<String, Bundle>,
    confirmed: HashSet<String>,
    is_all_confirmed: bool,
    /// All languages beside which it is offered.
    offered: Arc<Vec<Offered>>,
}

/// A language to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offered {
    pub tag: String,
    /// What its readers call it.
    pub own_name: String,
}

/// A text that an administrator wrote or confirmed.
pub(crate) struct Correction {
    pub key: String,
    /// In the syntax of Fluent, without the key.
    pub text: String,
    pub is_confirmed: bool,
}

impl Language {
    pub(super) fn shipped(shipped: &'static Shipped) -> Language {
        Language { shipped: Some(shipped), ..Language::named(shipped.tag, shipped.own_name) }
    }

    fn named(tag: &str, own_name: &str) -> Language {
        Language {
            tag: tag.to_owned(),
            own_name: own_name.to_owned(),
            is_from_the_right: is_from_the_right(tag),
            shipped: None,
            over: RwLock::new(Arc::new(Over::of_files(as_shipped()))),
            days: OnceLock::new(),
        }
    }

    /// A text with its gaps filled; `None` where there is none, or one whose gaps are other ones.
    pub(super) fn format(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let over = self.over();
        let corrected = over.texts.get(key).and_then(|texts| said(texts, key, args));
        corrected.or_else(|| said(self.shipped?.texts(), key, args))
    }

    pub(super) fn is_confirmed(&self, key: &str) -> bool {
        self.over().confirmed.contains(key)
    }

    pub(super) fn offered(&self) -> Arc<Vec<Offered>> {
        self.over().offered.clone()
    }

    pub(super) fn is_all_confirmed(&self) -> bool {
        self.over().is_all_confirmed
    }

    /// `None` where ICU has no data at all: then days are written in figures.
    pub(super) fn days(&self) -> Option<&Days> {
        self.days.get_or_init(|| Days::of(&self.tag)).as_ref()
    }

    fn is(&self, offered: &Offered) -> bool {
        self.tag == offered.tag && self.own_name == offered.own_name
    }

    fn over(&self) -> Arc<Over> {
        self.over.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What cannot be read is left out: the text of the file, or English, stands instead.
    fn lay_over(&self, corrections: Vec<Correction>, offered: Arc<Vec<Offered>>) {
        let mut over = Over::of_files(offered);
        for one in corrections {
            let Ok(resource) = FluentResource::try_new(super::check::as_file(&one.key, &one.text))
            else {
                tracing::error!(language = self.tag, key = one.key, "a translation is unreadable");
                continue;
            };
            let mut texts = empty(&self.tag);
            texts.add_resource_overriding(resource);
            if one.is_confirmed {
                over.confirmed.insert(one.key.clone());
            }
            over.texts.insert(one.key, texts);
        }
        over.is_all_confirmed = translated_keys().all(|key| over.confirmed.contains(&key));
        *self.over.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(over);
    }
}

impl Over {
    fn of_files(offered: Arc<Vec<Offered>>) -> Over {
        Over { texts: HashMap::new(), confirmed: HashSet::new(), is_all_confirmed: false, offered }
    }
}

fn as_shipped() -> Arc<Vec<Offered>> {
    static AS_SHIPPED: LazyLock<Arc<Vec<Offered>>> = LazyLock::new(|| {
        let offered =
            |one: &Shipped| Offered { tag: one.tag.to_owned(), own_name: one.own_name.to_owned() };
        Arc::new(SHIPPED.iter().map(offered).collect())
    });
    AS_SHIPPED.clone()
}

fn said(texts: &Bundle, key: &str, args: &FluentArgs) -> Option<String> {
    let pattern = texts.get_message(key)?.value()?;
    let mut wrong = Vec::new();
    let text = texts.format_pattern(pattern, Some(args), &mut wrong);
    wrong.is_empty().then(|| text.into_owned())
}

/// `rtl` or `ltr`, as HTML says it.
pub(crate) fn direction(tag: &str) -> &'static str {
    if is_from_the_right(tag) { "rtl" } else { "ltr" }
}

pub(super) fn is_from_the_right(tag: &str) -> bool {
    let locale = tag.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    LocaleDirectionality::new_common().get(&locale.id) == Some(Direction::RightToLeft)
}

/// The keys of what is translated: the notice is translated version by version.
pub(crate) fn translated_keys() -> impl Iterator<Item = String> {
    let files = SHIPPED[0].files.iter().filter(|(name, _)| *name != NOTICE);
    files.flat_map(|(_, file)| super::check::keys(file))
}

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
