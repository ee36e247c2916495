//! A family on its way out, as far as the caller may know it.

use super::statements::PartnerStatementOut;
use crate::access::{Act, Role};
use crate::api::child_requests::ChildRequestOut;
use crate::base::fault::Result;
use crate::base::id::{CarerId, CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families::answers::{FamilyAnswer, service as answered};
use crate::families::statements::Statement;
use crate::families::{
    Carer, Child, Ended, FirstContact, Household, PostcodeReason, TrustedAdult, service, store,
    trusted,
};
use crate::membership::addresses::store as addresses;
use crate::membership::number::Number;
use crate::membership::{Standing, renewal, store as memberships};
use crate::paper::printed_as;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// A family, as far as the caller may know it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FamilyOut {
    /// Opaque.
    pub id: FamilyId,
    /// The adults, in the order they were named.
    pub carers: Vec<CarerOut>,
    /// Children born and expected.
    pub children: Vec<ChildOut>,
    /// In its usual form.
    pub postcode: Option<String>,
    /// Why there is none.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes.
    pub address: Option<String>,
    /// The home centre.
    pub centre_id: Option<CentreId>,
    /// Its standing as a member; none for a guest.
    pub membership: Option<MembershipOut>,
    /// Who made the first contact.
    pub channel: FirstContact,
    /// Whether it is a guest: it books without being a member.
    pub guest: bool,
    /// When it moved away.
    pub moved_away_on: Option<NaiveDate>,
    /// Adults it trusts with some of its children.
    pub trusted_adults: Vec<TrustedAdult>,
    /// What it answered, as far as you may see.
    pub answers: Vec<FamilyAnswer>,
    /// Only the safeguarding lead opens this record; told to nobody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restricted: Option<bool>,
    /// Codes of target groups that staff recorded for the household; only staff of its centres see
    /// them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_groups: Option<Vec<String>>,
    /// Requests about a child that staff have not settled yet, or refused. For the family, and for
    /// the people who settle them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<Vec<ChildRequestOut>>,
    /// Send it as `If-Match` to change the family.
    pub version: i64,
}

/// A family's status as a member.
#[derive(Serialize, ToSchema)]
pub(crate) struct MembershipOut {
    /// Eight digits; read aloud in two groups of four.
    #[schema(value_type = String, example = "48210934")]
    pub number: Number,
    /// `listed` until a family known from a feed is told.
    pub status: Standing,
    /// The next birthday on which it renews; none if no birthday under five is to come.
    pub renews_on: Option<NaiveDate>,
}

impl MembershipOut {
    pub(crate) fn load(tx: &mut Tx, household: &Household) -> Result<Option<MembershipOut>> {
        let today = tx.today();
        let spoken_of = household.children.iter().filter(|child| child.is_spoken_of());
        let renews_on = renewal::renews_on(spoken_of.filter_map(Child::born), today);
        let membership = memberships::of_family(tx, &household.family.id)?;
        Ok(membership.map(|membership| MembershipOut {
            renews_on: renews_on.filter(|_| membership.is_live()),
            number: membership.number,
            status: membership.status,
        }))
    }
}

/// An adult of the family.
#[derive(Serialize, ToSchema)]
pub(crate) struct CarerOut {
    /// Opaque.
    pub id: CarerId,
    /// As the family writes it.
    pub name: String,
    /// How the name is printed in Latin letters, if this machine has no font for its own. Left out
    /// if it is printed as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Wang Xiao Ming")]
    pub printed_as: Option<String>,
    /// The address for e-mail.
    pub email: Option<String>,
    /// Where to ring.
    pub phone: Option<String>,
    /// Whether e-mail may be sent.
    pub mail_allowed: bool,
    /// Another name the family is known by.
    pub former_name: Option<String>,
    /// Send no post.
    pub no_post: bool,
    /// Leave no message on the telephone.
    pub no_voicemail: bool,
    /// Send no text messages.
    pub no_text: bool,
    /// Do not ring.
    pub no_call: bool,
    /// The language this carer is written to in; `null` until one was chosen.
    #[schema(example = "ur")]
    pub language: Option<String>,
    /// Whether the way to reach this carer was confirmed.
    pub confirmed: bool,
    /// A new address that its holder has not confirmed yet. Only for this carer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_to_confirm: Option<String>,
    /// Nothing is sent to the old address when this carer asks for a new one. For staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_address_notice: Option<bool>,
}

