//! What ought to happen, in the plainest words: lists, loops and no database. Written from
//! the rules alone, so that where it and the service differ, one of them is wrong.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

pub type Instant = DateTime<Utc>;

/// Places of one family in seven days.
pub const LIMIT: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    Referred,
    Everyone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Booked,
    Offered(Instant),
    Waiting,
    Cancelled,
    Lapsed,
    Declined,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Offered(_) => "offered",
            Self::Waiting => "waiting",
            Self::Cancelled => "cancelled",
            Self::Lapsed => "lapsed",
            Self::Declined => "declined",
        }
    }

    pub fn is_live(self) -> bool {
        matches!(self, Self::Booked | Self::Offered(_) | Self::Waiting)
    }

    fn holds(self) -> bool {
        matches!(self, Self::Booked | Self::Offered(_))
    }
}

#[derive(Clone, Debug)]
pub struct Session {
    pub starts: Instant,
    pub capacity: usize,
    pub priority_places: usize,
    pub priority_until: Instant,
    pub cancelled: bool,
}

/// One party's request, and what became of it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub family: usize,
    /// The session of its place; of a waiting one, the first it asked for.
    pub session: usize,
    /// Every session it waits for.
    pub waits_for: Vec<usize>,
    pub size: usize,
    pub tier: Tier,
    pub wants_book: bool,
    pub state: State,
}

/// What a caller is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Now(State),
    Refused(&'static str),
}

#[derive(Clone, Debug)]
pub struct Reference {
    pub now: Instant,
    pub sessions: Vec<Session>,
    /// In the order of joining: the index is the number in line.
    pub entries: Vec<Entry>,
}

/// A party that asks for a place.
#[derive(Clone, Debug)]
pub struct Request {
    pub family: usize,
    pub session: usize,
    pub also: Option<usize>,
    pub size: usize,
    pub tier: Tier,
    pub wants_book: bool,
    pub may_wait: bool,
}

impl Reference {
    /// What time has changed, for every session. The service does it session by session,
    /// when a call decides on one, or by its sweeper.
    pub fn settle(&mut self) {
        for session in 0..self.sessions.len() {
            self.settle_one(session);
        }
    }

    fn settle_one(&mut self, session: usize) {
        let now = self.now;
        for entry in self.entries.iter_mut().filter(|entry| entry.session == session) {
            if matches!(entry.state, State::Offered(end) if now >= end) {
                entry.state = State::Lapsed;
            }
        }
        if now >= self.sessions[session].starts {
            self.end_waiting(session, State::Lapsed);
        }
        self.promote(session);
    }

    /// The line of a session is over; who waits for another date too goes on waiting there.
    fn end_waiting(&mut self, session: usize, state: State) {
        for entry in self.entries.iter_mut().filter(|entry| entry.state == State::Waiting) {
            let before = entry.waits_for.len();
            entry.waits_for.retain(|other| *other != session);
            if before > 0 && entry.waits_for.is_empty() {
                entry.state = state;
            }
        }
    }

    /// Serves the line of a session as far as its free places go.
    fn promote(&mut self, session: usize) {
        let (starts, over) = (self.sessions[session].starts, self.sessions[session].cancelled);
        let last_two_hours = self.now >= starts - TimeDelta::hours(2);
        if over || last_two_hours {
            return;
        }
        for number in self.line(session) {
            if self.is_barred(number)
                || !self.fits(session, self.entries[number].size, self.entries[number].tier)
            {
                continue;
            }
            let may_still_cancel = self.now < starts - TimeDelta::hours(24);
            let at_once = self.entries[number].wants_book && may_still_cancel;
            let entry = &mut self.entries[number];
            entry.session = session;
            entry.waits_for.clear();
            entry.state =
                if at_once { State::Booked } else { State::Offered(offer_end(self.now, starts)) };
        }
    }

    /// Who waits for a session, in order: the referred, then everyone, by number.
    pub fn line(&self, session: usize) -> Vec<usize> {
        let waits = |number: &usize| {
            let entry = &self.entries[*number];
            entry.state == State::Waiting && entry.waits_for.contains(&session)
        };
        let mut line: Vec<usize> = (0..self.entries.len()).filter(waits).collect();
        line.sort_by_key(|number| (self.entries[*number].tier, *number));
        line
    }

