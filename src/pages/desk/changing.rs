//! Calling a session off, and moving it to another time: first what it would do to how many
//! families, tried and undone again, then the deed.

use super::view::address;
use crate::access::{Act, Scope};
use crate::base::calendar::at_local;
use crate::base::fault::{Expected, Result};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::change_session::{PlannedChange, cancel_session, change};
use crate::bookings::tasks::service::seen_by;
use crate::bookings::tasks::store::{self as tasks, Open};
use crate::bookings::{Status, store};
use crate::db::Tx;
use crate::families::TaskKind;
use crate::mail::store::about_session;
use crate::mail::words::Letterhead;
use crate::pages::team::{Sent, TODAY, TeamPage, count, page, to_say, when};
use crate::sessions::{self, Planned};
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, field, typed_day, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::{NaiveDateTime, NaiveTime};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/sessions/{id}/desk/cancel")
                .route(web::get().to(ask_cancel))
                .route(web::post().to(cancel)),
        )
        .service(
            web::resource("/sessions/{id}/desk/change")
                .route(web::get().to(ask_change))
                .route(web::post().to(save_change)),
        );
}

/// What a change does to the families concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Effect {
    by_message: i64,
    to_ring: usize,
    /// Places and entries in line that end.
    ended: usize,
}

/// Tasks that are counted at most.
const MOST_TASKS: i64 = 500;

/// The session, where the caller plans.
fn planned(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    let planned = sessions::store::planned(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&planned.session.centre_id), "session")?;
    Ok(planned)
}

fn counted(tx: &mut Tx, planned: &Planned) -> Result<(i64, usize, usize)> {
    let session = &planned.session;
    let sent = about_session(tx, &session.id)?.iter().map(|one| one.how_many).sum();
    let open = Open {
        seen: seen_by(tx),
        kinds: Some(vec![TaskKind::NotReached]),
        for_lead: false,
        session: Some(session.id.clone()),
    };
    let to_ring = tasks::open(tx, &open, "", MOST_TASKS)?.len();
    let live = store::live_in(tx, session.counted_at())?;
    let live = live.iter().filter(|booking| {
        matches!(booking.status, Status::Booked | Status::Waiting | Status::Offered)
    });
    Ok((sent, to_ring, live.count()))
}

/// Does it, counts, and undoes it again.
fn tried(
    tx: &mut Tx,
    planned: &Planned,
    deed: impl FnOnce(&mut Tx) -> Result<()>,
) -> Result<Effect> {
    let (sent, to_ring, live) = counted(tx, planned)?;
    let (sent_then, to_ring_then, live_then) = tx.rehearse(|tx| {
        deed(tx)?;
        counted(tx, planned)
    })?;
    Ok(Effect {
        by_message: (sent_then - sent).max(0),
        to_ring: to_ring_then.saturating_sub(to_ring),
        ended: live.saturating_sub(live_then),
    })
}

fn effect_in_words(effect: Effect) -> Markup {
    let by_message = usize::try_from(effect.by_message).unwrap_or_default();
    html! {
        ul {
            li { b { (count(by_message, "message", "messages")) } " will be sent to families." }
            li {
                b { (count(effect.to_ring, "family", "families")) }
                " that no message reaches will be on your list to ring."
            }
            @if effect.ended > 0 {
                li { b { (count(effect.ended, "place or waiting entry", "places and waiting entries")) } " will end." }
            }
        }
    }
}

fn top(planned: &Planned) -> Markup {
    html! {
        div.session-top {
            p.title { (planned.activity.title) }
            p { (when(planned.session.starts_at)) ", " (planned.centre.name) }
        }
    }
}

async fn ask_cancel(visit: Visit, id: web::Path<SessionId>) -> HttpResponse {
    let head = visit.head();
    visit
        .open(Act::Plan, move |tx| {
            let planned = planned(tx, &id)?;
            if planned.session.cancelled_at.is_some() {
                return Ok(Next::GoTo(address(&id)));
            }
            let html = cancel_sheet(tx, &head, &planned, &Sent::default(), &[])?;
            Ok(Next::Show(HtmlPage::ok(html)))
        })
        .await
}

