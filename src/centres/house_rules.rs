//! The rules of the house: what the organisation asks of everybody who comes, and what one centre asks
//! besides. Each text has its own versions; families are shown them before they book, and agree to
//! nothing by it: nobody is refused for a text that she cannot read.

use crate::base::id::CentreId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A text as it is kept; without a body it was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct RulesText {
    /// Parts with an empty line between: paragraphs, headings and lists.
    pub body: Option<String>,
    /// The day from which it stands.
    pub dated_on: NaiveDate,
}

/// A text that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StandingRules {
    /// `None`: everywhere.
    pub centre: Option<CentreId>,
    pub version: i64,
    pub body: String,
    pub dated_on: NaiveDate,
}

/// What families are shown at a centre.
#[derive(Clone, Debug, Default)]
pub(crate) struct HouseRules {
    /// Of one centre; `None` for what stands everywhere.
    pub centre: Option<CentreId>,
    /// The organisation's first.
    pub texts: Vec<StandingRules>,
    /// Of the text that was asked for: the centre's own, or the organisation's; 0 before the first.
    pub version: i64,
}

pub(crate) mod store {
    //! Queries about house rules.

    use super::{HouseRules, RulesText, StandingRules};
    use crate::base::fault::Result;
    use crate::base::id::CentreId;
    use crate::db::Tx;
    use crate::settings;

    /// What they are kept under.
    fn name(centre: Option<&CentreId>) -> String {
        match centre {
            Some(centre) => format!("house_rules {}", centre.as_str()),
            None => "house_rules".to_owned(),
        }
    }

    /// What stands at a centre, or everywhere.
    pub(crate) fn rules(tx: &mut Tx, centre: Option<&CentreId>) -> Result<HouseRules> {
        let everywhere = name(None);
        let names = match centre {
            Some(_) => vec![everywhere.clone(), name(centre)],
            None => vec![everywhere.clone()],
        };
        let mut found = settings::store::of_names::<RulesText>(tx, &names)?;
        found.sort_by_key(|(name, _, _)| *name != everywhere);
        let asked = name(centre);
        let version = found.iter().find(|(name, _, _)| *name == asked);
        let version = version.map_or(0, |(_, version, _)| *version);
        let standing = |(name, version, text): (String, i64, RulesText)| {
            let centre = centre.filter(|_| name != everywhere).cloned();
            Some(StandingRules { centre, version, body: text.body?, dated_on: text.dated_on })
        };
        let texts = found.into_iter().filter_map(standing).collect();
        Ok(HouseRules { centre: centre.cloned(), texts, version })
    }

    /// Begins another version of a text.
    pub(crate) fn keep(tx: &mut Tx, centre: Option<&CentreId>, text: &RulesText) -> Result<()> {
        settings::store::replace(tx, &name(centre), text).map(drop)
    }
}

pub(crate) mod service {
    //! Publishing house rules.

    use super::{HouseRules, RulesText, store};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Expected, Result};
    use crate::base::id::CentreId;
    use crate::centres;
    use crate::db::Tx;
    use serde_json::json;

    /// Publishes a text if the one before still has this version; without a body, takes it back.
    pub(crate) fn publish(
        tx: &mut Tx,
        centre: Option<&CentreId>,
        expected: &Expected,
        body: Option<String>,
    ) -> Result<HouseRules> {
        let scope = centre.map_or_else(Scope::organisation, Scope::centre);
        tx.allow(Act::KeepRules, &scope, "centre")?;
        if let Some(centre) = centre {
            centres::store::centre(tx, centre)?;
        }
        tx.alone("house_rules")?;
        expected.must_be(store::rules(tx, centre)?.version)?;

        let text = RulesText { body, dated_on: tx.today() };
        store::keep(tx, centre, &text)?;
        let rules = store::rules(tx, centre)?;
        let subject = centre.map_or("organisation", CentreId::as_str);
        tx.audit(Event::ChangeHouseRules, subject, json!({ "version": rules.version }))?;
        Ok(rules)
    }
}
