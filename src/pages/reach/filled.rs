//! The form's values from the query string: read by the API's types, shown again in the form, and
//! used in links.

use crate::api::reports::reach::wire::ReachIn;
use crate::base::fault::{Fault, Result};
use crate::web::Query;
use crate::web::visit::form_urlencoded;
use actix_web::web;
use serde::de::DeserializeOwned;

/// Where the pages of reach are.
pub(crate) const REACH: &str = "/reach";
pub(crate) const ROWS: &str = "/reach/rows";
pub(crate) const FILE: &str = "/reach/file";

/// Every parameter, with the error for an invalid value.
const NAMES: [(&str, &str); 12] = [
    ("centre_id", "Choose a centre."),
    ("as_at", "Write the day as 2026-11-22."),
    ("known_at", "Write the moment as 2026-11-22T09:00:00Z."),
    ("window_months", "Use 1 to 60 months."),
    ("threshold", "Use 1 to 50 days."),
    ("by", "Choose what to split by."),
    ("bands", "Use months or years."),
    ("trend", "Choose month, quarter, financial_quarter or term."),
    ("profile", "Use exact, partner or public."),
    ("rounding", "Use not or 5."),
    ("format", "Use json, csv, xlsx or pdf."),
    ("cell", "Use a table, a key and a measure, such as whole.seen."),
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filled(Vec<(&'static str, String)>);

impl Filled {
    /// The last value of each name; ticked boxes are joined with commas.
    pub(crate) fn of(query: &str) -> Filled {
        let sent = web::Query::<Vec<(String, String)>>::from_query(query);
        let sent = sent.map(web::Query::into_inner).unwrap_or_default();
        let mut filled = Filled::default();
        for (name, value) in sent {
            let before = filled.value(&name);
            let value = match (name.as_str(), before.is_empty(), value.is_empty()) {
                ("by", false, true) => continue,
                ("by", false, false) => format!("{before},{value}"),
                _ => value,
            };
            filled.set(&name, &value);
        }
        filled
    }

    /// Whether it was sent, even if empty.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == name)
    }

    /// Empty if not sent.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.trim())
    }

    /// Unknown names are ignored.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let Some((name, _)) = NAMES.iter().find(|(known, _)| *known == name) else { return };
        self.0.retain(|(known, _)| known != name);
        self.0.push((name, value.to_owned()));
    }

    pub(crate) fn with(&self, name: &str, value: &str) -> Filled {
        let mut with = self.clone();
        with.set(name, value);
        with
    }

    pub(crate) fn without(&self, name: &str) -> Filled {
        Filled(self.0.iter().filter(|(known, _)| *known != name).cloned().collect())
    }

    pub(crate) fn link(&self, path: &str) -> String {
        let pairs: Vec<String> = self.0.iter().map(|(name, value)| pair(name, value)).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// Parses with the API's types. An empty field counts as left out, except for the splits, where
    /// none is a valid choice.
    pub(crate) fn read<T: DeserializeOwned + Clone>(&self) -> Result<T> {
        let filled =
            self.0.iter().filter(|(name, value)| *name == "by" || !value.trim().is_empty());
        let pairs: Vec<String> = filled.map(|(name, value)| pair(name, value.trim())).collect();
        Query::<T>::of(&pairs.join("&")).read().map_err(|fault| self.wrong().unwrap_or(fault))
    }

    /// The first field that is invalid by itself.
    fn wrong(&self) -> Option<Fault> {
        let cannot = |name: &str| {
            let value = self.value(name);
            !value.is_empty() && Query::<ReachIn>::of(&pair(name, value)).read().is_err()
        };
        let (name, said) = NAMES.iter().find(|(name, _)| cannot(name))?;
        Some(Fault::invalid(&format!("/{name}"), *said))
    }
}

fn pair(name: &str, value: &str) -> String {
    format!("{name}={}", form_urlencoded(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_empty_fields_asks_for_what_is_filled() {
        let filled = Filled::of("centre_id=&as_at=&by=&by=area&by=decile&trend=&other=1");
        assert_eq!(filled.value("by"), "area,decile");
        assert_eq!(filled.link("/reach"), "/reach?centre_id=&as_at=&by=area%2Cdecile&trend=");
        let asked = filled.read::<ReachIn>().and_then(ReachIn::asked).expect("it is read");
        assert_eq!(asked.by.map(|by| by.len()), Some(2));
        assert!(asked.centre.is_none() && asked.as_at.is_none());
        let none = Filled::of("by=").read::<ReachIn>().and_then(ReachIn::asked).expect("read");
        assert_eq!(none.by, Some(Vec::new()), "nothing ticked");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (query, pointer) in [
            ("as_at=yesterday", "/as_at"),
            ("window_months=-1&by=area", "/window_months"),
            ("trend=week", "/trend"),
            ("profile=everyone", "/profile"),
        ] {
            let fault = Filled::of(query).read::<ReachIn>().err().expect("a fault");
            assert_eq!(fault.pointer(), Some(pointer), "{query}");
        }
        assert!(Filled::of("centre_id=%00").read::<ReachIn>().is_err());
    }
}
