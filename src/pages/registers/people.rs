//! The page of one register: how full the room is, a box for each family with a button for each
//! mark, those nobody expected, and the end.

use super::sent::RegisterForm;
use crate::api::sessions::register::wire::{
    ChildAtDoorOut, MarkOut, NeedOut, PartyOut, RegisterOut,
};
use crate::attendance::{Mark, RegisterState};
use crate::families::answers::Question;
use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use crate::web::layout::{self, Audience, Menu, Page, facts};
use chrono_tz::Europe::London;
use maud::{Markup, html};

pub(crate) struct PeoplePage<'a> {
    pub head: &'a Letterhead,
    pub menu: Menu,
    pub planned: &'a Planned,
    pub out: RegisterOut,
    /// May complete it and put it right.
    pub keeps: bool,
    /// May make a family a member.
    pub makes: bool,
    pub wrong: Option<&'a str>,
    /// What stood in the form that was refused.
    pub typed: &'a RegisterForm,
}

pub(crate) fn page(people: &PeoplePage) -> Markup {
    let out = &people.out;
    let open = out.state == RegisterState::Open;
    let main = html! {
        @if let Some(wrong) = people.wrong {
            div role="alert" { h2 { "There is a problem" } p { (wrong) } }
        }
        (summary(people))
        @if out.conflicts > 0 {
            p role="status" { strong {
                "Two devices disagree about " (out.conflicts)
                ". They are marked below: press what is right."
            } }
        }
        @if out.parties.is_empty() { p { "Nobody has booked." } }
        @for party in &out.parties { (party_box(people, party)) }
        @if open || people.keeps {
            (walk_ins(people))
        }
        @if people.keeps && open { (end(people)) }
    };
    let title = match people.wrong {
        Some(_) => format!("Error: {}", out.title),
        None => out.title.clone(),
    };
    layout::page(&Page {
        organisation: &people.head.organisation,
        title: &title,
        audience: Audience::Team(people.menu),
        main,
    })
}

fn summary(people: &PeoplePage) -> Markup {
    let (room, session) = (&people.out.room, &people.planned.session);
    let local = |moment: crate::base::moment::Moment, pattern: &str| {
        moment.utc().with_timezone(&London).format(pattern).to_string()
    };
    let count = |adults: i32, children: i32| {
        let child = if children == 1 { "child" } else { "children" };
        let adult = if adults == 1 { "adult" } else { "adults" };
        format!("{children} {child}, {adults} {adult}")
    };
    let inside = count(
        room.inside.adults + room.head_count.adults,
        room.inside.children + room.head_count.children,
    );
    let mut lines = vec![
        (
            "When",
            format!(
                "{} to {}",
                local(session.starts_at, "%A %-d %B, %H:%M"),
                local(session.ends_at, "%H:%M")
            ),
        ),
        ("Here now", inside),
        ("Still expected", count(room.expected.adults, room.expected.children)),
    ];
    if let (Some(limit), Some(left)) = (room.safety_limit, room.left) {
        lines.push(("Room for", format!("{left} more walk-ins; at most {limit} people")));
    }
    let state = match people.out.state {
        RegisterState::Open => "Open",
        RegisterState::Complete => "Complete",
    };
    lines.push(("Register", state.to_owned()));
    facts(&lines)
}

fn party_box(people: &PeoplePage, party: &PartyOut) -> Markup {
    let of_children =
        party.children.iter().flat_map(|child| child.mark.iter().chain(&child.conflicts));
    let mut marks = party.mark.iter().chain(&party.conflicts).chain(of_children);
    let is_here = marks.any(|mark| mark.mark.is_here());
    let name = party.adult_full_name.as_ref().or(party.adult.as_ref());
    let anchor = match (&party.family_id, &party.booking_id) {
        (Some(family), _) => format!("f-{family}"),
        (None, booking) => format!("b-{}", booking.as_ref().map_or("", |id| id.as_str())),
    };
    html! {
        section.party.here[is_here] id=(anchor) aria-label=(name.map_or("A family", String::as_str)) {
            h2 {
                @if party.unnamed { "A family. Ask the safeguarding lead." }
                @else { (name.map_or("A family", String::as_str)) }
                @if party.walk_in { " (walked in)" }
                @if party.guest { " (guest)" }
            }
            (needs(&party.needs))
            @if party.children.is_empty() || party.mark.is_some() {
                div.person { b { (adults(party)) } span { (said(party.mark.as_ref(), &party.conflicts)) } }
            }
            (buttons(people, party, None, &anchor, if party.children.len() > 1 { "All" } else { "" }))
            @for child in &party.children { (child_row(people, party, child, &anchor)) }
        }
    }
}

fn adults(party: &PartyOut) -> String {
    let adults = party.mark.as_ref().map_or(party.adults, |mark| mark.adults.max(party.adults));
    if adults == 1 { "1 adult".to_owned() } else { format!("{adults} adults") }
}

fn child_row(
    people: &PeoplePage,
    party: &PartyOut,
    child: &ChildAtDoorOut,
    anchor: &str,
) -> Markup {
    let name = child.full_name.as_ref().or(child.name.as_ref());
    let age = child.age_months.map(|months| match months {
        0..24 => format!("{months} months"),
        _ => format!("{} years", months / 12),
    });
    html! {
        div.person {
            b {
                (name.map_or("A child", String::as_str))
                @if let Some(age) = age { ", " (age) }
            }
            (needs(&child.needs))
            span { (said(child.mark.as_ref(), &child.conflicts)) }
        }
        @if party.children.len() > 1 && !party.unnamed {
            (buttons(people, party, Some(child), anchor, name.map_or("", String::as_str)))
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
            p { span.need { (word(need.kind)) } @if let Some(words) = &need.words { " " (words) } }
        }
    }
}

