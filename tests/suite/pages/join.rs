//! The same on pages, without a script.

use firstplace::access::Role;
use serde_json::json;

use crate::api::families::join::{booked, code, count, link};
use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::world::World;

const SENT: &str = "name=Amina+%3CKhan%3E&email=amina%40example.org&postcode=M31+4FL\
    &child=Yusuf+Khan&day=3&month=2&year=2025";

fn send(app: &TestApp, path: &str, body: &str) -> Answer {
    let call = app.nobody.call(ureq::http::Method::POST, path);
    call.header("content-type", "application/x-www-form-urlencoded").raw(body).send()
}

/// The page without the id of what was sent.
fn plain(page: &str) -> String {
    let (before, rest) = page.split_once("name=\"request\" value=\"").expect("the id");
    let (_, after) = rest.split_once('"').expect("its end");
    format!("{before}{after}")
}

both! {
    fn a_parent_joins_on_a_page_without_a_script(app) {
        World::new(app);
        let page = app.nobody.get("/join").page(200);
        assert!(page.contains("<form method=\"post\" action=\"/join\"") && !page.contains("<script"));
        let again = send(app, "/join", &SENT.replace("day=3", "day=31")).page(422);
        assert!(again.contains("There is a problem") && again.contains("Amina &lt;Khan&gt;"));

        let asked = send(app, "/join", SENT).page(200);
        assert!(asked.contains("We have sent you a message") && !asked.contains("Amina"));
        assert_eq!(count(app), 0, "nothing was done yet");
        let (_, rest) = asked.split_once("name=\"request\" value=\"").expect("the id");
        let request = rest.split('"').next().expect("the id").to_owned();
        let typed = |code: &str| format!("request={request}&code={}", code.replace(' ', "+"));
        let wrong = send(app, "/join/confirm", &typed("1")).page(422);
        assert!(wrong.contains("There is a problem") && wrong.contains(&request));
        let right = typed(&code(app, "amina@example.org"));
        assert!(send(app, "/join/confirm", &right).page(200).contains("You are now a member."));

        let family = &app.as_role(Role::Staff).get("/api/v1/families").expect(200)["items"][0].clone();
        assert_eq!(family["children"][0]["born_on"], "2025-02-03");
        assert_eq!(family["membership"]["status"], "member");
        let once_more = send(app, "/join", SENT).page(200);
        assert_eq!(plain(&once_more), plain(&asked), "known or not");
        let way = link(app, "amina@example.org");
        assert!(app.nobody.press(&way).page(200).contains("You are a member already."));
    }

    fn whats_on_leads_to_joining_for_a_session(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let way = format!("/join?session={session}");
        assert!(app.nobody.get("/whats-on").page(200).contains(&format!("href=\"{way}\"")));
        let field = format!("name=\"session\" value=\"{session}\"");
        assert!(app.nobody.get(&way).page(200).contains(&field));

        send(app, "/join", &format!("{SENT}&session={session}")).page(200);
        assert_eq!(booked(app, &session), 0);
        let way = link(app, "amina@example.org");
        let shown = app.nobody.get(&way).page(200);
        assert!(shown.contains("Stay and Play") && !shown.contains("Yusuf"), "{shown}");
        assert!(app.nobody.press(&way).page(200).contains("You have a place."));
        assert_eq!(booked(app, &session), 1);
    }

    fn a_number_alone_is_told_that_somebody_rings(app) {
        World::new(app);
        let sent = SENT.replace("email=amina%40example.org", "phone=07700+900123");
        assert!(send(app, "/join", &sent).page(200).contains("We will ring you"));
        assert_eq!(count(app), 0);
    }

    fn a_link_that_is_not_ours_does_nothing(app) {
        app.nobody.get("/join/nothing").page(404);
        app.nobody.press("/join/nothing").page(404);
    }
}
