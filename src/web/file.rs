//! A file as a body: larger than other bodies, and read only once it is known who sends it.

use super::pace::fault_of;
use crate::base::fault::{Code, Fault, Result};
use actix_web::dev::Payload as Bytes;
use actix_web::web::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::future::{Ready, ready};

/// The largest file: some 300,000 rows of a births list.
const LARGEST_MIB: usize = 64;

/// What has not been read yet.
pub struct File {
    kind: Option<String>,
    payload: Payload,
}

impl FromRequest for File {
    type Error = Fault;
    type Future = Ready<Result<File>>;

    fn from_request(request: &HttpRequest, payload: &mut Bytes) -> Self::Future {
        let is_said = request.headers().contains_key("content-type");
        let kind = is_said.then(|| request.content_type().to_lowercase());
        let payload = Payload::from_request(request, payload).into_inner();
        ready(payload.map(|payload| File { kind, payload }).map_err(Fault::internal))
    }
}

impl File {
    /// The media type it was sent as, in lower case, without its parameters.
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    pub(crate) async fn read(self) -> Result<Vec<u8>> {
        let read = self.payload.to_bytes_limited(LARGEST_MIB * 1024 * 1024).await;
        let whole = read.map_err(|_| {
            let detail = format!("A file may have {LARGEST_MIB} MiB. Send it in parts.");
            Fault::new(Code::TooLarge, detail)
        })?;
        // Without a copy of it.
        Ok(Vec::from(whole.map_err(|error| fault_of(&error))?))
    }
}
