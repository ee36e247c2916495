//! Lists to work from: settings without support, children whom the centre has not met, two-year-olds
//! without their funded place.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::Tx;
use firstplace::db::schema::audit;
use serde_json::{Value, json};

use crate::api::contacts::{CONTACTS, partner, visit};
use crate::support::app::{TestApp, both};
use crate::support::people::Person;
use crate::support::world::{World, id, referral};

/// How often a list with this family on it was read, by the log.
fn logged(app: &TestApp, family: &str) -> usize {
    let named = format!("%{family}%");
    let count = move |tx: &mut Tx| {
        let found: Vec<String> = audit::table
            .filter(audit::act.eq("list_to_follow_up"))
            .filter(audit::detail.like(&named))
            .select(audit::id)
            .load(tx.conn())?;
        Ok(found.len())
    };
    app.store.read(Actor::service(), count).expect("the log is read")
}

both! {
    fn settings_without_support_are_reported_until_a_centre_supports_them(app) {
        let world = World::new(app);
        let nursery = partner(&world, "Happy Days Nursery", "early_years");
        let school = partner(&world, "Partington Primary", "early_years");
        let health = partner(&world, "Trafford health visitors", "health");
        let family = world.family_of("Ada", &["2022-11-01"]);
        let place = json!({ "kind": "early_learning", "partner_id": nursery, "place": "funded" });
        world.staff.post(CONTACTS, &visit(&family, place)).expect(201);
        let report = |query: &str| {
            let path = format!("/api/v1/reports/unsupported-settings?{query}");
            let report = world.staff.get(&path).expect(200);
            let items = report["without_support"].as_array().expect("settings").clone();
            items.iter().map(|one| one["setting"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(report(""), ["Happy Days Nursery", "Partington Primary"]);
        let path = "/api/v1/reports/unsupported-settings";
        assert_eq!(world.staff.get(path).expect(200)["without_support"][0]["children"], 1);

        let support = |partner: &str, day: &str| {
            json!({ "partner_id": partner, "kind": "case_meeting", "on_day": day })
        };
        let post = |body: Value| world.staff.post("/api/v1/setting-supports", &body);
        post(support(&health, "2026-11-16")).refused(422, "invalid_request");
        post(support(&nursery, "2026-11-17")).refused(422, "invalid_request");
        // Twelve months as at 16 November began on 17 November.
        post(support(&nursery, "2025-11-17")).expect(201);
        post(support(&school, "2025-11-16")).expect(201);
        assert_eq!(report(""), ["Partington Primary"]);
        assert_eq!(report("months=13"), Vec::<String>::new());
        let table = world.staff.get(&format!("{path}?format=csv")).text;
        assert!(table.ends_with("2025-11-17,Partington Primary,2025-11-16,0\n"), "{table}");

        let given = world.staff.get("/api/v1/setting-supports").expect(200);
        assert_eq!(given["items"].as_array().map(Vec::len), Some(2));
        let take_back = format!("/api/v1/setting-supports/{}/withdraw", id(&given["items"][0]));
        world.staff.post(&take_back, &json!({})).expect(200);
        world.staff.post(&take_back, &json!({})).refused(409, "no_longer_open");
        assert_eq!(report("").len(), 2);
        let sale = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let at = Person { centre: Some(&sale), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        assert_eq!(other.get("/api/v1/setting-supports").expect(200)["items"], json!([]));
        other.post(&take_back, &json!({})).refused(404, "not_found");
    }

    fn one_year_olds_and_referred_children_are_listed_until_they_are_met(app) {
        let world = World::new(app);
        let path = "/api/v1/reports/children-not-met";
        let one = world.family_of("Ada", &["2025-11-16", "2025-11-17", "2024-11-16"]);
        let three = world.family_of("Bea", &["2023-11-01"]);
        let not_met = |query: &str| {
            let list = world.staff.get(&format!("{path}?{query}")).expect(200);
            let items = list["items"].as_array().expect("items").clone();
            items.iter().map(|item| (item["child_id"].clone(), item["why"].clone())).collect::<Vec<_>>()
        };
        let first = (json!(one.children[0]), json!(["one_year_old"]));
        assert_eq!(not_met(""), [first], "from the first birthday to the day before the second");

        let visitor = world.professional("health");
        let session = world.session(json!({}));
        let refer = format!("/api/v1/sessions/{session}/referrals");
        visitor.post(&refer, &referral(&three)).expect(201);
        assert_eq!(not_met("").len(), 2);
        let child = json!({ "child_ids": [one.children[0]] });
        world.staff.post(CONTACTS, &visit(&one, child)).expect(201);
        let found = not_met("");
        assert_eq!(found, [(json!(three.children[0]), json!(["referred"]))]);
        let table = world.staff.get(&format!("{path}?format=csv")).text;
        assert_eq!(table.lines().count(), 2, "{table}");
        let adults = json!({ "child_ids": [], "adults": 1 });
        world.staff.post(CONTACTS, &visit(&three, adults)).expect(201);
        assert_eq!(not_met("").len(), 0, "its adults were met");
        app.as_role(Role::Professional).get(path).refused(403, "not_allowed");
        world.staff.get(&format!("{path}?months=0")).refused(422, "invalid_request");
    }

    fn an_eligible_two_year_old_is_followed_up_until_it_has_its_place(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2024-11-16", "2022-11-01"]);
        world.family_of("Bea", &["2024-05-01"]);
        let path = "/api/v1/reports/two-year-olds";
        assert_eq!(world.staff.get(path).expect(200)["eligible"], 0);
        let group = format!("/api/v1/families/{}/groups", family.id);
        let eligible = json!({ "code": "eligible_two", "child_id": family.children[0] });
        world.staff.post(&group, &eligible).expect(201);
        let report = world.staff.get(path).expect(200);
        assert_eq!(report["eligible"], 1);
        assert_eq!(report["children"][0]["child_id"], family.children[0].as_str());
        assert_eq!(report["children"][0]["early_learning"], "nowhere");

        let nursery = partner(&world, "Happy Days Nursery", "early_years");
        let place = |place: &str| visit(&family, json!({
            "kind": "early_learning", "partner_id": nursery, "place": place,
            "child_ids": [family.children[0]],
        }));
        world.staff.post(CONTACTS, &place("paid")).expect(201);
        let table = world.staff.get(&format!("{path}?format=csv")).text;
        assert!(table.contains(",24,paid,Ada,,"), "{table}");
        let funded = world.staff.post(CONTACTS, &place("funded_two")).expect(201);
        let report = world.staff.get(path).expect(200);
        assert_eq!((&report["in_a_place"], &report["to_follow_up"]), (&json!(1), &json!(0)));
        // The place ends: the day after, the child is on the list again.
        let ended = format!("{CONTACTS}/{}", id(&funded["items"][0]));
        world.staff.patch(&ended, &json!({ "until_day": "2026-11-16" })).expect(200);
        assert_eq!(world.staff.get(path).expect(200)["to_follow_up"], 0);
        app.advance(chrono::TimeDelta::days(1));
        assert_eq!(world.staff.get(path).expect(200)["to_follow_up"], 1);
    }

    fn a_restricted_familys_child_is_counted_and_not_listed(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2024-11-01", "2025-10-01"]);
        let group = format!("/api/v1/families/{}/groups", family.id);
        let eligible = json!({ "code": "eligible_two", "child_id": family.children[0] });
        world.staff.post(&group, &eligible).expect(201);
        let lists = || {
            let two = world.staff.get("/api/v1/reports/two-year-olds").expect(200);
            let not_met = world.staff.get("/api/v1/reports/children-not-met").expect(200);
            let count = |list: &Value| list.as_array().map(Vec::len);
            (two["to_follow_up"].clone(), count(&two["children"]), count(&not_met["items"]))
        };
        assert_eq!(lists(), (json!(1), Some(1), Some(1)), "the control");
        let path = format!("/api/v1/families/{}/restriction", family.id);
        let lead = app.as_role(Role::SafeguardingLead);
        let answer = lead.put(&path, &json!({ "restricted": true, "unsafe_address": false }));
        assert!(answer.status < 300, "{}", answer.text);
        assert_eq!(lists(), (json!(1), Some(0), Some(0)));
    }

    /// Names, ages and numbers for those who may open the file; a manager gets the figures.
    fn a_list_to_follow_up_says_whom_to_ring_to_those_who_may_open_the_file(app) {
        let world = World::new(app);
        let body = json!({
            "carers": [{ "name": "Amina Khan", "phone": "07700 900123", "no_voicemail": true },
                { "name": "Omar Khan", "phone": "07700 900124", "no_call": true }],
            "children": [{ "name": "Yusuf", "born_on": "2024-11-16" },
                { "name": "Sara", "born_on": "2025-11-01" }],
            "centre_id": world.centre,
        });
        let made = world.staff.post("/api/v1/families", &body).expect(201);
        let (family, children) = (id(&made), [id(&made["children"][0]), id(&made["children"][1])]);
        let eligible = json!({ "code": "eligible_two", "child_id": children[0] });
        world.staff.post(&format!("/api/v1/families/{family}/groups"), &eligible).expect(201);
        app.set_clock("2026-11-17T10:00:00Z");
        let lists = [
            ("/api/v1/reports/children-not-met?", "items", Some("Sara")),
            ("/api/v1/reports/two-year-olds?", "children", Some("Yusuf")),
            ("/api/v1/reports/no-contact/families?months=1", "items", None),
        ];
        let to_ring = json!({
            "carers": [{ "name": "Amina Khan", "phone": "07700 900123", "no_voicemail": true },
                { "name": "Omar Khan", "no_voicemail": false }],
            "children": [{ "child_id": children[0], "name": "Yusuf", "age_months": 24 },
                { "child_id": children[1], "name": "Sara", "age_months": 12 }],
        });
        let manager = app.as_role(Role::Manager);
        for (path, list, name) in lists {
            if list == "items" && name.is_none() {
                app.set_clock("2027-01-17T10:00:00Z");
            }
            let shown = world.staff.get(path).expect(200)[list][0].clone();
            assert_eq!(shown["family_id"], family.as_str(), "{path}");
            let mut wanted = to_ring.clone();
            if name.is_none() {
                wanted["children"][0]["age_months"] = json!(26);
                wanted["children"][1]["age_months"] = json!(14);
            }
            assert_eq!(shown["to_ring"], wanted, "{path}");
            assert_eq!(shown["name"].as_str(), name, "{path}");
            let table = world.staff.get(&format!("{path}&format=csv"));
            assert_eq!(table.header("content-type"), Some("text/csv; charset=utf-8"), "{path}");
            let row = table.text.lines().nth(1).expect("a row");
            assert!(row.contains("Amina Khan; Omar Khan,07700 900123 (leave no message),Yusuf ("), "{row}");
            assert!(!table.text.contains("900124"), "who does not want to be rung");

            let figures = manager.get(path).expect(200)[list][0].clone();
            assert_eq!((&figures["family_id"], &figures["to_ring"], &figures["name"]),
                (&json!(family), &Value::Null, &Value::Null), "{path}");
            let table = manager.get(&format!("{path}&format=csv")).text;
            assert!(!table.contains("Amina") && !table.contains("Yusuf"), "{table}");
        }
        assert_eq!(logged(app, &family), 12, "as JSON and as a table, by staff and by the manager");
    }
}
