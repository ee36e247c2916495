//! A real centre's printed programme of 2014, from the file to a freed place: imported,
//! referred, released, filled, waited for, cancelled, promoted.

use std::thread;

use firstplace::access::Role;
use firstplace::sessions::programme::report::{LineResult, ProgrammeReport, Run};
use firstplace::sessions::programme::service::{ProgrammeImport, import};
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{Family, World, id, merged, referral};

const PROGRAMME: &[u8] = include_bytes!("../../../data/weybridge-2014.csv");
const CLOSURES: &[u8] = include_bytes!("../../../data/weybridge-2014-closures.csv");
const TERMS: &[u8] = include_bytes!("../../../data/weybridge-2014-terms.csv");
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

    fn asked(&self, capacities: &[&str]) -> ProgrammeImport {
        ProgrammeImport {
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

    fn import(&self, asked: &ProgrammeImport) -> ProgrammeReport {
        import(&self.app.store, asked).expect("the programme is imported")
    }

    /// The centre with one of its activities, to have families and professionals.
    fn world(&self, title: &str) -> World<'a> {
        let path = format!("/api/v1/activities?centre_id={}", self.centre);
        let listed = self.staff.get(&path).expect(200);
        let items = listed["items"].as_array().expect("items");
        let found = items.iter().find(|item| item["title"] == title).expect("it was imported");
        World {
            app: self.app,
            admin: self.admin.clone(),
            staff: self.staff.clone(),
            centre: self.centre.clone(),
            activity: id(found),
        }
    }

    /// What the public reads for these days: when by UTC, and what.
    fn whats_on(&self, from: &str, to: &str) -> Vec<String> {
        let path = format!("/api/v1/whats-on?centre_id={}&from={from}&to={to}", self.centre);
        let listed = self.app.nobody.get(&path).expect(200);
        let items = listed["items"].as_array().expect("items").iter();
        let line = |item: &Value| {
            let text = |name: &str| item[name].as_str().expect("a text");
            format!("{} {}", &text("starts_at")[11..16], text("title"))
        };
        let mut lines: Vec<String> = items.map(line).collect();
        lines.sort();
        lines
    }

    /// What the centre's terms, closures and activities are called.
    fn names(&self, of: &str, member: &str) -> Vec<String> {
        let path = format!("/api/v1/{of}?centre_id={}", self.centre);
        let listed = self.staff.get(&path).expect(200);
        let items = listed["items"].as_array().expect("items");
        items.iter().map(|item| item[member].as_str().expect("a name").to_owned()).collect()
    }
}

/// The ids of an activity's sessions between two days, by start.
fn sessions(world: &World, from: &str, to: &str) -> Vec<String> {
    let (activity, centre) = (&world.activity, &world.centre);
    let period = format!("from={from}T00:00:00Z&to={to}T00:00:00Z");
    let path = format!("/api/v1/sessions?centre_id={centre}&activity_id={activity}&{period}");
    let listed = world.staff.get(&path).expect(200);
    listed["items"].as_array().expect("items").iter().map(id).collect()
}

fn agreed(family: &Family) -> Value {
    merged(referral(family), json!({ "agreed_on": "2014-02-14" }))
}

