//! What there is for people with access needs: of a place, and of an activity, each with codes in the
//! words of the field. A family looks for both at once.

use crate::base::text_enum::{text_column, text_enum};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
    /// What a centre, a venue or a room has for people with access needs.
    PlaceFeature {
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
    }
}

text_enum! {
    /// What an activity offers people with access needs.
    ActivityFeature {
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

/// A set of features: sent as a list, kept as their codes with commas between, always in one order.
macro_rules! feature_set {
    ($(#[$doc:meta])* $name:ident of $feature:ident, sent as $list:literal) => {
        $(#[$doc])*
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
        #[serde(from = $list, into = $list)]
        #[schema(value_type = Vec<$feature>)]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub struct $name(String);

        text_column!($name, |set: &$name| set.0.as_str(), |text: String| $name::parse(&text));

        impl From<Vec<$feature>> for $name {
            fn from(mut features: Vec<$feature>) -> $name {
                features.sort_unstable();
                features.dedup();
                let codes: Vec<&str> = features.iter().map($feature::as_str).collect();
                $name(codes.join(","))
            }
        }

        impl From<$name> for Vec<$feature> {
            fn from(set: $name) -> Vec<$feature> {
                set.iter().collect()
            }
        }

        impl $name {
            /// Codes with commas between; `None` where one is not known.
            fn parse(text: &str) -> Option<$name> {
                let features: Option<Vec<$feature>> = codes(text).map($feature::parse).collect();
                features.map($name::from)
            }

            pub(crate) fn iter(&self) -> impl Iterator<Item = $feature> + '_ {
                codes(&self.0).filter_map($feature::parse)
            }

            pub(crate) fn has(&self, feature: $feature) -> bool {
                self.iter().any(|own| own == feature)
            }
        }
    };
}

feature_set! {
    /// What a place has.
    PlaceFeatures of PlaceFeature, sent as "Vec<PlaceFeature>"
}

feature_set! {
    /// What an activity offers.
    ActivityFeatures of ActivityFeature, sent as "Vec<ActivityFeature>"
}

fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|code| !code.is_empty())
}

/// What there is at a session, whether of the place or of the activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(untagged)]
pub enum AccessFeature {
    Place(PlaceFeature),
    Activity(ActivityFeature),
}

impl AccessFeature {
    pub(crate) fn all() -> impl Iterator<Item = AccessFeature> {
        let of_places = PlaceFeature::ALL.iter().copied().map(AccessFeature::Place);
        of_places.chain(ActivityFeature::ALL.iter().copied().map(AccessFeature::Activity))
    }

    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            AccessFeature::Place(feature) => feature.as_str(),
            AccessFeature::Activity(feature) => feature.as_str(),
        }
    }

    pub(crate) fn parse(code: &str) -> Option<AccessFeature> {
        AccessFeature::all().find(|feature| feature.as_str() == code)
    }

    /// Of codes with commas between; `None` where one is not known.
    pub(crate) fn parse_all(text: &str) -> Option<Vec<AccessFeature>> {
        codes(text).map(AccessFeature::parse).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PlaceFeature::{BabyChanging, HearingLoop, StepFree};

    #[test]
    fn a_set_is_kept_in_one_order_and_each_once() {
        let set = PlaceFeatures::from(vec![BabyChanging, StepFree, BabyChanging]);
        assert_eq!(set.0, "step_free,baby_changing");
        assert_eq!(PlaceFeatures::parse("baby_changing, step_free,"), Some(set.clone()));
        assert_eq!(PlaceFeatures::parse(""), Some(PlaceFeatures::default()));
        assert_eq!(PlaceFeatures::parse("step_free,bsl"), None);
        assert!(set.has(StepFree) && !set.has(HearingLoop));
    }

    #[test]
    fn codes_of_places_and_of_activities_are_all_different_and_read_alike() {
        let all: Vec<AccessFeature> = AccessFeature::all().collect();
        let codes: Vec<&str> = all.iter().map(AccessFeature::as_str).collect();
        assert_eq!(AccessFeature::parse_all(&codes.join(",")), Some(all));
        assert_eq!(AccessFeature::parse_all("step_free,stairs"), None);
    }
}
