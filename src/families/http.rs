//! Families over REST. What an answer holds depends on the role that asks.

use super::service::{AddCarer, AddChild, AddFamily, Birth};
use super::{Carer, Child, Household, service, store};
use crate::access::{Act, Actor, Role};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{CarerId, CentreId, ChildId, FamilyId};
use crate::text;
use crate::web::{Answer, Api, Body, List, Paging, Query};
use actix_web::{HttpResponse, get, post, web::Path};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_families).service(add_family).service(get_family);
}

/// A new family: those who live together.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "carers": [{"name": "Amina Khan", "email": "amina@example.org", "phone": "07700 900123"}],
    "children": [{"name": "Yusuf Khan", "born_on": "2024-05-14"}, {"name": "Baby", "due_on": "2027-02-01"}],
    "postcode": "M31 4FL"
}))]
pub struct FamilyIn {
    /// At least one adult.
    pub carers: Vec<CarerIn>,
    /// Children born or expected; may be empty.
    #[serde(default)]
    pub children: Vec<ChildIn>,
    /// A UK postcode.
    pub postcode: Option<String>,
    /// The home centre; left out, the centre of whoever makes the record.
    pub centre_id: Option<CentreId>,
    /// Codes of target groups; staff only.
    #[serde(default)]
    pub target_groups: Vec<String>,
}

/// An adult of the family.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Amina Khan", "email": "amina@example.org"}))]
pub struct CarerIn {
    /// The carer to change; left out, a new one.
    #[schema(value_type = Option<String>)]
    pub id: Option<CarerId>,
    /// As the family writes it.
    pub name: String,
    /// Where mail goes.
    pub email: Option<String>,
    /// Where to ring.
    pub phone: Option<String>,
    /// `false`: send this carer no mail.
    pub mail_allowed: Option<bool>,
}

/// A child, born or expected.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Yusuf Khan", "born_on": "2024-05-14"}))]
pub struct ChildIn {
    /// A child already known who lives in this family too; then nothing else is sent. Staff only.
    #[schema(value_type = Option<String>)]
    pub id: Option<ChildId>,
    /// As the family writes it.
    pub name: Option<String>,
    /// `YYYY-MM-DD`, or `YYYY-MM` where the day is not known.
    pub born_on: Option<String>,
    /// For an expected child, `YYYY-MM-DD`.
    pub due_on: Option<NaiveDate>,
}

impl FamilyIn {
    pub fn command(&self, today: NaiveDate) -> Result<AddFamily, Fault> {
        if self.carers.is_empty() {
            return Err(Fault::invalid("/carers", "Name at least one adult."));
        }
        if self.carers.len() > 10 || self.children.len() > 20 {
            return Err(Fault::invalid("", "Use at most 10 carers and 20 children."));
        }
        let carers = self.carers.iter().zip(0..).map(|(carer, at)| carer.command(at));
        let children = self.children.iter().zip(0..).map(|(child, at)| child.command(at, today));
        Ok(AddFamily {
            carers: carers.collect::<Result<_, _>>()?,
            children: children.collect::<Result<_, _>>()?,
            postcode: self
                .postcode
                .as_deref()
                .map(|t| text::postcode("/postcode", t))
                .transpose()?,
            centre_id: self.centre_id.clone(),
            target_groups: self.target_groups.clone(),
        })
    }
}

impl CarerIn {
    pub fn command(&self, at: usize) -> Result<AddCarer, Fault> {
        let email = self.email.as_deref().filter(|text| !text.trim().is_empty());
        let phone = self.phone.as_deref().filter(|text| !text.trim().is_empty());
        Ok(AddCarer {
            name: text::line(&format!("/carers/{at}/name"), &self.name, 120)?,
            email: email.map(|t| text::email(&format!("/carers/{at}/email"), t)).transpose()?,
            phone: phone.map(|t| text::phone(&format!("/carers/{at}/phone"), t)).transpose()?,
            mail_allowed: self.mail_allowed.unwrap_or(true),
        })
    }
}

