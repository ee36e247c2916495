"""Every page and state that is looked at: its name, who sees it, and how it comes about. A state is a
page after what is done on it there; one that shows errors says so."""

from dataclasses import dataclass
from datetime import date
from typing import Callable

import words
from demo import birthday_for
from test_journeys import Newcomer, booked_by_a_newcomer, nobodys_address
from walk import Walk


@dataclass(frozen=True)
class Place:
    name: str
    # An address, or what gives one from the demo.
    path: str | Callable
    # The role that is signed in; nobody where it is empty.
    who: str = ""
    # What is done there, on a Walk.
    then: Callable | None = None
    errors: bool = False
    # Read by parents: it must be light.
    light: bool = True
    status: int = 200
    # One of the pages that screenshots show.
    shown: bool = False

    def open(self, page, demo):
        """Answers with the HTML as it was sent."""
        path = self.path(demo) if callable(self.path) else self.path
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(path)
        if self.then:
            self.then(Walk(page, []), demo)
            page.wait_for_load_state()
        pages = [one for one in answers if one.request.is_navigation_request()]
        answer = next(one for one in reversed(pages) if one.status not in (301, 302, 303, 307, 308))
        assert answer.status == self.status, f"{answer.url} answers {answer.status}"
        return answer.text()


# What is done.


def press(key):
    return lambda walk, demo: walk.press(key, inside=walk.page.locator("main"))


def type_a_wrong_code(walk, demo):
    ask_for_a_code(walk, demo)
    walk.fill(words.CODE, "000000")
    walk.press(words.ENTER_CODE, inside=walk.page.locator("main"))


def ask_for_a_code(walk, demo):
    walk.fill(words.SIGN_IN_EMAIL, nobodys_address())
    walk.press(words.SEND_CODE)


def type_a_wrong_password(walk, demo):
    form = walk.page.locator("form", has=walk.page.locator("input[type=password]"))
    form.locator("input[type=email]").fill("nobody.at.all@example.org")
    form.locator("input[type=password]").fill("not the password")
    form.get_by_role("button").click()


def send_an_empty_form(walk, demo):
    """The last form of the main part: filters stand before it."""
    walk.page.locator("main form[method=post] button").last.click()


def bring_a_child_too_old(walk, demo):
    one = babies(demo)
    newcomer = Newcomer(one)
    newcomer.born = newcomer.born.replace(year=newcomer.born.year - 2)
    newcomer.fills_in(walk)
    walk.press(words.BOOK_THIS)


def ask_for_a_calendar(walk, demo):
    walk.press("feed-ask", inside=walk.page.locator("main"))
    walk.open(words.SIGN_INS)


def come_to_the_number(walk, demo):
    newcomer = Newcomer(demo.bookable())
    newcomer.fills_in(walk)
    walk.press(words.BOOK_THIS)


def type_a_wrong_number(walk, demo):
    come_to_the_number(walk, demo)
    walk.fill(words.NUMBER, "00000000")
    walk.press(words.SEND_NUMBER)


def be_booked(walk, demo):
    booked_by_a_newcomer(walk, demo)


def open_the_booking(walk, demo):
    walk.open(booked_by_a_newcomer(walk, demo)[2])


def unfold_the_cancelling(walk, demo):
    open_the_booking(walk, demo)
    walk.unfold(words.GIVE_UP)


def unfold_the_rules(walk, demo):
    walk.unfold(words.RULES)


def with_another_day(demo):
    demo.another_day()
    return words.WHATS_ON


def unfold(key):
    def opened(walk, demo):
        open_the_booking(walk, demo)
        walk.unfold(key)

    return opened


def come_to_nobody(walk, demo):
    for box in walk.page.locator("input[name=child]").all():
        box.uncheck()
    walk.fill(words.ADULTS, "0")
    walk.press(words.SAVE)


def cancel_the_booking(walk, demo):
    unfold_the_cancelling(walk, demo)
    walk.press(words.CANCEL)


def wait(walk, demo):
    one = demo.full()
    newcomer = Newcomer(one)
    walk.open(words.book(one["id"]))
    walk.open(newcomer.books(walk, demo, one, words.WAIT_FOR_THIS, words.DONE_WAITING))
    walk.sees(words.WAITING)


