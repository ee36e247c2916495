//! Who is in the building, over REST.

use crate::access::Act;
use crate::api::sessions::register::wire::PeopleOut;
use crate::attendance::building::people::{InSession, Inside, total};
use crate::attendance::building::service;
use crate::attendance::register::Need;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::families::answers::Question;
use crate::web::{Answer, Api, Logged};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(look_into_building);
}

/// Who is in the building at a moment.
#[derive(Serialize, ToSchema)]
pub struct BuildingOut {
    /// The moment.
    pub as_at: Moment,
    /// Everybody in sessions that still run, head-counts included; a child in two rooms counts
    /// once.
    pub total: PeopleOut,
    /// The sessions that are on, with the people in them, by start.
    pub sessions: Vec<InSessionOut>,
}

/// A session that is on, and who is there.
#[derive(Serialize, ToSchema)]
pub struct InSessionOut {
    /// The session.
    pub session_id: SessionId,
    /// What it is.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// The venue, where the centre has several.
    pub venue: Option<String>,
    /// The room.
    pub room: Option<String>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// False for half an hour after its end: its people are not in the total, but may still be on
    /// their way out.
    pub runs: bool,
    /// Marked as here.
    pub named: PeopleOut,
    /// Counted without a name.
    pub head_count: PeopleOut,
    /// The families with somebody here.
    pub parties: Vec<InsideOut>,
}

/// A family with somebody here.
#[derive(Serialize, ToSchema)]
pub struct InsideOut {
    /// Which family; none where its people must not be named here.
    pub family_id: Option<FamilyId>,
    /// Whether its people must not be named here: ask the safeguarding lead.
    pub unnamed: bool,
    /// The adult who came, where that is known.
    pub adult: Option<String>,
    /// How many adults.
    pub adults: i32,
    /// Whether one tablet said that its adults came and another that they did not: look for them.
    pub disputed: bool,
    /// What its adults need: `access_needs`, `interpreter`, `allergies`.
    pub needs: Vec<Question>,
    /// The children who are here.
    pub children: Vec<InsideChildOut>,
}

/// A child who is here.
#[derive(Serialize, ToSchema)]
pub struct InsideChildOut {
    /// Which child; none where it must not be named here.
    pub child_id: Option<ChildId>,
    /// Its name.
    pub name: Option<String>,
    /// What it needs: `access_needs`, `interpreter`, `allergies`.
    pub needs: Vec<Question>,
    /// Whether one tablet said that it came and another that it did not: look for it.
    pub disputed: bool,
}

fn kinds(needs: &[Need]) -> Vec<Question> {
    needs.iter().map(|need| need.kind).collect()
}

impl From<Inside> for InsideOut {
    fn from(inside: Inside) -> InsideOut {
        let children = inside.children.iter().map(|child| InsideChildOut {
            child_id: Some(child.child_id.clone()).filter(|_| inside.named),
            name: child.name.clone(),
            needs: kinds(&child.needs),
            disputed: child.disputed,
        });
        InsideOut {
            unnamed: !inside.named,
            children: children.collect(),
            needs: kinds(&inside.needs),
            family_id: inside.family_id,
            adult: inside.adult,
            adults: inside.adults,
            disputed: inside.disputed,
        }
    }
}

impl From<InSession> for InSessionOut {
    fn from(one: InSession) -> InSessionOut {
        let session = one.planned.session;
        InSessionOut {
            session_id: session.id,
            title: one.planned.activity.settings.title,
            venue: one.venue,
            room: one.room,
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            runs: one.runs,
            named: one.named.into(),
            head_count: one.head_count.into(),
            parties: one.parties.into_iter().map(InsideOut::from).collect(),
        }
    }
}

/// See who is in the building
///
/// At this moment: everyone marked as come to a session that is not over, with names, and
/// head-counts. Where tablets disagree about somebody, they count as inside, marked as `disputed`.
/// Every look is logged.
#[utoipa::path(tag = "attendance", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = BuildingOut)))]
#[get("/centres/{id}/building")]
async fn look_into_building(api: Api, id: Path<CentreId>) -> Result<HttpResponse, Fault> {
    api.look(Act::SeeBuilding, move |tx| {
        let sessions = service::look(tx, &id)?;
        let total = total(&sessions).into();
        let sessions = sessions.into_iter().map(InSessionOut::from).collect();
        let logged = Logged::of(Event::LookIntoBuilding, id.as_str());
        Ok((Answer::ok(BuildingOut { as_at: tx.now(), total, sessions }), logged))
    })
    .await
}
