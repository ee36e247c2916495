//! Small reports of figures: what a centre's sessions, members, partners and registers come to.

use super::give::{AsTable, Tabular, give};
use crate::access::Act;
use crate::db::Tx;
use crate::reach::balance::Claim;
use crate::reports::balance::service::BalanceOf;
use crate::reports::balance::{self, BalanceReport};
use crate::reports::costs::service::CostsOf;
use crate::reports::costs::{self, CostsReport};
use crate::reports::feedback::service::FeedbackOf;
use crate::reports::feedback::{self, FeedbackReport};
use crate::reports::members::service::MembersOf;
use crate::reports::members::{self, MembersBy, MembersReport};
use crate::reports::partners::service::PartnersOf;
use crate::reports::partners::{self, PartnerReport};
use crate::reports::reach::report::{BalanceLine, FigureRow};
use crate::reports::registers::service::RegistersOf;
use crate::reports::registers::{self, RegistersReport};
use crate::reports::renewals::service::RenewalsOf;
use crate::reports::renewals::{self, RenewalFigures, RenewalsReport};
use crate::reports::unsupported_settings::service::UnsupportedOf;
use crate::reports::unsupported_settings::{self, UnsupportedReport};
use crate::web::{Api, ApiResult, List, Query};
use actix_web::get;
use serde::Serialize;
use std::borrow::Cow;

impl Tabular for BalanceReport {
    const FILE: &'static str = "balance.csv";
    const HEADINGS: &'static str = "from,to,by,key,label,target,not_target,unknown,\
         percent_of_known,words_of_known,percent_of_all,words_of_all,claim";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        let whole = [cells("all", &self.whole), cells("without_area", &self.without_area)];
        let groups = self.groups.iter().map(group_cells);
        let split = self
            .tables
            .iter()
            .flat_map(|table| table.lines.iter().map(|line| cells(table.by.as_str(), line)));
        whole.into_iter().chain(groups).chain(split).map(|cells| (self.from, self.to, cells))
    }
}

type Cells<'a> = ([&'a str; 3], [Option<u64>; 3], [Option<&'a str>; 4], Option<Claim>);

fn cells<'a>(by: &'a str, line: &'a BalanceLine) -> Cells<'a> {
    let (known, all) = (&line.percent_of_known, &line.percent_of_all);
    (
        [by, &line.key, &line.label],
        [line.target.n, line.not_target.n, line.unknown.n],
        [&known.percent, &known.words, &all.percent, &all.words].map(Option::as_deref),
        Some(line.claim),
    )
}

/// Attendances by people in a group; the other columns stay empty.
fn group_cells(group: &FigureRow) -> Cells<'_> {
    let cell = &group.cell;
    let shares = [None, None, cell.percent.as_deref(), cell.words.as_deref()];
    (["group", &group.key, &group.label], [cell.n, None, None], shares, None)
}

