//! How text messages leave: not at all, by default; as files beside the mails; by GOV.UK Notify; or
//! by a gateway.

use super::{Sources, Wrong};
use crate::access::secret::Secret;
use crate::base::text_enum::text_enum;
use crate::mail::transport::gateway::GatewaySettings;
use crate::mail::transport::notify::NotifySettings;
use crate::mail::words::texts::Answers;
use std::net::IpAddr;

text_enum! {
    /// Who carries texts.
    TextSender {
        None = "none",
        /// Written into the folder for mails.
        Folder = "folder",
        Notify = "notify",
        Gateway = "gateway",
    }
}

#[derive(Debug, Clone)]
pub struct Texts {
    pub carrier: Option<TextCarrier>,
    /// Whether what families answer comes back to us.
    pub answers: Answers,
    /// What the service that carries texts shows when it tells us something.
    pub callback_token: Option<CallbackToken>,
    /// What a part costs.
    pub price: Price,
}

#[derive(Debug, Clone)]
pub enum TextCarrier {
    Folder,
    Notify(NotifySettings),
    Gateway(GatewaySettings),
}

/// A hundredth of a penny, of one part of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Price(pub i64);

/// Compared by its hash, so that how long a comparison takes tells nothing of it.
#[derive(Clone)]
pub struct CallbackToken(Secret);

impl CallbackToken {
    pub fn new(token: &str) -> CallbackToken {
        CallbackToken(Secret::presented(token))
    }

    pub fn is(&self, presented: &str) -> bool {
        Secret::presented(presented).digest() == self.0.digest()
    }
}

impl std::fmt::Debug for CallbackToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CallbackToken(..)")
    }
}

/// As long as a random token of 16 bytes is in base64.
const SHORTEST_TOKEN: usize = 20;

impl Texts {
    pub(super) fn load(sources: &Sources) -> Result<Texts, Wrong> {
        let carrier = match sender(sources)? {
            TextSender::None => None,
            TextSender::Folder => Some(TextCarrier::Folder),
            TextSender::Notify => Some(TextCarrier::Notify(notify(sources)?)),
            TextSender::Gateway => Some(TextCarrier::Gateway(gateway(sources)?)),
        };
        let token = given(sources, "text_callback_token");
        if token.is_some_and(|token| token.len() < SHORTEST_TOKEN) {
            return Err(sources.wrong("text_callback_token"));
        }
        let answers = match sources.text("text_answers") {
            Some("yes") if token.is_some() => Answers::Read,
            Some("no") => Answers::NotRead,
            _ => return Err(sources.wrong("text_answers")),
        };
        Ok(Texts {
            carrier,
            answers,
            callback_token: token.map(CallbackToken::new),
            price: price(sources)?,
        })
    }
}

/// Whether anything is set that sends texts: also for a command that reads no other setting.
pub(crate) fn are_sent(sources: &Sources) -> bool {
    sender(sources).is_ok_and(|sender| sender != TextSender::None)
}

fn sender(sources: &Sources) -> Result<TextSender, Wrong> {
    let sender = sources.text("text_sender").and_then(TextSender::parse);
    sender.ok_or_else(|| sources.wrong("text_sender"))
}

/// Never empty.
fn given<'a>(sources: &'a Sources, name: &'static str) -> Option<&'a str> {
    sources.text(name).filter(|text| !text.is_empty())
}

fn notify(sources: &Sources) -> Result<NotifySettings, Wrong> {
    let url = url(sources, "text_notify_url")?;
    let is_id = |id: &&str| uuid::Uuid::parse_str(id).is_ok();
    let template = given(sources, "text_notify_template").filter(is_id);
    let template = template.ok_or_else(|| sources.wrong("text_notify_template"))?;
    let sender = given(sources, "text_notify_sender");
    if sender.is_some_and(|sender| !is_id(&sender)) {
        return Err(sources.wrong("text_notify_sender"));
    }
    let key = given(sources, "text_notify_key").unwrap_or_default();
    let settings = NotifySettings::new(url, key, template, sender);
    settings.ok_or_else(|| sources.wrong("text_notify_key"))
}

fn gateway(sources: &Sources) -> Result<GatewaySettings, Wrong> {
    let needed = |name| given(sources, name).ok_or_else(|| sources.wrong(name));
    Ok(GatewaySettings {
        url: url(sources, "text_gateway_url")?.trim_end_matches('/').to_owned(),
        token: needed("text_gateway_token")?.to_owned(),
        from: needed("text_gateway_from")?.to_owned(),
    })
}

/// Texts leave this machine encrypted or not at all.
fn url<'a>(sources: &'a Sources, name: &'static str) -> Result<&'a str, Wrong> {
    let is_fine = |url: &&str| match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => !rest.is_empty() && !rest.contains(['?', '#', ' ', '@']),
        (None, Some(rest)) => is_this_machine(rest) && !rest.contains(['?', '#', ' ', '@']),
        (None, None) => false,
    };
    given(sources, name).filter(is_fine).ok_or_else(|| sources.wrong(name))
}

