//! The one place that asks for the time. Everything else is told it.

use crate::moment::Moment;
use chrono::{TimeDelta, Utc};
use std::sync::{Arc, Mutex, PoisonError};

/// The wall clock, or one that stands still until a test moves it.
#[derive(Clone)]
pub struct Clock(Option<Arc<Mutex<Moment>>>);

impl Clock {
    pub fn system() -> Clock {
        Clock(None)
    }

    pub fn fixed(at: Moment) -> Clock {
        Clock(Some(Arc::new(Mutex::new(at))))
    }

    pub fn now(&self) -> Moment {
        match &self.0 {
            None => Utc::now().into(),
            Some(hand) => *hand.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a fixed clock; the wall clock stays what it is.
    pub fn set(&self, at: Moment) {
        if let Some(hand) = &self.0 {
            *hand.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }

    pub fn advance(&self, by: TimeDelta) {
        self.set(self.now() + by);
    }
}
