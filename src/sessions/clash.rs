//! A room holds one session at a time, and so does a leader. Leaders are the same person when
//! their names read the same, whatever the case, accents and spaces.

use super::TakenSlot;
use crate::base::fault::{Code, Fault};
use crate::base::id::{RoomId, SessionId};
use crate::base::moment::Moment;
use crate::base::text::sort_name;

/// A session to plan or move.
#[derive(Clone, Debug)]
pub(crate) struct WantedSlot<'a> {
    /// Itself, where it stands in the diary already.
    pub id: Option<&'a SessionId>,
    pub room_id: Option<&'a RoomId>,
    pub leader: Option<&'a str>,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

/// What clashes, in words; the room is named first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub code: Code,
    pub why: String,
}

impl From<Clash> for Fault {
    fn from(clash: Clash) -> Fault {
        let advice = match clash.code {
            Code::LeaderClash => "Choose another time or leader.",
            _ => "Choose another time or room.",
        };
        Fault::new(clash.code, format!("{}. {advice}", clash.why))
    }
}

impl WantedSlot<'_> {
    /// The first clash with what stands in the diary.
    pub(crate) fn clash(&self, taken: &[TakenSlot]) -> Option<Clash> {
        let others = || taken.iter().filter(|other| self.overlaps(other));
        let in_room = || others().find(|other| self.shares_room(other));
        let by_leader = || others().find(|other| self.shares_leader(other));
        if let Some(other) = in_room() {
            let why = format!("The room is in use by {}", told(other));
            return Some(Clash { code: Code::RoomClash, why });
        }
        by_leader().map(|other| {
            let why = format!("The leader is busy with {}", told(other));
            Clash { code: Code::LeaderClash, why }
        })
    }

    fn overlaps(&self, other: &TakenSlot) -> bool {
        self.id != Some(&other.id)
            && self.starts_at < other.ends_at
            && other.starts_at < self.ends_at
    }

    fn shares_room(&self, other: &TakenSlot) -> bool {
        self.room_id.is_some() && self.room_id == other.room_id.as_ref()
    }

    fn shares_leader(&self, other: &TakenSlot) -> bool {
        match (self.leader, &other.leader) {
            (Some(own), Some(theirs)) => sort_name(own) == sort_name(theirs),
            _ => false,
        }
    }
}

fn told(other: &TakenSlot) -> String {
    format!("\"{}\" from {} to {}", other.title, other.starts_at, other.ends_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(&format!("2014-02-03T{text}:00Z")).unwrap()
    }

    #[test]
    fn a_room_or_a_leader_has_one_session_at_a_time() {
        let taken = [TakenSlot {
            id: SessionId::from("messy"),
            title: "Messy Mondays".to_owned(),
            room_id: Some(RoomId::from("hall")),
            leader: Some("Ann Lee".to_owned()),
            starts_at: at("11:30"),
            ends_at: at("13:00"),
        }];
        let rows = [
            ("hall", "Bo", "12:00", "12:30", Some(Code::RoomClash)),
            ("hall", "Bo", "10:00", "11:31", Some(Code::RoomClash)),
            ("hall", "Bo", "10:00", "11:30", None),
            ("hall", "Bo", "13:00", "14:00", None),
            ("studio", "Bo", "12:00", "12:30", None),
            ("studio", " ann lee", "12:00", "12:30", Some(Code::LeaderClash)),
            ("hall", "Ann Lee", "12:00", "12:30", Some(Code::RoomClash)),
        ];
        for (room, leader, starts, ends, expected) in rows {
            let room = RoomId::from(room);
            let mut wanted = WantedSlot {
                id: None,
                room_id: Some(&room),
                leader: Some(leader),
                starts_at: at(starts),
                ends_at: at(ends),
            };
            let found = wanted.clash(&taken).map(|clash| clash.code);
            assert_eq!(found, expected, "{room} {leader} {starts}");
            wanted.id = Some(&taken[0].id);
            assert_eq!(wanted.clash(&taken), None, "a session never clashes with itself");
            (wanted.id, wanted.room_id, wanted.leader) = (None, None, None);
            assert_eq!(wanted.clash(&taken), None, "what is not said cannot clash");
        }
    }
}