fn made(report: &ProgrammeReport) -> Vec<(usize, usize)> {
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
            (0, "line   2  Messy Mondays [book]: 22 sessions; skipped 2014-04-14 closed: deep cleaning, \
                 2014-04-21 closed: deep cleaning, 2014-05-05 bank holiday: Early May bank \
                 holiday, 2014-05-26 bank holiday: Spring bank holiday"),
            (1, "line   3  2.5 Year Progress Check [appointment]: needs start and end times (columns start and \
                 end); the length of an appointment (pattern \"45-minute slots\")"),
            (5, "line   7  Thriving Toddlers [book]: 25 sessions; skipped 2014-04-16 closed: deep \
                 cleaning"),
            (11, "line  13  Sunny Saturdays [book]: 21 sessions; skipped 2014-03-08 Infant First Aid is \
                 on, 2014-04-19 closed: deep cleaning, 2014-05-10 Infant First Aid is on, \
                 2014-07-12 Infant First Aid is on"),
            (13, "line  15  Infant First Aid [book]: 3 sessions; skipped 2014-09-13 outside the \
                 period, 2014-11-08 outside the period"),
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
        let asked = ProgrammeImport { run: Run::Dry, ..weybridge.asked(&["8"]) };
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
        let longer = ProgrammeImport { to: "2014-08-31".parse().expect("a day"), ..asked };
        let report = weybridge.import(&longer);
        let mondays = &report.lines[0].result;
        let LineResult::Made { what, already, .. } = mondays else { panic!("{mondays:?}") };
        assert_eq!((what.sessions, *already), (2, 22));
    }

    fn two_imports_at_once_double_nothing(app) {
        let weybridge = Weybridge::new(app);
        let run = || weybridge.import(&weybridge.asked(&["8"])).made();
        let made: usize = thread::scope(|scope| {
            let runs = [scope.spawn(run), scope.spawn(run)];
            runs.into_iter().map(|run| run.join().expect("it is imported")).sum()
        });
        assert_eq!(made, 232);
    }

    fn a_programme_is_read_as_it_is_printed(app) {
        let weybridge = Weybridge::new(app);
        let programme = "activity;ages;start;end;pattern;access\r\
            Baby Massage;6 weeks to 12 months;10:00;11:00;last Monday of the month;referral only\r\
            Childminders;under 5s;09:15;10:30;1st and 3rd Wednesday, term time only;by referral\r\
            Messy Play;0-5 years;09:30;11:00;every other week;drop-in\r\
            Tots;18 months+;9.30;11.00;every other Thursday;open\r\
            ;6 weeks;noon;11:00;now and then;ring us\r";
        let asked = ProgrammeImport {
            programme: programme.as_bytes().to_vec(),
            from: "2014-02-03".parse().expect("a day"),
            to: "2014-04-30".parse().expect("a day"),
            ..weybridge.asked(&["8"])
        };
        let report = weybridge.import(&asked);
        let text = report.to_string();
        let lines: Vec<&str> = text.lines().collect();
        for (at, expected) in [
            (0, "line   2  Baby Massage [referral_only]: 3 sessions; ages are kept in weeks: 6 to 52"),
            (2, "line   4  Messy Play [drop_in]: needs a day of the week (column day)"),
        ] {
            assert!(lines[at].starts_with(expected), "{}", lines[at]);
        }
        assert!(lines[1].contains("Childminders [referral_only]: "), "{}", lines[1]);
        assert!(lines[3].contains("Tots [book]: ") && lines[3].contains(" sessions"), "{}", lines[3]);
        assert_eq!(weybridge.whats_on("2014-02-06", "2014-02-07"), ["09:30 Tots"]);
        assert_eq!(weybridge.whats_on("2014-02-13", "2014-02-14"), [""; 0], "every other week");
        assert!(lines[5].ends_with("2 lines made none."), "{}", lines[5]);
        for column in ["activity", "ages", "start", "pattern", "access"] {
            assert!(lines[4].contains(&format!("column {column}: ")), "{}", lines[4]);
        }
        assert!(!weybridge.names("activities", "title").contains(&"Messy Play".to_owned()));
    }

    fn what_the_import_as_a_whole_cannot_use_is_said(app) {
        let weybridge = Weybridge::new(app);
        let plain = || weybridge.asked(&["8"]);
        for (asked, words) in [
            (ProgrammeImport { centre: "Nowhere".to_owned(), ..plain() }, "no centre \"Nowhere\""),
            (ProgrammeImport { capacities: vec!["many".to_owned()], ..plain() }, "capacity \"many\""),
            (ProgrammeImport { to: "2014-02-02".parse().expect("a day"), ..plain() }, "--from"),
            (ProgrammeImport { terms: Some(b"a,b".to_vec()), ..plain() }, "terms: line 1"),
            (ProgrammeImport { programme: b"a,b".to_vec(), ..plain() }, "no such column"),
        ] {
            let fault = import(&app.store, &asked).expect_err(words);
            assert!(fault.detail().contains(words), "{}", fault.detail());
        }
        let asked = ProgrammeImport { to: "2029-01-31".parse().expect("a day"), ..plain() };
        let asked = ProgrammeImport { run: Run::Dry, capacities: vec!["Mesy=4".to_owned()], ..asked };
        let warnings = weybridge.import(&asked).warnings.join("\n");
        assert!(warnings.contains("until 2028") && warnings.contains("\"mesy\""), "{warnings}");
    }

    fn a_session_is_filled_in_the_right_order(app) {
        let weybridge = Weybridge::new(app);
        weybridge.import(&weybridge.asked(&["8", "Messy Mondays=2"]));
        let world = weybridge.world("Messy Mondays");
        let session = sessions(&world, "2014-03-03", "2014-03-04").remove(0);
        let family = |name| world.family_of(name, &["2012-09-01"]);
        let [ada, ben, cora, dora] = ["Ada", "Ben", "Cora", "Dora"].map(family);
        let visitor = world.professional("health");
        let referrals = format!("/api/v1/sessions/{session}/referrals");

        app.set_clock("2014-02-17T08:59:59Z");
        visitor.post(&referrals, &agreed(&ada)).refused(409, "referral_window");
        app.set_clock("2014-02-17T09:00:00Z");
        let told = visitor.post(&referrals, &agreed(&ada)).expect(201);
        assert_eq!(told["state"], "booked");
        let referred = ada.newest();

        app.set_clock("2014-02-24T08:59:59Z");
        let early = ben.books(&session).refused(409, "not_yet_released");
        assert_eq!(early["opens_at"], "2014-02-24T09:00:00Z");
        app.set_clock("2014-02-24T09:00:00Z");
        let booked = ben.books(&session).expect(201);
        assert_eq!(booked["status"], "booked");
        assert_eq!(world.shown(&session)["places_left"], 0);

        let waits = cora.books(&session).expect(201);
        assert_eq!(waits["status"], "waiting");
        let told = visitor.post(&referrals, &agreed(&dora)).expect(201);
        assert_eq!(told["state"], "waiting");
        let ahead = dora.newest();
        assert_eq!(world.line(&session), [id(&ahead), id(&waits)]);

        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        ben.parent.post(&cancel, &json!({})).expect(200);
        assert_eq!(dora.status(&ahead), "booked");
        assert_eq!(cora.status(&waits), "waiting");

        let cancel = format!("/api/v1/bookings/{}/cancel", id(&referred));
        world.staff.post(&cancel, &json!({ "reason": "moved away" })).expect(200);
        let shown = cora.parent.get(&format!("/api/v1/bookings/{}", id(&waits))).expect(200);
        assert_eq!(shown["status"], "offered");
        let accept = format!("/api/v1/offers/{}/accept", id(&shown["offer"]));
        cora.parent.post(&accept, &json!({})).expect(200);
        assert_eq!(cora.status(&waits), "booked");
        let full = world.shown(&session);
        assert_eq!((&full["places_left"], &full["waiting"]), (&json!(0), &json!(0)));
    }

    fn the_public_reads_what_was_printed(app) {
        let weybridge = Weybridge::new(app);
        weybridge.import(&weybridge.asked(&["8"]));
        assert_eq!(weybridge.whats_on("2014-03-01", "2014-03-02"), [
            "09:00 Jobs",
            "09:00 Sunny Saturdays",
        ]);
        assert_eq!(weybridge.whats_on("2014-03-08", "2014-03-09"), ["09:15 Infant First Aid"]);
        assert_eq!(weybridge.whats_on("2014-04-14", "2014-04-21"), [""; 0], "deep cleaning");
        // By then the clocks have gone forward.
        assert_eq!(weybridge.whats_on("2014-04-03", "2014-04-04"), [
            "09:30 Thriving Babies & Mums-To-Be",
            "12:30 Play & Art",
        ]);
    }

    fn who_enrols_has_a_place_for_the_whole_term(app) {
        let weybridge = Weybridge::new(app);
        weybridge.import(&weybridge.asked(&["8"]));
        let world = weybridge.world("English for Speakers of Other Languages (Beginner)");
        let summer = sessions(&world, "2014-04-22", "2014-07-31");
        assert_eq!(summer.len(), 13);
        let learner = world.family_of("Ada", &["2012-09-01"]);
        app.set_clock("2014-04-15T08:00:00Z");
        let alone = json!({ "child_ids": [] });
        assert_eq!(learner.asks(&summer[0], alone).expect(201)["status"], "booked");
        for session in &summer {
            assert_eq!(world.shown(session)["places_left"], 7);
        }
    }
}
