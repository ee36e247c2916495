//! Names in every script on paper: by the fonts that are carried, by those of the machine (here a
//! folder with a few letters of Bengali and Chinese), and where there is none in Latin letters.

use serde_json::{Value, json};

use crate::api::feeds::send;
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::paper::letters;
use crate::support::world::{World, id};

fn family(world: &World, carer: &str, child: &str) -> Value {
    let body = json!({
        "carers": [{ "name": carer }], "centre_id": world.centre, "postcode": "M31 4FL",
        "children": [{ "name": child, "born_on": "2025-05-14" }],
    });
    world.staff.post("/api/v1/families", &body).expect(201)
}

fn bytes(who: &Client, path: &str) -> Vec<u8> {
    let answer = who.get(path);
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.bytes
}

/// The front of the card as SVG, and the letters of its PDF.
fn card(world: &World, family: &Value) -> (String, std::collections::BTreeSet<char>) {
    let number = family["membership"]["number"].as_str().expect("a number");
    let path = format!("/api/v1/memberships/{number}/card");
    let svg = String::from_utf8(bytes(&world.staff, &format!("{path}.svg"))).expect("text");
    (svg, letters(&bytes(&world.staff, &format!("{path}.pdf"))))
}

/// The letters of the register of a session that this family is booked into.
fn register(world: &World, family: &Value) -> std::collections::BTreeSet<char> {
    let session = world.session(json!({}));
    let party = json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]],
        "adults": 1, "reason": "at the desk" });
    let path = format!("/api/v1/sessions/{session}");
    world.staff.post(&format!("{path}/bookings"), &party).expect(201);
    letters(&bytes(&world.staff, &format!("{path}/register/sheet.pdf")))
}

fn has(found: &std::collections::BTreeSet<char>, name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).all(|c| found.contains(&c))
}

both! {
    fn a_name_in_a_script_that_is_not_carried_is_drawn_by_a_font_found_here(app) {
        let world = World::new(app);
        let made = family(&world, "রহিমা খাতুন", "王小明");
        assert_eq!(made["children"][0].get("printed_as"), None, "it is drawn as it is written");
        assert!(has(&register(&world, &made), "王小明"));
        let (svg, drawn) = card(&world, &made);
        assert!(svg.contains("রহিমা") && drawn.contains(&'র'), "{drawn:?}");
        // A letter to somebody whose post comes from a feed.
        let line = "Forename,Surname,DOB,Mother's name,Address,Postcode\n小明,王,14/06/2025,王小,1 High St,M33 1AA\n";
        send(&world.staff, "", line).expect(200);
        let letters = letters(&bytes(&world.staff, "/api/v1/memberships/to-tell/letters.pdf"));
        assert!(has(&letters, "王小"), "{letters:?}");
    }

    fn what_no_font_here_can_draw_is_said_when_it_is_typed_and_printed_in_latin_letters(app) {
        let world = World::new(app);
        for (carer, child, latin) in [
            ("שרה כהן", "დავით", "Shrh Khn"),
            ("தமிழ்", "김민준", ""),
            ("สมชาย", "Արամ", ""),
            ("王芳", "አበበ", "Wang Fang"),
        ] {
            let made = family(&world, carer, child);
            assert_eq!(made["carers"][0]["name"], carer, "the name is taken as it is");
            let said = made["carers"][0]["printed_as"].as_str().expect("how it is printed").to_owned();
            assert!(said.is_ascii() && (latin.is_empty() || said == latin), "{carer}: {said}");
            let child_said = made["children"][0]["printed_as"].as_str().expect("how it is printed");
            let shown = world.staff.get(&format!("/api/v1/families/{}", id(&made))).expect(200);
            assert_eq!(shown["children"][0]["printed_as"], child_said);

            let (svg, drawn) = card(&world, &made);
            assert!(svg.contains(&said.replace('\'', "&#39;")) && !has(&drawn, carer), "{svg}");
            let drawn = register(&world, &made);
            assert!(has(&drawn, child_said) && !has(&drawn, child), "{child}: {drawn:?}");
        }
        // What stands beside such a word stays as it was written.
        let made = family(&world, "Anna שרה Łucka", "Zoë");
        assert_eq!(made["carers"][0]["printed_as"], "Anna Shrh Łucka");
        assert_eq!(made["children"][0].get("printed_as"), None);
    }

    fn a_name_in_arabic_starts_at_its_own_side(app) {
        let world = World::new(app);
        let (svg, drawn) = card(&world, &family(&world, "محمد علي", "Zara"));
        assert!(drawn.iter().any(|c| ('\u{600}'..'\u{700}').contains(c)), "{drawn:?}");
        let line = svg.split("<text").find(|line| line.contains("محمد")).expect("the name");
        assert!(line.contains("x=\"50.000\"") && line.contains("text-anchor=\"end\""), "{line}");
        assert!(line.contains("\u{202b}محمد علي\u{202c}"), "{line}");
        let (svg, _) = card(&world, &family(&world, "Ann علي", "Bo"));
        let line = svg.split("<text").find(|line| line.contains("Ann")).expect("the name");
        assert!(line.contains("x=\"5.000\"") && !line.contains("text-anchor"), "the control: {line}");
    }

    fn a_cell_of_a_page_starts_where_its_first_letter_does(app) {
        let style = app.nobody.get("/style.css");
        assert_eq!(style.status, 200);
        assert!(style.text.contains("text-align: start; unicode-bidi: plaintext"));
    }
}
