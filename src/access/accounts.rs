//! An account: a person who signs in, the roles they hold and where, and what they belong to. This
//! decides what each role needs; it does not check that the centre, partner or family exists.

use crate::base::fault::Fault;
use crate::base::id::{AccountId, CarerId, FamilyId, PartnerId};
use crate::base::moment::Moment;

use super::{Role, RoleAt};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    /// In lower case; what they sign in with.
    pub email: String,
    pub name: String,
    pub roles: Vec<RoleAt>,
    pub belongs: Belongs,
    /// When the account was disabled; nobody can sign in with it since then.
    pub disabled_at: Option<Moment>,
    pub created_at: Moment,
}

/// What a person is part of: an agency and its team, or a family as one of its carers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Belongs {
    pub partner: Option<PartnerId>,
    pub team: Option<String>,
    pub family: Option<FamilyId>,
    pub carer: Option<CarerId>,
}

impl Account {
    pub fn is_administrator(&self) -> bool {
        self.disabled_at.is_none() && self.roles.iter().any(|held| held.role == Role::Administrator)
    }

    /// Whether restricted records are open to this account.
    pub fn is_lead(&self) -> bool {
        let held = self.roles.iter().any(|held| held.role == Role::SafeguardingLead);
        self.disabled_at.is_none() && held
    }

    /// Refuses what makes no sense, with the field it is about.
    pub fn judge(&self) -> Result<(), Fault> {
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

    fn judge_belongs(&self) -> Result<(), Fault> {
        let Belongs { partner, team, family, carer } = &self.belongs;
        let holds = |role| self.roles.iter().any(|held| held.role == role);
        if holds(Role::Professional) != partner.is_some() {
            return Err(Fault::invalid(
                "/partner_id",
                "A professional must have a partner, and nobody else may.",
            ));
        }
        if team.is_some() && partner.is_none() {
            return Err(Fault::invalid(
                "/team",
                "A team belongs to a partner: give the partner too.",
            ));
        }
        if holds(Role::Parent) != family.is_some() {
            return Err(Fault::invalid(
                "/family_id",
                "A parent must have a family, and nobody else may.",
            ));
        }
        if carer.is_some() && family.is_none() {
            return Err(Fault::invalid(
                "/carer_id",
                "A carer belongs to a family: give the family too.",
            ));
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
            belongs,
            disabled_at: None,
            created_at: Moment::parse("2026-11-22T12:00:00Z").unwrap(),
        }
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
