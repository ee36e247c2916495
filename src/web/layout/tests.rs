use super::*;

fn sample(audience: Audience) -> String {
    page(&Page {
        organisation: "Trafford <Family> Hubs",
        title: "What’s on",
        audience,
        main: html! { p { "Here" } },
    })
    .into_string()
}

#[test]
fn a_page_runs_nothing_and_fetches_only_its_style() {
    let page = sample(Audience::Everyone);

    for absent in ["<script", "style=", "onclick", "http://", "https://", "<img"] {
        assert!(!page.contains(absent), "{absent} in {page}");
    }
    assert!(page.contains("href=\"/style.css\""));
}

#[test]
fn a_page_names_its_language_and_lets_a_keyboard_skip() {
    let page = sample(Audience::Everyone);

    assert!(page.contains("<html lang=\"en-GB\" dir=\"ltr\">"));
    assert!(page.contains("<a class=\"skip\" href=\"#main\">"));
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.contains("Trafford &lt;Family&gt; Hubs"));
}

#[test]
fn the_menu_marks_where_the_reader_is() {
    let page = Page {
        organisation: "Hubs",
        title: "What’s on",
        audience: Audience::Parent,
        main: panel(&html! { "Booked" }, &html! {}),
    };
    let extras = Extras { here: "/my", heading: Heading::InMain, ..Extras::default() };
    let page = page_with(&page, &extras).into_string();

    assert!(page.contains("<a href=\"/my\" aria-current=\"page\">My places</a>"), "{page}");
    assert_eq!(page.matches("aria-current=\"page\"").count(), 1);
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.contains("action=\"/sign-out\""));
}

#[test]
fn data_for_search_engines_cannot_end_its_element() {
    let data = serde_json::json!({ "name": "</script><script>alert(1)" });
    let element = data_for_search(&data).into_string();

    assert_eq!(element.matches("<script").count(), 1, "{element}");
    assert_eq!(element.matches("</script>").count(), 1, "{element}");
    let inside = element.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</script>"));
    let read: Value = serde_json::from_str(inside.expect("an element")).expect("JSON");
    assert_eq!(read, data);
}

#[test]
fn only_pages_behind_a_link_are_kept_from_search_engines() {
    assert!(!sample(Audience::Everyone).contains("noindex"));
    assert!(sample(Audience::Parent).contains("noindex"));
    assert!(sample(Audience::LinkHolder).contains("noindex"));
}

#[test]
fn the_style_fetches_nothing() {
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
}

#[test]
fn a_number_is_rung_by_its_digits() {
    assert_eq!(
        phone("0161 496 0122").into_string(),
        "<a href=\"tel:01614960122\" dir=\"ltr\">0161 496 0122</a>"
    );
}
