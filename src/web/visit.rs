//! A page for somebody who signed in. A cookie holds the access token, renewed with every page
//! until none has been opened for the token's lifetime; a script cannot read it, and a form that
//! another site sends is refused. Without the cookie: redirect to sign-in, then back.

use super::api::{address, sign_in};
use super::context::{App, may_be_an_address};
use super::download::Download;
use super::html::{HtmlPage, sent};
use super::layout::Menu;
use super::named::Logged;
use super::refused::Caller;
use crate::access::secret::Secret;
use crate::access::service::origin::KNOWN_FOR;
use crate::access::service::sign_in::{Issued, access_token};
use crate::access::{Act, Actor, store};
use crate::base::fault::{Code, Fault};
use crate::base::id::AuthSessionId;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::header::{HOST, LOCATION, ORIGIN};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use std::future::{Ready, ready};

const COOKIE: &str = "firstplace";

/// What a browser keeps after somebody signed in with it: it is recognised when others on the same
/// wifi have guessed too often.
const DEVICE: &str = "firstplace-device";

pub const SIGN_IN: &str = "/sign-in";

/// A request for a page by somebody who has to sign in for it.
pub struct Visit {
    app: App,
    request: HttpRequest,
}

impl FromRequest for Visit {
    type Error = Fault;
    type Future = Ready<Result<Visit, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        if !may_be_an_address(request.uri()) {
            return ready(Err(Fault::not_found("page")));
        }
        let app = request.app_data::<web::Data<App>>().map(|app| app.get_ref().clone());
        let visit = app.map(|app| Visit { app, request: request.clone() });
        ready(visit.ok_or_else(|| Fault::internal("the application was not wired")))
    }
}

/// The result of a visit: a page, perhaps again with what is wrong; a redirect; a file.
pub enum Next {
    Show(HtmlPage),
    GoTo(String),
    Save(Download),
}

impl Visit {
    /// A page from one consistent state, for those whose role allows `act`.
    pub async fn read(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx, &Letterhead) -> Result<HtmlPage, Fault> + Send + 'static,
    ) -> HttpResponse {
        let Some(session) = self.session() else { return self.to_sign_in() };
        let (store, head) = (self.app.store.clone(), self.app.head.clone());
        let made = self.caller(&session).run(move || {
            store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                Ok((Next::Show(work(tx, &head)?), tx.actor().clone()))
            })
        });
        self.answer(made.await)
    }

    /// What a form asked for is done, or its page says what is wrong.
    pub async fn write(
        self,
        act: Act,
        work: impl Fn(&mut Tx, &Letterhead) -> Result<Next, Fault> + Send + 'static,
    ) -> HttpResponse {
        if !from_here(&self.request) {
            return self.answer(Err(elsewhere()));
        }
        self.open(act, work).await
    }

    /// A page whose opening is logged.
    pub async fn open(
        self,
        act: Act,
        work: impl Fn(&mut Tx, &Letterhead) -> Result<Next, Fault> + Send + 'static,
    ) -> HttpResponse {
        let Some(session) = self.session() else { return self.to_sign_in() };
        let (store, head) = (self.app.store.clone(), self.app.head.clone());
        let made = self.caller(&session).run(move || {
            store.write(Actor::public(), move |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                Ok((work(tx, &head)?, tx.actor().clone()))
            })
        });
        self.answer(made.await)
    }

    /// A page or a file from one consistent state, whose log line follows in a transaction of its
    /// own. Nothing is answered before it is committed.
    pub async fn look(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx, &Letterhead) -> Result<(Next, Option<Logged>), Fault>
        + Send
        + 'static,
    ) -> HttpResponse {
        let Some(session) = self.session() else { return self.to_sign_in() };
        let (store, head) = (self.app.store.clone(), self.app.head.clone());
        let made = self.caller(&session).run(move || {
            let (next, logged, actor) = store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                let (next, logged) = work(tx, &head)?;
                Ok((next, logged, tx.actor().clone()))
            })?;
            if let Some(logged) = logged {
                logged.write(&store, actor.clone())?;
            }
            Ok((next, actor))
        });
        self.answer(made.await)
    }

    fn session(&self) -> Option<AuthSessionId> {
        let token = self.request.cookie(COOKIE)?;
        self.app.tokens.session(token.value(), self.app.store.clock().now())
    }

    fn caller(&self, session: &AuthSessionId) -> Caller {
        let pattern = self.request.match_pattern().unwrap_or_default();
        Caller {
            store: self.app.store.clone(),
            session: Some(session.clone()),
            address: address(&self.app, &self.request).to_string(),
            operation: format!("{} {pattern}", self.request.method()),
        }
    }

    fn to_sign_in(&self) -> HttpResponse {
        // What a form held is lost, so it returns to the first page.
        let back = match self.request.method().as_str() {
            "GET" => self.request.uri().path_and_query().map_or("/", |path| path.as_str()),
            _ => "/",
        };
        let back = form_urlencoded(back);
        go_to(&format!("{SIGN_IN}?next={back}"))
    }

    fn answer(&self, made: Result<(Next, Actor), Fault>) -> HttpResponse {
        let organisation = &self.app.head.organisation;
        let (next, actor) = match made {
            Ok(made) => made,
            Err(fault) if fault.code() == Code::NotSignedIn => return self.to_sign_in(),
            Err(fault) => return sent(Err(fault), organisation),
        };
        let mut response = match next {
            Next::Show(sheet) => sent(Ok(sheet), organisation),
            Next::GoTo(path) => go_to(&path),
            Next::Save(file) => file.response(),
        };
        let (app, now) = (&self.app, self.app.store.clock().now());
        if let (Some(account), Some(session)) = (&actor.account_id, &actor.auth_session_id)
            && let Ok(token) = access_token(&app.gate, account, session, now)
        {
            set(&mut response, cookie(app, COOKIE, token, app.gate.access_lasts().num_seconds()));
        }
        response
    }
}

/// The page that somebody requested before signing in, or the first one they may see.
pub fn landing(app: &App, issued: &Issued, asked: String) -> Result<String, Fault> {
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
pub fn device(request: &HttpRequest) -> Secret {
    let kept = request.cookie(DEVICE);
    kept.map_or_else(Secret::random, |cookie| Secret::presented(cookie.value()))
}

/// Redirects to a page as somebody who has just signed in, with a browser that is now known.
pub fn signed_in(app: &App, issued: Issued, device: &Secret, next: &str) -> HttpResponse {
    let mut response = go_to(next);
    set(&mut response, cookie(app, COOKIE, issued.access_token, issued.expires_in));
    let device = device.reveal().to_owned();
    set(&mut response, cookie(app, DEVICE, device, KNOWN_FOR.num_seconds()));
    response
}

/// Redirects to a page, signed out.
pub fn signed_out(app: &App, next: &str) -> HttpResponse {
    let mut response = go_to(next);
    set(&mut response, cookie(app, COOKIE, String::new(), 0));
    response
}

/// A form that another site sends carries our cookie in some browsers; a page cannot forge the
/// headers that say where it comes from.
pub fn from_here(request: &HttpRequest) -> bool {
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
pub fn elsewhere() -> Fault {
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
pub fn own_path(next: &str) -> &str {
    let is_visible = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_visible && next.starts_with('/') && !next.starts_with("//") { next } else { "/" }
}

/// Text as it stands in a query.
pub fn form_urlencoded(text: &str) -> String {
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
