//! `import contacts` as whoever runs the service types it, beside the live server.

use std::fs;
use std::process::Output;

use crate::api::feeds::contacts::{contacts, known};
use crate::support::app::both;
use crate::support::program::firstplace_at;
use crate::support::scratch::Scratch;
use crate::support::world::World;

const REGISTER: &str = "Name,DOB,Postcode,Session,Session date,Attended,Carer\n\
    Ada Byrne,14/02/2024,M33 1AA,Stay and Play,03/11/2025,yes,Mary Byrne\n\
    Ada Byrne,14/02/2024,M33 1AA,Stay and Play,10/11/2025,no,Mary Byrne\n\
    Leo Marsh,01/03/2025,M31 4FL,Stay and Play,03/11/2025,yes,Jo Marsh\n\
    Ada Byrne,14/02/2024,M33 1AA,Stay and Play,31/02/2025,yes,Mary Byrne\n";

both! {
    fn a_register_is_imported_from_the_command_line_once(app) {
        let world = World::new(app);
        known(&world);
        let folder = Scratch::new("contacts");
        let file = folder.path().join("register.csv").display().to_string();
        let import = |file: &str, more: &[&str]| -> Output {
            let mut command = firstplace_at(folder.path(), Some(&app.url));
            let centre = ["--centre", "Partington Children's Centre"];
            let command = command.args(["import", "contacts", file]).args(centre).args(more);
            command.output().expect("it runs")
        };
        let succeeds = |more: &[&str]| {
            let done = import(&file, more);
            let said = String::from_utf8_lossy(&done.stdout).into_owned();
            assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
            said
        };
        let says = |said: &str, lines: &[&str]| {
            for line in lines {
                assert!(said.contains(line), "no {line}: {said}");
            }
        };
        fs::write(&file, REGISTER).expect("it is written");
        says(&succeeds(&["--dry-run"]), &["       1 made", "Nothing was written."]);
        assert_eq!(contacts(&world).len(), 0);

        let became = [
            "line 5: \"Session date\": There is no 31 February 2025",
            "Headings not recognised: Carer",
            "       1 made",
            "       1 unmatched",
            "       1 left_out",
            "       1 refused",
            "       4 lines",
        ];
        for _ in 0..2 {
            says(&succeeds(&[]), &became);
            let found = contacts(&world);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[0]["activity_id"], world.activity.as_str());
        }
        // Another file with the same row knows it.
        let one = REGISTER.lines().take(2).map(|line| format!("{line}\n")).collect::<String>();
        fs::write(&file, one).expect("it is written");
        says(&succeeds(&[]), &["       1 known"]);
        assert_eq!(contacts(&world).len(), 1);

        fs::write(&file, "Name,DOB,Postcode\nAda Byrne,14/02/2024,M33 1AA\n").expect("it is written");
        let missing = folder.path().join("none.csv").display().to_string();
        for (file, more, code, why) in [
            (&file, &[][..], 1, "There is no column for the day"),
            (&missing, &[], 1, "cannot be read"),
            (&file, &["--partner", "Nobody"], 1, "Nobody"),
            (&file, &["--kind", "tea"], 64, "possible values: attendance"),
        ] {
            let refused = import(file, more);
            let said = String::from_utf8_lossy(&refused.stderr).into_owned();
            assert_eq!(refused.status.code(), Some(code), "{more:?}: {said}");
            assert!(said.contains(why), "{more:?}: {said}");
            assert!(code != 1 || said.lines().count() == 1, "one sentence: {said}");
        }
        assert_eq!(contacts(&world).len(), 1);
    }
}
