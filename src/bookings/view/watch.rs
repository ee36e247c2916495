//! By what a reader sees that an answer for everybody is still true, without making it again.

use super::kept::Standing;
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::sessions::release::phase_for_families;
use crate::sessions::{self, Generation, Mark, Phase};
use std::sync::Arc;

/// What the answer was made from. Only sessions whose places families are told of count by their
/// marks: of others nothing that is decided is shown.
pub(crate) struct Watch {
    generation: Generation,
    from: Moment,
    until: Option<Moment>,
    /// By start.
    open: Vec<Mark>,
}

impl Watch {
    pub(super) fn of(tx: &mut Tx, shown: &[Arc<Standing>]) -> Result<Watch> {
        let generation = match shown.first() {
            Some(first) => first.mark.generation,
            None => sessions::store::generation(tx)?,
        };
        let from = tx.now();
        let open =
            |one: &&Arc<Standing>| phase_for_families(&one.planned.session, from) == Phase::Public;
        let open: Vec<_> = shown.iter().filter(open).collect();
        let figures = open.iter().filter_map(|one| one.until);
        let until = shown.iter().flat_map(|one| moments(one)).filter(|moment| *moment > from);
        let until = until.chain(figures).min();
        Ok(Watch {
            generation,
            from,
            until,
            open: open.iter().map(|one| one.mark.clone()).collect(),
        })
    }

    /// The same for an answer that also says what a day brings.
    pub(crate) fn until(self, moment: Moment) -> Watch {
        Watch { until: Some(self.until.map_or(moment, |until| until.min(moment))), ..self }
    }

    /// Whether the answer would be made of the same again.
    pub(crate) fn holds(&self, tx: &mut Tx) -> Result<bool> {
        let now = tx.now();
        if now < self.from || self.until.is_some_and(|until| until <= now) {
            return Ok(false);
        }
        let (Some(first), Some(last)) = (self.open.first(), self.open.last()) else {
            return Ok(sessions::store::generation(tx)? == self.generation);
        };
        let marks = sessions::store::marks_between(tx, first.starts_at, last.starts_at)?;
        let mut marks = marks.iter();
        Ok(self.open.iter().all(|known| marks.any(|mark| mark == known)))
    }
}

/// When families are told another phase of a session, and when it is no longer on.
fn moments(standing: &Standing) -> impl Iterator<Item = Moment> {
    let session = &standing.planned.session;
    let at = [session.bookings_close_at, session.starts_at, session.ends_at];
    session.public_release_at.into_iter().chain(at)
}
