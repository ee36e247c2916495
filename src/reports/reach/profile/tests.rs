//! Checked against everything that could have been published: every table that fits the shown
//! figures is tried, so that claims about hidden figures are counted, not argued.

use super::*;
use crate::reach::balance::Balance;
use crate::reports::reach::measures::Measure;
use crate::reports::reach::published;
use crate::reports::reach::report::Table;
use crate::reports::reach::sample::{self, Parts, borough, cell, report, total};
use proptest::prelude::*;

/// The report as its recipient gets it.
fn leaving(report: ReachReport, how: &How) -> ReachReport {
    let makeup = sample::makeup(&report);
    profiled(report, &makeup, how, &|| false)
}

/// A possible line, from its parts.
type Guess = fn(&[u64]) -> Line;

/// Members, and those listed only.
fn membership(parts: &[u64]) -> Line {
    let [listed, carded] = parts else { panic!("two parts") };
    let full = Parts { resident: 90, listed: *listed, carded: *carded, ..Parts::default() };
    let line = full.line("", "");
    Line { members: line.members, listed: line.listed, ..Line::default() }
}

/// Seen, and those of them in sustained contact.
fn seen(parts: &[u64]) -> Line {
    let [direct, seldom] = parts else { panic!("two parts") };
    let full = Parts { resident: 90, direct: *direct, seldom: *seldom, ..Parts::default() };
    let line = full.line("", "");
    Line {
        seen: line.seen,
        seen_here: line.seen_here,
        sustained_direct: line.sustained_direct,
        sustained: line.sustained,
        gap: line.gap,
        ..Line::default()
    }
}

fn sum(lines: &[Vec<u64>]) -> Vec<u64> {
    let parts = lines.first().map_or(0, Vec::len);
    (0..parts).map(|part| lines.iter().map(|line| line[part]).sum()).collect()
}

/// Two bands that make up the whole, and a group in it.
fn exact(guess: Guess, bands: &[Vec<u64>], group: &[u64]) -> ReachReport {
    let keyed = |line: Line, key: &str| Line { key: key.to_owned(), ..line };
    let table = |by, overlaps, lines: Vec<Line>| Table { by, overlaps, lines };
    let lines = bands.iter().zip(["a", "b"]).map(|(band, key)| keyed(guess(band), key)).collect();
    let tables = vec![
        table(ReachBy::AgeBand, false, lines),
        table(ReachBy::TargetGroup, true, vec![keyed(guess(group), "lone_parent")]),
    ];
    report(Profile::Public, keyed(guess(&sum(bands)), ""), tables)
}

fn lines_of(report: &ReachReport) -> Vec<Line> {
    published::lines(report).into_iter().cloned().collect()
}

/// Whether a guessed line fits the shown one: equal figures, and hidden ones at least `floor`.
/// Shares and gaps follow from the figures, so they are compared too.
fn fits(guessed: &Line, shown: &Line, floor: u64) -> bool {
    MEASURES.iter().all(|measure| {
        let (guessed, shown) = ((measure.of)(guessed), (measure.of)(shown));
        match shown.why_not {
            Some(WhyNot::Suppressed) if shown.n.is_none() => {
                measure.code == "gap" || guessed.n.is_none_or(|count| count >= floor)
            }
            _ if shown.percent.is_none() => guessed.n == shown.n,
            _ => guessed == shown,
        }
    })
}

/// All lines with parts from zero to one above the true value.
fn guesses(parts: &[u64]) -> Vec<Vec<u64>> {
    parts.iter().fold(vec![Vec::new()], |all, part| {
        let longer = |one: &Vec<u64>| {
            let one = one.clone();
            (0..=part + 1).map(move |count| [one.clone(), vec![count]].concat())
        };
        all.iter().flat_map(longer).collect()
    })
}

