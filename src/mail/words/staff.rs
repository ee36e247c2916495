//! The words to people at work, in English: to administrators, safeguarding leads and professionals
//! who refer.

use super::{Letterhead, Written};
use crate::base::id::SessionId;
use crate::mail::{DigestAgreement, DigestFacts, Outcome, OutcomeResult, SessionFacts, spoken};
use crate::words::Words;
use chrono::NaiveDateTime;

/// To an administrator.
pub(super) fn mail_given_up(since: NaiveDateTime, head: &Letterhead) -> Written {
    let since = spoken::moment(Words::english(), since);
    Written::new("Messages could not be sent")
        .say(format!("Messages have waited since {since}."))
        .say("The mail server took none of them for two days. They are given up.")
        .say("Is the mail server well? Please look there first.")
        .say("The families are on the centres' lists to ring.")
        .say("GET /api/v1/mail?state=dead lists the messages.")
        .say("POST /api/v1/mail/{id}/retry sends one again.")
        .go("Go to the service", head.public_url.clone())
}

pub(super) fn test(head: &Letterhead) -> Written {
    Written::new("A test message")
        .say("This is a test. You can read it, so mail works.")
        .go("Go to the service", head.public_url.clone())
}

/// To safeguarding leads, when somebody else becomes one.
pub(super) fn lead_named(name: &str, by: Option<&str>, at: NaiveDateTime) -> Written {
    let at = spoken::moment(Words::english(), at);
    let by = match by {
        Some(by) => format!("{by} gave this role"),
        None => "The role was given on the machine's own command line".to_owned(),
    };
    Written::new("There is a new safeguarding lead")
        .say(format!("{name} is a safeguarding lead now and can open restricted records."))
        .say(format!("{by} on {at}."))
        .say("Did you not expect this? Ask the person who gave it, and tell your manager today.")
}

/// To safeguarding leads. It names nobody and holds nothing of what was written.
pub(super) fn concern_written(centre: &str, head: &Letterhead) -> Written {
    Written::new("A family wrote something that you should read")
        .say(format!("Somebody at {centre} found a safeguarding concern in a family's feedback."))
        .say("Only safeguarding leads can read it now. Please read it today.")
        .say("GET /api/v1/feedback-texts?state=to_follow_up lists it.")
        .go("Go to the service", head.public_url.clone())
}

/// To the professional who referred.
pub(super) fn outcome(outcome: &Outcome) -> Written {
    let words = Words::english();
    let on = words.day(outcome.referred_on);
    Written::new(format!("Your referral of {on}"))
        .say(format!("This is what became of your referral of {on}."))
        .say(match outcome.result {
            OutcomeResult::PlaceGiven => "The family was given a place.",
            OutcomeResult::NoPlace => "There was no place for the family in time.",
            OutcomeResult::NotTaken => "The family did not take up a place.",
            OutcomeResult::Came => "The family was given a place and came.",
            OutcomeResult::DidNotCome => "The family was given a place and did not come.",
        })
        .facts(vec![("Reference".to_owned(), outcome.reference.clone())])
        .session(&outcome.session, words)
}

/// To professionals, once a week.
pub(super) fn windows_digest(facts: &DigestFacts, head: &Letterhead) -> Written {
    let words = Words::english();
    let windows = facts.windows.iter().filter(|window| !window.session.sensitive);
    let windows: Vec<String> = windows
        .map(|window| {
            let (session, opens) = (&window.session, spoken::moment(words, window.opens));
            let when = session.when.whole(words);
            format!("{}, {when}, {}. Opens at {opens}.", session.title, session.centre)
        })
        .collect();
    let mut written = Written::new("Your week: windows for referrals");
    written = match (windows.is_empty(), facts.more) {
        (true, 0) => written.say("No window opens near you in the next seven days."),
        (true, _) => written.say("Windows open in the next seven days. Your page lists them."),
        (false, more) => {
            let listed = written.say("These windows open in the next seven days.");
            let listed = listed.list(windows.into_iter());
            if more == 0 { listed } else { listed.say(format!("Your page lists {more} more.")) }
        }
    };
    let (booked, waiting) = (facts.booked, facts.waiting);
    written =
        written.say(format!("Your team’s referrals to come: {booked} booked, {waiting} waiting."));
    let expected: Vec<String> = facts.agreed.iter().flat_map(|one| expected(words, one)).collect();
    if !expected.is_empty() {
        written = written.say("Your agency’s agreement expects:").list(expected.into_iter());
    }
    written.go("See your week", format!("{}/digest", head.public_url))
}

fn expected(words: Words, one: &DigestAgreement) -> Vec<String> {
    let cards = (one.cards_still > 0)
        .then(|| format!("{} more families to name this month", one.cards_still));
    let feed = one.feed_due_on.map(|due| format!("your next list by {}", words.date(due)));
    let ends =
        one.ends_on.map(|last| format!("a new agreement: this one ends on {}", words.date(last)));
    [cards, feed, ends].into_iter().flatten().collect()
}

/// To a professional who asked to be told.
pub(super) fn window_opens(id: &SessionId, session: &SessionFacts, head: &Letterhead) -> Written {
    let url = format!("{}/refer?session={id}", head.public_url);
    Written::about("A window for referrals is open", session, Words::english())
        .say("You asked us to tell you. You can refer to this session now.")
        .session(session, Words::english())
        .go("Refer a family", url)
}
