//! Returns: frozen, sent, found again whole, and compared with what is known now.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::areas::import;
use firstplace::areas::import::service::Import;
use firstplace::db::Tx;
use firstplace::db::schema::returns;
use firstplace::reports::returns::service::verify;
use firstplace::reports::returns::sha256;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::trafford::{DEPRIVATION, POPULATION, POSTCODES};
use crate::support::world::{Family, World, id};

/// A centre in Partington with its area, and families who live there.
pub struct Borough<'a> {
    pub world: World<'a>,
    pub manager: Client,
    pub families: Vec<Family>,
}

impl<'a> Borough<'a> {
    /// With so many families of one child of a year.
    pub fn new(app: &'a TestApp, families: usize) -> Self {
        let import = |bytes: &[u8], file_name: &str| Import {
            bytes: bytes.to_vec(),
            file_name: file_name.to_owned(),
            vintage: None,
            year: None,
            table: None,
        };
        let quiet = &mut |_, _| {};
        import::service::postcodes(&app.store, &import(POSTCODES, "postcodes.csv"), quiet)
            .expect("postcodes");
        import::service::deprivation(&app.store, &import(DEPRIVATION, "iod2025.csv"), quiet)
            .expect("deprivation");
        import::service::population(&app.store, &import(POPULATION, "trafford.csv"), quiet)
            .expect("population");
        let world = World::new(app);
        let area = json!({ "vintage": "2021", "lsoas": ["E01006104", "E01006105"] });
        let path = format!("/api/v1/centres/{}/reach-area", world.centre);
        world.admin.put(&path, &area).expect(200);
        let families = (0..families).map(|number| family(&world, number)).collect();
        Self { manager: app.as_role(Role::Manager), world, families }
    }

    /// A contact of the family's child on a day, one to one.
    pub fn met(&self, number: usize, on_day: &str) -> String {
        let family = &self.families[number];
        let body = json!({
            "kind": "one_to_one",
            "on_day": on_day,
            "family_id": family.id,
            "child_ids": family.children,
            "centre_id": self.world.centre,
        });
        let made = self.world.staff.post("/api/v1/contacts", &body).expect(201);
        let first = made["items"].as_array().map_or(&made, |items| &items[0]);
        id(first)
    }

    pub fn freeze(&self, changed: Value) -> Value {
        let mut body = json!({ "centre_id": self.world.centre });
        for (name, value) in changed.as_object().expect("an object") {
            body[name] = value.clone();
        }
        self.manager.post("/api/v1/reports/returns", &body).expect(201)
    }
}

fn family(world: &World, number: usize) -> Family {
    let name = format!("Family {number}");
    let body = json!({
        "carers": [{ "name": name, "email": format!("family{number}@example.org") }],
        "children": [{ "name": name, "born_on": "2025-06-01" }],
        "postcode": if number.is_multiple_of(2) { "M31 4DJ" } else { "M31 4FX" },
        "centre_id": world.centre,
    });
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let ids = made["children"].as_array().expect("children").iter().map(id).collect();
    let family = id(&made);
    let carer = made["carers"][0]["id"].as_str();
    let person = Person { family: Some(&family), carer, ..Person::default() };
    let parent = world.app.sign_in(Role::Parent, &person);
    Family { id: family, described: Value::Null, children: ids, parent }
}

fn path(frozen: &Value, rest: &str) -> String {
    format!("/api/v1/reports/returns/{}{rest}", id(frozen))
}

