//! The devices of the door, for administrators: those that may keep the names of today's registers
//! without a network. A new one is shown its code once; a lost one is revoked.

use crate::access::Act;
use crate::attendance::devices::{DeviceState, DoorDevice, service, store};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, DoorDeviceId};
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::pages::team::{WorkPage, framed};
use crate::web::Paging;
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit, form_urlencoded};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono_tz::Europe::London;
use maud::{Markup, html};
use serde::Deserialize;

const DEVICES: &str = "/admin/devices";
const ON_A_PAGE: u32 = 50;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(DEVICES).route(web::get().to(show)).route(web::post().to(add)))
        .route("/admin/devices/{id}/revoke", web::post().to(revoke));
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The last of the page before.
    after: Option<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Added {
    name: String,
    centre: String,
}

/// What has just been done with the form.
#[derive(Default)]
struct Done {
    typed: Added,
    wrong: Vec<Wrong>,
    /// The device that was added, and its code.
    code: Option<(String, String)>,
}

async fn show(visit: Visit, asked: web::Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::ManageDevices, move |tx| {
            page(tx, &head, asked.after.as_deref(), &Done::default())
        })
        .await
}

async fn add(visit: Visit, sent: web::Form<Added>) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::ManageDevices, move |tx| {
            let centre = CentreId::from(sent.centre.as_str());
            let done = match service::add(tx, &centre, &sent.name) {
                Ok((device, code)) => Done { code: Some((device.name, code)), ..Done::default() },
                Err(fault) => Done { typed: sent.clone(), wrong: vec![wrong(&fault)?], code: None },
            };
            Ok(Next::Show(page(tx, &head, None, &done)?))
        })
        .await
}

fn wrong(fault: &Fault) -> Result<Wrong> {
    match (fault.code(), fault.pointer()) {
        (Code::AlreadyExists, _) => Ok(Wrong::new("name", fault.detail())),
        (Code::InvalidRequest, Some("/centre_id")) => Ok(Wrong::new("centre", "Choose a centre")),
        (Code::InvalidRequest, _) => Ok(Wrong::new("name", "Enter a name, up to 80 letters")),
        _ => Err(fault.clone()),
    }
}

async fn revoke(visit: Visit, id: web::Path<DoorDeviceId>) -> HttpResponse {
    visit
        .write(Act::ManageDevices, move |tx| {
            service::revoke(tx, &id)?;
            Ok(Next::GoTo(DEVICES.to_owned()))
        })
        .await
}

fn page(tx: &mut Tx, head: &Letterhead, after: Option<&str>, done: &Done) -> Result<HtmlPage> {
    let paging = Paging { limit: Some(ON_A_PAGE), after: None };
    let mut devices = store::page(tx, after, paging.rows())?;
    let has_more = devices.len() > paging.limit();
    devices.truncate(paging.limit());
    let centres = centres::store::centres(tx, "", 500)?;
    let centres: Vec<(String, String)> =
        centres.into_iter().map(|centre| (centre.id.to_string(), centre.name)).collect();
    let next = devices.last().filter(|_| has_more).map(|last| last.id.to_string());
    let now = tx.now();
    let words = Words::english();
    let main = html! {
        (error_summary(words, &done.wrong))
        @if let Some((name, code)) = &done.code { (code_of(name, code)) }
        p {
            "These devices keep the names of today’s registers when there is no network, sealed, until "
            "two hours after the session. Any other keeps marks and no names. Revoke a device as soon "
            "as it is lost: it forgets the names when it next reaches us."
        }
        @if devices.is_empty() { p { "There are none." } }
        @for device in &devices { (line(device, &centres, now)) }
        @if let Some(next) = next {
            p { a href={ (DEVICES) "?after=" (form_urlencoded(&next)) } { "Next page" } }
        }
        h2 { "Add a device" }
        (form(words, done, &centres))
    };
    let heading = "Devices of the door";
    let (menu, is_wrong) = (Menu::of(tx.actor()), !done.wrong.is_empty());
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let html = framed(head, WorkPage { menu, here: DEVICES, heading, is_wrong, main });
    Ok(HtmlPage { status, html })
}

fn code_of(name: &str, code: &str) -> Markup {
    let groups: Vec<&str> =
        [code.get(..4), code.get(4..8), code.get(8..)].into_iter().flatten().collect();
    html! {
        div.notice role="status" {
            p { strong { "On “" (name) "”, open " (super::registers::device::ENROL) " and type " (groups.join(" ")) } }
            p { "The code works once, within half an hour. It is not shown again." }
        }
    }
}

fn line(device: &DoorDevice, centres: &[(String, String)], now: Moment) -> Markup {
    let centre = centres.iter().find(|(id, _)| id == device.centre_id.as_str());
    let day = |moment: Moment| moment.utc().with_timezone(&London).format("%-d %B %Y").to_string();
    let (says, since) = match device.state(now) {
        DeviceState::Waiting => ("Its code has not been typed yet", None),
        DeviceState::Lapsed => ("Its code has run out: revoke it and add it again", None),
        DeviceState::Enrolled => ("Enrolled", device.enrolled_at),
        DeviceState::Revoked => ("Revoked", device.revoked_at),
    };
    html! {
        div.box {
            h2 { (device.name) }
            p {
                @if let Some((_, name)) = centre { (name) ". " }
                (says) @if let Some(since) = since { " on " (day(since)) } "."
            }
            @if device.revoked_at.is_none() {
                form method="post" action={ (DEVICES) "/" (device.id) "/revoke" } {
                    button.second type="submit" { "Revoke" span.hidden { " " (device.name) } }
                }
            }
        }
    }
}

fn form(words: Words, done: &Done, centres: &[(String, String)]) -> Markup {
    let wrong = wrong_with(&done.wrong, "centre");
    html! {
        form method="post" action=(DEVICES) {
            (field(words, &Field {
                name: "name",
                label: "What it is called",
                hint: "For example, tablet at the front door",
                value: &done.typed.name,
                wrong: wrong_with(&done.wrong, "name"),
                ..Field::default()
            }))
            div.wrong[wrong.is_some()] {
                label for="centre" { "Centre" }
                @if let Some(wrong) = wrong {
                    p.error id="centre-error" { span.hidden { "Error: " } (wrong) }
                }
                select id="centre" name="centre" aria-describedby=[wrong.map(|_| "centre-error")]
                    aria-invalid=[wrong.map(|_| "true")] {
                    option value="" { "Choose" }
                    @for (id, name) in centres {
                        option value=(id) selected[*id == done.typed.centre] { (name) }
                    }
                }
            }
            p.actions { button type="submit" { "Add" } }
        }
    }
}
