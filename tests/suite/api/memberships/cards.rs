//! A family's card: its code as a scanner reads it off the paper, checked with the published key as
//! a register would; who may draw it; and that a new card ends the old one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use ed25519_dalek::{Signature, VerifyingKey};
use firstplace::access::{Actor, Role};
use firstplace::db::schema::audit;
use resvg::tiny_skia::Pixmap;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::paper::{codes, cut, of_pdf, of_svg};
use crate::support::people::Person;
use crate::support::world::{Family, World, id};

/// The number of a family's membership.
fn number(world: &World, family: &Family) -> String {
    let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
    shown["membership"]["number"].as_str().expect("a number").to_owned()
}

fn card(who: &Client, number: &str, what: &str) -> Vec<u8> {
    let answer = who.get(&format!("/api/v1/memberships/{number}/{what}"));
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    answer.bytes
}

fn front(who: &Client, number: &str) -> String {
    String::from_utf8(card(who, number, "card.svg")).expect("text")
}

/// The one code on the front of the card.
fn code_of(who: &Client, number: &str) -> String {
    let found = codes(&of_svg(&front(who, number)));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// The codes on the cards that are cut out of a sheet, row by row.
fn of_sheet(sheet: &Pixmap) -> Vec<String> {
    let places = (0..10).map(|place| (place % 2, place / 2));
    let cards = places.map(|(column, row)| {
        cut(sheet, [14.4 + 95.6 * column as f32, 13.5 + 54.0 * row as f32, 85.6, 54.0])
    });
    cards.flat_map(|card| codes(&card)).collect()
}

/// As a register does it without a line: the published key, the text before the last full stop.
fn is_signed(app: &TestApp, code: &str) -> bool {
    let keys = app.nobody.get("/.well-known/card-keys.json").expect(200);
    let key = keys["keys"][0]["x"].as_str().expect("a public key");
    let bytes: [u8; 32] =
        URL_SAFE_NO_PAD.decode(key).expect("base64url").try_into().expect("32 bytes");
    let key = VerifyingKey::from_bytes(&bytes).expect("a key");
    let (said, signature) = code.rsplit_once('.').expect("a signature");
    let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64url");
    let signature = Signature::from_slice(&signature).expect("64 bytes");
    key.verify_strict(said.as_bytes(), &signature).is_ok()
}

/// What was done with a membership.
fn logged(app: &TestApp, number: &str) -> Vec<String> {
    let number = number.to_owned();
    let read = app.store.read(Actor::service(), move |tx| {
        Ok(audit::table.filter(audit::subject_id.eq(number)).select(audit::act).load(tx.conn())?)
    });
    read.expect("the log is read")
}

fn checked(who: &Client, code: &str) -> Value {
    who.post("/api/v1/memberships/check-code", &json!({ "code": code })).expect(200)
}

both! {
    fn the_code_on_the_card_is_read_and_checked_without_asking(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let number = number(&world, &family);

        let code = code_of(&family.parent, &number);
        assert!(code.starts_with(&format!("FP1.{number}.1.")), "{code}");
        assert!(is_signed(app, &code));
        for tampered in [
            code.replacen(&number, "48210934", 1),
            code.replacen(".1.", ".2.", 1),
            code.replacen("FP1", "FP2", 1),
        ] {
            assert!(!is_signed(app, &tampered), "{tampered}");
            let body = json!({ "code": tampered });
            world
                .staff
                .post("/api/v1/memberships/check-code", &body)
                .refused(422, "invalid_card_code");
        }

        // The same code is on the paper: one card, and one among the sheet's.
        let pages = of_pdf(&card(&family.parent, &number, "card.pdf"));
        let sizes: Vec<_> = pages.iter().map(|(width, height, _)| (*width, *height)).collect();
        let is_card = |(width, height): &(f32, f32)| {
            (width - 85.6).abs() < 0.05 && (height - 54.0).abs() < 0.05
        };
        assert!(sizes.len() == 2 && sizes.iter().all(is_card), "{sizes:?}");
        assert_eq!(codes(&pages[0].2), [code.as_str()]);
        assert!(codes(&pages[1].2).is_empty());
        let pages = of_pdf(&card(&family.parent, &number, "card.pdf?sheet=a4"));
        assert_eq!(codes(&pages[0].2), [code]);
    }

    fn a_code_opens_nothing_and_names_nobody(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let number = number(&world, &family);
        let code = code_of(&family.parent, &number);
        let elsewhere = world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201);
        let there = Person { centre: elsewhere["id"].as_str(), ..Person::default() };
        let desk = app.sign_in(Role::FrontDesk, &there);

        // At another centre's desk the card is good; whose it is, is not told.
        let answer = checked(&desk, &code);
        assert_eq!((&answer["number"], &answer["validity"]), (&json!(number), &json!("valid")));
        assert_eq!(answer["family_id"], Value::Null);
        desk.get(&format!("/api/v1/memberships/{number}")).refused(404, "not_found");
        assert_eq!(checked(&world.staff, &code)["family_id"], json!(family.id));
        let body = json!({ "code": code });
        family.parent.post("/api/v1/memberships/check-code", &body).refused(403, "not_allowed");
        assert!(!code.contains("Khan") && !code.contains(&family.id));
    }

    fn a_new_card_ends_the_code_of_the_old_one(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let number = number(&world, &family);
        let old = code_of(&family.parent, &number);

        let reissue = format!("/api/v1/memberships/{number}/reissue");
        family.parent.post(&reissue, &json!({})).refused(403, "not_allowed");
        let made = world.staff.post(&reissue, &json!({})).expect(200);
        assert_eq!(made["card_issue"], 2);
        let new = code_of(&family.parent, &number);

        assert!(is_signed(app, &old) && is_signed(app, &new), "offline both are ours");
        assert_eq!(checked(&world.staff, &old)["validity"], "replaced");
        assert_eq!(checked(&world.staff, &new)["validity"], "valid");

        let path = format!("/api/v1/families/{}/opt-out", family.id);
        world.staff.post(&path, &json!({})).expect(200);
        assert_eq!(checked(&world.staff, &new)["validity"], "ended");
        world.staff.post(&reissue, &json!({})).refused(409, "no_longer_open");
        let path = format!("/api/v1/memberships/{number}/card.pdf");
        world.staff.get(&path).refused(409, "no_longer_open");
    }

    fn a_mistyped_number_is_refused_without_being_looked_up(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let number = number(&world, &family);
        let spoken = format!("{}%20{}", &number[..4], &number[4..]);
        let opened = world.staff.get(&format!("/api/v1/memberships/{spoken}")).expect(200);
        assert_eq!(opened["number"], json!(number));
        assert_eq!(opened["family_id"], json!(family.id));
        assert_eq!((&opened["status"], &opened["card_issue"]), (&json!("member"), &json!(1)));

        let last = number.as_bytes()[7] - b'0';
        let slip = format!("{}{}", &number[..7], (last + 1) % 10);
        for path in ["", "/card.svg", "/card.pdf"] {
            let path = format!("/api/v1/memberships/{slip}{path}");
            world.staff.get(&path).refused(422, "invalid_membership_number");
        }
        let body = json!({ "numbers": [number, slip] });
        let refused = world.staff.post("/api/v1/cards/sheet", &body);
        let refused = refused.refused(422, "invalid_membership_number");
        assert_eq!(refused["errors"][0]["pointer"], "/numbers/1");
    }

    fn only_the_own_family_and_its_centre_see_a_card(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let stranger = world.family("Bo Stranger").parent;
        let number = number(&world, &family);
        let elsewhere = world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201);
        let there = Person { centre: elsewhere["id"].as_str(), ..Person::default() };
        let visitor = world.professional("health");
        visitor.get(&format!("/api/v1/memberships/{number}")).refused(403, "not_allowed");
        for who in [&stranger, &app.sign_in(Role::Staff, &there)] {
            for path in ["", "/card.svg", "/card.pdf"] {
                let path = format!("/api/v1/memberships/{number}{path}");
                who.get(&path).refused(404, "not_found");
            }
        }
        let nobody = app.nobody.get(&format!("/api/v1/memberships/{number}/card.svg"));
        nobody.refused(401, "not_signed_in");
    }
}

