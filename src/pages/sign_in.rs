//! The page on which staff, volunteers and managers sign in, and the button to sign out.

use crate::access::Act;
use crate::access::service::sign_in::{self, SignIn};
use crate::base::fault::{Code, Fault, Result};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page, SIGN_OUT};
use crate::web::visit::{
    Next, SIGN_IN, Visit, device, elsewhere, from_here, landing, own_path, signed_in, signed_out,
};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(SIGN_IN).route(web::get().to(ask)).route(web::post().to(take)))
        .route(SIGN_OUT, web::post().to(leave));
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
    let next = own_path(&asked.next).to_owned();
    let lasts = visit.app().gate.access_lasts();
    let form = Form { email: "", next: &next, wrong: None, lasts };
    let html = page(&visit.head(), &form);
    visit.show(Ok(HtmlPage::ok(html)))
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
    let here = from_here(&request);
    let asked = own_path(&given.next).to_owned();
    let made = in_turn(&visit, move || {
        if !here {
            return Err(elsewhere());
        }
        let issued = sign_in::sign_in(&app.store, &app.gate, &sign_in)?;
        let next = landing(&app, &issued, asked)?;
        Ok((issued, next))
    });
    match made.await {
        Ok((issued, next)) => signed_in(visit.app(), issued, &device, &next),
        Err(fault) => {
            let page = again(&visit.head(), visit.app().gate.access_lasts(), &given, fault);
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
    lasts: TimeDelta,
    given: &SignInForm,
    fault: Fault,
) -> Result<HtmlPage> {
    let (status, wrong) = match fault.code() {
        Code::WrongCredentials => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The e-mail address or the password is not right. Please check both.".to_owned(),
        ),
        Code::TooManyAttempts => (StatusCode::TOO_MANY_REQUESTS, fault.detail().to_owned()),
        _ => return Err(fault),
    };
    let (email, next) = (given.email.as_str(), own_path(&given.next));
    let form = Form { email, next, wrong: Some(wrong.as_str()), lasts };
    Ok(HtmlPage { status, html: page(head, &form) })
}

async fn leave(visit: Visit, request: HttpRequest) -> HttpResponse {
    let app = visit.app().clone();
    let leaves = |tx: &mut Tx| {
        sign_in::sign_out(tx)?;
        Ok(Next::GoTo(SIGN_IN.to_owned()))
    };
    let answer = visit.write(Act::SeeSelf, leaves).await;
    if from_here(&request) { signed_out(&app, SIGN_IN) } else { answer }
}

struct Form<'a> {
    email: &'a str,
    next: &'a str,
    wrong: Option<&'a str>,
    /// Of being signed in, without a page.
    lasts: TimeDelta,
}

fn page(head: &Letterhead, form: &Form) -> Markup {
    let minutes = form.lasts.num_minutes();
    let main = html! {
        form method="post" action=(SIGN_IN) novalidate {
            @if let Some(wrong) = form.wrong { p role="alert" { strong { (wrong) } } }
            input type="hidden" name="next" value=(form.next);
            label for="email" { "E-mail address" }
            input id="email" name="email" type="email" autocomplete="username" value=(form.email);
            label for="password" { "Password" }
            input id="password" name="password" type="password" autocomplete="current-password";
            p { button type="submit" { "Sign in" } }
        }
        p.quiet { "You are signed out after " (minutes) " minutes in which no page was opened." }
    };
    let wrong = if form.wrong.is_some() { "Error: Sign in" } else { "Sign in" };
    let organisation = &head.organisation;
    layout::page(&Page { organisation, title: wrong, audience: Audience::LinkHolder, main })
}
