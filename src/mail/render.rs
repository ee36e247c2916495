//! The two forms of a message in words: plain text and HTML, block by block,
//! so that both always say the same. No pictures, nothing fetched, nothing
//! that tells the sender whether it was read.

use maud::{DOCTYPE, Markup, html};

use super::attached::CalendarFile;
use super::words::{Block, Letterhead, Written, write};
use super::{Message, attached};
use crate::words::{Words, say};

/// A message ready to be carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The file for the reader's calendar.
    pub calendar: Option<CalendarFile>,
    /// Where one press stops such letters.
    pub stop: Option<String>,
}

/// A message for one reader, in their words, who is greeted by name where it is known.
pub(crate) fn render(
    message: &Message,
    head: &Letterhead,
    words: Words,
    reader: Option<&str>,
) -> Rendered {
    let written = write(message, head, words);
    let english = words.beside_all().map(|english| (write(message, head, english), english));
    let hello = match reader.and_then(|name| name.split_whitespace().next()) {
        Some(name) => say!(words, "mail-hello-name", name = name),
        None => words.say("mail-hello"),
    };
    let from = say!(words, "mail-from", organisation = head.organisation.as_str());
    let frame = Frame { hello: &hello, from: &from, words, english: english.as_ref() };
    let brief = english.as_ref().and_then(|(written, _)| written.brief.as_deref());
    Rendered {
        subject: one_line(
            &[written.subject.as_str()].into_iter().chain(brief).collect::<Vec<_>>().join(" / "),
        ),
        text: text(&written, &frame),
        html: page(&written, &frame).into_string(),
        calendar: attached::file(message, words, head),
        stop: attached::stop(message, head),
    }
}

/// What stands around the blocks.
struct Frame<'a> {
    hello: &'a str,
    from: &'a str,
    words: Words,
    /// The same in English, where nobody has confirmed the translation.
    english: Option<&'a (Written, Words)>,
}

fn text(written: &Written, frame: &Frame) -> String {
    let mut out = format!("{}\n\n", frame.hello);
    text_blocks(&mut out, &written.blocks);
    out.push_str(&format!("{}\n", frame.from));
    if let Some((english, words)) = frame.english {
        out.push_str(&format!("\n----\n{}\n\n", words.say("language-mail-english")));
        text_blocks(&mut out, &english.blocks);
    }
    out
}

fn text_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
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
            Block::Go(label, url) | Block::Link(label, url) => {
                out.push_str(&format!("{label}:\n{url}\n"));
            }
        }
        out.push('\n');
    }
}

fn page(written: &Written, frame: &Frame) -> Markup {
    let subject = one_line(&written.subject);
    html! {
        (DOCTYPE)
        html lang=(frame.words.language()) dir=(frame.words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (subject) }
            }
            body style="margin:0;padding:1rem;font:1.1rem/1.5 sans-serif;color:#1b1b1b;background:#fff" {
                main style="max-width:34rem;margin:0 auto" {
                    h1 style="font-size:1.4rem;line-height:1.25;margin:0 0 1rem" { (subject) }
                    p { (frame.hello) }
                    @for block in &written.blocks { (block_html(block)) }
                    p { (frame.from) }
                    @if let Some((english, words)) = frame.english {
                        section lang=(words.language()) dir="ltr"
                            style="border-top:1px solid #69736e;margin-top:2rem" {
                            h2 style="font-size:1.1rem" { (words.say("language-mail-english")) }
                            @for block in &english.blocks { (block_html(block)) }
                        }
                    }
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
                table role="presentation" style="border-inline-start:4px solid #00605a;padding-inline-start:.5rem;margin:1rem 0" {
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
            Block::Link(label, url) => p {
                a href=(url) style="display:inline-block;padding:.6rem 0;color:#00605a" { (label) }
            },
        }
    }
}

/// A title typed with a line break must not start a new header.
fn one_line(subject: &str) -> String {
    subject.split_whitespace().collect::<Vec<_>>().join(" ")
}
