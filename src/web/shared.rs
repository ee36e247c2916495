//! Answers that are the same for everybody: kept as bytes, plain and compressed, by what was asked.
//! Nobody is answered from memory before a read that began after the request saw that the answer
//! still holds; those who ask meanwhile wait for one read together. The ETag is a hash of the bytes
//! shown, so that it says nothing that they do not.

use super::answer::{Outgoing, Shown};
use super::call::{Call, Edge};
use crate::access::Actor;
use crate::base::fault::{Fault, Result};
use crate::base::recent::Recent;
use crate::db::Tx;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderName, IF_NONE_MATCH, VARY,
};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Whether an answer would be made of the same again.
pub type Holds = Box<dyn Fn(&mut Tx) -> Result<bool> + Send + Sync>;

/// Half the questions that are kept: a page and a list for each centre of a borough.
const HALF: usize = 16;
/// The longest question that is kept, in bytes.
const LONGEST_QUESTION: usize = 250;
/// The longest answer that is kept, in bytes.
const LONGEST: usize = 1_000_000;

impl<E: Edge> Call<E> {
    /// Reads what is the same for everybody who asks this; `make` says by what to see that it still
    /// holds.
    pub async fn read_shared<S: Shown>(
        self,
        asked: String,
        make: impl Fn(&mut Tx) -> Result<(S, Holds)> + Send + 'static,
    ) -> E::Sent {
        let store = self.app().store.clone();
        let pattern = self.request().match_pattern().unwrap_or_default();
        let slot = store.memory::<SharedAnswers>().slot(format!("{pattern} {asked}"));
        let look = move |known: Option<Arc<SharedAnswer>>| {
            store.read(Actor::public(), |tx| match known {
                Some(known) if (known.holds)(tx)? => Ok(known),
                _ => make(tx).and_then(SharedAnswer::of).map(Arc::new),
            })
        };
        match slot.ask(look).await {
            Ok(answer) => E::ready(answer.response(self.request())),
            Err(fault) => E::send(&self, Err(fault)),
        }
    }
}

/// What is kept, by what was asked.
pub(super) struct SharedAnswers(Mutex<Recent<String, Arc<Slot>>>);

impl Default for SharedAnswers {
    fn default() -> SharedAnswers {
        SharedAnswers(Mutex::new(Recent::new(HALF)))
    }
}

impl SharedAnswers {
    /// Where the answer to a question is; a question that is too long has no lasting place.
    fn slot(&self, asked: String) -> Arc<Slot> {
        if asked.len() > LONGEST_QUESTION {
            return Arc::default();
        }
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slots.find(&asked).unwrap_or_else(|| {
            let slot = Arc::<Slot>::default();
            slots.keep(asked, slot.clone());
            slot
        })
    }
}

type Reply = Result<Arc<SharedAnswer>>;

/// One question: what was answered last, and who waits for the next look.
#[derive(Default)]
struct Slot(Mutex<Asked>);

#[derive(Default)]
struct Asked {
    known: Option<Arc<SharedAnswer>>,
    waiting: Vec<oneshot::Sender<Reply>>,
    is_looking: bool,
}

impl Slot {
    /// Waits for a look that begins after this call.
    async fn ask(
        self: Arc<Self>,
        look: impl Fn(Option<Arc<SharedAnswer>>) -> Reply + Send + 'static,
    ) -> Reply {
        let (reply, answer) = oneshot::channel();
        let is_first = {
            let mut asked = self.lock();
            asked.waiting.push(reply);
            !std::mem::replace(&mut asked.is_looking, true)
        };
        if is_first {
            let turn = Turn { slot: self, is_over: false };
            drop(web::block(move || turn.answer_all(look)));
        }
        answer.await.map_err(Fault::internal)?
    }