    fn taken(&self, session: usize, tier: Option<Tier>) -> usize {
        let held = self.entries.iter().filter(|entry| {
            entry.session == session
                && entry.state.holds()
                && tier.is_none_or(|tier| entry.tier == tier)
        });
        held.map(|entry| entry.size).sum()
    }

    /// Places left as a tier sees them: everyone does not see those that are still kept.
    pub fn left(&self, session: usize, tier: Tier) -> usize {
        let of = &self.sessions[session];
        let free = of.capacity.saturating_sub(self.taken(session, None));
        let kept = of.priority_places.saturating_sub(self.taken(session, Some(Tier::Referred)));
        match tier {
            Tier::Everyone if self.now < of.priority_until => free.saturating_sub(kept),
            Tier::Everyone | Tier::Referred => free,
        }
    }

    fn fits(&self, session: usize, size: usize, tier: Tier) -> bool {
        size <= self.left(session, tier)
    }

    /// Two places in any seven days, and all sessions here are within seven: a third is had only by
    /// a referral.
    fn has_enough(&self, family: usize) -> bool {
        let held = |entry: &&Entry| entry.family == family && entry.state.holds();
        self.entries.iter().filter(held).count() >= LIMIT
    }

    fn is_barred(&self, number: usize) -> bool {
        let entry = &self.entries[number];
        entry.tier == Tier::Everyone && self.has_enough(entry.family)
    }

    pub fn live_entry(&self, family: usize, session: usize) -> Option<usize> {
        (0..self.entries.len()).find(|number| {
            let entry = &self.entries[*number];
            let here = entry.session == session && entry.state.holds();
            let waits = entry.state == State::Waiting && entry.waits_for.contains(&session);
            entry.family == family && (here || waits)
        })
    }

    pub fn ask(&mut self, request: &Request) -> Told {
        self.settle_one(request.session);
        let of = &self.sessions[request.session];
        if of.cancelled {
            return Told::Refused("session_cancelled");
        }
        if self.now >= of.starts {
            return Told::Refused("bookings_closed");
        }
        if let Some(number) = self.live_entry(request.family, request.session) {
            let waits = self.entries[number].state == State::Waiting;
            let last_two_hours = self.now >= of.starts - TimeDelta::hours(2);
            // Then asking again is how a family in line claims a free place.
            return match waits && last_two_hours {
                true => self.claim(number, request.session),
                false => Told::Refused("already_booked"),
            };
        }
        if request.size > of.capacity {
            return Told::Refused("party_too_large");
        }
        if request.tier == Tier::Everyone && self.has_enough(request.family) {
            return Told::Refused("over_limit");
        }
        let dates: Vec<usize> = [request.session].into_iter().chain(request.also).collect();
        for date in &dates {
            self.settle_one(*date);
            if self.is_free_for_a_newcomer(*date, request) {
                self.join(request, *date, &[], State::Booked);
                return Told::Now(State::Booked);
            }
        }
        if !request.may_wait {
            return Told::Refused("session_full");
        }
        self.join(request, request.session, &dates, State::Waiting);
        Told::Now(State::Waiting)
    }

    /// In the last two hours a free place is first of all theirs who wait and fit.
    fn is_free_for_a_newcomer(&self, session: usize, request: &Request) -> bool {
        let somebody_fits = self.line(session).iter().any(|number| {
            let entry = &self.entries[*number];
            !self.is_barred(*number) && self.fits(session, entry.size, entry.tier)
        });
        self.fits(session, request.size, request.tier) && !somebody_fits
    }

    fn join(&mut self, request: &Request, session: usize, waits_for: &[usize], state: State) {
        self.entries.push(Entry {
            family: request.family,
            session,
            waits_for: waits_for.to_vec(),
            size: request.size,
            tier: request.tier,
            wants_book: request.wants_book,
            state,
        });
    }

    pub fn cancel(&mut self, number: usize) -> Told {
        let (session, state) = (self.entries[number].session, self.entries[number].state);
        self.settle_one(session);
        if !self.entries[number].state.is_live() || !state.is_live() {
            return Told::Now(self.entries[number].state);
        }
        if self.now >= self.sessions[session].starts {
            return Told::Refused("no_longer_open");
        }
        self.entries[number].state = State::Cancelled;
        self.promote(session);
        Told::Now(State::Cancelled)
    }

