//! The round: what it renews and sends, once, late, after an outage and twice at once; what a card
//! says and what its links do.

use serde_json::json;

use super::*;
use crate::support::app::both;
use firstplace::membership::birthdays::service::run::on_day;

fn ages(app: &TestApp) -> Vec<i32> {
    cards(app).into_iter().map(|(_, age, _)| age).collect()
}

both! {
    fn a_birthday_renews_and_brings_one_card_however_often_it_is_looked_for(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        born(&world, "Ali", "2024-11-17", said_yes("Ali"));
        for _ in 0..3 {
            run_round(app);
        }
        on_day(&app.store, "2026-11-16".parse().expect("a day"), &mut |_, _| {}).expect("once more");

        assert_eq!(ages(app), [2]);
        assert_eq!(renewed(app), [(id(&family), id(&family["children"][0]), 2)]);
        assert_eq!(letters(app, "birthday_card").len(), 1);
        let shown = world.staff.get(&format!("/api/v1/families/{}", id(&family))).expect(200);
        assert_eq!(shown["membership"]["renews_on"], "2027-11-16");
        assert_eq!(would_get(app, "2026-11-16", &family), ("none", "already_sent"));
    }

    fn a_round_for_a_named_day_says_what_it_did_and_the_next_that_it_was_done(app) {
        let world = World::new(app);
        born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        let on = "2026-11-16".parse().expect("a day");
        let channels = || {
            let done = on_day(&app.store, on, &mut |_, _| {}).expect("a day is done");
            done.lines.iter().map(|line| (line.channel.as_str(), line.why.as_str())).collect::<Vec<_>>()
        };
        assert_eq!(channels(), [("email", "said_yes")]);
        assert_eq!(channels(), [("none", "already_sent")]);
    }

    fn a_dry_run_looks_at_any_day_and_writes_nothing(app) {
        let world = World::new(app);
        let leap = born(&world, "Sam", "2024-02-29", said_yes("Sam"));
        assert_eq!(would(app, "2027-02-28"), []);
        assert_eq!(would_get(app, "2027-03-01", &leap), ("email", "said_yes"));
        assert_eq!(would(app, "2028-02-29").len(), 1);
        assert_eq!(would(app, "2029-03-01"), [], "five is not served");
        assert_eq!((cards(app), renewed(app)), (vec![], vec![]));
    }

    fn the_round_waits_for_the_morning_and_catches_up_after_a_week(app) {
        let world = World::new(app);
        let names = ["Ada", "Bea", "Cem", "Dan"];
        for (name, day) in names.iter().zip(["2024-11-17", "2023-11-19", "2022-11-22", "2024-11-26"]) {
            born(&world, name, day, said_yes(name));
        }
        run_round(app);
        app.set_clock("2026-11-17T06:59:59Z");
        run_round(app);
        assert_eq!(ages(app), Vec::<i32>::new());
        app.set_clock("2026-11-25T07:00:00Z");
        run_round(app);
        assert_eq!(ages(app), [2, 3, 4]);
        app.set_clock("2026-11-26T07:00:00Z");
        run_round(app);
        assert_eq!(ages(app), [2, 3, 4, 2]);
    }

    fn after_a_long_outage_memberships_renew_and_no_late_card_goes(app) {
        let world = World::new(app);
        born(&world, "Sam", "2024-11-17", said_yes("Sam"));
        run_round(app);
        app.set_clock("2027-01-20T10:00:00Z");
        run_round(app);
        assert_eq!(renewed(app).len(), 1);
        assert_eq!(cards(app)[0].2, "none");
        assert_eq!(letters(app, "birthday_card").len(), 0);
    }

    fn a_birthday_before_the_family_joined_is_left_alone(app) {
        let world = World::new(app);
        born(&world, "Sam", "2024-11-14", said_yes("Sam"));
        run_round(app);
        assert_eq!((cards(app), renewed(app)), (vec![], vec![]));
    }

    fn a_card_names_what_is_on_for_the_age_reached(app) {
        let world = World::new(app);
        world.session(json!({}));
        let older = json!({ "title": "Big Builders", "ages": { "unit": "months", "min": 36, "max": 60 } });
        let older = world.activity(older);
        world.session(json!({ "activity_id": older }));
        let quiet = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        world.session(json!({ "activity_id": quiet }));
        let late = world.activity(json!({ "title": "Much Later" }));
        world.session(json!({
            "activity_id": late, "starts_at": "2026-12-15T10:00:00Z",
            "ends_at": "2026-12-15T11:00:00Z",
        }));
        let draft = world.activity(json!({ "title": "Not Yet" }));
        world.draft(json!({ "activity_id": draft }));

        born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        run_round(app);
        let sent = letters(app, "birthday_card");
        let card = sent.first().expect("a card");
        assert_eq!(card.written.subject, "Happy birthday, Leo");
        assert!(card.says("Leo is 2."), "{:?}", card.written);
        assert!(card.says("Stay and Play: Monday 23 November, 10am to 11:30am"), "{:?}", card.written);
        for other in ["Big Builders", "Freedom", "Much Later", "Not Yet"] {
            assert!(!card.says(other), "{other}");
        }
    }

    fn a_link_confirms_the_details_and_another_stops_the_cards(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        run_round(app);
        let sent = letters(app, "birthday_card");
        let card = sent.first().expect("a card");

        let confirm = card.button("No, nothing has changed");
        let asked = app.nobody.get(&confirm).page(200);
        for words in ["Have you moved, or changed your number?", "href=\"/my/family\""] {
            assert!(asked.contains(words), "{asked}");
        }
        assert_eq!(app.nobody.call(ureq::http::Method::POST, &confirm).send().status, 200);

        let stop = card.button("Stop these cards");
        assert!(app.nobody.get(&stop).text.contains("Stop birthday cards?"));
        assert_eq!(would_get(app, "2027-11-16", &family).0, "email", "looking stops nothing");
        for _ in 0..2 {
            assert_eq!(app.nobody.call(ureq::http::Method::POST, &stop).send().status, 200);
        }
        assert_eq!(would_get(app, "2027-11-16", &family), ("none", "said_no"));
        assert_eq!(standing(app, &family).0, "member", "only the cards stop");
    }

    fn a_membership_ends_with_a_farewell_when_the_last_child_is_five(app) {
        let world = World::new(app);
        let only = born(&world, "Sam", "2021-11-17", said_yes("Sam"));
        let with_baby = json!({ "children": [
            { "name": "Ada", "born_on": "2021-11-17" }, { "name": "Bump", "due_on": "2027-02-01" },
        ] });
        let goes_on = born(&world, "Ali", "2021-11-17", merged(said_yes("Ali"), with_baby));
        let any_age = json!({ "title": "All Ages", "ages": { "unit": "months", "min": 0, "max": null } });
        let any_age = world.activity(any_age);
        let booked = world.session(json!({ "activity_id": any_age }));
        let party = json!({
            "family_id": id(&only), "child_ids": [id(&only["children"][0])], "adults": 1,
        });
        let booking = world
            .staff
            .post(&format!("/api/v1/sessions/{booked}/bookings"), &merged(party, json!({ "reason": "asked" })));
        let booking = booking.expect(201);
        run_round(app);
        assert_eq!(standing(app, &only).0, "member", "the day before");

        app.set_clock("2026-11-17T08:00:00Z");
        run_round(app);
        run_round(app);
        assert_eq!(standing(app, &only), ("ended".into(), Some("aged_out".into())));
        assert_eq!(standing(app, &goes_on).0, "member");
        let told = letters(app, "farewell");
        assert_eq!(told.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["sam@example.org"]);
        assert_eq!(letters(app, "birthday_card").len(), 0, "no card at five");
        let booking = world.staff.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!(booking["status"], "booked");
    }

    fn no_farewell_goes_where_no_card_would(app) {
        let world = World::new(app);
        let mut families = Vec::new();
        for how in [Mark::Restricted, Mark::UnsafeAddress, Mark::MovedAway] {
            let family = born(&world, "Sam", "2021-11-17", said_yes("Sam"));
            mark(app, &family, how);
            families.push(family);
        }
        app.set_clock("2026-11-17T08:00:00Z");
        run_round(app);
        for family in &families {
            assert_eq!(standing(app, family).0, "ended");
        }
        assert_eq!(letters(app, "farewell").len(), 0);
        assert!(cards(app).iter().all(|(_, _, channel)| channel == "none"));
    }
}
