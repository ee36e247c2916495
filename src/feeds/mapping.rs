//! A mapping: what a sender's unusual headings mean, and which centre the first two characters of
//! an old system's family numbers stand for.

use super::fields::Field;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// More headings than any list has.
const MOST_HEADINGS: usize = 200;

/// Headings and what they mean, as saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "headings": {"Infant": "child_name", "Born": "birth_date", "Ward": "ignored"},
    "centres": {"PT": "0198c0de00007000800000000000000a"}
}))]
pub struct Mapping {
    /// The heading in the file, and what it means.
    pub headings: BTreeMap<String, Field>,
    /// The first two characters of an old system's family numbers, and the centre.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    pub centres: BTreeMap<String, CentreId>,
}

impl Mapping {
    pub fn field(&self, heading: &str) -> Option<Field> {
        let wanted = heading.trim().to_lowercase();
        let found = self.headings.iter().find(|(name, _)| name.trim().to_lowercase() == wanted);
        found.map(|(_, field)| *field)
    }

    /// The centre whose prefix the family's number begins with.
    pub fn centre(&self, reference: &str) -> Option<&CentreId> {
        let prefix: String = reference.chars().take(2).collect();
        let mut found =
            self.centres.iter().filter(|(known, _)| known.eq_ignore_ascii_case(&prefix));
        found.next().map(|(_, centre)| centre)
    }

    pub fn check(&self) -> Result<(), Fault> {
        if self.headings.len() > MOST_HEADINGS || self.centres.len() > MOST_HEADINGS {
            let detail = format!("Use at most {MOST_HEADINGS} headings and centres.");
            return Err(Fault::invalid("/headings", detail));
        }
        let odd = self.centres.keys().find(|prefix| prefix.chars().count() != 2);
        match odd {
            Some(_) => Err(Fault::invalid("/centres", "A prefix has two characters, such as PT.")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_found_whatever_its_case() {
        let headings = BTreeMap::from([("Infant ".to_owned(), Field::ChildName)]);
        let mapping = Mapping { headings, ..Mapping::default() };

        assert_eq!(mapping.field("INFANT"), Some(Field::ChildName));
        assert_eq!(mapping.field("Infants"), None);
    }

    #[test]
    fn a_familys_number_leads_to_its_centre() {
        let centres = BTreeMap::from([("PT".to_owned(), CentreId::from("c1"))]);
        let mapping = Mapping { centres, ..Mapping::default() };

        assert_eq!(mapping.centre("pt00123"), Some(&CentreId::from("c1")));
        assert_eq!(mapping.centre("SA00123"), None);
        assert_eq!(mapping.centre(""), None);
    }
}
