//! The pages behind the links in mails.

use chrono::TimeDelta;
use firstplace::mail::link::{Link, LinkKey};
use serde_json::{Value, json};

use super::shows;
use crate::support::app::{TestApp, at, both, letterhead};
use crate::support::client::Answer;
use crate::support::mail::letters;
use crate::support::world::{Family, NEXT_MONDAY, World, id};

/// Presses the button of a page.
fn press(app: &TestApp, path: &str) -> Answer {
    app.nobody.post(path, &Value::Null)
}

/// A session of one place, the family that has it, and one that waits.
struct Full<'a> {
    world: World<'a>,
    session: String,
    holder: (Family, Value),
    next: (Family, Value),
}

impl<'a> Full<'a> {
    fn of(app: &'a TestApp) -> Self {
        Self::with(app, json!({}))
    }

    fn with(app: &'a TestApp, activity: Value) -> Self {
        let world = World::new(app);
        let activity = world.activity(activity);
        let session = world.session(json!({ "activity_id": activity, "capacity": 1 }));
        let books = |name: &str| {
            let family = world.family(name);
            let booking = family.books(&session).expect(201);
            (family, booking)
        };
        let holder = books("Holder");
        let next = books("Next");
        Self { session, holder, next, world }
    }

    fn status(&self, (family, booking): &(Family, Value)) -> String {
        family.status(booking)
    }

    /// The holder cancels by the link in the mail; the next in line is offered the place.
    fn frees(&self, app: &TestApp) {
        let path = letters(app, "booked").remove(0).button("Cancel my place");
        shows(&press(app, &path), 200, &["You are not coming"]);
    }
}

both! {
    fn a_family_cancels_by_its_link_without_signing_in(app) {
        let full = Full::of(app);
        let path = letters(app, "booked").remove(0).button("Cancel my place");

        shows(&app.nobody.get(&path), 200, &["Do you want to cancel your place?", "Stay and Play"]);
        assert_eq!(full.status(&full.holder), "booked", "looking changes nothing");

        shows(&press(app, &path), 200, &["You are not coming"]);
        assert_eq!(full.status(&full.holder), "cancelled");
        assert_eq!(full.status(&full.next), "offered");
        shows(&press(app, &path), 200, &["You are not coming"]);
        shows(&app.nobody.get(&path), 200, &["You are not coming"]);
    }

    fn an_offer_is_accepted_by_its_link(app) {
        let full = Full::of(app);
        full.frees(app);
        let path = letters(app, "offer").remove(0).button("Yes, I want the place");

        let asked = app.nobody.get(&path);
        shows(&asked, 200, &["Do you want this place?", "until 10am on Tuesday 17 November"]);
        assert_eq!(full.status(&full.next), "offered", "looking changes nothing");

        shows(&press(app, &path), 200, &["You have a place"]);
        assert_eq!(full.status(&full.next), "booked");
        shows(&press(app, &path), 200, &["You have a place"]);
    }

    fn an_offer_is_declined_by_its_link_and_then_cannot_be_accepted(app) {
        let full = Full::of(app);
        full.frees(app);
        let offer = letters(app, "offer").remove(0);

        shows(&press(app, &offer.button("No, thank you")), 200, &["Thank you"]);
        assert_eq!(full.status(&full.next), "declined");
        let accept = offer.button("Yes, I want the place");
        shows(&press(app, &accept), 409, &["You have answered before"]);
        assert_eq!(full.status(&full.next), "declined");
        assert_eq!(full.world.shown(&full.session)["places_left"], 1);
    }

    fn an_offer_cannot_be_accepted_at_the_second_it_ends(app) {
        let full = Full::of(app);
        full.frees(app);
        let path = letters(app, "offer").remove(0).button("Yes, I want the place");

        app.advance(TimeDelta::hours(24));
        shows(&app.nobody.get(&path), 410, &["This link is too old"]);
        shows(&press(app, &path), 410, &["This link is too old", "Nothing has changed"]);
        app.sweep();
        assert_eq!(full.status(&full.next), "lapsed");
    }

    fn a_family_stops_waiting_by_its_link(app) {
        let full = Full::of(app);
        let path = letters(app, "waiting").remove(0).button("Stop waiting");

        shows(&app.nobody.get(&path), 200, &["Do you want to stop waiting?"]);
        shows(&press(app, &path), 200, &["You are not waiting any more"]);
        assert_eq!(full.status(&full.next), "cancelled");
        let letter = letters(app, "booking_cancelled").remove(0);
        assert!(letter.says("You are not waiting any more.") && !letter.says("have a place"));
    }

    fn a_link_to_stop_waiting_never_gives_up_a_place(app) {
        let full = Full::of(app);
        let path = letters(app, "waiting").remove(0).button("Stop waiting");
        full.frees(app);
        let accept = letters(app, "offer").remove(0).button("Yes, I want the place");
        press(app, &accept);

        shows(&press(app, &path), 200, &["You have a place"]);
        assert_eq!(full.status(&full.next), "booked");
    }

    fn in_the_last_hours_the_first_to_claim_has_the_place(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let waiting: Vec<_> = ["First", "Second"].map(|name| {
            let family = world.family(name);
            let entry = family.books(&session).expect(201);
            (family, entry)
        }).into();
        app.clock.set(at(NEXT_MONDAY[0]) - TimeDelta::minutes(90));
        holder.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&held)), &json!({})).expect(200);

        let calls = letters(app, "last_call");
        assert_eq!(calls.len(), 2);
        let paths: Vec<_> = calls.iter().map(|call| call.button("Yes, I want the place")).collect();
        shows(&press(app, &paths[1]), 200, &["You have a place"]);
        shows(&press(app, &paths[0]), 409, &["The place is gone"]);
        let status: Vec<_> = waiting.iter().map(|(family, entry)| family.status(entry)).collect();
        assert_eq!(status, ["waiting", "booked"]);
    }

    fn a_link_for_one_thing_does_no_other_and_a_made_up_one_nothing(app) {
        let full = Full::of(app);
        let cancel = letters(app, "booked").remove(0).button("Cancel my place");
        let token = cancel.rsplit('/').next().expect("a token");
        let forged = LinkKey::new([8; 32]).sign(&Link::cancel(
            &id(&full.holder.1).into(),
            at(NEXT_MONDAY[0]),
        ));

        for path in [
            format!("/links/leave/{token}"),
            format!("/links/destroy/{token}"),
            format!("/links/cancel/{token}A"),
            format!("/links/cancel/{forged}"),
            "/links/cancel/x".to_owned(),
        ] {
            shows(&app.nobody.get(&path), 404, &["This link does not work"]);
            shows(&press(app, &path), 404, &["This link does not work"]);
        }
        assert_eq!(full.status(&full.holder), "booked");
    }

    fn a_link_to_a_booking_that_is_gone_does_not_work(app) {
        let link = Link::cancel(&"nothing".into(), at(NEXT_MONDAY[0]));
        let path = format!("/links/cancel/{}", letterhead().links.sign(&link));

        shows(&app.nobody.get(&path), 404, &["This link does not work"]);
    }
}
