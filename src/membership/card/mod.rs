//! The card a family carries: who it is for, its number, the code a register scans, what its centre
//! offers and how information is shared. The code opens nothing: it says which membership and which
//! card it is, signed with a key of its own, and a register can check that offline.

pub(crate) mod blank;
pub(crate) mod code;
pub(crate) mod drawing;
pub(crate) mod service;
pub(crate) mod store;

use super::notices::Notice;
use super::number::Number;
use crate::base::id::FamilyId;
use crate::base::text_enum::text_enum;
use crate::words::Words;
use crate::words::languages::Languages;
use serde::Serialize;
use utoipa::ToSchema;

/// Everything on a card.
#[derive(Clone, Debug)]
pub(crate) struct Card {
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
    pub notice: Notice,
    /// Where to see what is on.
    pub whats_on: String,
    /// What its family reads; `None` until it chose a language.
    pub language: Option<String>,
}

impl Card {
    pub(crate) fn words(&self, languages: &Languages) -> Words {
        languages.preferred(self.language.as_deref())
    }
}

text_enum! {
    /// What a code is worth.
    Validity {
        /// The family's card.
        Valid = "valid",
        /// It was printed blank, and nobody has it yet.
        NotGiven = "not_given",
        /// A newer card was issued.
        Replaced = "replaced",
        /// The membership has ended.
        Ended = "ended",
    }
}

/// What a code is worth.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = CheckedOut)]
pub(crate) struct Checked {
    /// The number on the card.
    #[schema(value_type = String, example = "48210934")]
    pub number: Number,
    /// `replaced` where a newer card was issued, `ended` where the membership has ended, `not_given`
    /// where it was printed blank and is nobody's yet.
    pub validity: Validity,
    /// The family, where you may see its membership.
    pub family_id: Option<FamilyId>,
}
