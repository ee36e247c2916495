//! Where a household lives, from any source: a postcode, or why there is none. The NHS's
//! placeholder postcodes count as a reason.

use super::PostcodeReason;
use crate::base::fault::Result;
use crate::base::text;

/// NHS placeholder for no fixed address; other endings mean unknown or abroad.
const NO_FIXED_ADDRESS: &str = "ZZ993VZ";
const NO_POSTCODES: &str = "ZZ99";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lives {
    /// In its standard form.
    At(String),
    Without(PostcodeReason),
}

impl Lives {
    /// Reads a typed or sent postcode.
    pub(crate) fn read(pointer: &str, text: &str) -> Result<Lives> {
        match text::bare_postcode(text) {
            code if code == NO_FIXED_ADDRESS => Ok(Lives::Without(PostcodeReason::NoFixedAddress)),
            code if code.starts_with(NO_POSTCODES) => Ok(Lives::Without(PostcodeReason::NotGiven)),
            _ => text::postcode(pointer, text).map(Lives::At),
        }
    }

    /// The same for an optional postcode with a stated reason.
    pub(crate) fn said(
        pointer: &str,
        text: Option<&str>,
        reason: Option<PostcodeReason>,
    ) -> Result<(Option<String>, Option<PostcodeReason>)> {
        match text.map(|text| Lives::read(pointer, text)).transpose()? {
            None => Ok((None, reason)),
            Some(Lives::At(postcode)) => Ok((Some(postcode), reason)),
            Some(Lives::Without(why)) => Ok((None, Some(why))),
        }
    }

    pub(crate) fn postcode(&self) -> Option<String> {
        match self {
            Lives::At(postcode) => Some(postcode.clone()),
            Lives::Without(_) => None,
        }
    }

    pub(crate) fn reason(&self) -> Option<PostcodeReason> {
        match self {
            Lives::At(_) => None,
            Lives::Without(why) => Some(*why),
        }
    }
}
