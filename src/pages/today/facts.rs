//! What stands on the page of today, as far as its reader may see it.

use crate::access::Act;
use crate::api::sessions::wire::SessionOut;
use crate::attendance::RegisterState;
use crate::attendance::incomplete::{self, RegisterListed, RegisterPhase, RegistersQuery};
use crate::attendance::service::today::{self, Counted, OfDay};
use crate::base::calendar::day_begins;
use crate::base::fault::Result;
use crate::base::id::{CentreId, FamilyId};
use crate::bookings::tasks::service::{listed, seen_by, to_ring_first};
use crate::bookings::tasks::store::{self as tasks, Open};
use crate::bookings::tasks::{TO_RING, TaskKind};
use crate::bookings::thin::{THIN_WITHIN, is_thin};
use crate::bookings::view as standings;
use crate::db::Tx;
use crate::pages::task_lines::TaskLine;
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Access, Phase, Planned};
use chrono::{Days, TimeDelta};

/// Families to ring that are shown at once.
const TO_RING_SHOWN: usize = 20;
const OTHERS_SHOWN: i64 = 20;
const REGISTERS_SHOWN: usize = 30;
const SESSIONS_SHOWN: i64 = 20;
/// Nobody remembers who came longer ago than this.
const REGISTERS_BACK: Days = Days::new(14);
const OPENS_WITHIN: TimeDelta = TimeDelta::days(1);

pub(crate) struct TodayFacts {
    pub to_ring: Vec<TaskLine>,
    pub more_to_ring: bool,
    pub others: Vec<TaskLine>,
    pub more_others: bool,
    pub registers: Vec<(OfDay, Counted)>,
    pub more_registers: bool,
    pub opens: Vec<Planned>,
    pub thin: Vec<SessionOut>,
    pub left_open: Vec<RegisterListed>,
    /// The next session, where nothing else is to be done.
    pub next: Option<Planned>,
    /// Only the lead's own tasks: nothing of registers and sessions.
    pub for_lead: bool,
}

impl TodayFacts {
    pub(super) fn families(&self) -> Vec<FamilyId> {
        let tasks = self.to_ring.iter().chain(&self.others);
        tasks.filter_map(|task| task.family.clone()).collect()
    }

    pub(crate) fn is_all_done(&self) -> bool {
        self.to_ring.is_empty() && self.others.is_empty() && self.left_open.is_empty()
    }
}

pub(super) fn load(tx: &mut Tx) -> Result<TodayFacts> {
    let for_lead = !tx.actor().may_ever(Act::SeeRegister);
    let (to_ring, more_to_ring) = to_ring_first(tx, for_lead, TO_RING_SHOWN)?;
    let to_ring: Result<Vec<TaskLine>> =
        to_ring.into_iter().map(|task| TaskLine::load(tx, task)).collect();
    let kinds = TaskKind::ALL.iter().filter(|kind| {
        // A register left open has its own place.
        !TO_RING.contains(kind) && **kind != TaskKind::RegisterIncomplete
    });
    let open =
        Open { seen: seen_by(tx), kinds: Some(kinds.copied().collect()), for_lead, session: None };
    let mut found = tasks::open(tx, &open, "", OTHERS_SHOWN + 1)?;
    let shown = usize::try_from(OTHERS_SHOWN).unwrap_or(usize::MAX);
    let more_others = found.len() > shown;
    found.truncate(shown);
    let mut others = Vec::new();
    for task in found {
        let task = listed(tx, task)?;
        others.push(TaskLine::load(tx, task)?);
    }
    let mut facts = TodayFacts {
        to_ring: to_ring?,
        more_to_ring,
        others,
        more_others,
        registers: Vec::new(),
        more_registers: false,
        opens: Vec::new(),
        thin: Vec::new(),
        left_open: Vec::new(),
        next: None,
        for_lead,
    };
    if !for_lead {
        add_sessions(tx, &mut facts)?;
    }
    Ok(facts)
}

fn add_sessions(tx: &mut Tx, facts: &mut TodayFacts) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let centres = tx.actor().reach(Act::SeeRegister).centres();
    let mut registers = today::registers(tx, today)?;
    facts.more_registers = registers.len() > REGISTERS_SHOWN;
    registers.truncate(REGISTERS_SHOWN);
    let counted = today::counted(tx, &registers)?;
    let with_counts = |of: OfDay| {
        let counted = counted.get(&of.planned.session.id).copied().unwrap_or_default();
        (of, counted)
    };
    facts.registers = registers.into_iter().map(with_counts).collect();

    let open = RegistersQuery {
        state: Some(RegisterState::Open),
        centre_id: None,
        phase: Some(RegisterPhase::Ended),
        from: today.checked_sub_days(REGISTERS_BACK),
        to: None,
        limit: None,
        after: None,
    };
    facts.left_open = incomplete::service::list(tx, &open, SESSIONS_SHOWN)?;

    let upcoming = SessionFilter {
        centres: centres.clone(),
        from: Some(now),
        announced: true,
        rows: SESSIONS_SHOWN,
        ..SessionFilter::default()
    };
    let opens = Some((now, now + OPENS_WITHIN));
    facts.opens = sessions::store::list(tx, &SessionFilter { opens, ..upcoming.clone() })?;
    facts.opens.retain(|planned| planned.session.cancelled_at.is_none());
    facts.thin = thin(tx, centres)?;
    if facts.is_all_done() {
        let soon = sessions::store::list(tx, &SessionFilter { rows: 10, ..upcoming })?;
        let is_next = |planned: &Planned| {
            planned.session.cancelled_at.is_none() && planned.session.starts_at > now
        };
        facts.next = soon.into_iter().find(is_next);
    }
    Ok(())
}

/// Sessions of the next days for which most places are free.
fn thin(tx: &mut Tx, centres: Option<Vec<CentreId>>) -> Result<Vec<SessionOut>> {
    let (now, sight) = (tx.now(), standings::sight(tx.actor()));
    let end = (now + THIN_WITHIN).civil_day() + Days::new(1);
    let wanted = SessionFilter {
        centres,
        from: Some(now),
        to: Some(day_begins(end).into()),
        announced: true,
        rows: 100,
        ..SessionFilter::default()
    };
    let found = standings::list(tx, wanted, &[])?;
    let sessions = found.iter().map(|standing| SessionOut::of(standing, sight, now));
    Ok(sessions.filter(needs_families).take(20).collect())
}

/// Few families come, and others still may.
fn needs_families(session: &SessionOut) -> bool {
    let may_come = match session.phase {
        Phase::Announced | Phase::ReferralWindow | Phase::Public => true,
        Phase::Draft | Phase::Closed | Phase::Running | Phase::Ended | Phase::Cancelled => false,
    };
    let is_booked = matches!(session.access, Some(Access::Book | Access::Members));
    let places = session.places_left.zip(session.capacity);
    may_come && is_booked && places.is_some_and(|(left, all)| is_thin(left, all))
}
