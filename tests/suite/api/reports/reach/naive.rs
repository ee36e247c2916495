//! The report once more, written to be seen through and not to be fast: everything is loaded, and
//! every line asks every child again. Nothing of the service's counting is used here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use firstplace::base::fault::Fault;
use firstplace::base::moment::Moment;
use firstplace::db::Tx;
use firstplace::db::schema::{child_facts, contacts, setting_supports};
use firstplace::reach::facts::ChildFact;

use super::stage::{CENTRES, LSOAS, POSTCODES};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub centre: Option<&'static str>,
    pub as_at: NaiveDate,
    /// The first instant after it, where the families live.
    pub midnight: Moment,
    pub known_at: Moment,
    pub months: u32,
    pub threshold: usize,
}

#[derive(Clone, Debug)]
struct Met {
    child: String,
    kind: String,
    day: NaiveDate,
    centre: Option<String>,
    activity: Option<String>,
    partner: Option<String>,
    place: Option<String>,
    until: Option<NaiveDate>,
}

pub struct Everything {
    /// The versions of each child.
    facts: BTreeMap<String, Vec<ChildFact>>,
    /// What each child was met for, joined records with the one that was kept.
    met: BTreeMap<String, Vec<Met>>,
    supported: BTreeSet<String>,
    question: Question,
    first_day: NaiveDate,
}

/// Names of measures and their counts.
pub type Counts = BTreeMap<&'static str, u64>;

fn known(recorded: Moment, withdrawn: Option<Moment>, at: Moment) -> bool {
    recorded <= at && withdrawn.is_none_or(|gone| gone > at)
}

/// The same day so many months later, or the first after it.
fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    let at = day.month0() + months;
    let (year, month) = (day.year() + i32::try_from(at / 12).expect("years"), at % 12);
    NaiveDate::from_ymd_opt(year, month + 1, day.day()).unwrap_or_else(|| {
        let next = month + 1;
        let years = i32::try_from(next / 12).expect("a year");
        NaiveDate::from_ymd_opt(year + years, next % 12 + 1, 1).expect("a first of a month")
    })
}

impl Everything {
    pub fn load(tx: &mut Tx, question: Question) -> Result<Everything, Fault> {
        let all: Vec<ChildFact> =
            child_facts::table.select(ChildFact::as_select()).load(tx.conn())?;
        let mut facts: BTreeMap<String, Vec<ChildFact>> = BTreeMap::new();
        for fact in all {
            facts.entry(fact.child_id.to_string()).or_default().push(fact);
        }
        type Row = (
            (Option<String>, String, NaiveDate, Option<String>, Option<String>),
            (Option<String>, Option<String>, Option<NaiveDate>, Moment, Option<Moment>),
        );
        let rows: Vec<Row> = contacts::table
            .select((
                (
                    contacts::child_id,
                    contacts::kind,
                    contacts::on_day,
                    contacts::centre_id,
                    contacts::partner_id,
                ),
                (
                    contacts::activity_id,
                    contacts::place,
                    contacts::until_day,
                    contacts::recorded_at,
                    contacts::withdrawn_at,
                ),
            ))
            .load(tx.conn())?;
        let mut met = Vec::new();
        for ((child, kind, day, centre, partner), of) in rows {
            let (activity, place, until, recorded, withdrawn) = of;
            if known(recorded, withdrawn, question.known_at) {
                let child = child.expect("a child");
                met.push(Met { child, kind, day, centre, activity, partner, place, until });
            }
        }
        let mut first_day = question.as_at;
        // The window's first day is the first after the same day so many months before.
        while month_before(question.as_at, question.months) < first_day {
            first_day = first_day.pred_opt().expect("a day before");
        }
        let first_day = first_day.succ_opt().expect("a day after");
        let rows: Vec<(String, NaiveDate, Moment, Option<Moment>)> = setting_supports::table
            .select((
                setting_supports::partner_id,
                setting_supports::on_day,
                setting_supports::recorded_at,
                setting_supports::withdrawn_at,
            ))
            .load(tx.conn())?;
        let mut supported = BTreeSet::new();
        for (partner, day, recorded, withdrawn) in rows {
            let in_window = first_day <= day && day <= question.as_at;
            if in_window && known(recorded, withdrawn, question.known_at) {
                supported.insert(partner);
            }
        }
        let met_by_kept = BTreeMap::new();
        let mut all = Everything { facts, met: met_by_kept, supported, question, first_day };
        for one in met {
            let kept = all.kept(&one.child);
            all.met.entry(kept).or_default().push(one);
        }
        Ok(all)
    }

    fn children(&self) -> BTreeSet<String> {
        self.facts.keys().cloned().collect()
    }

    fn live(&self, child: &str) -> Option<&ChildFact> {
        let at = self.question.known_at;
        self.facts
            .get(child)?
            .iter()
            .find(|fact| fact.known_from <= at && fact.known_until.is_none_or(|until| until > at))
    }

