//! What every answer keeps to, whichever call it is: methods, caching, moments, versions, tables.

use std::collections::BTreeMap;

use crate::support::contract::described;
use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::both;
use crate::support::world::World;

/// A page for each pattern, with what it takes.
const PAGES: &[(&str, &str)] = &[
    ("/", "GET, HEAD"),
    ("/whats-on", "GET, HEAD"),
    ("/registers", "GET, HEAD"),
    ("/reach", "GET, HEAD"),
    ("/docs/faults", "GET, HEAD"),
    ("/health/ready", "GET, HEAD"),
    ("/openapi.json", "GET, HEAD"),
    ("/.well-known/jwks.json", "GET, HEAD"),
    ("/sessions/x/book", "GET, HEAD, POST"),
    ("/join", "GET, HEAD, POST"),
    ("/join/confirm", "POST"),
    ("/join/x", "GET, HEAD, POST"),
    ("/sign-in", "GET, HEAD, POST"),
    ("/sign-out", "POST"),
    ("/reset/x", "GET, HEAD, POST"),
    ("/links/cancel/x", "GET, HEAD"),
    ("/b/x", "GET, HEAD"),
    ("/b/x.ics", "GET, HEAD"),
    ("/b/x/cancel", "GET, HEAD, POST"),
    ("/membership/say-no/x", "GET, HEAD, POST"),
    ("/my", "GET, HEAD"),
    ("/my/bookings/x/cancel", "GET, HEAD, POST"),
    ("/my/card.svg", "GET, HEAD"),
    ("/my/family", "GET, HEAD"),
    ("/my/family/children/new", "GET, HEAD, POST"),
    ("/my/family/children/x/born", "GET, HEAD, POST"),
    ("/my/family/join-again", "POST"),
    ("/my/family/questions/x/sex", "GET, HEAD, POST"),
    ("/my/family/trusted/x/remove", "GET, HEAD, POST"),
    ("/my/feed", "GET, HEAD, POST"),
    ("/feeds/x.ics", "GET, HEAD"),
    ("/feedback/x", "GET, HEAD, POST"),
    ("/feedback-texts", "GET, HEAD"),
    ("/feedback-texts/x", "POST"),
    ("/feedback-texts/x/done", "POST"),
    ("/you-said", "GET, HEAD"),
    ("/embed/whats-on", "GET, HEAD"),
    ("/my/offers/x/accept", "POST"),
    ("/my/told/everything", "POST"),
    ("/registers/x", "GET, HEAD, POST"),
    ("/registers/x/complete", "POST"),
    ("/admin/people", "GET, HEAD, POST"),
    ("/admin/people/x/access", "POST"),
    ("/sign-in/waiting/x", "GET, HEAD"),
    ("/sign-in/stay", "GET, HEAD"),
    ("/registers/building/x", "GET, HEAD"),
    ("/admin/devices", "GET, HEAD, POST"),
    ("/admin/devices/x/revoke", "POST"),
    ("/door/enrol", "GET, HEAD"),
    ("/door/offline", "GET, HEAD"),
];

fn paths() -> BTreeMap<String, Value> {
    let document: Value = described();
    serde_json::from_value(document["paths"].clone()).expect("paths")
}

/// Whether an address is one of a path's.
fn fits(path: &str, address: &str) -> bool {
    let (path, address) = (path.split('/'), address.split('/'));
    path.clone().count() == address.clone().count()
        && path.zip(address).all(|(part, given)| part.starts_with('{') || part == given)
}