fn cancel_sheet(
    tx: &mut Tx,
    head: &Letterhead,
    planned: &Planned,
    sent: &Sent,
    wrong: &[Wrong],
) -> Result<Markup> {
    let id = planned.session.id.clone();
    let effect = tried(tx, planned, |tx| cancel_session(tx, &id, "preview"))?;
    let of_course = planned.session.course_id.is_some();
    let main = html! {
        (top(planned))
        (effect_in_words(effect))
        @if of_course { p { "Calling off the first date of a course calls off the whole course." } }
        form method="post" action={ (address(&id)) "/cancel" } novalidate {
            (field(Words::english(), &Field {
                name: "reason", label: "Why, for staff", value: sent.one("reason"),
                hint: "For example: the leader is ill", wrong: wrong_with(wrong, "reason"), ..Field::default()
            }))
            div.actions {
                button type="submit" { "Call it off and tell them" }
                a.button.second href=(address(&id)) { "Keep it" }
            }
        }
    };
    let heading = "Call this session off?";
    Ok(page(tx, head, TeamPage { here: TODAY, heading, wrong, main }))
}

async fn cancel(
    visit: Visit,
    id: web::Path<SessionId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::Plan, move |tx| {
            let planned = planned(tx, &id)?;
            let Ok(reason) = text::lines("/reason", sent.one("reason"), 300) else {
                let wrong = [Wrong::new("reason", "Say why, in up to 300 characters.")];
                let html = cancel_sheet(tx, &head, &planned, &sent, &wrong)?;
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Ok(Next::Show(HtmlPage { status, html }));
            };
            cancel_session(tx, &id, &reason)?;
            Ok(Next::GoTo(format!("{}?done=called-off", address(&id))))
        })
        .await
}

/// The form of a change, as it stands now.
fn as_it_is(planned: &Planned) -> Sent {
    let (starts, ends) =
        (planned.local(planned.session.starts_at), planned.local(planned.session.ends_at));
    let part = |at: NaiveDateTime, pattern: &str| at.format(pattern).to_string();
    let sent = [
        ("day_day", part(starts, "%-d")),
        ("day_month", part(starts, "%-m")),
        ("day_year", part(starts, "%Y")),
        ("starts", part(starts, "%H:%M")),
        ("ends", part(ends, "%H:%M")),
        ("leader", planned.session.leader.clone().unwrap_or_default()),
        ("version", planned.session.version.to_string()),
    ];
    Sent(sent.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

async fn ask_change(visit: Visit, id: web::Path<SessionId>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::Plan, move |tx| {
            let planned = planned(tx, &id)?;
            let html = change_sheet(tx, &head, &planned, &as_it_is(&planned), (None, &[]));
            Ok(HtmlPage::ok(html))
        })
        .await
}

async fn save_change(
    visit: Visit,
    id: web::Path<SessionId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::Plan, move |tx| {
            let planned = planned(tx, &id)?;
            let (wanted, version) = match read(&planned, &sent) {
                Ok(read) => read,
                Err(wrong) => {
                    let html = change_sheet(tx, &head, &planned, &sent, (None, &wrong));
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    return Ok(Next::Show(HtmlPage { status, html }));
                }
            };
            let make = |tx: &mut Tx| change(tx, &id, &version, &wanted, false).map(drop);
            if sent.has("step", "save") {
                return match tx.part(make) {
                    Ok(()) => Ok(Next::GoTo(format!("{}?done=changed", address(&id)))),
                    Err(fault) => {
                        let (status, fault) = to_say(fault)?;
                        let wrong = [Wrong::new("day_day", fault.detail())];
                        let html = change_sheet(tx, &head, &planned, &sent, (None, &wrong));
                        Ok(Next::Show(HtmlPage { status, html }))
                    }
                };
            }
            let (status, effect, wrong) = match tried(tx, &planned, make) {
                Ok(effect) => (StatusCode::OK, Some(effect), Vec::new()),
                Err(fault) => {
                    let (status, fault) = to_say(fault)?;
                    (status, None, vec![Wrong::new("day_day", fault.detail())])
                }
            };
            let html = change_sheet(tx, &head, &planned, &sent, (effect, &wrong));
            Ok(Next::Show(HtmlPage { status, html }))
        })
        .await
}

