//! What a handler answers, and what goes out of it: a status, a body, and the families it names.

use super::idempotency::Reply;
use super::named::{Logged, named};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::FamilyId;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderName};
use serde::Serialize;

/// What can be answered: JSON, a file, a page.
pub trait Shown: Send + 'static {
    /// As it goes out. `act` is what the caller must be allowed, where they signed in.
    fn show(self, act: Option<Act>) -> Result<Outgoing>;
}

/// An answer as it goes out, still off the network.
pub struct Outgoing {
    pub status: StatusCode,
    pub kind: &'static str,
    pub header: Option<(HeaderName, String)>,
    pub body: Vec<u8>,
    /// Those it names: reading it leaves a line in the log of each.
    pub families: Vec<FamilyId>,
    /// What the log says of it, where it is more than that.
    pub logged: Option<Logged>,
}

impl Outgoing {
    pub fn ok(kind: &'static str, body: Vec<u8>) -> Outgoing {
        let status = StatusCode::OK;
        Outgoing { status, kind, header: None, body, families: Vec::new(), logged: None }
    }

    /// The line in the log that reading it leaves.
    pub(super) fn line(&self, operation: &str) -> Option<Logged> {
        match &self.logged {
            Some(logged) => {
                let families = [logged.families.as_slice(), &self.families].concat();
                Some(Logged { families, ..logged.clone() })
            }
            None if self.families.is_empty() => None,
            None => {
                let families = self.families.clone();
                Some(Logged { families, ..Logged::of(Event::SeeFamilies, operation) })
            }
        }
    }

    pub(super) fn response(self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        response.content_type(self.kind).insert_header((CACHE_CONTROL, "no-store"));
        if let Some(header) = self.header {
            response.insert_header(header);
        }
        response.body(self.body)
    }
}

impl<S: Shown> Shown for (S, Logged) {
    fn show(self, act: Option<Act>) -> Result<Outgoing> {
        (self.0, Some(self.1)).show(act)
    }
}

impl<S: Shown> Shown for (S, Option<Logged>) {
    fn show(self, act: Option<Act>) -> Result<Outgoing> {
        Ok(Outgoing { logged: self.1, ..self.0.show(act)? })
    }
}

/// JSON: a body, and the version that the next change must name.
pub struct Answer<T> {
    status: StatusCode,
    body: T,
    etag: Option<i64>,
}

impl<T> Answer<T> {
    pub fn ok(body: T) -> Answer<T> {
        Answer { status: StatusCode::OK, body, etag: None }
    }

    pub fn created(body: T) -> Answer<T> {
        Answer { status: StatusCode::CREATED, ..Answer::ok(body) }
    }

    pub fn accepted(body: T) -> Answer<T> {
        Answer { status: StatusCode::ACCEPTED, ..Answer::ok(body) }
    }

    /// The version that `If-Match` must name to change it.
    pub fn version(self, version: i64) -> Answer<T> {
        Answer { etag: Some(version), ..self }
    }
}

impl<T: Serialize> Answer<T> {
    pub(super) fn reply(self) -> Result<Reply> {
        Ok(Reply {
            status: self.status.as_u16(),
            body: serde_json::to_string(&self.body).map_err(Fault::internal)?,
            etag: self.etag.map(|version| format!("\"{version}\"")),
        })
    }
}

impl<T: Serialize + Send + 'static> Shown for Answer<T> {
    fn show(self, act: Option<Act>) -> Result<Outgoing> {
        let reply = self.reply()?;
        let families = act.map(|act| named(act, &reply)).unwrap_or_default();
        Ok(Outgoing { families, ..reply.outgoing()? })
    }
}

impl Reply {
    pub(super) fn outgoing(self) -> Result<Outgoing> {
        let status = StatusCode::from_u16(self.status).map_err(Fault::internal)?;
        let header = self.etag.map(|etag| (ETAG, etag));
        Ok(Outgoing { status, header, ..Outgoing::ok("application/json", self.body.into_bytes()) })
    }
}
