//! After each register is complete, asks the families that came how it was: the day after the session
//! at the earliest, in the daytime. Where no register was completed nobody is asked.

use crate::attendance::not_coming::service::{HEARD_FIRST, in_the_day};
use crate::attendance::not_coming::store::completed;
use crate::audit::Event;
use crate::base::calendar::at_local;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::bookings::telling::service::facts;
use crate::db::Tx;
use crate::feedback::asking::{REMEMBERED, may_be_asked, reader_of};
use crate::feedback::{OPEN_FOR, store};
use crate::mail::link::{FamilyLink, FamilyPurpose, FeedbackLink};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{FeedbackAsked, MailChannel, Message};
use crate::sessions::{self, Planned};
use crate::{families, jobs, membership};
use chrono::{Days, NaiveTime};
use serde_json::json;

/// Asks the families of the sessions whose registers were completed since the last time. Returns how
/// many.
pub fn ask(tx: &mut Tx) -> Result<usize> {
    let (since, now) = jobs::store::since_last_run(tx, "feedback")?;
    let mut asked = 0;
    for session in completed(tx, since - HEARD_FIRST, now - HEARD_FIRST)? {
        let planned = sessions::store::planned(tx, &session)?;
        if !is_asked_about(&planned, now) {
            continue;
        }
        for family in store::came(tx, &session)? {
            asked += usize::from(ask_one(tx, &planned, &family)?);
        }
    }
    Ok(asked)
}

fn is_asked_about(planned: &Planned, now: Moment) -> bool {
    let session = &planned.session;
    !planned.activity.sensitive
        && session.cancelled_at.is_none()
        && now < session.ends_at + REMEMBERED
}

fn ask_one(tx: &mut Tx, planned: &Planned, family: &FamilyId) -> Result<bool> {
    families::store::lock_joined(tx, std::slice::from_ref(family))?;
    let household = families::store::family(tx, family)?;
    if !may_be_asked(&household) || membership::store::has_opted_out(tx, family)? {
        return Ok(false);
    }
    let session = &planned.session;
    let seat = session.head_session_id.as_ref().unwrap_or(&session.id);
    let booked = store::booked_by(tx, family, seat)?;
    let carers = store::answerers(tx, family)?;
    let now = tx.now();
    let Some(reader) = reader_of(&carers, booked.as_ref(), now) else { return Ok(false) };

    let until = session.ends_at + OPEN_FOR;
    let message = Message::Feedback(FeedbackAsked {
        session: facts(planned),
        page: FeedbackLink::to(&session.id, family, until),
        stop: FamilyLink::to(FamilyPurpose::StopFeedback, family, &reader.carer, until),
    });
    let letter = Letter {
        dedupe: format!("feedback:{}:{family}", session.id),
        channel: MailChannel::Email,
        recipient: reader.email.clone(),
        message,
        about: About {
            family: Some(family.clone()),
            session: Some(session.id.clone()),
            ..About::default()
        },
        not_before: Some(the_day_after(planned, now)),
    };
    if !enqueue(tx, &letter)? {
        return Ok(false);
    }
    store::note_asked(tx, &reader.carer, now)?;
    tx.audit(Event::AskFeedback, family.as_str(), json!({}))?;
    Ok(true)
}

fn the_day_after(planned: &Planned, now: Moment) -> Moment {
    let (day, zone) = (planned.session.local_day + Days::new(1), planned.centre.zone());
    let morning: Moment = at_local(day, NaiveTime::MIN, zone).into();
    in_the_day(now.max(morning), &planned.centre)
}
