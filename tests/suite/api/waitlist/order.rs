//! The line beyond first come: saving for a large party, families that no message reaches, target
//! groups, moves by hand, and who is judged again when an age changes.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{Family, World, id};

/// An activity whose places are counted in children, and one of its sessions.
fn by_children(world: &World, capacity: i32, more: Value) -> String {
    let plain = json!({ "title": "Messy Play", "unit": "children", "limit_a_day": 5 });
    let activity = world.activity(crate::support::world::merged(plain, more));
    world.session(json!({ "activity_id": activity, "capacity": capacity }))
}

fn of_size(world: &World, name: &str, children: usize) -> Family {
    world.family_of(name, &vec!["2025-11-01"; children])
}

/// A family with a telephone only.
fn by_phone(world: &World) -> (String, Value) {
    let body = json!({ "centre_id": world.centre,
        "carers": [{ "name": "Rita Hall", "phone": "07700 900123" }],
        "children": [{ "name": "Ivy Hall", "born_on": "2025-11-01" }] });
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let party = json!({ "family_id": made["id"], "child_ids": [made["children"][0]["id"]] });
    (id(&made), party)
}

fn cancels(family: &Family, booking: &Value) {
    let path = format!("/api/v1/bookings/{}/cancel", id(booking));
    family.parent.post(&path, &json!({})).expect(200);
}

