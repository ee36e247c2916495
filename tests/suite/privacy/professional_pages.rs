//! What a professional's pages say is what an unknown family would have brought: worlds that differ
//! only in what is known of the family, the same pages opened and the same forms sent, and every page
//! the same but for ids. Each world has a database of its own.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::pages::refer::{agreed, by_names, led, send};
use crate::support::app::{Backend, TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::world::{World, id};

const WORLDS: &[&str] =
    &["unknown", "known", "booked", "waiting", "busy", "restricted", "opted out", "referred"];

/// The family as the records of some worlds have it, and as it is described in all.
fn household(world: &World) -> Value {
    let body = json!({
        "carers": [{ "name": "Una Webb", "email": "una.webb@example.org" }],
        "children": [{ "name": "Rory Webb", "born_on": "2024-07-07" }],
        "postcode": "M31 4FL", "centre_id": world.centre,
    });
    world.staff.post("/api/v1/families", &body).expect(201)
}

struct Scene<'a> {
    world: World<'a>,
    visitor: Client,
    /// The session it is referred to, and one at the same time.
    target: String,
    beside: String,
    told: Vec<String>,
}

/// In every world the same places are taken, by the family or by strangers.
fn scene<'a>(app: &'a TestApp, what: &str, capacity: i32, extra: i32) -> Scene<'a> {
    let world = World::new(app);
    let target = world.session(json!({ "capacity": capacity }));
    let beside = world.session(json!({}));
    let visitor = world.professional("health");
    let other = world.professional("health");
    let known = (what != "unknown").then(|| household(&world));
    let books = |session: &str, family: &Value| {
        let party = json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]],
            "adults": 1, "if_full": "wait", "wants": "offer", "reason": "as asked" });
        world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &party).expect(201);
    };
    for number in 0..extra {
        world.family(&format!("Stranger {number}")).books(&target).expect(201);
    }
    match (what, &known) {
        ("booked" | "waiting", Some(family)) => {
            books(&target, family);
            world.family("Stranger Beside").books(&beside).expect(201);
        }
        ("busy", Some(family)) => {
            world.family("Stranger Target").books(&target).expect(201);
            books(&beside, family);
        }
        ("referred", Some(_)) => {
            let path = format!("/api/v1/sessions/{target}/referrals");
            let described = json!({
                "carers": [{ "name": "Una Webb", "email": "una.webb@example.org" }],
                "children": [{ "name": "Rory Webb", "born_on": "2024-07-07" }],
                "postcode": "M31 4FL" });
            let body = json!({ "family": described, "reason": "isolated",
                "agreed_on": "2026-11-15", "agreed_how": "spoken" });
            other.post(&path, &body).expect(201);
            world.family("Stranger Beside").books(&beside).expect(201);
        }
        _ => {
            world.family("Stranger Target").books(&target).expect(201);
            world.family("Stranger Beside").books(&beside).expect(201);
        }
    }
    if let Some(family) = &known {
        let path = format!("/api/v1/families/{}", id(family));
        match what {
            "restricted" => {
                let lead = app.as_role(Role::SafeguardingLead);
                let body = json!({ "restricted": true, "unsafe_address": false });
                lead.put(&format!("{path}/restriction"), &body).expect(200);
            }
            "opted out" => {
                drop(world.staff.post(&format!("{path}/opt-out"), &json!({})).expect(200))
            }
            _ => {}
        }
    }
    Scene { world, visitor, target, beside, told: Vec::new() }
}

impl Scene<'_> {
    fn hears(&mut self, answer: Answer) -> Answer {
        let way = answer.header("location").unwrap_or_default();
        let said = format!("{} {way}\n{}", answer.status, answer.text);
        self.told.push(without_ids(&said));
        answer
    }

    fn opens(&mut self, path: &str) {
        let answer = self.visitor.open(path);
        self.hears(answer);
    }

    fn sends(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let answer = send(&self.visitor, path, form);
        self.hears(answer)
    }

    /// Every page of a professional and every form on it, one after another.
    fn plays(mut self) -> Vec<String> {
        for page in ["/referrals", "/refer", "/refer?q=webb"] {
            self.opens(page);
        }
        let way = led(&self.sends("/refer", &by_names(&[("reference", "HV 12")])));
        assert_eq!(led(&self.sends("/refer", &by_names(&[("reference", "HV 12")]))), way);
        self.opens("/refer?q=rory%20webb");
        self.opens(&way);
        let family = way.split_once("family=").expect("a family").1.to_owned();
        let child = format!("{family}.0");
        let form = format!("/refer/{}?family={family}", self.target);
        self.opens(&form);
        let mut refuse = agreed(&child);
        refuse.retain(|(name, _)| *name != "if_full");
        refuse.push(("if_full", "refuse"));
        self.sends(&form, &refuse);
        let one = led(&self.sends(&form, &agreed(&child)));
        assert_eq!(led(&self.sends(&form, &agreed(&child))), one);
        self.opens(&one);
        self.opens(&form);
        self.opens(&way);
        let beside = format!("/refer/{}?family={family}", self.beside);
        self.opens(&beside);
        let two = led(&self.sends(&beside, &agreed(&child)));
        self.opens(&two);
        for page in [
            "/referrals",
            "/referrals?q=webb",
            "/referrals?state=waiting",
            "/referrals?time=to_come",
        ] {
            self.opens(page);
        }
        self.sends(&format!("{one}/withdraw"), &[]);
        self.opens(&one);
        self.opens(&way);
        self.sends(&format!("/refer/families/{family}/no"), &[]);
        self.opens(&way);
        led(&self.sends(&form, &agreed(&child)));
        self.opens("/referrals");
        let app = self.world.app;
        app.set_clock("2026-11-24T10:00:00Z");
        app.sweep();
        self.opens("/referrals");
        self.opens("/referrals?time=over");
        self.opens(&one);
        self.opens(&two);
        self.told
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

fn told(backend: Backend, what: &str, capacity: i32, extra: i32) -> Vec<String> {
    let app = TestApp::on(backend);
    scene(&app, what, capacity, extra).plays()
}

both! {
    fn pages_say_the_same_whatever_is_known_of_the_family(app) {
        for (room, capacity) in [("room", 3), ("full", 1)] {
            // Somebody waits where the family waits: a stranger holds the only place.
            let unknown = |extra: i32| told(app.backend, "unknown", capacity, extra);
            let plain = unknown(0);
            assert!(plain.iter().any(|page| page.contains("Una Webb: ")), "{plain:?}");
            for what in WORLDS.iter().filter(|what| **what != "unknown") {
                let extra = i32::from(*what == "waiting" && room == "full");
                let other = if extra == 0 { plain.clone() } else { unknown(extra) };
                let here = told(app.backend, what, capacity, extra);
                for (call, (this, that)) in here.iter().zip(&other).enumerate() {
                    assert_eq!(this, that, "{what}, {room}, call {call}");
                }
                assert_eq!(here.len(), other.len());
            }
        }
    }

    /// The control: one more place that is taken is seen.
    fn the_comparison_of_pages_sees_a_world_that_does_differ(app) {
        assert_ne!(told(app.backend, "unknown", 3, 0), told(app.backend, "unknown", 3, 1));
    }
}
