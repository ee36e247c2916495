//! The methods an address allows: sent in `Allow` when another is tried.

use super::openapi::COMMITTED;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Pages with a form; every other page is only read.
const FORMS: &[(&str, &str)] = &[
    ("/admin/devices", "GET, HEAD, POST"),
    ("/admin/devices/{id}/revoke", "POST"),
    ("/admin/languages", "GET, HEAD, POST"),
    ("/admin/languages/{language}/confirm", "POST"),
    ("/admin/languages/{language}/texts/{key}", "POST"),
    ("/admin/people", "GET, HEAD, POST"),
    ("/admin/people/{id}/access", "POST"),
    ("/b/{token}/{deed}", "GET, HEAD, POST"),
    ("/families/new", "GET, HEAD, POST"),
    ("/families/{id}/book", "GET, HEAD, POST"),
    ("/families/{id}/bookings/{booking}/answer", "POST"),
    ("/families/{id}/bookings/{booking}/cancel", "POST"),
    ("/families/{id}/bookings/{booking}/move", "POST"),
    ("/families/{id}/card", "POST"),
    ("/families/{id}/carers/{carer}/end-access", "GET, HEAD, POST"),
    ("/families/{id}/duplicates/{pair}/dismiss", "POST"),
    ("/families/{id}/duplicates/{pair}/merge", "POST"),
    ("/families/{id}/joins/{join}/undo", "POST"),
    ("/families/{id}/restriction", "POST"),
    ("/cards", "GET, HEAD, POST"),
    ("/digest/{session}/tell", "POST"),
    ("/feedback/{token}", "GET, HEAD, POST"),
    ("/feedback-texts/{id}", "POST"),
    ("/feedback-texts/{id}/done", "POST"),
    ("/join", "GET, HEAD, POST"),
    ("/join/confirm", "POST"),
    ("/join/{token}", "GET, HEAD, POST"),
    ("/lists/{kind}", "GET, HEAD, POST"),
    ("/membership/{purpose}/{token}", "GET, HEAD, POST"),
    ("/password/forgotten", "GET, HEAD, POST"),
    ("/my/bookings/{id}/cancel", "GET, HEAD, POST"),
    ("/my/family/children/new", "GET, HEAD, POST"),
    ("/my/family/children/{id}", "GET, HEAD, POST"),
    ("/my/family/children/{id}/born", "GET, HEAD, POST"),
    ("/my/family/home", "GET, HEAD, POST"),
    ("/my/family/join-again", "POST"),
    ("/my/family/leave", "GET, HEAD, POST"),
    ("/my/family/me", "GET, HEAD, POST"),
    ("/my/family/questions/{subject}/{question}", "GET, HEAD, POST"),
    ("/my/family/trusted/new", "GET, HEAD, POST"),
    ("/my/family/trusted/{id}/remove", "GET, HEAD, POST"),
    ("/my/bookings/{id}/party", "GET, HEAD, POST"),
    ("/my/feed", "GET, HEAD, POST"),
    ("/my/offers/{id}/accept", "POST"),
    ("/my/offers/{id}/decline", "POST"),
    ("/my/sign-ins/{id}/end", "POST"),
    ("/my/told/everything", "POST"),
    ("/refer", "GET, HEAD, POST"),
    ("/refer/{session}", "GET, HEAD, POST"),
    ("/refer/families/{id}/card", "POST"),
    ("/refer/families/{id}/no", "POST"),
    ("/referrals/{id}/withdraw", "POST"),
    ("/registers/{id}", "GET, HEAD, POST"),
    ("/registers/{id}/complete", "POST"),
    ("/reset/{token}", "GET, HEAD, POST"),
    ("/sessions/{id}/book", "GET, HEAD, POST"),
    ("/sessions/{id}/desk/cancel", "GET, HEAD, POST"),
    ("/sessions/{id}/desk/change", "GET, HEAD, POST"),
    ("/sessions/{id}/desk/line", "POST"),
    ("/sessions/{id}/desk/register", "POST"),
    ("/sign-in", "GET, HEAD, POST"),
    ("/sign-in/code", "GET, HEAD, POST"),
    ("/sign-in/confirm", "POST"),
    ("/sign-in/link/{token}", "GET, HEAD, POST"),
    ("/sign-out", "POST"),
    ("/today/tasks/{id}", "POST"),
];

/// The paths of the API, with the methods each takes.
static API: LazyLock<BTreeMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let document: Value = serde_json::from_str(COMMITTED).unwrap_or_default();
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.map(|(path, item)| (path.clone(), methods_of(item))).collect()
});

fn methods_of(item: &Value) -> Vec<&'static str> {
    let takes = [
        ("get", "GET"),
        ("get", "HEAD"),
        ("post", "POST"),
        ("put", "PUT"),
        ("patch", "PATCH"),
        ("delete", "DELETE"),
    ];
    let takes = takes.into_iter().filter(|(method, _)| item.get(method).is_some());
    takes.map(|(_, word)| word).collect()
}

/// The methods an address of the API allows, as the header lists them: those of its own path, or
/// else those of any path that it fits.
pub(crate) fn of_api(address: &str) -> String {
    if let Some(methods) = API.get(address) {
        return methods.join(", ");
    }
    let fitting = API.iter().filter(|(path, _)| fits(path, address));
    let methods: BTreeSet<&str> = fitting.flat_map(|(_, methods)| methods).copied().collect();
    methods.into_iter().collect::<Vec<_>>().join(", ")
}

/// The methods a page allows, by the pattern of its address.
pub(crate) fn of_page(pattern: &str) -> &'static str {
    FORMS.iter().find(|(form, _)| *form == pattern).map_or("GET, HEAD", |(_, takes)| takes)
}

fn fits(path: &str, address: &str) -> bool {
    let (path, address) = (path.split('/'), address.split('/'));
    path.clone().count() == address.clone().count()
        && path.zip(address).all(|(part, given)| {
            if part.starts_with('{') { !given.is_empty() } else { part == given }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_takes_what_any_of_its_paths_takes() {
        assert_eq!(of_api("/api/v1/whats-on"), "GET, HEAD");
        assert_eq!(of_api("/api/v1/auth/token"), "POST");
        assert_eq!(of_api("/api/v1/families/f1"), "GET, HEAD, PATCH");
        assert_eq!(of_api("/api/v1/families/"), "");
        assert_eq!(of_api("/api/v1/memberships/check-code"), "POST");
        assert_eq!(of_page("/sign-out"), "POST");
        assert_eq!(of_page("/whats-on"), "GET, HEAD");
    }
}
