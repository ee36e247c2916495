//! Opening a register. Staff and the desk open the registers of their centres, a volunteer one that
//! was handed over, until its session ends.

use super::{AtDoor, Need, Register, RegisterDesk, RegisterParty, Seated, store};
use crate::access::{Act, Scope};
use crate::attendance::handover::service::allowed;
use crate::attendance::room::is_room_kept;
use crate::attendance::{mark_log, names, settings};
use crate::base::fault::Result;
use crate::base::id::{BookingId, CentreId, ChildId, FamilyId, SessionId};
use crate::db::Tx;
use crate::families::answers::{FamilyAnswer, Question, store as answers};
use crate::families::{Carer, Child, Family};
use crate::sessions::{self, Planned};
use std::collections::{BTreeMap, BTreeSet};

/// Locks a session with the one where its places are counted, and loads what decisions need.
pub(crate) fn lock(tx: &mut Tx, id: &SessionId, act: Act) -> Result<RegisterDesk> {
    let (before, _) = allowed(tx, id, act)?;
    lock_seat(tx, before)?;

    let (planned, scope) = allowed(tx, id, act)?;
    load(tx, planned, &scope)
}

/// The same for marks that were made before: whether they could be is for the caller to judge.
pub(crate) fn lock_for_late(tx: &mut Tx, id: &SessionId) -> Result<RegisterDesk> {
    let before = sessions::store::planned(tx, id)?;
    lock_seat(tx, before)?;

    let planned = sessions::store::planned(tx, id)?;
    let scope = Scope::centre(&planned.session.centre_id);
    load(tx, planned, &scope)
}

fn lock_seat(tx: &mut Tx, planned: Planned) -> Result<()> {
    let id = planned.session.id;
    let seat = planned.session.head_session_id.unwrap_or_else(|| id.clone());
    sessions::store::lock(tx, &[id, seat])
}

fn load(tx: &mut Tx, planned: Planned, scope: &Scope) -> Result<RegisterDesk> {
    let id = planned.session.id.clone();
    let seat = planned.session.head_session_id.clone().unwrap_or_else(|| id.clone());
    let room = match &planned.session.room_id {
        Some(room) => store::room_limit(tx, room)?,
        None => None,
    };
    let rule = settings::store::of_activity(tx, &planned.activity.id)?;
    let (starts_at, now) = (planned.session.starts_at, tx.now());
    Ok(RegisterDesk {
        keeps_room: is_room_kept(rule.give_after_minutes, starts_at, now),
        seated: seated(tx, &seat)?,
        seat,
        rows: mark_log::store::of_session(tx, &id)?,
        counts: mark_log::store::counts_of(tx, &id)?,
        completed: store::completed(tx, &id)?,
        limit: [room, planned.activity.safety_limit].into_iter().flatten().min(),
        keeps: tx.actor().may(Act::KeepRegister, scope),
        planned,
    })
}

/// The parties that have a place. A child that died, and a pregnancy that ended, is in none.
fn seated(tx: &mut Tx, seat: &SessionId) -> Result<Vec<Seated>> {
    let bookings = store::seated(tx, seat)?;
    let ids: Vec<&BookingId> = bookings.iter().map(|booking| &booking.id).collect();
    let mut come: BTreeMap<BookingId, Vec<Child>> = BTreeMap::new();
    for (booking, child) in store::party_children(tx, &ids)? {
        if child.is_spoken_of() {
            come.entry(booking).or_default().push(child);
        }
    }
    let with_children = |booking: crate::bookings::Booking| Seated {
        children: come.remove(&booking.id).unwrap_or_default(),
        booking,
    };
    Ok(bookings.into_iter().map(with_children).collect())
}

/// The register, for anyone who may see it.
pub(crate) fn open(tx: &mut Tx, id: &SessionId) -> Result<Register> {
    let (planned, scope) = allowed(tx, id, Act::SeeRegister)?;
    let desk = load(tx, planned, &scope)?;
    show(tx, desk)
}

/// The families whose log records that the register was read, named or not.
pub(crate) fn families(desk: &RegisterDesk) -> Vec<FamilyId> {
    desk.families().into_iter().cloned().collect()
}

/// The register with every mark ever made of its session.
pub(crate) fn history(tx: &mut Tx, id: &SessionId) -> Result<RegisterDesk> {
    let (planned, scope) = allowed(tx, id, Act::KeepRegister)?;
    load(tx, planned, &scope)
}

/// Adds the people to what decisions need.
pub(crate) fn show(tx: &mut Tx, desk: RegisterDesk) -> Result<Register> {
    let centre = &desk.planned.session.centre_id;
    let tells_access = tx.actor().may(Act::SeeLine, &Scope::centre(centre));
    let names_restricted = names_restricted(tx, centre);
    let people = RegisterPeople::of(tx, &desk)?;
    let families = people.families.iter();
    let mut parties: Vec<RegisterParty> =
        families.filter_map(|family| people.party(&desk, family)).collect();
    let is_named = |party: &RegisterParty| names_restricted || !party.family.restricted;
    let named = parties.iter_mut().filter(|party| is_named(party));
    let mut children: Vec<&mut AtDoor> = named.flat_map(|party| &mut party.children).collect();
    let full: Vec<&str> = children.iter().map(|one| one.child.name.as_str()).collect();
    let called = names::at_the_door(&full);
    for (one, called) in children.iter_mut().zip(called) {
        one.called = Some(called);
    }
    parties.sort_by_cached_key(|party| order(party, is_named(party)));
    Ok(Register { desk, parties, names_restricted, tells_access })
}

/// Whether the caller is shown the names on restricted records at a centre.
pub(crate) fn names_restricted(tx: &Tx, centre: &CentreId) -> bool {
    tx.actor().may(Act::SeeFamily, &Scope { restricted: true, ..Scope::centre(centre) })
}

