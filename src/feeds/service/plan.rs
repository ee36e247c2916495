//! Before the first line: who may send the file, under which agreement, and how its columns are
//! read. The plan is the same for every line.

use super::sender::is_partners;
use super::subject::{FeedPlan, Subject};
use crate::access::{Act, Actor, Role, Scope};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, PartnerId};
use crate::centres::{self, Centre};
use crate::db::Tx;
use crate::feeds::fields::FeedColumns;
use crate::feeds::mapping::Mapping;
use crate::feeds::store;
use crate::partners::agreements::rules::{AgreementStanding, standing, stopped};
use crate::partners::agreements::{self, AgreementPurpose};
use crate::partners::{self, Partner};

/// The sender, the centre and the mapping.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlanRequest {
    pub centre: Option<CentreId>,
    pub partner: Option<PartnerId>,
    pub mapping: Option<String>,
}

impl PlanRequest {
    /// Of what a caller sent; what is empty was left out.
    pub(crate) fn of(
        centre: Option<CentreId>,
        partner: Option<PartnerId>,
        mapping: Option<String>,
    ) -> PlanRequest {
        PlanRequest {
            centre: centre.filter(|id| !id.as_str().is_empty()),
            partner: partner.filter(|id| !id.as_str().is_empty()),
            mapping: mapping.filter(|name| !name.is_empty()),
        }
    }
}

/// Refuses a sender before any of the file is read.
pub(crate) fn may_send(tx: &mut Tx, subject: &impl Subject, asked: &PlanRequest) -> Result<()> {
    before_reading(tx, subject, asked).map(drop)
}

/// The sender and what it may send: everything known before a file is read.
fn before_reading(tx: &mut Tx, subject: &impl Subject, asked: &PlanRequest) -> Result<FeedPlan> {
    let mut maker = tx.actor().clone();
    let (centre, partner) = allowed(tx, asked, &maker)?;
    let centre = centre.map(|centre| centre.id);
    let is_partners = is_partners(&maker, centre.as_ref());
    maker.partner_id = partner.as_ref().map(|one| one.id.clone());

    let mut plan = FeedPlan {
        centre,
        partner,
        columns: FeedColumns::default(),
        mapping: Mapping::default(),
        items: None,
        today: tx.today(),
        maker,
        is_partners,
        notes: Vec::new(),
    };
    plan.agree(tx, subject.purpose())?;
    Ok(plan)
}

pub(crate) fn plan(
    tx: &mut Tx,
    subject: &impl Subject,
    asked: &PlanRequest,
    headings: &[String],
) -> Result<FeedPlan> {
    let mut plan = before_reading(tx, subject, asked)?;
    if let Some(name) = &asked.mapping {
        plan.mapping = saved_mapping(tx, plan.source(), name)?;
    }
    plan.columns = subject.columns(headings, &plan.mapping, plan.items.as_deref())?;
    Ok(plan)
}

/// A professional sends for their own partner; staff for one of their centres.
fn allowed(
    tx: &mut Tx,
    asked: &PlanRequest,
    actor: &Actor,
) -> Result<(Option<Centre>, Option<Partner>)> {
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

impl FeedPlan {
    /// What the current agreement covers. An expired one stops the feed. If none was ever recorded,
    /// staff are responsible for what they enter, and are told so; a partner's own feed is refused.
    fn agree(&mut self, tx: &mut Tx, purpose: AgreementPurpose) -> Result<()> {
        let Some(partner) = &self.partner else { return Ok(()) };
        let all = agreements::store::of_partner(tx, &partner.id)?;
        match standing(&all, purpose, self.today) {
            AgreementStanding::InForce(agreement) => self.items = Some(agreement.covers()),
            AgreementStanding::None if !self.is_partners && all.is_empty() => {
                self.notes.push(format!("No agreement with {} is recorded.", partner.name));
            }
            other => return Err(stopped(&other, &partner.name)),
        }
        Ok(())
    }
}

/// The partner's own mapping of that name, else the organisation's.
fn saved_mapping(tx: &mut Tx, owner: &str, name: &str) -> Result<Mapping> {
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
