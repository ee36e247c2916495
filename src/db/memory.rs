//! What a process remembers of a database beside it: one value of each type, empty at the start and
//! gone at the end. Each is bounded by itself, and says by what it knows that it is still true.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

type Remembered = Arc<dyn Any + Send + Sync>;

#[derive(Clone, Default)]
pub(crate) struct Memory(Arc<Mutex<HashMap<TypeId, Remembered>>>);

impl Memory {
    pub(super) fn of<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.entry(TypeId::of::<T>()).or_insert_with(|| Arc::<T>::default());
        // It lies under the id of its own type.
        Arc::clone(kept).downcast().unwrap_or_default()
    }
}
