//! What parents read in other languages, as administrators correct it, confirm it and add to it. The
//! program brings texts that a machine translated; what a person wrote or confirmed here is laid over
//! them. A text holds the English that it translates: when that changes, nobody has confirmed it any
//! more. Every process reads all of it again when one number has moved.

use crate::base::fault::Fault;
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{languages, translations};
use crate::words::check::{self, Unsound};
use crate::words::marks;
use crate::words::shipped::{NOTICE, SHIPPED};
use diesel::prelude::*;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A language that an administrator added.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = languages)]
pub(crate) struct AddedLanguage {
    pub tag: String,
    /// What its readers call it.
    pub own_name: String,
    pub added_by: Option<String>,
    pub added_at: Moment,
}

/// A text as a person wrote or confirmed it.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = translations)]
pub(crate) struct Translation {
    pub language: String,
    pub text_key: String,
    pub said: String,
    /// What it translates.
    pub english: String,
    pub written_by: Option<String>,
    pub written_at: Moment,
    pub confirmed_by: Option<String>,
    pub confirmed_at: Option<Moment>,
}

impl Translation {
    /// Whether it was confirmed as a translation of what the English says now.
    fn is_confirmed(&self) -> bool {
        let now = ENGLISH.get(&self.text_key).map(|text| text.english.as_str());
        self.confirmed_at.is_some() && now == Some(self.english.as_str())
    }
}

text_enum! {
    /// How far a translation can be relied on.
    TranslationState {
        /// There is none: families read English.
        Missing = "missing",
        /// Nobody has confirmed it.
        Unconfirmed = "unconfirmed",
        /// It was confirmed, and then the English changed.
        Outdated = "outdated",
        /// A person who reads both has confirmed it.
        Confirmed = "confirmed",
    }
}

/// A text that is translated.
pub(crate) struct EnglishText {
    /// Which part of the service it is in: the name of its file.
    pub part: &'static str,
    pub english: String,
    /// In the order of the files.
    at: usize,
}

/// All texts that are translated, by key.
pub(crate) static ENGLISH: LazyLock<HashMap<String, EnglishText>> = LazyLock::new(|| {
    let files = SHIPPED[0].files.iter().filter(|(part, _)| *part != NOTICE);
    let texts = files
        .flat_map(|(part, file)| check::texts(file).into_iter().map(move |text| (*part, text)));
    let text = |(at, (part, (key, english)))| (key, EnglishText { part, english, at });
    texts.enumerate().map(text).collect()
});

/// One text of one language, as whoever checks it sees it.
#[derive(Clone)]
pub(crate) struct TextToCheck {
    pub key: String,
    pub part: &'static str,
    pub english: String,
    /// In the syntax of Fluent; `None` where there is none.
    pub text: Option<String>,
    pub state: TranslationState,
    /// Whether English stands beside it until it is confirmed.
    pub is_core: bool,
    /// Whether families read English until it is confirmed.
    pub is_consent: bool,
    pub confirmed_by: Option<String>,
}

/// All texts of a language, in the order in which the service has them.
pub(crate) fn texts(language: &str, written: Vec<Translation>) -> Vec<TextToCheck> {
    let shipped = SHIPPED.iter().find(|one| one.tag == language);
    let brought = |key: &str| shipped.and_then(|one| one.written().get(key));
    let mut written: HashMap<String, Translation> =
        written.into_iter().map(|one| (one.text_key.clone(), one)).collect();
    let mut all: Vec<(usize, TextToCheck)> = ENGLISH
        .iter()
        .map(|(key, english)| {
            let own = written.remove(key);
            let state = match &own {
                Some(own) if own.is_confirmed() => TranslationState::Confirmed,
                Some(own) if own.confirmed_at.is_some() => TranslationState::Outdated,
                None if brought(key).is_none() => TranslationState::Missing,
                Some(_) | None => TranslationState::Unconfirmed,
            };
            let confirmed_by = own.as_ref().and_then(|own| own.confirmed_by.clone());
            let text = TextToCheck {
                key: key.clone(),
                part: english.part,
                english: english.english.clone(),
                text: own.map(|own| own.said).or_else(|| brought(key).cloned()),
                state,
                is_core: marks::is_core(key),
                is_consent: marks::is_consent(key),
                confirmed_by,
            };
            (english.at, text)
        })
        .collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, text)| text).collect()
}

