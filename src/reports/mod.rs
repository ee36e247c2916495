//! Reports for those who run centres, counted on demand from current records. Callers get figures
//! for their own centres; nothing here is for families, and for professionals only their own week.

pub mod balance;
pub(crate) mod costs;
pub mod digests;
pub(crate) mod extracts;
pub(crate) mod feedback;
pub(crate) mod forecast;
pub(crate) mod members;
pub(crate) mod no_contact;
pub(crate) mod partners;
pub mod reach;
pub(crate) mod registers;
pub(crate) mod renewals;
pub mod returns;
pub(crate) mod service;
pub(crate) mod suggestion;
pub(crate) mod unsupported_settings;
pub mod workless;
pub(crate) mod worklist;

use crate::base::id::CentreId;
use std::collections::BTreeMap;

/// Figures by centre, and in total.
#[derive(Debug, Default)]
pub(crate) struct ByCentre<F> {
    /// Under `None`, those of families without a home centre.
    pub(crate) centres: BTreeMap<Option<CentreId>, F>,
    pub(crate) total: F,
}

impl<F: Default> ByCentre<F> {
    /// Counts something at a centre, and so in the total.
    pub(crate) fn count(&mut self, centre: Option<&CentreId>, mut add: impl FnMut(&mut F)) {
        add(self.centres.entry(centre.cloned()).or_default());
        add(&mut self.total);
    }
}