    fn lock(&self) -> MutexGuard<'_, Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The one that looks. However it ends, the next who asks can look.
struct Turn {
    slot: Arc<Slot>,
    is_over: bool,
}

impl Turn {
    /// Answers those who wait, then those who came meanwhile, until nobody waits.
    fn answer_all(mut self, look: impl Fn(Option<Arc<SharedAnswer>>) -> Reply) {
        loop {
            let (waiting, known) = {
                let mut asked = self.slot.lock();
                if asked.waiting.is_empty() {
                    asked.is_looking = false;
                    self.is_over = true;
                    return;
                }
                (std::mem::take(&mut asked.waiting), asked.known.clone())
            };
            let reply = look(known);
            self.slot.lock().known = reply.as_ref().ok().filter(|answer| answer.is_kept()).cloned();
            for one in waiting {
                // Nobody listens where the caller went away.
                let _ = one.send(reply.clone());
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if !self.is_over {
            *self.slot.lock() = Asked::default();
        }
    }
}

struct SharedAnswer {
    kind: &'static str,
    plain: Bytes,
    zipped: Bytes,
    /// A hash of the plain bytes.
    hash: String,
    holds: Holds,
}

impl SharedAnswer {
    fn of((shown, holds): (impl Shown, Holds)) -> Result<SharedAnswer> {
        let Outgoing { kind, body, .. } = shown.show(None)?;
        let hash = Sha256::digest(&body);
        let mut zipped = GzEncoder::new(Vec::new(), Compression::fast());
        zipped.write_all(&body).map_err(Fault::internal)?;
        Ok(SharedAnswer {
            kind,
            zipped: zipped.finish().map_err(Fault::internal)?.into(),
            plain: body.into(),
            hash: URL_SAFE_NO_PAD.encode(&hash[..16]),
            holds,
        })
    }

    fn is_kept(&self) -> bool {
        self.plain.len() <= LONGEST
    }

    fn response(&self, request: &HttpRequest) -> HttpResponse {
        let zips = takes_gzip(&said(request, &ACCEPT_ENCODING));
        // One tag for each form: they are not the same bytes.
        let tag = format!("\"{}{}\"", self.hash, if zips { "-gzip" } else { "" });
        let is_known = names(&said(request, &IF_NONE_MATCH), &tag);
        let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut response = HttpResponse::build(status);
        // It may be kept, and is asked for again before it is shown.
        response.insert_header((CACHE_CONTROL, "no-cache"));
        response.insert_header((ETAG, tag)).insert_header((VARY, ACCEPT_ENCODING.as_str()));
        if is_known {
            return response.finish();
        }
        response.content_type(self.kind);
        if zips {
            response.insert_header((CONTENT_ENCODING, "gzip"));
        }
        response.body(if zips { self.zipped.clone() } else { self.plain.clone() })
    }
}

/// What a request says in a header, once or several times.
fn said(request: &HttpRequest, name: &HeaderName) -> String {
    let lines = request.headers().get_all(name).filter_map(|line| line.to_str().ok());
    lines.collect::<Vec<_>>().join(",")
}

/// Whether `Accept-Encoding` takes gzip.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
        coding.trim().eq_ignore_ascii_case("gzip") && weight.is_none_or(|weight: f32| weight > 0.0)
    })
}

/// Whether `If-None-Match` names a tag.
fn names(listed: &str, tag: &str) -> bool {
    let mut listed = listed.split(',').map(|one| one.trim().trim_start_matches("W/"));
    listed.any(|one| one == tag || one == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        for (accepted, takes) in [
            ("", false),
            ("gzip", true),
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip; q=0.0", false),
            ("x-gzip, identity", false),
        ] {
            assert_eq!(takes_gzip(accepted), takes, "{accepted}");
        }
    }

    #[test]
    fn a_tag_is_known_by_itself_or_among_others() {
        for (listed, known) in [
            ("", false),
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"a\"", true),
            ("\"a-gzip\"", false),
            ("*", true),
        ] {
            assert_eq!(names(listed, "\"a\""), known, "{listed}");
        }
    }

    #[test]
    fn a_question_without_end_has_no_lasting_place() {
        let answers = SharedAnswers::default();
        let kept = |length| Arc::strong_count(&answers.slot("a".repeat(length))) > 1;
        assert!(kept(LONGEST_QUESTION) && !kept(LONGEST_QUESTION + 1));
    }
}
