//! HTTP: how a request becomes one call to a service, and its answer a response. Authentication,
//! the order of refusals, problem documents, idempotency, paging and OpenAPI live here; rules do
//! not.

mod answer;
mod api;
mod body;
mod bounds;
mod call;
mod context;
pub(crate) mod cookies;
mod cursor;
mod download;
mod file;
pub(crate) mod fixed;
pub(crate) mod form;
mod headers;
pub(crate) mod html;
mod idempotency;
pub(crate) mod language;
pub(crate) mod layout;
mod named;
pub(crate) mod pace;
mod paging;
mod problem;
mod refused;
mod service_config;
mod shared;
pub(crate) mod timed;
pub(crate) mod visit;
pub(crate) mod waiting;
mod zipped;

pub use answer::Answer;
pub use api::{Api, ApiResult};
pub use body::{Body, Nothing, Query, SentBody};
pub use bounds::Bounds;
pub use context::{Again, App, Calls, Http, Ids, Kept, TextAccess, Tokens, may_be_an_address};
pub use download::Download;
pub use file::File;
pub use named::Logged;
pub(crate) use paging::written_cursor;
pub use paging::{List, Paging};
pub(crate) use problem::faults;
pub use problem::{FieldFault, Problem, responses_for};
pub use service_config::ServiceConfig;
pub use shared::Holds;
