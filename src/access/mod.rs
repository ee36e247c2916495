//! Who is asking and what they may do. `policy` alone decides; everything else asks `Actor::may` or
//! `Actor::allow`. Accounts, tokens and keys live here too; rules about bookings do not.

pub(crate) mod accounts;
pub mod attempts;
pub(crate) mod keys;
pub mod passwords;
pub mod policy;
pub(crate) mod role;
pub(crate) mod sealing;
pub(crate) mod secret;
pub mod service;
pub(crate) mod store;
pub(crate) mod tokens;
pub mod wrapping;

use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, AuthSessionId, CarerId, CentreId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use chrono::TimeDelta;
pub use policy::{Act, Grant};
pub use role::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A role, at one centre or everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleInOut)]
#[schema(example = json!({"role": "staff", "centre_id": "0193c5d27f3a7d0e9d1c2b3a4f5e6d7c"}))]
pub struct RoleAt {
    /// The role.
    pub role: Role,
    /// Where a volunteer, front desk or staff holds it; everywhere when left out.
    #[serde(default, rename = "centre_id")]
    pub centre: Option<CentreId>,
}

impl RoleAt {
    /// A role as the database has it: without a centre, an empty text.
    fn stored(role: Role, centre: String) -> RoleAt {
        RoleAt { role, centre: (!centre.is_empty()).then(|| CentreId::from(centre)) }
    }
}

text_enum! {
    /// How far the secret of a session reaches.
    Opens {
        /// All that a sign-in opens.
        Record = "record",
        /// A carer's places as a calendar reads them, and nothing else.
        Feed = "feed",
    }
}

/// Who asks. Nobody (no token), a person, or the service itself.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    pub account_id: Option<AccountId>,
    pub auth_session_id: Option<AuthSessionId>,
    /// When they showed that it is them: by a password, a code or its link.
    pub signed_in_at: Option<Moment>,
    pub roles: Vec<RoleAt>,
    pub family_id: Option<FamilyId>,
    pub carer_id: Option<CarerId>,
    pub partner_id: Option<PartnerId>,
    pub team: Option<String>,
    is_service: bool,
}

/// After this long, what somebody could do harm with asks for a fresh code.
const LATELY: TimeDelta = TimeDelta::minutes(20);

/// What an act is about: the policy compares it with what the actor is part of.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub centres: Vec<CentreId>,
    pub family: Option<FamilyId>,
    pub partner: Option<PartnerId>,
    pub team: Option<String>,
    /// A restricted record: the safeguarding lead's, and its own family's.
    pub restricted: bool,
    /// The volunteers it was handed to.
    pub handed_to: Vec<AccountId>,
}

impl Scope {
    pub fn organisation() -> Scope {
        Scope::default()
    }

    pub fn centre(id: &CentreId) -> Scope {
        Scope { centres: vec![id.clone()], ..Scope::default() }
    }

    pub fn family(mut self, id: &FamilyId) -> Scope {
        self.family = Some(id.clone());
        self
    }

    pub fn team(mut self, partner: Option<&PartnerId>, team: Option<&str>) -> Scope {
        self.partner = partner.cloned();
        self.team = team.map(str::to_owned);
        self
    }
}

/// How far an act reaches for somebody, through all their roles: what their lists may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    pub everywhere: bool,
    /// Restricted records too.
    pub restricted: bool,
    pub centres: Vec<CentreId>,
    pub team: Option<(PartnerId, Option<String>)>,
    pub own: Option<FamilyId>,
}

impl Reach {
    /// `None`: every centre.
    pub fn centres(self) -> Option<Vec<CentreId>> {
        (!self.everywhere).then_some(self.centres)
    }
}

impl Actor {
    /// Nobody: a caller without a token.
    pub fn public() -> Actor {
        Actor::default()
    }

