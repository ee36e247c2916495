//! Language tags as they are stored: `pl`, `pt-br`, in lower case.

use crate::base::fault::{Fault, Result};

/// Faults: this is no tag.
pub(crate) fn tag(pointer: &str, text: &str) -> Result<String> {
    let tag = text.trim().to_ascii_lowercase();
    if is_tag(&tag) {
        return Ok(tag);
    }
    Err(Fault::invalid(pointer, "Use a language tag such as pl, ur or pt-BR."))
}

/// The tags to look for, most exact first: `pt-BR` is served by `pt` where it has no own text.
pub(crate) fn wanted(text: &str) -> Vec<String> {
    let tag = text.trim().to_ascii_lowercase();
    if !is_tag(&tag) {
        return Vec::new();
    }
    let first = tag.split('-').next().unwrap_or_default().to_owned();
    if first == tag { vec![tag] } else { vec![tag, first] }
}

fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    tag.len() <= 20
        && matches!(first.len(), 2 | 3)
        && first.bytes().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_in_any_case_and_falls_back_to_its_language() {
        assert_eq!(tag("", " pt-BR ").ok().as_deref(), Some("pt-br"));
        assert_eq!(wanted("pt-BR"), ["pt-br", "pt"]);
        assert_eq!(wanted("ur"), ["ur"]);
        for text in ["", "p", "polish", "pl_PL", "pl-", "../en", "12", "ża"] {
            assert!(tag("", text).is_err() && wanted(text).is_empty(), "{text}");
        }
    }
}
