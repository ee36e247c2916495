//! Referring a family, the family first: one the team has named before is found by name, any other is
//! given by its card or described; then the windows open now that fit, nearest first; then the form.
//! Every page is the same whether or not the family was known.

mod boxes;
mod described;
mod desk;
mod form;
mod ways;
mod windows;

use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::StatementId;
use crate::db::Tx;
use crate::families::statements::{Statement, service as statements};
use crate::mail::words::Letterhead;
use crate::membership::card::blank::service as blanks;
use crate::membership::number::Number;
use crate::membership::service::partner_statements;
use crate::pages::referrals::frame::{REFER, as_id, born, named, status_of};
use crate::pages::team::{WorkPage, framed};
use crate::web::form::{Wrong, error_summary};
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use crate::web::{Logged, Query};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use described::Sent;
use maud::{Markup, html};
use serde::Deserialize;
use ways::{address, other_windows, read};
use windows::{CardBox, WindowsPage};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(REFER).route(web::get().to(show)).route(web::post().to(describe)))
        .route("/refer/families/{id}/card", web::post().to(give_card))
        .route("/refer/families/{id}/no", web::post().to(say_no));
    form::routes(config);
}

/// Where somebody is: which family, which session, and the referral whose answers stay.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    family: String,
    session: String,
    same: String,
    page: String,
    /// The number of a card that was given just now.
    card: String,
}

impl Asked {
    fn page(&self) -> usize {
        self.page.parse().unwrap_or(1).clamp(1, 50)
    }

    /// What the next page has to know besides the family.
    fn kept(&self) -> Vec<(&'static str, &str)> {
        let kept = [("session", as_id(&self.session)), ("same", as_id(&self.same))];
        kept.into_iter().filter(|(_, id)| !id.is_empty()).collect()
    }

    /// The same page, for a form to be sent to.
    fn action(&self) -> String {
        address(REFER, &self.kept())
    }

    /// Where a family that is chosen leads: to the windows, or to the form of the same session.
    fn with_family(&self, family: &StatementId) -> String {
        let family = ("family", family.as_str());
        match as_id(&self.session) {
            "" => address(REFER, &[family]),
            session => {
                let same = ("same", as_id(&self.same));
                address(&format!("{REFER}/{session}"), &[family, same])
            }
        }
    }
}

/// Families that fit on a page.
const FOUND: usize = 20;

const LONGEST_LINE: usize = 200;

async fn show(visit: Visit, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::Refer, move |tx| {
            let asked = asked.read()?;
            match as_id(&asked.family) {
                "" => choose(tx, &head, &asked),
                family => {
                    let number = Number::parse(&asked.card).ok();
                    let given = number.map(|number| number.to_string()).unwrap_or_default();
                    let card = CardBox { typed: "", wrong: &[], given: &given };
                    show_windows(tx, &head, &StatementId::from(family), (asked.page(), card))
                }
            }
        })
        .await
}

fn choose(tx: &mut Tx, head: &Letterhead, asked: &Asked) -> Result<(HtmlPage, Logged)> {
    let line: String = asked.q.trim().chars().take(LONGEST_LINE).collect();
    let found = match line.is_empty() {
        true => Vec::new(),
        false => statements::find(tx, &line, FOUND)?,
    };
    let logged = read(&found);
    let list = html! {
        @if !line.is_empty() { (results(&found, asked)?) }
    };
    Ok((HtmlPage::ok(sheet(tx, head, asked, (&line, &list), (&Sent::default(), &[]))), logged))
}

fn results(found: &[Statement], asked: &Asked) -> Result<Markup> {
    let mut named_by = Vec::new();
    for one in found {
        named_by.push((one, statements::said(one)?));
    }
    Ok(html! {
        h2 { "Families your team has named" }
        @if found.is_empty() { p { "None of that name. Give the card, or the names, below." } }
        ul.dates {
            @for (one, said) in &named_by {
                li {
                    a href=(asked.with_family(&one.id)) { (named(said)) }
                    p.quiet {
                        @for child in said.children.iter().filter(|child| child.name.is_some()) {
                            (child.name.as_deref().unwrap_or_default()) ", "
                            (born(child)) ". "
                        }
                        @if let Some(postcode) = &said.postcode { (postcode) ". " }
                        @if let Some(reference) = &one.reference { "Your reference: " (reference) }
                    }
                }
            }
        }
        @if found.len() == FOUND { p.quiet { "There may be more: type more of the name." } }
    })
}