/// What to do about a translation that is not sound.
fn refused(unsound: &Unsound) -> Fault {
    let detail = match unsound {
        Unsound::Unreadable => {
            "This cannot be read as one text. Check that each { has its }, and that no line begins \
             with a dot or a name and =."
                .to_owned()
        }
        Unsound::Lacks(gap) => format!("Say {{ ${gap} }} somewhere, as the English does."),
        Unsound::Extra(gap) => format!("Leave out {{ ${gap} }}: the English has no such gap."),
        Unsound::NoForm(form) => {
            format!("This language also counts with the form [{form}]. Add it to the choice.")
        }
        Unsound::Refers => "Write the words out: no other texts or functions here.".to_owned(),
    };
    Fault::invalid("/text", detail)
}

pub(crate) mod service {
    //! Adding a language, writing a text, confirming texts, and reading all of it into memory.

    use super::{AddedLanguage, ENGLISH, TextToCheck, Translation, refused, store, texts};
    use crate::access::{Act, Actor, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Code, Fault, Result};
    use crate::db::{Store, Tx};
    use crate::words::check;
    use crate::words::language::{Correction, Offered};
    use crate::words::languages::Languages;
    use crate::words::shipped::{ENGLISH_TAG, SHIPPED};
    use serde_json::json;
    use std::collections::HashMap;

    /// Adds a language, or changes what one that was added is called.
    pub(crate) fn add(tx: &mut Tx, tag: &str, own_name: &str) -> Result<AddedLanguage> {
        allow(tx)?;
        if SHIPPED.iter().any(|one| one.tag.eq_ignore_ascii_case(tag)) {
            return Err(Fault::new(Code::InvalidRequest, "This language is there already."));
        }
        store::move_on(tx)?;
        store::remove_language(tx, tag)?;
        let language = AddedLanguage {
            tag: tag.to_owned(),
            own_name: own_name.to_owned(),
            added_by: tx.actor().account_id.as_ref().map(|id| id.as_str().to_owned()),
            added_at: tx.now(),
        };
        store::add_language(tx, &language)?;
        tx.audit(Event::AddLanguage, tag, json!({}))?;
        Ok(language)
    }

    /// Takes away a language that was added, with its texts.
    pub(crate) fn remove(tx: &mut Tx, tag: &str) -> Result<AddedLanguage> {
        allow(tx)?;
        store::move_on(tx)?;
        let added = store::languages(tx)?.into_iter().find(|one| one.tag.eq_ignore_ascii_case(tag));
        let added = added.ok_or_else(|| Fault::not_found("language"))?;
        store::remove_language(tx, &added.tag)?;
        store::remove_texts(tx, &added.tag)?;
        tx.audit(Event::RemoveLanguage, &added.tag, json!({}))?;
        Ok(added)
    }

    /// Every text of a language, as it stands.
    pub(crate) fn of_language(tx: &mut Tx, tag: &str) -> Result<Vec<TextToCheck>> {
        allow(tx)?;
        let tag = known(tx, tag)?;
        let written = store::texts_of(tx, &tag)?;
        Ok(texts(&tag, written))
    }

    /// Writes a text. Nobody has confirmed it then.
    pub(crate) fn write(tx: &mut Tx, tag: &str, key: &str, text: &str) -> Result<TextToCheck> {
        allow(tx)?;
        let tag = known(tx, tag)?;
        let english = ENGLISH.get(key).ok_or_else(|| Fault::not_found("text"))?;
        let text = text.replace("\r\n", "\n");
        check::translation(&tag, key, (&english.english, &text))
            .map_err(|unsound| refused(&unsound))?;

        store::move_on(tx)?;
        let row = translation(tx, (&tag, key), text.trim().to_owned(), &english.english);
        store::put(tx, &row)?;
        tx.audit(Event::WriteTranslation, key, json!({ "language": tag }))?;
        one(tx, &tag, key)
    }

