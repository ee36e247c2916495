//! What is counted for whom: a group of a child, the balance without the area, what is evidenced,
//! the steps of the funnel, a household that expects a child; and what else the pack holds.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Role;
use firstplace::contacts::Kind;
use firstplace::db::Tx;
use firstplace::db::schema::memberships;
use serde_json::{Value, json};

use super::by_hand::{North, begin};
use super::stage::{CENTRES, SETTINGS, write};
use crate::api::contacts::{CONTACTS, visit};
use crate::api::reports::balance::{Split, split};
use crate::support::app::{TestApp, both};
use crate::support::people::Person;
use crate::support::world::{Family, id};

fn line<'a>(report: &'a Value, by: &str, key: &str) -> &'a Value {
    let tables = report["tables"].as_array().expect("tables");
    let table = tables.iter().find(|table| table["by"] == by).expect("a table");
    let lines = table["lines"].as_array().expect("lines");
    lines.iter().find(|line| line["key"] == key).expect("a line")
}

fn section<'a>(report: &'a Value, key: &str) -> &'a Value {
    let sections = report["sections"].as_array().expect("sections").iter();
    sections.into_iter().find(|section| section["key"] == key).expect("a section")
}

/// Each figure of a section: its key, how many, of how many.
fn rows(section: &Value) -> Vec<(String, Option<u64>, Option<u64>)> {
    let rows = section["rows"].as_array().expect("rows").iter();
    let row = |row: &Value| {
        let cell = &row["cell"];
        (row["key"].as_str().expect("a key").to_owned(), cell["n"].as_u64(), cell["of"].as_u64())
    };
    rows.map(row).collect()
}

/// Three children under five of one household, at a postcode: its id and theirs.
fn three(north: &North, name: &str, postcode: &str) -> (String, Vec<String>) {
    let child =
        |number: u32| json!({ "name": format!("{name} {number}"), "born_on": "2024-06-01" });
    let body = json!({ "carers": [{ "name": name, "phone": "07700 900123" }],
        "children": [child(1), child(2), child(3)], "postcode": postcode, "centre_id": CENTRES[0] });
    let made = north.staff.post("/api/v1/families", &body).expect(201);
    let children: Vec<String> =
        made["children"].as_array().expect("children").iter().map(id).collect();
    for child in &children {
        let answer =
            json!({ "subject_id": child, "question": "ethnicity", "value": "white_british" });
        north.staff.put(&format!("/api/v1/families/{}/answers", id(&made)), &answer).expect(200);
    }
    (id(&made), children)
}

fn place(north: &North, (family, child): (&str, &str), place: &str, setting: &str) {
    let of = Family {
        id: family.to_owned(),
        described: Value::Null,
        children: vec![child.to_owned()],
        parent: north.staff.clone(),
    };
    let body =
        visit(&of, json!({ "kind": "early_learning", "partner_id": setting, "place": place }));
    north.staff.post(CONTACTS, &body).expect(201);
}

/// The page as somebody of the north reads it.
fn opened(app: &TestApp, role: Role, path: &str) -> String {
    let centre = (role == Role::Staff).then_some(CENTRES[0]);
    let who = app.sign_in(role, &Person { centre, ..Person::default() });
    let page = who.open(path);
    assert_eq!(page.status, 200, "{path}");
    page.text
}

