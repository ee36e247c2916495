//! A session as the tests of pages show it.

use super::cards::{Listing, Places};
use crate::base::id::SessionId;
use crate::mail::spoken::When;
use chrono::NaiveDateTime;

pub(crate) fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a date and time")
}

pub(crate) fn listing(day: u32, places: Places) -> Listing {
    Listing {
        session: SessionId::from("s1"),
        title: "Stay & Play".to_owned(),
        when: When {
            starts: at(&format!("2025-06-0{day}T10:00:00")),
            ends: at(&format!("2025-06-0{day}T11:30:00")),
        },
        centre: "Partington".to_owned(),
        venue: "Partington".to_owned(),
        ages: Some("Birth to 5".to_owned()),
        price: None,
        access: Vec::new(),
        places,
        for_members: false,
        is_course: false,
    }
}
