//! How far the records behind a report can be trusted: what is missing of those who are members.

use super::cells::Figures;
use super::count::{Count, Counted};
use super::ground::{Ground, Spot};
use super::plan::Plan;
use super::report::{Cell, Quality};
use crate::areas::place::Bucket;
use crate::reach::facts::PlaceKnown;

pub fn registers(cell: Cell) -> Quality {
    Quality {
        code: "registers_incomplete".to_owned(),
        label: "Sessions of the window whose register is not complete".to_owned(),
        cell,
    }
}

/// What may be missing of a member.
const NO_POSTCODE: &str = "no_postcode";
const POSTCODE_UNKNOWN: &str = "postcode_unknown";
const ETHNICITY_NOT_ASKED: &str = "ethnicity_not_asked";

/// Whether it is missing of this one; `None`: no code of what may be.
fn lacks(code: &str, one: &Counted) -> Option<bool> {
    let place = one.child.lived.place;
    match code {
        NO_POSTCODE => Some(place == PlaceKnown::Unknown),
        POSTCODE_UNKNOWN => {
            let is_nowhere = one.spot == Spot::Outside(Bucket::Unknown);
            Some(place == PlaceKnown::Postcode && is_nowhere)
        }
        ETHNICITY_NOT_ASKED => Some(!one.child.latest.ethnicity_asked),
        _ => None,
    }
}

/// A figure of the panel that opens to its children.
pub fn opens(code: &str) -> bool {
    matches!(code, NO_POSTCODE | POSTCODE_UNKNOWN | ETHNICITY_NOT_ASKED)
}

/// Whether a child is counted in that figure.
pub fn holds(plan: &Plan, ground: &Ground, code: &str, one: &Counted) -> bool {
    is_of_ours(plan, ground, one) && lacks(code, one) == Some(true)
}

fn is_of_ours(plan: &Plan, ground: &Ground, one: &Counted) -> bool {
    let is_here =
        plan.centres.is_none() || ground.is_home(&one.child) || matches!(one.spot, Spot::Lsoa(_));
    one.judged.member && is_here
}

pub fn panel(plan: &Plan, ground: &Ground, count: &Count, figures: &Figures) -> Vec<Quality> {
    let number = |which: &dyn Fn(&Counted) -> bool| -> u64 {
        count.children.iter().filter(|one| which(one)).count().try_into().unwrap_or(u64::MAX)
    };
    let of = |code| number(&|one| holds(plan, ground, code, one));
    let all = number(&|one| is_of_ours(plan, ground, one));
    let with_expected = all + count.expected;
    [
        (NO_POSTCODE, "Members without a postcode", of(NO_POSTCODE), all),
        (POSTCODE_UNKNOWN, "Members with a postcode that no file has", of(POSTCODE_UNKNOWN), all),
        (
            "no_birth_date",
            "Children long due of whom no birth is recorded",
            count.births_missing,
            with_expected,
        ),
        (
            ETHNICITY_NOT_ASKED,
            "Members not asked for their ethnicity",
            of(ETHNICITY_NOT_ASKED),
            all,
        ),
    ]
    .map(|(code, label, n, of)| Quality {
        code: code.to_owned(),
        label: label.to_owned(),
        cell: figures.share(n, Some(of)),
    })
    .into()
}
