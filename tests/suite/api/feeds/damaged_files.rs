//! Files as they come: every line of a hundred damaged ones is answered for.

use firstplace::sessions::programme::report::Run;
use firstplace::sessions::programme::service::{ProgrammeImport, import};
use serde_json::{Value, json};
use ureq::http::Method;

use super::{all, outcomes, send};
use crate::api::partners::agreements;
use crate::support::app::both;
use crate::support::damage::{Damaged, Sound, hundred};
use crate::support::world::World;

const BIRTHS: Sound = Sound {
    text: "NHS number,Forename,Surname,DOB,Mother's name,Address,Postcode,Phone\n\
        ,Adaé,Ash,31/01/2026,Mary Ash,\"1 High St, Sale\",M33 1AA,07700 900101\n\
        ,Bea,Birch,01/02/2026,\"Birch, Jo\",2 High St,M33 1AB,07700 900102\n\
        ,Cy,Cedar,02/02/2026,Jo Cedar,\"Flat 3\nHigh Street\",M33 1AD,07700 900103\n\
        ,Dee,Dogwood,03/02/2026,Zoë Dogwood,4 High St,M33 1AE,07700 900104\n\
        ,Eve,Elm,04/02/2026,Al Elm,\"5 High St, Sale\",M33 1AF,07700 900105\n\
        ,Flo,Fir,05/02/2026,\"Fir, Ann\",6 High St,M33 1AG,07700 900106\n\
        ,Gus,Gorse,06/02/2026,Kim Gorse,7 High St,M33 1AH,07700 900107\n",
    continued: "High Street\",M33 1AD,07700 900103",
};

const PROGRAMME: Sound = Sound {
    text: "activity,min_age,max_age,day,start,end,pattern,venue,access,price,notes\n\
        Messy Mondays é,0 months,5 years,Monday,11:30,13:00,weekly,The Pavilion,open,\"£1, if you can\",\n\
        Tots,12 months,3 years,Tuesday,09:30,11:00,weekly,\"The Pavilion, Hall\",open,free,songs at the end\n\
        Play Talk,0 months,5 years,Thursday,13:30,15:00,weekly,Church,drop-in,free,\"bring a\nblanket\"\n\
        Dads Friday,0 months,5 years,Friday,09:30,10:30,weekly,\"Hall, Queens Road\",drop-in,£2,\n\
        Twin Time,0 months,5 years,Friday,11:00,12:00,weekly,The Pavilion,open,\"free, always\",\n\
        First Aid,,,Saturday,09:15,11:45,on 2026-12-05,The Pavilion,book,£20,paid in advance\n\
        Jobs Club,,,Saturday,12:00,13:00,weekly,The Pavilion,drop-in,free,\n",
    continued: "blanket\"",
};

/// Each file that leaves a line unanswered, given what is said of it: the lines, or why it is
/// refused as a whole.
fn unanswered(sound: &Sound, read: impl Fn(&Damaged) -> Result<Vec<i64>, String>) -> Vec<String> {
    let complaint = |file: Damaged| match read(&file) {
        Ok(lines) => {
            let left = file.unanswered(sound, &lines);
            (!left.is_empty()).then(|| format!("{}: nothing is said of {left:?}", file.how))
        }
        Err(why) if why.contains("ine ") || why.contains("olumn") => None,
        Err(why) => Some(format!("{}: refused without saying where: {why}", file.how)),
    };
    hundred(sound).into_iter().filter_map(complaint).collect()
}

fn dry_run(world: &World, file: &Damaged) -> Result<Vec<i64>, String> {
    let answer = send(&world.staff, "dry_run=1", file.bytes.clone());
    match answer.status {
        200 => Ok(outcomes(&answer.json()).into_iter().map(|(line, _)| line).collect()),
        _ => Err(answer.refused(422, "invalid_request")["detail"].to_string()),
    }
}

/// A reader that trusts the quotes it meets.
fn trusting(file: &Damaged) -> Result<Vec<i64>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file.bytes.as_slice());
    let lines = reader.byte_records().map(|record| {
        let record = record.map_err(|error| format!("line: {error}"))?;
        Ok(record.position().map_or(0, |at| i64::try_from(at.line()).unwrap_or_default()))
    });
    lines.collect()
}

