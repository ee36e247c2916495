//! Printing a register: every party gets a line, and each child of several; lines that were printed
//! before keep their codes.

use crate::access::Act;
use crate::attendance::register::{Need, Register, RegisterParty};
use crate::attendance::sheet::drawing::{RegisterSheet, SheetRow};
use crate::attendance::sheet::{SheetLine, code, store};
use crate::attendance::{names, register};
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, SessionId};
use crate::bookings::telling;
use crate::db::Tx;
use crate::families::answers::Question;
use crate::mail::spoken;
use crate::words::Words;
use serde_json::json;

pub(crate) fn print(tx: &mut Tx, id: &SessionId) -> Result<RegisterSheet> {
    let desk = register::service::lock(tx, id, Act::KeepRegister)?;
    let register = register::service::show(tx, desk)?;
    let lines = lines(tx, id, &register)?;

    let planned = &register.desk.planned;
    let facts = telling::service::facts(planned);
    let (families, detail) =
        (register::service::families(&register.desk), json!({ "lines": lines.len() }));
    tx.audit_families(Event::PrintRegister, id.as_str(), &families, detail)?;
    Ok(RegisterSheet {
        title: facts.title,
        when: facts.when.whole(Words::english()),
        place: facts.venue,
        leader: planned.session.leader.clone(),
        printed: spoken::moment(Words::english(), planned.local(tx.now())),
        rows: rows(id, &register, &lines),
    })
}

/// What a line is of: a party, and one child of it where it has several.
fn wanted(register: &Register) -> Vec<(BookingId, Option<ChildId>)> {
    let mut wanted = Vec::new();
    for party in &register.parties {
        let Some(booking) = &party.booking else { continue };
        wanted.push((booking.id.clone(), None));
        if party.children.len() > 1 {
            let children = party.children.iter().map(|one| Some(one.child.id.clone()));
            wanted.extend(children.map(|child| (booking.id.clone(), child)));
        }
    }
    wanted
}

/// The lines there are, with those that are new.
fn lines(tx: &mut Tx, id: &SessionId, register: &Register) -> Result<Vec<SheetLine>> {
    let mut lines = store::lines(tx, id)?;
    let mut next = lines.iter().map(|line| line.number).max().unwrap_or(0) + 1;
    let mut new = Vec::new();
    for (booking_id, child_id) in wanted(register) {
        let is_it = |line: &SheetLine| line.booking_id == booking_id && line.child_id == child_id;
        if lines.iter().any(is_it) {
            continue;
        }
        new.push(SheetLine { session_id: id.clone(), number: next, booking_id, child_id });
        next += 1;
    }
    store::add(tx, new.clone())?;
    lines.extend(new);
    Ok(lines)
}

fn rows(id: &SessionId, register: &Register, lines: &[SheetLine]) -> Vec<SheetRow> {
    let code = |booking: &BookingId, child: Option<&ChildId>| {
        let is_it =
            |line: &&SheetLine| line.booking_id == *booking && line.child_id.as_ref() == child;
        lines.iter().find(is_it).map(|line| code::write(id, line.number)).unwrap_or_default()
    };

    let mut rows = Vec::new();
    for party in &register.parties {
        let Some(booking) = &party.booking else { continue };
        rows.push(SheetRow {
            code: code(&booking.id, None),
            name: party_name(party, register.names(party)),
            adults: Some(booking.adults),
            needs: needs(party),
        });
        if party.children.len() > 1 {
            for one in &party.children {
                rows.push(SheetRow {
                    code: code(&booking.id, Some(&one.child.id)),
                    name: one.called.clone().unwrap_or_else(|| UNNAMED.to_owned()),
                    adults: None,
                    needs: words(&one.needs),
                });
            }
        }
    }
    rows
}

/// A child of a restricted record, on paper that anyone may see.
const UNNAMED: &str = "not named here";

fn party_name(party: &RegisterParty, named: bool) -> String {
    if !named {
        return UNNAMED.to_owned();
    }
    let children: Vec<String> =
        party.children.iter().filter_map(|one| one.called.clone()).collect();
    let adult = party.carer.as_deref().map(names::first);
    match (children.is_empty(), adult) {
        (true, Some(adult)) => adult.to_owned(),
        (true, None) => "a family".to_owned(),
        (false, Some(adult)) => {
            format!("{} (with {adult})", Words::english().list(&children))
        }
        (false, None) => Words::english().list(&children),
    }
}

/// For everybody in a party without lines of their own.
fn needs(party: &RegisterParty) -> Vec<&'static str> {
    let mut all = party.needs.clone();
    if party.children.len() == 1 {
        all.extend(party.children.iter().flat_map(|one| one.needs.clone()));
    }
    words(&all)
}

/// Icons, as words.
fn words(needs: &[Need]) -> Vec<&'static str> {
    let mut said: Vec<&'static str> = needs
        .iter()
        .filter_map(|need| match need.kind {
            Question::Allergies => Some("ALLERGY"),
            Question::AccessNeeds => Some("ACCESS"),
            Question::Interpreter => Some("INTERPRETER"),
            Question::Ethnicity
            | Question::Sex
            | Question::MainLanguage
            | Question::BirthdayCards
            | Question::BirthdayByEmail
            | Question::BirthdayByText
            | Question::FeedbackByEmail
            | Question::Photos => None,
        })
        .collect();
    said.sort_unstable();
    said.dedup();
    said
}
