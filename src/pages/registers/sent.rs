//! What a form of the register sends, as the marks of the API.

use crate::api::sessions::register::marks_wire::RegisterMarksIn;
use crate::attendance::mark_log::service::Batch;
use crate::base::fault::{Fault, Result};
use crate::base::moment::Moment;
use crate::web::form::{Wrong, typed_day};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One button. What a form does not have is empty.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RegisterForm {
    /// Of the form, made with the page: pressed twice it is one mark.
    pub form: String,
    /// Where on the page the button is.
    pub at: String,
    /// The mark; of one child, and in place of another: `late|child|client id`.
    pub mark: String,
    pub booking: String,
    pub family: String,
    pub number: String,
    pub adults: String,
    pub children: String,
    /// For a family that is not known yet: an adult, a way to reach them, where they live, the
    /// child.
    pub name: String,
    pub phone: String,
    pub email: String,
    pub postcode: String,
    pub child_name: String,
    pub born_day: String,
    pub born_month: String,
    pub born_year: String,
    /// The least of a family that does not want to join.
    pub guest_name: String,
    pub guest_child: String,
    pub guest_born_day: String,
    pub guest_born_month: String,
    pub guest_born_year: String,
    pub how: String,
}

impl RegisterForm {
    /// All that is missing or can never be, by the name of its field.
    pub(crate) fn wrong(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let mut ask = |is_wrong: bool, field: &str, says: &str| {
            if is_wrong {
                wrong.push(Wrong::new(field, says));
            }
        };
        let is_empty = |text: &str| text.trim().is_empty();
        let is_count = |text: &str| is_empty(text) || text.trim().parse::<i32>().is_ok();
        match self.how.as_str() {
            "number" => ask(is_empty(&self.number), "number", "Type the number on the card"),
            "member" => {
                let reached = !is_empty(&self.phone) || !is_empty(&self.email);
                ask(is_empty(&self.name), "name", "Enter the adult’s name");
                ask(!reached, "phone", "Enter a phone number or an e-mail address");
                ask(is_empty(&self.child_name), "child_name", "Enter the child’s name");
                ask(self.born().is_none(), "born_day", BORN);
            }
            "guest" => {
                ask(is_empty(&self.guest_child), "guest_child", "Enter the child’s name");
                ask(self.guest_born().is_none(), "guest_born_day", BORN);
            }
            "head_count" => {
                ask(!is_count(&self.adults), "adults", "Enter a whole number of adults");
                ask(!is_count(&self.children), "children", "Enter a whole number of children");
            }
            _ => {}
        }
        wrong
    }

    /// The one mark of this form, made now. Pressed again a moment later it is the same mark; only
    /// different choices or text make another.
    pub(crate) fn batch(&self, now: Moment, today: NaiveDate) -> Result<Batch> {
        let mut mark = self.mark();
        let content = json!(mark).to_string();
        if content.contains("\\u0000") {
            return Err(Fault::invalid("", "Leave out NUL characters."));
        }
        mark.insert("at".to_owned(), json!(now));
        let sent = RegisterMarksIn { device: None, marks: vec![Value::Object(mark)] };
        let mut batch = sent.batch(today)?;
        for asked in batch.marks.iter_mut().flatten() {
            asked.content.clone_from(&content);
        }
        Ok(batch)
    }

    /// Where on the page to go back to.
    pub(crate) fn anchor(&self) -> String {
        self.at.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    }

    fn mark(&self) -> Map<String, Value> {
        let mut pressed = self.mark.splitn(3, '|');
        let [said, child, corrects] = [(); 3].map(|()| pressed.next().unwrap_or_default());
        let mut mark = Map::new();
        let mut put = |name: &str, value: Value| mark.insert(name.to_owned(), value);
        // Another button of the same form is another mark.
        let end: String = child.chars().rev().take(12).collect();
        put("client_id", json!(format!("{}-{}{said}{end}", self.form, self.how)));
        for (name, text) in [
            ("booking_id", self.booking.as_str()),
            ("family_id", &self.family),
            ("child_id", child),
            ("membership_number", &self.number),
            ("corrects", corrects),
            ("mark", said),
        ] {
            if let Some(text) = filled(text) {
                put(name, json!(text));
            }
        }
        match self.how.as_str() {
            "head_count" => {
                let whole = |text: &str| text.trim().parse::<i32>().unwrap_or_default();
                let count = json!({
                    "adults": whole(&self.adults), "children": whole(&self.children),
                });
                put("head_count", count);
            }
            "member" => {
                put("walk_in", json!({ "family": self.family_in() }));
            }
            "guest" => {
                let child =
                    json!({ "name": self.guest_child.trim(), "born_on": self.guest_born() });
                let name = filled(&self.guest_name);
                put("walk_in", json!({ "guest": { "name": name, "children": [child] } }));
            }
            _ => {}
        }
        mark
    }

    fn family_in(&self) -> Value {
        let mut carer = json!({ "name": self.name.trim() });
        for (name, text) in [("phone", &self.phone), ("email", &self.email)] {
            if let Some(text) = filled(text) {
                carer[name] = json!(text);
            }
        }
        let child = json!({ "name": self.child_name.trim(), "born_on": self.born() });
        let mut family = json!({ "carers": [carer], "children": [child] });
        match filled(&self.postcode) {
            Some(postcode) => family["postcode"] = json!(postcode),
            None => family["postcode_reason"] = json!("not_given"),
        }
        family
    }

    fn born(&self) -> Option<String> {
        born([&self.born_day, &self.born_month, &self.born_year])
    }

    fn guest_born(&self) -> Option<String> {
        born([&self.guest_born_day, &self.guest_born_month, &self.guest_born_year])
    }
}

const BORN: &str = "Enter when the child was born, like 27 3 2025. The month and year will do";

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// A birth date, or its month where no day was typed.
fn born([day, month, year]: [&str; 3]) -> Option<String> {
    if day.trim().is_empty() {
        return Some(typed_day(["1", month, year])?.format("%Y-%m").to_string());
    }
    Some(typed_day([day, month, year])?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_the_mark_the_child_and_what_it_corrects() {
        let pressed = |mark: &str| {
            let form = RegisterForm { form: "f".into(), mark: mark.into(), ..Default::default() };
            Value::Object(form.mark())
        };
        assert_eq!(pressed("came"), json!({ "client_id": "f-came", "mark": "came" }));
        let corrects = json!({ "client_id": "f-late", "mark": "late", "corrects": "a|b c" });
        assert_eq!(pressed("late||a|b c"), corrects);
        let of_child = json!({ "client_id": "f-latexyz", "mark": "late", "child_id": "zyx" });
        assert_eq!(pressed("late|zyx"), of_child);
    }

    #[test]
    fn a_birth_date_may_be_known_to_the_month() {
        assert_eq!(born(["27", "3", "25"]).as_deref(), Some("2025-03-27"));
        assert_eq!(born([" ", "March", "2025"]).as_deref(), Some("2025-03"));
        assert_eq!(born(["31", "2", "2025"]), None);
        assert_eq!(born(["", "", ""]), None);
    }
}
