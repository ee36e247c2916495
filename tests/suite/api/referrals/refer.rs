//! Professionals and the families they refer: the agreement, what the answer tells and
//! what it does not, and who sees the outcome.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{World, id, merged, referral};

both! {
    fn without_the_family_s_agreement_there_is_no_referral(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let family = world.family("Ada");
        let without = merged(referral(&family), json!({ "agreed_on": null, "agreed_how": null }));
        let problem = visitor.post(&path, &without).refused(422, "not_agreed");
        let text = problem["detail"].as_str().unwrap_or_default().to_lowercase();
        assert!(text.contains("safeguarding"), "{text}");
    }

    fn a_wrong_field_of_the_described_family_is_named_where_it_stands(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let visitor = world.professional("health");
        let described = json!({ "family": { "carers": [{ "name": "Ada", "email": "not an address" }],
            "children": [{ "name": "Bo", "born_on": "2024-05-14" }] },
            "adults": 1, "reason": "isolated", "agreed_on": "2026-11-16", "agreed_how": "by phone" });
        let path = format!("/api/v1/sessions/{session}/referrals");
        let problem = visitor.post(&path, &described).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/family/carers/0/email");
    }

    fn two_referrals_for_one_family_are_one_booking(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 3 }));
        let family = world.family("Ada");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let first = world.professional("health").post(&path, &referral(&family)).expect(201);
        let second = world.professional("social_care").post(&path, &referral(&family));
        assert!([200, 201].contains(&second.status), "{}", second.text);
        assert_ne!(second.json()["id"], first["id"], "each team has a referral of its own");
        assert_eq!(family.parent.get("/api/v1/bookings").expect(200)["items"]
            .as_array().map(Vec::len), Some(1));
        assert_eq!(world.shown(&session)["places_left"], 2);
    }

    fn the_answer_does_not_tell_whether_the_family_was_known(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let known = json!({
            "carers": [{ "name": "Grace Hopper", "phone": "0161 496 0000" }],
            "children": [{ "name": "Amy Hopper", "born_on": "2025-03-01" }],
            "postcode": "M31 4FL",
            "centre_id": world.centre,
        });
        world.staff.post("/api/v1/families", &known).expect(201);
        let refer = |name: &str, postcode: &str| {
            let body = json!({
                "family": {
                    "carers": [{ "name": "Grace Hopper", "phone": "0161 496 0000" }],
                    "children": [{ "name": name, "born_on": "2025-03-01" }],
                    "postcode": postcode,
                },
                "adults": 1,
                "reason": "isolation",
                "target_groups": [],
                "agreed_on": "2026-11-15",
                "agreed_how": "spoken",
            });
            visitor.post(&path, &body).expect(201)
        };
        let (was_known, was_new) = (refer("Amy Hopper", "M31 4FL"), refer("Bob Hopper", "M31 4FN"));
        let names = |answer: &serde_json::Value| {
            let mut names: Vec<String> =
                answer.as_object().expect("an object").keys().cloned().collect();
            names.sort();
            names
        };
        assert_eq!(names(&was_known), names(&was_new));
        assert_eq!(was_known["state"], was_new["state"]);
    }

    fn a_referral_is_the_team_s_to_see_and_to_withdraw(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ours, theirs) = (world.professional("health"), world.professional("health"));
        let family = world.family("Ada");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let booked = ours.post(&path, &referral(&family)).expect(201);

        let listed = ours.get("/api/v1/referrals").expect(200);
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(1), "{listed}");
        let not_listed = theirs.get("/api/v1/referrals").expect(200);
        assert_eq!(not_listed["items"], json!([]));
        let booking = family.newest();
        let withdraw = format!("/api/v1/referrals/{}/withdraw", id(&booked));
        theirs.post(&withdraw, &json!({})).refused(404, "not_found");
        theirs.get(&format!("/api/v1/referrals/{}", id(&booked))).refused(404, "not_found");
        let by_booking = format!("/api/v1/bookings/{}/withdraw-referral", id(&booking));
        ours.post(&by_booking, &json!({})).refused(404, "not_found");
        assert_eq!(family.status(&booking), "booked", "the control");
        assert_eq!(ours.post(&withdraw, &json!({})).expect(200)["state"], "withdrawn");
        assert_eq!(family.status(&booking), "cancelled");
    }

    fn parents_volunteers_and_the_desk_do_not_refer(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let path = format!("/api/v1/sessions/{session}/referrals");
        for role in [Role::Parent, Role::Volunteer, Role::FrontDesk] {
            app.as_role(role).post(&path, &referral(&family)).refused(403, "not_allowed");
        }
    }

    fn one_new_family_described_many_times_at_once_is_made_once(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let starts = |day: usize| {
            json!({ "starts_at": format!("2026-11-{}T10:00:00Z", 20 + day),
                "ends_at": format!("2026-11-{}T11:00:00Z", 20 + day) })
        };
        let sessions: Vec<String> = (0..8).map(|day| world.session(starts(day))).collect();
        let body = json!({
            "family": { "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }],
                "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }],
                "postcode": "M31 4FL" },
            "adults": 1, "reason": "isolated", "agreed_on": "2026-11-15", "agreed_how": "spoken" });
        std::thread::scope(|scope| {
            for session in &sessions {
                let path = format!("/api/v1/sessions/{session}/referrals");
                let (visitor, body) = (&visitor, &body);
                scope.spawn(move || visitor.post(&path, body).expect(201));
            }
        });
        let made = visitor.get("/api/v1/families").expect(200);
        assert_eq!(made["items"].as_array().map(Vec::len), Some(1), "{made}");
    }

    fn a_family_is_referred_by_its_card_by_description_or_by_the_team_s_statement_alone(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let number = &shown["membership"]["number"];
        let by = |changed: Value| merged(merged(referral(&family), json!({ "family": null })), changed);

        visitor.post(&path, &by(json!({ "family_id": family.id }))).refused(422, "invalid_request");
        visitor.post(&path, &by(json!({ "statement_id": family.id }))).refused(404, "not_found");
        visitor.post(&path, &by(json!({}))).refused(422, "invalid_request");
        for wrong in [
            json!({ "membership_number": number }),
            json!({ "membership_number": number, "born_on": "2025-11-02" }),
            json!({ "membership_number": "00000000", "born_on": "2025-11-01" }),
        ] {
            assert_eq!(visitor.post(&path, &by(wrong)).status, 422);
        }

        let card = json!({ "membership_number": number, "born_on": "2025-11-01", "reference": "HV 7" });
        let told = visitor.post(&path, &by(card.clone())).expect(201);
        assert_eq!((&told["state"], &told["reference"]), (&json!("booked"), &json!("HV 7")));
        assert_eq!(family.newest()["status"], "booked");
        let statement = visitor.get("/api/v1/families").expect(200)["items"][0].clone();
        assert_eq!(statement["id"], told["statement_id"]);
        assert_eq!(statement["children"][0]["name"], Value::Null, "nothing is told of a card");
        assert!(!statement.to_string().contains("Ada"), "{statement}");
        let stated = by(json!({ "statement_id": statement["id"] }));
        assert_eq!(visitor.post(&path, &stated).expect(201)["id"], told["id"]);
        let other = world.professional("health");
        other.post(&path, &stated).refused(404, "not_found");
    }

    fn a_family_that_is_known_is_met_again_and_no_second_one_is_made(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let count = || world.staff.get("/api/v1/families?limit=500").expect(200)["items"]
            .as_array().map(Vec::len);
        let known = json!({
            "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }],
            "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }],
            "postcode": "M31 4FL", "centre_id": world.centre });
        let first = world.staff.post("/api/v1/families", &known).expect(201);
        // By the child and its postcode; by a first name nearly so and a telephone number.
        for again in [
            json!({ "carers": [{ "name": "Bilal Khan" }],
                "children": [{ "name": "YUSUF  khan", "born_on": "2025-05-14" }],
                "postcode": "M31 4FL" }),
            json!({ "carers": [{ "name": "A Malik", "phone": "+44 7700 900123" }],
                "children": [{ "name": "Yusef Malik", "born_on": "2025-05-14" }] }),
        ] {
            let shown = world.staff.post("/api/v1/families", &again).expect(200);
            assert_eq!(shown["id"], first["id"], "{again}");
            let said = visitor.post("/api/v1/families", &again).expect(201);
            assert_eq!(said["carers"][0]["name"], again["carers"][0]["name"]);
            assert_ne!(said["id"], first["id"]);
            assert!(said.get("membership").is_none(), "{said}");
        }
        assert_eq!(count(), Some(1));

        // Another first name is only proposed: twins, and families of one hostel, stay apart.
        let twin = json!({ "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }],
            "children": [{ "name": "Zara Khan", "born_on": "2025-05-14" }], "postcode": "M31 4FL",
            "centre_id": world.centre });
        let twin = world.staff.post("/api/v1/families", &twin).expect(201);
        let listed = world.staff.get("/api/v1/possible-duplicates").expect(200);
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(1), "{listed}");
        assert_eq!(listed["items"][0]["other_family"]["id"], twin["id"]);
    }

    fn a_family_that_is_not_theirs_to_open_is_a_statement_to_staff(app) {
        let world = World::new(app);
        let there = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let at = Person { centre: Some(&there), ..Person::default() };
        let elsewhere = app.sign_in(Role::Staff, &at);
        let family = world.family("Ada");
        let said = elsewhere.post("/api/v1/families", &family.described).expect(201);
        assert_ne!(said["id"], family.id.as_str());
        assert!(said.get("membership").is_none(), "{said}");
        elsewhere.get(&format!("/api/v1/families/{}", family.id)).refused(404, "not_found");

        let lead = app.as_role(Role::SafeguardingLead);
        let path = format!("/api/v1/families/{}/restriction", family.id);
        lead.put(&path, &json!({ "restricted": true, "unsafe_address": false })).expect(200);
        let typed = world.staff.post("/api/v1/families", &family.described).expect(201);
        assert!(typed.get("membership").is_none(), "{typed}");
        let told = |who: &Client| who.get("/api/v1/tasks?kind=restricted_met").expect(200)["items"]
            .as_array().map(Vec::len);
        assert_eq!((told(&lead), told(&world.staff)), (Some(1), Some(0)));
    }

    fn a_referred_child_with_a_clashing_booking_is_booked_and_staff_are_told(app) {
        let world = World::new(app);
        let (session, meanwhile) = (world.session(json!({})), world.session(json!({})));
        let family = world.family("Ada");
        family.books(&meanwhile).expect(201);
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let told = visitor.post(&path, &referral(&family)).expect(201);
        assert_eq!(told["state"], "booked");
        assert_eq!(family.newest()["status"], "booked");
        assert_eq!(world.shown(&session)["places_left"], 7);
        let tasks = world.staff.get("/api/v1/tasks?kind=two_families").expect(200);
        assert_eq!(tasks["items"].as_array().map(Vec::len), Some(1), "{tasks}");
    }

    fn a_family_that_opted_out_is_booked_as_a_guest_and_the_statement_stays_the_team_s(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        world.staff.post(&format!("/api/v1/families/{}/opt-out", family.id), &json!({})).expect(200);
        let visitor = world.professional("health");
        visitor.post("/api/v1/families", &family.described).expect(201);
        let path = format!("/api/v1/sessions/{session}/referrals");
        let told = visitor.post(&path, &referral(&family)).expect(201);
        assert_eq!(told["state"], "booked");
        let bookings = world.staff.get(&format!("/api/v1/sessions/{session}/bookings")).expect(200);
        let guest = bookings["items"][0]["family_id"].as_str().expect("a family").to_owned();
        assert_ne!(guest, family.id);
        let guest = world.staff.get(&format!("/api/v1/families/{guest}")).expect(200);
        assert_eq!((&guest["guest"], &guest["membership"]), (&json!(true), &Value::Null));
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        assert_eq!(shown["membership"]["status"], "opted_out");
    }

    fn a_team_that_asks_again_for_a_family_that_gave_its_place_up_has_it_asked_for_again(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let told = visitor.post(&path, &referral(&family)).expect(201);
        let first = family.newest();
        family.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&first)), &json!({})).expect(200);
        app.advance(chrono::TimeDelta::seconds(1));
        let again = visitor.post(&path, &referral(&family)).expect(201);
        assert_eq!(again, told, "that it was given up is not told");
        let second = family.newest_but(&[id(&first)]);
        assert_eq!(second["status"], "booked");
    }
}
