//! The waiting list of one session: given everyone who holds or waits for a place, what time and
//! freed places have changed, and what is free for each tier. Pure; could run on paper.

use super::offer::LAST_HOURS;
use super::{Tier, Wants};
use crate::base::id::{BookingId, OfferId};
use crate::base::moment::Moment;
use crate::sessions::{LineOrder, Planned, Unit};

/// What is counted: places by the session's unit, and adults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub places: i32,
    pub adults: i32,
}

impl Size {
    pub fn of(unit: Unit, adults: i32, children: i32) -> Size {
        let places = match unit {
            Unit::Families => 1,
            Unit::Children if children == 0 => adults.max(1),
            Unit::Children => children,
        };
        Size { places, adults }
    }

    /// Of several parties together that bring as many children each.
    pub fn of_many(unit: Unit, parties: i32, adults: i32, children_each: i32) -> Size {
        let places = match unit {
            Unit::Families => parties,
            // A party without children brings at least one adult.
            Unit::Children if children_each == 0 => adults,
            Unit::Children => parties * children_each,
        };
        Size { places, adults }
    }
}

/// What the session allows.
#[derive(Clone, Debug)]
pub struct PlacesLeft {
    pub capacity: i32,
    pub adult_limit: Option<i32>,
    pub priority_places: i32,
    pub priority_until: Moment,
    pub starts_at: Moment,
    pub cancel_by: Moment,
    pub cancelled: bool,
    pub saving: bool,
    pub order: LineOrder,
}

impl PlacesLeft {
    pub fn of(planned: &Planned) -> PlacesLeft {
        let session = &planned.session;
        PlacesLeft {
            capacity: session.capacity,
            adult_limit: planned.activity.adult_limit,
            priority_places: session.priority_places,
            priority_until: session.priority_until,
            starts_at: session.starts_at,
            cancel_by: session.cancel_by,
            cancelled: session.cancelled_at.is_some(),
            saving: planned.activity.saving,
            order: planned.activity.waitlist_order,
        }
    }

    /// The moments at which time changes something while anybody waits.
    pub fn waited_for(&self) -> impl Iterator<Item = Moment> {
        [self.priority_until, self.starts_at - LAST_HOURS, self.starts_at].into_iter()
    }

    /// No more places are offered; those waiting are told and may claim.
    pub fn is_last_hours(&self, now: Moment) -> bool {
        now >= self.starts_at - LAST_HOURS
    }
}

/// What bookings and live offers take in sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub places: i32,
    /// Of these, by referred and target-group parties.
    pub by_priority: i32,
    pub adults: i32,
}

impl Taken {
    pub fn add(&mut self, tier: Tier, size: Size) {
        self.count(tier, size, 1);
    }

    fn leave(&mut self, tier: Tier, size: Size) {
        self.count(tier, size, -1);
    }

    fn count(&mut self, tier: Tier, size: Size, times: i32) {
        self.places += times * size.places;
        self.adults += times * size.adults;
        if tier.has_priority() {
            self.by_priority += times * size.places;
        }
    }
}

/// A place kept for a party until a moment; it is counted in what is taken.
#[derive(Clone, Debug)]
pub struct KeptPlace {
    pub booking: BookingId,
    /// `None` while the offer is only about to be made.
    pub offer: Option<OfferId>,
    pub until: Moment,
    pub tier: Tier,
    pub size: Size,
}

/// A party on the waiting list.
#[derive(Clone, Debug)]
pub struct WaitlistEntry {
    pub booking: BookingId,
    pub tier: Tier,
    pub line_tier: i32,
    pub line_number: f64,
    pub size: Size,
    pub wants: Wants,
    /// When places stop being saved for it here; `Some` even when past: once per entry.
    pub saved_until: Option<Moment>,
    /// Places are saved for this session, not for another of its dates.
    pub saved_here: bool,
    pub told_last_call: bool,
    /// It would exceed a limit of its family, or is no longer a member: passed over for now, and it
    /// keeps its number.
    pub barred: bool,
}

