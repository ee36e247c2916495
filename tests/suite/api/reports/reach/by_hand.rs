//! The report by hand: a borough small enough to be counted on fingers; what it is refused for;
//! the children behind a figure; and a past date made again after everything that may change.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::base::id::{ContactId, FamilyId};
use firstplace::contacts::Kind;
use firstplace::db::Tx;
use firstplace::db::schema::{contacts, families, family_groups};
use firstplace::reach::service::history;
use serde_json::{Value, json};

use super::stage::{CENTRES, SETTINGS, ground, write};
use crate::support::app::{TestApp, at, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::id;

/// The staff of the north, and families of theirs.
pub struct North<'a> {
    app: &'a TestApp,
    pub staff: Client,
    pub manager: Client,
}

impl<'a> North<'a> {
    pub fn new(app: &'a TestApp) -> North<'a> {
        ground(app);
        let at_centre = Person { centre: Some(CENTRES[0]), ..Person::default() };
        let staff = app.sign_in(Role::Staff, &at_centre);
        North { app, staff, manager: app.as_role(Role::Manager) }
    }

    /// A member family with one child: `(family, child)`.
    pub fn family(&self, name: &str, born_on: &str, postcode: &str) -> (String, String) {
        let body = json!({
            "carers": [{ "name": name, "phone": "07700 900123" }],
            "children": [{ "name": format!("Baby {name}"), "born_on": born_on }],
            "postcode": postcode, "centre_id": CENTRES[0],
        });
        let made = self.staff.post("/api/v1/families", &body).expect(201);
        (id(&made), id(&made["children"][0]))
    }

    /// Meetings on these days, recorded now.
    pub fn met(
        &self,
        (family, child): &(String, String),
        kind: Kind,
        days: &[&str],
    ) -> Vec<String> {
        let recorded = self.app.now();
        let centre = (kind == Kind::Attendance).then_some(CENTRES[0]);
        let ids: Vec<String> = days.iter().map(|_| ContactId::new().to_string()).collect();
        let (family, child) = (family.clone(), child.clone());
        let rows: Vec<(String, chrono::NaiveDate)> =
            ids.iter().cloned().zip(days.iter().map(|day| day.parse().expect("a day"))).collect();
        write(self.app, move |tx: &mut Tx| {
            for (contact, day) in &rows {
                diesel::insert_into(contacts::table)
                    .values((
                        contacts::id.eq(contact),
                        contacts::kind.eq(kind),
                        contacts::on_day.eq(day),
                        contacts::family_id.eq(&family),
                        contacts::child_id.eq(&child),
                        contacts::adults.eq(0),
                        contacts::centre_id.eq(centre),
                        contacts::source.eq("hand"),
                        contacts::recorded_at.eq(recorded),
                    ))
                    .execute(tx.conn())?;
            }
            Ok(())
        });
        ids
    }

    pub fn report(&self, more: &str) -> Value {
        let path = format!("/api/v1/reports/reach?centre_id={}{more}", CENTRES[0]);
        self.staff.get(&path).expect(200)
    }
}

/// What the report by hand looks at of a line.
const MEASURES: [&str; 9] = [
    "members",
    "listed",
    "seen_here",
    "seen",
    "seen_new",
    "sustained_direct",
    "sustained_universal",
    "not_yet_evidenced",
    "sustained",
];

/// How many children each measure counts.
fn measures(line: &Value) -> BTreeMap<&'static str, Option<u64>> {
    MEASURES.into_iter().map(|name| (name, line[name]["n"].as_u64())).collect()
}

