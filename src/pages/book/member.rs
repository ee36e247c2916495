//! The form of a family that has signed in: its children ticked, one button.

use super::form::{adults, button, rules, title};
use super::newcomer::misfit;
use super::outcome;
use super::screen::Screen;
use super::top::{Top, Way};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{FamilyId, SessionId};
use crate::bookings::service::book::book;
use crate::bookings::service::request::{Book, IfFull};
use crate::bookings::{Wants, judge, telling, view};
use crate::centres::house_rules;
use crate::db::Tx;
use crate::families::{self, Child};
use crate::mail::spoken;
use crate::web::form::{Wrong, error_summary, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout::Audience;
use crate::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

/// Other dates that are shown.
const DATES_SHOWN: usize = 5;

/// The form, as it was first opened or with what is wrong.
pub(super) fn ask(
    tx: &mut Tx,
    screen: &Screen,
    top: &Top,
    family: &FamilyId,
    (wrongs, way): (&[Wrong], Way),
) -> Result<HtmlPage> {
    let children = children_of(tx, family)?;
    let dates = if way == Way::Wait { other_dates(tx, screen.words, top)? } else { Vec::new() };
    let words = screen.words;
    let held = house_rules::store::rules(tx, Some(&top.planned.centre.id))?;
    let main = html! {
        (error_summary(words, wrongs))
        (top.facts(words))
        form method="post" action=(screen.path()) novalidate {
            input type="hidden" name="family" value="yes";
            @if way == Way::Wait { input type="hidden" name="wait" value="yes"; }
            @if way != Way::Remind {
                @if !top.planned.activity.adults_only { (who(screen, top, &children, wrongs)) }
                (adults(words, &screen.sent, wrongs))
                (any_of(screen, &dates))
            }
            (rules(words, &held, Some(top)))
            p { button type="submit" { (words.say(button_of(top, way))) } }
        }
    };
    let status = if wrongs.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let html = screen.page(&title(words, Some(top)), !wrongs.is_empty(), Audience::Parent, main);
    Ok(HtmlPage { status, html })
}

/// What the button says: a session that filled up meanwhile has become a line.
fn button_of(top: &Top, way: Way) -> &'static str {
    if way == Way::Wait { "book-wait" } else { button(Some(top)) }
}

/// Each child with whether it fits, said before anything is pressed.
fn who(screen: &Screen, top: &Top, children: &[Child], wrongs: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrongs, "child");
    let words = screen.words;
    let first = !screen.sent.is_on("family");
    let on = top.planned.session.local_day;
    let rows = children.iter().map(|child| {
        let fits = judge::age(&top.planned.activity, child, on).is_ok();
        let ticked = screen.sent.all("child").any(|id| id == child.id.as_str());
        let why = (!fits).then(|| misfit(words, top, std::slice::from_ref(child))).flatten();
        (child, if first { fits } else { ticked }, why)
    });
    html! {
        fieldset aria-describedby=[wrong.map(|_| "child-error")] {
            legend { (words.say("book-who")) }
            @if let Some(wrong) = wrong { p.error id="child-error" { (wrong) } }
            @if children.is_empty() {
                p { (words.say("book-no-children")) }
                p { a id="child" href="/my/family" { (words.say("book-add-child")) } }
            }
            @for (at, (child, on, why)) in rows.enumerate() {
                label.tick {
                    input id=[(at == 0).then_some("child")] type="checkbox" name="child"
                        value=(child.id.as_str()) checked[on];
                    span { (child.name) @if let Some(why) = why { " " span.hint { (why) } } }
                }
            }
        }
    }
}

/// Other dates of the same activity, any of which would do.
fn any_of(screen: &Screen, dates: &[(SessionId, String)]) -> Markup {
    html! {
        @if !dates.is_empty() {
            fieldset {
                legend { (screen.words.say("book-other-dates")) }
                @for (id, when) in dates {
                    label.tick {
                        input type="checkbox" name="or" value=(id.as_str())
                            checked[screen.sent.all("or").any(|ticked| ticked == id.as_str())];
                        span { (when) }
                    }
                }
            }
        }
    }
}