    /// The holder of a link from a family's mail: may do what the carer it was sent to may do.
    pub fn by_link(family: FamilyId, carer: Option<CarerId>) -> Actor {
        Actor {
            roles: vec![RoleAt { role: Role::Parent, centre: None }],
            family_id: Some(family),
            carer_id: carer,
            ..Actor::default()
        }
    }

    /// The same person as a parent alone, whatever other roles they hold; `None` for who is no
    /// parent of a family.
    pub fn as_parent(&self) -> Option<Actor> {
        let roles: Vec<RoleAt> =
            self.roles.iter().filter(|held| held.role == Role::Parent).cloned().collect();
        let is_parent = !roles.is_empty() && self.family_id.is_some();
        is_parent.then(|| Actor { roles, ..self.clone() })
    }

    /// The service's own work: jobs, and the command line run by the machine's operator.
    pub fn service() -> Actor {
        Actor { is_service: true, ..Actor::default() }
    }

    /// A carer who signed in with a code: a parent, whatever else this person may be elsewhere.
    pub fn by_code(session: AuthSessionId, family: FamilyId, carer: CarerId) -> Actor {
        Actor { auth_session_id: Some(session), ..Actor::by_link(family, Some(carer)) }
    }

    /// What a caller is counted and compared by: the account, or the carer where there is none.
    pub fn caller(&self) -> Option<&str> {
        let account = self.account_id.as_ref().map(AccountId::as_str);
        account.or(self.carer_id.as_ref().map(CarerId::as_str))
    }

    /// Whether they showed so lately that it is them that contacts may be changed.
    pub fn confirmed_lately(&self, now: Moment) -> bool {
        self.signed_in_at.is_some_and(|at| now < at + LATELY)
    }

    pub fn is_service(&self) -> bool {
        self.is_service
    }

    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Whether any role allows the act anywhere; where none does, the answer is 403.
    pub fn may_ever(&self, act: Act) -> bool {
        self.is_service || self.roles.iter().any(|held| policy::grant(held.role, act) != Grant::No)
    }

    pub fn may(&self, act: Act, scope: &Scope) -> bool {
        self.is_service || self.roles.iter().any(|held| self.covers(held, act, scope))
    }

    /// Whether any of their roles allows the act on what staff hand over.
    pub fn is_handed(&self, act: Act) -> bool {
        self.roles.iter().any(|held| policy::grant(held.role, act) == Grant::HandedOver)
    }

    /// The same as `may`, by one role: what an answer may hold depends on it.
    pub fn may_as(&self, role: Role, act: Act, scope: &Scope) -> bool {
        self.roles.iter().filter(|held| held.role == role).any(|held| self.covers(held, act, scope))
    }

    /// Like `may`, before the thing itself is looked up.
    pub fn reach(&self, act: Act) -> Reach {
        let all = self.is_service;
        let mut reach = Reach { everywhere: all, restricted: all, ..Reach::default() };
        for held in &self.roles {
            match (policy::grant(held.role, act), &held.centre) {
                // What is handed over is opened one by one and appears in no list.
                (Grant::No | Grant::HandedOver, _) => {}
                (Grant::Everywhere, _) => {
                    reach.everywhere = true;
                    reach.restricted |= policy::opens_restricted(held.role);
                }
                (Grant::OwnCentres, None) => reach.everywhere = true,
                (Grant::OwnCentres, Some(centre)) => reach.centres.push(centre.clone()),
                (Grant::OwnFamily, _) => reach.own = self.family_id.clone(),
                (Grant::OwnTeam, _) => {
                    let partner = self.partner_id.clone();
                    reach.team = partner.map(|partner| (partner, self.team.clone()));
                }
            }
        }
        reach
    }

    /// The one centre where somebody holds all the roles that allow an act: what they are shown
    /// until they ask for another.
    pub fn seat(&self, act: Act) -> Option<&CentreId> {
        let granting = self.roles.iter().filter(|held| policy::grant(held.role, act) != Grant::No);
        let mut centres = granting.map(|held| held.centre.as_ref());
        let first = centres.next()??;
        centres.all(|other| other == Some(first)).then_some(first)
    }

