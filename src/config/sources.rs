//! Where settings come from: flags, then the environment, then the TOML file,
//! then the defaults of the one table below. An unknown name in the file is
//! refused with the nearest known one; an unknown `FIRSTPLACE_…` variable is a
//! warning, since the environment is shared with others.

use std::collections::BTreeMap;
use std::fmt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

const PREFIX: &str = "FIRSTPLACE_";

/// One setting, as the file, the environment and the README name it.
#[derive(Debug)]
pub struct ConfigSetting {
    pub name: &'static str,
    /// Read as "it should be …".
    pub should_be: &'static str,
    /// Empty where there is none.
    pub default: &'static str,
    secret: Secret,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secret {
    No,
    Yes,
}

macro_rules! settings {
    ($($name:literal $secret:ident $default:literal $should_be:literal)*) => {
        &[$(ConfigSetting { name: $name, should_be: $should_be, default: $default, secret: Secret::$secret }),*]
    };
}

/// Every setting there is, in the order of the README's table.
pub const SETTINGS: &[ConfigSetting] = settings! {
    "data" No "" "a folder, for the SQLite file, the key file and written mails"
    "database_url" Yes "" "a path of an SQLite file, or postgres://user@host/name; without it, firstplace.sqlite in the data folder"
    "fonts" No "" "a folder of fonts for scripts that Firstplace carries none for; without it, the fonts of this machine"
    "listen" No "127.0.0.1:8080" "an address and a port, as 127.0.0.1:8080"
    "public_url" No "" "where families reach the service, as https://book.example.org, without a query; without it, http:// and the listen address"
    "trusted_proxies" No "" "networks separated by commas, as 127.0.0.1, 10.0.0.0/8"
    "metrics_listen" No "" "an address and a port other than those of `listen`, as 127.0.0.1:9100"
    "key" Yes "" "32 random bytes in base64, as `openssl rand -base64 32` prints them"
    "organisation" No "Firstplace" "the name families read"
    "colour" No "" "the colour of the organisation, as #00605a, dark enough that white on it has a contrast of 4.5"
    "logo" No "" "a picture for the head of pages: a PNG or SVG file of at most 100 KiB"
    "embed_origins" No "" "the sites that may show what's on in a frame, separated by commas, as https://www.example.gov.uk"
    "mail_from" No "" "an e-mail address, or a name with one: Family hubs <hubs@example.org>"
    "mail_folder" No "" "a folder for mails that are written, not sent; without it, `mail` in the data folder"
    "mail_smtp_host" No "" "the name of the server that takes mail for sending"
    "mail_smtp_port" No "" "a port between 1 and 65535; without it, 587, or 465 with wrapper, or 25 with none"
    "mail_smtp_tls" No "starttls" "starttls, wrapper (TLS from the first byte) or none (only for a server on this machine)"
    "mail_smtp_user" No "" "the name to sign in with at the mail server, given together with mail_smtp_password"
    "mail_smtp_password" Yes "" "the password to sign in with at the mail server, given together with mail_smtp_user"
    "text_sender" No "none" "who carries text messages: none, folder (written where mails are written), notify (GOV.UK Notify) or gateway"
    "text_notify_key" Yes "" "an API key of GOV.UK Notify, as it shows it: a name, the service's id and a secret"
    "text_notify_template" No "" "the id of a text template there, whose whole message is ((body))"
    "text_notify_sender" No "" "the id of one of the service's text senders there; without it, the default one"
    "text_notify_url" No "https://api.notifications.service.gov.uk" "where GOV.UK Notify answers, as https://…"
    "text_gateway_url" No "" "where a gateway takes texts, as https://texts.example.org/send; http:// only on this machine"
    "text_gateway_token" Yes "" "the bearer token that the gateway asks for"
    "text_gateway_from" No "" "the number or name that texts come from"
    "text_callback_token" Yes "" "the bearer token, of at least 20 characters, with which the service that carries texts tells us what became of them and what families answer"
    "text_answers" No "no" "yes, where families can answer texts and text_callback_token is given, or no"
    "text_price_pence" No "0" "what a part of a text costs in pence, as 2.4"
    "access_token_minutes" No "20" "a whole number from 15 to 1440"
    "refresh_token_days" No "30" "a whole number from 1 to 365"
    "password_memory_kib" No "19456" "argon2id's memory, a whole number from 7168"
    "password_passes" No "2" "argon2id's passes, from 1 to 100, and with password_memory_kib at least as dear as 7168 in 5 passes"
    "password_lanes" No "1" "argon2id's lanes, from 1 to 16"
    "body_limit_kib" No "256" "the largest body of a request in KiB, from 16 to 65536"
    "body_seconds" No "10" "how long a body may take before it must keep a pace of 16 KiB a second, from 1 to 600"
    "sign_in_failures" No "10" "failed sign-ins of one account from one address or known browser before it must wait, from 3 to 1000"
    "sign_in_failures_per_address" No "100" "failed sign-ins from one address before accounts that never signed in there must wait, from 3 to 100000"
    "sign_in_window_minutes" No "15" "the minutes in which failed sign-ins are counted, from 1 to 1440"
    "answer_milliseconds" No "300" "how long after its arrival a request is answered whose delay must tell nothing, from 0 to 5000"
    "waiting_writes" No "1000" "how many requests that write may wait for their turn before others are asked to come back in a moment, from 10 to 100000"
    "shutdown_seconds" No "30" "how long requests under way may take when the server stops, from 1 to 600"
    "pool_size" No "8" "connections kept to PostgreSQL, from 2 to 500"
    "statement_timeout_seconds" No "10" "the longest a PostgreSQL statement may take, from 1 to 600"
    "log" No "info,actix_server=warn" "error, warn, info, debug, or directives as firstplace=debug,info"
};

/// What is wrong with the configuration, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong(pub String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

#[derive(Debug, Clone)]
struct SettingGiven {
    value: String,
    /// The setting as it was given: `--data`, `FIRSTPLACE_DATA`, `data in firstplace.toml`.
    called: String,
}

/// Everything given, before it is understood.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    given: BTreeMap<&'static str, SettingGiven>,
    /// Warnings to log once logging runs.
    pub warnings: Vec<String>,
}

