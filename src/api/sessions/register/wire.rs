//! A register on the wire. Everybody reads first names and icons; surnames and the words behind an
//! icon are for those who may keep the register.

use crate::attendance::register::{AtDoor, Need, Register, RegisterDesk, RegisterParty};
use crate::attendance::room::RoomFilled;
use crate::attendance::{Mark, MarkRow, MarkSource, MarkedPerson, RegisterState, merging, names};
use crate::base::calendar::completed_months;
use crate::base::id::{BookingId, CentreId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::families::answers::Question;
use crate::sessions::Access;
use serde::Serialize;
use utoipa::ToSchema;

/// Who is expected at a session, and what was marked for each.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegisterOut {
    /// The session.
    pub session_id: SessionId,
    /// What it is.
    pub title: String,
    /// Where.
    pub centre_id: CentreId,
    /// How people get a place, for staff; for a session by referral only it would reveal who was
    /// referred.
    pub access: Option<Access>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends; a volunteer's register ends then.
    pub ends_at: Moment,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// Open, or complete.
    pub state: RegisterState,
    /// When it was completed.
    pub completed_at: Option<Moment>,
    /// Our clock: set a tablet that differs by minutes.
    pub now: Moment,
    /// How full the room is.
    pub room: RoomFilled,
    /// The families that booked, and those that walked in.
    pub parties: Vec<PartyOut>,
    /// People counted and not named; corrected counts are left out.
    pub head_counts: Vec<HeadCountOut>,
    /// How many people two devices disagree about, and nobody has corrected.
    pub conflicts: i32,
    /// How many current marks arrived after the register was completed.
    pub late: i32,
}

/// A family at the door.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartyOut {
    /// Which family, for marking it; none where its people must not be named here: mark it by its
    /// booking.
    pub family_id: Option<FamilyId>,
    /// Its booking; none for a walk-in.
    pub booking_id: Option<BookingId>,
    /// Whether it walked in.
    pub walk_in: bool,
    /// Whether it comes as a guest.
    pub guest: bool,
    /// Whether its people must not be named here: ask the safeguarding lead. Such families come
    /// last, so that their place in the list reveals no name.
    pub unnamed: bool,
    /// The first name of the adult who comes.
    pub adult: Option<String>,
    /// The full name, for staff.
    pub adult_full_name: Option<String>,
    /// How many adults are expected.
    pub adults: i32,
    /// The mark of the adults.
    pub mark: Option<MarkOut>,
    /// What another device marked for them.
    pub conflicts: Vec<MarkOut>,
    /// What the adults need.
    pub needs: Vec<NeedOut>,
    /// The children who come.
    pub children: Vec<ChildAtDoorOut>,
}

/// A child at the door.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChildAtDoorOut {
    /// Which child; none where it must not be named here.
    pub child_id: Option<ChildId>,
    /// The name to use: the first name, with an initial where two share it.
    pub name: Option<String>,
    /// The full name, for staff.
    pub full_name: Option<String>,
    /// Completed months on the day; none for an expected child.
    pub age_months: Option<i32>,
    /// What it needs.
    pub needs: Vec<NeedOut>,
    /// The child's mark.
    pub mark: Option<MarkOut>,
    /// What another device marked for it, and nobody has corrected.
    pub conflicts: Vec<MarkOut>,
}

/// An icon.
#[derive(Serialize, ToSchema)]
pub(crate) struct NeedOut {
    /// `allergies`, `access_needs` or `interpreter`.
    pub kind: Question,
    /// What the family said, for staff.
    pub words: Option<String>,
}

/// The current mark of somebody.
#[derive(Serialize, ToSchema)]
pub(crate) struct MarkOut {
    /// The device's own name for it.
    pub client_id: String,
    /// What was marked.
    pub mark: Mark,
    /// How many adults; none for a child.
    pub adults: i32,
    /// How the person was identified.
    pub source: MarkSource,
    /// When, by the device's clock.
    pub at: Moment,
    /// Whether it arrived after the register was completed.
    pub late: bool,
}

/// People counted and not named.
#[derive(Serialize, ToSchema)]
pub(crate) struct HeadCountOut {
    /// The device's own name for it; send it as `corrects` to correct it.
    pub client_id: String,
    /// How many adults.
    pub adults: i32,
    /// How many children.
    pub children: i32,
    /// When, by the device's clock.
    pub at: Moment,
}

