//! Cards that came back, and children long due.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::Tx;
use firstplace::db::schema::outbox;
use firstplace::serve::upkeep::{ask_about_births, note_lost};
use serde_json::{Value, json};

use crate::api::birthdays::{
    Mark, TWO_TODAY, born, cards, mark, run_round, said_yes, silence, standing,
};
use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{World, id};

/// What the post office does when the last try failed.
fn give_up(app: &TestApp, why: &'static str) {
    let write = move |tx: &mut Tx| {
        let now = tx.now();
        diesel::update(outbox::table.filter(outbox::kind.eq("birthday_card")))
            .set((outbox::state.eq("dead"), outbox::ended_at.eq(now), outbox::last_error.eq(why)))
            .execute(tx.conn())?;
        Ok(())
    };
    app.store.write(Actor::service(), write).expect("a letter is dead");
    note_lost(&app.store).expect("it is noted");
    note_lost(&app.store).expect("once");
}

const LOST: &str = "/api/v1/memberships/lost-touch";

fn lost(world: &World) -> Vec<String> {
    let listed = world.staff.get(LOST).expect(200);
    let items = listed["items"].as_array().expect("items").iter();
    items.map(|item| item["family_id"].as_str().expect("an id").to_owned()).collect()
}

both! {
    fn a_card_that_came_back_puts_the_family_on_the_list_until_it_is_reached(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        run_round(app);
        assert_eq!(lost(&world), Vec::<String>::new());
        give_up(app, "mailbox_unavailable");
        assert_eq!(lost(&world), [id(&family)]);
        let item = &world.staff.get(LOST).expect(200)["items"][0];
        assert_eq!(item["why"], "mailbox_unavailable");
        assert_eq!(item["number"], family["membership"]["number"]);
        let to_ring = &item["to_ring"];
        assert_eq!(to_ring["carers"][0]["name"], family["carers"][0]["name"]);
        assert_eq!(to_ring["children"][0]["age_months"], 24);

        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let at = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        assert_eq!(other.get(LOST).expect(200)["items"], json!([]));
        other.get(&format!("{LOST}?centre_id={}", world.centre)).refused(404, "not_found");
        let in_touch = format!("/api/v1/families/{}/in-touch", id(&family));
        other.post(&in_touch, &json!({})).refused(404, "not_found");

        assert_eq!(world.staff.post(&in_touch, &json!({})).expect(200)["cards"], 1);
        assert_eq!(lost(&world), Vec::<String>::new());
    }

    fn a_family_that_confirms_or_is_restricted_is_off_the_list(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        run_round(app);
        let confirm = letters(app, "birthday_card")[0].button("No, nothing has changed");
        give_up(app, "timed_out");
        mark(app, &family, Mark::Restricted);
        assert_eq!(lost(&world), Vec::<String>::new());

        let second = born(&world, "Ali", TWO_TODAY, said_yes("Ali"));
        run_round(app);
        give_up(app, "timed_out");
        assert_eq!(lost(&world), [id(&second)]);
        assert_eq!(app.nobody.call(ureq::http::Method::POST, &confirm).send().status, 200);
        assert_eq!(lost(&world), [id(&second)], "the other's link");
    }

    fn a_card_that_has_not_left_is_taken_back_when_the_family_opts_out_or_wants_none(app) {
        let world = World::new(app);
        let gone = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        born(&world, "Ali", TWO_TODAY, said_yes("Ali"));
        born(&world, "Kim", TWO_TODAY, said_yes("Kim"));
        run_round(app);
        let waiting = letters(app, "birthday_card");
        assert_eq!(waiting.len(), 3);
        let stops = waiting.iter().find(|letter| letter.to == "ali@example.org").expect("a letter");
        let stop = stops.button("Stop these cards");

        let opt_out = format!("/api/v1/families/{}/opt-out", id(&gone));
        world.staff.post(&opt_out, &json!({})).expect(200);
        app.nobody.press(&stop).page(200);

        let left: Vec<String> = letters(app, "birthday_card").into_iter().map(|one| one.to).collect();
        assert_eq!(left, ["kim@example.org"]);
        let mut channels: Vec<String> = cards(app).into_iter().map(|card| card.2).collect();
        channels.sort();
        assert_eq!(channels, ["email", "none", "none"]);
        run_round(app);
        assert_eq!(letters(app, "birthday_card").len(), 1, "and none is written again");
    }

    fn a_text_that_has_no_sender_is_printed_instead(app) {
        let world = World::new(app);
        let by_text = json!({ "carers": [{
            "name": "Sam", "phone": "07700 900123", "answers": { "birthday_by_text": "yes" },
        }] });
        let family = born(&world, "Sam", TWO_TODAY, by_text);
        run_round(app);
        let list = format!("/api/v1/birthdays/print-list?centre_id={}", world.centre);
        assert_eq!(world.staff.get(&list).expect(200)["items"], json!([]));
        give_up(app, "no_sender_for_text");
        assert_eq!(world.staff.get(&list).expect(200)["items"][0]["family_id"], family["id"]);
        assert_eq!(lost(&world), [id(&family)]);
    }

    fn a_child_long_due_is_asked_about_once(app) {
        let world = World::new(app);
        let expecting = |due: &str| json!({ "children": [{ "name": "Bump", "due_on": due }] });
        let family = born(&world, "Sam", TWO_TODAY, expecting("2026-11-20"));
        let ended = born(&world, "Ali", TWO_TODAY, expecting("2026-11-20"));
        silence(app, &ended["children"][0], "pregnancy_ended");
        let asked = || {
            ask_about_births(&app.store).expect("a step");
            let tasks = world.staff.get("/api/v1/tasks").expect(200);
            tasks["items"].as_array().expect("items").clone()
        };
        app.advance(TimeDelta::days(45));
        assert_eq!(asked(), Vec::<Value>::new());
        app.advance(TimeDelta::days(1));
        for _ in 0..2 {
            let tasks = asked();
            assert_eq!(tasks.len(), 1, "{tasks:?}");
            assert_eq!(tasks[0]["kind"], "confirm_birth");
            assert_eq!(tasks[0]["family_id"], family["id"]);
        }
        app.advance(TimeDelta::days(60));
        run_round(app);
        assert_eq!(standing(app, &family).0, "member", "expected still");
    }
}