impl Sources {
    /// The file first, then what of `environment` begins with `FIRSTPLACE_`.
    pub fn read(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Wrong> {
        let mut sources = Self::default();
        if let Some(path) = file {
            sources.add_file(path)?;
        }
        for (variable, value) in environment {
            sources.add_variable(&variable, value);
        }
        Ok(sources)
    }

    /// A flag of the command line; it wins over everything.
    pub fn set_flag(&mut self, name: &'static str, flag: &str, value: impl Into<String>) {
        let called = flag.to_owned();
        let value = value.into();
        self.given.insert(name, SettingGiven { value, called });
    }

    /// As if nobody had given it.
    pub fn forget(&mut self, name: &'static str) {
        self.given.remove(name);
    }

    fn add_variable(&mut self, variable: &str, value: String) {
        let Some(name) = variable.strip_prefix(PREFIX) else {
            return;
        };
        if name == "CONFIG" {
            // Names the file itself; the command line has read it.
            return;
        }
        let called = variable.to_owned();
        match setting(&name.to_ascii_lowercase()) {
            // A container's way to leave a setting out.
            Some(_) if value.is_empty() => {}
            Some(known) => {
                self.given.insert(known.name, SettingGiven { value, called });
            }
            None => self.warnings.push(format!(
                "There is no setting {variable}; did you mean {PREFIX}{}?",
                nearest(&name.to_ascii_lowercase()).to_ascii_uppercase()
            )),
        }
    }

    fn add_file(&mut self, path: &Path) -> Result<(), Wrong> {
        let shown = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| Wrong(format!("{shown} cannot be read: {error}.")))?;
        let table: toml::Table =
            text.parse().map_err(|error| Wrong(format!("{shown} is not TOML: {error}")))?;
        self.add_table("", table, path)?;
        self.warn_of_readers(path);
        Ok(())
    }

