//! How reliable the records behind a report are: what is missing for members.

use super::cells::Figures;
use super::count::{Count, ReachCounts};
use super::ground::{Ground, Spot};
use super::plan::ReachPlan;
use super::report::{Cell, Quality};
use crate::areas::place::Bucket;
use crate::base::text_enum::text_enum;
use crate::reach::facts::PlaceKnown;

pub(crate) fn registers(cell: Cell) -> Quality {
    Quality {
        code: "registers_incomplete".to_owned(),
        label: "Sessions in the window with an incomplete register".to_owned(),
        cell,
    }
}

text_enum! {
    /// What may be missing for a member.
    Missing {
        NoPostcode = "no_postcode",
        PostcodeUnknown = "postcode_unknown",
        EthnicityNotAsked = "ethnicity_not_asked",
    }
}

impl Missing {
    pub fn label(self) -> &'static str {
        match self {
            Missing::NoPostcode => "Members, including listed ones, without a postcode",
            Missing::PostcodeUnknown => {
                "Members, including listed ones, with a postcode in no imported file"
            }
            Missing::EthnicityNotAsked => {
                "Members, including listed ones, not asked for their ethnicity"
            }
        }
    }

    fn is_of(self, one: &ReachCounts) -> bool {
        let place = one.child.lived.place;
        match self {
            Missing::NoPostcode => place == PlaceKnown::Unknown,
            Missing::PostcodeUnknown => {
                place == PlaceKnown::Postcode && one.spot == Spot::Outside(Bucket::Unknown)
            }
            Missing::EthnicityNotAsked => !one.child.latest.ethnicity_asked,
        }
    }
}

/// Whether this is missing for a child.
pub(crate) fn holds(
    plan: &ReachPlan,
    ground: &Ground,
    missing: Missing,
    one: &ReachCounts,
) -> bool {
    is_of_ours(plan, ground, one) && missing.is_of(one)
}

fn is_of_ours(plan: &ReachPlan, ground: &Ground, one: &ReachCounts) -> bool {
    let is_here =
        plan.centres.is_none() || ground.is_home(&one.child) || matches!(one.spot, Spot::Lsoa(_));
    (one.judged.member || one.judged.listed) && is_here
}

pub(crate) fn panel(
    plan: &ReachPlan,
    ground: &Ground,
    count: &Count,
    figures: &Figures,
) -> Vec<Quality> {
    let number = |which: &dyn Fn(&ReachCounts) -> bool| -> u64 {
        count.children.iter().filter(|one| which(one)).count().try_into().unwrap_or(u64::MAX)
    };
    let all = number(&|one| is_of_ours(plan, ground, one));
    let of = |missing| number(&|one| holds(plan, ground, missing, one));
    let quality = |code: &str, label: &str, n, of| Quality {
        code: code.to_owned(),
        label: label.to_owned(),
        cell: figures.share(n, Some(of)),
    };
    let missing = |one: &Missing| quality(one.as_str(), one.label(), of(*one), all);
    let mut panel: Vec<Quality> = Missing::ALL.iter().map(missing).collect();
    panel.push(quality(
        "no_birth_date",
        "Overdue children without a recorded birth",
        count.births_missing,
        all + count.expected,
    ));
    panel
}
