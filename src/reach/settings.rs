//! The organisation's settings for reach: how much contact counts as sustained, the target share,
//! the words for figures. Printed on every report; parameters of a call override them.

use super::proportion::{OFSTED, OFSTED_LABEL, SCOTLAND, Words};
use super::sustained::Measure;
use crate::base::text_enum::text_enum;
use serde::{Deserialize, Serialize};

text_enum! {
    /// Whose words describe figures.
    Style {
        /// The bands in use at inspections of 2013-15, with "half" for 50%.
        Ofsted = "ofsted",
        /// Education Scotland's.
        Scotland = "scotland",
        /// The organisation's own bands.
        Own = "own",
    }
}

text_enum! {
    /// The preset of age bands.
    AgeBands {
        /// 0-11, 12-23, 24-35 and 36-59 months.
        Months = "months",
        /// Under 1, 1-2, 2-3, 3-4 and 4-5 years.
        Years = "years",
    }
}

impl AgeBands {
    /// Each band: its first completed month, and the first month after it.
    pub fn months(self) -> &'static [(u32, u32)] {
        match self {
            AgeBands::Months => &[(0, 12), (12, 24), (24, 36), (36, 60)],
            AgeBands::Years => &[(0, 12), (12, 24), (24, 36), (36, 48), (48, 60)],
        }
    }

    /// The labels of the bands, in the same order.
    pub fn labels(self) -> &'static [&'static str] {
        match self {
            AgeBands::Months => &["0-11 months", "12-23 months", "24-35 months", "36-59 months"],
            AgeBands::Years => &["Under 1", "1-2", "2-3", "3-4", "4-5"],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct ReachSettings {
    #[serde(flatten)]
    pub measure: Measure,
    /// The target share of residents.
    pub target_percent: u64,
    pub style: Style,
    /// The organisation's own bands, whether in use or not.
    pub own_words: Option<Words>,
    pub age_bands: AgeBands,
    /// Deciles from 1 to this one count as deprived.
    pub deprived_decile: i32,
    /// How long protecting the small counts of one report may take.
    pub protect_seconds: u32,
}

impl Default for ReachSettings {
    fn default() -> ReachSettings {
        ReachSettings {
            measure: Measure::default(),
            target_percent: 65,
            style: Style::Ofsted,
            own_words: None,
            age_bands: AgeBands::Months,
            deprived_decile: 3,
            protect_seconds: 20,
        }
    }
}

impl ReachSettings {
    /// The words of the style, or what is wrong with the organisation's own bands.
    pub(crate) fn words(&self) -> Result<Words, String> {
        match (self.style, &self.own_words) {
            (Style::Ofsted, _) => Words::new(OFSTED_LABEL, OFSTED, Some("half")),
            (Style::Scotland, _) => Words::new("Education Scotland", SCOTLAND, None),
            (Style::Own, Some(own)) => own.clone().checked(),
            (Style::Own, None) => Err("Give the bands of your own style as own_words.".to_owned()),
        }
    }
}

pub(crate) mod service {
    //! Who changes them, and within which bounds; the table of settings has the same bounds.

    use super::ReachSettings;
    use crate::access::Act;
    use crate::audit::Event;
    use crate::base::fault::{Fault, Result};
    use crate::reach::proportion::Words;
    use crate::settings::Settings;
    use serde_json::{Value, json};

    impl Settings for ReachSettings {
        const NAME: &'static str = "reach";
        const CHANGE: (Act, Event) = (Act::KeepReach, Event::ChangeReachSettings);

        fn check(&self) -> Result<()> {
            let ranges = [
                ("/threshold", self.measure.threshold as u64, 1..=50, "Use 1 to 50 days."),
                (
                    "/window_months",
                    self.measure.window_months.into(),
                    1..=60,
                    "Use 1 to 60 months.",
                ),
                ("/target_percent", self.target_percent, 1..=100, "Use 1 to 100 percent."),
                ("/protect_seconds", self.protect_seconds.into(), 0..=600, "Use 0 to 600 seconds."),
            ];
            for (pointer, value, range, detail) in ranges {
                if !range.contains(&value) {
                    return Err(Fault::invalid(pointer, detail));
                }
            }
            if !(1..=10).contains(&self.deprived_decile) {
                return Err(Fault::invalid("/deprived_decile", "Use 1 to 10."));
            }
            let own = self.own_words.clone().map(Words::checked).transpose();
            own.and_then(|_| self.words()).map_err(|why| Fault::invalid("/own_words", why))?;
            Ok(())
        }

        fn logged(&self) -> Value {
            json!({
                "threshold": self.measure.threshold, "window_months": self.measure.window_months,
                "target_percent": self.target_percent, "style": self.style,
                "age_bands": self.age_bands, "deprived_decile": self.deprived_decile,
                "protect_seconds": self.protect_seconds,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::proportion::Share;

    #[test]
    fn each_style_has_its_words_and_its_label() {
        let own = Words::new("Trafford", &[(0, "some"), (60, "many")], None).expect("words");
        for (style, label, words) in [
            (Style::Ofsted, "Ofsted 2013-15 style", "half"),
            (Style::Scotland, "Education Scotland", "majority"),
            (Style::Own, "Trafford", "some"),
        ] {
            let own_words = Some(own.clone());
            let settings = ReachSettings { style, own_words, ..ReachSettings::default() };
            let made = settings.words().expect("words");
            assert_eq!(made.label, label);
            assert_eq!(made.word(Share::of(1, 2)), Some(words));
        }
        let none = ReachSettings { style: Style::Own, ..ReachSettings::default() };
        assert!(none.words().is_err());
    }

    #[test]
    fn bands_follow_each_other_up_to_the_fifth_birthday() {
        for bands in [AgeBands::Months, AgeBands::Years] {
            let months = bands.months();
            assert_eq!(months.len(), bands.labels().len());
            assert_eq!((months[0].0, months[months.len() - 1].1), (0, 60));
            assert!(months.windows(2).all(|pair| pair[0].1 == pair[1].0));
        }
    }
}
