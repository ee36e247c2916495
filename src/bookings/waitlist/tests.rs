use super::*;

fn at(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

/// Two places, on a Monday at ten.
fn room() -> PlacesLeft {
    PlacesLeft {
        capacity: 2,
        adult_limit: None,
        priority_places: 0,
        priority_until: at("2026-11-20T10:00:00Z"),
        starts_at: at("2026-11-23T10:00:00Z"),
        cancel_by: at("2026-11-22T10:00:00Z"),
        cancelled: false,
        saving: false,
        order: LineOrder::Joining,
    }
}

/// So many places taken, one party in line, and an offer until a moment if there is one.
fn line(taken: i32, offered_until: Option<&str>) -> Waitlist {
    let one = Size { places: 1, adults: 1 };
    let waits = WaitlistEntry {
        booking: BookingId::from("waits"),
        tier: Tier::Referred,
        line_tier: 0,
        line_number: 1.0,
        size: one,
        wants: Wants::Offer,
        saved_until: None,
        saved_here: false,
        told_last_call: false,
        barred: false,
    };
    let kept = offered_until.map(|until| KeptPlace {
        booking: BookingId::from("offered"),
        offer: Some(OfferId::from("offer")),
        until: at(until),
        tier: Tier::Everyone,
        size: one,
    });
    Waitlist {
        taken: Taken { places: taken, by_priority: 0, adults: taken },
        offered: kept.into_iter().collect(),
        waiting: vec![waits],
        unread: 0,
    }
}

#[test]
fn a_line_is_left_unread_only_where_reading_it_would_change_nothing() {
    let (early, last_hours) = (at("2026-11-16T10:00:00Z"), at("2026-11-23T09:00:00Z"));
    let (past, coming) = (Some("2026-11-16T09:00:00Z"), Some("2026-11-17T09:00:00Z"));
    let cancelled = PlacesLeft { cancelled: true, ..room() };
    for (line, room, now, changes) in [
        (line(2, None), room(), early, false),
        (line(2, coming), room(), early, false),
        (line(1, None), room(), early, true),
        (line(2, past), room(), early, true),
        (line(1, None), room(), last_hours, true),
        (line(2, None), cancelled, early, true),
    ] {
        let case = format!("{line:?} at {now}");
        assert_eq!(line.may_change(&room, now), changes, "{case}");
        let steps = line.clone().settle(&room, now, room.starts_at);
        assert_eq!(!steps.is_empty(), changes, "{case}: {steps:?}");
    }
}
