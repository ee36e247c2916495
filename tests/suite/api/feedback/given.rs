//! What a family says of a session, by the link and signed in.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema::{audit, feedback, feedback_texts};
use firstplace::feedback::service::ask::ask;
use firstplace::feedback::service::forget;
use serde_json::json;

use super::{agrees, came, says, send};
use crate::api::registers::weeks::{run, weekly};
use crate::pages::shows;
use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::world::{Family, World};

/// A family that came, and the page its letter leads to.
pub fn asked(app: &TestApp) -> (World<'_>, String, Family, String) {
    let world = World::new(app);
    run(app, ask);
    let session = weekly(&world, 0, json!({}));
    let family = world.family("Ada");
    agrees(&family, "yes");
    came(&world, &session, &[&family]);
    app.advance(TimeDelta::hours(13));
    run(app, ask);
    let page = letters(app, "feedback").remove(0).button("Tell us");
    (world, session, family, page)
}

fn kept(app: &TestApp) -> (Vec<bool>, Vec<String>) {
    let read = app.store.read(Actor::service(), |tx| {
        let answers = feedback::table.select(feedback::good).load(tx.conn())?;
        let texts = feedback_texts::table.order(feedback_texts::id).select(feedback_texts::said);
        Ok((answers, texts.load(tx.conn())?))
    });
    read.expect("what was said is read")
}

