//! A browser without scripts, and accounts to sign in with.

use std::collections::BTreeMap;

use firstplace::access::Role;
use serde_json::json;
use ureq::http::Method;

use crate::support::app::TestApp;
use crate::support::client::Answer;

const PASSWORD: &str = "correct horse battery";

/// A browser: it keeps every cookie as it is told to, and says where its forms come from.
pub struct Browser<'a> {
    app: &'a TestApp,
    pub cookies: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Browser { app, cookies: BTreeMap::new() }
    }

    pub fn send(&mut self, method: Method, path: &str, form: Option<(&str, &str)>) -> Answer {
        let mut call = self.app.nobody.call(method, path);
        let kept: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !kept.is_empty() {
            call = call.header("cookie", kept.join("; "));
        }
        if let Some((site, body)) = form {
            call = call
                .header("sec-fetch-site", site)
                .header("content-type", "application/x-www-form-urlencoded")
                .raw(body.as_bytes());
        }
        let answer = call.send();
        for set in answer.headers.get_all("set-cookie") {
            let set = set.to_str().expect("a cookie is text");
            let (name, value) = set.split_once('=').expect("a cookie has a name");
            let value = value.split(';').next().unwrap_or_default();
            if set.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None)
    }

    /// An address, as browsers ask for what may be a page.
    pub fn send_as_page(&mut self, path: &str) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let call = self.app.nobody.call(Method::GET, path).header("accept", "text/html");
        call.header("cookie", cookies.join("; ")).send()
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
