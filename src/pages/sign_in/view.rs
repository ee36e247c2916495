//! What the pages to sign in look like.

use crate::mail::words::Letterhead;
use crate::pages::password::FORGOTTEN;
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, error_summary, field, wrong_with};
use crate::web::layout::{
    self, Audience, Extras, Heading, Menu, Page, SIGN_OUT, link_button, one_button,
};
use crate::web::visit::SIGN_IN;
use crate::web::waiting::WAITING;
use crate::words::{Words, say};
use chrono::TimeDelta;
use maud::{Markup, html};

pub(super) const ASK: &str = "/sign-in/code";
pub(super) const CONFIRM: &str = "/sign-in/confirm";

/// The names of boxes, which are their ids.
pub(super) const EMAIL: &str = "family_email";
pub(super) const CODE: &str = "code";
pub(super) const BORN: &str = "born";
pub(super) const POSTCODE: &str = "postcode";

/// What was typed, shown again where it was wrong.
#[derive(Default)]
pub(super) struct Typed<'a> {
    pub family_email: &'a str,
    pub email: &'a str,
    pub next: &'a str,
    /// Codes are sent as texts too.
    pub by_text: bool,
    /// Of being signed in with a password, without a page.
    pub lasts: TimeDelta,
    /// Of whoever is signed in already.
    pub menu: Option<Menu>,
}

pub(super) fn door(head: &Letterhead, words: Words, typed: &Typed, wrong: &[Wrong]) -> Markup {
    let main = html! {
        (error_summary(words, wrong))
        @if typed.next.starts_with(WAITING) { p.notice { (words.say("sign-in-form-waits")) } }
        @if let Some(menu) = typed.menu { (signed_in(words, menu)) }
        h2 { (words.say("sign-in-families")) }
        (ask_form(words, typed, wrong))
        (password_form(words, typed, wrong))
    };
    page(head, words, ("sign-in-title", wrong), main)
}

/// For whoever is signed in already: where each of their roles begins, and the way out.
fn signed_in(words: Words, menu: Menu) -> Markup {
    html! {
        div.notice {
            p { (words.say("sign-in-already")) }
            ul { @for (path, label) in menu.named_homes(words) { li { a href=(path) { (label) } } } }
            (one_button(SIGN_OUT, &words.say("menu-sign-out")))
        }
    }
}

/// For people who work here.
fn password_form(words: Words, typed: &Typed, wrong: &[Wrong]) -> Markup {
    let [email, password] = ["account-email", "account-password"].map(|key| words.say(key));
    html! {
        h2 id="staff" { (words.say("account-staff")) }
        form method="post" action=(SIGN_IN) novalidate {
            input type="hidden" name="next" value=(typed.next);
            (field(words, &Field {
                name: "email", label: &email, value: typed.email, kind: "email",
                fills: "username", wrong: wrong_with(wrong, "email"), ..Field::default()
            }))
            (field(words, &Field {
                name: "password", label: &password, kind: "password",
                fills: "current-password", ..Field::default()
            }))
            p { button.second type="submit" { (words.say("account-sign-in")) } }
        }
        p { a href=(FORGOTTEN) { (words.say("account-password-forgotten")) } }
        p.quiet { (say!(words, "account-quiet", minutes = typed.lasts.num_minutes())) }
    }
}

/// The form that asks for a code.
fn ask_form(words: Words, typed: &Typed, wrong: &[Wrong]) -> Markup {
    let (email, next) = (typed.family_email, typed.next);
    let hint = words.say("sign-in-email-hint");
    let (label, kind) = match typed.by_text {
        true => (words.say("sign-in-either"), "text"),
        false => (words.say("sign-in-email"), "email"),
    };
    html! {
        p { (words.say("sign-in-how")) }
        form method="post" action=(ASK) novalidate {
            input type="hidden" name="next" value=(next);
            (field(words, &Field {
                name: EMAIL, label: &label, hint: &hint, value: email, kind,
                fills: "email", wrong: wrong_with(wrong, EMAIL), ..Field::default()
            }))
            p { button type="submit" { (words.say("sign-in-send")) } }
        }
    }
}

