//! HTTP: how a request becomes one call to a service, and its answer a response. Authentication,
//! the order of refusals, problem documents, idempotency, paging and OpenAPI live here; rules do
//! not.

mod answer;
mod api;
mod body;
mod bounds;
pub mod context;
mod cursor;
mod download;
mod file;
mod headers;
pub mod html;
mod idempotency;
pub mod layout;
mod named;
mod pace;
mod paging;
mod problem;
mod refused;
mod timed;
pub mod visit;

use actix_web::ResponseError;
use actix_web::http::Uri;
use actix_web::http::header::{ALLOW, HeaderValue};
pub use answer::Answer;
pub use api::Api;
pub use body::{Body, Nothing, Query, Sent};
use context::App;
pub use download::Download;
pub use file::File;
pub use named::Logged;
pub use paging::{List, Paging};
pub(crate) use problem::faults;
pub use problem::{Problem, responses_for};
use utoipa_actix_web::service_config::ServiceConfig;
