//! The form of a referral: what was agreed and how, why, who comes, and what to do where it is full.
//! It sends what `POST /sessions/{id}/referrals` takes.

use super::boxes::{HOW, how, if_full, number, reason, which_groups, who};
use super::described::Sent;
use super::desk::Desk;
use super::ways::{form_address, other_windows, read, same};
use super::windows;
use crate::access::Act;
use crate::api::sessions::referrals::wire::ReferralIn;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, SessionId, StatementId};
use crate::bookings::service::refer::refer;
use crate::bookings::service::request::IfFull;
use crate::db::{Lane, Tx};
use crate::mail::words::Letterhead;
use crate::pages::referrals::frame::{REFER, REFERRALS, as_id, family_box, session_top, status_of};
use crate::pages::team::{WorkPage, framed};
use crate::web::form::{
    DateBoxes, Wrong, date_boxes, error_summary, typed_adults, typed_day, wrong_with,
};
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use crate::web::{Logged, Query};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::Datelike;
use maud::{Markup, html};
use serde::Deserialize;

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/refer/{session}").route(web::get().to(show)).route(web::post().to(send)),
    );
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    family: String,
    same: String,
}

async fn show(visit: Visit, session: web::Path<SessionId>, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::Refer, move |tx| {
            let asked = asked.read()?;
            let desk = Desk::open(tx, &session, &asked.family)?;
            let sent = first(tx, &desk, &asked)?;
            Ok((HtmlPage::ok(sheet(tx, &head, &desk, (&sent, &[]))), desk_log(&desk)))
        })
        .await
}

fn desk_log(desk: &Desk) -> Logged {
    read(std::slice::from_ref(&desk.statement))
}