/// The page where the code is typed.
pub(super) fn code_page(
    head: &Letterhead,
    words: Words,
    (by_text, alone): (bool, bool),
    wrong: &[Wrong],
) -> Markup {
    let label = words.say("sign-in-code");
    let sent = match by_text {
        true => words.say("sign-in-either-sent"),
        false => words.say("sign-in-code-sent"),
    };
    let main = html! {
        (error_summary(words, wrong))
        p { (sent) }
        form method="post" action=(CONFIRM) novalidate {
            (field(words, &Field {
                name: CODE, label: &label, keys: "numeric", fills: "one-time-code",
                wrong: wrong_with(wrong, CODE), ..Field::default()
            }))
            (stay(words, alone))
            p { button type="submit" { (words.say("sign-in-go")) } }
        }
        p { (words.say("sign-in-code-none")) }
        p { a href=(SIGN_IN) { (words.say("sign-in-code-again")) } }
    };
    page(head, words, ("sign-in-code-title", wrong), main)
}

/// "Only I use this phone": asked, never assumed.
pub(crate) fn stay(words: Words, alone: bool) -> Markup {
    html! {
        label.tick {
            input type="checkbox" name="alone" value="yes" checked[alone]
                aria-describedby="alone-hint";
            " " (words.say("sign-in-alone"))
        }
        p.hint id="alone-hint" { (words.say("sign-in-alone-hint")) }
    }
}

/// What else is asked where the address does not open the record alone.
pub(super) struct More<'a> {
    /// Where the form leads.
    pub action: &'a str,
    /// As it was typed; empty behind a link.
    pub code: &'a str,
    pub alone: bool,
    pub born: [&'a str; 3],
    pub postcode: &'a str,
}

pub(super) fn more_page(head: &Letterhead, words: Words, more: &More, wrong: &[Wrong]) -> Markup {
    let (born, hint) = (words.say("sign-in-born"), words.say("sign-in-born-hint"));
    let postcode = words.say("sign-in-postcode");
    let main = html! {
        (error_summary(words, wrong))
        p { (words.say("sign-in-more-why")) }
        form method="post" action=(more.action) novalidate {
            @if !more.code.is_empty() { input type="hidden" name="code" value=(more.code); }
            @if more.alone { input type="hidden" name="alone" value="yes"; }
            (date_boxes(words, &DateBoxes {
                name: BORN, legend: &born, hint: &hint, typed: more.born,
                wrong: wrong_with(wrong, "born_day"),
            }))
            (field(words, &Field {
                name: POSTCODE, label: &postcode, value: more.postcode, fills: "postal-code",
                wrong: wrong_with(wrong, POSTCODE), ..Field::default()
            }))
            p { button type="submit" { (words.say("sign-in-go")) } }
        }
    };
    page(head, words, ("sign-in-more-title", wrong), main)
}

/// Behind the link, in the browser that asked: nothing happens before the button is pressed.
pub(super) fn link_page(head: &Letterhead, words: Words, action: &str) -> Markup {
    let main = html! {
        p { (words.say("sign-in-link-line")) }
        form method="post" action=(action) {
            (stay(words, false))
            p { button type="submit" { (words.say("sign-in-go")) } }
        }
    };
    page(head, words, ("sign-in-link-title", &[]), main)
}

/// Behind the link, in another browser.
pub(super) fn elsewhere_page(head: &Letterhead, words: Words, code: &str) -> Markup {
    let main = html! {
        p { (words.say("sign-in-elsewhere-line")) }
        p.code { strong { (code) } }
        h2 { (words.say("sign-in-elsewhere-here")) }
        p { a href=(SIGN_IN) { (words.say("sign-in-elsewhere-ask")) } }
    };
    page(head, words, ("sign-in-elsewhere-title", &[]), main)
}

pub(super) fn gone_page(head: &Letterhead, words: Words) -> Markup {
    let main = html! {
        p { (words.say("sign-in-gone-line")) }
        p { (link_button(SIGN_IN, &words.say("sign-in-code-again"))) }
    };
    page(head, words, ("sign-in-gone-title", &[]), main)
}

fn page(head: &Letterhead, words: Words, (title, wrong): (&str, &[Wrong]), main: Markup) -> Markup {
    let heading = words.say(title);
    let title = match wrong.is_empty() {
        true => heading.clone(),
        false => format!("{} {heading}", words.say("error")),
    };
    let audience = Audience::LinkHolder;
    let page = Page { organisation: &head.organisation, title: &title, audience, main };
    let heading = Heading::Text(&heading);
    layout::page_with(&page, &Extras { words, heading, here: SIGN_IN, ..Extras::default() })
}
