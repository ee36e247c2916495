//! Files that are the same for everybody: compressed where that is taken, and not sent again to
//! those who have them.

use std::io::Read;
use ureq::http::Method;

use crate::support::app::both;
use crate::support::client::Client;

const FILES: [(&str, &str); 11] = [
    ("/style.css", "text/css; charset=utf-8"),
    ("/my/card-keep.js", "text/javascript; charset=utf-8"),
    ("/my/card-keeper.js", "text/javascript; charset=utf-8"),
    ("/door-worker.js", "text/javascript; charset=utf-8"),
    ("/door/queue.js", "text/javascript; charset=utf-8"),
    ("/door/names.js", "text/javascript; charset=utf-8"),
    ("/door/page.js", "text/javascript; charset=utf-8"),
    ("/door/card.js", "text/javascript; charset=utf-8"),
    ("/door/door.css", "text/css; charset=utf-8"),
    ("/door/icon.svg", "image/svg+xml"),
    ("/door/app.webmanifest", "application/manifest+json"),
];

both! {
    fn a_file_is_compressed_for_those_who_take_it(app) {
        // Who watches reads what is sent as text.
        let unwatched = Client::new(app.nobody.base());
        for (path, kind) in FILES {
            let plain = unwatched.get(path);
            assert_eq!((plain.status, plain.header("content-type")), (200, Some(kind)), "{path}");
            assert_eq!(plain.header("content-encoding"), None);
            assert_eq!(plain.header("cache-control"), Some("public, max-age=3600"));

            let zipped = unwatched.call(Method::GET, path).header("accept-encoding", "gzip").send();
            assert_eq!(zipped.header("content-encoding"), Some("gzip"), "{path}");
            assert_eq!(zipped.header("vary"), Some("accept-encoding"));
            assert!(zipped.bytes.len() < plain.bytes.len(), "{path}");
            let mut text = String::new();
            let mut reader = flate2::read::GzDecoder::new(zipped.bytes.as_slice());
            reader.read_to_string(&mut text).expect("it is gzip");
            assert_eq!(text, plain.text);
        }
        let style = unwatched.call(Method::GET, "/style.css").header("accept-encoding", "gzip").send();
        assert!(style.bytes.len() < 4_500, "{} bytes", style.bytes.len());
    }

    fn a_file_that_the_browser_has_is_not_sent_again(app) {
        for (path, _) in FILES {
            let first = app.nobody.get(path);
            let tag = first.header("etag").expect("an ETag").to_owned();
            let again = app.nobody.call(Method::GET, path).header("if-none-match", &tag).send();
            assert_eq!((again.status, again.text.as_str()), (304, ""), "{path}");
            let other = app.nobody.call(Method::GET, path).header("if-none-match", "\"x\"").send();
            assert_eq!((other.status, other.text), (200, first.text), "{path}");
        }
    }

    fn no_logo_is_a_page_that_says_so(app) {
        assert_eq!(app.nobody.get("/logo").status, 404);
    }
}
