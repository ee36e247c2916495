//! A mapping: what a sender's unusual headings mean, and which centre the first two characters of
//! an old system's family numbers stand for.

use super::fields::Field;
use crate::base::fault::{Fault, Result};
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
pub(crate) struct Mapping {
    /// The heading in the file, and what it means.
    pub headings: BTreeMap<String, Field>,
    /// The first two characters of an old system's family numbers, and the centre.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    pub centres: BTreeMap<String, CentreId>,
}

impl Mapping {
    pub(crate) fn field(&self, heading: &str) -> Option<Field> {
        let wanted = heading.trim().to_lowercase();
        let found = self.headings.iter().find(|(name, _)| name.trim().to_lowercase() == wanted);
        found.map(|(_, field)| *field)
    }

    /// The centre whose prefix the family's number begins with.
    pub(crate) fn centre(&self, reference: &str) -> Option<&CentreId> {
        let prefix: String = reference.chars().take(2).collect();
        let mut found =
            self.centres.iter().filter(|(known, _)| known.eq_ignore_ascii_case(&prefix));
        found.next().map(|(_, centre)| centre)
    }

    pub(crate) fn check(&self) -> Result<()> {
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

pub(crate) mod service {
    //! Saved mappings of the organisation or one partner.

    use super::Mapping;
    use crate::audit::Event;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::PartnerId;
    use crate::db::Tx;
    use crate::feeds::service::sender::allowed_sender;
    use crate::feeds::store;
    use crate::{centres, partners};
    use serde_json::json;

    /// Saves a mapping, replacing one of the same name.
    pub(crate) fn save(
        tx: &mut Tx,
        partner: Option<&PartnerId>,
        name: &str,
        mapping: &Mapping,
    ) -> Result<()> {
        let owner = owner(tx, partner)?;
        mapping.check()?;
        for centre in mapping.centres.values() {
            centres::store::centre(tx, centre)?;
        }

        let text = serde_json::to_string(mapping).map_err(Fault::internal)?;
        store::save_mapping(tx, &owner, name, &text)?;
        tx.audit(Event::SaveMapping, name, json!({ "owner": owner }))
    }

    /// The mappings of the organisation, or of a partner, by name.
    pub(crate) fn list(tx: &mut Tx, partner: Option<&PartnerId>) -> Result<Vec<(String, Mapping)>> {
        let owner = owner(tx, partner)?;
        let saved = store::mappings(tx, &owner)?;
        let read = |(name, text): (String, String)| {
            let mapping = serde_json::from_str(&text).map_err(Fault::internal)?;
            Ok((name, mapping))
        };
        saved.into_iter().map(read).collect()
    }

    /// Whose mapping it is: professionals use their agency's, staff any.
    fn owner(tx: &mut Tx, partner: Option<&PartnerId>) -> Result<String> {
        let partner = allowed_sender(tx, partner)?;
        if let Some(partner) = &partner {
            partners::store::partner(tx, partner)?;
        }
        Ok(partner.map(|id| id.to_string()).unwrap_or_default())
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
