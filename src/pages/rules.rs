//! The house rules: on a page of their own, and folded above the button of each booking page. They
//! are in the language in which they were written, and nobody has to agree to them.

use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::centres;
use crate::centres::house_rules::{HouseRules, StandingRules, store};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::pages::about::prose;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Page};
use crate::web::visit::{Visit, form_urlencoded};
use crate::words::{Words, say};
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

const PATH: &str = "/rules";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(PATH, web::get().to(show_rules));
}

async fn show_rules(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let centre = asked(visit.request().query_string());
    visit.read_public(move |tx| rules_page(tx, (&head, words), centre.as_ref())).await
}

/// The centre that a query names.
fn asked(query: &str) -> Option<CentreId> {
    let mut pairs = ::form_urlencoded::parse(query.as_bytes());
    let named = pairs.find(|(name, value)| name == "centre" && !value.is_empty());
    named.map(|(_, id)| CentreId::from(&*id))
}

fn rules_page(
    tx: &mut Tx,
    (head, words): (&Letterhead, Words),
    centre: Option<&CentreId>,
) -> Result<HtmlPage> {
    let own = centre.map(|id| centres::store::centre(tx, id)).transpose()?;
    let rules = store::rules(tx, centre)?;
    let name = own.as_ref().map(|centre| centre.name.as_str());
    let main = html! {
        @if rules.texts.is_empty() { p { (words.say("rules-none")) } }
        (texts(words, &rules, name))
        p { (layout::link_button("/whats-on", &words.say("see-whats-on"))) }
    };
    let title = words.say("rules-title");
    let organisation = &head.organisation;
    let page = Page { organisation, title: &title, audience: Audience::Everyone, main };
    let extras = Extras { words, ..Extras::default() };
    Ok(HtmlPage::ok(layout::page_with(&page, &extras)))
}

/// Each text with its version.
fn texts(words: Words, rules: &HouseRules, centre: Option<&str>) -> Markup {
    html! {
        @for text in &rules.texts {
            @if let (Some(_), Some(centre)) = (&text.centre, centre) {
                h2 { (say!(words, "rules-own", centre = centre)) }
            }
            div lang=(Words::english().language()) { (prose(&text.body)) }
            p.quiet { (version(words, text)) }
        }
    }
}

fn version(words: Words, text: &StandingRules) -> String {
    let day = words.date(text.dated_on);
    say!(words, "rules-version", version = text.version, day = day)
}

/// As they stand above a button; nothing where there are none.
pub(crate) fn folded(words: Words, rules: &HouseRules, centre: Option<&str>) -> Markup {
    let page = match &rules.centre {
        Some(centre) => format!("{PATH}?centre={}", form_urlencoded(centre.as_str())),
        None => PATH.to_owned(),
    };
    html! {
        @if !rules.texts.is_empty() {
            details {
                summary { (words.say("rules-title")) }
                (texts(words, rules, centre))
                p { (words.say("rules-help")) }
                p { a href=(page) { (words.say("rules-page")) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(centre: Option<&str>, version: i64) -> StandingRules {
        let centre = centre.map(CentreId::from);
        let dated_on = "2026-11-02".parse().expect("a day");
        StandingRules { centre, version, body: "- Stay with <your> child.".to_owned(), dated_on }
    }

    #[test]
    fn rules_are_folded_each_with_its_version() {
        let centre = CentreId::from("c1");
        let texts = vec![text(None, 3), text(Some("c1"), 1)];
        let rules = HouseRules { centre: Some(centre), texts, version: 1 };
        let shown = folded(Words::english(), &rules, Some("Sale")).into_string();
        for said in [
            "<details><summary>Our house rules</summary>",
            "<div lang=\"en-GB\"><ul><li>Stay with &lt;your&gt; child.</li></ul></div>",
            "Version 3, from 2 November 2026.",
            "<h2>Just for Sale</h2>",
            "Version 1, from 2 November 2026.",
            "href=\"/rules?centre=c1\"",
        ] {
            assert!(shown.contains(said), "{said} in {shown}");
        }
        let none = folded(Words::english(), &HouseRules::default(), None).into_string();
        assert_eq!(none, "");
    }

    #[test]
    fn a_query_names_a_centre_or_none() {
        assert_eq!(asked("x=1&centre=c1"), Some(CentreId::from("c1")));
        assert_eq!((asked(""), asked("centre=")), (None, None));
    }
}
