//! A field that may be left out, and may be `null`.

use serde::{Deserialize, Deserializer};

/// Distinguishes `null` from a missing field.
pub(crate) fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}
