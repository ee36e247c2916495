//! Texts that are more than others: what nobody may misread, and what somebody agrees to.

/// Sentences that decide whether a family comes, stays away or is safe. Until a person who reads
/// both languages has confirmed one, English stands beside it.
pub(crate) const CORE: &[&str] = &[
    // You have a place, or not yet.
    "booking-booked",
    "booking-appointment",
    "booking-waiting",
    "booking-no-place-yet",
    "booking-offered",
    "booking-kept-until",
    "booking-only-yours",
    "booking-free",
    "booking-first-yes",
    "booking-not-before-yes",
    "booking-declined-offer",
    "booking-lapsed-until",
    "booking-line-over",
    "my-until",
    "my-only-yours",
    "my-free",
    "my-no-place-yet",
    "my-done-accepted",
    "book-done-booked",
    "book-done-waiting",
    "book-done-not-booked",
    // What happens next.
    "book-next",
    "book-ring",
    "book-code-next",
    "book-done-waiting-next",
    "book-done-reminder-next",
    "booking-begun",
    "booking-cancel-by",
    // Please do not come.
    "booking-cancelled",
    "booking-left",
    "booking-off",
    "booking-off-say",
    "booking-unfit-say",
    "booking-gone-waiting",
    "my-done-cancelled",
    "my-done-left",
    "whats-on-sorry",
    // What keeps a child safe.
    "my-question-allergies",
    "my-why-allergies",
    "feedback-danger",
    "feedback-else-phone",
    "feedback-else-ask",
];

/// What somebody agrees to by ticking it: shown in another language only once a person has confirmed
/// that it says the same.
pub(crate) const CONSENT: &[&str] = &[
    "book-notice-lead",
    "my-by-text",
    "my-by-voicemail",
    "my-question-photos",
    "my-why-photos",
    "my-question-birthday_cards",
    "my-question-birthday_by_email",
    "my-question-birthday_by_text",
    "my-question-feedback_by_email",
    "my-why-feedback_by_email",
];

/// Ways to say a time of day, each with whichever of these gaps the language needs.
pub(crate) const OF_CLOCK: [&str; 4] = ["hour", "clock", "minutes", "half"];

pub(crate) fn is_of_clock(key: &str) -> bool {
    ["dates-hour", "dates-time", "dates-clock-hour", "dates-clock"].contains(&key)
}

pub(crate) fn is_core(key: &str) -> bool {
    CORE.contains(&key)
}

pub(crate) fn is_consent(key: &str) -> bool {
    CONSENT.contains(&key)
}
