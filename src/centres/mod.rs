//! Centres, their venues and rooms. A centre has a zone: its civil time is what families read.

pub(crate) mod features;
pub(crate) mod house_rules;
pub(crate) mod service;
pub mod store;

pub use features::{AccessFeature, ActivityFeature, ActivityFeatures, PlaceFeature, PlaceFeatures};

use crate::base::id::{CentreId, RoomId, VenueId};
use crate::base::moment::Moment;
use crate::db::schema::{centres, rooms, venues};
use chrono_tz::Tz;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

/// A children's centre or family hub.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = centres)]
#[schema(as = CentreOut)]
pub struct Centre {
    /// Opaque.
    pub id: CentreId,
    /// What families know it by.
    #[schema(example = "Partington Children's Centre")]
    pub name: String,
    /// Where families ring.
    #[schema(example = "0161 912 2122")]
    pub phone: Option<String>,
    /// Where it reads mail.
    pub email: Option<String>,
    /// Street and town.
    pub address: Option<String>,
    /// In its usual form.
    #[schema(example = "M31 4FL")]
    pub postcode: Option<String>,
    /// Its civil time, an IANA zone.
    #[schema(example = "Europe/London")]
    pub zone: String,
    /// What it has for people with access needs.
    pub access_features: PlaceFeatures,
    #[serde(skip)]
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
    pub access_features: PlaceFeatures,
    pub created_at: Moment,
}

/// A room of a venue; two sessions never share one at a time.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = rooms)]
#[schema(as = RoomOut)]
pub struct Room {
    /// Opaque.
    pub id: RoomId,
    #[serde(skip)]
    pub venue_id: VenueId,
    /// Unlike any other of the venue's.
    #[schema(example = "Sensory room")]
    pub name: String,
    /// How many people may be in it, walk-ins included.
    pub safety_limit: Option<i32>,
    /// What it has for people with access needs; `null` where that is what its venue has.
    pub access_features: Option<PlaceFeatures>,
    #[serde(skip)]
    pub created_at: Moment,
}
