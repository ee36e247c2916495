//! Whether most of those who come are in a target group: by session, activity and centre, as
//! known at a moment, with what is not known said.

use firstplace::access::Role;
use firstplace::areas::import::{self, service::Import};
use firstplace::areas::report::AreaImportReport;
use firstplace::base::fault::Fault;
use firstplace::db::Store;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::registers::{mark, takes};
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::trafford::{DEPRIVATION, POSTCODES};
use crate::support::world::{Family, World, id};

type Importer =
    fn(&Store, &Import, &mut dyn FnMut(usize, usize)) -> Result<AreaImportReport, Fault>;

const DAY: &str = "2026-11-23";

/// A family of which everything was asked.
pub fn asked(world: &World, name: &str) -> Family {
    let family = world.family(name);
    for child in &family.children {
        let answer =
            json!({ "subject_id": child, "question": "ethnicity", "value": "white_british" });
        world.staff.put(&format!("/api/v1/families/{}/answers", family.id), &answer).expect(200);
    }
    family
}

fn state(world: &World, family: &Family, code: &str) {
    let path = format!("/api/v1/families/{}/groups", family.id);
    world.staff.post(&path, &json!({ "code": code })).expect(201);
}

/// The family came to the session, and its register says so; by which mark.
fn comes(world: &World, family: &Family, session: &str) -> String {
    let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
    let client = format!("came-{}", family.id);
    let number = &shown["membership"]["number"];
    takes(&world.staff, session, json!([mark(&client, json!({ "membership_number": number }))]));
    client
}

fn report(world: &World, query: &str) -> Value {
    let path = format!("/api/v1/reports/balance?from={DAY}&to={DAY}{query}");
    world.staff.get(&path).expect(200)
}

/// How many are in a target group, are in none, or are not known of.
#[derive(Debug, PartialEq)]
pub struct Split {
    pub target: u64,
    pub not_target: u64,
    pub unknown: u64,
}

/// The split of a line, whether it tells counts or cells.
pub fn split(line: &Value) -> Split {
    let count = |of: &str| line[of]["n"].as_u64().or(line[of].as_u64()).expect("a count");
    Split { target: count("target"), not_target: count("not_target"), unknown: count("unknown") }
}

