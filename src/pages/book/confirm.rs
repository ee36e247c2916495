//! The pages on which somebody shows that an address is theirs: with the number in our message,
//! typed in the same sitting, or with the button behind its link. Then they read what came of it.
//! Nothing that was typed on the form is shown here: the person who opens a link may never have
//! seen it.

use super::outcome;
use super::screen::{Fields, Screen};
use super::sent::Sent;
use crate::access::service::one_address;
use crate::access::service::sign_in::begin_in_browser;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CarerId, JoinRequestId};
use crate::base::moment::Moment;
use crate::bookings::first::service::requests;
use crate::bookings::first::{Join, SignUpOutcome};
use crate::bookings::telling;
use crate::db::Tx;
use crate::mail::link::{JoinLink, JoinPurpose, Refused as NotALink};
use crate::pages::sign_in::stay;
use crate::web::cookies::StaySignedIn;
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience};
use crate::web::visit::{Visit, from_here, kept_by_parent, with_sign_in};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};

pub(super) fn routes(config: &mut web::ServiceConfig) {
    // Before the links, one of which could be called so.
    config.service(web::resource("/join/confirm").route(web::post().to(send_code)));
    config.service(
        web::resource("/join/{token}")
            .route(web::get().to(ask_join_link))
            .route(web::post().to(follow_join_link)),
    );
}

async fn send_code(visit: Visit, sent: Fields) -> HttpResponse {
    let address = one_address(visit.address());
    let screen = Screen::of(&visit, None, Sent::of(sent.into_inner()));
    let again = screen.clone();
    let stays = match screen.sent.is_on("alone") {
        true => StaySignedIn::Long,
        false => StaySignedIn::UntilClosed,
    };
    // A form of another site must not sign anybody in.
    let (here, before) = (from_here(visit.request()), kept_by_parent(visit.request()));
    let confirmed = visit.write_anywhere(move |tx: &mut Tx| {
        let id = JoinRequestId::from(screen.sent.one("request"));
        let finished = requests::by_code(tx, &id, screen.sent.one("code"), &address)?;
        let newcomer = finished.newcomer.filter(|_| here);
        let begin = |carer: CarerId| begin_in_browser(tx, &carer, (before.as_ref(), stays.lasts()));
        let secret = newcomer.map(begin).transpose()?;
        let audience = if secret.is_some() { Audience::Parent } else { Audience::LinkHolder };
        Ok((done(tx, &screen, (&finished.outcome, audience))?, secret))
    });
    match confirmed.await {
        Ok((page, secret)) => {
            let app = visit.app().clone();
            let response = visit.show(Ok(page));
            match secret {
                Some(secret) => with_sign_in(&app, response, &secret, stays),
                None => response,
            }
        }
        Err(fault) if fault.code() == Code::InvalidRequest => {
            let wrong = again.words.say("book-code-wrong");
            let asks = (again.sent.one("request"), again.sent.is_on("by_text"));
            let html = ask_code(&again, asks, Some(&wrong));
            visit.show(Ok(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }))
        }
        Err(fault) => visit.show::<HtmlPage>(Err(fault)),
    }
}

/// The page that asks for the number of our message.
pub(super) fn ask_code(
    screen: &Screen,
    (request, by_text): (&str, bool),
    wrong: Option<&str>,
) -> Markup {
    let words = screen.words;
    let [title, lead, next] = match by_text {
        true => ["book-text-title", "book-text-lead", "book-text-next"],
        false => ["book-code-title", "book-code-lead", "book-code-next"],
    };
    let wrongs: Vec<Wrong> = wrong.map(|text| Wrong::new("code", text)).into_iter().collect();
    let code = Field {
        name: "code",
        label: &words.say("book-code"),
        keys: "numeric",
        fills: "one-time-code",
        wrong: wrong_with(&wrongs, "code"),
        ..Field::default()
    };
    let main = html! {
        (error_summary(words, &wrongs))
        p { (words.say(lead)) }
        form method="post" action="/join/confirm" novalidate {
            input type="hidden" name="request" value=(request);
            @if by_text { input type="hidden" name="by_text" value="yes"; }
            (field(words, &code))
            (stay(words, screen.sent.is_on("alone")))
            p { button type="submit" { (words.say("book-code-send")) } }
        }
        p.quiet { (layout::said(words, next)) }
    };
    screen.page(&words.say(title), wrong.is_some(), Audience::LinkHolder, main)
}

