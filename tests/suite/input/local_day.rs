//! Half past midnight on a night in July: in UTC it is still the day before. Whatever judges a day
//! goes by the day that families live in; what is of tomorrow is refused at the same doors.

use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::registers::taken;
use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::world::{World, id, merged};

const NIGHT: &str = "2027-06-30T23:30:00Z";
const TODAY: &str = "2027-07-01";
const TOMORROW: &str = "2027-07-02";

fn at_night(app: &TestApp) -> World<'_> {
    app.set_clock(NIGHT);
    World::new(app)
}

fn family(name: &str, born_on: &str) -> Value {
    json!({ "carers": [{ "name": format!("{name} Night"), "phone": "07700 900123" }],
        "children": [{ "name": format!("{name} Newborn"), "born_on": born_on }],
        "postcode": "M31 4FL" })
}

fn july(world: &World, day: u32) -> String {
    world.session(json!({ "starts_at": format!("2027-07-{day:02}T09:00:00Z"),
        "ends_at": format!("2027-07-{day:02}T10:00:00Z"),
        "referrals_open_at": "2027-06-01T09:00:00Z", "public_release_at": "2027-06-02T09:00:00Z" }))
}

#[track_caller]
fn is_refused(answer: Answer) {
    answer.refused(422, "invalid_request");
}

both! {
    fn a_newborn_of_the_day_is_born_at_every_door(app) {
        let world = at_night(app);
        let session = july(&world, 12);
        let visitor = world.professional("health");
        let refers = |name: &str, born_on: &str, agreed_on: &str| {
            let body = json!({ "family": family(name, born_on), "adults": 1, "reason": "isolated",
                "agreed_on": agreed_on, "agreed_how": "spoken" });
            visitor.post(&format!("/api/v1/sessions/{session}/referrals"), &body)
        };
        refers("Ada", TODAY, TODAY).expect(201);
        is_refused(refers("Bea", TOMORROW, TODAY));
        is_refused(refers("Cleo", TODAY, TOMORROW));

        world.staff.post("/api/v1/families", &family("Dee", TODAY)).expect(201);
        is_refused(world.staff.post("/api/v1/families", &family("Eve", TOMORROW)));
        let joins = |name: &str, born_on: &str| {
            app.nobody.post("/api/v1/families/join", &family(name, born_on))
        };
        joins("Fay", TODAY).expect(202);
        is_refused(joins("Gia", TOMORROW));

        let known = world.family_of("Hope", &["2026-01-01"]);
        let changes = |born_on: &str| {
            let path = format!("/api/v1/families/{}", known.id);
            let etag = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
            let body = json!({ "children": [{ "name": "Ivy Hope", "born_on": born_on }] });
            world.staff.call(Method::PATCH, &path).json(&body).if_match(&etag).send()
        };
        changes(TODAY).expect(200);
        is_refused(changes(TOMORROW));

        let expecting = json!({ "carers": [{ "name": "Joy", "phone": "07700 900124" }],
            "children": [{ "name": "Baby", "due_on": TODAY }] });
        let made = world.staff.post("/api/v1/families", &expecting).expect(201);
        let birth = format!("/api/v1/families/{}/children/{}/birth", id(&made), id(&made["children"][0]));
        let born = |on: &str| json!({ "babies": [{ "name": "Kim Joy", "born_on": on }] });
        is_refused(world.staff.post(&birth, &born(TOMORROW)));
        world.staff.post(&birth, &born(TODAY)).expect(200);
    }

    fn walk_ins_contacts_and_feeds_go_by_the_local_day_too(app) {
        let world = at_night(app);
        let open = world.activity(json!({ "title": "Night in", "access": "drop_in" }));
        let session = world.session(json!({ "activity_id": open,
            "starts_at": "2027-06-30T23:00:00Z", "ends_at": "2027-07-01T01:00:00Z",
            "referrals_open_at": "2027-06-01T09:00:00Z", "public_release_at": "2027-06-02T09:00:00Z" }));
        let walks = |client: &str, born_on: &str| {
            let mark = json!({ "client_id": client, "at": NIGHT, "mark": "came",
                "walk_in": { "family": family(client, born_on) } });
            taken(&world.staff, &session, json!([mark]))[0]["outcome"].clone()
        };
        assert_eq!((walks("Ada", TODAY), walks("Bea", TOMORROW)), (json!("ok"), json!("problem")));

        let met = world.family_of("Cleo", &["2026-01-01"]);
        let contact = |on_day: &str| json!({ "kind": "phone_call", "on_day": on_day,
            "family_id": met.id, "adults": 1 });
        world.staff.post("/api/v1/contacts", &contact(TODAY)).expect(201);
        is_refused(world.staff.post("/api/v1/contacts", &contact(TOMORROW)));

        let list = |born: &str| format!("Forename,Surname,DOB,Mother's name,Postcode,Phone\n\
            Dee,Night,{born},Eve Night,M33 1AA,07700 900123\n");
        let feeds = |born: &str| {
            let report = crate::api::feeds::send(&world.staff, "", list(born)).expect(200);
            report["results"][0]["outcome"].clone()
        };
        assert_eq!((feeds("02/07/2027"), feeds("01/07/2027")), (json!("refused"), json!("made")));
    }

    fn a_family_met_at_night_is_met_on_that_day(app) {
        let world = at_night(app);
        world.family("Ada");
        // A month later to the day it was met within the month; by the UTC day it was not.
        app.set_clock("2027-08-01T12:00:00Z");
        let path = format!("/api/v1/reports/no-contact?months=1&centre_id={}", world.centre);
        let report = app.as_role(firstplace::access::Role::Manager).get(&path).expect(200);
        assert_eq!(report["since"], TODAY, "{report}");
        assert_eq!(report["total"], json!({ "members": 1, "without_contact": 0 }));
    }

    fn in_winter_the_local_day_is_the_utc_day(app) {
        app.set_clock("2027-01-31T23:30:00Z");
        let world = World::new(app);
        world.staff.post("/api/v1/families", &family("Ada", "2027-01-31")).expect(201);
        is_refused(world.staff.post("/api/v1/families", &family("Bea", "2027-02-01")));
        let made = merged(family("Cleo", "2027-01-31"), json!({ "centre_id": world.centre }));
        world.staff.post("/api/v1/families", &made).expect(201);
    }
}
