//! The page of one session, as anybody opens it.

use serde_json::{Value, json};

use super::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::world::World;

fn open(app: &TestApp, session: &str) -> Answer {
    app.nobody.get(&format!("/sessions/{session}"))
}

/// What search engines read of a page.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
    let (data, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(data).expect("JSON")
}

/// The three ways in which anybody asks for one session.
fn all(app: &TestApp, session: &str) -> [Answer; 3] {
    let paths = ["/sessions/{}", "/sessions/{}.ics", "/api/v1/whats-on/{}"];
    paths.map(|path| app.nobody.get(&path.replace("{}", session)))
}

both! {
    fn a_session_says_what_when_where_and_for_whom(app) {
        let world = World::new(app);
        let play = world.activity(json!({ "description": "Sand and </script> water.",
            "bring": "A drink", "price": "£1 if you can", "audience": "Dads",
            "siblings_welcome": false }));
        let session = world.session(json!({ "activity_id": play, "capacity": 4 }));
        let page = open(app, &session);
        shows(&page, 200, &[
            "<h1>Stay and Play</h1>", "<title>Stay and Play, Monday 23 November – ",
            "Monday 23 November, 10am to 11:30am", "Partington Children's Centre", "Birth to 5",
            "Dads", "A drink", "£1 if you can", "4 places left", "Book a place",
            "Please come without brothers and sisters of other ages.", "tel:01619122122",
            &format!("href=\"/sessions/{session}/book\""),
        ]);
        assert!(!page.text.contains("refer"), "{}", page.text);

        let event = data(&page.text);
        assert_eq!(event["@type"], "Event");
        assert_eq!(event["name"], "Stay and Play");
        assert_eq!(event["description"], "Sand and </script> water.");
        assert_eq!(event["startDate"], "2026-11-23T10:00:00+00:00");
        assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
        let url = event["url"].as_str().expect("an address");
        assert!(url.ends_with(&format!("/sessions/{session}")), "{url}");
    }

    fn the_same_is_told_to_programs_and_calendars(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 4 }));
        let [_, calendar, api] = all(app, &session);
        let shown = api.expect(200);
        assert_eq!((&shown["phase"], &shown["places_left"]), (&json!("public"), &json!(4)));
        assert_eq!(shown, app.nobody.get("/api/v1/whats-on").expect(200)["items"][0]);
        assert_eq!(calendar.header("content-type"), Some("text/calendar; charset=utf-8"));
        for line in ["DTSTART:20261123T100000Z", "DTEND:20261123T113000Z", "STATUS:CONFIRMED"] {
            assert!(calendar.text.contains(&format!("{line}\r\n")), "{}", calendar.text);
        }
    }

    fn what_can_be_done_follows_how_it_stands(app) {
        let world = World::new(app);
        let drop_in = world.activity(json!({ "title": "Café", "access": "drop_in" }));
        let drop_in = world.session(json!({ "activity_id": drop_in }));
        let later = world.session(json!({ "public_release_at": "2026-11-20T09:00:00Z",
            "leader": "Ann" }));
        let full = world.session(json!({ "capacity": 1, "leader": "Ben" }));
        world.family("Ada").books(&full).expect(201);
        let open = |session: &str, says: &[&str]| {
            let page = open(app, session);
            shows(&page, 200, says);
            page.text
        };
        let books = |session: &str| format!("href=\"/sessions/{session}/book\"");
        let page = open(&drop_in, &["No need to book. Just turn up.", "Add to calendar"]);
        assert!(!page.contains(&books(&drop_in)), "{page}");
        open(&later, &["You can book from 9am on Friday 20 November.",
            "Remind me when it opens", &books(&later)]);
        open(&full, &["Join the waiting list", &books(&full)]);
    }

    fn a_cancelled_session_and_one_that_is_over_name_another_date(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let next = world.session(json!({ "starts_at": "2026-11-30T10:00:00Z",
            "ends_at": "2026-11-30T11:30:00Z" }));
        let cancel = format!("/api/v1/sessions/{session}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "The leader is ill" })).expect(200);

        let page = open(app, &session);
        let link = format!("href=\"/sessions/{next}\"");
        shows(&page, 200, &["Sorry. This is cancelled.", "See the other dates below.", &link]);
        assert!(!page.text.contains("The leader is ill"), "staff alone read why: {}", page.text);
        assert!(!page.text.contains("/book\""), "{}", page.text);
        assert_eq!(data(&page.text)["eventStatus"], "https://schema.org/EventCancelled");
        let [_, calendar, _] = all(app, &session);
        assert!(calendar.text.contains("STATUS:CANCELLED\r\n"), "{}", calendar.text);

        app.set_clock("2026-12-01T09:00:00Z");
        shows(&open(app, &next), 200, &["This is over.", "See what else is on."]);
    }

    fn what_families_may_not_know_of_is_answered_as_what_is_not_there(app) {
        let world = World::new(app);
        let secret = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        let secret = world.session(json!({ "activity_id": secret }));
        let referred = world.activity(json!({ "title": "Next", "access": "referral_only" }));
        let referred = world.session(json!({ "activity_id": referred, "public_release_at": null }));
        let draft = world.draft(json!({ "leader": "Ann" }));
        let called_off = world.draft(json!({ "leader": "Ben" }));
        let cancel = format!("/api/v1/sessions/{called_off}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "Snow" })).expect(200);

        let told = |session: &str| {
            all(app, session).map(|answer| {
                let kind = answer.header("content-type").map(str::to_owned);
                let said = answer.text.replace(session, "");
                (answer.status, kind, said)
            })
        };
        let unknown = told("0123456789abcdef0123456789abcdef");
        assert_eq!(unknown.clone().map(|(status, ..)| status), [404; 3]);
        assert!(unknown[0].2.contains("We cannot find that page"), "{unknown:?}");
        for hidden in [&secret, &referred, &draft, &called_off] {
            assert_eq!(told(hidden), unknown);
        }
    }
}
