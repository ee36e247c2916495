//! How what is known of a family looks.

use super::said::{FAMILY, answer_words, question_key, written_day};
use super::trusted::relationship_words;
use crate::api::families::wire::{CarerOut, ChildOut, FamilyOut};
use crate::base::id::CarerId;
use crate::families::TrustedAdult;
use crate::families::answers::Question;
use crate::families::requests::RequestState;
use crate::mail::words::Letterhead;
use crate::membership::Standing;
use crate::pages::my::frame::{MyPage, done_box, page as framed};
use crate::pages::my::sign_ins::SIGN_INS;
use crate::web::layout::{facts, one_button, phone, said};
use crate::words::{Words, say};
use maud::{Markup, html};

pub(crate) struct FamilyPage<'a> {
    pub words: Words,
    pub out: &'a FamilyOut,
    /// Which of the carers reads it.
    pub own: Option<&'a CarerId>,
    /// Where the family's centre is rung.
    pub phone: Option<&'a str>,
    pub done: Option<&'a Markup>,
}

/// What is asked about each child.
const OF_A_CHILD: [Question; 5] = [
    Question::Allergies,
    Question::AccessNeeds,
    Question::Photos,
    Question::Ethnicity,
    Question::Sex,
];

/// What is asked of a carer.
const OF_A_CARER: [Question; 8] = [
    Question::Interpreter,
    Question::MainLanguage,
    Question::AccessNeeds,
    Question::BirthdayByEmail,
    Question::BirthdayByText,
    Question::FeedbackByEmail,
    Question::Ethnicity,
    Question::Sex,
];

pub(crate) fn page(head: &Letterhead, page: &FamilyPage) -> Markup {
    let FamilyPage { words, out, own, done, .. } = *page;
    let say = |key: &str| words.say(key);
    let me = out.carers.iter().find(|carer| Some(&carer.id) == own);
    let spoken_of = || out.children.iter().filter(|child| child.ended.is_none());
    let main = html! {
        (done_box(done))
        h2 { (say("my-children")) }
        @for child in spoken_of() { (child_box(page, child)) }
        p { a.button.second href="/my/family/children/new" { (say("my-add-child")) } }
        h2 { (say("my-you")) }
        @if let Some(me) = me { (me_box(page, me)) } @else { (ring_us(page)) }
        (others(page))
        h2 { (say("my-home")) }
        section.box {
            p {
                @match (&out.address, &out.postcode) {
                    (None, None) => (say("my-no-home")),
                    (address, code) => {
                        (address.as_deref().unwrap_or_default()) " "
                        (code.as_deref().unwrap_or_default())
                    }
                }
            }
            (change("/my/family/home", words, &say("my-home")))
        }
        h2 { (say("my-trusted")) }
        p { (say("my-trusted-line")) }
        @for adult in &out.trusted_adults { (adult_box(page, adult)) }
        p { a.button.second href="/my/family/trusted/new" { (say("my-add-adult")) } }
        h2 { (say("my-birthdays")) }
        section.box { (answers(page, (out.id.as_str(), ""), &[Question::BirthdayCards])) }
        h2 { (say("my-told-title")) }
        p { a.button.second href="/my/told" { (say("my-see-told")) } }
        p { a.button.second href=(SIGN_INS) { (say("my-sign-ins")) } }
        (membership(page))
        (ring_us(page))
    };
    let heading = say("my-family");
    framed(head, MyPage { words, here: FAMILY, heading, is_wrong: false, main })
}

fn child_box(page: &FamilyPage, child: &ChildOut) -> Markup {
    let words = page.words;
    let requests = page.out.requests.iter().flatten();
    let mut requests = requests.filter(|request| request.child_id == child.id);
    let path = format!("/my/family/children/{}", child.id);
    html! {
        section.box {
            h3 { (child.name) }
            @if let Some(born) = &child.born_on {
                p { (say!(words, "my-born-on", day = written_day(words, born))) }
            }
            @if let Some(due) = child.due_on {
                p { (say!(words, "my-due-on", day = words.date(due))) }
            }
            @if let Some(request) = requests.next_back() {
                @match (&request.state, &request.why) {
                    (RequestState::Open, _) => p.notice { (words.say("my-request-open")) },
                    (_, Some(why)) => p.notice { (say!(words, "my-request-refused", why = why.clone())) },
                    (_, None) => {}
                }
            }
            div.actions {
                @if child.due_on.is_some() && child.born_on.is_none() {
                    a.button href={ (path) "/born" } { (words.say("my-baby-born")) }
                }
                (change(&path, words, &child.name))
            }
            (answers(page, (child.id.as_str(), &child.name), &OF_A_CHILD))
        }
    }
}

