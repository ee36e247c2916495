//! What a feed is about: how its lines are read and processed. Families are in `service`, contacts
//! in `contacts::feed`. Everything else, from permissions to resuming a file, is shared.

use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::id::{CentreId, FeedRunId};
use crate::db::Tx;
use crate::feeds::entry::UnfitEntry;
use crate::feeds::fields::FeedColumns;
use crate::feeds::mapping::Mapping;
use crate::feeds::{FeedKind, LineResult, Outcome};
use crate::partners::Partner;
use crate::partners::agreements::{AgreementPurpose, Item};
use chrono::NaiveDate;
use csv::StringRecord;

/// The outcome of a line, with an error text if there is one.
pub(crate) type Became = (Outcome, Option<String>);

pub(crate) trait Subject: Clone + Send + Sync + 'static {
    /// A parsed row.
    type Entry: Send + Sync + 'static;
    /// What earlier rows would have created, in a dry run.
    type Seen: Default + Send;

    fn kind(&self) -> FeedKind;

    /// The purpose an agreement must have.
    fn purpose(&self) -> AgreementPurpose;

    /// Other options that affect how a file is read.
    fn reading(&self) -> String {
        String::new()
    }

    fn columns(
        &self,
        headings: &[String],
        mapping: &Mapping,
        items: Option<&[Item]>,
    ) -> Result<FeedColumns>;

    fn read(&self, plan: &FeedPlan, cells: &StringRecord) -> Result<Self::Entry, UnfitEntry>;

    /// Processes a row in its transaction.
    fn work_off(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        run: &FeedRunId,
        entry: &Self::Entry,
    ) -> Result<Became>;

    /// What processing would do. Read-only.
    fn try_out(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        seen: &mut Self::Seen,
        entry: &Self::Entry,
    ) -> Result<Became>;

    /// The reported result of a line.
    fn result(&self, line: i32, became: Became) -> LineResult {
        LineResult::new(self.kind(), line, became)
    }
}

/// How every line is processed.
#[derive(Clone, Debug)]
pub(crate) struct FeedPlan {
    pub centre: Option<CentreId>,
    pub partner: Option<Partner>,
    pub columns: FeedColumns,
    pub mapping: Mapping,
    /// The items covered by the agreement; `None`: no agreement is needed or recorded.
    pub items: Option<Vec<Item>>,
    pub today: NaiveDate,
    /// The creator of the families: the caller, on behalf of the partner.
    pub maker: Actor,
    /// Whether results are limited to what a partner may learn.
    pub is_partners: bool,
    /// Remarks that go with the results.
    pub notes: Vec<String>,
}

impl FeedPlan {
    /// Whose references these are: the partner's, or the organisation's own.
    pub(crate) fn source(&self) -> &str {
        self.partner.as_ref().map_or("", |partner| partner.id.as_str())
    }
}