/// Hidden figures with only one possible value: line and measure.
fn told(
    guess: Guess,
    bands: &[Vec<u64>],
    group: &[u64],
    shown: &ReachReport,
) -> Vec<(usize, &'static str)> {
    let (truth, shown) = (lines_of(&exact(guess, bands, group)), lines_of(shown));
    let is_out = |line: usize, measure: &Measure| {
        let cell = (measure.of)(&shown[line]);
        measure.code != "gap" && cell.n.is_none() && cell.why_not == Some(WhyNot::Suppressed)
    };
    let out: Vec<_> = (0..shown.len())
        .flat_map(|line| MEASURES.iter().map(move |measure| (line, measure)))
        .filter(|(line, measure)| is_out(*line, measure))
        .collect();
    // A reader who knows that zeros are shown knows that hidden figures are above zero.
    let nought = out.iter().any(|(line, measure)| (measure.of)(&truth[*line]).n == Some(0));
    let floor = u64::from(!nought);
    let of_line = |parts: &[u64], line: usize| -> Vec<(Vec<u64>, Line)> {
        let all = guesses(parts).into_iter().map(|parts| (parts.clone(), guess(&parts)));
        all.filter(|(_, guessed)| fits(guessed, &shown[line], floor)).collect()
    };
    let (first, second, third) = (of_line(&bands[0], 1), of_line(&bands[1], 2), of_line(group, 3));
    let mut found: Vec<BTreeSet<u64>> = vec![BTreeSet::new(); out.len()];
    for (a, line_a) in &first {
        for (b, line_b) in &second {
            let both = sum(&[a.clone(), b.clone()]);
            let whole = guess(&both);
            if !fits(&whole, &shown[0], floor) {
                continue;
            }
            let inside = |parts: &Vec<u64>| parts.iter().zip(&both).all(|(part, all)| part <= all);
            for (_, line_g) in third.iter().filter(|(parts, _)| inside(parts)) {
                let lines = [&whole, line_a, line_b, line_g];
                for ((line, measure), values) in out.iter().zip(&mut found) {
                    values.extend((measure.of)(lines[*line]).n);
                }
            }
        }
    }
    let alone = out.iter().zip(&found).filter(|(_, values)| values.len() < 2);
    alone.map(|((line, measure), _)| (*line, measure.code)).collect()
}

fn public(report: ReachReport) -> ReachReport {
    leaving(report, &How::default())
}

fn is_small(report: &ReachReport) -> bool {
    let small = |cell: &Cell| cell.n.is_some_and(|count| (1..=4).contains(&count));
    lines_of(report).iter().any(|line| {
        MEASURES.iter().any(|measure| measure.code != "gap" && small((measure.of)(line)))
    })
}

