//! A centre's print list: the cards that go on paper, with what is written on them. Each card is
//! judged again when it is listed: one that would be held back now is left out.

use super::letter::{LetterDesk, centre_facts, first_name};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{BirthdayCardId, CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::{Carer, Family, store as families};
use crate::mail::{CentreFacts, SessionFacts};
use crate::membership::birthdays::channel::held_back;
use crate::membership::birthdays::store::{self, facts};
use crate::membership::birthdays::{Card, CardKind};
use crate::membership::number::Number;
use crate::words::{Words, say};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

/// How far back a list goes without days of its own.
const DAYS_BACK: Days = Days::new(28);

/// Which cards to list.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PrintList {
    /// The centre that prints.
    pub centre_id: CentreId,
    /// Birthdays from this day on; left out, the last four weeks.
    pub from: Option<NaiveDate>,
    /// Up to this day; left out, today.
    pub to: Option<NaiveDate>,
    /// `false`: only those not printed yet; `true`: only those that were; left out, both.
    pub printed: Option<bool>,
}

/// A card that goes on paper.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = PrintOut)]
pub(crate) struct Paper {
    /// The card.
    pub card_id: BirthdayCardId,
    /// A birthday card or a farewell.
    pub kind: CardKind,
    /// Whose household it goes to.
    pub family_id: FamilyId,
    /// Whose birthday it is.
    pub child_id: ChildId,
    /// What the family calls the child.
    pub child: String,
    /// The age reached.
    pub age: i32,
    /// The birthday.
    pub due_on: NaiveDate,
    /// The membership number.
    #[schema(value_type = Option<String>)]
    pub number: Option<Number>,
    /// Who the envelope is addressed to.
    #[schema(example = "Amina Khan and family")]
    pub addressee: String,
    /// What they read; `None` until a language was chosen.
    pub language: Option<String>,
    /// Lines of the address; empty where only the postcode is known.
    pub address: Vec<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// When it was marked as printed.
    pub printed_at: Option<Moment>,
    #[serde(skip)]
    pub centre: Option<CentreFacts>,
    /// What is on for the age, in the four weeks from today.
    #[serde(skip)]
    pub on: Vec<SessionFacts>,
}

/// The cards to print, by birthday.
pub(crate) fn list(tx: &mut Tx, wanted: &PrintList) -> Result<Vec<Paper>> {
    tx.allow(Act::SeePrintList, &Scope::centre(&wanted.centre_id), "centre")?;
    let today = tx.today();
    let from = wanted.from.unwrap_or(today - DAYS_BACK);
    let to = wanted.to.unwrap_or(today);
    let mut cards = store::to_print(tx, &wanted.centre_id, from, to)?;
    cards.retain(|card| wanted.printed.is_none_or(|printed| card.printed_at.is_some() == printed));

    let mut desk = LetterDesk::new(today);
    let mut papers = Vec::new();
    for some in cards.chunks(100) {
        papers.extend(open(tx, &mut desk, some)?);
    }
    Ok(papers)
}

/// A card's place in the list: its birthday, and its id.
pub(crate) type PrintPlace = (NaiveDate, BirthdayCardId);

/// Some of the cards that are not printed yet, by birthday, after the one with this day and id; and
/// where to go on.
pub(crate) fn page(
    tx: &mut Tx,
    centre: &CentreId,
    after: Option<&(NaiveDate, String)>,
    rows: usize,
) -> Result<(Vec<Paper>, Option<PrintPlace>)> {
    tx.allow(Act::SeePrintList, &Scope::centre(centre), "centre")?;
    let today = tx.today();
    let mut cards = store::to_print(tx, centre, today - DAYS_BACK, today)?;
    let is_after = |card: &Card| {
        after.is_none_or(|(day, id)| (card.due_on, card.id.as_str()) > (*day, id.as_str()))
    };
    cards.retain(|card| card.printed_at.is_none() && is_after(card));
    let more = cards.len() > rows;
    cards.truncate(rows);
    let last = cards.last().map(|card| (card.due_on, card.id.clone()));
    let papers = open(tx, &mut LetterDesk::new(today), &cards)?;
    Ok((papers, last.filter(|_| more)))
}

fn open(tx: &mut Tx, desk: &mut LetterDesk, cards: &[Card]) -> Result<Vec<Paper>> {
    let children: Vec<_> = cards.iter().map(|card| card.child_id.clone()).collect();
    let born = facts::born_of(tx, &children)?;
    let lives = facts::households(tx, &children)?;
    let homes = facts::homes(tx, &lives)?;
    let mut papers = Vec::new();
    for card in cards {
        let child = born.iter().find(|born| born.id == card.child_id && !born.died);
        let home = lives.iter().zip(&homes).find(|(one, _)| one.family.id == card.family_id);
        let (Some(child), Some((household, home))) = (child, home) else { continue };
        if held_back(home, card.kind).is_some() {
            continue;
        }
        let carers = families::carers_of(tx, &card.family_id)?;
        papers.push(Paper {
            card_id: card.id.clone(),
            kind: card.kind,
            family_id: card.family_id.clone(),
            child_id: card.child_id.clone(),
            child: first_name(&child.name).to_owned(),
            age: card.age,
            due_on: card.due_on,
            printed_at: card.printed_at,
            number: household.membership.as_ref().map(|own| own.number.clone()),
            addressee: addressee(&carers),
            language: carers.first().and_then(|carer| carer.language.clone()),
            address: address(&household.family),
            postcode: household.family.postcode.clone(),
            centre: centre_facts(tx, card.centre_id.as_ref())?,
            on: match card.kind {
                CardKind::Birthday => desk.fits(tx, card)?,
                CardKind::Farewell => Vec::new(),
            },
        });
    }
    Ok(papers)
}

fn addressee(carers: &[Carer]) -> String {
    let said =
        |carer: &Carer| say!(Words::english(), "member-birthday-to", name = carer.name.as_str());
    carers.first().map(said).unwrap_or_default()
}

/// The lines of an address, as they were written or between commas.
fn address(family: &Family) -> Vec<String> {
    let lines = family.address.as_deref().unwrap_or_default().split(['\n', ',']);
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Marks cards of a centre as printed. A card already marked keeps its first moment.
pub(crate) fn mark_printed(
    tx: &mut Tx,
    centre: &CentreId,
    cards: &[BirthdayCardId],
) -> Result<usize> {
    tx.allow(Act::SeePrintList, &Scope::centre(centre), "centre")?;
    for id in cards {
        let card = store::card(tx, id)?;
        if card.and_then(|card| card.centre_id).as_ref() != Some(centre) {
            return Err(Fault::not_found("card on this centre's print list"));
        }
    }

    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    for id in cards {
        store::printed(tx, id, by.as_ref(), now)?;
    }
    tx.audit(Event::MarkPrinted, centre.as_str(), json!({ "cards": cards.len() }))?;
    Ok(cards.len())
}
