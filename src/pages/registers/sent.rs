//! What a form of the register sends, as the marks of the API.

use crate::api::sessions::register::marks_wire::RegisterMarksIn;
use crate::attendance::mark_log::service::Batch;
use crate::base::fault::{Fault, Result};
use crate::base::moment::Moment;
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
    pub mark: String,
    pub booking: String,
    pub family: String,
    pub child: String,
    pub number: String,
    /// The mark or head-count that this one corrects.
    pub corrects: String,
    pub adults: String,
    pub children: String,
    /// For a family that is not known yet: an adult, a way to reach them, where they live, the
    /// child.
    pub name: String,
    pub phone: String,
    pub email: String,
    pub postcode: String,
    pub child_name: String,
    pub born_on: String,
    pub how: String,
}

impl RegisterForm {
    /// The one mark of this form, made now. Pressed again a moment later it is the same mark; only
    /// different choices or text make another.
    pub(crate) fn batch(&self, now: Moment, today: NaiveDate) -> Result<Batch> {
        let mut mark = self.mark()?;
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

    fn mark(&self) -> Result<Map<String, Value>> {
        let mut mark = Map::new();
        let mut put = |name: &str, value: Value| mark.insert(name.to_owned(), value);
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        // Another button of the same form is another mark.
        put("client_id", json!(format!("{}-{}{}", self.form, self.how, self.mark)));
        for (name, text) in [
            ("booking_id", &self.booking),
            ("family_id", &self.family),
            ("child_id", &self.child),
            ("membership_number", &self.number),
            ("corrects", &self.corrects),
            ("mark", &self.mark),
        ] {
            if let Some(text) = filled(text) {
                put(name, json!(text));
            }
        }
        match self.how.as_str() {
            "head_count" => {
                let count = json!({
                    "adults": whole("/adults", &self.adults)?,
                    "children": whole("/children", &self.children)?,
                });
                put("head_count", count);
            }
            "member" => {
                put("walk_in", json!({ "family": self.family_in() }));
            }
            "guest" => {
                let child =
                    json!({ "name": filled(&self.child_name), "born_on": filled(&self.born_on) });
                let children =
                    if self.child_name.trim().is_empty() { json!([]) } else { json!([child]) };
                put(
                    "walk_in",
                    json!({ "guest": { "name": filled(&self.name), "children": children } }),
                );
            }
            _ => {}
        }
        Ok(mark)
    }

    fn family_in(&self) -> Value {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut carer = json!({ "name": self.name.trim() });
        for (name, text) in [("phone", &self.phone), ("email", &self.email)] {
            if let Some(text) = filled(text) {
                carer[name] = json!(text);
            }
        }
        let child = json!({ "name": self.child_name.trim(), "born_on": self.born_on.trim() });
        let mut family = json!({ "carers": [carer], "children": [child] });
        match filled(&self.postcode) {
            Some(postcode) => family["postcode"] = json!(postcode),
            None => family["postcode_reason"] = json!("not_given"),
        }
        family
    }
}

fn whole(pointer: &str, text: &str) -> Result<i32> {
    match text.trim() {
        "" => Ok(0),
        text => text.parse().map_err(|_| Fault::invalid(pointer, "Write a whole number.")),
    }
}
