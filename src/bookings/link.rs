//! Links in mails, followed: what each would do as things stand, and doing it through the same
//! steps as anyone else. A link is good for one thing; anything else that has happened in the
//! meantime is reported and left as it is.

/// The outcome of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// A place was taken: accepted or claimed.
    HasPlace,
    Declined,
    LeftLine,
    Cancelled,
    AlertStopped,
    /// The link or the offer is too old.
    TooLate,
    /// It was already answered otherwise.
    AnsweredBefore,
    /// Another was quicker, in the last hours.
    PlaceGone,
    /// No such link.
    Unknown,
}

pub(crate) mod service {
    //! Looking at what a link would do, and following it.

    use super::End;
    use crate::access::{Act, Actor, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Code, Fault, Result};
    use crate::base::id::{AlertId, BookingId, OfferId, SessionId};
    use crate::bookings::service::{answer, cancel};
    use crate::bookings::{Booking, Status, store, telling};
    use crate::db::Tx;
    use crate::mail::SessionFacts;
    use crate::mail::link::{Link, Purpose};
    use chrono::NaiveDateTime;
    use serde_json::json;

    /// What a link is about, and its outcome; without an outcome there is something to ask.
    pub(crate) struct Seen {
        pub session: SessionFacts,
        pub children: Vec<String>,
        /// When an offer ends, in the centre's civil time.
        pub until: Option<NaiveDateTime>,
        pub end: Option<End>,
    }

    /// What a link is about, as things stand. Changes nothing.
    pub(crate) fn look(tx: &mut Tx, link: &Link) -> Result<Option<Seen>> {
        if link.purpose == Purpose::StopAlert {
            return look_at_alert(tx, link);
        }
        let Some(booking) = booking_of(tx, link)? else { return Ok(None) };
        let session = session_of(link, &booking);
        let planned = crate::sessions::store::planned(tx, &session)?;
        let asks_until = matches!(link.purpose, Purpose::Accept | Purpose::Decline);
        Ok(Some(Seen {
            session: telling::service::facts(&planned),
            children: telling::store::child_names(tx, &booking.id)?,
            until: asks_until.then(|| planned.local(link.expires_at)),
            end: end_of(link.purpose, booking.status),
        }))
    }

    fn look_at_alert(tx: &mut Tx, link: &Link) -> Result<Option<Seen>> {
        let id = AlertId::from(link.subject.as_str());
        let Some(alert) = telling::store::alert(tx, &id)? else { return Ok(None) };
        let session = telling::service::session_facts(tx, &alert.session_id)?;
        Ok(Some(Seen { session, children: Vec::new(), until: None, end: None }))
    }

    /// Does what a link is for, as the family it was sent to.
    pub(crate) fn follow(tx: &mut Tx, link: &Link) -> Result<Option<Seen>> {
        if link.purpose == Purpose::StopAlert {
            return stop_alert(tx, link).map(Some);
        }
        let Some(booking) = booking_of(tx, link)? else { return Ok(None) };
        tx.act_as(Actor::by_link(booking.family_id.clone(), booking.carer_id.clone()));

        let end = match end_of(link.purpose, booking.status) {
            Some(end) => end,
            None => act(tx, link, &booking)?,
        };
        let session = telling::service::session_facts(tx, &session_of(link, &booking))?;
        Ok(Some(Seen { session, children: Vec::new(), until: None, end: Some(end) }))
    }

    fn act(tx: &mut Tx, link: &Link, booking: &Booking) -> Result<End> {
        let detail = link.detail.as_deref().unwrap_or_default();
        let done = match link.purpose {
            Purpose::Accept => answer::accept(tx, &OfferId::from(detail)).map(|_| End::HasPlace),
            Purpose::Decline => answer::decline(tx, &OfferId::from(detail)).map(|_| End::Declined),
            Purpose::Claim => answer::claim(tx, &booking.id, Some(&SessionId::from(detail)))
                .map(|_| End::HasPlace),
            Purpose::Leave => cancel::cancel(tx, &booking.id, None).map(|_| End::LeftLine),
            Purpose::Cancel => cancel::cancel(tx, &booking.id, None).map(|_| End::Cancelled),
            Purpose::StopAlert => Ok(End::AlertStopped),
        };
        // What was brought up to now before the refusal is kept.
        done.or_else(|fault| match fault.code() {
            Code::OfferEnded | Code::NoLongerOpen => Ok(End::TooLate),
            Code::SessionFull => Ok(End::PlaceGone),
            _ => Err(fault),
        })
    }

