//! `mail test`: one message, now, past the outbox.

use std::process::ExitCode;

use clap::Subcommand;

use super::{Failed, Outcome, Where};
use std::sync::Arc;

use crate::app::letterhead;
use crate::clock::Clock;
use crate::config::{Config, Sources, Transport};
use crate::mail::service::{PostOffice, send_test};

#[derive(Subcommand)]
pub enum Mail {
    /// Send one test message, and say whether it left.
    Test {
        #[command(flatten)]
        place: Where,
        /// Whom to send it to.
        #[arg(long, value_name = "ADDRESS")]
        to: String,
    },
}

pub fn run(mail: &Mail, mut sources: Sources) -> Outcome {
    let Mail::Test { place, to } = mail;
    place.tell(&mut sources);
    let config = Config::load(&sources)?;
    let office = PostOffice::open(&config.mail, Arc::new(letterhead(&config)?))?;
    send_test(&office, to, Clock::system().now())
        .map_err(|why| Failed(format!("The message was {why}.")))?;
    match &config.mail.transport {
        Transport::Folder(folder) => println!("Written into {}.", folder.display()),
        Transport::Smtp(smtp) => println!("{} took it.", smtp.host),
    }
    Ok(ExitCode::SUCCESS)
}
