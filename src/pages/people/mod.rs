//! The people who work with the service, for administrators: their roles, and who has access.

mod view;

use crate::access::accounts::Belongs;
use crate::access::service::accounts::{self, AccountChange, Add};
use crate::access::{Act, Role, RoleAt, store};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, CentreId, PartnerId};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::Paging;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use crate::{centres, partners};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use view::{PEOPLE, People, Typed};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(PEOPLE).route(web::get().to(show)).route(web::post().to(add)))
        .route("/admin/people/{id}/access", web::post().to(change_access));
}

/// Accounts on one page.
const ON_A_PAGE: u32 = 25;

#[derive(Clone, Default, Deserialize)]
struct Shown {
    /// The `next` of the page before.
    after: Option<String>,
}

/// What was typed, as the account it makes.
fn command(typed: &Typed) -> Result<Add> {
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let role = Role::parse(&typed.role);
    let role = role.ok_or_else(|| Fault::invalid("/roles", "Choose a role."))?;
    let centre = some(&typed.centre).map(CentreId::from);
    Ok(Add {
        email: typed.email.trim().to_lowercase(),
        name: typed.name.clone(),
        password: None,
        roles: vec![RoleAt { role, centre }],
        belongs: Belongs {
            partner: some(&typed.partner).map(PartnerId::from),
            team: some(&typed.team),
            ..Belongs::default()
        },
    })
}

async fn show(visit: Visit, shown: web::Query<Shown>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::ManageAccounts, move |tx| {
            page(tx, &head, shown.after.as_deref(), (&Typed::default(), &[]))
        })
        .await
}

fn page(
    tx: &mut Tx,
    head: &Letterhead,
    after: Option<&str>,
    (typed, wrong): (&Typed, &[Wrong]),
) -> Result<HtmlPage> {
    let paging = Paging::of_page(ON_A_PAGE, after)?;
    let from = paging.after.as_deref().unwrap_or_default();
    let rows = store::accounts::page(tx, from, paging.rows())?;
    let shown = paging.page(rows, |row| row.email.clone(), |row| row);
    let partners = partners::store::partners(tx, "", i64::MAX)?;
    let centres = centres::service::names(tx)?;
    let html = view::page(&People {
        head,
        menu: Menu::of(tx.actor()),
        own: tx.actor().account_id.as_ref(),
        people: &shown,
        centres: &centres,
        partners: &partners,
        typed,
        wrong,
    });
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(HtmlPage { status, html })
}

async fn add(visit: Visit, typed: web::Form<Typed>) -> HttpResponse {
    let (head, gate) = (visit.head(), visit.app().gate.clone());
    visit
        .write(Act::ManageAccounts, move |tx| {
            let added = command(&typed)
                .and_then(|command| tx.part(|tx| accounts::add(tx, &gate.passwords, &command)));
            match added {
                Ok(_) => Ok(Next::GoTo(PEOPLE.to_owned())),
                Err(fault) => {
                    let wrong = [wrong(fault)?];
                    page(tx, &head, None, (&typed, &wrong)).map(Next::Show)
                }
            }
        })
        .await
}

/// The box that a fault is about, where it is about one.
fn wrong(fault: Fault) -> Result<Wrong> {
    let field = match (fault.code(), fault.pointer()) {
        (Code::AlreadyExists, _) => "email",
        (Code::InvalidRequest, Some(pointer)) => match pointer {
            "/name" => "name",
            "/email" => "email",
            "/partner_id" => "partner",
            "/team" => "team",
            pointer if pointer.ends_with("/centre_id") => "centre",
            _ => "role",
        },
        _ => return Err(fault),
    };
    Ok(Wrong::new(field, fault.detail()))
}

#[derive(Deserialize)]
struct AccessForm {
    /// Whether it ends or is given back.
    ends: bool,
}

async fn change_access(
    visit: Visit,
    id: web::Path<AccountId>,
    form: web::Form<AccessForm>,
) -> HttpResponse {
    visit
        .write(Act::ManageAccounts, move |tx| {
            let change = AccountChange { disabled: Some(form.ends), ..AccountChange::default() };
            accounts::change(tx, &id, &change)?;
            Ok(Next::GoTo(PEOPLE.to_owned()))
        })
        .await
}
