//! Languages on pages: what administrators see of them, and that nothing on a parent's page is left in
//! English where the language says it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use firstplace::access::Role;
use firstplace::serve::upkeep;
use serde_json::json;
use ureq::http::Method;

use super::browser::Browser;
use super::my::two_carers;
use super::{browser, shows};
use crate::support::app::{TestApp, both};
use crate::support::world::{World, id};

const PAGE: &str = "/admin/languages";

fn administrator(app: &TestApp) -> Browser<'_> {
    browser::account(app, "administrator", "");
    let mut browser = Browser::new(app);
    let in_ = browser.signs_in("administrator@hubs.example", "/");
    assert_eq!((in_.status, in_.header("location")), (303, Some("/admin/people")), "{}", in_.text);
    browser
}

/// English with every letter changed for one that looks alike, as a whole file.
fn pseudo() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/en-GB");
    let mut file = String::new();
    for entry in fs::read_dir(folder).expect("the texts").flatten() {
        if entry.file_name() == "notice.ftl" {
            continue;
        }
        for line in fs::read_to_string(entry.path()).expect("a text file").lines() {
            file.push_str(&changed(line));
            file.push('\n');
        }
    }
    file
}

/// A line of a file: what is said in it is changed, what names a text, a gap or a choice is not.
fn changed(line: &str) -> String {
    let is_choice =
        |line: &str| line.trim_start().starts_with('[') || line.trim_start().starts_with("*[");
    let (kept, said) = match (line.split_once(" = "), line.split_once("] ")) {
        _ if line.starts_with('#') => return String::new(),
        (Some((key, said)), _) if !line.starts_with(' ') => (format!("{key} = "), said),
        (_, Some((choice, said))) if is_choice(line) => (format!("{choice}] "), said),
        _ if line.starts_with(' ') || line.starts_with('}') => (String::new(), line),
        _ => return line.to_owned(),
    };
    let mut inside = 0;
    let said = said.chars().map(|c| {
        inside += i32::from(c == '{') - i32::from(c == '}');
        if inside == 0 { alike(c) } else { c }
    });
    kept + &said.collect::<String>()
}

fn alike(c: char) -> char {
    let at = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".find(c);
    let to: Vec<char> = "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽẃẋýźÁƁĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼẂẊÝŹ".chars().collect();
    at.map_or(c, |at| to[at])
}

/// The words of a page that are read, in its text and in its labels.
fn read(html: &str) -> BTreeSet<String> {
    let body = html.split_once("<body>").expect("a body").1;
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        for label in ["aria-label=\"", "alt=\"", "placeholder=\""] {
            if let Some((_, said)) = tag.split_once(label) {
                text.push_str(said.split('"').next().unwrap_or_default());
                text.push(' ');
            }
        }
        rest = after;
        // English on purpose: beside a sentence, or where somebody agrees.
        if tag.contains("lang=") {
            let name = tag.split(' ').next().unwrap_or_default();
            rest = after.split_once(&format!("</{name}>")).map_or(after, |(_, after)| after);
        }
    }
    let words = text.split(|c: char| !c.is_alphabetic() && c != '\'');
    words.filter(|word| word.len() > 1 && word.is_ascii()).map(str::to_owned).collect()
}

/// What is data: names that people gave, units of time that a library says, files and laws.
const GIVEN: &str = "Trafford Family Hubs Partington Children's s Centre Stay and Play Amina Khan \
    Mon Tue Wed Thu Fri Sat Sun FL Monday Tuesday Wednesday Thursday Friday Saturday Sunday November December January am pm \
    amina khan example org M31 4FL WCAG PDF ICO EASS amp quot ada admin of to name com";

/// Adds the language in which every text is changed.
fn speak_pseudo(app: &TestApp) {
    let admin = app.as_role(Role::Administrator);
    admin.put("/api/v1/languages/xa", &json!({ "own_name": "Ṕśéúďó" })).expect(200);
    admin.put("/api/v1/languages/xa/texts", &json!({ "file": pseudo() })).expect(200);
    upkeep::read_languages(&app.store).expect("the languages are read");
}

/// What stands in English on pages in that language, as somebody with this cookie sees them; nothing
/// but names and units is `given`.
fn left_in_english(app: &TestApp, cookie: &str, paths: &[String], given: &str) -> Vec<String> {
    let given: BTreeSet<&str> = GIVEN.split_whitespace().chain(given.split_whitespace()).collect();
    let mut left = Vec::new();
    for path in paths {
        let call = app.nobody.call(Method::GET, path).header("accept-language", "xa");
        let answer = call.header("accept", "text/html").header("cookie", cookie).send();
        assert!(answer.text.contains("<html lang=\"xa\""), "{path}: {}", answer.text);
        let words = read(&answer.text);
        let found: Vec<_> = words.iter().filter(|word| !given.contains(word.as_str())).collect();
        if !found.is_empty() {
            left.push(format!("{path}: {found:?}"));
        }
    }
    left
}