    /// Writes every text of a file as a translator returns it: all of them, or none where one is not
    /// sound. What stands there already in the same words stays as it is, confirmed or not.
    pub(crate) fn write_file(tx: &mut Tx, tag: &str, file: &str) -> Result<Vec<TextToCheck>> {
        allow(tx)?;
        let tag = known(tx, tag)?;
        let sent = check::texts(file);
        if sent.is_empty() {
            return Err(Fault::invalid("/file", "There is no text in this file."));
        }
        let written = store::texts_of(tx, &tag)?;
        let before = texts(&tag, written);
        store::move_on(tx)?;
        let mut keys = Vec::new();
        for (key, text) in sent {
            let of_key = |says: &str| Fault::invalid("/file", format!("{key}: {says}"));
            let known = before.iter().find(|one| one.key == key);
            let known = known.ok_or_else(|| of_key("English has no such text."))?;
            if known.text.as_deref() == Some(text.as_str()) {
                continue;
            }
            check::translation(&tag, &key, (&known.english, &text))
                .map_err(|unsound| of_key(refused(&unsound).detail()))?;
            let row = translation(tx, (&tag, &key), text, &known.english);
            store::put(tx, &row)?;
            keys.push(key);
        }
        tx.audit(Event::WriteTranslation, "file", json!({ "language": tag, "texts": keys }))?;
        let all = of_language(tx, &tag)?;
        Ok(all.into_iter().filter(|text| keys.contains(&text.key)).collect())
    }

    /// A person who reads both languages says that these texts are right as they are.
    pub(crate) fn confirm(
        tx: &mut Tx,
        tag: &str,
        keys: &[String],
        by: &str,
    ) -> Result<Vec<TextToCheck>> {
        allow(tx)?;
        let tag = known(tx, tag)?;
        store::move_on(tx)?;
        let written = store::texts_of(tx, &tag)?;
        let all = texts(&tag, written);
        for (at, key) in keys.iter().enumerate() {
            let text = all.iter().find(|text| text.key == *key);
            let said = text.and_then(|text| text.text.clone()).ok_or_else(|| {
                Fault::invalid(&format!("/keys/{at}"), "There is no such text in this language.")
            })?;
            let english = ENGLISH.get(key).map_or("", |text| text.english.as_str());
            let row = translation(tx, (&tag, key), said, english);
            let now = tx.now();
            let row =
                Translation { confirmed_by: Some(by.to_owned()), confirmed_at: Some(now), ..row };
            store::put(tx, &row)?;
        }
        let detail = json!({ "texts": keys, "by": by });
        tx.audit(Event::ConfirmTranslations, &tag, detail)?;
        let all = of_language(tx, &tag)?;
        Ok(all.into_iter().filter(|text| keys.contains(&text.key)).collect())
    }

    fn translation(
        tx: &mut Tx,
        (language, key): (&str, &str),
        said: String,
        english: &str,
    ) -> Translation {
        Translation {
            language: language.to_owned(),
            text_key: key.to_owned(),
            said,
            english: english.to_owned(),
            written_by: tx.actor().account_id.as_ref().map(|id| id.as_str().to_owned()),
            written_at: tx.now(),
            confirmed_by: None,
            confirmed_at: None,
        }
    }

    fn one(tx: &mut Tx, tag: &str, key: &str) -> Result<TextToCheck> {
        let all = of_language(tx, tag)?;
        all.into_iter().find(|text| text.key == key).ok_or_else(|| Fault::not_found("text"))
    }

