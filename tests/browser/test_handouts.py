"""A handout fits on one sheet of paper, A4 or Letter."""

import re

import pytest

import infosoc

pytestmark = pytest.mark.browser

PAGE = re.compile(rb"/Type\s*/Page\b")
#: Millimetres of width and height between the margins, at 96 pixels an inch.
SHEETS = {"A4": (178, 271), "Letter": (184, 253)}
#: Space of the sheet that has to stay free: other systems have other letters.
SPARE = 0.03


@pytest.fixture
def page(visit_page, tmp_path):
    open_file, outside, complaints = visit_page
    yield open_file(infosoc.learn.handout().save(tmp_path / "handouts.html"))
    assert (outside, complaints) == ([], [])


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_handout_is_one_sheet(page, sheet):
    width, height = (round(length / 25.4 * 96) for length in SHEETS[sheet])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": height})
    taken = page.locator("article").evaluate_all(
        "sheets => sheets.map((one) => [one.querySelector('h1').textContent, one.offsetHeight])"
    )
    too_long = [(title, used) for title, used in taken if used > height * (1 - SPARE)]
    assert too_long == [], f"of {height} pixels"


def test_each_handout_begins_a_sheet_of_its_own(page):
    printed = page.pdf(prefer_css_page_size=True)
    assert len(PAGE.findall(printed)) == page.locator("article").count() > 1
