//! What a request's headers say besides who asks: which version it means to change, and with which
//! key it may be sent again.

use super::api::Api;
use super::idempotency::key_of;
use crate::base::fault::{Code, Expected, Fault, Result, version_conflict};
use actix_web::http::header::IF_MATCH;

impl Api {
    /// The versions named by `If-Match`, or any: 428 without it, 412 where none can be a version of
    /// this service.
    pub fn if_match(&self) -> Result<Expected> {
        let header = self.request().headers().get(IF_MATCH).ok_or_else(|| {
            Fault::new(Code::VersionNeeded, "Send If-Match with the ETag you read it with.")
        })?;
        let text = header.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(Expected::Any);
        }
        let of = |tag: &str| tag.trim().trim_start_matches("W/").trim_matches('"').parse().ok();
        let versions: Vec<i64> = text.split(',').filter_map(of).collect();
        if versions.is_empty() { Err(version_conflict()) } else { Ok(Expected::OneOf(versions)) }
    }

    /// The `Idempotency-Key`, for what keeps its own answers.
    pub fn idempotency_key(&self) -> Result<Option<String>> {
        key_of(self.request())
    }
}