/// What is to change; fields that are as before are left out.
fn read(planned: &Planned, sent: &Sent) -> Result<(PlannedChange, Expected), Vec<Wrong>> {
    let mut wrong = Vec::new();
    let day = typed_day([sent.one("day_day"), sent.one("day_month"), sent.one("day_year")]);
    let (starts, ends) = (clock_time(sent.one("starts")), clock_time(sent.one("ends")));
    if day.is_none() {
        wrong.push(Wrong::new("day_day", "Enter a real date, like 27 3 2026."));
    }
    for (name, time) in [("starts", starts), ("ends", ends)] {
        if time.is_none() {
            wrong.push(Wrong::new(name, "Enter a time, like 10:00."));
        }
    }
    let leader = text::maybe_name("/leader", sent.maybe("leader").as_deref());
    if leader.is_err() {
        wrong.push(Wrong::new("leader", "Enter a name of up to 120 characters."));
    }
    let (Some(day), Some(starts), Some(ends), Ok(leader)) = (day, starts, ends, leader) else {
        return Err(wrong);
    };
    let zone = planned.centre.zone();
    let moment = |time: NaiveTime| -> Moment { at_local(day, time, zone).into() };
    let (starts_at, ends_at) = (moment(starts), moment(ends));
    let session = &planned.session;
    let is_same_time = (starts_at, ends_at) == (session.starts_at, session.ends_at);
    let change = PlannedChange {
        starts_at: (!is_same_time).then_some(starts_at),
        ends_at: (!is_same_time).then_some(ends_at),
        leader: (leader != session.leader).then_some(leader),
        ..PlannedChange::default()
    };
    let version = sent.one("version").parse().unwrap_or_default();
    Ok((change, Expected::OneOf(vec![version])))
}

/// As people write it: "10:00", "9.30", "9".
fn clock_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.replace('.', ":");
    let typed = if typed.contains(':') { typed } else { format!("{typed}:00") };
    NaiveTime::parse_from_str(&typed, "%H:%M").ok()
}

fn change_sheet(
    tx: &mut Tx,
    head: &Letterhead,
    planned: &Planned,
    sent: &Sent,
    (effect, wrong): (Option<Effect>, &[Wrong]),
) -> Markup {
    let words = Words::english();
    let id = &planned.session.id;
    let one = |name: &'static str, label: &'static str| {
        let (value, wrong) = (sent.one(name), wrong_with(wrong, name));
        field(words, &Field { name, label, value, wrong, ..Field::default() })
    };
    let main = html! {
        (top(planned))
        @if let Some(effect) = effect {
            div.notice role="status" {
                p { "This is what it would do:" }
                (effect_in_words(effect))
            }
        }
        form method="post" action={ (address(id)) "/change" } novalidate {
            input type="hidden" name="version" value=(sent.one("version"));
            (date_boxes(words, &DateBoxes {
                name: "day", legend: "Day", hint: "",
                typed: [sent.one("day_day"), sent.one("day_month"), sent.one("day_year")],
                wrong: wrong_with(wrong, "day_day"),
            }))
            (one("starts", "Starts"))
            (one("ends", "Ends"))
            (one("leader", "Led by"))
            div.actions {
                @if effect.is_some() {
                    button type="submit" name="step" value="save" { "Save and tell them" }
                    button.second type="submit" name="step" value="preview" { "See again what it does" }
                } @else {
                    button type="submit" name="step" value="preview" { "See what it does" }
                }
                a.button.second href=(address(id)) { "Change nothing" }
            }
        }
    };
    page(tx, head, TeamPage { here: TODAY, heading: "Move this session", wrong, main })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let right = NaiveTime::from_hms_opt(9, 30, 0);
        for typed in ["9:30", "09:30", "9.30"] {
            assert_eq!(clock_time(typed), right, "{typed}");
        }
        assert_eq!(clock_time("10"), NaiveTime::from_hms_opt(10, 0, 0));
        for typed in ["", "25:00", "half nine", "9:75"] {
            assert_eq!(clock_time(typed), None, "{typed}");
        }
    }
}
