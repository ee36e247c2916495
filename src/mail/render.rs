//! The two forms of a message in words: plain text and HTML, block by block,
//! so that both always say the same. No pictures, nothing fetched, nothing
//! that tells the sender whether it was read.

use maud::{DOCTYPE, Markup, html};

use super::words::{Block, Letterhead, Written};

/// A message ready to be carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

pub(crate) fn render(written: &Written, head: &Letterhead) -> Rendered {
    Rendered {
        subject: one_line(&written.subject),
        text: text(written, head),
        html: page(written, head).into_string(),
    }
}

fn text(written: &Written, head: &Letterhead) -> String {
    let mut out = String::from("Hello\n\n");
    for block in &written.blocks {
        match block {
            Block::Say(said) => out.push_str(&format!("{said}\n")),
            Block::Facts(facts) => {
                for (label, fact) in facts {
                    out.push_str(&format!("{label}: {fact}\n"));
                }
            }
            Block::List(items) => {
                for item in items {
                    out.push_str(&format!("- {item}\n"));
                }
            }
            Block::Go(label, url) => out.push_str(&format!("{label}:\n{url}\n")),
        }
        out.push('\n');
    }
    out.push_str(&format!("From {}\n", head.organisation));
    out
}

fn page(written: &Written, head: &Letterhead) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (one_line(&written.subject)) }
            }
            body style="margin:0;padding:1rem;font:1.1rem/1.5 sans-serif;color:#1b1b1b;background:#fff" {
                div style="max-width:34rem;margin:0 auto" {
                    p { "Hello" }
                    @for block in &written.blocks { (block_html(block)) }
                    p { "From " (head.organisation) }
                }
            }
        }
    }
}

fn block_html(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Say(said) => p { (said) },
            Block::Facts(facts) => {
                table role="presentation" style="border-left:4px solid #00605a;padding-left:.5rem;margin:1rem 0" {
                    @for (label, fact) in facts {
                        tr {
                            td style="padding:.2rem .6rem;vertical-align:top" { (label) ":" }
                            td style="padding:.2rem .6rem" { b { (fact) } }
                        }
                    }
                }
            }
            Block::List(items) => ul { @for item in items { li { (item) } } },
            Block::Go(label, url) => p {
                a href=(url) style="display:inline-block;padding:.7rem 1.2rem;background:#00605a;color:#fff;border-radius:.3rem" {
                    (label)
                }
            },
        }
    }
}

/// A title typed with a line break must not start a new header.
fn one_line(subject: &str) -> String {
    subject.split_whitespace().collect::<Vec<_>>().join(" ")
}
