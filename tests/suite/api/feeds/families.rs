//! Lists of families: what a partner or an old system sends in a file, as it comes and as it is
//! sent again.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{NHS, all, csv, families, outcomes, row, rows, send, without};
use crate::api::partners::agreements;
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::world::{World, id};

fn two_rows() -> String {
    csv(&[
        row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
        row(NHS[1], "Ada Byrne", "2026-02-14", "\"Byrne, Mary\"", "07700 900124"),
    ])
}

/// An old system's list, with the day on which each family was registered.
fn old_system(rows: &[&str]) -> String {
    format!(
        "Family ID,Forename,Surname,DOB,Carer,Postcode,Phone,Registered on\n{}\n",
        rows.join("\n")
    )
}

both! {
    fn an_old_system_brings_its_past(app) {
        let world = World::new(app);
        let list = old_system(&[
            "7,Ann,Old,14/05/2019,Mary Old,M33 1AA,07700 900123,03/02/2020",
            "8,Ben,Both,14/05/2019,Jo Both,M33 1AB,07700 900124,03/02/2021",
            "8,Bea,Both,14/05/2024,Jo Both,M33 1AB,07700 900124,03/02/2021",
            "9,Cy,Teen,14/05/2016,Al Teen,M33 1AD,07700 900125,03/02/2017",
            "10,Di,Late,14/05/2025,Em Late,M33 1AE,07700 900126,31/12/2030",
        ]);
        let report = send(&world.staff, "", list.clone()).expect(200);
        let expected = ["made", "made", "updated", "left_out", "refused"];
        let found: Vec<String> = outcomes(&report).into_iter().map(|one| one.1).collect();
        assert_eq!(found, expected, "{report}");
        assert_eq!(report["unknown_headings"], json!([]));

        let listed = world.staff.get("/api/v1/families").expect(200)["items"].clone();
        let standing = |name: &str| {
            let of = |family: &&Value| family["carers"][0]["name"] == name;
            let family = listed.as_array().expect("families").iter().find(of).expect("a family");
            family["membership"]["status"].clone()
        };
        assert_eq!((standing("Mary Old"), standing("Jo Both")), (json!("ended"), json!("listed")));
        let to_tell = world.staff.get("/api/v1/memberships/to-tell").expect(200)["items"].clone();
        assert_eq!(to_tell.as_array().map(Vec::len), Some(1), "nobody writes of a past: {to_tell}");
        assert_eq!(to_tell[0]["listed_on"], "2021-02-03");
        assert_eq!(to_tell[0]["tell_by"], "2026-12-16");

        // Once it is told, it has been a member since that day.
        let told = format!("/api/v1/memberships/{}/told", to_tell[0]["number"].as_str().expect("one"));
        world.staff.post(&told, &json!({ "how": "in_person" })).expect(200);
        let number = to_tell[0]["number"].as_str().expect("a number");
        let record = world.staff.get(&format!("/api/v1/memberships/{number}")).expect(200);
        assert_eq!(record["joined_on"], "2021-02-03", "{record}");
        // The whole once more makes nothing.
        let again = send(&world.staff, "dry_run=1", list).expect(200);
        assert!(outcomes(&again)[..3].iter().all(|one| one.1 == "known"), "{again}");
    }

    fn of_a_partners_list_the_past_is_left_out(app) {
        let world = World::new(app);
        let partner = agreements::partner(&world, "Trafford midwives");
        agreements::agreement(&world, &partner, json!({}));
        let list = "Forename,Surname,DOB,Mother's name,Address 1,Postcode,Phone,Registered on\n\
            Ann,Old,14/05/2019,Mary Old,1 High St,M33 1AA,07700 900123,03/02/2020\n\
            Bo,New,14/05/2026,Jo New,1 High St,M33 1AB,07700 900124,03/02/2020\n";
        let report = send(&world.staff, &format!("partner_id={partner}"), list).expect(200);
        assert_eq!(outcomes(&report), [(2, "left_out".to_owned()), (3, "made".to_owned())], "{report}");
        let to_tell = world.staff.get("/api/v1/memberships/to-tell").expect(200)["items"].clone();
        assert_eq!(to_tell[0]["listed_on"], "2026-11-16");
    }

    fn a_births_list_makes_families_that_are_listed(app) {
        let world = World::new(app);
        let report = send(&world.staff, "", two_rows()).expect(200);
        assert_eq!(outcomes(&report), all("made", [2, 3]));
        assert_eq!(report["counts"]["made"], 2);

        let listed = world.staff.get("/api/v1/families").expect(200);
        let family = &listed["items"][0];
        assert_eq!(family["membership"]["status"], "listed");
        assert_eq!(family["children"][0]["name"], "Yusuf Khan");
        assert_eq!(family["children"][0]["born_on"], "2026-01-31");
        assert_eq!(family["carers"][0]["phone"], "07700 900123");
        assert_eq!(family["centre_id"], world.centre.as_str());
        assert_eq!(listed["items"][1]["carers"][0]["name"], "Mary Byrne");
        assert!(!listed.to_string().contains("9434765919"), "{listed}");
    }

    fn a_file_is_taken_as_spreadsheets_save_it(app) {
        let world = World::new(app);
        let text = csv(&[row("", "Zoë Núñez", "31/01/2026", "\"O’Brien, Anaïs\"", "07700 900123")]);
        let text = text.replace("1 High St", "\"Flat 2, 1 High St\"").replace('\n', "\r\n");
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(text.as_bytes());
        let old: Vec<u8> = text
            .chars()
            .map(|c| match c {
                '’' => 0x92,
                c => u8::try_from(u32::from(c)).expect("Windows-1252"),
            })
            .collect();
        assert_ne!(old, text.as_bytes());

        let report = send(&world.staff, "", marked).expect(200);
        assert_eq!(outcomes(&report), all("made", [2]));
        // The same family in the other encoding: nothing is read differently.
        let report = send(&world.staff, "", old).expect(200);
        assert_eq!(outcomes(&report), all("known", [2]));
        let family = &world.staff.get("/api/v1/families").expect(200)["items"][0];
        assert_eq!(family["children"][0]["name"], "Zoë Núñez");
        assert_eq!(family["carers"][0]["name"], "Anaïs O’Brien");
    }

    fn json_rows_are_taken_too(app) {
        let world = World::new(app);
        let rows = json!([
            { "name": "Yusuf Khan", "dob": "2026-01-31", "mother": "Amina Khan",
              "phone": "07700 900123", "postcode": "M33 1AA" },
            { "name": "Ada Byrne", "dob": "31/02/2026", "mother": "Mary Byrne",
              "phone": "07700 900124" },
        ]);
        let report = world.staff.post("/api/v1/feeds/families", &rows).expect(200);
        assert_eq!(outcomes(&report), [(1, "made".to_owned()), (2, "refused".to_owned())]);
        let call = world.staff.call(Method::POST, "/api/v1/feeds/families");
        let call = call.header("content-type", "image/png").raw("x").send();
        call.refused(415, "unsupported_media_type");
    }

    fn what_is_wrong_is_said_and_changes_nothing(app) {
        let world = World::new(app);
        let before = rows(app);
        let file = csv(&[
            row(NHS[0], "Yusuf Khan", "31/02/2026", "Amina Khan", "07700 900123"),
            row("943 476 5918", "Ada Byrne", "14/02/2026", "Mary Byrne", "07700 900124"),
            row("", "Leo Marsh", "14/02/2026", "", "07700 900125"),
            "too,few\n".to_owned(),
            row("", "Old Marsh", "14/02/2016", "Jo Marsh", "07700 900125"),
        ]);
        let report = send(&world.staff, "", file.replace("M33 1AA", "M33")).expect(200);
        let mut expected = all("refused", [2, 3, 4, 5]);
        expected.extend(all("refused", [6]));
        assert_eq!(outcomes(&report), expected);
        let detail = |at: usize| report["results"][at]["detail"].as_str().expect("a detail");
        assert!(detail(0).contains("\"DOB\": There is no 31 February 2026"), "{}", detail(0));
        assert!(detail(0).contains("\"Postcode\""), "{}", detail(0));
        assert!(detail(1).contains("\"NHS number\""), "{}", detail(1));
        assert!(!report.to_string().contains("943"), "{report}");
        assert!(detail(2).contains("\"Mother's name\""), "{}", detail(2));
        assert!(detail(3).contains("columns"), "{}", detail(3));
        // The run and what became of its lines are kept, and nothing else.
        let after = rows(app);
        let kept = ["feed_runs", "feed_lines", "feed_references", "audit"];
        assert_eq!(without(after, &kept), without(before, &kept));
    }

    fn a_child_past_five_is_left_out(app) {
        let world = World::new(app);
        let file = csv(&[row("", "Old Marsh", "16/11/2021", "Jo Marsh", "07700 900125")]);
        let report = send(&world.staff, "", file).expect(200);
        assert_eq!(outcomes(&report), all("left_out", [2]));
        assert_eq!(families(app), 0);
    }

    fn a_dry_run_tells_the_same_and_writes_nothing(app) {
        let world = World::new(app);
        let file = csv(&[
            row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            // A twin, by the mother at the same address.
            row(NHS[1], "Idris Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row(NHS[2], "Ada Byrne", "30/02/2026", "Mary Byrne", "07700 900124"),
            // The postcode is another, the number is the same.
            row(NHS[0], "Yusuf K", "31/01/2026", "A Khan", "07700 900999"),
        ]);
        let before = rows(app);
        let tried = send(&world.staff, "dry_run=true", file.clone()).expect(200);
        let mut after = before.clone();
        *after.get_mut("audit").expect("a count") += 1;
        assert_eq!(rows(app), after, "the log says that it was tried");
        assert_eq!(tried["dry_run"], true);

        let done = send(&world.staff, "dry_run=false", file).expect(200);
        assert_ne!(rows(app), before, "a control: a real run does write");
        assert_eq!(done["results"], tried["results"]);
        let words: Vec<String> = outcomes(&done).into_iter().map(|(_, word)| word).collect();
        assert_eq!(words, ["made", "known", "updated", "refused", "known"]);
        assert_eq!(families(app), 1);
        let family = &world.staff.get("/api/v1/families").expect(200)["items"][0];
        assert_eq!(family["children"].as_array().expect("children").len(), 2);
    }

    fn the_same_file_again_is_answered_again_and_makes_nothing(app) {
        let world = World::new(app);
        let first = send(&world.staff, "", two_rows()).expect(200);
        let before = rows(app);
        let second = send(&world.staff, "", two_rows()).expect(200);
        assert_eq!(first, second);
        let told = ["outbox", "audit"];
        assert_eq!(without(rows(app), &told), without(before, &told));
    }

    fn a_later_list_makes_only_what_is_new(app) {
        let world = World::new(app);
        send(&world.staff, "", two_rows()).expect(200);
        // Staff correct the address: the list still has the old one, and no number.
        let family = world.staff.get("/api/v1/families").expect(200)["items"][0].clone();
        let path = format!("/api/v1/families/{}", id(&family));
        let change = world.staff.call(Method::PATCH, &path).json(&json!({ "postcode": "M31 4FL" }));
        change.if_match(&family["version"].to_string()).send().expect(200);

        let later = two_rows() + &row(NHS[2], "Leo Marsh", "1/3/2026", "Jo Marsh", "07700 900125");
        let report = send(&world.staff, "", later).expect(200);
        let mut expected = all("known", [2, 3]);
        expected.extend(all("made", [4]));
        assert_eq!(outcomes(&report), expected);
        assert_eq!(families(app), 3);
    }

    fn another_postcode_under_a_known_number_becomes_a_task(app) {
        let world = World::new(app);
        send(&world.staff, "", two_rows()).expect(200);
        let moved = two_rows().replace("M33 1AA", "M31 4FL");
        let report = send(&world.staff, "", moved).expect(200);
        assert_eq!(outcomes(&report), all("known", [2, 3]));
        let tasks = world.staff.get("/api/v1/tasks").expect(200);
        let kinds: Vec<&Value> = tasks["items"].as_array().expect("tasks").iter().map(|t| &t["kind"]).collect();
        assert_eq!(kinds, ["address_differs", "address_differs"]);
        assert_eq!(families(app), 2);
    }

    fn an_old_systems_family_number_holds_a_family_together(app) {
        let world = World::new(app);
        let head = "Family ID,Name,DOB,Carer,Mobile,Postcode\n";
        let first = "PT00123,Yusuf Khan,31/01/2026,Amina Khan,07700 900123,M33 1AA\n\
                     pt00123,Noor Khan,01/05/2023,Amina Khan,07700 900123,M33 1AA\n\
                     PT00124,Ada Byrne,14/02/2026,Mary Byrne,07700 900124,M33 1AB\n";
        let report = send(&world.staff, "", format!("{head}{first}")).expect(200);
        assert_eq!(
            outcomes(&report),
            [(2, "made".to_owned()), (3, "updated".to_owned()), (4, "made".to_owned())]
        );
        // Names are corrected and a child is new: the number still leads to the family.
        let second = "PT00123,Zayn Khan,01/11/2026,Amina Hussain,07700 900555,M31 4FL\n";
        let report = send(&world.staff, "", format!("{head}{first}{second}")).expect(200);
        assert_eq!(outcomes(&report)[3], (5, "updated".to_owned()));
        assert_eq!(families(app), 2);
    }

    fn a_saved_mapping_reads_other_headings(app) {
        let world = World::new(app);
        let other = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let file = "Household,Infant,Born,Mum,Ring,Ward\n\
                    SA0001,Ada Byrne,14/02/2026,Mary Byrne,07700 900124,Brooklands\n";
        send(&world.staff, "", file).refused(422, "invalid_request");
        let mapping = json!({
            "headings": { "household": "family_reference", "Infant": "child_name",
                "Born": "birth_date", "Mum": "carer_name", "Ring": "phone" },
            "centres": { "SA": other },
        });
        let put = |who: &Client, body: &Value| {
            who.call(Method::PUT, "/api/v1/feeds/mappings/north").json(body).send()
        };
        put(&world.staff, &mapping).expect(200);
        put(&world.staff, &json!({ "headings": { "Infant": "baby" } }))
            .refused(422, "invalid_request");

        let report = send(&world.staff, "mapping=north", file).expect(200);
        assert_eq!(outcomes(&report), all("made", [2]));
        assert_eq!(report["unknown_headings"], json!(["Ward"]));
        send(&world.staff, "mapping=south", file).refused(404, "not_found");
        let listed = world.staff.get("/api/v1/feeds/mappings").expect(200);
        assert_eq!(listed["items"][0]["name"], "north");
    }

    fn a_family_that_opted_out_stays_out_under_another_surname(app) {
        let world = World::new(app);
        let file = csv(&[row("", "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123")]);
        send(&world.staff, "", file.clone()).expect(200);
        let family = id(&world.staff.get("/api/v1/families").expect(200)["items"][0]);
        let path = format!("/api/v1/families/{family}/opt-out");
        world.staff.post(&path, &json!({})).expect(200);

        // Married: another surname, another telephone; the same child at the same postcode.
        let married = csv(&[row("", "Yusuf Hussain", "31/01/2026", "Amina Hussain", "07700 900777")]);
        let tried = send(&world.staff, "dry_run=1", married.clone()).expect(200);
        assert_eq!(outcomes(&tried), all("suppressed", [2]));
        let report = send(&world.staff, "", married.clone()).expect(200);
        assert_eq!(outcomes(&report), all("suppressed", [2]));
        assert_eq!(families(app), 1);
        // The file that made it says what it said then; a longer one meets the family that left.
        let other = row("", "Leo Marsh", "1/3/2026", "Jo Marsh", "07700 900125");
        let report = send(&world.staff, "", file + &other).expect(200);
        let mut expected = all("suppressed", [2]);
        expected.extend(all("made", [3]));
        assert_eq!(outcomes(&report), expected, "the control: another family is made");
        // A partner reads that its line is in order, as of any other.
        let visitor = agreements::professional_with_agreement(&world);
        let report = send(&visitor, "", married).expect(200);
        assert_eq!(outcomes(&report), all("taken", [2]));
    }

    fn a_feed_is_sent_for_the_own_centre_and_the_own_agency_only(app) {
        let world = World::new(app);
        let other = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        send(&world.staff, &format!("centre_id={other}"), two_rows()).refused(404, "not_found");
        let partner = json!({ "name": "Other visitors", "kind": "health" });
        let partner = id(&world.admin.post("/api/v1/partners", &partner).expect(201));
        let visitor = agreements::professional_with_agreement(&world);
        send(&visitor, &format!("partner_id={partner}"), two_rows()).refused(404, "not_found");
        send(&visitor, "dry_run=perhaps", two_rows()).refused(422, "invalid_request");
        assert_eq!(families(app), 0);

        let report = send(&visitor, "", two_rows()).expect(200);
        assert_eq!(outcomes(&report), all("taken", [2, 3]));
        let again = send(&visitor, "", two_rows() + "\n,,,,,,,,\n").expect(200);
        assert_eq!(outcomes(&again), all("taken", [2, 3]), "who was known is not told");
        assert_eq!(families(app), 2);
    }

    fn a_partner_is_told_whether_each_line_is_well_formed_and_staff_what_became_of_it(app) {
        let world = World::new(app);
        let visitor = agreements::professional_with_agreement(&world);
        send(&world.staff, "", csv(&[row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan",
            "07700 900123")])).expect(200);
        let file = csv(&[
            row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row("", "Leo Marsh", "1/3/2026", "Jo Marsh", "07700 900125"),
            row("", "No Day", "31/02/2026", "Jo Day", "07700 900126"),
            row("", "Too Old", "1/3/2019", "Jo Old", "07700 900127"),
        ]);
        let told = send(&visitor, "", file).expect(200);
        let mut expected = all("taken", [2, 3]);
        expected.extend(all("refused", [4, 5]));
        assert_eq!(outcomes(&told), expected);

        let manager = app.as_role(Role::Manager);
        let runs = manager.get("/api/v1/feeds/runs").expect(200);
        let path = format!("/api/v1/feeds/runs/{}", id(&runs["items"][0]));
        let mut true_outcomes = all("known", [2]);
        true_outcomes.extend(all("made", [3]));
        true_outcomes.extend(all("refused", [4]));
        true_outcomes.extend(all("left_out", [5]));
        assert_eq!(outcomes(&manager.get(&path).expect(200)), true_outcomes);
        visitor.get(&path).refused(403, "not_allowed");
        world.staff.get(&path).refused(404, "not_found");
    }

    fn a_feed_run_by_staff_says_the_true_outcome_of_each_line(app) {
        let world = World::new(app);
        let left = csv(&[row("", "Leo Marsh", "1/3/2026", "Jo Marsh", "07700 900125")]);
        send(&world.staff, "", left.clone()).expect(200);
        let family = id(&world.staff.get("/api/v1/families").expect(200)["items"][0]);
        world.staff.post(&format!("/api/v1/families/{family}/opt-out"), &json!({})).expect(200);
        let partner = agreements::partner(&world, "Trafford midwives");
        agreements::agreement(&world, &partner, json!({}));

        let file = csv(&[
            row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row(NHS[1], "Idris Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row("", "Leo Marsh", "1/3/2026", "Jo Marsh-Hill", "07700 900126"),
            row("", "Too Old", "1/3/2019", "Jo Old", "07700 900127"),
            row("", "No Day", "31/02/2026", "Jo Day", "07700 900126"),
        ]);
        let true_ones = ["made", "known", "updated", "suppressed", "left_out", "refused"];
        let words = |report: &Value| -> Vec<String> {
            outcomes(report).into_iter().map(|one| one.1).collect()
        };
        // Whoever the list is of: what is told depends on who runs it.
        let of_partner = format!("partner_id={partner}");
        let told = send(&world.staff, &format!("{of_partner}&dry_run=1"), file.clone()).expect(200);
        assert_eq!(words(&told), true_ones);
        let told = send(&world.staff, &of_partner, file.clone()).expect(200);
        assert_eq!(words(&told), true_ones);
        let visitor = agreements::professional_with_agreement(&world);
        for query in ["dry_run=1", ""] {
            let told = send(&visitor, query, file.clone()).expect(200);
            assert_eq!(words(&told), ["taken", "taken", "taken", "taken", "refused", "refused"]);
            assert_eq!(told["counts"], json!({ "taken": 4, "refused": 2 }));
        }
    }

    fn a_name_spelt_nearly_so_is_proposed_and_by_telephone_the_same_child(app) {
        let world = World::new(app);
        let heading = "Forename,Surname,DOB,Mother's name,Address,Postcode,Phone\n";
        let line = |first: &str, last: &str, phone: &str| {
            let born = if phone.is_empty() { "1/3/2026" } else { "4/5/2026" };
            format!("{first},{last},{born},Ewa Zak,1 High Street,M31 4FL,{phone}\n")
        };
        let file = heading.to_owned() + &line("Annemarie", "O'Neill", "")
            + &line("Anne-Marie", "ONeill", "");
        let told = send(&world.staff, "", file).expect(200);
        let mut expected = all("made", [2]);
        expected.extend(all("proposed", [3]));
        assert_eq!(outcomes(&told), expected);
        let listed = world.staff.get("/api/v1/possible-duplicates").expect(200);
        assert!(listed["items"][0]["score"].as_u64() >= Some(70), "{listed}");

        let file = heading.to_owned() + &line("Lukasz", "Nowak", "07700 900128")
            + &line("Lukas", "Nowak", "+44 7700 900128");
        let told = send(&world.staff, "", file).expect(200);
        let mut expected = all("made", [2]);
        expected.extend(all("known", [3]));
        assert_eq!(outcomes(&told), expected);
    }
}