    fn stop_alert(tx: &mut Tx, link: &Link) -> Result<Seen> {
        let id = AlertId::from(link.subject.as_str());
        let Some(alert) = telling::store::alert(tx, &id)? else {
            return Err(Fault::not_found("link"));
        };
        tx.act_as(Actor::by_link(alert.family_id.clone(), alert.carer_id.clone()));
        tx.allow(Act::AskAlert, &Scope::default().family(&alert.family_id), "link")?;

        let now = tx.now();
        telling::store::alert_told(tx, &id, now)?;
        tx.audit(Event::StopAlert, id.as_str(), json!({}))?;
        let session = telling::service::session_facts(tx, &alert.session_id)?;
        Ok(Seen { session, children: Vec::new(), until: None, end: Some(End::AlertStopped) })
    }

    fn booking_of(tx: &mut Tx, link: &Link) -> Result<Option<Booking>> {
        match store::booking(tx, &BookingId::from(link.subject.as_str())) {
            Ok(booking) => Ok(Some(booking)),
            Err(fault) if fault.code() == Code::NotFound => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The date a claim is for, else the one the booking is for now.
    fn session_of(link: &Link, booking: &Booking) -> SessionId {
        match (link.purpose, &link.detail) {
            (Purpose::Claim, Some(session)) => SessionId::from(session.as_str()),
            _ => booking.session_id.clone(),
        }
    }

    /// What to say at once, as the booking stands; `None` where the link still does something.
    fn end_of(purpose: Purpose, status: Status) -> Option<End> {
        match (purpose, status) {
            (Purpose::Accept | Purpose::Decline, Status::Offered)
            | (Purpose::Claim | Purpose::Leave, Status::Waiting)
            | (Purpose::Leave, Status::Offered)
            | (Purpose::Cancel, Status::Booked) => None,

            (Purpose::Accept | Purpose::Claim | Purpose::Leave, Status::Booked) => {
                Some(End::HasPlace)
            }
            (Purpose::Decline, Status::Declined) => Some(End::Declined),
            (Purpose::Leave, Status::Cancelled | Status::Lapsed | Status::Declined) => {
                Some(End::LeftLine)
            }
            (Purpose::Cancel, Status::Cancelled) => Some(End::Cancelled),
            (Purpose::Accept | Purpose::Decline | Purpose::Claim, Status::Lapsed) => {
                Some(End::TooLate)
            }

            (Purpose::Accept, Status::Waiting | Status::Cancelled | Status::Declined)
            | (Purpose::Decline, Status::Booked | Status::Waiting | Status::Cancelled)
            | (Purpose::Claim, Status::Offered | Status::Cancelled | Status::Declined)
            | (
                Purpose::Cancel,
                Status::Waiting | Status::Offered | Status::Lapsed | Status::Declined,
            )
            | (Purpose::StopAlert, _) => Some(End::AnsweredBefore),
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_place_is_given_up_by_its_own_link_only() {
            let acts_on_a_place: Vec<&Purpose> =
                Purpose::ALL.iter().filter(|p| end_of(**p, Status::Booked).is_none()).collect();

            assert_eq!(acts_on_a_place, [&Purpose::Cancel]);
        }

        #[test]
        fn what_is_over_stays_over() {
            for &purpose in Purpose::ALL {
                for status in [Status::Cancelled, Status::Lapsed, Status::Declined] {
                    assert!(end_of(purpose, status).is_some(), "{purpose:?} {status:?}");
                }
            }
        }

        #[test]
        fn following_a_link_twice_tells_the_same_twice() {
            for (purpose, after, told) in [
                (Purpose::Accept, Status::Booked, End::HasPlace),
                (Purpose::Claim, Status::Booked, End::HasPlace),
                (Purpose::Decline, Status::Declined, End::Declined),
                (Purpose::Leave, Status::Cancelled, End::LeftLine),
                (Purpose::Cancel, Status::Cancelled, End::Cancelled),
            ] {
                assert_eq!(end_of(purpose, after), Some(told));
            }
        }
    }
}
