//! The pages of staff, the desk and the safeguarding lead, as they use them: without a script, by the
//! forms of our own pages.

mod desk;
mod doors;
mod families;
mod lists;
mod log;
mod today;

use serde_json::{Value, json};

use super::browser::{Browser, account};
use crate::support::app::TestApp;
use crate::support::world::{World, id};

/// Somebody of this role at the world's centre, signed in.
fn signed_in<'a>(app: &'a TestApp, world: &World, role: &str) -> Browser<'a> {
    account(app, role, &world.centre);
    let mut browser = Browser::new(app);
    browser.signs_in(&format!("{role}@hubs.example"), "/today");
    browser
}

/// A family that only a call reaches.
fn by_phone(world: &World, name: &str) -> Value {
    let body = json!({
        "carers": [{ "name": name, "phone": "07700 900123" }],
        "children": [{ "name": format!("{name} Junior"), "born_on": "2025-11-01" }],
        "centre_id": world.centre,
    });
    world.staff.post("/api/v1/families", &body).expect(201)
}

fn party(family: &Value) -> Value {
    json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]], "adults": 1 })
}

/// What staff book for a family.
fn booked(world: &World, session: &str, family: &Value) -> Value {
    world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &party(family)).expect(201)
}

/// A place is free for a family that only a call reaches.
fn offered_by_phone(world: &World) -> (String, Value, Value) {
    let session = world.session(json!({ "capacity": 1 }));
    let holder = world.family("Holder");
    let held = holder.books(&session).expect(201);
    let family = by_phone(world, "Rita Hall");
    let entry = booked(world, &session, &family);
    let cancel = format!("/api/v1/bookings/{}/cancel", id(&held));
    holder.parent.post(&cancel, &json!({})).expect(200);
    (session, family, entry)
}

fn shown(world: &World, booking: &Value) -> Value {
    world.staff.get(&format!("/api/v1/bookings/{}", id(booking))).expect(200)
}

/// The action of the first form of a page whose address begins so.
fn action<'t>(page: &'t str, begins: &str) -> &'t str {
    let mark = format!("action=\"{begins}");
    let start = page.find(&mark).unwrap_or_else(|| panic!("no form to {begins}: {page}"));
    page[start + 8..].split('"').next().expect("its end")
}

fn restrict(world: &World, family: &Value) {
    let lead = world.app.as_role(firstplace::access::Role::SafeguardingLead);
    let path = format!("/api/v1/families/{}/restriction", id(family));
    lead.put(&path, &json!({ "restricted": true, "unsafe_address": false })).expect(200);
}
