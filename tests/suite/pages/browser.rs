//! A browser without scripts, and accounts to sign in with.

use firstplace::access::Role;
use serde_json::json;
use ureq::http::Method;

use crate::support::app::TestApp;
use crate::support::client::Answer;

const PASSWORD: &str = "correct horse battery";

/// A browser: it keeps the cookie and says where its forms come from.
pub struct Browser<'a> {
    app: &'a TestApp,
    pub cookie: Option<String>,
}

impl<'a> Browser<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Browser { app, cookie: None }
    }

    pub fn send(&mut self, method: Method, path: &str, form: Option<(&str, &str)>) -> Answer {
        let mut call = self.app.nobody.call(method, path);
        if let Some(cookie) = &self.cookie {
            call = call.header("cookie", cookie.clone());
        }
        if let Some((site, body)) = form {
            call = call
                .header("sec-fetch-site", site)
                .header("content-type", "application/x-www-form-urlencoded")
                .raw(body.as_bytes());
        }
        let answer = call.send();
        if let Some(set) = answer.header("set-cookie") {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        answer
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None)
    }

    pub fn post(&mut self, path: &str, body: &str) -> Answer {
        self.send(Method::POST, path, Some(("same-origin", body)))
    }

    pub fn signs_in(&mut self, email: &str, next: &str) -> Answer {
        let body = format!("email={email}&password={PASSWORD}&next={next}");
        self.post("/sign-in", &body)
    }
}

/// An account of a role at a centre; some are held everywhere.
pub fn account(app: &TestApp, role: &str, centre: &str) {
    let everywhere = ["manager", "administrator", "safeguarding_lead"];
    let centre = Some(centre).filter(|_| !everywhere.contains(&role));
    let body = json!({
        "email": format!("{role}@hubs.example"), "name": "Amina Khan", "password": PASSWORD,
        "roles": [{ "role": role, "centre_id": centre }],
    });
    app.as_role(Role::Administrator).post("/api/v1/accounts", &body).expect(201);
}
