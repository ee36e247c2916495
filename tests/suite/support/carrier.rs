//! Services that carry texts, as small servers on this machine that check what the real ones check.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use firstplace::base::clock::Clock;
use firstplace::mail::transport::gateway::GatewaySettings;
use firstplace::mail::transport::notify::NotifySettings;
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATE: &str = "f33517ff-2a88-4f6e-b855-c550268ce08a";
const SENDER: &str = "8e222534-7f05-4972-86e3-17c5d9f894e2";
const TOKEN: &str = "what the gateway asks for";

/// A request as a server meets it.
struct Asked {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: Value,
}

impl Asked {
    fn bearer(&self) -> Option<&str> {
        self.headers.get("authorization")?.strip_prefix("Bearer ")
    }
}

/// A text that was taken.
#[derive(Clone, Debug)]
pub struct Carried {
    pub id: String,
    pub to: String,
    pub body: String,
    pub reference: String,
}

/// What a server was sent, and what it says next.
#[derive(Default)]
struct Desk {
    carried: Vec<Carried>,
    /// Refuses everything so.
    refusal: Option<(u16, Value)>,
    /// Takes a text and does not say so.
    loses_answer: bool,
    statuses: BTreeMap<String, &'static str>,
    asked: usize,
}

/// A server, until it is dropped.
struct Server {
    url: String,
    desk: Arc<Mutex<Desk>>,
    is_over: Arc<AtomicBool>,
}

type Answers = fn(&Clock, &mut Desk, &Asked) -> (u16, Value);

impl Server {
    fn new(clock: Clock, answers: Answers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let desk: Arc<Mutex<Desk>> = Arc::default();
        let is_over: Arc<AtomicBool> = Arc::default();
        let (own, ends) = (desk.clone(), is_over.clone());
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                if ends.load(Ordering::SeqCst) {
                    return;
                }
                converse(stream, |asked| {
                    let mut desk = own.lock().unwrap_or_else(PoisonError::into_inner);
                    desk.asked += 1;
                    let said = desk.refusal.clone();
                    let said = said.unwrap_or_else(|| answers(&clock, &mut desk, asked));
                    (!desk.loses_answer).then_some(said)
                });
            }
        });
        Self { url, desk, is_over }
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the one that waits for a caller.
        drop(TcpStream::connect(self.url.trim_start_matches("http://")));
    }
}

/// One request and its answer, or none: then the connection just ends.
fn converse(stream: TcpStream, answer: impl FnOnce(&Asked) -> Option<(u16, Value)>) {
    let mut reader = BufReader::new(&stream);
    let mut line = String::new();
    if reader.read_line(&mut line).unwrap_or_default() == 0 {
        return;
    }
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("headers are lines");
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").map_or(0, |text| text.parse().expect("a length"));
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body is as long as it says");
    let body = serde_json::from_slice(&body).unwrap_or_default();

    let Some((status, said)) = answer(&Asked { method, path, headers, body }) else { return };
    let said = said.to_string();
    let head = format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        said.len()
    );
    // Whoever asked may have gone.
    drop((&stream).write_all((head + &said).as_bytes()));
}

fn error(status: u16, kind: &str, message: &str) -> (u16, Value) {
    (status, json!({ "status_code": status, "errors": [{ "error": kind, "message": message }] }))
}

/// GOV.UK Notify.
pub struct Notify(Server);

impl Notify {
    pub fn new(clock: Clock) -> Self {
        Self(Server::new(clock, notify))
    }

    /// The service's own key, or another's.
    pub fn settings(&self, key: Option<&str>) -> NotifySettings {
        let own = format!("hubs-{SERVICE}-{SECRET}");
        NotifySettings::new(&self.0.url, key.unwrap_or(&own), TEMPLATE, Some(SENDER))
            .expect("the key has the form of one")
    }

    pub fn carried(&self) -> Vec<Carried> {
        self.0.desk().carried.clone()
    }

    /// The last text to this number.
    #[track_caller]
    pub fn last_to(&self, number: &str) -> Carried {
        let mut carried = self.carried();
        carried.retain(|one| one.to == number);
        carried.pop().unwrap_or_else(|| panic!("nothing was texted to {number}"))
    }

    pub fn refuses(&self, status: u16, kind: &str, message: &str) {
        self.0.desk().refusal = Some(error(status, kind, message));
    }

    pub fn accepts_again(&self) {
        self.0.desk().refusal = None;
    }

    pub fn loses_its_answers(&self, loses: bool) {
        self.0.desk().loses_answer = loses;
    }

    pub fn will_say(&self, id: &str, status: &'static str) {
        self.0.desk().statuses.insert(id.to_owned(), status);
    }

    pub fn asked(&self) -> usize {
        self.0.desk().asked
    }
}

