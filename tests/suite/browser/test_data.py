"""What programs read: calendar files, the data for search engines, and mails."""

from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest

import calendars
import event_data
import mails
import words
from conftest import PHONE
from demo import LONDON
from test_journeys import booked_by_a_newcomer
from walk import Walk

CALENDAR = "text/calendar"


def read(demo, path):
    kind, raw = demo.fetch(path)
    assert kind == CALENDAR
    assert list(calendars.complaints(raw)) == []
    return raw


def span(session):
    """Its title, start and end as clocks in England have them."""
    moments = [datetime.fromisoformat(session[name]) for name in ("starts_at", "ends_at")]
    return session["title"], *(one.astimezone(LONDON).replace(tzinfo=None) for one in moments)


def around(session):
    begins = datetime.fromisoformat(session["starts_at"]).astimezone(LONDON)
    return begins - timedelta(days=1), begins + timedelta(days=1)


def test_a_session_is_a_calendar_file(demo):
    session = demo.bookable()
    raw = read(demo, f"{words.session(session['id'])}.ics")
    assert calendars.events(raw, *around(session)) == [span(session)]


def test_a_booking_is_a_calendar_file(visitors, demo):
    with visitors.visit(PHONE) as page:
        session, _, link = booked_by_a_newcomer(Walk(page, []), demo)
    raw = read(demo, f"{link}.ics")
    assert calendars.events(raw, *around(session)) == [span(session)]


def test_the_feed_has_what_is_on(demo):
    session = demo.bookable()
    found = calendars.events(read(demo, f"{words.WHATS_ON}.ics"), *around(session))
    assert span(session) in found


def test_her_own_feed_has_what_she_booked(demo):
    demo.parents_places()
    url = demo.call("PUT", "/auth/feed", {}, role="parent")["url"]
    raw = read(demo, url.removeprefix(demo.url))
    now = datetime.now(LONDON)
    found = calendars.events(raw, now - timedelta(days=1), now + timedelta(days=60))
    assert "Messy Mondays" in [title for title, *_ in found]


@pytest.mark.parametrize("day", [datetime(2027, 3, 26), datetime(2027, 3, 29)], ids=str)
def test_clocks_that_change_move_no_session(demo, day):
    """Ten o'clock in England is another hour of the world before the last Sunday of March than after."""
    starts = day.replace(hour=10, tzinfo=LONDON)
    session = demo.plan(starts)
    raw = read(demo, f"{words.session(session['id'])}.ics")
    wanted = (session["title"], day.replace(hour=10), day.replace(hour=11))
    assert calendars.events(raw, starts - timedelta(days=1), starts + timedelta(days=1)) == [wanted]


def test_a_sessions_page_says_what_it_is_to_search_engines(demo):
    session = demo.bookable()
    _, html = demo.fetch(words.session(session["id"]))
    [data] = event_data.of_page(html.decode())
    assert list(event_data.complaints(data)) == []
    assert data["name"] == session["title"]
    assert datetime.fromisoformat(data["startDate"]) == datetime.fromisoformat(session["starts_at"])


def test_every_mail_that_the_demo_has_sent_can_be_read(demo):
    found = {}
    for letter in demo.letters(""):
        for one in mails.complaints(letter):
            found.setdefault(one, letter["subject"])
    assert not found, "\n".join(f"{subject}: {one}" for one, subject in found.items())


# The controls.

EVENT = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20270301T000000Z", "SUMMARY:Play",
         "DTSTART:20270329T090000Z", "DTEND:20270329T100000Z", "END:VEVENT"]
FILE = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *EVENT, "END:VCALENDAR", ""]


def ics(lines=FILE, end="\r\n"):
    return end.join(lines).encode()


@pytest.mark.parametrize(("bad", "said"), [
    (ics(end="\n"), "CRLF"),
    (ics([line for line in FILE if "UID" not in line]), "no UID"),
    (ics([line for line in FILE if "PRODID" not in line]), "no PRODID"),
    (ics([line.removesuffix("Z") for line in FILE]), "belongs to no zone"),
    (ics([line.replace("SUMMARY:Play", "SUMMARY:" + "Play" * 30) for line in FILE]), "longer than"),
    (ics([*FILE[:-2], *EVENT, *FILE[-2:]]), "one UID"),
    (b"no calendar", "cannot be read"),
])
def test_a_bad_calendar_file_is_seen(bad, said):
    assert list(calendars.complaints(ics())) == []
    found = list(calendars.complaints(bad))
    assert any(said in one for one in found), found


def test_an_hour_that_moved_is_seen():
    begins, ends = datetime(2027, 3, 28, tzinfo=LONDON), datetime(2027, 3, 30, tzinfo=LONDON)
    [(_, starts, _)] = calendars.events(ics(), begins, ends)
    assert starts == datetime(2027, 3, 29, 10), "nine o'clock of the world is ten in England by then"
    winter = ics([line.replace("20270329", "20270326") for line in FILE])
    begins, ends = datetime(2027, 3, 25, tzinfo=LONDON), datetime(2027, 3, 27, tzinfo=LONDON)
    [(_, starts, _)] = calendars.events(winter, begins, ends)
    assert starts == datetime(2027, 3, 26, 9)


GOOD_EVENT = {
    "@context": "https://schema.org", "@type": "Event", "name": "Play",
    "startDate": "2027-03-29T10:00:00+01:00", "endDate": "2027-03-29T11:00:00+01:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "location": {"@type": "Place", "name": "Stretford", "address": "9 Poplar Road"},
    "organizer": {"@type": "Organization", "name": "Hubs"},
}


@pytest.mark.parametrize("name", ["@context", "@type", "name", "startDate", "location", "organizer"])
def test_data_for_search_engines_that_lacks_something_is_seen(name):
    assert list(event_data.complaints(GOOD_EVENT)) == []
    assert list(event_data.complaints({k: v for k, v in GOOD_EVENT.items() if k != name}))
    assert list(event_data.complaints(GOOD_EVENT | {"startDate": "2027-03-29T10:00:00"}))


def letter(html="<main><h1>You are booked</h1></main>", plain="You are booked", calendar=ics()):
    made = EmailMessage()
    for name in ("From", "To"):
        made[name] = "someone@example.org"
    made["Subject"], made["Message-ID"] = "Booked", "<1@example.org>"
    made["Date"] = datetime(2027, 3, 29, tzinfo=LONDON)
    made.set_content(plain)
    page = '<!DOCTYPE html><html lang="en-GB"><head><title>Booked</title></head><body>%s</body></html>'
    made.add_alternative(page % html, subtype="html")
    made.add_attachment(calendar, maintype="text", subtype="calendar", filename="booking.ics")
    return made


@pytest.mark.parametrize(("bad", "said"), [
    (letter(html="<main>You are booked</main>"), "not one <h1>"),
    (letter(html="<h1>You are booked</h1>"), "not one <main>"),
    (letter(html="<main><h1>You are booked</h1></p></main>"), "HTML: line"),
    (letter(plain="See https://hubs.example/b/1"), "only one form has the links"),
    (letter(calendar=ics(end="\n")), "calendar: "),
])
def test_a_bad_mail_is_seen(bad, said):
    assert list(mails.complaints(letter())) == []
    found = list(mails.complaints(bad))
    assert any(said in one for one in found), found
