//! A family's places, as a parent opens them on a phone: what is offered, booked, waited for and
//! past, the card, and what nobody else may read there.

use firstplace::access::Role;
use serde_json::{Value, json};

use super::browser::Browser;
use super::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

/// The browser of somebody who signed in.
pub fn browser_of<'a>(app: &'a TestApp, parent: &Client) -> Browser<'a> {
    let mut browser = Browser::new(app);
    let token = parent.token().expect("a token").to_owned();
    browser.cookies.insert("firstplace".to_owned(), token);
    browser
}

/// A family of two carers and one child; each carer signed in.
pub fn two_carers(world: &World) -> (Value, Client, Client) {
    let body = json!({ "centre_id": world.centre, "postcode": "M31 4FL",
        "carers": [{ "name": "Dana Holt", "email": "dana@example.org" },
            { "name": "Nan Holt", "email": "nan@example.org", "phone": "07700 900123" }],
        "children": [{ "name": "Robyn", "born_on": "2024-11-01" }] });
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let family = id(&made);
    let [one, other] = [0, 1].map(|at| {
        let carer = id(&made["carers"][at]);
        let person = Person { family: Some(&family), carer: Some(&carer), ..Person::default() };
        world.app.sign_in(Role::Parent, &person)
    });
    (made, one, other)
}

fn on_day(day: &str) -> Value {
    json!({ "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:30:00Z") })
}

fn session(world: &World, title: &str, times: Value, changed: Value) -> String {
    let activity = world.activity(merged(json!({ "title": title }), changed));
    world.session(merged(times, json!({ "activity_id": activity })))
}

