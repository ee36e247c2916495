//! Reading what families wrote, and saying what came of it.

use crate::access::{self, Act, Actor, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::free_text::{Finding, FreeText};
use crate::base::id::{CentreId, FeedbackTextId};
use crate::centres;
use crate::db::Tx;
use crate::families::store as families;
use crate::feedback::TextState;
use crate::feedback::reader::TextReader;
use crate::feedback::store::texts::{self, TextFilter, TextRead, TextRow};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{MailChannel, Message};
use serde_json::json;

/// Which texts to list.
pub(crate) struct TextList<'a> {
    pub centre: Option<&'a CentreId>,
    pub state: TextState,
    pub after: &'a str,
    pub rows: i64,
}

/// The texts that the caller may read.
pub(crate) fn list(tx: &mut Tx, list: &TextList) -> Result<Vec<TextRow>> {
    if let Some(centre) = list.centre {
        tx.allow(Act::ReadFeedback, &Scope::centre(centre), "centre")?;
        centres::store::centre(tx, centre)?;
    }
    let filter = TextFilter {
        reader: TextReader::of(tx.actor()),
        centre: list.centre.cloned(),
        state: list.state,
        after: list.after.to_owned(),
        rows: list.rows,
    };
    texts::list(tx, &filter)
}

/// What a reader says of a text: what came of it, and the text without names where it names somebody.
pub(crate) struct TextJudged {
    pub finding: Finding,
    /// `None`: it names nobody.
    pub blanked: Option<String>,
}

/// Records that a text was read. It may be judged again; once it is a concern, by safeguarding leads
/// alone.
pub(crate) fn judge(tx: &mut Tx, id: &FeedbackTextId, judged: &TextJudged) -> Result<TextRow> {
    let before = opened(tx, id)?;
    let said = match &judged.blanked {
        None => before.text.said.clone(),
        Some(sent) if sent.trim() == before.text.said.reveal() => before.text.said.clone(),
        Some(sent) => FreeText::blanked(&before.text.said, "/without_names", sent)?,
    };
    let (now, reader) = (tx.now(), tx.actor().account_id.clone());
    if before.text.finding == Some(judged.finding) && before.text.said == said {
        return Ok(before);
    }

    let read_at = before.text.read_at.unwrap_or(now);
    let finding = judged.finding;
    texts::read(tx, id, &TextRead { said, finding, reader, read_at })?;
    if finding == Finding::Concern && before.text.finding != Some(Finding::Concern) {
        tell_leads(tx, id, &before.session.centre_id)?;
    }
    let family = before.answer.family_id.clone();
    tx.audit_families(Event::JudgeFeedback, id.as_str(), &[family], json!({ "finding": finding }))?;
    texts::text(tx, id)
}

/// It has been followed up. Repeating it changes nothing.
pub(crate) fn settle(tx: &mut Tx, id: &FeedbackTextId) -> Result<TextRow> {
    let before = opened(tx, id)?;
    match (before.text.finding, before.text.done_at) {
        (Some(Finding::FollowUp | Finding::Concern), None) => {}
        (Some(Finding::FollowUp | Finding::Concern), Some(_)) => return Ok(before),
        (None | Some(Finding::Nothing), _) => {
            let detail = "Say first that this text needs following up.";
            return Err(Fault::new(Code::NoLongerOpen, detail));
        }
    }
    let now = tx.now();
    texts::done(tx, id, now)?;
    let family = before.answer.family_id.clone();
    tx.audit_families(Event::SettleFeedback, id.as_str(), &[family], json!({}))?;
    texts::text(tx, id)
}

/// A text that the caller may read, locked; any other is unknown.
fn opened(tx: &mut Tx, id: &FeedbackTextId) -> Result<TextRow> {
    let nothing = || Fault::not_found("text");
    let family = texts::family_of(tx, id)?.ok_or_else(nothing)?;
    families::lock_joined(tx, std::slice::from_ref(&family))?;
    let row = texts::text(tx, id)?;
    match may_read(tx.actor(), &row) {
        true => Ok(row),
        false => Err(nothing()),
    }
}

fn may_read(actor: &Actor, row: &TextRow) -> bool {
    let reader = TextReader::of(actor);
    reader.may_read(&row.session.centre_id, row.restricted, row.text.finding)
}

/// A letter that holds nothing of the text.
fn tell_leads(tx: &mut Tx, id: &FeedbackTextId, centre: &CentreId) -> Result<()> {
    let centre = centres::store::centre(tx, centre)?.name;
    for (lead, recipient) in access::store::accounts::leads(tx)? {
        let letter = Letter {
            dedupe: format!("concern_written:{id}:{lead}"),
            channel: MailChannel::Email,
            recipient,
            message: Message::ConcernWritten { centre: centre.clone() },
            about: About::default(),
            not_before: None,
        };
        enqueue(tx, &letter)?;
    }
    Ok(())
}
