"""A person's way through pages, one act after the other, as they would do it: boxes by their labels,
buttons by what they say. Screens that are acted on, taps and seconds are counted."""

import time

from playwright.sync_api import expect

import words
from ftl import said

# Tabs to anything on a page and round again.
MOST_TABS = 300


class Walk:
    def __init__(self, page, figures, keyboard=False):
        self.page, self.figures, self.keyboard = page, figures, keyboard
        self.screen = 0
        page.on("framenavigated", self._navigated)
        self.count_from_here()

    def _navigated(self, frame):
        if frame == self.page.main_frame:
            self.screen += 1

    def count_from_here(self):
        self.acted_on, self.taps, self.began = set(), 0, time.monotonic()

    @property
    def screens(self):
        return len(self.acted_on)

    def tell(self, what):
        """Writes down what it took."""
        seconds = time.monotonic() - self.began
        self.figures.append(f"{what}: {self.screens} screens, {self.taps} taps, {seconds:.1f} s")

    # Acts.

    def open(self, path):
        self.page.goto(path)

    def press(self, key, inside=None):
        """A button, or a link that looks like one."""
        here = inside or self.page
        button = here.get_by_role("button", name=said(key))
        self.act(button.or_(here.get_by_role("link", name=said(key))).first)

    def unfold(self, key):
        """What stands behind a heading that opens."""
        self.act(self.page.locator("summary", has_text=said(key)).first)

    def follow(self, path):
        """The first link to an address, looked for on later pages too where it is a list."""
        link = self.page.locator(f'main a[href="{path}"]').first
        later = self.page.get_by_role("link", name=said(words.LATER))
        while not link.count() and later.count():
            self.act(later)
        self.act(link)

    def fill(self, key, text, inside=None):
        box = (inside or self.page).get_by_label(said(key)).first
        self.acted_on.add(self.screen)
        if self.keyboard:
            self._reach(box)
            self.page.keyboard.type(text)
        else:
            self.taps += 1
            box.fill(text)

    def fill_day(self, day, inside=None):
        """The three boxes of a date."""
        for key, number in [(words.DAY, day.day), (words.MONTH, day.month), (words.YEAR, day.year)]:
            self.fill(key, str(number), inside)

    def act(self, locator):
        self.acted_on.add(self.screen)
        self.taps += 1
        if self.keyboard:
            self._reach(locator)
            self.page.keyboard.press("Enter")
            self.page.wait_for_load_state()
        else:
            locator.click()

    def _reach(self, locator):
        expect(locator).to_be_visible()
        wanted = locator.element_handle()
        for _ in range(MOST_TABS):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {locator}")

    # What is seen.

    def sees(self, key):
        """The page's heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(said(key))

    def reads(self, text):
        expect(self.page.locator("main")).to_contain_text(text)
