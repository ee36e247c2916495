//! Areas: published files as they are, and vintages that never meet.

use std::collections::BTreeMap;
use std::thread;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::areas::basis::WantedBasis;
use firstplace::areas::figures::by_decile;
use firstplace::areas::import;
use firstplace::areas::import::service::{Import, ReachImport};
use firstplace::areas::report::{AreaImportReport, ImportCounts};
use firstplace::areas::service::{self, How};
use firstplace::areas::{Vintage, store};
use firstplace::base::fault::Fault;
use firstplace::base::id::CentreId;
use firstplace::db::schema::reach_area_lsoas;
use serde_json::json;
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::trafford::{DEPRIVATION, POPULATION, POSTCODES};
use crate::support::world::{World, id};

const WITH_SEXES: &[u8] = include_bytes!("../../data/areas/mid2024-population-with-sexes.csv");
const ISLINGTON_RAW: &[u8] = include_bytes!("../../data/areas/iod2019-raw-islington.csv");
const ISLINGTON_IDACI: &[u8] = include_bytes!("../../data/areas/iod2019-idaci-islington.csv");
const ISLINGTON_SUMMARY: &str = include_str!("../../data/areas/iod2019-district-summary.csv");
const ISLINGTON_POPULATION: &[u8] =
    include_bytes!("../../data/areas/mid2020-population-islington.csv");
const ISLINGTON_POSTCODES: &[u8] = include_bytes!("../../data/areas/islington-postcodes.csv");

const ISLINGTON: &str = "E09000019";

type Importer = fn(
    &firstplace::db::Store,
    &Import,
    &mut dyn FnMut(usize, usize),
) -> Result<AreaImportReport, Fault>;

fn asked(bytes: &[u8], file_name: &str) -> Import {
    Import {
        bytes: bytes.to_vec(),
        file_name: file_name.to_owned(),
        vintage: None,
        year: None,
        table: None,
    }
}

fn import(app: &TestApp, importer: Importer, asked: &Import) -> Result<AreaImportReport, Fault> {
    importer(&app.store, asked, &mut |_, _| {})
}

#[track_caller]
fn imported(app: &TestApp, importer: Importer, bytes: &[u8], file_name: &str) -> AreaImportReport {
    import(app, importer, &asked(bytes, file_name)).expect("it is imported")
}

/// All of Trafford, on 2021 LSOAs.
pub fn trafford(app: &TestApp) {
    imported(app, import::service::postcodes, POSTCODES, "trafford_postcodes.csv");
    imported(app, import::service::deprivation, DEPRIVATION, "iod2025_imd.csv");
    imported(app, import::service::population, POPULATION, "trafford.csv");
}

pub fn reach(app: &TestApp, centre: &str, list: &str, how: How) -> Result<AreaImportReport, Fault> {
    let bytes = list.as_bytes().to_vec();
    let asked = ReachImport { bytes, vintage: None, centre: centre.to_owned(), how };
    import::service::reach_area(&app.store, &asked, &mut |_, _| {})
}

/// What became of the rows of each part.
pub fn counts(report: &AreaImportReport) -> Vec<(Vintage, ImportCounts)> {
    report.done.iter().map(|done| (done.vintage, done.counts)).collect()
}

/// So many rows that were known before, and nothing else.
pub fn known(rows: usize) -> ImportCounts {
    ImportCounts { known: rows, ..ImportCounts::default() }
}

fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().skip(1).map(str::to_owned).collect()
}

pub fn put(world: &World, centre: &str, vintage: &str, lsoas: &[&str]) -> Answer {
    let body = json!({ "vintage": vintage, "lsoas": lsoas });
    let path = format!("/api/v1/centres/{centre}/reach-area");
    world.admin.call(Method::PUT, &path).json(&body).send()
}

pub fn centre(world: &World, name: &str) -> String {
    id(&world.admin.post("/api/v1/centres", &json!({ "name": name })).expect(201))
}

