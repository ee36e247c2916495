"""What parents do, end to end, on the demo's data."""

import itertools
import time

import pytest
from playwright.sync_api import expect

import words
from conftest import PHONE
from demo import birthday_for
from ftl import said
from walk import Walk

# Screens that she acts on from the session's page.
SCREENS_OF_A_NEWCOMER = 3
SCREENS_OF_A_MEMBER = 2

_numbers = itertools.count(1)


def nobodys_address():
    """Each is asked for few codes."""
    return f"robin.{next(_numbers)}.{time.time_ns()}@example.org"


class Newcomer:
    """Somebody whom nobody knows yet, with a child that fits a session."""

    def __init__(self, session):
        number = next(_numbers)
        self.name = f"Robin Example{number}"
        self.email = nobodys_address()
        self.child = ["Kip", "Ida", "Nell", "Otto", "Wren"][number % 5]
        self.born = birthday_for(session)

    def fills_in(self, walk):
        walk.fill(words.YOUR_NAME, self.name)
        walk.fill(words.YOUR_EMAIL, self.email)
        walk.fill(words.CHILD_NAME, self.child)
        walk.fill_day(self.born)
        walk.fill(words.POSTCODE, "M32 9AN")

    def types_the_number(self, walk, demo, before):
        walk.sees(words.NUMBER_PAGE)
        walk.fill(words.NUMBER, demo.code_after(self.email, before))
        walk.press(words.SEND_NUMBER)

    def books(self, walk, demo, session, button, done):
        """From the session's page to the answer."""
        self.fills_in(walk)
        before = len(demo.letters(self.email))
        walk.press(button)
        self.types_the_number(walk, demo, before)
        walk.sees(done)
        walk.reads(session["title"])
        return demo.link_after(self.email, before + 1, words.BOOKING_LINK)


@pytest.fixture
def walk(visitors, view, figures):
    with visitors.visit(view) as page:
        yield Walk(page, figures)


def booked_by_a_newcomer(walk, demo, session=None):
    """The link to a booking that somebody new has made."""
    session = session or demo.bookable()
    newcomer = Newcomer(session)
    walk.open(words.book(session["id"]))
    link = newcomer.books(walk, demo, session, words.BOOK_THIS, words.DONE_BOOKED)
    return session, newcomer, link


def test_a_newcomer_books_in_three_screens(walk, demo, view):
    session = demo.bookable()
    newcomer = Newcomer(session)
    walk.open(words.WHATS_ON)
    walk.follow(words.session(session["id"]))
    walk.count_from_here()
    expect(walk.page.get_by_role("heading", level=1)).to_contain_text(session["title"])

    walk.press(words.BOOK_A_PLACE)
    newcomer.books(walk, demo, session, words.BOOK_THIS, words.DONE_BOOKED)

    walk.tell(f"a newcomer books ({view})")
    assert walk.screens <= SCREENS_OF_A_NEWCOMER
    parts = [part for letter in demo.letters(newcomer.email) for part in letter.walk()]
    assert "text/calendar" in [part.get_content_type() for part in parts]


def test_where_all_is_taken_a_newcomer_joins_the_list_and_leaves_it(walk, demo, view):
    session = demo.full()
    newcomer = Newcomer(session)
    walk.open(words.session(session["id"]))
    walk.count_from_here()

    walk.press(words.TO_THE_LIST)
    link = newcomer.books(walk, demo, session, words.WAIT_FOR_THIS, words.DONE_WAITING)

    walk.tell(f"a newcomer joins the waiting list ({view})")
    assert walk.screens <= SCREENS_OF_A_NEWCOMER
    walk.open(link)
    walk.sees(words.WAITING)
    walk.unfold(words.STOP_WAITING)
    walk.press(words.LEAVE_LIST)
    walk.sees(words.LEFT_LIST)


def test_before_booking_opens_a_newcomer_asks_to_be_reminded(walk, demo, view):
    session = demo.not_open_yet()
    newcomer = Newcomer(session)
    walk.open(words.session(session["id"]))
    walk.count_from_here()

    walk.press(words.REMIND)
    newcomer.fills_in(walk)
    before = len(demo.letters(newcomer.email))
    walk.press(words.REMIND_ME)
    newcomer.types_the_number(walk, demo, before)

    walk.sees(words.DONE_REMINDER)
    walk.tell(f"a newcomer asks to be reminded ({view})")
    # Another session of the same kind is open already: she is known by now, and books like a member.
    walk.open(words.session(demo.bookable()["id"]))
    walk.count_from_here()
    walk.press(words.BOOK_A_PLACE)
    walk.press(words.BOOK_THIS)
    walk.sees(words.DONE_BOOKED)
    walk.tell(f"who was reminded books ({view})")
    assert walk.screens <= SCREENS_OF_A_MEMBER


def test_all_that_is_wrong_is_said_at_once_and_what_was_typed_stays(walk, demo):
    session = demo.bookable()
    walk.open(words.book(session["id"]))
    walk.fill(words.YOUR_NAME, "Robin Example")
    walk.press(words.BOOK_THIS)

    wrong = walk.page.get_by_role("alert").get_by_role("link")
    # A way to reach her, the child's name, its birthday and the postcode.
    expect(wrong).to_have_count(4)
    expect(walk.page.get_by_label(said(words.YOUR_NAME)).first).to_have_value("Robin Example")
    wrong.first.click()
    expect(walk.page.locator(":focus")).to_have_attribute("aria-invalid", "true")


