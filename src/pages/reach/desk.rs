//! The caller and their choices: the frame of every page of the report.

use super::filled::Filled;
use crate::access::{Act, Scope};
use crate::base::fault::Result;
use crate::centres::Centre;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::reports;
use crate::reports::reach::plan::DEFAULT_BY;
use crate::reports::reach::report::{Profile, ReachBy};
use crate::web::layout::{self, Audience, Extras, Menu, Page};
use chrono::NaiveDate;
use maud::Markup;

/// Whether the report has no options.
pub(crate) fn is_fixed(filled: &Filled) -> bool {
    Profile::parse(filled.value("profile")).is_some_and(Profile::is_fixed)
}

pub(crate) struct Desk<'a> {
    pub head: &'a Letterhead,
    pub menu: Menu,
    /// The centres they may choose from.
    pub centres: Vec<Centre>,
    pub filled: Filled,
    pub today: NaiveDate,
    /// Whether they may see the whole organisation's report.
    pub everywhere: bool,
}

impl<'a> Desk<'a> {
    pub(crate) fn of(tx: &mut Tx, head: &'a Letterhead, sent: Filled) -> Result<Desk<'a>> {
        let centres = reports::service::choices(tx)?;
        let mut filled = sent;
        if !is_fixed(&filled) {
            if let Some(seat) = tx.actor().seat(Act::SeeReports)
                && !filled.has("centre_id")
            {
                filled.set("centre_id", seat.as_str());
            }
            if !filled.has("by") {
                let several = filled.value("centre_id").is_empty() && centres.len() > 1;
                let by = DEFAULT_BY.iter().chain(several.then_some(&ReachBy::Centre));
                let by: Vec<&str> = by.map(ReachBy::as_str).collect();
                filled.set("by", &by.join(","));
            }
        }
        Ok(Desk {
            head,
            menu: Menu::of(tx.actor()),
            centres,
            filled,
            today: tx.today(),
            everywhere: tx.actor().may(Act::SeeReports, &Scope::organisation()),
        })
    }

    pub(crate) fn page(&self, title: &str, main: Markup) -> Markup {
        let organisation = &self.head.organisation;
        let page = Page { organisation, title, audience: Audience::Team(self.menu), main };
        layout::page_with(&page, &Extras { here: "/reach", ..Extras::default() })
    }
}
