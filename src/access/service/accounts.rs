//! Creating accounts and changing them. Roles are read with every request, so a change applies at
//! once; disabling an account ends its sessions too.

use super::leads;
use crate::access::accounts::{Account, Belongs};
use crate::access::passwords::{Passwords, Whose};
use crate::access::secret::Secret;
use crate::access::{Act, RoleAt, Scope, passwords, store};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::AccountId;
use crate::db::Tx;
use serde_json::json;

pub struct Add {
    /// In lower case.
    pub email: String,
    pub name: String,
    /// Without one, the person chooses it by a link sent to the address.
    pub password: Option<String>,
    pub roles: Vec<RoleAt>,
    pub belongs: Belongs,
}

pub fn add(tx: &mut Tx, hasher: &Passwords, add: &Add) -> Result<Account, Fault> {
    tx.allow(Act::ManageAccounts, &Scope::organisation(), "account")?;

    let account = Account {
        id: AccountId::new(),
        email: add.email.clone(),
        name: add.name.clone(),
        roles: add.roles.clone(),
        belongs: add.belongs.clone(),
        disabled_at: None,
        created_at: tx.now(),
    };
    judge(tx, &account)?;
    let hash = hash(hasher, add)?;

    store::accounts::add(tx, &account, &hash)?;
    if account.is_lead() {
        leads::tell(tx, &account)?;
    }
    tx.audit(Event::AddAccount, account.id.as_str(), roles_of(&account))?;
    Ok(account)
}

/// A password nobody knows stands in for none, so that signing in takes as long.
fn hash(hasher: &Passwords, add: &Add) -> Result<String, Fault> {
    let unknown = Secret::random();
    let password = match &add.password {
        Some(password) => {
            passwords::judge(password, Whose { email: &add.email, name: &add.name })
                .map_err(|weak| Fault::invalid("/password", weak.sentence()))?;
            password
        }
        None => unknown.reveal(),
    };
    hasher.hash(password).map_err(Fault::internal)
}

/// Fields that are given replace the old values; the others stay.
#[derive(Default)]
pub struct AccountChange {
    pub name: Option<String>,
    pub roles: Option<Vec<RoleAt>>,
    pub belongs: Option<Belongs>,
    pub disabled: Option<bool>,
}

pub fn change(tx: &mut Tx, id: &AccountId, change: &AccountChange) -> Result<Account, Fault> {
    store::accounts::lock(tx, id)?;
    tx.allow(Act::ManageAccounts, &Scope::organisation(), "account")?;
    let before = store::accounts::one(tx, id)?;

    let disabled_at = match change.disabled {
        Some(true) => before.disabled_at.or_else(|| Some(tx.now())),
        Some(false) => None,
        None => before.disabled_at,
    };
    let after = Account {
        name: change.name.clone().unwrap_or_else(|| before.name.clone()),
        roles: change.roles.clone().unwrap_or_else(|| before.roles.clone()),
        belongs: change.belongs.clone().unwrap_or_else(|| before.belongs.clone()),
        disabled_at,
        ..before.clone()
    };
    judge(tx, &after)?;
    if tx.actor().account_id.as_ref() == Some(id) {
        not_ones_own(&before, &after)?;
    }
    if before.is_administrator()
        && !after.is_administrator()
        && store::accounts::other_administrators(tx, id)? == 0
    {
        return Err(Fault::invalid("/roles", "There must always be an administrator."));
    }

    store::accounts::save(tx, &after)?;
    if after.is_lead() && !before.is_lead() {
        leads::tell(tx, &after)?;
    }
    if after.disabled_at.is_some() {
        store::sign_in::end_sessions_of(tx, id, None)?;
    }
    let disabled = after.disabled_at.is_some();
    let mut detail = roles_of(&after);
    detail["disabled"] = disabled.into();
    tx.audit(Event::ChangeAccount, id.as_str(), detail)?;
    Ok(after)
}

/// Nobody may give themselves a role, or widen one they hold.
fn not_ones_own(before: &Account, after: &Account) -> Result<(), Fault> {
    let detail = "You cannot give this to yourself. Ask another administrator; where there is \
                  none, run `firstplace user give` on the machine.";
    if let Some(place) = after.roles.iter().position(|held| !before.roles.contains(held)) {
        return Err(Fault::invalid(&format!("/roles/{place}"), detail));
    }
    if before.belongs != after.belongs {
        return Err(Fault::invalid("/roles", detail));
    }
    Ok(())
}

/// Checks that it makes sense, and that what it names exists.
fn judge(tx: &mut Tx, account: &Account) -> Result<(), Fault> {
    account.judge()?;
    for (place, held) in account.roles.iter().enumerate() {
        if let Some(centre) = &held.centre
            && !store::accounts::has_centre(tx, centre)?
        {
            let pointer = format!("/roles/{place}/centre_id");
            return Err(Fault::invalid(&pointer, "There is no such centre."));
        }
    }
    let Belongs { partner, family, carer, .. } = &account.belongs;
    if let Some(partner) = partner
        && !store::accounts::has_partner(tx, partner)?
    {
        return Err(Fault::invalid("/partner_id", "There is no such partner."));
    }
    if let Some(family) = family
        && !store::accounts::has_family(tx, family)?
    {
        return Err(Fault::invalid("/family_id", "There is no such family."));
    }
    if let (Some(family), Some(carer)) = (family, carer)
        && !store::accounts::has_carer(tx, family, carer)?
    {
        return Err(Fault::invalid("/carer_id", "This carer does not belong to this family."));
    }
    Ok(())
}

fn roles_of(account: &Account) -> serde_json::Value {
    let roles =
        account.roles.iter().map(|held| json!({ "role": held.role, "centre_id": held.centre }));
    json!({ "roles": roles.collect::<Vec<_>>() })
}
