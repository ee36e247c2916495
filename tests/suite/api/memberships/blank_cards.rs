//! Cards that are printed before anybody knows whose they will be: each is given once, and is then a
//! card like any other, whether or not the family was known.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::pages::refer::{by_names, led, send};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::paper::{codes, cut, of_pdf};
use crate::support::people::Person;
use crate::support::world::{World, described, id, merged};

/// Prints cards; returns their numbers and the code of each.
fn prints(who: &Client, count: usize) -> Vec<(String, String)> {
    let printed = who.post("/api/v1/cards/blank", &json!({ "count": count }));
    assert_eq!(printed.status, 200, "{}", printed.text);
    let pages = of_pdf(&printed.bytes);
    assert_eq!(pages.len(), 2, "fronts and backs");
    let places = (0..count).map(|place| (place % 2, place / 2));
    let found = places.map(|(column, row)| {
        let card =
            cut(&pages[0].2, [14.4 + 95.6 * column as f32, 13.5 + 54.0 * row as f32, 85.6, 54.0]);
        let code = codes(&card).pop().expect("a code");
        let number = code.split('.').nth(1).expect("a number").to_owned();
        (number, code)
    });
    found.collect()
}

fn gives(who: &Client, number: &str, statement: &Value) -> crate::support::client::Answer {
    who.post(&format!("/api/v1/cards/{number}/give"), &json!({ "statement_id": statement["id"] }))
}

fn states(who: &Client, name: &str) -> Value {
    let family = merged(described(name, &["2025-11-01"]), json!({ "postcode": "M31 4FL" }));
    let answer = who.post("/api/v1/families", &family);
    assert!(answer.status < 300, "{}", answer.text);
    answer.json()
}

fn checked(who: &Client, code: &str) -> Value {
    who.post("/api/v1/memberships/check-code", &json!({ "code": code })).expect(200)
}

