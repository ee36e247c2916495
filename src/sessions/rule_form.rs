//! How a rule is written in JSON, on the wire and in the series' row: `{"every": "week", "weekday":
//! "monday"}`, `{"every": "month", "weekday": "wednesday", "which": [1, 3]}` or `{"dates":
//! ["2014-03-08"]}`. Anything else is refused by field.

use super::recurrence::{Rule, Which};
use crate::base::fault::{Fault, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The longest interval in weeks that a rule may have: a year.
const LONGEST_INTERVAL: u32 = 52;

/// When a series takes place: every few weeks, on certain weekdays of the month, or on listed
/// dates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"every": "month", "weekday": "wednesday", "which": [1, 3]}))]
pub(crate) struct RuleForm {
    /// `week` or `month`; left out where `dates` are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(inline)]
    pub every: Option<RepeatUnit>,
    /// Left out where `dates` are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(inline)]
    pub weekday: Option<Weekday>,
    /// The interval in weeks; 1 if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 52)]
    pub interval: Option<u32>,
    /// Which ones in the month: 1 to 5, or `last`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_items = 6)]
    pub which: Option<Vec<Which>>,
    /// The days themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_items = 400)]
    pub dates: Option<Vec<NaiveDate>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RepeatUnit {
    Week,
    Month,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// More than two years of weekdays would hold.
const MOST_LISTED: usize = 400;

/// What is wrong with a rule: the field's name and a sentence that says what to do.
pub(crate) type Mistake = (&'static str, &'static str);

impl RuleForm {
    pub(crate) fn rule(&self) -> Result<Rule, Mistake> {
        match (self.every, &self.dates) {
            (Some(_), Some(_)) => Err(("dates", "Give either `every` or `dates`, not both.")),
            (None, None) => Err(("every", "Give `every` (week or month) or a list of `dates`.")),
            (None, Some(dates)) => self.listed(dates),
            (Some(RepeatUnit::Week), None) => self.weekly(),
            (Some(RepeatUnit::Month), None) => self.monthly(),
        }
    }

    /// As it is kept with its series.
    pub(crate) fn text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(Fault::internal)
    }

    fn listed(&self, dates: &[NaiveDate]) -> Result<Rule, Mistake> {
        if dates.is_empty() {
            return Err(("dates", "List at least one date."));
        }
        if dates.len() > MOST_LISTED {
            return Err(("dates", "List at most 400 dates."));
        }
        if self.weekday.is_some() || self.interval.is_some() || self.which.is_some() {
            return Err(("dates", "With listed dates, leave out weekday, interval and which."));
        }
        Ok(Rule::Dates(dates.to_vec()))
    }

    fn weekly(&self) -> Result<Rule, Mistake> {
        if self.which.is_some() {
            return Err(("which", "A weekly rule takes no `which`; use `every` month for that."));
        }
        let interval = self.interval.unwrap_or(1);
        if !(1..=LONGEST_INTERVAL).contains(&interval) {
            return Err(("interval", "Give a number of weeks from 1 to 52."));
        }
        Ok(Rule::Weekly { weekday: self.weekday()?, interval })
    }

    fn monthly(&self) -> Result<Rule, Mistake> {
        if self.interval.is_some() {
            return Err(("interval", "A monthly rule takes no interval."));
        }
        let which = self.which.clone().unwrap_or_default();
        let known = |which: &Which| matches!(which, Which::Last(_) | Which::Nth(1..=5));
        if which.is_empty() || which.len() > 6 || !which.iter().all(known) {
            return Err(("which", "Say which of the month: numbers from 1 to 5, or \"last\"."));
        }
        Ok(Rule::Monthly { weekday: self.weekday()?, which })
    }

    fn weekday(&self) -> Result<chrono::Weekday, Mistake> {
        let weekday = self.weekday.ok_or(("weekday", "Say which weekday, such as monday."))?;
        Ok(weekday.into())
    }
}

impl From<&Rule> for RuleForm {
    fn from(rule: &Rule) -> Self {
        match rule {
            Rule::Weekly { weekday, interval } => Self {
                every: Some(RepeatUnit::Week),
                weekday: Some((*weekday).into()),
                interval: Some(*interval),
                ..Self::default()
            },
            Rule::Monthly { weekday, which } => Self {
                every: Some(RepeatUnit::Month),
                weekday: Some((*weekday).into()),
                which: Some(which.clone()),
                ..Self::default()
            },
            Rule::Dates(dates) => Self { dates: Some(dates.clone()), ..Self::default() },
        }
    }
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(weekday: chrono::Weekday) -> Self {
        match weekday {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(json: &str) -> RuleForm {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_rule_reads_as_it_was_written() {
        for json in [
            r#"{"every":"week","weekday":"monday","interval":2}"#,
            r#"{"every":"month","weekday":"wednesday","which":[1,3]}"#,
            r#"{"every":"month","weekday":"monday","which":["last"]}"#,
            r#"{"dates":["2014-03-08","2014-05-10"]}"#,
        ] {
            let rule = form(json).rule().unwrap();
            assert_eq!(serde_json::to_string(&RuleForm::from(&rule)).unwrap(), json);
        }
        assert_eq!(
            form(r#"{"every":"week","weekday":"friday"}"#).rule(),
            Ok(Rule::Weekly { weekday: chrono::Weekday::Fri, interval: 1 })
        );
    }

    #[test]
    fn a_mistake_names_its_field() {
        let rows = [
            (r#"{}"#, "every"),
            (r#"{"every":"week","dates":["2014-03-08"]}"#, "dates"),
            (r#"{"every":"week"}"#, "weekday"),
            (r#"{"every":"week","weekday":"monday","interval":0}"#, "interval"),
            (r#"{"every":"week","weekday":"monday","interval":53}"#, "interval"),
            (r#"{"every":"week","weekday":"monday","which":[1]}"#, "which"),
            (r#"{"every":"month","weekday":"monday"}"#, "which"),
            (r#"{"every":"month","weekday":"monday","which":[]}"#, "which"),
            (r#"{"every":"month","weekday":"monday","which":[6]}"#, "which"),
            (r#"{"every":"month","which":[1]}"#, "weekday"),
            (r#"{"every":"month","weekday":"monday","which":[1],"interval":2}"#, "interval"),
            (r#"{"dates":[]}"#, "dates"),
            (r#"{"dates":["2014-03-08"],"weekday":"monday"}"#, "dates"),
        ];
        for (json, field) in rows {
            assert_eq!(form(json).rule().unwrap_err().0, field, "{json}");
        }
    }
}
