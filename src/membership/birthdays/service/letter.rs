//! Puts together what a card says: what is on for the age reached at the home centre in the coming
//! four weeks, and the links by which its reader confirms details, or stops the cards.

use crate::base::calendar::BirthDate;
use crate::base::fault::Result;
use crate::base::id::{CarerId, CentreId};
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use crate::mail::link::{FamilyLink, FamilyPurpose};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::spoken::When;
use crate::mail::{BirthdayCard, CentreFacts, Farewell, MailChannel, Message, SessionFacts};
use crate::membership::birthdays::store::programme::{self, Coming};
use crate::membership::birthdays::{Card, CardChannel};
use chrono::{Months, NaiveDate, TimeDelta};
use std::collections::HashMap;

/// How far ahead a card looks.
const DAYS_AHEAD: i64 = 28;
/// How many things to come to are named.
const MOST_NAMED: usize = 6;
/// How long the links in a card work.
const LINKS_GOOD: TimeDelta = TimeDelta::days(90);

/// Writes the cards of one day; looks up a centre's programme once.
pub(crate) struct LetterDesk {
    on: NaiveDate,
    programmes: HashMap<CentreId, Vec<Coming>>,
}

impl LetterDesk {
    pub(crate) fn new(on: NaiveDate) -> LetterDesk {
        LetterDesk { on, programmes: HashMap::new() }
    }

    /// Writes a birthday card that goes as a message.
    pub(crate) fn birthday(
        &mut self,
        tx: &mut Tx,
        card: &Card,
        child: &str,
        (carer, to): &(CarerId, String),
    ) -> Result<()> {
        let until = tx.now() + LINKS_GOOD;
        let link = |purpose| FamilyLink::to(purpose, &card.family_id, carer, until);
        let message = Message::BirthdayCard(BirthdayCard {
            child: first_name(child).to_owned(),
            age: card.age,
            centre: centre_facts(tx, card.centre_id.as_ref())?,
            on: self.fits(tx, card)?,
            confirm: link(FamilyPurpose::ConfirmDetails),
            stop: link(FamilyPurpose::StopCards),
        });
        post(tx, card, to, message)
    }

    /// What is on for a child of the card's age at its centre, each activity's next date.
    pub(crate) fn fits(&mut self, tx: &mut Tx, card: &Card) -> Result<Vec<SessionFacts>> {
        let Some(centre) = &card.centre_id else { return Ok(Vec::new()) };
        if !self.programmes.contains_key(centre) {
            let coming = programme::coming(tx, centre, self.on, DAYS_AHEAD)?;
            self.programmes.insert(centre.clone(), coming);
        }
        let coming = self.programmes.get(centre).map(Vec::as_slice).unwrap_or_default();
        Ok(for_age(coming, card))
    }
}

fn for_age(coming: &[Coming], card: &Card) -> Vec<SessionFacts> {
    // As old as the card says on the day it is for; a birth date is not needed to choose.
    let months = u32::try_from(card.age).unwrap_or_default() * 12;
    let Some(born) = card.due_on.checked_sub_months(Months::new(months)) else {
        return Vec::new();
    };
    let mut named = Vec::new();
    let mut found = Vec::new();
    for one in coming {
        let fits = one.ages.admits(BirthDate::Day(born), one.local_day);
        if fits && !named.contains(&&one.activity_id) && found.len() < MOST_NAMED {
            named.push(&one.activity_id);
            found.push(session_facts(one));
        }
    }
    found
}

fn session_facts(one: &Coming) -> SessionFacts {
    let local = |at: Moment| at.utc().with_timezone(&one.zone).naive_local();
    SessionFacts {
        title: one.title.clone(),
        when: When { starts: local(one.starts_at), ends: local(one.ends_at) },
        centre: one.centre.clone(),
        phone: one.phone.clone(),
        venue: one.venue.clone(),
        address: one.address.clone(),
        sensitive: false,
    }
}

/// Writes a farewell that goes as a message.
pub(crate) fn farewell(tx: &mut Tx, card: &Card, child: &str, to: &str) -> Result<()> {
    let centre = centre_facts(tx, card.centre_id.as_ref())?;
    let message = Message::Farewell(Farewell { child: first_name(child).to_owned(), centre });
    post(tx, card, to, message)
}

fn post(tx: &mut Tx, card: &Card, to: &str, message: Message) -> Result<()> {
    let channel = match card.channel {
        CardChannel::Email => MailChannel::Email,
        CardChannel::Text => MailChannel::Text,
        CardChannel::Print | CardChannel::None => return Ok(()),
    };
    let letter = Letter {
        dedupe: card.id.to_string(),
        channel,
        recipient: to.to_owned(),
        message,
        about: About { family: Some(card.family_id.clone()), ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}

pub(crate) fn centre_facts(tx: &mut Tx, id: Option<&CentreId>) -> Result<Option<CentreFacts>> {
    let Some(id) = id else { return Ok(None) };
    let centre = centres::store::centre(tx, id)?;
    Ok(Some(CentreFacts { name: centre.name, phone: centre.phone }))
}

/// What a family calls a child: the first word of its name.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}