/// The measures that count somebody; each of the others is told, and counts nobody.
fn nobody_but(counted: &[(&'static str, u64)]) -> BTreeMap<&'static str, Option<u64>> {
    let mut all: BTreeMap<_, _> = MEASURES.into_iter().map(|name| (name, Some(0))).collect();
    for (name, count) in counted {
        assert_eq!(all.insert(name, Some(*count)), Some(Some(0)), "there is no measure {name}");
    }
    all
}

fn line<'a>(report: &'a Value, by: &str, key: &str) -> &'a Value {
    let tables = report["tables"].as_array().expect("tables");
    let table = tables.iter().find(|table| table["by"] == by).expect("a table");
    let lines = table["lines"].as_array().expect("lines");
    lines.iter().find(|line| line["key"] == key).expect("a line")
}

/// Long ago, so that the records cover the window.
pub fn begin(north: &North) {
    let first = north.family("First", "2018-01-01", "M1 1AA");
    north.met(&first, Kind::Attendance, &["2024-01-08"]);
}

both! {
    fn a_small_borough_is_counted_by_hand(app) {
        let north = North::new(app);
        begin(&north);
        // Under one, seen by the health visitor; one year old and met on three days; one year old
        // and met twice on one day and once on another; two households out of the area.
        let baby = north.family("Ada", "2026-06-01", "M1 1AA");
        north.met(&baby, Kind::HealthReview, &["2026-07-01"]);
        let one = north.family("Bea", "2025-06-01", "M1 1AA");
        north.met(&one, Kind::Attendance, &["2025-11-17", "2026-03-02", "2026-11-16"]);
        let two = north.family("Cas", "2025-06-01", "M1 1AB");
        north.met(&two, Kind::Attendance, &["2026-03-02", "2026-03-02", "2026-03-09"]);
        north.family("Dee", "2023-06-01", "M1 1AD");
        let far = north.family("Eve", "2024-06-01", "M9 9ZZ");
        north.met(&far, Kind::Attendance, &["2026-03-02"]);
        north.family("Fay", "2024-06-01", "M5 5XX");
        // The day before the window, and after it began.
        let before = north.family("Gus", "2023-06-01", "M1 1AD");
        north.met(&before, Kind::Attendance, &["2025-11-16", "2026-02-01"]);

        let report = north.report("&by=area,decile,age_band,target_group,centre");
        assert_eq!(report["settings"]["window_from"], "2025-11-17");
        assert_eq!(report["settings"]["covered"], true);
        assert_eq!(measures(&report["whole"]), nobody_but(&[
            ("members", 5), ("seen_here", 3), ("seen", 3), ("seen_new", 2),
            ("sustained_direct", 1), ("sustained_universal", 1), ("sustained", 2),
        ]));
        // 35 + 10 + 25 children live there.
        assert_eq!(report["whole"]["resident"]["n"], 70);
        assert_eq!(report["whole"]["members"],
            json!({ "n": 5, "of": 70, "percent": "7.1", "words": "very small minority" }));
        assert_eq!(report["whole"]["seen_new"],
            json!({ "n": 2, "of": 3, "percent": "66.7", "words": "large majority" }));
        assert_eq!(report["whole"]["gap"]["n"], 44, "65% of 70 are 45.5 children");
        assert_eq!(measures(line(&report, "area", "E01000001")), nobody_but(&[
            ("members", 2), ("seen_here", 1), ("seen", 1), ("seen_new", 1),
            ("sustained_direct", 1), ("sustained_universal", 1), ("sustained", 2),
        ]));
        assert_eq!(measures(line(&report, "area", "E01000003")), nobody_but(&[
            ("members", 2), ("seen_here", 1), ("seen", 1),
        ]));
        assert_eq!(measures(line(&report, "decile", "7")), nobody_but(&[
            ("members", 2), ("seen_here", 1), ("seen", 1),
        ]));
        assert_eq!(measures(line(&report, "age_band", "12-23")), nobody_but(&[
            ("members", 2), ("seen_here", 2), ("seen", 2), ("seen_new", 2),
            ("sustained_direct", 1), ("sustained", 1),
        ]));
        assert_eq!(line(&report, "age_band", "12-23")["resident"]["n"], 13);
        let deprived = line(&report, "target_group", "deprived_area");
        assert_eq!((&deprived["members"]["n"], &deprived["resident"]["n"]), (&json!(3), &json!(45)));
        let lone = line(&report, "target_group", "lone_parent");
        assert_eq!(lone["resident"]["why_not"], "not_available");
        assert_eq!(measures(line(&report, "centre", CENTRES[0])), measures(&report["whole"]));
        let outside = |key: &str| {
            let lines = report["outside"].as_array().expect("lines");
            let line = lines.iter().find(|line| line["key"] == key).expect("a bucket");
            (line["members"]["n"].as_u64(), line["seen"]["n"].as_u64())
        };
        assert_eq!(outside("out_of_area"), (Some(1), Some(1)));
        assert_eq!(outside("unknown"), (Some(1), Some(0)));

        let whole = north.manager.get("/api/v1/reports/reach?by=centre&trend=month").expect(200);
        assert_eq!(whole["whole"]["resident"]["n"], 101);
        assert_eq!(whole["trend"].as_array().map(Vec::len), Some(13));
        assert_eq!(whole["trend"][12]["line"], whole["whole"]);
    }

    fn nothing_is_claimed_of_a_window_that_the_records_do_not_cover(app) {
        let north = North::new(app);
        let one = north.family("Bea", "2025-06-01", "M1 1AA");
        let days = ["2026-03-02", "2026-04-01", "2026-05-01", "2026-06-01"];
        north.met(&one, Kind::Attendance, &days);
        let report = north.report("");
        assert_eq!(report["settings"]["data_begins"], "2026-03-02");
        assert_eq!(report["whole"]["sustained"], json!({ "why_not": "window_not_covered" }));
        assert_eq!(report["whole"]["seen"]["n"], 1);
        let shorter = north.report("&window_months=8");
        assert_eq!(shorter["whole"]["sustained"]["n"], 1);
        for (wrong, pointer) in [
            ("&as_at=2026-11-17", "/as_at"),
            ("&known_at=2026-11-16T10:00:01Z", "/known_at"),
            ("&by=area,area", "/by"),
            ("&window_months=0", "/window_months"),
            ("&threshold=0", "/threshold"),
        ] {
            let path = format!("/api/v1/reports/reach?centre_id={}{wrong}", CENTRES[0]);
            let problem = north.staff.get(&path).refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        let other = format!("/api/v1/reports/reach?centre_id={}", CENTRES[1]);
        north.staff.get(&other).refused(404, "not_found");
    }

    fn a_figure_opens_to_its_children_but_never_to_restricted_ones(app) {
        let north = North::new(app);
        begin(&north);
        let one = north.family("Bea", "2025-06-01", "M1 1AA");
        north.met(&one, Kind::Attendance, &["2026-03-02", "2026-03-09"]);
        let hidden = north.family("Cas", "2025-06-01", "M1 1AA");
        north.met(&hidden, Kind::Attendance, &["2026-03-02"]);
        let moved = north.family("Dee", "2025-06-01", "M1 1AA");
        north.met(&moved, Kind::Attendance, &["2026-03-02"]);
        app.advance(TimeDelta::days(1));
        // Restricted a day later, and another child moved there: in the area as at yesterday, and yet
        // in no list.
        let lead = app.as_role(Role::SafeguardingLead);
        let restricted = json!({ "restricted": true, "unsafe_address": false });
        lead.put(&format!("/api/v1/families/{}/restriction", hidden.0), &restricted).expect(200);
        let moves = format!("/api/v1/families/{}/children/{}/move", moved.0, moved.1);
        lead.post(&moves, &json!({ "to_family_id": hidden.0 })).expect(200);
        let at_day = "&as_at=2026-11-16";
        assert_eq!(north.report(at_day)["whole"]["seen"]["n"], 3);
        let rows = |cell: &str| {
            let path = format!(
                "/api/v1/reports/reach/rows?centre_id={}&as_at=2026-11-16&cell={cell}", CENTRES[0]);
            north.staff.get(&path).expect(200)["items"].clone()
        };
        for cell in ["whole.seen", "area.E01000001.seen", "age_band.12-23.seen_here",
            "decile.1.members", "target_group.deprived_area.seen_new"] {
            let found = rows(cell);
            assert_eq!(found.as_array().map(Vec::len), Some(1), "{cell}: {found}");
            assert_eq!(found[0]["child_id"], one.1);
            assert_eq!((&found[0]["days"], &found[0]["name"]), (&json!(2), &json!("Baby Bea")));
        }
        assert_eq!(rows("area.E01000002.seen"), json!([]));
        assert_eq!(rows("quality.ethnicity_not_asked").as_array().map(Vec::len), Some(1));
        assert_eq!(rows("quality.no_postcode"), json!([]));
        let path = format!("/api/v1/reports/reach/rows?centre_id={}&cell=seen", CENTRES[0]);
        north.staff.get(&path).refused(422, "invalid_request");
        let theirs = path.replace(CENTRES[0], CENTRES[1]).replace("cell=seen", "cell=whole.seen");
        north.staff.get(&theirs).refused(404, "not_found");
    }

    fn what_an_agency_alone_stated_is_in_the_figure_and_in_no_list(app) {
        let north = North::new(app);
        let stated = north.family("Ada", "2025-06-01", "M1 1AA");
        let groups = format!("/api/v1/families/{}/groups", stated.0);
        for code in ["domestic_abuse", "expectant"] {
            north.staff.post(&groups, &json!({ "code": code })).expect(201);
        }
        let other = north.family("Bea", "2025-06-01", "M1 1AA");
        let of = other.0.clone();
        write(app, move |tx: &mut Tx| {
            tx.note_family(&FamilyId::from(of.as_str()));
            let now = tx.now();
            for code in ["domestic_abuse", "expectant"] {
                diesel::insert_into(family_groups::table)
                    .values((
                        family_groups::id.eq(format!("by-an-agency-{code}")),
                        family_groups::family_id.eq(&of),
                        family_groups::group_code.eq(code),
                        family_groups::stated_by.eq("somebody"),
                        family_groups::partner_id.eq(SETTINGS[0]),
                        family_groups::stated_at.eq(now),
                        family_groups::since_on.eq(now.utc().date_naive()),
                        family_groups::evidence.eq("partner_record"),
                    ))
                    .execute(tx.conn())?;
            }
            Ok(())
        });
        let report = north.report("&by=target_group");
        let rows = |cell: &str| {
            let path = format!("/api/v1/reports/reach/rows?centre_id={}&cell={cell}", CENTRES[0]);
            let items = north.staff.get(&path).expect(200)["items"].clone();
            items.as_array().expect("rows").iter().map(|row| row["child_id"].clone()).collect::<Vec<_>>()
        };
        for code in ["domestic_abuse", "expectant"] {
            assert_eq!(line(&report, "target_group", code)["members"]["n"], 2);
            assert_eq!(rows(&format!("target_group.{code}.members")), [json!(stated.1)]);
        }
        assert_eq!(rows("whole.members").len(), 2, "the control");
    }

    fn a_child_is_named_where_its_familys_record_may_be_opened(app) {
        let north = North::new(app);
        let ours = north.family("Ada", "2025-06-01", "M1 1AA");
        let theirs = north.family("Bea", "2025-06-01", "M1 1AA");
        let of = theirs.0.clone();
        write(app, move |tx: &mut Tx| {
            tx.note_family(&FamilyId::from(of.as_str()));
            diesel::update(families::table.find(&of))
                .set(families::centre_id.eq(CENTRES[1]))
                .execute(tx.conn())?;
            Ok(())
        });
        north.staff.get(&format!("/api/v1/families/{}", theirs.0)).refused(404, "not_found");
        let path = format!("/api/v1/reports/reach/rows?centre_id={}&cell=whole.members", CENTRES[0]);
        let rows = north.staff.get(&path).expect(200)["items"].clone();
        let name = |child: &str| {
            let mut all = rows.as_array().expect("rows").iter();
            all.find(|row| row["child_id"] == child).expect("a row")["name"].clone()
        };
        assert_eq!((name(&ours.1), name(&theirs.1)), (json!("Baby Ada"), Value::Null));
    }

    fn a_past_date_made_again_gives_the_old_figures_as_known_then(app) {
        let north = North::new(app);
        begin(&north);
        let one = north.family("Bea", "2025-06-01", "M1 1AA");
        north.met(&one, Kind::Attendance, &["2026-03-02", "2026-03-09"]);
        let wrong = north.family("Cas", "2025-06-01", "M1 1AB");
        let marks = north.met(&wrong, Kind::Attendance, &["2026-03-02", "2026-04-02", "2026-05-02"]);
        let twice = north.family("Dee", "2025-06-01", "M1 1AD");
        north.met(&twice, Kind::Attendance, &["2026-03-02", "2026-04-02"]);
        // Written down under another name: nobody saw that it is Dee.
        let again = north.family("Flo", "2025-06-01", "M1 1AD");
        north.met(&again, Kind::Attendance, &["2026-03-02", "2026-06-02"]);
        let then = app.now();
        let past = |known: &str| north.report(&format!("&as_at=2026-11-16{known}"));
        let sent = past("");
        assert_eq!(sent["whole"]["sustained"]["n"], 1);
        assert_eq!(sent["whole"]["members"]["n"], 4);

        // A late mark, a correction, a joined record, and an erasure.
        app.advance(TimeDelta::days(9));
        north.met(&one, Kind::Attendance, &["2026-10-02"]);
        let now = app.now();
        let withdrawn = marks[0].clone();
        write(app, move |tx: &mut Tx| {
            diesel::update(contacts::table.find(&withdrawn))
                .set(contacts::withdrawn_at.eq(now))
                .execute(tx.conn())?;
            Ok(())
        });
        let body = json!({ "family_id": again.0, "children": [[twice.1, again.1]] });
        let join = format!("/api/v1/families/{}/join-records", twice.0);
        north.staff.post(&join, &body).expect(200);
        let gone = FamilyId::from(one.0.as_str());
        let erase = move |tx: &mut Tx| history::erase_places(tx, &gone);
        assert_eq!(app.store.write(Actor::service(), erase).expect("erased"), 1);

        let mut made_again = past(&format!("&known_at={then}"));
        made_again["settings"]["counted_at"] = sent["settings"]["counted_at"].clone();
        assert_eq!(made_again, sent, "as known then");
        let as_known_now = past("");
        // Bea has a third day, Cas one less; the two records of Dee are one child of three days.
        assert_eq!(as_known_now["whole"]["members"]["n"], 3);
        assert_eq!(as_known_now["whole"]["sustained"]["n"], 2);
        assert_ne!(as_known_now["whole"], sent["whole"], "the control: known now differs");
        assert!(at("2026-11-16T09:00:00Z") < then);
        // The record whose places were erased still has its postcode.
        app.expect_broken(&["in its history"]);
    }
}