def test_a_child_that_does_not_fit_is_told_on_the_form(walk, demo):
    session = demo.for_babies()
    newcomer = Newcomer(session)
    newcomer.born = newcomer.born.replace(year=newcomer.born.year - 2)
    walk.open(words.book(session["id"]))
    newcomer.fills_in(walk)
    walk.press(words.BOOK_THIS)

    expect(walk.page.get_by_role("alert")).to_contain_text(newcomer.child)
    expect(walk.page.get_by_label(said(words.YOUR_NAME)).first).to_have_value(newcomer.name)


def test_a_booking_is_cancelled_and_the_cancelling_undone(walk, demo, view):
    session, newcomer, link = booked_by_a_newcomer(walk, demo)
    walk.open(link)
    walk.count_from_here()
    walk.sees(words.BOOKED)
    for fact in [session["title"], session["centre"], newcomer.child]:
        walk.reads(fact)

    walk.unfold(words.GIVE_UP)
    walk.press(words.CANCEL)
    walk.sees(words.CANCELLED)
    walk.tell(f"a place is cancelled ({view})")
    walk.press(words.UNDO)
    walk.sees(words.BOOKED)


def test_a_link_that_is_none_says_so(walk):
    walk.open(f"{words.BOOKING_LINK}not-one-of-ours")
    walk.sees(words.UNKNOWN_LINK)


def test_a_parent_signs_in_with_a_code_and_out_again(walk, demo, view):
    _, member, _ = booked_by_a_newcomer(walk, demo)
    walk.open(words.SIGN_IN)
    walk.count_from_here()
    before = len(demo.letters(member.email))
    walk.fill(words.SIGN_IN_EMAIL, member.email)
    walk.press(words.SEND_CODE)
    walk.sees(words.CODE_PAGE)
    code = demo.code_after(member.email, before)

    walk.fill(words.CODE, f"{(int(code) + 1) % 1_000_000:06}")
    walk.press(words.ENTER_CODE, inside=walk.page.locator("main"))
    expect(walk.page.get_by_role("alert")).to_contain_text(said(words.CODE_WRONG, whole=False))
    walk.fill(words.CODE, code)
    walk.press(words.ENTER_CODE, inside=walk.page.locator("main"))
    walk.open(words.MY)
    walk.sees(words.MY_PLACES)
    walk.tell(f"a parent signs in, once with a wrong code ({view})")

    walk.press(words.SIGN_OUT)
    walk.open(words.MY)
    assert words.SIGN_IN in walk.page.url


def test_whoever_asks_for_a_code_reads_the_same_whether_known_or_not(visitors, demo):
    seen = []
    for email in [demo.accounts["parent"]["email"], nobodys_address()]:
        with visitors.visit(PHONE) as page:
            walk = Walk(page, [])
            walk.open(words.SIGN_IN)
            walk.fill(words.SIGN_IN_EMAIL, email)
            walk.press(words.SEND_CODE)
            walk.sees(words.CODE_PAGE)
            seen.append((page.url, page.locator("main").inner_text()))
    assert seen[0] == seen[1]


def test_a_member_books_in_two_screens_and_finds_it_among_hers(visitors, demo, view, figures):
    session = demo.evening()
    with visitors.visit(view, who="parent") as page:
        walk = Walk(page, figures)
        walk.open(words.session(session["id"]))
        walk.count_from_here()
        walk.press(words.BOOK_A_PLACE)
        walk.press(words.BOOK_THIS)
        walk.sees(words.DONE_BOOKED)
        walk.tell(f"a member books ({view})")
        assert walk.screens <= SCREENS_OF_A_MEMBER

        walk.open(words.MY)
        walk.sees(words.MY_PLACES)
        walk.reads(session["title"])
        walk.open(words.FAMILY)
        walk.sees(words.MY_FAMILY)
        for child in demo.call("GET", "/families", role="parent")["items"][0]["children"]:
            walk.reads(child["name"])
    # The next view books it again.
    booking = next(one for one in demo.every("/bookings", role="parent")
                   if one["session_id"] == session["id"] and one["status"] == "booked")
    demo.call("POST", f"/bookings/{booking['id']}/cancel", {}, role="parent")


def test_a_place_that_comes_free_is_offered_and_taken(walk, demo, view):
    session = demo.another_full()
    newcomer = Newcomer(session)
    walk.open(words.book(session["id"]))
    link = newcomer.books(walk, demo, session, words.WAIT_FOR_THIS, words.DONE_WAITING)
    make_room(demo, session["id"])
    walk.open(link)
    walk.sees(words.OFFERED)
    walk.count_from_here()
    walk.press(words.YES)
    walk.sees(words.BOOKED)
    walk.tell(f"an offer is taken ({view})")


def make_room(demo, session):
    """Whoever has the place gives it up."""
    booked = demo.every(f"/sessions/{session}/bookings?limit=100", role="staff")
    holder = next(one for one in booked if one["status"] == "booked")
    demo.call("POST", f"/bookings/{holder['id']}/cancel", {"reason": "for the test"}, role="staff")
