//! A browser's call. A page for anybody needs nothing; for somebody who signed in with a password, a
//! cookie holds the access token, renewed with every page until none has been opened for the token's
//! lifetime; a parent's cookie holds a secret that lasts as long as she asked for. A script can read
//! neither, and a form that another site sends is refused. Without a cookie: redirect to sign-in,
//! then back.

use super::answer::{Outgoing, Shown};
use super::call::{Call, Done, Edge, sign_in_first};
use super::context::App;
use super::cookies::{
    COOKIE, DEVICE, HOME, PARENT, REQUEST, StaySignedIn, clear_phone, cookie, gone, of_password,
    of_sign_in, set,
};
use super::download::Download;
use super::html::{HtmlPage, Reader, sorry};
use super::layout::{MY, Menu};
use crate::access::secret::Secret;
use crate::access::service::origin::KNOWN_FOR;
use crate::access::service::sign_in::{Issued, access_token, session_of_browser};
use crate::access::{Act, Actor, store};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::AuthSessionId;
use crate::db::Tx;
use actix_web::http::header::{HOST, LOCATION, ORIGIN};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;

pub(crate) const SIGN_IN: &str = "/sign-in";

/// The edge of browsers.
pub struct Browser;

pub(crate) type Visit = Call<Browser>;

impl Edge for Browser {
    type Sent = HttpResponse;

    fn session(visit: &Visit) -> Result<AuthSessionId> {
        let (app, cookie) = (visit.app(), visit.request().cookie(COOKIE));
        let session =
            cookie.and_then(|token| app.tokens.session(token.value(), app.store.clock().now()));
        let kept = kept_by_parent(visit.request()).map(|secret| session_of_browser(&secret));
        session.or(kept).ok_or_else(|| sign_in_first("Please sign in."))
    }

    fn send(visit: &Visit, made: Result<Done>) -> HttpResponse {
        let app = visit.app();
        let (out, actor) = match made {
            Ok(made) => made,
            Err(fault) if fault.code() == Code::NotSignedIn => return visit.to_sign_in(),
            Err(fault) => return visit.sorry(&fault),
        };
        let mut response = out.response();
        if let (Some(account), Some(session)) = (&actor.account_id, &actor.auth_session_id)
            && let Ok(token) =
                access_token(&app.gate, account.as_str(), session, app.store.clock().now())
        {
            set(&mut response, of_password(app, token));
            remember_home(visit, &mut response, &actor);
        }
        response
    }

    fn ready(response: HttpResponse) -> HttpResponse {
        response
    }
}

/// The result of a visit: a page, perhaps again with what is wrong; a redirect; a file.
pub enum Next {
    Show(HtmlPage),
    GoTo(String),
    Save(Download),
}

impl Shown for Next {
    fn show(self, act: Option<Act>) -> Result<Outgoing> {
        match self {
            Next::Show(page) => page.show(act),
            Next::Save(file) => file.show(act),
            Next::GoTo(path) => {
                let header = Some((LOCATION, own_path(&path).to_owned()));
                let gone = Outgoing::ok("text/html; charset=utf-8", Vec::new());
                Ok(Outgoing { status: StatusCode::SEE_OTHER, header, ..gone })
            }
        }
    }
}

impl Visit {
    /// What went wrong, in the frame of whoever asked.
    fn sorry(&self, fault: &Fault) -> HttpResponse {
        let organisation = &self.app().head.organisation;
        let reader = Reader { words: self.words(), organisation, actor: self.seen() };
        sorry(fault, self.request(), &reader)
    }

    /// The sign-in it carries; that it is still open is seen when it is used.
    pub(crate) fn sign_in(&self) -> Option<AuthSessionId> {
        Browser::session(self).ok()
    }

    /// What a form asked for is done, or its page says what is wrong.
    pub async fn write(
        self,
        act: Act,
        work: impl Fn(&mut Tx) -> Result<Next> + Send + 'static,
    ) -> HttpResponse {
        if !from_here(self.request()) {
            return Browser::send(&self, Err(elsewhere()));
        }
        self.open(act, work).await
    }

