//! A parent's calendar feed.

use crate::access::Act;
use crate::access::service::feeds;
use crate::base::id::AuthSessionId;
use crate::base::moment::Moment;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::put;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(make_feed);
}

/// A new calendar feed.
#[derive(Serialize, ToSchema)]
#[schema(as = OwnFeedOut)]
pub(crate) struct FeedOut {
    /// Opaque.
    pub id: AuthSessionId,
    /// Where calendars read it. Whoever knows it sees the places, so keep it; it is not shown again.
    #[schema(example = "https://hubs.example.org/feeds/u7Vd0aRk1wq0hYb….ics")]
    pub url: String,
    /// When it ends by itself.
    pub ends_at: Moment,
}

/// Get a calendar feed of your places
///
/// A file that calendars look at again and again: title, time, centre and address of what is booked
/// and still to come. It names nobody, and leaves out sensitive sessions and what is waited for. You
/// have one at most: calling this again ends the one before. It stands in the list of your sign-ins
/// and is ended there. Asks for a fresh sign-in after 20 minutes.
#[utoipa::path(tag = "access", request_body = Nothing, responses((status = 200, body = FeedOut)))]
#[put("/auth/feed")]
async fn make_feed(api: Api, body: Body<Nothing>) -> ApiResult {
    let head = api.head();
    api.write(Act::AskOwnFeed, body, move |tx, _| {
        let feed = feeds::ask(tx)?;
        let url = head.feed_url(&feed.secret);
        Ok(Answer::ok(FeedOut { id: feed.id, url, ends_at: feed.ends_at }))
    })
    .await
}
