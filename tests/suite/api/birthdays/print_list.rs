//! The print list: what is on it for whom, as PDF, and that it was printed.

use serde_json::json;

use super::*;
use crate::support::app::both;
use crate::support::people::Person;
use firstplace::access::Role;

both! {
    fn a_centre_prints_the_cards_of_families_that_said_yes_to_nothing(app) {
        let world = World::new(app);
        let address = json!({ "address": "12 Manchester Road, Partington" });
        let family = born(&world, "Sam", TWO_TODAY, address);
        born(&world, "Ali", TWO_TODAY, said_yes("Ali"));
        run_round(app);

        let list = format!("/api/v1/birthdays/print-list?centre_id={}", world.centre);
        let shown = world.staff.get(&list).expect(200);
        assert_eq!(shown["items"].as_array().map(Vec::len), Some(1), "{shown}");
        let item = &shown["items"][0];
        assert_eq!(item["family_id"], family["id"]);
        assert_eq!(item["child"], "Leo");
        assert_eq!(item["age"], 2);
        assert_eq!(item["addressee"], "Sam and family");
        assert_eq!(item["address"], json!(["12 Manchester Road", "Partington"]));
        assert_eq!(item["postcode"], "M31 4FL");
        let later = format!("{list}&from=2026-11-17&to=2026-11-30");
        assert_eq!(world.staff.get(&later).expect(200)["items"], json!([]));

        for kind in ["cards", "labels"] {
            let path = format!("/api/v1/birthdays/print-list/{kind}.pdf?centre_id={}", world.centre);
            let made = world.staff.get(&path);
            assert_eq!(made.status, 200);
            assert_eq!(made.header("content-type"), Some("application/pdf"));
            assert!(made.text.is_empty() || made.text.starts_with("%PDF"), "{kind}");
        }

        let card = item["card_id"].clone();
        let printed = json!({ "centre_id": world.centre, "card_ids": [card] });
        let path = "/api/v1/birthdays/print-list/printed";
        assert_eq!(world.staff.post(path, &printed).expect(200)["marked"], 1);
        assert!(world.staff.get(&list).expect(200)["items"][0]["printed_at"].is_string());
        let left = format!("{list}&printed=false");
        assert_eq!(world.staff.get(&left).expect(200)["items"], json!([]));
    }

    fn what_would_hold_a_card_back_now_keeps_it_off_the_list(app) {
        let world = World::new(app);
        let list = format!("/api/v1/birthdays/print-list?centre_id={}", world.centre);
        let count = || world.staff.get(&list).expect(200)["items"].as_array().map(Vec::len);
        for how in [Mark::Restricted, Mark::UnsafeAddress, Mark::MovedAway] {
            let family = born(&world, "Sam", TWO_TODAY, json!({}));
            run_round(app);
            assert_eq!(count(), Some(1));
            mark(app, &family, how);
            assert_eq!(count(), Some(0));
        }
        let family = born(&world, "Sam", TWO_TODAY, json!({}));
        run_round(app);
        silence(app, &family["children"][0], "died");
        assert_eq!(count(), Some(0));
    }

    fn a_print_list_holds_the_cards_of_its_own_centre(app) {
        let world = World::new(app);
        born(&world, "Sam", TWO_TODAY, json!({}));
        run_round(app);
        let list = format!("/api/v1/birthdays/print-list?centre_id={}", world.centre);
        let card = world.staff.get(&list).expect(200)["items"][0]["card_id"].clone();

        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let at = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        other.get(&list).refused(404, "not_found");
        let printed = json!({ "centre_id": elsewhere, "card_ids": [card] });
        other.post("/api/v1/birthdays/print-list/printed", &printed).refused(404, "not_found");
        app.as_role(Role::Professional).get(&list).refused(403, "not_allowed");
        world.staff.get("/api/v1/birthdays/print-list").refused(422, "invalid_request");
    }
}
