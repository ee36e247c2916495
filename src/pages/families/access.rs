//! What protects a family: who opens its record, the end of an adult's access, and its card.

use super::record::after;
use crate::access::Act;
use crate::api::memberships::press;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, FamilyId};
use crate::base::text;
use crate::db::Tx;
use crate::families::service::{Restriction, allow, restrict};
use crate::families::{Carer, store as families};
use crate::mail::words::Letterhead;
use crate::membership::card::service::{card, reissue};
use crate::membership::card::{Card, drawing};
use crate::membership::number::Number;
use crate::membership::service::access::{WaysOfContact, end};
use crate::membership::store as memberships;
use crate::pages::team::{AT_A_DESK, FAMILIES, Sent, TeamPage, page, to_say};
use crate::web::form::{Field, Wrong, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::web::{Download, Logged};
use crate::words::Words;
use crate::words::languages::Languages;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/families/{id}/restriction", web::post().to(restriction))
        .route("/families/{id}/card.pdf", web::get().to(print_card))
        .route("/families/{id}/card", web::post().to(new_card))
        .service(
            web::resource("/families/{id}/carers/{carer}/end-access")
                .route(web::get().to(ask))
                .route(web::post().to(end_access)),
        );
}

async fn restriction(
    visit: Visit,
    id: web::Path<FamilyId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::RestrictFamily, move |tx| {
            let wanted = Restriction {
                restricted: sent.has("restricted", "yes"),
                unsafe_address: sent.has("unsafe_address", "yes"),
            };
            let made = tx.part(|tx| restrict(tx, &id, &wanted)).map(|()| "restricted");
            after(tx, &head, &id, made)
        })
        .await
}

/// The number of a family that is a member.
fn number_of(tx: &mut Tx, id: &FamilyId) -> Result<Number> {
    let membership = memberships::of_family(tx, id)?;
    membership.map(|own| own.number).ok_or_else(|| Fault::not_found("membership"))
}

async fn print_card(visit: Visit, id: web::Path<FamilyId>) -> HttpResponse {
    let press = press(visit.app());
    let languages = visit.app().store.memory::<Languages>();
    let open = move |tx: &mut Tx| {
        allow(tx, Act::SeeMembership, &id)?;
        let number = number_of(tx, &id)?;
        card(tx, &press, &number, Act::SeeMembership)
    };
    let draw = move |card: Card| {
        let bytes = drawing::single(card.words(&languages), &card)?;
        Ok(Download::pdf("card.pdf", bytes))
    };
    visit.open_and_draw(AT_A_DESK, open, draw).await
}

async fn new_card(visit: Visit, id: web::Path<FamilyId>) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::IssueCard, move |tx| {
            allow(tx, Act::IssueCard, &id)?;
            let number = number_of(tx, &id)?;
            let made = tx.part(|tx| reissue(tx, &number)).map(|_| "card");
            after(tx, &head, &id, made)
        })
        .await
}

fn carer_of(tx: &mut Tx, family: &FamilyId, id: &CarerId) -> Result<Carer> {
    let carers = families::carers_of(tx, family)?;
    carers.into_iter().find(|one| one.id == *id).ok_or_else(|| Fault::not_found("carer"))
}

async fn ask(visit: Visit, path: web::Path<(FamilyId, CarerId)>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::EndAccess, move |tx| {
            let (family, id) = &*path;
            allow(tx, Act::EndAccess, family)?;
            let carer = carer_of(tx, family, id)?;
            let log = Logged {
                families: vec![family.clone()],
                ..Logged::of(Event::SeeFamilies, "GET /families/{id}/carers/{carer}/end-access")
            };
            let html = sheet(tx, &head, family, (&carer, &Sent::default()), &[]);
            Ok((HtmlPage::ok(html), log))
        })
        .await
}

async fn end_access(
    visit: Visit,
    path: web::Path<(FamilyId, CarerId)>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::EndAccess, move |tx| {
            let (family, id) = &*path;
            allow(tx, Act::EndAccess, family)?;
            let refused = match ways(&sent) {
                Err(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wrong),
                Ok(ways) => match tx.part(|tx| end(tx, family, id, ways.as_ref())) {
                    Ok(()) => {
                        let path = format!("{FAMILIES}/{family}?done=access-ended");
                        return Ok(Next::GoTo(path));
                    }
                    Err(fault) => {
                        let (status, fault) = to_say(fault)?;
                        (status, vec![Wrong::new("", fault.detail())])
                    }
                },
            };
            let carer = carer_of(tx, family, id)?;
            let html = sheet(tx, &head, family, (&carer, &sent), &refused.1);
            Ok(Next::Show(HtmlPage { status: refused.0, html }))
        })
        .await
}

/// New ways of contact, where they are to be replaced.
fn ways(sent: &Sent) -> Result<Option<WaysOfContact>, Vec<Wrong>> {
    if !sent.has("replace", "yes") {
        return Ok(None);
    }
    let email = sent.maybe("email").map(|typed| text::email("/email", &typed)).transpose();
    let phone = sent.maybe("phone").map(|typed| text::phone("/phone", &typed)).transpose();
    match (email, phone) {
        (Ok(email), Ok(phone)) => Ok(Some(WaysOfContact { email, phone })),
        (email, phone) => {
            let wrong_email = email
                .err()
                .map(|_| Wrong::new("email", "Enter an e-mail address, like name@example.org."));
            let wrong_phone = phone
                .err()
                .map(|_| Wrong::new("phone", "Enter a phone number, like 07700 900123."));
            Err(wrong_email.into_iter().chain(wrong_phone).collect())
        }
    }
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    family: &FamilyId,
    (carer, sent): (&Carer, &Sent),
    wrong: &[Wrong],
) -> Markup {
    let words = Words::english();
    let back = format!("{FAMILIES}/{family}");
    let one = |name: &'static str, label: &'static str, kind: &'static str| {
        let (value, wrong) = (sent.one(name), wrong_with(wrong, name));
        field(words, &Field { name, label, value, kind, wrong, ..Field::default() })
    };
    let main = html! {
        p {
            "Use this when somebody else may hold the phone or read the messages of "
            b { (carer.name) } "."
        }
        ul {
            li { "Every sign-in and calendar of this adult ends at once." }
            li { "All links that the family was sent until now stop working." }
            li { "Nobody is told: not at the old address, not at the new one." }
        }
        form method="post" action={ (back) "/carers/" (carer.id) "/end-access" } novalidate {
            label.tick {
                input type="checkbox" name="replace" value="yes" checked[sent.has("replace", "yes")];
                span { "Reach them only by what is written here from now on. Empty means not at all." }
            }
            (one("email", "New e-mail", "email"))
            (one("phone", "New phone", "tel"))
            div.actions {
                button type="submit" { "End access now" }
                a.button.second href=(back) { "Change nothing" }
            }
        }
    };
    let heading = format!("End access of {}", carer.name);
    page(tx, head, TeamPage { here: FAMILIES, heading: &heading, wrong, main })
}
