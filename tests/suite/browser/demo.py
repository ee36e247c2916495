"""The running demo: its accounts, its API, and the mails it wrote as files."""

import json
import os
import re
import time
import urllib.error
import urllib.request
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
# Mail leaves after the answer; a machine that builds beside this is slow.
PATIENCE = 30
# Six digits to sign in, eight to confirm; a space in the middle. No telephone number is so.
CODE = re.compile(r"(?<![\w-])(?:\d{4} ?\d{4}|\d{3} ?\d{3})(?![\w-])")


class Demo:
    def __init__(self):
        self.data = Path(os.environ["FIRSTPLACE_TEST_DATA"])
        written = json.loads((self.data / "demo.json").read_text())
        self.url = written["base_url"]
        self.accounts = {account["role"]: account for account in written["accounts"]}
        self.tokens = {}

    # The API.

    def call(self, method, path, body=None, role=None):
        """An answer as JSON; whoever asks is signed in once."""
        headers = {"content-type": "application/json"}
        if role:
            headers["authorization"] = f"Bearer {self.token(role)}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"{self.url}/api/v1{path}", method=method, data=data, headers=headers
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refused:
            raise AssertionError(f"{method} {path}: {refused.read().decode()}") from refused
        return json.loads(text) if text else None

    def token(self, role):
        if role not in self.tokens:
            account = self.accounts[role]
            body = {"email": account["email"], "password": account["password"]}
            self.tokens[role] = self.call("POST", "/auth/token", body)["access_token"]
        return self.tokens[role]

    def fetch(self, path):
        """A file as anybody gets it: its kind and its bytes."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return answer.headers.get_content_type(), answer.read()

    def every(self, path, role=None):
        """All pages of a list."""
        after = ""
        while True:
            page = self.call("GET", f"{path}{after}", role=role)
            yield from page["items"]
            if not page.get("next"):
                return
            after = f"{'&' if '?' in path else '?'}after={page['next']}"

    # What is on.

    def session(self, wanted):
        """The first session from the day after tomorrow on that is as wanted."""
        soon = datetime.now(LONDON) + timedelta(days=2)
        for one in self.every("/whats-on?limit=100"):
            starts = datetime.fromisoformat(one["starts_at"])
            if starts > soon and wanted(one):
                return one
        raise AssertionError("the demo has no such session")

    def bookable(self):
        """For anybody with a child from birth to five, with places left."""
        return self.session(
            lambda one: is_open(one) and one["places_left"] >= 4 and is_for_all_ages(one)
        )

    @cache
    def full(self):
        return self.another_full()

    def another_full(self):
        """One of our own, whatever day of the week it is: its only place is taken."""
        session = self.planned(self.afternoon(), capacity=1, public_release_at=an_hour_ago())
        family, _ = self.another_family()
        party = {"child_ids": [family["children"][0]["id"]], "adults": 1}
        self.booked_by_staff(session["id"], family, party)
        return session

    def another_family(self):
        """One that staff made, and its address."""
        like = self.bookable()
        name = "H" + "".join("abcdefghij"[int(digit)] for digit in str(time.time_ns()))
        email = f"{name.lower()}@example.org"
        family = {
            "carers": [{"name": name, "email": email}],
            "children": [{"name": name, "born_on": birthday_for(like).isoformat()}],
            "centre_id": like["centre_id"],
            "postcode": "M32 9AN",
        }
        return self.call("POST", "/families", family, role="staff"), email

    @cache
    def family_at_the_desk(self):
        """One of staff's, with a place to come."""
        family, _ = self.another_family()
        party = {"child_ids": [family["children"][0]["id"]], "adults": 1}
        self.booked_by_staff(self.planned(self.afternoon() + timedelta(days=3))["id"], family, party)
        return family

    def booked_by_staff(self, id, family, party):
        party = party | {"family_id": family["id"], "reason": "for the test"}
        return self.call("POST", f"/sessions/{id}/bookings", party, role="staff")

    def appointment(self):
        """The page of a place at a session that nobody must see her read of."""
        session = self.plan(self.afternoon() + timedelta(days=7), "Freedom Programme")
        family, email = self.another_family()
        self.booked_by_staff(session["id"], family, {"adults": 1, "carer_id": family["carers"][0]["id"]})
        return self.link_after(email, 0, "/b/")

    @cache
    def for_babies(self):
        """Of an activity for babies in their first weeks, with places left whatever day of the week it is."""
        activities = self.every("/activities", role="staff")
        title = next(one["title"] for one in activities if (one["ages"] or {}).get("unit") == "weeks")
        return self.planned(self.afternoon() + timedelta(hours=1), title, public_release_at=an_hour_ago())

    @cache
    def evening(self):
        """Open to all when nothing else is on, so that nothing of the parent's stands against it."""
        return self.planned(self.afternoon() + timedelta(hours=4), public_release_at=an_hour_ago())

    @cache
    def another_day(self):
        """What the bookable one is changed for, whatever else is open."""
        return self.planned(self.afternoon() + timedelta(days=1), public_release_at=an_hour_ago())

    @cache
    def not_open_yet(self):
        """For all ages, its public release still to come."""
        return self.planned(self.afternoon() + timedelta(days=7), public_release_at=in_two_days())

    def planned(self, *plan, **more):
        """One of our own, as what's on tells it."""
        id = self.plan(*plan, **more)["id"]
        return next(one for one in self.every("/whats-on?limit=100") if one["id"] == id)

    @cache
    def cancelled(self):
        session = self.plan(datetime(2027, 2, 2, 10, tzinfo=LONDON))
        self.call("POST", f"/sessions/{session['id']}/cancel", {"reason": "a leader is ill"}, role="staff")
        return session

    def afternoon(self):
        """Of the day of the bookable one, when that is over."""
        return datetime.fromisoformat(self.bookable()["starts_at"]) + timedelta(hours=5)

    def plan(self, starts, title=None, **more):
        """Another session like the bookable one or of this title, an hour long, announced by staff."""
        like = self.bookable()
        activities = self.every("/activities", role="staff")
        activity = next(one for one in activities if one["title"] == (title or like["title"]))
        plan = {
            "activity_id": activity["id"],
            "centre_id": like["centre_id"],
            "starts_at": starts.isoformat(),
            "ends_at": (starts + timedelta(hours=1)).isoformat(),
        } | more
        id = self.call("POST", "/sessions", plan, role="staff")["id"]
        self.call("POST", f"/sessions/{id}/announce", {}, role="staff")
        return {"id": id, "title": activity["title"]}

    @cache
    def parents_places(self):
        """The parent has one place and waits for another: the two bookings."""
        family = self.call("GET", "/families", role="parent")["items"][0]
        born = [child["id"] for child in family["children"] if child.get("born_on")]
        party = {"family_id": family["id"], "child_ids": born[:1], "adults": 1, "if_full": "wait"}
        # Of another activity, at another time: nothing stands against both.
        later = self.afternoon() + timedelta(hours=2)
        other = self.plan(later, "Messy Mondays", public_release_at=an_hour_ago())
        sessions = [other, self.full()]
        return [
            self.call("POST", f"/sessions/{one['id']}/bookings", party, role="parent")
            for one in sessions
        ]

    @cache
    def just_over(self):
        """The page of a place at a session that has just ended, of a family that came."""
        ends = datetime.now(LONDON) + timedelta(seconds=12)
        opened = (ends - timedelta(hours=3)).isoformat()
        session = self.plan(ends - timedelta(hours=1), public_release_at=opened)
        family, email = self.another_family()
        party = {"child_ids": [family["children"][0]["id"]], "adults": 1}
        booking = self.booked_by_staff(session["id"], family, party)
        mark = {"client_id": booking["id"], "booking_id": booking["id"], "mark": "came"}
        mark["at"] = (ends - timedelta(minutes=30)).isoformat()
        marks = f"/sessions/{session['id']}/register/marks"
        self.call("POST", marks, {"marks": [mark]}, role="staff")
        page = self.link_after(email, 0, "/b/")
        time.sleep(max(0, (ends - datetime.now(LONDON)).total_seconds()) + 0.2)
        return page

    @cache
    def register_now(self):
        """The register of a session that has begun, with a family that came and one that is expected."""
        starts = datetime.now(LONDON) - timedelta(minutes=20)
        opened = (starts - timedelta(days=1)).isoformat()
        more = {"ends_at": (starts + timedelta(hours=3)).isoformat(), "public_release_at": opened}
        session = self.plan(starts, leader="At the door", **more)
        for mark in ["came", None]:
            family, _ = self.another_family()
            party = {"child_ids": [family["children"][0]["id"]], "adults": 1}
            booking = self.booked_by_staff(session["id"], family, party)
            if mark:
                one = {"client_id": booking["id"], "booking_id": booking["id"], "mark": mark}
                one["at"] = datetime.now(LONDON).isoformat()
                path = f"/sessions/{session['id']}/register/marks"
                self.call("POST", path, {"marks": [one]}, role="staff")
        return f"/registers/{session['id']}"

    def how_was_it(self):
        """Where the family of that place says how it was."""
        kind, page = self.fetch(self.just_over())
        return re.search(r'href="(/feedback/[\w-]+)"', page.decode())[1]

    # Mail.

    def letters(self, to):
        """All that was sent to an address, oldest first."""
        found = []
        for file in sorted((self.data / "mail").glob("*.eml")):
            letter = message_from_bytes(file.read_bytes(), policy=policy.default)
            if to in str(letter["to"]):
                found.append(letter)
        return found

    def letter_after(self, to, before, says, patience=PATIENCE):
        """The next letter to an address, of those after the first `before`, that says this."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            for letter in self.letters(to)[before:]:
                if re.search(says, text_of(letter)):
                    return letter
            time.sleep(0.1)
        subjects = [letter["subject"] for letter in self.letters(to)]
        raise AssertionError(f"no letter to {to} says {says!r}; there are {subjects}")

    def code_after(self, to, before):
        """The six digits of a sign-in or confirmation."""
        letter = self.letter_after(to, before, CODE.pattern)
        return CODE.search(text_of(letter))[0].replace(" ", "")

    def link_after(self, to, before, part):
        """The path of the first link of a letter that begins with `part`, and is no file's."""
        pattern = rf"{re.escape(self.url)}({re.escape(part)}[\w-]+)(?![\w.-])"
        return re.search(pattern, text_of(self.letter_after(to, before, pattern)))[1]


def is_open(session):
    return session["access"] == "book" and session["phase"] == "public"


def is_for_all_ages(session):
    ages = session["ages"]
    return ages and ages["min"] == 0 and ages["unit"] == "months" and ages["max"] >= 60


def an_hour_ago():
    return (datetime.now(LONDON) - timedelta(hours=1)).isoformat()


def in_two_days():
    return (datetime.now(LONDON) + timedelta(days=2)).isoformat()


def birthday_for(session):
    """A day on which a child that fits was born."""
    ages = session["ages"] or {"unit": "months", "min": 0, "max": 60}
    days = 7 if ages["unit"] == "weeks" else 30.5
    middle = (ages["min"] + ages["max"]) / 2 * days
    return date.fromisoformat(session["starts_at"][:10]) - timedelta(days=round(middle))


def text_of(letter):
    return letter.get_body(("plain",)).get_content()