/// The form as it is first shown: today, who fits, and what stays from the referral before.
fn first(tx: &mut Tx, desk: &Desk, asked: &Asked) -> Result<Sent> {
    let today = desk.today;
    let mut sent = vec![
        ("adults", "1".to_owned()),
        ("agreed_on_day", today.day().to_string()),
        ("agreed_on_month", today.month().to_string()),
        ("agreed_on_year", today.year().to_string()),
        ("tell_outcome", "yes".to_owned()),
        ("if_full", "wait".to_owned()),
    ];
    let come = desk.children.iter().zip(desk.who_comes()).filter(|(_, comes)| *comes);
    sent.extend(come.map(|(child, _)| ("child", child.id.to_string())));
    if let Some(before) = same(tx, &asked.same)? {
        sent.push(("reason", before.reason));
        sent.push(("agreed_how", before.agreed_how));
        if !before.tell_outcome {
            sent.retain(|(name, _)| *name != "tell_outcome");
        }
    }
    Ok(Sent(sent.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

async fn send(
    visit: Visit,
    session: web::Path<SessionId>,
    asked: Query<Asked>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    let lane = Some(Lane::of(&session));
    visit
        .in_lane(lane)
        .write(Act::Refer, move |tx| {
            if sent.holds_nul() {
                return Err(Fault::invalid("", "Leave out NUL characters."));
            }
            let asked = asked.read()?;
            let read = read_form(&sent, &StatementId::from(as_id(&asked.family)));
            let wrong = match read {
                Ok(body) => {
                    let today = tx.today();
                    match tx.part(|tx| refer(tx, &body.command(&session, today)?)) {
                        Ok(made) => return Ok(Next::GoTo(format!("{REFERRALS}/{}", made.id))),
                        Err(fault) => Err(fault),
                    }
                }
                Err(wrong) => Ok(wrong),
            };
            again(tx, &head, (&session, &asked), &sent, wrong)
        })
        .await
}

/// The form again with what is wrong and what was typed.
fn again(
    tx: &mut Tx,
    head: &Letterhead,
    (session, asked): (&SessionId, &Asked),
    sent: &Sent,
    wrong: Result<Vec<Wrong>>,
) -> Result<Next> {
    let (status, wrong) = match wrong {
        Ok(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wrong),
        Err(fault) => (status_of(&fault), refused(fault)?),
    };
    let desk = Desk::open(tx, session, &asked.family)?;
    let html = sheet(tx, head, &desk, (sent, &wrong));
    Ok(Next::Show(HtmlPage { status, html }))
}

/// A refusal at its box; what is no answer to the form stays a fault.
fn refused(fault: Fault) -> Result<Vec<Wrong>> {
    let pointer = fault.pointer().unwrap_or_default().to_owned();
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let field = match (fault.code(), parts.as_slice()) {
        (Code::NotFound | Code::Internal | Code::Busy | Code::NotAllowed, _) => return Err(fault),
        (_, ["agreed_on"]) => "agreed_on_day",
        (_, ["child_ids", ..]) | (Code::OutsideAgeRange, _) => "child_0",
        (_, ["adults"]) | (Code::PartyTooLarge, _) => "adults",
        (_, ["target_groups", ..]) => "group_0",
        (_, ["reason"]) => "reason",
        (_, ["reference"]) => "reference",
        (Code::SessionFull, _) => "if_full_wait",
        _ => "",
    };
    let says = match fault.code() {
        Code::SessionFull => "There is no room now. Choose the waiting list, or another session.",
        _ => fault.detail(),
    };
    Ok(vec![Wrong::new(field, says)])
}

/// The body as the API takes it, or all that is missing.
fn read_form(sent: &Sent, family: &StatementId) -> Result<ReferralIn, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let agreed_on = typed_day(sent.day("agreed_on"));
    if agreed_on.is_none() {
        wrong.push(Wrong::new("agreed_on_day", "Enter the day the family agreed"));
    }
    let how = HOW.into_iter().find(|how| sent.has("agreed_how", how));
    let how = how.map(str::to_owned).or_else(|| {
        let kept = sent.one("agreed_how");
        (!kept.is_empty()).then(|| kept.to_owned())
    });
    if how.is_none() {
        let says = "Say how the family agreed. Without its agreement it cannot be referred.";
        wrong.push(Wrong::new("agreed_how_0", says));
    }
    if sent.one("reason").is_empty() {
        wrong.push(Wrong::new("reason", "Choose a reason"));
    }
    let adults = typed_adults(sent.one("adults"));
    if adults.is_none() {
        wrong.push(Wrong::new("adults", "Enter a number of adults from 0 to 10"));
    }
    let children = sent.all("child");
    if sent.has("asks_who", "yes") && children.is_empty() {
        wrong.push(Wrong::new("child_0", "Choose who comes"));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let reference = Some(sent.one("reference").to_owned()).filter(|text| !text.is_empty());
    Ok(ReferralIn {
        statement_id: Some(family.clone()),
        membership_number: None,
        born_on: None,
        family: None,
        reference,
        child_ids: children.into_iter().map(ChildId::from).collect(),
        adults: adults.unwrap_or(1),
        reason: sent.one("reason").to_owned(),
        target_groups: sent.all("group").into_iter().map(str::to_owned).collect(),
        agreed_on,
        agreed_how: how,
        tell_outcome: Some(sent.has("tell_outcome", "yes")),
        wants: None,
        if_full: Some(if sent.has("if_full", "refuse") { IfFull::Refuse } else { IfFull::Wait }),
        or_sessions: Vec::new(),
    })
}

fn sheet(tx: &Tx, head: &Letterhead, desk: &Desk, (sent, wrong): (&Sent, &[Wrong])) -> Markup {
    let planned = desk.standing.planned();
    let family = &desk.statement.id;
    let main = html! {
        (error_summary(Words::english(), wrong))
        (session_top(planned, Some(&windows::places(&desk.standing))))
        (family_box(&desk.said, desk.statement.reference.as_deref()))
        @match &desk.closed {
            Some(fault) => p.notice { (fault.detail()) },
            None => (form(desk, sent, wrong)),
        }
        p { a href=(other_windows(family)) { "Other sessions for this family" } }
    };
    let (menu, is_wrong) = (Menu::of(tx.actor()), !wrong.is_empty());
    let heading = format!("Refer to {}", planned.activity.title);
    framed(head, WorkPage { menu, here: REFER, heading: &heading, is_wrong, main })
}

fn form(desk: &Desk, sent: &Sent, wrong: &[Wrong]) -> Markup {
    let session = &desk.standing.planned().session.id;
    let words = Words::english();
    html! {
        form method="post" action=(form_address(session, &desk.statement.id)) novalidate {
            @if !desk.adults_only() { (who(desk, sent, wrong)) }
            (number("adults", "How many adults come", sent, wrong))
            (date_boxes(words, &DateBoxes {
                name: "agreed_on",
                legend: "When did the family agree to this referral?",
                hint: "",
                typed: sent.day("agreed_on"),
                wrong: wrong_with(wrong, "agreed_on_day"),
            }))
            (how(sent, wrong))
            (reason(sent, wrong))
            @if !desk.groups.is_empty() { (which_groups(desk, sent, wrong)) }
            label.tick {
                input type="checkbox" name="tell_outcome" value="yes" checked[sent.has("tell_outcome", "yes")];
                span { "The family agrees that we tell you what came of it" }
            }
            (if_full(sent, wrong))
            button.full type="submit" { "Refer" }
        }
    }
}
