//! What the form of a referral stands on: the session as a professional sees it, and the family as the
//! team stated it.

use super::windows;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{SessionId, StatementId};
use crate::bookings::judge::{self, Asker, Party, who_fits};
use crate::bookings::store::partner_kind;
use crate::bookings::view::{self, SessionStanding};
use crate::db::Tx;
use crate::families::Child;
use crate::families::groups::{TargetGroup, may_state, store as groups};
use crate::families::statements::{Statement, StatementSaid, service as statements};
use crate::pages::referrals::frame::as_id;
use crate::partners::PartnerKind;
use chrono::NaiveDate;

/// What the form stands on.
pub(super) struct Desk {
    pub statement: Statement,
    pub said: StatementSaid,
    pub children: Vec<Child>,
    pub standing: SessionStanding,
    pub groups: Vec<TargetGroup>,
    pub today: NaiveDate,
    /// Why the session takes no referral now.
    pub closed: Option<Fault>,
}

impl Desk {
    pub(super) fn open(tx: &mut Tx, session: &SessionId, family: &str) -> Result<Desk> {
        let standing = view::see(tx, session)?;
        let statement = statements::own(tx, &StatementId::from(as_id(family)))?;
        let said = statements::said(&statement)?;
        let children = windows::children(tx, &statement, &said);
        let (now, today) = (tx.now(), tx.today());
        let closed = match judge::release(standing.planned(), Asker::Professional, now) {
            Err(fault) if fault.code() == Code::Internal => return Err(fault),
            judged => judged.err(),
        };
        let groups = may_be_stated(tx)?;
        Ok(Desk { statement, said, children, standing, groups, today, closed })
    }

    pub(super) fn adults_only(&self) -> bool {
        self.standing.planned().activity.adults_only
    }

    /// Who comes where nothing else is said: all, or those whom the session is for.
    pub(super) fn who_comes(&self) -> Vec<bool> {
        let planned = self.standing.planned();
        let party = Party { children: &self.children, adults: 1 };
        match judge::ages(planned, &party) {
            Ok(()) => vec![true; self.children.len()],
            Err(_) => who_fits(planned, &self.children),
        }
    }
}

/// The groups that a partner of this kind may state.
fn may_be_stated(tx: &mut Tx) -> Result<Vec<TargetGroup>> {
    let partner = tx.actor().partner_id.clone();
    let kind = match partner {
        Some(partner) => partner_kind(tx, &partner)?,
        None => PartnerKind::Other,
    };
    let mut all = groups::groups(tx)?;
    all.retain(|group| group.may_be_stated() && may_state(kind, &group.code));
    Ok(all)
}
