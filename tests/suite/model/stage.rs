//! Where the service and the reference stand side by side.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};
use serde_json::{Value, json};
use ureq::http::Method;

use super::reference::{Instant, LIMIT, Reference, Request, Session, Tier, Told};
use super::steps::{FAMILIES, SESSIONS, SIZES, Step};
use crate::support::app::{START, TestApp};
use crate::support::client::{Answer, Client};
use crate::support::world::{Family, World, id, merged, referral};

type Checked = Result<(), TestCaseError>;

/// When each session starts: after one, three and seven days.
const STARTS: [&str; SESSIONS] =
    ["2026-11-17T10:00:00Z", "2026-11-19T13:30:00Z", "2026-11-23T10:00:00Z"];
const CAPACITIES: [usize; SESSIONS] = [3, 4, 2];
const PRIORITY_PLACES: [usize; SESSIONS] = [0, 2, 0];

pub struct Stage<'a> {
    world: World<'a>,
    visitor: Client,
    sessions: Vec<String>,
    families: Vec<Family>,
    /// The bookings of the service, in the order of the reference's entries.
    bookings: Vec<String>,
    reference: Reference,
}

fn instant(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).expect("an instant").with_timezone(&Utc)
}

impl<'a> Stage<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        let world = World::new(app);
        let activity = world.activity(json!({
            "title": "Model", "unit": "children", "limit_a_day": 1, "limit_in_seven_days": LIMIT,
        }));
        let session = |number: usize| {
            let starts = instant(STARTS[number]);
            world.session(json!({
                "activity_id": activity,
                "starts_at": starts,
                "ends_at": starts + TimeDelta::hours(1),
                "capacity": CAPACITIES[number],
                "priority_places": PRIORITY_PLACES[number],
            }))
        };
        let family = |number: usize| {
            let born = vec!["2024-11-01"; SIZES[number]];
            world.family_of(&format!("Family {number}"), &born)
        };
        let reference = Reference {
            now: instant(START),
            sessions: (0..SESSIONS).map(expected).collect(),
            entries: Vec::new(),
        };
        Self {
            sessions: (0..SESSIONS).map(session).collect(),
            families: (0..FAMILIES).map(family).collect(),
            visitor: world.professional("health"),
            bookings: Vec::new(),
            reference,
            world,
        }
    }

    /// Does one step on both sides and compares all there is to see.
    pub fn take(&mut self, step: &Step) -> Checked {
        match step {
            Step::Ask { family, session, also, wants_book, may_wait } => {
                let also = also.then(|| (session + 1) % SESSIONS);
                let also = also.filter(|other| self.may_also_wait(*family, *other));
                self.ask(&Request {
                    family: *family,
                    session: *session,
                    also,
                    size: SIZES[*family],
                    tier: Tier::Everyone,
                    wants_book: *wants_book,
                    may_wait: *may_wait,
                })?;
            }
            Step::Refer { family, session } => self.refer(*family, *session)?,
            Step::Cancel { entry } => self.of_entry(*entry, "cancel")?,
            Step::Claim { entry } => self.of_entry(*entry, "claim")?,
            Step::Accept { entry } => self.of_offer(*entry, "accept")?,
            Step::Decline { entry } => self.of_offer(*entry, "decline")?,
            Step::Resize { session, capacity } => self.resize(*session, *capacity)?,
            Step::CallOff { session } => self.call_off(*session),
            Step::Pass { minutes } => {
                self.move_clock(self.reference.now + TimeDelta::minutes(*minutes));
            }
            Step::Until { session, minutes_before } => {
                let starts = self.reference.sessions[*session].starts;
                self.move_clock(starts - TimeDelta::minutes(*minutes_before));
            }
        }
        self.sweep();
        self.compare()
    }

    /// Another date is named only where the family has nothing yet and could still get in.
    fn may_also_wait(&self, family: usize, session: usize) -> bool {
        let of = &self.reference.sessions[session];
        let open = !of.cancelled && self.reference.now < of.starts;
        open && SIZES[family] <= of.capacity && self.reference.live_entry(family, session).is_none()
    }

    fn move_clock(&mut self, to: Instant) {
        if to > self.reference.now {
            self.reference.now = to;
            self.world.app.clock.set(to.into());
        }
    }

    fn sweep(&mut self) {
        self.world.app.sweep();
        self.reference.settle();
    }

    fn ask(&mut self, request: &Request) -> Checked {
        let known = self.reference.entries.len();
        let told = self.reference.ask(request);
        let family = &self.families[request.family];
        let also: Vec<&String> = request.also.iter().map(|other| &self.sessions[*other]).collect();
        let answer = family.asks(
            &self.sessions[request.session],
            json!({
                "if_full": if request.may_wait { "wait" } else { "refuse" },
                "wants": if request.wants_book { "book" } else { "offer" },
                "or_sessions": also,
            }),
        );
        self.remember(known, &answer);
        agree(told, &answer)
    }

    fn refer(&mut self, family: usize, session: usize) -> Checked {
        let known = self.reference.entries.len();
        let told = self.reference.refer(&Request {
            family,
            session,
            also: None,
            size: SIZES[family],
            tier: Tier::Referred,
            wants_book: true,
            may_wait: true,
        });
        let path = format!("/api/v1/sessions/{}/referrals", self.sessions[session]);
        let body = merged(referral(&self.families[family]), json!({ "wants": "book" }));
        let answer = self.visitor.post(&path, &body);
        if self.reference.entries.len() > known {
            self.bookings.push(id(&self.families[family].newest_but(&self.bookings)));
        }
        // What a professional is told is of an unknown party; the booking is compared after.
        match told {
            Told::Refused(_) => agree(told, &answer),
            Told::Now(_) => {
                prop_assert_eq!(answer.status, 201, "{}", answer.text);
                Ok(())
            }
        }
    }

    /// A request the reference took has a booking in the service too.
    fn remember(&mut self, known: usize, answer: &Answer) {
        if self.reference.entries.len() > known {
            let made = answer.json();
            self.bookings.push(made["id"].as_str().unwrap_or("not made").to_owned());
        }
    }

    fn of_entry(&mut self, entry: usize, word: &str) -> Checked {
        let Some(number) = self.pick(entry) else { return Ok(()) };
        let session = self.reference.entries[number].session;
        let told = match word {
            "cancel" => self.reference.cancel(number),
            _ => self.reference.claim(number, session),
        };
        let family = &self.families[self.reference.entries[number].family];
        let path = format!("/api/v1/bookings/{}/{word}", self.bookings[number]);
        agree(told, &family.parent.post(&path, &json!({})))
    }

    fn of_offer(&mut self, entry: usize, word: &str) -> Checked {
        let Some(number) = self.pick(entry) else { return Ok(()) };
        let shown = self.shown(number);
        let Some(offer) = shown["offer"]["id"].as_str() else { return Ok(()) };
        let path = format!("/api/v1/offers/{offer}/{word}");
        let told = match word {
            "accept" => self.reference.accept(number),
            _ => self.reference.decline(number),
        };
        let family = &self.families[self.reference.entries[number].family];
        agree(told, &family.parent.post(&path, &json!({})))
    }

    fn pick(&self, entry: usize) -> Option<usize> {
        let made = self.bookings.len();
        (made > 0).then(|| entry % made)
    }

    fn resize(&mut self, session: usize, capacity: usize) -> Checked {
        if self.reference.sessions[session].cancelled
            || capacity < PRIORITY_PLACES[session]
            || self.reference.now >= self.reference.sessions[session].starts
        {
            return Ok(());
        }
        let told = self.reference.resize(session, capacity);
        let path = format!("/api/v1/sessions/{}", self.sessions[session]);
        let etag = self.world.staff.get(&path).header("etag").unwrap_or_default().to_owned();
        let edit = self.world.staff.call(Method::PATCH, &path);
        let answer = edit.json(&json!({ "capacity": capacity })).if_match(&etag).send();
        match told {
            Ok(()) => prop_assert_eq!(answer.status, 200, "{}", answer.text),
            Err(code) => {
                let said = answer.json();
                prop_assert_eq!(said["code"].as_str(), Some(code), "{}", said);
            }
        }
        Ok(())
    }

    fn call_off(&mut self, session: usize) {
        if self.reference.now >= self.reference.sessions[session].starts {
            return;
        }
        self.reference.call_off(session);
        let path = format!("/api/v1/sessions/{}/cancel", self.sessions[session]);
        self.world.staff.post(&path, &json!({ "reason": "The boiler is broken." })).expect(200);
    }

    fn shown(&self, number: usize) -> Value {
        let path = format!("/api/v1/bookings/{}", self.bookings[number]);
        self.world.staff.get(&path).expect(200)
    }

    fn compare(&self) -> Checked {
        for (number, entry) in self.reference.entries.iter().enumerate() {
            let shown = self.shown(number);
            prop_assert_eq!(shown["status"].as_str(), Some(entry.state.word()), "{}", shown);
            if let crate::model::reference::State::Offered(end) = entry.state {
                let said = shown["offer"]["expires_at"].as_str().map(instant);
                prop_assert_eq!(said, Some(end), "{}", shown);
            }
        }
        for session in 0..SESSIONS {
            self.compare_session(session)?;
        }
        Ok(())
    }

    fn compare_session(&self, session: usize) -> Checked {
        let line = self.reference.line(session);
        let expected: Vec<&String> = line.iter().map(|number| &self.bookings[*number]).collect();
        let found = self.world.line(&self.sessions[session]);
        prop_assert_eq!(found.iter().collect::<Vec<_>>(), expected, "the line of {}", session);
        let shown = self.world.shown(&self.sessions[session]);
        prop_assert_eq!(shown["waiting"].as_u64(), Some(line.len() as u64), "{}", shown);
        let left = shown["places_left"].as_u64().unwrap_or(u64::MAX);
        prop_assert!(left <= CAPACITIES[session].max(6) as u64, "{}", shown);
        Ok(())
    }
}

fn expected(number: usize) -> Session {
    let starts = instant(STARTS[number]);
    Session {
        starts,
        capacity: CAPACITIES[number],
        priority_places: PRIORITY_PLACES[number],
        priority_until: starts - TimeDelta::hours(48),
        cancelled: false,
    }
}

/// The answer says what the reference said.
fn agree(told: Told, answer: &Answer) -> Checked {
    let said = answer.json();
    match told {
        Told::Now(state) => {
            prop_assert!([200, 201].contains(&answer.status), "{:?}: {}", told, said);
            prop_assert_eq!(said["status"].as_str(), Some(state.word()), "{}", said);
        }
        Told::Refused(code) => prop_assert_eq!(said["code"].as_str(), Some(code), "{}", said),
    }
    Ok(())
}
