//! Who is next, among all that wait to write: first come, first served. What waits in one lane is
//! handed out together, and to one writer at a time.

use crate::base::id::SessionId;
use std::collections::{HashMap, VecDeque};

pub(super) struct Turns<J> {
    next: VecDeque<Turn<J>>,
    /// The lanes that have a turn in `next` or are being worked on, with who waits in each.
    lanes: HashMap<SessionId, VecDeque<Entry<J>>>,
    waiting: usize,
}

enum Turn<J> {
    Single(J),
    Lane(SessionId),
}

struct Entry<J> {
    job: J,
    shares: Shares,
}

/// Whether a job of a lane can be done in one transaction with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shares {
    Yes,
    No,
}

/// What one writer does next. A lane must be given back with `end`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Batch<J> {
    pub lane: Option<SessionId>,
    pub jobs: VecDeque<J>,
}

impl<J> Default for Turns<J> {
    fn default() -> Turns<J> {
        Turns { next: VecDeque::new(), lanes: HashMap::new(), waiting: 0 }
    }
}

impl<J> Turns<J> {
    /// How many have not been handed out yet.
    pub(super) fn waiting(&self) -> usize {
        self.waiting
    }

    /// How many writers would find something to do now.
    pub(super) fn ready(&self) -> usize {
        self.next.len()
    }

    pub(super) fn join(&mut self, job: J) {
        self.waiting += 1;
        self.next.push_back(Turn::Single(job));
    }

    pub(super) fn join_lane(&mut self, lane: &SessionId, job: J, shares: Shares) {
        self.waiting += 1;
        let entry = Entry { job, shares };
        match self.lanes.get_mut(lane) {
            Some(line) => line.push_back(entry),
            None => {
                self.lanes.insert(lane.clone(), VecDeque::from([entry]));
                self.next.push_back(Turn::Lane(lane.clone()));
            }
        }
    }

    /// The next turn, with at most `most` of its lane.
    pub(super) fn take(&mut self, most: usize) -> Option<Batch<J>> {
        let batch = match self.next.pop_front()? {
            Turn::Single(job) => Batch { lane: None, jobs: VecDeque::from([job]) },
            Turn::Lane(lane) => {
                let jobs = self.lanes.get_mut(&lane).map(|line| front(line, most));
                Batch { jobs: jobs.unwrap_or_default(), lane: Some(lane) }
            }
        };
        self.waiting -= batch.jobs.len();
        Some(batch)
    }

    /// A lane's batch is done: jobs that joined meanwhile have the lane's next turn, after those
    /// that wait elsewhere.
    pub(super) fn end(&mut self, lane: SessionId) {
        if self.lanes.get(&lane).is_some_and(|line| !line.is_empty()) {
            self.next.push_back(Turn::Lane(lane));
        } else {
            self.lanes.remove(&lane);
        }
    }
}

/// The first alone, or as many as can share from the first on.
fn front<J>(line: &mut VecDeque<Entry<J>>, most: usize) -> VecDeque<J> {
    let sharing = line.iter().take(most).take_while(|entry| entry.shares == Shares::Yes).count();
    line.drain(..sharing.max(1).min(line.len())).map(|entry| entry.job).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(batch: Option<Batch<&'static str>>) -> String {
        batch.map(|batch| batch.jobs.into_iter().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    }

    #[test]
    fn a_lane_is_handed_out_together_in_order_and_to_one_writer_at_a_time() {
        let (song, play) = (SessionId::from("song"), SessionId::from("play"));
        let mut turns = Turns::default();
        turns.join_lane(&song, "a", Shares::Yes);
        turns.join("x");
        turns.join_lane(&song, "b", Shares::Yes);
        turns.join_lane(&play, "p", Shares::Yes);
        turns.join_lane(&song, "c", Shares::Yes);
        assert_eq!((turns.waiting(), turns.ready()), (5, 3));

        assert_eq!(names(turns.take(2)), "a b");
        turns.join_lane(&song, "d", Shares::Yes);
        assert_eq!(names(turns.take(2)), "x");
        assert_eq!(names(turns.take(2)), "p");
        assert_eq!(turns.take(2), None, "the lane is being worked on");
        turns.end(play);
        turns.end(song.clone());
        assert_eq!(names(turns.take(2)), "c d");
        turns.end(song);
        assert_eq!((turns.take(2), turns.waiting(), turns.lanes.len()), (None, 0, 0));
    }

    #[test]
    fn who_cannot_share_keeps_the_order_and_is_alone() {
        let song = SessionId::from("song");
        let mut turns = Turns::default();
        for (job, shares) in
            [("a", Shares::Yes), ("r", Shares::No), ("b", Shares::Yes), ("c", Shares::Yes)]
        {
            turns.join_lane(&song, job, shares);
        }
        for batch in ["a", "r", "b c"] {
            assert_eq!(names(turns.take(32)), batch);
            turns.end(song.clone());
        }
    }
}