impl ChildIn {
    fn command(&self, at: usize, today: NaiveDate) -> Result<AddChild, Fault> {
        if let Some(id) = &self.id {
            return Ok(AddChild::Known(id.clone()));
        }
        let (name, birth) = self.person(at, today)?;
        Ok(AddChild::New { name, birth })
    }

    /// The name and the birth of a child that is described.
    pub fn person(&self, at: usize, today: NaiveDate) -> Result<(String, Birth), Fault> {
        let name = self.name.as_deref().unwrap_or_default();
        let name = text::line(&format!("/children/{at}/name"), name, 120)?;
        let birth = match (&self.born_on, self.due_on) {
            (Some(born), None) => born_on(&format!("/children/{at}/born_on"), born, today)?,
            (None, Some(due)) => due_on(&format!("/children/{at}/due_on"), due, today)?,
            (Some(_), Some(_)) | (None, None) => {
                let detail = "Send either born_on or, for an expected child, due_on.";
                return Err(Fault::invalid(&format!("/children/{at}"), detail));
            }
        };
        Ok((name, birth))
    }
}

fn born_on(pointer: &str, text: &str, today: NaiveDate) -> Result<Birth, Fault> {
    let oldest = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default();
    let day = text.parse::<NaiveDate>().map(Birth::Born);
    let month = || format!("{text}-01").parse::<NaiveDate>().map(Birth::BornIn);
    let birth = day.or_else(|_| month()).map_err(|_| {
        Fault::invalid(pointer, "Use a day such as 2024-05-14, or a month such as 2024-05.")
    })?;
    match birth {
        Birth::Born(day) | Birth::BornIn(day) if day > today => Err(Fault::invalid(
            pointer,
            "This is in the future. For an expected child send due_on.",
        )),
        Birth::Born(day) | Birth::BornIn(day) if day < oldest => {
            Err(Fault::invalid(pointer, "This is too long ago for a child."))
        }
        Birth::Born(_) | Birth::BornIn(_) | Birth::Due(_) => Ok(birth),
    }
}

fn due_on(pointer: &str, day: NaiveDate, today: NaiveDate) -> Result<Birth, Fault> {
    let days = (day - today).num_days();
    if (-60..=310).contains(&days) {
        Ok(Birth::Due(day))
    } else {
        Err(Fault::invalid(pointer, "Use a due date from 60 days ago to 310 days ahead."))
    }
}

/// A family, as far as whoever asks may know it.
#[derive(Serialize, ToSchema)]
pub struct FamilyOut {
    /// Opaque.
    pub id: FamilyId,
    /// The adults, in the order they were named.
    pub carers: Vec<CarerOut>,
    /// Children born and expected.
    pub children: Vec<ChildOut>,
    /// In its usual form.
    pub postcode: Option<String>,
    /// The home centre.
    pub centre_id: Option<CentreId>,
    /// Codes of target groups that staff stated; only staff of its centres see them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_groups: Option<Vec<String>>,
    /// Send it as `If-Match` to change the family.
    pub version: i64,
}

/// An adult of the family.
#[derive(Serialize, ToSchema)]
pub struct CarerOut {
    /// Opaque.
    pub id: CarerId,
    /// As the family writes it.
    pub name: String,
    /// Where mail goes.
    pub email: Option<String>,
    /// Where to ring.
    pub phone: Option<String>,
    /// Whether mail may be sent.
    pub mail_allowed: bool,
}

/// A child of the family.
#[derive(Serialize, ToSchema)]
pub struct ChildOut {
    /// Opaque.
    pub id: ChildId,
    /// As the family writes it.
    pub name: String,
    /// A day, or a month where only that is known.
    #[schema(example = "2024-05-14")]
    pub born_on: Option<String>,
    /// For an expected child.
    pub due_on: Option<NaiveDate>,
}

impl From<Carer> for CarerOut {
    fn from(carer: Carer) -> CarerOut {
        CarerOut {
            id: carer.id,
            name: carer.name,
            email: carer.email,
            phone: carer.phone,
            mail_allowed: carer.mail_allowed,
        }
    }
}