fn label(mark: Mark) -> &'static str {
    match mark {
        Mark::Came => "Came",
        Mark::Late => "Late",
        Mark::DidNotCome => "Did not come",
        Mark::ToldUs => "Told us",
    }
}

fn said(mark: Option<&MarkOut>, conflicts: &[MarkOut]) -> Markup {
    html! {
        @match mark { Some(mark) => strong { (label(mark.mark)) }, None => "Not marked" }
        @for other in conflicts { " – another device said: " strong { (label(other.mark)) } }
    }
}

/// A button for each mark of a family, or of one of its children.
fn buttons(
    people: &PeoplePage,
    party: &PartyOut,
    child: Option<&ChildAtDoorOut>,
    anchor: &str,
    person: &str,
) -> Markup {
    let open = people.out.state == RegisterState::Open;
    let standing = match child {
        Some(child) => child.mark.as_ref(),
        None => party.children.first().map_or(party.mark.as_ref(), |child| child.mark.as_ref()),
    };
    // A walk-in who must not be named has nothing by which a button could mark them.
    let is_markable = party.family_id.is_some() || party.booking_id.is_some();
    html! {
        @if is_markable && (open || people.keeps) {
            form.marks method="post" action={ "/registers/" (people.out.session_id) } {
                (hidden("form", &new_name()))
                (hidden("at", anchor))
                @match (&party.family_id, &party.booking_id) {
                    (Some(family), _) => (hidden("family", family.as_str())),
                    (None, Some(booking)) => (hidden("booking", booking.as_str())),
                    (None, None) => {}
                }
                @if let Some(child) = child.and_then(|child| child.child_id.as_ref()) {
                    (hidden("child", child.as_str()))
                }
                @if let Some(standing) = standing { (hidden("corrects", &standing.client_id)) }
                @for mark in Mark::ALL {
                    button.second[!mark.is_here()] type="submit" name="mark" value=(mark.as_str())
                        aria-label={ (person) " " (label(*mark)) } { (label(*mark)) }
                }
            }
        }
    }
}

fn walk_ins(people: &PeoplePage) -> Markup {
    let action = format!("/registers/{}", people.out.session_id.as_str());
    let came = Mark::Came.as_str();
    let nothing = RegisterForm::default();
    let typed = |how: &str| if people.typed.how == how { people.typed } else { &nothing };
    let [member, family, guest, count] = ["", "member", "guest", "head_count"].map(typed);
    html! {
        h2 id="walk-in" { "Somebody who is not on the list" }
        form method="post" action=(action) {
            (hidden("form", &new_name())) (hidden("at", "walk-in")) (hidden("mark", came))
            (field("number", "A member: the number on the card", "text", "numeric", &member.number))
            p { button type="submit" { "Came" } }
        }
        @if people.makes { details open[!family.how.is_empty()] {
            summary { "A new family" }
            form method="post" action=(action) {
                (hidden("form", &new_name())) (hidden("at", "walk-in")) (hidden("mark", came))
                (hidden("how", "member"))
                (field("name", "The adult’s name", "text", "text", &family.name))
                (field("phone", "Phone number", "tel", "tel", &family.phone))
                (field("email", "Or e-mail address", "email", "email", &family.email))
                (field("postcode", "Postcode", "text", "text", &family.postcode))
                (field("child_name", "The child’s name", "text", "text", &family.child_name))
                (field("born_on", "Born on", "date", "text", &family.born_on))
                p { button type="submit" { "Make a member; came" } }
            }
        } }
        details open[!guest.how.is_empty()] {
            summary { "A guest, who does not want to join" }
            form method="post" action=(action) {
                (hidden("form", &new_name())) (hidden("at", "walk-in")) (hidden("mark", came))
                (hidden("how", "guest"))
                (field("name", "The adult’s name, if it is given", "text", "text", &guest.name))
                (field("child_name", "The child’s name", "text", "text", &guest.child_name))
                (field("born_on", "Born on", "date", "text", &guest.born_on))
                p { button type="submit" { "Came" } }
            }
        }
        details open[!count.how.is_empty()] {
            summary { "People we only count" }
            form method="post" action=(action) {
                (hidden("form", &new_name())) (hidden("at", "walk-in")) (hidden("how", "head_count"))
                (field("adults", "Adults", "text", "numeric", &count.adults))
                (field("children", "Children", "text", "numeric", &count.children))
                p { button type="submit" { "Count them" } }
            }
        }
    }
}

fn end(people: &PeoplePage) -> Markup {
    html! {
        h2 id="complete" { "When everybody is marked" }
        form method="post" action={ "/registers/" (people.out.session_id) "/complete" } {
            label { input type="checkbox" name="unmarked" value="did_not_come"; " Those not marked did not come" }
            p { button type="submit" { "Complete the register" } }
        }
    }
}

fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

fn field(name: &str, label: &str, kind: &str, mode: &str, typed: &str) -> Markup {
    html! {
        label {
            (label)
            input name=(name) type=(kind) inputmode=(mode) autocomplete="off" value=(typed);
        }
    }
}

/// A name for the mark that a form would make.
fn new_name() -> String {
    crate::base::id::MarkId::new().to_string()
}
