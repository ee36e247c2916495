//! Random sequences of what people and time do to three sessions.

use proptest::prelude::*;

pub const SESSIONS: usize = 3;
pub const FAMILIES: usize = 6;

/// Children of each family: what a party takes where places are counted in children.
pub const SIZES: [usize; FAMILIES] = [1, 1, 2, 1, 3, 2];

/// One step. `entry` counts through the requests made so far, around and around.
#[derive(Clone, Debug)]
pub enum Step {
    Ask {
        family: usize,
        session: usize,
        also: bool,
        wants_book: bool,
        may_wait: bool,
    },
    Refer {
        family: usize,
        session: usize,
    },
    Cancel {
        entry: usize,
    },
    Accept {
        entry: usize,
    },
    Decline {
        entry: usize,
    },
    Claim {
        entry: usize,
    },
    Resize {
        session: usize,
        capacity: usize,
    },
    CallOff {
        session: usize,
    },
    /// Minutes go by.
    Pass {
        minutes: i64,
    },
    /// Until this long before a session starts, where that is still to come.
    Until {
        session: usize,
        minutes_before: i64,
    },
}

pub fn steps(at_most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..=at_most)
}

fn step() -> impl Strategy<Value = Step> {
    let (family, session, entry) = (0..FAMILIES, 0..SESSIONS, 0..40_usize);
    prop_oneof![
        10 => (family.clone(), session.clone(), any::<bool>(), any::<bool>(), 0..4)
            .prop_map(|(family, session, also, wants_book, wait)| Step::Ask {
                family, session, also, wants_book, may_wait: wait > 0,
            }),
        3 => (family, session.clone()).prop_map(|(family, session)| Step::Refer { family, session }),
        5 => entry.clone().prop_map(|entry| Step::Cancel { entry }),
        5 => entry.clone().prop_map(|entry| Step::Accept { entry }),
        2 => entry.clone().prop_map(|entry| Step::Decline { entry }),
        2 => entry.prop_map(|entry| Step::Claim { entry }),
        2 => (session.clone(), 1..6_usize)
            .prop_map(|(session, capacity)| Step::Resize { session, capacity }),
        1 => session.clone().prop_map(|session| Step::CallOff { session }),
        4 => prop::sample::select(vec![1, 45, 180, 600, 1_440])
            .prop_map(|minutes| Step::Pass { minutes }),
        2 => (session, prop::sample::select(vec![0, 60, 120, 121, 1_440, 2_880]))
            .prop_map(|(session, minutes_before)| Step::Until { session, minutes_before }),
    ]
}