/// A child of the family.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChildOut {
    /// Opaque.
    pub id: ChildId,
    /// As the family writes it.
    pub name: String,
    /// How the name is printed in Latin letters, if this machine has no font for its own. Left out
    /// if it is printed as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Wang Xiao Ming")]
    pub printed_as: Option<String>,
    /// A day, or a month where only that is known.
    #[schema(example = "2024-05-14")]
    pub born_on: Option<String>,
    /// For an expected child.
    pub due_on: Option<NaiveDate>,
    /// Nothing is sent about this child any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// Codes of target groups that staff recorded for this child; only staff of its centres see
    /// them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_groups: Option<Vec<String>>,
}

impl CarerOut {
    fn load(tx: &mut Tx, carer: Carer, settles: bool) -> Result<CarerOut> {
        let own = tx.actor().carer_id.as_ref() == Some(&carer.id);
        Ok(CarerOut {
            email_to_confirm: if own { addresses::open_of(tx, &carer.id)? } else { None },
            no_address_notice: settles.then_some(carer.no_address_notice),
            id: carer.id,
            printed_as: printed_as(&carer.name),
            name: carer.name,
            email: carer.email,
            phone: carer.phone,
            mail_allowed: carer.mail_allowed,
            former_name: carer.former_name,
            no_post: carer.no_post,
            no_voicemail: carer.no_voicemail,
            no_text: carer.no_text,
            no_call: carer.no_call,
            language: carer.language,
            confirmed: carer.confirmed_at.is_some(),
        })
    }
}

impl ChildOut {
    fn new(child: Child, target_groups: Option<Vec<String>>) -> ChildOut {
        let format = if child.born_month_only { "%Y-%m" } else { "%Y-%m-%d" };
        ChildOut {
            born_on: child.born_on.map(|day| day.format(format).to_string()),
            id: child.id,
            printed_as: printed_as(&child.name),
            name: child.name,
            due_on: child.due_on,
            ended: child.ended,
            target_groups,
        }
    }
}

/// A family as staff and parents see it, or as a professional's team has described it.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum FamilyOrStatement {
    Family(Box<FamilyOut>),
    Statement(PartnerStatementOut),
}

impl FamilyOrStatement {
    pub(crate) fn family(family: FamilyOut) -> FamilyOrStatement {
        FamilyOrStatement::Family(Box::new(family))
    }

    pub(crate) fn statement(statement: Statement) -> Result<FamilyOrStatement> {
        Ok(FamilyOrStatement::Statement(PartnerStatementOut::new(statement)?))
    }
}

impl FamilyOut {
    pub(crate) fn load_all(tx: &mut Tx, households: Vec<Household>) -> Result<Vec<FamilyOut>> {
        households.into_iter().map(|household| FamilyOut::load(tx, household)).collect()
    }

    pub(crate) fn load(tx: &mut Tx, household: Household) -> Result<FamilyOut> {
        let scope = service::scope_of(tx, &household.family)?;
        let sees_groups = tx.actor().may_as(Role::Staff, Act::SeeFamily, &scope);
        let stated =
            if sees_groups { Some(store::stated(tx, &household.family.id)?) } else { None };
        let groups_of = |child: Option<&ChildId>| -> Option<Vec<String>> {
            let by_staff = stated.as_ref()?.iter().filter(|one| one.partner_id.is_none());
            let of = by_staff.filter(|one| one.child_id.as_ref() == child);
            Some(of.map(|one| one.group_code.clone()).collect())
        };
        let target_groups = groups_of(None);
        let of_child = |child: Child| {
            let groups = groups_of(Some(&child.id));
            ChildOut::new(child, groups)
        };
        let today = tx.today();
        let trusted_adults = trusted::store::of_family(tx, &household.family.id, today)?;
        let answers = answered::visible(tx, &household, &scope)?;
        let settles = tx.actor().may(Act::SettleRequests, &scope);
        let own = tx.actor().may_as(Role::Parent, Act::ChangeFamily, &scope);
        let requests = match settles || own {
            true => Some(ChildRequestOut::of_family(tx, &household.family.id)?),
            false => None,
        };
        let carers = household.carers.iter().cloned();
        let carers =
            carers.map(|carer| CarerOut::load(tx, carer, settles)).collect::<Result<_, _>>()?;
        let sees_restricted = tx.actor().has(Role::SafeguardingLead);
        Ok(FamilyOut {
            membership: MembershipOut::load(tx, &household)?,
            id: household.family.id,
            carers,
            children: household.children.into_iter().map(of_child).collect(),
            postcode: household.family.postcode,
            postcode_reason: household.family.postcode_reason,
            address: household.family.address,
            centre_id: household.family.centre_id,
            channel: household.family.channel,
            guest: household.family.guest,
            moved_away_on: household.family.moved_away_on,
            trusted_adults,
            answers,
            restricted: sees_restricted.then_some(household.family.restricted),
            target_groups,
            requests,
            version: household.family.version,
        })
    }
}
