//! Lists to work through, all in one pattern: names, telephone, why, when last tried, and a button
//! for what was done. Each is paged, can be printed, and comes as a table.

pub(crate) mod kinds;
pub(crate) mod loading;
pub(crate) mod rows;
pub(crate) mod view;

use super::team::{Sent, to_say};
use crate::access::{Act, Actor};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, FamilyId, may_be_one};
use crate::centres::{self, Centre};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::membership::birthdays::paper;
use crate::membership::birthdays::service::print::{self, PrintList};
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit, form_urlencoded};
use crate::web::{Download, Logged, Query, written_cursor};
use crate::words::languages::Languages;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use kinds::KINDS;
use rows::{ListKind, Listed, Row, Wanted};
use serde::Deserialize;
use serde_json::json;
use view::ListPage;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/lists", web::get().to(index))
        .route("/lists/birthday-print/{file}", web::get().to(print_cards))
        .service(
            web::resource("/lists/{kind}").route(web::get().to(show)).route(web::post().to(settle)),
        );
}

const SHOWN: usize = 30;
const PRINTED: usize = 500;
/// Rows of a table as a file.
const MOST_ROWS: usize = 10_000;

#[derive(Clone, Default, Deserialize)]
struct Asked {
    after: Option<String>,
    #[serde(default)]
    centre: String,
    /// `print` for a page to print.
    #[serde(default)]
    view: String,
    /// `csv` for a table.
    #[serde(default)]
    format: String,
    #[serde(default)]
    done: String,
}

fn kind(name: &str) -> Option<&'static ListKind> {
    KINDS.iter().find(|kind| kind.name == name)
}

fn no_such() -> Fault {
    Fault::not_found("list")
}

/// The lists that somebody may read.
fn own(actor: &Actor) -> Vec<&'static ListKind> {
    KINDS.iter().filter(|kind| is_for(actor, kind)).collect()
}

/// A lead reads tasks of restricted families, and no list of a centre's members.
fn is_for(actor: &Actor, kind: &ListKind) -> bool {
    actor.may_ever(kind.act)
}

async fn index(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::SeeSelf, move |tx| {
            let kinds = own(tx.actor());
            if kinds.is_empty() {
                let detail = "Your roles do not allow you to see any list.";
                return Err(Fault::new(Code::NotAllowed, detail));
            }
            Ok(HtmlPage::ok(view::index(tx, &head, &kinds)))
        })
        .await
}

async fn show(visit: Visit, name: web::Path<String>, asked: Query<Asked>) -> HttpResponse {
    let Some(kind) = kind(&name) else { return visit.show::<HtmlPage>(Err(no_such())) };
    let head = visit.head();
    visit
        .read(kind.act, move |tx| {
            let asked = asked.read()?;
            let (centres, centre) = centre_of(tx, kind, &asked.centre)?;
            let wants_file = asked.format == "csv";
            let prints = asked.view == "print";
            let rows = match (wants_file, prints) {
                (true, _) => MOST_ROWS,
                (false, true) => PRINTED,
                (false, false) => SHOWN,
            };
            let after = asked.after.as_deref().unwrap_or_default();
            let listed = filled(tx, kind, (after, rows), centre.as_ref())?;
            let families: Vec<FamilyId> =
                listed.rows.iter().filter_map(|row| row.family.clone()).collect();
            let detail = json!({ "list": kind.name, "rows": listed.rows.len() });
            let log = Logged { families, detail, ..Logged::of(kind.logged, kind.name) };
            if wants_file {
                return Ok((Next::Save(table(kind, &listed.rows)?), log));
            }
            let next = listed.next.as_deref().map(written_cursor);
            let page = ListPage {
                kind,
                rows: &listed.rows,
                next: next.as_deref(),
                centres: &centres,
                centre: centre.as_ref(),
                may_settle: tx.actor().may_ever(kind.deed),
                is_done: !asked.done.is_empty(),
                wrong: &[],
            };
            let html = match prints {
                true => view::to_print(tx, &head, &page),
                false => view::list(tx, &head, &page),
            };
            Ok((Next::Show(HtmlPage::ok(html)), log))
        })
        .await
}

/// Rows until there are enough or no more: a page of some lists may be short.
fn filled(
    tx: &mut Tx,
    kind: &ListKind,
    (after, rows): (&str, usize),
    centre: Option<&CentreId>,
) -> Result<Listed> {
    let at_once = rows.min(PRINTED);
    let first = Wanted { after, rows: at_once, centre };
    let mut listed = (kind.load)(tx, &first)?;
    while rows > PRINTED && listed.rows.len() < rows {
        let Some(after) = listed.next.clone() else { break };
        let more = (kind.load)(tx, &Wanted { after: &after, rows: at_once, centre })?;
        listed.rows.extend(more.rows);
        listed.next = more.next;
    }
    Ok(listed)
}