both! {
    /// domain.md, section 8.
    fn twelve_children_six_target_four_not_two_unknown_are_half_of_all(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T11:30:00Z");
        for number in 0..6 {
            let family = asked(&world, &format!("Target {number}"));
            state(&world, &family, "lone_parent");
            comes(&world, &family, &session);
        }
        for number in 0..4 {
            let family = asked(&world, &format!("Other {number}"));
            comes(&world, &family, &session);
        }
        for number in 0..2 {
            // Nobody asked: it may well be in a group.
            let family = world.family(&format!("Silent {number}"));
            comes(&world, &family, &session);
        }

        let shown = report(&world, "&by=session,activity,centre");
        let whole = &shown["whole"];
        assert_eq!(split(whole), Split { target: 6, not_target: 4, unknown: 2 });
        assert_eq!(whole["percent_of_known"]["percent"], "60.0");
        assert_eq!(whole["percent_of_known"]["words"], "majority");
        assert_eq!(whole["percent_of_all"]["percent"], "50.0");
        assert_eq!(whole["percent_of_all"]["words"], "half");
        assert_eq!(whole["claim"], "half");
        for (table, key) in [(0, &session), (1, &world.activity), (2, &world.centre)] {
            let lines = shown["tables"][table]["lines"].as_array().expect("lines");
            assert_eq!(lines.len(), 1);
            assert_eq!(lines[0]["key"], key.as_str());
            assert_eq!(split(&lines[0]), Split { target: 6, not_target: 4, unknown: 2 });
        }
        let label = &shown["tables"][0]["lines"][0]["label"];
        assert_eq!(label, "Stay and Play, 23 November 2026");

        let path = format!("/api/v1/reports/balance?from={DAY}&to={DAY}&format=csv");
        let table = world.staff.get(&path).text;
        let line = format!("{DAY},{DAY},all,,All,6,4,2,60.0,majority,50.0,half,half");
        assert_eq!(table.lines().nth(1), Some(line.as_str()));
    }

    fn a_guest_is_unknown_and_a_group_counts_only_where_its_switch_says_so(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T11:30:00Z");
        let one = asked(&world, "One");
        state(&world, &one, "armed_forces");
        comes(&world, &one, &session);
        assert_eq!(split(&report(&world, "")["whole"]), Split { target: 1, not_target: 0, unknown: 0 });
        assert_eq!(report(&world, "")["whole"]["claim"], "majority");

        let manager = app.as_role(Role::Manager);
        let off = json!({ "counts_for_reach": false });
        manager.patch("/api/v1/target-groups/armed_forces", &off).expect(200);
        assert_eq!(split(&report(&world, "")["whole"]), Split { target: 0, not_target: 1, unknown: 0 });
    }

    fn a_report_as_known_earlier_gives_the_figures_of_then(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T11:30:00Z");
        let (one, two) = (asked(&world, "One"), asked(&world, "Two"));
        comes(&world, &one, &session);
        let wrong = comes(&world, &two, &session);

        app.set_clock("2026-11-25T09:00:00Z");
        state(&world, &one, "lone_parent");
        let right = json!({ "family_id": two.id, "mark": "did_not_come", "corrects": wrong });
        takes(&world.staff, &session, json!([mark("right", right)]));
        let late = asked(&world, "Late");
        comes(&world, &late, &session);

        let then = report(&world, "&known_at=2026-11-24T00:00:00Z");
        assert_eq!(split(&then["whole"]), Split { target: 0, not_target: 2, unknown: 0 });
        let now = report(&world, "");
        assert_eq!(split(&now["whole"]), Split { target: 0, not_target: 2, unknown: 0 }, "stated after the day of the session");
        world.staff.get("/api/v1/reports/balance?known_at=2030-01-01T00:00:00Z")
            .refused(422, "invalid_request");
    }

    fn whoever_is_only_counted_or_a_guest_is_unknown(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let guest = json!({ "children": [{ "name": "Zo", "born_on": "2025-05-01" }] });
        let at = "2026-11-23T10:00:00Z";
        let heads = |children: u32| json!({ "adults": 2, "children": children });
        takes(&world.staff, &session, json!([
            { "client_id": "one", "at": at, "head_count": heads(3) },
            { "client_id": "two", "at": at, "head_count": heads(1) },
            { "client_id": "three", "at": at, "walk_in": { "guest": guest }, "mark": "came" },
        ]));
        assert_eq!(split(&report(&world, "&by=session")["whole"]), Split { target: 0, not_target: 0, unknown: 5 });
        app.set_clock("2026-11-23T12:00:00Z");
        takes(&world.staff, &session, json!([
            { "client_id": "four", "at": at, "head_count": heads(2), "corrects": "one" },
        ]));
        let shown = report(&world, "&by=session");
        assert_eq!(split(&shown["whole"]), Split { target: 0, not_target: 0, unknown: 4 });
        assert_eq!(split(&shown["tables"][0]["lines"][0]), Split { target: 0, not_target: 0, unknown: 4 });
        let then = report(&world, "&known_at=2026-11-23T11:00:00Z");
        assert_eq!(split(&then["whole"]), Split { target: 0, not_target: 0, unknown: 5 });
    }

    fn in_a_session_for_adults_the_adults_are_counted(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Back to work", "adults_only": true }));
        let session = world.session(json!({ "activity_id": activity }));
        let (one, two) = (asked(&world, "One"), asked(&world, "Two"));
        state(&world, &one, "workless");
        let bookings = [(&one, 2), (&two, 1)].map(|(family, adults)| {
            let asks = family.asks(&session, json!({ "child_ids": [], "adults": adults }));
            id(&asks.expect(201))
        });
        app.set_clock("2026-11-23T11:30:00Z");
        for booking in &bookings {
            takes(&world.staff, &session, json!([mark(booking, json!({ "booking_id": booking }))]));
        }
        let whole = &report(&world, "")["whole"];
        assert_eq!(split(whole), Split { target: 2, not_target: 1, unknown: 0 });
        assert_eq!(whole["claim"], "majority");
    }

    fn a_deprived_area_is_a_target_group_and_a_known_one_is_none(app) {
        let world = World::new(app);
        for (importer, bytes, name) in [
            (import::service::postcodes as Importer, POSTCODES, "trafford_postcodes.csv"),
            (import::service::deprivation, DEPRIVATION, "iod2025_imd.csv"),
        ] {
            let asked = Import {
                bytes: bytes.to_vec(),
                file_name: name.to_owned(),
                vintage: None,
                year: None,
                table: None,
            };
            importer(&app.store, &asked, &mut |_, _| {}).expect("it is imported");
        }
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T11:30:00Z");
        for (name, postcode) in [("Poor", "M31 4FX"), ("Rich", "M33 4AW"), ("Middle", "M32 9HB")] {
            let family = asked(&world, name);
            let path = format!("/api/v1/families/{}", family.id);
            let etag = world.staff.get(&path).header("ETag").expect("an etag").to_owned();
            let moved = json!({ "postcode": postcode });
            world.staff.call(Method::PATCH, &path).if_match(&etag).json(&moved).send().expect(200);
            comes(&world, &family, &session);
        }
        // Asked, but where it lives is not known.
        comes(&world, &asked(&world, "Nowhere"), &session);
        assert_eq!(split(&report(&world, "")["whole"]), Split { target: 1, not_target: 2, unknown: 1 });
    }

    fn the_balance_is_for_the_centres_of_whoever_asks(app) {
        let world = World::new(app);
        let elsewhere = json!({ "name": "Elsewhere" });
        let other = world.admin.post("/api/v1/centres", &elsewhere).expect(201);
        let other = other["id"].as_str().expect("an id");
        let there = app.sign_in(Role::Staff, &Person { centre: Some(other), ..Person::default() });
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T11:30:00Z");
        comes(&world, &asked(&world, "One"), &session);
        assert_eq!(split(&report(&world, "")["whole"]), Split { target: 0, not_target: 1, unknown: 0 });
        let theirs = there.get("/api/v1/reports/balance").expect(200);
        assert_eq!(split(&theirs["whole"]), Split { target: 0, not_target: 0, unknown: 0 });
        assert_eq!(theirs["whole"]["claim"], "not_applicable");
        let path = format!("/api/v1/reports/balance?centre_id={}", world.centre);
        there.get(&path).refused(404, "not_found");
        app.as_role(Role::FrontDesk).get(&path).refused(403, "not_allowed");
        world.staff.get("/api/v1/reports/balance?by=area").refused(422, "invalid_request");
        let turned = "/api/v1/reports/balance?from=2026-11-02&to=2026-11-01";
        world.staff.get(turned).refused(422, "invalid_request");
    }
}
