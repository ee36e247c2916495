//! One door: a parent asks for a code, whoever works here types a password; and the button to sign
//! out.

mod code;
mod stay;
mod view;
mod waiting;

pub(crate) use view::stay;

use crate::access::service::sign_in::{self, SignIn};
use crate::access::{self, Act};
use crate::base::fault::{Code, Fault, Result};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::form::Wrong;
use crate::web::html::{HtmlPage, too_many};
use crate::web::layout::{Menu, SIGN_OUT};
use crate::web::visit::{
    Next, SIGN_IN, Visit, device, elsewhere, from_here, kept_by_parent, landing, last_home,
    own_path, signed_in, signed_out,
};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use serde::Deserialize;
use view::{Typed, door};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(SIGN_IN).route(web::get().to(ask)).route(web::post().to(take)))
        .route(SIGN_OUT, web::post().to(leave));
    code::routes(config);
    stay::routes(config);
    waiting::routes(config);
}

#[derive(Deserialize)]
struct SignInQuery {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct SignInForm {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

async fn ask(visit: Visit, asked: web::Query<SignInQuery>) -> HttpResponse {
    let lasts = visit.app().gate.access_lasts();
    let by_text = visit.app().store.sends_texts();
    let (head, words, next) = (visit.head(), visit.words(), own_path(&asked.next).to_owned());
    let door = move |menu: Option<Menu>| {
        let typed = Typed { next: &next, lasts, by_text, menu, ..Typed::default() };
        HtmlPage::ok(door(&head, words, &typed, &[]))
    };
    let Some(session) = visit.sign_in() else { return visit.show(Ok(door(None))) };
    visit
        .read_public(move |tx| {
            let actor = access::store::actor_for(tx, &session)?;
            Ok(door(actor.map(|actor| Menu::of(&actor))))
        })
        .await
}

async fn take(visit: Visit, given: web::Form<SignInForm>, request: HttpRequest) -> HttpResponse {
    let (app, given) = (visit.app().clone(), given.into_inner());
    let email = given.email.trim().to_lowercase();
    let device = device(&request);
    let sign_in = SignIn {
        email,
        password: given.password.clone(),
        address: visit.address(),
        device: Some(device.clone()),
    };
    let (here, last) = (from_here(&request), last_home(&request));
    let asked = own_path(&given.next).to_owned();
    let made = in_turn(&visit, move || {
        if !here {
            return Err(elsewhere());
        }
        let issued = sign_in::sign_in(&app.store, &app.gate, &sign_in)?;
        let next = landing(&app, &issued, asked, last.as_deref())?;
        Ok((issued, next))
    });
    match made.await {
        Ok((issued, next)) => signed_in(visit.app(), issued, &device, &next),
        Err(fault) => {
            let app = visit.app();
            let ways = (app.gate.access_lasts(), app.store.sends_texts());
            let page = again(&visit.head(), visit.words(), ways, &given, fault);
            visit.show(page)
        }
    }
}

/// Passwords wait for their turn without a thread.
async fn in_turn<T: Send + 'static>(
    visit: &Visit,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let _turn = visit.app().gate.turn().await?;
    web::block(work).await.map_err(Fault::internal)?
}

fn again(
    head: &Letterhead,
    words: Words,
    (lasts, by_text): (TimeDelta, bool),
    given: &SignInForm,
    fault: Fault,
) -> Result<HtmlPage> {
    let (status, wrong) = match fault.code() {
        Code::WrongCredentials => (StatusCode::UNPROCESSABLE_ENTITY, words.say("account-wrong")),
        Code::TooManyAttempts => (StatusCode::TOO_MANY_REQUESTS, too_many(words, &fault)),
        _ => return Err(fault),
    };
    let next = own_path(&given.next);
    let typed = Typed { email: &given.email, next, lasts, by_text, ..Typed::default() };
    let wrong = [Wrong::new("email", wrong)];
    Ok(HtmlPage { status, html: door(head, words, &typed, &wrong) })
}

async fn leave(visit: Visit, request: HttpRequest) -> HttpResponse {
    let app = visit.app().clone();
    let leaves = |tx: &mut Tx| {
        sign_in::sign_out(tx)?;
        Ok(Next::GoTo(SIGN_IN.to_owned()))
    };
    let answer = visit.write(Act::SeeSelf, leaves).await;
    if !from_here(&request) {
        return answer;
    }
    let mut gone = signed_out(&app, SIGN_IN);
    if kept_by_parent(&request).is_none() {
        keep_marks(&mut gone);
    }
    gone
}

/// A device at the door keeps marks that it has not sent, whoever signs out: ids, and no names.
fn keep_marks(response: &mut HttpResponse) {
    response.headers_mut().remove("clear-site-data");
}
