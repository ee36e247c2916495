//! A carer's own address and nobody else's: confirmed at the new one before it is used, and told at
//! the old one, which never reads the new.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{World, id};

/// Two carers of one family, each signed in.
struct Two {
    family: String,
    carers: [String; 2],
    ada: Client,
    bea: Client,
}

fn two(app: &TestApp, world: &World) -> Two {
    let body = json!({
        "carers": [{ "name": "Ada", "email": "ada@example.org" },
            { "name": "Bea", "email": "bea@example.org" }],
        "children": [{ "name": "Cal", "born_on": "2025-11-01" }], "centre_id": world.centre,
    });
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let family = id(&made);
    let carers = [0, 1].map(|at| id(&made["carers"][at]));
    let parent = |carer: &str| {
        let person = Person { family: Some(&family), carer: Some(carer), ..Person::default() };
        app.sign_in(Role::Parent, &person)
    };
    let (ada, bea) = (parent(&carers[0]), parent(&carers[1]));
    Two { family, carers, ada, bea }
}

impl Two {
    fn read(&self, who: &Client) -> Value {
        who.get(&format!("/api/v1/families/{}", self.family)).expect(200)
    }

    fn change(&self, who: &Client, carer: Value) -> Answer {
        let path = format!("/api/v1/families/{}", self.family);
        let etag = who.get(&path).header("etag").expect("an ETag").to_owned();
        let body = json!({ "carers": [carer] });
        who.call(Method::PATCH, &path).json(&body).if_match(&etag).send()
    }

    fn asks(&self, email: &str) -> Value {
        json!({ "id": self.carers[0], "name": "Ada Lovelace", "email": email })
    }
}

both! {
    fn a_carer_changes_no_other_carers_name_or_address(app) {
        let world = World::new(app);
        let two = two(app, &world);
        let before = two.read(&world.staff);
        let hers = json!({ "id": two.carers[1], "name": "Bea", "email": "ada@example.org" });
        two.change(&two.ada, hers).refused(404, "not_found");
        let made_up = json!({ "id": "nobody", "name": "Bea" });
        two.change(&two.ada, made_up).refused(404, "not_found");
        let says = |carer: &str| json!({ "subject_id": carer, "question": "ethnicity",
            "value": "white_british" });
        let answers = format!("/api/v1/families/{}/answers", two.family);
        two.ada.put(&answers, &says(&two.carers[1])).refused(404, "not_found");
        two.ada.put(&answers, &says(&two.carers[0])).expect(200);
        assert_eq!(two.read(&world.staff)["carers"], before["carers"]);
        assert!(letters(app, "confirm_new_address").is_empty());
    }

    fn a_new_address_is_used_once_its_holder_presses_the_button(app) {
        let world = World::new(app);
        let two = two(app, &world);
        let after = two.change(&two.ada, two.asks("lovelace@example.org")).expect(200);
        assert_eq!(after["carers"][0]["name"], "Ada Lovelace");
        assert_eq!(after["carers"][0]["email"], "ada@example.org", "the old one, until then");
        assert_eq!(after["carers"][0]["email_to_confirm"], "lovelace@example.org");
        assert!(!two.read(&two.bea).to_string().contains("lovelace@"));

        let asked = letters(app, "confirm_new_address");
        assert_eq!(asked.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["lovelace@example.org"]);
        assert!(!asked[0].says("Lovelace") && !asked[0].says("ada@"), "nothing that was typed");
        let told = letters(app, "address_asked");
        assert_eq!(told.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["ada@example.org"]);
        assert!(!told[0].says("lovelace"));
        assert!(told[0].says("0161 912 2122"), "whom to phone");

        // A second thought: the first link leads nowhere any more.
        two.change(&two.ada, two.asks("countess@example.org")).expect(200);
        let links = letters(app, "confirm_new_address");
        let links: Vec<String> = links.iter().map(|one| one.button("Yes, this is my address")).collect();
        app.nobody.press(&links[0]).page(404);
        app.nobody.get(&links[1]).page(200);
        assert_eq!(two.read(&two.ada)["carers"][0]["email"], "ada@example.org", "looking is not pressing");
        for _ in 0..2 {
            app.nobody.press(&links[1]).page(200);
        }
        let after = two.read(&two.ada);
        assert_eq!(after["carers"][0]["email"], "countess@example.org");
        assert!(after["carers"][0].get("email_to_confirm").is_none());
        let found = world.staff.get("/api/v1/families?q=countess@example.org").expect(200);
        assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "found by it");
    }

    fn staff_withhold_the_message_to_the_old_address_where_it_endangers(app) {
        let world = World::new(app);
        let two = two(app, &world);
        let keep = json!({ "id": two.carers[0], "name": "Ada", "email": "ada@example.org",
            "no_address_notice": true });
        let kept = two.change(&world.staff, keep).expect(200);
        assert_eq!(kept["carers"][0]["no_address_notice"], true);
        let mut asks = two.asks("lovelace@example.org");
        asks["no_address_notice"] = json!(false);
        let after = two.change(&two.ada, asks).expect(200);
        assert!(after["carers"][0].get("no_address_notice").is_none(), "staff's word");
        assert_eq!(letters(app, "confirm_new_address").len(), 1);
        assert!(letters(app, "address_asked").is_empty());
        // Staff's own change stays direct.
        let direct = json!({ "id": two.carers[0], "name": "Ada", "email": "direct@example.org" });
        let after = two.change(&world.staff, direct).expect(200);
        assert_eq!(after["carers"][0]["email"], "direct@example.org");
    }

    fn a_carer_who_is_added_reads_nothing_before_the_address_is_confirmed(app) {
        let world = World::new(app);
        let two = two(app, &world);
        let after = two.change(&two.ada, json!({ "name": "Dee", "email": "dee@example.org" }));
        assert_eq!(after.expect(200)["carers"][2]["email"], Value::Null);
        let asked = letters(app, "confirm_new_address");
        assert_eq!(asked[0].to, "dee@example.org");
        app.nobody.press(&asked[0].button("Yes, this is my address")).page(200);
        assert_eq!(two.read(&two.ada)["carers"][2]["email"], "dee@example.org");
    }
}
