//! All of a family's places, the newest first.

use super::record_view::place_line;
use crate::api::bookings::wire::BookingOut;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::bookings::service::list::{BookingList, of_family};
use crate::families::store as families;
use crate::pages::team::{AT_A_DESK, FAMILIES, TeamPage, adults, next_page, page};
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use crate::web::{Logged, Paging, Query};
use actix_web::{HttpResponse, web};
use maud::html;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/families/{id}/places", web::get().to(show));
}

const SHOWN: u32 = 30;

async fn show(visit: Visit, id: web::Path<FamilyId>, paging: Query<Paging>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(AT_A_DESK, move |tx| {
            let paging = Paging { limit: Some(SHOWN), after: paging.read()?.after };
            let wanted = BookingList {
                family: &id,
                time: None,
                after: paging.after.as_deref().unwrap_or_default(),
                rows: paging.limit() + 1,
            };
            let rows = of_family(tx, &wanted)?;
            let listed = paging.page(rows, |(booking, _)| booking.id.to_string(), |row| row);
            let items: Result<Vec<BookingOut>> = listed
                .items
                .into_iter()
                .map(|(booking, shown)| BookingOut::of(tx, booking, shown))
                .collect();
            let items = items?;
            let household = families::household(tx, &id)?;
            let name = |child: &crate::base::id::ChildId| {
                household.child(child).map(|child| child.name.clone())
            };
            let own = format!("{FAMILIES}/{}", *id);
            let main = html! {
                @if items.is_empty() { p { "No places yet." } }
                ul.plain {
                    @for booking in &items {
                        @let names: Vec<String> =
                            booking.child_ids.iter().flatten().filter_map(name).collect();
                        li { (place_line(booking, &names)) }
                    }
                }
                (next_page(&format!("{own}/places"), listed.next.as_deref()))
                p { a href=(own) { "Back to the family" } }
            };
            let heading = format!("Places of {}", adults(&household.carers));
            let html =
                page(tx, &head, TeamPage { here: FAMILIES, heading: &heading, wrong: &[], main });
            let operation = "GET /families/{id}/places";
            let log =
                Logged { families: vec![id.clone()], ..Logged::of(Event::SeeFamilies, operation) };
            Ok((HtmlPage::ok(html), log))
        })
        .await
}
