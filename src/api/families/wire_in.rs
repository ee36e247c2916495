//! A family on its way in: created by staff or a professional, changed, described in a referral, or
//! joining by itself.

use super::answers;
use crate::base::calendar::{SLIP_BEFORE, may_be_due};
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, CentreId, ChildId};
use crate::base::language;
use crate::base::text;
use crate::families::add::{AddCarer, AddChild, AddFamily, Birth, UNNAMED};
use crate::families::answers::{AnswerSaid, Question};
use crate::families::lives::Lives;
use crate::families::{FirstContact, PostcodeReason};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A new family: those who live together.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "carers": [{"name": "Amina Khan", "email": "amina@example.org", "phone": "07700 900123"}],
    "children": [{"name": "Yusuf Khan", "born_on": "2024-05-14"}, {"name": "Baby", "due_on": "2027-02-01"}],
    "postcode": "M31 4FL"
}))]
pub(crate) struct FamilyIn {
    /// At least one adult.
    #[schema(min_items = 1, max_items = 10)]
    pub carers: Vec<CarerIn>,
    /// Children born or expected; may be empty.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub children: Vec<ChildIn>,
    /// A UK postcode; `ZZ99 3VZ` is no fixed address.
    #[schema(max_length = 20)]
    pub postcode: Option<String>,
    /// Why there is none; left out, nobody asked.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes: lines without the postcode.
    #[schema(example = "12 Manchester Road\nPartington", max_length = 300)]
    pub address: Option<String>,
    /// It does not wish to be a member: it books as a guest, and is deleted 30 days after the
    /// session. From a professional: a record of the family's no.
    #[serde(default)]
    pub guest: bool,
    /// The family opted out before and asks to join again. By staff.
    #[serde(default)]
    pub rejoins: bool,
    /// The language of the information-sharing notice it was shown; left out, none was shown.
    #[schema(example = "en", max_length = 20)]
    pub notice_language: Option<String>,
    /// The home centre; left out, the one whose area it lives in, else that of the person who
    /// creates the record.
    pub centre_id: Option<CentreId>,
    /// Codes of target groups of the household; staff only. Groups of a child are recorded once it
    /// has an id.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub target_groups: Vec<String>,
    /// A professional's own reference; it stands in the team's lists and mails.
    #[schema(max_length = 60)]
    pub reference: Option<String>,
}

/// An adult of the family.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Amina Khan", "email": "amina@example.org"}))]
pub(crate) struct CarerIn {
    /// The carer to change; left out, a new one.
    pub id: Option<CarerId>,
    /// As the family writes it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// The address for e-mail.
    #[schema(format = Email, max_length = 254)]
    pub email: Option<String>,
    /// Where to ring: a UK number, with its extension where it has one, or `+` and the code of
    /// another country.
    #[schema(max_length = 60, example = "07700 900123")]
    pub phone: Option<String>,
    /// `false`: send this carer no e-mail.
    pub mail_allowed: Option<bool>,
    /// Another name the family is known by, such as one before a marriage.
    #[schema(max_length = 120)]
    pub former_name: Option<String>,
    /// Send no post.
    pub no_post: Option<bool>,
    /// Leave no message on the telephone.
    pub no_voicemail: Option<bool>,
    /// Send no text messages.
    pub no_text: Option<bool>,
    /// Do not ring.
    pub no_call: Option<bool>,
    /// Send nothing to the old e-mail address when this carer asks for a new one, because it would
    /// endanger them. By staff.
    pub no_address_notice: Option<bool>,
    /// The language to write to this carer in, one of `GET /languages`; left out, English until one
    /// is chosen.
    #[schema(example = "ur", max_length = 20)]
    pub language: Option<String>,
    /// Answers to questions of `GET /questions`; each may be left out.
    #[serde(default)]
    #[schema(value_type = std::collections::HashMap<String, String>)]
    pub answers: BTreeMap<Question, String>,
}

/// A child, born or expected.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Yusuf Khan", "born_on": "2024-05-14"}))]
pub(crate) struct ChildIn {
    /// The id of a known child who lives in this family too; then nothing else is sent. Staff only.
    pub id: Option<ChildId>,
    /// As the family writes it. An expected child needs none: it is "Baby" until it is born.
    #[schema(max_length = 120)]
    pub name: Option<String>,
    /// `YYYY-MM-DD`, or `YYYY-MM` where the day is not known.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
    pub born_on: Option<String>,
    /// For an expected child, `YYYY-MM-DD`.
    pub due_on: Option<NaiveDate>,
    /// Answers to questions of `GET /questions`; each may be left out.
    #[serde(default)]
    #[schema(value_type = std::collections::HashMap<String, String>)]
    pub answers: BTreeMap<Question, String>,
}

