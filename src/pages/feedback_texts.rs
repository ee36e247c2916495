//! What families wrote after sessions, for the staff who read it: each text is read once, with what came
//! of it, and kept without the names in it.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::free_text::Finding;
use crate::base::id::{FamilyId, FeedbackTextId};
use crate::db::Tx;
use crate::families;
use crate::feedback::TextState;
use crate::feedback::service::read::{self, TextJudged, TextList};
use crate::feedback::store::texts::TextRow;
use crate::mail::words::Letterhead;
use crate::pages::team::{TeamPage, page as framed};
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::layout::one_button;
use crate::web::visit::{Next, Visit, form_urlencoded};
use crate::web::{List, Logged, Paging};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;

const TEXTS: &str = "/feedback-texts";

/// Texts on one page.
const ON_A_PAGE: u32 = 20;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route(TEXTS, web::get().to(show))
        .route("/feedback-texts/{id}", web::post().to(judge))
        .route("/feedback-texts/{id}/done", web::post().to(settle));
}

#[derive(Clone, Default, Deserialize)]
struct Shown {
    state: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// What a reader sent of a text.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    finding: String,
    text: String,
    names_nobody: String,
}

async fn show(visit: Visit, shown: web::Query<Shown>) -> HttpResponse {
    let head = visit.head();
    visit.read(Act::ReadFeedback, move |tx| page(tx, &head, &shown, None)).await
}

fn page(
    tx: &mut Tx,
    head: &Letterhead,
    shown: &Shown,
    wrong: Option<(&FeedbackTextId, &Typed, Wrong)>,
) -> Result<(HtmlPage, Logged)> {
    let state = shown.state.as_deref().and_then(TextState::parse).unwrap_or(TextState::ToRead);
    let paging = Paging::of_page(ON_A_PAGE, shown.after.as_deref())?;
    let after = paging.after.as_deref().unwrap_or_default();
    let list = TextList { centre: None, state, after, rows: paging.rows() };
    let rows = read::list(tx, &list)?;
    let texts = paging.page(rows, |row| row.text.id.to_string(), |row| row);
    let logged = Logged {
        families: texts.items.iter().map(|row| row.answer.family_id.clone()).collect(),
        detail: json!({ "state": state }),
        ..Logged::of(Event::ReadFeedback, "")
    };
    let today = tx.today();
    let mut files = Vec::new();
    for row in &texts.items {
        files.push(file(tx, row)?);
    }
    let wrongs: Vec<Wrong> = wrong.iter().map(|(.., wrong)| wrong.clone()).collect();
    let main = html! {
        (states(state))
        @if texts.items.is_empty() { p { "Nothing here." } }
        @for (row, file) in texts.items.iter().zip(&files) {
            @let typed = wrong.as_ref().filter(|(id, ..)| **id == row.text.id);
            (one(row, typed.map(|(_, typed, wrong)| (*typed, wrong)), row.text.read_by < today))
            @if let Some(file) = file { p { a href={ "/families/" (file) } { "Open the family’s record" } } }
        }
        (turn(state, &texts))
    };
    let heading = "What families wrote";
    let html = framed(tx, head, TeamPage { here: TEXTS, heading, wrong: &wrongs, main });
    let status = if wrongs.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((HtmlPage { status, html }, logged))
}

/// The family whose words they are, where they are to be followed up and its record may be opened.
fn file(tx: &mut Tx, row: &TextRow) -> Result<Option<FamilyId>> {
    let family = &row.answer.family_id;
    let is_followed = matches!(row.text.finding, Some(Finding::FollowUp | Finding::Concern));
    Ok((is_followed && families::service::names(tx, family)?).then(|| family.clone()))
}

const STATES: [(TextState, &str); 3] = [
    (TextState::ToRead, "To read"),
    (TextState::ToFollowUp, "To follow up"),
    (TextState::Read, "Read"),
];

fn states(here: TextState) -> Markup {
    html! {
        nav.pages aria-label="Which texts" {
            @for (state, label) in STATES {
                a href={ (TEXTS) "?state=" (state.as_str()) }
                    aria-current=[(state == here).then_some("true")] { (label) }
            }
        }
    }
}

