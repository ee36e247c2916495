//! Accounts over REST, for an administrator.

use crate::access::accounts::{Account, Belongs};
use crate::access::service::accounts::{self, AccountChange, Add};
use crate::access::{Act, RoleAt, store};
use crate::base::id::{AccountId, CarerId, FamilyId, PartnerId};
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_accounts).service(add_account).service(get_account).service(change_account);
}

/// A new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "email": "amina@hubs.example", "name": "Amina Khan", "roles": [{"role": "staff"}]
}))]
pub(crate) struct AccountIn {
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
    pub roles: Vec<RoleAt>,
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
    fn command(&self) -> Add {
        Add {
            email: self.email.clone(),
            name: self.name.clone(),
            password: self.password.clone(),
            roles: self.roles.clone(),
            belongs: Belongs {
                partner: self.partner_id.clone(),
                team: self.team.clone(),
                family: self.family_id.clone(),
                carer: self.carer_id.clone(),
            },
        }
    }
}

/// List the accounts
///
/// Sorted by e-mail address.
#[utoipa::path(tag = "access", params(Paging),
    responses((status = 200, body = List<Account>)))]
#[get("/accounts")]
async fn list_accounts(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::ManageAccounts, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::accounts::page(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.email.clone(), |row| row)))
    })
    .await
}

/// Add an account
#[utoipa::path(tag = "access", request_body = AccountIn, responses((status = 201, body = Account), AddFaults))]
#[post("/accounts")]
async fn add_account(api: Api, body: Body<AccountIn>) -> ApiResult {
    let gate = api.app().gate.clone();
    api.write(Act::ManageAccounts, body, move |tx, input| {
        Ok(Answer::created(accounts::add(tx, &gate.passwords, &input.command())?))
    })
    .await
}

/// Get one account
#[utoipa::path(tag = "access", params(("id" = inline(AccountId), Path, description = "The account.")),
    responses((status = 200, body = Account)))]
#[get("/accounts/{id}")]
async fn get_account(api: Api, id: Path<AccountId>) -> ApiResult {
    api.read(Act::ManageAccounts, move |tx| Ok(Answer::ok(store::accounts::one(tx, &id)?))).await
}

/// Change an account
///
/// New roles apply from the next request; a disabled account is signed out at once.
#[utoipa::path(tag = "access", request_body = AccountChange, params(("id" = inline(AccountId), Path, description = "The account.")),
    responses((status = 200, body = Account)))]
#[patch("/accounts/{id}")]
async fn change_account(api: Api, id: Path<AccountId>, body: Body<AccountChange>) -> ApiResult {
    api.write(Act::ManageAccounts, body, move |tx, change| {
        Ok(Answer::ok(accounts::change(tx, &id, change)?))
    })
    .await
}
