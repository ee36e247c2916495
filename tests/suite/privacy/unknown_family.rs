//! What a professional is told is what an unknown family would have brought it: two worlds that
//! differ only in what is known of the family, the same calls, the same answers but ids and moments.

use firstplace::access::Role;
use firstplace::attendance::referrals::service::tell_outcomes;
use serde_json::{Value, json};

use crate::api::feeds::{csv, row, send};
use crate::api::partners::agreements::agreement;
use crate::api::registers::weeks::run;
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::mail::letters;
use crate::support::world::{Family, World, described, id, merged};

/// What is known of the family before a professional meets it. In each world one place is taken.
const WORLDS: &[&str] =
    &["unknown", "known", "booked", "busy", "restricted", "opted out", "referred"];

struct Stage<'a> {
    world: World<'a>,
    visitor: Client,
    other: Client,
}

/// One world: the family as the professional meets it, and a session of so many places.
struct Scene {
    name: String,
    session: String,
}

impl<'a> Stage<'a> {
    fn new(app: &'a TestApp) -> Self {
        let world = World::new(app);
        let (visitor, other) = (world.professional("health"), world.professional("health"));
        Stage { world, visitor, other }
    }

    fn scene(&self, what: &str, name: &str, capacity: i32) -> Scene {
        let session = self.world.session(json!({ "capacity": capacity }));
        let known = || self.world.family(name);
        let stranger = |session: &str| {
            self.world.family(&format!("Stranger of {name}")).books(session).expect(201);
        };
        match what {
            "unknown" => stranger(&session),
            "known" => {
                known();
                stranger(&session);
            }
            "booked" => drop(known().books(&session).expect(201)),
            "busy" => {
                let family = known();
                family.books(&self.world.session(json!({}))).expect(201);
                stranger(&session);
            }
            "restricted" => {
                self.restrict(&known());
                stranger(&session);
            }
            "opted out" => {
                let path = format!("/api/v1/families/{}/opt-out", known().id);
                self.world.staff.post(&path, &json!({})).expect(200);
                stranger(&session);
            }
            "referred" => {
                known();
                let path = format!("/api/v1/sessions/{session}/referrals");
                self.other.post(&path, &asked(name, json!({}))).expect(201);
            }
            other => panic!("no world {other}"),
        }
        Scene { name: name.to_owned(), session }
    }

    fn restrict(&self, family: &Family) {
        let lead = self.world.app.as_role(Role::SafeguardingLead);
        let path = format!("/api/v1/families/{}/restriction", family.id);
        let body = json!({ "restricted": true, "unsafe_address": false });
        lead.put(&path, &body).expect(200);
    }

    /// The number of places that anybody reads of a session.
    fn shown(&self, session: &str) -> String {
        let listed = self.world.app.nobody.get("/api/v1/whats-on?limit=200").expect(200);
        let mut items = listed["items"].as_array().expect("a list").iter();
        let one = items.find(|one| one["id"] == session).expect("it is public");
        format!("{} left", one["places_left"])
    }

    /// Every call that this role has about a family, one after another, and what was answered.
    fn told(&self, scene: &Scene) -> Vec<String> {
        let visitor = &self.visitor;
        let mut told = Vec::new();
        let mut hear = |answer: Answer| -> Value {
            let said = if answer.text.is_empty() { Value::Null } else { answer.json() };
            told.push(format!("{} {}", answer.status, bare(&said, &scene.name)));
            told.push(self.shown(&scene.session));
            said
        };
        let families = "/api/v1/families";
        let path = format!("/api/v1/sessions/{}/referrals", scene.session);
        let family = merged(described(&scene.name, &["2025-11-01"]), json!({ "reference": "R1" }));
        let said = hear(visitor.post(families, &family));
        hear(visitor.post(families, &family));
        hear(visitor.get(&format!("{families}/{}", id(&said))));
        let line = scene.name.to_lowercase().replace(' ', "%20");
        hear(visitor.get(&format!("{families}?q={line}")));

        let refuse = asked(&scene.name, json!({ "if_full": "refuse" }));
        let first = hear(visitor.post(&path, &refuse));
        hear(visitor.post(&path, &asked(&scene.name, json!({}))));
        let again = json!({ "statement_id": said["id"], "family": null,
            "child_ids": [said["children"][0]["id"]], "reference": "R1" });
        let referral = hear(visitor.post(&path, &asked(&scene.name, again)));
        assert!(first["id"].is_null() || first["id"] == referral["id"], "one referral");
        let one = format!("/api/v1/referrals/{}", id(&referral));
        hear(visitor.get(&one));
        let session = format!("/api/v1/sessions/{}", scene.session);
        hear(visitor.get(&session));

        let of = json!({ "kind": "health_review", "on_day": "2026-11-10", "family_id": said["id"],
            "child_ids": [said["children"][0]["id"]] });
        let contact = hear(visitor.post("/api/v1/contacts", &of));
        let contact = format!("/api/v1/contacts/{}/withdraw", id(&contact["items"][0]));
        hear(visitor.post(&contact, &json!({ "reason": "wrong day" })));
        hear(visitor.post(&contact, &json!({ "reason": "wrong day" })));

        hear(visitor.post(&format!("{one}/withdraw"), &json!({})));
        hear(visitor.post(&format!("{one}/withdraw"), &json!({})));
        hear(visitor.get(&one));
        hear(visitor.get(&session));
        hear(visitor.post(&path, &asked(&scene.name, json!({}))));
        let opt_out = format!("{families}/{}/opt-out", id(&said));
        hear(visitor.post(&opt_out, &json!({})));
        hear(visitor.post(&opt_out, &json!({})));
        hear(visitor.get(&format!("{families}/{}", id(&said))));
        let listed = visitor.get("/api/v1/referrals").expect(200);
        let own = listed["items"].as_array().expect("a list").iter();
        let own = own.filter(|row| row["session_id"] == scene.session.as_str());
        told.push(bare(&own.cloned().collect(), &scene.name).to_string());
        told
    }
}