fn line_of(parts: usize) -> impl Strategy<Value = Vec<u64>> {
    proptest::collection::vec(prop_oneof![3 => 0..6u64, 1 => 0..9u64], parts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_left_out_of_the_members_can_be_worked_out(
        bands in proptest::collection::vec(line_of(2), 2),
        group in line_of(2),
    ) {
        prove(membership, &bands, &group)?;
    }

    #[test]
    fn nor_of_those_seen(bands in proptest::collection::vec(line_of(2), 2), group in line_of(2)) {
        prove(seen, &bands, &group)?;
    }
}

fn prove(guess: Guess, bands: &[Vec<u64>], group: &[u64]) -> Result<(), TestCaseError> {
    let all = sum(bands);
    let group: Vec<u64> = group.iter().zip(&all).map(|(part, all)| *part.min(all)).collect();
    let shown = public(exact(guess, bands, &group));
    prop_assert!(!is_small(&shown), "{shown:?}");
    let told = told(guess, bands, &group, &shown);
    prop_assert!(told.is_empty(), "{told:?} of {bands:?} {group:?} in {shown:?}");
    Ok(())
}

#[test]
fn without_further_figures_a_small_one_is_worked_out() {
    let (bands, group) = ([vec![6, 20], vec![2, 30]], vec![7, 9]);
    let mut primary = exact(membership, &bands, &group);
    for line in lines_mut(&mut primary) {
        for measure in MEASURES.iter().filter(|measure| measure.code != "gap") {
            hide_small((measure.of_mut)(line), Small::default());
        }
    }
    let found = told(membership, &bands, &group, &primary);
    assert!(found.contains(&(2, "listed")), "the control: by the whole {found:?}");
    let shown = public(exact(membership, &bands, &group));
    assert_eq!(told(membership, &bands, &group, &shown), []);
}

#[test]
fn what_is_left_of_a_total_is_protected_too() {
    // 18 of 20 who were seen are in sustained contact: two are not, though no figure says so.
    let shown = public(exact(seen, &[vec![18, 2], vec![30, 40]], &[20, 20]));
    let line = &shown.tables[0].lines[0];
    assert!(line.seen.n.is_none() || line.sustained_direct.n.is_none(), "{line:?}");
}

#[test]
fn members_not_seen_and_those_seen_who_are_no_members_are_protected_too() {
    let parts = Parts { resident: 90, carded: 40, seldom: 60, ..Parts::default() };
    let of = |members_seen: u64| {
        let mut made = report(Profile::Public, parts.line("", ""), Vec::new());
        made.members.seen = Cell { n: Some(members_seen), ..Cell::default() };
        public(made)
    };
    let told =
        |shown: &ReachReport| shown.members.seen.n.is_some() && shown.whole.members.n.is_some();
    assert!(told(&of(20)), "the control");
    assert!(!told(&of(38)), "two members were not seen");
}

#[test]
fn what_the_pack_holds_of_households_stays_in_the_house() {
    for profile in [Profile::Partner, Profile::Public] {
        let shown = leaving(borough(profile), &How::default());
        assert!(shown.balance.groups.is_empty());
        let keys: Vec<&str> = shown.sections.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["registers"]);
    }
}

#[test]
fn a_boroughs_report_shows_no_small_count_and_most_of_the_rest() {
    for profile in [Profile::Public, Profile::Partner] {
        let shown = leaving(borough(profile), &How::default());
        assert!(!is_small(&shown));
        assert!(shown.outside.iter().all(|line| line.key != "restricted"));
        let unknown = shown.outside.iter().find(|line| line.key == "unknown");
        assert_eq!(unknown.and_then(|line| line.members.n), Some(16), "with those kept secret");
        let cells: Vec<Cell> = lines_of(&shown)
            .iter()
            .flat_map(|line| MEASURES.iter().map(|measure| (measure.of)(line).clone()))
            .filter(|cell| *cell != Cell::default())
            .collect();
        let out = cells.iter().filter(|cell| cell.why_not == Some(WhyNot::Suppressed)).count();
        assert!(out * 5 < cells.len() * 2, "{profile:?}: {out} of {}", cells.len());
        assert!(shown.whole.seen.n.is_some() && shown.whole.sustained.n.is_some());
        for cell in cells.iter().filter(|cell| cell.n.is_none()) {
            assert!(cell.of.is_none() && cell.percent.is_none() && cell.words.is_none());
        }
    }
}

#[test]
fn the_public_has_no_areas_no_trend_and_a_partner_no_sensitive_group() {
    let shown = public(borough(Profile::Public));
    assert!(shown.tables.iter().all(|table| table.by != ReachBy::Area));
    assert!(shown.trend.is_empty() && shown.freshness.is_empty());
    assert!(!format!("{:?}", shown.notes).contains("Four children"));
    let sensitive = BTreeSet::from(["send_child".to_owned(), "cp_plan".to_owned()]);
    let how = How { sensitive, ..How::default() };
    let shown = leaving(borough(Profile::Partner), &how);
    let groups: Vec<&str> = shown
        .tables
        .iter()
        .filter(|table| table.by == ReachBy::TargetGroup)
        .flat_map(|table| table.lines.iter().map(|line| line.key.as_str()))
        .collect();
    assert_eq!(groups, ["lone_parent"]);
    assert!(shown.trend.is_empty());
    assert_eq!(leaving(borough(Profile::Exact), &how), borough(Profile::Exact));
}

