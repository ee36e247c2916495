//! Telling listed families: the automatic message, the list of families still to tell, and
//! recording that a family was told.

use super::letter::Letter as Paper;
use super::store::{self, ToTellFilter};
use super::{ToTell, Way};
use crate::access::{Act, Reach};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, FamilyId};
use crate::centres;
use crate::db::Tx;
use crate::families::service::scope_of;
use crate::families::{Carer, Family, Household, store as families};
use crate::mail::link::{FamilyLink, FamilyPurpose};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{MailChannel, Message, Welcome};
use crate::membership::notices::{ENGLISH, service as notices};
use crate::membership::number::Number;
use crate::membership::{
    Membership, Standing, ToldHow, service as membership, store as memberships,
};
use crate::partners::{self, Partner};
use chrono::{NaiveDate, TimeDelta};

/// How long the opt-out link in the welcome is valid.
const LINK_GOOD_FOR: TimeDelta = TimeDelta::days(366);

/// Families noted at once.
const NOTED_AT_ONCE: i64 = 200;

/// Queues the welcome to a newly listed family that has e-mail.
pub fn welcome(
    tx: &mut Tx,
    household: &Household,
    listed: &Membership,
    from: Option<&Partner>,
) -> Result<()> {
    let family = &household.family;
    let reached = household.carers.iter().find_map(|carer| Some((carer, carer.mail()?)));
    let Some((carer, address)) = reached else { return Ok(()) };
    let message = Message::Welcome(welcome_facts(tx, family, carer, listed, from)?);
    let letter = Letter {
        dedupe: format!("welcome {}", family.id),
        channel: MailChannel::Email,
        recipient: address.to_owned(),
        message,
        about: About { family: Some(family.id.clone()), ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}

fn welcome_facts(
    tx: &mut Tx,
    family: &Family,
    carer: &Carer,
    listed: &Membership,
    from: Option<&Partner>,
) -> Result<Welcome> {
    let centre = family.centre_id.as_ref().map(|id| centres::store::centre(tx, id)).transpose()?;
    let notice = notices::current(tx, ENGLISH)?;
    Ok(Welcome {
        number: listed.number.to_string(),
        notice: notice.body.split("\n\n").map(str::to_owned).collect(),
        say_no: say_no(tx, family, carer),
        phone: centre.as_ref().and_then(|centre| centre.phone.clone()),
        centre: centre.map(|centre| centre.name),
        from: from.map(|partner| partner.name.clone()),
    })
}

fn say_no(tx: &mut Tx, family: &Family, carer: &Carer) -> FamilyLink {
    let until = tx.now() + LINK_GOOD_FOR;
    FamilyLink::to(FamilyPurpose::SayNo, &family.id, &carer.id, until)
}

/// Records that a listed family was told, with the current notice: it becomes a member.
fn note_told(tx: &mut Tx, family: &FamilyId, how: ToldHow) -> Result<Membership> {
    let told = membership::told(tx, family, how)?;
    if told.status == Standing::Member && told.notice_version.is_none() {
        notices::show_to(tx, family, ENGLISH)?;
    }
    Ok(told)
}

/// Notes which families the welcome has reached: they become members. Returns how many.
pub fn note_reached(tx: &mut Tx) -> Result<usize> {
    let reached = store::reached(tx, NOTED_AT_ONCE)?;
    for family in &reached {
        families::lock(tx, std::slice::from_ref(family))?;
        note_told(tx, family, ToldHow::Mail)?;
    }
    Ok(reached.len())
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct ToTellScope {
    pub centre: Option<CentreId>,
    pub overdue: bool,
    pub after: Option<(NaiveDate, String)>,
    pub rows: i64,
}

/// Families of the caller's centres that have to be told, most urgent first.
pub fn to_tell(tx: &mut Tx, wanted: &ToTellScope) -> Result<Vec<ToTell>> {
    tx.actor().allow_ever(Act::SeeFeeds)?;
    let reach = tx.actor().reach(Act::SeeFeeds);
    let restricted = reach.restricted;
    let filter = ToTellFilter {
        centres: within(reach, wanted.centre.as_ref()),
        overdue_on: if wanted.overdue { Some(tx.today()) } else { None },
        restricted,
        after: wanted.after.clone(),
        rows: wanted.rows,
    };
    let rows = store::to_tell(tx, &filter)?;
    let ids: Vec<FamilyId> = rows.iter().map(|(_, family)| family.id.clone()).collect();
    let carers = store::carers_of(tx, &ids)?;
    let undelivered = store::undelivered(tx, &ids)?;
    let row = |(membership, family): (Membership, Family)| {
        let of_family = |carer: &&Carer| carer.family_id == family.id;
        let carers: Vec<&Carer> = carers.iter().filter(of_family).collect();
        Some(ToTell {
            way: way(&family, &carers, undelivered.contains(&family.id)),
            number: membership.number,
            family_id: family.id,
            centre_id: family.centre_id,
            listed_on: membership.listed_on?,
            tell_by: membership.tell_by?,
        })
    };
    Ok(rows.into_iter().filter_map(row).collect())
}

/// The letters to print, to families on the list that a letter can reach.
pub fn letters(tx: &mut Tx, wanted: &ToTellScope) -> Result<Vec<Paper>> {
    let mut letters = Vec::new();
    for row in to_tell(tx, wanted)?.into_iter().filter(|row| row.way == Way::Letter) {
        let household = families::household(tx, &row.family_id)?;
        let reader = household.carers.iter().find(|carer| !carer.no_post);
        let listed = memberships::by_number(tx, &row.number)?;
        let (Some(carer), Some(listed)) = (reader, listed) else { continue };
        let family = &household.family;
        let from = family.partner_id.as_ref();
        let from = from.map(|id| partners::store::partner(tx, id)).transpose()?;
        let lines = family.address.as_deref().unwrap_or_default().lines();
        let name = format!("{} and family", carer.name);
        let address = std::iter::once(name).chain(lines.map(str::to_owned));
        letters.push(Paper {
            family: family.id.clone(),
            address: address.chain(family.postcode.clone()).collect(),
            welcome: welcome_facts(tx, family, carer, &listed, from.as_ref())?,
        });
    }
    Ok(letters)
}

/// The centres within reach, or one of them.
fn within(reach: Reach, centre: Option<&CentreId>) -> Option<Vec<CentreId>> {
    match centre {
        Some(centre) if reach.everywhere || reach.centres.contains(centre) => {
            Some(vec![centre.clone()])
        }
        Some(_) => Some(Vec::new()),
        None => reach.centres(),
    }
}

/// A letter goes only to an address that is safe and where post is wanted.
fn way(family: &Family, carers: &[&Carer], undelivered: bool) -> Way {
    let by_mail = carers.iter().any(|carer| carer.mail().is_some());
    let may_post = carers.iter().any(|carer| !carer.no_post);
    let has_address = family.postcode.is_some() && family.address.is_some();
    if by_mail && !undelivered && !family.restricted {
        Way::Mail
    } else if may_post && has_address && !family.unsafe_address && !family.restricted {
        Way::Letter
    } else {
        Way::InPerson
    }
}

/// Somebody told the family: it becomes a member.
pub fn told(tx: &mut Tx, number: &Number, how: ToldHow) -> Result<(Membership, Family)> {
    let known = memberships::leading(tx, number)?;
    let known = known.ok_or_else(|| Fault::not_found("membership"))?;
    families::lock(tx, std::slice::from_ref(&known.family_id))?;
    let family = families::family(tx, &known.family_id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::IssueCard, &scope, "membership")?;

    match note_told(tx, &family.id, how)? {
        told if told.status == Standing::Member => Ok((told, family)),
        other => {
            let detail = format!("The family's membership is \"{}\".", other.status.as_str());
            Err(Fault::new(Code::NoLongerOpen, detail))
        }
    }
}