both! {
    fn published_files_are_taken_as_they_are_and_again_without_doubling(app) {
        use Vintage::{Of2011, Of2021};
        type File<'a> = (Importer, &'a [u8], &'a str, &'a [(Vintage, usize)]);
        let files: [File; 7] = [
            (import::service::postcodes, POSTCODES, "postcodes.csv", &[(Of2021, 24)]),
            (import::service::postcodes, ISLINGTON_POSTCODES, "x.csv", &[(Of2011, 10), (Of2021, 7)]),
            (import::service::deprivation, ISLINGTON_RAW, "File_1_-_IMD2019.csv", &[(Of2011, 123)]),
            (import::service::deprivation, DEPRIVATION, "iod2025.csv", &[(Of2021, 139)]),
            (import::service::population, WITH_SEXES, "mid2024.csv", &[(Of2021, 3)]),
            (import::service::population, POPULATION, "trafford.csv", &[(Of2021, 139)]),
            (import::service::population, ISLINGTON_POPULATION, "mid2020.csv", &[(Of2011, 123)]),
        ];
        // The first three lines of one do not tell the vintage: the next file's rows do.
        let with_sexes = Import { vintage: Some(Of2021), ..asked(WITH_SEXES, "mid2024.csv") };
        import(app, import::service::population, &with_sexes).expect("it is imported");
        for (importer, bytes, name, rows) in files {
            let all = |report: &AreaImportReport| -> Vec<(Vintage, usize)> {
                let all = |(vintage, rows): (Vintage, ImportCounts)| {
                    (vintage, rows.new + rows.changed + rows.known)
                };
                counts(report).into_iter().map(all).collect()
            };
            let first = imported(app, importer, bytes, name);
            assert_eq!(all(&first), rows, "{name}: {first}");
            assert!(first.refused.is_empty(), "{name}: {first}");
            let again = imported(app, importer, bytes, name);
            for (_, rows) in counts(&again) {
                assert_eq!(rows, known(rows.known), "{name}: {again}");
            }
        }
    }

    fn a_part_after_the_whole_is_merged_and_needs_no_vintage(app) {
        trafford(app);
        let part = |bytes: &[u8], count| -> Vec<u8> {
            let text = String::from_utf8_lossy(bytes);
            text.lines().take(count).collect::<Vec<_>>().join("\n").into_bytes()
        };
        let old = part(POPULATION, 4);
        let report = imported(app, import::service::population, &old, "part.csv");
        assert_eq!(counts(&report), [(Vintage::Of2021, known(3))]);
        let report = imported(app, import::service::postcodes, &part(POSTCODES, 3), "part.csv");
        assert_eq!(counts(&report), [(Vintage::Of2021, known(2))]);

        let changed = "postcode,lsoa_code,doterm\nM31 4FL,E01006148,202406\nM31 4BD,E01006074,\n";
        let report = imported(app, import::service::postcodes, changed.as_bytes(), "part.csv");
        let [(Vintage::Of2021, rows)] = counts(&report)[..] else { panic!("{report}") };
        assert_eq!((rows.new, rows.changed + rows.known), (0, 2));
        let shown = World::new(app).staff.get("/api/v1/areas/postcodes/m314fl").expect(200);
        assert_eq!(shown["terminated_on"], "2024-06-01");
        assert_eq!(shown["lsoas"][0]["code"], "E01006148");
    }

    fn a_vintage_that_no_file_tells_has_to_be_given(app) {
        let unsaid = b"postcode,lsoa_code\nM31 4FL,E01006074\n";
        let short = b"postcode,lsoa21cd\nM31,E01006074\n";
        let refused: [(Importer, &[u8], &str); 5] = [
            (import::service::postcodes, unsaid, "--vintage 2011 or"),
            (import::service::postcodes, b"a,b\n1,2\n", "Found: a, b."),
            (import::service::deprivation, ISLINGTON_SUMMARY.as_bytes(), "Found: Local"),
            (import::service::population, ISLINGTON_POPULATION, "--year 2020"),
            (import::service::postcodes, short, "line 2: \"M31\""),
        ];
        for (importer, bytes, words) in refused {
            let fault = import(app, importer, &asked(bytes, "x.csv")).expect_err(words);
            assert!(fault.detail().contains(words), "{}", fault.detail());
        }
        let named = Import { vintage: Some(Vintage::Of2021), ..asked(unsaid, "x.csv") };
        import(app, import::service::postcodes, &named).expect("it is named");
        let year = Import { year: Some(2020), ..asked(ISLINGTON_POPULATION, "x.csv") };
        import(app, import::service::population, &year).expect("it is named");
        let part = lines(ISLINGTON_POPULATION)[..3].join("\n");
        let part = format!("lsoa11_name,lsoa11_code,total_population,0,1,2,3,4,5\n{part}\n");
        let report = imported(app, import::service::population, part.as_bytes(), "part.csv");
        assert_eq!(counts(&report), [(Vintage::Of2011, known(3))], "the same figures tell it");
    }

    fn traffords_under_fives_by_decile_are_the_sum_of_its_published_rows(app) {
        trafford(app);
        let world = World::new(app);
        let all: Vec<String> = lines(DEPRIVATION).iter().map(|line| line[..9].to_owned()).collect();
        let list = format!("lsoa21_code\n{}\n", all.join("\n"));
        reach(app, &world.centre, &list, How::Merge).expect("it is imported");

        let decile: BTreeMap<String, i64> = lines(DEPRIVATION)
            .iter()
            .map(|line| {
                let cells: Vec<&str> = line.split(',').collect();
                (cells[0].to_owned(), cells[8].parse().expect("a decile"))
            })
            .collect();
        let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
        for line in lines(POPULATION) {
            let cells: Vec<&str> = line.split(',').collect();
            let ages = cells[7..12].iter().map(|cell| cell.parse::<i64>().expect("a count"));
            *sums.entry(decile[cells[1]]).or_default() += ages.sum::<i64>();
        }
        let path = format!("/api/v1/centres/{}/reach-area", world.centre);
        let shown = world.staff.get(&path).expect(200);
        let deciles = shown["deciles"].as_array().expect("a list").iter();
        let told: BTreeMap<i64, i64> = deciles
            .map(|row| (row["decile"].as_i64().expect("one"), row["under_fives"].as_i64().expect("one")))
            .collect();
        assert_eq!(told, sums);
        // Summed by another program from the whole published files.
        assert_eq!(shown["under_fives"], 12_428);
        assert_eq!((told[&1], told[&10]), (626, 2_654));
        assert_eq!((&shown["index_year"], &shown["population_year"]), (&json!(2025), &json!(2024)));
    }

    fn islingtons_share_of_the_most_deprived_tenth_is_the_published_one(app) {
        for (bytes, name) in [(ISLINGTON_RAW, "IMD2019.csv"), (ISLINGTON_IDACI, "iod2019.csv")] {
            imported(app, import::service::deprivation, bytes, name);
        }
        let (imd, idaci) = app
            .store
            .read(Actor::service(), |tx| {
                let area = store::lsoas_of_district(tx, Vintage::Of2011, ISLINGTON)?;
                let figures = service::figures(tx, &area, &WantedBasis::default())?;
                let first = by_decile(&figures.lsoas)[0].clone();
                assert_eq!((area.lsoas.len(), first.decile), (123, Some(1)));
                let codes: Vec<&str> = area.lsoas.iter().map(|code| code.as_str()).collect();
                let index = firstplace::areas::basis::Index { vintage: area.vintage, year: 2019 };
                let rows = store::deprivation_among(tx, index, &codes)?;
                let idaci = rows.iter().filter(|row| row.idaci_decile == Some(1)).count();
                Ok((first.lsoas, idaci))
            })
            .expect("figures");
        let published: Vec<String> = lines(ISLINGTON_SUMMARY.as_bytes());
        let published: Vec<&str> = published[0].split(',').collect();
        assert_eq!(format!("{:.4}", imd as f64 / 123.0), published[6]);
        assert_eq!(format!("{:.4}", idaci as f64 / 123.0), published[16]);
    }

    fn an_edition_without_idaci_takes_none_away(app) {
        imported(app, import::service::deprivation, ISLINGTON_IDACI, "iod2019.csv");
        let again = imported(app, import::service::deprivation, ISLINGTON_RAW, "IMD2019.csv");
        assert_eq!(counts(&again), [(Vintage::Of2011, known(123))]);
    }

    fn vintages_never_meet(app) {
        trafford(app);
        imported(app, import::service::deprivation, ISLINGTON_RAW, "IMD2019.csv");
        let world = World::new(app);
        let path = format!("/api/v1/centres/{}/reach-area", world.centre);
        put(&world, &world.centre, "2021", &["E01006074", "E01034001"]).expect(200);

        let old = world.staff.get(&format!("{path}?index_year=2019"));
        let problem = old.refused(422, "vintages_mixed");
        let detail = problem["detail"].as_str().expect("a sentence");
        assert!(detail.contains("2019") && detail.contains("cannot be combined"), "{detail}");
        // The control: of the right vintage it is answered.
        let shown = world.staff.get(&format!("{path}?index_year=2025")).expect(200);
        assert_eq!(shown["lsoas"][0]["name"], "Trafford 025A");

        let fault = reach(app, &world.centre, "LSOA11CD\nE01006074\n", How::Merge);
        assert_eq!(fault.expect_err("mixed").code().as_str(), "vintages_mixed");
        put(&world, &world.centre, "2011", &["E01034001"]).refused(422, "invalid_request");
        reach(app, &world.centre, "lsoa21cd\nE01006075\n", How::Merge).expect("the same vintage");
        let named = Import { vintage: Some(Vintage::Of2011), ..asked(DEPRIVATION, "iod2025.csv") };
        assert!(import(app, import::service::deprivation, &named).is_err());
        let edition = Import { year: Some(2019), ..asked(DEPRIVATION, "x.csv") };
        let fault = import(app, import::service::deprivation, &edition).expect_err("mixed");
        assert_eq!(fault.code().as_str(), "vintages_mixed");
    }

    fn the_tables_themselves_hold_vintages_apart(app) {
        trafford(app);
        let world = World::new(app);
        put(&world, &world.centre, "2021", &["E01006074"]).expect(200);
        let insert = |vintage: Vintage| {
            let centre = world.centre.as_str().into();
            app.store.write(Actor::service(), move |tx| {
                let reach = store::reach_area(tx, &centre)?.expect("it has one");
                diesel::insert_into(reach_area_lsoas::table)
                    .values((
                        reach_area_lsoas::area_id.eq(reach.id.as_str()),
                        reach_area_lsoas::vintage.eq(vintage),
                        reach_area_lsoas::lsoa.eq("E01006075"),
                    ))
                    .execute(tx.conn())?;
                Ok(())
            })
        };
        assert!(insert(Vintage::Of2011).is_err());
        assert!(insert(Vintage::Of2021).is_ok(), "the control");
    }

    fn a_borough_of_two_vintages_is_not_added_up(app) {
        trafford(app);
        let world = World::new(app);
        let other = centre(&world, "Stretford");
        put(&world, &world.centre, "2021", &["E01006074", "E01006075"]).expect(200);
        put(&world, &other, "2021", &["E01006075", "E01006076"]).expect(200);
        let whole = || {
            let ids = [world.centre.as_str(), other.as_str()].map(CentreId::from);
            app.store.read(Actor::service(), |tx| service::borough(tx, &ids))
        };
        assert_eq!(whole().expect("one vintage").map(|area| area.lsoas.len()), Some(3));
        put(&world, &other, "2011", &["E01006075"]).expect(200);
        assert_eq!(whole().expect_err("mixed").code().as_str(), "vintages_mixed");
    }

    fn others_work_while_a_file_is_imported_and_two_imports_double_nothing(app) {
        let long: String = (0..3_500)
            .map(|number| {
                let letter = char::from(b"ABDEFGHJLN"[number % 10]);
                let digits = (number / 1_000 + 1, number / 100 % 10, number / 10 % 10);
                format!("M{}{} {}{letter}A,E01006074\n", digits.0, digits.1, digits.2)
            })
            .collect();
        let text = format!("pcds,lsoa21cd\n{long}");
        let world = World::new(app);
        let rows = 3_500;
        let mut made = 0;
        let file = asked(text.as_bytes(), "x.csv");
        import::service::postcodes(&app.store, &file, &mut |done, of| {
            assert!(done <= of && of == rows, "{done} of {of}");
            centre(&world, &format!("Centre {made}"));
            made += 1;
        })
        .expect("it is imported");

        let more = format!("pcds,lsoa21cd\n{}", long.replace('M', "W"));
        let run = || imported(app, import::service::postcodes, more.as_bytes(), "x.csv");
        let new: usize = thread::scope(|scope| {
            let runs = [scope.spawn(run), scope.spawn(run)];
            let new = |report: AreaImportReport| counts(&report)[0].1.new;
            runs.into_iter().map(|run| new(run.join().expect("it is imported"))).sum()
        });
        assert!(new >= rows, "{new} of {rows}");
        let again = counts(&run());
        assert_eq!(again, [(Vintage::Of2021, known(rows))]);
    }
}
