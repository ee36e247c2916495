//! Booking for a family: a session that fits, then who comes. Where a rule stands against it, a
//! reason overrides those that staff may override.

use crate::access::Act;
use crate::api::sessions::wire::SessionOut;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId, SessionId, may_be_one};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::book::book;
use crate::bookings::service::request::{Book, IfFull};
use crate::bookings::{Status, Wants, view as standings};
use crate::db::{Lane, Tx};
use crate::families::service::allow;
use crate::families::{Child, Household, store as families};
use crate::mail::words::Letterhead;
use crate::pages::team::{
    AT_A_DESK, FAMILIES, Sent, TeamPage, adults, child_in_words, next_page, page, room, to_say,
    when,
};
use crate::sessions::store::SessionFilter;
use crate::sessions::{Access, Phase, Planned};
use crate::web::form::{Field, Wrong, field, typed_adults, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::web::{Logged, Query};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/families/{id}/book").route(web::get().to(ask)).route(web::post().to(save)),
    );
}

/// Sessions on a page.
const SHOWN: usize = 20;
/// Sessions that are looked at to fill a page.
const LOOKED_AT: i64 = 120;

#[derive(Clone, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    session: String,
    /// Also what no child of the family has the age for.
    #[serde(default)]
    all: String,
    after: Option<String>,
}

async fn ask(visit: Visit, id: web::Path<FamilyId>, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(AT_A_DESK, move |tx| {
            allow(tx, Act::Book, &id)?;
            allow(tx, Act::SeeFamily, &id)?;
            let household = families::household(tx, &id)?;
            let asked = asked.read()?;
            let log = Logged {
                families: vec![id.clone()],
                ..Logged::of(Event::SeeFamilies, "GET /families/{id}/book")
            };
            let html = if may_be_one(&asked.session) {
                let session = SessionId::from(asked.session.as_str());
                let sent = first(&household);
                form(tx, &head, &household, (&session, &sent), &[])?
            } else {
                choose(tx, &head, &household, &asked)?
            };
            Ok((HtmlPage::ok(html), log))
        })
        .await
}

/// Before anything was typed: the only child, and one adult.
fn first(household: &Household) -> Sent {
    let spoken_of: Vec<&Child> = spoken_of(household).collect();
    let mut sent = vec![("adults".to_owned(), "1".to_owned())];
    if let [only] = spoken_of.as_slice() {
        sent.push(("child".to_owned(), only.id.to_string()));
    }
    Sent(sent)
}

fn spoken_of(household: &Household) -> impl Iterator<Item = &Child> {
    household.children.iter().filter(|child| child.is_spoken_of())
}

async fn save(
    visit: Visit,
    id: web::Path<FamilyId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    let session = sent.id::<SessionId>("session");
    let lane = session.as_ref().ok().zip(sent.ids::<ChildId>("child").ok());
    let lane = lane.map(|(session, children)| Lane::with_party(session, Some(&*id), &children));
    visit
        .in_lane(lane)
        .write(Act::Book, move |tx| {
            // A parent books on pages of her own.
            tx.actor().allow_ever(AT_A_DESK)?;
            let session = session.clone()?;
            let household = opened(tx, &id)?;
            let command = match read(&household, &session, &sent) {
                Ok(command) => command,
                Err(wrong) => {
                    let html = form(tx, &head, &household, (&session, &sent), &[wrong])?;
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    return Ok(Next::Show(HtmlPage { status, html }));
                }
            };
            match tx.part(|tx| book(tx, &command)) {
                Ok((booking, _)) => {
                    let done = match booking.status {
                        Status::Booked => "booked",
                        Status::Offered => "offered",
                        _ => "waiting",
                    };
                    Ok(Next::GoTo(format!("{FAMILIES}/{}?done={done}", *id)))
                }
                Err(fault) => {
                    let (status, fault) = to_say(fault)?;
                    let wrong = [why_not(&fault)];
                    let html = form(tx, &head, &household, (&session, &sent), &wrong)?;
                    Ok(Next::Show(HtmlPage { status, html }))
                }
            }
        })
        .await
}

/// The family, where the caller may open it; its record is not opened again for each form.
fn opened(tx: &mut Tx, id: &FamilyId) -> Result<Household> {
    allow(tx, Act::SeeFamily, id)?;
    families::household(tx, id)
}

