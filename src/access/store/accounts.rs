//! Queries about accounts and their roles.

use std::collections::BTreeMap;

use crate::access::accounts::Account;
use crate::access::{Actor, Role, RoleAt};
use crate::base::fault::{Code, Fault, Result, is_duplicate};
use crate::base::id::{AccountId, CarerId, CentreId, FamilyId, PartnerId};
use crate::db::schema::{account_roles, accounts, carers, centres, families, partners};
use crate::db::{Conn, Tx};
use diesel::prelude::*;

/// By address.
pub(crate) fn page(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Account>> {
    let some = accounts::table.filter(accounts::email.gt(after.to_owned()));
    load(tx, some.order(accounts::email).limit(rows).into_boxed())
}

pub(crate) fn one(tx: &mut Tx, id: &AccountId) -> Result<Account> {
    let found = load(tx, accounts::table.find(id.clone()).into_boxed())?.pop();
    found.ok_or_else(|| Fault::not_found("account"))
}

/// A carer who signed in with a code, as if it were an account.
pub(crate) fn of_carer(tx: &mut Tx, actor: &Actor, carer: &CarerId) -> Result<Account> {
    let (name, email): (String, Option<String>) = carers::table
        .find(carer)
        .select((carers::name, carers::email))
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("account"))?;
    Ok(Account {
        id: AccountId::from(carer.as_str()),
        email: email.unwrap_or_default(),
        name,
        roles: actor.roles.clone(),
        partner_id: None,
        team: None,
        family_id: actor.family_id.clone(),
        carer_id: Some(carer.clone()),
        disabled_at: None,
        created_at: actor.signed_in_at.unwrap_or_else(|| tx.now()),
    })
}

fn load(
    tx: &mut Tx,
    query: accounts::BoxedQuery<'_, <Conn as Connection>::Backend>,
) -> Result<Vec<Account>> {
    let rows = query
        .select((
            accounts::id,
            accounts::email,
            accounts::name,
            accounts::partner_id,
            accounts::team,
            accounts::family_id,
            accounts::carer_id,
            accounts::disabled_at,
            accounts::created_at,
        ))
        .load::<(AccountId, _, _, _, _, _, _, _, _)>(tx.conn())?;
    let ids: Vec<AccountId> = rows.iter().map(|row| row.0.clone()).collect();
    let held: Vec<(AccountId, Role, String)> = account_roles::table
        .filter(account_roles::account_id.eq_any(ids))
        .order((account_roles::role, account_roles::centre_id))
        .select((account_roles::account_id, account_roles::role, account_roles::centre_id))
        .load(tx.conn())?;
    let mut roles: BTreeMap<AccountId, Vec<RoleAt>> = BTreeMap::new();
    for (id, role, centre) in held {
        roles.entry(id).or_default().push(RoleAt::stored(role, centre));
    }
    let mut account = |row| {
        let (id, email, name, partner_id, team, family_id, carer_id, disabled_at, created_at) = row;
        let roles = roles.remove(&id).unwrap_or_default();
        Account {
            id,
            email,
            name,
            roles,
            partner_id,
            team,
            family_id,
            carer_id,
            disabled_at,
            created_at,
        }
    };
    Ok(rows.into_iter().map(&mut account).collect())
}

pub(crate) fn of_email(tx: &mut Tx, email: &str) -> Result<Option<AccountId>> {
    Ok(accounts::table
        .filter(accounts::email.eq(email))
        .select(accounts::id)
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add(tx: &mut Tx, account: &Account, password_hash: &str) -> Result<()> {
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(&account.id),
            accounts::email.eq(&account.email),
            accounts::name.eq(&account.name),
            accounts::password_hash.eq(password_hash),
            accounts::partner_id.eq(&account.partner_id),
            accounts::team.eq(&account.team),
            accounts::family_id.eq(&account.family_id),
            accounts::carer_id.eq(&account.carer_id),
            accounts::created_at.eq(account.created_at),
        ))
        .execute(tx.conn())
        .map_err(|error| {
            if is_duplicate(&error) {
                Fault::new(Code::AlreadyExists, "An account with this address already exists.")
            } else {
                error.into()
            }
        })?;
    add_roles(tx, account)
}

/// Writes everything that may change: name, roles, what it belongs to, disabled.
pub(crate) fn save(tx: &mut Tx, account: &Account) -> Result<()> {
    diesel::update(accounts::table.find(&account.id))
        .set((
            accounts::name.eq(&account.name),
            accounts::partner_id.eq(&account.partner_id),
            accounts::team.eq(&account.team),
            accounts::family_id.eq(&account.family_id),
            accounts::carer_id.eq(&account.carer_id),
            accounts::disabled_at.eq(account.disabled_at),
        ))
        .execute(tx.conn())?;
    diesel::delete(account_roles::table.filter(account_roles::account_id.eq(&account.id)))
        .execute(tx.conn())?;
    add_roles(tx, account)
}

fn add_roles(tx: &mut Tx, account: &Account) -> Result<()> {
    for held in &account.roles {
        let centre = held.centre.as_ref().map_or("", CentreId::as_str);
        diesel::insert_into(account_roles::table)
            .values((
                account_roles::account_id.eq(&account.id),
                account_roles::role.eq(held.role),
                account_roles::centre_id.eq(centre),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Locks the account, so that two changes of it come one after the other.
pub(crate) fn lock(tx: &mut Tx, id: &AccountId) -> Result<()> {
    tx.lock(|conn| {
        diesel::update(accounts::table.find(id))
            .set(accounts::name.eq(accounts::name))
            .execute(conn)
            .map(|_| ())
    })
}

/// How many other accounts may manage accounts; their rows are locked, so that two
/// administrators cannot disable each other at once.
pub(crate) fn other_administrators(tx: &mut Tx, id: &AccountId) -> Result<i64> {
    let holders = account_roles::table
        .filter(account_roles::role.eq(Role::Administrator))
        .select(account_roles::account_id);
    let others = accounts::table
        .filter(accounts::id.ne(id))
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::id.eq_any(holders));
    diesel::update(others).set(accounts::name.eq(accounts::name)).execute(tx.conn())?;
    Ok(others.count().get_result(tx.conn())?)
}

/// Who opens restricted records, and where they are written to.
pub(crate) fn leads(tx: &mut Tx) -> Result<Vec<(AccountId, String)>> {
    let holders = account_roles::table
        .filter(account_roles::role.eq(Role::SafeguardingLead))
        .select(account_roles::account_id);
    Ok(accounts::table
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::id.eq_any(holders))
        .order(accounts::id)
        .select((accounts::id, accounts::email))
        .load(tx.conn())?)
}

pub(crate) fn has_centre(tx: &mut Tx, id: &CentreId) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(centres::table.find(id))).get_result(tx.conn())?)
}

pub(crate) fn has_partner(tx: &mut Tx, id: &PartnerId) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(partners::table.find(id))).get_result(tx.conn())?)
}

pub(crate) fn has_family(tx: &mut Tx, id: &FamilyId) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(families::table.find(id))).get_result(tx.conn())?)
}

/// Whether the carer is one of the family's.
pub(crate) fn has_carer(tx: &mut Tx, family: &FamilyId, carer: &CarerId) -> Result<bool> {
    let found = carers::table.filter(carers::family_id.eq(family)).filter(carers::id.eq(carer));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(tx.conn())?)
}
