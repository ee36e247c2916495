//! What there is for people with access needs: set by staff of the centre for a centre, a venue, a
//! room and an activity, shown with each session, and chosen by.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::base::fault::Fault;
use firstplace::db::schema::{activities, rooms, venues};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::whats_on::Readers;
use crate::pages::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

fn patch(who: &Client, path: &str, features: &Value) -> Answer {
    let body = json!({ "access_features": features });
    who.call(Method::PATCH, &format!("/api/v1/{path}")).json(&body).send()
}

/// Those of one session, as anybody reads them.
fn shown(app: &TestApp, session: &str) -> Value {
    app.nobody.get(&format!("/api/v1/whats-on/{session}")).expect(200)["access_features"].clone()
}

fn venue(world: &World) -> String {
    let body = json!({ "name": "Library", "access_features": ["step_free", "hearing_loop"] });
    id(&world.staff.post(&format!("/api/v1/centres/{}/venues", world.centre), &body).expect(201))
}

fn room(world: &World, venue: &str, name: &str) -> String {
    let body = json!({ "name": name });
    id(&world.staff.post(&format!("/api/v1/venues/{venue}/rooms"), &body).expect(201))
}

fn on_tuesday(changed: Value) -> Value {
    let day = json!({ "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" });
    merged(day, changed)
}

/// How many sessions are found, in each of the ways to ask.
fn found(app: &TestApp, codes: &[&str]) -> [usize; 3] {
    let api = app.nobody.get(&format!("/api/v1/whats-on?access={}", codes.join(",")));
    let api = api.expect(200)["items"].as_array().map_or(0, Vec::len);
    let query = format!("access={}", codes.join("&access="));
    let page = app.nobody.get(&format!("/whats-on?{query}"));
    assert_eq!(page.status, 200, "{query}");
    let feed = app.nobody.get(&format!("/whats-on.ics?{query}"));
    assert_eq!(feed.status, 200, "{query}");
    let sheet = app.nobody.get(&format!("/whats-on.pdf?{query}"));
    assert_eq!(sheet.header("content-type"), Some("application/pdf"), "{query}");
    let titles = page.text.matches("</a></h3>").count();
    [api, titles, feed.text.matches("BEGIN:VEVENT").count()]
}

