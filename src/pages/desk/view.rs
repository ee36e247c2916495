//! How the desk page of a session looks.

use super::facts::{DeskFacts, InLine};
use crate::api::sessions::register::wire::{NeedOut, PartyOut};
use crate::attendance::RegisterState;
use crate::base::id::SessionId;
use crate::db::Tx;
use crate::families::answers::Question;
use crate::mail::State;
use crate::mail::store::AboutSession;
use crate::mail::words::Letterhead;
use crate::pages::team::{
    FAMILIES, TODAY, TeamPage, age, clock, count, done_box, number, page as frame, plainly, room,
    when,
};
use crate::pages::today::view::task_box;
use crate::sessions::Phase;
use crate::web::form::{Wrong, wrong_with};
use crate::web::layout::link_button;
use maud::{Markup, html};
use std::collections::BTreeMap;

pub(super) fn address(id: &SessionId) -> String {
    format!("/sessions/{id}/desk")
}

pub(super) fn page(
    tx: &mut Tx,
    head: &Letterhead,
    facts: &DeskFacts,
    done: Option<&str>,
    wrong: &[Wrong],
) -> Markup {
    let session = &facts.session;
    let here = address(&session.id);
    let today = tx.today();
    let main = html! {
        (done_box(done))
        (top(facts))
        @if !session.cancelled {
            div.actions {
                (link_button(&format!("/registers/{}", session.id), "Open the register"))
                @if facts.books { a.button.second href=(FAMILIES) { "Book a family" } }
            }
        }
        (booked(facts))
        (waiting(facts, &here, wrong))
        @if !facts.tasks.is_empty() {
            h2 { "Tasks about this session" }
            @for task in &facts.tasks { (task_box(task, &here, today)) }
        }
        (hands(facts, &here))
        @if let Some(forecast) = &facts.forecast {
            h2 { "Who the places go to" }
            p { (forecast.in_words) }
            p.quiet {
                "Places held: " (forecast.places.target) " in a target group, "
                (forecast.places.not_target) " not, " (forecast.places.unknown) " not known. Free: "
                (forecast.free_places) "."
            }
        }
        @if facts.sees_line { (messages(&facts.messages)) }
        @if facts.plans && !session.cancelled && may_change(session.phase) {
            h2 { "Change this session" }
            div.actions {
                a.button.second href={ (here) "/change" } { "Move it" }
                a.button.second href={ (here) "/cancel" } { "Call it off" }
            }
        }
    };
    frame(tx, head, TeamPage { here: TODAY, heading: &session.title, wrong, main })
}

fn may_change(phase: Phase) -> bool {
    match phase {
        Phase::Draft | Phase::Announced | Phase::ReferralWindow | Phase::Public | Phase::Closed => {
            true
        }
        Phase::Running | Phase::Ended | Phase::Cancelled => false,
    }
}

fn top(facts: &DeskFacts) -> Markup {
    let session = &facts.session;
    let phase = match session.phase {
        Phase::Draft => "Draft: nobody sees it yet".to_owned(),
        Phase::Announced | Phase::ReferralWindow => match session.public_release_at {
            Some(opens) => format!("Opens to everybody {}", when(opens)),
            None => "Not open to everybody".to_owned(),
        },
        Phase::Public => "Open for booking".to_owned(),
        Phase::Closed => "Booking is closed".to_owned(),
        Phase::Running => "Running now".to_owned(),
        Phase::Ended => "Over".to_owned(),
        Phase::Cancelled => "Called off".to_owned(),
    };
    let leader = session.staff.as_ref().and_then(|staff| staff.leader.as_deref());
    let why = session.staff.as_ref().and_then(|staff| staff.cancel_reason.as_deref());
    html! {
        div.session-top {
            p.title { (when(session.starts_at)) " to " (clock(session.ends_at)) }
            p { (session.centre) @if let Some(venue) = &session.venue { ", " (venue) } }
            p {
                (phase) ". " (room(session)) "."
                @if let Some(leader) = leader { " Led by " (leader) "." }
            }
            @if let Some(why) = why { p { "Why: " (why) } }
            @if facts.register.state == RegisterState::Complete { p { "The register is complete." } }
        }
    }
}

fn booked(facts: &DeskFacts) -> Markup {
    let parties: Vec<&PartyOut> =
        facts.register.parties.iter().filter(|party| party.booking_id.is_some()).collect();
    html! {
        h2 { "Booked: " (count(parties.len(), "family", "families")) }
        @if parties.is_empty() { p { "Nobody has booked yet." } }
        ul.plain { @for party in &parties { (party_row(facts, party)) } }
    }
}

fn party_row(facts: &DeskFacts, party: &PartyOut) -> Markup {
    let name = party.adult_full_name.as_ref().or(party.adult.as_ref());
    let name = if party.unnamed {
        "A family. Ask the safeguarding lead."
    } else {
        name.map_or("A family", String::as_str)
    };
    let to_ring = party.family_id.as_ref().and_then(|family| facts.to_ring.get(family));
    let children = party.children.iter().map(|child| {
        let name = child.full_name.as_ref().or(child.name.as_ref());
        let name = name.map_or("A child", String::as_str);
        child
            .age_months
            .map_or_else(|| name.to_owned(), |months| format!("{name}, {}", age(months)))
    });
    let children: Vec<String> = children.collect();
    html! {
        li {
            b {
                @match &party.family_id {
                    Some(family) => a href={ (FAMILIES) "/" (family) } { (name) },
                    None => (name),
                }
            }
            @if party.guest { " " span.chip { "Guest" } }
            @if !children.is_empty() { " " (children.join("; ")) }
            (needs(&party.needs))
            @for child in &party.children { (needs(&child.needs)) }
            @for carer in to_ring.iter().flat_map(|one| &one.carers) {
                @if let Some(phone) = &carer.phone {
                    " " (number("", phone, carer.no_voicemail))
                }
            }
            @if let (Some(family), Some(booking)) = (&party.family_id, &party.booking_id) {
                @if facts.books {
                    " " a href={ (FAMILIES) "/" (family) "/bookings/" (booking) } {
                        "Change" span.hidden { " the place of " (name) }
                    }
                }
            }
        }
    }
}

