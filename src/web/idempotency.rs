//! `Idempotency-Key`: the same key and request get the first answer again, for 24 hours. The key
//! is stored in the same transaction as what it guards; only successes are kept.

use super::Sent;
use crate::db::Tx;
use crate::fault::{Code, Fault, is_duplicate};
use crate::moment::Moment;
use crate::schema::idempotency;
use actix_web::HttpRequest;
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long an answer is given again.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

/// What a request is recognised by.
#[derive(Clone)]
pub struct Fingerprint {
    key: String,
    place: String,
    request_hash: String,
}

/// An answer as it was first given.
pub struct Kept {
    pub status: u16,
    pub body: String,
    pub etag: Option<String>,
}

impl Fingerprint {
    /// `None` where no key was sent. `hash` is keyed: a body may hold a password. Keys may be quoted, as the draft standard has it, or not.
    pub fn of(
        request: &HttpRequest,
        sent: &Sent,
        hash: impl FnOnce(&[u8]) -> Result<String, Fault>,
    ) -> Result<Option<Fingerprint>, Fault> {
        let Some(header) = request.headers().get("Idempotency-Key") else { return Ok(None) };
        let text = header.to_str().unwrap_or_default().trim();
        let key = text.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(text);
        if key.is_empty() || key.len() > 255 {
            return Err(Fault::new(
                Code::InvalidIdempotencyKey,
                "Send 1 to 255 visible ASCII characters, such as a UUID.",
            ));
        }
        let place = format!("{} {}", request.method(), request.uri());
        Ok(Some(Fingerprint { key: key.to_owned(), place, request_hash: hash(&sent.0)? }))
    }

    fn scope(&self, tx: &Tx) -> String {
        let caller = tx.actor().account_id.as_ref().map_or("", |id| id.as_str());
        format!("{caller} {}", self.place)
    }

    /// The first answer, where there is one. Otherwise the key is taken now: a twin that comes
    /// meanwhile waits at the same row until this one is decided.
    pub fn begin(&self, tx: &mut Tx) -> Result<Option<Kept>, Fault> {
        let scope = self.scope(tx);
        let at = tx.now();
        for _ in 0..2 {
            if let Some(kept) = self.find(tx, &scope, at - KEPT_FOR)? {
                return Ok(Some(kept));
            }
            let row = (
                idempotency::scope.eq(scope.clone()),
                idempotency::idempotency_key.eq(self.key.clone()),
                idempotency::request_hash.eq(self.request_hash.clone()),
                idempotency::status.eq(0),
                idempotency::body.eq(""),
                idempotency::created_at.eq(at),
            );
            let taken = tx
                .attempt(|conn| diesel::insert_into(idempotency::table).values(row).execute(conn));
            match taken {
                Ok(_) => return Ok(None),
                Err(error) if is_duplicate(&error) => continue,
                Err(error) => return Err(error.into()),
            }
        }
        Err(Fault::new(Code::RequestInProgress, "Send it again in a moment."))
    }

    /// The answer kept since then; an older one makes room.
    fn find(&self, tx: &mut Tx, scope: &str, since: Moment) -> Result<Option<Kept>, Fault> {
        let row: Option<(String, i32, String, Option<String>, Moment)> = idempotency::table
            .find((scope, &self.key))
            .select((
                idempotency::request_hash,
                idempotency::status,
                idempotency::body,
                idempotency::etag,
                idempotency::created_at,
            ))
            .first(tx.conn())
            .optional()?;
        match row {
            None => Ok(None),
            Some((.., created_at)) if created_at <= since => {
                self.forget(tx)?;
                Ok(None)
            }
            Some((hash, status, body, etag, _)) if hash == self.request_hash => {
                Ok(Some(Kept { status: u16::try_from(status).unwrap_or(200), body, etag }))
            }
            Some(_) => Err(Fault::new(
                Code::IdempotencyMismatch,
                "Use a new key for a new request, or send the same body as before.",
            )),
        }
    }

    /// Gives the key back: what it guarded was refused.
    pub fn forget(&self, tx: &mut Tx) -> Result<(), Fault> {
        let scope = self.scope(tx);
        diesel::delete(idempotency::table.find((scope, &self.key))).execute(tx.conn())?;
        Ok(())
    }

    pub fn finish(&self, tx: &mut Tx, kept: &Kept) -> Result<(), Fault> {
        let scope = self.scope(tx);
        diesel::update(idempotency::table.find((scope, &self.key)))
            .set((
                idempotency::status.eq(i32::from(kept.status)),
                idempotency::body.eq(&kept.body),
                idempotency::etag.eq(&kept.etag),
            ))
            .execute(tx.conn())?;
        Ok(())
    }
}