both! {
    fn a_session_has_what_its_room_venue_or_centre_has_and_what_its_activity_offers(app) {
        let world = World::new(app);
        let centre = format!("centres/{}", world.centre);
        patch(&world.staff, &centre, &json!(["baby_changing", "step_free"])).expect(200);
        let signed = json!({ "title": "Signed songs", "access_features": ["bsl", "interpreter"],
            "interpreter_language": "Urdu" });
        let signed = world.activity(signed);
        let here = world.session(json!({ "activity_id": signed }));
        assert_eq!(shown(app, &here), json!(["step_free", "baby_changing", "bsl", "interpreter"]));

        let library = venue(&world);
        let there = world.session(on_tuesday(json!({ "venue_id": library })));
        assert_eq!(shown(app, &there), json!(["step_free", "hearing_loop"]), "not the centre's");

        let upstairs = room(&world, &library, "Upstairs");
        let above = world.session(on_tuesday(json!({ "room_id": upstairs })));
        assert_eq!(shown(app, &above), json!(["step_free", "hearing_loop"]), "its venue's");
        let path = format!("rooms/{upstairs}");
        patch(&world.staff, &path, &json!(["hearing_loop"])).expect(200);
        assert_eq!(shown(app, &above), json!(["hearing_loop"]), "in place of its venue's");
        assert_eq!(shown(app, &there), json!(["step_free", "hearing_loop"]));
        let room = patch(&world.staff, &path, &json!(null)).expect(200);
        assert_eq!(room["access_features"], json!(null));
        assert_eq!(shown(app, &above), json!(["step_free", "hearing_loop"]));

        let page = app.nobody.get(&format!("/sessions/{here}"));
        let said = "<dt>Access</dt><dd>Sign language (BSL)<br>Interpreter: Urdu<br>No steps<br>";
        shows(&page, 200, &[said]);
        let staff = world.staff.get(&format!("/api/v1/sessions/{here}")).expect(200);
        assert_eq!(staff["interpreter_language"], "Urdu");
    }

    fn whats_on_is_chosen_by_all_that_somebody_needs(app) {
        let world = World::new(app);
        let centre = format!("centres/{}", world.centre);
        patch(&world.staff, &centre, &json!(["step_free"])).expect(200);
        let quiet = world.activity(json!({ "title": "Quiet play", "access_features": ["quiet"] }));
        world.session(json!({}));
        world.session(on_tuesday(json!({ "activity_id": quiet })));

        assert_eq!(found(app, &["step_free"]), [2; 3]);
        assert_eq!(found(app, &["step_free", "quiet"]), [1; 3]);
        assert_eq!(found(app, &["quiet", "hearing_loop"]), [0; 3]);
        let wrong = app.nobody.get("/api/v1/whats-on?access=step_free,stairs");
        assert_eq!(wrong.refused(422, "invalid_request")["errors"][0]["pointer"], "/access");

        let page = app.nobody.get("/whats-on?access=quiet&access=step_free&access=rubbish");
        shows(&page, 200, &[
            "href=\"/whats-on?access=quiet\"><span class=\"hidden\">Do not choose No steps any more",
            "name=\"access\" value=\"quiet\" checked>",
            "href=\"/whats-on.ics?access=step_free&amp;access=quiet\"",
        ]);
        assert!(!app.nobody.get("/whats-on").text.contains("value=\"quiet\" checked"));
    }

    fn what_is_changed_is_seen_at_once(app) {
        let world = World::new(app);
        let library = venue(&world);
        let upstairs = room(&world, &library, "Upstairs");
        world.session(json!({}));
        world.session(on_tuesday(json!({ "room_id": upstairs })));
        let readers = Readers::of(&world);
        let centre = format!("centres/{}", world.centre);
        readers.see(|| patch(&world.staff, &centre, &json!(["baby_changing"])).expect(200));
        let venue = format!("venues/{library}");
        let changed = readers.see(|| patch(&world.staff, &venue, &json!(["step_free"])).expect(200));
        assert_eq!(changed["access_features"], json!(["step_free"]));
        assert_eq!(changed["rooms"][0]["id"], json!(upstairs));
        readers.see(|| patch(&world.staff, &format!("rooms/{upstairs}"), &json!([])).expect(200));
    }

    fn what_was_not_said_does_not_change_what_stands(app) {
        let world = World::new(app);
        let library = venue(&world);
        let path = format!("/api/v1/venues/{library}");
        let kept = world.staff.call(Method::PATCH, &path).json(&json!({})).send().expect(200);
        assert_eq!(kept["access_features"], json!(["step_free", "hearing_loop"]));
        let listed = world.staff.get(&format!("/api/v1/centres/{}/venues", world.centre));
        assert_eq!(listed.expect(200)["items"][0]["access_features"], kept["access_features"]);

        let path = format!("/api/v1/activities/{}", world.activity);
        let change = |body: Value| {
            let version = world.staff.get(&path).expect(200)["version"].to_string();
            let call = world.staff.call(Method::PATCH, &path).json(&body);
            call.if_match(&format!("\"{version}\"")).send()
        };
        let both = json!({ "access_features": ["interpreter"], "interpreter_language": " Polish " });
        assert_eq!(change(both).expect(200)["interpreter_language"], "Polish");
        assert_eq!(change(json!({ "price": "£1" })).expect(200)["access_features"], json!(["interpreter"]));
        let alone = change(json!({ "access_features": [] })).refused(422, "invalid_request");
        assert_eq!(alone["errors"][0]["pointer"], "/interpreter_language");
        let none = json!({ "access_features": [], "interpreter_language": null });
        assert_eq!(change(none).expect(200)["interpreter_language"], json!(null));
    }

    fn what_belongs_elsewhere_and_who_may_not_is_refused(app) {
        let world = World::new(app);
        let library = venue(&world);
        let upstairs = room(&world, &library, "Upstairs");
        let paths = [format!("centres/{}", world.centre), format!("venues/{library}"),
            format!("rooms/{upstairs}")];
        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let at = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        for path in &paths {
            for code in ["bsl", "stairs"] {
                patch(&world.staff, path, &json!([code])).refused(422, "invalid_request");
            }
            patch(&other, path, &json!(["step_free"])).refused(404, "not_found");
            for role in [Role::Parent, Role::FrontDesk, Role::Manager, Role::Administrator] {
                patch(&app.as_role(role), path, &json!([])).refused(403, "not_allowed");
            }
        }
        let play = json!({ "title": "Play", "capacity": 8, "centre_id": world.centre,
            "access_features": ["step_free"] });
        let refused = world.staff.post("/api/v1/activities", &play).refused(422, "invalid_request");
        assert_eq!(refused["errors"][0]["pointer"], "/access_features/0");
    }

    fn the_database_itself_keeps_no_code_that_is_not_known(app) {
        let world = World::new(app);
        let library = venue(&world);
        room(&world, &library, "Upstairs");
        let breaks = |table: &str, set: &str| {
            let sql = format!("UPDATE {table} SET {set}");
            app.store.write(Actor::service(), move |tx| {
                tx.attempt(|conn| conn.batch_execute(&sql)).map_err(Fault::internal)
            }).is_err()
        };
        for (table, other) in [("centres", "bsl"), ("venues", "bsl"), ("rooms", "bsl"),
            ("activities", "step_free")] {
            for code in ["stairs", other] {
                assert!(breaks(table, &format!("access_features = '{code}'")), "{table} {code}");
            }
        }
        assert!(breaks("activities", "interpreter_language = 'Urdu'"));
        // The control: what is known is kept.
        assert!(!breaks("venues", "access_features = 'step_free,buggy_space'"));
        assert!(!breaks("rooms", "access_features = NULL"));
        let interpreted = "access_features = 'bsl,interpreter', interpreter_language = 'Urdu'";
        assert!(!breaks("activities", interpreted));
        let held = app.store.read(Actor::service(), |tx| {
            let of_venue: String = venues::table.select(venues::access_features).first(tx.conn())?;
            let of_room: Option<String> = rooms::table.select(rooms::access_features).first(tx.conn())?;
            let said: Vec<Option<String>> =
                activities::table.select(activities::interpreter_language).load(tx.conn())?;
            Ok((of_venue, of_room, said))
        }).expect("they are read");
        let said = vec![Some("Urdu".to_owned())];
        assert_eq!(held, ("step_free,buggy_space".to_owned(), None, said));
    }
}