    /// The page that says what became of something.
    pub async fn write_public<S: Shown>(
        self,
        work: impl Fn(&mut Tx) -> Result<S> + Send + 'static,
    ) -> HttpResponse {
        let written = self.write_anywhere(work).await;
        self.show(written)
    }

    /// What a form of somebody who has not signed in does; what is answered follows from it.
    pub(crate) async fn written<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if !from_here(self.request()) {
            return Err(elsewhere());
        }
        self.write_anywhere(work).await
    }

    /// The same, wherever the form was sent from.
    pub(crate) async fn write_anywhere<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.app().store.write_in_turn(None, Actor::public(), work).await
    }

    /// A page that is made of nothing but the request.
    pub fn show<S: Shown>(self, page: Result<S>) -> HttpResponse {
        let shown = page.and_then(|page| page.show(None));
        Browser::send(&self, shown.map(|out| (out, Actor::public())))
    }

    /// The page that says what became of work with passwords, which is not one transaction.
    pub async fn work_public(
        self,
        work: impl FnOnce(&App) -> Result<HtmlPage> + Send + 'static,
    ) -> HttpResponse {
        let work = move |app: App| Ok((work(&app)?.show(None)?, Actor::public()));
        self.with_passwords(None, Box::new(work)).await
    }

    fn to_sign_in(&self) -> HttpResponse {
        // What a form held may wait; where it cannot, it returns to the first page.
        let is_form = *self.request().method() != Method::GET;
        let back = match is_form {
            false => self.request().uri().path_and_query().map_or("/", |path| path.as_str()),
            true => "/",
        };
        let mut response = go_to(&to_sign_in(back));
        if is_form && from_here(self.request()) {
            response.extensions_mut().insert(SentTooLate);
        }
        response
    }
}

/// On the answer to a form whose sender has no sign-in any more.
pub(super) struct SentTooLate;

/// Where to sign in, and then go on.
pub(super) fn to_sign_in(next: &str) -> String {
    format!("{SIGN_IN}?next={}", form_urlencoded(next))
}

/// The first page that somebody opened is where they begin the next time.
fn remember_home(visit: &Visit, response: &mut HttpResponse, actor: &Actor) {
    let home = Menu::of(actor).home_at(visit.request().path());
    if response.status().is_success()
        && let Some(home) = home
        && visit.request().cookie(HOME).is_none_or(|known| known.value() != home)
    {
        set(response, cookie(visit.app(), HOME, home.to_owned(), Some(KNOWN_FOR.num_seconds())));
    }
}

/// The page that somebody requested before signing in, or the first one they may see.
pub(crate) fn landing(
    app: &App,
    issued: &Issued,
    asked: String,
    last: Option<&str>,
) -> Result<String> {
    if asked != "/" {
        return Ok(asked);
    }
    let session = app.tokens.session(&issued.access_token, app.store.clock().now());
    let actor = match session {
        Some(session) => app.store.read(Actor::public(), |tx| store::actor_for(tx, &session))?,
        None => None,
    };
    Ok(Menu::of(&actor.unwrap_or_default()).first(last).to_owned())
}

/// Where somebody at work was last with this browser.
pub(crate) fn last_home(request: &HttpRequest) -> Option<String> {
    request.cookie(HOME).map(|cookie| cookie.value().to_owned())
}

/// The secret of a browser that somebody signed in with, or a new one.
pub(crate) fn device(request: &HttpRequest) -> Secret {
    let kept = request.cookie(DEVICE);
    kept.map_or_else(Secret::random, |cookie| Secret::presented(cookie.value()))
}

/// Redirects to a page as somebody who has just signed in, with a browser that is now known.
pub(crate) fn signed_in(app: &App, issued: Issued, device: &Secret, next: &str) -> HttpResponse {
    let mut response = go_to(next);
    set(&mut response, of_password(app, issued.access_token));
    let device = device.reveal().to_owned();
    set(&mut response, cookie(app, DEVICE, device, Some(KNOWN_FOR.num_seconds())));
    set(&mut response, gone(app, PARENT));
    response
}