impl From<Child> for ChildOut {
    fn from(child: Child) -> ChildOut {
        let format = if child.born_month_only { "%Y-%m" } else { "%Y-%m-%d" };
        ChildOut {
            born_on: child.born_on.map(|day| day.format(format).to_string()),
            id: child.id,
            name: child.name,
            due_on: child.due_on,
        }
    }
}

impl FamilyOut {
    pub fn load(tx: &mut Tx, household: Household) -> Result<FamilyOut, Fault> {
        let scope = service::scope_of(tx, &household.family)?;
        let target_groups = if tx.actor().may_as(Role::Staff, Act::SeeFamily, &scope) {
            let stated = store::stated(tx, &household.family.id)?;
            let by_staff = stated.into_iter().filter(|(_, partner)| partner.is_none());
            Some(by_staff.map(|(code, _)| code).collect())
        } else {
            None
        };
        Ok(FamilyOut {
            id: household.family.id,
            carers: household.carers.into_iter().map(CarerOut::from).collect(),
            children: household.children.into_iter().map(ChildOut::from).collect(),
            postcode: household.family.postcode,
            centre_id: household.family.centre_id,
            target_groups,
            version: household.family.version,
        })
    }
}

/// List families
///
/// A parent gets the own one; staff and front desk those of their centres; a professional those
/// the team made.
#[utoipa::path(tag = "families", params(Paging), responses((status = 200, body = List<FamilyOut>)))]
#[get("/families")]
async fn list_families(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.open(Act::SeeFamily, move |tx| {
        let paging = &paging.read()?;
        let filter = filter_for(tx.actor(), paging);
        let mut shown = Vec::new();
        for family in store::list(tx, &filter)? {
            let household = store::household(tx, &family.id)?;
            shown.push(FamilyOut::load(tx, household)?);
        }
        let page = paging.page(shown, |row| row.id.to_string(), |row| row);
        let ids: Vec<&str> = page.items.iter().map(|row| row.id.as_str()).collect();
        tx.audit("list_families", "families", "", serde_json::json!({ "ids": ids }))?;
        Ok(Answer::ok(page))
    })
    .await
}

fn filter_for(actor: &Actor, paging: &Paging) -> store::Filter {
    let after = paging.after.clone().unwrap_or_default();
    let mut filter = store::Filter { after, rows: paging.rows(), ..Default::default() };
    let at_desk = |role| matches!(role, Role::Staff | Role::FrontDesk);
    let desks: Vec<_> = actor.roles.iter().filter(|held| at_desk(held.role)).collect();
    if !desks.is_empty() {
        let everywhere = desks.iter().any(|held| held.centre.is_none());
        filter.centres =
            (!everywhere).then(|| desks.iter().filter_map(|held| held.centre.clone()).collect());
    } else if actor.has(Role::Professional) && actor.partner_id.is_some() {
        filter.team = actor.partner_id.clone().map(|partner| (partner, actor.team.clone()));
    } else {
        filter.own = Some(actor.family_id.clone().unwrap_or(FamilyId::from("")));
    }
    filter
}

/// Make a family record
///
/// By staff, front desk, or a professional who met the family.
#[utoipa::path(tag = "families", request_body = FamilyIn,
    responses((status = 201, body = FamilyOut)))]
#[post("/families")]
async fn add_family(api: Api, body: Body<FamilyIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::MakeFamily, body, |tx, input| {
        let today = tx.now().utc().date_naive();
        let household = service::add(tx, &input.command(today)?)?;
        let version = household.family.version;
        Ok(Answer::created(FamilyOut::load(tx, household)?).version(version))
    })
    .await
}

/// Open a family's record
///
/// Every opening is logged.
#[utoipa::path(tag = "families", params(("id" = String, Path, description = "The family.")),
    responses((status = 200, body = FamilyOut)))]
#[get("/families/{id}")]
async fn get_family(api: Api, id: Path<FamilyId>) -> Result<HttpResponse, Fault> {
    api.open(Act::SeeFamily, move |tx| {
        let household = service::open(tx, &id)?;
        let version = household.family.version;
        Ok(Answer::ok(FamilyOut::load(tx, household)?).version(version))
    })
    .await
}
