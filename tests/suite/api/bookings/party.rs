//! Changing who comes with a booking: it is judged again as the party it becomes, and keeps its place
//! or its place in line.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Answer;
use crate::support::mail::letters;
use crate::support::world::{Family, World, id};

fn come(family: &Family, booking: &Value, children: &[&String], adults: u32) -> Answer {
    let body = json!({ "child_ids": children, "adults": adults });
    family.parent.post(&format!("/api/v1/bookings/{}/party", id(booking)), &body)
}

/// A session that counts children, and the family of two that has a place there with its first child.
fn one_of_two(world: &World, name: &str, capacity: u32) -> (String, Family, Value) {
    let activity = world.activity(json!({ "unit": "children" }));
    let session = world.session(json!({ "activity_id": activity, "capacity": capacity }));
    let family = world.family_of(name, &["2025-11-01", "2024-05-01"]);
    let booking = family.asks(&session, first_alone(&family)).expect(201);
    (session, family, booking)
}

fn first_alone(family: &Family) -> Value {
    json!({ "child_ids": family.children[..1] })
}

both! {
    fn another_child_comes_where_there_is_room(app) {
        let world = World::new(app);
        let (_, family, booking) = one_of_two(&world, "Ida", 2);
        let both = [&family.children[0], &family.children[1]];
        let told = letters(app, "booked").len();

        let changed = come(&family, &booking, &both, 2).expect(200);
        assert_eq!(changed["status"], "booked");
        assert_eq!((&changed["child_ids"], &changed["adults"]), (&json!(both), &json!(2)));
        assert_eq!(letters(app, "booked").len(), told + 1, "and the family is told");
        let again = come(&family, &booking, &both, 2).expect(200);
        assert_eq!(again["child_ids"], changed["child_ids"]);
        assert_eq!(letters(app, "booked").len(), told + 1, "once");
        app.is_sound();
    }

    fn without_room_the_place_stays_as_it_was(app) {
        let world = World::new(app);
        let (session, family, booking) = one_of_two(&world, "Ida", 2);
        let other = world.family("Other");
        other.books(&session).expect(201);
        let both = [&family.children[0], &family.children[1]];

        come(&family, &booking, &both, 1).refused(409, "session_full");
        let now = family.parent.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!(now["child_ids"], json!([family.children[0]]));
        // An exchange needs no more room.
        come(&family, &booking, &[&family.children[1]], 1).expect(200);
        app.is_sound();
    }

    fn fewer_make_room_for_who_waits(app) {
        let world = World::new(app);
        let (session, family, booking) = one_of_two(&world, "Ida", 2);
        let both = [&family.children[0], &family.children[1]];
        come(&family, &booking, &both, 1).expect(200);
        let next = world.family("Next");
        let waiting = next.books(&session).expect(201);
        assert_eq!(waiting["status"], "waiting");

        come(&family, &booking, &[&family.children[1]], 1).expect(200);
        assert_eq!(next.status(&waiting), "offered");
        app.is_sound();
    }

    fn who_waits_keeps_the_place_in_line(app) {
        let world = World::new(app);
        let (session, _, _) = one_of_two(&world, "Ida", 1);
        let family = world.family_of("Bea", &["2025-11-01", "2024-05-01"]);
        let waiting = family.asks(&session, first_alone(&family)).expect(201);
        let other = world.family("Cal");
        let later = other.books(&session).expect(201);

        let one = come(&family, &waiting, &[&family.children[1]], 1).expect(200);
        assert_eq!(one["status"], "waiting");
        assert_eq!(world.line(&session), [id(&waiting), id(&later)]);
    }

    fn each_rule_stands_as_for_a_new_party(app) {
        let world = World::new(app);
        let (_, family, booking) = one_of_two(&world, "Ida", 8);
        let [first, second] = [&family.children[0], &family.children[1]];
        let elsewhere = world.activity(json!({ "title": "Elsewhere" }));
        let same_time = world.session(json!({ "activity_id": elsewhere }));
        let path = format!("/api/v1/sessions/{same_time}/bookings");
        let party = json!({ "child_ids": [second], "adults": 1 });
        world.family("Own").parent.post(&path, &party).refused(422, "invalid_request");
        family.parent.post(&path, &party).expect(201);

        come(&family, &booking, &[first, second], 1).refused(409, "clashing_booking");
        come(&family, &booking, &[], 2).refused(422, "invalid_request");
        come(&family, &booking, &[], 0).refused(422, "invalid_request");
        come(&family, &booking, &[first, first], 1).refused(422, "invalid_request");
        come(&family, &booking, &[first], 51).refused(422, "invalid_request");
        let stranger = world.family("Stranger");
        come(&family, &booking, &[&stranger.children[0]], 1).refused(422, "invalid_request");
        come(&stranger, &booking, &[first], 1).refused(404, "not_found");
        let now = family.parent.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!((&now["child_ids"], &now["adults"]), (&json!([first]), &json!(1)));
    }

    fn what_is_offered_over_or_begun_is_not_changed(app) {
        let world = World::new(app);
        let (session, family, booking) = one_of_two(&world, "Ida", 1);
        let next = world.family_of("Next", &["2025-11-01", "2024-05-01"]);
        let waiting = next.asks(&session, first_alone(&next)).expect(201);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booking));
        family.parent.post(&cancel, &json!({})).expect(200);
        come(&family, &booking, &[&family.children[1]], 1).refused(409, "no_longer_open");
        assert_eq!(next.status(&waiting), "offered");
        come(&next, &waiting, &[&next.children[1]], 1).refused(409, "no_longer_open");

        let (_, late, begun) = one_of_two(&world, "Late", 4);
        app.set_clock("2026-11-23T10:05:00Z");
        come(&late, &begun, &[&late.children[1]], 1).refused(409, "no_longer_open");
        let path = format!("/api/v1/bookings/{}/party", id(&begun));
        let body = json!({ "child_ids": [late.children[1]], "adults": 1 });
        world.staff.post(&path, &body).refused(409, "no_longer_open");
        let mut said = body.clone();
        said["reason"] = json!("The other child came");
        world.staff.post(&path, &said).expect(200);
    }
}
