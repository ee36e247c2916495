//! What somebody who has not signed in says of the family: read field by field, so that all that is
//! wrong is said at once and in words that a parent uses.

use super::sent::Sent;
use super::top::{Top, Way};
use crate::api::families::join::{FirstIn, JoinIn};
use crate::api::families::wire_in::{CarerIn, ChildIn};
use crate::base::calendar::{BirthDate, completed_years, may_be_due};
use crate::base::fault::{Code, Fault};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::judge::{Unfit, unfit_child};
use crate::families::add::{Birth, UNNAMED};
use crate::families::service::new_child;
use crate::families::{Child, PostcodeReason, SERVED_YEARS};
use crate::web::form::{Wrong, typed_day};
use crate::web::html::too_many;
use crate::words::{Words, say};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The names of one child's fields, of which a form has three.
pub(super) struct ChildFields {
    pub name: &'static str,
    /// Of the three boxes for the day: `born_day`, `born_month`, `born_year`.
    pub day: &'static str,
    pub expected: &'static str,
}

pub(super) const CHILDREN: [ChildFields; 3] = [
    ChildFields { name: "child", day: "born", expected: "expected" },
    ChildFields { name: "child2", day: "born2", expected: "expected2" },
    ChildFields { name: "child3", day: "born3", expected: "expected3" },
];

/// Day, month and year, as they were typed.
pub(super) fn boxes<'a>(sent: &'a Sent, day: &str) -> [&'a str; 3] {
    ["day", "month", "year"].map(|part| sent.one(&format!("{day}_{part}")))
}

/// Nobody is a child any more at this age: a slip of the year.
const GROWN_UP: i32 = 18;

/// The reader of one form.
pub(super) struct Reader<'a> {
    pub sent: &'a Sent,
    pub words: Words,
    pub now: Moment,
    pub today: NaiveDate,
    /// Where the form is about a session.
    pub top: Option<&'a Top>,
    pub wrongs: Vec<Wrong>,
}

impl Reader<'_> {
    pub(super) fn read(mut self) -> Result<JoinIn, Vec<Wrong>> {
        let carer = self.carer();
        let children = self.children();
        let postcode = self.postcode();
        let adults = self.adults();
        if self.wrongs.is_empty() {
            self.fit(&children);
        }
        if !self.wrongs.is_empty() {
            return Err(self.wrongs);
        }
        let way = self.top.map(|top| (top.planned.session.id.clone(), top.way()));
        let (booking, remind) = match way {
            Some((session, Way::Remind)) => (None, Some(session)),
            Some((session, Way::Book | Way::Wait)) => {
                (Some(FirstIn { session_id: session, adults, if_full: None }), None)
            }
            Some((_, Way::Closed | Way::TurnUp)) | None => (None, None),
        };
        Ok(JoinIn {
            carers: vec![carer],
            children: children.iter().map(as_sent).collect(),
            postcode,
            postcode_reason: self.sent.is_on("no_postcode").then_some(PostcodeReason::NotGiven),
            address: None,
            notice_language: Some(self.words.language().to_owned()),
            guest: self.sent.is_on("guest"),
            rejoins: self.sent.is_on("rejoins"),
            booking,
            remind,
        })
    }

    fn wrong(&mut self, field: &str, key: &str) {
        self.wrongs.push(Wrong::new(field, self.words.say(key)));
    }

    fn carer(&mut self) -> CarerIn {
        let (name, email, phone) =
            (self.sent.one("name"), self.sent.filled("email"), self.sent.filled("phone"));
        if text::name("", name).is_err() {
            self.wrong("name", "book-name-missing");
        }
        match (&email, &phone) {
            (None, None) => self.wrong("email", "book-contact-missing"),
            (Some(email), _) if text::email("", email).is_err() => {
                self.wrong("email", "book-email-wrong");
            }
            _ => {}
        }
        if phone.as_deref().is_some_and(|phone| text::phone("", phone).is_err()) {
            self.wrong("phone", "book-phone-wrong");
        }
        CarerIn {
            id: None,
            name: name.to_owned(),
            email,
            phone,
            mail_allowed: None,
            former_name: None,
            no_post: None,
            no_voicemail: None,
            no_text: None,
            no_call: None,
            no_address_notice: None,
            language: Some(self.words.language().to_owned()),
            answers: BTreeMap::new(),
        }
    }

    fn postcode(&mut self) -> Option<String> {
        let typed = self.sent.filled("postcode");
        match &typed {
            None if !self.sent.is_on("no_postcode") => {
                self.wrong("postcode", "book-postcode-missing");
            }
            Some(typed) if text::postcode("", typed).is_err() => {
                self.wrong("postcode", "book-postcode-wrong");
            }
            None | Some(_) => {}
        }
        typed
    }

    fn adults(&mut self) -> Option<i32> {
        let adults = self.sent.adults();
        if adults.is_none() {
            self.wrong("adults", "book-adults-wrong");
        }
        adults
    }

    /// The first child is asked for; the others only where something was written.
    fn children(&mut self) -> Vec<Child> {
        let mut children = Vec::new();
        for (fields, at) in CHILDREN.iter().zip(0..) {
            if at > 0 && !is_used(self.sent, fields) {
                continue;
            }
            let expected = self.sent.is_on(fields.expected);
            let name = match self.sent.filled(fields.name) {
                Some(name) if text::name("", &name).is_ok() => Some(name),
                None if expected => Some(UNNAMED.to_owned()),
                Some(_) | None => None,
            };
            if name.is_none() {
                self.wrong(fields.name, "book-child-missing");
            }
            let day = typed_day(boxes(self.sent, fields.day));
            let first = format!("{}_day", fields.day);
            let birth = self.birth(&first, day, expected);
            if let (Some(name), Some(birth)) = (name, birth) {
                children.push(new_child(&name, birth, self.now));
            }
        }
        children
    }

    fn birth(&mut self, field: &str, day: Option<NaiveDate>, expected: bool) -> Option<Birth> {
        let Some(day) = day else {
            self.wrong(field, "book-day-wrong");
            return None;
        };
        let today = self.today;
        let key = match expected {
            true if may_be_due(day, today) => return Some(Birth::Due(day)),
            true => "book-due-wrong",
            false if day > today => "book-day-future",
            false if years(day, today) >= GROWN_UP => "book-year-wrong",
            false => return Some(Birth::Born(day)),
        };
        self.wrong(field, key);
        None
    }

    /// Whether the party may come at all, before anything else is asked.
    fn fit(&mut self, children: &[Child]) {
        let Some(top) = self.top else {
            let served = |child: &Child| {
                child.born_on.is_none_or(|born| years(born, self.today) < SERVED_YEARS)
            };
            if !children.iter().any(served) {
                self.wrong("born_day", "book-none-under-five");
            }
            return;
        };
        if let Some(text) = misfit(self.words, top, children) {
            self.wrongs.push(Wrong::new("child", text));
        }
    }
}