both! {
    fn a_group_of_one_child_counts_one_of_its_three_siblings(app) {
        let north = North::new(app);
        begin(&north);
        let (family, children) = three(&north, "Ada", "M1 1AD");
        for child in &children {
            north.met(&(family.clone(), child.clone()), Kind::Attendance, &["2026-11-16"]);
        }
        let groups = format!("/api/v1/families/{family}/groups");
        let state = json!({ "code": "send_child", "child_id": children[1] });
        north.staff.post(&groups, &state).expect(201);
        let report = north.report("&by=target_group");
        assert_eq!(report["whole"]["members"]["n"], 3);
        let send = line(&report, "target_group", "send_child");
        assert_eq!((&send["members"]["n"], &send["seen"]["n"]), (&json!(1), &json!(1)));
        assert_eq!(split(&report["balance"]), Split { target: 1, not_target: 2, unknown: 0 });
        let of_group = report["balance"]["groups"].as_array().expect("groups").iter()
            .find(|group| group["key"] == "send_child").expect("the group").clone();
        assert_eq!(of_group["cell"]["n"], 1);
        assert_eq!(of_group["cell"]["of"], 3);
        let path = format!("/api/v1/reports/reach/rows?centre_id={}&cell=target_group.send_child.members",
            CENTRES[0]);
        let behind = north.staff.get(&path).expect(200);
        assert_eq!(behind["items"][0]["child_id"], children[1].as_str());
        assert_eq!(behind["items"].as_array().map(Vec::len), Some(1));

        // The control: a group of the household is every child's.
        north.staff.post(&groups, &json!({ "code": "eal" })).expect(201);
        let report = north.report("&by=target_group");
        assert_eq!(line(&report, "target_group", "eal")["members"]["n"], 3);
        assert_eq!(split(&report["balance"]), Split { target: 3, not_target: 0, unknown: 0 });
        let alone = format!("/api/v1/reports/balance?centre_id={}&from=2026-11-16", CENTRES[0]);
        let alone = north.staff.get(&alone).expect(200);
        assert_eq!(split(&alone["whole"]), Split { target: 3, not_target: 0, unknown: 0 });
        let listed = north.staff.get("/api/v1/reports/no-contact").expect(200);
        let send = listed["groups"].as_array().expect("groups").iter()
            .find(|group| group["group"] == "send_child").expect("the group");
        assert_eq!(send["members"], 1, "one family");
    }

    fn where_everybody_lives_in_a_deprived_area_the_balance_is_told_without_it(app) {
        let north = North::new(app);
        begin(&north);
        let (family, children) = three(&north, "Ada", "M1 1AA");
        for child in &children {
            north.met(&(family.clone(), child.clone()), Kind::Attendance, &["2026-11-16"]);
        }
        let state = json!({ "code": "send_child", "child_id": children[0] });
        north.staff.post(&format!("/api/v1/families/{family}/groups"), &state).expect(201);
        let balance = &north.report("")["balance"];
        assert_eq!(split(balance), Split { target: 3, not_target: 0, unknown: 0 });
        assert_eq!(balance["claim"], "majority");
        assert_eq!(split(&balance["without_area"]), Split { target: 1, not_target: 2, unknown: 0 });
        assert_eq!(balance["without_area"]["claim"], "not_majority");
        let path = format!("/api/v1/reports/balance?centre_id={}&from=2026-11-16", CENTRES[0]);
        let alone = north.staff.get(&path).expect(200);
        assert_eq!(alone["without_area"], balance["without_area"]);
        assert_eq!(alone["groups"], balance["groups"]);
        let table = north.staff.get(&format!("{path}&format=csv")).text;
        let without = table.lines().find(|line| line.contains("without_area")).expect("a line");
        assert!(without.contains(",1,2,0,"), "{without}");
        assert!(table.contains(",group,deprived_area,Lives in a deprived area,3,"), "{table}");
        let page = opened(app, Role::Staff, &format!("/reach?centre_id={}", CENTRES[0]));
        assert!(page.contains("Without the area"));
    }

    fn what_is_not_evidenced_is_in_no_sum_and_support_is_of_the_setting_itself(app) {
        let north = North::new(app);
        begin(&north);
        let (family, child) = north.family("Ada", "2022-12-01", "M1 1AA");
        place(&north, (&family, &child), "funded", SETTINGS[1]);
        let measures = || {
            let whole = north.report("")["whole"].clone();
            ["sustained_universal", "not_yet_evidenced", "sustained"].map(|of| whole[of]["n"].as_u64())
        };
        assert_eq!(measures(), [Some(0), Some(1), Some(0)]);
        let unevidenced = north.report("")["whole"]["not_yet_evidenced"].clone();
        assert_eq!(unevidenced, json!({ "n": 1 }), "no share and no word");
        let gap = north.report("")["whole"]["gap"]["n"].clone();
        let support = |setting: &str| {
            let body = json!({ "partner_id": setting, "kind": "visit", "on_day": "2026-11-16" });
            north.staff.post("/api/v1/setting-supports", &body).expect(201);
        };
        support(SETTINGS[0]);
        assert_eq!(measures(), [Some(0), Some(1), Some(0)], "that was another setting");
        assert_eq!(north.report("")["whole"]["gap"]["n"], gap);
        support(SETTINGS[1]);
        assert_eq!(measures(), [Some(1), Some(0), Some(1)]);

        // A two-year-old in a funded place without support, and in another that parents pay for.
        let two = north.family("Bea", "2024-06-01", "M1 1AA");
        let eligible = json!({ "code": "eligible_two", "child_id": two.1 });
        north.staff.post(&format!("/api/v1/families/{}/groups", two.0), &eligible).expect(201);
        let third = json!({ "name": "Third nursery", "kind": "early_years" });
        let admin = app.as_role(Role::Administrator);
        let third = id(&admin.post("/api/v1/partners", &third).expect(201));
        place(&north, (&two.0, &two.1), "funded_two", &third);
        place(&north, (&two.0, &two.1), "paid", SETTINGS[0]);
        assert_eq!(measures(), [Some(1), Some(1), Some(1)]);
        support(&third);
        assert_eq!(measures(), [Some(2), Some(0), Some(2)]);
    }

    fn no_step_of_the_funnel_is_more_than_the_one_before_and_listed_families_stand_beside(app) {
        let north = North::new(app);
        begin(&north);
        let days = ["2026-03-02", "2026-04-02", "2026-05-02"];
        let member = north.family("Ada", "2025-06-01", "M1 1AA");
        north.met(&member, Kind::Attendance, &days);
        let listed = north.family("Bea", "2025-06-01", "M1 1AA");
        north.met(&listed, Kind::Attendance, &days);
        let at_school = north.family("Cas", "2022-12-01", "M1 1AA");
        place(&north, (&at_school.0, &at_school.1), "funded", SETTINGS[0]);
        let of = listed.0.clone();
        write(app, move |tx: &mut Tx| {
            tx.note_family(&of.as_str().into());
            diesel::update(memberships::table.filter(memberships::family_id.eq(&of)))
                .set((
                    memberships::status.eq("listed"),
                    memberships::joined_on.eq(None::<chrono::NaiveDate>),
                    memberships::listed_on.eq(chrono::NaiveDate::from_ymd_opt(2026, 11, 16)),
                    memberships::tell_by.eq(chrono::NaiveDate::from_ymd_opt(2026, 12, 16)),
                ))
                .execute(tx.conn())?;
            Ok(())
        });
        let report = north.report("");
        let (whole, members) = (&report["whole"], &report["members"]);
        assert_eq!((&whole["members"]["n"], &whole["listed"]["n"]), (&json!(2), &json!(1)));
        assert_eq!((&whole["seen"]["n"], &whole["sustained_direct"]["n"]), (&json!(2), &json!(2)));
        assert_eq!((&members["seen"]["n"], &members["sustained_direct"]["n"]), (&json!(1), &json!(1)));
        let steps = [&whole["resident"], &whole["members"], &members["seen"],
            &members["sustained_direct"]].map(|cell| cell["n"].as_u64().expect("a count"));
        assert!(steps.windows(2).all(|pair| pair[0] >= pair[1]), "{steps:?}");
        assert_eq!(whole["seen"]["n"], 2, "the control: of all, as many were seen as are members");
        let rows = format!("/api/v1/reports/reach/rows?centre_id={}&cell=members.seen", CENTRES[0]);
        let behind = north.staff.get(&rows).expect(200);
        assert_eq!(behind["items"][0]["child_id"], member.1.as_str());
        assert_eq!(behind["items"].as_array().map(Vec::len), Some(1));
        let page = opened(app, Role::Staff, &format!("/reach?centre_id={}", CENTRES[0]));
        assert!(page.contains("Of them sustained directly"));
    }

    fn a_household_expects_a_child_from_280_days_before_it_is_due(app) {
        let north = North::new(app);
        begin(&north);
        let (family, _) = north.family("Ada", "2024-06-01", "M1 1AD");
        let patch = json!({ "children": [{ "name": "Baby", "due_on": "2027-08-24" }] });
        let path = format!("/api/v1/families/{family}");
        let etag = north.staff.get(&path).header("ETag").expect("an etag").to_owned();
        let shown = north.staff.call(ureq::http::Method::PATCH, &path).if_match(&etag).json(&patch).send();
        shown.expect(200);
        let expectant = |as_at: &str| {
            let report = north.report(&format!("&by=target_group&as_at={as_at}"));
            line(&report, "target_group", "expectant")["members"]["n"].as_u64()
        };
        app.advance(TimeDelta::days(1));
        assert_eq!(expectant("2026-11-17"), Some(1), "280 days before");
        assert_eq!(expectant("2026-11-16"), Some(0));
        assert_eq!(north.report("&as_at=2026-11-16")["whole"]["members"]["n"], 1, "the control");
    }

    fn the_report_pack_holds_the_sections_beside_reach(app) {
        let north = North::new(app);
        begin(&north);
        let two = north.family("Ada", "2024-06-01", "M1 1AA");
        let other = north.family("Bea", "2024-05-01", "M1 1AB");
        for (family, child) in [&two, &other] {
            let eligible = json!({ "code": "eligible_two", "child_id": child });
            north.staff.post(&format!("/api/v1/families/{family}/groups"), &eligible).expect(201);
        }
        place(&north, (&two.0, &two.1), "funded_two", SETTINGS[0]);
        place(&north, (&other.0, &other.1), "paid", SETTINGS[0]);
        north.staff.post(&format!("/api/v1/families/{}/groups", two.0), &json!({ "code": "workless" })).expect(201);
        north.met(&two, Kind::Attendance, &["2026-03-02"]);
        let baseline = json!({ "rows": [
            { "month": "2026-10", "lsoa": "E01000001", "households": 4 },
            { "month": "2026-10", "lsoa": "E01000004", "households": 9 }] });
        north.staff.post("/api/v1/feeds/workless", &baseline).expect(200);
        let support = json!({ "partner_id": SETTINGS[0], "kind": "training", "on_day": "2026-11-16" });
        north.staff.post("/api/v1/setting-supports", &support).expect(201);

        let report = north.report("");
        let of = |key: &str| rows(section(&report, key));
        let row = |key: &str, n: u64, of: Option<u64>| (key.to_owned(), Some(n), of);
        assert_eq!(of("two_year_olds"), [row("eligible", 2, None), row("in_a_place", 1, Some(2)),
            row("to_follow_up", 1, Some(2)), row("paid", 1, Some(2))]);
        assert_eq!(of("workless"), [row("baseline", 4, None), row("known", 1, Some(4)),
            row("seen", 1, Some(4)), row("sustained", 0, Some(4))]);
        assert_eq!(of("supports")[..2], [row("settings", 2, None), row("supported", 1, Some(2))]);
        assert_eq!(of("supports")[3], row("training", 1, None));
        assert_eq!(of("registers")[0], row("held", 0, None));
        let headings = |report: &Value| {
            let sections = report["sections"].as_array().expect("sections").iter();
            sections.map(|one| one["heading"].as_str().expect("a heading").to_owned()).collect::<Vec<_>>()
        };
        let all = ["Two-year-old offer", "Workless baseline", "Support given", "Partners' cards",
            "Registers completed in time"];
        let staffs: Vec<&str> = all.into_iter().filter(|one| !one.contains("cards")).collect();
        assert_eq!(headings(&report), staffs, "what partners brought is the manager's");
        let path = "/api/v1/reports/reach?by=age_band";
        assert_eq!(headings(&north.manager.get(path).expect(200)), all);
        let table = north.manager.get(&format!("{path}&format=csv")).text;
        let page = opened(app, Role::Manager, "/reach?by=age_band");
        for heading in all {
            assert!(table.contains(heading), "{heading}");
            assert!(page.contains(&heading.replace('\'', "&#39;")) || page.contains(heading), "{heading}");
        }
        for format in ["xlsx", "pdf"] {
            assert_eq!(north.manager.get(&format!("{path}&format={format}")).status, 200);
        }
        let public = north.manager.get("/api/v1/reports/reach?profile=public").expect(200);
        assert_eq!(headings(&public), ["Support given", "Registers completed in time"]);
    }

    fn registers_and_partners_cards_in_the_pack_are_as_known_then(app) {
        let north = North::new(app);
        begin(&north);
        let admin = app.as_role(Role::Administrator);
        let agreed = json!({ "purpose": "membership", "items": ["child_name"],
            "basis": "UK GDPR Article 6(1)(e)", "first_day": "2026-11-01", "last_day": "2027-10-31",
            "cards_a_month": 10 });
        admin.post(&format!("/api/v1/partners/{}/agreements", SETTINGS[0]), &agreed).expect(201);
        let brought = |known: &str| {
            let path = format!("/api/v1/reports/reach?by=age_band&window_months=1{known}");
            rows(section(&north.manager.get(&path).expect(200), "partners"))
        };
        assert_eq!(brought(""), [(SETTINGS[0].to_owned(), Some(0), Some(10))]);
        let then = app.now();
        app.advance(TimeDelta::hours(1));
        write(app, |tx: &mut Tx| {
            use firstplace::db::schema::families;
            let now = tx.now();
            diesel::insert_into(families::table)
                .values((
                    families::id.eq("brought"),
                    families::postcode_reason.eq("not_asked"),
                    families::channel.eq("feed"),
                    families::partner_id.eq(SETTINGS[0]),
                    families::created_at.eq(now),
                ))
                .execute(tx.conn())?;
            Ok(())
        });
        assert_eq!(brought(""), [(SETTINGS[0].to_owned(), Some(1), Some(10))]);
        assert_eq!(brought(&format!("&known_at={then}"))[0].1, Some(0));
    }
}