    /// The version of the day: the last that began before its end, else the first there was.
    fn then(&self, child: &str) -> Option<&ChildFact> {
        let (mut then, mut first): (Option<&ChildFact>, Option<&ChildFact>) = (None, None);
        for fact in &self.facts[child] {
            let empty = fact.known_until == Some(fact.known_from);
            if empty || fact.known_from > self.question.known_at {
                continue;
            }
            if first.is_none_or(|other| fact.known_from < other.known_from) {
                first = Some(fact);
            }
            let in_time = fact.known_from < self.question.midnight;
            if in_time && then.is_none_or(|other| fact.known_from > other.known_from) {
                then = Some(fact);
            }
        }
        then.or(first)
    }

    fn kept(&self, child: &str) -> String {
        let mut kept = child.to_owned();
        while let Some(into) = self.live(&kept).and_then(|fact| fact.joined_into.clone()) {
            if self.live(into.as_str()).is_none() {
                break;
            }
            kept = into.to_string();
        }
        kept
    }

    fn age(&self, child: &str) -> Option<u32> {
        let fact = self.live(child)?;
        let gone = fact.ended_on.is_some_and(|day| day <= self.question.as_at);
        if gone || fact.joined_into.is_some() {
            return None;
        }
        let mut born = fact.born_on?;
        if fact.born_month_only {
            born = months_after(born.with_day(1).expect("a first"), 1);
        }
        if born > self.question.as_at {
            return None;
        }
        let mut age = 0;
        while months_after(born, age + 1) <= self.question.as_at {
            age += 1;
        }
        (age < 60).then_some(age)
    }

    /// The LSOA, or the name of the bucket.
    fn place(&self, child: &str) -> String {
        let fact = self.then(child).expect("a version");
        let known: BTreeSet<&str> = LSOAS.iter().map(|row| row.0).collect();
        let centre = self.question.centre;
        let inside = |code: &str| {
            let row = LSOAS.iter().find(|row| row.0 == code).expect("an LSOA");
            centre.is_none_or(|centre| CENTRES[row.1] == centre)
        };
        let of = |code: Option<&str>| match code {
            Some(code) if known.contains(code) && inside(code) => code.to_owned(),
            _ => "out_of_area".to_owned(),
        };
        match fact.place.as_str() {
            "postcode" => {
                let postcode = fact.postcode.as_deref();
                let row = POSTCODES.iter().find(|row| Some(row.0) == postcode);
                row.map_or_else(|| "unknown".to_owned(), |row| of(row.1))
            }
            "lsoa" => of(fact.lsoa_2021.as_deref()),
            other => other.to_owned(),
        }
    }

    fn in_window(&self, day: NaiveDate) -> bool {
        self.first_day <= day && day <= self.question.as_at
    }

    fn holds(&self, child: &str, code: &str) -> bool {
        let text = &self.live(child).expect("a version").target_groups;
        text.split(' ').filter(|one| !one.is_empty()).any(|one| {
            let parts: Vec<&str> = one.split(':').collect();
            let since: NaiveDate = parts[1].parse().expect("a day");
            let until: Option<NaiveDate> = parts[2].parse().ok();
            parts[0] == code
                && since <= self.question.as_at
                && until.is_none_or(|until| self.question.as_at < until)
        })
    }

