//! A small borough put straight into the tables: two centres, six LSOAs, postcodes in them and
//! elsewhere; children with random histories and contacts.

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::areas::Vintage;
use firstplace::base::fault::Fault;
use firstplace::base::moment::Moment;
use firstplace::contacts::{Kind, Place};
use firstplace::db::Tx;
use firstplace::db::schema::{
    centres, child_facts, children, contacts, deprivation, families, lsoas, partners, population,
    population_tables, postcodes, reach_area_lsoas, reach_areas, setting_supports,
};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use super::programme::{ACTIVITIES, activities, activity, session};
use crate::support::app::{TestApp, at};

/// Rows alone: no record and no register stands behind the children of a [`Draw`].
pub fn is_made_up(app: &TestApp) {
    app.expect_broken(&["who came has a contact", "in its history"]);
}

pub const CENTRES: [&str; 2] =
    ["0000000000000000000000000000000a", "0000000000000000000000000000000b"];
/// Where each LSOA belongs, its decile, and its residents by year of age.
pub const LSOAS: [(&str, usize, i32, [i32; 5]); 6] = [
    ("E01000001", 0, 1, [9, 8, 7, 6, 5]),
    ("E01000002", 0, 2, [3, 0, 2, 1, 4]),
    ("E01000003", 0, 7, [5, 5, 5, 5, 5]),
    ("E01000004", 1, 1, [2, 2, 2, 2, 2]),
    ("E01000005", 1, 3, [8, 1, 1, 1, 9]),
    ("E01000006", 1, 10, [0, 0, 1, 0, 0]),
];
/// One postcode in each LSOA, one out of the area, and one that lies in none.
pub const POSTCODES: [(&str, Option<&str>); 8] = [
    ("M1 1AA", Some("E01000001")),
    ("M1 1AB", Some("E01000002")),
    ("M1 1AD", Some("E01000003")),
    ("M1 1AE", Some("E01000004")),
    ("M1 1AF", Some("E01000005")),
    ("M1 1AG", Some("E01000006")),
    ("M9 9ZZ", Some("E01009999")),
    ("JE2 3AA", None),
];
/// No imported file has it.
pub const NOWHERE: &str = "M5 5XX";
pub const SETTINGS: [&str; 2] =
    ["0198c0de0000700080000000000000a1", "0198c0de0000700080000000000000a2"];
pub fn write<T: Send + 'static>(
    app: &TestApp,
    work: impl Fn(&mut Tx) -> Result<T, Fault> + Send + 'static,
) -> T {
    app.store.write(Actor::service(), work).expect("it is written")
}

/// Centres, areas, postcodes and residents.
pub fn ground(app: &TestApp) {
    write(app, |tx| {
        let (now, vintage) = (at("2020-01-01T00:00:00Z"), Vintage::Of2021);
        for (id, name) in CENTRES.iter().zip(["North", "South"]) {
            diesel::insert_into(centres::table)
                .values((
                    centres::id.eq(id),
                    centres::name.eq(name),
                    centres::zone.eq("Europe/London"),
                    centres::created_at.eq(now),
                ))
                .execute(tx.conn())?;
            diesel::insert_into(reach_areas::table)
                .values((
                    reach_areas::id.eq(format!("a-{id}")),
                    reach_areas::centre_id.eq(id),
                    reach_areas::vintage.eq(vintage),
                    reach_areas::since_at.eq(now),
                ))
                .execute(tx.conn())?;
            tx.conn().batch_execute(&activities(id))?;
        }
        for partner in SETTINGS {
            diesel::insert_into(partners::table)
                .values((
                    partners::id.eq(partner),
                    partners::name.eq(partner),
                    partners::kind.eq("early_years"),
                    partners::created_at.eq(now),
                ))
                .execute(tx.conn())?;
        }
        diesel::insert_into(population_tables::table)
            .values((
                population_tables::id.eq("table"),
                population_tables::vintage.eq(vintage),
                population_tables::name.eq("Estimates"),
                population_tables::year.eq(2024),
                population_tables::imported_at.eq(now),
            ))
            .execute(tx.conn())?;
        let out = ("E01009999", usize::MAX, 5, [1; 5]);
        for (code, centre, decile, residents) in LSOAS.iter().chain([&out]) {
            area(tx, (code, *centre, *decile, residents))?;
        }
        for (postcode, lsoa) in POSTCODES {
            diesel::insert_into(postcodes::table)
                .values((
                    postcodes::postcode.eq(postcode),
                    postcodes::vintage.eq(vintage),
                    postcodes::lsoa.eq(lsoa),
                ))
                .execute(tx.conn())?;
        }
        Ok(())
    });
}

