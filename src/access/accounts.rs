//! An account: a person who signs in, the roles they hold and where, and what they belong to. This
//! decides what each role needs; it does not check that the centre, partner or family exists.

use crate::base::fault::{Fault, Result};
use crate::base::id::{AccountId, CarerId, FamilyId, PartnerId};
use crate::base::moment::Moment;

use super::{Role, RoleAt};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person who can sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = AccountOut)]
pub(crate) struct Account {
    /// Opaque.
    pub id: AccountId,
    /// What the person signs in with.
    // In lower case.
    #[schema(example = "amina@hubs.example")]
    pub email: String,
    /// The person's name, as staff know it.
    #[schema(example = "Amina Khan")]
    pub name: String,
    /// The person's roles.
    pub roles: Vec<RoleAt>,
    /// A professional's agency.
    #[schema(example = "0193b0a27f3a7d0e9d1c2b3a4f5e6d7c")]
    pub partner_id: Option<PartnerId>,
    /// Its team.
    pub team: Option<String>,
    /// A parent's family.
    pub family_id: Option<FamilyId>,
    /// Which of the family's carers the person is.
    pub carer_id: Option<CarerId>,
    /// When the account was disabled.
    pub disabled_at: Option<Moment>,
    /// When it was created.
    pub created_at: Moment,
}

/// What a person belongs to. A field left out is cleared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BelongsIn)]
pub(crate) struct Belongs {
    /// For a professional: the agency.
    #[serde(rename = "partner_id")]
    pub partner: Option<PartnerId>,
    /// For a professional: the team whose referrals are shared.
    #[schema(max_length = 120)]
    pub team: Option<String>,
    /// For a parent: their family.
    #[serde(rename = "family_id")]
    pub family: Option<FamilyId>,
    /// For a parent: which of the family's carers they are.
    #[serde(rename = "carer_id")]
    pub carer: Option<CarerId>,
}

impl Account {
    /// The same, belonging to something else.
    pub(crate) fn part_of(self, belongs: Belongs) -> Account {
        let Belongs { partner, team, family, carer } = belongs;
        Account { partner_id: partner, team, family_id: family, carer_id: carer, ..self }
    }

    pub(crate) fn is_administrator(&self) -> bool {
        self.disabled_at.is_none() && self.roles.iter().any(|held| held.role == Role::Administrator)
    }

    /// Whether restricted records are open to this account.
    pub(crate) fn is_lead(&self) -> bool {
        let held = self.roles.iter().any(|held| held.role == Role::SafeguardingLead);
        self.disabled_at.is_none() && held
    }

    /// Refuses what makes no sense, with the field it is about.
    pub(crate) fn judge(&self) -> Result<()> {
        if self.roles.is_empty() {
            return Err(Fault::invalid("/roles", "Give at least one role."));
        }
        for (place, held) in self.roles.iter().enumerate() {
            let pointer = format!("/roles/{place}");
            if self.roles.iter().take(place).any(|before| before == held) {
                return Err(Fault::invalid(&pointer, "This role is given twice."));
            }
            if held.centre.is_some() && !has_a_centre(held.role) {
                return Err(Fault::invalid(
                    &format!("{pointer}/centre_id"),
                    "This role is held everywhere: leave the centre out.",
                ));
            }
        }
        self.judge_belongs()
    }

    fn judge_belongs(&self) -> Result<()> {
        let Account { partner_id, team, family_id, carer_id, .. } = self;
        let holds = |role| self.roles.iter().any(|held| held.role == role);
        if holds(Role::Professional) != partner_id.is_some() {
            let detail = "A professional must have a partner, and nobody else may.";
            return Err(Fault::invalid("/partner_id", detail));
        }
        if team.is_some() && partner_id.is_none() {
            let detail = "A team belongs to a partner: give the partner too.";
            return Err(Fault::invalid("/team", detail));
        }
        if holds(Role::Parent) != family_id.is_some() {
            let detail = "A parent must have a family, and nobody else may.";
            return Err(Fault::invalid("/family_id", detail));
        }
        if carer_id.is_some() && family_id.is_none() {
            let detail = "A carer belongs to a family: give the family too.";
            return Err(Fault::invalid("/carer_id", detail));
        }
        Ok(())
    }
}

/// Whether a role may be held at one centre.
fn has_a_centre(role: Role) -> bool {
    match role {
        Role::Volunteer | Role::FrontDesk | Role::Staff => true,
        Role::Parent
        | Role::Manager
        | Role::Professional
        | Role::Administrator
        | Role::SafeguardingLead => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::CentreId;

    fn account(roles: &[(Role, Option<&str>)], belongs: Belongs) -> Account {
        let held = |(role, centre): &(Role, Option<&str>)| RoleAt {
            role: *role,
            centre: centre.map(CentreId::from),
        };
        Account {
            id: AccountId::new(),
            email: "a@example.org".to_owned(),
            name: "A".to_owned(),
            roles: roles.iter().map(held).collect(),
            partner_id: None,
            team: None,
            family_id: None,
            carer_id: None,
            disabled_at: None,
            created_at: Moment::parse("2026-11-22T12:00:00Z").unwrap(),
        }
        .part_of(belongs)
    }

    fn pointer(account: &Account) -> String {
        account.judge().map_or_else(
            |fault| fault.problem()["errors"][0]["pointer"].as_str().unwrap().to_owned(),
            |()| String::new(),
        )
    }

    #[test]
    fn roles_and_what_one_belongs_to_go_together() {
        use Role::{Administrator, Manager, Parent, Professional, Staff};
        let none = Belongs::default;
        let partner = || Belongs { partner: Some("p".into()), ..none() };
        let family = || Belongs { family: Some("f".into()), ..none() };
        let cases = [
            (account(&[(Staff, Some("c")), (Staff, Some("d"))], none()), ""),
            (account(&[(Administrator, None), (Manager, None)], none()), ""),
            (account(&[(Professional, None)], partner()), ""),
            (account(&[(Parent, None), (Staff, None)], family()), ""),
            (account(&[], none()), "/roles"),
            (account(&[(Staff, Some("c")), (Staff, Some("c"))], none()), "/roles/1"),
            (account(&[(Staff, None), (Manager, Some("c"))], none()), "/roles/1/centre_id"),
            (account(&[(Professional, None)], none()), "/partner_id"),
            (account(&[(Staff, None)], partner()), "/partner_id"),
            (account(&[(Parent, None)], none()), "/family_id"),
            (account(&[(Staff, None)], family()), "/family_id"),
            (account(&[(Staff, None)], Belongs { team: Some("t".into()), ..none() }), "/team"),
            (account(&[(Staff, None)], Belongs { carer: Some("c".into()), ..none() }), "/carer_id"),
        ];
        for (account, expected) in cases {
            assert_eq!(pointer(&account), expected, "{account:?}");
        }
    }
}
