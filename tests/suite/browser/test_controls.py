"""Each check sees what it is for: a page with the fault, and the same without it."""

import pytest

import checks
import markup
import reading
from conftest import PHONE

GOOD = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Book – Hubs</title><style>button { min-height: 48px; min-width: 48px }
a:focus, button:focus, input:focus { outline: 3px solid black }</style></head>
<body><header><a href="/">Hubs</a></header><main><h1>Book</h1>%s</main></body></html>"""

FIELD = '<label for="name">Name</label> <input id="name" name="name" autocomplete="name"%s>'
SUMMARY = '<div role="alert"><h2>Wrong</h2><ul><li><a href="#%s">Enter your name</a></li></ul></div>'
WRONG = ' aria-invalid="true" aria-describedby="name-error"'
SAID = '<p id="name-error">Enter your name</p>'

# What is checked, a page that is right, one that is wrong, and what must be said of it.
PAGES = [
    (checks.axe, GOOD % FIELD % "", GOOD % '<input name="name">', "axe label"),
    (checks.axe, GOOD % "", GOOD % '<p style="color: #bbb; background: #fff">Hi</p>', "color-contrast"),
    (checks.axe, GOOD % "", GOOD.replace("<h1>", "<h3>").replace("</h1>", "</h3>") % "", "page-has-heading"),
    (checks.heading_and_title, GOOD % "", GOOD % "<h1>Twice</h1>", "one h1"),
    (checks.heading_and_title, GOOD % "", GOOD.replace("Book – Hubs", "") % "", "title is empty"),
    (checks.heading_and_title, GOOD % "", GOOD.replace("Book – ", "") % "", "does not say which"),
    (checks.sideways, GOOD % "", GOOD % '<div style="width: 400px">x</div>', "beside the screen"),
    (checks.text_at_twice_its_size, GOOD % "", GOOD % '<p style="width: 22rem">x</p>', "at 200 %"),
    (
        checks.text_at_twice_its_size,
        GOOD % '<p style="height: 2rem; overflow: hidden">One line</p>',
        GOOD % '<p style="height: 20px; overflow: hidden">One line</p>',
        "is cut",
    ),
    (
        checks.large_enough_to_press,
        GOOD % '<button type="submit">Book</button> <a href="/x">A link in words</a>',
        GOOD % '<button type="submit" style="min-height: 40px">Book</button>',
        "<button> Book is",
    ),
    (
        checks.large_enough_to_press,
        GOOD % '<a href="/x" style="display: inline-block; padding: 20px; background: #eee">Book it</a>',
        GOOD % '<a href="/x" style="display: inline-block; border: 1px solid">Book it</a>',
        "<a> Book it is",
    ),
]

FOCUS = [
    (GOOD % FIELD % "", GOOD % FIELD % ' tabindex="1"', "tab 2 goes to"),
    (GOOD % FIELD % "", GOOD % FIELD % ' style="outline: none"', "nothing shows"),
    (
        GOOD % '<button type="button">One</button><br><button type="button">Two</button>',
        GOOD % '<div style="display: flex; flex-direction: column-reverse">'
        '<button type="button">One</button><button type="button">Two</button></div>',
        "goes back up",
    ),
]

ERRORS = [
    (GOOD % FIELD % "", "no summary"),
    (GOOD % ('<p role="alert">Wrong</p>' + FIELD % WRONG + SAID), "leads to no field"),
    (GOOD % (SUMMARY % "name" + FIELD % ""), "is not said at its field"),
    (GOOD % (SUMMARY % "name" + FIELD % WRONG + SAID.replace("Enter", "Your")), "is not said at"),
    (GOOD % (SUMMARY % "name" + FIELD % ' aria-invalid="true"'), "not described"),
    (GOOD % (SUMMARY % "nothing" + FIELD % WRONG + SAID), "leads nowhere"),
    (GOOD % (SUMMARY % "name-error" + FIELD % WRONG + SAID), "takes no focus"),
]

MARKUP = [
    ("<p>One</p></div>", "End tag (div)"),
    ("<p>One<p>Two</p></p>", "p"),
    ('<p id="one">One</p><p id="one">Two</p>', "stands twice"),
    ('<a href="#there">There</a>', "refers to 'there'"),
    ('<a href="/x"><button type="button">Book</button></a>', "stands inside <a>"),
    ("<button>Book</button>", "does not say its type"),
    ('<img src="/x.png">', "has no alt"),
    ('<p style="color: red">Red</p>', "has the attribute 'style'"),
    ("<center>Old</center>", "is obsolete"),
]


@pytest.fixture(scope="module")
def page(visitors):
    with visitors.visit(PHONE) as page:
        yield page


def says(complaints, said):
    complaints = list(complaints)
    assert any(said in one for one in complaints), complaints
    return True


@pytest.mark.parametrize(("check", "good", "bad", "said"), PAGES)
def test_a_fault_of_a_page_is_seen(page, check, good, bad, said):
    page.set_content(good)
    assert check(page) == []
    page.set_content(bad)
    assert says(check(page), said)


@pytest.mark.parametrize(("good", "bad", "said"), FOCUS)
def test_a_focus_that_jumps_or_hides_is_seen(page, good, bad, said):
    page.set_content(good)
    assert checks.focus_order(page, below_each_other=True) == []
    page.set_content(bad)
    assert says(checks.focus_order(page, below_each_other=True), said)


def test_an_error_that_names_its_field_is_right(page):
    page.set_content(GOOD % (SUMMARY % "name" + FIELD % WRONG + SAID))
    assert checks.errors_name_their_fields(page) == []


@pytest.mark.parametrize(("bad", "said"), ERRORS)
def test_an_error_that_is_said_badly_is_seen(page, bad, said):
    page.set_content(bad)
    assert says(checks.errors_name_their_fields(page), said)


@pytest.mark.parametrize(("bad", "said"), MARKUP)
def test_a_fault_of_the_markup_is_seen(bad, said):
    plain = GOOD.replace("<style>", "<style media='all'>")
    assert list(markup.complaints(plain % "<p>Fine</p>")) == []
    assert says(markup.complaints(plain % bad), said)


def test_a_hard_sentence_is_seen():
    hard = "The safeguarding lead determines eligibility for accommodation in accordance with policy."
    assert reading.age(hard) > reading.OLDEST
    easy = "You are booked. We will keep your place. Tell us if you cannot come."
    assert reading.age(easy) < reading.OLDEST
