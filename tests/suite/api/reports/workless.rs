//! Workless households in sustained contact, of those that a jobcentre counts by month and area.

use firstplace::access::{Actor, Role};
use firstplace::areas::import;
use firstplace::areas::import::service::Import;
use firstplace::base::id::{CentreId, ChildId, FamilyId};
use firstplace::contacts::service::record;
use firstplace::contacts::{Contact, Kind};
use firstplace::db::Tx;
use firstplace::reports::workless::store::in_group;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::trafford::POSTCODES;
use crate::support::world::{World, id};

/// M31 4FL lies in it.
const HOME: &str = "E01006104";

fn borough(app: &TestApp, world: &World) {
    let asked = Import {
        bytes: POSTCODES.to_vec(),
        file_name: "trafford_postcodes.csv".to_owned(),
        vintage: None,
        year: None,
        table: None,
    };
    import::service::postcodes(&app.store, &asked, &mut |_, _| {}).expect("it is imported");
    let area = json!({ "vintage": "2021", "lsoas": [HOME, "E01006105"] });
    world.admin.put(&format!("/api/v1/centres/{}/reach-area", world.centre), &area).expect(200);
}

/// A family of two children, workless if so stated, met on these days.
fn family(world: &World, name: &str, postcode: &str, workless: bool, days: &[&str]) {
    let child =
        |number: u32| json!({ "name": format!("{name} {number}"), "born_on": "2024-05-01" });
    let body = json!({
        "carers": [{ "name": name, "email": format!("{}@example.org", name.to_lowercase()) }],
        "children": [child(1), child(2)],
        "postcode": postcode,
        "centre_id": world.centre,
    });
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let family = id(&made);
    if workless {
        let path = format!("/api/v1/families/{family}/groups");
        world.staff.post(&path, &json!({ "code": "workless" })).expect(201);
    }
    let contact = |day: &&str| Contact {
        centre_id: Some(CentreId::from(world.centre.as_str())),
        ..Contact::of_child(
            Kind::OneToOne,
            day.parse().expect("a day"),
            &FamilyId::from(family.as_str()),
            &ChildId::from(id(&made["children"][0]).as_str()),
        )
    };
    let all: Vec<Contact> = days.iter().map(contact).collect();
    let write = move |tx: &mut Tx| all.iter().try_for_each(|one| record(tx, one).map(drop));
    world.app.store.write(Actor::service(), write).expect("it is recorded");
}

fn baseline(world: &World, month: &str, households: i64) {
    let rows = json!({ "rows": [{ "month": month, "lsoa": HOME, "households": households }] });
    assert_eq!(world.staff.post("/api/v1/feeds/workless", &rows).expect(200)["taken"], 1);
}

fn report(world: &World) -> Value {
    world.staff.get("/api/v1/reports/workless").expect(200)
}