fn me_box(page: &FamilyPage, me: &CarerOut) -> Markup {
    let words = page.words;
    let [name, email, number] =
        ["my-your-name", "my-your-email", "my-your-phone"].map(|key| words.say(key));
    let mut lines: Vec<(&str, String)> = vec![(&name, me.name.clone())];
    lines.extend(me.email.clone().map(|text| (email.as_str(), text)));
    lines.extend(me.phone.clone().map(|text| (number.as_str(), text)));
    let noes = [
        (!me.mail_allowed, "my-no-email"),
        (me.no_text, "my-no-text"),
        (me.no_call, "my-no-call"),
        (me.no_voicemail, "my-no-voicemail"),
        (me.no_post, "my-no-post"),
    ];
    html! {
        section.box {
            (facts(&lines))
            @if let Some(new) = &me.email_to_confirm {
                p.notice { (say!(words, "my-email-to-confirm", email = new.clone())) }
            }
            @for (is_no, key) in noes { @if is_no { p { (words.say(key)) } } }
            (change("/my/family/me", words, &words.say("my-you")))
            (answers(page, (me.id.as_str(), &me.name), &OF_A_CARER))
        }
    }
}

/// The other carers, by name alone: what is theirs is theirs to change.
fn others(page: &FamilyPage) -> Markup {
    let words = page.words;
    let others = page.out.carers.iter().filter(|carer| Some(&carer.id) != page.own);
    let others: Vec<&CarerOut> = others.collect();
    html! {
        @if !others.is_empty() {
            h2 { (words.say("my-others")) }
            @for carer in others {
                section.box {
                    h3 { (carer.name) }
                    p.quiet { (say!(words, "my-theirs", name = carer.name.clone())) }
                }
            }
        }
    }
}

fn adult_box(page: &FamilyPage, adult: &TrustedAdult) -> Markup {
    let words = page.words;
    let children = page.out.children.iter().filter(|child| adult.child_ids.contains(&child.id));
    let names: Vec<String> = children.map(|child| child.name.clone()).collect();
    html! {
        section.box {
            h3 { (adult.name) }
            p {
                (relationship_words(words, adult.relationship))
                @if let Some(number) = &adult.phone { ", " (phone(number)) }
            }
            p { (say!(words, "my-may-bring", names = words.list(&names))) }
            @if let Some(until) = adult.until {
                p { (say!(words, "my-may-until", day = words.date(until))) }
            }
            a.button.second href={ "/my/family/trusted/" (adult.id) "/remove" } {
                (words.say("my-remove")) span.hidden { ": " (adult.name) }
            }
        }
    }
}

/// What is asked about somebody, what was answered, and a way to change each.
fn answers(page: &FamilyPage, (subject, name): (&str, &str), asked: &[Question]) -> Markup {
    let words = page.words;
    let given = |question: Question| {
        let of = |one: &&crate::families::answers::FamilyAnswer| {
            one.subject_id == subject && one.question == question
        };
        page.out.answers.iter().find(of).map(|one| answer_words(words, question, &one.value))
    };
    html! {
        details {
            summary { (words.say("my-questions")) @if !name.is_empty() { span.hidden { ": " (name) } } }
            ul.answers {
                @for question in asked.iter().copied() {
                    @let label = said(words, question_key(question));
                    li {
                        (label) ": "
                        strong { (given(question).unwrap_or_else(|| words.say("my-not-said"))) }
                        " "
                        a href={ "/my/family/questions/" (subject) "/" (question.as_str()) } {
                            (words.say("my-change"))
                            span.hidden { ": " (label) @if !name.is_empty() { ", " (name) } }
                        }
                    }
                }
            }
        }
    }
}

fn membership(page: &FamilyPage) -> Markup {
    let words = page.words;
    let standing = page.out.membership.as_ref().map(|membership| membership.status);
    html! {
        h2 { (words.say("my-membership")) }
        @match standing {
            Some(Standing::Listed | Standing::Member) => {
                p { a.button.second href="/my/card" { (words.say("my-card")) } }
                p { a.button.second href="/my/family/leave" { (words.say("my-stop")) } }
            }
            Some(Standing::OptedOut | Standing::Ended) => {
                p { (words.say("my-card-none")) }
                (one_button("/my/family/join-again", &words.say("my-join-again")))
            }
            None => p { (words.say("my-guest")) },
        }
    }
}

fn change(path: &str, words: Words, what: &str) -> Markup {
    html! {
        a.button.second href=(path) { (words.say("my-change")) span.hidden { ": " (what) } }
    }
}

fn ring_us(page: &FamilyPage) -> Markup {
    let words = page.words;
    html! {
        p {
            (words.say("my-not-here")) " "
            @match page.phone {
                Some(number) => { (words.say("my-phone")) " " (phone(number)) }
                None => a href="/contact" { (words.say("foot-contact")) },
            }
        }
    }
}
