//! Bodies and queries, read so that what is wrong is said field by field. A body that cannot be
//! read is not refused here: who asks is judged first.

use super::bounds::{Bounds, Operation};
use super::context::App;
use super::cursor;
use super::pace::fault_of;
use crate::base::calendar::within_years;
use crate::base::fault::{Code, Fault, Result};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web::Bytes};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;

/// A JSON body: what was sent, and what it means or why it means nothing.
pub struct Body<T> {
    pub sent: SentBody,
    pub read: Result<T>,
}

/// The bytes of a request, for its fingerprint.
#[derive(Default)]
pub struct SentBody(pub Bytes);

/// For calls whose body may be empty or `{}`.
#[derive(Clone, Debug, Default, Deserialize, serde::Serialize, utoipa::ToSchema)]
pub struct Nothing {}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Body<T>>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request.headers().get(CONTENT_TYPE).is_none_or(is_json);
        let pattern = request.match_pattern().unwrap_or_default();
        let method = request.method().to_string();
        let bounds = bounds_of(request);
        let bytes = Bytes::from_request(request, payload);
        Box::pin(async move {
            let sent = bytes.await.map_err(|error| fault_of(&error))?;
            let read = if json || sent.is_empty() {
                read_json(&sent, bounds?, &Operation { method: &method, pattern: &pattern })
            } else {
                Err(Fault::new(
                    Code::UnsupportedMediaType,
                    "Send the body as JSON, with Content-Type: application/json.",
                ))
            };
            Ok(Body { sent: SentBody(sent), read })
        })
    }
}

fn is_json(value: &actix_web::http::header::HeaderValue) -> bool {
    let kind = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || kind.to_ascii_lowercase().ends_with("+json")
}

fn read_json<T: DeserializeOwned>(bytes: &[u8], bounds: &Bounds, asked: &Operation) -> Result<T> {
    let bytes = if bytes.iter().all(u8::is_ascii_whitespace) { b"{}" } else { bytes };
    if bytes.windows(6).any(|six| six.eq_ignore_ascii_case(b"\\u0000")) || bytes.contains(&0) {
        return Err(Fault::invalid("", "Leave out NUL characters."));
    }
    if let Ok(sent) = serde_json::from_slice(bytes) {
        bounds.body(asked, &sent)?;
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer_of(error.path());
        let inner = error.into_inner();
        match inner.classify() {
            serde_json::error::Category::Data => {
                Fault::invalid(&pointer, without_position(&inner.to_string()))
            }
            _ => Fault::new(
                Code::MalformedRequest,
                format!("The body is not JSON (line {}, column {}).", inner.line(), inner.column()),
            ),
        }
    })?;
    reader.end().map_err(|_| {
        Fault::new(Code::MalformedRequest, "There is something after the JSON body.")
    })?;
    Ok(value)
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { .. } | Segment::Unknown => String::new(),
        })
        .collect()
}

fn without_position(message: &str) -> String {
    let end = message.rfind(" at line ").unwrap_or(message.len());
    message.get(..end).unwrap_or(message).to_owned()
}

/// The query string: what it means, or why it means nothing; judged when it is read, so that who
/// asks is judged first.
pub struct Query<T>(Result<T>);

impl<T: DeserializeOwned> Query<T> {
    /// Of what a page's form holds, written as a query string.
    pub fn of(sent: &str) -> Query<T> {
        Query(pairs(sent).and_then(|_| parsed(sent)))
    }

    /// Of a request, within the bounds that its operation is described with.
    fn bounded(sent: &str, bounds: &Bounds, asked: &Operation) -> Result<T> {
        let mut pairs = pairs(sent)?;
        bounds.query(asked, &pairs)?;
        for (name, value) in &mut pairs {
            if name == "after" && !value.is_empty() {
                *value = cursor::read(value)?;
            }
        }
        let read = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        parsed(&read)
    }
}

impl<T: Clone> Query<T> {
    pub fn read(&self) -> Result<T> {
        self.0.clone()
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Fault;
    type Future = std::future::Ready<Result<Query<T>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pattern = request.match_pattern().unwrap_or_default();
        let asked = Operation { method: request.method().as_str(), pattern: &pattern };
        let read = bounds_of(request)
            .and_then(|bounds| Query::<T>::bounded(request.query_string(), bounds, &asked));
        std::future::ready(Ok(Query(read)))
    }
}

/// The bounds of the calls that this application carries.
fn bounds_of(request: &HttpRequest) -> Result<&'static Bounds> {
    let app = request.app_data::<actix_web::web::Data<App>>();
    let app = app.ok_or_else(|| Fault::internal("the application was not wired"))?;
    Ok(app.calls.bounds())
}

fn parsed<T: DeserializeOwned>(sent: &str) -> Result<T> {
    let read = actix_web::web::Query::<T>::from_query(sent);
    read.map(actix_web::web::Query::into_inner).map_err(|error| {
        Fault::new(Code::InvalidRequest, format!("The query cannot be read: {error}."))
    })
}

/// What a query string says, where no day lies where neither a calendar nor a database reaches.
fn pairs(sent: &str) -> Result<Vec<(String, String)>> {
    if sent.to_ascii_lowercase().contains("%00") {
        return Err(Fault::invalid("", "Leave out NUL characters."));
    }
    let pairs: Vec<(String, String)> = parsed(sent)?;
    for (name, value) in &pairs {
        if let Ok(day) = value.parse::<NaiveDate>() {
            within_years(&format!("/{name}"), day)?;
        }
    }
    Ok(pairs)
}
