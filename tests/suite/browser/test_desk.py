"""The day of the desk and of staff, end to end on the demo: ringing, a new family at the door, booking
for a family, the session's desk page, lists. Taps and screens are counted; beside them stands what is
typed, since a machine types faster than anybody."""

import re
import time
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from conftest import DESK, PHONE
from demo import LONDON, an_hour_ago
from walk import Walk

# A receptionist with the telephone at her ear: 40 words a minute, and a second for each tap.
CHARACTERS_A_SECOND = 40 * 5 / 60
SECONDS_AT_THE_DOOR = 60


class AtWork(Walk):
    """A walk through staff's pages, whose words stand in the code."""

    def count_from_here(self):
        super().count_from_here()
        self.typed = 0

    def type(self, label, text):
        self.acted_on.add(self.screen)
        self.taps += 1
        self.typed += len(text)
        self.page.get_by_label(label, exact=True).first.fill(text)

    def button(self, name, inside=None):
        self.act((inside or self.page.locator("main")).get_by_role("button", name=name).first)

    def link(self, name, inside=None):
        self.act((inside or self.page.locator("main")).get_by_role("link", name=name).first)

    def heading(self, text):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    def says(self, text):
        expect(self.page.get_by_role("status").first).to_contain_text(text)

    def seconds_by_hand(self):
        return self.typed / CHARACTERS_A_SECOND + self.taps

    def tell_typed(self, what):
        self.tell(f"{what} ({self.typed} characters, {self.seconds_by_hand():.0f} s by hand)")


@pytest.fixture(params=[PHONE, DESK], ids=str)
def desk(request, visitors, figures):
    with visitors.visit(request.param, who="front_desk") as page:
        yield AtWork(page, figures)


@pytest.fixture
def staff(visitors, figures):
    with visitors.visit(DESK, who="staff") as page:
        yield AtWork(page, figures)


def a_number():
    """Nobody else's: who shares a number and a birthday is taken for the same family. No mobile,
    which texts would reach."""
    return f"0161 {200 + time.time_ns() // 10**7 % 700} {time.time_ns() // 1000 % 10**4:04d}"


def by_phone(demo, name):
    """A family that only a call reaches."""
    like = demo.bookable()
    family = {
        "carers": [{"name": name, "phone": a_number()}],
        "children": [{"name": f"{name} Junior", "born_on": born(like).isoformat()}],
        "centre_id": like["centre_id"],
        "postcode": "M32 9AN",
    }
    return demo.call("POST", "/families", family, role="staff")


def born(session):
    return date.fromisoformat(session["starts_at"][:10]) - timedelta(days=700)


def somebody(demo):
    """A name that nobody has yet, of letters alone."""
    return demo.another_family()[0]["carers"][0]["name"] + " Ray"


def kept_for(demo, name):
    """An offer to a family that only a call reaches."""
    start = datetime.now(LONDON).replace(hour=15, minute=0, second=0, microsecond=0)
    session = demo.plan(start + timedelta(days=9), capacity=1, public_release_at=an_hour_ago())
    holder, _ = demo.another_family()
    party = lambda one: {"child_ids": [one["children"][0]["id"]], "adults": 1}
    held = demo.booked_by_staff(session["id"], holder, party(holder))
    family = by_phone(demo, name)
    demo.booked_by_staff(session["id"], family, party(family))
    demo.call("POST", f"/bookings/{held['id']}/cancel", {"reason": "for the test"}, role="staff")
    return session, family


def test_a_yes_on_the_telephone_is_one_press(desk, demo):
    name = somebody(demo)
    kept_for(demo, name)
    desk.open("/today")
    desk.heading("Today")
    desk.count_from_here()
    task = desk.page.locator(".task", has_text=name)
    expect(task.locator("a[href^='tel:']")).to_have_count(1)
    desk.button(re.compile("^Says yes"), inside=task)
    desk.says("They have the place")
    desk.tell("a yes on the telephone")
    assert desk.taps == 1


def test_a_new_family_at_the_door_takes_less_than_a_minute(desk, demo):
    like, name = demo.bookable(), somebody(demo)
    day = born(like)
    desk.open("/families")
    desk.count_from_here()
    desk.link("New family")
    desk.type("The adult’s name", name)
    desk.type("Phone", a_number())
    desk.type("Postcode", "M32 9AN")
    desk.type("The child’s name", f"Kip {name}")
    for label, number in [("Day", day.day), ("Month", day.month), ("Year", day.year)]:
        desk.type(label, str(number))
    desk.button("Save family")
    desk.says("they are a member now")
    desk.tell_typed("a new family at the door")
    assert desk.seconds_by_hand() < SECONDS_AT_THE_DOOR
    desk.heading(name)