fn is_this_machine(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => authority,
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Pence with at most two digits behind the point, less than a pound.
fn price(sources: &Sources) -> Result<Price, Wrong> {
    let wrong = || sources.wrong("text_price_pence");
    let text = given(sources, "text_price_pence").ok_or_else(wrong)?;
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 2
        || part.len() > 2
        || !is_number(whole)
        || !is_number(part)
    {
        return Err(wrong());
    }
    let hundredths = format!("{whole}{part:0<2}").parse().map_err(|_| wrong())?;
    Ok(Price(hundredths))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "hubs-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    const TEMPLATE: &str = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    const TOKEN: &str = "a long enough token to be shown";

    fn load(pairs: &[(&str, &str)]) -> Result<Texts, String> {
        let given = pairs.iter().map(|(name, value)| {
            (format!("FIRSTPLACE_TEXT_{}", name.to_uppercase()), (*value).to_owned())
        });
        Sources::read(None, given)
            .and_then(|sources| Texts::load(&sources))
            .map_err(|wrong| wrong.0)
    }

    #[test]
    fn nothing_is_sent_unless_it_is_set() {
        let texts = load(&[]).expect("the defaults");
        assert!(texts.carrier.is_none() && texts.callback_token.is_none());
        assert_eq!((texts.answers, texts.price), (Answers::NotRead, Price(0)));
        assert!(matches!(
            load(&[("sender", "folder")]),
            Ok(Texts { carrier: Some(TextCarrier::Folder), .. })
        ));
    }

    #[test]
    fn what_is_wrong_is_said_by_the_name_of_the_setting() {
        let notify = [("sender", "notify"), ("notify_key", KEY), ("notify_template", TEMPLATE)];
        let gateway = [
            ("sender", "gateway"),
            ("gateway_url", "https://texts.example/send"),
            ("gateway_token", "hush"),
            ("gateway_from", "Hubs"),
        ];
        assert!(load(&notify).is_ok() && load(&gateway).is_ok());
        for (changed, setting) in [
            (("sender", "pigeon"), "SENDER"),
            (("notify_key", &KEY[1..40]), "NOTIFY_KEY"),
            (("notify_template", "the one"), "NOTIFY_TEMPLATE"),
            (("notify_sender", "07700 900123"), "NOTIFY_SENDER"),
            (("notify_url", "http://notify.example"), "NOTIFY_URL"),
            (("notify_url", "https://me@notify.example"), "NOTIFY_URL"),
            (("callback_token", "short"), "CALLBACK_TOKEN"),
            (("answers", "yes"), "ANSWERS"),
            (("answers", "perhaps"), "ANSWERS"),
            (("price_pence", "2.275"), "PRICE_PENCE"),
            (("price_pence", "-2"), "PRICE_PENCE"),
        ] {
            let mut pairs = notify.to_vec();
            pairs.push(changed);
            let wrong = load(&pairs).expect_err(setting);
            assert!(wrong.contains(&format!("FIRSTPLACE_TEXT_{setting}")), "{wrong}");
            assert!(!wrong.contains(KEY), "{wrong}");
        }
        for left_out in 1..gateway.len() {
            let mut pairs = gateway.to_vec();
            let (name, _) = pairs.remove(left_out);
            let wrong = load(&pairs).expect_err(name);
            assert!(wrong.contains(name) || wrong.contains(&name.to_uppercase()), "{wrong}");
        }
    }

    #[test]
    fn a_gateway_on_this_machine_may_speak_plainly() {
        for (url, fine) in [
            ("http://127.0.0.1:8025/texts", true),
            ("http://localhost/texts", true),
            ("http://[::1]:80", true),
            ("http://127.0.0.1.example.org", false),
            ("http://10.0.0.1/texts", false),
            ("texts.example", false),
            ("https://", false),
        ] {
            let pairs = [
                ("sender", "gateway"),
                ("gateway_url", url),
                ("gateway_token", "hush"),
                ("gateway_from", "Hubs"),
            ];
            assert_eq!(load(&pairs).is_ok(), fine, "{url}");
        }
    }

    #[test]
    fn secrets_do_not_show_themselves() {
        let texts = load(&[
            ("sender", "notify"),
            ("notify_key", KEY),
            ("notify_template", TEMPLATE),
            ("callback_token", TOKEN),
            ("answers", "yes"),
            ("price_pence", "2.4"),
        ])
        .expect("settings");
        let shown = format!("{texts:?}");
        assert!(!shown.contains(TOKEN) && !shown.contains(&KEY[42..]), "{shown}");
        assert_eq!((texts.price, texts.answers), (Price(240), Answers::Read));
        let token = texts.callback_token.expect("a token");
        assert!(token.is(TOKEN) && !token.is("a long enough token to be show") && !token.is(""));
    }
}