/// Everyone who counts in one session.
#[derive(Clone, Debug, Default)]
pub struct Waitlist {
    pub taken: Taken,
    pub offered: Vec<KeptPlace>,
    pub waiting: Vec<WaitlistEntry>,
    /// How many more wait who were not read, because nothing can be theirs now.
    pub unread: usize,
}

/// One thing that time or a freed place has caused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitlistStep {
    Lapse {
        booking: BookingId,
        offer: OfferId,
    },
    Book {
        booking: BookingId,
    },
    Offer {
        booking: BookingId,
    },
    /// Places are saved for it as they come free.
    Save {
        booking: BookingId,
    },
    /// In the last hours: free for the first to claim.
    LastCall {
        booking: BookingId,
    },
    Over {
        booking: BookingId,
    },
}

impl Waitlist {
    /// Whether who waits can make a difference now: by what is taken and offered alone. Where not,
    /// those who wait need not be read.
    pub fn may_change(&self, room: &PlacesLeft, now: Moment) -> bool {
        room.saving
            || room.cancelled
            || room.is_last_hours(now)
            || self.offered.iter().any(|kept| kept.until <= now)
            || self.free(room, now, Tier::Referred).is_some()
    }

    /// Brings the line up to now: what ended, then who is served. `offer_end` says when a place
    /// offered or saved now would lapse.
    pub fn settle(
        &mut self,
        room: &PlacesLeft,
        now: Moment,
        offer_end: Moment,
    ) -> Vec<WaitlistStep> {
        self.sort(room.order);
        let mut steps = Vec::new();
        self.lapse(now, &mut steps);
        if now >= room.starts_at || room.cancelled {
            steps.extend(
                self.waiting.drain(..).map(|entry| WaitlistStep::Over { booking: entry.booking }),
            );
            return steps;
        }
        if room.is_last_hours(now) {
            self.call(room, now, &mut steps);
        } else {
            self.serve(room, now, offer_end, &mut steps);
        }
        steps
    }

    pub fn sort(&mut self, order: LineOrder) {
        let tier = |entry: &WaitlistEntry| match order {
            LineOrder::Tier => entry.line_tier,
            LineOrder::Joining => 0,
        };
        self.waiting.sort_by(|a, b| {
            (tier(a).cmp(&tier(b)))
                .then(a.line_number.total_cmp(&b.line_number))
                .then(a.booking.cmp(&b.booking))
        });
    }

    fn lapse(&mut self, now: Moment, steps: &mut Vec<WaitlistStep>) {
        let taken = &mut self.taken;
        self.offered.retain(|kept| match &kept.offer {
            Some(offer) if kept.until <= now => {
                let booking = kept.booking.clone();
                steps.push(WaitlistStep::Lapse { booking, offer: offer.clone() });
                taken.leave(kept.tier, kept.size);
                false
            }
            Some(_) | None => true,
        });
    }

    /// In order, everyone who fits is promoted; anyone who does not is passed over and keeps the
    /// number.
    fn serve(
        &mut self,
        room: &PlacesLeft,
        now: Moment,
        offer_end: Moment,
        steps: &mut Vec<WaitlistStep>,
    ) {
        let mut first = true;
        let mut kept_for: Option<i32> = None;
        let mut still = Vec::new();
        for mut entry in std::mem::take(&mut self.waiting) {
            if entry.barred {
                still.push(entry);
                continue;
            }
            let blocked = kept_for.is_some_and(|rank| entry.line_tier >= rank);
            if !blocked && self.fits(room, now, entry.tier, entry.size) {
                steps.push(self.promote(room, now, offer_end, entry));
                continue;
            }
            if !blocked && room.saving && self.saves(room, now, first, &entry) {
                if entry.saved_until.is_none() {
                    entry.saved_until = Some(offer_end);
                    entry.saved_here = true;
                    steps.push(WaitlistStep::Save { booking: entry.booking.clone() });
                }
                kept_for = Some(entry.line_tier);
            }
            first = false;
            still.push(entry);
        }
        self.waiting = still;
    }

