//! How a family's record looks.

use super::record_facts::Record;
use crate::api::bookings::wire::BookingOut;
use crate::api::families::wire::{CarerOut, ChildOut};
use crate::base::calendar::{BirthDate, completed_months};
use crate::base::id::ChildId;
use crate::bookings::Status;
use crate::contacts::Contact;
use crate::db::Tx;
use crate::families::Ended;
use crate::mail::words::Letterhead;
use crate::membership::Standing;
use crate::pages::team::{
    FAMILIES, TeamPage, adults, age, done_box, number, page as frame, plainly, press, short_day,
    when,
};
use crate::web::form::Wrong;
use chrono::NaiveDate;
use maud::{Markup, html};

pub(super) fn page(
    tx: &mut Tx,
    head: &Letterhead,
    record: &Record,
    (today, done): (NaiveDate, Option<&str>),
    wrong: &[Wrong],
) -> Markup {
    let out = &record.out;
    let own = format!("{FAMILIES}/{}", out.id);
    let main = html! {
        (done_box(done))
        @if out.restricted == Some(true) {
            p { span.chip.full { "Restricted: only the safeguarding lead opens this record" } }
        }
        @if let Some(moved) = out.moved_away_on { p { "Moved away on " (short_day(moved)) } }
        @if record.may.book { p { a.button href={ (own) "/book" } { "Book for this family" } } }
        h2 { "People" }
        @for carer in &out.carers { (adult(record, carer, &own)) }
        ul.plain { @for one in &out.children { (child(record, one, today)) } }
        @if !out.trusted_adults.is_empty() {
            h3 { "May bring the children" }
            ul.plain {
                @for one in &out.trusted_adults {
                    li {
                        @match &one.phone {
                            Some(phone) => (number(&one.name, phone, false)),
                            None => (one.name),
                        }
                        " " span.quiet { (plainly(one.relationship.as_str())) }
                        @if let Some(until) = one.until { span.quiet { ", until " (short_day(until)) } }
                    }
                }
            }
        }
        (facts(record))
        (places(record, &own, today))
        @if record.may.see_contacts { (contacts(record)) }
        @if record.may.see_groups { (groups(record)) }
        (card(record, &own))
        @if record.may.merge { (merging(record, &own, today)) }
        @if record.may.restrict { (restriction(record, &own)) }
    };
    let heading = record.heading.as_str();
    frame(tx, head, TeamPage { here: FAMILIES, heading, wrong, main })
}

fn adult(record: &Record, carer: &CarerOut, own: &str) -> Markup {
    let wishes = [
        (carer.no_call, "Do not ring"),
        (carer.no_text, "No texts"),
        (carer.no_post, "No post"),
        (!carer.mail_allowed, "No e-mail"),
        (!carer.confirmed, "Not confirmed yet"),
    ];
    html! {
        div.box {
            h3 { (carer.name) }
            @if let Some(former) = &carer.former_name { p.quiet { "Also known as " (former) } }
            @if let Some(phone) = &carer.phone { p { (number("Phone", phone, carer.no_voicemail)) } }
            @if let Some(email) = &carer.email { p { "E-mail " a href={ "mailto:" (email) } { (email) } } }
            @if carer.phone.is_none() && carer.email.is_none() { p { "No way to reach them on record" } }
            p {
                @for (_, say) in wishes.iter().filter(|(wished, _)| *wished) {
                    span.chip.soon { (say) } " "
                }
            }
            @if record.may.end_access {
                p { a href={ (own) "/carers/" (carer.id) "/end-access" } {
                    "Somebody else may read their messages" span.hidden { ": " (carer.name) }
                } }
            }
        }
    }
}

