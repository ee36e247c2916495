//! What there is for people with access needs, as parents read it.

use crate::centres::{AccessFeature, ActivityFeature, PlaceFeature};
use crate::words::{Words, say};

pub(crate) fn said(words: Words, feature: AccessFeature) -> String {
    words.say(match feature {
        AccessFeature::Place(feature) => of_place(feature),
        AccessFeature::Activity(feature) => of_activity(feature),
    })
}

fn of_place(feature: PlaceFeature) -> &'static str {
    match feature {
        PlaceFeature::StepFree => "access-step-free",
        PlaceFeature::AccessibleToilet => "access-accessible-toilet",
        PlaceFeature::ChangingPlaces => "access-changing-places",
        PlaceFeature::BabyChanging => "access-baby-changing",
        PlaceFeature::BlueBadgeParking => "access-blue-badge-parking",
        PlaceFeature::HearingLoop => "access-hearing-loop",
        PlaceFeature::BuggySpace => "access-buggy-space",
    }
}

fn of_activity(feature: ActivityFeature) -> &'static str {
    match feature {
        ActivityFeature::Bsl => "access-bsl",
        ActivityFeature::Interpreter => "access-interpreter",
        ActivityFeature::Quiet => "access-quiet",
        ActivityFeature::Adapted => "access-adapted",
    }
}

/// Each with the interpreter's language where it is known; of the activity first, since paper has
/// room for a few.
pub(crate) fn all(
    words: Words,
    mut features: Vec<AccessFeature>,
    language: Option<&str>,
) -> Vec<String> {
    features.sort_by_key(|feature| matches!(feature, AccessFeature::Place(_)));
    let one = |feature: AccessFeature| match (feature, language) {
        (AccessFeature::Activity(ActivityFeature::Interpreter), Some(language)) => {
            say!(words, "access-interpreter-for", language = language)
        }
        _ => said(words, feature),
    };
    features.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_there_is_has_its_words_and_an_interpreter_a_language() {
        let features: Vec<AccessFeature> = AccessFeature::all().collect();
        let said = all(Words::english(), features.clone(), Some("Urdu"));
        assert_eq!(said.len(), features.len());
        assert_eq!(said[..2], ["Sign language (BSL)", "Interpreter: Urdu"]);
        assert!(said.contains(&"No steps".to_owned()), "{said:?}");
        assert!(all(Words::english(), features, None).contains(&"Interpreter".to_owned()));
    }
}
