//! What a device could not send while it was made: taken for 14 days with the permit that came with
//! the register, as whoever made it, and never from anybody else.

use chrono::TimeDelta;
use firstplace::access::Role;
use serde_json::{Value, json};

use super::{
    Contacts, TEN, completes, contacts_of, desk, is_problem, mark, opened, said, taken, takes,
};
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::world::{World, id};

fn path(session: &str) -> String {
    format!("/api/v1/sessions/{session}/register")
}

fn permit(who: &Client, session: &str) -> String {
    let given = who.post(&format!("{}/permit", path(session)), &json!({})).expect(200);
    given["permit"].as_str().expect("a permit").to_owned()
}

/// Sent by nobody who is signed in.
fn late(app: &TestApp, session: &str, permit: &str, marks: Value) -> Answer {
    let body = json!({ "permit": permit, "device": "phone", "marks": marks });
    app.nobody.post(&format!("{}/late-marks", path(session)), &body)
}

fn at(time: &str) -> String {
    format!("2026-11-23T{time}:00Z")
}

both! {
    fn what_a_volunteer_marked_is_taken_after_the_register_was_completed_and_shown(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        for family in [&ada, &bea] {
            family.books(&session).expect(201);
        }
        let volunteer = desk(&world, Role::Volunteer);
        let account = volunteer.get("/api/v1/auth/me").expect(200)["id"].clone();
        let hands = format!("{}/handover", path(&session));
        volunteer.post(&format!("{}/permit", path(&session)), &json!({})).refused(404, "not_found");
        app.set_clock(&at("09:55"));
        world.staff.post(&hands, &json!({ "account_id": account })).expect(200);
        let permit = permit(&volunteer, &session);
        app.set_clock(&at("11:40"));
        completes(&world.staff, &session, json!({ "unmarked": "did_not_come" })).expect(200);
        assert_eq!(opened(&world.staff, &session)["late"], 0);

        app.set_clock(&at("18:00"));
        let marks = json!([
            mark("v1", json!({ "family_id": ada.id })),
            // Long after it went back to staff.
            mark("v2", json!({ "family_id": bea.id, "at": at("12:30") })),
        ]);
        let answers = late(app, &session, &permit, marks.clone()).expect(200);
        assert_eq!((&answers["marks"][0]["outcome"], &answers["marks"][0]["again"]), (&json!("ok"), &json!(false)));
        is_problem(&answers["marks"][1], "not_allowed");
        let again = late(app, &session, &permit, marks).expect(200);
        assert_eq!(again["marks"][0]["again"], true);

        let register = opened(&world.staff, &session);
        assert_eq!(register["late"], 2, "the child and the adult");
        let child = said(&register, &ada.children[0]);
        assert_eq!((&child["mark"]["mark"], &child["mark"]["late"]), (&json!("came"), &json!(true)));
        assert_eq!(said(&register, &bea.children[0])["mark"]["mark"], "did_not_come");
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });
        let log = world.staff.get(&format!("{}/marks", path(&session))).expect(200);
        let mut rows = log["items"].as_array().expect("marks").iter();
        assert_eq!(rows.find(|row| row["client_id"] == "v1").expect("it")["marked_by"], account);
    }

    fn a_permit_opens_one_register_for_its_hours_and_fourteen_days(app) {
        let world = World::new(app);
        let other = world.session(json!({ "starts_at": "2026-11-23T14:00:00Z",
            "ends_at": "2026-11-23T15:00:00Z", "leader": "Another" }));
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booking = id(&family.books(&session).expect(201));
        app.set_clock(TEN);
        let permit = permit(&world.staff, &session);
        let one = |client: &str, made: &str| json!([mark(client, json!({ "booking_id": booking, "at": made }))]);
        let right = || one("a", "2026-11-23T10:02:00Z");

        for wrong in ["", "x", &permit[1..], &format!("{permit}x")] {
            let refused = late(app, &session, wrong, right());
            assert_eq!(refused.refused(422, "invalid_request")["errors"][0]["pointer"], "/permit");
        }
        late(app, &other, &permit, right()).refused(422, "invalid_request");
        late(app, "none", &permit, right()).refused(422, "invalid_request");
        app.advance(TimeDelta::days(2));
        for (client, made) in [("b", "2026-11-23T09:50:00Z"), ("c", "2026-11-24T10:00:00Z")] {
            let answers = late(app, &session, &permit, one(client, made)).expect(200);
            is_problem(&answers["marks"][0], "not_allowed");
        }
        app.advance(TimeDelta::days(12));
        assert_eq!(late(app, &session, &permit, right()).expect(200)["marks"][0]["outcome"], "ok");
        app.advance(TimeDelta::seconds(1));
        late(app, &session, &permit, right()).refused(409, "no_longer_open");
    }

    fn a_closed_account_sends_nothing_more(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let staff = desk(&world, Role::Staff);
        let account = staff.get("/api/v1/auth/me").expect(200)["id"].clone();
        app.set_clock(TEN);
        let permit = permit(&staff, &session);
        let one = format!("/api/v1/accounts/{}", account.as_str().expect("an id"));
        world.admin.patch(&one, &json!({ "disabled": true })).expect(200);
        let marks = json!([mark("a", json!({ "family_id": family.id }))]);
        late(app, &session, &permit, marks).refused(409, "no_longer_open");
    }

    fn a_mark_is_one_whichever_way_it_comes(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booking = id(&family.books(&session).expect(201));
        app.set_clock(TEN);
        let permit = permit(&world.staff, &session);
        let marks = json!([mark("a", json!({ "booking_id": booking }))]);
        takes(&world.staff, &session, marks.clone());
        assert_eq!(late(app, &session, &permit, marks.clone()).expect(200)["marks"][0]["again"], true);
        assert_eq!(taken(&world.staff, &session, marks)[0]["again"], true);
    }
}
