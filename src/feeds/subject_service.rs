//! What the lines of a feed tell of, and what is done with one: families here, contacts in their own
//! subject. All else, from who may send to where a file goes on, is the same for each.

use super::fields::Columns;
use super::mapping::Mapping;
use super::plan_service::Plan;
use super::{FeedKind, LineResult, Outcome};
use crate::db::Tx;
use crate::fault::Fault;
use crate::feeds::entry::Unfit;
use crate::id::FeedRunId;
use crate::partners::agreements::{AgreementPurpose, Item};
use csv::StringRecord;

/// What became of a line, with what is wrong with it where that is not the outcome itself.
pub type Became = (Outcome, Option<String>);

pub trait Subject: Clone + Send + Sync + 'static {
    /// One row, understood.
    type Entry: Send + Sync + 'static;
    /// What earlier rows of a file that is only tried would have made.
    type Seen: Default + Send;

    fn kind(&self) -> FeedKind;

    /// What an agreement must be for.
    fn purpose(&self) -> AgreementPurpose;

    /// What else decides how a file is read.
    fn reading(&self) -> String;

    fn columns(
        &self,
        headings: &[String],
        mapping: &Mapping,
        items: Option<&[Item]>,
    ) -> Result<Columns, Fault>;

    fn read(&self, plan: &Plan, cells: &StringRecord) -> Result<Self::Entry, Unfit>;

    /// Does what there is to do with a row, in its transaction.
    fn work_off(
        &self,
        tx: &mut Tx,
        plan: &Plan,
        run: &FeedRunId,
        entry: &Self::Entry,
    ) -> Result<Became, Fault>;

    /// What that would be. Reads only.
    fn try_out(
        &self,
        tx: &mut Tx,
        plan: &Plan,
        seen: &mut Self::Seen,
        entry: &Self::Entry,
    ) -> Result<Became, Fault>;

    /// What is told of a line.
    fn result(&self, line: i32, became: Became) -> LineResult {
        LineResult::new(self.kind(), line, became)
    }
}