    /// 403 where no role allows it, 404 where they may not know that this one exists.
    pub fn allow(&self, act: Act, scope: &Scope, what: &str) -> Result<()> {
        self.allow_ever(act)?;
        if self.may(act, scope) { Ok(()) } else { Err(Fault::not_found(what)) }
    }

    pub fn allow_ever(&self, act: Act) -> Result<()> {
        if self.may_ever(act) {
            return Ok(());
        }
        Err(Fault::new(
            Code::NotAllowed,
            format!("Your roles do not allow you to {}.", act.sentence()),
        ))
    }

    fn covers(&self, held: &RoleAt, act: Act, scope: &Scope) -> bool {
        if scope.restricted && !policy::opens_restricted(held.role) {
            return false;
        }
        match policy::grant(held.role, act) {
            Grant::No => false,
            Grant::Everywhere => true,
            Grant::OwnCentres => match &held.centre {
                None => true,
                Some(centre) => scope.centres.contains(centre),
            },
            Grant::OwnFamily => self.family_id.is_some() && self.family_id == scope.family,
            Grant::OwnTeam => {
                self.partner_id.is_some()
                    && self.partner_id == scope.partner
                    && self.team == scope.team
            }
            Grant::HandedOver => {
                self.account_id.as_ref().is_some_and(|account| scope.handed_to.contains(account))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holding(roles: &[(Role, Option<&str>)]) -> Actor {
        let held = |(role, centre): &(Role, Option<&str>)| RoleAt {
            role: *role,
            centre: centre.map(CentreId::from),
        };
        Actor {
            roles: roles.iter().map(held).collect(),
            family_id: Some(FamilyId::from("own")),
            ..Actor::default()
        }
    }

    #[test]
    fn a_role_reaches_as_far_as_the_policy_grants_and_no_further() {
        let desk = holding(&[(Role::FrontDesk, Some("a")), (Role::Volunteer, Some("b"))]);
        assert_eq!(desk.reach(Act::SeeTasks).centres(), Some(vec![CentreId::from("a")]));
        assert_eq!(desk.reach(Act::SeeReports), Reach::default());

        let staff = holding(&[(Role::Staff, None), (Role::Parent, None)]).reach(Act::SeeFamily);
        assert!(staff.everywhere && !staff.restricted);
        assert_eq!(staff.own, Some(FamilyId::from("own")));

        let manager = [(Role::Manager, Some("a")), (Role::Volunteer, Some("b"))];
        assert_eq!(holding(&manager).seat(Act::SeeReports), Some(&CentreId::from("a")));
        let two = [(Role::Manager, Some("a")), (Role::Staff, Some("b"))];
        assert_eq!(holding(&two).seat(Act::SeeReports), None);
        assert_eq!(holding(&[(Role::Manager, None)]).seat(Act::SeeReports), None);

        let lead = holding(&[(Role::SafeguardingLead, None)]).reach(Act::SeeFamily);
        assert!(lead.everywhere && lead.restricted);
    }

    #[test]
    fn a_code_gives_the_parents_part_and_stays_fresh_for_twenty_minutes() {
        let now = Moment::parse("2026-11-22T12:00:00Z").unwrap();
        let carer = CarerId::from("c");
        let actor = Actor::by_code(AuthSessionId::from("s"), FamilyId::from("own"), carer);
        assert!(actor.may_ever(Act::SeeFamily) && !actor.may_ever(Act::SeeRegister));
        assert_eq!(actor.caller(), Some("c"));
        assert!(!actor.confirmed_lately(now), "a link in a mail was no code");

        let actor = Actor { signed_in_at: Some(now), ..actor };
        assert!(actor.confirmed_lately(now + TimeDelta::minutes(19)));
        assert!(!actor.confirmed_lately(now + TimeDelta::minutes(20)));
    }
}
