//! The rule by tables, and by every order in which two tablets' marks may arrive.

use super::*;
use std::collections::BTreeSet;

/// `client_id` begins with the device: `a1` is tablet a's first.
fn said(client_id: &'static str, minute: i64, mark: Mark) -> MarkSaid<'static> {
    let start = Moment::parse("2026-11-23T10:00:00Z").expect("an instant");
    MarkSaid {
        client_id,
        device: &client_id[..1],
        at: start + chrono::TimeDelta::minutes(minute),
        corrects: None,
        presumed: false,
        mark,
    }
}

fn correcting(
    client_id: &'static str,
    minute: i64,
    mark: Mark,
    what: &'static str,
) -> MarkSaid<'static> {
    MarkSaid { corrects: Some(what), ..said(client_id, minute, mark) }
}

/// What stands and what disputes it, by name.
fn state<'a>(arrived: &[MarkSaid<'a>]) -> (&'a str, Vec<&'a str>) {
    let settled = settle(arrived).expect("something was said");
    let name = |at: usize| arrived[at].client_id;
    (name(settled.stands), settled.against.into_iter().map(name).collect())
}

#[test]
fn the_latest_stands_and_only_another_tablet_is_a_conflict() {
    use Mark::{Came, DidNotCome, Late};
    let rows: &[(&str, Vec<MarkSaid>, &str, &[&str])] = &[
        ("one mark", vec![said("a1", 1, Came)], "a1", &[]),
        ("a change of mind", vec![said("a1", 1, Came), said("a2", 2, DidNotCome)], "a2", &[]),
        ("two say the same", vec![said("a1", 1, Came), said("b1", 2, Came)], "b1", &[]),
        ("two differ", vec![said("a1", 1, Came), said("b1", 2, DidNotCome)], "b1", &["a1"]),
        ("two differ at one moment", vec![said("a1", 1, Came), said("b1", 1, Late)], "b1", &["a1"]),
        (
            "put right by name",
            vec![said("a1", 1, Came), correcting("b1", 2, DidNotCome, "a1")],
            "b1",
            &[],
        ),
        (
            "put right by a tablet whose clock is behind",
            vec![said("a1", 5, Came), correcting("b1", 2, DidNotCome, "a1")],
            "b1",
            &[],
        ),
        (
            "a correction ends the dispute of those before it",
            vec![said("a1", 1, Came), said("b1", 2, DidNotCome), correcting("b2", 3, Came, "b1")],
            "b2",
            &[],
        ),
        (
            "what is said after a correction is disputed again",
            vec![said("a1", 1, Came), correcting("b1", 2, DidNotCome, "a1"), said("c1", 3, Came)],
            "c1",
            &["b1"],
        ),
        (
            "two corrections of one mark: the later",
            vec![
                said("a1", 1, Came),
                correcting("b1", 2, DidNotCome, "a1"),
                correcting("c1", 3, Late, "a1"),
            ],
            "c1",
            &[],
        ),
        (
            "a correction before the mark it corrects has arrived",
            vec![correcting("b1", 2, DidNotCome, "a1")],
            "b1",
            &[],
        ),
        (
            "two that correct each other",
            vec![correcting("a1", 1, Came, "b1"), correcting("b1", 2, DidNotCome, "a1")],
            "a1",
            &[],
        ),
    ];
    for (what, arrived, stands, against) in rows {
        if *what == "two that correct each other" {
            // Nobody can mean it; it has to be the same in any order, and is.
            let turned: Vec<MarkSaid> = arrived.iter().rev().copied().collect();
            assert_eq!(state(arrived), state(&turned), "{what}");
            continue;
        }
        assert_eq!(state(arrived), (*stands, against.to_vec()), "{what}");
    }
}

#[test]
fn what_was_presumed_gives_way_to_whatever_anybody_said() {
    let presumed = MarkSaid { presumed: true, ..said("z1", 90, Mark::DidNotCome) };
    let arrived = [said("a1", 1, Mark::Came), presumed];
    assert_eq!(state(&arrived), ("a1", vec![]));
}

/// Every way in which two queues may be dealt into one, each keeping its own order.
fn interleavings<T: Copy>(a: &[T], b: &[T]) -> Vec<Vec<T>> {
    let (Some((first_a, rest_a)), Some((first_b, rest_b))) = (a.split_first(), b.split_first())
    else {
        return vec![[a, b].concat()];
    };
    let with = |first: &T, rest: Vec<Vec<T>>| {
        rest.into_iter().map(|rest| [vec![*first], rest].concat()).collect::<Vec<_>>()
    };
    let mut all = with(first_a, interleavings(rest_a, b));
    all.extend(with(first_b, interleavings(a, rest_b)));
    all
}