/// Why these children cannot come, in words that name one of them.
pub(super) fn misfit(words: Words, top: &Top, children: &[Child]) -> Option<String> {
    let (activity, on) = (&top.planned.activity, top.planned.session.local_day);
    if activity.adults_only {
        let comes = !children.is_empty();
        return comes.then(|| say!(words, "book-adults-only", title = activity.title.as_str()));
    }
    let (child, why) = unfit_child(activity, children, on)?;
    let key = match why {
        Unfit::TooYoung => "book-too-young",
        Unfit::TooOld => "book-too-old",
        Unfit::NotBorn => "book-not-born",
    };
    let ages = top.listing.ages.clone().unwrap_or_default();
    let (child, title) = (child.name.as_str(), activity.title.as_str());
    Some(say!(words, key, child = child, title = title, day = words.day(on), ages = ages))
}

/// What the rest of the service found wrong, at the field that it is about.
pub(super) fn refused(words: Words, fault: &Fault) -> Vec<Wrong> {
    let (field, key) = match fault.pointer().unwrap_or("") {
        "/carers/0/name" => ("name", "book-name-missing"),
        "/carers/0/email" => ("email", "book-email-wrong"),
        "/carers/0/phone" => ("phone", "book-phone-wrong"),
        "/postcode" => ("postcode", "book-postcode-wrong"),
        "/booking/adults" => ("adults", "book-adults-wrong"),
        pointer if pointer.starts_with("/children") => ("child", "book-child-missing"),
        _ if fault.code() == Code::TooManyAttempts => {
            return vec![Wrong::new("", too_many(words, fault))];
        }
        _ if fault.code() == Code::InvalidRequest => ("", "fault-unread"),
        _ => ("", "book-closed-now"),
    };
    vec![Wrong::new(field, words.say(key))]
}

pub(super) fn is_used(sent: &Sent, fields: &ChildFields) -> bool {
    sent.is_on(fields.name) || boxes(sent, fields.day).iter().any(|text| !text.is_empty())
}

fn years(born: NaiveDate, today: NaiveDate) -> i32 {
    completed_years(BirthDate::Day(born), today)
}

fn as_sent(child: &Child) -> ChildIn {
    ChildIn {
        id: None,
        name: Some(child.name.clone()),
        born_on: child.born_on.map(|day| day.to_string()),
        due_on: child.due_on,
        answers: BTreeMap::new(),
    }
}
