//! The one place that asks for the time. Everything else is told it.

use super::moment::Moment;
use chrono::{TimeDelta, Utc};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The wall clock, or one that stands still until a test moves it.
#[derive(Clone)]
pub struct Clock(Option<Arc<Hands>>);

/// What a fixed clock shows, and what it was asked to wait for.
struct Hands {
    now: Mutex<Moment>,
    waits: Mutex<Vec<TimeDelta>>,
}

impl Clock {
    pub fn system() -> Clock {
        Clock(None)
    }

    pub fn fixed(at: Moment) -> Clock {
        Clock(Some(Arc::new(Hands { now: Mutex::new(at), waits: Mutex::default() })))
    }

    pub fn now(&self) -> Moment {
        match &self.0 {
            None => Utc::now().into(),
            Some(hands) => *hands.now.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a fixed clock; the wall clock stays what it is.
    pub fn set(&self, at: Moment) {
        if let Some(hands) = &self.0 {
            *hands.now.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }

    /// How long to sleep so that `time` passes: nothing by a fixed clock, which notes it instead.
    pub fn wait(&self, time: TimeDelta) -> Duration {
        match &self.0 {
            None => time.to_std().unwrap_or_default(),
            Some(hands) => {
                hands.waits.lock().unwrap_or_else(PoisonError::into_inner).push(time);
                Duration::ZERO
            }
        }
    }

    /// What a fixed clock was asked to wait for since this was last asked.
    pub fn take_waits(&self) -> Vec<TimeDelta> {
        let taken = |hands: &Arc<Hands>| {
            std::mem::take(&mut *hands.waits.lock().unwrap_or_else(PoisonError::into_inner))
        };
        self.0.as_ref().map(taken).unwrap_or_default()
    }

    pub fn advance(&self, by: TimeDelta) {
        self.set(self.now() + by);
    }
}
