//! The first page a visitor sees: what this is, what is on next, and where the documentation for
//! developers is.

use maud::{Markup, html};

use crate::pages::whats_on::view::{self as whats_on, Listing};
use crate::web::layout::{self, Audience, Page};

pub(crate) struct Home<'a> {
    pub organisation: &'a str,
    /// The next few sessions anyone may see.
    pub next: &'a [Listing],
}

pub(crate) fn page(home: &Home<'_>) -> Markup {
    let main = html! {
        p {
            "Play, learn and meet other families with children under five. "
            "Here you can see what is on at your children’s centre or family hub."
        }
        h2 { "What’s on next" }
        @if home.next.is_empty() { p { "There is nothing to show yet." } }
        (whats_on::list(home.next))
        p { a href="/whats-on" { "See everything that’s on" } }
        h2 { "For staff and developers" }
        p { "This is Firstplace. It manages bookings and waiting lists." }
        ul {
            li { a href="/docs/" { "API documentation" } }
            li { a href="/openapi.json" { "Machine-readable: OpenAPI 3.1" } }
        }
    };
    layout::page(&Page {
        organisation: home.organisation,
        title: "Welcome",
        audience: Audience::Everyone,
        main,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_says_what_is_on_and_where_the_documentation_is() {
        let page = page(&Home { organisation: "Hubs", next: &[] }).into_string();

        for link in ["href=\"/whats-on\"", "href=\"/docs/\"", "href=\"/openapi.json\""] {
            assert!(page.contains(link), "{link} in {page}");
        }
    }
}
