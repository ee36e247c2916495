//! Made-up families for the demo, the same for the same day, drawn from short lists of names that
//! are common in England. Nobody here is real; addresses end in example.org, which no mail can
//! reach, and the telephone numbers are ones set aside for drama.

use chrono::{Days, NaiveDate};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

/// A household before it is in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoHousehold {
    pub carers: Vec<Adult>,
    pub children: Vec<DemoChild>,
    pub postcode: &'static str,
    /// Index into [`PLACES`]: the centre it lives near.
    pub near: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adult {
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoChild {
    pub name: String,
    pub birth: DemoBirth,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoBirth {
    Born(NaiveDate),
    Due(NaiveDate),
}

/// Postcodes near each of the demo's centres, in order.
const PLACES: [[&str; 5]; 4] = [
    ["M31 4BD", "M31 4DJ", "M31 4FX", "M31 4JJ", "M31 4WE"],
    ["M32 9AU", "M32 9DA", "M32 9HB", "M32 9LZ", "M32 9TE"],
    ["M16 7NQ", "M16 7QU", "M16 7WE", "M16 7YZ", "M16 9DF"],
    ["M33 4AW", "M33 4EN", "M33 4JJ", "M33 4NX", "M33 4SR"],
];

const FIRST: [&str; 30] = [
    "Amina", "Sarah", "Priya", "Chloe", "Zofia", "Grace", "Fatima", "Emma", "Ngozi", "Hannah",
    "Mei", "Layla", "Rachel", "Sana", "Olena", "Tom", "Yusuf", "David", "Kofi", "Daniel", "Imran",
    "Jack", "Marek", "Ravi", "Lucy", "Nadia", "Beth", "Maryam", "Jo", "Sam",
];

const FAMILY: [&str; 30] = [
    "Khan", "Taylor", "Patel", "Walker", "Nowak", "Okafor", "Hussain", "Green", "Begum", "Hall",
    "Chen", "Ahmed", "Wood", "Sharma", "Koval", "Evans", "Ali", "Clarke", "Mensah", "Wright",
    "Malik", "Hughes", "Kowalski", "Singh", "Moore", "Rahman", "Shaw", "Iqbal", "Price", "Brown",
];

const BABY: [&str; 36] = [
    "Olivia", "Noah", "Amelia", "Muhammad", "Isla", "George", "Ava", "Oliver", "Lily", "Leo",
    "Mia", "Arthur", "Aisha", "Oscar", "Freya", "Theo", "Maya", "Jakub", "Zara", "Freddie", "Ivy",
    "Ibrahim", "Rosie", "Luca", "Hana", "Ethan", "Elsie", "Zac", "Nia", "Arlo", "Maryam", "Jude",
    "Poppy", "Kai", "Esme", "Rohan",
];

/// `count` families, the same for the same day.
pub fn households(today: NaiveDate, count: usize) -> Vec<DemoHousehold> {
    let mut draw = StdRng::seed_from_u64(20_130_401);
    (0..count).map(|number| household(&mut draw, today, number)).collect()
}

fn household(draw: &mut StdRng, today: NaiveDate, number: usize) -> DemoHousehold {
    // Thirteen is coprime to the lists' lengths, so no two families share a name.
    let surname = FAMILY[number % FAMILY.len()];
    let first = FIRST[(number * 13 + number / FAMILY.len()) % FIRST.len()];
    let near = number % PLACES.len();
    let mut carers = vec![adult(first, surname, number)];
    if draw.random_bool(0.4) {
        let second = FIRST[(number * 13 + 7) % FIRST.len()];
        carers.push(Adult { email: None, phone: None, ..adult(second, surname, number) });
    }
    DemoHousehold {
        carers,
        children: children(draw, today, number),
        postcode: PLACES[near].choose(draw).unwrap_or(&PLACES[near][0]),
        near,
    }
}

/// One in eight has only a telephone.
fn adult(first: &str, surname: &str, number: usize) -> Adult {
    let email = format!("{first}.{surname}{number}@example.org").to_lowercase();
    Adult {
        name: format!("{first} {surname}"),
        email: (number % 8 != 7).then_some(email),
        phone: Some(format!("0161 496 {:04}", 100 + number)),
    }
}

/// Every third family has a baby, every tenth expects one, the others have a child of any age under
/// five.
fn children(draw: &mut StdRng, today: NaiveDate, number: usize) -> Vec<DemoChild> {
    let name = |at: usize| BABY[(number * 7 + at * 5) % BABY.len()].to_owned();
    let days = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let eldest = match number % 3 {
        0 => draw.random_range(50..230),
        _ => draw.random_range(270..1_750),
    };
    let mut children = vec![DemoChild { name: name(0), birth: DemoBirth::Born(days(eldest)) }];
    if eldest > 700 && draw.random_bool(0.5) {
        let younger = draw.random_range(30..eldest - 330);
        children.push(DemoChild { name: name(1), birth: DemoBirth::Born(days(younger)) });
    } else if number % 10 == 4 {
        let due = today.checked_add_days(Days::new(draw.random_range(20..150))).unwrap_or(today);
        children.push(DemoChild { name: "Baby".to_owned(), birth: DemoBirth::Due(due) });
    }
    children
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn sixty() -> Vec<DemoHousehold> {
        households("2026-11-23".parse().expect("a day"), 60)
    }

    #[test]
    fn the_same_day_has_the_same_families_and_no_two_share_a_name_or_an_address() {
        let families = sixty();
        assert_eq!(families, sixty());

        let names: BTreeSet<_> = families.iter().map(|family| &family.carers[0].name).collect();
        let addresses: Vec<_> =
            families.iter().filter_map(|family| family.carers[0].email.as_ref()).collect();
        assert_eq!(names.len(), 60);
        assert_eq!(addresses.len(), addresses.iter().collect::<BTreeSet<_>>().len());
        assert!(addresses.iter().all(|address| address.ends_with("@example.org")));
    }

    #[test]
    fn there_is_somebody_for_every_rule_to_be_seen_with() {
        let families = sixty();
        let today: NaiveDate = "2026-11-23".parse().expect("a day");
        let born = |family: &DemoHousehold| match family.children[0].birth {
            DemoBirth::Born(day) => (today - day).num_days(),
            DemoBirth::Due(_) => 0,
        };

        assert!(families.iter().filter(|f| (42..280).contains(&born(f))).count() >= 16, "babies");
        assert!(families.iter().any(|f| f.carers[0].email.is_none()), "somebody to ring");
        assert!(families.iter().any(|f| f.children.len() == 2), "brothers and sisters");
        let expecting =
            |f: &DemoHousehold| f.children.iter().any(|c| matches!(c.birth, DemoBirth::Due(_)));
        assert!(families.iter().any(expecting), "somebody expecting");
        assert!(families.iter().all(|f| born(f) < 5 * 365), "all under five");
    }
}
