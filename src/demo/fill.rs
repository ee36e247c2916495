//! What happened in the demo's borough before the visitor came: families booked, professionals
//! referred, one session is full with a waiting list. The usual rules apply; what they refuse did
//! not happen.

use super::accounts::{DemoPlace, SignIn, add};
use super::borough::{Borough, DemoPlanned};
use super::crowd::{Adult, CrowdBirth, CrowdChild, CrowdHousehold};
use super::people::{self, is_baby};
use super::{areas, members, story};
use crate::access::accounts::Belongs;
use crate::access::service::Gate;
use crate::access::{Actor, Role, RoleAt};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, PartnerId, SessionId};
use crate::bookings::Wants;
use crate::bookings::service::book::book;
use crate::bookings::service::refer::{Refer, ReferredFamily, refer};
use crate::bookings::service::request::IfFull;
use crate::db::Tx;
use crate::families::add::{AddCarer, AddChild, AddFamily, Birth};
use crate::families::{self, FirstContact};
use crate::membership::service::make as add_family;
use crate::membership::store as memberships;
use crate::partners::{self, PartnerKind, agreements};
use chrono::{Days, Months, NaiveDate};

const FAMILIES: usize = 60;
/// The public gets seven of its ten places, until two days before.
const PUBLIC_PLACES: usize = 7;
const REFERRED: usize = 4;
const LINE: usize = 3;

/// Everything, for one sign-in of each role.
pub(super) fn borough(tx: &mut Tx, gate: &Gate, sign_ins: &[SignIn]) -> Result<()> {
    let borough = Borough::read()?;
    let today = tx.today();
    let planned = borough.plan(tx)?;
    areas::settle(tx, &planned.centres)?;
    let partner = agencies(tx, &borough)?;
    let families = settle_in(tx, today, &planned)?;
    let professional =
        people_of(tx, gate, sign_ins, &FilledDemo { today, planned: &planned, partner: &partner })?;

    let professional = professional_actor(professional, partner, Some("North".to_owned()));
    story::tell(tx, today, &planned)?;
    members::with_birthdays(tx, &borough.birthdays, planned.centres.first(), &professional)?;
    fill_one(tx, &families, &planned.to_fill, &professional)?;
    for (family, number) in families.iter().zip(0..) {
        for session in some_of(&planned.public, number, 2) {
            ask(tx, family, session)?;
        }
        if number % 4 == 1 {
            for session in some_of(&planned.in_referral_window, number, 1) {
                tx.act_as(professional.clone());
                refer_one(tx, family, session, today)?;
            }
        }
    }
    tx.act_as(Actor::service());
    Ok(())
}

/// The first agency has the demo's professional.
fn agencies(tx: &mut Tx, borough: &Borough) -> Result<PartnerId> {
    let mut first = None;
    for agency in &borough.partners {
        let add = partners::service::Add { name: agency.name.clone(), kind: agency.kind };
        let partner = partners::service::add(tx, &add)?;
        if agency.kind == PartnerKind::Jobcentre {
            agree_on_baseline(tx, &partner.id)?;
        }
        first.get_or_insert(partner.id);
    }
    first.ok_or_else(|| Fault::internal("the demo has no agency"))
}

/// For the demo's past and a year ahead.
fn agree_on_baseline(tx: &mut Tx, jobcentre: &PartnerId) -> Result<()> {
    let today = tx.today();
    let later = |months: u32| today.checked_add_months(Months::new(months)).unwrap_or(today);
    let agreement = agreements::service::RecordAgreement {
        purpose: agreements::AgreementPurpose::WorklessBaseline,
        items: Vec::new(),
        basis: "Counts by area that name nobody.".to_owned(),
        first_day: today.checked_sub_months(Months::new(26)).unwrap_or(today),
        last_day: later(12),
        review_on: Some(later(9)),
        cards_a_month: None,
        feed_every_days: Some(31),
    };
    agreements::service::record(tx, jobcentre, &agreement).map(drop)
}

fn settle_in(
    tx: &mut Tx,
    today: NaiveDate,
    planned: &DemoPlanned,
) -> Result<Vec<families::Household>> {
    let mut all = Vec::new();
    let crowd = people::around(&planned.centres, today)?;
    for (household, number) in people::that_book(&crowd, today, FAMILIES).into_iter().zip(0..) {
        let mut add = family_of(household);
        if number % 9 == 2 {
            add.target_groups = vec!["lone_parent".to_owned()];
        }
        all.push(add_family(tx, &add)?);
    }
    Ok(all)
}

fn family_of(household: CrowdHousehold) -> AddFamily {
    let carer = |adult: Adult| AddCarer {
        name: adult.name,
        former_name: adult.former_name,
        email: adult.email,
        phone: adult.phone,
        ..AddCarer::default()
    };
    let child = |child: CrowdChild| {
        let birth = match child.birth {
            CrowdBirth::Born(day) => Birth::Born(day),
            CrowdBirth::Due(day) => Birth::Due(day),
        };
        AddChild::named(child.name, birth)
    };
    let carers = household.adults.into_iter().map(carer).collect();
    let children = household.children.into_iter().map(child).collect();
    AddFamily {
        postcode: household.postcode,
        centre_id: household.centre,
        ..AddFamily::of(FirstContact::Staff, carers, children)
    }
}

struct FilledDemo<'a> {
    today: NaiveDate,
    planned: &'a DemoPlanned,
    partner: &'a PartnerId,
}