def tick_nobody(walk, demo):
    for box in walk.page.locator("input[name=child]").all():
        box.uncheck()
    walk.press(words.BOOK_THIS)


# Sessions.


def babies(demo):
    return demo.for_babies()


def drop_in(demo):
    return demo.session(lambda one: one["access"] == "drop_in")


def not_open_yet(demo):
    return demo.not_open_yet()


def page_of(wanted):
    return lambda demo: words.session(wanted(demo)["id"])


def booking_of(wanted):
    return lambda demo: words.book(wanted(demo)["id"])


def bookable(demo):
    return demo.bookable()


def full(demo):
    return demo.full()


def called_off(demo):
    return demo.cancelled()


def giving_up(which):
    return lambda demo: f"{words.MY}/bookings/{demo.parents_places()[which]['id']}/cancel"


def who_comes(demo):
    return f"{words.MY}/bookings/{demo.parents_places()[0]['id']}/party"


def with_places(path):
    def after_they_are_there(demo):
        demo.parents_places()
        return path

    return after_they_are_there


def how_was_it(demo):
    return demo.how_was_it()


def say_how_it_was(walk, demo):
    """The first button: of two at first, then the one that changes it."""
    walk.page.locator("main button[name=good]").first.click()


def write_too_much(walk, demo):
    say_how_it_was(walk, demo)
    walk.page.locator("textarea").fill("x" * 301)
    walk.press("feedback-send", inside=walk.page.locator("main"))


def write_a_little(walk, demo):
    say_how_it_was(walk, demo)
    walk.page.locator("textarea").fill("It was a little cold.")
    walk.press("feedback-send", inside=walk.page.locator("main"))


def a_centre_that_changed_something(demo):
    centre = demo.bookable()["centre_id"]
    entry = {"centre_id": centre, "said": "The room is too cold.", "did": "We have two new heaters."}
    entry["dated_on"] = "2026-11-02"
    demo.call("POST", "/you-said", entry, role="staff")
    return f"/you-said?centre={centre}"


def a_child(demo):
    children = demo.call("GET", "/families", role="parent")["items"][0]["children"]
    return f"{words.FAMILY}/children/{children[0]['id']}"


def a_register(demo):
    return f"/registers/{demo.bookable()['id']}"


def a_register_now(demo):
    return demo.register_now()


def the_building(demo):
    demo.register_now()
    return f"/registers/building/{demo.bookable()['centre_id']}"


def unfold_a_line(walk, demo):
    walk.act(walk.page.locator("form.party summary").first)


def send_an_empty_guest(walk, demo):
    walk.act(walk.page.locator("summary", has_text="A guest"))
    walk.act(walk.page.get_by_role("button", name="Guest came"))


def a_session_at_the_desk(page=""):
    """One with somebody booked and somebody waiting."""
    return lambda demo: f"/sessions/{demo.full()['id']}/desk{page}"


def a_family_of_staff(page=""):
    return lambda demo: f"/families/{demo.family_at_the_desk()['id']}{page}"


def an_adult_of_a_family(demo):
    family = demo.family_at_the_desk()
    return f"/families/{family['id']}/carers/{family['carers'][0]['id']}/end-access"


def booking_for_a_family(demo):
    return f"/families/{demo.family_at_the_desk()['id']}/book?session={demo.bookable()['id']}"


def send_nobody(walk, demo):
    """No child, and nobody else."""
    for box in walk.page.locator("input[name=child]").all():
        box.uncheck()
    walk.page.locator("input[name=adults]").fill("")
    walk.page.get_by_role("button", name="Book", exact=True).click()


def move_to_no_day(walk, demo):
    walk.page.locator("#day_day").fill("40")
    walk.page.locator("#starts").fill("half nine")
    walk.page.get_by_role("button", name="See what it does").click()


def a_stated_family(demo):
    """One that the professional's team has named: its statement."""
    born = birthday_for(demo.bookable()).isoformat()
    family = {
        "carers": [{"name": "Una Webb", "phone": "07700 900456"}],
        "children": [{"name": "Rory Webb", "born_on": born}],
        "postcode": "M32 9AN",
    }
    return demo.call("POST", "/families", family, role="professional")["id"]


