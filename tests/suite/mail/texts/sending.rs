//! How texts leave, and what is seen where they do not.

use chrono::TimeDelta;
use firstplace::base::clock::Clock;
use firstplace::mail::transport::text::Carrier;
use firstplace::serve::upkeep::list_unreached;
use serde_json::{Value, json};

use super::*;
use crate::support::app::texting;
use crate::support::carrier::Gateway;

/// A place that is told by text.
fn booked(app: &TestApp) -> World<'_> {
    let world = World::new(app);
    let family = texted(&world, "Amina", NUMBER);
    let session = world.session(json!({}));
    family.books(&session).expect(201);
    world
}

fn state(app: &TestApp, kind: &str) -> (Value, Value, Value) {
    let item = log(app, kind).remove(0);
    (item["state"].clone(), item["last_error"].clone(), item["delivery"].clone())
}

texting! {
    fn notify_takes_a_text_with_a_signed_token_and_our_reference(app) {
        let notify = Notify::new(app.clock.clone());
        booked(app);
        Post::notify(&notify).delivers(app);

        let carried = notify.carried();
        assert_eq!(carried.len(), 1);
        let item = log(app, "booked").remove(0);
        assert_eq!(item["id"], carried[0].reference.as_str());
        assert_eq!((&item["channel"], &item["parts"]), (&json!("text"), &json!(2)));
        assert_eq!(state(app, "booked"), (json!("sent"), Value::Null, json!("waiting")));
        assert!(!item.to_string().contains("900123"), "{item}");
    }

    fn each_error_of_notify_ends_in_a_state_that_staff_see(app) {
        let notify = Notify::new(app.clock.clone());
        let post = Post::notify(&notify);
        booked(app);
        for (status, kind, message, word) in [
            (403, "AuthError", "Invalid token: API key not found", "key_refused"),
            (429, "RateLimitError", "Exceeded rate limit for key type live", "limit"),
            (429, "TooManyRequestsError", "Exceeded send limits (250000) for today", "limit"),
            (400, "BadRequestError", "Template not found", "set_up_refused_400"),
            (500, "Exception", "Internal server error", "try_later_500"),
        ] {
            notify.refuses(status, kind, message);
            assert_eq!(post.delivers(app), 1, "{word}");
            assert_eq!(state(app, "booked"), (json!("queued"), json!(word), Value::Null));
            app.advance(TimeDelta::hours(1));
        }
        notify.accepts_again();
        post.delivers(app);
        assert_eq!(state(app, "booked").0, "sent");
        assert_eq!(notify.carried().len(), 1);
    }

    fn a_wrong_number_is_given_up_at_once_and_the_family_is_rung(app) {
        let notify = Notify::new(app.clock.clone());
        let world = World::new(app);
        let family = texted(&world, "Amina", NUMBER);
        offered(&world, &family);
        notify.refuses(400, "ValidationError", "phone_number Not a UK mobile number");
        Post::notify(&notify).delivers(app);

        assert_eq!(state(app, "offer"), (json!("dead"), json!("number_refused"), Value::Null));
        list_unreached(&app.store).expect("a step");
        assert_eq!(tasks(&world), [("ring_offer".to_owned(), "offer".to_owned())]);
    }

    fn another_services_key_and_a_wrong_clock_are_refused_by_notify(app) {
        let notify = Notify::new(app.clock.clone());
        booked(app);
        let stranger = "hubs-26785a09-ab16-4eb0-8407-a37497a57506-00000000-8d35-48ac-975b-e847b4f122b0";
        let post = Post::with(Some(Carrier::notify(notify.settings(Some(stranger)))));
        post.delivers(app);
        assert_eq!(state(app, "booked").1, "key_refused");
        assert_eq!(notify.carried().len(), 0);

        for (seconds, expected) in [(31, "queued"), (29, "sent")] {
            app.advance(TimeDelta::minutes(2));
            let ahead = Clock::fixed(app.now() + TimeDelta::seconds(seconds));
            Post::notify(&Notify::new(ahead)).delivers(app);
            assert_eq!(state(app, "booked").0, expected, "{seconds}");
        }
    }

    fn a_text_whose_answer_was_lost_is_not_sent_twice(app) {
        let notify = Notify::new(app.clock.clone());
        let post = Post::notify(&notify);
        booked(app);
        notify.loses_its_answers(true);
        post.delivers(app);
        assert_eq!(state(app, "booked").1, "unreachable");

        notify.loses_its_answers(false);
        app.advance(TimeDelta::minutes(1));
        post.delivers(app);
        assert_eq!(state(app, "booked").0, "sent");
        assert_eq!(notify.carried().len(), 1);
    }

    fn a_gateway_takes_texts_and_its_errors_are_seen_too(app) {
        let gateway = Gateway::new(app.clock.clone());
        booked(app);
        let post = Post::with(Some(Carrier::gateway(gateway.settings(Some("another token")))));
        post.delivers(app);
        assert_eq!(state(app, "booked"), (json!("queued"), json!("key_refused"), Value::Null));

        let post = Post::with(Some(Carrier::gateway(gateway.settings(None))));
        for (status, word) in [(429, "limit"), (404, "set_up_refused_404"), (502, "try_later_502")] {
            app.advance(TimeDelta::hours(1));
            gateway.refuses(status);
            post.delivers(app);
            assert_eq!(state(app, "booked").1, word);
        }
        app.advance(TimeDelta::hours(1));
        gateway.refuses(422);
        post.delivers(app);
        assert_eq!(state(app, "booked"), (json!("dead"), json!("number_refused"), Value::Null));
        assert_eq!(gateway.carried().len(), 0);
    }

    fn a_gateway_is_given_the_number_the_words_and_our_reference(app) {
        let gateway = Gateway::new(app.clock.clone());
        booked(app);
        Post::with(Some(Carrier::gateway(gateway.settings(None)))).delivers(app);

        let carried = gateway.carried();
        assert_eq!(carried[0].to, AS_TEXTED);
        assert!(carried[0].body.starts_with("Trafford Family Hubs: "), "{}", carried[0].body);
        assert_eq!(log(app, "booked")[0]["id"], carried[0].reference.as_str());
        assert_eq!(state(app, "booked"), (json!("sent"), Value::Null, json!("waiting")));
    }

    fn a_folder_holds_one_file_for_each_text(app) {
        booked(app);
        let folder = Scratch::new("texts-written");
        Post::with(Some(Carrier::Folder(folder.path().to_owned()))).delivers(app);

        let files: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").flatten().collect();
        assert_eq!(files.len(), 1);
        let text = std::fs::read_to_string(files[0].path()).expect("text");
        assert!(text.starts_with("To: +447700900123\n\nTrafford Family Hubs: "), "{text}");
        assert_eq!(state(app, "booked"), (json!("sent"), Value::Null, Value::Null));
    }

    fn without_a_carrier_a_text_is_given_up(app) {
        booked(app);
        Post::with(None).delivers(app);
        assert_eq!(state(app, "booked").1, "no_sender_for_text");
    }
}
