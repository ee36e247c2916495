//! `Idempotency-Key`: the same key and request are done once, and answered alike, for 24 hours. The
//! key is stored in the same transaction as what it guards; only successes are kept, sealed, and of
//! what names somebody only the ids: the right to it is asked again.

use super::SentBody;
use super::context::{App, Calls, Ids, Kept};
use crate::access::Act;
use crate::access::wrapping::WrappingKey;
use crate::base::fault::{Code, Fault, Result, is_duplicate};
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::db::schema::idempotency;
use crate::db::{Run, Tx};
use actix_web::HttpRequest;
use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How long an answer is given again.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

/// What a request is recognised by.
#[derive(Clone)]
pub(super) struct Fingerprint {
    key: String,
    place: String,
    /// A keyed hash: a body may hold a password.
    request_hash: String,
    /// The pattern of the address.
    pattern: String,
    kept: Kept,
    /// The family of the address.
    family: Option<FamilyId>,
    sealing: WrappingKey,
    calls: &'static dyn Calls,
}

/// An answer as it goes out.
pub(super) struct Reply {
    pub status: u16,
    pub body: String,
    pub etag: Option<String>,
}

/// What is kept of it, under seal.
#[derive(Serialize, Deserialize)]
enum Remembered {
    Ids(Ids),
    Whole { body: String, etag: Option<String> },
}

/// The key that was sent. It may be quoted, as the draft standard has it, or not.
pub(super) fn key_of(request: &HttpRequest) -> Result<Option<String>> {
    let Some(header) = request.headers().get("Idempotency-Key") else { return Ok(None) };
    let text = header.to_str().unwrap_or_default().trim();
    let key = text.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(text);
    if key.is_empty() || key.len() > 255 {
        return Err(Fault::new(
            Code::InvalidIdempotencyKey,
            "Send 1 to 255 visible ASCII characters, such as a UUID.",
        ));
    }
    Ok(Some(key.to_owned()))
}

impl Fingerprint {
    /// `None` where no key was sent, or doing it again comes to the same.
    pub(super) fn of(
        request: &HttpRequest,
        sent: &SentBody,
        App { calls, gate, .. }: &App,
        hash: impl FnOnce(&[u8]) -> Result<String>,
    ) -> Result<Option<Fingerprint>> {
        let Some(key) = key_of(request)? else { return Ok(None) };
        let pattern = request.match_pattern().unwrap_or_default();
        let kept = calls.kept(&pattern);
        if kept == Kept::Nothing {
            return Ok(None);
        }
        let of_family = pattern.contains("/families/{id}");
        Ok(Some(Fingerprint {
            key,
            place: format!("{} {}", request.method(), request.uri()),
            request_hash: hash(&sent.0)?,
            pattern,
            kept,
            family: request.match_info().get("id").filter(|_| of_family).map(FamilyId::from),
            sealing: gate.wrapping().clone(),
            calls: *calls,
        }))
    }

    /// Whose, and for what: a keyed hash, for an address may name a family.
    fn scope(&self, tx: &Tx) -> Result<String> {
        let caller = tx.actor().caller().unwrap_or_default();
        tx.keyed_hash("idempotency", &format!("{caller} {}", self.place))
    }

    /// The answer to the first, where there was one, for who may have it still. Otherwise the key is
    /// taken now: a twin that comes meanwhile waits at the same row until this one is decided.
    pub(super) fn begin(&self, tx: &mut Tx, act: Act) -> Result<Option<Reply>> {
        let scope = self.scope(tx)?;
        let at = tx.now();
        for _ in 0..2 {
            if let Some((status, sealed)) = self.find(tx, &scope, at - KEPT_FOR)? {
                return self.reply(tx, act, status, &scope, &sealed).map(Some);
            }
            let row = (
                idempotency::scope.eq(scope.clone()),
                idempotency::idempotency_key.eq(self.key.clone()),
                idempotency::request_hash.eq(self.request_hash.clone()),
                idempotency::status.eq(0),
                idempotency::sealed.eq(""),
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

    fn reply(
        &self,
        tx: &mut Tx,
        act: Act,
        status: u16,
        scope: &str,
        sealed: &str,
    ) -> Result<Reply> {
        let opened = self.sealing.open("kept answer", scope, sealed)?;
        let remembered = serde_json::from_slice(&opened).map_err(Fault::internal)?;
        match (self.kept, remembered) {
            (Kept::Ids, Remembered::Ids(ids)) => {
                let family = self.family.as_ref();
                let (body, version) = self.calls.read_again(tx, &self.pattern, family, &ids)?;
                Ok(Reply { status, body, etag: version.map(|version| format!("\"{version}\"")) })
            }
            (_, Remembered::Whole { body, etag }) => {
                if let Some(family) = &self.family {
                    self.calls.allow_family(tx, act, family)?;
                }
                Ok(Reply { status, body, etag })
            }
            (_, Remembered::Ids(_)) => Err(Fault::internal("an answer of another kind is kept")),
        }
    }

    /// The answer kept since then; an older one makes room.
    fn find(&self, tx: &mut Tx, scope: &str, since: Moment) -> Result<Option<(u16, String)>> {
        let row: Option<(String, i32, String, Moment)> = idempotency::table
            .find((scope, &self.key))
            .select((
                idempotency::request_hash,
                idempotency::status,
                idempotency::sealed,
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
            Some((hash, status, sealed, _)) if hash == self.request_hash => {
                Ok(Some((u16::try_from(status).unwrap_or(200), sealed)))
            }
            Some(_) => Err(Fault::new(
                Code::IdempotencyMismatch,
                "Use a new key for a new request, or send the same body as before.",
            )),
        }
    }

    /// Gives the key back: what it guarded was refused.
    pub(super) fn forget(&self, tx: &mut Tx) -> Result<()> {
        let scope = self.scope(tx)?;
        diesel::delete(idempotency::table.find((scope, &self.key))).run(tx)
    }

    pub(super) fn finish(&self, tx: &mut Tx, reply: &Reply) -> Result<()> {
        let scope = self.scope(tx)?;
        let answer: Value = serde_json::from_str(&reply.body).map_err(Fault::internal)?;
        let remembered = match self.kept {
            Kept::Ids if self.calls.is_found_again(tx, &self.pattern, &answer)? => {
                Remembered::Ids(Ids { ids: ids(&answer), list: answer["items"].is_array() })
            }
            Kept::Ids | Kept::Whole | Kept::Nothing => {
                Remembered::Whole { body: reply.body.clone(), etag: reply.etag.clone() }
            }
        };
        let remembered = serde_json::to_vec(&remembered).map_err(Fault::internal)?;
        let sealed = self.sealing.seal("kept answer", &scope, &remembered)?;
        diesel::update(idempotency::table.find((scope, &self.key)))
            .set((idempotency::status.eq(i32::from(reply.status)), idempotency::sealed.eq(sealed)))
            .run(tx)
    }
}

/// Where what an answer shows is found again: its ids, in order.
pub(super) fn ids(answer: &Value) -> Vec<String> {
    let one = |item: &Value| {
        let id = item["id"].as_str().or(item["number"].as_str()).or(item["code"].as_str());
        id.map(str::to_owned)
    };
    match answer["items"].as_array() {
        Some(items) => items.iter().filter_map(one).collect(),
        None => one(answer).into_iter().collect(),
    }
}
