//! What there is for people with access needs, as parents read it.

use crate::centres::{AccessFeature, AccessFeatures};
use crate::words::{Words, say};

pub(crate) fn said(words: Words, feature: AccessFeature) -> String {
    words.say(match feature {
        AccessFeature::StepFree => "access-step-free",
        AccessFeature::AccessibleToilet => "access-accessible-toilet",
        AccessFeature::ChangingPlaces => "access-changing-places",
        AccessFeature::BabyChanging => "access-baby-changing",
        AccessFeature::BlueBadgeParking => "access-blue-badge-parking",
        AccessFeature::HearingLoop => "access-hearing-loop",
        AccessFeature::BuggySpace => "access-buggy-space",
        AccessFeature::Bsl => "access-bsl",
        AccessFeature::Interpreter => "access-interpreter",
        AccessFeature::Quiet => "access-quiet",
        AccessFeature::Adapted => "access-adapted",
    })
}

/// Each with the interpreter's language where it is known; of the activity first, since paper has
/// room for a few.
pub(crate) fn all(words: Words, features: &AccessFeatures, language: Option<&str>) -> Vec<String> {
    let (of_activity, of_place): (Vec<_>, Vec<_>) =
        features.iter().partition(|feature| feature.is_of_activity());
    let one = |feature: AccessFeature| match (feature, language) {
        (AccessFeature::Interpreter, Some(language)) => {
            say!(words, "access-interpreter-for", language = language)
        }
        _ => said(words, feature),
    };
    of_activity.into_iter().chain(of_place).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_there_is_has_its_words_and_an_interpreter_a_language() {
        let features = AccessFeatures::from(AccessFeature::ALL.to_vec());
        let said = all(Words::english(), &features, Some("Urdu"));
        assert_eq!(said.len(), AccessFeature::ALL.len());
        assert_eq!(said[..2], ["Sign language (BSL)", "Interpreter: Urdu"]);
        assert!(said.contains(&"No steps".to_owned()), "{said:?}");
        assert!(all(Words::english(), &features, None).contains(&"Interpreter".to_owned()));
    }
}
