//! How an answer to everybody is sent: compressed where that is taken, and not at all where the
//! caller has it.

use std::thread;

use serde_json::json;
use ureq::http::Method;

use super::{PUBLIC, on, tag};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::world::World;

both! {
    fn an_answer_that_the_caller_has_is_not_sent_again(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({})));
        for (path, family) in PUBLIC.into_iter().zip(world.families(4)) {
            let first = app.nobody.get(path);
            assert_eq!(first.header("cache-control"), Some("no-cache"));
            assert_eq!(first.header("vary"), Some("accept-encoding"));
            let again = || app.nobody.call(Method::GET, path).header("if-none-match", tag(&first)).send();
            let unchanged = again();
            assert_eq!((unchanged.status, unchanged.text.as_str()), (304, ""), "{path}");
            assert_eq!(unchanged.header("etag"), first.header("etag"));
            assert_eq!(unchanged.header("vary"), Some("accept-encoding"));

            family.books(&session).expect(201);
            let changed = again();
            assert_eq!(changed.status, 200, "{path}");
            assert_ne!(tag(&changed), tag(&first));
            let head = app.nobody.call(Method::HEAD, path).send();
            assert_eq!((tag(&head), head.text.as_str()), (tag(&changed), ""));
        }
    }

    fn an_answer_is_compressed_for_those_who_take_it(app) {
        let world = World::new(app);
        world.session(on("23", json!({})));
        // Who watches reads JSON.
        let unwatched = Client::new(app.nobody.base());
        for path in PUBLIC {
            let plain = app.nobody.get(path);
            assert_eq!(plain.header("content-encoding"), None);
            let zipped = unwatched.call(Method::GET, path).header("accept-encoding", "gzip").send();
            assert_eq!(zipped.header("content-encoding"), Some("gzip"), "{path}");
            assert_eq!(zipped.header("content-type"), plain.header("content-type"));
            assert_ne!(zipped.header("etag"), plain.header("etag"), "other bytes have another tag");
            let mut text = String::new();
            let mut reader = flate2::read::GzDecoder::new(zipped.bytes.as_slice());
            std::io::Read::read_to_string(&mut reader, &mut text).expect("it is gzip");
            assert_eq!(text, plain.text);
        }
    }

    fn many_who_ask_at_once_are_all_answered_and_alike(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({})));
        let families = world.families(6);
        thread::scope(|scope| {
            for family in &families {
                scope.spawn(|| family.books(&session).expect(201));
            }
            for _ in 0..16 {
                scope.spawn(|| {
                    for path in PUBLIC {
                        assert_eq!(app.nobody.get(path).status, 200);
                    }
                });
            }
        });
        let page = app.nobody.get("/whats-on").text;
        assert!(page.contains("2 places left"), "{page}");
    }

    fn a_question_that_cannot_be_read_is_refused_each_time(app) {
        for _ in 0..2 {
            app.nobody.get("/api/v1/whats-on?limit=0").refused(422, "invalid_request");
            app.nobody.get("/api/v1/whats-on?from=rubbish").refused(422, "invalid_request");
            let ages = |count: usize| format!("/api/v1/whats-on?ages_months={}", "0".repeat(count));
            app.nobody.get(&ages(60)).expect(200);
            app.nobody.get(&ages(61)).refused(422, "invalid_request");
        }
        let long = format!("/whats-on?centre={}", "x".repeat(1_000));
        assert!(app.nobody.get(&long).text.contains("Nothing on for that choice."));
    }
}