fn child(record: &Record, child: &ChildOut, today: NaiveDate) -> Markup {
    let known = record.children.iter().find(|one| one.id == child.id);
    let born = known.and_then(|one| one.born());
    html! {
        li {
            b { (child.name) }
            @match born {
                Some(born) => {
                    ", " (age(completed_months(born, today))) " "
                    span.quiet {
                        @match born {
                            BirthDate::Day(day) => { "born " (short_day(day)) }
                            BirthDate::MonthOf(day) => { "born in " (day.format("%B %Y").to_string()) }
                        }
                    }
                }
                None => {
                    @if let Some(due) = child.due_on { ", due " (short_day(due)) }
                }
            }
            @match child.ended {
                Some(Ended::Died) => { " " span.chip.full { "Died. Speak with care" } }
                Some(Ended::PregnancyEnded) => { " " span.chip.full { "Pregnancy ended. Speak with care" } }
                None => {}
            }
            @for code in child.target_groups.iter().flatten() { " " span.chip { (label(record, code)) } }
        }
    }
}

fn label(record: &Record, code: &str) -> String {
    record.groups.get(code).cloned().unwrap_or_else(|| plainly(code))
}

fn facts(record: &Record) -> Markup {
    let out = &record.out;
    let postcode = match (&out.postcode, out.postcode_reason) {
        (Some(postcode), _) => postcode.clone(),
        (None, Some(reason)) => plainly(reason.as_str()),
        (None, None) => "Not known".to_owned(),
    };
    let address = out.address.as_ref().map(|lines| lines.replace('\n', ", "));
    html! {
        dl.facts {
            @if let Some(centre) = &record.centre { div { dt { "Centre" } dd { (centre) } } }
            div { dt { "Lives at" } dd {
                @if let Some(address) = &address { (address) ", " }
                (postcode)
                @if record.unsafe_address && record.may.sees_answers { " " span.chip.full { "Send no post" } }
            } }
            div { dt { "Member" } dd {
                @match &out.membership {
                    Some(own) if own.status == Standing::OptedOut => "Book as a guest",
                    Some(own) => {
                        (own.number) " " span.quiet { (standing(own.status)) }
                        @if let Some(renews) = own.renews_on { span.quiet { ", renews " (short_day(renews)) } }
                    }
                    None if out.guest => "A guest",
                    None => "No",
                }
            } }
            @if record.may.sees_answers {
                @for answer in &out.answers {
                    div { dt { (plainly(answer.question.as_str())) } dd { (answer.value) } }
                }
            }
        }
    }
}

fn standing(standing: Standing) -> String {
    match standing {
        Standing::Listed => "known from a list, not told yet".to_owned(),
        other => plainly(other.as_str()),
    }
}

/// A booking in a word.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Booked => "Booked",
        Status::Waiting => "On the waiting list",
        Status::Offered => "A place is kept",
        Status::Cancelled => "Cancelled",
        Status::Lapsed => "Ran out",
        Status::Declined => "Said no",
    }
}

fn places(record: &Record, own: &str, today: NaiveDate) -> Markup {
    html! {
        h2 { "Places" }
        @if record.to_come.is_empty() { p { "Nothing booked." } }
        ul.plain { @for booking in &record.to_come { (place(record, booking, own)) } }
        @if record.more_to_come || record.more_past || !record.past.is_empty() {
            details {
                summary { "Before " (short_day(today)) }
                @if record.past.is_empty() { p { "Nothing." } }
                ul.plain { @for booking in &record.past { (place(record, booking, own)) } }
                p { a href={ (own) "/places" } { "All places" } }
            }
        }
    }
}

pub(super) fn place_line(booking: &BookingOut, names: &[String]) -> Markup {
    html! {
        b { (booking.session.title) } ", " (when(booking.session.starts_at)) ", "
        (booking.session.centre) " "
        span.chip.soon[booking.status == Status::Offered] { (status(booking.status)) }
        @if let Some(position) = booking.position.filter(|_| booking.status == Status::Waiting) {
            " " span.quiet { "number " (position) }
        }
        @if let Some(offer) = &booking.offer { " until " (when(offer.expires_at)) }
        @if !names.is_empty() { " " span.quiet { "for " (names.join(", ")) } }
    }
}