both! {
    fn two_taps_say_how_it_was_and_both_can_be_changed(app) {
        let (_world, _, _, page) = asked(app);

        shows(&app.nobody.get(&page), 200, &["Was it good?", "Stay and Play", "Not so good"]);
        let first = send(app, &page, "good=yes");
        shows(&first, 200, &["You said: good.", "Phone 999", "0161 912 2122", "Anything to change?"]);
        assert_eq!(kept(app), (vec![true], vec![]), "the first tap is stored at once");

        let second = send(app, &page, "text=It+was+cold.");
        shows(&second, 200, &["We have your words.", "in two working days"]);
        assert!(!second.text.contains("It was cold"), "others may read over a shoulder");
        shows(&send(app, &page, "good=no"), 200, &["You said: not so good."]);
        send(app, &page, "text=Too+loud.");
        send(app, &page, "text=");
        assert_eq!(kept(app), (vec![false], vec!["Too loud.".to_owned()]));
    }

    fn what_is_too_long_is_said_at_the_box_and_not_kept(app) {
        let (_world, session, family, page) = asked(app);
        send(app, &page, "good=yes");

        let long = send(app, &page, &format!("text={}", "x".repeat(301)));
        shows(&long, 422, &["Make it shorter: 300 letters at most", "aria-invalid"]);
        assert_eq!(kept(app).1, Vec::<String>::new());
        shows(&send(app, &page, &format!("text={}", "x".repeat(300))), 200, &["We have your words"]);
        let long = json!({ "good": true, "text": "x".repeat(301) });
        says(&family, &session, &long).refused(422, "invalid_request");
    }

    fn words_without_an_answer_are_asked_for_the_answer_first(app) {
        let (_world, _, _, page) = asked(app);
        shows(&send(app, &page, "text=Too+loud."), 200, &["Was it good?"]);
        shows(&send(app, &page, "good=perhaps"), 200, &["Was it good?"]);
        assert_eq!(kept(app), (vec![], vec![]));
    }

    fn a_parent_who_signed_in_says_the_same_and_it_is_one_answer(app) {
        let (_world, session, family, page) = asked(app);
        send(app, &page, "good=yes");

        let said = says(&family, &session, &json!({ "good": false, "text": "Loud." })).expect(200);
        assert_eq!((&said["good"], &said["is_written"]), (&json!(false), &json!(true)), "{said}");
        let names: Vec<&str> = said.as_object().expect("fields").keys().map(String::as_str).collect();
        assert_eq!(names, ["answered_at", "good", "is_written", "session_id", "until"]);
        shows(&app.nobody.get(&page), 200, &["You said: not so good."]);
        let path = format!("/api/v1/sessions/{session}/feedback");
        assert_eq!(family.parent.get(&path).expect(200)["good"], false);
        assert_eq!(kept(app), (vec![false], vec!["Loud.".to_owned()]));
    }

    fn only_a_family_that_came_says_how_it_was(app) {
        let (world, session, _, _) = asked(app);
        let stranger = world.family("Stranger");
        says(&stranger, &session, &json!({ "good": true })).refused(404, "not_found");
        let path = format!("/api/v1/sessions/{session}/feedback");
        stranger.parent.get(&path).refused(404, "not_found");
        let none = format!("/api/v1/sessions/{}/feedback", "0".repeat(32));
        stranger.parent.get(&none).refused(404, "not_found");
        world.staff.put(&path, &json!({ "good": true })).refused(403, "not_allowed");
    }

    fn after_two_weeks_nothing_can_be_said_any_more(app) {
        let (_world, session, family, page) = asked(app);
        send(app, &page, "good=yes");
        app.set_clock("2026-12-07T11:29:59Z");
        shows(&send(app, &page, "good=no"), 200, &["not so good"]);
        app.set_clock("2026-12-07T11:30:00Z");
        shows(&app.nobody.get(&page), 410, &["This link has run out"]);
        shows(&send(app, &page, "good=yes"), 410, &[]);
        says(&family, &session, &json!({ "good": true })).refused(409, "no_longer_open");
        assert_eq!(kept(app).0, [false]);
    }

    fn a_link_dies_with_ended_access_and_no_other_token_opens_the_page(app) {
        let (world, _, family, page) = asked(app);
        let carer = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let carer = carer["carers"][0]["id"].as_str().expect("an id").to_owned();
        let end = format!("/api/v1/families/{}/carers/{carer}/end-access", family.id);
        world.staff.post(&end, &json!({})).expect(200);
        shows(&app.nobody.get(&page), 404, &[]);
        shows(&send(app, &page, "good=yes"), 404, &[]);
        let booked = letters(app, "booked").remove(0).page();
        let other = booked.replacen("/b/", "/feedback/", 1);
        shows(&app.nobody.get(&other), 404, &[]);
        assert_eq!(kept(app).0, Vec::<bool>::new());
    }

    fn the_page_of_a_booking_that_is_over_leads_there(app) {
        let (_world, _, _, _) = asked(app);
        let page = app.nobody.get(&letters(app, "booked").remove(0).page());
        shows(&page, 200, &["Tell us how it was", "href=\"/feedback/"]);
        let path = page.text.split("href=\"/feedback/").nth(1).expect("a link");
        let path = format!("/feedback/{}", path.split('"').next().expect("its end"));
        shows(&send(app, &path, "good=yes"), 200, &["You said: good."]);
    }

    fn words_are_in_no_log_and_are_deleted_after_ninety_days(app) {
        let (_world, _, _, page) = asked(app);
        send(app, &page, "good=yes");
        send(app, &page, "text=A+zebra+came.");
        let logged = app.store.read(Actor::service(), |tx| {
            let lines: Vec<String> = audit::table.select(audit::detail).load(tx.conn())?;
            Ok(lines.concat())
        });
        assert!(!logged.expect("the log is read").contains("zebra"));

        app.set_clock("2027-02-21T23:00:00Z");
        assert_eq!(run(app, forget), 0, "the ninetieth day");
        app.set_clock("2027-02-22T00:00:00Z");
        assert_eq!(run(app, forget), 1);
        assert_eq!(kept(app), (vec![true], vec![]), "the answer stays, as a count");
    }

    fn a_merged_record_keeps_its_answer_and_its_link(app) {
        let (world, session, family, page) = asked(app);
        send(app, &page, "good=yes");
        let kept_record = world.family("Beth");
        let path = format!("/api/v1/families/{}/join-records", kept_record.id);
        world.staff.post(&path, &json!({ "family_id": family.id })).expect(200);

        shows(&app.nobody.get(&page), 200, &["You said: good."]);
        says(&kept_record, &session, &json!({ "good": false })).expect(200);
        assert_eq!(kept(app).0, [false]);
    }
}
