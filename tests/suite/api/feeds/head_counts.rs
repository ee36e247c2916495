//! An authority's past as it is: how many came, by day, title and place, naming nobody.

use std::fs;

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{KEPT_OF_RUNS, Rows, all, outcomes, rows, without};
use crate::api::partners::agreements::professional_with_agreement;
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::program::firstplace_at;
use crate::support::scratch::Scratch;
use crate::support::world::{World, id};

const LIBRARY: &str = "Date,Title,Library,Attendance\n\
    14 March,Baby Rhyme Time,Sale Library,32\n\
    21 March,Baby Rhyme Time,Sale Library,28\n\
    21 March,Baby Rhyme Time,Hale Library,9\n";

fn sends(who: &Client, to: &str, query: &str, text: &str) -> Answer {
    let path = format!("/api/v1/feeds/{to}?{query}");
    who.call(Method::POST, &path).header("content-type", "text/csv").raw(text).send()
}

fn counts(who: &Client, query: &str, text: &str) -> Value {
    sends(who, "head-counts", query, text).expect(200)
}

/// Everybody who is known, and every count that was recorded, those withdrawn too.
fn recorded(app: &TestApp) -> Rows {
    without(rows(app), KEPT_OF_RUNS)
}

/// Who came in 2026 of whom nothing is known, whole and by activity.
fn unknown(world: &World, query: &str) -> (Value, Value) {
    let path = format!("/api/v1/reports/balance?from=2026-01-01&to=2026-11-16&by=activity{query}");
    let report = world.staff.get(&path).expect(200);
    let whole = report["whole"]["unknown"]["n"].clone();
    let lines = report["tables"][0]["lines"].as_array().cloned().unwrap_or_default();
    let line = |line: &Value| json!([line["label"], line["unknown"]["n"]]);
    (whole, lines.iter().map(line).collect())
}