def a_referral(demo):
    body = {"statement_id": a_stated_family(demo), "reason": "isolated", "agreed_how": "in person"}
    body["agreed_on"] = date.today().isoformat()
    session = demo.bookable()["id"]
    return demo.call("POST", f"/sessions/{session}/referrals", body, role="professional")["id"]


def the_referrals(demo):
    a_referral(demo)
    return "/referrals"


def found_by_name(demo):
    a_stated_family(demo)
    return "/refer?q=webb"


def the_windows(demo):
    return f"/refer?family={a_stated_family(demo)}"


def the_form(demo):
    return f"/refer/{demo.bookable()['id']}?family={a_stated_family(demo)}"


def unfold_all(walk, demo):
    for fold in walk.page.locator("main summary").all():
        walk.act(fold)


NOBODY_S_ID = "0198c0de7f3a7d0e9d1c2b3a4f5e6d7c"

PLACES = [
    # What is on.
    Place("home", "/", shown=True),
    Place("what's on", words.WHATS_ON),
    Place("what's on, later", words.WHATS_ON, then=press(words.LATER)),
    Place("what's on for an age on a day", f"{words.WHATS_ON}?age=12&day=tuesday"),
    Place("what's on, nothing", f"{words.WHATS_ON}?age=expected&day=sunday&half=morning&free=yes"),
    Place("what's on, what somebody needs", f"{words.WHATS_ON}?access=step_free&access=quiet"),
    Place("what's on near a postcode", f"{words.WHATS_ON}?postcode=M32+9AN"),
    Place("what's on near no postcode", f"{words.WHATS_ON}?postcode=nowhere"),
    Place("session, to book", page_of(bookable), shown=True),
    Place("session, full", page_of(full)),
    Place("session, not open yet", page_of(not_open_yet)),
    Place("session, drop-in", page_of(drop_in)),
    Place("session, cancelled", page_of(called_off)),
    Place("session, none", words.session(NOBODY_S_ID), status=404),
    # Booking.
    Place("book", booking_of(bookable), shown=True),
    Place("book, all wrong", booking_of(bookable), then=send_an_empty_form, errors=True, status=422),
    Place("book, child too old", booking_of(babies), then=bring_a_child_too_old, errors=True, status=422),
    Place("book, full", booking_of(full)),
    Place("book, not open yet", booking_of(not_open_yet)),
    Place("book, drop-in", booking_of(drop_in)),
    Place("book, none", words.book(NOBODY_S_ID), status=404),
    Place("book, number", booking_of(bookable), then=come_to_the_number),
    Place("book, number wrong", booking_of(bookable), then=type_a_wrong_number, errors=True, status=422),
    Place("book, booked", booking_of(bookable), then=be_booked, shown=True),
    Place("join", words.JOIN),
    Place("join, the rules unfolded", words.JOIN, then=unfold_the_rules),
    Place("join, all wrong", words.JOIN, then=send_an_empty_form, errors=True, status=422),
    # One booking.
    Place("booking", words.WHATS_ON, then=open_the_booking, shown=True),
    Place("booking, about to cancel", words.WHATS_ON, then=unfold_the_cancelling),
    Place("booking, cancelled", words.WHATS_ON, then=cancel_the_booking),
    Place("booking, waiting", words.WHATS_ON, then=wait),
    Place("booking, an appointment", lambda demo: demo.appointment()),
    Place("booking, other day", with_another_day, then=unfold(words.OTHER_DAY)),
    Place("booking, who comes", words.WHATS_ON, then=unfold(words.WHO_COMES)),
    Place("booking, unknown", f"{words.BOOKING_LINK}not-one-of-ours", status=404),
    Place("mail link of before, unknown", "/links/cancel/not-one-of-ours", status=404),
    Place("join link, unknown", "/join/not-one-of-ours", status=404),
    Place("booking, over", lambda demo: demo.just_over()),
    Place("how was it", how_was_it),
    Place("how was it, said", how_was_it, then=say_how_it_was),
    Place("how was it, too long", how_was_it, then=write_too_much, errors=True, status=422),
    Place("how was it, written", how_was_it, then=write_a_little),
    Place("how was it, unknown", "/feedback/not-one-of-ours", status=404),
    Place("you said, nothing yet", f"/you-said?centre={NOBODY_S_ID}"),
    Place("you said, we did", a_centre_that_changed_something),
    Place("what's on in a frame", "/embed/whats-on"),
    Place("membership link, unknown", "/membership/stop-cards/not-one-of-ours", status=404),
    # Signing in.
    Place("sign in", words.SIGN_IN, shown=True),
    Place("sign in, no address", words.SIGN_IN, then=press(words.SEND_CODE), errors=True, status=422),
    Place("sign in, wrong password", words.SIGN_IN, then=type_a_wrong_password, errors=True, status=422),
    Place("sign in, code", words.SIGN_IN, then=ask_for_a_code),
    Place("sign in, wrong code", words.SIGN_IN, then=type_a_wrong_code, errors=True, status=422),
    Place("sign-in link, over", f"{words.SIGN_IN_LINK}not-one-of-ours", status=410),
    Place("forgotten password", "/password/forgotten"),
    Place("new password, unknown link", "/reset/not-one-of-ours", status=409),
    # A family's own.
    Place("book as a member", booking_of(bookable), who="parent"),
    Place("book as a member, nobody", booking_of(bookable), "parent", tick_nobody, errors=True, status=409),
    Place("my places", with_places(words.MY), who="parent", shown=True),
    Place("giving a place up", giving_up(0), who="parent"),
    Place("leaving the list", giving_up(1), who="parent"),
    Place("who comes", who_comes, who="parent"),
    Place("who comes, nobody", who_comes, "parent", come_to_nobody, errors=True, status=422),
    Place("my card", "/my/card", who="parent"),
    Place("my calendar", words.FEED, who="parent"),
    Place("my calendar, ready", words.FEED, "parent", press("feed-ask")),
    Place("my sign-ins, a calendar among them", words.FEED, "parent", ask_for_a_calendar),
    Place("a calendar that has stopped", "/feeds/not-one-of-ours.ics", status=404),
    Place("my family", words.FAMILY, who="parent", shown=True),
    Place("me", "/my/family/me", who="parent"),
    Place("my home", "/my/family/home", who="parent"),
    Place("a child", a_child, who="parent"),
    Place("a new child", "/my/family/children/new", who="parent"),
    Place("a new child, all wrong", "/my/family/children/new", "parent", send_an_empty_form,
          errors=True, status=422),
    Place("a trusted adult", "/my/family/trusted/new", who="parent"),
    Place("a trusted adult, all wrong", "/my/family/trusted/new", "parent", send_an_empty_form,
          errors=True, status=422),
    Place("leaving", "/my/family/leave", who="parent"),
    Place("what we told you", "/my/told", who="parent"),
    # About.
    Place("contact", "/contact"),
    Place("privacy", "/privacy"),
    Place("accessibility", "/accessibility"),
    Place("house rules", "/rules"),
    Place("house rules, no such centre", f"/rules?centre={NOBODY_S_ID}", status=404),
    Place("nothing there", "/no-such-page", status=404),
    # At work.
    Place("registers", "/registers", who="staff", light=False),
    Place("a register", a_register, who="staff", light=False),
    Place("a register that is on", a_register_now, who="staff", light=False),
    Place("a register, one line unfolded", a_register_now, "staff", unfold_a_line, light=False),
    Place("a register, guest all wrong", a_register_now, "staff", send_an_empty_guest, light=False,
          errors=True, status=422),
    Place("who is in the building", the_building, who="staff", light=False),
    Place("devices of the door", "/admin/devices", who="administrator", light=False),
    Place("devices of the door, all wrong", "/admin/devices", "administrator", send_an_empty_form,
          light=False, errors=True, status=422),
    Place("enrol this device", "/door/enrol", light=False),
    Place("without a network", "/door/offline", light=False),
    # The desk.
    Place("today", "/today", who="front_desk", light=False, shown=True),
    Place("today, staff", "/today", who="staff", light=False),
    Place("today, the lead", "/today", who="safeguarding_lead", light=False),
    Place("families", "/families", who="front_desk", light=False),
    Place("families, found", "/families?q=amina", who="front_desk", light=False),
    Place("families, none found", "/families?q=nobodyatall", who="front_desk", light=False),
    Place("a new family", "/families/new", who="front_desk", light=False),
    Place("a new family, all wrong", "/families/new", "front_desk", send_an_empty_form,
          errors=True, light=False, status=422),
    Place("a family, at the desk", a_family_of_staff(), who="front_desk", light=False, shown=True),
    Place("a family, to staff", a_family_of_staff(), who="staff", light=False),
    Place("a family, to the lead", a_family_of_staff(), who="safeguarding_lead", light=False),
    Place("a family's places", a_family_of_staff("/places"), who="front_desk", light=False),
    Place("a family, none", f"/families/{NOBODY_S_ID}", who="staff", light=False, status=404),
    Place("booking for a family", a_family_of_staff("/book"), who="front_desk", light=False),
    Place("booking for a family, who comes", booking_for_a_family, who="front_desk", light=False),
    Place("booking for a family, nobody", booking_for_a_family, "front_desk", send_nobody,
          errors=True, light=False, status=422),
    Place("ending access", an_adult_of_a_family, who="staff", light=False),
    Place("a session's desk page", a_session_at_the_desk(), who="staff", light=False, shown=True),
    Place("a session's desk page, at the desk", a_session_at_the_desk(), who="front_desk", light=False),
    Place("calling a session off", a_session_at_the_desk("/cancel"), who="staff", light=False),
    Place("calling a session off, no reason", a_session_at_the_desk("/cancel"), "staff",
          send_an_empty_form, errors=True, light=False, status=422),
    Place("moving a session", a_session_at_the_desk("/change"), who="staff", light=False),
    Place("moving a session, to no day", a_session_at_the_desk("/change"), "staff", move_to_no_day,
          errors=True, light=False, status=422),
    Place("lists", "/lists", who="staff", light=False),
    *[
        Place(f"list, {name}", f"/lists/{name}", who="staff", light=False)
        for name in ["to-ring", "new-callers", "not-reached", "tasks", "no-contact", "two-year-olds",
                     "to-be-told", "birthday-print", "lost-touch", "proposals", "feeds"]
    ],
    Place("list, to print", "/lists/no-contact?view=print", who="staff", light=False),
    Place("list, none", "/lists/no-such-list", who="staff", light=False, status=404),
    Place("reach", "/reach", who="manager", light=False),
    Place("reach, not for parents", "/reach", who="parent", status=403),
    # A professional's.
    Place("referrals", the_referrals, who="professional", light=False, shown=True),
    Place("referrals, found", "/referrals?q=webb&state=booked", who="professional", light=False),
    Place("referrals, none such", "/referrals?q=nobody", who="professional", light=False),
    Place("a referral", lambda demo: f"/referrals/{a_referral(demo)}", who="professional", light=False, shown=True),
    Place("a referral, withdrawing", lambda demo: f"/referrals/{a_referral(demo)}", "professional", unfold_all,
          light=False),
    Place("a referral, none", f"/referrals/{NOBODY_S_ID}", who="professional", light=False, status=404),
    Place("refer", "/refer", who="professional", light=False, shown=True),
    Place("refer, found", found_by_name, who="professional", light=False),
    Place("refer, nobody found", "/refer?q=nobody", who="professional", light=False),
    Place("refer, all wrong", "/refer", "professional", send_an_empty_form, errors=True, light=False, status=422),
    Place("refer, windows", the_windows, who="professional", light=False, shown=True),
    Place("refer, form", the_form, who="professional", light=False, shown=True),
    Place("refer, form unfolded", the_form, "professional", unfold_all, light=False),
    Place("refer, form all wrong", the_form, "professional", send_an_empty_form, errors=True, light=False, status=422),
    Place("blank cards", "/cards", who="professional", light=False),
    Place("your week", "/digest", who="professional", light=False, shown=True),
    Place("referrals, not for staff", "/referrals", who="staff", light=False, status=403),
    Place("errors of the API", "/docs/faults", light=False),
]