fn sheet(
    tx: &Tx,
    head: &Letterhead,
    asked: &Asked,
    (line, list): (&str, &Markup),
    (sent, wrong): (&Sent, &[Wrong]),
) -> Markup {
    let main = html! {
        (error_summary(Words::english(), wrong))
        @if !asked.session.is_empty() { p { "To the same session: choose the next family." } }
        form.filters method="get" action=(REFER) {
            @for (name, id) in asked.kept() { input type="hidden" name=(name) value=(id); }
            label for="find" { "A family your team has named before" }
            p.hint id="find-hint" { "Any names, a birth date, a postcode or your own reference" }
            input id="find" name="q" type="search" autocomplete="off" maxlength="200"
                aria-describedby="find-hint" value=(line);
            button type="submit" { "Find" }
        }
        (list)
        (described::forms(sent, wrong, &asked.action()))
    };
    let (menu, is_wrong) = (Menu::of(tx.actor()), !wrong.is_empty());
    framed(head, WorkPage { menu, here: REFER, heading: "Refer a family", is_wrong, main })
}

fn show_windows(
    tx: &mut Tx,
    head: &Letterhead,
    family: &StatementId,
    (at, card): (usize, CardBox),
) -> Result<(HtmlPage, Logged)> {
    let statement = statements::own(tx, family)?;
    let said = statements::said(&statement)?;
    let children = windows::children(tx, &statement, &said);
    let windows = windows::for_family(tx, &children, said.postcode.as_deref(), at)?;
    let main =
        windows::main(&WindowsPage { statement: &statement, said: &said, windows: &windows, card });
    let (heading, is_wrong) = ("Choose a session", !card.wrong.is_empty());
    let shown = WorkPage { menu: Menu::of(tx.actor()), here: REFER, heading, is_wrong, main };
    Ok((HtmlPage::ok(framed(head, shown)), read(std::slice::from_ref(&statement))))
}

async fn describe(
    visit: Visit,
    asked: Query<Asked>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::Refer, move |tx| {
            let asked = asked.read()?;
            if sent.holds_nul() {
                return Err(Fault::invalid("", "Leave out NUL characters."));
            }
            match described::state(tx, &sent)? {
                Ok(statement) => Ok(Next::GoTo(asked.with_family(&statement.id))),
                Err(wrong) => {
                    let nothing = html! {};
                    let html = sheet(tx, &head, &asked, ("", &nothing), (&sent, &wrong));
                    Ok(Next::Show(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }))
                }
            }
        })
        .await
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Gives {
    number: String,
}

async fn give_card(
    visit: Visit,
    id: web::Path<StatementId>,
    sent: web::Form<Gives>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::GiveCard, move |tx| {
            let given = Number::parse(&sent.number)
                .and_then(|number| tx.part(|tx| blanks::give(tx, &number, &id)));
            let fault = match given {
                Ok(card) => {
                    let number = card.number.as_str().to_owned();
                    let way = address(REFER, &[("family", id.as_str()), ("card", &number)]);
                    return Ok(Next::GoTo(way));
                }
                Err(fault) => fault,
            };
            if matches!(fault.code(), Code::Internal | Code::NotFound | Code::NotAllowed) {
                return Err(fault);
            }
            let wrong = [Wrong::new("number", fault.detail())];
            let card = CardBox { typed: sent.number.trim(), wrong: &wrong, given: "" };
            let (shown, _) = show_windows(tx, &head, &id, (1, card))?;
            Ok(Next::Show(HtmlPage { status: status_of(&fault), ..shown }))
        })
        .await
}

async fn say_no(visit: Visit, id: web::Path<StatementId>) -> HttpResponse {
    visit
        .write(Act::EndMembership, move |tx| {
            partner_statements::say_no(tx, &id)?;
            Ok(Next::GoTo(other_windows(&id)))
        })
        .await
}