both! {
    fn a_card_is_nobodys_until_it_is_given_and_then_the_familys(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let printed = prints(&visitor, 2);
        let (number, code) = &printed[0];
        assert!(number.starts_with('9') && number != &printed[1].0, "{printed:?}");
        assert_eq!(checked(&world.staff, code)["validity"], "not_given");
        let left = |who: &Client| who.get("/api/v1/cards/blank").expect(200)["items"].as_array().expect("a list").len();
        assert_eq!(left(&visitor), 2);

        let statement = states(&visitor, "Una Webb");
        let given = gives(&visitor, number, &statement).expect(200);
        assert_eq!((&given["number"], &given["statement_id"]), (&json!(number), &statement["id"]));
        assert_eq!(given, gives(&visitor, number, &statement).expect(200), "again, nothing changes");
        assert_eq!(left(&visitor), 1);
        let found = checked(&world.staff, code);
        assert_eq!(found["validity"], "valid");
        // Whoever runs the centres finds the family by the number on its card.
        let staff = app.as_role(Role::Staff);
        let list = staff.get(&format!("/api/v1/families?q={number}")).expect(200);
        assert_eq!(list["items"][0]["carers"][0]["name"], "Una Webb");
        assert_eq!(checked(&staff, code)["family_id"], list["items"][0]["id"]);

        let own = list["items"][0]["membership"]["number"].as_str().expect("a number");
        assert_ne!(own, number);
        staff.post(&format!("/api/v1/memberships/{own}/reissue"), &json!({})).expect(200);
        assert_eq!(checked(&staff, code)["validity"], "replaced", "a newer card ends it");
    }

    fn a_card_is_given_once_and_by_the_team_that_printed_it(app) {
        let world = World::new(app);
        let (visitor, other) = (world.professional("health"), world.professional("health"));
        let number = prints(&visitor, 1)[0].0.clone();
        let (una, ada) = (states(&visitor, "Una Webb"), states(&visitor, "Ada Moss"));
        gives(&other, &number, &states(&other, "Una Webb")).refused(422, "invalid_request");
        gives(&visitor, &number, &una).expect(200);
        gives(&visitor, &number, &ada).refused(409, "no_longer_open");
        gives(&visitor, "48210934", &ada).refused(422, "invalid_request");
        gives(&visitor, "90000000", &ada).refused(422, "invalid_membership_number");
        let more = prints(&visitor, 1)[0].0.clone();
        gives(&visitor, &more, &json!({ "id": states(&other, "Ida Holt")["id"] })).refused(404, "not_found");
        let no = merged(described("Says No", &["2025-11-03"]), json!({ "guest": true }));
        let no = visitor.post("/api/v1/families", &no).expect(201);
        gives(&visitor, &more, &no).refused(409, "no_longer_open");
        for count in [0, 51] {
            visitor.post("/api/v1/cards/blank", &json!({ "count": count })).refused(422, "invalid_request");
        }
        world.staff.post("/api/v1/cards/blank", &json!({ "count": 1 })).refused(403, "not_allowed");
    }

    fn a_given_card_is_answered_alike_whether_the_family_was_known_or_opted_out(app) {
        let world = World::new(app);
        let mut told = Vec::new();
        for what in ["Unknown", "Known", "Opted Out", "Restricted"] {
            let (visitor, other) = (world.professional("health"), world.professional("health"));
            let family = (what != "Unknown").then(|| {
                let body = merged(described(what, &["2025-11-01"]), json!({ "postcode": "M31 4FL", "centre_id": world.centre }));
                id(&world.staff.post("/api/v1/families", &body).expect(201))
            });
            if let (Some(family), "Opted Out") = (&family, what) {
                world.staff.post(&format!("/api/v1/families/{family}/opt-out"), &json!({})).expect(200);
            }
            if let (Some(family), "Restricted") = (&family, what) {
                let body = json!({ "restricted": true, "unsafe_address": false });
                app.as_role(Role::SafeguardingLead).put(&format!("/api/v1/families/{family}/restriction"), &body).expect(200);
            }
            let number = prints(&visitor, 1)[0].0.clone();
            let given = gives(&visitor, &number, &states(&visitor, what));
            // The card opens the same to its own team and to another.
            let session = world.session(json!({}));
            let refer = json!({ "membership_number": number, "born_on": "2025-11-01", "reason": "isolated",
                "agreed_on": "2026-11-15", "agreed_how": "spoken" });
            let path = format!("/api/v1/sessions/{session}/referrals");
            let wrong = merged(refer.clone(), json!({ "born_on": "2025-11-02" }));
            told.push([
                given.status, visitor.post(&path, &refer).status, other.post(&path, &refer).status,
                visitor.post(&path, &wrong).status, other.post(&path, &wrong).status,
            ]);
        }
        assert_eq!(told[0], [200, 201, 201, 422, 422]);
        told.dedup();
        assert_eq!(told.len(), 1, "{told:?}");
    }

    fn a_card_is_printed_and_given_on_pages(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let printed = send(&visitor, "/cards", &[("count", "10")]);
        assert_eq!(printed.header("content-type"), Some("application/pdf"), "{}", printed.text);
        let list = visitor.get("/api/v1/cards/blank").expect(200);
        let number = list["items"][0]["number"].as_str().expect("a number");
        assert_eq!(list["items"].as_array().map(Vec::len), Some(10));
        let spoken = format!("{} {}", &number[..4], &number[4..]);
        assert!(visitor.open("/cards").text.contains(&spoken));

        let way = led(&send(&visitor, "/refer", &by_names(&[])));
        let family = way.split_once("family=").expect("a family").1;
        let form = format!("/refer/families/{family}/card");
        let refused = send(&visitor, &form, &[("number", "12345678")]);
        assert!(refused.status == 422 && refused.text.contains("href=\"#number\""), "{}", refused.text);
        let back = led(&send(&visitor, &form, &[("number", spoken.as_str())]));
        assert!(visitor.open(&back).text.contains(&format!("Card {spoken} is this family’s now.")));
        assert!(!visitor.open("/cards").text.contains(&spoken));
        let foreign = world.professional("health");
        assert_eq!(send(&foreign, &form, &[("number", spoken.as_str())]).status, 404);
        let staff = app.sign_in(Role::Staff, &Person::default());
        assert_eq!(staff.open("/cards").status, 403);
        assert_eq!(send(&staff, "/cards", &[]).status, 403);
    }
}