both! {
    fn every_line_of_a_hundred_damaged_lists_is_answered_for(app) {
        let world = World::new(app);
        let found = unanswered(&BIRTHS, |file| dry_run(&world, file));
        assert_eq!(found, Vec::<String>::new());

        // The controls: a reader that drops a line, and one that lets a quote swallow lines.
        let drops = |file: &Damaged| dry_run(&world, file).map(|lines| lines[lines.len().min(1)..].to_vec());
        assert!(unanswered(&BIRTHS, drops).len() > 60);
        let swallowed = unanswered(&BIRTHS, trusting);
        assert!(swallowed.iter().any(|how| how.contains("a quote opened in line 5")), "{swallowed:?}");
        assert!(swallowed.iter().any(|how| how.starts_with("ends \"\\r\"")), "{swallowed:?}");
    }

    fn every_line_of_a_hundred_damaged_programmes_is_answered_for(app) {
        let world = World::new(app);
        let read = |file: &Damaged| {
            let asked = ProgrammeImport {
                programme: file.bytes.clone(),
                terms: None,
                closures: None,
                centre: world.centre.clone(),
                from: "2026-11-16".parse().expect("a day"),
                to: "2026-12-31".parse().expect("a day"),
                capacities: vec!["8".to_owned()],
                run: Run::Dry,
            };
            let report = import(&app.store, &asked).map_err(|fault| fault.detail().to_owned())?;
            Ok(report.lines.iter().map(|line| i64::from(line.line)).collect())
        };
        assert_eq!(unanswered(&PROGRAMME, read), Vec::<String>::new());

        let drops = |file: &Damaged| read(file).map(|lines: Vec<i64>| lines[lines.len().min(1)..].to_vec());
        assert!(unanswered(&PROGRAMME, drops).len() > 60);
        assert!(!unanswered(&PROGRAMME, trusting).is_empty());
    }

    fn the_undamaged_file_is_taken_whole_and_a_swallowed_line_is_refused(app) {
        let world = World::new(app);
        let lines = [2, 3, 4, 6, 7, 8, 9];
        let tried = send(&world.staff, "dry_run=1", BIRTHS.text).expect(200);
        assert_eq!(outcomes(&tried), all("made", lines));
        let opened = BIRTHS.text.replacen("\"5 High St", "5 High St", 1).replacen(",Bea", ",\"Bea", 1);
        let report = send(&world.staff, "", opened).expect(200);
        let refused: Vec<i64> = outcomes(&report)
            .into_iter()
            .filter(|(_, outcome)| outcome == "refused")
            .map(|(line, _)| line)
            .collect();
        assert_eq!(refused, [3, 7], "{report}");
        let listed = world.staff.get("/api/v1/families").expect(200)["items"].clone();
        let names: Vec<&str> = listed
            .as_array()
            .expect("families")
            .iter()
            .map(|family| family["children"][0]["name"].as_str().expect("a name"))
            .collect();
        assert_eq!(names.len(), 5, "{names:?}");
        assert!(names.iter().all(|name| name.len() < 15), "{names:?}");
    }

    fn two_columns_of_one_heading_are_refused(app) {
        let world = World::new(app);
        let file = "Forename,Surname,DOB,Mother,Phone,D.O.B.\n\
            Ada,Ash,31/01/2026,Mary Ash,07700 900101,01/02/2026\n";
        let problem = send(&world.staff, "", file).refused(422, "invalid_request");
        let detail = problem["detail"].as_str().expect("a detail");
        assert!(detail.contains("Two columns are called \"DOB\""), "{detail}");
        // Two of one meaning that differ: neither is believed.
        let file = "Forename,Surname,DOB,Mother,Phone,Mobile,Date of birth\n\
            Ada,Ash,31/01/2026,Mary Ash,07700 900101,07700 900102,01/02/2026\n\
            Bea,Birch,31/01/2026,Jo Birch,07700 900103,,31/01/2026\n\
            Cy,Cedar,31/01/2026,Al Cedar,07700 900104,07700 900105,\n";
        let report = send(&world.staff, "", file).expect(200);
        let words: Vec<String> = outcomes(&report).into_iter().map(|one| one.1).collect();
        assert_eq!(words, ["refused", "made", "made"], "{report}");
        let rows = json!([{ "name": "Ada Ash", "dob": "31/01/2026", "mother": "Mary Ash",
            "phone": "07700 900101", "Name": "Bea Birch" }]);
        world.staff.post("/api/v1/feeds/families", &rows).refused(422, "invalid_request");
        let twice = r#"[{"name": "Ada Ash", "dob": "31/01/2026", "mother": "Mary Ash",
            "phone": "07700 900101", "name": "Bea Birch"}]"#;
        let call = world.staff.call(Method::POST, "/api/v1/feeds/families");
        let report = call.header("content-type", "application/json").raw(twice).send().expect(200);
        assert_eq!(outcomes(&report), all("refused", [1]));
    }

    fn a_day_sent_as_a_moment_is_the_day_it_was_here(app) {
        let world = World::new(app);
        let rows: String = ["2025-02-01T00:00:00Z", "2025-05-31T23:00:00.000Z",
            "2025-06-01T00:00:00+01:00", "2025-06-01 00:00:00"]
            .iter()
            .zip(["Ada,Ash", "Boris,Birch", "Cy,Cedar", "Dolores,Dogwood"].iter().zip(1..))
            .map(|(day, (name, n))| format!("{name},{day},Mary {n}th,07700 90010{n}\n"))
            .collect();
        let file = format!("Forename,Surname,DOB,Mother,Phone\n{rows}");
        assert_eq!(outcomes(&send(&world.staff, "", file).expect(200)), all("made", 2..=5));
        let listed = world.staff.get("/api/v1/families").expect(200)["items"].clone();
        let days: Vec<&Value> =
            listed.as_array().expect("families").iter().map(|one| &one["children"][0]["born_on"]).collect();
        assert_eq!(days, ["2025-02-01", "2025-06-01", "2025-06-01", "2025-06-01"]);
    }

    fn a_file_of_many_different_keys_is_refused_at_once(app) {
        let world = World::new(app);
        let rows: Vec<Value> = (0..20_000).map(|n| json!({ format!("key {n}"): n })).collect();
        let problem = world.staff.post("/api/v1/feeds/families", &json!(rows));
        let problem = problem.refused(422, "invalid_request");
        assert!(problem["detail"].as_str().is_some_and(|said| said.contains("500 columns")), "{problem}");
        // Whoever has no agreement is not read at all: this body is no JSON.
        let partner = agreements::partner(&world, "Nobody's midwives");
        let path = format!("/api/v1/feeds/families?partner_id={partner}");
        agreements::agreement(&world, &partner, json!({ "purpose": "contacts" }));
        let call = world.staff.call(Method::POST, &path).header("content-type", "application/json");
        call.raw("[{").send().refused(409, "agreement_expired");
        let call = world.staff.call(Method::POST, "/api/v1/feeds/families");
        call.header("content-type", "application/json").raw("[{").send().refused(422, "invalid_request");
    }
}
