//! The register on paper: printed with a code at each line, and typed in again by it.

use firstplace::access::Role;
use firstplace::attendance::sheet::code;
use firstplace::base::id::SessionId;
use serde_json::{Value, json};

use super::weeks::{completed, marks, monday, weekly};
use super::{opened, said};
use crate::support::app::both;
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::world::World;

/// The code at a line of a session's sheet.
fn at_line(session: &str, number: i32) -> String {
    code::write(&SessionId::from(session), number)
}

fn prints(who: &Client, session: &str) -> Answer {
    who.get(&format!("/api/v1/sessions/{session}/register/sheet.pdf"))
}

fn types(world: &World, session: &str, lines: Value) -> Vec<Value> {
    let path = format!("/api/v1/sessions/{session}/register/sheet");
    let taken = world.staff.post(&path, &json!({ "marks": lines })).expect(200);
    taken["marks"].as_array().expect("answers").clone()
}

both! {
    fn a_printed_register_is_typed_in_again_by_its_codes(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let family = world.family_of("Khan", &["2025-11-01", "2024-11-01"]);
        family.books(&session).expect(201);
        let printed = prints(&world.staff, &session);
        assert_eq!(printed.status, 200, "{}", printed.text);
        assert_eq!(printed.header("content-type"), Some("application/pdf"));
        assert!(printed.bytes.starts_with(b"%PDF"));
        // Who books later has the next line; who was there keeps its own.
        let later = world.family("Adams");
        later.books(&session).expect(201);
        prints(&world.staff, &session);

        app.set_clock(&monday(0, "15:00:00"));
        let (whole, young, old) = (at_line(&session, 1), at_line(&session, 3), at_line(&session, 2));
        let answers = types(&world, &session, json!([
            { "line": whole.to_lowercase(), "mark": "came", "adults": 2 },
            { "line": young, "mark": "did_not_come" },
            { "line": at_line(&session, 4), "mark": "told_us" },
            { "line": "99Z", "mark": "came" },
            { "line": whole, "mark": "late" },
        ]));
        let outcomes: Vec<&Value> = answers.iter().map(|one| &one["outcome"]).collect();
        assert_eq!(outcomes, ["ok", "ok", "ok", "problem", "problem"], "{answers:?}");
        assert_eq!((&answers[3]["code"], &answers[4]["code"]), (&json!("not_found"), &json!("invalid_request")));

        let register = opened(&world.staff, &session);
        let mark = |child: &str| said(&register, child)["mark"].clone();
        let both: Vec<Value> = family.children.iter().map(|child| mark(child)).collect();
        let kinds: Vec<&Value> = both.iter().map(|mark| &mark["mark"]).collect();
        assert!(kinds.contains(&&json!("came")) && kinds.contains(&&json!("did_not_come")), "{register}");
        assert_eq!(both[0]["source"], "paper");
        assert_eq!(mark(&later.children[0])["mark"], "told_us");
        assert_eq!(register["room"]["inside"], json!({ "adults": 2, "children": 1 }));

        // The same again is the same; typed otherwise, it puts right what was typed.
        let again = types(&world, &session, json!([{ "line": whole, "mark": "came", "adults": 2 }]));
        assert_eq!(again[0]["again"], true, "{again:?}");
        for mark in ["came", "did_not_come", "came", "came"] {
            types(&world, &session, json!([{ "line": young, "mark": mark }]));
        }
        types(&world, &session, json!([{ "line": old, "mark": "late" }]));
        let register = opened(&world.staff, &session);
        let mut kinds: Vec<String> = family
            .children
            .iter()
            .map(|child| said(&register, child)["mark"]["mark"].to_string())
            .collect();
        kinds.sort();
        assert_eq!(kinds, ["\"came\"", "\"late\""], "{register}");
        assert_eq!(register["conflicts"], 0);
        completed(&world, &session);
    }

    fn what_a_tablet_says_otherwise_is_a_conflict_and_not_lost(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let booking = world.family("Ada").books(&session).expect(201);
        prints(&world.staff, &session);
        app.set_clock(&monday(0, "10:05:00"));
        marks(&world, &session, &booking, "came");
        types(&world, &session, json!([{ "line": at_line(&session, 1), "mark": "told_us" }]));
        let register = opened(&world.staff, &session);
        assert!(register["conflicts"].as_i64() > Some(0), "{register}");
    }

    fn a_sheet_is_for_those_who_keep_the_register(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let at = Person { centre: Some(&world.centre), ..Person::default() };
        prints(&app.sign_in(Role::Volunteer, &at), &session).refused(403, "not_allowed");
        prints(&app.as_role(Role::Manager), &session).refused(403, "not_allowed");
        assert_eq!(prints(&app.sign_in(Role::FrontDesk, &at), &session).status, 200);
        let path = format!("/api/v1/sessions/{session}/register/sheet");
        world.staff.post(&path, &json!({ "marks": [] })).refused(422, "invalid_request");
    }
}
