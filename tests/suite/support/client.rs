//! A small HTTP client: a refusal is an answer, not an error.

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, Method, Request};

/// Speaks to one server, as nobody or as the bearer of a token.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    base: String,
    token: Option<String>,
    /// What the bearer is, for what is said of its answers.
    role: &'static str,
    watch: Option<Watch>,
}

/// Looks at every answer: who asked, by which method, for what.
pub type Watch = fn(role: &str, method: &str, path: &str, &Answer);

impl Client {
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .build();
        Self {
            agent: Agent::new_with_config(config),
            base: base.trim_end_matches('/').to_owned(),
            token: None,
            role: "nobody",
            watch: None,
        }
    }

    /// The same caller, known to hold this role.
    pub fn in_role(self, role: &'static str) -> Self {
        Self { role, ..self }
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    pub fn role(&self) -> &'static str {
        self.role
    }

    pub fn watched(self, watch: Watch) -> Self {
        Self { watch: Some(watch), ..self }
    }

    pub fn bearing(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), role: "bearer", ..self.clone() }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path).send()
    }

    /// A page, as the browser of somebody who signed in asks for it.
    pub fn open(&self, path: &str) -> Answer {
        let token = self.token.clone().unwrap_or_default();
        let browser = Self { token: None, ..self.clone() };
        browser.call(Method::GET, path).header("cookie", format!("firstplace={token}")).send()
    }

    /// A form of our own page, as a browser with this cookie sends it.
    pub fn send_form(&self, path: &str, cookie: &str, body: &str) -> Answer {
        let browser = Self { token: None, ..self.clone() };
        let call = browser.call(Method::POST, path).header("sec-fetch-site", "same-origin");
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        call.header("cookie", format!("firstplace={cookie}")).raw(body.as_bytes()).send()
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::POST, path).json(body).send()
    }

    pub fn put(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::PUT, path).json(body).send()
    }

    pub fn patch(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::PATCH, path).json(body).send()
    }

    /// The button of a page.
    pub fn press(&self, path: &str) -> Answer {
        self.call(Method::POST, path).send()
    }

    /// A request to add headers or a body to, and to send.
    pub fn call(&self, method: Method, path: &str) -> Call {
        Call {
            client: self.clone(),
            method,
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }
}

/// A request being put together.
#[must_use]
pub struct Call {
    client: Client,
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Call {
    pub fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").raw(body.to_string().into_bytes())
    }

    pub fn raw(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub fn idempotency_key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub fn if_match(self, etag: &str) -> Self {
        self.header("if-match", etag)
    }

    pub fn send(self) -> Answer {
        let path = self.path.clone();
        self.try_send().unwrap_or_else(|cause| panic!("{path} was not answered: {cause}"))
    }

    /// The same where the server may be gone.
    pub fn try_send(self) -> Result<Answer, String> {
        let client = &self.client;
        let (watch, role) = (client.watch, client.role);
        let (method, path) = (self.method.clone(), self.path.clone());
        let answer = self.exchange()?;
        if let Some(watch) = watch {
            watch(role, method.as_str(), &path, &answer);
        }
        Ok(answer)
    }

    fn exchange(self) -> Result<Answer, String> {
        let url = format!("{}{}", self.client.base, self.path);
        let mut request = Request::builder().method(self.method).uri(&url);
        if let Some(token) = &self.client.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let request = request.body(self.body).expect("a request can be built");
        let response = self.client.agent.run(request);
        let mut response = response.map_err(|cause| cause.to_string())?;
        let bytes = response.body_mut().read_to_vec().map_err(|cause| cause.to_string())?;
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        })
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// The body as it came: what a file is.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body, which has to be JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|cause| panic!("not JSON ({cause}): {} {}", self.status, self.text))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body of an answer that has to have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        if self.text.is_empty() {
            return Value::Null;
        }
        self.json()
    }

    /// A page that has to have this status.
    #[track_caller]
    pub fn page(self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(self.header("content-type"), Some("text/html; charset=utf-8"));
        self.text
    }

    /// The body of a refusal, which has to be problem+json with this status and code.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.text);
        let problem = self.json();
        assert_eq!(problem["code"], code, "{problem}");
        assert_eq!(problem["status"], status, "{problem}");
        for member in ["type", "title", "detail"] {
            assert!(problem[member].is_string(), "no {member}: {problem}");
        }
        problem
    }
}