both! {
    fn nothing_on_a_page_is_english_where_the_language_says_it(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let full = world.session(json!({ "capacity": 1, "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        world.family("Holds").books(&full).expect(201);
        speak_pseudo(app);

        let paths = ["/", "/whats-on?age=expected&day=sunday", "/join", "/sign-in", "/contact", "/privacy", "/accessibility",
            "/password/forgotten", "/b/not-one-of-ours", "/no-such-page", "/membership/stop-cards/not-one-of-ours"];
        let of_sessions = [&session, &full].map(|id| [format!("/sessions/{id}"), format!("/sessions/{id}/book")]).concat();
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).chain(of_sessions).collect();
        let left = left_in_english(app, "", &paths, "");
        assert!(left.is_empty(), "left in English:\n{}", left.join("\n"));
    }

    fn nothing_on_the_pages_of_a_parent_is_english_where_the_language_says_it(app) {
        let world = World::new(app);
        let (made, parent, _) = two_carers(&world);
        let (family, child) = (id(&made), id(&made["children"][0]));
        let session = world.session(json!({}));
        let full = world.session(json!({ "capacity": 1, "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        world.family("Holds").books(&full).expect(201);
        let party = json!({ "family_id": family, "child_ids": [child], "adults": 1, "if_full": "wait" });
        let books = |session: &str| id(&parent.post(&format!("/api/v1/sessions/{session}/bookings"), &party).expect(201));
        let (booked, waits) = (books(&session), books(&full));
        speak_pseudo(app);

        let cookie = format!("firstplace={}", parent.token().expect("a token"));
        let of_family = ["", "/me", "/home", "/leave", "/children/new", "/trusted/new"];
        let of_child = ["", "/born"].map(|part| format!("/my/family/children/{child}{part}"));
        let of_bookings = [&booked, &waits].map(|id| format!("/my/bookings/{id}/cancel"));
        let other = ["/my", "/my/card", "/my/sign-ins", "/my/told", "/my/feed", "/sign-in", "/reach"].map(str::to_owned);
        let another = world.session(json!({ "starts_at": "2026-11-25T10:00:00Z", "ends_at": "2026-11-25T11:00:00Z" }));
        let paths: Vec<String> = of_family.iter().map(|part| format!("/my/family{part}"))
            .chain(of_child).chain(of_bookings).chain(other)
            .chain([format!("/my/bookings/{booked}/party"), format!("/sessions/{another}/book")])
            .collect();
        let left = left_in_english(app, &cookie, &paths, "Dana Nan Holt Robyn dana nan");
        assert!(left.is_empty(), "left in English:\n{}", left.join("\n"));
    }

    fn a_word_that_was_left_in_english_is_seen(app) {
        let page = app.nobody.get("/sign-in").text;
        let words = read(&page);
        assert!(words.contains("Sign") && words.contains("password"), "{words:?}");
        assert!(!words.contains("Polski") && !words.contains("stylesheet"), "{words:?}");
        assert_eq!(changed("a-b = Say { $when } now"), "a-b = Śáý { $when } ńóẃ");
        assert_eq!(changed("    [one] 1 day"), "    [one] 1 ďáý");
    }

    fn an_administrator_sees_corrects_and_confirms(app) {
        let mut admin = administrator(app);
        shows(&admin.get(PAGE), 200, &["Polski", "(pl)", "0 of ", "Add a language"]);
        let core = format!("{PAGE}/pl?show=core&part=&page=1");
        shows(&admin.get(&core), 200, &["booking-booked", "You are booked", "core sentence", "lang=\"pl\" dir=\"ltr\""]);

        let saved = admin.post(&format!("{PAGE}/pl/texts/booking-booked?show=core"), "text=Masz+miejsce");
        let back = format!("{PAGE}/pl?show=core&part=&page=0#booking-booked");
        assert_eq!((saved.status, saved.header("location")), (303, Some(back.as_str())));
        shows(&admin.get(&core), 200, &["Masz miejsce"]);
        shows(&admin.post(&format!("{PAGE}/pl/texts/places-left?show=all&part=common"), "text=wolne"), 422,
            &["Say { $n } somewhere", "aria-invalid=\"true\"", ">wolne</textarea>"]);

        let confirmed = admin.post(&format!("{PAGE}/pl/confirm?show=core"), "key=booking-booked&name=Agnieszka+Nowak");
        assert_eq!(confirmed.status, 303, "{}", confirmed.text);
        shows(&admin.get(&format!("{PAGE}/pl?show=confirmed")), 200, &["confirmed by Agnieszka Nowak"]);
        shows(&admin.get(PAGE), 200, &["1 of "]);
        assert_eq!(admin.post(&format!("{PAGE}/pl/confirm"), "name=A").status, 422);
    }

    fn an_administrator_adds_a_language(app) {
        let mut admin = administrator(app);
        shows(&admin.post(PAGE, "tag=x&own_name="), 422, &["Enter a language tag", "Enter what its readers call it", "value=\"x\""]);
        shows(&admin.post(PAGE, "tag=pl&own_name=Polish"), 422, &["This language is there already."]);
        let added = admin.post(PAGE, "tag=so&own_name=Soomaali");
        assert_eq!((added.status, added.header("location")), (303, Some("/admin/languages/so")));
        shows(&admin.get("/admin/languages/so?show=missing"), 200, &["Soomaali", "not translated"]);
        assert_eq!(admin.get("/admin/languages/xx").status, 404);
    }

    fn nobody_else_sees_them(app) {
        let world = World::new(app);
        browser::account(app, "staff", &world.centre);
        let mut staff = Browser::new(app);
        staff.signs_in("staff@hubs.example", "/");
        assert_eq!(staff.get(PAGE).status, 403);
        assert_eq!(staff.post(PAGE, "tag=so&own_name=Soomaali").status, 403);
        assert_eq!(app.nobody.get(PAGE).status, 303);
    }
}
