//! Families: a household's carers and children, how to reach them, and the target groups stated
//! of them. A child may live in two families; nothing here leads from one to the other.

pub mod groups;
pub mod groups_http;
pub mod http;
pub mod service;
pub mod store;

use crate::calendar::BirthDate;
use crate::id::{AccountId, CarerId, CentreId, ChildId, FamilyId, PartnerId};
use crate::moment::Moment;
use crate::schema::{carers, children, families};
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = families)]
pub struct Family {
    pub id: FamilyId,
    pub centre_id: Option<CentreId>,
    pub postcode: Option<String>,
    pub made_by: Option<AccountId>,
    /// The agency and team that met the family first, where one did.
    pub partner_id: Option<PartnerId>,
    pub team: Option<String>,
    pub touched: i64,
    pub version: i64,
    pub created_at: Moment,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = carers)]
pub struct Carer {
    pub id: CarerId,
    pub family_id: FamilyId,
    pub position: i32,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub mail_allowed: bool,
}

impl Carer {
    /// The address a message may go to.
    pub fn mail(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.mail_allowed)
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = children)]
pub struct Child {
    pub id: ChildId,
    pub name: String,
    pub sort_name: String,
    pub born_on: Option<NaiveDate>,
    pub born_month_only: bool,
    pub due_on: Option<NaiveDate>,
    pub created_at: Moment,
}

impl Child {
    /// `None` for a child that is expected.
    pub fn born(&self) -> Option<BirthDate> {
        let day = self.born_on?;
        Some(if self.born_month_only { BirthDate::MonthOf(day) } else { BirthDate::Day(day) })
    }
}

/// A family with the people of it.
#[derive(Clone, Debug)]
pub struct Household {
    pub family: Family,
    pub carers: Vec<Carer>,
    pub children: Vec<Child>,
}
