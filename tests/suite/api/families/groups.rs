//! Target groups over time: stated with what they rest on, looked at again, ended without being
//! forgotten; the list itself is the organisation's.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Role;
use firstplace::db::Tx;
use firstplace::db::schema::family_groups;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id, merged, referral};

use crate::api::reports::reach::stage::write;
use crate::api::reports::reach::versions::versions;

both! {
    fn a_group_is_stated_with_days_and_evidence_and_its_end_is_remembered(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = format!("/api/v1/families/{}/groups", family.id);
        let stated = json!({ "code": "workless", "since_on": "2026-10-01",
            "until_on": "2027-03-31", "evidence": "document_seen", "review_on": "2027-01-15" });
        let said = world.staff.post(&path, &stated).expect(201);
        assert_eq!((&said["evidence"], &said["since_on"]),
            (&json!("document_seen"), &json!("2026-10-01")));
        let again = world.staff.post(&path, &stated).expect(201);
        assert_eq!(again, said, "the same again is the same");

        app.advance(TimeDelta::days(1));
        let review = json!({ "review_on": "2027-02-15" });
        let reviewed = world.staff.post(&format!("{path}/workless/review"), &review).expect(200);
        assert_eq!(reviewed["review_on"], "2027-02-15");
        assert_eq!(reviewed["reviewed_at"], "2026-11-17T10:00:00Z");
        let ended = format!("{path}/workless");
        world.staff.call(Method::DELETE, &ended).send().expect(200);
        let listed = world.staff.get(&path).expect(200);
        assert_eq!(listed["items"][0]["ended_at"], "2026-11-17T10:00:00Z");
        world.staff.post(&format!("{path}/workless/review"), &review).refused(404, "not_found");

        for (body, pointer) in [
            (json!({ "code": "deprived_area" }), "/code"),
            (json!({ "code": "workless", "since_on": "2026-11-18" }), "/since_on"),
            (json!({ "code": "workless", "until_on": "2026-11-16" }), "/until_on"),
        ] {
            let problem = world.staff.post(&path, &body).refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
    }

    fn groups_are_for_those_who_state_them_and_the_list_is_the_managers(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = format!("/api/v1/families/{}/groups", family.id);
        let of_child = json!({ "code": "send_child", "child_id": family.children[0] });
        world.staff.post(&path, &of_child).expect(201);
        let at_centre = Person { centre: Some(&world.centre), ..Person::default() };
        for role in [Role::FrontDesk, Role::Manager, Role::Administrator] {
            let who = app.sign_in(role, &at_centre);
            who.get(&path).refused(403, "not_allowed");
        }
        family.parent.get(&path).refused(403, "not_allowed");

        let manager = app.as_role(Role::Manager);
        let one_year_old = json!({ "code": "one_year_old", "label": "From one to two years",
            "from_months": 12, "until_months": 24 });
        let made = manager.post("/api/v1/target-groups", &one_year_old).expect(201);
        assert_eq!((&made["derived"], &made["gives_priority"]), (&json!("age"), &json!(false)));
        manager.post("/api/v1/target-groups", &one_year_old).refused(422, "invalid_request");
        let half = json!({ "code": "half", "label": "Half", "from_months": 12 });
        manager.post("/api/v1/target-groups", &half).refused(422, "invalid_request");
        let priority = json!({ "gives_priority": true });
        let change = |code: &str, body: &Value| {
            manager.call(Method::PATCH, &format!("/api/v1/target-groups/{code}")).json(body).send()
        };
        change("one_year_old", &priority).refused(422, "invalid_request");
        let off = change("one_year_old", &json!({ "counts_for_reach": false })).expect(200);
        assert_eq!(off["counts_for_reach"], false);
        world.staff.post("/api/v1/target-groups", &one_year_old).refused(403, "not_allowed");
    }

    fn a_group_leaves_for_partners_only_where_a_manager_says_so(app) {
        let made = json!({ "code": "father_in_prison", "label": "Father in prison" });
        let made = app.as_role(Role::Manager).post("/api/v1/target-groups", &made).expect(201);
        assert_eq!(made["guarded"], true);
        // Of a quarter that it was known in.
        app.set_clock("2027-01-20T10:00:00Z");
        let manager = app.as_role(Role::Manager);
        let codes = |profile: &str| -> Vec<String> {
            let path = format!("/api/v1/reports/reach?as_at=2026-12-31&profile={profile}");
            let report = manager.get(&path).expect(200);
            let tables = report["tables"].as_array().expect("tables").iter();
            let lines = tables.filter(|table| table["by"] == "target_group");
            let lines = lines.flat_map(|table| table["lines"].as_array().expect("lines"));
            lines.map(|line| line["key"].as_str().expect("a code").to_owned()).collect()
        };
        let has = |profile: &str, code: &str| codes(profile).iter().any(|one| one == code);
        // The list to begin with, as it ever was.
        for (code, leaves) in [("lone_parent", true), ("isolated", true), ("cp_plan", false),
            ("domestic_abuse", false), ("asylum_refugee", false), ("send_child", false)] {
            assert_eq!(has("partner", code), leaves, "{code}");
        }
        assert!(has("exact", "father_in_prison") && !has("partner", "father_in_prison"));
        // Of the whole organisation anybody may read of it.
        assert!(has("public", "father_in_prison") && has("public", "cp_plan"));

        let open = |code: &str, guarded: bool| {
            let path = format!("/api/v1/target-groups/{code}");
            manager.patch(&path, &json!({ "guarded": guarded }))
        };
        assert_eq!(open("father_in_prison", false).expect(200)["guarded"], false);
        assert!(has("partner", "father_in_prison"));
        open("lone_parent", true).expect(200);
        assert!(!has("partner", "lone_parent"));
        // What is protected never leaves.
        open("send_child", false).refused(422, "invalid_request");
    }

    /// One disabled child of three is one child with special needs.
    fn a_group_of_a_child_names_it_and_holds_for_it_alone(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2023-05-01", "2024-11-01", "2025-11-01"]);
        let other = world.family("Bea");
        let path = format!("/api/v1/families/{}/groups", family.id);
        let of = |code: &str, child: &str| json!({ "code": code, "child_id": child });
        for body in [
            json!({ "code": "send_child" }),
            of("lone_parent", &family.children[0]),
            of("send_child", &other.children[0]),
            of("send_child", "nobody"),
        ] {
            let problem = world.staff.post(&path, &body).refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], "/child_id", "{body}");
        }
        let said = world.staff.post(&path, &of("send_child", &family.children[1])).expect(201);
        assert_eq!(said["child_id"], family.children[1].as_str());
        world.staff.post(&path, &json!({ "code": "lone_parent" })).expect(201);
        let groups = |child: &str| {
            let all = versions(app, child);
            let live = all.last().expect("a version").target_groups.clone();
            live.split(' ').map(|one| one.split(':').next().expect("a code").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(groups(&family.children[0]), ["lone_parent"]);
        assert_eq!(groups(&family.children[1]), ["lone_parent", "send_child"]);
        assert_eq!(groups(&family.children[2]), ["lone_parent"]);
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        assert_eq!(shown["target_groups"], json!(["lone_parent"]));
        let of_children: Vec<&Value> =
            shown["children"].as_array().expect("children").iter().map(|child| &child["target_groups"]).collect();
        assert_eq!(of_children, [&json!([]), &json!(["send_child"]), &json!([])]);
        let parents = family.parent.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        assert_eq!(parents["children"][1]["target_groups"], Value::Null);

        // The child moves, and what is stated of it with it.
        app.advance(TimeDelta::hours(1));
        let moves = format!("/api/v1/families/{}/children/{}/move", family.id, family.children[1]);
        world.staff.post(&moves, &json!({ "to_family_id": other.id })).expect(200);
        assert_eq!(groups(&family.children[1]), ["send_child"]);
        let there = format!("/api/v1/families/{}/groups", other.id);
        let review = json!({ "review_on": "2027-02-15" });
        world.staff.post(&format!("{there}/send_child/review"), &review).refused(422, "invalid_request");
        let review = merged(review, json!({ "child_id": family.children[1] }));
        world.staff.post(&format!("{there}/send_child/review"), &review).expect(200);
        let end = |query: &str| {
            world.staff.call(Method::DELETE, &format!("{there}/send_child{query}")).send()
        };
        end("").refused(422, "invalid_request");
        app.advance(TimeDelta::days(1));
        end(&format!("?child_id={}", family.children[1])).expect(200);
        let live = versions(app, &family.children[1]);
        assert_eq!(live.last().expect("a version").target_groups, "send_child:2026-11-16:2026-11-17");
    }

    fn a_child_that_is_born_keeps_its_groups_and_its_twin_has_none(app) {
        let world = World::new(app);
        let family = json!({ "carers": [{ "name": "Ada", "phone": "07700 900123" }],
            "children": [{ "name": "Baby", "due_on": "2026-11-20" }], "centre_id": world.centre });
        let made = world.staff.post("/api/v1/families", &family).expect(201);
        let child = id(&made["children"][0]);
        let path = format!("/api/v1/families/{}", id(&made));
        let state = json!({ "code": "send_child", "child_id": child });
        world.staff.post(&format!("{path}/groups"), &state).expect(201);
        app.advance(TimeDelta::days(3));
        let born = json!({ "babies": [
            { "name": "Leo", "born_on": "2026-11-18" }, { "name": "Lea", "born_on": "2026-11-18" }] });
        let born = world.staff.post(&format!("{path}/children/{child}/birth"), &born).expect(200);
        let of = |at: usize| versions(app, &id(&born["children"][at])).pop().expect("a version");
        let (first, twin) = (of(0), of(1));
        let (kept, new) = if first.child_id.as_str() == child { (first, twin) } else { (twin, first) };
        assert_eq!(kept.target_groups, "send_child:2026-11-16:");
        assert_eq!(new.target_groups, "");
    }

    fn a_referral_states_a_group_of_a_child_only_of_one_who_is_referred_alone(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2024-05-01", "2025-11-01"]);
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}/referrals");
        let visitor = world.professional("health");
        let groups = json!({ "target_groups": ["isolated", "send_child"] });
        let both = merged(referral(&family), groups.clone());
        let problem = visitor.post(&path, &both).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/target_groups/1");
        let said = visitor.post("/api/v1/families", &family.described).expect(201);
        let one = merged(both, json!({ "family": null, "statement_id": said["id"],
            "child_ids": [said["children"][1]["id"]] }));
        visitor.post(&path, &one).expect(201);
        let live = |child: &str| versions(app, child).pop().expect("a version").target_groups;
        assert_eq!(live(&family.children[0]), "isolated:2026-11-16:");
        assert_eq!(live(&family.children[1]), "isolated:2026-11-16: send_child:2026-11-16:");
    }

    fn a_new_group_says_whether_it_is_of_a_child_or_a_household(app) {
        let world = World::new(app);
        let family = json!({ "carers": [{ "name": "Ada", "phone": "07700 900123" }],
            "children": [{ "name": "Leo", "born_on": "2025-01-01" }], "centre_id": world.centre,
            "target_groups": ["send_child"] });
        let problem = world.staff.post("/api/v1/families", &family).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/target_groups");
        let of_household = merged(family, json!({ "target_groups": ["eal"] }));
        world.staff.post("/api/v1/families", &of_household).expect(201);

        let manager = app.as_role(Role::Manager);
        let add = |body: Value| manager.post("/api/v1/target-groups", &body);
        let plain = json!({ "code": "bereaved", "label": "Bereaved" });
        assert_eq!(add(plain).expect(201)["stated_of"], "household");
        let child = json!({ "code": "tube_fed", "label": "Tube fed", "stated_of": "child" });
        assert_eq!(add(child).expect(201)["stated_of"], "child");
        let by_age = json!({ "code": "ones", "label": "Ones", "from_months": 12, "until_months": 24 });
        assert_eq!(add(by_age.clone()).expect(201)["stated_of"], "child");
        let wrong = json!({ "code": "twos", "stated_of": "household" });
        add(merged(by_age, wrong)).refused(422, "invalid_request");
        let all = world.staff.get("/api/v1/target-groups").expect(200);
        let of_a_child: Vec<&str> = all["items"].as_array().expect("groups").iter()
            .filter(|group| group["stated_of"] == "child")
            .map(|group| group["code"].as_str().expect("a code")).collect();
        assert_eq!(of_a_child,
            ["cin_plan", "cp_plan", "eligible_two", "looked_after", "ones", "send_child", "tube_fed"]);
    }

    fn a_group_of_a_child_gives_priority_to_a_party_that_brings_it(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2024-05-01", "2025-11-01"]);
        let path = format!("/api/v1/families/{}/groups", family.id);
        let state = json!({ "code": "looked_after", "child_id": family.children[0] });
        world.staff.post(&path, &state).expect(201);
        let book = |at: usize| {
            let session = world.session(json!({}));
            let body = json!({ "family_id": family.id, "child_ids": [family.children[at]], "adults": 1,
                "reason": "asked at the desk" });
            let path = format!("/api/v1/sessions/{session}/bookings");
            world.staff.post(&path, &body).expect(201)["tier"].clone()
        };
        assert_eq!(book(0), "target_group");
        app.advance(TimeDelta::minutes(1));
        let other = world.family_of("Bea", &["2024-05-01", "2025-11-01"]);
        let path = format!("/api/v1/families/{}/groups", other.id);
        let state = json!({ "code": "looked_after", "child_id": other.children[0] });
        world.staff.post(&path, &state).expect(201);
        let session = world.session(json!({}));
        let body = json!({ "family_id": other.id, "child_ids": [other.children[1]], "adults": 1 });
        let booked = world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body);
        assert_eq!(booked.expect(201)["tier"], "everyone");
    }

    /// The control of the auditor.
    fn the_auditor_finds_a_group_of_a_child_stated_of_a_household(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = format!("/api/v1/families/{}/groups", family.id);
        let state = json!({ "code": "send_child", "child_id": family.children[0] });
        world.staff.post(&path, &state).expect(201);
        app.is_sound();
        write(app, |tx: &mut Tx| {
            diesel::update(family_groups::table)
                .set(family_groups::group_code.eq("eal"))
                .execute(tx.conn())?;
            Ok(())
        });
        app.expect_broken(&["names a child", "in its history"]);
    }
}
