//! A session as search engines read it: an `Event` of schema.org. It says nothing that the page
//! does not, and no number of places: what search engines keep would soon be wrong.

use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use serde_json::{Value, json};

pub(super) fn data(head: &Letterhead, planned: &Planned) -> Value {
    let Planned { session, activity, centre, venue, .. } = planned;
    let (name, street, postcode) = match venue {
        Some(venue) => (&venue.name, &venue.address, &venue.postcode),
        None => (&centre.name, &centre.address, &centre.postcode),
    };
    let status = match session.cancelled_at {
        Some(_) => "https://schema.org/EventCancelled",
        None => "https://schema.org/EventScheduled",
    };
    let at = |moment: crate::base::moment::Moment| {
        moment.utc().with_timezone(&centre.zone()).to_rfc3339()
    };
    json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": activity.title,
        "description": activity.description.as_ref().unwrap_or(&activity.title),
        "startDate": at(session.starts_at),
        "endDate": at(session.ends_at),
        "eventStatus": status,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "url": format!("{}/sessions/{}", head.public_url, session.id.as_str()),
        "location": {
            "@type": "Place",
            "name": name,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": street.as_deref().unwrap_or_default(),
                "postalCode": postcode.as_deref().unwrap_or_default(),
                "addressCountry": "GB",
            },
        },
        "organizer": {
            "@type": "Organization",
            "name": head.organisation,
            "url": head.public_url,
        },
    })
}
