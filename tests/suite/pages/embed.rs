//! What's on in a frame on somebody else's page.

use firstplace::access::Role;
use serde_json::json;

use super::shows;
use crate::support::app::both;
use crate::support::world::World;

const FRAME: &str = "/embed/whats-on";

/// Every other kind of page.
const OTHERS: [&str; 8] =
    ["/", "/whats-on", "/you-said", "/join", "/sign-in", "/b/x", "/my", "/embed/other"];

both! {
    fn it_lists_what_is_on_and_leads_out_of_the_frame(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let page = app.nobody.get(FRAME);
        shows(&page, 200, &["Stay and Play", "Monday 23 November", "8 places left"]);
        let link = format!("href=\"/sessions/{session}\" target=\"_blank\" rel=\"noopener\"");
        assert!(page.text.contains(&link), "{}", page.text);

        shows(&app.nobody.get(&format!("{FRAME}?centre={}", world.centre)), 200, &["Stay and Play"]);
        shows(&app.nobody.get(&format!("{FRAME}?centre=none")), 200, &["Nothing is on just now."]);
        shows(&app.nobody.get(&format!("{FRAME}?age=48")), 200, &["Stay and Play"]);
        world.family("Ada").books(&session).expect(201);
        shows(&app.nobody.get(FRAME), 200, &["7 places left"]);
    }

    fn it_alone_may_be_framed_and_by_the_named_origins_alone(app) {
        let page = app.nobody.get(FRAME);
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(policy.ends_with("frame-ancestors https://www.trafford.example"), "{policy}");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{policy}");
        assert_eq!(page.header("x-frame-options"), None);

        for other in OTHERS {
            let page = app.nobody.get(other);
            let policy = page.header("content-security-policy").expect("a policy");
            assert!(policy.contains("frame-ancestors 'none'"), "{other}: {policy}");
            assert_eq!(page.header("x-frame-options"), Some("DENY"), "{other}");
        }
    }

    fn it_sets_no_cookie_and_is_the_same_whoever_looks(app) {
        let world = World::new(app);
        world.session(json!({}));
        let nobody = app.nobody.get(FRAME);
        assert_eq!(nobody.header("set-cookie"), None);
        let parent = world.family("Ada").parent.open(FRAME);
        assert_eq!((parent.header("set-cookie"), &parent.text), (None, &nobody.text));
        assert_eq!(app.as_role(Role::Staff).open(FRAME).text, nobody.text);
    }

    fn its_address_alone_says_its_language(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let polish = app.nobody.get(&format!("{FRAME}?language=pl"));
        shows(&polish, 200, &["<html lang=\"pl\"", &format!("/sessions/{session}?language=pl")]);
        assert_eq!(polish.header("set-cookie"), None);

        let call = app.nobody.call(ureq::http::Method::GET, FRAME);
        let call = call.header("accept-language", "pl").header("cookie", "firstplace-language=pl");
        shows(&call.send(), 200, &["<html lang=\"en-GB\""]);
        shows(&app.nobody.get(&format!("{FRAME}?language=xx")), 200, &["<html lang=\"en-GB\""]);
    }

    fn a_private_session_is_not_in_it(app) {
        let world = World::new(app);
        let hidden = json!({ "title": "Freedom", "sensitive": true });
        let hidden = world.activity(hidden);
        world.session(json!({ "activity_id": hidden }));
        let page = app.nobody.get(FRAME);
        shows(&page, 200, &["Nothing is on just now."]);
        assert!(!page.text.contains("Freedom"), "{}", page.text);
    }
}
