//! Devices of the door: added by an administrator, enrolled by a code that works once and for half an
//! hour, revoked for good.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::world::World;

const DEVICES: &str = "/api/v1/door-devices";

fn added(world: &World, name: &str) -> Value {
    let body = json!({ "name": name, "centre_id": world.centre });
    world.admin.post(DEVICES, &body).expect(201)
}

fn enrols(app: &TestApp, code: &Value) -> Answer {
    app.nobody.post(&format!("{DEVICES}/enrol"), &json!({ "code": code }))
}

fn standing(app: &TestApp, secret: &Value) -> Value {
    app.nobody.post(&format!("{DEVICES}/standing"), &json!({ "secret": secret })).expect(200)
}

both! {
    fn a_device_is_enrolled_by_its_code_and_revoked_for_good(app) {
        let world = World::new(app);
        let one = added(&world, "Tablet 1");
        assert_eq!(one["device"]["state"], "waiting");
        let typed = one["code"].as_str().expect("a code");
        assert_eq!(typed.len(), 12);
        let typed = json!(format!("{} {} {}", &typed[..4], &typed[4..8], &typed[8..]));
        let enrolled = enrols(app, &typed).expect(200);
        assert_eq!((&enrolled["name"], &enrolled["centre_id"]), (&json!("Tablet 1"), &json!(world.centre)));
        enrols(app, &typed).refused(422, "invalid_request");
        let known = standing(app, &enrolled["secret"]);
        assert_eq!(known, json!({ "state": "enrolled", "centre_id": world.centre }));

        let path = format!("{DEVICES}/{}/revoke", one["device"]["id"].as_str().expect("an id"));
        for _ in 0..2 {
            assert_eq!(world.admin.post(&path, &json!({})).expect(200)["state"], "revoked");
        }
        let gone = json!({ "state": "revoked", "centre_id": null });
        assert_eq!(standing(app, &enrolled["secret"]), gone);
        assert_eq!(standing(app, &json!("x")), gone);
        world.admin.post(&format!("{DEVICES}/none/revoke"), &json!({})).refused(404, "not_found");
    }

    fn a_code_runs_out_and_ends_with_its_device(app) {
        let world = World::new(app);
        let (late, lost) = (added(&world, "Late"), added(&world, "Lost"));
        let id = lost["device"]["id"].as_str().expect("an id");
        world.admin.post(&format!("{DEVICES}/{id}/revoke"), &json!({})).expect(200);
        enrols(app, &lost["code"]).refused(422, "invalid_request");
        app.advance(TimeDelta::minutes(30));
        let refused = enrols(app, &late["code"]).refused(422, "invalid_request");
        assert_eq!(refused["errors"][0]["pointer"], "/code");
        let listed = world.admin.get(DEVICES).expect(200);
        let states: Vec<&Value> =
            listed["items"].as_array().expect("devices").iter().map(|one| &one["state"]).collect();
        assert_eq!(states, ["revoked", "lapsed"]);
        assert!(!listed.to_string().contains("code"), "{listed}");
    }

    fn two_live_devices_of_a_centre_have_two_names(app) {
        let world = World::new(app);
        let first = added(&world, "Tablet");
        let again = json!({ "name": "Tablet", "centre_id": world.centre });
        world.admin.post(DEVICES, &again).refused(409, "already_exists");
        let id = first["device"]["id"].as_str().expect("an id");
        world.admin.post(&format!("{DEVICES}/{id}/revoke"), &json!({})).expect(200);
        added(&world, "Tablet");
        for (wrong, pointer) in [
            (json!({ "name": " ", "centre_id": world.centre }), "/name"),
            (json!({ "name": "x".repeat(81), "centre_id": world.centre }), "/name"),
            (json!({ "name": "Other", "centre_id": "none" }), "/centre_id"),
        ] {
            let refused = world.admin.post(DEVICES, &wrong).refused(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], pointer);
        }
        let first = world.admin.get(&format!("{DEVICES}?limit=1")).expect(200);
        let next = first["next"].as_str().expect("a second page");
        let second = world.admin.get(&format!("{DEVICES}?limit=1&after={next}")).expect(200);
        assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
        assert_eq!(second["next"], Value::Null);
    }
}
