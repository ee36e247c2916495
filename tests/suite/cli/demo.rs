//! The demo, as a newcomer finds it.

use std::fs;
use std::path::Path;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema::bookings;
use firstplace::demo::borough::Borough;
use firstplace::demo::{Contents, FILE, SignIn, Start, prepare};
use firstplace::membership::birthdays::service::run;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::scratch::Scratch;

const BASE_URL: &str = "http://127.0.0.1:8080";

fn start(app: &TestApp, data: &Path, contents: Contents) -> Vec<SignIn> {
    let start = Start { data, base_url: BASE_URL, contents };
    prepare(&app.store, &app.gate, &start).expect("the demo is ready")
}

fn written(data: &Path) -> Value {
    let text = fs::read_to_string(data.join(FILE)).expect("demo.json is written");
    serde_json::from_str(&text).expect("demo.json is JSON")
}

/// Signs in as anyone who has read `demo.json` would.
fn sign_in(app: &TestApp, data: &Path, role: &str) -> Client {
    let written = written(data);
    let accounts = written["accounts"].as_array().expect("a list");
    let account = accounts.iter().find(|one| one["role"] == role).expect("one for each role");
    let body = json!({ "email": account["email"], "password": account["password"] });
    let answer = app.nobody.post("/api/v1/auth/token", &body).expect(200);
    app.nobody.bearing(answer["access_token"].as_str().expect("a token"))
}

/// All pages of a list.
fn every(client: &Client, path: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let page = client.get(&format!("{path}?limit=200{after}")).expect(200);
        all.extend(page["items"].as_array().expect("a list").iter().cloned());
        let Some(next) = page["next"].as_str() else { return all };
        after = format!("&after={next}");
    }
}

