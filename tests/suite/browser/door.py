"""What the tests of the door start from: a register of forty families that is on now, and devices: each
a browser of its own with a folder that stays when it is killed."""

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from datetime import datetime, timedelta

from playwright.sync_api import expect

from conftest import CHROMIUM_ARGS, PATIENCE_MS, sign_in
from demo import LONDON

FAMILIES = 40

# First names of children and adults that stand nowhere else in the demo; each is looked for on the disk.
START = ["Zyg", "Quo", "Vux", "Jyx", "Wob"]
END = ["mira", "delle", "tanno", "rissa", "fenna", "lodo", "pavia", "keera"]


def name(number):
    return START[number // len(END)] + END[number % len(END)]


class Register:
    """Forty families with a place each at a session that has begun."""

    def __init__(self, demo):
        self.demo = demo
        now = datetime.now(LONDON)
        starts = now - timedelta(minutes=10)
        plan = {"capacity": 60, "public_release_at": (now - timedelta(days=1)).isoformat()}
        plan |= {"ends_at": (starts + timedelta(hours=2)).isoformat(), "leader": f"Leader {time.time_ns()}"}
        session = demo.plan(starts, **plan)
        self.id, self.path = session["id"], f"/registers/{session['id']}"
        self.names = [name(number) for number in range(FAMILIES)]
        self.families = [self._family(one) for one in self.names]

    def _family(self, child):
        like = self.demo.bookable()
        family = {
            "carers": [{"name": f"{child}mum Otley", "email": f"{child.lower()}.{time.time_ns()}@example.org"}],
            "children": [{"name": f"{child} Otley", "born_on": "2025-02-01"}],
            "centre_id": like["centre_id"],
            "postcode": "M32 9AN",
        }
        family = self.demo.call("POST", "/families", family, role="staff")
        party = {"child_ids": [family["children"][0]["id"]], "adults": 1}
        self.demo.booked_by_staff(self.id, family, party)
        return family

    def shown(self):
        """What the register says of each child, by its first name."""
        register = self.demo.call("GET", f"/sessions/{self.id}/register", role="staff")
        children = [child for party in register["parties"] for child in party["children"]]
        return {child["full_name"].split()[0]: child for child in children}

    def log(self):
        return self.demo.call("GET", f"/sessions/{self.id}/register/marks", role="staff")["items"]


class Device:
    """A browser with a folder of its own."""

    def __init__(self, playwright, folder, url):
        self.playwright, self.folder, self.url = playwright, folder, url
        self.context = None
        self.start()

    def start(self):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=os.environ["FIRSTPLACE_TEST_CHROMIUM"],
            args=CHROMIUM_ARGS,
            base_url=self.url,
            viewport={"width": 360, "height": 740},
            timezone_id="Europe/London",
            locale="en-GB",
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.page = self.context.pages[0]

    def signs_in(self, demo, who):
        sign_in(self.page, demo, who)

    def opens(self, register):
        self.page.goto(register.path)
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        # A worker looks after the pages that were opened since.
        self.page.reload()

    def another_page(self):
        """In place of one that may be about to open itself again."""
        left, self.page = self.page, self.context.new_page()
        left.close()

    def cut(self, is_cut=True):
        self.context.set_offline(is_cut)

    def marks(self, child, what="Came"):
        card = self.card(child)
        if what != "Came":
            card.locator("summary").click()
        card.get_by_role("button", name=f"{what} {child}").first.click()
        expect(self.page.locator("#said")).to_contain_text(child)
        expect(self.page.locator("#said")).to_contain_text(what.lower())
        pressed = card.locator("button[aria-pressed=true]")
        expect(pressed).to_have_count(1)
        expect(pressed).to_contain_text(what)

    def card(self, child):
        return self.page.locator("form.party", has=self.page.get_by_role("heading", name=child))

    def waits_with(self, many):
        """By what the page says, or where nothing waits by what the device holds."""
        if many:
            expect(self.page.locator("#waiting")).to_have_text(f"{many} not sent yet")
            return
        end = time.monotonic() + PATIENCE_MS / 1000
        while self.page.evaluate("Door.all().then(all => all.length)"):
            assert time.monotonic() < end, self.page.locator("#refused").inner_text()
            self.page.wait_for_timeout(100)

    def kill(self):
        """As a battery that is empty: no page is told."""
        folder = f"--user-data-dir={self.folder}"
        listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True)
        for line in listed.stdout.splitlines():
            number, _, args = line.strip().partition(" ")
            if folder in args.split():
                try:
                    os.kill(int(number), signal.SIGKILL)
                except ProcessLookupError:
                    pass
        time.sleep(1)
        try:
            self.context.close()
        except Exception:  # What it spoke to is gone.
            pass

    def close(self):
        self.context.close()

    def on_disk(self, words):
        """Which of these stand readable in any file of its folder, as bytes of either width."""
        found = set()
        for root, _, files in os.walk(self.folder):
            for file in files:
                try:
                    with open(os.path.join(root, file), "rb") as opened:
                        held = opened.read()
                except OSError:
                    continue
                for word in words:
                    if word.encode() in held or word.encode("utf-16-le") in held:
                        found.add((word, os.path.relpath(os.path.join(root, file), self.folder)))
        return found


@contextmanager
def devices(playwright, tmp_path, demo, many):
    made = [Device(playwright, str(tmp_path / f"device-{at}"), demo.url) for at in range(many)]
    try:
        yield made
    finally:
        for one in made:
            try:
                one.close()
            except Exception:  # It was killed.
                pass