fn area(
    tx: &mut Tx,
    (code, centre, decile, residents): (&str, usize, i32, &[i32; 5]),
) -> Result<(), Fault> {
    let vintage = Vintage::Of2021;
    diesel::insert_into(lsoas::table)
        .values((lsoas::vintage.eq(vintage), lsoas::code.eq(code)))
        .execute(tx.conn())?;
    diesel::insert_into(deprivation::table)
        .values((
            deprivation::vintage.eq(vintage),
            deprivation::index_year.eq(2025),
            deprivation::lsoa.eq(code),
            deprivation::imd_decile.eq(decile),
        ))
        .execute(tx.conn())?;
    for (age, persons) in (0..).zip(residents) {
        diesel::insert_into(population::table)
            .values((
                population::table_id.eq("table"),
                population::vintage.eq(vintage),
                population::lsoa.eq(code),
                population::age.eq(age),
                population::persons.eq(*persons),
            ))
            .execute(tx.conn())?;
    }
    if let Some(centre) = CENTRES.get(centre) {
        diesel::insert_into(reach_area_lsoas::table)
            .values((
                reach_area_lsoas::area_id.eq(format!("a-{centre}")),
                reach_area_lsoas::vintage.eq(vintage),
                reach_area_lsoas::lsoa.eq(code),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Random children with their histories and contacts, of a seed.
pub struct Draw {
    draw: StdRng,
    seed: u64,
    today: NaiveDate,
}

impl Draw {
    pub fn new(seed: u64, today: NaiveDate) -> Draw {
        Draw { draw: StdRng::seed_from_u64(seed), seed, today }
    }

    fn chance(&mut self, of: f64) -> bool {
        self.draw.random_bool(of)
    }

    fn day(&mut self, back: std::ops::Range<u64>) -> NaiveDate {
        self.today - Days::new(self.draw.random_range(back))
    }

    fn moment(&mut self, days_back: std::ops::Range<u64>) -> Moment {
        let day = self.day(days_back);
        let seconds = self.draw.random_range(0..80_000);
        let at = day.and_hms_opt(0, 0, 0).expect("midnight").and_utc();
        Moment::from(at) + TimeDelta::seconds(seconds)
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        *of.choose(&mut self.draw).expect("something")
    }

    /// Everything of this many children, in place of what was there.
    pub fn fill(&mut self, tx: &mut Tx, count: usize) -> Result<(), Fault> {
        diesel::delete(contacts::table).execute(tx.conn())?;
        diesel::delete(child_facts::table).execute(tx.conn())?;
        diesel::delete(setting_supports::table).execute(tx.conn())?;
        if self.chance(0.5) {
            let on_day = self.day(0..500);
            diesel::insert_into(setting_supports::table)
                .values((
                    setting_supports::id.eq(format!("s-{}", self.seed)),
                    setting_supports::partner_id.eq(SETTINGS[0]),
                    setting_supports::centre_id.eq(CENTRES[0]),
                    setting_supports::kind.eq("visit"),
                    setting_supports::on_day.eq(on_day),
                    setting_supports::recorded_at.eq(at("2026-01-01T00:00:00Z")),
                ))
                .execute(tx.conn())?;
        }
        for number in 0..count {
            let child = format!("{}-{number}", self.seed);
            self.person(tx, &child)?;
            self.history(tx, &child, number)?;
            for contact in 0..self.draw.random_range(0..9) {
                self.contact(tx, &child, contact)?;
            }
        }
        Ok(())
    }

    fn person(&mut self, tx: &mut Tx, child: &str) -> Result<(), Fault> {
        let now = at("2024-01-01T00:00:00Z");
        diesel::insert_into(families::table)
            .values((
                families::id.eq(format!("f-{child}")),
                families::postcode_reason.eq("not_asked"),
                families::channel.eq("staff"),
                families::created_at.eq(now),
            ))
            .execute(tx.conn())?;
        diesel::insert_into(children::table)
            .values((
                children::id.eq(child),
                children::name.eq("Nobody"),
                children::sort_name.eq("nobody"),
                children::born_on.eq(self.today),
                children::created_at.eq(now),
            ))
            .execute(tx.conn())?;
        Ok(())
    }

    /// One to three versions; one child of twelve was joined into another, or joined and parted.
    fn history(&mut self, tx: &mut Tx, child: &str, number: usize) -> Result<(), Fault> {
        let mut from = self.moment(300..900);
        let versions = self.draw.random_range(1..4);
        let joined = number > 0 && self.chance(0.08);
        for version in 0..versions {
            let is_last = version + 1 == versions;
            let until = from + TimeDelta::hours(self.draw.random_range(0..5_000));
            let ends = (!is_last || self.chance(0.04)).then_some(until);
            let into = (joined && version > 0)
                .then(|| format!("{}-{}", self.seed, self.draw.random_range(0..number)));
            self.version(tx, child, (from, ends), (version, into))?;
            from = until;
        }
        Ok(())
    }

    fn version(
        &mut self,
        tx: &mut Tx,
        child: &str,
        (from, until): (Moment, Option<Moment>),
        (version, into): (usize, Option<String>),
    ) -> Result<(), Fault> {
        let expected = self.chance(0.05);
        let day = self.day(0..2_000);
        let due = self.today + Days::new(self.draw.random_range(0..200)) - Days::new(60);
        let known = ["postcode", "postcode", "postcode", "postcode", "postcode", "lsoa"];
        let others = ["no_fixed_address", "unknown", "restricted"];
        let place = if self.chance(0.85) { self.pick(&known) } else { self.pick(&others) };
        let codes: Vec<&str> =
            POSTCODES.iter().map(|(postcode, _)| *postcode).chain([NOWHERE]).collect();
        let postcode = (place == "postcode").then(|| self.pick(&codes));
        let erased = ["E01000002", "E01000005", "E01009999", "elsewhere"];
        let lsoa = (place == "lsoa").then(|| self.pick(&erased));
        let member = self.chance(0.8).then(|| self.day(0..900));
        let listed = self.chance(0.3).then(|| self.day(0..900));
        let left = self.chance(0.1).then(|| self.day(0..300));
        let ended = self.chance(0.04).then(|| self.day(0..300));
        let centre = self.chance(0.9).then(|| self.pick(&CENTRES));
        let groups = self.groups();
        diesel::insert_into(child_facts::table)
            .values((
                child_facts::id.eq(format!("{child}-{version}")),
                child_facts::child_id.eq(child),
                child_facts::known_from.eq(from),
                child_facts::known_until.eq(until),
                child_facts::family_id.eq(into.is_none().then(|| format!("f-{child}"))),
                child_facts::centre_id.eq(centre),
                (
                    child_facts::born_on.eq((!expected).then_some(day)),
                    child_facts::born_month_only.eq(!expected && self.chance(0.1)),
                    child_facts::due_on.eq(expected.then_some(due)),
                    child_facts::ended_on.eq(ended),
                    child_facts::listed_on.eq(listed),
                    child_facts::joined_on.eq(member),
                    child_facts::left_on.eq(left),
                ),
                child_facts::postcode.eq(postcode),
                child_facts::place.eq(place),
                child_facts::lsoa_2021.eq(lsoa),
                child_facts::target_groups.eq(groups),
                child_facts::ethnicity_asked.eq(self.chance(0.5)),
                child_facts::joined_into.eq(into),
            ))
            .execute(tx.conn())?;
        Ok(())
    }

    fn groups(&mut self) -> String {
        let mut stated = Vec::new();
        for code in ["eligible_two", "lone_parent", "workless"] {
            if self.chance(0.3) {
                let since = self.day(100..900);
                let until = self.chance(0.4).then(|| self.day(0..100).to_string());
                stated.push(format!("{code}:{since}:{}", until.unwrap_or_default()));
            }
        }
        stated.join(" ")
    }

    fn contact(&mut self, tx: &mut Tx, child: &str, number: u32) -> Result<(), Fault> {
        let kinds = [
            Kind::Attendance,
            Kind::Attendance,
            Kind::Attendance,
            Kind::OneToOne,
            Kind::HealthReview,
            Kind::EarlyLearning,
            Kind::SchoolPlace,
            Kind::PhoneCall,
        ];
        let kind = self.pick(&kinds);
        // Close together, so that days meet.
        let on_day = if self.chance(0.5) { self.day(0..12) } else { self.day(0..800) };
        let is_place = matches!(kind, Kind::EarlyLearning | Kind::SchoolPlace);
        let places =
            [Place::Paid, Place::FundedTwo, Place::WorkingFamily, Place::Funded, Place::School];
        let place = is_place.then(|| self.pick(&places));
        let until = (is_place && self.chance(0.5))
            .then(|| on_day + Days::new(self.draw.random_range(0..400)));
        let at_centre = kind == Kind::Attendance || (kind == Kind::OneToOne && self.chance(0.7));
        let centre = at_centre.then(|| self.pick(&CENTRES));
        let recorded = Moment::from(on_day.and_hms_opt(12, 0, 0).expect("noon").and_utc())
            + TimeDelta::hours(self.draw.random_range(0..2_000));
        let withdrawn = self
            .chance(0.15)
            .then(|| recorded + TimeDelta::hours(self.draw.random_range(0..1_000)));
        let partner = is_place.then(|| self.pick(&SETTINGS));
        let what = (kind == Kind::Attendance && self.chance(0.8)).then(|| self.pick(&ACTIVITIES));
        let came = centre.zip(what);
        let register = came.filter(|_| self.chance(0.7));
        let session =
            register.map(|(centre, what)| session(tx, centre, what, on_day)).transpose()?;
        if let Some(session) = &session {
            // A register has one standing row of a child, whenever one looks.
            let marked: i64 = contacts::table
                .filter(contacts::session_id.eq(session))
                .filter(contacts::child_id.eq(child))
                .count()
                .get_result(tx.conn())?;
            if marked > 0 {
                return Ok(());
            }
        }
        diesel::insert_into(contacts::table)
            .values((
                contacts::id.eq(format!("{child}-{number}")),
                contacts::kind.eq(kind),
                contacts::on_day.eq(on_day),
                contacts::family_id.eq(format!("f-{child}")),
                contacts::child_id.eq(child),
                contacts::adults.eq(0),
                contacts::centre_id.eq(centre),
                contacts::partner_id.eq(partner),
                contacts::place.eq(place),
                contacts::until_day.eq(until),
                contacts::activity_id.eq(came.map(|(centre, what)| activity(centre, what))),
                contacts::source.eq(if session.is_some() { "register" } else { "hand" }),
                contacts::session_id.eq(session),
                contacts::recorded_at.eq(recorded),
                contacts::withdrawn_at.eq(withdrawn),
            ))
            .execute(tx.conn())?;
        Ok(())
    }
}
