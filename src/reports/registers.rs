//! How soon registers are complete, on which everything counted from them depends.

use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reach::proportion::Share;
use chrono::TimeDelta;
use std::collections::BTreeMap;

/// A session that took place.
#[derive(Clone, Debug)]
pub struct Held {
    pub centre: CentreId,
    pub ended_at: Moment,
    pub completed_at: Option<Moment>,
}

/// The registers of some sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub held: u64,
    /// Complete within the given number of days after the end.
    pub in_time: u64,
    pub later: u64,
    pub open: u64,
}

impl Done {
    fn count(&mut self, held: &Held, days: i64) {
        self.held += 1;
        match held.completed_at {
            None => self.open += 1,
            Some(at) if at <= held.ended_at + TimeDelta::days(days) => self.in_time += 1,
            Some(_) => self.later += 1,
        }
    }

    /// In percent with one decimal; `None` for zero of zero.
    pub fn percent(&self) -> Option<String> {
        match Share::of(self.in_time, self.held) {
            Share::Of { permille, .. } => Some(format!("{}.{}", permille / 10, permille % 10)),
            Share::NotApplicable | Share::MoreThanAll => None,
        }
    }
}

/// By centre, and in total.
pub fn tally(held: &[Held], days: i64) -> (BTreeMap<CentreId, Done>, Done) {
    let (mut centres, mut total) = (BTreeMap::<CentreId, Done>::new(), Done::default());
    for one in held {
        centres.entry(one.centre.clone()).or_default().count(one, days);
        total.count(one, days);
    }
    (centres, total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_is_in_time_to_the_second() {
        let at = |text: &str| Moment::parse(text).expect("a moment");
        let held = |completed: Option<&str>| Held {
            centre: CentreId::from("a"),
            ended_at: at("2026-11-23T11:30:00Z"),
            completed_at: completed.map(at),
        };
        let all = [
            held(Some("2026-11-23T11:00:00Z")),
            held(Some("2026-11-25T11:30:00Z")),
            held(Some("2026-11-25T11:30:01Z")),
            held(None),
        ];
        let (centres, total) = tally(&all, 2);
        assert_eq!(total, Done { held: 4, in_time: 2, later: 1, open: 1 });
        assert_eq!(total.percent().as_deref(), Some("50.0"));
        assert_eq!(centres.get(&CentreId::from("a")), Some(&total));
        assert_eq!(tally(&[], 2).1.percent(), None);
    }
}
