//! Call details on follow-up lists: names and telephone numbers of families whose file the reader
//! may open, and nothing of any other family.

use crate::base::id::ChildId;
use serde::Serialize;
use utoipa::ToSchema;

/// Who to call in a family, and about which children.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub(crate) struct ToRing {
    /// The adults, in the order of the file.
    pub carers: Vec<CarerToRing>,
    /// The children who live there.
    pub children: Vec<ChildToRing>,
}

/// An adult.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct CarerToRing {
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
pub(crate) struct ChildToRing {
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

impl ToRing {
    /// The cells of a table's columns `adults`, `telephone` and `children`; empty if the reader may
    /// not see them.
    pub(crate) fn cells(of: Option<&ToRing>) -> [String; 3] {
        let Some(of) = of else { return Default::default() };
        let names: Vec<&str> = of.carers.iter().map(|carer| carer.name.as_str()).collect();
        let phones: Vec<String> = of.carers.iter().filter_map(CarerToRing::to_dial).collect();
        let children: Vec<String> = of.children.iter().map(ChildToRing::in_words).collect();
        [names.join("; "), phones.join("; "), children.join("; ")]
    }

    pub(crate) fn child(&self, id: &ChildId) -> Option<&ChildToRing> {
        self.children.iter().find(|child| child.child_id == *id)
    }
}

impl CarerToRing {
    fn to_dial(&self) -> Option<String> {
        let phone = self.phone.as_ref()?;
        Some(if self.no_voicemail { format!("{phone} (leave no message)") } else { phone.clone() })
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

pub(crate) mod service {
    //! Call details for the families on a list that the reader may open.

    use super::{CarerToRing, ChildToRing, ToRing};
    use crate::access::Act;
    use crate::base::calendar::completed_months;
    use crate::base::fault::Result;
    use crate::base::id::FamilyId;
    use crate::db::{Tx, in_chunks};
    use crate::families::search::store::households;
    use crate::families::service::booked_since;
    use crate::families::store as families;
    use crate::families::{Carer, Child};
    use chrono::NaiveDate;
    use std::collections::HashMap;

    /// By family; families that the caller may not open are missing, and children no longer
    /// contacted about.
    pub(crate) fn to_ring(tx: &mut Tx, of: &[&FamilyId]) -> Result<HashMap<FamilyId, ToRing>> {
        let (reach, since) = (tx.actor().reach(Act::SeeFamily), booked_since(tx));
        let openable: Vec<FamilyId> =
            families::openable(tx, (&reach, since), of)?.into_iter().collect();
        let today = tx.today();

        let mut found = HashMap::new();
        for one in in_chunks(tx, &openable, households)? {
            let spoken_of = one.children.into_iter().filter(Child::is_spoken_of);
            let children = spoken_of.map(|child| ChildToRing::of(child, today)).collect();
            let carers = one.carers.into_iter().map(CarerToRing::of).collect();
            found.insert(one.family.id, ToRing { carers, children });
        }
        Ok(found)
    }

    impl CarerToRing {
        fn of(carer: Carer) -> CarerToRing {
            let phone = carer.phone.filter(|_| !carer.no_call);
            CarerToRing { name: carer.name, phone, no_voicemail: carer.no_voicemail }
        }
    }

    impl ChildToRing {
        fn of(child: Child, today: NaiveDate) -> ChildToRing {
            let months = child.born().map(|born| completed_months(born, today));
            ChildToRing {
                age_months: months.and_then(|months| u32::try_from(months).ok()),
                child_id: child.id,
                name: child.name,
            }
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