fn asked(name: &str, changed: Value) -> Value {
    let plain = json!({
        "family": described(name, &["2025-11-01"]),
        "adults": 1,
        "reason": "isolated",
        "agreed_on": "2026-11-15",
        "agreed_how": "spoken",
    });
    merged(plain, changed)
}

/// Without what differs between two strangers: ids, moments, the name itself.
fn bare(told: &Value, name: &str) -> Value {
    match told {
        Value::Array(items) => items.iter().map(|item| bare(item, name)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| {
                let moment = key.ends_with("_at") && value.is_string();
                (key.clone(), if moment { json!("a moment") } else { bare(value, name) })
            })
            .collect(),
        Value::String(text) => {
            let (plain, mailed) = (name.to_owned(), name.to_lowercase().replace(' ', "."));
            let text = text.replace(&plain, "NAME").replace(&mailed, "name");
            json!(without_ids(&text))
        }
        other => other.clone(),
    }
}

/// Ids are 32 letters of hexadecimal, wherever they stand.
fn without_ids(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::new();
    while !rest.is_empty() {
        let hex = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let width = if hex >= 32 { hex } else { rest.chars().next().map_or(1, char::len_utf8) };
        let (this, after) = rest.split_at(width);
        plain += if hex >= 32 { "ID" } else { this };
        rest = after;
    }
    plain
}

both! {
    fn a_professional_is_told_the_same_whatever_is_known_of_the_family(app) {
        let stage = Stage::new(app);
        for (room, capacity) in [("room", 3), ("full", 1)] {
            let mut worlds = WORLDS.iter().map(|what| {
                let name = format!("{} {}", what.replace(' ', ""), room);
                let name = name.split(' ').map(capital).collect::<Vec<_>>().join(" ");
                (*what, stage.told(&stage.scene(what, &name, capacity)))
            });
            let (_, unknown) = worlds.next().expect("the first world");
            let state = if room == "room" { "\"state\":\"booked\"" } else { "session_full" };
            assert!(unknown[8].contains(state), "{}", unknown[8]);
            for (what, told) in worlds {
                for (call, (this, that)) in told.iter().zip(&unknown).enumerate() {
                    assert_eq!(this, that, "{what}, {room}, call {call}");
                }
            }
        }
    }

    fn the_comparison_sees_a_world_that_does_differ(app) {
        let stage = Stage::new(app);
        let room = stage.told(&stage.scene("unknown", "Has Room", 3));
        let full = stage.told(&stage.scene("unknown", "Has None", 1));
        assert_ne!(room, full);
    }

    fn what_is_told_at_the_end_is_of_an_unknown_party_too(app) {
        let stage = Stage::new(app);
        let mut told = Vec::new();
        for (room, capacity) in [("full", 1), ("room", 3)] {
            for what in WORLDS {
                let name = format!("{} {}", what.replace(' ', ""), room);
                let name = name.split(' ').map(capital).collect::<Vec<_>>().join(" ");
                let scene = stage.scene(what, &name, capacity);
                let path = format!("/api/v1/sessions/{}/referrals", scene.session);
                let asked = asked(&name, json!({ "tell_outcome": true }));
                let referral = stage.visitor.post(&path, &asked).expect(201);
                told.push((room, *what, format!("/api/v1/referrals/{}", id(&referral))));
            }
        }
        app.set_clock("2026-11-24T10:00:00Z");
        app.sweep();
        run(app, tell_outcomes);
        // No register was completed: after two weeks a place is told of all the same.
        app.set_clock("2026-12-09T10:00:00Z");
        run(app, tell_outcomes);
        for (room, what, path) in &told {
            let outcome = if *room == "full" { "no_place" } else { "place_given" };
            let shown = stage.visitor.get(path).expect(200);
            let said = (&shown["outcome"], &shown["came"]);
            assert_eq!(said, (&json!(outcome), &Value::Null), "{what}, {room}");
        }
        let me = stage.visitor.get("/api/v1/auth/me").expect(200);
        let mut letters: Vec<String> = letters(app, "outcome")
            .iter()
            .filter(|letter| me["email"] == letter.to.as_str())
            .map(|letter| without_ids(&format!("{:?}", letter.written)))
            .collect();
        assert_eq!(letters.len(), told.len(), "one for each");
        letters.sort();
        letters.dedup();
        assert_eq!(letters.len(), 2, "one for a place and one for none: {letters:#?}");
    }

    fn a_feed_is_answered_by_its_form_alone(app) {
        let stage = Stage::new(app);
        let me = stage.visitor.get("/api/v1/auth/me").expect(200);
        agreement(&stage.world, me["partner_id"].as_str().expect("a partner"), json!({}));
        let mut answers: Vec<String> = Vec::new();
        for what in WORLDS {
            let name = format!("{} Sent", capital(&what.replace(' ', "")));
            stage.scene(what, &name, 3);
            let line = row("", &format!("{name} 0"), "2025-11-01", &name, "07700 900123");
            let answer = send(&stage.visitor, "", csv(&[line])).expect(200);
            answers.push(bare(&answer, &name).to_string());
        }
        assert!(answers[0].contains("\"taken\""), "{}", answers[0]);
        answers.dedup();
        assert_eq!(answers.len(), 1, "{answers:#?}");
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
