//! A real centre's printed programme of 2014, from the file to a freed place: imported,
//! referred, released, filled, waited for, cancelled, promoted.

use firstplace::access::Role;
use firstplace::sessions::programme::report::{LineResult, Report, Run};
use firstplace::sessions::programme::service::{Import, import};
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::id;

const PROGRAMME: &[u8] = include_bytes!("../data/weybridge-2014.csv");
const CLOSURES: &[u8] = include_bytes!("../data/weybridge-2014-closures.csv");
const TERMS: &[u8] = include_bytes!("../data/weybridge-2014-terms.csv");
const CENTRE: &str = "Weybridge Children's Centre";

/// The programme came out in February.
const PRINTED: &str = "2014-02-01T09:00:00Z";

/// The centre in 2014, before anything is imported.
struct Weybridge<'a> {
    app: &'a TestApp,
    admin: Client,
    staff: Client,
    centre: String,
}

impl<'a> Weybridge<'a> {
    fn new(app: &'a TestApp) -> Self {
        app.set_clock(PRINTED);
        let admin = app.as_role(Role::Administrator);
        let made =
            admin.post("/api/v1/centres", &json!({ "name": CENTRE, "postcode": "KT13 8DB" }));
        let centre = id(&made.expect(201));
        let at_centre = Person { centre: Some(&centre), ..Person::default() };
        let staff = app.sign_in(Role::Staff, &at_centre);
        Self { app, admin, staff, centre }
    }

    fn asked(&self, capacities: &[&str]) -> Import {
        Import {
            programme: PROGRAMME.to_vec(),
            terms: Some(TERMS.to_vec()),
            closures: Some(CLOSURES.to_vec()),
            centre: CENTRE.to_owned(),
            from: "2014-02-03".parse().expect("a day"),
            to: "2014-07-31".parse().expect("a day"),
            capacities: capacities.iter().map(|word| (*word).to_owned()).collect(),
            run: Run::Real,
        }
    }

    fn import(&self, asked: &Import) -> Report {
        import(&self.app.store, asked).expect("the programme is imported")
    }

    /// What the centre's terms, closures and activities are called.
    fn names(&self, of: &str, member: &str) -> Vec<String> {
        let path = format!("/api/v1/{of}?centre_id={}", self.centre);
        let listed = self.staff.get(&path).expect(200);
        let items = listed["items"].as_array().expect("items");
        items.iter().map(|item| item[member].as_str().expect("a name").to_owned()).collect()
    }
}

fn made(report: &Report) -> Vec<(usize, usize)> {
    let lines = report.lines.iter().map(|line| match &line.result {
        LineResult::Made { what, already, .. } => (what.sessions, *already),
        LineResult::Needs(_) | LineResult::Refused(_) => (0, 0),
    });
    lines.collect()
}

both! {
    fn the_printed_programme_is_imported_line_by_line(app) {
        let weybridge = Weybridge::new(app);
        let report = weybridge.import(&weybridge.asked(&["8", "Messy Mondays=2"]));
        let text = report.to_string();
        let lines: Vec<&str> = text.lines().collect();
        for (at, expected) in [
            (0, "line   2  Messy Mondays: 22 sessions; skipped 2014-04-14 closed: deep cleaning, \
                 2014-04-21 closed: deep cleaning, 2014-05-05 bank holiday: Early May bank \
                 holiday, 2014-05-26 bank holiday: Spring bank holiday"),
            (1, "line   3  2.5 Year Progress Check: needs start and end times (columns start and \
                 end); the length of an appointment (pattern \"45-minute slots\")"),
            (5, "line   7  Thriving Toddlers: 25 sessions; skipped 2014-04-16 closed: deep \
                 cleaning"),
            (11, "line  13  Sunny Saturdays: 21 sessions; skipped 2014-03-08 Infant First Aid is \
                 on, 2014-04-19 closed: deep cleaning, 2014-05-10 Infant First Aid is on, \
                 2014-07-12 Infant First Aid is on"),
            (13, "line  15  Infant First Aid: 3 sessions"),
            (15, "232 sessions made; 4 lines made none."),
        ] {
            assert_eq!(lines[at], expected);
        }
        assert!(lines[2].contains(": 21 sessions in 2 courses; skipped "), "{}", lines[2]);
        assert_eq!(weybridge.names("activities", "title").len(), 11);
        assert_eq!(weybridge.names("closures", "name").len(), 3);
    }

    fn a_dry_run_reports_the_same_and_writes_nothing(app) {
        let weybridge = Weybridge::new(app);
        let asked = Import { run: Run::Dry, ..weybridge.asked(&["8"]) };
        let dry = weybridge.import(&asked);
        assert!(dry.to_string().ends_with("nothing written: 232 sessions, 4 lines none."));
        assert_eq!(weybridge.names("activities", "title"), [""; 0]);
        assert_eq!(weybridge.names("closures", "name"), [""; 0]);
        let real = weybridge.import(&weybridge.asked(&["8"]));
        assert_eq!(real.lines, dry.lines);
    }

    fn importing_again_doubles_nothing_and_goes_on_where_it_ended(app) {
        let weybridge = Weybridge::new(app);
        let first = weybridge.import(&weybridge.asked(&["8"]));
        let again = weybridge.import(&weybridge.asked(&["8"]));
        let stands = |(made, _): (usize, usize)| (0, made);
        assert_eq!(made(&again), made(&first).into_iter().map(stands).collect::<Vec<_>>());
        assert_eq!(weybridge.names("closures", "name").len(), 3);

        let asked = weybridge.asked(&["8"]);
        let longer = Import { to: "2014-08-31".parse().expect("a day"), ..asked };
        let report = weybridge.import(&longer);
        let mondays = &report.lines[0].result;
        let LineResult::Made { what, already, .. } = mondays else { panic!("{mondays:?}") };
        assert_eq!((what.sessions, *already), (2, 22));
    }

    fn what_the_import_as_a_whole_cannot_use_is_said(app) {
        let weybridge = Weybridge::new(app);
        let plain = || weybridge.asked(&["8"]);
        for (asked, words) in [
            (Import { centre: "Nowhere".to_owned(), ..plain() }, "no centre \"Nowhere\""),
            (Import { capacities: vec!["many".to_owned()], ..plain() }, "capacity \"many\""),
            (Import { to: "2014-02-02".parse().expect("a day"), ..plain() }, "--from"),
            (Import { terms: Some(b"a,b".to_vec()), ..plain() }, "terms: line 1"),
            (Import { programme: b"a,b".to_vec(), ..plain() }, "heading has no column"),
        ] {
            let fault = import(&app.store, &asked).expect_err(words);
            assert!(fault.detail().contains(words), "{}", fault.detail());
        }
        let asked = Import { to: "2029-01-31".parse().expect("a day"), ..plain() };
        let asked = Import { run: Run::Dry, capacities: vec!["Mesy=4".to_owned()], ..asked };
        let warnings = weybridge.import(&asked).warnings.join("\n");
        assert!(warnings.contains("until 2028") && warnings.contains("\"mesy\""), "{warnings}");
    }
}
