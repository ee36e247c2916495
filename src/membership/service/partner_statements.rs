//! The family behind a statement: found if it is known, created if it is not, and left alone if it
//! opted out. The team that made the statement is told none of this.

use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ChildId, FamilyId, StatementId};
use crate::centres;
use crate::db::Tx;
use crate::families::add::{AddChild, AddFamily};
use crate::families::duplicates::service::note as duplicates;
use crate::families::first_contact::paired;
use crate::families::first_contact::service::KnownHousehold;
use crate::families::search::service::index_homes;
use crate::families::service::{children, insert};
use crate::families::statements::{
    SaidChild, Statement, StatementSaid, service as statements, store,
};
use crate::families::store::{self as households, tasks};
use crate::families::{Family, FirstContact, TaskKind, first_contact, suppression};
use crate::membership::card::blank::store as blanks;
use crate::membership::number::Number;
use crate::membership::{Standing, service as membership, store as memberships};
use chrono::NaiveDate;
use serde_json::json;

/// A professional describes a family it meets: returns the team's statement, and whether it is new.
pub(crate) fn state(
    tx: &mut Tx,
    add: &AddFamily,
    reference: Option<&str>,
) -> Result<(Statement, bool)> {
    tx.allow(Act::MakeFamily, &Scope::organisation(), "centre")?;
    if let Some(centre) = &add.centre_id {
        centres::store::centre(tx, centre)?;
    }
    let said = StatementSaid::of(add).ok_or_else(|| Fault::not_found("child"))?;
    // Two teams that describe the same new family at once create one record.
    tx.alone("described families")?;
    let (statement, is_new) = statements::keep(tx, &said, reference)?;
    if is_new {
        find_or_make(tx, &statement, add)?;
    }
    if add.guest {
        say_no(tx, &statement.id)?;
    }
    Ok((store::statement(tx, &statement.id)?, is_new))
}

/// The family told the team that it does not wish to be a member. A family that only partners have
/// brought opts out at once; one that joined by itself or at a centre is asked by its staff,
/// because no agency ends what somebody else began. The team gets the same answer. Repeating it
/// changes nothing.
pub(crate) fn say_no(tx: &mut Tx, id: &StatementId) -> Result<Statement> {
    let statement = statements::own(tx, id)?;
    if statement.said_no_at.is_some() {
        return Ok(statement);
    }
    if let Some(family) = &statement.family_id {
        let kept = households::kept(tx, family)?;
        households::lock(tx, std::slice::from_ref(&kept))?;
        decline(tx, &kept)?;
    }
    let now = tx.now();
    store::says_no(tx, id, now)?;
    tx.audit(Event::SayNo, id.as_str(), json!({}))?;
    store::statement(tx, id)
}

fn decline(tx: &mut Tx, family: &FamilyId) -> Result<()> {
    let household = households::household(tx, family)?;
    let by_itself = household
        .carers
        .iter()
        .any(|carer| carer.email_proved_at.is_some() || carer.phone_proved_at.is_some());
    match household.family.channel {
        _ if household.family.restricted => membership::restricted_met(tx, &household.family),
        FirstContact::Professional | FirstContact::Feed if !by_itself => {
            membership::decline(tx, &household)
        }
        FirstContact::Own
        | FirstContact::Staff
        | FirstContact::Professional
        | FirstContact::Feed => {
            let detail = "A partner met this family, and it does not wish to be a member. Ask it.";
            tasks::add(tx, TaskKind::SaysNo, &household.family, detail)
        }
    }
}

/// By the number on a card and the birth date of a child on it. What became of the membership is
/// not revealed.
pub(crate) fn by_card(
    tx: &mut Tx,
    number: &Number,
    born_on: NaiveDate,
    reference: Option<&str>,
) -> Result<Statement> {
    let wrong = || {
        let detail = "No card has this number and a child born on that day. Check both, or \
             describe the family.";
        Fault::invalid("/membership_number", detail)
    };
    if let Some(given) = blanks::statement_of(tx, number)? {
        let given = store::statement(tx, &given)?;
        let found = by_given_card(tx, &given, (number, born_on), reference)?;
        return found.ok_or_else(wrong);
    }
    let member = memberships::leading(tx, number)?.ok_or_else(wrong)?;
    let family = households::kept(tx, &member.family_id)?;
    let child = SaidChild { name: None, born_on: Some(born_on), month_only: false, due_on: None };
    let said = StatementSaid {
        children: vec![child],
        card: Some(number.as_str().to_owned()),
        ..StatementSaid::default()
    };
    let children = households::children_of(tx, &family)?;
    let [Some(found)] = paired(&said.children, &children)[..] else { return Err(wrong()) };
    let found = found.id.clone();

    tx.alone("described families")?;
    let (statement, is_new) = statements::keep(tx, &said, reference)?;
    if is_new {
        store::link(tx, &statement.id, &family, &[Some(found)])?;
    }
    store::statement(tx, &statement.id)
}

