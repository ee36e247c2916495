//! Two records that may be of one family: what merging them would do, the merge, its undoing, or that
//! they are two.

use super::record::after;
use crate::access::Act;
use crate::api::possible_duplicates::{JoinPairIn, join_pair};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, FamilyId, PossibleDuplicateId, RecordJoinId};
use crate::db::Tx;
use crate::families::Household;
use crate::families::duplicates::service::{self as duplicates, PossibleDuplicate};
use crate::mail::words::Letterhead;
use crate::merge::service::undo;
use crate::merge::{Joined, store as merges};
use crate::pages::team::{
    AT_A_DESK, FAMILIES, TeamPage, adults, child_in_words, page, plainly, to_say,
};
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use maud::{Markup, html};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/families/{id}/duplicates/{pair}", web::get().to(show))
        .route("/families/{id}/duplicates/{pair}/merge", web::post().to(merge))
        .route("/families/{id}/duplicates/{pair}/dismiss", web::post().to(dismiss))
        .route("/families/{id}/joins/{join}/undo", web::post().to(undo_merge));
}

/// A pair that this family is of.
fn pair_of(tx: &mut Tx, family: &FamilyId, id: &PossibleDuplicateId) -> Result<PossibleDuplicate> {
    let found = duplicates::open(tx, id)?;
    let is_of = [&found.pair.family_id, &found.pair.other_family_id].contains(&family);
    if is_of { Ok(found) } else { Err(Fault::not_found("pair")) }
}

async fn show(visit: Visit, path: web::Path<(FamilyId, PossibleDuplicateId)>) -> HttpResponse {
    let head = visit.head();
    visit
        .open(AT_A_DESK, move |tx| {
            tx.actor().allow_ever(Act::JoinRecords)?;
            let (family, id) = &*path;
            sheet(tx, &head, (family, id), &[]).map(|html| Next::Show(HtmlPage::ok(html)))
        })
        .await
}

/// Adults of both with one name, who are taken to be the same.
fn same_adults(kept: &Household, other: &Household) -> Vec<(CarerId, CarerId)> {
    let mut pairs: Vec<(CarerId, CarerId)> = Vec::new();
    for one in &kept.carers {
        let twin = other.carers.iter().find(|another| {
            another.sort_name == one.sort_name && pairs.iter().all(|(_, used)| *used != another.id)
        });
        pairs.extend(twin.map(|another| (one.id.clone(), another.id.clone())));
    }
    pairs
}

fn merging(found: &PossibleDuplicate, family: &FamilyId, preview: bool) -> JoinPairIn {
    if found.pair.children().is_some() {
        return JoinPairIn { keep: None, carers: Vec::new(), preview };
    }
    let (kept, other) = sides(found, family);
    JoinPairIn { keep: Some(family.clone()), carers: same_adults(kept, other), preview }
}

/// The record at hand, which is kept, and the other.
fn sides<'a>(found: &'a PossibleDuplicate, family: &FamilyId) -> (&'a Household, &'a Household) {
    match found.one.family.id == *family {
        true => (&found.one, &found.other),
        false => (&found.other, &found.one),
    }
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    (family, id): (&FamilyId, &PossibleDuplicateId),
    wrong: &[Wrong],
) -> Result<Markup> {
    let found = pair_of(tx, family, id)?;
    let both = [found.pair.family_id.clone(), found.pair.other_family_id.clone()];
    tx.audit_families(Event::SeeCandidates, "", &both, json!({}))?;
    let would = join_pair(tx, id, &merging(&found, family, true))?;
    let today = tx.today();
    let (kept, other) = sides(&found, family);
    let back = format!("{FAMILIES}/{family}");
    let here = format!("{back}/duplicates/{id}");
    let of_children = found.pair.children().is_some();
    let main = html! {
        p { "Why: " (found.likeness.reasons.join(", ")) ". Likeness " (found.likeness.score) " of 100." }
        @if of_children {
            p { "Two children of this family may be one child:" }
            (side(kept, today))
        } @else {
            h2 { "This record, which is kept" }
            (side(kept, today))
            h2 { "The other, which is merged into it" }
            (side(other, today))
            p { a href={ (FAMILIES) "/" (other.family.id) } { "Open the other record" } }
        }
        h2 { "What merging does" }
        (what_moves(&would))
        @if !would.against.is_empty() {
            div.notice {
                p { "First settle:" }
                ul { @for against in &would.against { li { (against.detail) } } }
            }
        }
        div.actions {
            @if would.against.is_empty() {
                form method="post" action={ (here) "/merge" } {
                    button type="submit" { "Merge them" }
                }
            }
            form method="post" action={ (here) "/dismiss" } {
                button.second type="submit" {
                    @if of_children { "They are two children" } @else { "They are two families" }
                }
            }
        }
        p { a href=(back) { "Back to the family" } }
    };
    let heading = if of_children { "The same child?" } else { "The same family?" };
    Ok(page(tx, head, TeamPage { here: FAMILIES, heading, wrong, main }))
}

fn side(household: &Household, today: NaiveDate) -> Markup {
    let ways = household.carers.iter().flat_map(|carer| carer.phone.iter().chain(&carer.email));
    html! {
        div.box {
            h3 { (adults(&household.carers)) }
            ul.plain {
                @for child in &household.children { li { (child_in_words(child, today)) } }
            }
            p.quiet {
                (household.family.postcode.as_deref().unwrap_or("No postcode"))
                @for way in ways { " · " (way) }
            }
        }
    }
}

fn what_moves(would: &Joined) -> Markup {
    let mut moves: BTreeMap<&str, usize> = BTreeMap::new();
    for change in &would.moves {
        *moves.entry(change.table_name.as_str()).or_default() += 1;
    }
    html! {
        @if moves.is_empty() { p { "Nothing has to move." } }
        @else {
            p { "Everything in the other record is kept, and its number leads here. You can undo it. Values that move:" }
            ul.plain { @for (table, number) in moves { li { (plainly(table)) ": " (number) } } }
        }
    }
}

async fn merge(visit: Visit, path: web::Path<(FamilyId, PossibleDuplicateId)>) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::JoinRecords, move |tx| {
            let (family, id) = &*path;
            let found = pair_of(tx, family, id)?;
            match tx.part(|tx| join_pair(tx, id, &merging(&found, family, false))) {
                Ok(_) => Ok(Next::GoTo(format!("{FAMILIES}/{family}?done=merged"))),
                Err(fault) => {
                    let (status, fault) = to_say(fault)?;
                    let wrong = [Wrong::new("", fault.detail())];
                    let html = sheet(tx, &head, (family, id), &wrong)?;
                    Ok(Next::Show(HtmlPage { status, html }))
                }
            }
        })
        .await
}

async fn dismiss(visit: Visit, path: web::Path<(FamilyId, PossibleDuplicateId)>) -> HttpResponse {
    visit
        .write(Act::JoinRecords, move |tx| {
            let (family, id) = &*path;
            pair_of(tx, family, id)?;
            duplicates::dismiss(tx, id)?;
            tx.audit(Event::DismissDuplicate, id.as_str(), json!({}))?;
            Ok(Next::GoTo(format!("{FAMILIES}/{family}?done=dismissed")))
        })
        .await
}

async fn undo_merge(visit: Visit, path: web::Path<(FamilyId, RecordJoinId)>) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::JoinRecords, move |tx| {
            let (family, id) = &*path;
            if merges::join(tx, id)?.kept_family_id != *family {
                return Err(Fault::not_found("join"));
            }
            let made = tx.part(|tx| undo::undo(tx, id)).map(|_| "undone");
            after(tx, &head, family, made)
        })
        .await
}
