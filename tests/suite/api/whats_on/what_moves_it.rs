//! Every kind of change is seen at once: by those who read what is on, and by those who look at a
//! session.

use serde_json::json;
use ureq::http::Method;

use super::{PUBLIC, Readers, cancels, on, patches, tag};
use crate::api::series::{mondays, session_ids};
use crate::support::app::both;
use crate::support::world::{World, id, referral};

both! {
    fn a_booking_a_line_and_an_offer_are_seen_at_once(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({ "capacity": 2 })));
        let readers = Readers::of(&world);
        let [ada, ben, cleo, dan] = ["Ada", "Ben", "Cleo", "Dan"].map(|name| world.family(name));
        let held = readers.see(|| ada.books(&session).expect(201));
        readers.see(|| ben.books(&session).expect(201));
        let entry = readers.see(|| cleo.books(&session).expect(201));
        let last = readers.see(|| dan.books(&session).expect(201));
        readers.see(|| cancels(&ada, &held));
        assert_eq!(cleo.status(&entry), "offered");
        let shown = cleo.parent.get(&format!("/api/v1/bookings/{}", id(&entry))).expect(200);
        let decline = format!("/api/v1/offers/{}/decline", id(&shown["offer"]));
        readers.see(|| cleo.parent.post(&decline, &json!({})).expect(200));
        readers.see(|| cancels(&dan, &last));
    }

    fn what_one_process_decides_another_shows_at_once(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({ "capacity": 3 })));
        let beside = app.beside();
        let reader = world.family("Reader").parent;
        let other = beside.nobody.bearing(reader.token().expect("a token")).in_role(reader.role());
        let path = format!("/api/v1/sessions/{session}");
        let shown = || {
            let public = PUBLIC.map(|path| {
                let (here, there) = (app.nobody.get(path), beside.nobody.get(path));
                assert_eq!((tag(&here), &here.text), (tag(&there), &there.text), "{path}");
                here.text
            });
            let here = reader.get(&path).expect(200);
            assert_eq!(here, other.get(&path).expect(200));
            (public, here)
        };
        let mut before = shown();
        for family in world.families(3) {
            family.books(&session).expect(201);
            let after = shown();
            assert_ne!(after, before);
            before = after;
        }
        patches(&world, &session, &json!({ "capacity": 5 }));
        assert_ne!(shown(), before);
    }

    fn a_referral_of_a_family_that_is_there_is_seen_by_those_who_may(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({ "capacity": 4 })));
        let ada = world.family("Ada");
        let booked = ada.books(&session).expect(201);
        let readers = Readers::of(&world);
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let made = readers.see(|| visitor.post(&path, &referral(&ada)).expect(201));
        // Its own booking goes elsewhere; the referral stays, and is withdrawn there.
        let other = world.session(on("24", json!({ "leader": "Somebody else" })));
        let path = format!("/api/v1/bookings/{}/move", id(&booked));
        readers.see(|| ada.parent.post(&path, &json!({ "session_id": other })).expect(200));
        let path = format!("/api/v1/referrals/{}/withdraw", id(&made));
        readers.see(|| visitor.post(&path, &json!({})).expect(200));
    }

    fn what_staff_plan_is_seen_at_once(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({})));
        let readers = Readers::of(&world);
        readers.see(|| patches(&world, &session, &json!({ "capacity": 3 })));
        readers.see(|| patches(&world, &session, &json!({ "venue": "United Reformed Church" })));
        readers.see(|| patches(&world, &session, &json!({ "starts_at": "2026-11-23T10:30:00Z" })));
        let draft = world.draft(on("25", json!({})));
        let announce = format!("/api/v1/sessions/{draft}/announce");
        readers.see(|| world.staff.post(&announce, &json!({})).expect(200));
        let path = format!("/api/v1/activities/{}", world.activity);
        let shown = world.staff.get(&path).expect(200);
        let version = format!("\"{}\"", shown["version"]);
        let rename = json!({ "title": "Come and Play" });
        let rename = world.staff.call(Method::PATCH, &path).json(&rename).if_match(&version);
        readers.see(|| rename.send().expect(200));
        let centre = json!({ "name": "Broomwood Children's Centre" });
        readers.see(|| world.admin.post("/api/v1/centres", &centre).expect(201));
        let aid = world.activity(json!({ "title": "Infant First Aid" }));
        let instead = on("25", json!({ "activity_id": aid, "centre_id": world.centre,
            "displaces": [draft] }));
        readers.see(|| world.staff.post("/api/v1/sessions", &instead).expect(201));
        let cancel = format!("/api/v1/sessions/{session}/cancel");
        readers.see(|| world.staff.post(&cancel, &json!({ "reason": "Snow" })).expect(200));
    }

    fn a_course_is_counted_at_its_first_date_and_seen_at_all(app) {
        let world = World::new(app);
        let ten = json!({ "last_day": null, "dates": 3, "name": "Spring course", "capacity": 2 });
        let made = world.staff.post("/api/v1/courses", &mondays(&world, ten)).expect(201);
        let path = format!("/api/v1/courses/{}/announce", id(&made));
        world.staff.post(&path, &json!({})).expect(200);
        app.set_clock("2027-03-10T10:00:00Z");
        let readers = Readers::of(&world);
        let head = &session_ids(&made)[0];
        readers.see(|| world.family_of("Ada", &["2025-11-01"]).books(head).expect(201));
        let page = app.nobody.get("/api/v1/whats-on").expect(200);
        let shown = page["items"].as_array().expect("items");
        let open = shown.iter().filter(|one| one["phase"] == "public");
        let left: Vec<_> = open.map(|one| one["places_left"].clone()).collect();
        assert!(!left.is_empty() && left.iter().all(|left| *left == 1), "{shown:?}");
    }

    fn an_entry_that_is_taken_in_one_line_is_seen_to_leave_the_other(app) {
        let world = World::new(app);
        let monday = world.session(on("23", json!({ "capacity": 1 })));
        let tuesday = world.session(on("24", json!({ "capacity": 1 })));
        let [one, two, either] = ["One", "Two", "Either"].map(|name| world.family(name));
        let held = one.books(&monday).expect(201);
        two.books(&tuesday).expect(201);
        let wish = json!({ "or_sessions": [tuesday], "wants": "book" });
        either.asks(&monday, wish).expect(201);
        let readers = Readers::of(&world);
        readers.read();
        cancels(&one, &held);
        assert_eq!(world.shown(&tuesday)["waiting"], 0);
        readers.read();
    }

    fn who_may_be_promoted_again_is_counted_at_once(app) {
        let world = World::new(app);
        let [x, y, z] = [("26", 1), ("23", 8), ("25", 8)]
            .map(|(day, capacity)| world.session(on(day, json!({ "capacity": capacity }))));
        let [holder, limited] = ["Holder", "Limited"].map(|name| world.family(name));
        let held = holder.books(&x).expect(201);
        limited.books(&x).expect(201);
        let first = limited.books(&y).expect(201);
        limited.books(&z).expect(201);
        cancels(&holder, &held);
        assert_eq!(world.shown(&x)["places_left"], 1, "passed over: it has two in seven days");
        let readers = Readers::of(&world);
        readers.see(|| cancels(&limited, &first));
        assert_eq!(world.shown(&x)["places_left"], 0);
    }

    fn who_leaves_and_joins_again_is_passed_over_and_counted_at_once(app) {
        let world = World::new(app);
        let members = world.activity(json!({ "title": "Members' morning", "access": "members" }));
        let plan = json!({ "activity_id": members, "capacity": 1 });
        let session = world.session(on("23", plan));
        let [holder, first] = ["Holder", "First"].map(|name| world.family(name));
        let held = holder.books(&session).expect(201);
        first.books(&session).expect(201);
        let of_first = |deed: &str| format!("/api/v1/families/{}/{deed}", first.id);
        first.parent.post(&of_first("opt-out"), &json!({})).expect(200);
        let readers = Readers::of(&world);
        readers.see(|| cancels(&holder, &held));
        assert_eq!(world.shown(&session)["places_left"], 1, "passed over: no member");
        readers.see(|| world.staff.post(&of_first("join-again"), &json!({})).expect(200));
        assert_eq!(world.shown(&session)["places_left"], 0);
    }

    fn a_child_that_leaves_its_party_frees_its_place_at_once(app) {
        let world = World::new(app);
        let children = world.activity(json!({ "title": "Splash", "unit": "children" }));
        let session = world.session(on("23", json!({ "activity_id": children, "capacity": 4 })));
        let family = world.family_of("Ada", &["2024-11-01", "2025-11-01"]);
        family.books(&session).expect(201);
        let readers = Readers::of(&world);
        let left = format!("/api/v1/families/{}/children/{}/move", family.id, family.children[0]);
        let to = json!({ "to_family_id": world.family("Ben").id });
        readers.see(|| world.staff.post(&left, &to).expect(200));
        assert_eq!(world.shown(&session)["places_left"], 3);
    }

    fn records_that_are_separated_again_are_counted_at_once(app) {
        let world = World::new(app);
        let [x, y, z] = [("26", 1), ("23", 8), ("25", 8)]
            .map(|(day, capacity)| world.session(on(day, json!({ "capacity": capacity }))));
        let [holder, kept, other] =
            ["Holder", "Amina Khan", "Amina Kahn"].map(|name| world.family(name));
        let held = holder.books(&x).expect(201);
        kept.books(&x).expect(201);
        kept.books(&y).expect(201);
        other.books(&z).expect(201);
        let path = format!("/api/v1/families/{}/join-records", kept.id);
        let pairs = json!([[kept.children[0], other.children[0]]]);
        let body = json!({ "family_id": other.id, "children": pairs });
        let joined = world.staff.post(&path, &body).expect(200);
        cancels(&holder, &held);
        assert_eq!(world.shown(&x)["places_left"], 1, "passed over: it has two in seven days");
        let readers = Readers::of(&world);
        let undo = format!("/api/v1/joined-records/{}/undo", id(&joined));
        readers.see(|| world.staff.post(&undo, &json!({})).expect(200));
        assert_eq!(world.shown(&x)["places_left"], 0);
    }
}
