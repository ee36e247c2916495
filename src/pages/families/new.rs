//! A new family at the door, in one form. What comes of it is said truly: it is a member now, it is
//! known already, what was said is kept for those who may open its record, or it books as a guest.

use super::new_form::{NewFamily, sheet};
use crate::access::Act;
use crate::base::fault::{Code, Result};
use crate::db::Tx;
use crate::families::FirstContact;
use crate::families::add::AddFamily;
use crate::mail::words::Letterhead;
use crate::membership::notices;
use crate::membership::service::{FirstMeeting, lift, meet};
use crate::pages::team::{AT_A_DESK, FAMILIES, Sent, TeamPage, page, to_say};
use crate::web::Query;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/families/new").route(web::get().to(ask)).route(web::post().to(add)),
    );
}

#[derive(Clone, Default, Deserialize)]
struct Asked {
    /// What was searched for.
    #[serde(default)]
    name: String,
    /// The session it came to.
    #[serde(default)]
    session: String,
}

async fn ask(visit: Visit, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(AT_A_DESK, move |tx| {
            tx.actor().allow_ever(Act::MakeFamily)?;
            let asked = asked.read()?;
            let begun = [("name", asked.name), ("session", asked.session)];
            let begun = begun.map(|(name, value)| (name.to_owned(), value));
            let form = NewFamily(Sent(begun.to_vec()));
            Ok(HtmlPage::ok(sheet(tx, &head, &form, &[])))
        })
        .await
}

async fn add(visit: Visit, sent: web::Form<Vec<(String, String)>>) -> HttpResponse {
    let head = visit.head();
    let form = NewFamily(Sent(sent.into_inner()));
    visit
        .write(Act::MakeFamily, move |tx| {
            // A professional describes families elsewhere.
            tx.actor().allow_ever(AT_A_DESK)?;
            let today = tx.today();
            let add = form.read(today).and_then(|family| {
                let command = family.command(today, FirstContact::Staff);
                command.map_err(|fault| vec![NewFamily::wrong(&fault)])
            });
            let add = match add {
                Ok(add) => add,
                Err(wrong) => return Ok(Next::Show(refused(tx, &head, &form, None, &wrong))),
            };
            match tx.part(|tx| make(tx, &form, &add)) {
                Ok(Some(path)) => Ok(Next::GoTo(path)),
                Ok(None) => Ok(Next::Show(HtmlPage::ok(stated(tx, &head)))),
                Err(fault) if fault.code() == Code::BookAsGuest => {
                    Ok(Next::Show(HtmlPage::ok(as_guest(tx, &head, &form))))
                }
                Err(fault) => {
                    let (status, fault) = to_say(fault)?;
                    let wrong = [NewFamily::wrong(&fault)];
                    Ok(Next::Show(refused(tx, &head, &form, Some(status), &wrong)))
                }
            }
        })
        .await
}

/// Where to go on; nowhere for a family whose record the caller may not open.
fn make(tx: &mut Tx, form: &NewFamily, add: &AddFamily) -> Result<Option<String>> {
    if form.rejoins() {
        lift(tx, add)?;
    }
    let (household, done) = match meet(tx, add)? {
        FirstMeeting::New(household) => (household, "made"),
        FirstMeeting::Known(household) => (household, "known"),
        FirstMeeting::Stated(_) => return Ok(None),
    };
    let done = if household.family.guest { "guest" } else { done };
    let family = &household.family.id;
    if done == "made" && form.was_shown_notice() {
        notices::service::show_to(tx, family, notices::ENGLISH)?;
    }
    Ok(Some(match form.session() {
        Some(session) => format!("{FAMILIES}/{family}/book?session={session}"),
        None => format!("{FAMILIES}/{family}?done={done}"),
    }))
}

fn refused(
    tx: &mut Tx,
    head: &Letterhead,
    form: &NewFamily,
    status: Option<StatusCode>,
    wrong: &[Wrong],
) -> HtmlPage {
    let html = sheet(tx, head, form, wrong);
    HtmlPage { status: status.unwrap_or(StatusCode::UNPROCESSABLE_ENTITY), html }
}

/// Whoever said no before is not written down again. The desk learns no more than that.
fn as_guest(tx: &Tx, head: &Letterhead, form: &NewFamily) -> Markup {
    let main = html! {
        p { "Book this family as a guest. A guest books like any other, and is forgotten 30 days after the session." }
        form method="post" action="/families/new" {
            (form.hidden())
            input type="hidden" name="guest" value="yes";
            p { button type="submit" { "Book as a guest" } }
        }
        @if tx.actor().may_ever(Act::ChangeFamily) {
            p { "Only where the family itself asks to be a member again:" }
            form method="post" action="/families/new" {
                (form.hidden())
                input type="hidden" name="rejoins" value="yes";
                p { button.second type="submit" { "They ask to join again" } }
            }
        }
        p { a href=(FAMILIES) { "Back to families" } }
    };
    page(tx, head, TeamPage { here: FAMILIES, heading: "Book as a guest", wrong: &[], main })
}

fn stated(tx: &Tx, head: &Letterhead) -> Markup {
    let main = html! {
        p {
            "Thank you. This family is looked after elsewhere, so its record is not opened here. "
            "What you wrote is kept for those who look after it."
        }
        p { a.button href=(FAMILIES) { "Back to families" } }
    };
    page(tx, head, TeamPage { here: FAMILIES, heading: "We have noted it", wrong: &[], main })
}
