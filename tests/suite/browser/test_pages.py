"""Every page and state, as it is seen on a phone and on a wide screen without scripts."""

import pytest

import checks
import markup
from conftest import ALL, VIEWS
from cost import Cost
from places import PLACES

NARROW = 500


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_nothing_is_wrong_with(place, view, visitors, demo):
    narrow = view.width < NARROW
    with visitors.visit(view, who=place.who) as page:
        cost = Cost(page)
        found = list(markup.complaints(place.open(page, demo)))
        # The browser's own checks need scripts; the page's have had their time, or none.
        with page.scripts.running():
            if place.light and not place.then:
                found += cost.complaints()
            found += checks.axe(page)
            found += checks.heading_and_title(page)
            if place.errors:
                found += checks.errors_name_their_fields(page)
            # These set a width of their own, so they say the same of each view of a page.
            if narrow or ALL:
                found += checks.sideways(page)
                found += checks.text_at_twice_its_size(page)
            if narrow:
                found += checks.large_enough_to_press(page)
            if narrow or ALL:
                found += checks.focus_order(page, below_each_other=narrow)
        assert not found, "\n" + "\n".join(found)
