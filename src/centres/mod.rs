//! Centres, their venues and rooms. A centre has a zone: its civil time is what families read.

pub(crate) mod service;
pub mod store;

use crate::base::id::{CentreId, RoomId, VenueId};
use crate::base::moment::Moment;
use crate::db::schema::{centres, rooms, venues};
use chrono_tz::Tz;
use diesel::prelude::*;

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = centres)]
pub struct Centre {
    pub id: CentreId,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub zone: String,
    pub created_at: Moment,
}

impl Centre {
    pub fn zone(&self) -> Tz {
        zone(&self.zone)
    }
}

/// The zone by its name; only known names are ever stored.
pub fn zone(name: &str) -> Tz {
    name.parse().unwrap_or(chrono_tz::Europe::London)
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = venues)]
pub struct Venue {
    pub id: VenueId,
    pub centre_id: CentreId,
    pub name: String,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub created_at: Moment,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = rooms)]
pub struct Room {
    pub id: RoomId,
    pub venue_id: VenueId,
    pub name: String,
    pub safety_limit: Option<i32>,
    pub created_at: Moment,
}