pub(super) fn will_ring(screen: &Screen) -> Markup {
    let words = screen.words;
    let title = words.say("book-ring-title");
    let main = html! {
        (layout::panel(&html! { (title) }, &html! { p { (layout::said(words, "book-ring")) } }))
        p { (screen.see_whats_on()) }
    };
    screen.panel_page(&title, Audience::LinkHolder, main)
}

type TokenPath = web::Path<String>;

async fn ask_join_link(visit: Visit, path: TokenPath, request: HttpRequest) -> HttpResponse {
    let screen = Screen::of(&visit, None, Sent::default());
    let action = request.path().to_owned();
    visit
        .read_public(move |tx| {
            let screen = &screen;
            let link = match opened(&path, screen, tx.now()) {
                Ok(link) => link,
                Err(page) => return Ok(page),
            };
            let Some((request, join)) = requests::look(tx, &link)? else {
                return Ok(gone(screen));
            };
            match (request.outcome, join) {
                (Some(outcome), _) => {
                    let outcome = serde_json::from_str(&outcome).map_err(Fault::internal)?;
                    done(tx, screen, (&outcome, Audience::LinkHolder))
                }
                (None, Some(join)) => Ok(HtmlPage::ok(ask(tx, screen, &join, &action)?)),
                (None, None) => Ok(gone(screen)),
            }
        })
        .await
}

async fn follow_join_link(visit: Visit, path: TokenPath) -> HttpResponse {
    let screen = Screen::of(&visit, None, Sent::default());
    visit
        .write_public(move |tx| {
            let link = match opened(&path, &screen, tx.now()) {
                Ok(link) => link,
                Err(page) => return Ok(page),
            };
            match requests::by_link(tx, &link)? {
                Some(outcome) => done(tx, &screen, (&outcome, Audience::LinkHolder)),
                None => Ok(gone(&screen)),
            }
        })
        .await
}

fn opened(token: &str, screen: &Screen, now: Moment) -> Result<JoinLink, HtmlPage> {
    let opened = screen.head.links.open(JoinPurpose::Confirm, token, now);
    opened.map_err(|refused| match refused {
        NotALink::Expired => gone(screen),
        NotALink::NotOurs => {
            let words = screen.words;
            let main = html! { p { (words.say("book-link-not-ours")) } };
            let title = words.say("book-link-not-ours-title");
            let html = screen.page(&title, false, Audience::LinkHolder, main);
            HtmlPage { status: StatusCode::NOT_FOUND, html }
        }
    })
}

fn gone(screen: &Screen) -> HtmlPage {
    let words = screen.words;
    let main = html! {
        p { (words.say("book-link-old")) }
        p { (layout::link_button("/whats-on", &words.say("book-link-again"))) }
    };
    let html = screen.page(&words.say("book-link-old-title"), false, Audience::LinkHolder, main);
    HtmlPage { status: StatusCode::GONE, html }
}

fn ask(tx: &mut Tx, screen: &Screen, join: &Join, action: &str) -> Result<Markup> {
    let words = screen.words;
    let asked = join.first.as_ref().map(|first| &first.session_id).or(join.remind.as_ref());
    let session = asked.map(|id| telling::service::session_facts(tx, id)).transpose()?;
    let guest = join.sign_up.family.guest;
    let main = html! {
        p { @if guest { (words.say("book-link-guest")) } @else { (words.say("book-link-joins")) } }
        @if let Some(session) = session.filter(|session| !session.sensitive) {
            p { (words.say("book-link-place")) }
            dl.facts {
                @for (label, what) in session.facts(words, &[]) { div { dt { (label) } dd { (what) } } }
            }
        }
        (layout::one_button(action, &words.say("book-link-yes")))
    };
    Ok(screen.page(&words.say("book-link-title"), false, Audience::LinkHolder, main))
}

/// What came of it, with the session that it was about where anybody may see that one.
fn done(
    tx: &mut Tx,
    screen: &Screen,
    (outcome, audience): (&SignUpOutcome, Audience),
) -> Result<HtmlPage> {
    let screen = Screen { session: outcome.session_id.clone(), ..screen.clone() };
    let top = match screen.top(tx) {
        Err(fault) if fault.code() == Code::NotFound => None,
        top => top?,
    };
    Ok(HtmlPage::ok(outcome::signed_up(tx, &screen, top.as_ref(), (outcome, audience))?))
}
