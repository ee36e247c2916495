//! What there is for people with access needs: of a place, and of an activity. One set of codes, in
//! the words of the field, so that a family looks for both at once.

use crate::base::fault::{Fault, Result};
use crate::base::text_enum::{text_column, text_enum};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
    /// What there is for people with access needs. The first seven are of a place: a centre, a venue
    /// or a room; the others of an activity.
    AccessFeature {
        /// A way in without steps, and none to the room.
        StepFree = "step_free",
        AccessibleToilet = "accessible_toilet",
        /// A toilet with a hoist and a bench, as the Changing Places standard has it.
        ChangingPlaces = "changing_places",
        BabyChanging = "baby_changing",
        /// Parking for Blue Badges.
        BlueBadgeParking = "blue_badge_parking",
        HearingLoop = "hearing_loop",
        /// Room to leave a buggy.
        BuggySpace = "buggy_space",
        /// Interpreted into British Sign Language.
        Bsl = "bsl",
        /// An interpreter of another language is there.
        Interpreter = "interpreter",
        /// Few people, little noise, low light.
        Quiet = "quiet",
        /// Adapted for disabled children.
        Adapted = "adapted",
    }
}

/// What a feature belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FeatureOf {
    Place,
    Activity,
}

impl AccessFeature {
    pub(crate) fn is_of_activity(self) -> bool {
        self.of() == FeatureOf::Activity
    }

    pub(crate) fn of(self) -> FeatureOf {
        match self {
            AccessFeature::StepFree
            | AccessFeature::AccessibleToilet
            | AccessFeature::ChangingPlaces
            | AccessFeature::BabyChanging
            | AccessFeature::BlueBadgeParking
            | AccessFeature::HearingLoop
            | AccessFeature::BuggySpace => FeatureOf::Place,
            AccessFeature::Bsl
            | AccessFeature::Interpreter
            | AccessFeature::Quiet
            | AccessFeature::Adapted => FeatureOf::Activity,
        }
    }
}

/// A set of them: sent as a list, kept as their codes with commas between, always in one order.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[serde(from = "Vec<AccessFeature>", into = "Vec<AccessFeature>")]
#[schema(value_type = Vec<AccessFeature>, example = json!(["step_free", "baby_changing"]))]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct AccessFeatures(String);

text_column!(AccessFeatures, |set: &AccessFeatures| &set.0, |text: String| AccessFeatures::parse(
    &text
));

impl From<Vec<AccessFeature>> for AccessFeatures {
    fn from(mut features: Vec<AccessFeature>) -> AccessFeatures {
        features.sort_unstable();
        features.dedup();
        let codes: Vec<&str> = features.iter().map(AccessFeature::as_str).collect();
        AccessFeatures(codes.join(","))
    }
}

impl From<AccessFeatures> for Vec<AccessFeature> {
    fn from(set: AccessFeatures) -> Vec<AccessFeature> {
        set.iter().collect()
    }
}

impl AccessFeatures {
    /// Codes with commas between; `None` where one is not known.
    pub(crate) fn parse(text: &str) -> Option<AccessFeatures> {
        let codes = text.split(',').map(str::trim).filter(|code| !code.is_empty());
        let features: Option<Vec<AccessFeature>> = codes.map(AccessFeature::parse).collect();
        features.map(AccessFeatures::from)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = AccessFeature> + '_ {
        self.0.split(',').filter_map(AccessFeature::parse)
    }

    pub(crate) fn has(&self, feature: AccessFeature) -> bool {
        self.iter().any(|own| own == feature)
    }

    /// Those of both.
    pub(crate) fn and(&self, others: &AccessFeatures) -> AccessFeatures {
        self.iter().chain(others.iter()).collect::<Vec<_>>().into()
    }

    /// Refuses what belongs to something else.
    pub(crate) fn check(&self, of: FeatureOf) -> Result<()> {
        let Some(strange) = self.iter().find(|feature| feature.of() != of) else { return Ok(()) };
        let elsewhere = match of {
            FeatureOf::Place => "an activity",
            FeatureOf::Activity => "a centre, a venue or a room",
        };
        let detail = format!("Leave out {}: it is set for {elsewhere}.", strange.as_str());
        Err(Fault::invalid("/access_features", detail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AccessFeature::{BabyChanging, Bsl, StepFree};

    #[test]
    fn a_set_is_kept_in_one_order_and_each_once() {
        let set = AccessFeatures::from(vec![Bsl, StepFree, Bsl]);
        assert_eq!(set.0, "step_free,bsl");
        assert_eq!(AccessFeatures::parse("bsl, step_free,"), Some(set.clone()));
        assert_eq!(AccessFeatures::parse(""), Some(AccessFeatures::default()));
        assert_eq!(AccessFeatures::parse("step_free,stairs"), None);
        assert!(set.has(Bsl) && !set.has(BabyChanging));
        let both = set.and(&AccessFeatures::from(vec![BabyChanging, StepFree]));
        assert_eq!(both.iter().collect::<Vec<_>>(), [StepFree, BabyChanging, Bsl]);
    }

    #[test]
    fn what_belongs_to_an_activity_is_not_set_for_a_place() {
        let [place, activity] = [StepFree, Bsl].map(|one| AccessFeatures::from(vec![one]));
        assert!(
            place.check(FeatureOf::Place).is_ok() && activity.check(FeatureOf::Activity).is_ok()
        );
        for (set, of) in [(&place, FeatureOf::Activity), (&activity, FeatureOf::Place)] {
            let fault = set.check(of).expect_err("refused");
            assert_eq!(fault.pointer(), Some("/access_features"));
        }
    }
}
