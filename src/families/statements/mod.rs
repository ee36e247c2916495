//! Statements: what a partner's team said about a family it meets, stored once, in its own words.
//! The team never sees anything else, so it cannot tell whether the family was known, opted out or
//! is restricted. Staff also make one about a family they may not open.

pub(crate) mod service;
pub(crate) mod store;

use super::add::{AddCarer, AddChild, AddFamily, Birth};
use super::{Child, FirstContact, PostcodeReason};
use crate::base::id::{AccountId, CentreId, ChildId, FamilyId, PartnerId, StatementId};
use crate::base::moment::Moment;
use crate::base::text::{phone_digits, sort_name};
use crate::db::schema::statements;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A statement. Which family it is about never leaves the service.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = statements, treat_none_as_default_value = false)]
pub struct Statement {
    pub id: StatementId,
    pub partner_id: Option<PartnerId>,
    pub team: Option<String>,
    /// For statements by staff: their centre.
    pub centre_id: Option<CentreId>,
    pub made_by: Option<AccountId>,
    /// The team's own reference.
    pub reference: Option<String>,
    /// As JSON of [`Said`].
    pub said: String,
    /// A keyed hash of its content, so that it is stored only once.
    pub mark: String,
    /// `None` for a family that opted out.
    pub family_id: Option<FamilyId>,
    pub made_at: Moment,
    /// When the family told the team that it does not want to be a member.
    pub said_no_at: Option<Moment>,
}

/// A household as described by somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StatementSaid {
    pub carers: Vec<SaidCarer>,
    pub children: Vec<SaidChild>,
    pub postcode: Option<String>,
    pub postcode_reason: Option<PostcodeReason>,
    pub address: Option<String>,
    /// The number of a shown card. It is stored only as part of the mark.
    #[serde(skip)]
    pub card: Option<String>,
}

/// An adult, as your team named it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StatedCarerOut)]
pub(crate) struct SaidCarer {
    /// The name you gave.
    #[schema(example = "Amina Khan")]
    pub name: String,
    /// The e-mail address you gave.
    pub email: Option<String>,
    /// The telephone number you gave.
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SaidChild {
    /// `None` if only a card was shown.
    pub name: Option<String>,
    pub born_on: Option<NaiveDate>,
    pub month_only: bool,
    pub due_on: Option<NaiveDate>,
}

impl StatementSaid {
    /// `None` if a child is given by id: a statement holds only what a person can say.
    pub(crate) fn of(add: &AddFamily) -> Option<StatementSaid> {
        let children = add.children.iter().map(SaidChild::of).collect::<Option<Vec<SaidChild>>>();
        let carer = |carer: &AddCarer| SaidCarer {
            name: carer.name.clone(),
            email: carer.email.clone(),
            phone: carer.phone.clone(),
        };
        Some(StatementSaid {
            carers: add.carers.iter().map(carer).collect(),
            children: children?,
            postcode: add.postcode.clone(),
            postcode_reason: add.postcode_reason,
            address: add.address.clone(),
            card: None,
        })
    }

    /// Recognises a repeated statement, however names are typed: by its children and postcode, else
    /// by its adults too.
    pub(crate) fn fingerprint(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let by_children = self.postcode.is_some() && !self.children.is_empty();
        for child in &self.children {
            let name = child.name.as_deref().map(sort_name).unwrap_or_default();
            let day = child.born_on.or(child.due_on).map(|day| day.to_string());
            parts.push(format!("child {name} {}", day.unwrap_or_default()));
        }
        for carer in self.carers.iter().filter(|_| !by_children) {
            let phone = carer.phone.as_deref().map(phone_digits).unwrap_or_default();
            let email = carer.email.as_deref().map(str::to_lowercase).unwrap_or_default();
            parts.push(format!("carer {} {email} {phone}", sort_name(&carer.name)));
        }
        parts.sort();
        parts.extend(self.card.as_ref().map(|card| format!("card {card}")));
        parts.push(self.postcode.clone().unwrap_or_default());
        parts.join("|")
    }

    /// The household to create from it: the minimum that a booking needs.
    pub(crate) fn as_guest(&self) -> AddFamily {
        let carer = |carer: &SaidCarer| AddCarer {
            name: carer.name.clone(),
            email: carer.email.clone(),
            phone: carer.phone.clone(),
            ..AddCarer::default()
        };
        let carers = self.carers.iter().map(carer).collect();
        let children = self.children.iter().filter_map(SaidChild::to_add).collect();
        AddFamily {
            guest: true,
            postcode: self.postcode.clone(),
            postcode_reason: self.postcode_reason,
            ..AddFamily::of(FirstContact::Professional, carers, children)
        }
    }
}

impl SaidChild {
    fn of(child: &AddChild) -> Option<SaidChild> {
        let AddChild::New { name, birth, .. } = child else { return None };
        let (born_on, month_only, due_on) = birth.columns();
        Some(SaidChild { name: Some(name.clone()), born_on, month_only, due_on })
    }

    pub(crate) fn birth(&self) -> Option<Birth> {
        match (self.born_on, self.due_on) {
            (Some(day), _) if self.month_only => Some(Birth::BornIn(day)),
            (Some(day), _) => Some(Birth::Born(day)),
            (None, due) => due.map(Birth::Due),
        }
    }

    fn to_add(&self) -> Option<AddChild> {
        let name = self.name.clone().unwrap_or_else(|| "Child".to_owned());
        Some(AddChild::named(name, self.birth()?))
    }

    /// The child as described, for checking rules; holds nothing from a record.
    pub(crate) fn as_described(&self, id: ChildId, now: Moment) -> Child {
        let name = self.name.clone().unwrap_or_default();
        Child {
            id,
            sort_name: sort_name(&name),
            name,
            born_on: self.born_on,
            born_month_only: self.month_only,
            due_on: self.due_on,
            nhs_number: None,
            ended: None,
            ended_at: None,
            asked_at: None,
            created_at: now,
        }
    }
}

/// The id by which the team refers to a child of its statement.
pub(crate) fn child_id(statement: &StatementId, position: usize) -> ChildId {
    ChildId::from(format!("{statement}.{position}"))
}
