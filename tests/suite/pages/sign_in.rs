//! Signing in on a page: the cookie, how long it lasts, and where it leads.

use chrono::TimeDelta;

use super::browser::{Browser, account};
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn who_is_not_signed_in_signs_in_and_comes_back(app) {
        let world = World::new(app);
        account(app, "staff", &world.centre);
        let mut browser = Browser::new(app);

        let sent = browser.get("/registers");
        assert_eq!((sent.status, sent.header("location")), (303, Some("/sign-in?next=%2Fregisters")));
        let wrong = browser.post("/sign-in", "email=staff@hubs.example&password=wrong&next=/registers");
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        assert!(wrong.text.contains("is not right") && !wrong.text.contains("value=\"wrong\""));

        let signed_in = browser.signs_in("staff@hubs.example", "/registers");
        assert_eq!((signed_in.status, signed_in.header("location")), (303, Some("/registers")));
        let cookie = signed_in.header("set-cookie").expect("a cookie").to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert_eq!(browser.get("/registers").status, 200);

        // Each page lengthens it; 20 minutes without one end it.
        app.advance(TimeDelta::minutes(15));
        assert_eq!(browser.get("/registers").status, 200);
        app.advance(TimeDelta::minutes(15));
        assert_eq!(browser.get("/registers").status, 200);
        app.advance(TimeDelta::minutes(21));
        assert_eq!(browser.get("/registers").status, 303);

        for next in [
            "//evil.example",
            "https://evil.example",
            "/%5Cevil.example",
            "%2F%09%2Fevil.example",
            "%2F%0D%0Aset-cookie:x=y",
            "/caf%C3%A9",
            "%00",
        ] {
            let asked = browser.get(&format!("/sign-in?next={next}"));
            assert!(asked.status < 400 && !asked.text.contains("evil"), "{next}: {}", asked.status);
            let home = browser.signs_in("staff@hubs.example", next);
            assert_eq!(home.status, 303, "{next}: {}", home.text);
            assert_eq!(home.header("location"), Some("/today"), "{next}: where work begins");
        }
        account(app, "manager", &world.centre);
        let manager = Browser::new(app).signs_in("manager@hubs.example", "/");
        assert_eq!(manager.header("location"), Some("/reach"));
        let kept = browser.cookies.clone();
        assert_eq!(browser.post("/sign-out", "").header("location"), Some("/sign-in"));
        browser.cookies = kept;
        assert_eq!(browser.get("/registers").status, 303, "the cookie of a sign-in that ended");
    }
}
