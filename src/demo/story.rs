//! People worth looking at in the demo: a child with two households, a family that only the
//! safeguarding lead can open and that still has its place, and two records that may be the same
//! family.

use super::borough::DemoPlanned;
use super::people::carer;
use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::bookings::Wants;
use crate::bookings::service::book::book;
use crate::bookings::service::request::{Book, IfFull};
use crate::db::Tx;
use crate::families::add::{AddChild, AddFamily, Birth};
use crate::families::service::{self, Restriction};
use crate::families::{FirstContact, Household};
use crate::membership::service::make;
use chrono::{Months, NaiveDate};

pub(super) fn tell(tx: &mut Tx, today: NaiveDate, planned: &DemoPlanned) -> Result<()> {
    tx.act_as(Actor::service());
    let months = |count: u32| today.checked_sub_months(Months::new(count)).unwrap_or(today);
    let born = |name: &str, age: u32| AddChild::named(name, Birth::Born(months(age)));

    let mother = of(planned, ("Leah Booth", "leah.booth", 301), vec![born("Finn", 20)]);
    let mother = make(tx, &mother)?;
    let shared = mother.children.iter().map(|child| AddChild::Known(child.id.clone())).collect();
    make(tx, &of(planned, ("Owen Pryce", "owen.pryce", 302), shared))?;

    let hidden = of(planned, ("Ruth Adeyemi", "ruth.adeyemi", 303), vec![born("Simi", 16)]);
    let hidden = make(tx, &hidden)?;
    take_a_place(tx, planned, &hidden)?;
    let restriction = Restriction { restricted: true, unsafe_address: true };
    service::restrict(tx, &hidden.family.id, &restriction)?;

    let first = of(planned, ("Siân O'Neill", "sian.oneill", 304), vec![born("Cerys O'Neill", 9)]);
    make(tx, &first)?;
    let second = of(planned, ("Sian Oneil", "sian.o", 305), vec![born("Carys Oneil", 9)]);
    make(tx, &second)?;
    Ok(())
}

fn of(
    planned: &DemoPlanned,
    (name, mail, number): (&str, &str, u32),
    children: Vec<AddChild>,
) -> AddFamily {
    AddFamily {
        postcode: Some("M31 4DJ".to_owned()),
        centre_id: planned.centres.first().cloned(),
        ..AddFamily::of(FirstContact::Staff, vec![carer(name, mail, number)], children)
    }
}

/// Books the first public session that accepts the family.
fn take_a_place(tx: &mut Tx, planned: &DemoPlanned, household: &Household) -> Result<()> {
    let carer = household.carers.first().map(|carer| carer.id.clone());
    tx.act_as(Actor::by_link(household.family.id.clone(), carer));
    for session in &planned.public {
        let request = Book { if_full: IfFull::Refuse, ..request(household, session) };
        if tx.part(|tx| book(tx, &request)).is_ok() {
            break;
        }
    }
    tx.act_as(Actor::service());
    Ok(())
}

/// A place for the first child of a family, or one in line.
pub(super) fn request(household: &Household, session: &SessionId) -> Book {
    Book {
        session_id: session.clone(),
        or_sessions: Vec::new(),
        family_id: household.family.id.clone(),
        carer_id: household.carers.first().map(|carer| carer.id.clone()),
        child_ids: household.children.iter().take(1).map(|child| child.id.clone()).collect(),
        adults: 1,
        if_full: IfFull::Wait,
        wants: Wants::Offer,
        reason: None,
    }
}
