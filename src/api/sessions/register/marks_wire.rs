//! Marks on the wire. Each is read by itself, so that one that cannot be read does not affect the
//! others.

use crate::api::families::wire_in::{ChildIn, FamilyIn};
use crate::attendance::Mark;
use crate::attendance::asked::{AskedMark, MarkRequest, NewFamily, Newcomer, Target, What};
use crate::attendance::mark_log::service::{Batch, Unread};
use crate::attendance::room::People;
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::families::FirstContact;
use crate::families::add::{AddCarer, AddFamily};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

/// Marks in one request.
const MOST: usize = 500;

/// Typed numbers in one request: enough for a register, too few for guessing.
const MOST_NUMBERS: usize = 50;

const MOST_PEOPLE: i32 = 500;

/// The marks and head-counts of a device.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"device": "tablet-1", "marks": [
    {"client_id": "0192f1c4-7e1b", "at": "2026-11-23T10:02:11Z", "booking_id": "0192f1d27f3a7d0e9d1c2b3a4f5e6d7c", "mark": "came"}
]}))]
pub(crate) struct RegisterMarksIn {
    /// The device's own name, always the same; if left out, the sign-in it comes with. Two devices
    /// that disagree about a person are a conflict; one device that changes its mind is not.
    #[schema(max_length = 64)]
    pub device: Option<String>,
    /// At most 500, in any order; at most 50 of them by a typed number.
    #[schema(value_type = Vec<MarkIn>, min_items = 1, max_items = 500)]
    pub marks: Vec<Value>,
}

/// A mark for one person or family, or a head-count. It says who is meant by exactly one of
/// `booking_id`, `membership_number`, `card_code`, `family_id`, `walk_in` and `head_count`.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"client_id": "0192f1c4-7e1b", "at": "2026-11-23T10:02:11Z",
    "booking_id": "0192f1d27f3a7d0e9d1c2b3a4f5e6d7c", "mark": "came"}))]
pub(crate) struct MarkIn {
    /// The device's own name for this mark, never reused: sent again, it is the same mark.
    #[schema(min_length = 1, max_length = 64)]
    pub client_id: String,
    /// When it was made, by the device's clock.
    pub at: Moment,
    /// A party of the register.
    pub booking_id: Option<BookingId>,
    /// A member, by the number that is typed.
    #[schema(max_length = 40)]
    pub membership_number: Option<String>,
    /// A member, by the code that was scanned.
    #[schema(max_length = 512)]
    pub card_code: Option<String>,
    /// A family of the register, or one that staff looked up.
    pub family_id: Option<FamilyId>,
    /// A family that is not known yet, or a guest.
    pub walk_in: Option<WalkInIn>,
    /// People who are only counted; they are added up separately.
    pub head_count: Option<HeadCountIn>,
    /// One child; left out, everybody who comes.
    pub child_id: Option<ChildId>,
    /// How many adults came; left out, as many as booked, or one.
    #[schema(minimum = 0, maximum = 500)]
    pub adults: Option<i32>,
    /// The mark; none for a head-count.
    pub mark: Option<Mark>,
    /// The client id of the mark or head-count that this one corrects.
    #[schema(max_length = 64)]
    pub corrects: Option<String>,
}

/// A family at the door: `family` makes it a member, `guest` lets it in and keeps the least.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"key": "walk-in-1", "guest": {"children": [{"name": "Zoë", "born_on": "2024-05"}]}}))]
pub(crate) struct WalkInIn {
    /// The device's own name for the family: another mark with it is for the same family. Choose
    /// one that no other device would choose. If left out, the client id of the mark.
    #[schema(max_length = 64)]
    pub key: Option<String>,
    /// As in `POST /families`; needs a role that may make one.
    pub family: Option<FamilyIn>,
    /// A family that does not wish to join: deleted 30 days after the session.
    pub guest: Option<GuestIn>,
}

/// The least that a register needs to know of somebody.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"children": [{"name": "Zoë", "born_on": "2024-05"}]}))]
pub(crate) struct GuestIn {
    /// The adult's name, where it is given.
    #[schema(max_length = 120)]
    pub name: Option<String>,
    /// The children who come; a birth date may be known to the month.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub children: Vec<ChildIn>,
}

/// People counted and not named.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"adults": 2, "children": 3}))]
pub(crate) struct HeadCountIn {
    /// How many adults.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 500)]
    pub adults: i32,
    /// How many children.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 500)]
    pub children: i32,
}

impl RegisterMarksIn {
    pub(crate) fn batch(&self, today: NaiveDate) -> Result<Batch> {
        if self.marks.is_empty() || self.marks.len() > MOST {
            return Err(Fault::invalid("/marks", format!("Send 1 to {MOST} marks at once.")));
        }
        let typed = self.marks.iter().filter(|value| value["membership_number"].is_string());
        if typed.count() > MOST_NUMBERS {
            let detail = format!("Send at most {MOST_NUMBERS} typed numbers at once.");
            return Err(Fault::invalid("/marks", detail));
        }
        let device = text::maybe_line("/device", self.device.as_deref(), 64)?;
        let marks = self.marks.iter().map(|value| asked(value, today)).collect();
        Ok(Batch { device, marks })
    }
}

fn asked(value: &Value, today: NaiveDate) -> Result<MarkRequest, Unread> {
    let client_id = value["client_id"].as_str().map(str::to_owned);
    let unread = |fault| Unread { client_id: client_id.clone(), fault };
    let mark: MarkIn = serde_path_to_error::deserialize(value).map_err(|error| {
        let pointer = format!("/{}", error.path().to_string().replace('.', "/"));
        unread(Fault::invalid(&pointer, error.into_inner().to_string()))
    })?;
    mark.asked(value, today).map_err(unread)
}

