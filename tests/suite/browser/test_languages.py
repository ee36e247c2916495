"""Every language on the main pages of parents, and whole journeys in Urdu (from the right) and Polish,
on a small phone."""

import re

import pytest
from playwright.sync_api import expect

import checks
import words
from conftest import PHONE
from ftl import ENGLISH, LANGUAGES, said, speaking
from test_journeys import Newcomer
from walk import Walk

FROM_THE_RIGHT = {"ur", "ar"}
OTHERS = [one for one in LANGUAGES if one != ENGLISH]
JOURNEYS = ["ur", "pl"]

# Figures that are not 0 to 9.
OTHER_FIGURES = re.compile(r"[٠-٩۰-۹০-৯੦-੯]")


def direction(language):
    return "rtl" if language in FROM_THE_RIGHT else "ltr"


def is_in(page, language):
    root = page.locator("html")
    expect(root).to_have_attribute("lang", language)
    expect(root).to_have_attribute("dir", direction(language))
    assert not OTHER_FIGURES.search(page.locator("main").inner_text())


def paths(demo):
    open_one = demo.bookable()["id"]
    return [words.WHATS_ON, words.session(open_one), words.book(open_one), words.session(demo.full()["id"]),
            words.session(demo.cancelled()["id"]), words.SIGN_IN, "/contact", "/privacy", "/accessibility"]


@pytest.mark.parametrize("language", OTHERS)
def test_the_main_pages_hold_in(language, visitors, demo):
    found = []
    with visitors.visit(PHONE, locale=language) as page:
        for path in paths(demo):
            page.goto(path)
            is_in(page, language)
            for check in [checks.axe, checks.sideways, checks.large_enough_to_press, checks.heading_and_title]:
                found += [f"{path}: {complaint}" for complaint in check(page)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("language", OTHERS)
def test_a_familys_own_pages_hold_in(language, visitors, demo):
    demo.parents_places()
    found = []
    with visitors.visit(PHONE, who="parent", locale=language) as page:
        for path in [words.MY, words.CARD, words.FAMILY, "/my/family/me", "/my/family/trusted/new"]:
            page.goto(path)
            is_in(page, language)
            for check in [checks.axe, checks.sideways, checks.large_enough_to_press]:
                found += [f"{path}: {complaint}" for complaint in check(page)]
    assert not found, "\n" + "\n".join(found)


def test_from_the_right_the_layout_is_mirrored(visitors, demo):
    middle = PHONE.width / 2
    places = {}
    for language in ["ur", "pl"]:
        with visitors.visit(PHONE, locale=language) as page:
            page.goto(words.WHATS_ON)
            time = page.locator(".card .time").first.bounding_box()
            name = page.locator("header .name").bounding_box()
            places[language] = (time["x"] > middle, name["x"] + name["width"] > PHONE.width - 40)
            page.goto(words.book(demo.bookable()["id"]))
            # What is typed in a box for an address goes from the left in every language.
            box = page.get_by_label(said_in(language, words.YOUR_EMAIL)).first
            assert box.evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert places["ur"] == (True, True), places
    assert not places["pl"][0], places


def said_in(language, key):
    with speaking(language):
        return said(key)


def test_a_language_is_chosen_by_its_own_name_and_stays(visitors, demo):
    with visitors.visit(PHONE) as page:
        page.goto(f"{words.WHATS_ON}?age=12")
        is_in(page, ENGLISH)
        page.locator(".languages summary").click()
        page.get_by_role("link", name="Polski", exact=True).click()
        is_in(page, "pl")
        assert page.url.endswith(f"{words.WHATS_ON}?age=12"), page.url
        page.goto(words.SIGN_IN)
        is_in(page, "pl")
        # What a machine translated leads to the English.
        page.locator(".machine a").click()
        is_in(page, ENGLISH)


@pytest.mark.parametrize("language", JOURNEYS)
def test_a_whole_journey_in(language, visitors, demo, figures):
    session = demo.bookable()
    newcomer = Newcomer(session)
    with visitors.visit(PHONE, locale=language) as page, speaking(language):
        walk = Walk(page, figures)
        walk.open(words.WHATS_ON)
        is_in(page, language)
        walk.follow(words.session(session["id"]))
        is_in(page, language)
        walk.count_from_here()
        walk.press(words.BOOK_A_PLACE)
        is_in(page, language)
        link = newcomer.books(walk, demo, session, words.BOOK_THIS, words.DONE_BOOKED)
        is_in(page, language)
        walk.tell(f"a newcomer books ({language}, {PHONE})")
        assert walk.screens <= 3

        walk.open(link)
        walk.sees(words.BOOKED)
        # Nobody has confirmed the translation: English stands beside it, with the day in figures.
        beside = page.locator("main .beside")
        expect(beside.filter(has_text="You are booked")).to_have_count(1)
        expect(beside.filter(has_text=re.compile(r"\d\d/\d\d/\d{4}, \d\d:\d\d to \d\d:\d\d"))).to_have_count(1)
        expect(beside.first).to_have_attribute("lang", ENGLISH)
        walk.unfold(words.GIVE_UP)
        walk.press(words.CANCEL)
        walk.sees(words.CANCELLED)
        expect(beside.filter(has_text="Your place is cancelled")).to_have_count(1)
        is_in(page, language)

        letter = demo.letters(newcomer.email)[-1]
        html = letter.get_body(("html",)).get_content()
        assert f'<html lang="{language}" dir="{direction(language)}">' in html, html
        assert f'lang="{ENGLISH}" dir="ltr"' in html, html

        # She signs in on another phone: it speaks the language of her record.
    with visitors.visit(PHONE) as page:
        walk = Walk(page, figures)
        walk.open(words.SIGN_IN)
        before = len(demo.letters(newcomer.email))
        walk.fill(words.SIGN_IN_EMAIL, newcomer.email)
        walk.press(words.SEND_CODE)
        walk.fill(words.CODE, demo.code_after(newcomer.email, before))
        walk.press(words.ENTER_CODE, inside=page.locator("main"))
        page.wait_for_url(lambda url: words.SIGN_IN not in url)
        is_in(page, language)