/// A card that a team gave to a family it had stated: judged by what was stated then, so that it is
/// accepted whether or not the family is on record. `None`: no child of it was born on that day.
fn by_given_card(
    tx: &mut Tx,
    given: &Statement,
    (number, born_on): (&Number, NaiveDate),
    reference: Option<&str>,
) -> Result<Option<Statement>> {
    let told = statements::said(given)?;
    let born = |child: &SaidChild| child.born_on == Some(born_on);
    let Some(at) = told.children.iter().position(born) else { return Ok(None) };
    let actor = tx.actor();
    if given.partner_id == actor.partner_id && given.team == actor.team {
        return Ok(Some(given.clone()));
    }
    let child = SaidChild { name: None, born_on: Some(born_on), month_only: false, due_on: None };
    let said = StatementSaid {
        children: vec![child],
        card: Some(number.as_str().to_owned()),
        ..StatementSaid::default()
    };
    tx.alone("described families")?;
    let (statement, is_new) = statements::keep(tx, &said, reference)?;
    if let (true, Some(family)) = (is_new, &given.family_id) {
        let children = store::children(tx, &given.id)?;
        let is_it = |(position, _): &(i32, ChildId)| usize::try_from(*position) == Ok(at);
        let child = children.into_iter().find(is_it).map(|(_, child)| child);
        store::link(tx, &statement.id, family, &[child])?;
    }
    Ok(Some(store::statement(tx, &statement.id)?))
}

fn find_or_make(tx: &mut Tx, statement: &Statement, add: &AddFamily) -> Result<()> {
    if let Some(known) = first_contact::service::known(tx, add)? {
        return join(tx, statement, add, known);
    }
    if suppression::service::is_suppressed(tx, add)? {
        return Ok(());
    }
    if add.guest {
        return suppression::service::suppress_described(tx, add);
    }
    let add = AddFamily { target_groups: Vec::new(), ..add.clone() };
    let household = insert(tx, &add, add.centre_id.clone())?;
    membership::enrol(tx, &household, Standing::Member)?;
    let id = &household.family.id;
    tx.audit(Event::AddFamily, id.as_str(), json!({ "by": "statement" }))?;
    let children: Vec<Option<ChildId>> =
        household.children.iter().map(|child| Some(child.id.clone())).collect();
    store::link(tx, &statement.id, id, &children)
}

/// Adds the statement to the known family, with any child that is new; nothing is added to a
/// restricted record, and the safeguarding lead is told.
fn join(tx: &mut Tx, statement: &Statement, add: &AddFamily, known: KnownHousehold) -> Result<()> {
    let family = &known.household.family;
    if memberships::has_opted_out(tx, &family.id)? {
        return Ok(());
    }
    let mut children = known.children;
    if family.restricted {
        membership::restricted_met(tx, family)?;
    } else {
        let mut is_more = false;
        for (sent, place) in add.children.iter().zip(&mut children) {
            let (AddChild::New { name, birth, .. }, None) = (sent, &place) else { continue };
            *place = Some(children::add(tx, &family.id, name, *birth, None)?);
            is_more = true;
        }
        if is_more {
            index_homes(tx, std::slice::from_ref(&family.id))?;
            let household = households::household(tx, &family.id)?;
            duplicates::note(tx, &household)?;
        }
    }
    tx.audit(Event::State, family.id.as_str(), json!({ "statement": statement.id }))?;
    store::link(tx, &statement.id, &family.id, &children)
}

/// The family that a team asks for a place for.
#[derive(Clone, Debug)]
pub(crate) struct Behind {
    pub family: Family,
    /// By each child's position in the statement.
    pub children: Vec<Option<ChildId>>,
}

/// The family a statement is about; if it opted out, a guest with what was said and no more.
pub(crate) fn behind(tx: &mut Tx, statement: &Statement, said: &StatementSaid) -> Result<Behind> {
    if let Some(family) = &statement.family_id {
        let kept = households::kept(tx, family)?;
        let family = households::family(tx, &kept)?;
        let mut children: Vec<Option<ChildId>> = vec![None; said.children.len()];
        for (position, child) in store::children(tx, &statement.id)? {
            let at = usize::try_from(position).map_err(Fault::internal)?;
            if let Some(place) = children.get_mut(at) {
                *place = Some(child);
            }
        }
        return Ok(Behind { family, children });
    }
    let household = insert(tx, &said.as_guest(), None)?;
    let id = household.family.id.clone();
    tx.audit(Event::AddFamily, id.as_str(), json!({ "guest": true, "by": "statement" }))?;
    let children: Vec<Option<ChildId>> =
        household.children.into_iter().map(|child| Some(child.id)).collect();
    store::link(tx, &statement.id, &id, &children)?;
    Ok(Behind { family: household.family, children })
}