/// Names no layout was made for, and what must not become markup.
const NAMES: &[&str] = &[
    "Zoë <b>O'Brien</b> & \"Sons\"",
    "Wolfeschlegelsteinhausenbergerdorff Adolph Blaine Charles David Earl Frederick Gerald Hubert",
    "Łucja Żółć-Świętosławska",
    "فاطمة الزهراء",
    "Ελένη Παπαδοπούλου",
];

both! {
    fn any_name_is_drawn_and_none_is_markup(app) {
        let world = World::new(app);
        let mut numbers = Vec::new();
        for (at, name) in NAMES.iter().enumerate() {
            let body = json!({
                "carers": [{ "name": name, "email": format!("{at}@example.org") }],
                "children": [{ "name": "Leo", "born_on": "2025-11-01" }],
                "centre_id": world.centre,
            });
            let made = world.staff.post("/api/v1/families", &body).expect(201);
            let number = made["membership"]["number"].as_str().expect("a number").to_owned();
            let drawn = front(&world.staff, &number);
            assert!(!drawn.contains("<b>"), "{drawn}");
            assert_eq!(codes(&of_svg(&drawn)).len(), 1, "{name}");
            numbers.push(number);
        }
        let found = world.staff.post("/api/v1/cards/sheet", &json!({ "numbers": numbers }));
        let printed = of_sheet(&of_pdf(&found.bytes)[0].2);
        let own: Vec<_> = numbers.iter().map(|one| code_of(&world.staff, one)).collect();
        assert_eq!(printed, own);
    }

    fn a_sheet_holds_ten_cards_front_and_back(app) {
        let world = World::new(app);
        let families = world.families(11);
        let numbers: Vec<_> = families.iter().map(|family| number(&world, family)).collect();
        let printed = world.staff.post("/api/v1/cards/sheet", &json!({ "numbers": numbers }));
        assert_eq!(printed.header("content-type"), Some("application/pdf"));
        let pages = of_pdf(&printed.bytes);
        let codes_by_page: Vec<_> = pages.iter().map(|page| of_sheet(&page.2).len()).collect();
        assert_eq!(codes_by_page, [10, 0, 1, 0], "a back behind each front");
        let is_a4 = |width: f32, height: f32| (width - 210.0).abs() + (height - 297.0).abs() < 0.1;
        assert!(pages.iter().all(|(width, height, _)| is_a4(*width, *height)));
        let body = json!({ "numbers": numbers });
        families[0].parent.post("/api/v1/cards/sheet", &body).refused(403, "not_allowed");
        world.staff.post("/api/v1/cards/sheet", &json!({ "numbers": [] })).refused(422, "invalid_request");
    }

    fn the_back_carries_what_the_centre_offers_and_the_notice(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let path = format!("/api/v1/memberships/{}/card.svg?side=back", number(&world, &family));
        let offer = format!("/api/v1/centres/{}/offer", world.centre);
        let lines = json!({ "lines": ["Stay & play every weekday", "Help with feeding"] });
        world.staff.put(&offer, &lines).expect(200);
        assert_eq!(family.parent.get(&offer).expect(200)["lines"], lines["lines"]);

        let back = family.parent.get(&path).text;
        for words in ["Stay &amp; play every weekday", "Help with feeding", "Notice 1 (en)"] {
            assert!(back.contains(words), "{words}: {back}");
        }

        let long = json!({ "lines": vec!["Something for every one of you, every day"; 9] });
        world.staff.put(&offer, &long).refused(422, "invalid_request");
        let elsewhere = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let other = format!("/api/v1/centres/{elsewhere}/offer");
        world.staff.put(&other, &lines).refused(404, "not_found");
        world.admin.put(&other, &lines).expect(200);
        family.parent.put(&offer, &lines).refused(403, "not_allowed");
    }

    fn the_key_is_made_once_and_shown_without_its_secret(app) {
        let first = app.nobody.get("/.well-known/card-keys.json").expect(200);
        let world = World::new(app);
        let family = world.family("Amina Khan");
        code_of(&family.parent, &number(&world, &family));
        let again = app.nobody.get("/.well-known/card-keys.json").expect(200);
        assert_eq!(first, again);
        assert_eq!(first["keys"].as_array().map(Vec::len), Some(1));
        assert!(first["keys"][0].get("d").is_none());
        let tokens = app.nobody.get("/.well-known/jwks.json").expect(200);
        assert!(!tokens.to_string().contains(first["keys"][0]["x"].as_str().expect("a key")));
    }

    fn every_opening_is_logged(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let number = number(&world, &family);
        family.parent.get(&format!("/api/v1/memberships/{number}")).expect(200);
        code_of(&family.parent, &number);
        let logged = logged(app, &number);
        assert!(["open_membership", "open_card"].iter().all(|act| logged.iter().any(|of| of == act)));
    }
}
