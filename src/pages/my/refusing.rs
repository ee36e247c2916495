//! The page of a family's places again, with why something could not be done.

use super::frame::{own_family, status_of};
use super::{places, view};
use crate::base::fault::{Code, Fault, Result};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::Next;
use crate::words::Words;

pub(crate) fn refused(tx: &mut Tx, head: &Letterhead, words: Words, fault: Fault) -> Result<Next> {
    let Some(says) = why_not(words, fault.code()) else { return Err(fault) };
    let family = own_family(tx)?;
    let places = places::load(tx, head, &family, "")?;
    let html = view::page(head, words, &places, None, &[Wrong::new("", says)]);
    Ok(Next::Show(HtmlPage { status: status_of(&fault), html }))
}

/// Why a place could not be taken or given up; `None` for what is no answer to a parent.
fn why_not(words: Words, code: Code) -> Option<String> {
    let key = match code {
        Code::OfferEnded => "my-wrong-offer",
        Code::ClashingBooking => "my-wrong-clash",
        Code::OverLimit => "my-wrong-limit",
        Code::MembersOnly => "my-wrong-members",
        Code::NoLongerOpen => "my-wrong-late",
        _ => return None,
    };
    Some(words.say(key))
}
