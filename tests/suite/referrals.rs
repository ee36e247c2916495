//! Professionals and the families they refer: the agreement, what the answer tells and
//! what it does not, and who sees the outcome.

use firstplace::access::Role;
use serde_json::json;

use crate::support::app::both;
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

    fn two_referrals_for_one_family_are_one_booking(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 3 }));
        let family = world.family("Ada");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let first = world.professional("health").post(&path, &referral(&family)).expect(201);
        let second = world.professional("social_care").post(&path, &referral(&family));
        assert!([200, 201].contains(&second.status), "{}", second.text);
        assert_eq!(second.json()["id"], first["id"]);
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
        assert_eq!(was_known["status"], was_new["status"]);
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
        let withdraw = format!("/api/v1/bookings/{}/withdraw-referral", id(&booked));
        theirs.post(&withdraw, &json!({})).refused(404, "not_found");
        ours.post(&withdraw, &json!({})).expect(200);
        assert_eq!(family.status(&booked), "cancelled");
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
}
