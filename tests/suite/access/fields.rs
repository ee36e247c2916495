//! What an answer may hold, by role: every field of what front desk, volunteer, professional
//! and parent are answered is on a list here, and a field that is not fails the test.

use std::collections::BTreeSet;

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{World, id, referral};

const SESSION: &[&str] = &[
    "access",
    "access_features",
    "activity_id",
    "ages",
    "ages.max",
    "ages.min",
    "ages.unit",
    "audience",
    "bookings_close_at",
    "bring",
    "cancel_by",
    "cancelled",
    "centre",
    "centre_id",
    "description",
    "ends_at",
    "id",
    "interpreter_language",
    "phase",
    "places_left",
    "price",
    "public_release_at",
    "starts_at",
    "title",
    "venue",
];

/// Everything an answer names, lists and objects looked into: `children[].name`.
fn fields(answer: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    gather("", answer, &mut names);
    names
}

fn gather(path: &str, value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                names.insert(path.clone());
                gather(&path, value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(path, item, names)),
        _ => {}
    }
}

#[track_caller]
fn holds_only(who: &Client, path: &str, allowed: &[&[&str]]) {
    let answer = who.get(path).expect(200);
    let allowed: BTreeSet<&str> = allowed.iter().flat_map(|names| names.iter().copied()).collect();
    let found = fields(&answer);
    let more: Vec<_> = found.iter().filter(|name| !allowed.contains(name.as_str())).collect();
    assert!(more.is_empty(), "{path} tells {more:?}");
}

both! {
    fn answers_hold_what_a_role_may_know(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let family = world.family("Ada");
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        visitor.post(&path, &referral(&family)).expect(201);
        let entry = family.newest();
        let here = Person { centre: Some(&world.centre), ..Person::default() };
        let desk = app.sign_in(Role::FrontDesk, &here);
        let volunteer = app.sign_in(Role::Volunteer, &here);

        let shown = format!("/api/v1/sessions/{session}");
        let booking = format!("/api/v1/bookings/{}", id(&entry));
        let other = format!("/api/v1/bookings/{}", id(&held));
        let household = format!("/api/v1/families/{}", family.id);

        // A parent: the own family, and of the line its own chance in words.
        holds_only(&family.parent, &shown, &[SESSION]);
        holds_only(&family.parent, &booking, &[BOOKING, BOOKING_OF_A_FAMILY]);
        holds_only(&family.parent, &household, &[FAMILY, &["requests"]]);
        holds_only(&family.parent, "/api/v1/auth/sessions", &[SIGN_IN]);
        family.parent.get(&other).refused(404, "not_found");

        // The desk: names and contact, no groups, no waiting order, no reasons.
        holds_only(&desk, &shown, &[SESSION, SESSION_FOR_STAFF]);
        holds_only(&desk, &booking, &[BOOKING, BOOKING_AT_THE_DESK]);
        holds_only(&desk, &household, &[FAMILY]);
        desk.get(&format!("{shown}/waitlist")).refused(403, "not_allowed");

        // A professional: both dates, what its own team said and its referrals; no record.
        holds_only(&visitor, &shown, &[SESSION, SESSION_FOR_PROFESSIONALS]);
        holds_only(&visitor, "/api/v1/referrals", &[REFERRAL]);
        holds_only(&visitor, "/api/v1/families", &[STATEMENT]);
        holds_only(&visitor, "/api/v1/digests/windows", &[DIGEST]);
        visitor.get(&booking).refused(403, "not_allowed");
        visitor.get(&household).refused(404, "not_found");

        // A volunteer: the centres, until a register is handed over.
        for path in [&shown, &booking, &household] {
            volunteer.get(path).refused(403, "not_allowed");
        }
    }
}

const SIGN_IN: &[&str] =
    &["items", "items.began_at", "items.by", "items.ends_at", "items.id", "items.this", "next"];
const REFERRAL: &[&str] = &[
    "items.adults",
    "items.agreed_on",
    "items.came",
    "items.children",
    "items.family",
    "items.family.carers",
    "items.family.children",
    "items.family.children.born_on",
    "items.family.children.due_on",
    "items.family.children.id",
    "items.family.children.name",
    "items.id",
    "items.made_at",
    "items.outcome",
    "items.reason",
    "items.reference",
    "items.session",
    "items.session.centre",
    "items.session.ends_at",
    "items.session.starts_at",
    "items.session.title",
    "items.session_id",
    "items.state",
    "items.statement_id",
    "items.withdrawn_at",
    "items",
    "next",
];
const DIGEST: &[&str] = &[
    "agreements",
    "centres",
    "from",
    "referrals",
    "referrals.booked",
    "referrals.waiting",
    "to",
    "windows",
];
const STATEMENT: &[&str] = &[
    "items",
    "items.carers",
    "items.carers.email",
    "items.carers.name",
    "items.carers.phone",
    "items.children",
    "items.children.born_on",
    "items.children.due_on",
    "items.children.id",
    "items.children.name",
    "items.id",
    "items.made_at",
    "items.postcode",
    "items.reference",
    "items.said_no_at",
    "next",
];
const BOOKING: &[&str] = &[
    "adults",
    "id",
    "late",
    "made_at",
    "session",
    "session.address",
    "session.bring",
    "session.cancel_by",
    "session.centre",
    "session.ends_at",
    "session.phase",
    "session.phone",
    "session.starts_at",
    "session.title",
    "session.venue",
    "session_id",
    "status",
];
const BOOKING_OF_A_FAMILY: &[&str] = &["chance", "child_ids", "family_id"];
const BOOKING_AT_THE_DESK: &[&str] = &["child_ids", "family_id"];
const SESSION_FOR_PROFESSIONALS: &[&str] = &["capacity", "referrals_open_at", "waiting"];
const SESSION_FOR_STAFF: &[&str] = &[
    "announced_at",
    "cancel_reason",
    "capacity",
    "course_id",
    "displaced_by",
    "head_session_id",
    "leader",
    "priority_places",
    "priority_until",
    "public_places_left",
    "referrals_open_at",
    "room_id",
    "series_id",
    "venue_id",
    "version",
    "waiting",
];
const FAMILY: &[&str] = &[
    "address",
    "answers",
    "carers",
    "carers.confirmed",
    "carers.email",
    "carers.former_name",
    "carers.id",
    "carers.language",
    "carers.mail_allowed",
    "carers.name",
    "carers.no_call",
    "carers.no_post",
    "carers.no_text",
    "carers.no_voicemail",
    "carers.phone",
    "centre_id",
    "channel",
    "children",
    "children.born_on",
    "children.due_on",
    "children.id",
    "children.name",
    "guest",
    "id",
    "membership",
    "membership.number",
    "membership.renews_on",
    "membership.status",
    "moved_away_on",
    "postcode",
    "postcode_reason",
    "trusted_adults",
    "version",
];