both! {
    fn a_group_whose_code_ends_alike_is_another_group(app) {
        let world = World::new(app);
        borough(app, &world);
        let group = json!({ "code": "formerly_workless", "label": "Formerly workless" });
        app.as_role(Role::Manager).post("/api/v1/target-groups", &group).expect(201);
        family(&world, "Once", "M31 4FL", false, &["2026-09-01"]);
        let found = world.staff.get("/api/v1/families?q=Once").expect(200);
        let path = format!("/api/v1/families/{}/groups", id(&found["items"][0]));
        world.staff.post(&path, &json!({ "code": "formerly_workless" })).expect(201);
        let in_it = |code: &'static str| {
            let read = move |tx: &mut Tx| {
                let now = tx.now();
                Ok(in_group(tx, code, now)?.len())
            };
            app.store.read(Actor::service(), read).expect("they are read")
        };
        assert_eq!((in_it("workless"), in_it("formerly_workless")), (0, 2));
    }

    fn workless_households_are_measured_against_the_jobcentres_count(app) {
        let world = World::new(app);
        borough(app, &world);
        let often = ["2025-11-01", "2026-09-01", "2026-10-01", "2026-11-02"];
        family(&world, "Often", "M31 4FL", true, &often);
        family(&world, "Twice", "M31 4FL", true, &["2026-09-01", "2026-10-01"]);
        family(&world, "Never", "M31 4FL", true, &[]);
        family(&world, "Working", "M31 4FL", false, &often);
        family(&world, "Away", "M33 4AW", true, &often);

        let without = report(&world);
        assert_eq!(without["baseline_month"], Value::Null);
        assert_eq!(without["whole"]["known"], json!({ "n": 3, "why_not": "not_available" }));

        baseline(&world, "2026-08", 9);
        baseline(&world, "2026-10", 8);
        baseline(&world, "2026-10", 10);
        let shown = report(&world);
        assert_eq!(shown["baseline_month"], "2026-10");
        let whole = &shown["whole"];
        assert_eq!(whole["baseline"]["n"], 10, "what is sent again replaces");
        assert_eq!((&whole["known"]["n"], &whole["known"]["percent"]), (&json!(3), &json!("30.0")));
        assert_eq!(whole["seen"]["n"], 2);
        assert_eq!(whole["sustained"]["n"], 1);
        assert_eq!(whole["sustained"]["percent"], "10.0");
        assert_eq!(whole["sustained"]["words"], "very small minority");
        let areas = shown["areas"].as_array().expect("areas");
        assert_eq!(areas.len(), 2);
        assert_eq!((&areas[0]["lsoa"], &areas[0]["sustained"]["n"]), (&json!(HOME), &json!(1)));
        assert_eq!(areas[1]["baseline"], json!({ "why_not": "not_available" }));
    }

    fn sustained_contact_is_not_claimed_before_the_records_cover_the_window(app) {
        let world = World::new(app);
        borough(app, &world);
        let days = ["2026-09-01", "2026-10-01", "2026-11-02"];
        family(&world, "Often", "M31 4FL", true, &days);
        baseline(&world, "2026-10", 10);
        let whole = &report(&world)["whole"];
        assert_eq!(whole["seen"]["n"], 1);
        assert_eq!(whole["sustained"], json!({ "why_not": "window_not_covered" }));
    }

    fn a_baseline_is_found_on_29_february_too(app) {
        app.set_clock("2028-02-29T10:00:00Z");
        let world = World::new(app);
        borough(app, &world);
        baseline(&world, "2028-01", 7);
        let shown = report(&world);
        assert_eq!((&shown["as_at"], &shown["baseline_month"]), (&json!("2028-02-29"), &json!("2028-01")));
    }

    fn a_baseline_is_a_partners_feed_and_checked_line_by_line(app) {
        let world = World::new(app);
        for (wrong, pointer) in [
            (json!({ "month": "2026-12", "lsoa": HOME, "households": 1 }), "/rows/0/month"),
            (json!({ "month": "2026-10", "lsoa": "Sale", "households": 1 }), "/rows/0/lsoa"),
            (json!({ "month": "2026-10", "lsoa": HOME, "households": -1 }), "/rows/0/households"),
        ] {
            let sent = json!({ "rows": [wrong] });
            let problem = world.staff.post("/api/v1/feeds/workless", &sent);
            let problem = problem.refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        let rows = json!({ "rows": [{ "month": "2026-10", "lsoa": HOME, "households": 4 }] });
        // No agreement covers it.
        let jobcentre = world.professional("jobcentre");
        jobcentre.post("/api/v1/feeds/workless", &rows).refused(409, "agreement_expired");
        baseline(&world, "2026-10", 4);
        let listed = world.staff.get("/api/v1/feeds/workless").expect(200);
        assert_eq!(listed["items"][0]["households"], 4);
        let nobody = app.as_role(Role::FrontDesk);
        nobody.get("/api/v1/reports/workless").refused(403, "not_allowed");
        world.staff.get("/api/v1/reports/workless?as_at=2026-11-17").refused(422, "invalid_request");
    }
}