/// Report the balance of attendance
///
/// Attendances by children in a target group, in none, and unknown; in total and split, with the
/// claim that can be made. JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(BalanceOf, AsTable),
    responses((status = 200, content(
        (BalanceReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/balance")]
pub(super) async fn report_balance(api: Api, query: Query<BalanceOf>) -> ApiResult {
    give(api, Act::SeeReports, query, balance::service::report).await
}

impl Tabular for CostsReport {
    const FILE: &'static str = "costs.csv";
    const HEADINGS: &'static str = "from,to,centre,pence,days_entered,days,children_seen,\
         guest_visits,sustained,pence_per_child_seen,pence_per_sustained_contact";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.centres.iter().chain([&self.whole]).map(|line| {
            (
                (self.from, self.to, &line.centre),
                line.cost,
                [line.children_seen, line.guest_visits, line.sustained],
                [line.per_child_seen.pence, line.per_sustained_contact.pence],
            )
        })
    }
}

/// Report the cost per child seen and per sustained contact
///
/// Needs a centre's costs entered for every day. JSON, or CSV with `Accept: text/csv` or
/// `format=csv`.
#[utoipa::path(tag = "reports", params(CostsOf, AsTable),
    responses((status = 200, content((CostsReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/costs")]
pub(super) async fn report_costs(api: Api, query: Query<CostsOf>) -> ApiResult {
    give(api, Act::SeeReports, query, costs::service::report).await
}

impl Tabular for FeedbackReport {
    const FILE: &'static str = "feedback.csv";
    const HEADINGS: &'static str =
        "from,to,activity_id,activity,centre_id,centre,answers,good,percent_good";

    /// Empty cells: fewer than five answers.
    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.activities.iter().map(|line| {
            let figures = line.figures.as_ref();
            let cells = figures.map(|one| [Some(one.answers), Some(one.good), one.percent_good]);
            (
                (self.from, self.to),
                (&line.activity_id, &line.title, &line.centre_id, &line.centre),
                cells.unwrap_or_default(),
            )
        })
    }
}

/// Report what families said of sessions
///
/// By activity and centre, from five answers on; their own words are in no report. Answers are
/// counted in whole months that ended 15 days ago or more; fewer than five wait for the months after.
/// JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(FeedbackOf, AsTable),
    responses((status = 200, content(
        (FeedbackReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/feedback")]
pub(super) async fn report_feedback(api: Api, query: Query<FeedbackOf>) -> ApiResult {
    give(api, Act::SeeReports, query, feedback::service::report).await
}

impl Tabular for MembersReport {
    const FILE: &'static str = "members.csv";
    const HEADINGS: &'static str =
        "member_families,listed_families,member_children,listed_children";

    /// A column for each split after the day.
    fn headings(&self) -> Cow<'static, str> {
        let by: Vec<&str> = self.by.iter().map(MembersBy::as_str).collect();
        format!("as_at,{},{}", by.join(","), Self::HEADINGS).into()
    }

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        let mut total = vec![""; self.by.len()];
        if let Some(first) = total.first_mut() {
            *first = "total";
        }
        let groups = self.groups.iter().map(|one| {
            let values = self.by.iter().filter_map(|by| one.group.get(by.as_str()));
            (values.map(String::as_str).collect(), &one.figures)
        });
        let rows = groups.chain([(total, &self.total)]);
        rows.map(|(values, figures): (Vec<&str>, _)| (self.as_at, values, figures))
    }
}

/// Report members
///
/// Families and children, listed and with a card separately, each counted once. JSON, or CSV with
/// `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(MembersOf, AsTable),
    responses((status = 200, content(
        (MembersReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/members")]
pub(super) async fn report_members(api: Api, query: Query<MembersOf>) -> ApiResult {
    give(api, Act::SeeReports, query, members::service::report).await
}

impl Tabular for List<PartnerReport> {
    const FILE: &'static str = "partners.csv";
    const HEADINGS: &'static str = "partner_id,partner,kind,agreed_until,last_feed_at,feed_due_on,\
         feed_overdue,month,registered,listed,members,agreed";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.items.iter().flat_map(|of| {
            let feed = (of.last_feed_at, of.feed_due_on, of.feed_overdue);
            let partner = (&of.partner_id, &of.name, of.kind, of.agreed_until, feed);
            of.months.iter().map(move |month| (partner, month))
        })
    }
}

/// Report what partners brought
///
/// For each partner: members registered by month compared with the number agreed, its last feed,
/// and whether the next is overdue.
#[utoipa::path(tag = "reports", params(PartnersOf, ("format" = Option<String>, Query,
        description = "`csv` for a table with one line per partner and month. `Accept: text/csv` does the same.",
        example = "json")),
    responses((status = 200, content(
        (List<PartnerReport> = "application/json"),
        (String = "text/csv"),
    ))))]
#[get("/reports/partners")]
pub(super) async fn report_partners(api: Api, query: Query<PartnersOf>) -> ApiResult {
    let list = |tx: &mut Tx, of: &PartnersOf| {
        Ok(List { items: partners::service::report(tx, of)?, next: None })
    };
    give(api, Act::SeePartnerReports, query, list).await
}

impl Tabular for RegistersReport {
    const FILE: &'static str = "registers.csv";
    const HEADINGS: &'static str = "centre_id,centre,held,in_time,later,open,percent_in_time";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.centres.iter().map(|one| (&one.centre_id, &one.centre, &one.figures))
    }
}

/// Report how soon registers are complete
#[utoipa::path(tag = "reports", params(RegistersOf, ("format" = Option<String>, Query,
        description = "`csv` for a table with one line per centre. `Accept: text/csv` does the same.",
        example = "json")),
    responses((status = 200, content(
        (RegistersReport = "application/json"),
        (String = "text/csv"),
    ))))]
#[get("/reports/registers")]
pub(super) async fn report_registers(api: Api, query: Query<RegistersOf>) -> ApiResult {
    give(api, Act::SeeReports, query, registers::service::report).await
}

impl Tabular for RenewalsReport {
    const FILE: &'static str = "renewals.csv";
    const HEADINGS: &'static str = "from,to,centre,due,done,not_done,failed,no_channel,\
         undelivered,email,text,print,none,printed";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        let centres = self.centres.iter().map(|one| (one.centre.as_str(), &one.figures));
        centres.chain([("total", &self.total)]).map(|(centre, figures)| {
            let RenewalFigures { due, done, not_done, failed, no_channel, undelivered, .. } =
                figures;
            (
                (self.from, self.to, centre),
                [due, done, not_done, failed, no_channel, undelivered],
                (&figures.cards, figures.printed),
            )
        })
    }
}

/// Report renewals due, done and failed
///
/// JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(RenewalsOf, AsTable),
    responses((status = 200, content(
        (RenewalsReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/renewals")]
pub(super) async fn report_renewals(api: Api, query: Query<RenewalsOf>) -> ApiResult {
    give(api, Act::SeeReports, query, renewals::service::report).await
}

impl Tabular for UnsupportedReport {
    const FILE: &'static str = "unsupported-settings.csv";
    const HEADINGS: &'static str = "no_support_since,setting,last_support_on,children";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        let settings = self.without_support.iter();
        settings.map(|one| (self.since, &one.setting, one.last_support_on, one.children))
    }
}

/// Report settings without direct support in 12 months
///
/// JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(UnsupportedOf, AsTable),
    responses((status = 200, content(
        (UnsupportedReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/unsupported-settings")]
pub(super) async fn report_unsupported_settings(
    api: Api,
    query: Query<UnsupportedOf>,
) -> ApiResult {
    give(api, Act::SeeReports, query, unsupported_settings::service::report).await
}
