//! Feeds: families sent in a file by a partner or an old system. Each line is processed in its own
//! transaction. Sending a file again creates no duplicates. A family created here is listed; it
//! becomes a member only once it has been told.

pub(crate) mod cells;
pub(crate) mod counts;
pub(crate) mod entry;
pub(crate) mod field;
pub(crate) mod fields;
pub(crate) mod headings;
pub(crate) mod mapping;
pub(crate) mod matching;
pub(crate) mod service;
pub(crate) mod store;
pub mod telling;
pub(crate) mod values;

use crate::base::id::{AccountId, CentreId, FeedRunId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{feed_lines, feed_runs};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

text_enum! {
    /// What the lines of a feed describe.
    FeedKind {
        Families = "families",
        Contacts = "contacts",
        /// Attendance counts without names.
        HeadCounts = "head_counts",
    }
}

text_enum! {
    /// What became of a line.
    Outcome {
        /// A family was created; it is listed until it has been told.
        Made = "made",
        /// The family was known; nothing was changed.
        Known = "known",
        /// The family was known, and something was added to it.
        Updated = "updated",
        /// For contacts: a possible match, for staff to decide.
        Proposed = "proposed",
        /// For contacts: no matching child. Nothing was kept.
        Unmatched = "unmatched",
        /// Told to a partner: the line is valid. The real outcome is not told.
        Taken = "taken",
        /// The family opted out. Nothing was kept.
        Suppressed = "suppressed",
        /// The child is too old. Nothing was kept.
        LeftOut = "left_out",
        /// Something is wrong with the line. Nothing was changed.
        Refused = "refused",
    }
}

impl Outcome {
    /// What a partner is told: only whether the line itself is valid, nothing about what is known.
    /// `left_out` depends only on the line for families, but may depend on records for contacts.
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

    /// What the outcome means, if nothing is wrong with the line.
    pub fn sentence(self, kind: FeedKind) -> &'static str {
        let of_families = kind == FeedKind::Families;
        match self {
            Outcome::Made if of_families => "Created. The family is listed until it has been told.",
            Outcome::Made => "Recorded.",
            Outcome::Known => "Already known. Nothing was changed.",
            Outcome::Updated if of_families => "Already known. New details were added.",
            Outcome::Updated => {
                "Already known with different details. The old record was \
                                 withdrawn and a new one made."
            }
            Outcome::Proposed if of_families => {
                "This may be a family on record. Staff have to decide."
            }
            Outcome::Proposed => {
                "This may be a child on record. Staff decide at /contact-proposals."
            }
            Outcome::Unmatched => "No match on record. Nothing was kept.",
            Outcome::Taken if of_families => "Taken.",
            Outcome::Taken => "Read. It counts if we know the child.",
            Outcome::Suppressed => "The family does not want to be a member. Nothing was kept.",
            Outcome::LeftOut if of_families => "The child is five or older. Nothing was kept.",
            Outcome::LeftOut => "Nobody came. Nothing was kept.",
            Outcome::Refused => "Nothing was changed.",
        }
    }
}

/// What became of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LineOut)]
pub struct LineResult {
    /// The line of the file where the row begins; for JSON, the number of the row.
    #[schema(example = 2)]
    pub line: i32,
    /// What became of the lines.
    pub outcome: Outcome,
    /// What is wrong and what to do, by heading; otherwise what the outcome means. Never repeats a
    /// value.
    #[schema(example = "\"DOB\": There is no 31 February 2026. Correct the day.")]
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

/// A file that was sent.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = feed_runs)]
#[schema(as = FeedRunOut)]
pub struct FeedRun {
    /// Opaque.
    pub id: FeedRunId,
    /// What its lines describe.
    pub kind: FeedKind,
    // Of the file and of the options that affect how it is read.
    #[serde(skip)]
    pub file_hash: String,
    /// Who sent it; `null` for the organisation's own.
    pub partner_id: Option<PartnerId>,
    /// The centre it was sent for.
    pub centre_id: Option<CentreId>,
    #[serde(skip)]
    pub made_by: Option<AccountId>,
    /// The number of lines.
    pub lines: i32,
    /// When it began.
    pub started_at: Moment,
    /// When its last line was processed.
    pub ended_at: Option<Moment>,
}

/// A processed line. `detail` is set if the line itself is wrong.
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