/// The centres whose lists somebody may read, and which one this is.
fn centre_of(tx: &mut Tx, kind: &ListKind, asked: &str) -> Result<(Vec<Centre>, Option<CentreId>)> {
    if !kind.of_a_centre {
        return Ok((Vec::new(), None));
    }
    let own = tx.actor().reach(kind.act).centres();
    let mut all = centres::store::centres(tx, "", 500)?;
    all.retain(|centre| own.as_ref().is_none_or(|own| own.contains(&centre.id)));
    let asked = all.iter().find(|centre| centre.id.as_str() == asked);
    let chosen = asked.or(all.first()).map(|centre| centre.id.clone());
    Ok((all, chosen))
}

fn table(kind: &ListKind, rows: &[Row]) -> Result<Download> {
    let cells = |row: &Row| {
        let numbers: Vec<String> = row
            .numbers
            .iter()
            .map(|one| match one.no_voicemail {
                true => format!("{} (leave no message)", one.phone),
                false => one.phone.clone(),
            })
            .collect();
        vec![row.who.clone(), numbers.join("; "), row.why.clone(), row.last_try.clone()]
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let headings = ["Name", "Telephone", "Why", "Last try"];
    Download::csv(&format!("{}.csv", kind.name), &headings, &rows)
}

async fn settle(
    visit: Visit,
    name: web::Path<String>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let Some(kind) = kind(&name) else { return visit.show::<HtmlPage>(Err(no_such())) };
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(kind.deed, move |tx| {
            tx.actor().allow_ever(kind.act)?;
            match tx.part(|tx| settle_all(tx, kind, &sent)) {
                Ok(()) => {
                    let centre = form_urlencoded(sent.one("centre"));
                    Ok(Next::GoTo(format!("/lists/{}?done=yes&centre={centre}", kind.name)))
                }
                Err(fault) => again(tx, &head, kind, &sent, fault),
            }
        })
        .await
}

fn settle_all(tx: &mut Tx, kind: &ListKind, sent: &Sent) -> Result<()> {
    let out_of_date = || Fault::invalid("", "This page was out of date. Open it again.");
    let deed = sent.one("deed");
    for id in sent.all("id") {
        let is_one = may_be_one(id) || id.bytes().all(|byte| byte.is_ascii_digit());
        if !is_one || !(kind.settle)(tx, id, deed)? {
            return Err(out_of_date());
        }
    }
    Ok(())
}

fn again(
    tx: &mut Tx,
    head: &Letterhead,
    kind: &'static ListKind,
    sent: &Sent,
    fault: Fault,
) -> Result<Next> {
    let (status, fault): (StatusCode, Fault) = to_say(fault)?;
    let (centres, centre) = centre_of(tx, kind, sent.one("centre"))?;
    let listed = filled(tx, kind, ("", SHOWN), centre.as_ref())?;
    let families: Vec<FamilyId> = listed.rows.iter().filter_map(|row| row.family.clone()).collect();
    tx.audit_families(kind.logged, kind.name, &families, json!({ "list": kind.name }))?;
    let next = listed.next.as_deref().map(written_cursor);
    let page = ListPage {
        kind,
        rows: &listed.rows,
        next: next.as_deref(),
        centres: &centres,
        centre: centre.as_ref(),
        may_settle: true,
        is_done: false,
        wrong: &[Wrong::new("", fault.detail())],
    };
    let html = view::list(tx, head, &page);
    Ok(Next::Show(HtmlPage { status, html }))
}

#[derive(Clone, Default, Deserialize)]
struct OfCentre {
    #[serde(default)]
    centre: String,
}

/// The cards and the labels of the list, as pages to print.
async fn print_cards(
    visit: Visit,
    file: web::Path<String>,
    asked: Query<OfCentre>,
) -> HttpResponse {
    let whats_on = visit.app().head.whats_on();
    let languages = visit.app().store.memory::<Languages>();
    let organisation = visit.app().head.organisation.clone();
    visit
        .read(Act::SeePrintList, move |tx| {
            let asked = asked.read()?;
            let kind = kind("birthday-print").ok_or_else(no_such)?;
            let (_, centre) = centre_of(tx, kind, &asked.centre)?;
            let centre_id = centre.ok_or_else(no_such)?;
            let wanted = PrintList { centre_id, from: None, to: None, printed: Some(false) };
            let papers = print::list(tx, &wanted)?;
            let families: Vec<FamilyId> =
                papers.iter().map(|paper| paper.family_id.clone()).collect();
            let from = paper::Issuer {
                organisation: &organisation,
                whats_on: &whats_on,
                languages: &languages,
            };
            let download = match file.as_str() {
                "cards.pdf" => Download::pdf("birthday-cards.pdf", paper::cards(&papers, from)?),
                "labels.pdf" => Download::pdf("birthday-labels.pdf", paper::labels(&papers)?),
                _ => return Err(no_such()),
            };
            Ok(download.of(families))
        })
        .await
}