impl FamilyIn {
    pub(crate) fn command(&self, today: NaiveDate, channel: FirstContact) -> Result<AddFamily> {
        if self.carers.is_empty() {
            return Err(Fault::invalid("/carers", "Name at least one adult."));
        }
        text::at_most("/carers", &self.carers, 10)?;
        text::at_most("/children", &self.children, 20)?;
        text::at_most("/target_groups", &self.target_groups, 20)?;
        if let Some(at) = self.carers.iter().position(|carer| carer.id.is_some()) {
            let detail = "A new family's adults have no id yet. Leave it out.";
            return Err(Fault::invalid(&format!("/carers/{at}/id"), detail));
        }
        let (postcode, postcode_reason) =
            Lives::said("/postcode", self.postcode.as_deref(), self.postcode_reason)?;
        let carers = self.carers.iter().zip(0..).map(|(carer, at)| carer.command(at));
        let children = self.children.iter().zip(0..).map(|(child, at)| child.command(at, today));
        Ok(AddFamily {
            carers: carers.collect::<Result<_, _>>()?,
            children: children.collect::<Result<_, _>>()?,
            postcode,
            postcode_reason,
            address: text::maybe_lines("/address", self.address.as_deref(), 300)?,
            channel,
            guest: self.guest,
            centre_id: self.centre_id.clone(),
            target_groups: self.target_groups.clone(),
        })
    }
}

impl CarerIn {
    pub(crate) fn command(&self, at: usize) -> Result<AddCarer> {
        let email = self.email.as_deref();
        let phone = self.phone.as_deref().filter(|text| !text.trim().is_empty());
        let language = self.language.as_deref();
        let of = |field: &str| format!("/carers/{at}/{field}");
        Ok(AddCarer {
            name: text::name(&of("name"), &self.name)?,
            email: email.map(|text| text::email(&of("email"), text)).transpose()?,
            phone: phone.map(|text| text::phone(&of("phone"), text)).transpose()?,
            former_name: text::maybe_name(&of("former_name"), self.former_name.as_deref())?,
            mail_allowed: self.mail_allowed,
            no_post: self.no_post,
            no_voicemail: self.no_voicemail,
            no_text: self.no_text,
            no_call: self.no_call,
            no_address_notice: self.no_address_notice,
            language: language.map(|text| language::tag(&of("language"), text)).transpose()?,
            answers: answers::read(&format!("/carers/{at}"), &self.answers)?,
        })
    }
}

impl ChildIn {
    pub(crate) fn command(&self, at: usize, today: NaiveDate) -> Result<AddChild> {
        if let Some(id) = &self.id {
            return Ok(AddChild::Known(id.clone()));
        }
        let (name, birth) = self.person(at, today)?;
        Ok(AddChild::New { name, birth, nhs_number: None, answers: self.said(at)? })
    }

    pub(crate) fn said(&self, at: usize) -> Result<Vec<AnswerSaid>> {
        answers::read(&format!("/children/{at}"), &self.answers)
    }

    /// The name and the birth of a child that is described.
    pub(crate) fn person(&self, at: usize, today: NaiveDate) -> Result<(String, Birth)> {
        let is_new_and_expected = self.id.is_none() && self.due_on.is_some();
        let name = match text::maybe_name(&format!("/children/{at}/name"), self.name.as_deref())? {
            Some(name) => name,
            None if is_new_and_expected => UNNAMED.to_owned(),
            None => {
                let detail = "Give the child's name; an expected one needs none.";
                return Err(Fault::invalid(&format!("/children/{at}/name"), detail));
            }
        };
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

fn born_on(pointer: &str, text: &str, today: NaiveDate) -> Result<Birth> {
    let day = text.parse::<NaiveDate>().map(Birth::Born);
    let month = || format!("{text}-01").parse::<NaiveDate>().map(Birth::BornIn);
    let birth = day.or_else(|_| month()).map_err(|_| {
        Fault::invalid(pointer, "Use a day such as 2024-05-14, or a month such as 2024-05.")
    })?;
    match birth {
        Birth::Born(day) | Birth::BornIn(day) if day > today => Err(Fault::invalid(
            pointer,
            "This date is in the future. For an expected child send due_on.",
        )),
        Birth::Born(day) | Birth::BornIn(day) if day.year() < SLIP_BEFORE => {
            Err(Fault::invalid(pointer, "This is too long ago for a child."))
        }
        Birth::Born(_) | Birth::BornIn(_) | Birth::Due(_) => Ok(birth),
    }
}

fn due_on(pointer: &str, day: NaiveDate, today: NaiveDate) -> Result<Birth> {
    if may_be_due(day, today) {
        Ok(Birth::Due(day))
    } else {
        Err(Fault::invalid(pointer, "Use a due date from 60 days ago to 310 days ahead."))
    }
}
