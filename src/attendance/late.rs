//! Marks that a device sends later than they were made: there was no network, their maker has signed
//! out, the register went back to staff or was completed. Opening a register gives a permit for it. With
//! the permit a device can send the marks of the next hours for 14 days, in the name of the person who
//! opened the register. A permit opens nothing and shows nothing.

use super::Handover;
use crate::base::id::{AccountId, SessionId};
use crate::base::moment::Moment;
use chrono::{DateTime, TimeDelta};

/// How long what was not sent is kept and taken.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(14);
/// Longer than anybody stands at one door with one page open.
const MARKS_FOR: TimeDelta = TimeDelta::hours(12);
/// How far a device's clock may be from ours.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

/// Who may send marks of which register, made from when on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Permit {
    pub session: SessionId,
    pub account: AccountId,
    pub issued_at: Moment,
}

impl Permit {
    fn said(&self) -> String {
        format!("{}.{}.{}", self.session, self.account, self.issued_at.seconds())
    }

    fn parse(said: &str) -> Option<Permit> {
        let mut parts = said.split('.');
        let (session, account) = (parts.next()?.into(), parts.next()?.into());
        let issued_at = DateTime::from_timestamp(parts.next()?.parse().ok()?, 0)?.into();
        Some(Permit { session, account, issued_at })
    }

    /// Whether a mark may have been made with the page that came with this permit.
    fn covers(&self, at: Moment) -> bool {
        self.issued_at - CLOCKS_DIFFER <= at && at <= self.issued_at + MARKS_FOR
    }
}

/// Whether a volunteer had the register at a moment, by the clocks of two devices.
fn was_handed(handovers: &[Handover], ends_at: Moment, at: Moment) -> bool {
    handovers.iter().any(|one| {
        let until = one.taken_back_at.map_or(ends_at, |back| back.min(ends_at));
        one.handed_at - CLOCKS_DIFFER <= at && at <= until + CLOCKS_DIFFER
    })
}

pub(crate) mod service {
    //! Giving permits, and taking in what comes with one.

    use super::{KEPT, Permit, was_handed};
    use crate::access::{self, Act, Scope};
    use crate::attendance::handover::{self, service::allowed};
    use crate::attendance::mark_log::service::{Arrival, Batch, MarksTaken, Unread, take_locked};
    use crate::attendance::register::{self, RegisterDesk};
    use crate::base::fault::{Code, Fault, Result};
    use crate::base::id::SessionId;
    use crate::db::Tx;

    /// What the signature of a permit is made for.
    const USE: &str = "late_marks";

    /// For whoever may take the register now.
    pub(crate) fn permit(tx: &mut Tx, session: &SessionId) -> Result<String> {
        allowed(tx, session, Act::TakeRegister)?;
        let account = tx.actor().account_id.clone();
        let account = account.ok_or_else(|| Fault::not_found("register"))?;
        let permit = Permit { session: session.clone(), account, issued_at: tx.now() };
        let said = permit.said();
        Ok(format!("{said}.{}", tx.keyed_hash(USE, &said)?))
    }

    /// Faults: it is not one of ours, is for another register, or has run out.
    fn read(tx: &mut Tx, session: &SessionId, text: &str) -> Result<Permit> {
        let foreign = || Fault::invalid("/permit", "Open the register again: it gives a new one.");
        let (said, hash) = text.rsplit_once('.').ok_or_else(foreign)?;
        if tx.keyed_hash(USE, said)? != hash {
            return Err(foreign());
        }
        let permit = Permit::parse(said).filter(|it| it.session == *session).ok_or_else(foreign)?;
        if tx.now() > permit.issued_at + KEPT {
            let detail = "These marks are older than 14 days. Type them in from the paper sheet.";
            return Err(Fault::new(Code::NoLongerOpen, detail));
        }
        Ok(permit)
    }

    /// The desk as the marks leave it, and an answer for each in its place. From here on the
    /// transaction acts for whoever made them.
    pub(crate) fn take(
        tx: &mut Tx,
        session: &SessionId,
        permit: &str,
        batch: Batch,
    ) -> Result<(RegisterDesk, Vec<MarksTaken>)> {
        let permit = read(tx, session, permit)?;
        let maker = access::store::actor_of(tx, &permit.account)?.ok_or_else(|| {
            let detail = "This account is closed. Ask a member of staff about these marks.";
            Fault::new(Code::NoLongerOpen, detail)
        })?;
        tx.act_as(maker);

        let mut desk = register::service::lock_for_late(tx, session)?;
        let planned = &desk.planned.session;
        let may = tx.actor().may(Act::TakeRegister, &Scope::centre(&planned.centre_id));
        let ends_at = planned.ends_at;
        let handovers = handover::store::of(tx, session, &permit.account)?;
        let in_time = |at| permit.covers(at) && (may || was_handed(&handovers, ends_at, at));
        let marks = batch.marks.into_iter().map(|mark| {
            mark.and_then(|asked| match in_time(asked.at) {
                true => Ok(asked),
                false => Err(Unread { client_id: Some(asked.client_id), fault: not_then() }),
            })
        });
        let batch = Batch { marks: marks.collect(), ..batch };
        let taken = take_locked(tx, &mut desk, &batch, Arrival::Late)?;
        Ok((desk, taken))
    }

    fn not_then() -> Fault {
        let detail =
            "The register was not in your hands when this was marked. Ask a member of staff.";
        Fault::new(Code::NotAllowed, detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::HandoverId;

    fn at(minute: i64) -> Moment {
        Moment::parse("2026-11-23T10:00:00Z").expect("a moment") + TimeDelta::minutes(minute)
    }

    #[test]
    fn a_mark_counts_where_the_register_was_handed_over_when_it_was_made() {
        let handed = |from: i64, back: Option<i64>| Handover {
            id: HandoverId::new(),
            session_id: "s".into(),
            account_id: "a".into(),
            handed_at: at(from),
            handed_by: None,
            taken_back_at: back.map(at),
            taken_back_by: None,
        };
        let (held, back) = (handed(0, None), handed(0, Some(30)));
        for (made, held_then, back_then) in [
            (-6, false, false),
            (-5, true, true),
            (30, true, true),
            (35, true, true),
            (36, true, false),
            (95, true, false),
            (96, false, false),
        ] {
            let was = |one: &Handover| was_handed(std::slice::from_ref(one), at(90), at(made));
            assert_eq!((was(&held), was(&back)), (held_then, back_then), "{made}");
        }
    }

    #[test]
    fn a_permit_covers_the_hours_after_it_was_given() {
        let permit = Permit { session: "s".into(), account: "a".into(), issued_at: at(0) };
        assert_eq!(Permit::parse(&permit.said()), Some(permit.clone()));
        for (made, covered) in [(-6, false), (-5, true), (12 * 60, true), (12 * 60 + 1, false)] {
            assert_eq!(permit.covers(at(made)), covered, "{made}");
        }
        assert_eq!(Permit::parse("s.a"), None);
    }
}