fn place(record: &Record, booking: &BookingOut, own: &str) -> Markup {
    let names = names_of(record, booking.child_ids.as_deref().unwrap_or_default());
    html! {
        li {
            (place_line(booking, &names))
            @if record.may.change_places && booking.status.is_live() {
                " " a href={ (own) "/bookings/" (booking.id) } {
                    "Change" span.hidden { ": " (booking.session.title) ", " (when(booking.session.starts_at)) }
                }
            }
        }
    }
}

fn names_of(record: &Record, ids: &[ChildId]) -> Vec<String> {
    let of = |id: &ChildId| record.children.iter().find(|child| child.id == *id);
    ids.iter().filter_map(of).map(|child| child.name.clone()).collect()
}

fn contacts(record: &Record) -> Markup {
    let who = |contact: &Contact| match &contact.child_id {
        Some(child) => names_of(record, std::slice::from_ref(child)).join(", "),
        None if contact.adults == 1 => "1 adult".to_owned(),
        None => format!("{} adults", contact.adults),
    };
    html! {
        h2 { "Contacts" }
        @if record.contacts.is_empty() { p { "None yet." } }
        ul.plain {
            @for contact in &record.contacts {
                li {
                    (short_day(contact.on_day)) ": " (plainly(contact.kind.as_str()))
                    " " span.quiet { (who(contact)) }
                }
            }
        }
    }
}

fn groups(record: &Record) -> Markup {
    let codes = record.out.target_groups.as_deref().unwrap_or_default();
    html! {
        h2 { "Groups" }
        @if codes.is_empty() { p { "None recorded by staff for the household." } }
        ul.plain { @for code in codes { li { (label(record, code)) } } }
    }
}

fn card(record: &Record, own: &str) -> Markup {
    let Some(membership) = &record.out.membership else { return html! {} };
    let is_live = matches!(membership.status, Standing::Member | Standing::Listed);
    html! {
        @if is_live {
            h2 { "Card" }
            p { a href={ (own) "/card.pdf" } { "Print the card" } }
            @if record.may.issue_card {
                p.quiet { "Lost? With a new card the old one stops working." }
                (press(&format!("{own}/card"), &[], &html! { "Issue a new card" }))
            }
        }
    }
}

fn merging(record: &Record, own: &str, today: NaiveDate) -> Markup {
    html! {
        @if !record.duplicates.is_empty() {
            h2 { "Possibly the same family" }
            ul.plain {
                @for one in &record.duplicates {
                    @let other = if one.one.family.id == record.out.id { &one.other } else { &one.one };
                    li {
                        a href={ (own) "/duplicates/" (one.pair.id) } { (adults(&other.carers)) }
                        " " span.quiet {
                            (one.likeness.reasons.join(", ")) ". Noticed " (when_found(one.pair.found_at.civil_day(), today))
                        }
                    }
                }
            }
        }
        @if !record.joins.is_empty() {
            h2 { "Merged records" }
            @for join in &record.joins {
                div.box {
                    p { (plainly(join.kind.as_str())) " merged on " (short_day(join.joined_at.civil_day())) }
                    (press(&format!("{own}/joins/{}/undo", join.id), &[], &html! {
                        "Undo" span.hidden { " the merge of " (short_day(join.joined_at.civil_day())) }
                    }))
                }
            }
        }
    }
}

fn when_found(day: NaiveDate, today: NaiveDate) -> String {
    if day == today { "today".to_owned() } else { short_day(day) }
}

fn restriction(record: &Record, own: &str) -> Markup {
    html! {
        h2 { "Who opens this record" }
        form method="post" action={ (own) "/restriction" } {
            label.tick {
                input type="checkbox" name="restricted" value="yes" checked[record.out.restricted == Some(true)];
                span { "Restricted: only the safeguarding lead, beside the family itself" }
            }
            label.tick {
                input type="checkbox" name="unsafe_address" value="yes" checked[record.unsafe_address];
                span { "Send no post to this address" }
            }
            p { button.second type="submit" { "Save" } }
        }
    }
}
