//! How counts are rounded before they leave.

use crate::base::id::words;

words! {
    /// Whether shown counts are rounded.
    Rounding {
        Not = "not",
        /// To the nearest five.
        ToFive = "5",
    }
}
