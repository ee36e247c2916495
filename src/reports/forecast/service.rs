//! The forecast of an upcoming session, for the staff who can still act on it: those who may
//! see its waiting order, with the same parties and the reasons for their position. Not for the
//! front desk or volunteers, nor for managers, whose reports cover past sessions.

use super::{
    BalanceShare, Counting, ForecastParty, ForecastReport, Standings, forecast, in_words, store,
};
use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, FamilyId, SessionId};
use crate::bookings::view;
use crate::db::Tx;
use crate::reach::histories;
use crate::reach::histories::service::Of;
use crate::reach::settings::ReachSettings;
use crate::sessions::release::phase;
use crate::{sessions, settings};

pub(crate) fn of_session(tx: &mut Tx, id: &SessionId) -> Result<ForecastReport> {
    let planned = sessions::store::planned(tx, id)?;
    tx.allow(Act::SeeLine, &view::scope(&planned), "session")?;
    let now = tx.now();
    if planned.session.cancelled_at.is_some() || planned.session.starts_at <= now {
        let detail = "There are forecasts for upcoming sessions only. See GET /reports/balance for \
                  past ones.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }

    let head = planned.session.head_session_id.clone().unwrap_or_else(|| id.clone());
    let parties = store::parties(tx, &head)?;
    let centre = std::slice::from_ref(&planned.session.centre_id);
    let (vintage, index) = histories::service::basis(tx, Some(centre), now)?;
    let known = histories::service::histories(
        tx,
        Of {
            children: Some(parties.iter().flat_map(|party| party.children.clone()).collect()),
            families: parties.iter().map(|party| party.family.clone()).collect(),
            known_at: now,
            since: planned.session.local_day,
            vintage,
            index,
        },
    )?;
    let day = planned.session.local_day;
    let standings = |party: ForecastParty<FamilyId, ChildId>| ForecastParty {
        family: known.of_family(&party.family, day).standing,
        has: party.has,
        adults: party.adults,
        children: party.children.iter().map(|child| known.of_child(child, day).standing).collect(),
    };
    let parties: Vec<Standings> = parties.into_iter().map(standings).collect();

    let free = view::places_left(tx, &planned.session.id)?;
    let free = u64::try_from(free).unwrap_or_default();
    let (unit, adults_only) = (planned.activity.unit, planned.activity.adults_only);
    let made = forecast(Counting { unit, adults_only }, &parties);
    let words = settings::store::read::<ReachSettings>(tx)?.words().map_err(Fault::internal)?;
    let share = |balance| BalanceShare::of(balance, &words);
    Ok(ForecastReport {
        made_at: now,
        phase: phase(&planned.session, now),
        public_release_at: planned.session.public_release_at,
        unit,
        places: share(made.places),
        people: share(made.people),
        waiting: share(made.waiting),
        free_places: free,
        majority_possible: made.places.majority_is_possible(free),
        needed: made.places.needed(free),
        in_words: in_words(&made.places, free),
        session_id: planned.session.id,
    })
}
