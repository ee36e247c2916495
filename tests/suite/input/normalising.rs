//! Numbers, postcodes, days and names as people and their spreadsheets write them: put right where
//! that is certain, told where it is a slip, the same at every door.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::families::join::{form, joins};
use crate::api::feeds::{all, outcomes, send};
use crate::api::registers::{is_problem, mark, taken, takes};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::world::{World, id, merged};

const HEADINGS: &str = "Forename,Surname,DOB,Mother's name,Address,Postcode,Phone,Email";

/// Names of which no two are near.
const FIRST: [&str; 10] =
    ["Ada", "Bruno", "Cleo", "Dmitri", "Ella", "Finn", "Gwen", "Hugo", "Iris", "Jonas"];

/// A file of one line, some cells changed.
fn file(changed: &[(&str, &str)]) -> String {
    let good = "Yusuf,Khan,14/05/2025,Amina Khan,1 High St,M33 1AA,07700 900123,";
    let mut cells: Vec<String> = good.split(',').map(str::to_owned).collect();
    for (heading, value) in changed {
        let at = HEADINGS.split(',').position(|known| known == *heading).expect("a heading");
        cells[at] = format!("\"{value}\"");
    }
    format!("{HEADINGS}\n{}\n", cells.join(","))
}

fn only_family(who: &Client) -> Value {
    let listed = who.get("/api/v1/families").expect(200);
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1), "{listed}");
    listed["items"][0].clone()
}

fn newest(who: &Client, name: &str) -> Value {
    let listed = who.get("/api/v1/families").expect(200)["items"].clone();
    let of = |family: &&Value| family["carers"][0]["name"] == name;
    listed.as_array().expect("families").iter().find(of).cloned().expect("the family")
}

/// What a feed says of one line that is refused.
fn refusal(world: &World, changed: &[(&str, &str)]) -> String {
    let told = send(&world.staff, "", file(changed)).expect(200);
    assert_eq!(outcomes(&told), all("refused", [2]), "{changed:?}: {told}");
    told["results"][0]["detail"].as_str().expect("a detail").to_owned()
}

