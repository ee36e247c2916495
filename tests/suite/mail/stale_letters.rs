//! Letters whose time has passed while they waited: they are dropped, with the reason, and nobody is
//! taken for told.

use std::sync::Arc;

use chrono::TimeDelta;
use firstplace::access::Role;
use firstplace::mail::service::{PostOffice, deliver_due};
use firstplace::mail::transport::{Sender, Transport};
use firstplace::serve::upkeep;
use serde_json::{Value, json};

use super::became;
use crate::support::app::{TestApp, both, letterhead};
use crate::support::scratch::Scratch;
use crate::support::world::{Family, World, id};

/// A post office that writes into a folder, with as many rounds as there is something to do.
fn delivers(app: &TestApp) {
    let folder = Scratch::new("relay");
    let sender = Sender {
        from: "Hubs <hubs@example.org>".parse().expect("a mailbox"),
        host: "hubs.example.org".to_owned(),
        transport: Transport::Folder(folder.path().to_owned()),
    };
    let office = PostOffice { sender, head: Arc::new(letterhead()), texts: None };
    while deliver_due(&app.store, &office).expect("a round") > 0 {}
}

fn dropped(why: &str) -> Vec<(String, Option<String>)> {
    vec![("dead".to_owned(), Some(why.to_owned()))]
}

/// Whom to ring, by what they were not told.
fn not_reached(app: &TestApp, world: &World) -> Vec<Value> {
    upkeep::list_unreached(&app.store).expect("a round");
    let tasks = world.staff.get("/api/v1/tasks").expect(200);
    let tasks = tasks["items"].as_array().expect("a list").iter();
    tasks.filter(|task| task["kind"] == "not_reached").map(|task| task["detail"].clone()).collect()
}

/// A full session with its only place taken, and somebody who waits for it.
fn a_line(world: &World) -> (String, Family, Value, Family) {
    let session = world.session(json!({ "capacity": 1 }));
    let (holder, waiting) = (world.family("Holder"), world.family("Waiting"));
    let booked = holder.books(&session).expect(201);
    assert_eq!(waiting.books(&session).expect(201)["status"], "waiting");
    (session, holder, booked, waiting)
}

both! {
    fn an_offer_that_is_over_is_not_sent_and_its_family_is_to_be_rung(app) {
        let world = World::new(app);
        let (_, holder, booked, _) = a_line(&world);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        holder.parent.post(&cancel, &json!({})).expect(200);
        assert_eq!(became(app, "offer").len(), 1, "it waits");
        app.advance(TimeDelta::days(2));
        app.sweep();

        delivers(app);

        assert_eq!(became(app, "offer"), dropped("offer_over"));
        assert_eq!(not_reached(app, &world), [json!("offer")]);
    }

    fn an_offer_that_was_accepted_meanwhile_is_not_told_and_rings_nobody(app) {
        let world = World::new(app);
        let (session, holder, booked, waiting) = a_line(&world);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        holder.parent.post(&cancel, &json!({})).expect(200);
        let own = waiting.parent.get("/api/v1/bookings").expect(200);
        let own = own["items"].as_array().expect("a list");
        let offered = own.iter().find(|one| one["status"] == "offered").expect("an offer");
        let offer = offered["offer"]["id"].as_str().expect("an offer's id");
        let accept = format!("/api/v1/offers/{offer}/accept");
        waiting.parent.post(&accept, &json!({})).expect(200);

        delivers(app);

        assert!(became(app, "offer").is_empty(), "it was taken back: {session}");
        assert!(not_reached(app, &world).is_empty());
    }

    fn a_booking_cancelled_before_its_letter_left_is_not_confirmed(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booked = family.books(&session).expect(201);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        family.parent.post(&cancel, &json!({})).expect(200);

        delivers(app);

        assert_eq!(became(app, "booked"), dropped("no_longer_so"));
        assert_eq!(became(app, "booking_cancelled")[0].0, "sent", "this is still so");
    }

    fn news_of_a_session_that_is_past_is_not_sent_and_staff_see_who_was_not_told(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        world.family("Ada").books(&session).expect(201);
        let cancel = format!("/api/v1/sessions/{session}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "The hall is flooded." })).expect(200);
        app.advance(TimeDelta::days(14));

        delivers(app);

        assert_eq!(became(app, "session_cancelled"), dropped("session_past"));
        assert_eq!(became(app, "booked"), dropped("no_longer_so"));
        assert_eq!(not_reached(app, &world), [json!("session_cancelled")]);
    }

    fn a_letter_whose_link_has_ended_is_not_sent(app) {
        let body = json!({
            "email": "amina@hubs.example", "name": "Amina Khan",
            "password": "correct horse battery", "roles": [{ "role": "staff" }],
        });
        app.as_role(Role::Administrator).post("/api/v1/accounts", &body).expect(201);
        let ask = json!({ "email": "amina@hubs.example" });
        app.nobody.post("/api/v1/auth/password-reset", &ask).expect(202);
        app.advance(TimeDelta::hours(1));

        delivers(app);

        assert_eq!(became(app, "password_reset"), dropped("too_late"));
    }

    fn a_letter_that_is_still_true_is_sent_after_a_day(app) {
        let world = World::new(app);
        world.family("Ada").books(&world.session(json!({}))).expect(201);
        app.advance(TimeDelta::days(1));

        delivers(app);

        assert_eq!(became(app, "booked"), [("sent".to_owned(), None)]);
    }
}
