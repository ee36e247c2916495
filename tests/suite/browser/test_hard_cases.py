"""What goes wrong on the way, and who has no mouse: only with FIRSTPLACE_BROWSER=all."""

import re

import pytest
from playwright.sync_api import expect

import words
from conftest import PHONE, sign_in_by_code
from demo import text_of
from test_journeys import Newcomer, booked_by_a_newcomer
from walk import Walk


# What Chromium shows instead.
NO_SIGNAL = "chrome-error://**"


@pytest.fixture
def keyboard(visitors, view, figures):
    with visitors.visit(view) as page:
        yield Walk(page, figures, keyboard=True)


def test_by_keyboard_alone_a_newcomer_books_and_cancels(keyboard, demo, view):
    session = demo.bookable()
    keyboard.open(words.session(session["id"]))
    keyboard.press(words.BOOK_A_PLACE)
    newcomer = Newcomer(session)
    link = newcomer.books(keyboard, demo, session, words.BOOK_THIS, words.DONE_BOOKED)
    keyboard.open(link)
    keyboard.unfold(words.GIVE_UP)
    keyboard.press(words.CANCEL)
    keyboard.sees(words.CANCELLED)
    keyboard.press(words.UNDO)
    keyboard.sees(words.BOOKED)
    keyboard.tell(f"by keyboard alone, a booking, cancelled and undone ({view})")


def test_by_keyboard_alone_a_parent_signs_in(keyboard, demo):
    _, member, _ = booked_by_a_newcomer(keyboard, demo)
    keyboard.open(words.SIGN_IN)
    sign_in_by_code(keyboard, demo, member.email)
    expect(keyboard.page).not_to_have_url(re.compile(words.SIGN_IN))
    keyboard.open(words.MY)
    keyboard.sees(words.MY_PLACES)


def test_by_keyboard_alone_an_error_is_reached_from_the_summary(keyboard, demo):
    keyboard.open(words.book(demo.bookable()["id"]))
    keyboard.press(words.BOOK_THIS)
    keyboard.act(keyboard.page.get_by_role("alert").get_by_role("link").first)
    expect(keyboard.page.locator(":focus")).to_have_attribute("aria-invalid", "true")


def test_a_signal_lost_while_booking_loses_nothing_and_books_once(visitors, view, demo):
    session = demo.bookable()
    newcomer = Newcomer(session)
    with visitors.visit(view) as page:
        walk = Walk(page, [])
        walk.open(words.book(session["id"]))
        newcomer.fills_in(walk)
        page.context.set_offline(True)
        walk.press(words.BOOK_THIS)
        page.wait_for_url(NO_SIGNAL)
        page.context.set_offline(False)

        # The form goes to its own address, so what she sees now is to be tried again, and sends it.
        page.reload()
        newcomer.types_the_number(walk, demo, 0)
        walk.sees(words.DONE_BOOKED)
    demo.link_after(newcomer.email, 1, words.BOOKING_LINK)
    letters = [one for one in demo.letters(newcomer.email)[1:] if words.BOOKING_LINK in text_of(one)]
    assert len(letters) == 1


def test_an_answer_that_was_lost_is_no_second_booking(visitors, view, demo):
    """The service has booked; the phone has not heard of it, and sends the number again."""
    session = demo.bookable()
    newcomer = Newcomer(session)
    with visitors.visit(view) as page:
        walk = Walk(page, [])
        walk.open(words.book(session["id"]))
        newcomer.fills_in(walk)
        walk.press(words.BOOK_THIS)
        walk.sees(words.NUMBER_PAGE)
        walk.fill(words.NUMBER, demo.code_after(newcomer.email, 0))

        def lose(route):
            route.fetch()
            route.abort("connectionreset")

        page.route("**/join/confirm", lose, times=1)
        walk.press(words.SEND_NUMBER)
        demo.link_after(newcomer.email, 1, words.BOOKING_LINK)
        page.wait_for_url(NO_SIGNAL)
        page.reload()
        walk.sees(words.DONE_BOOKED)
    letters = [one for one in demo.letters(newcomer.email)[1:] if words.BOOKING_LINK in text_of(one)]
    assert len(letters) == 1


def test_a_link_opened_on_another_device_shows_the_code_to_type(visitors, view, demo):
    with visitors.visit(view) as asking, visitors.visit(PHONE) as other:
        here, there = Walk(asking, []), Walk(other, [])
        email = booked_by_a_newcomer(here, demo)[1].email
        before = len(demo.letters(email))
        here.open(words.SIGN_IN)
        here.fill(words.SIGN_IN_EMAIL, email)
        here.press(words.SEND_CODE)
        here.sees(words.CODE_PAGE)
        there.open(demo.link_after(email, before, words.SIGN_IN_LINK))
        there.sees(words.ELSEWHERE)
        there.reads(re.compile(r"\d{3} ?\d{3}"))
        # Opening it signed nobody in, and used nothing.
        there.open(words.MY)
        assert words.SIGN_IN in other.url
        here.fill(words.CODE, demo.code_after(email, before))
        here.press(words.ENTER_CODE, inside=asking.locator("main"))
        expect(asking).not_to_have_url(re.compile(words.SIGN_IN))


def test_a_place_cancelled_on_two_devices_is_cancelled_once(visitors, view, demo):
    with visitors.visit(view) as one, visitors.visit(PHONE) as two:
        first, second = Walk(one, []), Walk(two, [])
        _, _, link = booked_by_a_newcomer(first, demo)
        for walk in (first, second):
            walk.open(link)
            walk.unfold(words.GIVE_UP)
        for walk in (first, second):
            walk.press(words.CANCEL)
            walk.sees(words.CANCELLED)
        second.press(words.UNDO)
        second.sees(words.BOOKED)
        one.reload()
        first.sees(words.BOOKED)
