"""A professional's day on the demo: a family that the team knows, one by its card, one that nobody knows,
the next family for the same session; and what became of them. What it takes is printed."""

import time
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from demo import birthday_for, in_two_days
from walk import Walk

# From the first page on, for a family that is known.
SCREENS = 4
SECONDS_OF_TYPING = 45
# Who types on a phone in a car park.
LETTERS_A_SECOND = 2.5


class Referring(Walk):
    """Pages at work are in English, so what is looked for is what they say."""

    def count_from_here(self):
        super().count_from_here()
        self.letters = 0

    def button(self, name):
        self.act(self.page.get_by_role("button", name=name).first)

    def link(self, name):
        self.act(self.page.get_by_role("link", name=name).first)

    def tick(self, label):
        self.act(self.page.get_by_label(label).first)

    def type(self, label, text, inside=None):
        self.acted_on.add(self.screen)
        self.taps += 1
        self.letters += len(text)
        (inside or self.page.locator("main")).get_by_label(label, exact=True).first.fill(text)

    def choose(self, label, option):
        self.acted_on.add(self.screen)
        self.taps += 2
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def day(self, legend, day):
        group = self.page.get_by_role("group", name=legend)
        for label, number in [("Day", day.day), ("Month", day.month), ("Year", day.year)]:
            self.type(label, str(number), inside=group)

    def heading(self, says):
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(says)

    def fills_the_form(self):
        self.tick("In person")
        self.choose("Reason", "Isolated or new to the area")
        self.button("Refer")

    def typed(self, what):
        seconds = self.letters / LETTERS_A_SECOND
        self.tell(what)
        self.figures.append(f"{what}: {self.letters} letters typed, {seconds:.0f} s of typing")
        return seconds


@pytest.fixture
def walk(visitors, view, figures):
    with visitors.visit(view, who="professional") as page:
        yield Referring(page, figures)


def a_name():
    """Nobody else's."""
    return "W" + "".join("abcdefghij"[int(digit)] for digit in str(time.time_ns())[-8:])


def stated(demo, name):
    family = {
        "carers": [{"name": f"Una {name}", "phone": "07700 900456"}],
        "children": [{"name": f"Rory {name}", "born_on": birthday_for(demo.bookable()).isoformat()}],
        "postcode": "M32 9AN",
    }
    return demo.call("POST", "/families", family, role="professional")


def chooses_a_window(walk):
    walk.act(walk.page.locator(".card a.button").first)


def test_a_family_of_the_own_team_is_referred_in_four_screens(walk, demo, view):
    name = a_name()
    stated(demo, name)
    walk.open("/referrals")
    walk.count_from_here()
    walk.type("Refer a family", name[:5])
    walk.button("Refer a family")
    walk.link(f"Rory {name}, with Una {name}")
    walk.heading("Choose a session")
    chooses_a_window(walk)
    walk.fills_the_form()
    walk.heading(f"Rory {name}, with Una {name}: ")

    seconds = walk.typed(f"a family of the own team is referred ({view})")
    assert walk.screens <= SCREENS
    assert seconds <= SECONDS_OF_TYPING


def test_a_family_is_referred_from_its_card(walk, demo, view):
    family, _ = demo.another_family()
    number = demo.call("GET", f"/families/{family['id']}", role="staff")["membership"]["number"]
    born = date.fromisoformat(family["children"][0]["born_on"])
    walk.open("/refer")
    walk.count_from_here()
    walk.type("Number on the card", number)
    walk.day("Birth date of a child on the card", born)
    walk.button("Go on with this card")
    walk.heading("Choose a session")
    chooses_a_window(walk)
    walk.fills_the_form()
    walk.heading("A child born")

    seconds = walk.typed(f"a family is referred from its card ({view})")
    assert walk.screens <= SCREENS
    assert seconds <= SECONDS_OF_TYPING


def test_a_family_that_nobody_knows_and_the_next_one_for_the_same_session(walk, demo, view):
    first, second = a_name(), a_name() + "x"
    born = birthday_for(demo.bookable())

    def describes(name):
        walk.type("Child’s name", f"Rory {name}")
        walk.day("Child’s birth date, or the due date", born)
        walk.type("Postcode", "M32 9AN")
        walk.type("An adult’s name", f"Una {name}")
        walk.type("Telephone", "07700 900456")
        walk.tick("Yes")
        walk.button("Go on with this family")

    walk.open("/refer")
    walk.count_from_here()
    describes(first)
    walk.heading("Choose a session")
    chooses_a_window(walk)
    walk.fills_the_form()
    walk.heading(f"Rory {first}, with Una {first}: ")
    seconds = walk.typed(f"a new family is referred ({view})")
    assert walk.screens <= SCREENS
    assert seconds <= SECONDS_OF_TYPING

    walk.count_from_here()
    walk.link("Same session, next family")
    describes(second)
    expect(walk.page.get_by_label("In person")).to_be_checked()
    walk.button("Refer")
    walk.heading(f"Rory {second}, with Una {second}: ")
    walk.typed(f"the next family for the same session ({view})")
    assert walk.screens <= SCREENS

    # Withdrawn, and seen in the list.
    walk.act(walk.page.get_by_text("Withdraw this referral", exact=True))
    walk.button("Withdraw it")
    walk.heading(": Withdrawn")
    walk.link("Your team’s referrals")
    walk.reads(f"Rory {second}")
    walk.reads(f"Rory {first}")


def test_her_week_says_what_opens_and_she_asks_to_be_told(walk, demo, view):
    planned = demo.plan(demo.afternoon() + timedelta(days=14), referrals_open_at=in_two_days())
    walk.open("/digest")
    walk.count_from_here()
    card = walk.page.locator(f"#w-{planned['id']}")
    later = walk.page.get_by_role("link", name="Next page")
    while not card.count() and later.count():
        walk.act(later.first)
    walk.act(card.get_by_role("button"))
    walk.heading("Your week")
    walk.tell(f"she asks to be told of a window ({view})")
    week = demo.call("GET", "/digests/windows", role="professional")
    assert [one["asked_to_be_told"] for one in week["windows"] if one["session_id"] == planned["id"]] == [True]


def test_the_form_says_all_that_is_missing(walk, demo):
    family = stated(demo, a_name())["id"]
    walk.open(f"/refer/{demo.bookable()['id']}?family={family}")
    walk.button("Refer")
    wrong = walk.page.get_by_role("alert").get_by_role("link")
    # How it agreed, and why.
    expect(wrong).to_have_count(2)
    wrong.first.click()
    expect(walk.page.locator(":focus")).to_have_attribute("aria-invalid", "true")
