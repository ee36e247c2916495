//! Who may send a list.

use crate::access::{Act, Actor, Role, Scope};
use crate::base::fault::Result;
use crate::base::id::{CentreId, PartnerId};
use crate::db::Tx;
use crate::partners;
use crate::partners::agreements::rules::{AgreementStanding, standing, stopped};
use crate::partners::agreements::{self, AgreementPurpose};

/// The partner for data without a centre: a professional's own agency; for staff any, or none.
pub(crate) fn allowed_sender(
    tx: &mut Tx,
    partner: Option<&PartnerId>,
) -> Result<Option<PartnerId>> {
    let actor = tx.actor().clone();
    let own_agency = || actor.partner_id.clone().filter(|_| !actor.has(Role::Staff));
    let sender = partner.cloned().or_else(own_agency);
    let own = actor.roles.iter().find_map(|held| held.centre.clone());
    let scope = own.as_ref().map_or_else(Scope::organisation, Scope::centre);
    let scope = scope.team(sender.as_ref(), actor.team.as_deref());
    tx.allow(Act::RunFeed, &scope, "partner")?;
    Ok(sender)
}

/// Counts without names are accepted while an agreement for any of these purposes is in force. If
/// none was ever recorded, staff are responsible for what they enter.
pub(crate) fn must_be_agreed(
    tx: &mut Tx,
    partner: &PartnerId,
    any: &[AgreementPurpose],
) -> Result<()> {
    let partner = partners::store::partner(tx, partner)?;
    let all = agreements::store::of_partner(tx, &partner.id)?;
    let today = tx.today();
    let own = tx.actor().roles.iter().find_map(|held| held.centre.clone());
    if all.is_empty() && !is_partners(tx.actor(), own.as_ref()) {
        return Ok(());
    }
    let mut why = AgreementStanding::None;
    for purpose in any.iter().rev() {
        why = standing(&all, *purpose, today);
        if let AgreementStanding::InForce(_) = why {
            return Ok(());
        }
    }
    Err(stopped(&why, &partner.name))
}

/// Whether the caller belongs to a partner and not to the centre.
pub(crate) fn is_partners(actor: &Actor, centre: Option<&CentreId>) -> bool {
    let scope = centre.map_or_else(Scope::organisation, Scope::centre);
    !actor.is_service() && !actor.may_as(Role::Staff, Act::RunFeed, &scope)
}
