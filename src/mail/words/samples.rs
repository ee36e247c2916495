//! One message of every kind, for the tests of their words.

use chrono::NaiveDateTime;

use crate::base::moment::Moment;
use crate::mail::link::{FamilyPurpose, FeedbackPurpose, JoinPurpose, Link, LinkKey, Purpose};
use crate::mail::spoken::When;
use crate::mail::words::Letterhead;
use crate::mail::{
    Alternative, AlternativeState, BirthdayCard, BookedPlace, CalendarDate, CalendarFacts,
    CancelledBy, CannotBeMet, CentreFacts, Chance, Changed, DigestAgreement, DigestFacts,
    DigestWindow, Farewell, FeedbackAsked, GivenUp, MailStanding, Message, NotBooked, NotBookedWhy,
    NotComing, Offer, Outcome, OutcomeResult, SessionChange, SessionFacts, TextReply, Waiting,
    Welcome,
};

pub(super) fn head() -> Letterhead {
    Letterhead {
        organisation: "Trafford Family Hubs".to_owned(),
        public_url: "https://hubs.example.org".to_owned(),
        links: LinkKey::new([1; 32]),
    }
}

pub(super) fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a date and time")
}

pub(super) fn session(sensitive: bool) -> SessionFacts {
    SessionFacts {
        title: "Freedom Programme".to_owned(),
        when: When { starts: at("2025-06-03T10:00:00"), ends: at("2025-06-03T11:30:00") },
        centre: "Partington Children's Centre".to_owned(),
        phone: Some("0161 496 0122".to_owned()),
        venue: "Refuge Hall".to_owned(),
        address: "9 Hidden Lane, M31 4FL".to_owned(),
        sensitive,
    }
}

fn link<P>(purpose: P) -> Link<P> {
    let expires_at = moment("2030-01-01T00:00:00Z");
    Link { purpose, subject: "b1".to_owned(), detail: None, expires_at, made_at: None }
}

fn place(sensitive: bool) -> BookedPlace {
    let later = When { starts: at("2025-06-10T10:00:00"), ends: at("2025-06-10T11:30:00") };
    BookedPlace {
        session: session(sensitive),
        more_dates: vec![later],
        children: vec!["Leo".to_owned(), "Mia".to_owned()],
        bring: Some("a towel".to_owned()),
        starts_at: moment("2025-06-03T09:00:00Z"),
        page: link(Purpose::Booking),
        cancel_by: Some(at("2025-06-02T10:00:00")),
        calendar: Some(calendar()),
    }
}

/// What a family that has no place may be sent.
pub(super) fn without_a_place(sensitive: bool) -> Vec<Message> {
    let session = session(sensitive);
    vec![
        Message::Waiting(Waiting {
            session: session.clone(),
            or_dates: vec![session.when],
            children: vec!["Leo".to_owned()],
            position: Some(3),
            chance: Chance::Small,
            page: link(Purpose::Booking),
        }),
        Message::Offer(Offer {
            session: session.clone(),
            children: vec!["Leo".to_owned()],
            until: at("2025-06-02T18:00:00"),
            ends_at: moment("2025-06-02T17:00:00Z"),
            page: link(Purpose::Booking),
        }),
        Message::OfferLapsed { session: session.clone(), until: at("2025-06-02T18:00:00") },
        Message::LastCall {
            session: session.clone(),
            starts_at: moment("2025-06-03T09:00:00Z"),
            page: link(Purpose::Booking),
        },
        changed(sensitive, MailStanding::Waiting),
        Message::LineOver { session: session.clone(), alternatives: alternatives(sensitive) },
        cannot_be_met(sensitive, MailStanding::Waiting),
        left(sensitive, CancelledBy::Family),
        left(sensitive, CancelledBy::Centre),
        Message::BookingOpens { id: "s1".into(), session, stop: link(Purpose::StopAlert) },
    ]
}

