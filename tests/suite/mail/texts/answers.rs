//! What families text back.

use chrono::TimeDelta;
use firstplace::access::Actor;
use firstplace::serve::upkeep::forget;
use serde_json::json;

use super::*;
use crate::support::app::texting;
use crate::support::mail::letters;
use crate::support::state::state;

/// Everything that is texted to this number from now on.
fn replies(app: &TestApp, notify: &Notify, work: impl FnOnce()) -> Vec<String> {
    let before = notify.carried().len();
    work();
    Post::notify(notify).delivers(app);
    notify.carried().into_iter().skip(before).map(|one| one.body).collect()
}

texting! {
    fn one_takes_the_place_and_is_told_so_once(app) {
        let notify = Notify::new(app.clock.clone());
        let (_, family, waits) = asked(app, &notify);
        let said = replies(app, &notify, || receives(app, AS_TEXTED, " 1. "));

        assert_eq!(family.status(&waits), "booked");
        assert_eq!(said.len(), 1);
        assert!(said[0].contains("you have a place."), "{said:?}");
    }

    fn two_gives_it_to_another_family(app) {
        let notify = Notify::new(app.clock.clone());
        let (_, family, waits) = asked(app, &notify);
        let said = replies(app, &notify, || receives(app, AS_TEXTED, "2"));

        assert_eq!(family.status(&waits), "declined");
        assert_eq!(said, ["Trafford Family Hubs: thank you. We give the place to another family."]);
    }

    fn a_text_that_is_given_to_us_twice_is_read_once(app) {
        let notify = Notify::new(app.clock.clone());
        let (_, family, waits) = asked(app, &notify);
        let body = json!({ "id": "one", "from": AS_TEXTED, "text": "1" });
        let said = replies(app, &notify, || {
            for _ in 0..2 {
                app.carrier().post("/api/v1/texts/received", &body).expect(200);
            }
        });
        assert_eq!(family.status(&waits), "booked");
        assert_eq!(said.len(), 1, "{said:?}");
    }

    fn while_two_offers_are_at_a_number_a_digit_changes_nothing_and_the_links_are_sent(app) {
        let notify = Notify::new(app.clock.clone());
        let (world, family, waits) = asked(app, &notify);
        // A grandmother's telephone, in another family.
        let other = texted(&world, "Beth", "+44 7700 900123");
        let session = world.session(json!({ "capacity": 1,
            "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        let holder = world.family("Holder Two");
        let held = holder.books(&session).expect(201);
        let second = other.books(&session).expect(201);
        holder.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&held)), &json!({})).expect(200);
        Post::notify(&notify).delivers(app);

        let said = replies(app, &notify, || receives(app, AS_TEXTED, "1"));
        assert_eq!((family.status(&waits), other.status(&second)), ("offered".to_owned(), "offered".to_owned()));
        assert_eq!(said.len(), 1);
        let links: Vec<&str> = said[0].split("https://hubs.example.org").skip(1).map(str::trim).collect();
        assert_eq!(links.len(), 2, "{said:?}");
        for link in links {
            assert!(app.nobody.get(link).page(200).contains("Yes, I want it"));
        }

        // Once one is answered by its link, a digit is clear again.
        family.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&waits)), &json!({})).expect(200);
        receives(app, AS_TEXTED, "1");
        assert_eq!(other.status(&second), "booked");
    }

    fn a_digit_without_an_offer_or_after_its_end_changes_nothing(app) {
        let notify = Notify::new(app.clock.clone());
        let (_, family, waits) = asked(app, &notify);
        let stranger = replies(app, &notify, || receives(app, "447700900999", "1"));
        assert!(stranger[0].contains("no place waits for your answer now"), "{stranger:?}");
        assert_eq!(family.status(&waits), "offered", "of another number");

        app.advance(TimeDelta::hours(24));
        let late = replies(app, &notify, || receives(app, AS_TEXTED, "1"));
        assert!(late.iter().any(|text| text.contains("no place waits")), "{late:?}");
        app.sweep();
        assert_eq!(family.status(&waits), "lapsed");
    }

    fn an_offer_that_was_mailed_is_not_answered_by_a_digit(app) {
        let notify = Notify::new(app.clock.clone());
        let world = World::new(app);
        let family = texted_as(&world, "Amina", json!({ "phone": NUMBER, "email": "amina@example.org" }));
        let waits = offered(&world, &family);
        Post::notify(&notify).delivers(app);
        receives(app, AS_TEXTED, "1");
        assert_eq!(family.status(&waits), "offered");
    }

    fn once_staff_ended_her_access_a_digit_opens_nothing(app) {
        let notify = Notify::new(app.clock.clone());
        let (world, family, waits) = asked(app, &notify);
        app.advance(TimeDelta::minutes(1));
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let path = format!("/api/v1/families/{}/carers/{}/end-access", family.id, id(&shown["carers"][0]));
        world.staff.post(&path, &json!({})).expect(200);
        receives(app, AS_TEXTED, "1");
        let shown = world.staff.get(&format!("/api/v1/bookings/{}", id(&waits))).expect(200);
        assert_eq!(shown["status"], "offered");
    }

    fn stop_ends_cards_and_alerts_by_text_and_nothing_else(app) {
        let notify = Notify::new(app.clock.clone());
        let world = World::new(app);
        let said_yes = json!({ "phone": NUMBER, "answers": { "birthday_by_text": "yes" } });
        let family = texted_as(&world, "Amina", said_yes.clone());
        let other = texted_as(&world, "Beth", said_yes);
        let later = world.session(json!({ "public_release_at": "2026-11-17T09:00:00Z" }));
        family.parent.post(&format!("/api/v1/sessions/{later}/alerts"), &json!({})).expect(201);

        let said = replies(app, &notify, || {
            receives(app, AS_TEXTED, "Stop.");
            receives(app, AS_TEXTED, "STOP ALL");
        });
        assert_eq!(said.len(), 1, "answered once: {said:?}");
        assert!(said[0].contains("no more cards and news by text"), "{said:?}");
        for one in [&family, &other] {
            let shown = world.staff.get(&format!("/api/v1/families/{}", one.id)).expect(200);
            assert!(shown.to_string().contains("\"birthday_by_text\""), "{shown}");
            assert!(!shown.to_string().contains("\"value\":\"yes\""), "{shown}");
        }
        app.set_clock("2026-11-17T09:00:00Z");
        app.store.write(Actor::service(), firstplace::bookings::telling::service::tell_open).expect("a step");
        assert_eq!(letters(app, "booking_opens").len(), 0);

        let session = world.session(json!({}));
        family.books(&session).expect(201);
        assert_eq!(letters(app, "booked").len(), 1, "bookings are told all the same");
    }

    fn anything_else_is_answered_with_the_centres_phone_once_a_day(app) {
        let notify = Notify::new(app.clock.clone());
        let (_, family, waits) = asked(app, &notify);
        let said = replies(app, &notify, || {
            for text in ["yes please", "1 child is ill", "hello?"] {
                receives(app, AS_TEXTED, text);
            }
        });
        assert_eq!(said, ["Trafford Family Hubs: nobody reads texts to this number. Phone us: 0161 912 2122"]);
        assert_eq!(family.status(&waits), "offered");
        app.advance(TimeDelta::hours(24));
        assert_eq!(replies(app, &notify, || receives(app, AS_TEXTED, "hello?")).len(), 1);
    }

    fn who_wants_no_texts_gets_none_back(app) {
        let notify = Notify::new(app.clock.clone());
        let world = World::new(app);
        texted_as(&world, "Amina", json!({ "phone": NUMBER, "no_text": true }));
        for text in ["1", "stop", "hello?"] {
            assert_eq!(replies(app, &notify, || receives(app, AS_TEXTED, text)), Vec::<String>::new(), "{text}");
        }
    }

    fn nothing_that_was_written_is_kept(app) {
        let words = "my secret is a violet otter";
        receives(app, AS_TEXTED, words);
        let kept = format!("{:?}", state(app, &[]));
        assert!(!kept.contains("otter"), "{kept}");
        app.advance(TimeDelta::days(8));
        app.store.write(Actor::service(), forget).expect("a round");
        assert_eq!(state(app, &[])["received_texts"], Vec::<String>::new());
    }
}
