//! Where a family counts. Families without a known LSOA get a bucket of their own, so that tables
//! by area lose nobody and nobody is put in a guessed area.

use super::Lsoa;
use crate::base::id::words;

words! {
    /// Where somebody counts in a table of areas.
    Bucket {
        /// In one of the area's LSOAs.
        Inside = "inside",
        /// The postcode is known and lies elsewhere.
        OutOfArea = "out_of_area",
        /// No postcode, or one that no imported file has.
        Unknown = "unknown",
        NoFixedAddress = "no_fixed_address",
        /// Restricted families and families in a refuge, counted together so that they cannot be
        /// told apart.
        Restricted = "restricted",
    }
}

/// What is known about where a family lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeAddress {
    /// The family is restricted, or the address is a refuge's.
    Restricted,
    NoFixedAddress,
    /// Not asked, not given, or a postcode that no imported file has.
    Unknown,
    /// A postcode without an LSOA, such as Jersey's.
    Elsewhere,
    In(Lsoa),
}