/// Every order at all.
fn orders<T: Copy>(of: &[T]) -> Vec<Vec<T>> {
    if of.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for at in 0..of.len() {
        let mut rest = of.to_vec();
        let first = rest.remove(at);
        all.extend(orders(&rest).into_iter().map(|rest| [vec![first], rest].concat()));
    }
    all
}

/// Pairs of queues of one person: conflicts, corrections across, clocks that differ, ties.
fn queues() -> Vec<[Vec<MarkSaid<'static>>; 2]> {
    use Mark::{Came, DidNotCome, Late, ToldUs};
    vec![
        [
            vec![said("a1", 1, Came), said("a2", 4, Late), said("a3", 9, DidNotCome)],
            vec![said("b1", 2, DidNotCome), said("b2", 3, ToldUs), said("b3", 8, Came)],
        ],
        [
            vec![said("a1", 1, Came), said("a2", 6, DidNotCome), correcting("a3", 7, Came, "a2")],
            vec![said("b1", 5, Late), correcting("b2", 9, ToldUs, "a1"), said("b3", 9, Came)],
        ],
        [
            vec![
                said("a1", 1, Came),
                correcting("a2", 2, Late, "b2"),
                said("a3", 3, Came),
                correcting("a4", 4, DidNotCome, "a3"),
            ],
            vec![
                said("b1", 1, DidNotCome),
                correcting("b2", 2, Came, "a1"),
                said("b3", 3, ToldUs),
                correcting("b4", 4, Late, "b3"),
            ],
        ],
    ]
}

/// What an order of arrival comes to, under a rule.
fn ends<'a>(
    orders: &[Vec<MarkSaid<'a>>],
    rule: impl Fn(&[MarkSaid<'a>]) -> (&'a str, Vec<&'a str>),
) -> BTreeSet<(&'a str, Vec<&'a str>)> {
    orders.iter().map(|order| rule(order)).collect()
}

#[test]
fn every_interleaving_of_two_tablets_ends_in_one_state() {
    for [a, b] in queues() {
        let orders = interleavings(&a, &b);
        assert_eq!(orders.len(), if a.len() == 3 { 20 } else { 70 });
        assert_eq!(ends(&orders, state).len(), 1, "{a:?} {b:?}");
    }
}

#[test]
fn every_order_at_all_and_every_mark_twice_end_in_that_state_too() {
    for [a, b] in queues().into_iter().filter(|[a, _]| a.len() == 3) {
        let once = [a, b].concat();
        let wanted = state(&once);
        for order in orders(&once) {
            assert_eq!(state(&order), wanted, "{order:?}");
            // The log takes a client id once, however often it is sent.
            let mut log: Vec<MarkSaid> = Vec::new();
            for one in order.iter().chain(&order) {
                if !log.iter().any(|known| known.client_id == one.client_id) {
                    log.push(*one);
                }
            }
            assert_eq!(state(&log), wanted, "{order:?}");
        }
    }
}

/// The control: what a register that kept the last to arrive would do.
#[test]
fn the_last_received_would_not_end_in_one_state() {
    fn last<'a>(arrived: &[MarkSaid<'a>]) -> (&'a str, Vec<&'a str>) {
        (arrived.last().expect("something was said").client_id, Vec::new())
    }
    for [a, b] in queues() {
        assert!(ends(&interleavings(&a, &b), last).len() > 1);
    }
}

#[test]
fn head_counts_add_up_but_for_those_put_right() {
    let start = Moment::parse("2026-11-23T10:00:00Z").expect("an instant");
    let count = |client_id: &str, minute, children, corrects: Option<&str>| HeadCount {
        id: crate::base::id::HeadCountId::new(),
        session_id: crate::base::id::SessionId::from("s"),
        client_id: client_id.to_owned(),
        content: String::new(),
        adults: 0,
        children,
        device: "a".to_owned(),
        at: start + chrono::TimeDelta::minutes(minute),
        corrects: corrects.map(str::to_owned),
        counted_by: None,
        received_at: start,
        stands: false,
    };
    let rows = [
        count("a1", 1, 3, None),
        count("b1", 1, 2, None),
        count("a2", 2, 4, Some("a1")),
        count("b2", 3, 5, Some("a1")),
        count("b3", 4, 0, Some("b1")),
    ];
    for order in orders(&[0, 1, 2, 3, 4]) {
        let mut arrived: Vec<HeadCount> = order.iter().map(|at| rows[*at].clone()).collect();
        settle_counts(&mut arrived);
        let sum: i32 = arrived.iter().filter(|row| row.stands).map(|row| row.children).sum();
        assert_eq!(sum, 5, "{order:?}");
    }
}
