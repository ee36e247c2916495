//! What a carer told us, apart from what others stated: an agency, a list, staff, another carer. And
//! the wish to be sent everything that is held, which is work for staff within a month.

use super::answers::{FamilyAnswer, GivenBy};
use super::{FirstContact, Household};
use crate::base::id::{AccountId, CarerId};
use crate::base::moment::Moment;
use chrono::{Months, NaiveDate};

/// The carer who asks.
#[derive(Clone, Debug)]
pub(crate) struct Teller {
    pub carer: CarerId,
    pub account: Option<AccountId>,
}

/// Whether the family itself said who its children are and where it lives, on a form or at the desk.
pub(crate) fn is_told_by_family(household: &Household) -> bool {
    match household.family.channel {
        FirstContact::Own | FirstContact::Staff => true,
        FirstContact::Professional | FirstContact::Feed => false,
    }
}

/// Whether this carer gave an answer. What came without an account came from the form that the first
/// carer filled in.
pub(crate) fn is_told_by(household: &Household, teller: &Teller, answer: &FamilyAnswer) -> bool {
    let is_first = household.carers.first().is_some_and(|first| first.id == teller.carer);
    let by_teller = match &answer.account_id {
        Some(account) => teller.account.as_ref() == Some(account),
        None => is_first,
    };
    answer.given_by == GivenBy::Own && by_teller
}

/// The last day for the answer to a wish made then: a month later.
pub(crate) fn answer_by(made_at: Moment) -> NaiveDate {
    let day = made_at.civil_day();
    day.checked_add_months(Months::new(1)).unwrap_or(day)
}

pub(crate) mod service {
    //! The wish to be sent everything that is held.

    use crate::access::Act;
    use crate::audit::Event;
    use crate::base::fault::Result;
    use crate::base::id::FamilyId;
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::families::TaskKind;
    use crate::families::service::lock_allowed;
    use crate::families::store::tasks;
    use serde_json::json;

    /// Since when the family has been waiting for it; `None` where nobody asked.
    pub(crate) fn asked_since(tx: &mut Tx, id: &FamilyId) -> Result<Option<Moment>> {
        tasks::open_since(tx, TaskKind::RecordAsked, id)
    }

    /// Asks for it. Asking again before it is answered changes nothing; returns when it was asked.
    pub(crate) fn ask(tx: &mut Tx, id: &FamilyId) -> Result<Moment> {
        let household = lock_allowed(tx, Act::AskForRecord, id)?;
        if let Some(since) = asked_since(tx, id)? {
            return Ok(since);
        }
        tasks::add(tx, TaskKind::RecordAsked, &household.family, "everything_held")?;
        tx.audit(Event::AskForRecord, id.as_str(), json!({}))?;
        Ok(tx.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_later_is_a_day_that_there_is() {
        for (asked, last) in [
            ("2026-11-16T09:00:00Z", "2026-12-16"),
            ("2027-01-31T09:00:00Z", "2027-02-28"),
            ("2026-06-30T23:30:00Z", "2026-08-01"),
        ] {
            let asked = Moment::parse(asked).expect("an instant");
            assert_eq!(answer_by(asked).to_string(), last);
        }
    }
}