impl RegisterOut {
    pub(crate) fn of(register: &Register, now: Moment) -> RegisterOut {
        let desk = &register.desk;
        let session = &desk.planned.session;
        let completed_at = desk.completed.as_ref().map(|completed| completed.completed_at);
        let disputed = desk.rows.iter().filter(|row| row.disputed).count();
        let late = desk.rows.iter().filter(|row| row.stands && is_late(desk, row)).count();
        RegisterOut {
            session_id: session.id.clone(),
            title: desk.planned.activity.title.clone(),
            centre_id: session.centre_id.clone(),
            access: Some(desk.planned.activity.access).filter(|_| register.tells_access),
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            cancelled: session.cancelled_at.is_some(),
            state: RegisterState::of(completed_at),
            completed_at,
            now,
            room: desk.filled(),
            parties: register.parties.iter().map(|party| party_out(register, party)).collect(),
            head_counts: head_counts(desk),
            conflicts: i32::try_from(disputed).unwrap_or(i32::MAX),
            late: i32::try_from(late).unwrap_or(i32::MAX),
        }
    }
}

fn head_counts(desk: &RegisterDesk) -> Vec<HeadCountOut> {
    let standing = desk.counts.iter().filter(|row| row.stands);
    standing
        .map(|row| HeadCountOut {
            client_id: row.client_id.clone(),
            adults: row.adults,
            children: row.children,
            at: row.at,
        })
        .collect()
}

fn party_out(register: &Register, party: &RegisterParty) -> PartyOut {
    let is_named = register.names(party);
    let desk = &register.desk;
    let who = MarkedPerson::Adults(party.family.id.clone());
    let mark = standing(desk, &who);
    let carer = party.carer.as_deref().filter(|_| is_named);
    let booked = party.booking.as_ref().map(|booking| booking.adults);
    PartyOut {
        family_id: is_named.then(|| party.family.id.clone()),
        booking_id: party.booking.as_ref().map(|booking| booking.id.clone()),
        walk_in: party.booking.is_none(),
        guest: party.family.guest,
        unnamed: !is_named,
        adult: carer.map(|name| names::first(name).to_owned()),
        adult_full_name: carer.filter(|_| desk.keeps).map(str::to_owned),
        adults: booked.or(mark.map(|row| row.adults)).unwrap_or(1),
        mark: mark.map(|row| mark_out(desk, row)),
        conflicts: conflicts(desk, &who, mark),
        needs: needs(desk, &party.needs),
        children: party.children.iter().map(|one| child(desk, one, is_named)).collect(),
    }
}

fn child(desk: &RegisterDesk, person: &AtDoor, is_named: bool) -> ChildAtDoorOut {
    let child = &person.child;
    let who = MarkedPerson::Child(child.id.clone());
    let mark = standing(desk, &who);
    let day = desk.planned.session.local_day;
    ChildAtDoorOut {
        child_id: is_named.then(|| child.id.clone()),
        full_name: (is_named && desk.keeps).then(|| child.name.clone()),
        name: person.called.clone(),
        age_months: child.born().map(|born| completed_months(born, day)),
        needs: needs(desk, &person.needs),
        mark: mark.map(|row| mark_out(desk, row)),
        conflicts: conflicts(desk, &who, mark),
    }
}

fn standing<'a>(desk: &'a RegisterDesk, who: &MarkedPerson) -> Option<&'a MarkRow> {
    desk.rows.iter().find(|row| row.stands && row.who() == *who)
}

fn conflicts(desk: &RegisterDesk, who: &MarkedPerson, mark: Option<&MarkRow>) -> Vec<MarkOut> {
    if !mark.is_some_and(|mark| mark.disputed) {
        return Vec::new();
    }
    merging::against(&desk.rows, who).into_iter().map(|row| mark_out(desk, row)).collect()
}

fn needs(desk: &RegisterDesk, needs: &[Need]) -> Vec<NeedOut> {
    let out =
        |need: &Need| NeedOut { kind: need.kind, words: need.words.clone().filter(|_| desk.keeps) };
    needs.iter().map(out).collect()
}

fn mark_out(desk: &RegisterDesk, row: &MarkRow) -> MarkOut {
    MarkOut {
        client_id: row.client_id.clone(),
        mark: row.mark,
        adults: row.adults,
        source: row.source,
        at: row.at,
        late: is_late(desk, row),
    }
}

fn is_late(desk: &RegisterDesk, row: &MarkRow) -> bool {
    desk.completed.as_ref().is_some_and(|done| row.received_at > done.completed_at)
}