impl MarkIn {
    fn asked(&self, sent: &Value, today: NaiveDate) -> Result<MarkRequest> {
        let client_id = text::line("/client_id", &self.client_id, 64)?;
        let corrects = text::maybe_line("/corrects", self.corrects.as_deref(), 64)?;
        if corrects.as_ref() == Some(&client_id) {
            return Err(Fault::invalid("/corrects", "A mark corrects another one, not itself."));
        }
        let content = content(sent, self.at);
        Ok(MarkRequest { client_id, at: self.at, corrects, content, what: self.what(today)? })
    }

    fn what(&self, today: NaiveDate) -> Result<What> {
        let by_id = [
            self.booking_id.clone().map(Target::Booking),
            self.membership_number.clone().map(Target::Number),
            self.card_code.clone().map(Target::Card),
            self.family_id.clone().map(Target::Family),
        ];
        let mut by_id = by_id.into_iter().flatten();
        let target = match (by_id.next(), by_id.next(), &self.walk_in, &self.head_count) {
            (None, None, None, Some(count)) => {
                let adults = number("/head_count/adults", count.adults)?;
                let children = number("/head_count/children", count.children)?;
                return Ok(What::HeadCount(People { adults, children }));
            }
            (Some(target), None, None, None) => target,
            (None, None, Some(walk_in), None) => {
                Target::WalkIn(walk_in.newcomer(&self.client_id, today)?)
            }
            _ => {
                let detail = "Say who it is in one of booking_id, membership_number, card_code, \
                              family_id, walk_in or head_count.";
                return Err(Fault::invalid("", detail));
            }
        };
        let adults = self.adults.map(|adults| number("/adults", adults)).transpose()?;
        let mark = self.mark.ok_or_else(|| Fault::invalid("/mark", "Send the mark."))?;
        let child_id = self.child_id.clone();
        Ok(What::Mark(Box::new(AskedMark { target, child_id, adults, mark })))
    }
}

impl WalkInIn {
    fn newcomer(&self, client_id: &str, today: NaiveDate) -> Result<Newcomer> {
        let key = text::maybe_line("/walk_in/key", self.key.as_deref(), 64)?;
        let key = key.unwrap_or_else(|| client_id.to_owned());
        let family = match (&self.family, &self.guest) {
            (None, None) => None,
            (Some(FamilyIn { guest: true, .. }), None) => {
                let detail = "Send a family that does not wish to join as guest.";
                return Err(Fault::invalid("/walk_in/family/guest", detail));
            }
            (Some(family), None) => Some(NewFamily {
                add: family
                    .command(today, FirstContact::Staff)
                    .map_err(|fault| fault.under("/walk_in/family"))?,
                rejoins: family.rejoins,
                notice_language: family.notice_language.clone(),
            }),
            (None, Some(guest)) => {
                Some(guest.family(today).map_err(|fault| fault.under("/walk_in/guest"))?)
            }
            (Some(_), Some(_)) => {
                let detail = "Send either family or guest.";
                return Err(Fault::invalid("/walk_in", detail));
            }
        };
        Ok(Newcomer { key, family })
    }
}

impl GuestIn {
    fn family(&self, today: NaiveDate) -> Result<NewFamily> {
        text::at_most("/children", &self.children, 20)?;
        let name = text::maybe_name("/name", self.name.as_deref())?;
        let carers = name.map(|name| AddCarer { name, ..AddCarer::default() });
        let children = self.children.iter().zip(0..).map(|(child, at)| child.command(at, today));
        let children = children.collect::<Result<_, _>>()?;
        let add = AddFamily::of(FirstContact::Staff, carers.into_iter().collect(), children);
        let add = AddFamily { guest: true, ..add };
        Ok(NewFamily { add, rejoins: false, notice_language: None })
    }
}

fn number(pointer: &str, sent: i32) -> Result<i32> {
    if (0..=MOST_PEOPLE).contains(&sent) {
        return Ok(sent);
    }
    Err(Fault::invalid(pointer, format!("Use 0 to {MOST_PEOPLE}.")))
}

/// What was sent, in a normal form: members in order, nulls left out, moments written alike.
fn content(sent: &Value, at: Moment) -> String {
    let mut members = sent.as_object().cloned().unwrap_or_default();
    members.insert("at".to_owned(), Value::String(at.to_string()));
    let kept: std::collections::BTreeMap<_, _> =
        members.into_iter().filter(|(_, value)| !value.is_null()).collect();
    serde_json::json!(kept).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(walk_in: Value) -> Option<String> {
        let mark = serde_json::json!({ "client_id": "a", "at": "2026-11-23T10:05:00Z",
            "mark": "came", "walk_in": walk_in });
        let sent = RegisterMarksIn { device: None, marks: vec![mark] };
        let batch = sent.batch("2026-11-23".parse().unwrap()).expect("a batch");
        let unread = batch.marks.into_iter().next()?.err()?;
        unread.fault.pointer().map(str::to_owned)
    }

    #[test]
    fn a_wrong_field_of_a_newcomer_is_named_where_it_stands() {
        let child = |name: &str| serde_json::json!([{ "name": name, "born_on": "2024-05-14" }]);
        let family = serde_json::json!({ "family": {
            "carers": [{ "name": "Ada", "email": "not an address" }], "children": child("Bo") } });
        assert_eq!(wrong(family).as_deref(), Some("/walk_in/family/carers/0/email"));
        let guest = serde_json::json!({ "guest": { "name": "Ada", "children": child("") } });
        assert_eq!(wrong(guest).as_deref(), Some("/walk_in/guest/children/0/name"));
        let nobody =
            serde_json::json!({ "guest": { "name": "https://x.example", "children": [] } });
        assert_eq!(wrong(nobody).as_deref(), Some("/walk_in/guest/name"));
    }
}