    /// A key or a password in a file that others on this machine may read.
    fn warn_of_readers(&mut self, path: &Path) {
        let is_secret = |name: &&str| setting(name).is_some_and(|one| one.secret == Secret::Yes);
        let mode = std::fs::metadata(path).map_or(0, |found| found.permissions().mode());
        if mode & 0o077 != 0 && self.given.keys().any(is_secret) {
            self.warnings.push(format!(
                "{} holds a secret and others on this machine may read it: run chmod 600 on it",
                path.display()
            ));
        }
    }

    /// `[mail] smtp_host = …` and `mail_smtp_host = …` say the same.
    fn add_table(&mut self, before: &str, table: toml::Table, path: &Path) -> Result<(), Wrong> {
        for (key, value) in table {
            let name = format!("{before}{key}");
            if let toml::Value::Table(inner) = value {
                self.add_table(&format!("{name}_"), inner, path)?;
                continue;
            }
            let Some(known) = setting(&name) else {
                return Err(Wrong(format!(
                    "There is no setting {name} (in {}); did you mean {}?",
                    path.display(),
                    nearest(&name)
                )));
            };
            let called = format!("{name} in {}", path.display());
            let value = written(&value).ok_or_else(|| {
                Wrong(format!("{called} is wrong; it should be {}.", known.should_be))
            })?;
            self.given.insert(known.name, SettingGiven { value, called });
        }
        Ok(())
    }

    /// What was given, whatever the default.
    pub fn given(&self, name: &'static str) -> Option<&str> {
        self.given.get(name).map(|given| given.value.trim())
    }

    /// What was given, or the default, if either is.
    pub fn text(&self, name: &'static str) -> Option<&str> {
        match self.given.get(name) {
            Some(given) => Some(given.value.trim()),
            None => {
                setting(name).map(|setting| setting.default).filter(|default| !default.is_empty())
            }
        }
    }

    pub fn path(&self, name: &'static str) -> Option<PathBuf> {
        self.text(name).map(PathBuf::from)
    }

    pub fn required(&self, name: &'static str) -> Result<String, Wrong> {
        match self.text(name) {
            Some(text) if !text.is_empty() => Ok(text.to_owned()),
            _ => Err(self.wrong(name)),
        }
    }

    pub fn optional<T: FromStr>(&self, name: &'static str) -> Result<Option<T>, Wrong> {
        self.text(name).map(|text| text.parse().map_err(|_| self.wrong(name))).transpose()
    }

    pub fn parsed<T: FromStr>(&self, name: &'static str) -> Result<T, Wrong> {
        self.optional(name)?.ok_or_else(|| self.wrong(name))
    }

    pub fn between<T>(&self, name: &'static str, least: T, most: T) -> Result<T, Wrong>
    where
        T: FromStr + PartialOrd,
    {
        let value = self.parsed(name)?;
        if value < least || value > most {
            return Err(self.wrong(name));
        }
        Ok(value)
    }

    pub fn list<T: FromStr>(&self, name: &'static str) -> Result<Vec<T>, Wrong> {
        self.text(name)
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().map_err(|_| self.wrong(name)))
            .collect()
    }

    /// The one sentence for a setting that cannot be used or is missing.
    pub fn wrong(&self, name: &'static str) -> Wrong {
        let variable = format!("{PREFIX}{}", name.to_ascii_uppercase());
        let Some(setting) = setting(name) else {
            return Wrong(format!("{variable} is wrong."));
        };
        let should_be = setting.should_be;
        Wrong(match self.given.get(name) {
            None => format!("{variable} is missing; it should be {should_be}."),
            Some(SettingGiven { called, .. }) if setting.secret == Secret::Yes => {
                format!("{called} is wrong; it should be {should_be}.")
            }
            Some(SettingGiven { value, called }) => {
                format!("{called} is `{value}`; it should be {should_be}.")
            }
        })
    }
}

fn setting(name: &str) -> Option<&'static ConfigSetting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

fn written(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Array(items) => {
            Some(items.iter().map(|item| item.as_str()).collect::<Option<Vec<_>>>()?.join(","))
        }
        _ => None,
    }
}

fn nearest(name: &str) -> &'static str {
    SETTINGS
        .iter()
        .map(|setting| setting.name)
        .min_by_key(|known| strsim::levenshtein(known, name))
        .unwrap_or_default()
}
