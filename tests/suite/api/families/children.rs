//! What happens to children: born, twins, moved, spoken of no more; two households of one child;
//! who may bring them; records that are restricted.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

fn names(family: &Value) -> Vec<&str> {
    let children = family["children"].as_array().expect("children");
    children.iter().map(|child| child["name"].as_str().expect("a name")).collect()
}

fn path(family: &Value, child: usize, deed: &str) -> String {
    format!("/api/v1/families/{}/children/{}/{deed}", id(family), id(&family["children"][child]))
}

both! {
    fn twins_are_born_of_one_expected_child_and_keep_its_booking(app) {
        let world = World::new(app);
        let family = json!({ "carers": [{ "name": "Ada", "email": "ada@example.org" }],
            "children": [{ "name": "Bump", "due_on": "2026-11-10" }], "centre_id": world.centre });
        let made = world.staff.post("/api/v1/families", &family).expect(201);
        assert_eq!(made["membership"]["status"], "member");
        assert_eq!(made["membership"]["renews_on"], Value::Null, "nobody is born yet");
        let bumps = world.activity(json!({ "expectant_welcome": true }));
        let session = world.session(json!({ "activity_id": bumps }));
        let party = json!({ "family_id": made["id"], "child_ids": [made["children"][0]["id"]],
            "adults": 1 });
        let booking = world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &party);
        let booking = booking.expect(201);

        let born = |name: &str, day: &str| json!({ "name": name, "born_on": day });
        let none = json!({ "babies": [] });
        world.staff.post(&path(&made, 0, "birth"), &none).refused(422, "invalid_request");
        let tomorrow = json!({ "babies": [born("Mia", "2026-11-17")] });
        world.staff.post(&path(&made, 0, "birth"), &tomorrow).refused(422, "invalid_request");
        let twins = json!({ "babies": [born("Mia", "2026-11-12"), born("Leo", "2026-11-12")] });
        let after = world.staff.post(&path(&made, 0, "birth"), &twins).expect(200);

        assert_eq!(names(&after), ["Mia", "Leo"]);
        assert_eq!(after["children"][0]["id"], made["children"][0]["id"], "the record goes on");
        assert_eq!(after["membership"]["renews_on"], "2027-11-12");
        let shown = world.staff.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!(shown["status"], "booked");
        world.staff.post(&path(&made, 0, "birth"), &twins).refused(409, "no_longer_open");
    }

    fn a_child_that_died_is_written_about_no_more_and_staff_are_told_once(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let family = world.family_of("Grieves", &["2025-11-01"]);
        let booking = family.books(&session).expect(201);
        let next = world.family("Next");
        let waits = next.books(&session).expect(201);
        let shown = family.parent.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let before = letters(app, "booking_cancelled").len();

        let told = json!({ "ended": "pregnancy_ended" });
        world.staff.post(&path(&shown, 0, "end"), &told).refused(422, "invalid_request");
        let told = json!({ "ended": "died" });
        let after = world.staff.post(&path(&shown, 0, "end"), &told).expect(200);
        world.staff.post(&path(&shown, 0, "end"), &told).expect(200);

        assert_eq!(after["membership"]["status"], "ended");
        assert_eq!(family.status(&booking), "cancelled");
        assert_eq!(letters(app, "booking_cancelled").len(), before, "without a word");
        assert_ne!(next.status(&waits), "waiting", "the place goes to the next family");
        let tasks = world.staff.get("/api/v1/tasks").expect(200);
        let silenced = |task: &&Value| task["kind"] == "child_silenced";
        assert_eq!(tasks["items"].as_array().expect("a list").iter().filter(silenced).count(), 1);
    }

    fn a_child_moves_with_what_was_booked_for_it_and_the_old_household_sees_nothing(app) {
        let world = World::new(app);
        let (alone, together) = (world.session(json!({})), world.session(json!({
            "starts_at": "2026-11-30T10:00:00Z", "ends_at": "2026-11-30T11:00:00Z" })));
        let old = world.family_of("Old", &["2025-11-01", "2024-11-01"]);
        let new = world.family_of("New", &["2023-11-01"]);
        let first = &old.children[0];
        let booked = old.asks(&alone, json!({ "child_ids": [first] })).expect(201);
        let both = old.books(&together).expect(201);

        let deed = format!("/api/v1/families/{}/children/{first}/move", old.id);
        let stranger = Person { centre: None, family: Some(&new.id), ..Person::default() };
        app.sign_in(Role::Parent, &stranger)
            .post(&deed, &json!({ "to_family_id": new.id }))
            .refused(404, "not_found");
        let left = world.staff.post(&deed, &json!({ "to_family_id": new.id })).expect(200);

        assert_eq!(names(&left), ["Old 1"]);
        let there = new.parent.get(&format!("/api/v1/families/{}", new.id)).expect(200);
        assert_eq!(names(&there), ["New 0", "Old 0"]);
        assert_eq!(new.status(&booked), "booked");
        let mine = format!("/api/v1/bookings/{}", id(&booked));
        old.parent.get(&mine).refused(404, "not_found");
        let stays = old.parent.get(&format!("/api/v1/bookings/{}", id(&both))).expect(200);
        assert_eq!((&stays["status"], &stays["child_ids"]), (&json!("booked"), &json!([old.children[1]])));
        let seen = old.parent.get(&format!("/api/v1/families/{}", old.id)).expect(200).to_string();
        assert!(!seen.contains("Old 0") && !seen.contains(&new.id), "{seen}");
    }

    fn two_households_of_one_child_never_see_each_other(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = json!({
            "carers": [{ "name": "Mother Maple", "email": "maple@example.org", "phone": "0161 111 1111" }],
            "children": [{ "name": "Robin Maple", "born_on": "2025-05-14",
                "answers": { "access_needs": "wheelchair" } }],
            "postcode": "M31 4FL", "address": "1 Maple Road", "centre_id": world.centre,
        });
        let first = world.staff.post("/api/v1/families", &body).expect(201);
        let child = first["children"][0]["id"].clone();
        let body = json!({
            "carers": [{ "name": "Father Oak", "email": "oak@example.org", "phone": "0161 222 2222" }],
            "children": [{ "id": child }], "postcode": "M32 9AU", "address": "2 Oak Road",
            "centre_id": world.centre,
        });
        let second = world.staff.post("/api/v1/families", &body).expect(201);
        let parent = |family: &Value| {
            let (family, carer) = (id(family), id(&family["carers"][0]));
            app.sign_in(Role::Parent, &Person { family: Some(&family), carer: Some(&carer), ..Person::default() })
        };
        let (mother, father) = (parent(&first), parent(&second));
        assert_ne!(first["membership"]["number"], second["membership"]["number"]);

        let party = |family: &Value| json!({ "family_id": id(family), "child_ids": [child], "adults": 1 });
        let books = format!("/api/v1/sessions/{session}/bookings");
        let booked = mother.post(&books, &party(&first)).expect(201);
        let (of_mother, of_father) = (
            ["Maple Road", "Mother", "maple@", "M31 4FL", "wheelchair", "0161 111"],
            ["Oak", "oak@", "M32 9AU", "0161 222"],
        );
        let mut father_reads = vec![
            father.post(&books, &party(&second)).expect(201).to_string(),
            father.get("/api/v1/families").expect(200).to_string(),
            father.get(&format!("/api/v1/families/{}", id(&second))).expect(200).to_string(),
            father.get("/api/v1/bookings").expect(200).to_string(),
            father.get(&format!("/api/v1/sessions/{session}")).expect(200).to_string(),
            father.get(&format!("/api/v1/bookings/{}", id(&booked))).refused(404, "not_found").to_string(),
            father.get(&format!("/api/v1/families/{}", id(&first))).refused(404, "not_found").to_string(),
        ];
        let leave = json!({ "ended": "died" });
        let gone = format!("/api/v1/families/{}/children/{}/end", id(&first), id(&first["children"][0]));
        father_reads.push(father.post(&gone, &leave).refused(404, "not_found").to_string());
        for read in &father_reads {
            for word in of_mother {
                assert!(!read.contains(word), "{word} in {read}");
            }
            assert!(!read.contains(&id(&first)) && !read.contains(&id(&booked)), "{read}");
        }
        let mother_reads = [
            mother.get(&format!("/api/v1/families/{}", id(&first))).expect(200).to_string(),
            mother.get("/api/v1/bookings").expect(200).to_string(),
        ];
        for read in &mother_reads {
            assert!(of_father.iter().all(|word| !read.contains(word)), "{read}");
        }
        let mails: Vec<_> = letters(app, "booked").into_iter().map(|one| one.to).collect();
        assert_eq!(mails, ["maple@example.org", "oak@example.org"]);
        // The control: what is looked for is there to be found.
        assert!(mother_reads[0].contains("Maple Road") && father_reads[2].contains("Oak Road"));
    }

    fn a_trusted_adult_is_named_with_children_of_the_family_and_no_others(app) {
        let world = World::new(app);
        let (family, other) = (world.family("Own"), world.family("Other"));
        let path = format!("/api/v1/families/{}/trusted-adults", family.id);
        let body = json!({ "name": "Nana", "relationship": "grandparent", "phone": "0161 912 2122",
            "child_ids": family.children });
        let strange = merged(body.clone(), json!({ "child_ids": other.children }));
        family.parent.post(&path, &strange).refused(422, "invalid_request");
        let adult = family.parent.post(&path, &body).expect(201);
        other.parent.post(&path, &body).refused(404, "not_found");

        let shown = family.parent.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        assert_eq!(shown["trusted_adults"][0]["name"], "Nana");
        let gone = format!("{path}/{}", id(&adult));
        let delete = |who: &crate::support::client::Client| {
            who.call(ureq::http::Method::DELETE, &gone).send()
        };
        delete(&other.parent).refused(404, "not_found");
        delete(&family.parent).expect(200);
        delete(&family.parent).refused(404, "not_found");
    }

    fn a_restricted_record_is_the_safeguarding_leads_and_the_familys_own(app) {
        let world = World::new(app);
        let family = world.family("Hidden");
        let lead = app.as_role(Role::SafeguardingLead);
        let record = format!("/api/v1/families/{}", family.id);
        let body = json!({ "restricted": true, "unsafe_address": true });
        world.staff.put(&format!("{record}/restriction"), &body).refused(403, "not_allowed");
        assert_eq!(lead.put(&format!("{record}/restriction"), &body).expect(200)["restricted"], true);

        world.staff.get(&record).refused(404, "not_found");
        assert_eq!(world.staff.get("/api/v1/families").expect(200)["items"], json!([]));
        let change = json!({ "postcode": "M31 4FL" });
        let patched = world.staff.call(ureq::http::Method::PATCH, &record).json(&change).if_match("\"1\"");
        patched.send().refused(404, "not_found");
        world.staff.post(&format!("{record}/opt-out"), &json!({})).refused(404, "not_found");
        lead.get(&record).expect(200);
        let own = family.parent.get(&record).expect(200);
        assert!(own.get("restricted").is_none(), "the word is for staff");
        let listed = family.parent.get("/api/v1/families").expect(200);
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(1), "{listed}");
        assert_eq!(listed["items"][0]["id"], json!(family.id));
    }
}