    /// A language that can be translated into, by its tag in the spelling that is kept.
    fn known(tx: &mut Tx, tag: &str) -> Result<String> {
        let brought = SHIPPED.iter().map(|one| one.tag.to_owned());
        let mut all: Vec<String> = brought.filter(|one| one != ENGLISH_TAG).collect();
        all.extend(store::languages(tx)?.into_iter().map(|one| one.tag));
        let found = all.into_iter().find(|one| one.eq_ignore_ascii_case(tag));
        found.ok_or_else(|| Fault::not_found("language"))
    }

    fn allow(tx: &mut Tx) -> Result<()> {
        tx.allow(Act::Translate, &Scope::organisation(), "translation")
    }

    /// Reads everything into memory where something has changed; says whether it did.
    pub(crate) fn refresh(store: &Store) -> Result<usize> {
        let languages = store.memory::<Languages>();
        let known = languages.version();
        let read = store.read(Actor::service(), |tx| {
            let number = store::number(tx)?;
            if number == known {
                return Ok(None);
            }
            Ok(Some((number, store::languages(tx)?, store::all_texts(tx)?)))
        })?;
        let Some((number, added, written)) = read else { return Ok(0) };
        let offered = |one: AddedLanguage| Offered { tag: one.tag, own_name: one.own_name };
        let added: Vec<Offered> = added.into_iter().map(offered).collect();
        let mut corrections: HashMap<String, Vec<Correction>> = HashMap::new();
        for one in written {
            let is_confirmed = one.is_confirmed();
            let correction = Correction { key: one.text_key, text: one.said, is_confirmed };
            corrections.entry(one.language).or_default().push(correction);
        }
        languages.load(number, &added, corrections);
        Ok(0)
    }
}

pub(crate) mod store {
    //! Queries about languages that were added and texts that were corrected.

    use super::{AddedLanguage, Translation};
    use crate::base::fault::Result;
    use crate::db::schema::{generations, languages, translations};
    use crate::db::{Run, Tx};
    use diesel::prelude::*;

    /// The row of `generations` that moves with every change.
    const LANGUAGES: &str = "languages";

    /// Moves the number. First in every change, so that changes come one after another.
    pub(crate) fn move_on(tx: &mut Tx) -> Result<()> {
        diesel::update(generations::table.find(LANGUAGES))
            .set(generations::number.eq(generations::number + 1))
            .run(tx)
    }

    pub(crate) fn number(tx: &mut Tx) -> Result<i64> {
        let row = generations::table.find(LANGUAGES);
        Ok(row.select(generations::number).first(tx.conn())?)
    }

    pub(crate) fn languages(tx: &mut Tx) -> Result<Vec<AddedLanguage>> {
        let all = languages::table.order(languages::tag);
        Ok(all.select(AddedLanguage::as_select()).load(tx.conn())?)
    }

    pub(crate) fn add_language(tx: &mut Tx, language: &AddedLanguage) -> Result<()> {
        diesel::insert_into(languages::table).values(language).run(tx)
    }

    pub(crate) fn remove_language(tx: &mut Tx, tag: &str) -> Result<()> {
        diesel::delete(languages::table.find(tag)).run(tx)
    }

    pub(crate) fn all_texts(tx: &mut Tx) -> Result<Vec<Translation>> {
        Ok(translations::table.select(Translation::as_select()).load(tx.conn())?)
    }

    pub(crate) fn texts_of(tx: &mut Tx, language: &str) -> Result<Vec<Translation>> {
        let own = translations::table.filter(translations::language.eq(language));
        Ok(own.select(Translation::as_select()).load(tx.conn())?)
    }

    pub(crate) fn remove_texts(tx: &mut Tx, language: &str) -> Result<()> {
        diesel::delete(translations::table.filter(translations::language.eq(language))).run(tx)
    }

    /// In place of what was there.
    pub(crate) fn put(tx: &mut Tx, row: &Translation) -> Result<()> {
        diesel::delete(translations::table.find((&row.language, &row.text_key))).run(tx)?;
        diesel::insert_into(translations::table).values(row).run(tx)
    }
}