both! {
    fn free_places_are_saved_for_a_large_party_that_is_first(app) {
        let world = World::new(app);
        let session = by_children(&world, 3, json!({ "saving": true }));
        let (one, two) = (of_size(&world, "One", 1), of_size(&world, "Two", 2));
        let held = one.books(&session).expect(201);
        let other = two.books(&session).expect(201);
        let large = of_size(&world, "Large", 3);
        let entry = large.books(&session).expect(201);
        assert_eq!(entry["status"], "waiting");

        cancels(&one, &held);
        // One place is free and kept: a party of one behind the large one does not get it.
        let small = of_size(&world, "Small", 1);
        assert_eq!(small.books(&session).expect(201)["status"], "waiting");
        assert_eq!(world.shown(&session)["public_places_left"], 0);
        cancels(&two, &other);
        assert_eq!(large.status(&entry), "offered");
    }

    fn places_are_saved_no_longer_than_an_offer_would_last(app) {
        let world = World::new(app);
        let session = by_children(&world, 2, json!({ "saving": true }));
        let one = of_size(&world, "One", 1);
        let held = one.books(&session).expect(201);
        of_size(&world, "Two", 1).books(&session).expect(201);
        let large = of_size(&world, "Large", 2);
        let entry = large.books(&session).expect(201);
        let small = of_size(&world, "Small", 1);
        let after = small.books(&session).expect(201);
        cancels(&one, &held);
        assert_eq!(small.status(&after), "waiting");

        app.set_clock("2026-11-17T09:59:59Z");
        app.sweep();
        assert_eq!(small.status(&after), "waiting");
        app.set_clock("2026-11-17T10:00:00Z");
        app.sweep();
        assert_eq!(small.status(&after), "offered");
        assert_eq!(large.status(&entry), "waiting");
    }

    fn without_saving_a_small_party_passes_a_large_one(app) {
        let world = World::new(app);
        let session = by_children(&world, 2, json!({}));
        let one = of_size(&world, "One", 1);
        let held = one.books(&session).expect(201);
        of_size(&world, "Two", 1).books(&session).expect(201);
        let (large, small) = (of_size(&world, "Large", 2), of_size(&world, "Small", 1));
        let entry = large.books(&session).expect(201);
        let after = small.books(&session).expect(201);
        cancels(&one, &held);
        assert_eq!(small.status(&after), "offered");
        assert_eq!(large.status(&entry), "waiting");
    }

    fn a_family_without_mail_is_rung_and_its_clock_starts_with_the_call(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let (_, party) = by_phone(&world);
        let path = format!("/api/v1/sessions/{session}/bookings");
        let entry = world.staff.post(&path, &party).expect(201);
        cancels(&holder, &held);

        let shown = |booking: &Value| {
            world.staff.get(&format!("/api/v1/bookings/{}", id(booking))).expect(200)
        };
        // Kept until somebody rings, at the latest until nobody is offered any more.
        assert_eq!(shown(&entry)["offer"]["expires_at"], "2026-11-23T08:00:00Z");
        let tasks = world.staff.get("/api/v1/tasks").expect(200);
        let task = &tasks["items"][0];
        assert_eq!(task["kind"], "ring_offer");
        assert_eq!(task["phones"], json!(["07700 900123"]));

        let calls = format!("/api/v1/tasks/{}/calls", id(task));
        app.set_clock("2026-11-17T10:00:00Z");
        world.staff.post(&calls, &json!({ "outcome": "no_answer" })).expect(200);
        assert_eq!(shown(&entry)["offer"]["expires_at"], "2026-11-23T08:00:00Z");
        world.staff.post(&calls, &json!({ "outcome": "spoke" })).expect(200);
        assert_eq!(shown(&entry)["offer"]["expires_at"], "2026-11-18T10:00:00Z");
        assert_eq!(world.staff.get("/api/v1/tasks").expect(200)["items"], json!([]));
        assert!(letters(app, "offer").is_empty());
    }

    fn only_who_may_be_rung_is_on_the_list_and_a_restricted_number_is_the_leads(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let body = json!({ "centre_id": world.centre, "carers": [
            { "name": "Rita Hall", "phone": "07700 900123", "no_voicemail": true },
            { "name": "Bob Hall", "phone": "07700 900456", "no_call": true },
        ], "children": [{ "name": "Ivy Hall", "born_on": "2025-11-01" }] });
        let made = world.staff.post("/api/v1/families", &body).expect(201);
        let party = json!({ "family_id": made["id"], "child_ids": [made["children"][0]["id"]] });
        let path = format!("/api/v1/sessions/{session}/bookings");
        world.staff.post(&path, &party).expect(201);
        cancels(&holder, &held);

        let shown = |who: &Client| {
            let tasks = who.get("/api/v1/tasks").expect(200);
            (tasks["items"][0]["phones"].clone(), tasks["items"][0]["no_voicemail"].clone())
        };
        assert_eq!(shown(&world.staff), (json!(["07700 900123"]), json!(true)));

        let lead = app.as_role(Role::SafeguardingLead);
        let restriction = format!("/api/v1/families/{}/restriction", id(&made));
        lead.put(&restriction, &json!({ "restricted": true, "unsafe_address": false })).expect(200);
        assert_eq!(shown(&world.staff), (json!([]), json!(false)));
        assert_eq!(shown(&lead), (json!(["07700 900123"]), json!(true)));
        let task = lead.get("/api/v1/tasks").expect(200)["items"][0].clone();
        let calls = format!("/api/v1/tasks/{}/calls", id(&task));
        lead.post(&calls, &json!({ "outcome": "spoke" })).expect(200);
        assert_eq!(world.staff.get("/api/v1/tasks").expect(200)["items"], json!([]));
    }

    fn a_target_group_with_priority_comes_before_everyone(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        world.family("Holder").books(&session).expect(201);
        let (plain, lone, father) =
            (world.family("Plain"), world.family("Lone"), world.family("Father"));
        let groups = |family: &Family| format!("/api/v1/families/{}/groups", family.id);
        world.staff.post(&groups(&lone), &json!({ "code": "lone_parent" })).expect(201);
        // A protected characteristic gives no priority until a manager says why.
        world.staff.post(&groups(&father), &json!({ "code": "father_male_carer" })).expect(201);
        let first = id(&plain.books(&session).expect(201));
        let second = id(&lone.books(&session).expect(201));
        let third = id(&father.books(&session).expect(201));
        assert_eq!(world.line(&session), [second.clone(), first.clone(), third]);

        let why = format!("/api/v1/sessions/{session}/waitlist/why?a={first}&b={second}");
        let why = world.staff.get(&why).expect(200);
        assert_eq!(why["first"], json!(second));
        assert!(why["why"].as_str().is_some_and(|why| why.contains("lone_parent")), "{why}");
    }

    fn staff_move_an_entry_for_a_reason_and_it_is_served_there(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let waiting = world.families(3);
        let entries: Vec<Value> = waiting.iter().map(|f| f.books(&session).expect(201)).collect();
        let moves = format!("/api/v1/sessions/{session}/waitlist/moves");
        let mut to = json!({ "booking_id": entries[2]["id"], "before": entries[0]["id"] });
        world.staff.post(&moves, &to).refused(422, "invalid_request");
        to["reason"] = json!("Twins in hospital");
        world.staff.post(&moves, &to).expect(200);
        assert_eq!(world.line(&session), [id(&entries[2]), id(&entries[0]), id(&entries[1])]);

        let (a, b) = (id(&entries[2]), id(&entries[0]));
        let why = format!("/api/v1/sessions/{session}/waitlist/why?a={a}&b={b}");
        let why = world.staff.get(&why).expect(200)["why"].to_string();
        assert!(why.contains("Twins in hospital"), "{why}");
        cancels(&holder, &held);
        assert_eq!(waiting[2].status(&entries[2]), "offered");
    }

    fn the_adult_who_comes_is_of_the_family_and_alone_hears_of_a_sensitive_session(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        let session = world.session(json!({ "activity_id": activity }));
        let body = json!({ "centre_id": world.centre,
            "carers": [{ "name": "Ann", "email": "ann@example.org" },
                { "name": "Bob", "email": "bob@example.org" }],
            "children": [{ "name": "Ivy", "born_on": "2025-11-01" }] });
        let family = world.staff.post("/api/v1/families", &body).expect(201);
        let path = format!("/api/v1/sessions/{session}/bookings");
        let stranger = world.family("Stranger");
        let theirs = world.staff.get(&format!("/api/v1/families/{}", stranger.id)).expect(200);
        let mut party =
            json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]] });
        party["carer_id"] = theirs["carers"][0]["id"].clone();
        world.staff.post(&path, &party).refused(422, "invalid_request");

        party["carer_id"] = family["carers"][1]["id"].clone();
        world.staff.post(&path, &party).expect(201);
        let told: Vec<String> = letters(app, "booked").into_iter().map(|one| one.to).collect();
        assert_eq!(told, ["bob@example.org"]);
        assert!(!letters(app, "booked")[0].says("Freedom"));
        // A parent who has nothing to do with it cannot even see that it is.
        stranger.books(&session).refused(404, "not_found");
        stranger.parent.get(&format!("/api/v1/sessions/{session}")).refused(404, "not_found");
    }

    fn a_child_is_shared_only_by_who_may_change_a_family_it_lives_in(app) {
        let world = World::new(app);
        let ada = world.family("Ada");
        let shared = json!({ "carers": [{ "name": "Other parent" }], "children": [{ "id": ada.children[0] }] });
        let elsewhere = json!({ "name": "Stretford Children's Centre" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let there = Person { centre: Some(&elsewhere), ..Person::default() };
        for stranger in [app.sign_in(Role::Staff, &there), world.professional("health")] {
            stranger.post("/api/v1/families", &shared).refused(404, "not_found");
        }
        let made = world.staff.post("/api/v1/families", &shared).expect(201);
        assert_eq!(made["children"][0]["id"], json!(ada.children[0]));
    }

    fn a_change_of_ages_is_applied_to_everyone_booked_or_waiting(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Toddlers" }));
        let session = world.session(json!({ "activity_id": activity, "capacity": 1 }));
        let (old, young) =
            (world.family_of("Old", &["2023-01-01"]), world.family_of("Young", &["2025-11-01"]));
        let held = old.books(&session).expect(201);
        let entry = young.books(&session).expect(201);

        let path = format!("/api/v1/activities/{activity}");
        let etag = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        let ages = json!({ "ages": { "unit": "months", "min": 0, "max": 24 } });
        let patch = world.staff.call(ureq::http::Method::PATCH, &path).json(&ages);
        patch.if_match(&etag).send().expect(200);
        assert_eq!(old.status(&held), "cancelled");
        assert_eq!(young.status(&entry), "offered");
        assert!(letters(app, "cannot_be_met")[0].says("Old 0"));
    }
}