/// As its documentation says it answers.
fn notify(clock: &Clock, desk: &mut Desk, asked: &Asked) -> (u16, Value) {
    if let Some(refused) = token_is_wrong(clock, asked) {
        return refused;
    }
    let (path, query) = asked.path.split_once('?').unwrap_or((&asked.path, ""));
    match (asked.method.as_str(), path) {
        ("POST", "/v2/notifications/sms") => take(desk, &asked.body),
        ("GET", "/v2/notifications") => {
            let reference = query.strip_prefix("reference=").unwrap_or_default();
            let of_it = desk.carried.iter().filter(|one| one.reference == reference);
            let found: Vec<Value> = of_it.map(|one| json!({ "id": one.id })).collect();
            (200, json!({ "notifications": found, "links": {} }))
        }
        ("GET", path) => {
            let id = path.strip_prefix("/v2/notifications/").unwrap_or_default();
            match desk.statuses.get(id) {
                Some(status) => (200, json!({ "id": id, "status": status })),
                None if desk.carried.iter().any(|one| one.id == id) => {
                    (200, json!({ "id": id, "status": "sending" }))
                }
                None => error(404, "NoResultFound", "No result found"),
            }
        }
        _ => error(404, "NoResultFound", "No result found"),
    }
}

fn token_is_wrong(clock: &Clock, asked: &Asked) -> Option<(u16, Value)> {
    let refuse = |message: &str| Some(error(403, "AuthError", message));
    let Some(token) = asked.bearer() else {
        return Some(error(
            401,
            "AuthError",
            "Unauthorized: authentication token must be provided",
        ));
    };
    let parts: Vec<&str> = token.split('.').collect();
    let [header, claims, signature] = parts.as_slice() else { return refuse("Invalid token") };
    let read = |part: &str| -> Option<Value> {
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part).ok()?).ok()
    };
    let (Some(head), Some(said)) = (read(header), read(claims)) else {
        return refuse("Invalid token: signature, api token is not valid");
    };
    if head["alg"] != "HS256" || head["typ"] != "JWT" {
        return refuse("Invalid token: algorithm used is not HS256");
    }
    if said["iss"] != SERVICE {
        return refuse("Invalid token: service not found");
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key will do");
    mac.update(format!("{header}.{claims}").as_bytes());
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
    if mac.verify_slice(&signature).is_err() {
        return refuse("Invalid token: API key not found");
    }
    let age = said["iat"].as_i64().map(|iat| clock.now().utc().timestamp() - iat);
    match age {
        Some(-30..=30) => None,
        _ => refuse("Error: Your system clock must be accurate to within 30 seconds"),
    }
}

fn take(desk: &mut Desk, body: &Value) -> (u16, Value) {
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let number = text("phone_number");
    if !number.chars().all(|c| c.is_ascii_digit()) {
        return error(400, "ValidationError", "phone_number Must not contain letters or symbols");
    }
    if number.len() != 12 || !number.starts_with("447") {
        return error(400, "ValidationError", "phone_number Not a UK mobile number");
    }
    if text("template_id") != TEMPLATE {
        return error(400, "BadRequestError", "Template not found");
    }
    if text("sms_sender_id") != SENDER {
        return error(400, "BadRequestError", "sms_sender_id does not exist in database");
    }
    let Some(said) = body["personalisation"]["body"].as_str().filter(|said| !said.is_empty())
    else {
        return error(400, "BadRequestError", "Missing personalisation: body");
    };
    let id = uuid::Uuid::new_v4().to_string();
    let (to, reference) = (number, text("reference"));
    desk.carried.push(Carried { id: id.clone(), to, body: said.to_owned(), reference });
    (
        201,
        json!({ "id": id, "content": { "body": said }, "uri": format!("/v2/notifications/{id}") }),
    )
}

/// Any other gateway.
pub struct Gateway(Server);

impl Gateway {
    pub fn new(clock: Clock) -> Self {
        Self(Server::new(clock, gateway))
    }

    pub fn settings(&self, token: Option<&str>) -> GatewaySettings {
        GatewaySettings {
            url: format!("{}/texts", self.0.url),
            token: token.unwrap_or(TOKEN).to_owned(),
            from: "Hubs".to_owned(),
        }
    }

    pub fn carried(&self) -> Vec<Carried> {
        self.0.desk().carried.clone()
    }

    pub fn refuses(&self, status: u16) {
        self.0.desk().refusal = Some((status, Value::Null));
    }

    pub fn will_say(&self, id: &str, status: &'static str) {
        self.0.desk().statuses.insert(id.to_owned(), status);
    }
}

fn gateway(_: &Clock, desk: &mut Desk, asked: &Asked) -> (u16, Value) {
    if asked.bearer() != Some(TOKEN) {
        return (401, Value::Null);
    }
    let text = |name: &str| asked.body[name].as_str().unwrap_or_default().to_owned();
    match (asked.method.as_str(), asked.path.as_str()) {
        ("POST", "/texts") => {
            if text("from") != "Hubs" || text("reference").is_empty() {
                return (400, Value::Null);
            }
            let carried = Carried {
                id: format!("t-{}", desk.carried.len() + 1),
                to: text("to"),
                body: text("text"),
                reference: text("reference"),
            };
            let id = carried.id.clone();
            desk.carried.push(carried);
            (202, json!({ "id": id }))
        }
        ("GET", path) => {
            let id = path.strip_prefix("/texts/").unwrap_or_default();
            match desk.statuses.get(id) {
                Some(status) => (200, json!({ "status": status })),
                None => (404, Value::Null),
            }
        }
        _ => (404, Value::Null),
    }
}
