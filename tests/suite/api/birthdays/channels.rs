//! By which channel a card goes, and every reason for none.

use serde_json::{Value, json};

use super::*;
use crate::support::app::both;

fn carer(changed: Value) -> Value {
    let plain = json!({ "name": "Sam", "email": "sam@example.org", "phone": "07700 900123" });
    json!({ "carers": [merged(plain, changed)] })
}

both! {
    fn a_card_goes_where_the_carer_said_yes_and_on_paper_else(app) {
        let world = World::new(app);
        let yes = |question: &str| carer(json!({ "answers": { question: "yes" } }));
        for (changed, expected) in [
            (yes("birthday_by_email"), ("email", "said_yes")),
            (yes("birthday_by_text"), ("text", "said_yes")),
            (carer(json!({})), ("print", "nobody_said_yes")),
            (carer(json!({ "answers": { "birthday_by_email": "no" } })), ("print", "nobody_said_yes")),
            (
                carer(json!({ "answers": { "birthday_by_email": "yes" }, "mail_allowed": false })),
                ("print", "nobody_said_yes"),
            ),
            (
                carer(json!({ "answers": { "birthday_by_text": "yes" }, "no_text": true })),
                ("print", "nobody_said_yes"),
            ),
        ] {
            let family = born(&world, "Sam", TWO_TODAY, changed.clone());
            assert_eq!(would_get(app, "2026-11-16", &family), expected, "{changed}");
        }
    }

    fn without_a_message_post_is_needed_and_must_be_welcome(app) {
        let world = World::new(app);
        let no_post = born(&world, "Sam", TWO_TODAY, carer(json!({ "no_post": true })));
        assert_eq!(would_get(app, "2026-11-16", &no_post), ("none", "no_post"));
        let nowhere = json!({ "postcode": null, "postcode_reason": "no_fixed_address" });
        let nowhere = born(&world, "Sam", TWO_TODAY, nowhere);
        assert_eq!(would_get(app, "2026-11-16", &nowhere), ("none", "no_address"));
    }

    fn no_card_goes_to_restricted_moved_guest_or_opted_out_families(app) {
        let world = World::new(app);
        for (mark_as, why) in [
            (Mark::Restricted, "restricted"),
            (Mark::UnsafeAddress, "unsafe_address"),
            (Mark::MovedAway, "moved_away"),
        ] {
            let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
            assert_eq!(would_get(app, "2026-11-16", &family).0, "email");
            mark(app, &family, mark_as);
            assert_eq!(would_get(app, "2026-11-16", &family), ("none", why));
        }
        let guest = born(&world, "Gus", TWO_TODAY, json!({ "guest": true }));
        assert_eq!(would_get(app, "2026-11-16", &guest), ("none", "guest"));

        let stopped = born(&world, "Stu", TWO_TODAY, said_yes("Stu"));
        let answer = json!({ "question": "birthday_cards", "value": "no" });
        let answers = format!("/api/v1/families/{}/answers", id(&stopped));
        world.staff.call(ureq::http::Method::PUT, &answers).json(&answer).send().expect(200);
        assert_eq!(would_get(app, "2026-11-16", &stopped), ("none", "said_no"));

        // Last: whoever has its telephone number would be taken for it.
        let gone = born(&world, "Ali", TWO_TODAY, said_yes("Ali"));
        let opt_out = format!("/api/v1/families/{}/opt-out", id(&gone));
        world.staff.post(&opt_out, &json!({})).expect(200);
        assert_eq!(would_get(app, "2026-11-16", &gone), ("none", "opted_out"));

        run_round(app);
        assert!(cards(app).iter().all(|(_, _, channel)| channel == "none"), "{:?}", cards(app));
    }

    fn a_family_that_is_only_listed_hears_of_it_first(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        let listed = id(&family);
        let write = move |tx: &mut Tx| {
            let day = tx.now().utc().date_naive();
            tx.note_family(&listed.as_str().into());
            diesel::update(memberships::table.filter(memberships::family_id.eq(&listed)))
                .set((
                    memberships::status.eq("listed"),
                    memberships::joined_on.eq(None::<chrono::NaiveDate>),
                    memberships::listed_on.eq(day),
                    memberships::tell_by.eq(day),
                ))
                .execute(tx.conn())?;
            Ok(())
        };
        app.store.write(Actor::service(), write).expect("a family is listed");
        assert_eq!(would_get(app, "2026-11-16", &family), ("none", "not_told"));

        run_round(app);
        assert_eq!(renewed(app).len(), 1, "it renews all the same");
    }

    fn no_card_goes_for_a_child_that_died(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        silence(app, &family["children"][0], "died");
        assert_eq!(would_get(app, "2026-11-16", &family), ("none", "child_died"));

        run_round(app);
        app.set_clock("2026-12-01T10:00:00Z");
        run_round(app);
        assert_eq!((cards(app), renewed(app)), (vec![], vec![]));
        assert_eq!(letters(app, "farewell").len(), 0);
        assert_eq!(standing(app, &family), ("ended".into(), Some("silenced".into())));
    }

    fn two_households_of_one_child_both_renew_and_its_home_has_the_card(app) {
        let world = World::new(app);
        let home = born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        let shared = json!({ "children": [{ "id": home["children"][0]["id"] }] });
        let other = born(&world, "Ali", TWO_TODAY, merged(said_yes("Ali"), shared));
        assert_eq!(would_get(app, "2026-11-16", &home), ("email", "said_yes"));
        assert_eq!(would_get(app, "2026-11-16", &other), ("none", "lives_elsewhere"));

        run_round(app);
        assert_eq!(renewed(app).len(), 2);
        assert_eq!(cards(app).len(), 1);
        let sent = letters(app, "birthday_card");
        assert_eq!(sent.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["sam@example.org"]);
    }

    fn a_decision_of_the_organisation_needs_no_yes_and_is_written_down(app) {
        let world = World::new(app);
        let family = born(&world, "Sam", TWO_TODAY, json!({}));
        let manager = app.as_role(firstplace::access::Role::Manager);
        let decision = json!({
            "channel": "email", "decided_by": "Head of early help",
            "decided_on": "2026-11-02", "why": "It is how a membership is renewed.",
        });
        let path = "/api/v1/birthdays/decisions";
        world.staff.post(path, &decision).refused(403, "not_allowed");
        let wrong = merged(decision.clone(), json!({ "channel": "print" }));
        manager.post(path, &wrong).refused(422, "invalid_request");
        let wrong = merged(decision.clone(), json!({ "decided_on": "2026-11-17" }));
        manager.post(path, &wrong).refused(422, "invalid_request");
        let made = manager.post(path, &decision).expect(201);
        manager.post(path, &decision).refused(409, "already_exists");
        assert_eq!(would_get(app, "2026-11-16", &family), ("email", "service_message"));

        let no = born(&world, "Nor", TWO_TODAY, carer(json!({ "answers": { "birthday_by_email": "no" } })));
        assert_eq!(would_get(app, "2026-11-16", &no), ("print", "nobody_said_yes"));

        manager.post(&format!("{path}/{}/end", id(&made)), &json!({})).expect(200);
        assert_eq!(would_get(app, "2026-11-16", &family), ("print", "nobody_said_yes"));
        assert!(manager.get(path).expect(200)["items"][0]["ended_at"].is_string());
    }
}