    pub fn accept(&mut self, number: usize) -> Told {
        self.answer(number, State::Booked)
    }

    pub fn decline(&mut self, number: usize) -> Told {
        self.answer(number, State::Declined)
    }

    fn answer(&mut self, number: usize, state: State) -> Told {
        let session = self.entries[number].session;
        self.settle_one(session);
        if !matches!(self.entries[number].state, State::Offered(_)) {
            return Told::Refused("offer_ended");
        }
        self.entries[number].state = state;
        self.promote(session);
        Told::Now(state)
    }

    /// In the last two hours, the first of those who wait to say so has the place.
    pub fn claim(&mut self, number: usize, session: usize) -> Told {
        self.settle_one(session);
        let of = &self.sessions[session];
        let window = of.starts - TimeDelta::hours(2) <= self.now && self.now < of.starts;
        let entry = &self.entries[number];
        if entry.state == State::Booked && entry.session == session {
            return Told::Now(State::Booked);
        }
        if !window || of.cancelled || entry.state != State::Waiting {
            return Told::Refused("no_longer_open");
        }
        if !self.fits(session, entry.size, entry.tier) {
            return Told::Refused("session_full");
        }
        if self.is_barred(number) {
            return Told::Refused("over_limit");
        }
        let entry = &mut self.entries[number];
        entry.session = session;
        entry.waits_for.clear();
        entry.state = State::Booked;
        Told::Now(State::Booked)
    }

    /// A professional refers: a new request of the first tier, or a lift in the line.
    pub fn refer(&mut self, request: &Request) -> Told {
        self.settle_one(request.session);
        let of = &self.sessions[request.session];
        let Some(number) = self.live_entry(request.family, request.session) else {
            return self.ask(request);
        };
        if of.cancelled {
            return Told::Refused("session_cancelled");
        }
        if self.now >= of.starts {
            return Told::Refused("bookings_closed");
        }
        if request.size > self.sessions[request.session].capacity {
            return Told::Refused("party_too_large");
        }
        if self.entries[number].tier != Tier::Referred {
            let entry = &mut self.entries[number];
            entry.tier = Tier::Referred;
            entry.wants_book |= entry.state == State::Waiting;
            self.promote(request.session);
        }
        Told::Now(self.entries[number].state)
    }

    pub fn resize(&mut self, session: usize, capacity: usize) -> Result<(), &'static str> {
        self.settle_one(session);
        if capacity < self.taken(session, None) {
            return Err("capacity_below_taken");
        }
        self.sessions[session].capacity = capacity;
        self.promote(session);
        Ok(())
    }

    pub fn call_off(&mut self, session: usize) {
        self.sessions[session].cancelled = true;
        let here = |entry: &&mut Entry| entry.session == session && entry.state.holds();
        for entry in self.entries.iter_mut().filter(here) {
            entry.state = State::Cancelled;
        }
        self.end_waiting(session, State::Cancelled);
    }
}

fn quiet(at: Instant) -> bool {
    let time = at.time();
    time >= clock(21) || time < clock(8)
}

fn clock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour")
}

/// The next such hour after an instant. Winter only: London keeps UTC then.
fn next(at: Instant, hour: u32) -> Instant {
    let today = at.date_naive().and_time(clock(hour)).and_utc();
    if today > at { today } else { today + TimeDelta::days(1) }
}

/// `min(24 hours, half the time)`, out of the night where that leaves time to answer.
pub fn offer_end(now: Instant, starts: Instant) -> Instant {
    let told =
        if quiet(now) && starts >= next(now, 8) + TimeDelta::hours(2) { next(now, 8) } else { now };
    let end = (told + TimeDelta::hours(24)).min(told + (starts - told) / 2);
    if !quiet(end) {
        return end;
    }
    let evening = next(end, 21) - TimeDelta::days(1);
    let morning = next(end, 9);
    if evening - told >= TimeDelta::hours(2) {
        evening
    } else if morning <= starts - TimeDelta::hours(1) {
        morning
    } else {
        end
    }
}