#[test]
fn what_partners_and_the_public_both_read_is_the_same() {
    let (public, partner) = (
        leaving(borough(Profile::Public), &How::default()),
        leaving(borough(Profile::Partner), &How::default()),
    );
    let of = |report: &ReachReport, by: ReachBy| {
        report.tables.iter().find(|table| table.by == by).cloned()
    };
    assert_eq!(public.whole, partner.whole);
    assert_eq!((&public.members, &public.outside), (&partner.members, &partner.outside));
    for by in PUBLIC_BY {
        assert_eq!(of(&public, by), of(&partner, by), "{by:?}");
    }
    assert!(of(&partner, ReachBy::Area).is_some() && of(&public, ReachBy::Area).is_none());
}

#[test]
fn what_there_is_no_time_to_protect_is_withheld_and_it_is_said() {
    let asked = std::cell::Cell::new(0);
    let after = |profile: Profile, times: u32| {
        asked.set(0);
        let late = || asked.replace(asked.get() + 1) >= times;
        let makeup = sample::makeup(&borough(profile));
        profiled(borough(profile), &makeup, &How::default(), &late)
    };
    let by = |report: &ReachReport| report.tables.iter().map(|table| table.by).collect::<Vec<_>>();
    let said = |report: &ReachReport| report.notes.iter().any(|note| note.contains("withheld"));
    for profile in [Profile::Public, Profile::Partner] {
        let none = after(profile, 0);
        assert!(
            none.tables.is_empty() && said(&none) && none.whole.seen.n.is_none(),
            "{profile:?}"
        );
        let whole = after(profile, u32::MAX);
        assert!(whole.tables.len() >= 3 && !said(&whole), "the control");
    }
    let whole = after(Profile::Partner, u32::MAX);
    let finest =
        |shown: &ReachReport| !shown.tables.is_empty() && !by(shown).contains(&ReachBy::Area);
    let mut later = (0..14).map(|power| after(Profile::Partner, 1 << power));
    let shown = later.find(finest).expect("the areas are withheld by themselves");
    assert!(said(&shown));
    // The rest is the same as in a report finished in time.
    assert_eq!((&shown.whole, &shown.members), (&whole.whole, &whole.members));
    assert_eq!(shown.tables[..], whole.tables[1..]);
}

#[test]
fn a_balance_with_a_small_count_is_left_out_whole() {
    let mut small = report(Profile::Public, Parts::default().line("", ""), Vec::new());
    small.balance = sample::balance(Balance { target: 60, not_target: 40, unknown: 2 });
    let shown = public(small);
    for line in [&shown.balance.whole, &shown.balance.without_area] {
        assert_eq!(line.target.n, None);
        assert_eq!(line.percent_of_all.of, None);
        assert_eq!(line.claim, Claim::NotApplicable);
    }
    let mut between = report(Profile::Public, Parts::default().line("", ""), Vec::new());
    between.balance = sample::balance(Balance { target: 60, not_target: 40, unknown: 20 });
    assert_eq!(public(between.clone()).balance.whole.target.n, Some(60), "the control");
    let other = sample::balance(Balance { target: 57, not_target: 43, unknown: 20 });
    between.balance.without_area = other.without_area;
    assert_eq!(public(between).balance.whole.target.n, None, "three are in the area alone");
}

#[test]
fn rounded_figures_are_multiples_of_five_with_shares_of_what_is_shown() {
    let how = How { rounding: Rounding::ToFive, ..How::default() };
    let parts = Parts { resident: 103, carded: 57, listed: 11, ..Parts::default() };
    let whole = total(&[parts]).line("", "");
    let shown = leaving(report(Profile::Public, whole, Vec::new()), &how);
    assert_eq!(shown.whole.members, Cell { words: None, ..cell(55, 103) });
    assert_eq!(shown.whole.resident.n, Some(103));
    assert_eq!(shown.balance.whole.target.n, Some(640));
}
