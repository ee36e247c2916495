//! Accounts over REST, for an administrator.

use crate::access::accounts::{Account, Belongs};
use crate::access::service::accounts::{self, AccountChange, Add};
use crate::access::{Act, Role, RoleAt, store};
use crate::base::fault::Fault;
use crate::base::id::{AccountId, CarerId, CentreId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    AddFaults: AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_accounts).service(add_account).service(get_account).service(change_account);
}

/// A role, at one centre or everywhere.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"role": "staff", "centre_id": "0193c5d27f3a7d0e9d1c2b3a4f5e6d7c"}))]
pub struct RoleInOut {
    /// The role.
    pub role: Role,
    /// Where a volunteer, front desk or staff holds it; everywhere when left out.
    #[serde(default)]
    pub centre_id: Option<CentreId>,
}

impl From<RoleAt> for RoleInOut {
    fn from(held: RoleAt) -> RoleInOut {
        RoleInOut { role: held.role, centre_id: held.centre }
    }
}

impl From<RoleInOut> for RoleAt {
    fn from(held: RoleInOut) -> RoleAt {
        RoleAt { role: held.role, centre: held.centre_id }
    }
}

fn roles(given: &[RoleInOut]) -> Vec<RoleAt> {
    given.iter().cloned().map(RoleAt::from).collect()
}

/// A person who can sign in.
#[derive(Serialize, ToSchema)]
pub struct AccountOut {
    /// Opaque.
    pub id: AccountId,
    /// What the person signs in with.
    #[schema(example = "amina@hubs.example")]
    pub email: String,
    /// The person's name, as staff know it.
    #[schema(example = "Amina Khan")]
    pub name: String,
    /// The person's roles.
    pub roles: Vec<RoleInOut>,
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

impl From<Account> for AccountOut {
    fn from(account: Account) -> AccountOut {
        AccountOut {
            id: account.id,
            email: account.email,
            name: account.name,
            roles: account.roles.into_iter().map(RoleInOut::from).collect(),
            partner_id: account.belongs.partner,
            team: account.belongs.team,
            family_id: account.belongs.family,
            carer_id: account.belongs.carer,
            disabled_at: account.disabled_at,
            created_at: account.created_at,
        }
    }
}

/// A new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "email": "amina@hubs.example", "name": "Amina Khan", "roles": [{"role": "staff"}]
}))]
pub struct AccountIn {
    /// What the person signs in with; no two accounts share one.
    #[schema(format = Email, max_length = 254)]
    pub email: String,
    /// The person's name, as staff know it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// 12 to 256 characters, hard to guess, and not made of name or address. Without one, the person
    /// asks for a link to choose it.
    #[schema(min_length = 12, max_length = 256)]
    pub password: Option<String>,
    /// At least one.
    #[schema(min_items = 1, max_items = 20)]
    pub roles: Vec<RoleInOut>,
    /// For a professional: the agency.
    pub partner_id: Option<PartnerId>,
    /// For a professional: the team whose referrals are shared.
    #[schema(max_length = 120)]
    pub team: Option<String>,
    /// For a parent: their family.
    pub family_id: Option<FamilyId>,
    /// For a parent: which of the family's carers they are.
    pub carer_id: Option<CarerId>,
}

impl AccountIn {
    fn command(&self) -> Result<Add, Fault> {
        Ok(Add {
            email: text::email("/email", &self.email)?,
            name: text::name("/name", &self.name)?,
            password: self.password.clone(),
            roles: roles(&self.roles),
            belongs: Belongs {
                partner: self.partner_id.clone(),
                team: text::maybe_name("/team", self.team.as_deref())?,
                family: self.family_id.clone(),
                carer: self.carer_id.clone(),
            },
        })
    }
}

/// Changes to an account. Fields left out stay as they are.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"disabled": true}))]
pub struct AccountPatch {
    /// The person's name, as staff know it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// Replaces every role.
    #[schema(min_items = 1, max_items = 20)]
    pub roles: Option<Vec<RoleInOut>>,
    /// Replaces what the person belongs to: agency and team, family and carer.
    pub belongs: Option<BelongsIn>,
    /// `true` ends access at once; `false` gives it back, and the person signs in again.
    pub disabled: Option<bool>,
}

/// What a person belongs to. A field left out is cleared.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BelongsIn {
    /// For a professional: the agency.
    pub partner_id: Option<PartnerId>,
    /// For a professional: the team whose referrals are shared.
    #[schema(max_length = 120)]
    pub team: Option<String>,
    /// For a parent: their family.
    pub family_id: Option<FamilyId>,
    /// For a parent: which of the family's carers they are.
    pub carer_id: Option<CarerId>,
}

impl BelongsIn {
    fn belongs(&self) -> Result<Belongs, Fault> {
        Ok(Belongs {
            partner: self.partner_id.clone(),
            team: text::maybe_name("/belongs/team", self.team.as_deref())?,
            family: self.family_id.clone(),
            carer: self.carer_id.clone(),
        })
    }
}

impl AccountPatch {
    fn command(&self) -> Result<AccountChange, Fault> {
        let name = self.name.as_deref();
        Ok(AccountChange {
            name: name.map(|name| text::name("/name", name)).transpose()?,
            roles: self.roles.as_deref().map(roles),
            belongs: self.belongs.as_ref().map(BelongsIn::belongs).transpose()?,
            disabled: self.disabled,
        })
    }
}

/// List the accounts
///
/// Sorted by e-mail address.
#[utoipa::path(tag = "access", params(Paging),
    responses((status = 200, body = List<AccountOut>)))]
#[get("/accounts")]
async fn list_accounts(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::ManageAccounts, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::accounts::page(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.email.clone(), AccountOut::from)))
    })
    .await
}

/// Add an account
#[utoipa::path(tag = "access", request_body = AccountIn, responses((status = 201, body = AccountOut), AddFaults))]
#[post("/accounts")]
async fn add_account(api: Api, body: Body<AccountIn>) -> Result<HttpResponse, Fault> {
    let gate = api.app().gate.clone();
    api.write(Act::ManageAccounts, body, move |tx, input| {
        Ok(Answer::created(AccountOut::from(accounts::add(
            tx,
            &gate.passwords,
            &input.command()?,
        )?)))
    })
    .await
}

/// Get one account
#[utoipa::path(tag = "access", params(("id" = inline(AccountId), Path, description = "The account.")),
    responses((status = 200, body = AccountOut)))]
#[get("/accounts/{id}")]
async fn get_account(api: Api, id: Path<AccountId>) -> Result<HttpResponse, Fault> {
    api.read(Act::ManageAccounts, move |tx| {
        Ok(Answer::ok(AccountOut::from(store::accounts::one(tx, &id)?)))
    })
    .await
}

/// Change an account
///
/// New roles apply from the next request; a disabled account is signed out at once.
#[utoipa::path(tag = "access", request_body = AccountPatch, params(("id" = inline(AccountId), Path, description = "The account.")),
    responses((status = 200, body = AccountOut)))]
#[patch("/accounts/{id}")]
async fn change_account(
    api: Api,
    id: Path<AccountId>,
    body: Body<AccountPatch>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::ManageAccounts, body, move |tx, input| {
        Ok(Answer::ok(AccountOut::from(accounts::change(tx, &id, &input.command()?)?)))
    })
    .await
}
