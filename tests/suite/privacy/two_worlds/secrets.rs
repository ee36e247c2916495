//! What must not be told: how it is so in one world, and how a stranger stands in its place in the
//! other.

use serde_json::{Value, json};

use super::stage::household;
use super::{Side, Stage};
use crate::support::client::Client;
use crate::support::world::{id, merged};

pub struct Secret {
    pub name: &'static str,
    /// Whether Robin is a child of Mum's household too.
    pub shares_a_child: bool,
    pub set: fn(&Stage, Side),
}

pub const SECRETS: &[Secret] = &[
    Secret { name: "the other household's places", shares_a_child: true, set: places },
    Secret { name: "what the other household says", shares_a_child: true, set: requests },
    Secret { name: "the other household is restricted", shares_a_child: true, set: restricted },
    Secret { name: "the other household opted out", shares_a_child: true, set: opted_out },
    Secret { name: "a described family is known", shares_a_child: false, set: described },
    Secret { name: "another carer's sensitive place", shares_a_child: false, set: sensitive },
];

fn books(client: &Client, session: &str, party: &Value) {
    client.post(&format!("/api/v1/sessions/{session}/bookings"), party).expect(201);
}

/// Mum has a place at the time Dad asks for, one in the line he joins, and one he joins too.
fn places(stage: &Stage, _: Side) {
    let party = Stage::party(&stage.other, 0);
    for session in [&stage.theirs, &stage.later] {
        books(&stage.mum, session, &party);
    }
}

fn requests(stage: &Stage, side: Side) {
    places(stage, side);
    let home = format!("/api/v1/families/{}", id(&stage.other));
    let etag = stage.mum.get(&home).header("etag").expect("an ETag").to_owned();
    let robin = json!({ "id": stage.other["children"][0]["id"], "name": "I know where you live",
        "born_on": "2012-05-05" });
    let body = json!({ "children": [robin] });
    let call = stage.mum.call(ureq::http::Method::PATCH, &home).json(&body);
    call.if_match(&etag).send().expect(202);
    let child = format!("{home}/children/{}", id(&stage.other["children"][0]));
    stage.mum.post(&format!("{child}/end"), &json!({ "ended": "died" })).expect(202);
    stage.mum.post(&format!("{child}/move"), &json!({})).expect(202);
}

fn restricted(stage: &Stage, side: Side) {
    places(stage, side);
    let path = format!("/api/v1/families/{}/restriction", id(&stage.other));
    stage.lead.put(&path, &json!({ "restricted": true, "unsafe_address": true })).expect(200);
}

fn opted_out(stage: &Stage, side: Side) {
    places(stage, side);
    let path = format!("/api/v1/families/{}/opt-out", id(&stage.other));
    stage.mum.post(&path, &json!({})).expect(200);
}

/// Nan has it, or a stranger.
fn sensitive(stage: &Stage, side: Side) {
    let party = match side {
        Side::Secret => merged(
            Stage::party(&stage.family, 0),
            json!({ "carer_id": stage.family["carers"][1]["id"] }),
        ),
        Side::Stranger => Stage::party(&stage.other, 0),
    };
    books(&stage.world.staff, &stage.sensitive, &party);
}

/// The child that somebody without a token describes is on record, or another one is.
fn described(stage: &Stage, side: Side) {
    let (name, born_on) = match side {
        Side::Secret => ("Ruby Hall", "2025-03-03"),
        Side::Stranger => ("Amy Hall", "2025-06-03"),
    };
    let child = json!({ "name": name, "born_on": born_on });
    household(&stage.world, &["Ann"], vec![child], "M31 4FN");
}

/// The control: in the stranger's world nobody takes the place.
pub fn a_place_less(stage: &Stage, side: Side) {
    if side == Side::Secret {
        places(stage, side);
    }
}

/// The control for texts: Mum waits before Dad, or nobody does.
pub fn a_line_less(stage: &Stage, side: Side) {
    if side == Side::Secret {
        books(&stage.mum, &stage.full, &Stage::party(&stage.other, 0));
    }
}
