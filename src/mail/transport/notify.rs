//! Texts by GOV.UK Notify: each request carries a token of its own, signed with the secret half of
//! the API key. The template's whole body is `((body))`; the letter's id is the reference.

use super::client::{Http, Said};
use super::{Delivery, Undelivered};
use crate::base::moment::Moment;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

const UUID_LENGTH: usize = 36;

/// How an organisation's service is reached there.
#[derive(Clone)]
pub struct NotifySettings {
    /// Without a slash at its end.
    pub url: String,
    /// The service: who signs.
    issuer: String,
    secret: String,
    pub template: String,
    /// One of the senders that the service has there; without it, its default.
    pub sender: Option<String>,
}

impl NotifySettings {
    /// `None` where the key has not the form of one: a name, the service's id and a secret.
    pub fn new(url: &str, key: &str, template: &str, sender: Option<&str>) -> Option<Self> {
        let (rest, secret) = last_uuid(key)?;
        let (_, issuer) = last_uuid(rest)?;
        Some(NotifySettings {
            url: url.trim_end_matches('/').to_owned(),
            issuer,
            secret,
            template: template.to_owned(),
            sender: sender.map(str::to_owned),
        })
    }
}

/// A key's last part, and what stands before it.
fn last_uuid(key: &str) -> Option<(&str, String)> {
    let (before, uuid) = key.split_at_checked(key.len().checked_sub(UUID_LENGTH)?)?;
    Uuid::parse_str(uuid).ok()?;
    Some((before.strip_suffix('-')?, uuid.to_owned()))
}

impl std::fmt::Debug for NotifySettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NotifySettings")
            .field("url", &self.url)
            .field("template", &self.template)
            .finish_non_exhaustive()
    }
}

#[derive(Debug)]
pub struct Notify {
    settings: NotifySettings,
    http: Http,
}

/// What a token says. Notify takes it for 30 seconds.
#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    iat: i64,
}

impl Notify {
    pub(super) fn new(settings: NotifySettings) -> Notify {
        Notify { settings, http: Http::new() }
    }

    /// Hands a text over; its id there. One that may have been handed over before, without an
    /// answer, is looked for first.
    pub(super) fn send(
        &self,
        (id, to, body): (&str, &str, &str),
        is_retry: bool,
        now: Moment,
    ) -> Result<String, Undelivered> {
        if is_retry && let Some(found) = self.find(id, now)? {
            return Ok(found);
        }
        let mut text = json!({
            "phone_number": to,
            "template_id": self.settings.template,
            "personalisation": { "body": body },
            "reference": id,
        });
        if let Some(sender) = &self.settings.sender {
            text["sms_sender_id"] = json!(sender);
        }
        let url = format!("{}/v2/notifications/sms", self.settings.url);
        let said = self.http.post(&url, &self.token(now)?, &text)?;
        let said = accepted(said)?;
        said["id"].as_str().map(str::to_owned).ok_or(Undelivered::NotUnderstood)
    }

    /// What became of a text.
    pub(super) fn ask(&self, id: &str, now: Moment) -> Result<Delivery, Undelivered> {
        let url = format!("{}/v2/notifications/{id}", self.settings.url);
        let said = self.http.get(&url, &self.token(now)?)?;
        if said.0 == 404 {
            return Ok(Delivery::Unknown);
        }
        let said = accepted(said)?;
        said["status"].as_str().and_then(Delivery::said).ok_or(Undelivered::NotUnderstood)
    }

    /// The text of a letter that is there already.
    fn find(&self, letter: &str, now: Moment) -> Result<Option<String>, Undelivered> {
        let url = format!("{}/v2/notifications?reference={letter}", self.settings.url);
        let said = accepted(self.http.get(&url, &self.token(now)?)?)?;
        let first = said["notifications"].get(0).and_then(|found| found["id"].as_str());
        Ok(first.map(str::to_owned))
    }

    fn token(&self, now: Moment) -> Result<String, Undelivered> {
        let claims = Claims { iss: &self.settings.issuer, iat: now.utc().timestamp() };
        let key = EncodingKey::from_secret(self.settings.secret.as_bytes());
        let header = Header::new(Algorithm::HS256);
        encode(&header, &claims, &key).map_err(|_| Undelivered::KeyRefused)
    }
}

fn accepted((status, said): Said) -> Result<Value, Undelivered> {
    match status {
        200..=299 => Ok(said),
        // An unknown key, a service that is not this key's, or a clock that is wrong.
        401 | 403 => Err(Undelivered::KeyRefused),
        // The service's limit by the minute or by the day.
        429 => Err(Undelivered::Limit),
        400 if is_about_the_number(&said) => Err(Undelivered::NumberRefused),
        400..=499 => Err(Undelivered::SetUpRefused(status)),
        _ => Err(Undelivered::TryLater(status)),
    }
}

/// Everything else is about our template, our sender or a service on trial: not the family's fault.
/// The messages may change; that they begin with the field's name does not.
fn is_about_the_number(said: &Value) -> bool {
    let errors = said["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().any(|error| {
        let message = error["message"].as_str().unwrap_or_default();
        error["error"] == "ValidationError" && message.starts_with("phone_number")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
    const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    #[test]
    fn a_key_is_a_name_a_service_and_a_secret() {
        let new = |key: &str| NotifySettings::new("https://notify.example/", key, "t", None);
        let key = format!("our-hubs-{SERVICE}-{SECRET}");
        let settings = new(&key).expect("a key");
        assert_eq!((settings.issuer.as_str(), settings.secret.as_str()), (SERVICE, SECRET));
        assert_eq!(settings.url, "https://notify.example");
        assert!(!format!("{settings:?}").contains(SECRET));
        for wrong in ["", "key", SECRET, &format!("{SERVICE}-{SECRET}"), &key[..key.len() - 1]] {
            assert!(new(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn what_is_said_is_told_apart_by_status_and_kind() {
        let errors = |kind: &str, message: &str| json!({ "errors": [{ "error": kind, "message": message }] });
        let number = errors("ValidationError", "phone_number Not enough digits");
        let template = errors("BadRequestError", "Template not found");
        let body = errors("ValidationError", "template_id is not a valid UUID");
        for (status, said, word) in [
            (400, number, "number_refused"),
            (400, template, "set_up_refused_400"),
            (400, body, "set_up_refused_400"),
            (403, Value::Null, "key_refused"),
            (429, Value::Null, "limit"),
            (500, Value::Null, "try_later_500"),
            (302, Value::Null, "try_later_302"),
        ] {
            let refused = accepted((status, said)).expect_err("no success");
            assert_eq!(refused.word(), word);
            assert_eq!(refused.is_permanent(), word == "number_refused");
        }
    }
}
