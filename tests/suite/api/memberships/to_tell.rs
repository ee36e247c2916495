//! Listed until told: by mail, by a letter, or in person; and how to say no.

use firstplace::access::{Actor, Role};
use firstplace::db::Tx;
use firstplace::feeds::telling::service::note_reached;
use serde_json::{Value, json};

use crate::api::feeds::{NHS, csv, row, send};
use crate::api::partners::agreements::{agreement, partner};
use crate::support::app::{TestApp, both};
use crate::support::mail::{letters, sent};
use crate::support::people::Person;
use crate::support::world::{World, id};

fn listed_by_mail() -> String {
    csv(&[row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123")])
        .replace("900123,", "900123,amina@example.org")
}

fn listed_by_letter() -> String {
    csv(&[row(NHS[1], "Ada Byrne", "14/02/2026", "Mary Byrne", "")])
}

fn to_tell(world: &World, query: &str) -> Vec<Value> {
    let path = format!("/api/v1/memberships/to-tell?{query}");
    world.staff.get(&path).expect(200)["items"].as_array().expect("items").clone()
}

fn note(app: &TestApp) -> usize {
    app.store.write(Actor::service(), |tx: &mut Tx| note_reached(tx)).expect("it is noted")
}

both! {
    fn the_welcome_says_who_told_us_and_how_to_say_no(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford health visitors");
        agreement(&world, &partner, json!({}));
        send(&world.staff, &format!("partner_id={partner}"), listed_by_mail()).expect(200);
        let welcomes = letters(app, "welcome");
        assert_eq!(welcomes.len(), 1);
        assert_eq!(welcomes[0].to, "amina@example.org");
        assert!(welcomes[0].says("Trafford health visitors told us about your family."));
        assert!(welcomes[0].says("We keep a few facts about your family."));
        assert!(!welcomes[0].says("Yusuf"));

        // Looking changes nothing; the button does.
        let link = welcomes[0].button("Stop being a member");
        let page = app.nobody.get(&link);
        assert_eq!(page.status, 200);
        let family = id(&world.staff.get("/api/v1/families").expect(200)["items"][0]);
        let path = format!("/api/v1/families/{family}");
        assert_eq!(world.staff.get(&path).expect(200)["membership"]["status"], "listed");
        assert_eq!(app.nobody.post(&link, &json!({})).status, 200);
        assert_eq!(world.staff.get(&path).expect(200)["membership"]["status"], "opted_out");
        assert!(to_tell(&world, "").is_empty());
        // Saying no stands, even if the message was noted as arrived afterwards.
        sent(app, "welcome");
        assert_eq!(note(app), 0);
    }

    fn a_family_whose_welcome_left_is_a_member(app) {
        let world = World::new(app);
        send(&world.staff, "", listed_by_mail()).expect(200);
        assert_eq!(note(app), 0, "a message that waits has told nobody");
        assert_eq!(to_tell(&world, "")[0]["way"], "mail");
        assert_eq!(to_tell(&world, "")[0]["to_ring"]["carers"][0]["name"], "Amina Khan");
        sent(app, "welcome");
        assert_eq!(note(app), 1);
        assert_eq!(note(app), 0);
        assert!(to_tell(&world, "").is_empty());
        let family = &world.staff.get("/api/v1/families").expect(200)["items"][0];
        assert_eq!(family["membership"]["status"], "member");
    }

    fn a_change_by_staff_does_not_count_as_telling_the_family(app) {
        let world = World::new(app);
        send(&world.staff, "", listed_by_letter()).expect(200);
        let family = id(&world.staff.get("/api/v1/families").expect(200)["items"][0]);
        let path = format!("/api/v1/families/{family}");
        let shown = world.staff.get(&path);
        let etag = shown.header("etag").expect("an ETag").to_owned();
        let child = json!({ "name": "Bo Byrne", "born_on": "2026-10-01" });
        let change = json!({ "postcode": "M33 2AA", "children": [child] });
        let call = world.staff.call(ureq::http::Method::PATCH, &path);
        call.json(&change).if_match(&etag).send().expect(200);
        let after = world.staff.get(&path).expect(200);
        assert_eq!(after["membership"]["status"], "listed");
        let due = to_tell(&world, "");
        assert_eq!(due.len(), 1, "it is still to be told");
        let number = due[0]["number"].as_str().expect("a number");
        let told = format!("/api/v1/memberships/{number}/told");
        world.staff.post(&told, &json!({ "how": "in_person" })).expect(200);
        assert!(to_tell(&world, "").is_empty());
    }

    fn a_listed_family_is_told_by_letter_or_in_person_within_a_month_and_is_then_a_member(app) {
        let world = World::new(app);
        send(&world.staff, "", listed_by_letter()).expect(200);
        assert!(letters(app, "welcome").is_empty());
        let due = to_tell(&world, "");
        assert_eq!(due[0]["way"], "letter");
        assert_eq!(due[0]["tell_by"], "2026-12-16");
        assert!(to_tell(&world, "overdue=true").is_empty());
        app.set_clock("2026-12-16T10:00:00Z");
        assert!(to_tell(&world, "overdue=true").is_empty());
        app.set_clock("2026-12-17T10:00:00Z");
        assert_eq!(to_tell(&world, "overdue=true").len(), 1);

        let printed = world.staff.get("/api/v1/memberships/to-tell/letters.pdf");
        assert_eq!(printed.header("content-type"), Some("application/pdf"));
        assert!(printed.text.starts_with("%PDF-"));

        let number = due[0]["number"].as_str().expect("a number");
        let path = format!("/api/v1/memberships/{number}/told");
        let elsewhere = world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201);
        let elsewhere = id(&elsewhere);
        let person = Person { centre: Some(&elsewhere), ..Person::default() };
        let others = app.sign_in(Role::Staff, &person);
        others.post(&path, &json!({ "how": "letter" })).refused(404, "not_found");
        assert!(others.get("/api/v1/memberships/to-tell").expect(200)["items"] == json!([]));
        for _ in 0..2 {
            let told = world.staff.post(&path, &json!({ "how": "letter" })).expect(200);
            assert_eq!(told["status"], "member");
            assert_eq!(told["told_how"], "letter");
        }
        assert!(to_tell(&world, "").is_empty());
        let wrong = "/api/v1/memberships/12345678/told";
        world.staff.post(wrong, &json!({ "how": "letter" })).refused(422, "invalid_membership_number");
    }
}
