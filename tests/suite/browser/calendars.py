"""What is wrong with a calendar file, as an independent reader (icalendar) sees it, and what is in it."""

from datetime import datetime

import icalendar
import recurring_ical_events

from demo import LONDON

# RFC 5545, 3.1: octets of a line, without its end.
LONGEST_LINE = 75


def complaints(raw):
    if b"\n" in raw.replace(b"\r\n", b""):
        yield "a line does not end in CRLF"
    for line in raw.split(b"\r\n"):
        if len(line) > LONGEST_LINE:
            yield f"a line is longer than {LONGEST_LINE} octets: {line[:60]!r}"
    try:
        calendar = icalendar.Calendar.from_ical(raw)
    except ValueError as fault:
        yield f"it cannot be read: {fault}"
        return
    for name in ("PRODID", "VERSION"):
        if name not in calendar:
            yield f"the calendar has no {name}"
    found = calendar.walk("VEVENT")
    uids = [str(event.get("UID")) for event in found]
    if len(set(uids)) < len(uids):
        yield "two events have one UID"
    for event in found:
        yield from _of_event(event)


def _of_event(event):
    for component, what in event.errors:
        yield f"{component}: {what}"
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        if name not in event:
            yield f"an event has no {name}"
    for name in ("DTSTART", "DTEND"):
        when = event.get(name)
        if when is None:
            continue
        if not isinstance(when.dt, datetime):
            yield f"{name} is a day, not a moment"
        elif when.dt.tzinfo is None:
            yield f"{name} belongs to no zone: a phone abroad shows another time"


def events(raw, begins, ends):
    """What a phone shows between two moments: title, start and end as clocks in England have them."""
    calendar = icalendar.Calendar.from_ical(raw)
    found = recurring_ical_events.of(calendar).between(begins, ends)
    local = lambda event, name: event[name].dt.astimezone(LONDON).replace(tzinfo=None)
    return sorted((str(event["SUMMARY"]), local(event, "DTSTART"), local(event, "DTEND")) for event in found)