both! {
    fn the_borough_can_be_planned_at_any_hour_of_any_day(app) {
        for now in ["2026-11-22T07:44:00Z", "2027-03-27T23:59:59Z", "2027-10-31T00:30:00Z"] {
            app.set_clock(now);
            let rolled_back = app.store.write(Actor::service(), |tx| {
                let planned = Borough::read()?.plan(tx)?;
                assert_eq!(planned.centres.len(), 4);
                assert!(planned.public.len() >= 10, "{}", planned.public.len());
                assert!(planned.in_referral_window.len() >= 10);
                Err::<(), _>(firstplace::base::fault::Fault::not_found("end of the trial"))
            });
            assert_eq!(rolled_back.expect_err("always").code().as_str(), "not_found");
        }
    }

    fn there_is_one_sign_in_for_each_role_and_it_works(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Borough);

        let written = written(data.path());
        assert_eq!(written["base_url"], BASE_URL);
        let roles: Vec<&str> = written["accounts"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|account| account["role"].as_str().expect("a role"))
            .collect();
        assert_eq!(
            roles,
            [
                "parent",
                "volunteer",
                "front_desk",
                "staff",
                "manager",
                "professional",
                "administrator",
                "safeguarding_lead",
            ]
        );
        for role in roles {
            sign_in(app, data.path(), role).get("/api/v1/centres").expect(200);
        }
    }

    fn one_session_is_full_with_a_line_and_many_families_have_places(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Borough);

        let count = |status: &'static str| {
            let count = app.store.read(Actor::service(), |tx| {
                let these = bookings::table.filter(bookings::status.eq(status));
                Ok(these.count().get_result::<i64>(tx.conn())?)
            });
            count.expect("the bookings are counted")
        };
        assert!(count("booked") >= 40, "{}", count("booked"));
        assert!(count("waiting") >= 4, "{}", count("waiting"));
    }

    fn there_are_birthdays_today_of_members_by_mail_and_on_paper(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Borough);
        let on = "2026-11-16".parse().expect("a day");
        let today = run::dry(&app.store, on, &mut |_, _| {}).expect("a dry run");
        let mut ways: Vec<(&str, &str)> =
            today.lines.iter().map(|line| (line.channel.as_str(), line.why.as_str())).collect();
        ways.sort();
        ways.dedup();
        // No texts are sent from this one.
        assert_eq!(ways, [
            ("email", "said_yes"), ("none", "not_told"), ("print", "nobody_said_yes"),
        ]);
    }

    fn the_year_before_gives_figures_that_can_be_believed(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Lived);
        let manager = sign_in(app, data.path(), "manager");
        let percent = |line: &Value, measure: &str| -> f64 {
            let text = line[measure]["percent"].as_str().unwrap_or_else(|| panic!("{line}"));
            text.parse().expect("a percentage")
        };
        let centres = manager.get("/api/v1/centres").expect(200);
        for centre in centres["items"].as_array().expect("centres") {
            let id = centre["id"].as_str().expect("an id");
            let report = manager.get(&format!("/api/v1/reports/reach?centre_id={id}")).expect(200);
            let whole = &report["whole"];
            let [members, seen, sustained] =
                ["members", "seen", "sustained"].map(|measure| percent(whole, measure));
            assert!((50.0..100.0).contains(&members), "{centre} {whole}");
            assert!((20.0..members).contains(&seen), "{centre} {whole}");
            assert!((20.0..90.0).contains(&sustained), "{centre} {whole}");
            assert_eq!(report["settings"]["covered"], true);
        }
        let public = manager.get("/api/v1/reports/reach?profile=public").expect(200);
        assert!(percent(&public["whole"], "members") > 40.0, "{public}");
    }

    fn the_borough_has_a_plausible_history_of_two_years(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Lived);
        let as_role = |role: &str| sign_in(app, data.path(), role);
        let (manager, staff) = (as_role("manager"), as_role("staff"));
        let number = |value: &Value| value.as_i64().unwrap_or_else(|| panic!("{value}"));
        let items = |answer: Value| answer["items"].as_array().expect("a list").clone();

        let workless = manager.get("/api/v1/reports/workless").expect(200);
        assert_eq!(workless["baseline_month"], "2026-10", "the jobcentre's: {workless}");
        assert!(number(&workless["whole"]["known"]["n"]) > 0, "{workless}");

        let autumn = "/api/v1/reports/renewals?from=2026-08-01&to=2026-10-31";
        let renewed = manager.get(autumn).expect(200)["total"].clone();
        assert!(number(&renewed["done"]) >= 40, "{renewed}");
        assert_eq!(number(&renewed["not_done"]), 0, "{renewed}");
        assert!(number(&renewed["cards"]["none"]) > 0, "of those only listed: {renewed}");

        let twos = manager.get("/api/v1/reports/two-year-olds").expect(200);
        let (eligible, placed) = (number(&twos["eligible"]), number(&twos["in_a_place"]));
        assert!(0 < placed && placed < eligible, "{twos}");

        let supports = items(staff.get("/api/v1/setting-supports").expect(200));
        assert!(supports.len() >= 20, "{supports:?}");
        let whole = manager.get("/api/v1/reports/reach").expect(200)["whole"].clone();
        assert!(number(&whole["not_yet_evidenced"]["n"]) > 0, "the nursery without support: {whole}");
    }

    fn health_visitors_have_referred_for_two_years_and_see_what_came_of_it(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Lived);
        let professional = sign_in(app, data.path(), "professional");
        let referred = every(&professional, "/api/v1/referrals");
        let of = |came: bool| referred.iter().filter(|one| one["came"] == came).count();
        assert!(of(true) >= 50 && of(false) >= 5, "{} {}", of(true), of(false));
        let families = every(&professional, "/api/v1/families");
        assert!(families.len() > of(true), "{}", families.len());
    }

    fn the_people_a_newcomer_looks_for_are_there(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Borough);
        let staff = sign_in(app, data.path(), "staff");
        let lead = sign_in(app, data.path(), "safeguarding_lead");
        let found = |who: &Client, child: &str| {
            let found = who.get(&format!("/api/v1/families?q={child}")).expect(200);
            let found = found["items"].as_array().expect("a list").clone();
            let has = |family: &&Value| family["children"][0]["name"] == child;
            found.iter().filter(has).count()
        };
        assert_eq!(found(&staff, "Finn"), 2, "the child of two households");
        assert_eq!((found(&staff, "Simi"), found(&lead, "Simi")), (0, 1), "restricted");
        let doubles = every(&staff, "/api/v1/possible-duplicates");
        assert!(!doubles.is_empty());
        let told = every(&sign_in(app, data.path(), "professional"), "/api/v1/families");
        assert!(told.iter().any(|one| one["carers"][0]["name"] == "Delroy King"), "{told:?}");
    }

    fn the_parent_has_a_two_year_old_and_a_newborn(app) {
        let data = Scratch::new("demo");
        start(app, data.path(), Contents::Borough);

        let parent = sign_in(app, data.path(), "parent");
        let families = parent.get("/api/v1/families").expect(200);
        let children = families["items"][0]["children"].as_array().expect("children");
        let born: Vec<_> = children.iter().map(|child| child["born_on"].as_str()).collect();
        assert_eq!(born, [Some("2024-06-16"), Some("2026-11-04")]);
    }

    fn started_again_it_keeps_what_is_there_and_the_same_passwords(app) {
        let data = Scratch::new("demo");
        let first = start(app, data.path(), Contents::Borough);
        let centres = |app: &TestApp| sign_in(app, data.path(), "staff").get("/api/v1/centres");
        let before = centres(app).expect(200);

        assert_eq!(start(app, data.path(), Contents::Borough), first);
        assert_eq!(start(app, data.path(), Contents::Empty), first);
        assert_eq!(centres(app).expect(200), before);
    }

    fn a_lost_file_gets_new_passwords_that_work(app) {
        let data = Scratch::new("demo");
        let first = start(app, data.path(), Contents::Borough);
        fs::remove_file(data.path().join(FILE)).expect("it was written");

        let second = start(app, data.path(), Contents::Borough);
        assert_eq!(second.len(), first.len());
        assert!(second.iter().zip(&first).all(|(new, old)| new.password != old.password));
        sign_in(app, data.path(), "parent").get("/api/v1/centres").expect(200);
    }

    fn an_empty_demo_has_only_its_administrator(app) {
        let data = Scratch::new("demo");
        let there = start(app, data.path(), Contents::Empty);

        assert_eq!(there.iter().map(|one| one.role.as_str()).collect::<Vec<_>>(), ["administrator"]);
        let admin = sign_in(app, data.path(), "administrator");
        assert_eq!(admin.get("/api/v1/centres").expect(200)["items"], json!([]));
    }
}

#[cfg(unix)]
#[test]
fn the_file_with_the_passwords_is_its_owners() {
    use std::os::unix::fs::PermissionsExt;

    let app = TestApp::on(crate::support::app::Backend::Sqlite);
    let data = Scratch::new("demo");
    start(&app, data.path(), Contents::Empty);
    let mode = fs::metadata(data.path().join(FILE)).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
