//! What a professional hears of a referral: health and social care whether the family came, others
//! that a place was given.

use firstplace::attendance::referrals::service::tell_outcomes;
use serde_json::{Value, json};

use crate::api::registers::weeks::{completed, marks, monday, run, weekly};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::mail::letters;
use crate::support::world::{World, merged, referral};

/// A family referred by somebody: its booking.
fn refers(world: &World, who: &Client, session: &str, name: &str, changed: Value) -> Value {
    let family = world.family(name);
    let body = merged(referral(&family), changed);
    who.post(&format!("/api/v1/sessions/{session}/referrals"), &body).expect(201);
    family.newest()
}

fn heard(who: &Client) -> Vec<(Value, Value)> {
    let listed = who.get("/api/v1/referrals").expect(200);
    let items = listed["items"].as_array().expect("a list").iter();
    let mut heard: Vec<(Value, Value)> =
        items.map(|one| (one["outcome"].clone(), one["came"].clone())).collect();
    heard.reverse();
    heard
}

both! {
    fn health_hears_who_came_once_the_register_says_so_and_others_that_a_place_was_given(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let (visitor, nursery) = (world.professional("health"), world.professional("early_years"));
        let came = refers(&world, &visitor, &session, "Came", json!({}));
        refers(&world, &visitor, &session, "Stayed", json!({}));
        let silent = refers(&world, &visitor, &session, "Silent", json!({ "tell_outcome": false }));
        let of_nursery = refers(&world, &nursery, &session, "Nursery", json!({}));
        run(app, tell_outcomes);

        app.set_clock(&monday(0, "10:05:00"));
        for booking in [&came, &silent, &of_nursery] {
            marks(&world, &session, booking, "came");
        }
        assert_eq!(heard(&visitor)[0], (Value::Null, Value::Null), "the session is not over");
        let booked = json!("place_given");
        app.set_clock(&monday(0, "11:30:00"));
        assert_eq!(run(app, tell_outcomes), 1, "the nursery hears of the place");
        assert!(letters(app, "outcome")[0].says("The family was given a place."));

        app.set_clock(&monday(0, "11:35:00"));
        completed(&world, &session);
        app.set_clock(&monday(0, "11:40:00"));
        assert_eq!((run(app, tell_outcomes), run(app, tell_outcomes)), (2, 0));
        let told = letters(app, "outcome");
        assert!(told[1].says("and came") && told[2].says("did not come"));
        assert_eq!(heard(&visitor), [
            (booked.clone(), json!(true)),
            (booked.clone(), json!(false)),
            (Value::Null, Value::Null),
        ]);
        assert_eq!(heard(&nursery), [(booked, Value::Null)]);
        app.set_clock(&monday(3, "10:00:00"));
        assert_eq!(run(app, tell_outcomes), 0, "each once");
    }

    fn where_no_register_tells_a_place_is_heard_of_after_two_weeks(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let visitor = world.professional("social_care");
        refers(&world, &visitor, &session, "Ada", json!({}));
        run(app, tell_outcomes);
        app.set_clock(&monday(2, "11:29:59"));
        assert_eq!(run(app, tell_outcomes), 0);
        app.set_clock(&monday(2, "11:30:00"));
        assert_eq!(run(app, tell_outcomes), 1);
        assert!(letters(app, "outcome")[0].says("The family was given a place."));
        assert_eq!(heard(&visitor), [(json!("place_given"), Value::Null)]);
    }
}
