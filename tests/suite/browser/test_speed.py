"""How soon the main pages are there on a slow phone with a slow net, loaded for the first time: 1.6
Mbit/s, 150 ms there and back, a processor of a quarter. It is written down each time, and must hold
where nothing else runs beside it (FIRSTPLACE_BROWSER=all): no test here goes by the clock of a busy
machine. What pages weigh and whether they keep still holds everywhere."""

import pytest

from conftest import ALL, PHONE
from cost import Cost
from places import PLACES

SOON_MS = 1000
SLOW = {"bits_per_second": 1.6e6, "there_and_back_ms": 150, "processor": 4}
# The quickest of so many: what else a machine does only ever slows it down.
TRIES = 3

# What is done on a page first costs nothing here.
PAGES = [place for place in PLACES if place.light and place.shown and not place.then]


@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.name)
def test_a_main_page_is_there_soon(place, visitors, demo, figures):
    tries = [load(place, visitors, demo) for _ in range(TRIES if ALL else 1)]
    bytes, seen = min(tries, key=lambda one: one[1]["paint"])
    figures.append(f"{place.name}: {bytes / 1024:.1f} KiB, largest paint after {seen['paint']:.0f} ms")
    assert seen["paint"] > 0
    assert seen["shift"] == 0, seen["shifted"]
    if ALL:
        assert seen["paint"] < SOON_MS


def load(place, visitors, demo):
    with visitors.visit(PHONE, who=place.who) as page:
        cost = Cost(page)
        cost.slow(**SLOW)
        place.open(page, demo)
        page.wait_for_load_state("load")
        return cost.read()


MOVES = "<!DOCTYPE html><title>Bad</title><h1>Bad</h1>" + "<p>Here is what moves.</p>" * 30 + """<script>
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
    document.querySelector('h1').style.height = '300px', 50)))</script>"""


@pytest.mark.parametrize(("bad", "said"), [(MOVES, "it moves"), ("x" * 40_000, "it weighs")])
def test_a_page_that_moves_or_is_heavy_is_seen(visitors, bad, said):
    with visitors.visit(PHONE) as page:
        page.route("**/bad", lambda route: route.fulfill(content_type="text/html", body=bad))
        cost = Cost(page)
        page.goto("/bad")
        page.wait_for_timeout(300)
        found = list(cost.complaints())
        assert any(said in one for one in found), found


def test_a_slow_net_is_slow(visitors):
    with visitors.visit(PHONE) as page:
        cost = Cost(page)
        cost.slow(**SLOW)
        page.goto("/")
        _, seen = cost.read()
        assert seen["paint"] > SLOW["there_and_back_ms"]