both! {
    fn a_return_stays_what_was_sent_and_its_hash_is_the_files(app) {
        let borough = Borough::new(app, 3);
        borough.met(0, "2026-11-10");
        let frozen = borough.freeze(json!({ "by": ["area"] }));

        let file = borough.manager.get(&path(&frozen, "?format=json"));
        assert_eq!(file.status, 200);
        assert_eq!(json!(sha256(&file.text)), frozen["sha256"]);
        let shown = borough.manager.get(&path(&frozen, "")).expect(200);
        assert_eq!(shown["report"]["whole"]["members"]["n"], 3);
        assert_eq!(shown["report"]["whole"]["seen"]["n"], 1);

        borough.met(1, "2026-11-11");
        let later = borough.manager.get(&path(&frozen, "?format=json"));
        assert_eq!(later.bytes, file.bytes, "what is learnt later does not change it");
        for (format, kind, begins) in [
            ("csv", "text/csv", "\u{feff}section,key,".as_bytes()),
            ("xlsx", "application/vnd.openxml", b"PK"),
            ("pdf", "application/pdf", b"%PDF"),
        ] {
            let file = borough.manager.get(&path(&frozen, &format!("?format={format}")));
            assert_eq!(file.status, 200, "{}", file.text);
            assert!(file.header("content-type").is_some_and(|found| found.starts_with(kind)));
            assert!(file.bytes.starts_with(begins), "{format}");
        }
        borough.manager.get(&path(&frozen, "?format=docx")).expect(422);
    }

    fn a_return_is_sent_to_several_and_listed_newest_first(app) {
        let borough = Borough::new(app, 1);
        let first = borough.freeze(json!({}));
        let second = borough.freeze(json!({ "as_at": "2026-10-31" }));
        let send = |to: &str, on: Value| {
            let body = json!({ "to": to, "on": on });
            borough.manager.post(&path(&first, "/sent"), &body)
        };
        send("Commissioner", json!("2026-11-15")).expect(201);
        send("Health board", Value::Null).expect(201);
        send("Nobody", json!("2026-11-17")).expect(422);

        let listed = borough.manager.get("/api/v1/reports/returns").expect(200);
        let ids: Vec<&Value> =
            listed["items"].as_array().expect("items").iter().map(|one| &one["id"]).collect();
        assert_eq!(ids, [&second["id"], &first["id"]]);
        let sent = &listed["items"][1]["sent"];
        assert_eq!(sent[0]["to"], "Commissioner");
        assert_eq!((&sent[1]["to"], &sent[1]["on"]), (&json!("Health board"), &json!("2026-11-16")));
        let page = borough.manager.get("/api/v1/reports/returns?limit=1").expect(200);
        assert_eq!(page["items"][0]["id"], second["id"]);
        let next = page["next"].as_str().expect("a next page");
        let rest = borough.manager.get(&format!("/api/v1/reports/returns?after={next}")).expect(200);
        assert_eq!(rest["items"][0]["id"], first["id"]);
    }

    fn a_return_made_again_says_what_changed_and_why(app) {
        let borough = Borough::new(app, 3);
        let kept = borough.met(0, "2026-11-10");
        let frozen = borough.freeze(json!({}));
        let same = borough.manager.get(&path(&frozen, "/compare")).expect(200);
        assert_eq!(same["changes"], json!([]));
        assert_eq!(same["since"]["contacts_recorded"], 0);

        app.advance(chrono::TimeDelta::days(2));
        borough.met(1, "2026-11-12");
        borough.met(2, "2026-11-13");
        let path_of_kept = format!("/api/v1/contacts/{kept}/withdraw");
        let wrong = json!({ "reason": "written down for the wrong child" });
        borough.world.staff.post(&path_of_kept, &wrong).expect(200);

        let changed = borough.manager.get(&path(&frozen, "/compare")).expect(200);
        let since = &changed["since"];
        assert_eq!((&since["contacts_recorded"], &since["contacts_withdrawn"]), (&json!(2), &json!(1)));
        let changes = changed["changes"].as_array().expect("changes");
        let seen = changes
            .iter()
            .find(|one| one["section"] == "whole" && one["measure"] == "seen")
            .unwrap_or_else(|| panic!("seen is another: {changed}"));
        assert_eq!((&seen["sent"]["n"], &seen["now"]["n"]), (&json!(1), &json!(2)));
        assert_eq!(seen["because"], "known_since");
    }

    fn other_settings_are_told_apart_from_late_knowledge(app) {
        let borough = Borough::new(app, 2);
        // The records cover the window: else nothing is said of a gap.
        borough.met(0, "2025-11-10");
        let frozen = borough.freeze(json!({}));
        let settings = borough.manager.get("/api/v1/reach-settings");
        let etag = settings.header("etag").expect("a version").to_owned();
        let change = borough.manager.call(ureq::http::Method::PATCH, "/api/v1/reach-settings");
        change.if_match(&etag).json(&json!({ "target_percent": 80 })).send().expect(200);

        let changed = borough.manager.get(&path(&frozen, "/compare")).expect(200);
        let changes = changed["changes"].as_array().expect("changes");
        assert!(!changes.is_empty(), "{changed}");
        assert!(changes.iter().all(|one| one["because"] == "settings"), "{changed}");
        assert!(changes.iter().any(|one| one["measure"] == "gap"), "{changed}");
        assert_eq!(changed["settings"][0]["label"], "Target");
    }

    fn a_return_that_was_tampered_with_is_not_given_out(app) {
        let borough = Borough::new(app, 1);
        let frozen = borough.freeze(json!({}));
        assert_eq!(verify(&app.store).expect("it is read"), Vec::<String>::new());
        let id = id(&frozen);
        let tamper = move |tx: &mut Tx| {
            diesel::update(returns::table.find(&id))
                .set(returns::report.eq("{}"))
                .execute(tx.conn())?;
            Ok(())
        };
        app.store.write(Actor::service(), tamper).expect("the control: a row is changed by hand");
        borough.manager.get(&path(&frozen, "")).expect(500);
        let said = verify(&app.store).expect("it is read");
        assert!(said.len() == 1 && said[0].contains("another hash"), "{said:?}");
        app.expect_broken(&["another hash"]);
    }

    fn the_quarterly_return_has_the_quarters_of_the_financial_year(app) {
        let borough = Borough::new(app, 3);
        borough.met(0, "2026-05-12");
        borough.met(0, "2026-08-12");
        borough.met(1, "2026-08-13");
        let frozen = borough.freeze(json!({ "preset": "quarterly" }));
        assert_eq!(frozen["as_at"], "2026-09-30", "the last that is over");
        let shown = borough.manager.get(&path(&frozen, "")).expect(200);
        let quarterly = &shown["quarterly"];
        assert_eq!(quarterly["quarters"], json!(["Q1 2026-27", "Q2 2026-27"]));
        let row = |key: &str| {
            let rows = quarterly["rows"].as_array().expect("rows");
            let row = rows.iter().find(|row| row["key"] == key);
            let row = row.unwrap_or_else(|| panic!("no row {key}: {quarterly}"));
            (row["cells"][0]["n"].clone(), row["cells"][1]["n"].clone())
        };
        assert_eq!(row("seen"), (json!(1), json!(2)));
        assert_eq!(row("seen_new"), (json!(1), json!(1)));
        assert_eq!(row("seen_existing"), (json!(0), json!(1)));
        assert_eq!(row("population"), (json!(266), json!(266)));
        assert_eq!(borough.manager.get(&path(&frozen, "?format=pdf")).status, 200);
        let wrong = json!({ "preset": "quarterly", "as_at": "2026-10-31" });
        borough.manager.post("/api/v1/reports/returns", &wrong).expect(422);
    }
}