/// Every kind there is.
pub(super) fn every_kind(sensitive: bool) -> Vec<Message> {
    let session = session(sensitive);
    let mut all = without_a_place(sensitive);
    all.extend([
        Message::Booked(place(sensitive)),
        Message::PlaceGiven(place(sensitive)),
        Message::Reminder(place(sensitive)),
        changed(sensitive, MailStanding::Booked),
        cannot_be_met(sensitive, MailStanding::Booked),
        Message::SessionCancelled {
            session: session.clone(),
            alternatives: alternatives(sensitive),
            calendar: Some(calendar()),
        },
        gone(sensitive, MailStanding::Booked, CancelledBy::Family),
        gone(sensitive, MailStanding::Booked, CancelledBy::Centre),
        Message::NotBooked { session: Some(session.clone()), why: NotBooked::Full },
        Message::WindowsDigest(DigestFacts {
            windows: vec![DigestWindow {
                session: session.clone(),
                opens: at("2025-05-21T09:00:00"),
            }],
            more: 3,
            booked: 2,
            waiting: 1,
            agreed: vec![DigestAgreement {
                cards_still: 28,
                feed_due_on: Some(at("2025-05-22T00:00:00").date()),
                ends_on: Some(at("2025-05-23T00:00:00").date()),
            }],
        }),
        Message::WindowOpens { id: "s1".into(), session: session.clone() },
        Message::Outcome(Outcome {
            session,
            reference: "R-1234".to_owned(),
            referred_on: at("2025-05-20T00:00:00").date(),
            result: OutcomeResult::PlaceGiven,
        }),
        Message::ConfirmJoin { link: link(JoinPurpose::Confirm), code: "12345678".to_owned() },
        Message::Joined { say_no: link(FamilyPurpose::SayNo) },
        Message::ConfirmAddress { confirm: link(FamilyPurpose::ConfirmContact) },
        Message::ConfirmNewAddress { confirm: link(FamilyPurpose::ConfirmAddress) },
        Message::AddressAsked { centre: Some(centre()) },
        Message::Welcome(Welcome {
            number: "4821 0934".to_owned(),
            centre: Some("Partington Children's Centre".to_owned()),
            phone: Some("0161 496 0122".to_owned()),
            from: Some("Trafford health visitors".to_owned()),
            notice: vec!["We keep a few facts about your family.".to_owned()],
            say_no: link(FamilyPurpose::SayNo),
        }),
        birthday_card(sensitive),
        Message::Farewell(Farewell { child: "Zac".to_owned(), centre: Some(centre()) }),
        not_coming(),
        feedback(sensitive),
        Message::ConcernWritten { centre: "Partington Children's Centre".to_owned() },
        Message::PasswordReset {
            token: "secret".to_owned(),
            until: at("2025-06-02T18:00:00"),
            ends_at: Moment::parse("2025-06-02T17:00:00Z").expect("a moment"),
        },
        Message::SignInCode {
            token: "secret".to_owned(),
            code: "123456".to_owned(),
            ends_at: Moment::parse("2025-06-02T17:10:00Z").expect("a moment"),
        },
        Message::PasswordChanged { at: at("2025-06-02T18:00:00") },
        Message::MailGivenUp { since: at("2025-06-02T18:00:00") },
        Message::LeadNamed {
            name: "Sasha Safe".to_owned(),
            by: Some("Ada Admin".to_owned()),
            at: at("2025-06-02T18:00:00"),
        },
        Message::TextReply(TextReply::Which { pages: vec![link(Purpose::Booking)] }),
        Message::Test,
    ]);
    all
}

pub(super) fn feedback(sensitive: bool) -> Message {
    Message::Feedback(FeedbackAsked {
        session: session(sensitive),
        page: link(FeedbackPurpose::Say),
        stop: link(FamilyPurpose::StopFeedback),
    })
}

fn changed(sensitive: bool, standing: MailStanding) -> Message {
    let session = session(sensitive);
    Message::Changed(Changed {
        changes: vec![
            SessionChange::Time { was: session.when },
            SessionChange::Venue { was: "Refuge Hall".to_owned() },
            SessionChange::Title { was: "Freedom Programme".to_owned() },
            SessionChange::Room { now: "Refuge Hall, upstairs".to_owned() },
            SessionChange::Bring { now: "a towel".to_owned() },
            SessionChange::Price { now: "£1".to_owned() },
        ],
        session,
        standing,
        page: link(Purpose::Booking),
        calendar: (standing == MailStanding::Booked).then(calendar),
    })
}

fn left(sensitive: bool, by: CancelledBy) -> Message {
    gone(sensitive, MailStanding::Waiting, by)
}

pub(super) fn gone(sensitive: bool, standing: MailStanding, by: CancelledBy) -> Message {
    let undone = standing == MailStanding::Booked && by == CancelledBy::Family;
    Message::BookingCancelled(GivenUp {
        session: session(sensitive),
        standing,
        by,
        undo: undone.then(|| (at("2025-06-02T10:10:00"), link(Purpose::Booking))),
        calendar: (standing == MailStanding::Booked).then(calendar),
    })
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

fn calendar() -> CalendarFacts {
    let date = |uid: &str, starts, ends| CalendarDate {
        uid: uid.to_owned(),
        starts: moment(starts),
        ends: moment(ends),
    };
    CalendarFacts {
        dates: vec![
            date("b1", "2025-06-03T09:00:00Z", "2025-06-03T10:30:00Z"),
            date("b1-2", "2025-06-10T09:00:00Z", "2025-06-10T10:30:00Z"),
        ],
        sequence: 60,
        stamp: moment("2025-06-02T09:00:00Z"),
    }
}

fn alternatives(sensitive: bool) -> Vec<Alternative> {
    let of = |id: &str, state| Alternative { id: id.into(), session: session(sensitive), state };
    vec![
        of("s1", AlternativeState::Free),
        of("s2", AlternativeState::Full),
        of("s3", AlternativeState::DropIn),
        of("s4", AlternativeState::Opens(at("2025-06-09T09:00:00"))),
    ]
}

fn cannot_be_met(sensitive: bool, standing: MailStanding) -> Message {
    Message::CannotBeMet(CannotBeMet {
        session: session(sensitive),
        standing,
        child: "Zac".to_owned(),
        unfit: NotBookedWhy::TooOld,
        fits: alternatives(sensitive).into_iter().next(),
        calendar: (standing == MailStanding::Booked).then(calendar),
    })
}

pub(super) fn not_coming() -> Message {
    Message::NotComing(NotComing { times: 3, centre: centre() })
}

fn centre() -> CentreFacts {
    let name = "Partington Children's Centre".to_owned();
    CentreFacts { name, phone: Some("0161 496 0122".to_owned()) }
}

pub(super) fn birthday_card(sensitive: bool) -> Message {
    Message::BirthdayCard(BirthdayCard {
        child: "Zac".to_owned(),
        age: 2,
        centre: Some(centre()),
        on: vec![session(sensitive)],
        confirm: link(FamilyPurpose::ConfirmDetails),
        stop: link(FamilyPurpose::StopCards),
    })
}
