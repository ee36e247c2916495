//! Signing in without a password: a code by mail, or its link.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::sign_in::{bearing, me};
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::mail::codes;
use crate::support::world::{World, id, merged};
use ureq::http::Method;

pub const EMAIL: &str = "amina@example.org";
const BORN: &str = "2025-03-27";
const POSTCODE: &str = "M31 4FL";

/// A family that staff wrote down: nobody has shown yet that its address is theirs.
pub fn family(world: &World, email: &str, postcode: &str) -> Value {
    let body = json!({
        "carers": [{ "name": "Amina Khan", "email": email }],
        "children": [{ "name": "Yusuf Khan", "born_on": BORN }],
        "postcode": postcode, "centre_id": world.centre,
    });
    world.staff.post("/api/v1/families", &body).expect(201)
}

/// Asks for a code; what it is typed with.
pub fn ask(app: &TestApp, email: &str) -> String {
    let asked = app.nobody.post("/api/v1/auth/code", &json!({ "email": email })).expect(202);
    asked["request"].as_str().expect("a secret").to_owned()
}

fn type_in(app: &TestApp, request: &str, code: &str, more: Value) -> Answer {
    let typed = merged(json!({ "request": request, "code": code }), more);
    app.nobody.post("/api/v1/auth/link", &typed)
}

fn right() -> Value {
    json!({ "born_on": BORN, "postcode": "m314fl" })
}

/// Signs in with a new code, and with what else is asked for.
fn sign_in(app: &TestApp, email: &str) -> Client {
    let request = ask(app, email);
    let code = codes(app).last().expect("a letter").code.clone();
    bearing(app, &type_in(app, &request, &code, right()).expect(200))
}

fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

