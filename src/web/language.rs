//! Which language a page is in: the one chosen with this browser, else the first of the browser's own
//! that is offered, else English. `?language=ur` on any page chooses one.

use super::call::{Call, Edge};
use super::context::App;
use super::cookies::{LANGUAGE, cookie, set};
use super::layout;
use crate::words::Words;
use crate::words::languages::Languages;
use actix_web::http::header::{AcceptLanguage, Header as _, Preference};
use actix_web::{HttpRequest, HttpResponse};

impl<E: Edge> Call<E> {
    /// The words of whoever asked.
    pub(crate) fn words(&self) -> Words {
        words(self.app(), self.request())
    }

    /// What is asked, and in which words: answers to the same are the same bytes.
    pub(crate) fn question(&self, asked: &str) -> String {
        self.question_in(self.words(), asked)
    }

    /// The words that the address alone chooses, else English: of a page that reads no cookie.
    pub(crate) fn words_of_address(&self) -> Words {
        let chosen = chosen_by_address(self.app(), self.request()).and_then(|(words, _)| words);
        chosen.unwrap_or_else(Words::english)
    }

    pub(crate) fn question_in(&self, words: Words, asked: &str) -> String {
        let version = self.app().store.memory::<Languages>().version();
        format!("{} {version} {asked}", words.language())
    }
}

/// The words of whoever sent a request.
pub(crate) fn words(app: &App, request: &HttpRequest) -> Words {
    let languages = app.store.memory::<Languages>();
    let chosen = chosen(request).and_then(|tag| languages.named(&tag));
    chosen.unwrap_or_else(|| {
        let accepted = AcceptLanguage::parse(request).map(|sent| sent.ranked()).unwrap_or_default();
        languages.preferred(accepted.iter().filter_map(|one| match one {
            Preference::Any => None,
            Preference::Specific(tag) => Some(tag.as_str()),
        }))
    })
}

/// The language that the address of a page chooses, where it is offered, and the address without the
/// choice. `None` where the address chooses nothing.
pub(crate) fn chosen_by_address(
    app: &App,
    request: &HttpRequest,
) -> Option<(Option<Words>, String)> {
    let pairs = form_urlencoded::parse(request.query_string().as_bytes());
    let (chosen, kept): (Vec<_>, Vec<_>) = pairs.partition(|(name, _)| name == layout::LANGUAGE);
    let languages = app.store.memory::<Languages>();
    let words = languages.named(&chosen.first()?.1);
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    let ask = if query.is_empty() { "" } else { "?" };
    Some((words, format!("{}{ask}{query}", request.path())))
}

/// The language that was chosen with this browser, as it was kept.
pub(crate) fn chosen(request: &HttpRequest) -> Option<String> {
    request.cookie(LANGUAGE).map(|cookie| cookie.value().to_owned())
}

/// The browser keeps the language of a tag, where it is offered.
pub(crate) fn keep_named(app: &App, response: &mut HttpResponse, tag: Option<&str>) {
    if let Some(words) = tag.and_then(|tag| app.store.memory::<Languages>().named(tag)) {
        keep_choice(app, response, words);
    }
}

/// The browser keeps the choice for a year.
pub(crate) fn keep_choice(app: &App, response: &mut HttpResponse, words: Words) {
    const YEAR: i64 = 365 * 24 * 60 * 60;
    set(response, cookie(app, LANGUAGE, words.language().to_owned(), Some(YEAR)));
}