fn needs(needs: &[NeedOut]) -> Markup {
    let word = |kind: Question| match kind {
        Question::Allergies => "Allergy",
        Question::Interpreter => "Interpreter",
        _ => "Access",
    };
    html! {
        @for need in needs {
            " " span.need { (word(need.kind)) @if let Some(words) = &need.words { ": " (plainly(words)) } }
        }
    }
}

fn waiting(facts: &DeskFacts, here: &str, wrong: &[Wrong]) -> Markup {
    html! {
        h2 { "Waiting: " (count(facts.line.len(), "family", "families")) }
        @if facts.line.is_empty() { p { "Nobody waits." } }
        @else if !facts.sees_line { p.quiet { "By name. The order is for staff." } }
        ul.plain {
            @for one in &facts.line {
                li {
                    @if let Some(position) = one.position { b { (position) ". " } }
                    @match &one.family {
                        Some(family) => a href={ (FAMILIES) "/" (family) } { (one.who) },
                        None => (one.who),
                    }
                    " " span.quiet { (party(one)) }
                    @if let Some(until) = one.offered_until { " " span.chip.soon { "Offered until " (when(until)) } }
                    @if let Some(reason) = &one.reason { p { (reason) } }
                    @if let Some(before) = &one.before_next { p.quiet { "Before the next: " (before) } }
                    @if facts.moves && one.position.is_some() && facts.line.len() > 1 { (mover(facts, one, here, wrong)) }
                }
            }
        }
    }
}

fn party(one: &InLine) -> String {
    let children = usize::try_from(one.children).unwrap_or_default();
    let adults = usize::try_from(one.adults).unwrap_or_default();
    format!("{}, {}", count(children, "child", "children"), count(adults, "adult", "adults"))
}

/// Moving one in the line, for a reason that is kept.
fn mover(facts: &DeskFacts, one: &InLine, here: &str, wrong: &[Wrong]) -> Markup {
    let reason = format!("reason-{}", one.booking);
    let before = format!("before-{}", one.booking);
    let wrong = wrong_with(wrong, &reason);
    html! {
        details open[wrong.is_some()] {
            summary { "Move" span.hidden { " " (one.who) " in the line" } }
            form method="post" action={ (here) "/line" } novalidate {
                input type="hidden" name="booking" value=(one.booking);
                label for=(before) { "To before" }
                select id=(before) name="before" {
                    @for other in facts.line.iter().filter(|other| other.position.is_some() && other.booking != one.booking) {
                        option value=(other.booking) { (other.position.unwrap_or_default()) ". " (other.who) }
                    }
                    option value="" { "The end" }
                }
                label for=(reason) { "Reason, which is kept and shown" }
                @if let Some(wrong) = wrong { p.error id={ (reason) "-error" } { (wrong) } }
                input id=(reason) name="reason" type="text" autocomplete="off"
                    aria-describedby=[wrong.map(|_| format!("{reason}-error"))]
                    aria-invalid=[wrong.map(|_| "true")];
                p { button.second type="submit" { "Move" } }
            }
        }
    }
}

fn hands(facts: &DeskFacts, here: &str) -> Markup {
    html! {
        @if facts.is_sensitive { p { "The register of this session stays with staff." } }
        @if !facts.hands.is_empty() {
            h2 { "Who takes the register" }
            ul.plain {
                @for one in &facts.hands {
                    li {
                        (one.name)
                        @if let Some(since) = one.handed_at { " " span.chip { "Has it since " (when(since)) } }
                        form method="post" action={ (here) "/register" } {
                            input type="hidden" name="account" value=(one.account_id);
                            @if one.handed_at.is_some() {
                                button.second type="submit" name="deed" value="take" { "Take it back" span.hidden { " from " (one.name) } }
                            } @else {
                                button.second type="submit" name="deed" value="hand" { "Hand it over" span.hidden { " to " (one.name) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was sent about it: by kind, how many left and how many did not.
fn messages(messages: &[AboutSession]) -> Markup {
    #[derive(Default)]
    struct Kind {
        sent: i64,
        to_go: i64,
        failed: i64,
        last: Option<crate::base::moment::Moment>,
    }
    let mut kinds: BTreeMap<&str, Kind> = BTreeMap::new();
    for one in messages {
        let kind = kinds.entry(one.kind.as_str()).or_default();
        match one.state {
            State::Sent => kind.sent += one.how_many,
            State::Queued | State::Sending => kind.to_go += one.how_many,
            State::Dead => kind.failed += one.how_many,
        }
        kind.last = kind.last.max(one.last_at);
    }
    html! {
        h2 { "Messages about it" }
        @if kinds.is_empty() { p { "None yet." } }
        @else {
            div.wide {
                table {
                    thead { tr {
                        th scope="col" { "Message" }
                        th.n scope="col" { "Sent" }
                        th.n scope="col" { "To go" }
                        th.n scope="col" { "Not delivered" }
                        th scope="col" { "Last" }
                    } }
                    tbody {
                        @for (name, kind) in &kinds {
                            tr {
                                th scope="row" { (plainly(name)) }
                                td.n { (kind.sent) }
                                td.n { (kind.to_go) }
                                td.n { (kind.failed) }
                                td { @if let Some(last) = kind.last { (when(last)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
