//! How fast a body must arrive. A client that sends it byte by byte holds a connection and a
//! request for as long as it likes; so after a short grace period it must keep a pace that any real
//! line has.

use crate::base::fault::{Code, Fault};
use actix_web::HttpMessage;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::rt::time::{Instant, Sleep, sleep_until};
use actix_web::web::Bytes;
use futures_core::Stream;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// After the grace period: slower than the slowest mobile network that still works.
const BYTES_A_SECOND: u64 = 16 * 1024;

/// A body that ends with a fault if it is too slow.
struct Paced {
    body: Payload,
    /// What has arrived may take until here, and each byte adds a little.
    patience: Instant,
    bell: Pin<Box<Sleep>>,
}

/// Puts a clock beside the body of a request.
pub(crate) fn keep(request: &mut ServiceRequest, grace: Duration) {
    let body = request.take_payload();
    if matches!(body, Payload::None) {
        return;
    }
    let patience = Instant::now() + grace;
    let paced = Paced { body, patience, bell: Box::pin(sleep_until(patience)) };
    request.set_payload(Payload::Stream { payload: Box::pin(paced) });
}

impl Stream for Paced {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = Pin::new(&mut self.body).poll_next(cx);
        if let Poll::Ready(Some(Ok(bytes))) = &next {
            let earned = bytes.len() as u64 * 1_000_000 / BYTES_A_SECOND;
            self.patience += Duration::from_micros(earned);
            let patience = self.patience;
            self.bell.as_mut().reset(patience);
        }
        if next.is_ready() || self.bell.as_mut().poll(cx).is_pending() {
            return next;
        }
        let late = io::Error::new(io::ErrorKind::TimedOut, "the body came too slowly");
        Poll::Ready(Some(Err(PayloadError::Io(late))))
    }
}

/// Why a body did not arrive, for its sender.
pub(crate) fn fault_of(error: &actix_web::Error) -> Fault {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Fault::new(Code::TooLarge, "Send a smaller body."),
        Some(PayloadError::Io(error)) if error.kind() == io::ErrorKind::TimedOut => {
            Fault::new(Code::TooSlow, "The body came too slowly. Please send it again.")
        }
        _ => Fault::new(Code::MalformedRequest, "The body did not arrive whole."),
    }
}