fn other_dates(tx: &mut Tx, words: Words, top: &Top) -> Result<Vec<(SessionId, String)>> {
    let found = view::other_days(tx, &top.planned)?;
    let said = found.iter().map(view::SessionStanding::planned).map(|other| {
        let starts = other.local(other.session.starts_at);
        (other.session.id.clone(), spoken::moment(words, starts))
    });
    Ok(said.take(DATES_SHOWN).collect())
}

/// The children that may be spoken of.
fn children_of(tx: &mut Tx, family: &FamilyId) -> Result<Vec<Child>> {
    let children = families::store::children_of(tx, family)?;
    Ok(children.into_iter().filter(Child::is_spoken_of).collect())
}

/// Books, joins the line or asks to be reminded; or the same form with what stands against it.
pub(super) fn take(tx: &mut Tx, screen: &Screen, top: &Top, family: &FamilyId) -> Result<HtmlPage> {
    let words = screen.words;
    if top.way() == Way::Remind {
        let done = telling::service::ask_alert(tx, &top.planned.session.id);
        return done.map(|_| outcome::reminded(screen, top, Audience::Parent));
    }
    let children = children_of(tx, family)?;
    let asked = match request(screen, top, family, &children) {
        Ok(asked) => asked,
        Err(wrong) => return ask(tx, screen, top, family, (&[wrong], top.way())),
    };
    let names: Vec<String> = children
        .iter()
        .filter(|child| asked.child_ids.contains(&child.id))
        .map(|child| child.name.clone())
        .collect();
    match tx.part(|tx| book(tx, &asked)) {
        Ok((booking, _)) => outcome::booked(tx, screen, top, &booking, &names),
        Err(fault) if fault.code() == Code::SessionFull => {
            let wrong = Wrong::new("", words.say("book-full-now"));
            ask(tx, screen, top, family, (&[wrong], Way::Wait))
        }
        Err(fault) => {
            let wrong = refused(words, top, &children, &asked, fault)?;
            ask(tx, screen, top, family, (&[wrong], top.way()))
        }
    }
}

/// Only a form that said so joins the line: whoever asked for a place is told that it has gone.
fn request(
    screen: &Screen,
    top: &Top,
    family: &FamilyId,
    children: &[Child],
) -> Result<Book, Wrong> {
    let (sent, words) = (&screen.sent, screen.words);
    let ticked = |child: &&Child| sent.all("child").any(|id| id == child.id.as_str());
    let child_ids: Vec<_> = children.iter().filter(ticked).map(|child| child.id.clone()).collect();
    if child_ids.is_empty() && !top.planned.activity.adults_only {
        return Err(Wrong::new("child", words.say("book-nobody-ticked")));
    }
    let adults =
        sent.adults().ok_or_else(|| Wrong::new("adults", words.say("book-adults-wrong")))?;
    Ok(Book {
        session_id: top.planned.session.id.clone(),
        or_sessions: sent.all("or").map(SessionId::from).collect(),
        family_id: family.clone(),
        carer_id: None,
        child_ids,
        adults,
        if_full: if sent.is_on("wait") { IfFull::Wait } else { IfFull::Refuse },
        wants: Wants::Offer,
        reason: None,
    })
}

/// What stands against it, in words that a parent uses.
fn refused(
    words: Words,
    top: &Top,
    children: &[Child],
    asked: &Book,
    fault: Fault,
) -> Result<Wrong> {
    let (field, key) = match fault.code() {
        Code::OutsideAgeRange => {
            let come = |child: &&Child| asked.child_ids.contains(&child.id);
            let party: Vec<Child> = children.iter().filter(come).cloned().collect();
            let why = misfit(words, top, &party);
            let why = why.unwrap_or_else(|| words.say("mail-not-booked-age"));
            return Ok(Wrong::new("child", why));
        }
        Code::PartyTooLarge => ("adults", "book-too-large"),
        Code::ClashingBooking => ("child", "book-clash"),
        Code::OverLimit => ("", "book-over-limit"),
        Code::AlreadyBooked => ("", "book-already"),
        Code::MembersOnly => ("", "book-members-only"),
        Code::BookingsClosed | Code::NotYetReleased | Code::SessionCancelled => {
            ("", "book-closed-now")
        }
        _ => return Err(fault),
    };
    Ok(Wrong::new(field, words.say(key)))
}