/// Creates an account for each role; returns the professional's.
fn people_of(
    tx: &mut Tx,
    gate: &Gate,
    sign_ins: &[SignIn],
    known: &FilledDemo,
) -> Result<AccountId> {
    let plain = |name| DemoPlace { name, belongs: Belongs::default() };
    add(tx, gate, sign_ins, Role::Administrator, &plain("Ade Ministrator"))?;
    add(tx, gate, sign_ins, Role::Manager, &plain("Morgan Manager"))?;
    add(tx, gate, sign_ins, Role::Staff, &plain("Steph Staff"))?;
    add(tx, gate, sign_ins, Role::FrontDesk, &plain("Fran Desk"))?;
    add(tx, gate, sign_ins, Role::Volunteer, &plain("Val Volunteer"))?;
    add(tx, gate, sign_ins, Role::SafeguardingLead, &plain("Sasha Safe"))?;

    let visitor = Belongs {
        partner: Some(known.partner.clone()),
        team: Some("North".to_owned()),
        ..Belongs::default()
    };
    let visitor = DemoPlace { name: "Robin Visitor", belongs: visitor };
    let professional = add(tx, gate, sign_ins, Role::Professional, &visitor)?;

    let email = sign_ins.iter().find(|one| one.role == Role::Parent).map(|one| one.email.clone());
    let family = add_family(tx, &parents_family(known, email))?;
    let parent = Belongs {
        family: Some(family.family.id),
        carer: family.carers.into_iter().next().map(|carer| carer.id),
        ..Belongs::default()
    };
    add(tx, gate, sign_ins, Role::Parent, &DemoPlace { name: "Pat Parent", belongs: parent })?;
    Ok(professional)
}

/// A two-year-old and a newborn.
fn parents_family(known: &FilledDemo, email: Option<String>) -> AddFamily {
    let two = known.today.checked_sub_months(Months::new(29)).unwrap_or(known.today);
    let new = known.today.checked_sub_days(Days::new(12)).unwrap_or(known.today);
    let child = |name: &str, born| AddChild::named(name, Birth::Born(born));
    let carer = AddCarer { email, ..people::carer("Pat Parent", "pat", 99) };
    AddFamily {
        postcode: Some("M31 4DJ".to_owned()),
        centre_id: known.planned.centres.first().cloned(),
        ..AddFamily::of(
            FirstContact::Staff,
            vec![carer],
            vec![child("Robyn", two), child("Alfie", new)],
        )
    }
}

/// A professional as it acts when it has signed in.
pub(super) fn professional_actor(
    account: AccountId,
    partner: PartnerId,
    team: Option<String>,
) -> Actor {
    let mut actor = Actor::public();
    actor.account_id = Some(account);
    actor.roles = vec![RoleAt { role: Role::Professional, centre: None }];
    actor.partner_id = Some(partner);
    actor.team = team;
    actor
}

/// Fills a session for babies: public bookings, referrals, and a waiting list.
fn fill_one(
    tx: &mut Tx,
    families: &[families::Household],
    session: &SessionId,
    professional: &Actor,
) -> Result<()> {
    let today = tx.today();
    let has_baby = |family: &&families::Household| {
        let born = family.children.first().and_then(|child| child.born_on);
        born.is_some_and(|born| is_baby(born, today))
    };
    let mut babies = families.iter().filter(has_baby);
    for family in babies.by_ref().take(PUBLIC_PLACES) {
        ask(tx, family, session)?;
    }
    for family in babies.by_ref().take(REFERRED) {
        tx.act_as(professional.clone());
        refer_one(tx, family, session, today)?;
    }
    for family in babies.take(LINE) {
        ask(tx, family, session)?;
    }
    Ok(())
}

/// The family asks for itself, for its first child.
fn ask(tx: &mut Tx, family: &families::Household, session: &SessionId) -> Result<()> {
    let carer = family.carers.first().map(|carer| carer.id.clone());
    tx.act_as(Actor::by_link(family.family.id.clone(), carer));
    happened(book(tx, &story::request(family, session)).map(drop))
}

fn refer_one(
    tx: &mut Tx,
    family: &families::Household,
    session: &SessionId,
    today: NaiveDate,
) -> Result<()> {
    let eldest = family.children.first().and_then(|child| child.born_on);
    let member = memberships::of_family(tx, &family.family.id)?;
    let (Some(born_on), Some(member)) = (eldest, member) else { return Ok(()) };
    let referral = Refer {
        session_id: session.clone(),
        or_sessions: Vec::new(),
        family: ReferredFamily::Card(member.number, born_on),
        reference: None,
        child_ids: Vec::new(),
        adults: 1,
        if_full: IfFull::Wait,
        wants: Wants::Book,
        reason: "isolated".to_owned(),
        target_groups: Vec::new(),
        agreed_on: Some(today),
        agreed_how: Some("at a home visit".to_owned()),
        tell_outcome: true,
    };
    happened(refer(tx, &referral).map(drop))
}

/// A rule's refusal is ignored; an internal error is not.
fn happened(done: Result<()>) -> Result<()> {
    match done {
        Err(fault) if fault.code() == Code::Internal => Err(fault),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A few of many, different for each family.
fn some_of(
    sessions: &[SessionId],
    number: usize,
    count: usize,
) -> impl Iterator<Item = &SessionId> {
    let start = (number * 7) % sessions.len().max(1);
    sessions.iter().cycle().skip(start).step_by(5).take(if sessions.is_empty() { 0 } else { count })
}
