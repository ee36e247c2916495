//! Notes that go with the figures.

use super::count::Count;
use super::ground::Ground;
use super::plan::ReachPlan;
use super::report::ReachBy;
use crate::areas::ATTRIBUTION;
use crate::areas::basis::Basis;

pub(crate) fn notes(plan: &ReachPlan, ground: &Ground, count: &Count) -> Vec<String> {
    let mut notes = Vec::new();
    match (ground.begins(), plan.is_covered(ground.begins())) {
        (_, true) => {}
        (None, false) => {
            notes.push("No contact is recorded yet: sustained contact is not claimed.".to_owned())
        }
        (Some(day), false) => notes.push(format!(
            "The records begin on {}, after the start of the window: sustained contact is not \
             claimed.",
            day.format("%-d %B %Y")
        )),
    }
    let table = ground.basis.as_ref().and_then(Basis::table);
    match (&ground.basis, table) {
        (None, _) => notes.push(
            "There is no reach area: children are counted by their home centre, and the number of \
             residents is unknown."
                .to_owned(),
        ),
        (Some(_), None) => notes.push("No count of residents was imported.".to_owned()),
        (Some(_), Some(_)) => {}
    }
    if count.expected > 0 {
        let children = count.expected;
        notes.push(format!(
            "In addition, {children} expected children are members. They are not counted."
        ));
    }
    if plan.by.contains(&ReachBy::TargetGroup) {
        notes.push(
            "A child can be in several target groups, so they do not add up. A group's residents \
             are known only if it is based on area or age."
                .to_owned(),
        );
    }
    notes.push(
        "Settings, groups and kinds of contact are those of the \"as known at\" moment. Postcodes \
         are located with the files imported when this was counted. Restricted families are in the \
         figures but in no list."
            .to_owned(),
    );
    if ground.basis.is_some() {
        notes.push(ATTRIBUTION.to_owned());
    }
    notes
}
