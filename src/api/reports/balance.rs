//! The balance of attendance over REST, as JSON and as CSV.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reports::balance::BalanceBy;
use crate::reports::balance::service::{BalanceOf, BalanceReport, report};
use crate::reports::reach::report::{BalanceLine, BalanceTable, Cell, FigureRow};
use crate::web::{Answer, Api, Download, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_balance);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BalanceIn {
    /// Only sessions of this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// The first day. Default: the window in the reach settings, up to `to`.
    pub from: Option<NaiveDate>,
    /// The last day. Default: today.
    pub to: Option<NaiveDate>,
    /// As known at this moment. Default: now.
    pub known_at: Option<Moment>,
    /// What to split by, separated by commas: `session`, `activity`, `centre`. Default: `activity`.
    #[param(example = "activity,centre")]
    pub by: Option<String>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

/// Whether most attendances are by people in a target group.
#[derive(Serialize, ToSchema)]
pub struct BalanceOut {
    /// The centre of the sessions; left out for all your centres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// As known at this moment.
    pub known_at: Moment,
    /// When it was counted.
    pub counted_at: Moment,
    /// The style of the words for figures.
    #[schema(example = "Ofsted 2013-15 style")]
    pub words: String,
    /// All attendances together.
    pub whole: BalanceLine,
    /// The same without the deprived area as a group: around a centre in a deprived area, everybody
    /// is in it.
    pub without_area: BalanceLine,
    /// Attendances by people in each group, out of all; a person may be in several.
    pub groups: Vec<FigureRow>,
    /// The requested splits.
    pub tables: Vec<BalanceTableOut>,
    /// How it is counted.
    pub notes: Vec<&'static str>,
}

/// The balance, split in one way.
#[derive(Serialize, ToSchema)]
pub struct BalanceTableOut {
    /// What it is split by: `session`, `activity` or `centre`.
    #[schema(value_type = String, example = "activity")]
    pub by: BalanceBy,
    /// One line per session, activity or centre. They add up to the whole.
    pub lines: Vec<BalanceLine>,
}

const NOTES: &[&str] = &[
    "The figures are attendances: a child who came to two sessions counts twice. In sessions for \
     adults only, adults are counted.",
    "In a target group: in one that counts for reach on the day of the session, as stated for the \
     family or the child, or by the deprivation of the area, by age, or because the family expects \
     a child. A child's group counts for that child only. Adults are in the groups of their \
     household.",
    "Without the area: around a centre in a deprived area everybody is in that group, which proves \
     nothing; here it is left out.",
    "In none: only if the family was met and asked, and its area is known. Everybody else is \
     unknown: guests, those known only from a list, those counted without a name.",
    "The claim is the stricter reading: a majority is more than half of all, including the \
     unknown.",
];

impl BalanceIn {
    fn command(&self) -> Result<BalanceOf, Fault> {
        let mut by = Vec::new();
        for word in self.by.as_deref().unwrap_or("activity").split(',').map(str::trim) {
            let known =
                BalanceBy::parse(word).filter(|known| !by.contains(known)).ok_or_else(|| {
                    Fault::invalid("/by", "Use each of session, activity, centre at most once.")
                })?;
            by.push(known);
        }
        Ok(BalanceOf {
            centre: self.centre_id.clone(),
            from: self.from,
            to: self.to,
            known_at: self.known_at,
            by,
        })
    }
}

impl From<BalanceReport> for BalanceOut {
    fn from(report: BalanceReport) -> BalanceOut {
        let table = |(by, lines)| BalanceTableOut { by, lines };
        let BalanceTable { whole, without_area, groups } = report.balance;
        BalanceOut {
            centre_id: report.centre,
            from: report.from,
            to: report.to,
            known_at: report.known_at,
            counted_at: report.counted_at,
            words: report.words,
            whole,
            without_area,
            groups,
            tables: report.tables.into_iter().map(table).collect(),
            notes: NOTES.to_vec(),
        }
    }
}

/// Report the balance of attendance
///
/// Attendances by children in a target group, in none, and unknown; in total and split, with the
/// claim that can be made. JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(BalanceIn),
    responses((status = 200, content(
        (BalanceOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/balance")]
async fn report_balance(api: Api, query: Query<BalanceIn>) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .download(Act::SeeReports, move |tx| table(&report(tx, &query.read()?.command()?)?))
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        Ok(Answer::ok(BalanceOut::from(report(tx, &query.read()?.command()?)?)))
    })
    .await
}

const HEADINGS: [&str; 13] = [
    "from",
    "to",
    "by",
    "key",
    "label",
    "target",
    "not_target",
    "unknown",
    "percent_of_known",
    "words_of_known",
    "percent_of_all",
    "words_of_all",
    "claim",
];

fn table(report: &BalanceReport) -> Result<Download, Fault> {
    let balance = &report.balance;
    let mut rows = vec![
        row(report, "all", &balance.whole),
        row(report, "without_area", &balance.without_area),
    ];
    rows.extend(balance.groups.iter().map(|group| group_row(report, group)));
    for (by, lines) in &report.tables {
        rows.extend(lines.iter().map(|line| row(report, by.as_str(), line)));
    }
    Download::csv("balance.csv", &HEADINGS, &rows)
}

/// Attendances by people in a group; the other columns stay empty.
fn group_row(report: &BalanceReport, group: &FigureRow) -> Vec<String> {
    let cell = &group.cell;
    let number = cell.n.map(|n| n.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut cells = vec![report.from.to_string(), report.to.to_string(), "group".to_owned()];
    cells.extend([group.key.clone(), group.label.clone(), number]);
    cells.extend(std::iter::repeat_n(String::new(), 4));
    cells.extend([text(&cell.percent), text(&cell.words), String::new()]);
    cells
}

fn row(report: &BalanceReport, by: &str, line: &BalanceLine) -> Vec<String> {
    let number = |cell: &Cell| cell.n.map(|n| n.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (known, all) = (&line.percent_of_known, &line.percent_of_all);
    let mut cells = vec![report.from.to_string(), report.to.to_string(), by.to_owned()];
    cells.extend([line.key.clone(), line.label.clone()]);
    cells.extend([&line.target, &line.not_target, &line.unknown].map(number));
    cells.extend([&known.percent, &known.words, &all.percent, &all.words].map(text));
    cells.push(line.claim.as_str().to_owned());
    cells
}
