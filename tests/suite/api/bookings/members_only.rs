//! Sessions for members: whoever is none is told how to join, at every door; whom a partner refers is
//! answered like anybody it refers.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::registers::{is_problem, mark, taken, takes};
use crate::support::app::both;
use crate::support::client::Answer;
use crate::support::world::{Family, World, id, merged};

fn for_members(world: &World, changed: Value) -> String {
    let activity = world.activity(json!({ "title": "Members' morning", "access": "members" }));
    world.session(merged(json!({ "activity_id": activity }), changed))
}

fn opts_out(family: &Family) {
    let path = format!("/api/v1/families/{}/opt-out", family.id);
    family.parent.post(&path, &json!({})).expect(200);
}

#[track_caller]
fn is_told_how_to_join(answer: Answer) {
    let problem = answer.refused(409, "members_only");
    assert_eq!(problem["join"], "/join");
    assert!(problem["detail"].as_str().is_some_and(|words| words.contains("free")), "{problem}");
}

fn cancels(family: &Family, booked: &Value) {
    let path = format!("/api/v1/bookings/{}/cancel", id(booked));
    family.parent.post(&path, &json!({})).expect(200);
}

/// What a family nobody knows sends of itself.
fn joins(session: &str, guest: bool) -> Value {
    json!({
        "carers": [{ "name": "Gia Guest", "email": "gia@example.org" }],
        "children": [{ "name": "Gil Guest", "born_on": "2025-03-01" }],
        "postcode": "M31 4FL", "guest": guest, "booking": { "session_id": session },
    })
}

