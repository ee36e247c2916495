"""The main pages as pictures: on a phone, on a wide screen, and dark. They are left in the folder that
FIRSTPLACE_SCREENSHOTS names, to be looked at."""

import os
import struct
from pathlib import Path

import pytest

from conftest import PHONE, View
from places import PLACES

LOOKS = [("360", PHONE, "light"), ("1280", View(1280, script=True), "light"), ("dark", PHONE, "dark")]


@pytest.mark.parametrize("place", [place for place in PLACES if place.shown], ids=lambda place: place.name)
@pytest.mark.parametrize(("name", "view", "colours"), LOOKS, ids=[name for name, *_ in LOOKS])
def test_a_picture_is_taken_of(place, name, view, colours, visitors, demo, tmp_path):
    folder = Path(os.environ.get("FIRSTPLACE_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{place.name.replace(' ', '-').replace(',', '')}-{name}.png"
    with visitors.visit(view, who=place.who, color_scheme=colours) as page:
        place.open(page, demo)
        page.screenshot(path=file, full_page=True)
    width, height = struct.unpack(">II", file.read_bytes()[16:24])
    assert width == view.width and height >= view.height
