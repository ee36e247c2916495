//! Metrics: by route and never by id, on an address of their own.

use firstplace::access::Role;

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::program::{Server, firstplace};
use crate::support::scratch::Scratch;

both! {
    fn the_metrics_name_routes_and_never_ids(app) {
        let admin = app.as_role(Role::Administrator);
        admin.get("/api/v1/centres/0123456789abcdef").refused(404, "not_found");
        app.nobody.get("/metrics").refused(404, "not_found");
        let metrics = app.metrics.get("/metrics").text;
        let line = "_count{method=\"GET\",route=\"/api/v1/centres/{id}\",status=\"404\"} 1";
        assert!(metrics.contains(line), "{metrics}");
        assert!(!metrics.contains("0123456789abcdef"));
    }

    fn the_metrics_count_the_statements_of_each_request(app) {
        let admin = app.as_role(Role::Administrator);
        let count = |name: &str| -> u64 {
            let text = app.metrics.get("/metrics").text;
            let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name} ")));
            line.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{name}: {text}"))
        };
        let names = ["firstplace_statements_total", "firstplace_transaction_statements_total"];
        // The gauges are counted once in five seconds: before what is compared.
        app.metrics.get("/metrics");
        let before = names.map(count);
        admin.get("/api/v1/centres").expect(200);
        let [statements, of_transactions] = names.map(count);
        assert!(statements > before[0], "{before:?}, {statements}");
        assert!(of_transactions >= before[1] + 2, "{before:?}, {of_transactions}");
    }
}

#[test]
fn metrics_answer_on_an_address_of_their_own() {
    let folder = Scratch::new("commands");
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let metrics = port.local_addr().expect("its address").to_string();
    drop(port);
    let mut serve = firstplace(&[]);
    serve.env("FIRSTPLACE_DATA", folder.path()).env("FIRSTPLACE_METRICS_LISTEN", &metrics);
    let server = Server::start(serve);
    server.client().get("/metrics").refused(404, "not_found");
    let text = Client::new(&format!("http://{metrics}")).get("/metrics").text;
    assert!(text.contains("# TYPE firstplace_request_duration_seconds histogram"), "{text}");
    server.stop();
}
