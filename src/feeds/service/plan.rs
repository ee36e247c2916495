//! Before the first line: who may send the file, under which agreement, and how its columns are
//! read. The plan is the same for every line.

use super::sender::is_partners;
use super::subject::{FeedPlan, Subject};
use crate::access::{Act, Actor, Role, Scope};
use crate::base::fault::{Code, Fault};
use crate::base::id::{CentreId, PartnerId};
use crate::centres::{self, Centre};
use crate::db::Tx;
use crate::feeds::mapping::Mapping;
use crate::feeds::store;
use crate::partners::agreements::rules::{AgreementStanding, standing, stopped};
use crate::partners::agreements::{self, AgreementPurpose, Item};
use crate::partners::{self, Partner};
use chrono::NaiveDate;

/// The sender, the centre and the mapping.
#[derive(Clone, Debug, Default)]
pub struct PlanRequest {
    pub centre: Option<CentreId>,
    pub partner: Option<PartnerId>,
    pub mapping: Option<String>,
}

/// The sender and what it may send: everything known before a file is read.
struct Sender {
    centre: Option<Centre>,
    partner: Option<Partner>,
    items: Option<Vec<Item>>,
    is_partners: bool,
    today: NaiveDate,
    notes: Vec<String>,
}

/// Refuses a sender before any of the file is read.
pub fn may_send(tx: &mut Tx, subject: &impl Subject, asked: &PlanRequest) -> Result<(), Fault> {
    sender(tx, subject, asked).map(drop)
}

fn sender(tx: &mut Tx, subject: &impl Subject, asked: &PlanRequest) -> Result<Sender, Fault> {
    let actor = tx.actor().clone();
    let (centre, partner) = allowed(tx, asked, &actor)?;
    let today = tx.today();
    let is_partners = is_partners(&actor, centre.as_ref().map(|centre| &centre.id));

    let mut notes = Vec::new();
    let items = match &partner {
        None => None,
        Some(partner) => {
            let of = Agreed { purpose: subject.purpose(), today, is_partners };
            agreed(tx, partner, &of, &mut notes)?
        }
    };
    Ok(Sender { centre, partner, items, is_partners, today, notes })
}

pub fn plan(
    tx: &mut Tx,
    subject: &impl Subject,
    asked: &PlanRequest,
    headings: &[String],
) -> Result<FeedPlan, Fault> {
    let Sender { centre, partner, items, is_partners, today, notes } = sender(tx, subject, asked)?;
    let mapping = match &asked.mapping {
        None => Mapping::default(),
        Some(name) => saved_mapping(tx, partner.as_ref(), name)?,
    };
    let columns = subject.columns(headings, &mapping, items.as_deref())?;
    let mut maker = tx.actor().clone();
    maker.partner_id = partner.as_ref().map(|one| one.id.clone());
    let centre = centre.map(|centre| centre.id);
    Ok(FeedPlan { centre, partner, columns, mapping, items, today, maker, is_partners, notes })
}

/// A professional sends for their own partner; staff for one of their centres.
fn allowed(
    tx: &mut Tx,
    asked: &PlanRequest,
    actor: &Actor,
) -> Result<(Option<Centre>, Option<Partner>), Fault> {
    let own = || actor.roles.iter().find_map(|held| held.centre.clone());
    let centre = asked.centre.clone().or_else(own);
    let sender = match &asked.partner {
        Some(partner) => Some(partner.clone()),
        None if is_partners(actor, centre.as_ref()) => actor.partner_id.clone(),
        None => None,
    };
    let scope = centre.as_ref().map_or_else(Scope::organisation, Scope::centre);
    let scope = scope.team(sender.as_ref(), actor.team.as_deref());
    let what = if actor.has(Role::Professional) { "partner" } else { "centre" };
    tx.allow(Act::RunFeed, &scope, what)?;

    let centre = centre.map(|id| centres::store::centre(tx, &id)).transpose()?;
    let partner = sender.map(|id| partners::store::partner(tx, &id)).transpose()?;
    Ok((centre, partner))
}

/// What must be covered, when, and whether the partner itself sends it.
struct Agreed {
    purpose: AgreementPurpose,
    today: NaiveDate,
    is_partners: bool,
}

/// What the current agreement covers. An expired one stops the feed. If none was ever recorded,
/// staff are responsible for what they enter, and are told so; a partner's own feed is refused.
fn agreed(
    tx: &mut Tx,
    partner: &Partner,
    of: &Agreed,
    notes: &mut Vec<String>,
) -> Result<Option<Vec<Item>>, Fault> {
    let all = agreements::store::of_partner(tx, &partner.id)?;
    match standing(&all, of.purpose, of.today) {
        AgreementStanding::InForce(agreement) => Ok(Some(agreement.covers())),
        AgreementStanding::None if !of.is_partners && all.is_empty() => {
            notes.push(format!("No agreement with {} is recorded.", partner.name));
            Ok(None)
        }
        other => Err(stopped(&other, &partner.name)),
    }
}

/// The partner's own mapping of that name, else the organisation's.
fn saved_mapping(tx: &mut Tx, partner: Option<&Partner>, name: &str) -> Result<Mapping, Fault> {
    let owner = partner.map_or("", |partner| partner.id.as_str());
    let mut text = store::mapping(tx, owner, name)?;
    if text.is_none() && !owner.is_empty() {
        text = store::mapping(tx, "", name)?;
    }
    let text = text.ok_or_else(|| {
        let detail = "There is no mapping with that name. Save it: PUT /feeds/mappings/{name}.";
        Fault::new(Code::NotFound, detail)
    })?;
    serde_json::from_str(&text).map_err(Fault::internal)
}