both! {
    fn members_book_and_who_opted_out_is_told_how_to_join(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({}));
        let (member, gone) = (world.family("Member"), world.family("Gone"));
        member.books(&session).expect(201);
        opts_out(&gone);
        is_told_how_to_join(gone.books(&session));
        let by_staff = merged(gone.party(), json!({ "reason": "They asked nicely" }));
        let path = format!("/api/v1/sessions/{session}/bookings");
        is_told_how_to_join(world.staff.post(&path, &by_staff));

        let open = world.session(json!({ "leader": "Somebody else" }));
        gone.books(&open).expect(201);
        world.staff.post(&format!("/api/v1/families/{}/join-again", gone.id), &json!({})).expect(200);
        assert_ne!(gone.books(&session).json()["code"], "members_only");
    }

    fn a_guest_is_told_how_to_join_and_a_joining_family_books(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({}));
        is_told_how_to_join(app.nobody.post("/api/v1/families/join", &joins(&session, true)));
        app.nobody.post("/api/v1/families/join", &joins(&session, false)).expect(202);
    }

    fn a_place_is_not_moved_to_where_it_could_not_be_booked(app) {
        let world = World::new(app);
        let open = world.session(json!({}));
        let session = for_members(&world, json!({ "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));
        let family = world.family("Gone");
        let booked = family.books(&open).expect(201);
        opts_out(&family);
        let path = format!("/api/v1/bookings/{}/move", id(&booked));
        is_told_how_to_join(family.parent.post(&path, &json!({ "session_id": session })));
        assert_eq!(family.status(&booked), "booked");
    }

    fn who_opts_out_while_waiting_is_passed_over_until_it_joins_again(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({ "capacity": 1 }));
        let [holder, first, second] = ["Holder", "First", "Second"].map(|name| world.family(name));
        let held = holder.books(&session).expect(201);
        let (waits, behind) =
            (first.books(&session).expect(201), second.books(&session).expect(201));
        opts_out(&first);
        cancels(&holder, &held);
        assert_eq!((first.status(&waits), second.status(&behind)), ("waiting".into(), "offered".into()));

        // A member again, it is the next, without another word from anybody.
        cancels(&second, &behind);
        assert_eq!(first.status(&waits), "waiting");
        world.staff.post(&format!("/api/v1/families/{}/join-again", first.id), &json!({})).expect(200);
        app.sweep();
        assert_eq!(first.status(&waits), "offered");
    }

    fn membership_is_checked_again_at_an_offer_and_in_the_last_hours(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({ "capacity": 1 }));
        let [holder, first, last] = ["Holder", "First", "Last"].map(|name| world.family(name));
        let held = holder.books(&session).expect(201);
        let waits = first.books(&session).expect(201);
        let claims = last.books(&session).expect(201);
        cancels(&holder, &held);
        let shown = first.parent.get(&format!("/api/v1/bookings/{}", id(&waits))).expect(200);
        opts_out(&first);
        let accept = format!("/api/v1/offers/{}/accept", id(&shown["offer"]));
        is_told_how_to_join(first.parent.post(&accept, &json!({})));

        opts_out(&last);
        cancels(&first, &waits);
        app.set_clock("2026-11-23T08:30:00Z");
        let claim = format!("/api/v1/bookings/{}/claim", id(&claims));
        is_told_how_to_join(last.parent.post(&claim, &json!({})));
        is_told_how_to_join(last.books(&session));
    }

    fn at_the_door_a_guest_is_told_and_a_new_family_joins(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({}));
        let gone = world.family("Gone");
        opts_out(&gone);
        app.set_clock("2026-11-23T10:00:00Z");
        let guest = mark("g", json!({ "walk_in": { "guest": {
            "children": [{ "name": "Eve", "born_on": "2025-01" }] } } }));
        let known = mark("k", json!({ "family_id": gone.id }));
        for answer in taken(&world.staff, &session, json!([guest, known])) {
            is_problem(&answer, "members_only");
            assert_eq!(answer["detail"].as_str().map(|words| words.contains("/join")), Some(true));
        }
        let new = mark("n", json!({ "walk_in": { "family": {
            "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }], "postcode": "M31 4FL",
            "children": [{ "name": "Yusuf Khan", "born_on": "2024-05-14" }] } } }));
        takes(&world.staff, &session, json!([new]));
        // Who is in the room already is recorded: nobody is left out of the count of the building.
        app.set_clock("2026-11-23T10:30:00Z");
        takes(&world.staff, &session, json!([mark("late", json!({ "family_id": gone.id }))]));
    }

    fn a_partner_is_answered_alike_of_a_member_and_of_who_opted_out(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({}));
        let visitor = world.professional("health");
        let gone = world.family("Gone");
        opts_out(&gone);
        let described = |name: &str, born: &str| json!({
            "family": { "carers": [{ "name": name, "phone": "07700 900123" }],
                "children": [{ "name": format!("{name} 0"), "born_on": born }], "postcode": "M31 4FL" },
            "adults": 1, "reason": "isolated", "agreed_on": "2026-11-15", "agreed_how": "spoken",
        });
        let path = format!("/api/v1/sessions/{session}/referrals");
        let answers = ["Gone", "Unknown"].map(|name| {
            visitor.post(&path, &described(name, "2025-11-01")).expect(201)
        });
        assert_eq!(answers[0]["state"], answers[1]["state"]);
        assert_eq!(answers[0]["state"], "booked");
    }

    fn pages_say_that_a_session_is_for_members_and_how_to_join(app) {
        let world = World::new(app);
        let session = for_members(&world, json!({}));
        world.session(json!({ "leader": "Somebody else" }));
        let page = app.nobody.get("/whats-on").text;
        assert_eq!(page.matches("For members.").count(), 1, "{page}");
        assert!(page.contains("Joining is free."), "{page}");
        assert!(page.contains(&format!("href=\"/sessions/{session}/book\"")), "{page}");
        let home = app.nobody.get("/").text;
        assert_eq!(home.matches("For members.").count(), 1, "{home}");
        let shown = app.as_role(Role::Parent).get("/api/v1/whats-on").text;
        assert!(shown.contains("\"members\""), "{shown}");
    }
}
