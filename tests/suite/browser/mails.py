"""What is wrong with a mail, as a MIME parser sees it: both its forms, their words, and the calendar
file with it."""

import re

import calendars
import markup

LINK = re.compile(r"https?://[^\s\"'<>]+")


def complaints(letter):
    for part in letter.walk():
        yield from (f"{part.get_content_type()}: {defect!r}" for defect in part.defects)
    for name in ("From", "To", "Subject", "Date", "Message-ID"):
        if not letter[name]:
            yield f"there is no {name}"
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    if plain is None or html is None:
        yield "it is not written in both forms"
        return
    plain, html = plain.get_content(), html.get_content()
    yield from (f"HTML: {one}" for one in markup.complaints(html, powerless=()))
    for element in ("h1", "main"):
        if html.count(f"<{element}") != 1:
            yield f"HTML has not one <{element}>"
    links = [set(LINK.findall(one.replace("&amp;", "&"))) for one in (plain, html)]
    if links[0] != links[1]:
        yield f"only one form has the links {links[0] ^ links[1]}"
    for part in letter.walk():
        if part.get_content_type() == "text/calendar":
            yield from (f"calendar: {one}" for one in calendars.complaints(part.get_payload(decode=True)))
