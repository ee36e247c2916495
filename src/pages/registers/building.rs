//! Who is in the building, for a roll-call outside: everybody by name with a box to tick. The ticks
//! stay on the page; they need no network.

use crate::access::Act;
use crate::attendance::building::people::{InSession, Inside, InsideChild, total};
use crate::attendance::building::service;
use crate::attendance::room::People;
use crate::audit::Event;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::families::answers::Question;
use crate::mail::words::Letterhead;
use crate::web::Logged;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Menu, Page};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use chrono_tz::Europe::London;
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/registers/building/{centre}", web::get().to(show));
}

async fn show(visit: Visit, centre: web::Path<CentreId>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::SeeBuilding, move |tx| {
            let sessions = service::look(tx, &centre)?;
            let page = page(&head, Menu::of(tx.actor()), &sessions, tx.now());
            let parties = sessions.iter().flat_map(|session| &session.parties);
            let families = parties.filter_map(|inside| inside.family_id.clone()).collect();
            let logged =
                Logged { families, ..Logged::of(Event::LookIntoBuilding, centre.as_str()) };
            Ok((HtmlPage::ok(page), logged))
        })
        .await
}

fn local(moment: Moment) -> String {
    moment.utc().with_timezone(&London).format("%H:%M").to_string()
}

fn people(of: People) -> String {
    let adults = if of.adults == 1 { "adult" } else { "adults" };
    let children = if of.children == 1 { "child" } else { "children" };
    format!("{} {children}, {} {adults}", of.children, of.adults)
}

fn page(head: &Letterhead, menu: Menu, sessions: &[InSession], now: Moment) -> Markup {
    let main = html! {
        div.count { p { span { (people(total(sessions))) } span { "at " (local(now)) } } }
        @if sessions.is_empty() { p { "Nobody is marked as here." } }
        @for session in sessions { (room(session)) }
        p.actions { a.button.second href="" { "Look again" } }
        p { a href="/registers" { "Registers" } }
    };
    let title = "Who is in the building";
    let organisation = &head.organisation;
    let style = html! { link rel="stylesheet" href="/door/door.css"; };
    let page = Page { organisation, title, audience: Audience::Team(menu), main };
    layout::page_with(&page, &Extras { head: Some(&style), ..Extras::default() })
}

fn room(session: &InSession) -> Markup {
    let place = [session.room.as_deref(), session.venue.as_deref()];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    html! {
        h2 { (session.title) ", " (local(session.starts_at)) " to " (local(session.ends_at)) }
        p {
            @if !place.is_empty() { (place.join(", ")) ". " }
            (people(session.named)) "."
            @if !session.runs { " " strong { "It is over: they may be on their way out." } }
            @if session.head_count.all() > 0 { " Not by name: " (people(session.head_count)) "." }
        }
        ul.roll { @for inside in &session.parties { li { (family(inside)) } } }
    }
}

fn family(inside: &Inside) -> Markup {
    let adult = inside.adult.as_deref().unwrap_or("Adult");
    html! {
        @if inside.unnamed {
            (tick(&format!("A family: {}. Ask the safeguarding lead",
                people(People { adults: inside.adults, children: i32::try_from(inside.children.len()).unwrap_or(i32::MAX) })),
                inside.disputed, &inside.needs))
        } @else {
            @for child in &inside.children { (one_child(child, adult)) }
            @if inside.adults == 1 { (tick(adult, inside.disputed, &inside.needs)) }
            @if inside.adults > 1 {
                (tick(&format!("{adult} and {} more", inside.adults - 1), inside.disputed, &inside.needs))
            }
        }
    }
}

fn one_child(child: &InsideChild, adult: &str) -> Markup {
    let name = child.name.as_deref().unwrap_or("A child");
    tick(&format!("{name}, with {adult}"), child.disputed, &child.needs)
}

fn tick(who: &str, disputed: bool, needs: &[Question]) -> Markup {
    let word = |kind: &Question| match kind {
        Question::Allergies => "Allergy",
        Question::Interpreter => "Interpreter",
        _ => "Access",
    };
    html! {
        label.tick {
            input type="checkbox" name="here" autocomplete="off";
            span {
                (who)
                @for need in needs { " " span.need { (word(need)) } }
                @if disputed { " " strong { "Look for them: two devices disagree." } }
            }
        }
    }
}
