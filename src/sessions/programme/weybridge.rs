//! A real centre's printed programme of 2014, read and planned: the table below is what a
//! member of staff would expect of each of its lines.

use super::capacities::Capacities;
use super::plan::{PlanOutcome, PlanSetting, Sessions, plan};
use super::{days, sheet};
use crate::base::calendar::{Closure, Term};
use crate::sessions::recurrence::Status;
use chrono::NaiveDate;

const PROGRAMME: &[u8] = include_bytes!("../../../tests/data/weybridge-2014.csv");
const CLOSURES: &[u8] = include_bytes!("../../../tests/data/weybridge-2014-closures.csv");
const TERMS: &[u8] = include_bytes!("../../../tests/data/weybridge-2014-terms.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What becomes of each line between two days, both included.
fn outcomes(
    programme: &[u8],
    (from, to): (&str, &str),
    terms: &[Term],
    closures: &[Closure],
    capacities: &[&str],
) -> Vec<PlanOutcome> {
    let sheet = sheet::read(programme).unwrap();
    let said: Vec<String> = capacities.iter().map(|word| (*word).to_owned()).collect();
    let capacities = &Capacities::read(&said).unwrap();
    plan(&sheet.lines, &PlanSetting { from: day(from), to: day(to), terms, closures, capacities })
}

/// Each line in a few words, planned from February to July.
fn planned(capacities: &[&str]) -> Vec<String> {
    let (terms, closures) = (days::terms(TERMS).unwrap(), days::closures(CLOSURES).unwrap());
    let whole = ("2014-02-03", "2014-07-31");
    outcomes(PROGRAMME, whole, &terms, &closures, capacities).iter().map(words).collect()
}

fn words(outcome: &PlanOutcome) -> String {
    match outcome {
        PlanOutcome::Refused(refusal) => format!("line {}: {refusal}", refusal.line),
        PlanOutcome::Needs(line, needs) => format!("{} needs {}", line.activity, needs.join("; ")),
        PlanOutcome::Make(make) => {
            let made = match &make.sessions {
                Sessions::Single(slots) => format!("{}", slots.len()),
                Sessions::Courses(courses) => {
                    let lengths = courses.iter().map(|course| course.sessions.len().to_string());
                    format!("courses of {}", lengths.collect::<Vec<_>>().join(" and "))
                }
            };
            let skipped = make.skipped.len();
            let line = &make.line;
            format!(
                "{} {:?} x{}: {made}, {skipped} skipped",
                line.activity, line.access, make.capacity
            )
        }
    }
}

#[test]
fn each_line_makes_what_it_says_or_names_what_it_needs() {
    let lines = planned(&["8", "Messy Mondays=12"]);
    let expected = [
        "Messy Mondays Book x12: 22, 4 skipped",
        "2.5 Year Progress Check needs start and end times (columns start and end); \
         the length of an appointment (pattern \"45-minute slots\")",
        "English for Speakers of Other Languages (Intermediate) Book x8: \
         courses of 8 and 13, 5 skipped",
        "English for Speakers of Other Languages (Beginner) Book x8: \
         courses of 8 and 13, 5 skipped",
        "Post Natal Group needs start and end times (columns start and end)",
        "Thriving Toddlers Book x8: 25, 1 skipped",
        "The Parenting Puzzle needs its first date \
         (pattern \"10 weekly dates from 2014-04-30 as one course\")",
        "Play & Art DropIn x8: 25, 1 skipped",
        "Thriving Babies & Mums-To-Be DropIn x8: 25, 1 skipped",
        "Dads' Fab Friday DropIn x8: 24, 1 skipped",
        "Twin Time DropIn x8: 24, 1 skipped",
        "Sunny Saturdays Book x8: 21, 4 skipped",
        "Jobs DropIn x8: 21, 4 skipped",
        "Infant First Aid Book x8: 3, 2 skipped",
        "Snoezelen room needs a day of the week (column day); \
         start and end times (columns start and end)",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn without_a_capacity_every_line_asks_for_one() {
    let lines = planned(&["Messy Mondays=12"]);
    assert!(lines[0].starts_with("Messy Mondays Book x12"), "{}", lines[0]);
    assert_eq!(
        lines[5],
        "Thriving Toddlers needs a capacity (--capacity N or --capacity \"Thriving Toddlers=N\")"
    );
}

#[test]
fn saturdays_give_way_to_first_aid_and_share_the_venue_with_jobs() {
    let outcomes = outcomes(PROGRAMME, ("2014-03-01", "2014-03-15"), &[], &[], &["8"]);
    for title in ["Sunny Saturdays", "Jobs"] {
        let make = outcomes.iter().find_map(|outcome| match outcome {
            PlanOutcome::Make(make) if make.line.activity == title => Some(make),
            _ => None,
        });
        let make = make.unwrap();
        let Sessions::Single(slots) = &make.sessions else { panic!("{title} is no course") };
        let held: Vec<_> = slots.iter().map(|slot| slot.day.to_string()).collect();
        assert_eq!(held, ["2014-03-01", "2014-03-15"], "{title}");
        assert_eq!(make.skipped[0].status, Status::Skipped("Infant First Aid is on".to_owned()));
    }
}

#[test]
fn what_a_programme_may_also_say() {
    let text = "activity,min_age,max_age,day,start,end,pattern,access\n\
        Puzzle,,,Wednesday,19:30,21:30,4 weekly dates from 2014-04-09 as one course,book\n\
        Snoezelen,0 months,5 years,Monday,13:30,15:10,45-minute slots,book\n\
        Childminders,,,Wednesday,09:15,10:30,1st and 3rd of the month,members\n\
        First Aid,,,Saturday,09:15,11:45,on 2014-05-11,book\n\
        Saturdays,,,Saturday,09:00,12:00,weekly except the dates of First Aid,open\n\
        Lost,,,Saturday,09:00,12:00,weekly except the dates of Nothing,open\n\
        Snoezelen,0 months,5 years,Monday,14:00,15:00,45-minute slots,book\n\
        Puzzle,,,Wednesday,19:30,21:30,weekly,drop-in\n";
    let closures = days::closures(CLOSURES).unwrap();
    let period = ("2014-04-01", "2014-05-18");
    let lines: Vec<_> =
        outcomes(text.as_bytes(), period, &[], &closures, &["8"]).iter().map(words).collect();
    let expected = [
        "Puzzle Book x8: courses of 4, 1 skipped",
        "Snoezelen Appointment x1: 6, 3 skipped",
        "Childminders Members x8: 2, 1 skipped",
        "line 5: column pattern: 2014-05-11 is a Sunday, the day says Sat",
        "line 6: column pattern: gives way to line 5, and there 2014-05-11 is a Sunday, the day says Sat",
        "line 7: column pattern: no line of this programme that can be read is called \"Nothing\"",
        "line 8: column start: line 3 has the same title and the same day and time; take one of them out",
        "line 9: column access: line 2 has the same title and another access; give this one a title of its own",
    ];
    assert_eq!(lines, expected);
}
