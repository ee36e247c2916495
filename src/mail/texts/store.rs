//! Queries about texts that left.

use super::{DeliveryTold, KindSent};
use crate::base::fault::Result;
use crate::base::id::LetterId;
use crate::base::literal::Literal;
use crate::base::moment::Moment;
use crate::db::schema::outbox;
use crate::db::{Run, Tx};
use crate::mail::{Delivery, MailChannel, State};
use diesel::dsl::{count_star, sum};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

/// What is kept of a text that left.
pub(crate) struct TextSent {
    /// Its id at the service that carries it; `None` where it is carried no further.
    pub carrier_id: Option<String>,
    pub parts: i32,
    pub number_hash: String,
}

pub(crate) fn sent(tx: &mut Tx, letter: &LetterId, sent: &TextSent) -> Result<()> {
    let delivery = sent.carrier_id.as_ref().map(|_| Delivery::Waiting.as_str());
    let this = outbox::table.find(letter.as_str()).filter(outbox::state.eq(State::Sent));
    diesel::update(this)
        .set((
            outbox::carrier_id.eq(sent.carrier_id.clone()),
            outbox::parts.eq(sent.parts),
            outbox::number_hash.eq(sent.number_hash.clone()),
            outbox::delivery.eq(delivery),
        ))
        .run(tx)
}

/// Records what became of a text; false where there is none that waits for it. What is final stays.
pub(crate) fn became(tx: &mut Tx, told: &DeliveryTold) -> Result<bool> {
    let open = [Delivery::Waiting.as_str(), Delivery::Unknown.as_str()];
    let this = outbox::table
        .filter(outbox::carrier_id.eq(&told.carrier_id))
        .filter(outbox::delivery.eq_any(open).assume_not_null());
    let told =
        diesel::update(this).set(outbox::delivery.eq(told.delivery.as_str())).execute(tx.conn())?;
    Ok(told > 0)
}

/// Whether a letter is on its way and not noted as sent yet: it may be told to us sooner.
pub(crate) fn is_leaving(tx: &mut Tx, letter: &str) -> Result<bool> {
    let leaving = outbox::table.find(letter).filter(outbox::state.eq(State::Sending));
    Ok(diesel::select(diesel::dsl::exists(leaving)).get_result(tx.conn())?)
}

/// A text of which nothing was heard.
#[derive(Clone, Queryable)]
pub(crate) struct Unheard {
    pub id: LetterId,
    pub carrier_id: String,
    pub sent_at: Moment,
}

/// Texts that left before a moment, of which nothing was heard, and that were not asked about since
/// another.
pub(crate) fn unheard(
    tx: &mut Tx,
    sent_before: Moment,
    asked_before: Moment,
    rows: i64,
) -> Result<Vec<Unheard>> {
    let waiting: Literal<Nullable<Text>> = Literal::of("waiting");
    let not_asked =
        outbox::delivery_asked_at.is_null().or(outbox::delivery_asked_at.le(asked_before));
    Ok(outbox::table
        .filter(outbox::delivery.eq(waiting))
        .filter(outbox::ended_at.le(sent_before))
        .filter(not_asked)
        .order(outbox::ended_at)
        .limit(rows)
        .select((
            outbox::id,
            outbox::carrier_id.assume_not_null(),
            outbox::ended_at.assume_not_null(),
        ))
        .load(tx.conn())?)
}

pub(crate) fn asked(tx: &mut Tx, letter: &LetterId, at: Moment) -> Result<()> {
    diesel::update(outbox::table.find(letter.as_str()))
        .set(outbox::delivery_asked_at.eq(at))
        .run(tx)
}

/// The texts that left in a period, by kind.
pub(crate) fn sent_between(tx: &mut Tx, from: Moment, until: Moment) -> Result<Vec<KindSent>> {
    let rows: Vec<(String, i64, Option<i64>)> = outbox::table
        .filter(outbox::channel.eq(MailChannel::Text))
        .filter(outbox::parts.is_not_null())
        .filter(outbox::ended_at.ge(from))
        .filter(outbox::ended_at.lt(until))
        .group_by(outbox::kind)
        .order(outbox::kind)
        .select((outbox::kind, count_star(), sum(outbox::parts)))
        .load(tx.conn())?;
    let kind = |(kind, texts, parts): (String, i64, Option<i64>)| KindSent {
        kind,
        texts,
        parts: parts.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(kind).collect())
}
