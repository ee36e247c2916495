//! What a handler answers: a status, a body and the version that the next change must name.

use super::idempotency::Reply;
use crate::base::fault::Fault;
use serde::Serialize;

/// What a service gives back for the wire.
pub struct Answer<T> {
    status: u16,
    body: T,
    etag: Option<i64>,
}

impl<T> Answer<T> {
    pub fn ok(body: T) -> Answer<T> {
        Answer { status: 200, body, etag: None }
    }

    pub fn created(body: T) -> Answer<T> {
        Answer { status: 201, body, etag: None }
    }

    pub fn accepted(body: T) -> Answer<T> {
        Answer { status: 202, body, etag: None }
    }

    /// The version that `If-Match` must name to change it.
    pub fn version(mut self, version: i64) -> Answer<T> {
        self.etag = Some(version);
        self
    }
}

/// As it goes out.
pub(crate) fn keep<T: Serialize>(answer: Answer<T>) -> Result<Reply, Fault> {
    Ok(Reply {
        status: answer.status,
        body: serde_json::to_string(&answer.body).map_err(Fault::internal)?,
        etag: answer.etag.map(|version| format!("\"{version}\"")),
    })
}