fn people(changed: Value) -> Value {
    let plain = json!({ "carers": [{ "name": "Amina Khan" }],
        "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }] });
    merged(plain, changed)
}

const PHONES: [(&str, &str); 8] = [
    ("7700900308", "07700 900308"),
    ("447700900309", "07700 900309"),
    ("7700900310.0", "07700 900310"),
    ("07700–900123", "07700 900123"),
    ("0161.912.2122", "0161 912 2122"),
    ("(0161) 912 2123", "0161 912 2123"),
    ("0161 912 2124 ext 4", "0161 912 2124 ext 4"),
    ("+353 87 123 4567", "+353 87 123 4567"),
];

both! {
    fn a_telephone_number_is_kept_in_one_form_and_found_by_any(app) {
        let world = World::new(app);
        let search = |q: &str| {
            let q = q.replace('+', "%2B").replace(' ', "+").replace('–', "%E2%80%93");
            let found = world.staff.get(&format!("/api/v1/families?q={q}")).expect(200);
            found["items"][0]["carers"][0]["phone"].clone()
        };
        for (((sent, kept), at), first) in PHONES.into_iter().zip(10..).zip(FIRST) {
            let (feed, desk) = (format!("Feed {at}"), format!("Desk {at}"));
            let line = [("Phone", sent), ("Mother's name", &feed), ("Forename", first),
                ("DOB", &format!("{at}/05/2025"))];
            let told = send(&world.staff, "", file(&line)).expect(200);
            assert_eq!(outcomes(&told), all("made", [2]), "{sent}: {told}");
            assert_eq!(newest(&world.staff, &feed)["carers"][0]["phone"], kept, "{sent}");
            let body = people(json!({ "carers": [{ "name": desk, "phone": sent }],
                "children": [{ "name": format!("Lee {at}"), "born_on": format!("2024-05-{at}") }] }));
            let made = world.staff.post("/api/v1/families", &body).expect(201);
            assert_eq!(made["carers"][0]["phone"], kept, "{sent}");
            assert_eq!(search(sent), json!(kept), "{sent} is found as it was typed");
            assert_eq!(search(kept), json!(kept));
        }
        assert_eq!(search("07700 900308"), "07700 900308");
    }

    fn a_number_that_is_none_here_is_told_with_its_line(app) {
        let world = World::new(app);
        for wrong in ["7.7009E+09", "07700 90012", "496 0122", "0412 345 678", "ask mum"] {
            let said = refusal(&world, &[("Phone", wrong)]);
            assert!(said.contains("\"Phone\"") && !said.contains(wrong), "{wrong}: {said}");
        }
    }

    fn a_postcode_is_read_without_its_punctuation_and_a_strange_letter_is_told(app) {
        let world = World::new(app);
        for (sent, at) in ["m31-4fl", "M31 4FL.", "M31\u{a0}4FL", "M31–4FL"].into_iter().zip(1..) {
            let born = format!("2025-05-{at:02}");
            let body = people(json!({ "postcode": sent,
                "children": [{ "name": format!("Kim {at}"), "born_on": born }] }));
            assert_eq!(world.staff.post("/api/v1/families", &body).expect(201)["postcode"], "M31 4FL");
            let line = [("Postcode", sent), ("Mother's name", &format!("Feed {at}")),
                ("Forename", &format!("Lee{at}")), ("DOB", &format!("0{at}/06/2025"))];
            send(&world.staff, "", file(&line)).expect(200);
            assert_eq!(newest(&world.staff, &format!("Feed {at}"))["postcode"], "M31 4FL", "{sent}");
        }
        let found = world.staff.get("/api/v1/families?q=m31-4fl").expect(200);
        assert_eq!(found["items"].as_array().map(Vec::len), Some(8), "{found}");
        for (wrong, says) in [
            ("M3I 4FL", "3rd from the beginning"),
            ("M31 4CI", "2nd from the end"),
            ("QV1 1AA", "1st from the beginning"),
        ] {
            let body = people(json!({ "postcode": wrong }));
            let said = world.staff.post("/api/v1/families", &body).refused(422, "invalid_request");
            assert!(said["detail"].as_str().is_some_and(|said| said.contains(says)), "{said}");
            let said = refusal(&world, &[("Postcode", wrong)]);
            assert!(said.contains("\"Postcode\"") && said.contains(says), "{said}");
        }
    }

    fn the_code_for_no_fixed_address_means_that_at_every_door(app) {
        let world = World::new(app);
        let is_so = |shown: &Value, reason: &str| {
            assert_eq!((&shown["postcode"], &shown["postcode_reason"]), (&Value::Null, &json!(reason)), "{shown}");
        };
        for (code, reason, at) in [
            ("ZZ99 3VZ", "no_fixed_address", 1),
            ("zz993vz.", "no_fixed_address", 2),
            ("ZZ99 3WZ", "not_given", 3),
        ] {
            let children = json!([{ "name": format!("Kim {at}"), "born_on": format!("2025-05-{at:02}") }]);
            let body = people(json!({ "postcode": code, "children": children }));
            let made = world.staff.post("/api/v1/families", &body).expect(201);
            is_so(&made, reason);
            let told = send(&world.staff, "", file(&[("Postcode", code), ("Mother's name", &format!("Feed {at}")),
                ("Forename", FIRST[at]), ("DOB", &format!("0{at}/06/2025"))])).expect(200);
            assert_eq!(outcomes(&told), all("made", [2]), "{told}");
            is_so(&newest(&world.staff, &format!("Feed {at}")), reason);
            // A family that moved out of its flat.
            let body = people(json!({ "postcode": "M31 4FL",
                "children": [{ "name": format!("Moe {at}"), "born_on": format!("2025-08-{at:02}") }] }));
            let settled = world.staff.post("/api/v1/families", &body).expect(201);
            let path = format!("/api/v1/families/{}", id(&settled));
            let patch = world.staff.call(Method::PATCH, &path).json(&json!({ "postcode": code }));
            let version = format!("\"{}\"", settled["version"]);
            is_so(&patch.if_match(&version).send().expect(200), reason);
        }
        joins(app, &form(json!({ "postcode": "ZZ99 3VZ",
            "carers": [{ "name": "Jo Typed", "email": "jo@example.org" }] })));
        is_so(&newest(&app.as_role(Role::Staff), "Jo Typed"), "no_fixed_address");
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let walks_in = people(json!({ "postcode": "ZZ99 3VZ", "carers": [{ "name": "Di Door" }],
            "children": [{ "name": "Bo Door", "born_on": "2025-07-01" }] }));
        takes(&world.staff, &session, json!([mark("w", json!({ "walk_in": { "family": walks_in } }))]));
        for (member, wrong) in [("postcode", json!("M3I 4FL")), ("carers", json!([{ "name": "Al", "phone": "496 0122" }])),
            ("carers", json!([{ "name": "Al", "email": "al@localhost" }]))] {
            let walks_in = people(json!({ member: wrong }));
            let marks = json!([mark("x", json!({ "walk_in": { "family": walks_in } }))]);
            is_problem(&taken(&world.staff, &session, marks)[0], "invalid_request");
        }
        is_so(&newest(&world.staff, "Di Door"), "no_fixed_address");
    }

    fn who_has_one_name_is_called_by_it(app) {
        let world = World::new(app);
        let headings = "Forename,Surname,DOB,Mother forename,Mother surname,Address,Postcode\n";
        let told = send(&world.staff, "", format!(
            "{headings},Suharto,14/05/2023,,Sukarno,1 High St,M33 1AA\nSuprapti,,14/05/2024,Megawati,,2 High St,M33 1AB\n\
             ,Khan,14/05/2026,Amina,Khan,3 High St,M33 1AD\n"
        ));
        assert_eq!(outcomes(&told.expect(200)), all("made", [2, 3, 4]));
        let child = |mother: &str| newest(&world.staff, mother)["children"][0]["name"].clone();
        assert_eq!(child("Sukarno"), "Suharto");
        assert_eq!(child("Megawati"), "Suprapti");
        assert_eq!(child("Amina Khan"), "Baby Khan", "nobody has named a baby of six months in a list");
        let body = people(json!({ "carers": [{ "name": "Suryani" }],
            "children": [{ "name": "Sutrisno", "born_on": "2024-01-02" }] }));
        let made = world.staff.post("/api/v1/families", &body).expect(201);
        assert_eq!((&made["carers"][0]["name"], &made["children"][0]["name"]), (&json!("Suryani"), &json!("Sutrisno")));
    }

    fn an_expected_child_needs_no_name(app) {
        let world = World::new(app);
        let expected = json!([{ "due_on": "2027-02-01" }]);
        let made = world.staff.post("/api/v1/families", &people(json!({ "children": expected }))).expect(201);
        assert_eq!(made["children"][0]["name"], "Baby");
        assert_eq!(made["children"][0]["due_on"], "2027-02-01");
        let path = format!("/api/v1/families/{}", id(&made));
        let patch = world.staff.call(Method::PATCH, &path).json(&json!({ "children": expected }));
        let version = format!("\"{}\"", made["version"]);
        let twins = patch.if_match(&version).send().expect(200);
        assert_eq!(twins["children"].as_array().map(Vec::len), Some(2), "two may be expected");
        let pairs = world.staff.get("/api/v1/possible-duplicates").expect(200);
        assert_eq!(pairs["items"], json!([]));
        joins(app, &form(json!({ "children": expected })));
        let born = people(json!({ "children": [{ "born_on": "2025-05-14" }] }));
        world.staff.post("/api/v1/families", &born).refused(422, "invalid_request");
    }

    fn a_birth_known_to_the_month_comes_by_a_feed_as_by_the_api(app) {
        let world = World::new(app);
        for (sent, at) in ["02/2025", "Feb-25", "2025-02", "February 2025"].into_iter().zip(1..) {
            let mother = format!("Feed {at}");
            let line = [("DOB", sent), ("Mother's name", &mother), ("Forename", FIRST[at])];
            let told = send(&world.staff, "", file(&line)).expect(200);
            assert_eq!(outcomes(&told), all("made", [2]), "{sent}: {told}");
            assert_eq!(newest(&world.staff, &mother)["children"][0]["born_on"], "2025-02", "{sent}");
            let again = send(&world.staff, "", file(&line) + "\n").expect(200);
            assert_eq!(outcomes(&again), all("known", [2]), "{sent}: {again}");
        }
        let told = send(&world.staff, "", file(&[("DOB", "11/2021"), ("Forename", "Old")])).expect(200);
        assert_eq!(outcomes(&told), all("made", [2]), "five from the first of December");
        let told = send(&world.staff, "", file(&[("DOB", "10/2021"), ("Forename", "Older")])).expect(200);
        assert_eq!(outcomes(&told), all("left_out", [2]));
    }

    fn a_day_that_is_a_slip_is_told(app) {
        let world = World::new(app);
        for (wrong, says) in [
            ("30 Junk 2025", "31/01/2026"),
            ("01/01/1900", "too long ago"),
            ("14/05/0025", "too long ago"),
            ("0025-05-14", "too long ago"),
            ("12/2026", "in the future"),
            ("05/25", "31/01/2026"),
        ] {
            let said = refusal(&world, &[("DOB", wrong)]);
            assert!(said.contains("\"DOB\"") && said.contains(says), "{wrong}: {said}");
        }
        for wrong in ["1900-01-01", "0025-05-14", "1900-01"] {
            let body = people(json!({ "children": [{ "name": "Yusuf", "born_on": wrong }] }));
            world.staff.post("/api/v1/families", &body).refused(422, "invalid_request");
        }
        let expected = people(json!({ "children": [{ "due_on": "2026-11-20" }] }));
        let made = world.staff.post("/api/v1/families", &expected).expect(201);
        let birth = format!("/api/v1/families/{}/children/{}/birth", id(&made), id(&made["children"][0]));
        let told = json!({ "babies": [{ "name": "Zara", "born_on": "0025-11-16" }] });
        world.staff.post(&birth, &told).refused(422, "invalid_request");
        // Nobody is found by a month that is none.
        let found = world.staff.get("/api/v1/families?q=30+Junk+2025").expect(200);
        assert_eq!(found["items"], json!([]));
    }

    fn an_address_that_no_mail_can_reach_is_told_with_its_line(app) {
        let world = World::new(app);
        for wrong in ["zed@hubs", "zed@localhost", "zed@example.org\u{200b}"] {
            let said = refusal(&world, &[("Email", wrong)]);
            assert!(said.contains("\"Email\"") && !said.contains(wrong), "{said}");
        }
        let told = send(&world.staff, "", file(&[("Email", "Zed@Example.org")])).expect(200);
        assert_eq!(outcomes(&told), all("made", [2]));
        assert_eq!(only_family(&world.staff)["carers"][0]["email"], "zed@example.org");
    }
}
