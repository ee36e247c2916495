//! The form that requests a report: native controls, each with a label, sent by GET so that the
//! report has its own URL.

use super::desk::{Desk, is_fixed};
use super::filled::REACH;
use crate::base::fault::{Code, Fault, Result};
use crate::reports::reach::asked::TrendPeriod;
use crate::reports::reach::document::chapters::title;
use crate::reports::reach::report::{ReachBy, Settings};
use crate::web::html::HtmlPage;
use actix_web::http::StatusCode;
use maud::{Markup, html};

/// Names and ids of the controls.
pub(crate) const FIELDS: [&str; 5] = ["centre_id", "as_at", "window_months", "by", "trend"];
/// Other parameters that the form preserves.
const KEPT: [&str; 5] = ["known_at", "threshold", "bands", "profile", "rounding"];

/// Filled as sent; missing values come from the report, if there is one.
pub(crate) fn form(desk: &Desk, made: Option<&Settings>) -> Markup {
    let filled = &desk.filled;
    let or_made = |name: &str, value: Option<String>| match filled.value(name) {
        "" => value.unwrap_or_default(),
        sent => sent.to_owned(),
    };
    let as_at = or_made("as_at", made.map(|settings| settings.as_at.to_string()));
    let months = or_made("window_months", made.map(|settings| settings.window_months.to_string()));
    html! {
        form.filters method="get" action=(REACH) {
            (centre(desk))
            label for="as_at" { "As at" }
            input id="as_at" name="as_at" type="date" max=(desk.today) value=(as_at);
            label for="window_months" { "Months looked back" }
            input id="window_months" name="window_months" type="number" inputmode="numeric"
                min="1" max="60" value=(months);
            (splits(filled.value("by")))
            (trend(filled.value("trend")))
            @for name in KEPT {
                @if !filled.value(name).is_empty() {
                    input type="hidden" name=(name) value=(filled.value(name));
                }
            }
            button type="submit" { "Show the report" }
        }
    }
}

impl Desk<'_> {
    /// Shows the form again with the error; internal errors are passed on.
    pub(crate) fn wrong(&self, fault: Fault) -> Result<HtmlPage> {
        if !matches!(fault.code(), Code::InvalidRequest | Code::MalformedRequest | Code::NotFound) {
            return Err(fault);
        }
        let field = fault.pointer().map(|pointer| pointer.trim_start_matches('/'));
        let field = field.filter(|field| FIELDS.contains(field));
        let main = html! {
            div role="alert" {
                h2 { "There is a problem" }
                p {
                    @match field {
                        Some(field) => a href={ "#" (field) } { (fault.detail()) },
                        None => (fault.detail()),
                    }
                }
            }
            @if is_fixed(&self.filled) {
                p { a href=(REACH) { "The exact report, of any centre and day" } }
            } @else { (form(self, None)) }
        };
        let status = StatusCode::from_u16(fault.code().status());
        let status = status.unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        Ok(HtmlPage { status, html: self.page("Error: Reach", main) })
    }
}

fn centre(desk: &Desk) -> Markup {
    let chosen = desk.filled.value("centre_id");
    html! {
        label for="centre_id" { "Centre" }
        select id="centre_id" name="centre_id" {
            option value="" { @if desk.everywhere { "All centres" } @else { "All your centres" } }
            @for centre in &desk.centres {
                option value=(centre.id) selected[centre.id.as_str() == chosen] { (centre.name) }
            }
        }
    }
}

/// An empty value is always sent, so that "nothing ticked" differs from "not sent".
fn splits(chosen: &str) -> Markup {
    let chosen: Vec<&str> = chosen.split(',').collect();
    html! {
        fieldset id="by" {
            legend { "Tables" }
            input type="hidden" name="by" value="";
            @for by in ReachBy::ALL {
                label.tick {
                    input type="checkbox" name="by" value=(by.as_str())
                        checked[chosen.contains(&by.as_str())];
                    " " (title(*by))
                }
            }
        }
    }
}

fn trend(chosen: &str) -> Markup {
    let label = |every: TrendPeriod| match every {
        TrendPeriod::Month => "Month by month",
        TrendPeriod::Quarter => "By quarter of the calendar year",
        TrendPeriod::FinancialQuarter => "By quarter of the financial year",
        TrendPeriod::Term => "Term by term",
    };
    html! {
        label for="trend" { "Over time" }
        select id="trend" name="trend" {
            option value="" { "Leave out" }
            @for every in TrendPeriod::ALL {
                option value=(every.as_str()) selected[chosen == every.as_str()] { (label(*every)) }
            }
        }
    }
}