both! {
    fn a_librarys_list_is_counted_among_those_who_came_and_names_nobody(app) {
        let world = World::new(app);
        let before = recorded(app);
        let tried = counts(&world.staff, "year=2026&dry_run=1", LIBRARY);
        assert_eq!(outcomes(&tried), all("made", [2, 3, 4]));
        assert_eq!((recorded(app), &tried["dry_run"]), (before.clone(), &json!(true)));

        let done = counts(&world.staff, "year=2026", LIBRARY);
        assert_eq!(done["results"], tried["results"]);
        let mut after = before;
        *after.get_mut("past_head_counts").expect("a count") += 3;
        assert_eq!(recorded(app), after, "no family, no contact, no member, no session");
        assert_eq!(unknown(&world, "").0, 69);

        // The same file, and a longer one, make nothing twice.
        assert_eq!(counts(&world.staff, "year=2026", LIBRARY)["results"], done["results"]);
        let longer = format!("{LIBRARY}28/03/2026,Baby Rhyme Time,Sale Library,5\n");
        let report = counts(&world.staff, "year=2026", &longer);
        assert_eq!(outcomes(&report), [all("known", [2, 3, 4]), all("made", [5])].concat());
        assert_eq!(unknown(&world, "").0, 74);
        let runs = app.as_role(Role::Manager).get("/api/v1/feeds/runs").expect(200);
        assert_eq!(runs["items"][0]["kind"], "head_counts");
    }

    fn a_number_that_was_wrong_is_put_right_and_taken_back_and_what_was_known_stays_known(app) {
        let world = World::new(app);
        let line = |number: &str| {
            format!("Date,Title,Venue,Children,Adults\n14/03/2026,Rhyme Time,Sale Library,{number},4\n")
        };
        let told = |number: &str| outcomes(&counts(&world.staff, "", &line(number)))[0].1.clone();
        assert_eq!(told("32"), "made");
        assert_eq!(unknown(&world, "").0, 32, "adults are not who the balance is of");
        app.advance(chrono::TimeDelta::hours(1));
        let then = app.now();
        app.advance(chrono::TimeDelta::hours(1));
        assert_eq!(told("23"), "updated");
        assert_eq!(unknown(&world, "").0, 23);
        assert_eq!(unknown(&world, &format!("&known_at={then}")).0, 32);
        let back = "Date,Title,Venue,Attendance\n14/03/2026,RHYME TIME,Sale  Library,0\n";
        assert_eq!(outcomes(&counts(&world.staff, "dry_run=1", back)), all("updated", [2]));
        assert_eq!(outcomes(&counts(&world.staff, "", back)), all("updated", [2]));
        assert_eq!(unknown(&world, "").0, 0);
        let never = "Date,Title,Attendance\n15/03/2026,Nothing,0\n";
        assert_eq!(outcomes(&counts(&world.staff, "", never)), all("left_out", [2]));
    }

    fn a_known_title_is_its_activity_and_a_known_session_keeps_its_own_register(app) {
        let world = World::new(app);
        let activity = json!({ "title": "Job club", "adults_only": true, "centre_id": world.centre });
        world.activity(activity);
        let session = world.session(json!({}));
        let held = world.staff.get(&format!("/api/v1/sessions/{session}")).expect(200);
        app.set_clock(held["ends_at"].as_str().expect("an end"));
        let day = held["starts_at"].as_str().expect("a start")[..10].to_owned();
        let list = format!(
            "Date,Title,Time,Attendance\n\
             02/03/2026,job club,10:00,7\n\
             02/03/2026,Job club,14:00,5\n\
             02/03/2026,Job club,14:00,5\n\
             02/03/2026,Job club,14:00,6\n\
             {day},Stay and Play,,9\n"
        );
        for query in ["dry_run=1", ""] {
            let report = counts(&world.staff, query, &list);
            let words: Vec<String> = outcomes(&report).into_iter().map(|one| one.1).collect();
            assert_eq!(words, ["made", "made", "known", "refused", "refused"], "{report}");
            let said = |at: usize| report["results"][at]["detail"].as_str().expect("a detail").to_owned();
            assert!(said(3).contains("Add a column \"Time\""), "{}", said(3));
            assert!(said(4).contains("our own registers"), "{}", said(4));
        }
        assert_eq!(unknown(&world, ""), (json!(12), json!([["Job club", 12]])));
    }

    fn every_line_says_what_is_wrong_with_it(app) {
        let world = World::new(app);
        let list = "Date,Title,Attendance,Centre\n\
            14 March,Play,3,\n\
            31/02/2026,,many,\n\
            2026-03-14T00:00:00Z,Play,3,Nowhere\n\
            17/11/2026,Play,3,\n\
            14/03/2026,\"Play,3,\n\
            14/03/2026,Play,3,\n";
        let report = counts(&world.staff, "", list);
        assert_eq!(outcomes(&report), [all("refused", 2..=6), all("made", [7])].concat());
        for (at, says) in [
            (0, &["\"Date\": Write the year too"][..]),
            (1, &["\"Date\": There is no 31 February", "\"Title\"", "\"Attendance\""]),
            (2, &["\"Centre\": There is no centre of this name"]),
            (3, &["in the future"]),
            (4, &["quote"]),
        ] {
            let said = report["results"][at]["detail"].as_str().expect("a detail");
            assert!(says.iter().all(|one| said.contains(one)), "{said}");
        }
        let people = "Name,DOB,Date,Attendance\nAda Ash,31/01/2026,14/03/2026,1\n";
        let problem = sends(&world.staff, "head-counts", "", people).refused(422, "invalid_request");
        assert!(problem["detail"].as_str().is_some_and(|said| said.contains("/feeds/contacts")));
        sends(&world.staff, "head-counts", "year=27000", LIBRARY).refused(422, "invalid_request");
    }

    fn a_list_of_events_is_told_to_come_as_head_counts(app) {
        let world = World::new(app);
        for list in [
            "Date,Name,Attendance\n14/03/2026,Baby Rhyme Time,32\n",
            "Event date;Event;Number attended\n14/03/2026;Baby Rhyme Time;32\n",
        ] {
            let problem = sends(&world.staff, "contacts", "", list).refused(422, "invalid_request");
            let detail = problem["detail"].as_str().expect("a detail");
            assert!(detail.contains("This is a list of events"), "{detail}");
            assert!(detail.contains("POST /feeds/head-counts"), "{detail}");
            // As it says, so it goes.
            let dry = counts(&world.staff, "dry_run=1", list);
            assert_eq!(outcomes(&dry), all("made", [2]));
        }
        assert_eq!(rows(app)["families"], 0);
    }

    fn head_counts_are_brought_in_by_staff_of_the_centre_alone(app) {
        let world = World::new(app);
        let visitor = professional_with_agreement(&world);
        sends(&visitor, "head-counts", "", LIBRARY).refused(403, "not_allowed");
        for role in [Role::FrontDesk, Role::Manager, Role::Administrator, Role::Parent] {
            sends(&app.as_role(role), "head-counts", "", LIBRARY).refused(403, "not_allowed");
        }
        let other = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let of_other = format!("centre_id={other}");
        sends(&world.staff, "head-counts", &of_other, LIBRARY).refused(404, "not_found");
        let named = "Date,Title,Attendance,Centre\n14/03/2026,Play,3,Sale\n";
        assert_eq!(outcomes(&counts(&world.staff, "", named)), all("refused", [2]));
        let there = app.sign_in(Role::Staff, &Person { centre: Some(&other), ..Person::default() });
        assert_eq!(outcomes(&counts(&there, "", named)), all("made", [2]), "the control");
        assert_eq!(unknown(&world, "").0, 0, "and it counts there");
    }

    fn head_counts_are_imported_from_the_command_line(app) {
        let world = World::new(app);
        let folder = Scratch::new("head_counts");
        let file = folder.path().join("library.csv").display().to_string();
        fs::write(&file, LIBRARY.replace('\n', "\r") + "22 March,Lost,,\r").expect("it is written");
        let run = |more: &[&str]| {
            let mut command = firstplace_at(folder.path(), Some(&app.url));
            let centre = ["--centre", "Partington Children's Centre"];
            let done = command.args(["import", "head-counts", &file]).args(centre).args(more).output();
            let done = done.expect("it runs");
            let said = [done.stdout, done.stderr].concat();
            (done.status.success(), String::from_utf8_lossy(&said).into_owned())
        };
        for (more, expected) in [
            (&["--year", "2026", "--dry-run"][..], "       3 made"),
            (&["--year", "2026"], "       3 made"),
            (&["--year", "2026"], "       3 made"),
            (&[], "       4 refused"),
        ] {
            let (went, said) = run(more);
            assert!(went && said.contains(expected), "{said}");
            assert!(said.contains("line 5: ") && said.contains("\"Attendance\": Give how many came"), "{said}");
        }
        assert_eq!(rows(app)["past_head_counts"], 3);
        // The command went by the clock of the machine.
        app.set_clock("2126-11-16T10:00:00Z");
        assert_eq!(unknown(&world, "").0, 69);
    }
}
