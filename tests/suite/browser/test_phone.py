"""What a phone keeps of her, and what it does not: the card where only she uses it, and no way back to
a page that she left in a hurry."""

import pytest
from playwright.sync_api import Error

import words
from conftest import PHONE
from ftl import said
from test_journeys import booked_by_a_newcomer
from walk import Walk

# Whether it has come within ten seconds.
KEEPER_IS_READY = """Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise(done => setTimeout(() => done(false), 10_000)),
])"""


def test_her_own_phone_keeps_the_card_and_forgets_it_when_she_signs_out(visitors, demo):
    with visitors.visit(PHONE) as page:
        walk = Walk(page, [])
        email = booked_by_a_newcomer(walk, demo)[1].email
        walk.open(words.SIGN_IN)
        before = len(demo.letters(email))
        walk.fill(words.SIGN_IN_EMAIL, email)
        walk.press(words.SEND_CODE)
        walk.fill(words.CODE, demo.code_after(email, before))
        page.get_by_label(said(words.ONLY_ME)).check()
        walk.press(words.ENTER_CODE, inside=page.locator("main"))
        walk.open(words.CARD)
        assert page.evaluate(KEEPER_IS_READY)
        page.reload()
        number = page.locator("main dd").first.inner_text()

        page.context.set_offline(True)
        page.goto(words.CARD)
        walk.reads(number)
        page.context.set_offline(False)
        walk.open(words.MY)
        walk.press(words.SIGN_OUT)
        page.context.set_offline(True)
        with pytest.raises(Error):
            page.goto(words.CARD)


def test_a_phone_that_others_use_keeps_nothing(visitors, demo):
    with visitors.visit(PHONE, who="parent") as page:
        page.goto(words.CARD)
        page.wait_for_load_state()
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_whoever_exits_a_page_does_not_come_back_to_it(visitors, demo):
    one = demo.appointment()
    with visitors.visit(PHONE) as page:
        page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Weather"))
        page.goto(words.WHATS_ON)
        page.goto(one)
        page.get_by_role("link", name=said(words.EXIT)).click()
        page.wait_for_url("https://www.bbc.co.uk/**")
        page.go_back()
        assert page.url.endswith(words.WHATS_ON)