fn read(household: &Household, session: &SessionId, sent: &Sent) -> Result<Book, Wrong> {
    let out_of_date = |fault: Fault| Wrong::new("", fault.detail());
    let child_ids: Vec<ChildId> = sent.ids("child").map_err(out_of_date)?;
    let adults = typed_adults(sent.one("adults"));
    let adults =
        adults.ok_or_else(|| Wrong::new("adults", "Enter how many adults come, up to 10."))?;
    if adults == 0 && child_ids.is_empty() {
        return Err(Wrong::new("adults", "Somebody must come: tick a child, or enter adults."));
    }
    let reason = sent.maybe("reason");
    let reason = text::maybe_lines("/reason", reason.as_deref(), 300);
    let carer = match sent.one("carer") {
        "" => household.carers.first().map(|carer| carer.id.clone()),
        _ => Some(sent.id::<CarerId>("carer").map_err(out_of_date)?),
    };
    Ok(Book {
        session_id: session.clone(),
        or_sessions: Vec::new(),
        family_id: household.family.id.clone(),
        carer_id: carer,
        child_ids,
        adults,
        if_full: if sent.has("if_full", "refuse") { IfFull::Refuse } else { IfFull::Wait },
        wants: if sent.has("wants", "book") { Wants::Book } else { Wants::Offer },
        reason: reason.map_err(|_| Wrong::new("reason", "Use at most 300 characters."))?,
    })
}

/// What stands against it, and what would help.
fn why_not(fault: &Fault) -> Wrong {
    match fault.code() {
        Code::ReasonNeeded
        | Code::NotYetReleased
        | Code::BookingsClosed
        | Code::OverLimit
        | Code::MembersOnly => {
            Wrong::new("reason", format!("{} Write a reason to book all the same.", fault.detail()))
        }
        Code::SessionFull => {
            Wrong::new("if_full", "It is full. Let them wait, or choose another day.")
        }
        Code::OutsideAgeRange | Code::ClashingBooking => Wrong::new("child_0", fault.detail()),
        Code::PartyTooLarge => Wrong::new("adults", fault.detail()),
        _ => Wrong::new("", fault.detail()),
    }
}

fn form(
    tx: &mut Tx,
    head: &Letterhead,
    household: &Household,
    (session, sent): (&SessionId, &Sent),
    wrong: &[Wrong],
) -> Result<Markup> {
    let (words, today, now) = (Words::english(), tx.today(), tx.now());
    let sight = standings::sight(tx.actor());
    let shown = SessionOut::of(&standings::see(tx, session)?, sight, now);
    let own = format!("{FAMILIES}/{}", household.family.id);
    let wrong_child = wrong_with(wrong, "child_0");
    let main = html! {
        div.session-top {
            p.title { (shown.title) }
            p { (when(shown.starts_at)) ", " (shown.centre) }
            p { (room(&shown)) }
        }
        form method="post" action={ (own) "/book" } novalidate {
            input type="hidden" name="session" value=(session);
            fieldset aria-describedby=[wrong_child.map(|_| "child-error")] {
                legend { "Who comes?" }
                @if let Some(wrong) = wrong_child { p.error id="child-error" { (wrong) } }
                @for (at, child) in spoken_of(household).enumerate() {
                    label.tick {
                        input id={ "child_" (at) } type="checkbox" name="child" value=(child.id)
                            checked[sent.has("child", child.id.as_str())];
                        span { (child_in_words(child, today)) }
                    }
                }
            }
            (field(words, &Field {
                name: "adults", label: "How many adults", value: sent.one("adults"),
                keys: "numeric", wrong: wrong_with(wrong, "adults"), ..Field::default()
            }))
            @if household.carers.len() > 1 {
                label for="carer" { "Who comes with them" }
                select id="carer" name="carer" {
                    @for carer in &household.carers {
                        option value=(carer.id) selected[sent.has("carer", carer.id.as_str())] { (carer.name) }
                    }
                }
            }
            label for="if_full" { "If it is full" }
            select id="if_full" name="if_full" {
                option value="wait" { "Put them on the waiting list" }
                option value="refuse" selected[sent.has("if_full", "refuse")] { "Do not book" }
            }
            (field(words, &Field {
                name: "reason", label: "Reason", value: sent.one("reason"),
                hint: "Only where a rule stands against it. It is kept with the booking.",
                wrong: wrong_with(wrong, "reason"), ..Field::default()
            }))
            p { button type="submit" { "Book" } }
        }
        p { a href={ (own) "/book" } { "Another session" } " · " a href=(own) { "Back to the family" } }
    };
    let heading = format!("Book for {}", adults(&household.carers));
    Ok(page(tx, head, TeamPage { here: FAMILIES, heading: &heading, wrong, main }))
}

