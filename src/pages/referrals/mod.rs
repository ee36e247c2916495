//! Where a professional begins: what became of the team's referrals, in the team's own words, and the
//! page of each. All of it is what an unknown family of that size would have brought.

pub(crate) mod frame;
mod view;

use crate::access::Act;
use crate::api::referrals::{ReferralQuery, read};
use crate::attendance::referrals::{ReferralState, service};
use crate::base::fault::{Code, Result};
use crate::base::id::ReferralId;
use crate::bookings::BookingTime;
use crate::bookings::judge::{self, Asker};
use crate::bookings::service::withdraw;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use crate::web::{Logged, Paging, Query};
use actix_web::{HttpResponse, web};
use frame::REFERRALS;
use serde::Deserialize;
use view::{ListPage, OnePage};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route(REFERRALS, web::get().to(show))
        .route("/referrals/{id}", web::get().to(show_one))
        .route("/referrals/{id}/withdraw", web::post().to(withdraw_one));
}

/// On a page.
const SHOWN: u32 = 20;

/// What the filter of the page says. Values that are not known are left out.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Filled {
    q: String,
    state: String,
    time: String,
    after: Option<String>,
}

impl Filled {
    fn query(&self) -> ReferralQuery {
        ReferralQuery {
            q: Some(self.q.chars().take(LONGEST_LINE).collect()),
            state: ReferralState::parse(&self.state),
            time: BookingTime::parse(&self.time),
        }
    }
}

const LONGEST_LINE: usize = 200;

async fn show(visit: Visit, filled: Query<Filled>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::SeeReferrals, move |tx| {
            let filled = filled.read()?;
            let query = filled.query();
            let paging = Paging { limit: Some(SHOWN), after: None };
            let after = filled.after.as_deref().unwrap_or_default();
            let rows = service::list(tx, &query.wanted()?, after, paging.rows())?;
            let logged = read(rows.get(..paging.limit()).unwrap_or(&rows));
            let page = paging.page(rows, |row| row.referral.id.to_string(), |row| row);
            let now = tx.now();
            let (menu, is_later) = (Menu::of(tx.actor()), filled.after.is_some());
            let page = ListPage { menu, query: &query, page: &page, is_later, now };
            Ok((HtmlPage::ok(view::list(&head, &page)), logged))
        })
        .await
}

async fn show_one(visit: Visit, id: web::Path<ReferralId>) -> HttpResponse {
    let head = visit.head();
    visit.read(Act::SeeReferrals, move |tx| one(tx, &head, &id)).await
}

fn one(tx: &mut Tx, head: &Letterhead, id: &ReferralId) -> Result<(HtmlPage, Logged)> {
    let became = service::one(tx, id)?;
    let logged = read(std::slice::from_ref(&became));
    let now = tx.now();
    let takes_more = match judge::release(&became.planned, Asker::Professional, now) {
        Ok(()) => true,
        Err(fault) if fault.code() == Code::Internal => return Err(fault),
        Err(_) => false,
    };
    let page = OnePage { menu: Menu::of(tx.actor()), became: &became, takes_more, now };
    Ok((HtmlPage::ok(view::one(head, &page)), logged))
}

async fn withdraw_one(visit: Visit, id: web::Path<ReferralId>) -> HttpResponse {
    visit
        .write(Act::WithdrawReferral, move |tx| {
            withdraw::withdraw_own(tx, &id)?;
            Ok(Next::GoTo(format!("{REFERRALS}/{}", id.as_str())))
        })
        .await
}