/// Families on the register that the caller must not see named: restricted records. Their lines
/// hold no id either.
pub(crate) fn unnamed(tx: &mut Tx, desk: &RegisterDesk) -> Result<BTreeSet<FamilyId>> {
    if names_restricted(tx, &desk.planned.session.centre_id) {
        return Ok(BTreeSet::new());
    }
    let families = store::families(tx, desk.families())?;
    Ok(families.into_iter().filter(|family| family.restricted).map(|family| family.id).collect())
}

/// By the first child's name, then the adult's; who is not named comes last, by the booking.
fn order(party: &RegisterParty, named: bool) -> (bool, String, String, String) {
    let booking = party.booking.as_ref().map(|booking| booking.id.to_string());
    if !named {
        return (true, String::new(), String::new(), booking.unwrap_or_default());
    }
    let id = party.family.id.to_string();
    let child = party.children.first().map(|person| person.child.sort_name.clone());
    let adult = party.carer.clone().unwrap_or_default().to_lowercase();
    (false, child.unwrap_or_else(|| adult.clone()), adult, id)
}

/// Everybody who is expected or was marked.
struct RegisterPeople {
    families: Vec<Family>,
    carers: Vec<Carer>,
    children: BTreeMap<ChildId, Child>,
    answers: Vec<FamilyAnswer>,
}

impl RegisterPeople {
    fn of(tx: &mut Tx, desk: &RegisterDesk) -> Result<RegisterPeople> {
        let booked = desk.seated.iter().map(|seated| &seated.booking.family_id);
        let marked = desk.rows.iter().filter(|row| row.stands).map(|row| &row.family_id);
        let ids: BTreeSet<&FamilyId> = booked.chain(marked).collect();
        let families = store::families(tx, ids.clone())?;
        let carers = store::carers(tx, ids.clone())?;

        let expected = desk.seated.iter().flat_map(|seated| &seated.children);
        let mut children: BTreeMap<ChildId, Child> =
            expected.map(|child| (child.id.clone(), child.clone())).collect();
        let marked =
            desk.rows.iter().filter(|row| row.stands).filter_map(|row| row.child_id.as_ref());
        let more: Vec<&ChildId> = marked.filter(|id| !children.contains_key(*id)).collect();
        if !more.is_empty() {
            let more = store::children(tx, more)?;
            let spoken_of = more.into_iter().filter(Child::is_spoken_of);
            children.extend(spoken_of.map(|child| (child.id.clone(), child)));
        }

        let mut subjects: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        subjects.extend(carers.iter().map(|carer| carer.id.as_str()));
        subjects.extend(children.keys().map(ChildId::as_str));
        let mut answers = answers::live(tx, &subjects)?;
        answers.retain(|answer| answer.question.is_for_the_door() && is_need(&answer.value));
        Ok(RegisterPeople { families, carers, children, answers })
    }

    /// `None` for a family with nobody left to show.
    fn party(&self, desk: &RegisterDesk, family: &Family) -> Option<RegisterParty> {
        let seated = desk.seated_of(&family.id);
        let mut ids: BTreeSet<&ChildId> =
            seated.iter().flat_map(|seated| &seated.children).map(|child| &child.id).collect();
        let standing = desk.rows.iter().filter(|row| row.stands && row.family_id == family.id);
        let here: Vec<_> = standing.collect();
        ids.extend(here.iter().filter_map(|row| row.child_id.as_ref()));
        let is_shown =
            seated.is_some() || here.iter().any(|row| row.mark.is_here() || row.disputed);
        if !is_shown {
            return None;
        }
        let own: Vec<&Carer> =
            self.carers.iter().filter(|carer| carer.family_id == family.id).collect();
        let comes = seated.and_then(|seated| seated.booking.carer_id.as_ref());
        let carer = own.iter().find(|carer| Some(&carer.id) == comes).or(own.first());
        let mut adults: Vec<&str> = own.iter().map(|carer| carer.id.as_str()).collect();
        adults.push(family.id.as_str());
        let children = ids.into_iter().filter_map(|id| self.children.get(id));
        let mut children: Vec<AtDoor> = children
            .map(|child| AtDoor {
                child: child.clone(),
                called: None,
                needs: self.needs(family, &[child.id.as_str()]),
            })
            .collect();
        children.sort_by(|a, b| {
            (a.child.born_on, &a.child.sort_name).cmp(&(b.child.born_on, &b.child.sort_name))
        });
        Some(RegisterParty {
            carer: carer.map(|carer| carer.name.clone()),
            needs: self.needs(family, &adults),
            booking: seated.map(|seated| seated.booking.clone()),
            family: family.clone(),
            children,
        })
    }

    /// An icon is for safety and is shown whichever household said it; the words belong to this
    /// one.
    fn needs(&self, family: &Family, subjects: &[&str]) -> Vec<Need> {
        let kinds = [Question::Allergies, Question::AccessNeeds, Question::Interpreter];
        let of = |kind: Question| {
            let said: Vec<&FamilyAnswer> = self
                .answers
                .iter()
                .filter(|answer| answer.question == kind)
                .filter(|answer| subjects.contains(&answer.subject_id.as_str()))
                .collect();
            let own = said.iter().filter(|answer| answer.family_id == family.id);
            let words: Vec<&str> = own.map(|answer| answer.value.as_str()).collect();
            let words = (!words.is_empty()).then(|| words.join("; "));
            (!said.is_empty()).then_some(Need { kind, words })
        };
        kinds.into_iter().filter_map(of).collect()
    }
}

/// A free text that says "none" is no need.
fn is_need(said: &str) -> bool {
    !["no", "none", "nothing", "n/a", "-"].contains(&said.trim().to_lowercase().as_str())
}
