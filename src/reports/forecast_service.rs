//! The forecast of an upcoming session, for the staff who can still act on it: those who may see
//! its waiting order, with the same parties and the reasons for their position. Not for the front
//! desk or volunteers, nor for managers, whose reports cover past sessions.

use super::forecast::{Forecast, Party, Room, Stands, forecast};
use super::forecast_store as store;
use crate::access::Act;
use crate::base::fault::{Code, Fault};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::places::view;
use crate::db::Tx;
use crate::reach::histories_service::{self, Of};
use crate::reach::proportion::Words;
use crate::reach::settings_store;
use crate::sessions::{self, Planned};

pub struct Report {
    pub planned: Planned,
    pub made_at: Moment,
    pub forecast: Forecast,
    pub words: Words,
}

pub fn of_session(tx: &mut Tx, id: &SessionId) -> Result<Report, Fault> {
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
    let (vintage, index) = histories_service::basis(tx, Some(centre), now)?;
    let known = histories_service::histories(
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
    let stands = |party: Party| {
        let stands = |child| known.of_child(child, day).standing;
        let children = party.children.iter().map(stands).collect();
        let family = known.of_family(&party.family, day).standing;
        (party, Stands { children, family })
    };
    let parties: Vec<(Party, Stands)> = parties.into_iter().map(stands).collect();

    let free = view::stand(tx, vec![planned.clone()])?.first().map_or(0, |now| now.places_left);
    let room = Room {
        unit: planned.activity.unit,
        adults_only: planned.activity.adults_only,
        free: u64::try_from(free).unwrap_or_default(),
    };
    let words = settings_store::read(tx)?.words().map_err(Fault::internal)?;
    Ok(Report { forecast: forecast(&room, &parties), made_at: now, planned, words })
}
