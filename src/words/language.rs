//! One language: the texts that the program brings, and what was corrected and confirmed laid over
//! them.

use super::days::Days;
use super::direction::is_from_the_right;
use super::shipped::{Bundle, SHIPPED, Shipped, empty, translated_keys};
use fluent_bundle::{FluentArgs, FluentResource};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

/// One language of one service.
pub(crate) struct Language {
    pub(super) tag: String,
    pub(super) own_name: String,
    pub(super) is_from_the_right: bool,
    pub(super) shipped: Option<&'static Shipped>,
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

    pub(super) fn named(tag: &str, own_name: &str) -> Language {
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

    pub(super) fn is(&self, offered: &Offered) -> bool {
        self.tag == offered.tag && self.own_name == offered.own_name
    }

    fn over(&self) -> Arc<Over> {
        self.over.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What cannot be read is left out: the text of the file, or English, stands instead.
    pub(super) fn lay_over(&self, corrections: Vec<Correction>, offered: Arc<Vec<Offered>>) {
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