both! {
    fn a_known_and_an_unknown_address_are_answered_alike(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        let (known, unknown) = (ask(app, "Amina@Example.org"), ask(app, "nobody@example.org"));
        assert_eq!((known.len(), unknown.len()), (43, 43));

        let letters = codes(app);
        assert_eq!(letters.len(), 1, "one letter to the one address");
        assert_eq!(letters[0].to, EMAIL);
        let wrong = other_than(&letters[0].code);
        let known = type_in(app, &known, wrong, json!({})).refused(422, "invalid_request");
        let unknown = type_in(app, &unknown, wrong, json!({})).refused(422, "invalid_request");
        let never = type_in(app, "none", wrong, json!({})).refused(422, "invalid_request");
        assert_eq!((&known, &known), (&unknown, &never));
    }

    fn a_code_opens_the_parents_own_record_once(app) {
        let world = World::new(app);
        let own = family(&world, EMAIL, POSTCODE);
        let theirs = family(&world, "beth@example.org", "M33 1AA");
        let request = ask(app, EMAIL);
        let code = codes(app)[0].code.clone();
        let more = type_in(app, &request, &code, json!({})).refused(422, "invalid_request");
        assert_eq!(more["errors"][0]["pointer"], "/born_on");
        assert_eq!(more["errors"][1]["pointer"], "/postcode");
        let tokens = type_in(app, &request, &code, right()).expect(200);
        assert_eq!((&tokens["token_type"], &tokens["expires_in"]), (&json!("Bearer"), &json!(1200)));
        type_in(app, &request, &code, right()).refused(422, "invalid_request");

        let parent = bearing(app, &tokens);
        let who = me(&parent).expect(200);
        assert_eq!(who["roles"], json!([{ "role": "parent", "centre_id": null }]));
        assert_eq!((&who["family_id"], &who["email"]), (&own["id"], &json!(EMAIL)));
        parent.get(&format!("/api/v1/families/{}", id(&own))).expect(200);
        parent.get(&format!("/api/v1/families/{}", id(&theirs))).refused(404, "not_found");
        parent.get("/api/v1/tasks").refused(403, "not_allowed");

        let body = json!({ "refresh_token": tokens["refresh_token"] });
        let next = app.nobody.post("/api/v1/auth/refresh", &body).expect(200);
        me(&bearing(app, &next)).expect(200);
        app.nobody.post("/api/v1/auth/refresh", &body).refused(401, "token_reused");
        me(&bearing(app, &next)).refused(401, "not_signed_in");
    }

    fn an_address_that_its_holder_confirmed_opens_with_the_code_alone_for_a_year(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        sign_in(app, EMAIL);
        let with_code_alone = || {
            let request = ask(app, EMAIL);
            let code = codes(app).last().expect("a letter").code.clone();
            type_in(app, &request, &code, json!({}))
        };
        app.advance(TimeDelta::days(364));
        with_code_alone().expect(200);
        app.advance(TimeDelta::days(365));
        with_code_alone().refused(422, "invalid_request");

        // Another family has it too: it says no more who asks.
        sign_in(app, EMAIL);
        with_code_alone().expect(200);
        let other = json!({
            "carers": [{ "name": "Grace Green", "email": EMAIL }],
            "children": [{ "name": "Noah Green", "born_on": "2024-05-05" }],
            "postcode": "M33 1AA", "centre_id": world.centre,
        });
        world.staff.post("/api/v1/families", &other).expect(201);
        app.advance(TimeDelta::minutes(15));
        with_code_alone().refused(422, "invalid_request");
        me(&sign_in(app, EMAIL)).expect(200);
    }

    fn a_code_and_its_link_work_for_ten_minutes(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        sign_in(app, EMAIL);
        let request = ask(app, EMAIL);
        let letter = codes(app).pop().expect("a letter");
        app.advance(TimeDelta::minutes(10));
        type_in(app, &request, &letter.code, json!({})).refused(422, "invalid_request");
        let link = json!({ "token": letter.token });
        app.nobody.post("/api/v1/auth/link", &link).refused(409, "no_longer_open");

        let request = ask(app, EMAIL);
        let letter = codes(app).pop().expect("a letter");
        app.advance(TimeDelta::seconds(599));
        type_in(app, &request, &letter.code, json!({})).expect(200);
        let link = json!({ "token": letter.token });
        app.nobody.post("/api/v1/auth/link", &link).refused(409, "no_longer_open");
    }

    fn after_five_wrong_codes_only_the_link_works(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        let request = ask(app, EMAIL);
        let letter = codes(app).pop().expect("a letter");
        for _ in 0..5 {
            type_in(app, &request, other_than(&letter.code), right())
                .refused(422, "invalid_request");
        }
        type_in(app, &request, &letter.code, right()).refused(422, "invalid_request");
        let link = merged(json!({ "token": letter.token }), right());
        app.nobody.post("/api/v1/auth/link", &link).expect(200);
    }

    fn what_does_not_match_is_answered_in_the_same_words_and_three_times_a_day(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        let request = ask(app, EMAIL);
        let code = codes(app)[0].code.clone();
        let wrong = [
            json!({ "born_on": "2025-03-28", "postcode": POSTCODE }),
            json!({ "born_on": BORN, "postcode": "M33 1AA" }),
            json!({ "born_on": "2020-01-01", "postcode": "M33 1AA" }),
        ];
        let told = wrong.map(|details| {
            type_in(app, &request, &code, details).refused(422, "invalid_request")
        });
        let more = type_in(app, &request, &code, right()).refused(422, "invalid_request");
        assert!(told.iter().all(|told| *told == more), "{told:?} {more}");

        // A new code is no new chance; a new day is.
        let request = ask(app, EMAIL);
        let code = codes(app).pop().expect("a letter").code;
        assert_eq!(type_in(app, &request, &code, right()).refused(422, "invalid_request"), more);
        app.advance(TimeDelta::hours(24));
        sign_in(app, EMAIL);
    }

    fn a_code_opens_no_other_role_of_the_person(app) {
        let world = World::new(app);
        let own = family(&world, EMAIL, POSTCODE);
        let two_roles = json!({
            "email": EMAIL, "name": "Amina Khan", "password": "correct horse battery",
            "roles": [{ "role": "parent" }, { "role": "manager" }],
            "family_id": own["id"], "carer_id": own["carers"][0]["id"],
        });
        let account = world.admin.post("/api/v1/accounts", &two_roles).expect(201);
        let only_staff = json!({
            "email": "sam@hubs.example", "name": "Sam", "password": "correct horse battery",
            "roles": [{ "role": "manager" }],
        });
        world.admin.post("/api/v1/accounts", &only_staff).expect(201);

        ask(app, "sam@hubs.example");
        assert!(codes(app).is_empty(), "an account is never opened by a code");
        let parent = sign_in(app, EMAIL);
        assert_eq!(me(&parent).expect(200)["roles"], json!([{ "role": "parent", "centre_id": null }]));
        parent.get("/api/v1/reports/reach").refused(403, "not_allowed");

        // An administrator who takes the account away takes this away too.
        let path = format!("/api/v1/accounts/{}", id(&account));
        world.admin.patch(&path, &json!({ "disabled": true })).expect(200);
        let request = ask(app, EMAIL);
        let code = codes(app).pop().expect("a letter").code;
        type_in(app, &request, &code, right()).refused(422, "invalid_request");
    }

    fn an_address_gets_three_mails_and_a_caller_a_limit(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        for _ in 0..60 {
            ask(app, EMAIL);
        }
        assert_eq!(codes(app).len(), 3);
        let refused = app.nobody.post("/api/v1/auth/code", &json!({ "email": EMAIL }));
        refused.refused(429, "too_many_attempts");
        app.advance(TimeDelta::minutes(15));
        ask(app, EMAIL);
        assert_eq!(codes(app).len(), 4);
    }

    fn own_sign_ins_are_listed_and_ended(app) {
        let world = World::new(app);
        family(&world, EMAIL, POSTCODE);
        family(&world, "beth@example.org", "M33 1AA");
        let phone = sign_in(app, EMAIL);
        app.advance(TimeDelta::minutes(1));
        let library = sign_in(app, EMAIL);
        let open = phone.get("/api/v1/auth/sessions").expect(200)["items"].clone();
        let told = |at: usize| (open[at]["by"].clone(), open[at]["this"].clone());
        assert_eq!(open.as_array().map(Vec::len), Some(2), "{open}");
        assert_eq!(told(0), (json!("code"), json!(false)));
        assert_eq!(told(1), (json!("code"), json!(true)));

        let path = format!("/api/v1/auth/sessions/{}", id(&open[0]));
        let end = |who: &Client| who.call(Method::DELETE, &path).json(&json!({})).send();
        end(&world.staff).refused(404, "not_found");
        end(&phone).expect(200);
        me(&library).refused(401, "not_signed_in");
        end(&phone).refused(404, "not_found");
        me(&phone).expect(200);
    }

    fn staff_end_the_sign_ins_of_a_carer(app) {
        let world = World::new(app);
        let own = family(&world, EMAIL, POSTCODE);
        let parent = sign_in(app, EMAIL);
        let carer = id(&own["carers"][0]);
        let path = format!("/api/v1/families/{}/carers/{carer}/end-access", id(&own));
        parent.post(&path, &json!({})).refused(403, "not_allowed");
        let letters = codes(app).len();
        world.staff.post(&path, &json!({})).expect(200);
        me(&parent).refused(401, "not_signed_in");
        assert_eq!(codes(app).len(), letters, "nobody is told");
    }
}