    /// The names of the measures that a child counts for; here is one centre, or any.
    fn measures(&self, child: &str, here: Option<&str>) -> BTreeSet<&'static str> {
        let mut found = BTreeSet::new();
        let (fact, age) = (self.live(child).expect("known"), self.age(child).expect("served"));
        let on = |day: Option<NaiveDate>| day.is_some_and(|day| day <= self.question.as_at);
        if !on(fact.left_on) && on(fact.joined_on) {
            found.insert("members");
        } else if !on(fact.left_on) && on(fact.listed_on) {
            found.insert("listed");
        }
        let (mut days, mut ever, mut health) = (BTreeSet::new(), BTreeSet::new(), false);
        // The place and whether that setting was supported.
        let mut places: BTreeSet<(String, bool)> = BTreeSet::new();
        for one in self.met.get(child).into_iter().flatten() {
            if one.day > self.question.as_at {
                continue;
            }
            match one.kind.as_str() {
                "attendance" | "one_to_one" | "home_visit" => {
                    ever.insert(one.day);
                    if self.in_window(one.day) {
                        days.insert(one.day);
                        let at = one.centre.as_deref();
                        if at.is_some() && here.is_none_or(|here| at == Some(here)) {
                            found.insert("seen_here");
                        }
                    }
                }
                "health_review" => health |= self.in_window(one.day),
                "early_learning" | "school_place"
                    if one.until.is_none_or(|until| until >= self.question.as_at) =>
                {
                    let partner = one.partner.as_ref().expect("a setting");
                    let supported = self.supported.contains(partner);
                    places.insert((one.place.clone().expect("a place"), supported));
                }
                _ => {}
            }
        }
        if !days.is_empty() {
            found.insert("seen");
            if ever.first() >= Some(&self.first_day) {
                found.insert("seen_new");
            }
        }
        if days.len() >= self.question.threshold {
            found.insert("sustained_direct");
        }
        let counts = |place: &str| match age {
            0..=23 => false,
            24..=35 => {
                matches!(place, "funded_two" | "working_family")
                    && self.holds(child, "eligible_two")
            }
            _ => true,
        };
        places.retain(|(place, _)| counts(place));
        if places.iter().any(|(_, supported)| *supported) || (age < 12 && health) {
            found.insert("sustained_universal");
        } else if !places.is_empty() {
            found.insert("not_yet_evidenced");
        }
        if found.contains("sustained_direct") || found.contains("sustained_universal") {
            found.insert("sustained");
        }
        found
    }

    fn count(&self, here: Option<&str>, holds: impl Fn(&str) -> bool) -> Counts {
        let mut counts = Counts::new();
        for child in self.children() {
            if self.live(&child).is_some() && self.age(&child).is_some() && holds(&child) {
                for measure in self.measures(&child, here) {
                    *counts.entry(measure).or_default() += 1;
                }
            }
        }
        counts
    }

    fn is_inside(&self, child: &str) -> bool {
        self.place(child).starts_with("E01")
    }

    /// Every line by `table.key`.
    pub fn lines(&self) -> BTreeMap<String, Counts> {
        let here = self.question.centre;
        let mut lines = BTreeMap::new();
        lines.insert("whole.".to_owned(), self.count(here, |child| self.is_inside(child)));
        let carded = |child: &str| self.measures(child, here).contains("members");
        let mut funnel = self.count(here, |child| self.is_inside(child) && carded(child));
        funnel.retain(|name, _| matches!(*name, "seen" | "sustained_direct"));
        lines.insert("members.".to_owned(), funnel);
        for (lsoa, at, ..) in LSOAS {
            if here.is_none_or(|here| CENTRES[at] == here) {
                let of = self.count(here, |child| self.place(child) == lsoa);
                lines.insert(format!("area.{lsoa}"), of);
            }
        }
        let decile = |code: &str| LSOAS.iter().find(|row| row.0 == code).map(|row| row.2);
        for (_, at, wanted, _) in LSOAS {
            if here.is_none_or(|here| CENTRES[at] == here) {
                let of = self.count(here, |child| decile(&self.place(child)) == Some(wanted));
                lines.insert(format!("decile.{wanted}"), of);
            }
        }
        for (from, until) in [(0, 11), (12, 23), (24, 35), (36, 59)] {
            let is_in =
                |child: &str| self.age(child).is_some_and(|age| (from..=until).contains(&age));
            let of = self.count(here, |child| self.is_inside(child) && is_in(child));
            lines.insert(format!("age_band.{from}-{until}"), of);
        }
        for code in ["eligible_two", "lone_parent", "workless"] {
            let of = self.count(here, |child| self.is_inside(child) && self.holds(child, code));
            lines.insert(format!("target_group.{code}"), of);
        }
        let deprived = |child: &str| decile(&self.place(child)).is_some_and(|decile| decile <= 3);
        lines.insert("target_group.deprived_area".to_owned(), self.count(here, deprived));
        for (at, centre) in CENTRES.iter().enumerate() {
            if here.is_none_or(|here| *centre == here) {
                let lives = |child: &str| {
                    let place = self.place(child);
                    LSOAS.iter().any(|row| row.0 == place && row.1 == at)
                };
                lines.insert(format!("centre.{centre}"), self.count(Some(centre), lives));
            }
        }
        let came = |one: &Met| {
            let at = one.centre.as_deref();
            one.kind == "attendance"
                && self.in_window(one.day)
                && here.is_none_or(|here| at == Some(here))
        };
        let all = self.met.values().flatten().filter(|one| came(one));
        let activities: BTreeSet<&String> = all.filter_map(|one| one.activity.as_ref()).collect();
        for activity in activities {
            let came_to = |child: &str| {
                let mut of = self.met.get(child).into_iter().flatten().filter(|one| came(one));
                of.any(|one| one.activity.as_ref() == Some(activity))
            };
            let of = self.count(here, |child| self.is_inside(child) && came_to(child));
            lines.insert(format!("activity.{activity}"), of);
        }
        for bucket in ["out_of_area", "unknown", "no_fixed_address", "restricted"] {
            let of_ours = |child: &str| {
                let home = self.then(child).and_then(|fact| fact.centre_id.clone());
                here.is_none_or(|here| home.is_some_and(|home| home.as_str() == here))
                    || self.measures(child, here).contains("seen_here")
            };
            let of = self.count(here, |child| self.place(child) == bucket && of_ours(child));
            lines.insert(format!("outside.{bucket}"), of);
        }
        lines
    }
}

/// The same day so many months before, or the last of its month.
fn month_before(day: NaiveDate, months: u32) -> NaiveDate {
    let at = day.year() * 12 + i32::try_from(day.month0()).expect("a month")
        - i32::try_from(months).expect("months");
    let (year, month) = (at.div_euclid(12), u32::try_from(at.rem_euclid(12)).expect("a month") + 1);
    (1..=day.day())
        .rev()
        .find_map(|of| NaiveDate::from_ymd_opt(year, month, of))
        .expect("a day of the month")
}
