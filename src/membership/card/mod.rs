//! The card a family carries: who it is for, its number, the code a register scans, what its centre
//! offers and how information is shared. The code opens nothing: it says which membership and which
//! card it is, signed with a key of its own, and a register can check that offline.

pub(crate) mod code;
pub(crate) mod drawing;
pub(crate) mod service;
pub(crate) mod store;

use super::number::Number;
use crate::base::id::{FamilyId, words};

/// Everything on a card.
#[derive(Clone, Debug)]
pub struct Card {
    pub organisation: String,
    /// The adults, the first two, as the family writes them.
    pub adults: Vec<String>,
    pub number: Number,
    /// The home centre's name and number.
    pub centre: Option<String>,
    pub phone: Option<String>,
    /// What the QR code says.
    pub code: String,
    /// What the centre offers, a line each.
    pub offer: Vec<String>,
    pub notice: SharingNotice,
    /// Where to see what is on.
    pub whats_on: String,
}

/// The information-sharing notice as a card carries it.
#[derive(Clone, Debug)]
pub struct SharingNotice {
    pub version: i32,
    pub language: String,
    pub text: String,
}

words! {
    /// What a code is worth.
    Validity {
        /// The family's card.
        Valid = "valid",
        /// A newer card was issued.
        Replaced = "replaced",
        /// The membership has ended.
        Ended = "ended",
    }
}

/// A code that this service signed, and what it is worth.
#[derive(Clone, Debug)]
pub struct Checked {
    pub number: Number,
    pub validity: Validity,
    /// Only for callers who may see the membership.
    pub family_id: Option<FamilyId>,
}
