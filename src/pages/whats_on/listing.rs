//! Sessions as they stand, turned into what a page shows of them: the centre's time, ages and room
//! in words, and no more than families may know.

use super::access;
use super::ages::ages;
use super::cards::{Listing, Places};
use crate::base::moment::Moment;
use crate::bookings::view::SessionStanding;
use crate::mail::spoken::When;
use crate::sessions::release::phase_for_families;
use crate::sessions::{Access, Phase, Planned};
use crate::words::Words;

pub(crate) fn listing(words: Words, standing: &SessionStanding, now: Moment) -> Listing {
    let planned = standing.planned();
    let Planned { session, activity, centre, venue, .. } = planned;
    Listing {
        session: session.id.clone(),
        title: activity.title.clone(),
        when: when(planned),
        centre: centre.name.clone(),
        venue: venue.as_ref().map_or(&centre.name, |venue| &venue.name).clone(),
        ages: ages(words, activity),
        price: activity.price.clone(),
        access: access::all(
            words,
            planned.access_features(),
            activity.interpreter_language.as_deref(),
        ),
        places: places(standing, now),
        for_members: activity.access == Access::Members,
        is_course: session.course_id.is_some(),
    }
}

pub(crate) fn when(planned: &Planned) -> When {
    let session = &planned.session;
    When { starts: planned.local(session.starts_at), ends: planned.local(session.ends_at) }
}

/// How to come, and whether there is room.
pub(crate) fn places(standing: &SessionStanding, now: Moment) -> Places {
    let planned = standing.planned();
    let session = &planned.session;
    let phase = phase_for_families(session, now);
    let drops_in = planned.activity.access == Access::DropIn;
    match (phase, session.public_release_at) {
        (Phase::Cancelled, _) => Places::Cancelled,
        (Phase::Ended, _) => Places::Over,
        (_, _) if drops_in => Places::JustTurnUp,
        (Phase::Public, _) => match u32::try_from(standing.public_places_left()) {
            Ok(left @ 1..) => Places::Left(left),
            Ok(0) | Err(_) => Places::Full,
        },
        (Phase::Draft | Phase::Announced | Phase::ReferralWindow, Some(opens)) => {
            Places::OpensAt(planned.local(opens))
        }
        (Phase::Draft | Phase::Announced | Phase::ReferralWindow, None)
        | (Phase::Closed | Phase::Running, _) => Places::Closed,
    }
}