both! {
    fn a_family_reads_its_places_the_next_first(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let later = session(&world, "Family Music", on_day("2026-11-26"), json!({ "bring": "A cushion" }));
        let sooner = session(&world, "Messy Play", on_day("2026-11-23"), json!({}));
        let full = session(&world, "Baby Massage", on_day("2026-11-25"), json!({ "capacity": 1 }));
        world.family("Holder").books(&full).expect(201);
        for booked in [&later, &sooner, &full] {
            family.books(booked).expect(201);
        }

        let page = browser_of(app, &family.parent).get("/my");
        shows(&page, 200, &["My places", "Your places", "Messy Play", "Ada 0 and 1 adult",
            "Monday 23 November, 10am to 11:30am", "A cushion", "You are waiting", "Baby Massage",
            "Leave the list", "Cancel this place", "See what’s on for Ada 0, 1", "0161 912 2122"]);
        let file = page.text.split("href=\"/b/").nth(1).and_then(|rest| rest.split('"').next());
        let file = app.nobody.get(&format!("/b/{}", file.expect("a calendar file")));
        assert!(file.status == 200 && file.text.starts_with("BEGIN:VCALENDAR"), "{}", file.text);
        assert!(file.text.contains("Messy Play"), "{}", file.text);

        let at = |word: &str| page.text.find(word).expect("it is there");
        assert!(at("Messy Play") < at("Family Music") && at("Family Music") < at("Baby Massage"));
        assert_eq!(page.text.matches("<h1>").count(), 1);

        app.set_clock("2026-11-27T10:00:00Z");
        let page = browser_of(app, &family.parent).get("/my");
        shows(&page, 200, &["Nothing booked.", "Past and cancelled", "You had a place."]);
    }

    fn an_offer_is_answered_on_top_of_the_page(app) {
        let world = World::new(app);
        let full = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&full).expect(201);
        let (one, two) = (world.family("Ada"), world.family("Bea"));
        let waiting = one.books(&full).expect(201);
        two.books(&full).expect(201);
        let give_up = format!("/api/v1/bookings/{}/cancel", id(&held));
        holder.parent.post(&give_up, &json!({})).expect(200);

        let mut browser = browser_of(app, &one.parent);
        let page = browser.get("/my");
        shows(&page, 200, &["A place for you", "We are keeping it for you until", "Yes, I want it",
            "No thanks", "It is only yours when you say yes."]);
        let shown = one.parent.get(&format!("/api/v1/bookings/{}", id(&waiting))).expect(200);
        let path = format!("/my/offers/{}", id(&shown["offer"]));
        assert!(page.text.contains(&format!("action=\"{path}/accept\"")), "{}", page.text);

        // Not by another family, nor by another site's form.
        assert_eq!(browser_of(app, &two.parent).post(&format!("{path}/accept"), "").status, 404);
        let foreign = browser.send(ureq::http::Method::POST, &format!("{path}/accept"), Some(("cross-site", "")));
        assert_eq!(foreign.status, 403, "{}", foreign.text);

        for _ in 0..2 {
            let taken = browser.post(&format!("{path}/accept"), "");
            assert_eq!((taken.status, taken.header("location")), (303, Some("/my?done=accepted")), "{}", taken.text);
        }
        shows(&browser.get("/my?done=accepted"), 200, &["You are booked.", "Cancel this place"]);
        let late = browser.post(&format!("{path}/decline"), "");
        shows(&late, 409, &["There is a problem", "this offer has ended"]);
        assert_eq!(one.status(&waiting), "booked");
    }

    fn saying_no_to_an_offer_gives_it_to_the_next_family(app) {
        let world = World::new(app);
        let full = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&full).expect(201);
        let (one, two) = (world.family("Ada"), world.family("Bea"));
        let (waiting, next) = (one.books(&full).expect(201), two.books(&full).expect(201));
        holder.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&held)), &json!({})).expect(200);

        let shown = one.parent.get(&format!("/api/v1/bookings/{}", id(&waiting))).expect(200);
        let mut browser = browser_of(app, &one.parent);
        let said = browser.post(&format!("/my/offers/{}/decline", id(&shown["offer"])), "");
        assert_eq!(said.header("location"), Some("/my?done=declined"), "{}", said.text);
        shows(&browser.get("/my?done=declined"), 200, &["We will offer it to another family.", "You said no thanks."]);
        assert_eq!(two.status(&next), "offered");
    }

    fn a_place_is_given_up_once_that_was_asked(app) {
        let world = World::new(app);
        let (family, other) = (world.family("Ada"), world.family("Bea"));
        let booked = family.books(&world.session(json!({}))).expect(201);
        let path = format!("/my/bookings/{}/cancel", id(&booked));

        let mut browser = browser_of(app, &family.parent);
        shows(&browser.get(&path), 200, &["Cancel this place?", "You keep your place until you press."]);
        assert_eq!(family.status(&booked), "booked");
        assert_eq!(browser_of(app, &other.parent).get(&path).status, 404);
        assert_eq!(browser_of(app, &other.parent).post(&path, "").status, 404);
        for _ in 0..2 {
            let gone = browser.post(&path, "");
            assert_eq!((gone.status, gone.header("location")), (303, Some("/my?done=cancelled")), "{}", gone.text);
        }
        assert_eq!(family.status(&booked), "cancelled");
        assert_eq!(browser.get(&path).header("location"), Some("/my"));
        shows(&browser.get("/my?done=cancelled"), 200, &["another family can come now", "Changed your mind?", "href=\"/b/"]);

        let again = family.books(&world.session(on_day("2026-11-24"))).expect(201);
        app.set_clock("2026-11-24T10:05:00Z");
        let late = browser_of(app, &family.parent).post(&format!("/my/bookings/{}/cancel", id(&again)), "");
        shows(&late, 409, &["It is too late to change this here."]);
    }

    fn nobody_reads_what_another_carer_booked_as_sensitive(app) {
        let world = World::new(app);
        let (family, dana, nan) = two_carers(&world);
        let secret = session(&world, "Freedom Programme", on_day("2026-11-23"), json!({ "sensitive": true }));
        let party = json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]],
            "adults": 1, "carer_id": family["carers"][1]["id"] });
        let booked = world.staff.post(&format!("/api/v1/sessions/{secret}/bookings"), &party).expect(201);

        let hers = browser_of(app, &nan).get("/my");
        shows(&hers, 200, &["Your appointment", "Monday 23 November"]);
        let path = format!("/my/bookings/{}/cancel", id(&booked));
        let mut other = browser_of(app, &dana);
        for page in ["/my", "/my/family", "/my/told", "/my/told.json"] {
            let page = other.get(page);
            assert_eq!(page.status, 200, "{}", page.text);
            for word in ["Freedom", "appointment", "23 November", &id(&booked)] {
                assert!(!page.text.contains(word), "{word}: {}", page.text);
            }
        }
        assert_eq!(other.get(&path).status, 404);
        assert_eq!(other.post(&path, "").status, 404);
    }

    fn the_other_household_of_a_child_is_on_no_page(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let other = world.other_home(&family, "Zed Quill");
        other.books(&world.session(json!({}))).expect(201);

        for page in ["/my", "/my/family", "/my/told", "/my/told.json"] {
            let page = browser_of(app, &family.parent).get(page);
            assert_eq!(page.status, 200, "{}", page.text);
            for word in ["Zed", "Quill", "M32", "Stay and Play", &other.id] {
                assert!(!page.text.contains(word), "{word}: {}", page.text);
            }
        }
    }

    fn the_card_is_on_the_phone(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let number = family["membership"]["number"].as_str().expect("a number");
        let (one, two) = number.split_at(4);

        let mut browser = browser_of(app, &dana);
        let page = browser.get("/my/card");
        shows(&page, 200, &["My card", &format!("{one} {two}"), "<svg", "Dana Holt and Nan Holt"]);
        assert!(!page.text.contains("style="), "{}", page.text);
        let picture = browser.get("/my/card.svg");
        assert_eq!((picture.status, picture.header("content-type")), (200, Some("image/svg+xml")));

        dana.post(&format!("/api/v1/families/{}/opt-out", id(&family)), &json!({})).expect(200);
        shows(&browser.get("/my/card"), 200, &["you have no card"]);
        assert_eq!(browser.get("/my/card.svg").status, 404);
    }

    fn who_is_no_parent_is_sent_away_and_who_is_not_signed_in_comes_back(app) {
        let world = World::new(app);
        for page in ["/my", "/my/card", "/my/family", "/my/told"] {
            let sent = app.nobody.get(page);
            let to = format!("/sign-in?next={}", page.replace('/', "%2F"));
            assert_eq!((sent.status, sent.header("location")), (303, Some(to.as_str())), "{page}");
            assert_eq!(browser_of(app, &world.staff).get(page).status, 403, "{page}");
        }
    }

    fn older_bookings_come_in_pages(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let place = world.session(json!({}));
        for _ in 0..12 {
            let booked = family.books(&place).expect(201);
            family.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&booked)), &json!({})).expect(200);
            app.advance(chrono::TimeDelta::seconds(1));
        }
        let mut browser = browser_of(app, &family.parent);
        let first = browser.get("/my");
        assert_eq!(first.text.matches("Cancelled.").count(), 10, "{}", first.text);
        let link = first.text.split("href=\"/my?after=").nth(1).and_then(|rest| rest.split('"').next());
        let second = browser.get(&format!("/my?after={}", link.expect("a link")));
        assert_eq!(second.text.matches("Cancelled.").count(), 2, "{}", second.text);
        assert_eq!(browser.get("/my?after=none").status, 422);
    }
}