/// The secret of a parent who signed in with this browser.
pub(crate) fn kept_by_parent(request: &HttpRequest) -> Option<Secret> {
    request.cookie(PARENT).map(|cookie| Secret::presented(cookie.value()))
}

/// A page for a parent who has just signed in by what it says.
pub(crate) fn with_sign_in(
    app: &App,
    mut page: HttpResponse,
    secret: &Secret,
    stays: StaySignedIn,
) -> HttpResponse {
    set(&mut page, cookie(app, PARENT, secret.reveal().to_owned(), stays.max_age()));
    set(&mut page, gone(app, COOKIE));
    page
}

/// Redirects to a page as a parent who has just signed in with a code.
pub(crate) fn signed_in_by_code(
    app: &App,
    secret: &Secret,
    stays: StaySignedIn,
    next: &str,
) -> HttpResponse {
    let page = go_to(if next == "/" { MY } else { next });
    let mut response = with_sign_in(app, page, secret, stays);
    set(&mut response, of_sign_in(gone(app, REQUEST)));
    response
}

/// Redirects to the page where the code is typed, by the browser that asked for it.
pub(crate) fn code_asked(
    app: &App,
    (request, lasts): (&Secret, TimeDelta),
    page: &str,
    next: &str,
) -> HttpResponse {
    let mut response = go_to(page);
    let value = format!("{}.{}", request.reveal(), URL_SAFE_NO_PAD.encode(next));
    let cookie = cookie(app, REQUEST, value, Some(lasts.num_seconds()));
    set(&mut response, of_sign_in(cookie));
    response
}

/// The code that this browser asked for, and where it wanted to go.
pub(crate) fn asked_for(request: &HttpRequest) -> Option<(Secret, String)> {
    let cookie = request.cookie(REQUEST)?;
    let (secret, next) = cookie.value().split_once('.')?;
    let next = String::from_utf8(URL_SAFE_NO_PAD.decode(next).ok()?).ok()?;
    Some((Secret::presented(secret), own_path(&next).to_owned()))
}

/// Redirects to a page, signed out.
pub(crate) fn signed_out(app: &App, next: &str) -> HttpResponse {
    let mut response = go_to(next);
    set(&mut response, gone(app, COOKIE));
    set(&mut response, gone(app, PARENT));
    clear_phone(&mut response);
    response
}

/// A form that another site sends carries our cookie in some browsers; a page cannot forge the
/// headers that say where it comes from.
pub(crate) fn from_here(request: &HttpRequest) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match header("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => {
            let origin = header(ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
            origin.map(|(_, host)| host) == header(HOST.as_str())
        }
    }
}

/// The answer where a form is not from here.
pub(crate) fn elsewhere() -> Fault {
    Fault::new(Code::NotAllowed, "This form was not sent from our own page. Open the page again.")
}

pub(crate) fn go_to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, own_path(path)))
        .insert_header(("Cache-Control", "no-store"))
        .finish()
}

/// A path of this service, whatever was requested: browsers ignore tabs and line ends, read `\` as
/// `/`, and a header holds only visible ASCII.
pub(crate) fn own_path(next: &str) -> &str {
    let is_visible = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_visible && next.starts_with('/') && !next.starts_with("//") { next } else { "/" }
}

/// Text as it stands in a query.
pub(crate) fn form_urlencoded(text: &str) -> String {
    ::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_nobody_is_led_elsewhere() {
        for (asked, led) in [
            ("/registers?day=2026-11-22", "/registers?day=2026-11-22"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
            ("/\t/evil.example", "/"),
            ("/\n/evil.example", "/"),
            ("/a/\u{7f}b", "/"),
            ("/\u{85}", "/"),
            ("/a b", "/"),
            ("/caf\u{e9}", "/"),
            ("/caf%C3%A9?next=%2F%2Fevil.example", "/caf%C3%A9?next=%2F%2Fevil.example"),
            ("", "/"),
        ] {
            assert_eq!(own_path(asked), led, "{asked}");
        }
    }

    #[test]
    fn the_way_back_is_written_so_that_it_stays_one_value() {
        assert_eq!(form_urlencoded("/a?b=c&d=é"), "%2Fa%3Fb%3Dc%26d%3D%C3%A9");
    }
}