def test_a_family_is_found_booked_moved_and_cancelled(desk, demo):
    name = somebody(demo)
    family = by_phone(demo, name)
    start = datetime.now(LONDON).replace(hour=11, minute=0, second=0, microsecond=0)
    plan = lambda days: demo.plan(start + timedelta(days=days), public_release_at=an_hour_ago())
    session, later = plan(10), plan(17)
    desk.open("/families")
    desk.count_from_here()
    desk.type("Find a family", name)
    desk.button("Find")
    desk.link(name)
    desk.link("Book for this family")
    # Whichever page of the list it stands on.
    own = f"/families/{family['id']}"
    while not desk.page.locator(f'main a[href="{own}/book?session={session["id"]}"]').count():
        desk.link("Next page")
    desk.act(desk.page.locator(f'main a[href="{own}/book?session={session["id"]}"]'))
    desk.button("Book")
    desk.says("Booked.")
    desk.tell_typed("booked for a family, from the search")

    desk.count_from_here()
    desk.link(re.compile("^Change"))
    desk.page.get_by_label("Day", exact=True).select_option(later["id"])
    desk.button("Move")
    desk.says("Moved to the new date.")
    desk.tell("a place moved")

    desk.count_from_here()
    desk.link(re.compile("^Change"))
    desk.button("Cancel the place")
    desk.says("The place is cancelled.")
    desk.tell("a place cancelled")


def test_a_session_is_run_from_its_desk_page(staff, demo):
    start = datetime.now(LONDON).replace(hour=16, minute=0, second=0, microsecond=0)
    session = demo.plan(start + timedelta(days=11), public_release_at=an_hour_ago())
    family, _ = demo.another_family()
    demo.booked_by_staff(session["id"], family, {"child_ids": [family["children"][0]["id"]], "adults": 1})
    other = by_phone(demo, somebody(demo))
    demo.booked_by_staff(session["id"], other, {"child_ids": [other["children"][0]["id"]], "adults": 1})
    staff.open(f"/sessions/{session['id']}/desk")
    staff.heading(session["title"])
    staff.count_from_here()
    staff.button(re.compile("^Hand it over"))
    staff.says("handed over")
    staff.tell("a register handed to a volunteer")

    staff.count_from_here()
    staff.link("Call it off")
    staff.reads("1 message will be sent")
    staff.reads("1 family that no message reaches")
    staff.type("Why, for staff", "The leader is ill")
    staff.button("Call it off and tell them")
    staff.says("called off")
    staff.tell_typed("a session called off, after its preview")


def test_who_was_not_reached_is_worked_through(staff, demo):
    name = somebody(demo)
    start = datetime.now(LONDON).replace(hour=17, minute=0, second=0, microsecond=0)
    session = demo.plan(start + timedelta(days=12), public_release_at=an_hour_ago())
    family = by_phone(demo, name)
    demo.booked_by_staff(session["id"], family, {"child_ids": [family["children"][0]["id"]], "adults": 1})
    demo.call("POST", f"/sessions/{session['id']}/cancel", {"reason": "for the test"}, role="staff")
    staff.open("/lists/not-reached")
    staff.count_from_here()
    row = staff.page.locator("li.box", has_text=name)
    while not row.count():
        staff.link("Next page")
    staff.button(re.compile("^Reached"), inside=row)
    staff.says("Done.")
    staff.tell("somebody on a list reached")
    expect(staff.page.locator("li.box", has_text=name)).to_have_count(0)


def test_somebody_is_warned_before_the_sign_in_ends(visitors):
    with visitors.visit(PHONE, who="staff") as page:
        page.clock.install()
        page.goto("/today")
        warning = page.get_by_role("dialog", name="Are you still there?")
        page.clock.fast_forward("17:30")
        expect(warning).to_be_hidden()
        page.clock.fast_forward("01:00")
        expect(warning).to_be_visible()
        warning.get_by_role("button", name="Stay signed in").click()
        expect(warning).to_be_hidden()

        page.clock.fast_forward("18:30")
        page.context.clear_cookies()
        warning.get_by_role("button", name="Stay signed in").click()
        expect(warning).to_contain_text("You were signed out.")
        warning.get_by_role("button", name="Close").click()
        expect(warning).to_be_hidden()
