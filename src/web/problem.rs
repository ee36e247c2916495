//! Faults on the wire: RFC 9457 problem documents, and what OpenAPI says of them.

use crate::base::fault::{Code, Fault};
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        if let Some(cause) = self.cause() {
            tracing::error!(cause, "a request failed on our side");
        }
        let mut response = HttpResponse::build(self.status_code());
        response.content_type("application/problem+json");
        if self.code() == Code::NotSignedIn {
            response.insert_header(("WWW-Authenticate", "Bearer"));
        }
        if let Some(seconds) = self.retry_after() {
            response.insert_header((RETRY_AFTER, seconds));
        }
        response.body(self.problem().to_string())
    }
}

/// What went wrong and what to do about it (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "type": "/docs/faults#session_full", "title": "The session is full", "status": 409,
    "detail": "All places are taken. Ask to wait instead.", "code": "session_full"
}))]
pub struct Problem {
    /// Where the fault is explained.
    pub r#type: String,
    /// The fault in a few words; the same for each code.
    pub title: String,
    /// The HTTP status, again.
    pub status: u16,
    /// What happened, and what to do.
    pub detail: String,
    /// A stable code from the table of faults.
    pub code: String,
    /// For `invalid_request`: which fields.
    pub errors: Option<Vec<FieldFault>>,
    /// For `not_yet_released` and `referral_window`: when to come back.
    pub opens_at: Option<crate::base::moment::Moment>,
    /// For `too_many_attempts` and `busy`: after how many seconds to try again.
    pub retry_after: Option<i64>,
}

/// A field that is not right.
#[derive(Serialize, ToSchema)]
pub struct FieldFault {
    /// A JSON pointer into the body.
    pub pointer: String,
    /// What is wrong with it and what to send instead.
    pub detail: String,
}

/// The OpenAPI responses for a list of codes, one for each status.
pub fn responses_for(
    codes: &[Code],
) -> std::collections::BTreeMap<String, utoipa::openapi::RefOr<utoipa::openapi::Response>> {
    use utoipa::openapi::{ContentBuilder, Ref, ResponseBuilder};
    let mut by_status: std::collections::BTreeMap<u16, Vec<&str>> = Default::default();
    for code in codes {
        by_status.entry(code.status()).or_default().push(code.as_str());
    }
    by_status
        .into_iter()
        .map(|(status, words)| {
            let content =
                ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            let response = ResponseBuilder::new()
                .description(words.join(", "))
                .content("application/problem+json", content)
                .build();
            (status.to_string(), response.into())
        })
        .collect()
}

/// Names a set of faults for `responses(...)` of an operation.
macro_rules! faults {
    ($($name:ident: $($code:ident),* $(,)?;)+) => {$(
        pub(crate) struct $name;
        impl utoipa::IntoResponses for $name {
            fn responses() -> std::collections::BTreeMap<
                String,
                utoipa::openapi::RefOr<utoipa::openapi::Response>,
            > {
                $crate::web::responses_for(&[$($crate::base::fault::Code::$code),*])
            }
        }
    )+};
}
pub(crate) use faults;