fn choose(tx: &mut Tx, head: &Letterhead, household: &Household, asked: &Asked) -> Result<Markup> {
    let (now, sight) = (tx.now(), standings::sight(tx.actor()));
    let own = format!("{FAMILIES}/{}", household.family.id);
    let all = asked.all == "yes";
    let wanted = SessionFilter {
        centres: tx.actor().reach(Act::Book).centres(),
        from: Some(now),
        after: place(asked.after.as_deref()),
        announced: true,
        rows: LOOKED_AT,
        ..SessionFilter::default()
    };
    let mut found = standings::list(tx, wanted, &[])?;
    let read = found.len();
    let last_read = found.last().map(|one| place_of(one.planned()));
    found.retain(|one| is_open_to(one.planned(), household, now, all));
    let is_cut = found.len() > SHOWN;
    found.truncate(SHOWN);
    let next = match is_cut {
        true => found.last().map(|one| place_of(one.planned())),
        false => last_read.filter(|_| i64::try_from(read).is_ok_and(|read| read >= LOOKED_AT)),
    };
    let shown: Vec<SessionOut> = found.iter().map(|one| SessionOut::of(one, sight, now)).collect();
    let here = if all { format!("{own}/book?all=yes") } else { format!("{own}/book") };
    let next = next.map(|next| crate::web::written_cursor(&next));
    let main = html! {
        p {
            @if all { "All sessions. " a href={ (own) "/book" } { "Only those that fit the children" } }
            @else { "Sessions that fit the children. " a href={ (own) "/book?all=yes" } { "Show all" } }
        }
        @if shown.is_empty() { p { "Nothing found." } }
        ul.plain {
            @for session in &shown {
                li {
                    a href={ (own) "/book?session=" (session.id) } {
                        (session.title) ", " (when(session.starts_at))
                    }
                    " " span.quiet { (session.centre) ". " (room(session)) (opens(session)) }
                }
            }
        }
        (next_page(&here, next.as_deref()))
        p { a href=(own) { "Back to the family" } }
    };
    let heading = format!("Book for {}", adults(&household.carers));
    Ok(page(tx, head, TeamPage { here: FAMILIES, heading: &heading, wrong: &[], main }))
}

fn opens(session: &SessionOut) -> String {
    match (session.phase, session.public_release_at) {
        (Phase::Announced | Phase::ReferralWindow, Some(opens)) => {
            format!(". Opens {}", when(opens))
        }
        (Phase::Announced | Phase::ReferralWindow, None) => ". Not open to everybody".to_owned(),
        _ => String::new(),
    }
}

fn is_open_to(planned: &Planned, household: &Household, now: Moment, all: bool) -> bool {
    let session = &planned.session;
    let is_to_come = session.cancelled_at.is_none() && session.starts_at > now;
    let is_booked = planned.activity.access != Access::DropIn && session.head_session_id.is_none();
    is_to_come && is_booked && (all || fits(planned, household))
}

/// Whether any child has the age, or it is for adults.
fn fits(planned: &Planned, household: &Household) -> bool {
    let activity = &planned.activity;
    let (ages, day) = (activity.ages.range(), planned.session.local_day);
    let has_age = |child: &Child| match child.born() {
        Some(born) => ages.admits(born, day),
        None => activity.expectant_welcome,
    };
    activity.adults_only || spoken_of(household).any(has_age)
}

fn place_of(planned: &Planned) -> String {
    format!("{}|{}", planned.session.starts_at, planned.session.id)
}

fn place(after: Option<&str>) -> Option<(Moment, SessionId)> {
    let (at, id) = after?.split_once('|')?;
    Some((Moment::parse(at)?, SessionId::from(id)))
}
