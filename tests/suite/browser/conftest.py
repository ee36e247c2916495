"""What every test here starts from: one demo, one Chromium, and a page as somebody sees it."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import expect, sync_playwright

import words
from demo import Demo
from ftl import said
from walk import Walk

# For what a page shows, on a machine that builds beside this.
PATIENCE_MS = 15_000
ALL = os.environ.get("FIRSTPLACE_BROWSER") == "all"


@dataclass(frozen=True)
class View:
    """A screen's width, and whether the pages' scripts run."""

    width: int
    script: bool

    @property
    def height(self):
        return 740 if self.width < 500 else 800

    def __str__(self):
        return f"{self.width}px{'' if self.script else ', no script'}"


PHONE = View(360, script=True)
DESK = View(1280, script=False)
VIEWS = [PHONE, DESK] + ([View(360, script=False), View(1280, script=True)] if ALL else [])


@pytest.fixture(params=VIEWS, ids=str)
def view(request):
    return request.param


@pytest.fixture(scope="session")
def demo():
    return Demo()


# Debian's refuses its sandbox to root, and a small /dev/shm is enough for nobody.
CHROMIUM_ARGS = ["--no-sandbox", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def playwright():
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(
        executable_path=os.environ["FIRSTPLACE_TEST_CHROMIUM"], args=CHROMIUM_ARGS
    )
    yield browser
    browser.close()


class Visitors:
    """Whoever opens pages: each in a browser of its own; a sign-in is kept for the next."""

    def __init__(self, chromium, demo):
        self.chromium, self.demo = chromium, demo
        self.kept = {}

    @contextmanager
    def visit(self, view, who=None, locale="en-GB", **more):
        """A page of somebody new, or of an account of this role."""
        kept = self._sign_in(who) if who else None
        context = self.chromium.new_context(
            base_url=self.demo.url,
            viewport={"width": view.width, "height": view.height},
            locale=locale,
            timezone_id="Europe/London",
            storage_state=kept,
            **more,
        )
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        scripts = Scripts(page)
        if not view.script:
            scripts.stop()
        page.scripts = scripts
        try:
            yield page
        finally:
            context.close()

    def _sign_in(self, who):
        if who not in self.kept:
            with self.visit(PHONE) as page:
                sign_in(page, self.demo, who)
                self.kept[who] = page.context.storage_state()
        return self.kept[who]


class Scripts:
    """Stops the scripts of pages as a browser without them does, and lets the checks run all the same:
    they come after the page, so what its own would have done is not done."""

    def __init__(self, page):
        self.devtools = page.context.new_cdp_session(page)
        self.stopped = False

    def stop(self):
        self._say(True)
        self.stopped = True

    @contextmanager
    def running(self):
        if self.stopped:
            self._say(False)
        yield
        if self.stopped:
            self._say(True)

    def _say(self, stopped):
        self.devtools.send("Emulation.setScriptExecutionDisabled", {"value": stopped})


def sign_in(page, demo, who):
    """A parent by a code, everybody else by password."""
    account = demo.accounts[who]
    page.goto(words.SIGN_IN)
    if who == "parent":
        sign_in_by_code(Walk(page, []), demo, account["email"])
    else:
        form = page.locator("form", has=page.locator("input[type=password]"))
        form.locator("input[type=email]").fill(account["email"])
        form.locator("input[type=password]").fill(account["password"])
        form.get_by_role("button").click()
    page.wait_for_url(lambda url: words.SIGN_IN not in url)


def sign_in_by_code(walk, demo, email):
    """From the page that asks for the address."""
    before = len(demo.letters(email))
    walk.fill(words.SIGN_IN_EMAIL, email)
    walk.press(words.SEND_CODE)
    walk.sees(words.CODE_PAGE)
    walk.fill(words.CODE, demo.code_after(email, before))
    walk.press(words.ENTER_CODE, inside=walk.page.locator("main"))
    tell_more(walk, demo)


def tell_more(walk, demo):
    """A birthday and a postcode, where a way of contact is not enough."""
    walk.page.wait_for_load_state()
    heading = walk.page.get_by_role("heading", level=1)
    if not said(words.MORE_PAGE).match(heading.inner_text()):
        return
    family = demo.call("GET", "/families", role="parent")["items"][0]
    born = next(child["born_on"] for child in family["children"] if child.get("born_on"))
    walk.fill_day(date.fromisoformat(born))
    walk.fill(words.MORE_POSTCODE, family["postcode"])
    walk.press(words.ENTER_CODE, inside=walk.page.locator("main"))


@pytest.fixture(scope="session")
def visitors(chromium, demo):
    return Visitors(chromium, demo)


@pytest.fixture(scope="session")
def figures(pytestconfig):
    """What was counted and timed, printed at the end and kept beside it."""
    return pytestconfig.stash.setdefault(FIGURES, [])


FIGURES = pytest.StashKey[list]()


def pytest_terminal_summary(terminalreporter, config):
    figures = config.stash.get(FIGURES, [])
    for line in figures:
        terminalreporter.write_line(f"figure: {line}")
