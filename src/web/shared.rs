//! Answers that are the same for everybody: kept as bytes, plain and compressed, by what was asked.
//! Nobody is answered from memory before a read that began after the request saw that the answer
//! still holds; those who ask meanwhile wait for one read together.

use super::answer::{Outgoing, Shown};
use super::call::{Call, Edge};
use super::zipped::Zipped;
use crate::access::Actor;
use crate::base::fault::{Fault, Result};
use crate::base::recent::Recent;
use crate::db::Tx;
use actix_web::{HttpRequest, HttpResponse, web};
use flate2::Compression;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Whether an answer would be made of the same again.
pub type Holds = Box<dyn Fn(&mut Tx) -> Result<bool> + Send + Sync>;

/// Half the questions that are kept: a page and a list for each centre of a borough, in the languages
/// that are read there.
const HALF: usize = 64;
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
    bytes: Zipped,
    holds: Holds,
}

impl SharedAnswer {
    fn of((shown, holds): (impl Shown, Holds)) -> Result<SharedAnswer> {
        let Outgoing { kind, body, .. } = shown.show(None)?;
        Ok(SharedAnswer { bytes: Zipped::of(kind, body, Compression::fast())?, holds })
    }

    fn is_kept(&self) -> bool {
        self.bytes.len() <= LONGEST
    }

    /// It may be kept, and is asked for again before it is shown.
    fn response(&self, request: &HttpRequest) -> HttpResponse {
        self.bytes.response(request, "no-cache")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_without_end_has_no_lasting_place() {
        let answers = SharedAnswers::default();
        let kept = |length| Arc::strong_count(&answers.slot("a".repeat(length))) > 1;
        assert!(kept(LONGEST_QUESTION) && !kept(LONGEST_QUESTION + 1));
    }
}
