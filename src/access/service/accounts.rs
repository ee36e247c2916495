//! Creating accounts and changing them. Roles are read with every request, so a change applies at
//! once; disabling an account ends its sessions too.

use super::leads;
use crate::access::accounts::{Account, Belongs};
use crate::access::passwords::{Passwords, Whose};
use crate::access::secret::Secret;
use crate::access::{Act, RoleAt, Scope, passwords, store};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::AccountId;
use crate::base::text;
use crate::db::Tx;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

pub(crate) struct Add {
    /// In lower case.
    pub email: String,
    pub name: String,
    /// Without one, the person chooses it by a link sent to the address.
    pub password: Option<String>,
    pub roles: Vec<RoleAt>,
    pub belongs: Belongs,
}

pub(crate) fn add(tx: &mut Tx, hasher: &Passwords, add: &Add) -> Result<Account> {
    tx.allow(Act::ManageAccounts, &Scope::organisation(), "account")?;

    let account = Account {
        id: AccountId::new(),
        email: text::email("/email", &add.email)?,
        name: text::name("/name", &add.name)?,
        roles: add.roles.clone(),
        partner_id: add.belongs.partner.clone(),
        team: text::maybe_name("/team", add.belongs.team.as_deref())?,
        family_id: add.belongs.family.clone(),
        carer_id: add.belongs.carer.clone(),
        disabled_at: None,
        created_at: tx.now(),
    };
    judge(tx, &account)?;
    let hash = hash(hasher, &account, add.password.as_deref())?;

    store::accounts::add(tx, &account, &hash)?;
    if account.is_lead() {
        leads::tell(tx, &account)?;
    }
    tx.audit(Event::AddAccount, account.id.as_str(), roles_of(&account))?;
    Ok(account)
}

/// A password nobody knows stands in for none, so that signing in takes as long.
fn hash(hasher: &Passwords, account: &Account, chosen: Option<&str>) -> Result<String> {
    let unknown = Secret::random();
    let password = match chosen {
        Some(password) => {
            passwords::judge(password, Whose { email: &account.email, name: &account.name })
                .map_err(|weak| Fault::invalid("/password", weak.sentence()))?;
            password
        }
        None => unknown.reveal(),
    };
    hasher.hash(password).map_err(Fault::internal)
}

/// Changes to an account. Fields left out stay as they are.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AccountPatch)]
#[schema(example = json!({"disabled": true}))]
pub(crate) struct AccountChange {
    /// The person's name, as staff know it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// Replaces every role.
    #[schema(min_items = 1, max_items = 20)]
    pub roles: Option<Vec<RoleAt>>,
    /// Replaces what the person belongs to: agency and team, family and carer.
    pub belongs: Option<Belongs>,
    /// `true` ends access at once; `false` gives it back, and the person signs in again.
    pub disabled: Option<bool>,
}

pub(crate) fn change(tx: &mut Tx, id: &AccountId, change: &AccountChange) -> Result<Account> {
    let name = change.name.as_deref().map(|name| text::name("/name", name)).transpose()?;
    let mut belongs = change.belongs.clone();
    if let Some(belongs) = &mut belongs {
        belongs.team = text::maybe_name("/belongs/team", belongs.team.as_deref())?;
    }
    store::accounts::lock(tx, id)?;
    tx.allow(Act::ManageAccounts, &Scope::organisation(), "account")?;
    let before = store::accounts::one(tx, id)?;

    let disabled_at = match change.disabled {
        Some(true) => before.disabled_at.or_else(|| Some(tx.now())),
        Some(false) => None,
        None => before.disabled_at,
    };
    let mut after = Account { disabled_at, ..before.clone() };
    if let Some(name) = name {
        after.name = name;
    }
    if let Some(roles) = &change.roles {
        after.roles.clone_from(roles);
    }
    if let Some(belongs) = belongs {
        after = after.part_of(belongs);
    }
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
fn not_ones_own(before: &Account, after: &Account) -> Result<()> {
    let detail = "You cannot give this to yourself. Ask another administrator; where there is \
                  none, run `firstplace user give` on the machine.";
    if let Some(place) = after.roles.iter().position(|held| !before.roles.contains(held)) {
        return Err(Fault::invalid(&format!("/roles/{place}"), detail));
    }
    let belongs = |of: &Account| {
        let Account { partner_id, team, family_id, carer_id, .. } = of.clone();
        (partner_id, team, family_id, carer_id)
    };
    if belongs(before) != belongs(after) {
        return Err(Fault::invalid("/roles", detail));
    }
    Ok(())
}

/// Checks that it makes sense, and that what it names exists.
fn judge(tx: &mut Tx, account: &Account) -> Result<()> {
    account.judge()?;
    for (place, held) in account.roles.iter().enumerate() {
        if let Some(centre) = &held.centre
            && !store::accounts::has_centre(tx, centre)?
        {
            let pointer = format!("/roles/{place}/centre_id");
            return Err(Fault::invalid(&pointer, "There is no such centre."));
        }
    }
    let Account { partner_id, family_id, carer_id, .. } = account;
    if let Some(partner) = partner_id
        && !store::accounts::has_partner(tx, partner)?
    {
        return Err(Fault::invalid("/partner_id", "There is no such partner."));
    }
    if let Some(family) = family_id
        && !store::accounts::has_family(tx, family)?
    {
        return Err(Fault::invalid("/family_id", "There is no such family."));
    }
    if let (Some(family), Some(carer)) = (family_id, carer_id)
        && !store::accounts::has_carer(tx, family, carer)?
    {
        return Err(Fault::invalid("/carer_id", "This carer does not belong to this family."));
    }
    Ok(())
}

fn roles_of(account: &Account) -> serde_json::Value {
    json!({ "roles": account.roles })
}
