//! The cookies of our pages. A script can read none of them, and another site's form sends none.

use super::context::App;
use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{HeaderName, HeaderValue};
use chrono::TimeDelta;

/// The access token of somebody who signed in with a password.
pub(super) const COOKIE: &str = "firstplace";

/// What a browser keeps after somebody signed in with it: it is recognised when others on the same
/// wifi have guessed too often.
pub(super) const DEVICE: &str = "firstplace-device";

/// The secret of a parent who signed in with a code.
pub(super) const PARENT: &str = "firstplace-parent";

/// Which code this browser asked for, and where it wanted to go.
pub(super) const REQUEST: &str = "firstplace-request";

/// The language that was chosen with this browser.
pub(super) const LANGUAGE: &str = "firstplace-language";

/// Where somebody at work begins.
pub(super) const HOME: &str = "firstplace-home";

/// A token opens nothing after its time, and still says whose form it was that came too late.
const TOKEN_KEPT: TimeDelta = TimeDelta::hours(12);

/// How long a browser keeps a parent signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StaySignedIn {
    /// She said that nobody else uses it.
    Long,
    /// Others may use it: until it is closed, and not for longer than a day.
    UntilClosed,
}

impl StaySignedIn {
    pub(crate) fn lasts(self) -> TimeDelta {
        match self {
            StaySignedIn::Long => TimeDelta::days(90),
            StaySignedIn::UntilClosed => TimeDelta::days(1),
        }
    }

    pub(super) fn max_age(self) -> Option<i64> {
        match self {
            StaySignedIn::Long => Some(self.lasts().num_seconds()),
            StaySignedIn::UntilClosed => None,
        }
    }
}

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
const KEPT_BY_PHONES: &str = "\"cache\", \"storage\"";

/// Without `seconds` it lasts until the browser is closed.
pub(super) fn cookie(
    app: &App,
    name: &'static str,
    value: String,
    seconds: Option<i64>,
) -> Cookie<'static> {
    let mut cookie = Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.http.public_url.starts_with("https://"))
        .finish();
    cookie.set_max_age(seconds.map(Duration::seconds));
    cookie
}

/// The token of a sign-in by password.
pub(super) fn of_password(app: &App, token: String) -> Cookie<'static> {
    cookie(app, COOKIE, token, Some(TOKEN_KEPT.num_seconds()))
}

pub(super) fn gone(app: &App, name: &'static str) -> Cookie<'static> {
    cookie(app, name, String::new(), Some(0))
}

/// One that only the pages to sign in are sent.
pub(super) fn of_sign_in(mut cookie: Cookie<'static>) -> Cookie<'static> {
    cookie.set_path("/sign-in");
    cookie
}

pub(super) fn set(response: &mut HttpResponse, cookie: Cookie<'static>) {
    // Only a cookie that is no header at all fails, and ours are made of tokens.
    if response.add_cookie(&cookie).is_err() {
        tracing::error!("a cookie could not be set");
    }
}

/// What a phone kept to show without a signal goes too.
pub(super) fn clear_phone(response: &mut HttpResponse) {
    response.headers_mut().insert(CLEAR_SITE_DATA, HeaderValue::from_static(KEPT_BY_PHONES));
}
