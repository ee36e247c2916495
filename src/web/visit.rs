//! A browser's call. A page for anybody needs nothing; for somebody who signed in, a cookie holds the access token, renewed with every page
//! until none has been opened for the token's lifetime; a script cannot read it, and a form that
//! another site sends is refused. Without the cookie: redirect to sign-in, then back.

use super::answer::{Outgoing, Shown};
use super::call::{Call, Done, Edge, sign_in_first};
use super::context::App;
use super::download::Download;
use super::html::{HtmlPage, sorry};
use super::layout::Menu;
use crate::access::secret::Secret;
use crate::access::service::origin::KNOWN_FOR;
use crate::access::service::sign_in::{Issued, access_token};
use crate::access::{Act, Actor, store};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::AuthSessionId;
use crate::db::Tx;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{HOST, LOCATION, ORIGIN};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};

const COOKIE: &str = "firstplace";

/// What a browser keeps after somebody signed in with it: it is recognised when others on the same
/// wifi have guessed too often.
const DEVICE: &str = "firstplace-device";

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
        session.ok_or_else(|| sign_in_first("Please sign in."))
    }

    fn send(visit: &Visit, made: Result<Done>) -> HttpResponse {
        let app = visit.app();
        let (out, actor) = match made {
            Ok(made) => made,
            Err(fault) if fault.code() == Code::NotSignedIn => return visit.to_sign_in(),
            Err(fault) => return sorry(&fault, visit.request(), &app.head.organisation),
        };
        let mut response = out.response();
        if let (Some(account), Some(session)) = (&actor.account_id, &actor.auth_session_id)
            && let Ok(token) = access_token(&app.gate, account, session, app.store.clock().now())
        {
            set(&mut response, cookie(app, COOKIE, token, app.gate.access_lasts().num_seconds()));
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
    /// Whether it carries a sign-in; that it is still open is seen when it is used.
    pub(crate) fn is_signed_in(&self) -> bool {
        Browser::session(self).is_ok()
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
    pub async fn write_public(
        self,
        work: impl Fn(&mut Tx) -> Result<HtmlPage> + Send + 'static,
    ) -> HttpResponse {
        self.write_or_refuse(work, Err).await
    }

    /// The same, for a refusal that has its own page: what was counted before it is kept.
    pub async fn write_or_refuse(
        self,
        work: impl Fn(&mut Tx) -> Result<HtmlPage> + Send + 'static,
        refused: impl FnOnce(Fault) -> Result<HtmlPage> + Send + 'static,
    ) -> HttpResponse {
        let written = self.app().store.write_in_turn(None, Actor::public(), work).await;
        self.show(written.or_else(refused))
    }

    /// A page that is made of nothing but the request.
    pub fn show(self, page: Result<HtmlPage>) -> HttpResponse {
        let shown = page.and_then(|page| page.show(None));
        Browser::send(&self, shown.map(|out| (out, Actor::public())))
    }

    /// The page that says what became of work with passwords, which is not one transaction.
    pub async fn work_public(
        self,
        work: impl FnOnce(&App) -> Result<HtmlPage> + Send + 'static,
    ) -> HttpResponse {
        self.with_passwords(None, move |app| Ok((work(&app)?.show(None)?, Actor::public()))).await
    }

    fn to_sign_in(&self) -> HttpResponse {
        // What a form held is lost, so it returns to the first page.
        let back = match *self.request().method() == Method::GET {
            true => self.request().uri().path_and_query().map_or("/", |path| path.as_str()),
            false => "/",
        };
        go_to(&format!("{SIGN_IN}?next={}", form_urlencoded(back)))
    }
}

/// The page that somebody requested before signing in, or the first one they may see.
pub(crate) fn landing(app: &App, issued: &Issued, asked: String) -> Result<String> {
    if asked != "/" {
        return Ok(asked);
    }
    let session = app.tokens.session(&issued.access_token, app.store.clock().now());
    let actor = match session {
        Some(session) => app.store.read(Actor::public(), |tx| store::actor_for(tx, &session))?,
        None => None,
    };
    Ok(Menu::of(&actor.unwrap_or_default()).first().to_owned())
}

/// The secret of a browser that somebody signed in with, or a new one.
pub(crate) fn device(request: &HttpRequest) -> Secret {
    let kept = request.cookie(DEVICE);
    kept.map_or_else(Secret::random, |cookie| Secret::presented(cookie.value()))
}

/// Redirects to a page as somebody who has just signed in, with a browser that is now known.
pub(crate) fn signed_in(app: &App, issued: Issued, device: &Secret, next: &str) -> HttpResponse {
    let mut response = go_to(next);
    set(&mut response, cookie(app, COOKIE, issued.access_token, issued.expires_in));
    let device = device.reveal().to_owned();
    set(&mut response, cookie(app, DEVICE, device, KNOWN_FOR.num_seconds()));
    response
}

/// Redirects to a page, signed out.
pub(crate) fn signed_out(app: &App, next: &str) -> HttpResponse {
    let mut response = go_to(next);
    set(&mut response, cookie(app, COOKIE, String::new(), 0));
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

fn cookie(app: &App, name: &'static str, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.http.public_url.starts_with("https://"))
        .max_age(Duration::seconds(seconds))
        .finish()
}

fn set(response: &mut HttpResponse, cookie: Cookie<'static>) {
    // Only a cookie that is no header at all fails, and ours are made of tokens.
    if response.add_cookie(&cookie).is_err() {
        tracing::error!("a cookie could not be set");
    }
}

fn go_to(path: &str) -> HttpResponse {
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