fn turn(state: TextState, texts: &List<TextRow>) -> Markup {
    html! {
        @if let Some(next) = &texts.next {
            nav.pages aria-label="More pages" {
                a.button.second href={ (TEXTS) "?state=" (state.as_str()) "&after=" (form_urlencoded(next)) } {
                    "Next"
                }
            }
        }
    }
}

fn one(row: &TextRow, typed: Option<(&Typed, &Wrong)>, is_late: bool) -> Markup {
    let TextRow { text, answer, session, title, .. } = row;
    let (id, said) = (&text.id, text.said.reveal());
    let english = Words::english();
    let held = typed.map_or(said, |(typed, _)| typed.text.as_str());
    let field = format!("text-{id}");
    html! {
        div.box {
            h2 { (title) ", " (english.day(session.local_day)) }
            p {
                @if answer.good { "It was good. " } @else { "It was not so good. " }
                @if text.read_at.is_none() {
                    span.chip.soon[is_late] {
                        @if is_late { "Late: " } "read by " (english.day(text.read_by))
                    }
                }
            }
            form method="post" action={ (TEXTS) "/" (id) } {
                div.wrong[typed.is_some()] {
                    label for=(field) { "What they wrote. Put [name] in the place of each name." }
                    @if let Some((_, wrong)) = typed { p.error id={ (field) "-error" } { (wrong.says) } }
                    textarea id=(field) name="text" rows="3" maxlength="300"
                        aria-invalid=[typed.map(|_| "true")]
                        aria-describedby=[typed.map(|_| format!("{field}-error"))] { (held) }
                }
                label.tick {
                    input type="checkbox" name="names_nobody" value="yes"; " It names nobody"
                }
                p {
                    @for (finding, label) in [
                        (Finding::Nothing, "Read, nothing to do"),
                        (Finding::FollowUp, "To follow up"),
                        (Finding::Concern, "A safeguarding concern"),
                    ] {
                        button.second type="submit" name="finding" value=(finding.as_str()) { (label) }
                        " "
                    }
                }
            }
            @if matches!(text.finding, Some(Finding::FollowUp | Finding::Concern)) && text.done_at.is_none() {
                (one_button(&format!("{TEXTS}/{id}/done"), "Followed up"))
            }
        }
    }
}

async fn judge(
    visit: Visit,
    id: web::Path<FeedbackTextId>,
    typed: web::Form<Typed>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::ReadFeedback, move |tx| {
            let finding = Finding::parse(&typed.finding).ok_or_else(|| {
                Fault::invalid("/finding", "Say what came of it: one of the three buttons.")
            })?;
            let names_nobody = !typed.names_nobody.is_empty();
            let blanked = (!names_nobody).then(|| typed.text.clone());
            let judged = match names_nobody || typed.text.contains('[') {
                true => read::judge(tx, &id, &TextJudged { finding, blanked }),
                false => Err(Fault::invalid(
                    "/text",
                    "Tick that it names nobody, or put [name] in the place of each name.",
                )),
            };
            match judged {
                Ok(_) => Ok(Next::GoTo(TEXTS.to_owned())),
                Err(fault) if fault.code() == Code::InvalidRequest => {
                    let wrong = Wrong::new(&format!("text-{}", *id), fault.detail());
                    let (page, logged) =
                        page(tx, &head, &Shown::default(), Some((&id, &typed, wrong)))?;
                    logged_again(tx, &logged)?;
                    Ok(Next::Show(page))
                }
                Err(fault) => Err(fault),
            }
        })
        .await
}

/// The texts are shown again with what is wrong: that is a reading too.
fn logged_again(tx: &mut Tx, logged: &Logged) -> Result<()> {
    tx.audit_families(logged.event, &logged.id, &logged.families, logged.detail.clone())
}

async fn settle(visit: Visit, id: web::Path<FeedbackTextId>) -> HttpResponse {
    visit
        .write(Act::ReadFeedback, move |tx| {
            read::settle(tx, &id)?;
            Ok(Next::GoTo(format!("{TEXTS}?state={}", TextState::ToFollowUp.as_str())))
        })
        .await
}
