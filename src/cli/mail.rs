//! `mail test`: sends one message at once, without the outbox.

use clap::Subcommand;

use super::outcome::{Failed, Outcome, Where};
use std::sync::Arc;

use crate::base::clock::Clock;
use crate::base::text::mobile;
use crate::config::{Config, Sources, TextCarrier, Transport};
use crate::mail::service::{PostOffice, send_test};
use crate::serve::wiring::letterhead;

#[derive(Subcommand)]
pub(super) enum Mail {
    /// Send a test message and report whether it was sent.
    Test {
        #[command(flatten)]
        place: Where,
        /// The address or mobile number to send it to.
        #[arg(long, value_name = "ADDRESS")]
        to: String,
    },
}

pub(super) fn run(mail: &Mail, mut sources: Sources) -> Outcome {
    let Mail::Test { place, to } = mail;
    place.tell(&mut sources);
    let config = Config::load(&sources)?;
    let office = PostOffice::open(&config.mail, &config.texts, Arc::new(letterhead(&config)?))?;
    send_test(&office, to, Clock::system().now())
        .map_err(|why| Failed(format!("The message was {why}.")))?;
    match (mobile(to), &config.texts.carrier) {
        (Some(_), Some(TextCarrier::Notify(_))) => {
            println!("GOV.UK Notify took it.");
            return Ok(());
        }
        (Some(_), Some(TextCarrier::Gateway(gateway))) => {
            println!("{} took it.", gateway.url);
            return Ok(());
        }
        (Some(_), Some(TextCarrier::Folder) | None) | (None, _) => {}
    }
    match &config.mail.transport {
        Transport::Folder(folder) => println!("Written to {}.", folder.display()),
        Transport::Smtp(smtp) => println!("{} accepted it.", smtp.host),
    }
    Ok(())
}
