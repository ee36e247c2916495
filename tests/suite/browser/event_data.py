"""What is wrong with the data for search engines on a session's page: schema.org's Event as Google
documents it, where name, startDate and location are required and the rest of these is recommended."""

import json
import re
from datetime import datetime

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
STATUSES = ["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled"]
KINDS = {"Event", "ChildrensEvent", "EducationEvent", "SocialEvent"}


def of_page(html):
    return [json.loads(text) for text in SCRIPT.findall(html)]


def complaints(data):
    if data.get("@context") not in ("https://schema.org", "https://schema.org/"):
        yield f"@context is {data.get('@context')!r}"
    if data.get("@type") not in KINDS:
        yield f"@type is {data.get('@type')!r}"
    if not data.get("name"):
        yield "name is missing"
    yield from _moments(data)
    yield from _location(data.get("location") or {})
    status = data.get("eventStatus", "").removeprefix("https://schema.org/")
    if status not in STATUSES:
        yield f"eventStatus is {data.get('eventStatus')!r}"
    if not (data.get("organizer") or {}).get("name"):
        yield "organizer has no name"


def _moments(data):
    read = {}
    for name in ("startDate", "endDate"):
        try:
            read[name] = datetime.fromisoformat(data.get(name, ""))
        except ValueError:
            yield f"{name} is {data.get(name)!r}"
            continue
        if read[name].tzinfo is None:
            yield f"{name} says no zone"
    zoned = [one for one in read.values() if one.tzinfo]
    if len(zoned) == 2 and zoned[1] <= zoned[0]:
        yield "it ends before it starts"


def _location(location):
    if location.get("@type") != "Place":
        yield f"location is {location.get('@type')!r}"
    if not location.get("name"):
        yield "location has no name"
    if not location.get("address"):
        yield "location has no address"
