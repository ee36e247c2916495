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

pub fn panel(plan: &Plan, ground: &Ground, count: &Count, figures: &Figures) -> Vec<Quality> {
    let of_ours = |one: &&Counted| {
        let is_here = plan.centres.is_none()
            || ground.is_home(&one.child)
            || matches!(one.spot, Spot::Lsoa(_));
        one.judged.member && is_here
    };
    let members: Vec<&Counted> = count.children.iter().filter(of_ours).collect();
    let of = |holds: &dyn Fn(&Counted) -> bool| -> u64 {
        members.iter().filter(|one| holds(one)).count().try_into().unwrap_or(u64::MAX)
    };
    let all = of(&|_| true);
    let with_expected = all + count.expected;
    let no_postcode = of(&|one| one.child.lived.place == PlaceKnown::Unknown);
    let unknown = of(&|one| {
        one.child.lived.place == PlaceKnown::Postcode && one.spot == Spot::Outside(Bucket::Unknown)
    });
    let not_asked = of(&|one| !one.child.latest.ethnicity_asked);
    [
        ("no_postcode", "Members without a postcode", no_postcode, all),
        ("postcode_unknown", "Members with a postcode that no file has", unknown, all),
        (
            "no_birth_date",
            "Children long due of whom no birth is recorded",
            count.births_missing,
            with_expected,
        ),
        ("ethnicity_not_asked", "Members not asked for their ethnicity", not_asked, all),
    ]
    .map(|(code, label, n, of)| Quality {
        code: code.to_owned(),
        label: label.to_owned(),
        cell: figures.share(n, Some(of)),
    })
    .into()
}