both! {
    fn a_method_that_an_address_does_not_take_is_answered_with_those_it_takes(app) {
        let caller = app.as_role(Role::Manager);
        let all = paths();
        for path in all.keys() {
            let address = path.replace(['{', '}'], "");
            let any = || all.iter().filter(|(other, _)| fits(other, &address)).map(|(_, item)| item);
            let fitting: Vec<&Value> = all.get(&address).map_or_else(|| any().collect(), |own| vec![own]);
            let taken = |method: &str| {
                fitting.iter().any(|item| item.get(method.to_lowercase()).is_some())
            };
            let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
            let Some(wrong) = methods[2..].iter().find(|method| !taken(method)) else { continue };
            let method = Method::from_bytes(wrong.as_bytes()).expect("a method");
            let answer = caller.call(method, &address).json(&json!({})).send();
            let allow = answer.header("allow").unwrap_or_default().to_owned();
            for method in methods {
                let is_allowed = allow.split(", ").any(|one| one == method);
                assert_eq!(is_allowed, taken(method), "{method} {path}: {allow}");
            }
            answer.refused(405, "method_not_allowed");
        }
        for (address, takes) in PAGES {
            let answer = app.nobody.call(Method::PUT, address).send();
            assert_eq!((answer.status, answer.header("allow")), (405, Some(*takes)), "{address}");
            for method in [Method::GET, Method::POST] {
                let status = app.nobody.call(method.clone(), address).send().status;
                let is_taken = takes.split(", ").any(|one| one == method.as_str());
                assert_eq!(status != 405, is_taken, "{method} {address}: {status}");
            }
        }
    }

    fn no_cache_keeps_an_error(app) {
        let parent = app.as_role(Role::Parent);
        let answers = [
            (app.nobody.get("/api/v1/families"), 401),
            (parent.get("/api/v1/accounts"), 403),
            (parent.get("/api/v1/sessions/none"), 404),
            (app.nobody.get("/nowhere"), 404),
            (app.nobody.get("/api/v1/whats-on?x=%00"), 422),
            (app.nobody.post("/api/v1/auth/token", &json!({})), 422),
        ];
        for (answer, status) in answers {
            let kept = answer.header("cache-control");
            assert_eq!((answer.status, kept), (status, Some("no-store")), "{}", answer.text);
        }
        for answer in [app.nobody.get("/b/none"), app.nobody.press("/sign-in")] {
            assert!(answer.status >= 400, "{}", answer.status);
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{}", answer.text);
        }
        let kept = app.nobody.get("/.well-known/jwks.json");
        assert_eq!(kept.header("cache-control"), Some("public, max-age=300"), "what is right is");
    }

    fn a_nul_in_a_query_is_refused_as_documented(app) {
        app.nobody.get("/api/v1/whats-on?x=%00").refused(422, "invalid_request");
        for (path, item) in paths() {
            for (method, operation) in item.as_object().expect("operations") {
                assert!(operation["responses"]["422"].is_object(), "{method} {path}");
            }
        }
    }

    fn a_leap_second_is_refused(app) {
        let world = World::new(app);
        let session = |starts_at: &str| {
            let body = json!({
                "activity_id": world.activity(json!({})), "centre_id": world.centre,
                "starts_at": starts_at, "ends_at": "2026-11-23T11:00:00Z", "capacity": 8,
            });
            world.staff.post("/api/v1/sessions", &body)
        };
        for odd in ["2026-11-23T09:59:60Z", "2026-11-23T10:00:60+00:00", "2026-11-23T09:59:60.5Z"] {
            session(odd).refused(422, "invalid_request");
        }
        let refused = world.staff.get("/api/v1/sessions?from=2026-11-23T09:59:60Z");
        assert_ne!(refused.status, 200, "{}", refused.text);
    }

    fn if_match_holds_for_any_version_with_a_star(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}");
        let change = |etag: &str, capacity: i32| {
            let call = world.staff.call(Method::PATCH, &path).json(&json!({ "capacity": capacity }));
            call.if_match(etag).send()
        };
        let first = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        change("*", 9).expect(200);
        change(&first, 10).refused(412, "version_conflict");
        let second = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        change(&format!("{first}, {second}"), 10).expect(200);
        change("\"other\"", 11).refused(412, "version_conflict");
        world.staff.patch(&path, &json!({ "capacity": 11 })).refused(428, "version_needed");

        let admin = app.as_role(Role::Administrator);
        for (who, path, body) in [
            (&world.staff, format!("/api/v1/activities/{}", world.activity(json!({}))), json!({})),
            (&admin, "/api/v1/attendance-settings".to_owned(), json!({})),
            (&app.as_role(Role::Manager), "/api/v1/reach-settings".to_owned(), json!({})),
            (&world.staff, format!("/api/v1/families/{}", world.family("Ada").id), json!({})),
        ] {
            let answer = who.call(Method::PATCH, &path).json(&body).if_match("*").send();
            assert!([200, 403].contains(&answer.status), "{path}: {}", answer.text);
        }
    }

    fn every_table_opens_right_in_a_spreadsheet(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let mut tables = 0;
        for (path, item) in paths() {
            let get = &item["get"];
            if !get["responses"]["200"]["content"]["text/csv"].is_object() || path.contains('{') {
                continue;
            }
            let address = format!("{path}?format=csv&from=2026-11-01&to=2026-11-10");
            for caller in [&manager, &world.staff] {
                let answer = caller.get(&address);
                if answer.status != 200 {
                    continue;
                }
                assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"), "{path}");
                assert!(answer.bytes.starts_with(b"\xEF\xBB\xBF"), "{path}: {}", answer.text);
                tables += 1;
                break;
            }
        }
        assert!(tables >= 8, "{tables} tables");
    }

    fn every_answer_has_the_security_headers(app) {
        for path in ["/", "/api/v1/centres", "/health/live", "/nowhere"] {
            let answer = app.nobody.get(path);
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{path}");
            let policy = answer.header("content-security-policy").unwrap_or_default();
            assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
            assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        }
        assert_eq!(app.nobody.get("/health/ready").text, "ok\n");
    }

    fn head_is_answered_as_get_without_its_body(app) {
        for (path, status) in [("/", 200), ("/health/live", 200), ("/nowhere", 404)] {
            let answer = app.nobody.call(ureq::http::Method::HEAD, path).send();
            assert_eq!((answer.status, answer.text.as_str()), (status, ""), "{path}");
        }
    }
}