    /// Whether places are saved for this entry: because that has begun already, or begins now since
    /// it is first in line and something is free.
    fn saves(&self, room: &PlacesLeft, now: Moment, first: bool, entry: &WaitlistEntry) -> bool {
        match entry.saved_until {
            Some(until) => entry.saved_here && now < until,
            None => {
                first
                    && entry.size.places <= room.capacity
                    && self.free(room, now, entry.tier).is_some_and(|free| free.places > 0)
            }
        }
    }

    fn promote(
        &mut self,
        room: &PlacesLeft,
        now: Moment,
        offer_end: Moment,
        entry: WaitlistEntry,
    ) -> WaitlistStep {
        let booking = entry.booking.clone();
        self.taken.add(entry.tier, entry.size);
        if entry.wants == Wants::Book && now < room.cancel_by {
            return WaitlistStep::Book { booking };
        }
        self.offered.push(KeptPlace {
            booking: booking.clone(),
            offer: None,
            until: offer_end,
            tier: entry.tier,
            size: entry.size,
        });
        WaitlistStep::Offer { booking }
    }

    fn call(&mut self, room: &PlacesLeft, now: Moment, steps: &mut Vec<WaitlistStep>) {
        let fits: Vec<bool> = self.waiting.iter().map(|e| self.may_have(room, now, e)).collect();
        for (entry, fits) in self.waiting.iter_mut().zip(fits) {
            if fits && !entry.told_last_call {
                entry.told_last_call = true;
                steps.push(WaitlistStep::LastCall { booking: entry.booking.clone() });
            }
        }
    }

    pub fn fits(&self, room: &PlacesLeft, now: Moment, tier: Tier, size: Size) -> bool {
        self.free(room, now, tier)
            .is_some_and(|free| size.places <= free.places && size.adults <= free.adults)
    }

    /// Whether a party on the waiting list could have a place now.
    pub fn may_have(&self, room: &PlacesLeft, now: Moment, entry: &WaitlistEntry) -> bool {
        !entry.barred && self.fits(room, now, entry.tier, entry.size)
    }

    /// What is free for a tier, regardless of who waits; `None` where nothing is.
    pub fn free(&self, room: &PlacesLeft, now: Moment, tier: Tier) -> Option<Size> {
        let Taken { places, by_priority, adults } = self.taken;
        let kept = if tier.has_priority() || now >= room.priority_until {
            0
        } else {
            (room.priority_places - by_priority).max(0)
        };
        let free = Size {
            places: room.capacity - places - kept,
            adults: room.adult_limit.map_or(i32::MAX, |limit| limit - adults),
        };
        (free.places > 0 && free.adults > 0).then_some(free)
    }

    /// What is free for a newcomer of this tier, once the line is settled: nothing while places are
    /// saved for somebody before it, or while somebody called in the last hours fits.
    pub fn free_for_newcomer(&self, room: &PlacesLeft, now: Moment, tier: Tier) -> Option<Size> {
        if room.is_last_hours(now) {
            let wanted = self.waiting.iter().any(|entry| self.may_have(room, now, entry));
            return if wanted { None } else { self.free(room, now, tier) };
        }
        let saved = room.saving
            && self.waiting.iter().any(|entry| {
                let before = match room.order {
                    LineOrder::Tier => entry.line_tier <= tier.rank(),
                    LineOrder::Joining => true,
                };
                let saved = entry.saved_until.is_some_and(|until| now < until);
                before && !entry.barred && entry.saved_here && saved
            });
        if saved { None } else { self.free(room, now, tier) }
    }

    /// Places the public may take now.
    pub fn places_left(&self, room: &PlacesLeft, now: Moment, tier: Tier) -> i32 {
        self.free_for_newcomer(room, now, tier).map_or(0, |free| free.places)
    }

    /// When time alone next changes something; `None` where it never does.
    pub fn next_change(&self, room: &PlacesLeft, now: Moment) -> Option<Moment> {
        let offers = self.offered.iter().map(|kept| kept.until);
        let saved = self.waiting.iter().filter(|e| e.saved_here).filter_map(|e| e.saved_until);
        let does_anybody = !self.waiting.is_empty() || self.unread > 0;
        let waited = room.waited_for().filter(|_| does_anybody);
        offers.chain(saved).chain(waited).filter(|moment| *moment > now).min()
    }
}

#[cfg(test)]
mod tests;
