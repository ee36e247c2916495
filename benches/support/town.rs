//! A borough in a running service: sessions to book, and families to book them, made through its
//! API.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{SubsecRound, TimeDelta, Utc};
use firstplace::demo::crowd::Crowd;
use serde_json::{Value, json};

use super::client::Client;
use super::load::{Bytes, CALLERS, dealt, post, run};
use super::place::Place;
use super::served::Served;
use super::table::{Found, measure};

/// Of the names.
const SEED: u64 = 1;

pub struct Town<'a> {
    pub place: &'a Place,
    pub served: Served,
    pub staff: Client,
    pub centre: String,
    /// No two sessions of an activity start at one time.
    planned: AtomicU32,
    crowd: Crowd,
    /// No two families are alike, or they would be taken for one.
    met: AtomicU32,
}

/// A family as a request names it.
#[derive(Clone)]
pub struct Family {
    pub id: String,
    pub child: String,
}

/// What a family wants where nothing is free.
#[derive(Clone, Copy)]
pub enum IfFull {
    Refuse,
    Wait,
}

pub fn id(value: &Value) -> String {
    value["id"].as_str().unwrap_or_else(|| panic!("no id: {value}")).to_owned()
}

impl<'a> Town<'a> {
    pub fn new(place: &'a Place) -> Town<'a> {
        let served = Served::start(place);
        let staff = served.client();
        let centre = staff.post("/api/v1/centres", &json!({ "name": "Partington" })).expect(201);
        let crowd = Crowd::new(SEED, Utc::now().date_naive()).expect("the names are read");
        let (planned, met) = Default::default();
        Town { place, served, staff, centre: id(&centre), planned, crowd, met }
    }

    /// New sessions of a new activity, open to everybody, an hour after each other.
    pub fn sessions(&self, count: usize, capacity: usize) -> Vec<String> {
        let activity = json!({ "title": "Stay and Play", "centre_id": self.centre, "access": "book",
            "unit": "families", "capacity": capacity,
            "ages": { "unit": "months", "min": 0, "max": 60 } });
        let activity = id(&self.staff.post("/api/v1/activities", &activity).expect(201));
        (0..count).map(|_| self.session(&activity)).collect()
    }

    fn session(&self, activity: &str) -> String {
        let hours = i64::from(self.planned.fetch_add(1, Ordering::Relaxed));
        let now = Utc::now().trunc_subsecs(0);
        let starts = now + TimeDelta::days(3) + TimeDelta::hours(hours);
        let body = json!({
            "activity_id": activity, "centre_id": self.centre,
            "starts_at": starts, "ends_at": starts + TimeDelta::hours(1),
            "referrals_open_at": now - TimeDelta::days(2),
            "public_release_at": now - TimeDelta::days(1),
        });
        let session = id(&self.staff.post("/api/v1/sessions", &body).expect(201));
        self.staff.post(&format!("/api/v1/sessions/{session}/announce"), &json!({})).expect(200);
        session
    }

    /// Families nobody has met, made by all callers at once, and what that cost.
    pub fn families(&self, count: usize) -> (Vec<Family>, Found) {
        let requests: Vec<Bytes> = (0..count).map(|at| self.family(at)).collect();
        let made = Mutex::new(Vec::with_capacity(count));
        let see = |status: u16, body: &[u8]| {
            assert_eq!(status, 201, "{}", String::from_utf8_lossy(body));
            let body: Value = serde_json::from_slice(body).expect("JSON");
            let family = Family { id: id(&body), child: id(&body["children"][0]) };
            made.lock().expect("no panic").push(family);
        };
        let turns = dealt(&[self.served.address], &requests, CALLERS);
        let found = measure(&[&self.served], || run(&turns, see));
        (made.into_inner().expect("no panic"), found)
    }

    fn family(&self, at: usize) -> Bytes {
        let number = self.met.fetch_add(1, Ordering::Relaxed);
        let named = |number: u32| self.crowd.household(number).adults.remove(0).name;
        let born = Utc::now().date_naive() - TimeDelta::days(100 + i64::from(number % 1_000));
        let family = json!({
            "carers": [{ "name": named(2 * number), "email": format!("p{number}@example.org") }],
            "children": [{ "name": named(2 * number + 1), "born_on": born }],
            "centre_id": self.centre,
        });
        post("/api/v1/families", self.served.token(at), &family)
    }

    /// A request for a place of each family, in the sessions by turns.
    pub fn asks(&self, families: &[Family], sessions: &[String], if_full: IfFull) -> Vec<Bytes> {
        let if_full = match if_full {
            IfFull::Refuse => "refuse",
            IfFull::Wait => "wait",
        };
        let ask = |(at, family): (usize, &Family)| {
            let path = format!("/api/v1/sessions/{}/bookings", sessions[at % sessions.len()]);
            let body = json!({ "family_id": family.id, "child_ids": [family.child], "adults": 1,
                "if_full": if_full, "wants": "offer", "reason": "By telephone." });
            post(&path, self.served.token(at), &body)
        };
        families.iter().enumerate().map(ask).collect()
    }

    /// Sends them by all callers at once; each answer has one of these statuses.
    pub fn send(&self, requests: &[Bytes], statuses: &'static [u16]) -> Found {
        self.send_to(&[&self.served], requests, statuses)
    }

    pub fn send_to(
        &self,
        servers: &[&Served],
        requests: &[Bytes],
        statuses: &'static [u16],
    ) -> Found {
        let addresses: Vec<_> = servers.iter().map(|served| served.address).collect();
        let turns = dealt(&addresses, requests, CALLERS);
        measure(servers, || run(&turns, one_of(statuses)))
    }
}

pub fn one_of(statuses: &'static [u16]) -> impl Fn(u16, &[u8]) + Sync {
    move |status, body| {
        assert!(statuses.contains(&status), "{status}: {}", String::from_utf8_lossy(body));
    }
}
