//! Where a family counts. Families without a known LSOA get a bucket of their own, so that tables
//! by area lose nobody and nobody is put in a guessed area.

use crate::base::text_enum::text_enum;

text_enum! {
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
