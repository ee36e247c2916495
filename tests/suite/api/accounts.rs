//! Accounts as an administrator makes and changes them.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};

fn account(email: &str, more: Value) -> Value {
    let mut body = json!({
        "email": email, "name": "Sam", "password": "correct horse battery",
        "roles": [{ "role": "staff" }],
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    body
}

fn pointer(problem: &Value) -> &str {
    problem["errors"][0]["pointer"].as_str().unwrap_or_default()
}

fn new_centre(app: &TestApp) -> Value {
    let body = json!({ "name": "Partington" });
    app.as_role(Role::Administrator).post("/api/v1/centres", &body).expect(201)["id"].clone()
}

both! {
    fn an_account_holds_roles_at_centres(app) {
        let admin = app.as_role(Role::Administrator);
        let roles = json!([
            { "role": "front_desk", "centre_id": new_centre(app) },
            { "role": "manager", "centre_id": null },
        ]);
        let body = account("sam@hubs.example", json!({ "roles": roles }));
        let added = admin.post("/api/v1/accounts", &body).expect(201);
        assert_eq!(added["roles"], roles);
        let path = format!("/api/v1/accounts/{}", added["id"].as_str().expect("an id"));
        assert_eq!(admin.get(&path).expect(200), added);

        let listed = admin.get("/api/v1/accounts?limit=500").expect(200);
        let items = listed["items"].as_array().expect("a list");
        assert!(items.contains(&added), "{listed}");

        admin.post("/api/v1/accounts", &account("SAM@hubs.example", json!({})))
            .refused(409, "already_exists");
    }

    fn a_nonsensical_account_is_refused_with_its_field(app) {
        let admin = app.as_role(Role::Administrator);
        let cases = [
            (json!({ "email": "sam" }), "/email"),
            (json!({ "password": "short" }), "/password"),
            (json!({ "password": "x@hubs.example" }), "/password"),
            (json!({ "roles": [] }), "/roles"),
            (json!({ "roles": [{ "role": "king" }] }), "/roles/0/role"),
            (json!({ "roles": [{ "role": "staff", "centre_id": "none" }] }), "/roles/0/centre_id"),
            (json!({ "roles": [{ "role": "professional" }] }), "/partner_id"),
            (json!({ "roles": [{ "role": "professional" }], "partner_id": "no" }), "/partner_id"),
            (json!({ "roles": [{ "role": "parent" }] }), "/family_id"),
            (json!({ "roles": [{ "role": "parent" }], "family_id": "no" }), "/family_id"),
            (json!({ "admin": true }), "/admin"),
        ];
        for (more, expected) in cases {
            let body = account("x@hubs.example", more);
            let problem = admin.post("/api/v1/accounts", &body).refused(422, "invalid_request");
            assert_eq!(pointer(&problem), expected, "{problem}");
        }
    }

    fn a_professional_belongs_to_a_partner(app) {
        let admin = app.as_role(Role::Administrator);
        let partner = json!({ "name": "Health visitors", "kind": "health" });
        let made = admin.post("/api/v1/partners", &partner).expect(201);
        admin.post("/api/v1/partners", &partner).refused(409, "already_exists");
        let listed = admin.get("/api/v1/partners").expect(200);
        assert!(listed["items"].as_array().is_some_and(|items| items.contains(&made)));

        let more = json!({
            "roles": [{ "role": "professional" }], "partner_id": made["id"], "team": "North",
        });
        let added = admin.post("/api/v1/accounts", &account("hv@nhs.example", more)).expect(201);
        assert_eq!((&added["partner_id"], &added["team"]), (&made["id"], &json!("North")));
    }

    fn a_change_of_roles_holds_from_the_next_request(app) {
        let admin = app.as_role(Role::Administrator);
        let body = account("sam@hubs.example", json!({}));
        let added = admin.post("/api/v1/accounts", &body).expect(201);
        let credentials =
            json!({ "email": "sam@hubs.example", "password": "correct horse battery" });
        let tokens = app.nobody.post("/api/v1/auth/token", &credentials).expect(200);
        let sam = app.nobody.bearing(tokens["access_token"].as_str().expect("a token"));
        sam.get("/api/v1/accounts").refused(403, "not_allowed");

        let path = format!("/api/v1/accounts/{}", added["id"].as_str().expect("an id"));
        let patch = json!({ "roles": [{ "role": "administrator" }], "name": "Sam B" });
        let changed = admin.patch(&path, &patch).expect(200);
        assert_eq!(changed["name"], "Sam B");
        sam.get("/api/v1/accounts").expect(200);
    }

    fn the_last_administrator_can_neither_be_disabled_nor_demoted(app) {
        let admin = app.as_role(Role::Administrator);
        let own = admin.get("/api/v1/auth/me").expect(200);
        let path = format!("/api/v1/accounts/{}", own["id"].as_str().expect("an id"));
        let disable = json!({ "disabled": true });
        admin.patch(&path, &disable).refused(422, "invalid_request");
        admin.patch(&path, &json!({ "roles": [{ "role": "manager" }] }))
            .refused(422, "invalid_request");

        app.as_role(Role::Administrator);
        admin.patch(&path, &disable).expect(200);
        admin.get("/api/v1/auth/me").refused(401, "not_signed_in");
    }

    fn nobody_gives_a_role_to_themselves(app) {
        let admin = app.as_role(Role::Administrator);
        let own = admin.get("/api/v1/auth/me").expect(200);
        let path = format!("/api/v1/accounts/{}", own["id"].as_str().expect("an id"));
        let centre = new_centre(app);
        for role in Role::ALL.iter().filter(|role| **role != Role::Administrator) {
            let roles = json!({ "roles": [
                { "role": "administrator" }, { "role": role, "centre_id": null }] });
            admin.patch(&path, &roles).refused(422, "invalid_request");
        }
        let at_centre = json!({ "roles": [
            { "role": "administrator" }, { "role": "staff", "centre_id": centre }] });
        admin.patch(&path, &at_centre).refused(422, "invalid_request");
        let problem = admin.patch(&path, &json!({ "roles": [
            { "role": "administrator" }, { "role": "safeguarding_lead" }] }));
        assert_eq!(pointer(&problem.refused(422, "invalid_request")), "/roles/1");
        // What else they are may change, and another administrator may give it.
        admin.patch(&path, &json!({ "name": "Sam B" })).expect(200);
        let other = app.as_role(Role::Administrator);
        let lead = json!({ "roles": [
            { "role": "administrator" }, { "role": "safeguarding_lead", "centre_id": null }] });
        other.patch(&path, &lead).expect(200);
        admin.patch(&path, &json!({ "roles": [{ "role": "administrator" }] })).expect(200);
        admin.patch(&path, &lead).refused(422, "invalid_request");
    }

    fn the_safeguarding_leads_are_told_of_every_new_one(app) {
        let admin = app.as_role(Role::Administrator);
        let named = |email: &str| {
            let roles = json!({ "roles": [{ "role": "safeguarding_lead", "centre_id": null }] });
            admin.post("/api/v1/accounts", &account(email, roles)).expect(201)
        };
        named("first@hubs.example");
        assert_eq!(told(app), Vec::<String>::new(), "there was nobody to tell");
        let second = named("second@hubs.example");
        assert_eq!(told(app), ["first@hubs.example"]);
        // Staff who become one, and one who was away and is back.
        let staff = admin.post("/api/v1/accounts", &account("sam@hubs.example", json!({}))).expect(201);
        let path = |made: &Value| format!("/api/v1/accounts/{}", made["id"].as_str().expect("an id"));
        let lead = json!({ "roles": [{ "role": "safeguarding_lead", "centre_id": null }] });
        admin.patch(&path(&staff), &lead).expect(200);
        assert_eq!(told(app), ["first@hubs.example", "first@hubs.example", "second@hubs.example"]);
        admin.patch(&path(&staff), &lead).expect(200);
        assert_eq!(told(app).len(), 3, "nothing new was given");
        admin.patch(&path(&second), &json!({ "disabled": true })).expect(200);
        app.advance(chrono::TimeDelta::minutes(1));
        admin.patch(&path(&second), &json!({ "disabled": false })).expect(200);
        assert_eq!(told(app).len(), 5);
    }
}

/// To whom mail about a new lead was written.
fn told(app: &TestApp) -> Vec<String> {
    use diesel::prelude::*;
    use firstplace::db::schema::outbox;
    let read = app.store.read(firstplace::access::Actor::service(), |tx| {
        Ok(outbox::table
            .filter(outbox::kind.eq("lead_named"))
            .order(outbox::recipient)
            .select(outbox::recipient)
            .load::<String>(tx.conn())?)
    });
    read.expect("the outbox is read")
}
