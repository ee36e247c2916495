//! Files that are the same for everybody while the program runs: the style sheet, the logo, scripts.
//! Each is made and compressed once, when it is first asked for.

use super::call::{Call, Edge};
use super::context::App;
use super::zipped::Zipped;
use crate::base::fault::Result;
use flate2::Compression;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How a script is called by its type.
pub(crate) const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// Not asked for again within the hour; after that, sent again only where it has changed.
const KEPT: &str = "public, max-age=3600";

/// What was made, by the pattern of its address.
#[derive(Default)]
struct FixedFiles(Mutex<HashMap<String, Arc<Zipped>>>);

impl<E: Edge> Call<E> {
    /// The file of this address; `make` gives its type and bytes.
    pub fn fixed(self, make: impl FnOnce(&App) -> Result<(&'static str, Vec<u8>)>) -> E::Sent {
        match self.made_once(make) {
            Ok(file) => E::ready(file.response(self.request(), KEPT)),
            Err(fault) => E::send(&self, Err(fault)),
        }
    }

    fn made_once(
        &self,
        make: impl FnOnce(&App) -> Result<(&'static str, Vec<u8>)>,
    ) -> Result<Arc<Zipped>> {
        let pattern = self.request().match_pattern().unwrap_or_default();
        let files = self.app().store.memory::<FixedFiles>();
        let mut files = files.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = files.get(&pattern) {
            return Ok(file.clone());
        }
        let (kind, body) = make(self.app())?;
        let file = Arc::new(Zipped::of(kind, body, Compression::best())?);
        files.insert(pattern, file.clone());
        Ok(file)
    }
}
