//! What anybody may see of the sessions to come, over REST.

use super::sessions::wire::WhatsOnOut;
use super::sessions::{cursor, instant};
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, SessionId};
use crate::bookings::view;
use crate::centres::AccessFeature;
use crate::db::Tx;
use crate::sessions::Planned;
use crate::sessions::choice::{Choice, Day, Half, Suits, WantedAge};
use crate::sessions::store::SessionFilter;
use crate::web::{Answer, Api, ApiResult, Holds, List, Paging, Query, ServiceConfig, faults};
use actix_web::get;
use actix_web::web::Path;
use serde::Deserialize;
use utoipa::IntoParams;

faults! {
    OneFaults: NotFound;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_whats_on).service(get_whats_on);
}

/// Which coming sessions to list.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhatsOnQuery {
    /// Only this centre's.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
    /// From this instant or day; if left out, from now.
    pub from: Option<String>,
    /// Up to this instant or day; if left out, everything that is planned.
    pub to: Option<String>,
    /// Only sessions that take a child of this age on the day.
    #[param(minimum = 0, maximum = 240, example = 18)]
    pub age_months: Option<i32>,
    /// Only sessions for children of these ages: completed months on the day, with commas between.
    #[param(max_length = 60, example = "4,30")]
    pub ages_months: Option<String>,
    /// Whether a session has to be for all of those ages, or for `any` of them.
    #[param(inline)]
    pub suits: Option<Suits>,
    /// Only sessions that welcome those who expect a child.
    pub expecting: Option<bool>,
    /// Only sessions on this day of the week.
    #[param(inline)]
    pub day: Option<Day>,
    /// Only sessions that start in this half of the day.
    #[param(inline)]
    pub half: Option<Half>,
    /// Only sessions that cost nothing.
    pub free: Option<bool>,
    /// Only sessions with all of these access features: codes with commas between.
    #[param(max_length = 160, example = "step_free,bsl")]
    pub access: Option<String>,
}

/// As the description of the parameter has it.
const LONGEST_LIST: usize = 60;

/// No child is older.
const OLDEST_MONTHS: u32 = 240;

impl WhatsOnQuery {
    /// What is filled in: short enough for an answer to be kept by it.
    fn question(&self) -> String {
        let number = |number: i32| number.to_string();
        let filled = [
            ("centre", self.centre_id.as_ref().map(ToString::to_string)),
            ("from", self.from.clone()),
            ("to", self.to.clone()),
            ("age", self.age_months.map(number)),
            ("ages", self.ages_months.clone()),
            ("suits", self.suits.map(|suits| suits.as_str().to_owned())),
            ("expecting", self.expecting.map(|yes| yes.to_string())),
            ("day", self.day.map(|day| day.as_str().to_owned())),
            ("half", self.half.map(|half| half.as_str().to_owned())),
            ("free", self.free.map(|yes| yes.to_string())),
            ("access", self.access.clone()),
        ];
        let filled = filled.into_iter().filter_map(|(name, value)| Some((name, value?)));
        form_urlencoded::Serializer::new(String::new()).extend_pairs(filled).finish()
    }

    fn choice(&self) -> Result<Choice> {
        let one = self.age_months.and_then(|months| u32::try_from(months).ok());
        let several = self.ages_months.as_deref().unwrap_or_default();
        if several.len() > LONGEST_LIST {
            return Err(Fault::invalid("/ages_months", "Send fewer ages."));
        }
        let several = several.split(',').map(str::trim).filter(|months| !months.is_empty());
        let several: Vec<u32> = several.map(months).collect::<Result<_>>()?;
        let born = one.into_iter().chain(several);
        let born = born.map(|months| WantedAge::Months(months..months + 1));
        let expected = self.expecting.unwrap_or(false).then_some(WantedAge::Expected);
        Ok(Choice {
            ages: born.chain(expected).collect(),
            suits: self.suits.unwrap_or(Suits::Any),
            day: self.day,
            half: self.half,
            free: self.free.unwrap_or(false),
            access: features(self.access.as_deref().unwrap_or_default())?,
        })
    }
}

fn features(sent: &str) -> Result<Vec<AccessFeature>> {
    let wrong = || Fault::invalid("/access", "Use codes such as step_free, with commas between.");
    AccessFeature::parse_all(sent).ok_or_else(wrong)
}

fn months(sent: &str) -> Result<u32> {
    let months = sent.parse().ok().filter(|months| *months <= OLDEST_MONTHS);
    let wrong = || Fault::invalid("/ages_months", "Use ages in whole months, such as 4,30.");
    months.ok_or_else(wrong)
}

/// List what is on
///
/// Needs no token: what families may know, by start. It is as true as when you asked: keep the
/// `ETag` and send it as `If-None-Match`, and asking again costs almost nothing.
#[utoipa::path(tag = "sessions", params(WhatsOnQuery, Paging,
        ("If-None-Match" = Option<String>, Header, description = "The ETag of what you have.")),
    security(()),
    responses((status = 200, body = List<WhatsOnOut>),
        (status = 304, description = "What you have is what would be sent.")))]
#[get("/whats-on")]
async fn list_whats_on(api: Api, query: Query<WhatsOnQuery>, paging: Query<Paging>) -> ApiResult {
    let (query, paging) = (query.read()?, paging.read()?);
    let question = format!("{} {paging:?}", query.question());
    api.read_shared(question, move |tx| page(tx, &query, &paging)).await
}

fn page(
    tx: &mut Tx,
    query: &WhatsOnQuery,
    paging: &Paging,
) -> Result<(Answer<List<WhatsOnOut>>, Holds)> {
    let wanted = SessionFilter {
        centre: query.centre_id.clone(),
        after: cursor(paging.after.as_deref())?,
        from: instant("from", query.from.as_deref())?,
        to: instant("to", query.to.as_deref())?,
        rows: paging.rows(),
        ..SessionFilter::default()
    };
    let now = tx.now();
    let choice = query.choice()?;
    let fits = |one: &Planned| choice.fits(one);
    let (standings, watch) = view::whats_on(tx, wanted, fits)?;
    let shown = standings.iter().map(|one| WhatsOnOut::of(one, now)).collect();
    let last = |row: &WhatsOnOut| format!("{}|{}", row.starts_at, row.id);
    let answer = Answer::ok(paging.page(shown, last, |row| row));
    Ok((answer, Box::new(move |tx| watch.holds(tx))))
}

/// Get one session that is on
///
/// Needs no token: what families may know of it, also when it is over or called off.
#[utoipa::path(tag = "sessions", params(("id" = inline(SessionId), Path, description = "The session.")),
    security(()), responses((status = 200, body = WhatsOnOut), OneFaults))]
#[get("/whats-on/{id}")]
async fn get_whats_on(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read_public(move |tx| {
        let now = tx.now();
        Ok(Answer::ok(WhatsOnOut::of(&view::see(tx, &id)?, now)))
    })
    .await
}
