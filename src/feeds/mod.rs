//! Feeds: families that a partner or an old system sends in a file. A file is read line by line,
//! each in a transaction of its own; what was sent before makes nothing twice; a family made here
//! is listed, and no member until it has been told.

pub mod births;
pub mod cells;
pub mod counts;
pub mod entry;
pub mod fields;
pub mod headings;
pub mod http;
pub mod mapping;
pub mod mappings_http;
pub mod mappings_service;
pub mod matching;
pub mod plan_service;
pub mod run_service;
pub mod runs_http;
pub mod runs_service;
pub mod service;
pub mod store;
pub mod subject_service;
pub mod telling;
pub mod values;

use crate::id::{CentreId, FeedRunId, PartnerId, words};
use crate::moment::Moment;
use crate::schema::{feed_lines, feed_runs};
use diesel::prelude::*;

words! {
    /// What the lines of a feed tell of.
    FeedKind {
        Families = "families",
        Contacts = "contacts",
        /// How many came, naming nobody.
        HeadCounts = "head_counts",
    }
}

words! {
    /// What became of a line.
    Outcome {
        /// A family was made, and is listed until it has been told.
        Made = "made",
        /// The family was known; nothing was changed.
        Known = "known",
        /// The family was known, and something was added to it.
        Updated = "updated",
        /// Of a contact: a child that may be the one, for somebody to say.
        Proposed = "proposed",
        /// Of a contact: no child is this one. Nothing was kept.
        Unmatched = "unmatched",
        /// Told to a partner: the line is in order. What came of it is not told.
        Taken = "taken",
        /// The family does not wish to be known. Nothing was kept.
        Suppressed = "suppressed",
        /// The child is past the age that is served. Nothing was kept.
        LeftOut = "left_out",
        /// Something is wrong with the line. Nothing was changed.
        Refused = "refused",
    }
}

impl Outcome {
    /// What a partner is told: whether the line itself is in order, and nothing of what is known.
    /// How old a child is stands in the line; that nobody came may depend on what was known.
    pub fn to_partner(self, kind: FeedKind) -> Outcome {
        match self {
            Outcome::Made
            | Outcome::Known
            | Outcome::Updated
            | Outcome::Proposed
            | Outcome::Unmatched
            | Outcome::Suppressed
            | Outcome::Taken => Outcome::Taken,
            Outcome::LeftOut if kind != FeedKind::Families => Outcome::Taken,
            Outcome::LeftOut | Outcome::Refused => Outcome::Refused,
        }
    }

    /// What it means, where the line itself has nothing to say.
    pub fn sentence(self, kind: FeedKind) -> &'static str {
        let of_families = kind == FeedKind::Families;
        match self {
            Outcome::Made if of_families => "Made, and listed until the family has been told.",
            Outcome::Made => "Recorded.",
            Outcome::Known => "Known already. Nothing was changed.",
            Outcome::Updated if of_families => "Known already. What was new was added.",
            Outcome::Updated => "Known otherwise. The old was withdrawn, and what is new recorded.",
            Outcome::Proposed if of_families => "It may be one that is known. Somebody has to say.",
            Outcome::Proposed => "A child may be this one. Somebody says so at /contact-proposals.",
            Outcome::Unmatched => "Nobody who is known is meant. Nothing was kept.",
            Outcome::Taken if of_families => "Taken.",
            Outcome::Taken => "Read. It counts if we know the child.",
            Outcome::Suppressed => "The family does not wish to be a member. Nothing was kept.",
            Outcome::LeftOut if of_families => "The child is five or older. Nothing was kept.",
            Outcome::LeftOut => "Nobody came. Nothing was kept.",
            Outcome::Refused => "Nothing was changed.",
        }
    }
}

/// What became of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineResult {
    pub line: i32,
    pub outcome: Outcome,
    /// What is wrong, and what to do; else what the outcome means.
    pub detail: String,
}

impl LineResult {
    pub fn new(
        kind: FeedKind,
        line: i32,
        (outcome, detail): (Outcome, Option<String>),
    ) -> LineResult {
        let detail = detail.unwrap_or_else(|| outcome.sentence(kind).to_owned());
        LineResult { line, outcome, detail }
    }

    /// The same, as a partner is told.
    pub fn to_partner(self, kind: FeedKind) -> LineResult {
        match self.outcome.to_partner(kind) {
            same if same == self.outcome => self,
            Outcome::Refused => LineResult { outcome: Outcome::Refused, ..self },
            told => LineResult::new(kind, self.line, (told, None)),
        }
    }
}

/// One file of one sender for one centre, from its first line to its last.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = feed_runs)]
pub struct Run {
    pub id: FeedRunId,
    pub kind: FeedKind,
    /// Of the file, and of how it is read.
    pub file_hash: String,
    pub partner_id: Option<PartnerId>,
    pub centre_id: Option<CentreId>,
    pub made_by: Option<crate::id::AccountId>,
    pub lines: i32,
    pub started_at: Moment,
    pub ended_at: Option<Moment>,
}

/// A line that was worked off. `detail` is there where the line itself is wrong.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = feed_lines)]
pub struct DoneLine {
    pub run_id: FeedRunId,
    pub line: i32,
    pub outcome: Outcome,
    pub detail: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_is_told_of_the_form_of_its_line_and_of_nothing_else() {
        for (kind, taken) in [(FeedKind::Families, 7), (FeedKind::Contacts, 8)] {
            let told =
                |outcome: Outcome| LineResult::new(kind, 1, (outcome, None)).to_partner(kind);
            let all = Outcome::ALL.iter().copied().map(told);
            let alike: Vec<LineResult> =
                all.filter(|result| result.outcome != Outcome::Refused).collect();
            assert_eq!(alike.len(), taken);
            assert!(alike.iter().all(|result| *result == alike[0]), "{alike:?}");
        }
    }
}
