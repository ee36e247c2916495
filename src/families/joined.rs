//! Follows records that were merged into another. A chain is followed to its end. The service
//! cannot create a ring; if the tables hold one, every record in it leads to the same record.

use std::collections::BTreeMap;

/// The record this one was merged into, or itself. In a ring: the first of the ring, by id.
pub(crate) fn kept<K: Clone + Ord, E>(
    from: &K,
    mut into: impl FnMut(&K) -> Result<Option<K>, E>,
) -> Result<K, E> {
    let mut last = from.clone();
    let mut before: Vec<K> = Vec::new();
    while let Some(next) = into(&last)? {
        before.push(last);
        if let Some(ring) = ring(&before, &next) {
            return Ok(ring.into_iter().next().unwrap_or(next));
        }
        last = next;
    }
    Ok(last)
}

/// The same over rows already read: `(record, the one it was merged into)`.
pub(crate) fn kept_among<K: Clone + Ord>(from: &K, joined: impl Fn(&K) -> Option<K>) -> K {
    let kept: Result<K, std::convert::Infallible> = kept(from, |record| Ok(joined(record)));
    match kept {
        Ok(kept) => kept,
        Err(never) => match never {},
    }
}

/// These records and all that lead to them, each with the one it leads to. `joined` returns
/// `(record, the one it was merged into)` for records merged into the given ones.
pub(crate) fn leading_to<K: Clone + Ord, E>(
    these: &[K],
    mut joined: impl FnMut(&[K]) -> Result<Vec<(K, K)>, E>,
) -> Result<BTreeMap<K, K>, E> {
    let mut all: BTreeMap<K, K> = these.iter().map(|one| (one.clone(), one.clone())).collect();
    let mut next: Vec<K> = these.to_vec();
    while !next.is_empty() {
        let mut new = Vec::new();
        for (record, into) in joined(&next)? {
            if !all.contains_key(&record) {
                let end = all.get(&into).cloned().unwrap_or(into);
                all.insert(record.clone(), end);
                new.push(record);
            }
        }
        next = new;
    }
    Ok(all)
}

/// Every ring among merged records, once each, records in order.
pub(crate) fn rings<'a, K: Clone + Ord + 'a>(
    joined: impl IntoIterator<Item = (&'a K, &'a K)>,
) -> Vec<Vec<K>> {
    let joined: BTreeMap<&K, &K> = joined.into_iter().collect();
    let mut rings: Vec<Vec<K>> = Vec::new();
    for from in joined.keys() {
        let mut before: Vec<K> = vec![(*from).clone()];
        let mut last = *from;
        while let Some(next) = joined.get(last) {
            if let Some(ring) = ring(&before, next) {
                rings.push(ring);
                break;
            }
            before.push((*next).clone());
            last = next;
        }
    }
    rings.sort();
    rings.dedup();
    rings
}

/// The records of the ring that `next` closes, in order.
fn ring<K: Clone + Ord>(before: &[K], next: &K) -> Option<Vec<K>> {
    let at = before.iter().position(|record| record == next)?;
    let mut ring: Vec<K> = before.iter().skip(at).cloned().collect();
    ring.sort();
    Some(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_followed_to_its_end_and_a_ring_ends_at_one_record() {
        let joined = BTreeMap::from([(1, 2), (2, 3), (5, 6), (6, 7), (7, 6), (9, 9)]);
        let kept = |from: i32| kept_among(&from, |one| joined.get(one).copied());
        assert_eq!((kept(1), kept(2), kept(3), kept(4)), (3, 3, 3, 4));
        assert_eq!((kept(5), kept(6), kept(7), kept(9)), (6, 6, 6, 9));
        assert_eq!(rings(&joined), [vec![6, 7], vec![9]]);
    }

    #[test]
    fn all_that_leads_to_a_record_is_found_once_even_around_a_ring() {
        let joined = [(1, 2), (2, 3), (4, 3), (3, 1)];
        let of = |ids: &[i32]| {
            let leads = joined.iter().filter(|(_, into)| ids.contains(into)).copied();
            Ok::<_, std::convert::Infallible>(leads.collect())
        };
        let all = leading_to(&[3], of).unwrap_or_default();
        assert_eq!(all, BTreeMap::from([(1, 3), (2, 3), (3, 3), (4, 3)]));
    }
}
