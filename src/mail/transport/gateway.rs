//! Texts by any gateway that speaks plain HTTP. A text is `POST {url}` with `to`, `from`, `text` and
//! `reference`, and the answer holds its `id`; the same reference twice is the same text. What became
//! of it is `GET {url}/{id}`, with a `status`, for a gateway that can say so.

use super::client::Http;
use super::{Delivery, Undelivered};
use serde_json::{Value, json};

#[derive(Clone)]
pub struct GatewaySettings {
    /// Without a slash at its end.
    pub url: String,
    pub token: String,
    /// The number or name that families see.
    pub from: String,
}

impl std::fmt::Debug for GatewaySettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GatewaySettings")
            .field("url", &self.url)
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

#[derive(Debug)]
pub struct Gateway {
    settings: GatewaySettings,
    http: Http,
}

impl Gateway {
    pub(super) fn new(settings: GatewaySettings) -> Gateway {
        Gateway { settings, http: Http::new() }
    }

    /// Hands a text over; its id there.
    pub(super) fn send(&self, id: &str, to: &str, body: &str) -> Result<String, Undelivered> {
        let from = &self.settings.from;
        let text = json!({ "to": to, "from": from, "text": body, "reference": id });
        let (status, said) = self.http.post(&self.settings.url, &self.settings.token, &text)?;
        match status {
            200..=299 => id_in(&said).ok_or(Undelivered::NotUnderstood),
            refused => Err(undelivered(refused)),
        }
    }

    /// What became of a text.
    pub(super) fn ask(&self, id: &str) -> Result<Delivery, Undelivered> {
        let url = format!("{}/{id}", self.settings.url);
        let (status, said) = self.http.get(&url, &self.settings.token)?;
        match status {
            200..=299 => {
                said["status"].as_str().and_then(Delivery::said).ok_or(Undelivered::NotUnderstood)
            }
            404 | 405 => Ok(Delivery::Unknown),
            refused => Err(undelivered(refused)),
        }
    }
}

fn undelivered(status: u16) -> Undelivered {
    match status {
        401 | 403 => Undelivered::KeyRefused,
        422 => Undelivered::NumberRefused,
        429 => Undelivered::Limit,
        400..=499 => Undelivered::SetUpRefused(status),
        _ => Undelivered::TryLater(status),
    }
}

fn id_in(said: &Value) -> Option<String> {
    let id = match &said["id"] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    // It becomes a part of an address.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    ((1..=100).contains(&id.len()) && id.chars().all(is_plain)).then_some(id)
}
