//! Call details on follow-up lists: names and telephone numbers of families whose file the reader
//! may open, and nothing of any other family.

use crate::base::id::ChildId;
use serde::Serialize;
use utoipa::ToSchema;

/// Who to call in a family, and about which children.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct ToRing {
    /// The adults, in the order of the file.
    pub carers: Vec<CarerToRing>,
    /// The children who live there.
    pub children: Vec<ChildToRing>,
}

/// An adult.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CarerToRing {
    /// As the family writes it.
    #[schema(example = "Amina Khan")]
    pub name: String,
    /// The number to call; left out if there is none or this adult does not want calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "07700 900123")]
    pub phone: Option<String>,
    /// Do not leave a message.
    pub no_voicemail: bool,
}

/// A child.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChildToRing {
    /// The child.
    #[schema(value_type = String)]
    pub child_id: ChildId,
    /// As the family writes it.
    #[schema(example = "Yusuf Khan")]
    pub name: String,
    /// Completed months; left out for an expected child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_months: Option<u32>,
}

/// The table columns for one family.
pub const HEADINGS: [&str; 3] = ["adults", "telephone", "children"];

impl ToRing {
    /// The cells of those columns; empty if the reader may not see them.
    pub fn cells(of: Option<&ToRing>) -> [String; 3] {
        let Some(of) = of else { return Default::default() };
        let names: Vec<&str> = of.carers.iter().map(|carer| carer.name.as_str()).collect();
        let phones: Vec<String> = of.carers.iter().filter_map(CarerToRing::to_dial).collect();
        let children: Vec<String> = of.children.iter().map(ChildToRing::in_words).collect();
        [names.join("; "), phones.join("; "), children.join("; ")]
    }

    pub fn child(&self, id: &ChildId) -> Option<&ChildToRing> {
        self.children.iter().find(|child| child.child_id == *id)
    }
}

impl CarerToRing {
    fn to_dial(&self) -> Option<String> {
        let phone = self.phone.as_ref()?;
        Some(match self.no_voicemail {
            true => format!("{phone} (leave no message)"),
            false => phone.clone(),
        })
    }
}

impl ChildToRing {
    fn in_words(&self) -> String {
        match self.age_months {
            Some(months) => format!("{} ({months} months)", self.name),
            None => format!("{} (expected)", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_says_whom_to_ring_and_about_whom() {
        let carer = |name: &str, phone: Option<&str>, no_voicemail| CarerToRing {
            name: name.to_owned(),
            phone: phone.map(str::to_owned),
            no_voicemail,
        };
        let child = |name: &str, age_months| ChildToRing {
            child_id: ChildId::from(name),
            name: name.to_owned(),
            age_months,
        };
        let of = ToRing {
            carers: vec![
                carer("Ada", Some("07700 900123"), true),
                carer("Bea", Some("07700 900124"), false),
                carer("Cas", None, false),
            ],
            children: vec![child("Leo", Some(14)), child("Baby", None)],
        };
        assert_eq!(
            ToRing::cells(Some(&of)),
            [
                "Ada; Bea; Cas",
                "07700 900123 (leave no message); 07700 900124",
                "Leo (14 months); Baby (expected)"
            ]
        );
        assert_eq!(ToRing::cells(None), ["", "", ""]);
    }
}
