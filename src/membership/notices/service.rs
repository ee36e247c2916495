//! Which notice a family is shown, and how new versions and translations come to be.

use super::{ENGLISH, Notice, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::FamilyId;
use crate::base::language::wanted;
use crate::db::Tx;
use crate::membership::card::drawing::notice_fits;
use crate::membership::{Membership, store as memberships};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// The newest version in the language asked for where a person confirmed it, else in English.
pub fn current(tx: &mut Tx, language: &str) -> Result<Notice> {
    let version = store::latest_version(tx)?;
    in_language(tx, version, language)
}

/// What a family that reads this language is shown now: what its membership remembers.
pub fn shown(tx: &mut Tx, language: &str) -> Result<(i32, String)> {
    let notice = current(tx, language)?;
    Ok((notice.version, notice.language))
}

/// Records what a member was just shown; nothing if the family is no member.
pub fn show_to(tx: &mut Tx, family: &FamilyId, language: &str) -> Result<()> {
    let Some(mut membership) = memberships::of_family(tx, family)? else { return Ok(()) };
    let (version, language) = shown(tx, language)?;
    membership.notice_version = Some(version);
    membership.notice_language = Some(language);
    membership.notice_shown_at = Some(tx.now());
    memberships::save(tx, &membership)
}

/// The notice a member was shown; the newest if none is on record.
pub fn of_membership(tx: &mut Tx, membership: &Membership) -> Result<Notice> {
    let language = membership.notice_language.as_deref().unwrap_or(ENGLISH);
    match membership.notice_version {
        None => current(tx, language),
        Some(version) => in_language(tx, version, language),
    }
}

fn in_language(tx: &mut Tx, version: i32, language: &str) -> Result<Notice> {
    for tag in wanted(language) {
        if let Some(notice) = store::one(tx, version, &tag)?
            && notice.counts()
        {
            return Ok(notice);
        }
    }
    let english = store::one(tx, version, ENGLISH)?;
    english.ok_or_else(|| Fault::internal("a notice's version has no English text"))
}

/// The words of a notice.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NoticeIn, example = json!({
    "title": "How we use your information",
    "body": "We keep a few facts about your family.\n\nYou can say no at any time.",
    "card_text": "We keep a few facts about your family. You can say no at any time."
}))]
pub struct Write {
    /// Its heading.
    #[schema(min_length = 1, max_length = 120)]
    pub title: String,
    /// Paragraphs, with an empty line between. Plain words, short sentences.
    #[schema(min_length = 1, max_length = 8000)]
    pub body: String,
    /// The same in a few sentences: at most four lines on the back of a card.
    #[schema(min_length = 1, max_length = 600)]
    pub card_text: String,
}

/// A new version, in English: shown from now on.
pub fn publish(tx: &mut Tx, write: Write) -> Result<Notice> {
    allow(tx)?;
    has_room(&write)?;

    tx.alone("notices")?;
    let version = store::latest_version(tx)? + 1;
    let notice = written(tx, version, ENGLISH, write);
    store::add(tx, &notice)?;
    tx.audit(Event::PublishNotice, &version.to_string(), json!({}))?;
    Ok(notice)
}

/// A translation: nobody is shown it until it is confirmed, and it can be changed until then.
pub fn translate(tx: &mut Tx, version: i32, language: &str, write: Write) -> Result<Notice> {
    allow(tx)?;
    if language == ENGLISH {
        let detail = "Every version is written in English first: use POST /notices.";
        return Err(Fault::new(Code::InvalidRequest, detail));
    }
    has_room(&write)?;

    tx.alone("notices")?;
    must_be(store::one(tx, version, ENGLISH)?)?;
    if store::one(tx, version, language)?.is_some_and(|notice| notice.counts()) {
        return Err(confirmed_already());
    }
    store::remove(tx, version, language)?;
    let notice = written(tx, version, language, write);
    store::add(tx, &notice)?;
    tx.audit(Event::TranslateNotice, &version.to_string(), json!({ "language": language }))?;
    Ok(notice)
}

/// A person who reads the language says that the translation is right.
pub fn confirm(tx: &mut Tx, version: i32, language: &str, by: &str) -> Result<Notice> {
    allow(tx)?;
    tx.alone("notices")?;
    let mut notice = must_be(store::one(tx, version, language)?)?;
    if notice.counts() {
        return Err(confirmed_already());
    }

    let now = tx.now();
    store::confirm(tx, version, language, by, now)?;
    let detail = json!({ "language": language, "by": by });
    tx.audit(Event::ConfirmNotice, &version.to_string(), detail)?;
    notice.confirmed_by = Some(by.to_owned());
    notice.confirmed_at = Some(now);
    Ok(notice)
}

fn allow(tx: &mut Tx) -> Result<()> {
    tx.allow(Act::KeepNotices, &Scope::organisation(), "notice")
}

fn must_be(notice: Option<Notice>) -> Result<Notice> {
    notice.ok_or_else(|| Fault::not_found("notice"))
}

fn has_room(write: &Write) -> Result<()> {
    if notice_fits(&write.card_text) {
        return Ok(());
    }
    Err(Fault::invalid("/card_text", "This does not fit on the back of a card. Use fewer words."))
}

fn confirmed_already() -> Fault {
    let detail = "Families may have been shown this text. Write a new version instead.";
    Fault::new(Code::NoLongerOpen, detail)
}

fn written(tx: &mut Tx, version: i32, language: &str, write: Write) -> Notice {
    let Write { title, body, card_text } = write;
    Notice {
        version,
        language: language.to_owned(),
        title,
        body,
        card_text,
        written_at: tx.now(),
        confirmed_by: None,
        confirmed_at: None,
    }
}
